//! What carries the requests of the library that speaks S3, and what services say against them.

use std::error::Error;
use std::fmt;

use http::{Request, Response, StatusCode};
use opendal::{Buffer, ErrorKind, HttpBody, HttpTransport};
use opendal_http_transport_reqwest::ReqwestTransport;
use reqwest::Client;
use roxmltree::Document;

use super::super::http::{broken, meaning};
use super::super::{Refusal, RefusalKind};

/// A client, and an eye on what is answered: the library would make one text of status, headers and all.
pub(super) struct Transport(ReqwestTransport);

/// What a service has against a request, inside an error of the library.
#[derive(Debug)]
struct Refused(Refusal);

impl Transport {
    pub(super) fn new(client: Client) -> Self {
        Self(ReqwestTransport::new(client))
    }
}

impl HttpTransport for Transport {
    async fn fetch(&self, request: Request<Buffer>) -> opendal::Result<Response<HttpBody>> {
        let response = self.0.fetch(request).await?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let body = response.into_body().to_buffer().await?;
        let (code, said) = what_is_said(&body.to_bytes());
        let absent = status == StatusCode::NOT_FOUND && code != "NoSuchBucket";
        let kind = if absent { ErrorKind::NotFound } else { ErrorKind::Unexpected };
        let said = format!("{status} {code} {said}").trim_end().to_owned();
        let refused = Refused(Refusal::new(of_code(&code).unwrap_or_else(|| meaning(status)), said));
        Err(opendal::Error::new(kind, "refused").set_source(refused))
    }
}

/// What an error of the library says: an answer of the service, or the end of a connection.
pub(super) fn refusal(error: &opendal::Error) -> Refusal {
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(Refused(refusal)) = error.downcast_ref::<Refused>() {
            return refusal.clone();
        }
        cause = error.source();
    }
    match error.source() {
        Some(cause) => broken(cause),
        None => Refusal::new(RefusalKind::Other, error.message()),
    }
}

/// The code and the message of an error; its other parts show what was signed.
fn what_is_said(body: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(body);
    let Ok(error) = Document::parse(&text) else { return Default::default() };
    let part = |name: &str| {
        let found = error.root_element().children().find(|node| node.tag_name().name() == name);
        found.and_then(|node| node.text()).unwrap_or_default().trim().to_owned()
    };
    (part("Code"), part("Message"))
}

/// Codes that tell more than the status does:
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList>, and those of MinIO and Ceph.
fn of_code(code: &str) -> Option<RefusalKind> {
    match code {
        "InvalidAccessKeyId"
        | "SignatureDoesNotMatch"
        | "InvalidToken"
        | "ExpiredToken"
        | "TokenRefreshRequired" => Some(RefusalKind::Login),
        "QuotaExceeded" | "StorageFull" | "XMinioStorageFull" | "XMinioAdminBucketQuotaExceeded" => {
            Some(RefusalKind::Full)
        }
        "RequestTimeout" | "SlowDown" => Some(RefusalKind::Lost),
        // The clock of this machine is wrong.
        "RequestTimeTooSkewed" => Some(RefusalKind::Other),
        _ => None,
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.said)
    }
}

impl Error for Refused {}
