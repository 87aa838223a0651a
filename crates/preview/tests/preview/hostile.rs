//! Thousands of requests for what lies beside the site, or in it and is not published: none gets a byte of it.

use std::fs;
use std::path::Path;

use crate::client::{get, raw};
use crate::place::Place;

/// A byte that nothing has but the secrets.
const SECRET: u8 = 0xFE;

#[test]
fn nothing_from_outside_is_given() {
    let place = Place::new();
    for path in [
        "secret.txt",
        "private/index.html",
        "site-of-another/secret.txt",
        "site/.nendo/built",
        "site/dx/.nendo-notes/secret.txt",
    ] {
        place.write(path, [SECRET; 99]);
    }
    links(&place);
    let preview = place.preview();
    assert_eq!(get(preview.address(), "/within.csv").status, 200, "a link that stays within");
    let requests = requests(&place);
    assert!(requests.len() > 4000, "{}", requests.len());
    for (number, path) in requests.into_iter().enumerate() {
        let accept = ["*/*", "text/html"][number % 2];
        let head = format!(" HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nConnection: close\r\n\r\n");
        let answer = raw(preview.address(), &[b"GET ", path.as_slice(), head.as_bytes()].concat());
        let shown = String::from_utf8_lossy(&path);
        assert!(!answer.contains(&SECRET), "{shown}");
        assert!(!answer.starts_with(b"HTTP/1.1 5"), "{shown}: {}", String::from_utf8_lossy(&answer));
    }
}

/// Out of the site, and to what is not published in it.
#[cfg(unix)]
fn links(place: &Place) {
    use std::os::unix::fs::symlink;
    for (to, from) in [
        ("secret.txt", "site/file.txt"),
        ("private", "site/folder"),
        ("site", "site/again"),
        (".", "site/above"),
        ("site/.nendo", "site/notes"),
        ("site/.nendo/built", "site/notes.txt"),
        ("site/data.csv", "site/within.csv"),
    ] {
        symlink(place.at(to), place.at(from)).unwrap();
    }
    symlink("../secret.txt", place.at("site/relative.txt")).unwrap();
    symlink("file.txt", place.at("site/chain.txt")).unwrap();
}

#[cfg(not(unix))]
fn links(place: &Place) {
    place.write("site/within.csv", "");
}

fn requests(place: &Place) -> Vec<Vec<u8>> {
    let dots: [&[u8]; 12] = [
        b"..",
        b"%2e%2e",
        b".%2E",
        b"%252e%252e",
        b"%c0%ae%c0%ae",
        b"..%00",
        b"..;",
        b"...",
        b".. ",
        b"..%20",
        b"\xef\xbc\x8e\xef\xbc\x8e",
        b"%u002e%u002e",
    ];
    let slashes: [&[u8]; 11] =
        [b"/", b"%2f", b"%252F", b"\\", b"%5c", b"%255c", b"%c0%af", b"//", b"/./", b"%00/", b"\xef\xbc\x8f"];
    let starts: [&[u8]; 5] = [b"/", b"/dx/", b"/assets/", b"/again/", b"//"];
    let targets: [&[u8]; 4] =
        [b"secret.txt", b"secret.txt%00.html", b"private/", b"site-of-another/secret.txt"];
    let mut all = Vec::new();
    for (start, target) in starts.iter().flat_map(|start| targets.map(|target| (start, target))) {
        for (up, slash) in dots.iter().flat_map(|up| slashes.map(|slash| (up, slash))) {
            let step = [up, slash].concat();
            for depth in 1..=2 {
                all.push([start, step.repeat(depth).as_slice(), target].concat());
            }
        }
    }
    let plain: Vec<_> = plain_ones(place).into_iter().map(String::into_bytes).collect();
    // Each comes once as a tool's and once as a browser's.
    all.extend(plain.iter().flat_map(|path| [path.clone(), path.clone()]));
    all
}

fn plain_ones(place: &Place) -> Vec<String> {
    let mut all: Vec<String> = [
        "/file.txt",
        "/relative.txt",
        "/chain.txt",
        "/folder/",
        "/folder",
        "/folder/index.html",
        "/again/",
        "/again/file.txt",
        "/above/secret.txt",
        "/above/site/.nendo/built",
        "/again/.nendo/built",
        "/notes/built",
        "/notes.txt",
        "/.nendo/built",
        "/.NENDO/built",
        "/%2enendo/built",
        "/%2Enendo%2fbuilt",
        "/.nendo%5cbuilt",
        "/.nendo/./built",
        "/.nendo//built",
        "//.nendo/built",
        "/dx/.nendo-notes/secret.txt",
        "/dx/%2e%6e%65%6e%64%6f-notes/secret.txt",
        "/dx/../.nendo/built",
        "/.nendo::$INDEX_ALLOCATION/built",
        "/.nendo./built",
        "/.nendo%20/built",
        "/NENDO~1/built",
        "/.nendo",
        "/.nendo/",
        "/C:/secret.txt",
        "/c%3a%5csecret.txt",
        "/file.txt::$DATA",
        "/CON",
        "/nul.txt",
        "/aux.html",
        "/COM1",
        "/%5c%5c.%5cC:",
        "/%5c%5c%3f%5cC:",
        "*",
        "",
        "?",
        "..",
        "../secret.txt",
        "file.txt",
        "/%",
        "/%2",
        "/%zz",
        "/\u{7f}",
        "/%7f",
        "/%0d%0aX: y",
    ]
    .map(str::to_owned)
    .into();
    let absolute = |path: &Path| fs::canonicalize(path).unwrap().to_str().unwrap().replace('\\', "/");
    for path in ["secret.txt", "private/index.html", "site/.nendo/built"] {
        let path = absolute(&place.at(path));
        let encoded = path.replace('/', "%2F");
        let starts = [
            "",
            "/",
            "//",
            "file://",
            "/dx/",
            "/dx//",
            "http://localhost",
            "http://localhost/",
            "http://localhost/..",
            "/%2f",
            "/%5c",
        ];
        all.extend(starts.iter().flat_map(|start| {
            [format!("{start}{path}"), format!("{start}{encoded}"), format!("{start}{path}?a=.html")]
        }));
    }
    all
}
