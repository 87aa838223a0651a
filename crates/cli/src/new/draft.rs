//! Answers → the files of a content folder, in memory. Texts that people typed become TOML values; what explains them is the
//! example's.

use nendo_model::{FiscalYear, Grade, Scale, Tone};
use toml::Value;

use super::answers::{Answers, Meanings};
use super::example::Example;
use super::grades;

/// Excel takes a CSV for UTF-8 if it begins so.
const BOM: &str = "\u{feff}";

const SAMPLE: &str = include_str!("../../new/sample.csv");
const SAMPLE_TRANSLATIONS: &str = include_str!("../../new/sample-translations.csv");
const ABOUT: [(&str, &str); 2] =
    [("ja", include_str!("../../new/about.ja.md")), ("en", include_str!("../../new/about.en.md"))];

/// What the pages say at their top while they show the sample.
const NOTICE: [&str; 2] = [
    "見本の数値で作ったページです。実在する数値ではありません。",
    "These pages are made of sample figures, which are not real.",
];
/// What they say while nobody has said who publishes.
const UNNAMED: [&str; 2] = [
    "準備中のページです。団体の名前は仮のものです。",
    "These pages are being prepared. The name of the municipality stands in for the real one.",
];
/// The top levels of the sample.
const SAMPLE_TOPS: [&str; 2] = ["見本：暮らし", "見本：市役所"];

/// Every file, by its path in the content folder.
pub(crate) fn files(answers: &Answers) -> Vec<(String, Vec<u8>)> {
    let plan = format!("plans/{}", answers.plan);
    let extension = answers.table.as_ref().map_or("csv", |table| table.extension);
    let table = match &answers.table {
        Some(table) => table.bytes.clone(),
        None => sample(answers).into_bytes(),
    };
    let mut files = vec![
        ("site.toml".to_owned(), site(answers).into_bytes()),
        (format!("{plan}/plan.toml"), plan_toml(answers).into_bytes()),
        (format!("{plan}/{}.{extension}", answers.year), table),
        ("translations.csv".to_owned(), translations(answers).into_bytes()),
    ];
    let about =
        ABOUT.map(|(language, text)| (format!("pages/about.{language}.md"), about(answers, language, text)));
    files.extend(about.map(|(path, text)| (path, text.into_bytes())));
    files
}

fn site(answers: &Answers) -> String {
    let Answers { table, name, name_en, code, title, title_en, .. } = answers;
    let in_english =
        |text: String| if title_en.is_empty() || name_en.is_empty() { String::new() } else { text };
    let source = match table {
        Some(_) => wording(
            &format!("{name}「{title}」の進捗表"),
            &in_english(format!("{name_en}, progress table of “{title_en}”")),
        ),
        None => wording("nendo の見本の数値", "Sample figures of nendo"),
    };
    let site_title = if title_en.is_empty() { String::new() } else { format!("{title_en}: progress") };
    let notice = if table.is_none() { Some(NOTICE) } else { answers.is_unnamed().then_some(UNNAMED) };
    let notice = notice.map(|[ja, en]| wording(ja, en));
    let mut example = Example::site();
    example.set("title", Some(&wording(&format!("{title}の進捗"), &site_title)));
    example.set("publisher", Some(&wording(name, name_en)));
    example.set("source", Some(&source));
    example.set("municipality-code", code.as_deref().map(value).as_deref());
    example.set("notice", notice.as_deref());
    example.text()
}

fn plan_toml(answers: &Answers) -> String {
    let mut example = Example::plan();
    example.set("title", Some(&wording(&answers.title, &answers.title_en)));
    if answers.table.is_some() {
        example.set("levels", None);
    }
    example.replace("[slugs]", &slugs(answers));
    let scale = answers.scale.iter().flat_map(Scale::grades).map(|(_, grade)| entry(grade));
    let scale: Vec<String> = scale.collect();
    let note = if is_assumed(answers) { ASSUMED } else { "" };
    example.replace("[[scale]]", (note.to_owned() + &scale.join("\n\n")).trim_end());
    example.text()
}

/// What stands above meanings that nobody has answered.
const ASSUMED: &str = "\
# ↓ 意味・順位・tone は、よくあるものを仮に入れました。市の決まりと同じかを確かめ、違えば書き直してください
# ↓ these are usual meanings, ranks and tones; see that they are your city's, and correct those that are not
";

fn is_assumed(answers: &Answers) -> bool {
    let mut grades = answers.scale.iter().flat_map(Scale::grades);
    answers.meanings == Meanings::Assumed && grades.any(|(_, grade)| grade.meaning.is_some())
}

/// Names for the top levels that stand in until somebody chooses better ones.
fn slugs(answers: &Answers) -> String {
    let own = answers.table.as_ref().map(|table| table.survey.tops.clone());
    let tops = own.unwrap_or_else(|| SAMPLE_TOPS.map(str::to_owned).to_vec());
    let mut text = "\
# p1、p2 … は仮の名前です。公開する前に、service のような名前に変えてください
# p1, p2 … stand in for names such as service; change them before you publish
[slugs]
"
    .to_owned();
    let names = tops.iter().enumerate().map(|(at, top)| (top.clone(), Value::String(format!("p{}", at + 1))));
    for (name, slug) in names {
        let row: toml::Table = [(name, slug)].into_iter().collect();
        text += &row.to_string();
    }
    text.trim_end().to_owned()
}

/// What asks for what is not known of a grade.
const UNKNOWN: &str = "\
# ↓ この評価の意味・順位・tone を書き、行頭の「# 」を消してください
# ↓ write what this grade means, its rank and its tone, and remove the \"# \" of these lines
# meaning = { ja = \"目標どおり進んでいる\", en = \"On target\" }
# rank = 1
# tone = \"on\"";

/// A grade as an entry of `[[scale]]`; what is not known of it is asked for.
fn entry(grade: &Grade) -> String {
    let Grade { code, meaning: _, rank, tone, counted: _, aliases } = grade;
    let mut lines = vec!["[[scale]]".to_owned(), format!("grade = {}", value(code))];
    match grades::meaning(grade) {
        None => lines.push(UNKNOWN.to_owned()),
        Some([ja, en]) => {
            lines.push(format!("meaning = {}", wording(ja, en)));
            lines.extend(rank.map(|rank| format!("rank = {rank}")));
            lines.push(format!("tone = {}", value(tone.name())));
        }
    }
    if !aliases.is_empty() {
        let aliases: Vec<String> = aliases.iter().map(|alias| value(alias)).collect();
        lines.push(format!("aliases = [{}]", aliases.join(", ")));
    }
    lines.join("\n")
}

/// The sample, for the scale and the year.
fn sample(answers: &Answers) -> String {
    let year = answers.year;
    let grades: Vec<&Grade> = answers.scale.iter().flat_map(Scale::grades).map(|(_, grade)| grade).collect();
    let ranked: Vec<&Grade> = grades.into_iter().filter(|grade| grade.rank.is_some()).collect();
    let code = |tone: Tone, or: usize| {
        let grade = ranked.iter().find(|grade| grade.tone == tone).or(ranked.get(or));
        grade.map_or("", |grade| grade.code.as_str())
    };
    let last = ranked.len().saturating_sub(1);
    let text = [
        ("{before}", year.previous().to_string()),
        ("{year}", year.to_string()),
        ("{after}", FiscalYear::new(year.number() + 1).unwrap_or(year).to_string()),
        ("{ahead}", code(Tone::Ahead, 0).to_owned()),
        ("{on}", code(Tone::On, last / 2).to_owned()),
        ("{behind}", code(Tone::Behind, last).to_owned()),
    ];
    let text = text.iter().fold(SAMPLE.to_owned(), |text, (name, value)| text.replace(name, value));
    for_excel(&text)
}

/// The words that are known in English: those of the sample, and grades that are words.
fn translations(answers: &Answers) -> String {
    let is_word =
        |grade: &&Grade| grade.code.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let grades = answers.scale.iter().flat_map(Scale::grades).map(|(_, grade)| grade).filter(is_word);
    let rows = grades.filter_map(|grade| {
        let [_, en] = grades::meaning(grade).filter(|[_, en]| !en.is_empty())?;
        Some(format!("{},{en}\n", grade.code))
    });
    let sample = if answers.table.is_some() { "" } else { SAMPLE_TRANSLATIONS };
    for_excel(&format!("ja,en\n{}{sample}", rows.collect::<String>()))
}

/// A page about the plan, in one of its languages.
fn about(answers: &Answers, language: &str, text: &str) -> String {
    let is_ja = language == "ja";
    let title = match (is_ja, answers.title_en.as_str()) {
        (true, _) => &answers.title,
        (false, "") => "the plan",
        (false, title) => title,
    };
    text.replace("{title}", &plain(title)).replace("{grades}", &legend(answers, is_ja))
}

/// What the grades mean, where somebody has said it of all.
fn legend(answers: &Answers, is_ja: bool) -> String {
    if answers.meanings == Meanings::Assumed {
        return String::new();
    }
    let grades = answers.scale.iter().flat_map(Scale::grades);
    let meanings: Option<Vec<(String, String)>> = grades
        .map(|(_, grade)| {
            let [ja, en] = grades::meaning(grade)?;
            Some((plain(&grade.code), plain(if is_ja { ja } else { en })))
        })
        .collect();
    let Some(meanings) = meanings.filter(|meanings| !meanings.is_empty()) else { return String::new() };
    let head = if is_ja { ["評価の見方", "評価", "意味"] } else { ["Grades", "Grade", "Meaning"] };
    let rows: Vec<String> =
        meanings.iter().map(|(code, meaning)| format!("| {code} | {meaning} |")).collect();
    format!("## {}\n\n| {} | {} |\n|---|---|\n{}\n\n", head[0], head[1], head[2], rows.join("\n"))
}

/// A text in Markdown that stays what it is.
fn plain(text: &str) -> String {
    let is_sign = |letter: char| "\\`*_{}[]<>|~&#".contains(letter);
    text.chars().flat_map(|letter| is_sign(letter).then_some('\\').into_iter().chain([letter])).collect()
}

/// A text as TOML writes it.
fn value(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// A text in both languages, or in the first alone, which translations.csv translates then.
fn wording(ja: &str, en: &str) -> String {
    if en.is_empty() { value(ja) } else { format!("{{ ja = {}, en = {} }}", value(ja), value(en)) }
}

fn for_excel(text: &str) -> String {
    BOM.to_owned() + &text.replace('\n', "\r\n")
}
