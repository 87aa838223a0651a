//! Against Apache's mod_dav, and against answers of others.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

use nendo_servers::{PASSWORD, Scratch, Server, USER, apache, certificates, dav, dav_at, free_port};

use super::super::{Host, Refusal, RefusalKind};
use super::WebDav;
use crate::target::{self, Secret};
use crate::tests::promises;

fn target(endpoint: &str) -> target::WebDav {
    target::WebDav {
        endpoint: endpoint.to_owned(),
        user: Some(USER.to_owned()),
        password: Some(Secret::new(PASSWORD)),
        authorities: None,
    }
}

fn host(server: &Server, root: &str) -> WebDav {
    WebDav::new(&target(&server.url("/")), root).expect("a host")
}

fn kind<T>(refused: Result<T, Refusal>) -> RefusalKind {
    let refusal = refused.err().expect("a refusal");
    assert!(!format!("{refusal:?}").contains(PASSWORD), "{refusal:?}");
    refusal.kind
}

#[tokio::test]
async fn apache_keeps_the_promises() {
    let scratch = Scratch::new();
    let server = dav(&scratch);
    promises::are_kept(&host(&server, "公開 1/plan")).await;
}

#[tokio::test]
async fn a_file_costs_two_requests() {
    let scratch = Scratch::new();
    let server = dav(&scratch);
    let host = host(&server, "");
    host.write("dx/a.html", b"a").await.expect("written");
    host.write("dx/b.html.nendo-part", b"b").await.expect("written");
    host.rename("dx/b.html.nendo-part", "dx/b.html").await.expect("renamed");
    // The log is written after the answer.
    while !scratch.get("access.log").contains("MOVE") {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let log = scratch.get("access.log");
    let asked: Vec<_> = log.lines().filter(|line| !line.contains("a.html")).collect();
    assert_eq!(asked, ["MKCOL /dx/ 201", "PUT /dx/b.html.nendo-part 201", "MOVE /dx/b.html.nendo-part 201"]);
}

#[tokio::test]
async fn what_the_server_forbids_is_told() {
    let scratch = Scratch::new();
    let server = dav(&scratch);
    let mut wrong = target(&server.url("/"));
    wrong.password = Some(Secret::new("wrong"));
    let wrong = WebDav::new(&wrong, "").expect("a host");
    assert_eq!(kind(wrong.files("").await), RefusalKind::Login);
    assert_eq!(kind(wrong.write("a.txt", b"a").await), RefusalKind::Login);
    assert_eq!(kind(wrong.read("a.txt").await), RefusalKind::Login);

    let nobody = WebDav::new(&target::WebDav { user: None, password: None, ..target(&server.url("/")) }, "");
    assert_eq!(kind(nobody.expect("a host").files("").await), RefusalKind::Login);

    let locked = host(&server, "read-only");
    assert_eq!(locked.files("").await, Ok(vec![]));
    let refusal = locked.write("a.txt", b"a").await.expect_err("a refusal");
    assert_eq!((refusal.kind, refusal.path.as_deref()), (RefusalKind::Denied, Some("a.txt")));
    assert_eq!(refusal.said, "403 Forbidden");
    assert_eq!(kind(locked.write("new/a.txt", b"a").await), RefusalKind::Denied);
    assert_eq!(kind(locked.remove("a.txt").await), RefusalKind::Denied);
}

#[tokio::test]
async fn a_folder_that_shows_its_index_page_instead_is_told_with_what_to_do() {
    let scratch = Scratch::new();
    scratch.put("site/dx/index.html", "page");
    let folder = scratch.folder().display();
    let settings = format!(
        "DirectoryIndex index.html\n<Directory {folder}/site>\nDav On\nRequire all granted\n</Directory>\n"
    );
    let server = apache(&scratch, &settings);
    let refusal = host(&server, "").files("dx").await.expect_err("a refusal");
    assert!(refusal.said.contains("DirectoryIndex disabled"), "{refusal:?}");
}

#[tokio::test]
async fn a_folder_with_something_that_is_not_listed_stays() {
    let scratch = Scratch::new();
    std::fs::create_dir_all(scratch.site().join("old")).expect("a folder");
    scratch.put("site/old/.htaccess", "");
    let server = dav(&scratch);
    assert_eq!(host(&server, "").remove_folder("old").await, Ok(()));
    assert_eq!(scratch.get("site/old/.htaccess"), "");
}

#[tokio::test]
async fn a_server_that_ends_is_lost_and_one_that_comes_back_works() {
    let scratch = Scratch::new();
    let server = dav(&scratch);
    let port = server.port;
    let host = host(&server, "");
    host.write("a.txt", b"a").await.expect("written");
    drop(server);
    for _ in 0..2 {
        let refusal = kind(host.write("a.txt", b"b").await);
        assert!(matches!(refusal, RefusalKind::Lost | RefusalKind::Unreachable), "{refusal:?}");
    }
    let _back = dav_at(&scratch, port);
    assert_eq!(host.write("a.txt", b"b").await, Ok(()));
    assert_eq!(host.read("a.txt").await, Ok(Some(b"b".to_vec())));
}

#[tokio::test]
async fn only_a_known_authority_is_trusted() {
    let scratch = Scratch::new();
    certificates(&scratch, &["127.0.0.1"]);
    let server = dav(&scratch);
    let address = server.url("/").replace("http:", "https:");
    let host =
        |authorities| WebDav::new(&target::WebDav { authorities, ..target(&address) }, "").expect("a host");
    assert_eq!(kind(host(None).files("").await), RefusalKind::Certificate);
    let authority = Some(scratch.get("authority.pem").into_bytes());
    assert_eq!(host(authority.clone()).write("a.txt", b"a").await, Ok(()));
    assert_eq!(scratch.get("site/a.txt"), "a");
    // The certificate is for the number, and not for the name.
    let named = address.replace("127.0.0.1", "localhost");
    let named =
        WebDav::new(&target::WebDav { authorities: authority, ..target(&named) }, "").expect("a host");
    assert_eq!(kind(named.files("").await), RefusalKind::Certificate);
}

#[tokio::test]
async fn a_server_without_tls_is_told_from_one_that_is_not_there() {
    let scratch = Scratch::new();
    let server = dav(&scratch);
    let plain = WebDav::new(&target(&server.url("/").replace("http:", "https:")), "").expect("a host");
    assert_eq!(kind(plain.files("").await), RefusalKind::NoTls);
    for address in [format!("http://127.0.0.1:{}/", free_port()), "http://host.invalid/".to_owned()] {
        let absent = WebDav::new(&target(&address), "").expect("a host");
        assert_eq!(kind(absent.files("").await), RefusalKind::Unreachable, "{address}");
    }
}

#[tokio::test]
async fn an_address_with_a_secret_in_it_is_none() {
    for address in
        ["http://a:b@host.example/", "ftp://host.example/", "http://host.example/?a", "host.example"]
    {
        assert!(WebDav::new(&target(address), "").is_err(), "{address}");
    }
}

#[tokio::test]
async fn what_is_answered_says_what_is_wrong() {
    for (answer, expected) in [
        ("507 Insufficient Storage", RefusalKind::Full),
        ("503 Service Unavailable", RefusalKind::Lost),
        ("500 Internal Server Error", RefusalKind::Lost),
        ("429 Too Many Requests", RefusalKind::Lost),
        ("423 Locked", RefusalKind::Lost),
        ("409 Conflict", RefusalKind::Other),
        ("405 Method Not Allowed", RefusalKind::Other),
        ("302 Found\r\nLocation: http://127.0.0.1/login?secret", RefusalKind::Other),
    ] {
        let port = answers(answer, "");
        let host = WebDav::new(&target(&format!("http://127.0.0.1:{port}/")), "").expect("a host");
        let refusal = host.write("a.txt", b"a").await.expect_err(answer);
        assert_eq!(refusal.kind, expected, "{answer}");
        assert!(answer.starts_with(refusal.said.split(':').next().expect("a text")), "{}", refusal.said);
        assert!(!refusal.said.contains("secret"), "{}", refusal.said);
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_lost() {
    let port = answers("200 OK\r\nContent-Length: 100", "too little");
    let host = WebDav::new(&target(&format!("http://127.0.0.1:{port}/")), "").expect("a host");
    assert_eq!(kind(host.read("a.txt").await), RefusalKind::Lost);
}

#[tokio::test]
async fn a_server_that_overwrites_nothing_is_asked_to_remove_first() {
    let (port, asked) = talks(vec!["412 Precondition Failed", "204 No Content", "201 Created"]);
    let host = WebDav::new(&target(&format!("http://127.0.0.1:{port}/")), "").expect("a host");
    assert_eq!(host.rename("a.nendo-part", "a.txt").await, Ok(()));
    let asked: Vec<_> = asked.try_iter().collect();
    assert_eq!(asked, ["MOVE /a.nendo-part", "DELETE /a.txt", "MOVE /a.nendo-part"]);
}

#[tokio::test]
async fn a_folder_that_may_not_be_made_says_why() {
    let (port, _asked) = talks(vec!["409 Conflict", "507 Insufficient Storage", "409 Conflict"]);
    let host = WebDav::new(&target(&format!("http://127.0.0.1:{port}/")), "").expect("a host");
    assert_eq!(kind(host.write("new/a.txt", b"a").await), RefusalKind::Full);
}

/// A server that gives the same answer to everybody.
fn answers(status: &'static str, body: &'static str) -> u16 {
    serves(move |_| format!("HTTP/1.1 {status}\r\nConnection: close\r\n\r\n{body}"))
}

/// A server that gives these answers, one after the other, and tells what it was asked.
fn talks(statuses: Vec<&'static str>) -> (u16, Receiver<String>) {
    let (tell, asked) = channel();
    let mut statuses = statuses.into_iter();
    let port = serves(move |question| {
        let _ = tell.send(question.split(" HTTP").next().unwrap_or_default().to_owned());
        let status = statuses.next().unwrap_or("500 Internal Server Error");
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    });
    (port, asked)
}

/// A server of one answer a connection.
fn serves(mut answer: impl FnMut(&str) -> String + Send + 'static) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for mut caller in listener.incoming().flatten() {
            let mut question = [0; 4096];
            let length = caller.read(&mut question).unwrap_or_default();
            let answer = answer(&String::from_utf8_lossy(&question[..length]));
            let _ = caller.write_all(answer.as_bytes());
        }
    });
    port
}
