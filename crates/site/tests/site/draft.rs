//! A draft: the same site, of which every page says that it is one, and nothing invites anybody to find it.

use std::collections::BTreeMap;

use nendo_model::{Date, Plan};
use nendo_site::{Config, Site};

use crate::made::{Desk, entry, kpi, outputs, plan_of};
use crate::sample::of;

fn site() -> Site {
    let desk = Desk::new();
    desk.write("content/site.toml", "base-url = \"https://city.example/\"\n");
    let content = desk.path("content");
    Site::open(&content, Config::read(&content).value, None, &[], &[]).value.expect("a site")
}

fn plan() -> Plan {
    let mut plan = plan_of(kpi("life-1", "申請率", [(2023, entry(of("80", "%"), of("75", "%")))]));
    plan.editions[0].published = Date::read("2024-06-28");
    plan
}

fn files(site: &Site, plan: &Plan) -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files = outputs(site, plan).files;
    files.iter().map(|(path, bytes)| (path.as_str().to_owned(), text(bytes))).collect()
}

fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\">";

#[test]
fn every_page_of_a_draft_says_so_once_in_each_of_its_languages() {
    let files = files(&site().as_draft(), &plan());
    for (path, page) in files.iter().filter(|(path, _)| is_page(path)) {
        let of = |language: &str| page.contains(&format!("<html lang=\"{language}\">"));
        let is_door = page.contains("<body class=\"door\">");
        for (language, word) in [("ja", "下書き"), ("en", "Draft")] {
            let mark = format!("<p lang=\"{language}\"><b>{word}</b> <span>");
            assert_eq!(page.matches(&mark).count(), usize::from(is_door || of(language)), "{path}: {word}");
            assert_eq!(page.matches(word).count(), page.matches(&mark).count(), "{path}: {word}");
        }
        assert_eq!(page.matches(NOINDEX).count(), 1, "{path}");
        let (head, body) = page.split_once("<body").expect("a body");
        assert!(head.contains(NOINDEX) && head.contains("@media print"), "{path}");
        assert!(body.contains("<aside class=\"draft\">"), "{path}");
        assert!(!page.contains("application/atom+xml"), "{path}");
    }
}

#[test]
fn a_draft_has_the_files_of_the_site_but_those_for_robots_and_readers() {
    let (site, plan) = (site(), plan());
    let final_files = files(&site, &plan);
    let draft_files = files(&site.as_draft(), &plan);
    let missing: Vec<&String> = final_files.keys().filter(|path| !draft_files.contains_key(*path)).collect();
    assert_eq!(missing, ["feed.en.xml", "feed.ja.xml", "sitemap.xml"]);
    assert_eq!(draft_files["robots.txt"], "User-agent: *\nDisallow: /\n");
    for (path, text) in &draft_files {
        let is_same = final_files.get(path) == Some(text);
        assert_eq!(is_same, !is_page(path) && path != "robots.txt", "{path}");
    }
}

#[test]
fn no_other_site_has_a_word_of_it() {
    for (path, text) in files(&site(), &plan()).iter().filter(|(path, _)| is_page(path)) {
        for absent in ["下書き", "Draft", "class=\"draft\""] {
            assert!(!text.contains(absent), "{path}: {absent}");
        }
        assert_eq!(text.contains(NOINDEX), path == "404.html", "{path}");
    }
}

#[test]
fn the_day_from_which_a_plan_may_be_published_is_on_no_page() {
    let dated = Plan { publish_after: Date::read("2031-02-03"), ..plan() };
    assert_eq!(files(&site(), &dated), files(&site(), &plan()));
}
