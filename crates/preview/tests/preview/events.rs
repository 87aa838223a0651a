//! What an open page is told, as it comes over the wire.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};

use nendo_preview::{State, Told, Tone};
use serde_json::Value;

use crate::client::{ask, connect, visit};
use crate::place::{PAGE, Place};

/// A page that is open in a browser.
struct Tab {
    path: String,
    was: String,
    events: BufReader<TcpStream>,
}

impl Tab {
    fn open(address: SocketAddr, path: &str) -> Tab {
        let answer = visit(address, path);
        let (_, rest) = answer.text().split_once("data-page=\"").unwrap();
        Tab::listening(address, path, rest.split('"').next().unwrap())
    }

    fn listening(address: SocketAddr, path: &str, was: &str) -> Tab {
        let mut stream = connect(address);
        let head = format!(
            "GET /.nendo-preview/events?path={path}&was={was} HTTP/1.1\r\nHost: {address}\r\nAccept: text/event-stream\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        Tab { path: path.to_owned(), was: was.to_owned(), events: BufReader::new(stream) }
    }

    /// The next event.
    fn hears(&mut self) -> Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.events.read_line(&mut line).unwrap(), 0, "the stream has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// What the next event says of the page.
    fn change(&mut self) -> String {
        self.hears()["page"].as_str().unwrap().to_owned()
    }
}

fn problems(text: &str) -> State {
    let told = Told {
        severity: "エラー".to_owned(),
        tone: Tone::Error,
        place: "content/plans/dx/2023.csv:12 D12".to_owned(),
        text: text.to_owned(),
        hint: "直してください。".to_owned(),
    };
    State::Bad(BTreeMap::from([("ja".to_owned(), vec![told])]))
}

#[test]
fn a_page_is_told_of_what_it_shows_and_of_nothing_else() {
    let place = Place::new();
    let preview = place.preview();
    let mut tab = Tab::open(preview.address(), "/dx/");
    assert_eq!(tab.change(), "same");
    let mut told = |what: &str| {
        preview.show(State::Good);
        let change = tab.change();
        if change == "changed" {
            tab = Tab::open(preview.address(), "/dx/");
            assert_eq!(tab.change(), "same", "after it was loaded again: {what}");
        }
        change
    };
    assert_eq!(told("no change"), "same");
    place.write("site/data.csv", "2024");
    place.write("site/other.html", "new");
    assert_eq!(told("files that it only links to"), "same");
    place.write("site/dx/index.html", PAGE.replace("進捗", "進捗 80%"));
    assert_eq!(told("its text"), "changed");
    place.write("site/assets/icon.svg", "<svg></svg>");
    assert_eq!(told("a picture of the same name"), "changed");
    place.write("site/assets/ground.svg", "<svg></svg>");
    assert_eq!(told("a picture of a style sheet"), "changed");
}

#[test]
fn new_style_sheets_need_no_new_page() {
    let place = Place::new();
    let preview = place.preview();
    let mut tab = Tab::open(preview.address(), "/dx/");
    assert_eq!(tab.change(), "same");
    place.write("site/assets/style.99999999.css", "p { color: blue }");
    place.write("site/dx/index.html", PAGE.replace("0a1b2c3d", "99999999"));
    preview.show(State::Good);
    let news = tab.hears();
    assert_eq!(news["page"], "restyled");
    assert_eq!(news["styles"], serde_json::json!(["../assets/style.99999999.css", "../assets/own.css"]));
    assert_ne!(news["was"], tab.was.as_str());
    preview.show(State::Good);
    assert_eq!(tab.change(), "same", "once is enough");
    place.write("site/assets/own.css", "p { background: url(ground.svg) red }");
    preview.show(State::Good);
    assert_eq!(tab.change(), "restyled", "of the same name");
    place.write("site/dx/index.html", PAGE.replace("0a1b2c3d", "11111111").replace("進捗", ""));
    preview.show(State::Good);
    assert_eq!(tab.change(), "changed", "its text too");
}

#[test]
fn a_page_that_is_gone_says_so_and_one_that_comes_is_loaded() {
    let place = Place::new();
    let preview = place.preview();
    let (mut there, mut not_yet) =
        (Tab::open(preview.address(), "/dx/"), Tab::open(preview.address(), "/dx/new.html"));
    assert_eq!((there.change(), not_yet.change()), ("same".to_owned(), "same".to_owned()));
    place.remove("site/dx/index.html");
    place.write("site/dx/new.html", "new");
    preview.show(State::Good);
    assert_eq!((there.change(), not_yet.change()), ("gone".to_owned(), "changed".to_owned()));
    place.write("site/dx/index.html", PAGE);
    preview.show(State::Good);
    assert_eq!(there.change(), "same", "it is back");
}

#[test]
fn problems_are_told_at_once_and_to_who_comes_later_until_all_is_well() {
    let place = Place::new();
    let preview = place.preview();
    let mut tab = Tab::open(preview.address(), "/dx/");
    assert_eq!(tab.hears()["problems"], Value::Null);
    preview.show(problems("「<b>」は数ではありません。\n\"\u{2028}"));
    let news = tab.hears();
    let told = &news["problems"]["ja"][0];
    assert_eq!(
        (&news["page"], &told["tone"], &told["severity"]),
        (&"same".into(), &"error".into(), &"エラー".into())
    );
    assert_eq!(told["text"], "「<b>」は数ではありません。\n\"\u{2028}");
    assert_eq!(told["place"], "content/plans/dx/2023.csv:12 D12");
    assert_eq!(Tab::open(preview.address(), "/dx/").hears(), news, "a page that is opened meanwhile");
    assert_eq!(
        Tab::open(preview.address(), "/none").hears()["problems"],
        news["problems"],
        "one that is not there too"
    );
    preview.show(State::Good);
    assert_eq!(tab.hears()["problems"], Value::Null);
}

#[test]
fn who_was_away_catches_up() {
    let place = Place::new();
    let preview = place.preview();
    let away = Tab::open(preview.address(), "/dx/");
    let Tab { path, was, .. } = away;
    drop(preview);
    let preview = place.preview();
    assert_eq!(Tab::listening(preview.address(), &path, &was).change(), "same", "nothing was missed");
    drop(preview);
    place.write("site/assets/own.css", "p { }");
    let preview = place.preview();
    preview.show(problems("x"));
    let mut tab = Tab::listening(preview.address(), &path, &was);
    assert_eq!(tab.change(), "changed", "the style sheet names no picture any more");
    place.write("site/assets/own.css", "p { background: url(ground.svg) }");
    place.write("site/dx/index.html", PAGE.replace("0a1b2c3d", "22222222"));
    assert_eq!(Tab::listening(preview.address(), &path, &was).change(), "restyled");
    let answer = ask(preview.address(), "GET", "/.nendo-preview/events?path=/dx/&was=nothing", &[]);
    assert_eq!(answer.status, 400);
}

#[test]
fn a_preview_ends_though_pages_listen() {
    let place = Place::new();
    let preview = place.preview();
    let mut tab = Tab::open(preview.address(), "/dx/");
    assert_eq!(tab.change(), "same");
    drop(preview);
    let mut rest = String::new();
    while tab.events.read_line(&mut rest).is_ok_and(|read| read > 0) {}
    assert!(!rest.contains("data:"));
}
