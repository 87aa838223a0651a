//! Against moto, which looks at keys and policies as S3 does.

use nendo_servers::{BUCKET, Scratch, Server, Storage, free_port, moto};

use super::super::{Host, Refusal, RefusalKind};
use super::{S3, hash};
use crate::target::{Bucket, Secret};
use crate::tests::promises;

/// A service with a bucket, and what opens it.
fn service(arguments: &[&str]) -> (Server, Bucket) {
    let Storage { server, key_id, secret } = moto(&Scratch::new(), arguments);
    let bucket = Bucket {
        name: BUCKET.to_owned(),
        endpoint: server.url(""),
        region: "us-east-1".to_owned(),
        key_id: Secret::new(key_id),
        secret: Secret::new(secret),
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
    let (server, bucket) = service(&[]);
    promises::are_kept(&S3::new(&bucket, "公開 1/plan").expect("a host")).await;
    promises::are_kept(&S3::new(&bucket, "").expect("a host")).await;
    drop(server);
}

#[tokio::test]
async fn what_the_service_forbids_is_told() {
    // It signs the question for a list in another way than S3 does, and is not asked for one.
    let (server, bucket) = service(&["--guarded"]);
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
    drop(server);
    assert_eq!(kind(host.files("").await, &bucket), RefusalKind::Unreachable);
    let plain = Bucket { endpoint: format!("http://127.0.0.1:{}", free_port()), ..bucket.clone() };
    assert_eq!(
        kind(S3::new(&plain, "").expect("a host").read("a.txt").await, &bucket),
        RefusalKind::Unreachable
    );
}

#[tokio::test]
async fn a_reader_is_told_what_a_file_is_and_how_long_to_keep_it() {
    let (_server, bucket) = service(&[]);
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
    let (_server, bucket) = service(&[]);
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
