//! One evaluation changed in the example's table is changed everywhere it shows, in both languages,
//! and nowhere else; building again gives the same bytes and writes nothing.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use crate::desk::{Desk, Tree};

const TABLE: &str = "content/plans/dx/2023.csv";

/// The evaluations of ①-1 in the example's table: 2022, 2023, 2024.
const EVALUATIONS: &str = ",,,評価,B,C,—";
const CHANGED: &str = ",,,評価,B,B,—";

/// How pages of a year name its KPI.
const LINK: &str = "href=\"service-1.html#service-1-1\"";
const CSV: &str = "dx/2023/data/221309_dx_2023_progress.csv";
const JSON: &str = "dx/2023/data/progress.json";

/// What a site says of the KPI and of all of them.
struct Said {
    letter: &'static str,
    /// KPIs and their share, and those of each pillar, by grade.
    counts: [(&'static str, &'static str); 4],
    /// Movements against the year before: same, down.
    moves: [&'static str; 2],
}

const BEFORE: Said = Said {
    letter: "C",
    counts: [("A", "9 (36%) 6 3"), ("B", "15 (60%) 8 7"), ("C", "1 (4%) 1 0"), ("D", "0 (0%) 0 0")],
    moves: ["19", "3"],
};
const AFTER: Said = Said {
    letter: "B",
    counts: [("A", "9 (36%) 6 3"), ("B", "16 (64%) 9 7"), ("C", "0 (0%) 0 0"), ("D", "0 (0%) 0 0")],
    moves: ["20", "2"],
};

#[test]
fn an_evaluation_shows_everywhere() {
    let Sites { before, after, .. } = &*SITES;
    says(before, &BEFORE);
    says(after, &AFTER);
    // The summary names every grade with its count, in the legend and by pillar, and with what has it, and so does the report;
    // prose explains the scale.
    let is_of_year = |path: &str| path.starts_with("dx/2023/") && !path.ends_with("/about.html");
    let is_page = |path: &str| path.rsplit('.').next() == Some("html");
    for path in after.keys().filter(|path| is_of_year(path) && is_page(path)) {
        let is_front = path == "dx/2023/index.html";
        let has_legend = !is_front && (path.ends_with("/index.html") || path.ends_with("/report.html"));
        assert_eq!(letters(read(after, path), "C"), if has_legend { 3 } else { 0 }, "{path} still shows a C");
    }
}

#[test]
fn an_evaluation_shows_nowhere_else() {
    let Sites { before, after, .. } = &*SITES;
    let changed: BTreeSet<&str> = differing(before, after).collect();
    let mut expected = BTreeSet::from([".nendo/built".to_owned(), CSV.to_owned(), JSON.to_owned()]);
    for language in ["ja", "en"] {
        for page in ["index", "behind", "kpis", "plan", "report", "service", "service-1"] {
            expected.insert(format!("dx/2023/{language}/{page}.html"));
        }
    }
    for path in expected {
        assert!(changed.contains(path.as_str()), "{path} is as it was: {changed:?}");
    }
    for path in changed {
        let page = path.rsplit('/').next().unwrap_or_default();
        assert!(!page.starts_with("productivity") && !page.starts_with("service-2"), "{path} was changed");
    }
    let [before, after] = [before, after].map(|site| read(site, CSV).split("\r\n"));
    let changed: Vec<_> = before.zip(after).filter(|(was, is)| was != is).collect();
    let [(was, is)] = changed.as_slice() else { panic!("one row of the CSV changes: {changed:?}") };
    assert!(was.starts_with("221309,dx,2023,2023,service-1-1,"), "{was}");
    assert_eq!(was.replacen(",C,", ",B,", 1), **is);
}

#[test]
fn the_second_build_gives_the_same_and_writes_nothing() {
    let Sites { before, again, .. } = &*SITES;
    assert!(before == again, "{:?}", differing(before, again).collect::<Vec<_>>());
}

#[test]
fn every_number_of_threads_every_folder_and_every_site_before_gives_the_same_bytes() {
    let Sites { after, elsewhere, .. } = &*SITES;
    assert_eq!(differing(after, elsewhere).collect::<Vec<_>>(), [""; 0]);
}

/// The files that differ between sites that have the same files.
fn differing<'a>(one: &'a Tree, other: &'a Tree) -> impl Iterator<Item = &'a str> {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    one.keys().map(String::as_str).filter(|path| bytes(one, path) != bytes(other, path))
}

fn bytes<'a>(site: &'a Tree, path: &str) -> Option<&'a [u8]> {
    site.get(path)?.as_ref().map(|(bytes, _)| &bytes[..])
}

fn read<'a>(site: &'a Tree, path: &str) -> &'a str {
    let bytes = bytes(site, path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// Every place of the year's site that shows the KPI's evaluation, or counts it.
fn says(site: &Tree, said: &Said) {
    for language in ["ja", "en"] {
        let page = |name: &str| read(site, &format!("dx/2023/{language}/{name}.html"));
        summary(page("index"), said);
        behind(page("behind"), said);
        let row = part(page("kpis"), "<tr id=\"row-service-1-1\"", "</tr>");
        assert_eq!((letters(&row, "B"), letters(&row, "C")), before_and_now(said), "{row}");
        for name in ["plan", "service"] {
            assert_eq!(letter_before(page(name), LINK), said.letter, "{language}/{name}.html");
        }
        // A KPI's table has all years of its edition, so the site of the year before shows it too.
        for year in ["2023", "2022"] {
            let page = read(site, &format!("dx/{year}/{language}/service-1.html"));
            let section = part(page, "id=\"service-1-1\"", "</section>");
            let grades = part(&section, "<tr class=\"evaluation\">", "</tr>");
            assert_eq!((letters(&grades, "B"), letters(&grades, "C")), before_and_now(said), "{grades}");
            let now = if year == "2023" { said.letter } else { "B" };
            assert_eq!(letters(&part(&section, "<p class=\"now\">", "</p>"), now), 1, "{section}");
        }
    }
    let mut rows = read(site, CSV).lines();
    let row = rows.find(|row| row.starts_with("221309,dx,2023,2023,service-1-1,")).expect("a row");
    assert!(row.contains(&format!(",false,{},", said.letter)), "{row}");
    let json: serde_json::Value = serde_json::from_str(read(site, JSON)).expect("JSON");
    let kpi = &json["branches"][0]["branches"][0]["kpis"][0];
    assert_eq!(kpi["id"], "service-1-1");
    assert_eq!(
        (&kpi["years"][1]["fiscal_year"], &kpi["years"][1]["evaluation"]),
        (&2023.into(), &said.letter.into())
    );
}

/// B in 2022, and what is said of 2023: how many letters B and C.
fn before_and_now(said: &Said) -> (usize, usize) {
    if said.letter == "B" { (2, 0) } else { (1, 1) }
}

fn summary(page: &str, said: &Said) {
    let tiles = part(page, "<ol class=\"tiles\"", "</ol>");
    let tile = tiles.split("<li>").find(|tile| tile.contains(LINK)).expect("a tile");
    assert_eq!(letters(tile, said.letter), 1, "{tile}");
    for (letter, count) in said.counts {
        let kpis = count.split(' ').next().and_then(|count| count.parse().ok());
        assert_eq!(Some(letters(&tiles, letter)), kpis, "tiles {letter}");
    }
    let table = part(page, "<table class=\"counts\">", "</table>");
    let lists = part(page, "<table class=\"by-grade cards\">", "</table>");
    for (letter, count) in said.counts {
        let row = row_of(&table, letter);
        assert!(text(&row).ends_with(&format!(" {count}")), "{row}");
        let row = row_of(&lists, letter);
        let tally = count.split(')').next().unwrap_or_default();
        assert!(text(&part(&row, "<th", "</th>")).ends_with(&format!(" {tally})")), "{row}");
        assert_eq!(row.contains(LINK), letter == said.letter, "{row}");
    }
    let changes = part(page, "id=\"changes\"", "</section>");
    let counts: Vec<String> =
        changes.split("<dd>").skip(1).map(|rest| text(&part(rest, "", "</dd>"))).collect();
    assert_eq!(counts[1..3], said.moves, "{changes}");
    assert_eq!(changes.contains(LINK), said.letter == "C", "{changes}");
    let is_behind = page.contains("id=\"behind\"");
    assert_eq!(is_behind, said.letter == "C", "what is behind");
}

/// The only KPI that is behind: with another grade none is, and the closest to it is named.
fn behind(page: &str, said: &Said) {
    let above_the_chart = page.split("<figure").next().unwrap_or_default();
    assert_eq!(letters(above_the_chart, "C"), usize::from(said.letter == "C"), "{page}");
    assert_eq!(letter_before(page, LINK), said.letter);
    assert_eq!(page.matches("class=\"reason\"").count(), usize::from(said.letter == "C"), "reasons of a C");
}

/// The row of a table whose head has this letter.
fn row_of(table: &str, letter: &str) -> String {
    let mut rows = table.split("<tr").skip(1).filter(|row| letters(&part(row, "<th", "</th>"), letter) == 1);
    rows.next().unwrap_or_else(|| panic!("no row {letter}: {table}")).to_owned()
}

/// How often a grade's letter shows.
fn letters(html: &str, letter: &str) -> usize {
    html.matches(&format!(">{letter}<")).count()
}

/// The last letter of a grade before a link.
fn letter_before(html: &str, link: &str) -> String {
    let at = html.find(link).unwrap_or_else(|| panic!("no {link}: {html}"));
    let rest = html[..at].rsplit("class=\"letter\">").next().unwrap_or_default();
    rest.split('<').next().unwrap_or_default().to_owned()
}

/// What stands from one text to the next other.
fn part(html: &str, from: &str, to: &str) -> String {
    let at = html.find(from).unwrap_or_else(|| panic!("no {from}: {html}"));
    let rest = &html[at..];
    rest[..rest.find(to).unwrap_or_else(|| panic!("no {to}: {rest}"))].to_owned()
}

/// HTML without its tags, and with one space where there are several.
fn text(html: &str) -> String {
    let mut words = String::new();
    for (at, piece) in html.split('<').enumerate() {
        let shown = if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, shown)| shown) };
        words.push_str(shown);
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the tests look at.
struct Sites {
    /// The site of the example's table.
    before: Tree,
    /// The same, built a second time with another number of threads.
    again: Tree,
    /// Built in its place of the changed table.
    after: Tree,
    /// That of the changed table as well, with another number of threads in a folder where no site was.
    elsewhere: Tree,
}

static SITES: LazyLock<Sites> = LazyLock::new(|| {
    let (desk, other) = (Desk::of_example(), Desk::of_example());
    let (before, again) = (site(&desk, "1"), site(&desk, "2"));
    change_evaluation(&desk);
    change_evaluation(&other);
    Sites { before, again, after: site(&desk, "1"), elsewhere: site(&other, "2") }
});

/// Builds the site with a number of threads.
fn site(desk: &Desk, threads: &str) -> Tree {
    let ran = desk.run(&format!("build --threads {threads}"));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    desk.tree("public")
}

/// ①-1 is B in 2023, where it was C.
fn change_evaluation(desk: &Desk) {
    let table = fs::read_to_string(desk.path(TABLE)).expect("the table");
    let at = table.find("①-1 オンライン化率").expect("the KPI");
    let (above, below) = table.split_at(at);
    assert!(below.contains(EVALUATIONS), "{below}");
    desk.write(TABLE, format!("{above}{}", below.replacen(EVALUATIONS, CHANGED, 1)));
}
