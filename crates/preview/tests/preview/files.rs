//! What tools get: the files, byte for byte, as HTTP has it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};

use nendo_preview::{Preview, Settings, StartError};

use crate::client::{ask, get, raw};
use crate::place::{PAGE, Place};

#[test]
fn a_file_comes_as_it_is_and_says_what_it_is() {
    let place = Place::new();
    let preview = place.preview();
    let kinds = [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.xml", "text/xml; charset=utf-8"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("none", "application/octet-stream"),
        ("年度 1.CSV", "text/csv; charset=utf-8"),
    ];
    for (name, kind) in kinds {
        let bytes = [name.as_bytes(), b"\0\xff\r\n</body>"].concat();
        place.write(&format!("site/{name}"), &bytes);
        let path = name.replace("年度 1", "%E5%B9%B4%e5%ba%a6%201");
        let answer = get(preview.address(), &format!("/{path}"));
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{name}");
        assert_eq!(answer.body, bytes, "{name}");
        assert_eq!(answer.header("content-length"), bytes.len().to_string());
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[test]
fn a_folder_is_its_index_under_its_slash() {
    let place = Place::new();
    let preview = place.preview();
    assert_eq!(get(preview.address(), "/dx/").text(), PAGE);
    let answer = get(preview.address(), "/dx?a=1&b=//c");
    assert_eq!((answer.status, answer.header("location")), (302, "/dx/?a=1&b=//c"));
    // Neither one that leads to another host.
    for path in ["//dx", "//dx/", "/dx//", "/assets", "/assets/", "/dx/index.html/", "/"] {
        assert_eq!(get(preview.address(), path).status, 404, "{path}");
    }
    place.write("site/index.html", PAGE);
    assert_eq!(get(preview.address(), "/").text(), PAGE);
    assert_eq!(get(preview.address(), "/dx/index.html?x").text(), PAGE);
}

#[test]
fn what_is_missing_says_so_in_the_words_of_the_site() {
    let place = Place::new();
    let preview = place.preview();
    let answer = get(preview.address(), "/dx/nothing.csv");
    assert_eq!((answer.status, answer.header("content-type")), (404, "text/html; charset=utf-8"));
    assert_eq!(answer.body, fs::read(place.at("site/404.html")).unwrap());
    place.remove("site/404.html");
    assert_eq!(get(preview.address(), "/dx/nothing.csv").status, 404);
}

#[test]
fn head_is_get_without_the_body_and_other_methods_are_not_there() {
    let place = Place::new();
    let preview = place.preview();
    for path in ["/dx/", "/data.csv", "/none", "/.nendo-preview/page.js"] {
        let (whole, head) = (
            get(preview.address(), path),
            ask(preview.address(), "HEAD", path, &["Accept: text/html", "Range: bytes=0-1"]),
        );
        assert_eq!((head.status, head.body.len()), (whole.status, 0), "{path}");
        for name in ["content-type", "content-length", "etag", "cache-control"] {
            assert_eq!(head.header(name), whole.header(name), "{path} {name}");
        }
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        let answer = ask(preview.address(), method, "/dx/", &["Content-Length: 0"]);
        assert_eq!((answer.status, answer.header("allow")), (405, "GET,HEAD"), "{method}");
    }
}

#[test]
fn a_part_can_be_asked_for() {
    let place = Place::new();
    let preview = place.preview();
    place.write("site/a.txt", "0123456789");
    let part = |lines: &[&str]| {
        let answer = ask(preview.address(), "GET", "/a.txt", lines);
        (answer.status, answer.header("content-range").to_owned(), answer.text().to_owned())
    };
    let of = |status: u16, range: &str, text: &str| (status, range.to_owned(), text.to_owned());
    assert_eq!(part(&["Range: bytes=2-4"]), of(206, "bytes 2-4/10", "234"));
    assert_eq!(part(&["Range: bytes=7-"]), of(206, "bytes 7-9/10", "789"));
    assert_eq!(part(&["Range: bytes=-3"]), of(206, "bytes 7-9/10", "789"));
    assert_eq!(part(&["Range: bytes=8-99"]), of(206, "bytes 8-9/10", "89"));
    assert_eq!(part(&["Range: bytes=10-"]), of(416, "bytes */10", ""));
    assert_eq!(part(&["Range: bytes=0-1,4-5"]), of(200, "", "0123456789"), "all, for several");
    assert_eq!(part(&["Range: lines=1-2"]), of(200, "", "0123456789"), "not heeded");
    let tag = get(preview.address(), "/a.txt").header("etag").to_owned();
    assert_eq!(part(&["Range: bytes=0-1", &format!("If-Range: {tag}")]), of(206, "bytes 0-1/10", "01"));
    assert_eq!(part(&["Range: bytes=0-1", "If-Range: \"other\""]), of(200, "", "0123456789"));
}

#[test]
fn what_is_there_already_is_not_sent_again_but_never_an_old_one_kept() {
    let place = Place::new();
    let preview = place.preview();
    let mut before = Vec::new();
    for number in 0..50 {
        // Of one length, and often within one tick of the disk's clock.
        place.write("site/data.csv", format!("{number:02}"));
        let answer = get(preview.address(), "/data.csv");
        let (tag, none) = (answer.header("etag"), answer.header("last-modified"));
        assert_eq!(
            (answer.text(), none, answer.header("cache-control")),
            (format!("{number:02}").as_str(), "", "no-cache")
        );
        let again = ask(preview.address(), "GET", "/data.csv", &[&format!("If-None-Match: \"x\", W/{tag}")]);
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, tag));
        before.push(tag.to_owned());
        let old = format!("If-None-Match: {}", before[..number].join(", "));
        let since = "If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT";
        assert_eq!(ask(preview.address(), "GET", "/data.csv", &[&old, since]).status, 200, "{number}");
    }
    assert_eq!(ask(preview.address(), "GET", "/data.csv", &["If-None-Match: *"]).status, 304);
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let place = Place::new();
    let preview = place.preview();
    let port = preview.address().port();
    for host in ["localhost", "LOCALHOST", "127.0.0.1", "[::1]", "192.168.1.2"] {
        assert_eq!(
            ask(preview.address(), "GET", "/dx/", &[&format!("Host: {host}:{port}")]).status,
            200,
            "{host}"
        );
    }
    for host in [
        "example.org",
        "127.0.0.1.example.org",
        "localhost.example.org",
        "localhost@example.org",
        "[::1].example.org",
        "",
        "a b",
    ] {
        for path in
            ["/dx/", "/.nendo-preview/page.js", "/.nendo-preview/events?path=/&was=0-0-0-0-0", "/none"]
        {
            assert_eq!(
                ask(preview.address(), "GET", path, &[&format!("Host: {host}:{port}")]).status,
                403,
                "{host} {path}"
            );
        }
    }
    assert_eq!(ask(preview.address(), "GET", "http://example.org/dx/", &[]).status, 403);
    assert_eq!(ask(preview.address(), "GET", "/dx/", &["Host: localhost", "Host: example.org"]).status, 403);
    assert!(
        raw(preview.address(), b"GET /dx/ HTTP/1.0\r\n\r\n").starts_with(b"HTTP/1.0 200 "),
        "tools may name none"
    );
    let settings = Settings { root: place.at("site"), host: Ipv4Addr::UNSPECIFIED.into(), port: Some(0) };
    let open = Preview::start(settings).unwrap();
    let address = (Ipv4Addr::LOCALHOST, open.address().port()).into();
    assert_eq!(ask(address, "GET", "/dx/", &["Host: planning-pc.local"]).status, 200);
}

#[test]
fn a_port_that_is_taken_is_told_or_passed_by() {
    let place = Place::new();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let at =
        |host: [u8; 4], port| Preview::start(Settings { root: place.at("site"), host: host.into(), port });
    let address = taken.local_addr().unwrap();
    assert!(
        matches!(at([127, 0, 0, 1], Some(address.port())), Err(StartError::Taken(told)) if told == address)
    );
    assert!(
        matches!(at([192, 0, 2, 1], None), Err(StartError::NotOurs(host)) if host == Ipv4Addr::new(192, 0, 2, 1))
    );
    let (one, two) = (at([127, 0, 0, 1], None).unwrap(), at([127, 0, 0, 1], None).unwrap());
    assert!(one.address().port() >= 8000 && one.address() != two.address());
    let gone = one.address();
    drop(one);
    assert!(TcpStream::connect(gone).is_err(), "it ends when dropped");
    assert_eq!(get(two.address(), "/dx/").status, 200);
}
