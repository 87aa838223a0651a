//! The index of what can be found in a year.

use nendo_model::{Branch, Kpi, Plan, YearEntry};
use serde_json::{Value, json};

use crate::made::{Desk, Memory, entry, kpi, outputs, plan_of, site};
use crate::sample::{branch, not_set, of, plan, text};

/// The index of a year in a language, as a script and as what it says.
fn index(plan: &Plan, language: &str, texts: &[(&str, &str)]) -> (String, Value) {
    let files = outputs(&site(texts), plan).files;
    let path = format!("city/2023/{language}/search-index.js");
    let script = files.into_iter().find(|(known, _)| known.as_str() == path).expect("an index").1;
    let script = String::from_utf8(script).expect("UTF-8");
    let json = script.strip_prefix("var searchIndex=").expect("a script");
    let json = serde_json::from_str(json).expect("plain data");
    (script, json)
}

fn entries(plan: &Plan, language: &str, texts: &[(&str, &str)]) -> Vec<Value> {
    let (_, index) = index(plan, language, texts);
    index["entries"].as_array().expect("entries").clone()
}

fn find(entries: &[Value], href: &str) -> (usize, Value) {
    let at =
        entries.iter().position(|entry| entry[0] == href).unwrap_or_else(|| panic!("{href}: {entries:?}"));
    (at, entries[at].clone())
}

#[test]
fn a_kpi_has_its_grade_its_levels_and_each_of_its_texts_once() {
    let now = YearEntry {
        reason: Some(text("職員が足りない")),
        note: Some(not_set(None)),
        ..entry(text("導入する"), text("導入した"))
    };
    let before = entry(text("導入した"), of("80", "%"));
    let one = plan_of(Kpi {
        section: Some("市民課".to_owned()),
        ..kpi("life-1", "窓口", [(2022, before), (2023, now)])
    });
    let (_, index) = index(&one, "ja", &[]);
    let entries = index["entries"].as_array().expect("entries");
    let (section, _) = find(entries, "section_284eb892.html");
    let (above, level) = find(entries, "life.html");
    assert_eq!(level, json!(["life.html", "暮らし"]));
    let (_, found) = find(entries, "life.html#life-1");
    let texts = json!([0, "導入する", 1, "導入した", 2, "職員が足りない", 3, "80%", 4, section]);
    assert_eq!(found, json!(["life.html#life-1", "①窓口", above, 0, texts]));
    let labels =
        ["目標（2023年度）：", "実績（2023年度）：", "理由（2023年度）：", "実績（2022年度）：", "担当："];
    assert_eq!(index["labels"], json!(labels));
    assert_eq!(index["grades"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_not_translated_says_its_language() {
    let one = plan_of(kpi("life-1", "窓口", [(2023, entry(text("導入する"), text("導入した")))]));
    let found =
        find(&entries(&one, "en", &[("窓口", "Counters"), ("導入した", "Done")]), "life.html#life-1").1;
    assert_eq!(found[1], "① Counters");
    assert_eq!(found[4], json!([0, ["導入する", "ja"], 1, "Done"]));
    let found = find(&entries(&one, "en", &[]), "life.html#life-1").1;
    assert_eq!(found[1], json!(["① 窓口", "ja"]));
}

#[test]
fn a_kpi_that_is_alone_and_has_no_name_stands_for_its_level() {
    let nameless = |id: &str| Kpi { label: None, ..kpi(id, "", [(2023, entry(text("a"), text("b")))]) };
    let lone = branch("life-1", "窓口", vec![nameless("life-1-1")]);
    let two = branch("life-2", "手続", vec![nameless("life-2-1"), nameless("life-2-2")]);
    let pillar = Branch { branches: vec![lone, two], ..branch("life", "暮らし", Vec::new()) };
    let entries = entries(&plan(vec![pillar]), "ja", &[]);
    assert!(entries.iter().all(|entry| entry[0] != "life-1.html"), "{entries:?}");
    let (pillar, _) = find(&entries, "life.html");
    assert_eq!(find(&entries, "life-1.html#life-1-1").1[2], pillar);
    let (level, _) = find(&entries, "life-2.html");
    assert_eq!(find(&entries, "life-2.html#life-2-1").1[2], level);
}

#[test]
fn no_text_is_more_than_text() {
    let hostile = "</script><script>alert(1)</script>\u{2028}\u{2029}\"\\";
    let one = plan_of(kpi("life-1", hostile, [(2023, entry(text(hostile), text("")))]));
    let (script, index) = index(&one, "ja", &[]);
    assert!(!script.contains(['<', '>', '\u{2028}', '\u{2029}']), "{script}");
    let found = find(index["entries"].as_array().expect("entries"), "life.html#life-1").1;
    assert_eq!(found[1], format!("①{hostile}"));
}

#[test]
fn pages_of_prose_have_their_paragraphs() {
    let desk = Desk::new();
    desk.write("pages/about.ja.md", "# 計画\n\n評価の[方法](a.html)\n\n- 一覧\n");
    let config = nendo_site::Config::read(&desk.path("")).value;
    let site = nendo_site::Site::open(&desk.path(""), config, None, &[], &[]).value.expect("a site");
    let memory = Memory::default();
    let _ = site.plan(&plan_of(kpi("life-1", "窓口", [(2023, entry(text("a"), text("b")))])), &memory);
    let files = memory.into_outputs().files;
    let path = |language| format!("city/2023/{language}/search-index.js");
    for (language, expected) in [
        ("ja", json!(["about.html", "計画", null, null, [0, "評価の方法", 0, "一覧"]])),
        (
            "en",
            json!(["about.html", ["計画", "ja"], null, null, [0, ["評価の方法", "ja"], 0, ["一覧", "ja"]]]),
        ),
    ] {
        let script = files.iter().find(|(known, _)| known.as_str() == path(language)).expect("an index").1;
        assert!(String::from_utf8_lossy(script).contains(&expected.to_string()), "{language}: {expected}");
    }
}
