//! Against moto, which looks at keys and policies as S3 does.

use super::super::{Host, Refusal, RefusalKind};
use super::{S3, hash};
use crate::host::http::client;
use crate::target::{Bucket, Secret};
use crate::tests::http_servers::{Server, free_port, of_python};
use crate::tests::promises;

/// What a user of the service may do: all, but in one folder.
const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
    {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::site/locked/*"}]}"#;

/// A service that looks at keys. It signs the question for a list in another way than S3 does, and is not asked for one.
async fn guarded() -> (Server, Bucket) {
    let (server, bucket) = service().await;
    let client = client(None).expect("a client");
    let asked = client.post(server.url("/moto-api/reset-auth")).body("0").send().await.expect("an answer");
    assert!(asked.status().is_success());
    (server, bucket)
}

/// A service with a bucket, and with a key.
async fn service() -> (Server, Bucket) {
    let server = of_python("moto_server", &["-H", "127.0.0.1", "-p", "PORT"], &[]);
    let client = client(None).expect("a client");
    let url = server.url("");
    client.put(format!("{url}/site")).body("").send().await.expect("a bucket");
    let mut said = String::new();
    let policy: String =
        percent_encoding::utf8_percent_encode(POLICY, percent_encoding::NON_ALPHANUMERIC).collect();
    for action in [
        "CreateUser".to_owned(),
        format!("PutUserPolicy&PolicyName=most&PolicyDocument={policy}"),
        "CreateAccessKey".to_owned(),
    ] {
        let request = client
            .post(format!("{url}/"))
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(format!("Action={action}&UserName=nendo&Version=2010-05-08"));
        said = request.send().await.expect("an answer").text().await.expect("a text");
    }
    let part = |name: &str| {
        let from = said.find(&format!("<{name}>")).expect("a key") + name.len() + 2;
        Secret::new(&said[from..from + said[from..].find('<').expect("its end")])
    };
    let bucket = Bucket {
        name: "site".to_owned(),
        endpoint: url.clone(),
        region: "us-east-1".to_owned(),
        key_id: part("AccessKeyId"),
        secret: part("SecretAccessKey"),
        session: None,
        authorities: None,
    };
    (server, bucket)
}

/// What is wrong; the secret is not told with it.
fn kind<T>(refused: Result<T, Refusal>, bucket: &Bucket) -> RefusalKind {
    let refusal = refused.err().expect("a refusal");
    let said = format!("{refusal:?}");
    assert!(
        !said.contains(bucket.secret.reveal()) && !said.contains("AWS4") && !said.contains("Signature="),
        "{said}"
    );
    refusal.kind
}

#[tokio::test]
async fn a_bucket_keeps_the_promises() {
    let (server, bucket) = service().await;
    promises::are_kept(&S3::new(&bucket, "公開 1/plan").expect("a host")).await;
    promises::are_kept(&S3::new(&bucket, "").expect("a host")).await;
    drop(server);
}

#[tokio::test]
async fn what_the_service_forbids_is_told() {
    let (mut server, bucket) = guarded().await;
    let host = S3::new(&bucket, "").expect("a host");
    assert_eq!(kind(host.write("locked/a.txt", b"a").await, &bucket), RefusalKind::Denied);
    let wrong = Bucket { secret: Secret::new("wrong-secret"), ..bucket.clone() };
    let wrong = S3::new(&wrong, "").expect("a host");
    assert_eq!(kind(wrong.write("a.txt", b"a").await, &bucket), RefusalKind::Login);
    assert_eq!(kind(wrong.files("").await, &bucket), RefusalKind::Login);
    assert_eq!(kind(wrong.read("a.txt").await, &bucket), RefusalKind::Login);
    let unknown = Bucket { key_id: Secret::new("AKIA0000000000000000"), ..bucket.clone() };
    assert_eq!(kind(S3::new(&unknown, "").expect("a host").files("").await, &bucket), RefusalKind::Login);
    assert!(matches!(
        S3::new(&Bucket { secret: Secret::new(""), ..bucket.clone() }, ""),
        Err(Refusal { kind: RefusalKind::Login, .. })
    ));
    server.stop();
    assert_eq!(kind(host.files("").await, &bucket), RefusalKind::Unreachable);
    let plain = Bucket { endpoint: format!("http://127.0.0.1:{}", free_port()), ..bucket.clone() };
    assert_eq!(
        kind(S3::new(&plain, "").expect("a host").read("a.txt").await, &bucket),
        RefusalKind::Unreachable
    );
}

#[tokio::test]
async fn a_reader_is_told_what_a_file_is_and_how_long_to_keep_it() {
    let (_server, bucket) = service().await;
    let host = S3::new(&bucket, "").expect("a host");
    for (path, kind, keeping) in [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("data/dx.csv", "text/csv; charset=utf-8", "no-cache"),
        ("data/dx.zip", "application/zip", "no-cache"),
        ("assets/kpis.0a1b2c3d.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
    ] {
        host.write(path, b"a").await.expect("written");
        let told = host.bucket.stat(path).await.expect("told");
        assert_eq!((told.content_type(), told.cache_control()), (Some(kind), Some(keeping)), "{path}");
    }
    // The MD5 of "a".
    let files = host.files("").await.expect("files");
    assert_eq!((files.len(), files[0].mark.as_deref()), (1, Some("0cc175b9c0f1b6a831c399e269772661")));
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_no_empty_one() {
    let (_server, bucket) = service().await;
    let absent = S3::new(&Bucket { name: "absent".to_owned(), ..bucket.clone() }, "").expect("a host");
    for refusal in [
        absent.files("").await.err(),
        absent.read("a.txt").await.err(),
        absent.write("a.txt", b"").await.err(),
    ] {
        let refusal = refusal.expect("a refusal");
        assert_eq!(refusal.kind, RefusalKind::Other, "{}", refusal.said);
        assert!(refusal.said.contains("NoSuchBucket"), "{}", refusal.said);
    }
}

#[test]
fn a_tag_that_is_no_hash_of_the_bytes_is_no_mark() {
    let md5 = "0CC175B9C0F1B6A831C399E269772661";
    assert_eq!(hash(&format!("\"{md5}\"")), Some(md5.to_lowercase()));
    assert_eq!(hash(&format!("\"{md5}-2\"")), None);
    assert_eq!(hash("\"0x8D\""), None);
}
