//! `nendo new`: from answers to a folder that builds.

use std::fs;

use encoding_rs::SHIFT_JIS;

use crate::desk::{Desk, Ran, run};

/// Runs with arguments that may have spaces, and asks nothing.
fn new(desk: &Desk, arguments: &[&str]) -> Ran {
    let arguments = ["new", "--yes"].iter().chain(arguments);
    run(&desk.path(""), "C", arguments)
}

fn text(desk: &Desk, path: &str) -> String {
    fs::read_to_string(desk.path(path)).expect(path)
}

/// The three layouts, with the marks of one scale.
const STACKED: &str = "\
柱,KPI,項目,2022年度,2023年度,2024年度
暮らし,1 利用率,目標,50%,60%,70%
,,実績,40%,65%,－
,,評価,×,◎,－
働き方,1 研修,実績,1回,2回,
,,評価,△,○,
";
const LONG: &str = "\
柱,KPI,年度,目標,実績,評価
暮らし,1 利用率,2022年度,50%,40%,×
,,2023年度,60%,65%,◎
働き方,1 研修,2022年度,2回,1回,△
,,2023年度,2回,2回,○
";
const ACROSS: &str = "\
柱,KPI,R4目標,R4実績,R4評価,R5目標,R5実績,R5評価
暮らし,1 利用率,50%,40%,×,60%,65%,◎
働き方,1 研修,2回,1回,△,2回,2回,○
";

#[test]
fn nothing_said_makes_a_sample_that_builds_without_a_warning() {
    let desk = Desk::new();
    let ran = new(&desk, &["mihon", "--year", "2024"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("made `mihon`\n  site.toml\n"), "{}", ran.out);
    assert!(ran.out.contains("nendo build --content mihon "), "{}", ran.out);
    assert_eq!(desk.run("build --strict --content mihon").code, Some(0));
    let page = text(&desk, "public/plan/2024/ja/index.html");
    assert!(page.contains("見本の数値で作ったページです"), "{page}");
    let table = fs::read(desk.path("mihon/plans/plan/2024.csv")).expect("a table");
    assert!(
        table.starts_with(b"\xef\xbb\xbf")
            && !String::from_utf8_lossy(&table).replace("\r\n", "").contains('\n')
    );
    assert!(!String::from_utf8_lossy(&table).contains('{'));
    let translations = text(&desk, "mihon/translations.csv");
    assert!(translations.starts_with("\u{feff}ja,en\r\n"));
}

#[test]
fn the_sample_fits_a_scale_of_every_kind() {
    for scale in ["s-c", "marks", "achieved", "progress", "1-5"] {
        let desk = Desk::new();
        let ran = new(&desk, &["mihon", "--scale", scale, "--strict"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{scale}");
    }
}

#[test]
fn a_table_of_every_layout_is_copied_and_understood() {
    for (layout, table) in [("stacked", STACKED), ("long", LONG), ("across", ACROSS)] {
        let desk = Desk::new();
        let (bytes, _, lossy) = SHIFT_JIS.encode(table);
        assert!(!lossy, "{layout}");
        desk.write("進捗 表.csv", &bytes);
        let ran = new(&desk, &["青葉 市", "--table", "進捗 表.csv", "--plan", "city", "--name", "青葉市"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{layout}");
        assert!(ran.out.contains("nendo check --content \"青葉 市\""), "{}", ran.out);
        assert_eq!(fs::read(desk.path("青葉 市/plans/city/2023.csv")).expect("a table"), &*bytes);
        let plan = text(&desk, "青葉 市/plans/city/plan.toml");
        let plan: toml::Table = plan.parse().expect("TOML");
        let scale = plan["scale"].as_array().expect("a scale");
        let grades: Vec<_> = scale.iter().map(|grade| grade["grade"].as_str().expect("a grade")).collect();
        assert_eq!(grades, ["◎", "○", "△", "×"], "{layout}");
        assert_eq!(scale[0]["tone"].as_str(), Some("ahead"));
        assert_eq!(plan["slugs"].to_string(), r#"{ "働き方" = "p2", "暮らし" = "p1" }"#);
        let built = run(&desk.path(""), "C", ["build", "--content", "青葉 市"].iter());
        assert_eq!(built.code, Some(0), "{}", built.err);
        assert!(text(&desk, "public/city/2023/ja/index.html").contains("◎"));
    }
}

#[test]
fn grades_that_no_scale_has_are_written_down_and_asked_for() {
    let desk = Desk::new();
    desk.write("R5.csv", STACKED.replace('◎', "良").replace('×', "不可"));
    assert_eq!(new(&desk, &["a", "--table", "R5.csv"]).code, Some(0));
    let plan = text(&desk, "a/plans/plan/plan.toml");
    assert!(plan.contains("grade = \"不可\"\n# ↓ この評価の意味") && !plan.contains("\nmeaning ="), "{plan}");
    assert_eq!(desk.run("check --content a --format short").err.matches("grade").count(), 0);
    // Of a table without grades nothing is said on grades.
    desk.write("2022.csv", "柱,KPI,項目,2022年度\n暮らし,率,実績,1%\n");
    assert_eq!(new(&desk, &["b", "--table", "2022.csv"]).code, Some(0));
    assert!(!text(&desk, "b/plans/plan/plan.toml").contains("\n[[scale]]"));
    assert_eq!(desk.run("build --content b").code, Some(0));
}

#[test]
fn a_grade_in_doubt_is_no_grade_but_an_error_at_its_cell() {
    let desk = Desk::new();
    let rows = [
        "A",
        "B",
        "C",
        "B（暫定）",
        "B（前年度A）",
        "遅れているが、来年は達成する予定である",
        "B（概ね順調）",
    ];
    let rows = rows.iter().enumerate().map(|(at, grade)| format!("暮らし,率{at},1%,{grade}\n"));
    desk.write("R5.csv", format!("柱,KPI,R5実績,R5評価\n{}", rows.collect::<String>()));
    let ran = new(&desk, &["a", "--table", "R5.csv", "--format", "short"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let plan: toml::Table = text(&desk, "a/plans/plan/plan.toml").parse().expect("TOML");
    let scale = plan["scale"].as_array().expect("a scale");
    let ranks: Vec<_> = scale.iter().map(|grade| grade["rank"].as_integer().expect("a rank")).collect();
    assert_eq!(ranks, [1, 2, 3]);
    let rows = |row: &&str| ["5", "6", "7"].iter().any(|at| row.contains(&format!("2023.csv:{at}:")));
    let told: Vec<_> = ran.err.lines().filter(|line| line.contains("error")).collect();
    assert_eq!((told.len(), told.iter().filter(|row| rows(row)).count()), (3, 3), "{}", ran.err);
}

#[test]
fn meanings_that_nobody_has_answered_are_told_as_assumed() {
    let desk = Desk::new();
    desk.write("R5.csv", STACKED);
    let ran = new(&desk, &["a", "--table", "R5.csv", "--name", "青葉市"]);
    let meant = "◎ Ahead of target, ○ On target, △ Behind target, × Not started";
    assert!(ran.out.contains(&format!("are assumed ({meant})")), "{}", ran.out);
    assert!(text(&desk, "a/plans/plan/plan.toml").contains("よくあるものを仮に入れました"));
    assert!(!text(&desk, "a/pages/about.ja.md").contains('◎') && !ran.out.contains("XX City"));
    let ran = new(&desk, &["b", "--table", "R5.csv", "--name", "青葉市", "--scale", "marks"]);
    assert!(ran.out.contains(meant) && !ran.out.contains("assumed"), "{}", ran.out);
    assert!(!text(&desk, "b/plans/plan/plan.toml").contains("仮に入れました"));
    assert!(text(&desk, "b/pages/about.ja.md").contains("| ◎ | 目標より進んでいる |"));
}

#[test]
fn a_name_that_stands_in_is_told_and_shown_as_such() {
    let desk = Desk::new();
    desk.write("R5.csv", STACKED);
    let ran = new(&desk, &["a", "--table", "R5.csv"]);
    assert!(ran.out.contains("in the place of ○○市 (XX City)"), "{}", ran.out);
    assert_eq!(desk.run("build --content a").code, Some(0));
    assert!(text(&desk, "public/plan/2023/ja/index.html").contains("団体の名前は仮のものです"));
    new(&desk, &["b", "--table", "R5.csv", "--name", "青葉市"]);
    assert!(!text(&desk, "b/site.toml").contains("\nnotice"));
}

#[test]
fn whoever_cannot_be_asked_is_told_that_nothing_is() {
    let desk = Desk::new();
    let ran = desk.run("new a");
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("there is no terminal to ask at"), "{}", ran.err);
}

#[test]
fn a_title_is_no_markdown() {
    let desk = Desk::new();
    let title = "*計画* {grades} <b>[x](y)";
    new(&desk, &["a", "--year", "2024", "--title", title, "--title-en", title, "--scale", "a-c"]);
    assert_eq!(desk.run("build --content a").code, Some(0));
    for (language, before) in [("ja", "このサイトは、"), ("en", "the progress of ")] {
        let page = text(&desk, &format!("public/plan/2024/{language}/about.html"));
        assert!(page.contains(&format!("{before}*計画* {{grades}} &lt;b&gt;[x](y)")), "{page}");
    }
}

#[test]
fn what_is_typed_becomes_sound_toml() {
    let desk = Desk::new();
    let odd = "\"引用\" \\ 'x' \u{202e}逆\u{7f}";
    let ran = new(
        &desk,
        &["a", "--name", odd, "--name-en", "A \"City\"", "--title", "計画\n2", "--code", "221309"],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let site: toml::Table = text(&desk, "a/site.toml").parse().expect("TOML");
    assert_eq!(site["publisher"]["ja"].as_str(), Some(odd));
    assert_eq!(site["publisher"]["en"].as_str(), Some("A \"City\""));
    assert_eq!(site["municipality-code"].as_str(), Some("221309"));
    let plan: toml::Table = text(&desk, "a/plans/plan/plan.toml").parse().expect("TOML");
    assert_eq!(plan["title"].as_str(), Some("計画 2"));
    assert_eq!(desk.run("build --content a").code, Some(0));
}

#[test]
fn what_cannot_be_is_refused_and_makes_nothing() {
    let desk = Desk::new();
    desk.write("book.xlsx", b"PK\x03\x04\x14");
    desk.write("book.csv", b"PK\x03\x04\x14");
    desk.write("binary.csv", b"\x00\xff\xfe\x81");
    desk.write("full/x.txt", "x");
    desk.write("undated.csv", "柱,KPI,実績\n暮らし,率,1%\n");
    desk.write("2022.csv", STACKED);
    desk.write("empty.csv", "");
    desk.write("R5.csv", "あ,い\n1,2\n");
    desk.write("flat.csv", "KPI,R5実績\n率,1%\n");
    desk.write("R4R5.csv", "柱,KPI,実績\n暮らし,率,1%\n");
    for (arguments, said) in [
        (&["full"][..], "there is something in this folder"),
        (&["a", "--code", "221308"], "--code cannot be `221308`"),
        (&["a", "--plan", "DX 2"], "--plan cannot be `DX 2`"),
        (&["a", "--plan", "con"], "names of Windows devices"),
        (&["a", "--scale", "z"], "marks (◎ ○ △ ×)"),
        (&["a", "--year", "23"], "--year cannot be `23`"),
        (&["a", "--name", " "], "at least one letter"),
        (&["a", "--table", "book.xlsx"], "CSV UTF-8"),
        (&["a", "--table", "book.csv"], "a workbook cannot be read"),
        (&["a", "--table", "binary.csv"], "“Save As”"),
        (&["a", "--table", "absent.csv"], "check that the file or folder exists"),
        (&["a", "--table", "undated.csv"], "--year is needed"),
        // Its name says one year, its newest result another.
        (
            &["a", "--table", "2022.csv"],
            "the file says FY2022, and the newest actual or evaluation in the table is of FY2023",
        ),
        (&["a", "--table", "R4R5.csv"], "--year is needed"),
        (&["a", "--table", "empty.csv"], "no header row was found (empty.csv); "),
        (&["a", "--table", "R5.csv"], "no header row was found"),
        (&["a", "--table", "flat.csv"], "(flat.csv: row 1); "),
    ] {
        let ran = new(&desk, arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert!(!desk.path("a").exists(), "{arguments:?}");
    }
    assert_eq!(desk.tree("full").len(), 1);
    let ran = run(&desk.path(""), "ja", ["new", "a", "--yes", "--table", "book.xlsx"].iter());
    assert!(
        ran.err.starts_with("エラー: --table に「book.xlsx」は使えません\n  対処: Excelなどの"),
        "{}",
        ran.err
    );
    let ran = run(&desk.path(""), "ja", ["new", "full"].iter());
    assert!(ran.err.starts_with("エラー: フォルダー「full」は使えません\n"), "{}", ran.err);
    // A file is where the folder should be.
    assert_eq!(new(&desk, &["2022.csv"]).code, Some(1));
    assert_eq!(text(&desk, "2022.csv"), STACKED);
}

#[test]
fn a_folder_that_is_there_and_empty_is_filled() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("deep/here")).expect("a folder");
    assert_eq!(run(&desk.path("deep/here"), "C", ["new", ".", "--yes"].iter()).code, Some(0));
    assert!(desk.path("deep/here/site.toml").is_file());
    assert_eq!(new(&desk, &["deep/new/a"]).code, Some(0));
}

#[test]
fn a_failure_leaves_nothing_half_made() {
    let desk = Desk::new();
    // Where the table has a name that the disk refuses, all before it is there already.
    let long = "a".repeat(300);
    let ran = new(&desk, &["a/b", "--plan", &long]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("cannot be read or written"), "{}", ran.err);
    assert!(!desk.path("a").exists());
}

#[test]
fn programs_are_told_in_json() {
    let desk = Desk::new();
    let told = new(&desk, &["a", "--format", "json"]).json();
    assert_eq!((&told[0]["made"], &told[0]["files"][0]), (&"a".into(), &"site.toml".into()));
    assert_eq!(told.last().expect("a summary")["summary"]["errors"], 0);
}

/// A terminal with somebody at it.
#[cfg(target_os = "linux")]
#[test]
fn somebody_at_a_terminal_is_asked() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let desk = Desk::new();
    let command = format!("'{}' new aoba --lang ja", env!("CARGO_BIN_EXE_nendo"));
    let terminal = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(desk.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    // A system may come without this program; the dialogue has its own tests.
    let Ok(mut terminal) = terminal else { return };
    let typed = "\n青葉市\nAoba City\n221308\n\ncity\n\n\nmarks\nR5\n";
    terminal.stdin.take().expect("a line").write_all(typed.as_bytes()).expect("typed");
    let ran = terminal.wait_with_output().expect("it ends");
    let seen = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{seen}");
    assert!(seen.contains("団体の名前 [○○市]: ") && seen.contains("検査数字を含む6桁"), "{seen}");
    assert!(desk.path("aoba/plans/city/2023.csv").is_file(), "{seen}");
    assert!(text(&desk, "aoba/site.toml").contains("Aoba City"));
}
