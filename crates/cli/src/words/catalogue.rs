//! docs/problems.md is what the code says: every case, in both languages. With `NENDO_BLESS=1` in the
//! environment it is written again.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use nendo_model::{Case, Severity};

use super::{Language, Told, Words};

/// What stands before the cases of each severity.
const SECTIONS: [(Severity, &str, &str, &str); 3] = [
    (
        Severity::Error,
        "エラー / Errors",
        "サイトを作らず、前に作ったサイトをそのまま残します。",
        "No site is built, and the one built last stays as it is.",
    ),
    (
        Severity::Warning,
        "注意 / Warnings",
        "サイトを作ります。`--strict` を付けたときは、エラーと同じように扱います。",
        "The site is built, unless `--strict` is given.",
    ),
    (
        Severity::Note,
        "お知らせ / Notes",
        "知っておくとよいことです。`--strict` を付けても、サイトを作ります。",
        "Good to know. The site is built, with `--strict` too.",
    ),
];

/// What stands for a field: its case, or any; its name; the text. Others are `…`.
const EXAMPLES: [(&str, &str, &str); 6] = [
    ("", "language", "en"),
    ("audit", "actual", "40%"),
    ("audit", "target", "40%"),
    ("audit", "attainment", "100.0"),
    ("audit", "due", "A"),
    ("audit", "value", "B"),
];

/// The form for a blank text, for which the program says the number.
const BLANK: &str = "0";

/// The form for every text that has none of its own.
const ANY_OTHER: &str = "other";

#[test]
fn the_catalogue_of_problems_is_what_the_code_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (file, catalogue) = (root.join("docs/problems.md"), catalogue(&root));
    if env::var_os("NENDO_BLESS").is_some_and(|value| value == "1") {
        fs::write(&file, &catalogue).expect("docs/problems.md is written");
    }
    let written = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let differs = written.lines().zip(catalogue.lines()).find(|(written, right)| written != right);
    let message = "docs/problems.md is not what the code says: NENDO_BLESS=1 cargo test -p nendo catalogue";
    assert!(written == catalogue, "{message}\n{differs:?}");
    for key in ["「0」", "`0`", "「other」", "`other`"] {
        let shows_key = catalogue.lines().find(|line| line.contains(key));
        assert_eq!(shows_key, None, "{key} is no text that a city has");
    }
}

fn catalogue(root: &Path) -> String {
    let mut text = "\
# 問題の一覧 / Every problem that nendo tells

`nendo check` と `nendo build` が示す問題のすべてです。符号は `--format json` の `code` にあり、ことばや版が変わっても同じです。
「…」の所には、実際の値や名前が入ります。`\"\"` は、それがないときの文です。

Everything that `nendo check` and `nendo build` can tell. The code is the `code` of `--format json`, the same in every language and
version. In the place of … stands the value or name at hand; `\"\"` is what is told where there is none.

<!-- Made by crates/cli/src/words/catalogue.rs of crates/cli/i18n; do not edit. -->
"
    .to_owned();
    let words = Words::embedded();
    for (severity, heading, ja, en) in SECTIONS {
        let _ = write!(text, "\n## {heading}\n\n{ja}\n\n{en}\n");
        let codes = Case::CODES.iter().filter(|(code, _)| Case::severity_of(code) == Some(severity));
        text.extend(codes.map(|(code, fields)| entry(&words, code, fields, root)));
    }
    text
}

/// A case: its code, what it means and what to do, and a folder where it can be seen.
fn entry(words: &Words, code: &str, fields: &[&str], root: &Path) -> String {
    let [ja, en] = Language::ALL.map(|language| {
        let resource = FluentResource::try_new(language.source().to_owned()).expect("sound words");
        let message = resource.entries().find_map(|entry| match entry {
            Entry::Message(message) if message.id.name == code => Some(message),
            _ => None,
        });
        let message = message.expect(code);
        let voice = words.voice(language);
        let say = |told: &Told<'_>| voice.say(code, told);
        let hint = |told: &Told<'_>| voice.hint(code, told);
        let meaning = message.value.as_ref().map(|value| told(value, code, fields, say));
        let remedy = message.attributes.first().map(|first| told(&first.value, code, fields, hint));
        [meaning.unwrap_or_default(), format!("{}: {}", voice.word("hint"), remedy.unwrap_or_default())]
    });
    let mut text = format!("\n### {code}\n\n| 日本語 | English |\n|---|---|\n");
    for (ja, en) in ja.iter().zip(&en) {
        let _ = writeln!(text, "| {ja} | {en} |");
    }
    if root.join("tests/cases").join(code).is_dir() {
        let _ = write!(text, "\n例 / example: [tests/cases/{code}](../tests/cases/{code})\n");
    }
    text
}

/// What is said, in each of its forms if a field chooses between them.
fn told(pattern: &Pattern<&str>, code: &str, fields: &[&str], say: impl Fn(&Told<'_>) -> String) -> String {
    let example = |field: &str| {
        let known = EXAMPLES.iter().find(|(of, name, _)| *name == field && [code, ""].contains(of));
        known.map_or("…", |(_, _, text)| text)
    };
    let with = |choice: Option<(&str, &str)>| {
        let told = fields.iter().map(|field| match choice {
            Some((chosen, key)) if chosen == *field => (*field, chosen_by(key)),
            _ => (*field, FluentValue::from(example(field))),
        });
        say(&told.collect::<Vec<_>>()).replace('|', "\\|").replace('<', "&lt;")
    };
    let Some((field, keys)) = choice(pattern) else { return with(None) };
    let form = |key: &&str| {
        let shown = match *key {
            BLANK => r#""""#,
            ANY_OTHER => "…",
            key => key,
        };
        format!("`{shown}`: {}", with(Some((field, key))))
    };
    keys.iter().map(form).collect::<Vec<_>>().join("<br>")
}

/// What the program says where this form is wanted.
fn chosen_by(key: &str) -> FluentValue<'static> {
    match key {
        BLANK => FluentValue::from(0),
        ANY_OTHER => FluentValue::from("…"),
        key => FluentValue::from(key.to_owned()),
    }
}

/// The field that chooses between forms, with its values.
fn choice<'a>(pattern: &Pattern<&'a str>) -> Option<(&'a str, Vec<&'a str>)> {
    pattern.elements.iter().find_map(|element| {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element
        else {
            return None;
        };
        let InlineExpression::VariableReference { id } = selector else { return None };
        let keys = variants.iter().map(|variant| match variant.key {
            VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => name,
        });
        Some((id.name, keys.collect()))
    })
}
