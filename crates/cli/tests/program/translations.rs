//! `nendo translations`: rows for what has no translation, and nothing else.

use std::fs;

use crate::desk::{Desk, root, tree};

#[test]
fn what_is_missing_gets_its_row_in_the_order_of_the_plan() {
    let desk = Desk::new();
    desk.write("content/translations.csv", "ja,en\n暮らし,Life\n");
    desk.edit_table("評価,B,A", "理由,雨,風");
    let ran = desk.run("translations");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let said = "translations.csv: 3 rows added\nunits.csv: nothing to add, left as it was\n\
                English (en): 3 texts still to translate\n";
    assert_eq!(ran.out, said);
    let table = || fs::read_to_string(desk.path("content/translations.csv")).expect("a table");
    assert_eq!(table(), "ja,en\n暮らし,Life\n利用率,\n雨,\n風,\n");
    let before = desk.tree("content");
    assert_eq!(desk.run("translations --format short").code, Some(0));
    assert!(desk.tree("content") == before, "a second run changes nothing");
    desk.write("content/translations.csv", table().replace("風,", "風,Wind").replace("雨,", "雨,Rain"));
    let ran = desk.run_in("ja", "translations --format json");
    let summary = &ran.json()[0]["summary"];
    assert_eq!(summary["missing"][0]["texts"], 1, "{}", ran.out);
    assert_eq!(summary["tables"][0]["written"], false, "{}", ran.out);
}

#[test]
fn nothing_is_marked_unused_while_something_cannot_be_read() {
    let desk = Desk::new();
    desk.write("content/plans/city/2023.csv", "何もない\n");
    let before = desk.tree("content");
    let ran = desk.run_in("ja", "translations");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{ran:?}");
    assert!(ran.err.ends_with("エラー1件。訳の表は元のままです\n"), "{}", ran.err);
    assert!(desk.tree("content") == before);
}

#[test]
fn every_text_that_a_page_shows_untranslated_is_asked_for() {
    let desk = Desk::new();
    for case in ["many-years", "pt-br"] {
        let folder = root().join("tests/cases").join(case);
        let theme = folder.join("theme");
        let theme = if theme.is_dir() { format!("--theme {}", theme.display()) } else { String::new() };
        let content = folder.join("content");
        let options = format!("--content {} {theme} --format json", content.display());
        let ran = desk.run(&format!("build {options} --out {case}"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let lines = ran.json();
        let asked = lines.iter().filter(|line| line["code"] == "missing-translation");
        let asked: Vec<String> = asked
            .map(|line| line["fields"]["value"].as_str().unwrap_or_default().replace('\n', ""))
            .collect();
        for (path, page) in tree(&desk.path(case)) {
            let Some((bytes, _)) = page.filter(|_| path.rsplit('.').next() == Some("html")) else { continue };
            let html = String::from_utf8(bytes).expect("UTF-8");
            for shown in html.split("<span lang=\"ja\">").skip(1) {
                let text = shown.split('<').next().unwrap_or_default();
                let text = text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'");
                assert!(asked.contains(&text), "{case}/{path}: {text} is not asked for");
            }
        }
    }
}

#[test]
fn a_third_language_is_a_column_and_a_file() {
    let desk = Desk::new();
    let case = root().join("tests/cases/pt-br");
    let options = format!("--content {0}/content --theme {0}/theme", case.display());
    assert_eq!(desk.run(&format!("build {options} --out site")).code, Some(0));
    let page =
        |path: &str| fs::read_to_string(desk.path(&format!("site/coexistence/2024/{path}"))).expect("a page");
    let life = page("pt-BR/life.html");
    for said in [
        "<html lang=\"pt-BR\">",
        "3.000.000 de ienes",
        "2.125.000 ienes",
        "no máximo 2 dias",
        "no máximo 1 dia<",
    ] {
        assert!(life.contains(said), "{said}: {life}");
    }
    assert!(page("pt-BR/language.html").contains("11,5%"));
    assert!(page("ja/life.html").contains("lang=\"pt-BR\" hreflang=\"pt-BR\">Português</a>"));
}
