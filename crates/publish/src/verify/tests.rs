//! Against Apache and nginx, with the settings that nendo gives and without.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpListener;

use nendo_servers::{Scratch, Server, apache, certificates, free_port, nginx};

use super::*;
use crate::server_snippets::snippets;

/// A file of each kind that a site has.
const SITE: [&str; 16] = [
    "index.html",
    "404.html",
    "dx/2023/ja/ページ 1.html",
    "dx/100%#&+.html",
    "assets/kpis.0a1b2c3d.js",
    "dx/2023/assets/style.deadbeef.css",
    "data/dx.csv",
    "data/dx.json",
    "data/dcat.jsonld",
    "data/dx.zip",
    "data/readme.md",
    "feed.xml",
    "robots.txt",
    "icon.svg",
    "site.webmanifest",
    "data/empty.csv",
];

fn sha256(text: &[u8]) -> String {
    hexadecimal(&Sha256::digest(text))
}

/// A site on a scratch, and what was sent for it.
fn site(scratch: &Scratch) -> Vec<Sent> {
    SITE.iter()
        .map(|path| {
            let text = if path.contains("empty") { String::new() } else { format!("{path}\n").repeat(200) };
            scratch.put(&format!("site/{path}"), &text);
            Sent { path: (*path).to_owned(), bytes: text.len() as u64, sha256: sha256(text.as_bytes()) }
        })
        .collect()
}

/// An Apache as Debian sets it up, which takes what stands in `.htaccess`.
fn common_apache(scratch: &Scratch, more: &str) -> Server {
    let folder = scratch.folder().display();
    apache(
        scratch,
        &format!(
            "DirectoryIndex index.html\n<Directory {folder}/site>\nAllowOverride All\nRequire all granted\n</Directory>\n{more}"
        ),
    )
}

async fn verified(server: &Server, files: &[Sent]) -> Verified {
    look(&server.url("/"), files, None, |_| {}).await.expect("verified")
}

/// What is lacking, by its name and ending.
fn lacks(verified: &Verified) -> BTreeSet<String> {
    let named = |advice: &Advice| match &advice.lack {
        Lack::Charset { ending } => format!("charset {ending}"),
        Lack::Type { ending, .. } => format!("type {ending}"),
        Lack::Compression { ending } => format!("compression {ending}"),
        other => format!("{other:?}"),
    };
    verified.headers.iter().map(named).collect()
}

fn texts(name: &str) -> impl Iterator<Item = String> {
    ["css", "csv", "html", "js", "json", "jsonld", "md", "svg", "txt", "webmanifest", "xml"]
        .into_iter()
        .map(move |ending| format!("{name} {ending}"))
}

/// What belongs to nobody but nendo.
async fn its_own_files_are_hidden(scratch: &Scratch, server: &Server) {
    let client = client(None).expect("a client");
    for path in ["_nendo/published.json", "dx/_nendo/lock", ".nendo-lock", "dx/年.html.nendo-part"] {
        scratch.put(&format!("site/{path}"), "secret");
        let visit = visit(&client, &address(&server.url("/")).expect("an address"), path, PLAIN)
            .await
            .expect("a visit");
        assert_eq!(visit.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(visit.sha256, sha256(scratch.get("site/404.html").as_bytes()), "{path}");
    }
}

#[tokio::test]
async fn apache_with_the_settings_of_nendo_needs_no_advice() {
    let scratch = Scratch::new();
    let files = site(&scratch);
    scratch.put("site/.htaccess", snippets()[0].1);
    let server = common_apache(&scratch, "");
    let mut heard = Vec::new();
    let verified = look(&server.url(""), &files, None, |done| heard.push(done)).await.expect("verified");
    assert_eq!(
        verified,
        Verified { same: SITE.len(), differing: vec![], headers: vec![] },
        "{}",
        scratch.get("error.log")
    );
    assert_eq!(heard, (1..=SITE.len()).collect::<Vec<_>>());
    its_own_files_are_hidden(&scratch, &server).await;
}

#[tokio::test]
async fn apache_without_them_needs_all_of_it() {
    let scratch = Scratch::new();
    let files = site(&scratch);
    let verified = verified(&common_apache(&scratch, ""), &files).await;
    assert_eq!((verified.same, verified.differing.len()), (SITE.len(), 0));
    let expected = ["PageKept { seconds: None }", "AssetNotKept", "Sniffing", "Framing", "NotFoundPage"];
    let expected =
        expected.map(str::to_owned).into_iter().chain(texts("charset")).chain(texts("compression"));
    assert_eq!(lacks(&verified), expected.collect());
    let sniffing = verified.headers.iter().find(|advice| advice.lack == Lack::Sniffing).expect("an advice");
    assert_eq!((sniffing.example.as_str(), sniffing.count), ("index.html", SITE.len()));
}

#[tokio::test]
async fn nginx_with_the_settings_of_nendo_needs_no_advice() {
    let scratch = Scratch::new();
    let files = site(&scratch);
    let server = nginx(&scratch, snippets()[1].1);
    let verified = verified(&server, &files).await;
    assert_eq!(
        verified,
        Verified { same: SITE.len(), differing: vec![], headers: vec![] },
        "{}",
        scratch.get("error.log")
    );
    its_own_files_are_hidden(&scratch, &server).await;
}

#[tokio::test]
async fn nginx_without_them_needs_all_of_it() {
    let scratch = Scratch::new();
    let files = site(&scratch);
    let settings = "error_page 404 =200 /404.html;\nadd_header Cache-Control max-age=86400;";
    let verified = verified(&nginx(&scratch, settings), &files).await;
    let expected = [
        "PageKept { seconds: Some(86400) }",
        "AssetNotKept",
        "Sniffing",
        "Framing",
        "NotFoundStatus { status: 200 }",
    ];
    let types = ["csv", "jsonld", "md", "webmanifest"].map(|ending| format!("type {ending}"));
    let expected = expected
        .map(str::to_owned)
        .into_iter()
        .chain(types)
        .chain(texts("charset"))
        .chain(texts("compression"));
    assert_eq!(lacks(&verified), expected.collect());
    let csv = verified
        .headers
        .iter()
        .find(|advice| matches!(&advice.lack, Lack::Type { ending, .. } if ending == "csv"));
    let csv = csv.expect("an advice");
    assert_eq!((csv.example.as_str(), csv.count), ("data/dx.csv", 2));
}

#[tokio::test]
async fn what_differs_is_told() {
    let scratch = Scratch::new();
    let files = site(&scratch);
    let moved = "Redirect 302 /feed.xml https://elsewhere.example/feed.xml\nDirectoryIndex disabled\nDirectoryIndex 404.html\n<Files robots.txt>\nRequire all denied\n</Files>";
    let server = common_apache(&scratch, moved);
    scratch.put("site/data/dx.csv", "other");
    std::fs::remove_file(scratch.path("site/icon.svg")).expect("removed");
    let same_length = "x".repeat(usize::try_from(files[7].bytes).expect("a length"));
    scratch.put("site/data/dx.json", &same_length);
    let verified = verified(&server, &files).await;
    let found: Vec<_> =
        verified.differing.iter().map(|difference| (difference.path.as_str(), &difference.found)).collect();
    assert_eq!(verified.same, SITE.len() - 5);
    assert_eq!(
        found,
        [
            ("data/dx.csv", &Found::Other { bytes: 5 }),
            ("data/dx.json", &Found::Other { bytes: files[7].bytes }),
            (
                "feed.xml",
                &Found::Elsewhere { status: 302, to: "https://elsewhere.example/feed.xml".to_owned() }
            ),
            ("robots.txt", &Found::Missing(403)),
            ("icon.svg", &Found::Missing(404)),
            ("", &Found::Other { bytes: files[1].bytes }),
        ]
    );
}

#[tokio::test]
async fn only_a_known_authority_is_trusted() {
    let scratch = Scratch::new();
    let files = site(&scratch);
    certificates(&scratch, &["127.0.0.1"]);
    let folder = scratch.folder().display();
    let tls = format!(
        "SSLEngine on
SSLCertificateFile {folder}/server.pem
"
    );
    let server = common_apache(&scratch, &tls);
    let url = server.url("/").replace("http:", "https:");
    let refusal = look(&url, &files, None, |_| {}).await.expect_err("a refusal");
    assert_eq!(refusal.kind, RefusalKind::Certificate);
    let authority = scratch.get("authority.pem").into_bytes();
    assert_eq!(look(&url, &files, Some(&authority), |_| {}).await.expect("verified").same, SITE.len());
    let nobody = look(&format!("http://127.0.0.1:{}/", free_port()), &files, None, |_| {}).await;
    assert_eq!(nobody.expect_err("a refusal").kind, RefusalKind::Unreachable);
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_three_times() {
    for (refusals, expected) in [(2, Ok(())), (3, Err(Found::Missing(503)))] {
        let url = format!("http://127.0.0.1:{}/", busy(refusals));
        let file = Sent { path: "a.txt".to_owned(), bytes: 1, sha256: sha256(b"a") };
        let verified = look(&url, &[file], None, |_| {}).await.expect("verified");
        let found = verified.differing.into_iter().next().map_or(Ok(()), |difference| Err(difference.found));
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_no_difference() {
    let url = format!("http://127.0.0.1:{}/", busy(usize::MAX));
    let file = Sent { path: "broken.txt".to_owned(), bytes: 1, sha256: sha256(b"a") };
    let refusal = look(&url, &[file], None, |_| {}).await.expect_err("a refusal");
    assert_eq!((refusal.kind, refusal.path.as_deref()), (RefusalKind::Lost, Some("broken.txt")));
}

/// A server that is too busy for the first requests; it breaks off what has `broken` in its name.
fn busy(mut refusals: usize) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for mut caller in listener.incoming().flatten() {
            let mut asked = [0; 4096];
            let length = caller.read(&mut asked).unwrap_or_default();
            let _ = if String::from_utf8_lossy(&asked[..length]).contains("broken") {
                write!(caller, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na")
            } else if refusals > 0 {
                refusals -= 1;
                write!(caller, "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
            } else {
                write!(caller, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na")
            };
        }
    });
    port
}
