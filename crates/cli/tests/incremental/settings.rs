//! Edits of site.toml and plan.toml, by lines.

use crate::content::plans;
use crate::files::Files;
use crate::ground::CONTENT;
use crate::synthetic::chance::Chance;
use crate::table::pick;

/// Lines of site.toml; one that is a key alone removes the setting.
const SITE: [&str; 22] = [
    r#"title = { ja = "別の題名", en = "Another title" }"#,
    r#"title = { ja = "<題名> & {{ x }}", en = "<Title> & “quotes”" }"#,
    r#"title = { ja = "英語のない題名" }"#,
    r#"base-url = "https://www.example.lg.jp/progress/""#,
    r#"base-url = "https://elsewhere.example.jp/""#,
    "base-url",
    r#"languages = ["en", "ja"]"#,
    r#"languages = ["ja"]"#,
    r#"languages = ["ja", "en"]"#,
    r#"languages = ["ja", "fr"]"#,
    r#"licence = "CC-BY-4.0""#,
    r#"licence = "PDL-1.0""#,
    "licence",
    r#"notice = { ja = "お知らせ", en = "A notice" }"#,
    "notice",
    r#"year-style = "era""#,
    r#"municipality-code = "131016""#,
    "municipality-code",
    r#"publisher = { ja = "別の市", en = "Another city" }"#,
    "raw-html = true",
    r#"no-such-setting = "x""#,
    "title = [",
];

/// Lines of plan.toml, above its tables.
const PLAN: [&str; 15] = [
    r#"title = { ja = "別の計画", en = "Another plan" }"#,
    r#"title = { ja = "計画（英語なし）" }"#,
    r#"levels = [{ ja = "目標", en = "Goal" }, { ja = "施策", en = "Measure" }]"#,
    r#"levels = [{ ja = "目標", en = "Goal" }]"#,
    r#"scale = "a-d""#,
    r#"scale = "a-e""#,
    r#"scale = "marks""#,
    "scale",
    "fiscal-year-start = 1",
    "fiscal-year-start = 10",
    "fiscal-year-start",
    "publish-after = 2024-06-28",
    "publish-after = 2024-07-01",
    "publish-after",
    "no-such-setting = 1",
];

/// Tables of plan.toml, which are added at its end.
const TABLES: [&str; 6] = [
    "\n[kpi.\"service-1-1\"]\ndirection = \"lower\"\n",
    "\n[kpi.\"service-1-1\"]\nchart = \"none\"\n",
    "\n[kpi.\"service-1\"]\nunit = \"人\"\n",
    "\n[columns]\n\"備考\" = \"ignored\"\n",
    "\n[audit]\n\"A\" = 100\n\"B\" = 75\n\"C\" = 0\n",
    "\n[kpi.\"nowhere-1\"]\ndirection = \"lower\"\n",
];

/// A setting of the site.
pub(crate) fn site(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let path = format!("{CONTENT}site.toml");
    let line = pick(chance, &SITE)?;
    set(inputs, &path, line)?;
    Some(format!("site.toml: {line}"))
}

/// A setting of a plan.
pub(crate) fn plan(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let slugs = plans(inputs);
    let path = format!("{CONTENT}plans/{}/plan.toml", pick(chance, &slugs)?);
    let text = String::from_utf8(inputs.get(&path)?.clone()).ok()?;
    let told = match chance.below(8) {
        0..3 => {
            let line = pick(chance, &PLAN)?;
            set(inputs, &path, line)?;
            (*line).to_owned()
        }
        3..5 => {
            let table = pick(chance, &TABLES)?;
            inputs.insert(path.clone(), (text + table).into_bytes());
            table.trim().to_owned()
        }
        5 => {
            inputs.insert(path.clone(), text.replace("-06-28", "-07-01").into_bytes());
            "published later".to_owned()
        }
        6 => {
            let other = text.replace("= \"service\"", "= \"serving\"").replace("ahead\"", "on\"");
            inputs.insert(path.clone(), other.into_bytes());
            "the slug service is serving, and no grade is ahead".to_owned()
        }
        _ => {
            inputs.remove(&path);
            "removed".to_owned()
        }
    };
    Some(format!("{path}: {told}"))
}

/// Puts a line at the head of a file, in place of the one that has the same key there, if any.
fn set(inputs: &mut Files, path: &str, line: &str) -> Option<()> {
    let text = String::from_utf8(inputs.get(path)?.clone()).ok()?;
    let key = line.split(' ').next()?;
    let top = text.lines().take_while(|line| !line.starts_with('[')).count();
    let has_key = |line: &str| line.split([' ', '=']).next() == Some(key);
    let kept =
        text.lines().enumerate().filter(|(at, line)| *at >= top || !has_key(line)).map(|(_, line)| line);
    let first = line.contains('=').then_some(line);
    let lines: Vec<&str> = first.into_iter().chain(kept).collect();
    inputs.insert(path.to_owned(), (lines.join("\n") + "\n").into_bytes());
    Some(())
}
