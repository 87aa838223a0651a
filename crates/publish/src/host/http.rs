//! What all that speaks HTTP shares: the client, the addresses of files, and what answers and broken connections mean.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url, retry};

use super::{Refusal, RefusalKind, tls};

/// How long a server may take to take a connection.
const CONNECT: Duration = Duration::from_secs(20);

/// How long an answer may take, beside what its bytes need.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many bytes a second come over the slowest line that is waited for.
const SLOWEST: u64 = 16 * 1024;

/// A client that trusts what the system trusts, and these certificates in PEM. It follows nobody elsewhere: a redirect makes another
/// request of what was to be written, and may lead out of TLS.
pub(crate) fn client(authorities: Option<&[u8]>) -> Result<Client, Refusal> {
    Client::builder()
        .user_agent(concat!("nendo/", env!("CARGO_PKG_VERSION")))
        .tls_backend_preconfigured(tls::client_config(authorities)?)
        .redirect(Policy::none())
        .retry(retry::never())
        .connect_timeout(CONNECT)
        .build()
        .map_err(|error| broken(&error))
}

/// The address of a root. It has no name, password or query in it: they would be said to whoever reads a message.
pub(crate) fn address(text: &str) -> Result<Url, Refusal> {
    let other = |said: &str| Refusal::new(RefusalKind::Other, said);
    let url = Url::parse(text).map_err(|error| other(&error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") || url.cannot_be_a_base() {
        return Err(other("not an http address"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(other("an address with a name or password in it"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(other("an address with ? or # in it"));
    }
    Ok(url)
}

/// The address of a file, or, where the path ends with `/` or is empty, of a folder.
pub(crate) fn place(root: &Url, path: &str) -> Url {
    let mut url = root.clone();
    if let Ok(mut parts) = url.path_segments_mut() {
        parts.pop_if_empty().extend(path.split('/').filter(|part| !part.is_empty()));
        if path.is_empty() || path.ends_with('/') {
            parts.push("");
        }
    }
    url
}

/// What comes of an act on so many bytes, unless it takes too long.
pub(crate) async fn in_time<T>(
    bytes: usize,
    act: impl Future<Output = Result<T, Refusal>>,
) -> Result<T, Refusal> {
    let time = PATIENCE + Duration::from_secs(bytes as u64 / SLOWEST);
    match tokio::time::timeout(time, act).await {
        Ok(done) => done,
        Err(_) => Err(Refusal::new(RefusalKind::Lost, format!("no answer in {} s", time.as_secs()))),
    }
}

/// The answer to a request, as far as its headers.
pub(crate) async fn answer(request: RequestBuilder) -> Result<Response, Refusal> {
    request.send().await.map_err(|error| broken(&error))
}

/// The next bytes of an answer.
pub(crate) async fn next(response: &mut Response) -> Result<Option<impl AsRef<[u8]> + use<>>, Refusal> {
    response.chunk().await.map_err(|error| broken(&error))
}

/// What an answer that is no success has against what was asked.
pub(crate) fn refused(response: &Response) -> Refusal {
    let status = response.status();
    let elsewhere = response.headers().get("location").filter(|_| status.is_redirection());
    match elsewhere.and_then(|to| to.to_str().ok()).and_then(|to| to.split(['?', '#']).next()) {
        Some(to) => Refusal::new(RefusalKind::Other, format!("{status}: {to}")),
        None => Refusal::new(meaning(status), status),
    }
}

/// What a status that is no success means.
pub(crate) fn meaning(status: StatusCode) -> RefusalKind {
    match status.as_u16() {
        401 => RefusalKind::Login,
        403 => RefusalKind::Denied,
        507 => RefusalKind::Full,
        // A locked file is unlocked one day; a version or a method that is not known stays so.
        408 | 423 | 425 | 429 | 500 | 502..=504 | 508.. => RefusalKind::Lost,
        _ => RefusalKind::Other,
    }
}

/// Why there is no answer, as the innermost cause tells; it knows no address and no header.
pub(crate) fn broken(error: &(dyn Error + 'static)) -> Refusal {
    let mut refusal = Refusal::new(RefusalKind::Other, "");
    let mut cause = Some(error);
    while let Some(error) = cause {
        refusal.said = error.to_string();
        cause = error.source();
        if let Some(error) = error.downcast_ref::<reqwest::Error>() {
            refusal.kind = if error.is_builder() {
                RefusalKind::Other
            } else if error.is_connect() {
                RefusalKind::Unreachable
            } else {
                RefusalKind::Lost
            };
        } else if let Some(error) = error.downcast_ref::<io::Error>() {
            refusal.kind = of_connection(error.kind()).unwrap_or(refusal.kind);
            // Its source is that of the error in it, which is of interest itself.
            cause = error.get_ref().map(|inner| inner as &(dyn Error + 'static));
        } else if let Some(error) = error.downcast_ref::<rustls::Error>() {
            refusal.kind = of_tls(error);
        }
    }
    refusal
}

fn of_connection(kind: ErrorKind) -> Option<RefusalKind> {
    match kind {
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::AddrNotAvailable => Some(RefusalKind::Unreachable),
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof => Some(RefusalKind::Lost),
        _ => None,
    }
}

fn of_tls(error: &rustls::Error) -> RefusalKind {
    match error {
        rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented => {
            RefusalKind::Certificate
        }
        rustls::Error::InvalidMessage(_) => RefusalKind::NoTls,
        _ => RefusalKind::Other,
    }
}

#[cfg(test)]
mod tests;
