//! What a browser gets when its reader goes to a page: the page with a script, as soon as there is one.

use std::fs;

use crate::client::{ask, get, visit};
use crate::place::{PAGE, Place};

const BEFORE_SCRIPT: &str = "<script src=\"/.nendo-preview/page.js\" data-page=\"";

#[test]
fn only_a_browser_that_goes_to_a_page_gets_the_script() {
    let place = Place::new();
    let preview = place.preview();
    let answer = visit(preview.address(), "/dx/");
    let (start, rest) = answer.text().split_once(BEFORE_SCRIPT).unwrap();
    let (_, end) = rest.split_once("\" defer></script>").unwrap();
    assert_eq!(end, "</body>\n</html>\n");
    assert_eq!(format!("{}{end}", start.replacen("connect-src &#39;self&#39;; ", "", 1)), PAGE);
    assert!(start.contains("content=\"connect-src &#39;self&#39;; default-src 'none'; script-src"));
    assert_eq!(
        (answer.status, answer.header("cache-control"), answer.header("vary")),
        (200, "no-store", "Accept")
    );
    assert_eq!((answer.header("content-type"), answer.header("etag")), ("text/html; charset=utf-8", ""));
    assert_eq!(fs::read_to_string(place.at("site/dx/index.html")).unwrap(), PAGE, "never on disk");
    let address = preview.address();
    let others = [
        get(address, "/dx/"),
        ask(address, "GET", "/dx/", &[]),
        ask(address, "GET", "/dx/", &["Accept: text/html", "Range: bytes=0-"]),
    ];
    for other in others {
        assert_eq!((other.text(), other.header("vary")), (PAGE, "Accept"));
    }
    assert_eq!(visit(address, "/data.csv").text(), "年度,値\n2023,79\n");
    assert_eq!((visit(address, "/dx").status, visit(address, "/dx").header("location")), (302, "/dx/"));
}

#[test]
fn what_is_missing_listens_too() {
    let place = Place::new();
    let preview = place.preview();
    let answer = visit(preview.address(), "/dx/none.html");
    assert_eq!((answer.status, answer.header("cache-control")), (404, "no-store"));
    assert!(answer.text().contains("ありません") && answer.text().contains(BEFORE_SCRIPT));
    fs::remove_dir_all(place.at("site")).unwrap();
    let answer = visit(preview.address(), "/");
    assert!(answer.status == 404 && answer.text().contains(BEFORE_SCRIPT), "before there is a site");
}

#[test]
fn the_script_is_served_and_nothing_beside_it() {
    let place = Place::new();
    let preview = place.preview();
    let answer = get(preview.address(), "/.nendo-preview/page.js");
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/javascript; charset=utf-8"));
    assert!(answer.text().contains("EventSource"));
    place.write("site/.nendo-preview/own.js", "");
    assert_eq!(get(preview.address(), "/.nendo-preview/own.js").status, 404);
}
