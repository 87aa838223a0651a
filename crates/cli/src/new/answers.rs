//! What a content folder is made of: the questions, what may be answered, and what is taken where nothing is.

use fluent_bundle::FluentValue;
use nendo_ingest::presets;
use nendo_model::{FiscalYear, GradeIndex, Scale, half_width};

use super::dialogue::{Dialogue, Fallback, Stop};
use super::grades::{codes, listed, meant};
use super::table::{self, Table};
use crate::words::Voice;

/// All answers. English ones may be empty: they are left to translations.csv.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    /// The table to start from; without one it is a sample.
    pub(crate) table: Option<Table>,
    /// Who publishes.
    pub(crate) name: String,
    pub(crate) name_en: String,
    /// 全国地方公共団体コード.
    pub(crate) code: Option<String>,
    /// The name of the plan's folder.
    pub(crate) plan: String,
    /// The plan's title.
    pub(crate) title: String,
    pub(crate) title_en: String,
    /// The scale of evaluation; none for a table without grades.
    pub(crate) scale: Option<Scale>,
    /// Who says what its grades mean.
    pub(crate) meanings: Meanings,
    /// The fiscal year of the table.
    pub(crate) year: FiscalYear,
}

/// Who says what grades mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meanings {
    /// Somebody who has seen it, or has named the scale.
    Answered,
    /// Nobody: it is what such grades usually mean.
    Assumed,
}

impl Answers {
    /// Whether nobody has said who publishes.
    pub(crate) fn is_unnamed(&self) -> bool {
        self.name == NAME[0]
    }
}

/// Stand in for what nobody said.
pub(crate) const NAME: [&str; 2] = ["○○市", "XX City"];
const PLAN: &str = "plan";
/// The scale of the sample.
const SCALE: &str = "a-d";

/// Asks everything. `ended` is the fiscal year that ended last, which a sample is of.
pub(crate) fn answers(dialogue: &mut Dialogue<'_>, ended: Option<FiscalYear>) -> Result<Answers, Stop> {
    let voice = dialogue.voice;
    let later = || Fallback::none(voice.word("ask-later"));
    let none = || Fallback::none(voice.word("ask-none"));
    let table = dialogue.ask("table", Some(&none()), |text| {
        if text.is_empty() { Ok(None) } else { table::open(text, voice).map(Some) }
    })?;
    let name = dialogue.ask("name", Some(&Fallback::of(NAME[0])), |text| named(text, voice))?;
    let name_en = if name == NAME[0] { Fallback::of(NAME[1]) } else { later() };
    let name_en = dialogue.ask("name-en", Some(&name_en), |text| Ok(one_line(text)))?;
    let code = dialogue.ask("code", Some(&none()), |text| code(text, voice))?;
    let plan = dialogue.ask("plan", Some(&Fallback::of(PLAN)), |text| {
        if nendo_ingest::is_plan_name(text) { Ok(text.to_owned()) } else { Err(voice.word("why-plan")) }
    })?;
    let usual = format!("{name}の計画");
    let title = dialogue.ask("title", Some(&Fallback::of(usual.clone())), |text| named(text, voice))?;
    let is_usual = title == usual && !name_en.is_empty();
    let title_en = if is_usual { Fallback::of(format!("Plan of {name_en}")) } else { later() };
    let title_en = dialogue.ask("title-en", Some(&title_en), |text| Ok(one_line(text)))?;
    let scale = scale(dialogue, table.as_ref())?;
    let is_answered = dialogue.person.is_some() || dialogue.wishes.of("scale").is_some();
    let meanings = if is_answered { Meanings::Answered } else { Meanings::Assumed };
    let year = year(dialogue, table.as_ref(), ended)?;
    Ok(Answers { table, name, name_en, code, plan, title, title_en, scale, meanings, year })
}

/// The year that a table reports on, by its name and its cells.
fn year(
    dialogue: &mut Dialogue<'_>,
    table: Option<&Table>,
    ended: Option<FiscalYear>,
) -> Result<FiscalYear, Stop> {
    let voice = dialogue.voice;
    let usual = table.map_or(ended, Table::year).map(|year| Fallback::of(year.to_string()));
    let contradiction = table.and_then(Table::contradiction).map(|years| years.map(|year| year.to_string()));
    dialogue.ask("year", usual.as_ref(), |text| match (FiscalYear::read(text), &contradiction) {
        (Some(year), _) => Ok(year),
        (None, Some([named, reported])) if text.is_empty() => {
            Err(voice
                .say("why-years", &[("named", named.clone().into()), ("reported", reported.clone().into())]))
        }
        (None, _) => Err(voice.word("why-year")),
    })
}

/// The scale: one that has a name, or the grades of the table as they stand there.
fn scale(dialogue: &mut Dialogue<'_>, table: Option<&Table>) -> Result<Option<Scale>, Stop> {
    let voice = dialogue.voice;
    let own = table.map(|table| Some(&table.survey.scale).filter(|scale| scale.grades().len() > 0));
    let default = match own {
        None => preset(SCALE, voice),
        Some(None) if dialogue.wishes.of("scale").is_none() => return Ok(None),
        Some(None) => Fallback::of(String::new()),
        Some(Some(own)) => match &fitting(own)[..] {
            [name] => preset(name, voice),
            _ => Fallback::none(as_it_stands(own, voice)),
        },
    };
    dialogue.ask("scale", Some(&default), |text| {
        let preset = presets().into_iter().find(|(name, _)| name == text).map(|(_, scale)| scale);
        match (preset, own) {
            (Some(preset), _) => Ok(Some(preset)),
            (None, Some(own)) if text.is_empty() => Ok(own.cloned()),
            _ => Err(voice.say("why-scale", &[("known", listed(presets()).into())])),
        }
    })
}

/// A scale that has a name, shown with what its grades mean.
fn preset(name: &str, voice: Voice<'_>) -> Fallback {
    let scale = presets().into_iter().find(|(known, _)| known == name).map(|(_, scale)| scale);
    let meant = scale.and_then(|scale| meant(&scale, voice));
    Fallback { value: name.to_owned(), shown: meant.map(|meant| format!("{name}: {meant}")) }
}

/// The scales with a name that have exactly these grades.
fn fitting(own: &Scale) -> Vec<String> {
    let is_whole = |preset: &Scale| {
        occurring(own, preset).is_some_and(|found| preset.grades().all(|(at, _)| found.contains(&at)))
    };
    let fitting = presets().into_iter().filter(|(_, preset)| is_whole(preset));
    fitting.map(|(name, _)| name).collect()
}

/// The grades of a scale that has all of these.
fn occurring(own: &Scale, preset: &Scale) -> Option<Vec<GradeIndex>> {
    own.grades().map(|(_, grade)| preset.find(&grade.code)).collect()
}

/// That the grades of a table are taken as they are, and which scales have them all.
fn as_it_stands(own: &Scale, voice: Voice<'_>) -> String {
    let others = presets().into_iter().filter(|(_, preset)| occurring(own, preset).is_some());
    let others = listed(others);
    let others = if others.is_empty() { FluentValue::from(0) } else { others.into() };
    voice.say("ask-scale-own", &[("known", codes(own).into()), ("others", others)])
}

fn named(text: &str, voice: Voice<'_>) -> Result<String, String> {
    Some(one_line(text)).filter(|name| !name.is_empty()).ok_or_else(|| voice.word("why-name"))
}

fn code(text: &str, voice: Voice<'_>) -> Result<Option<String>, String> {
    let code: String = text.chars().map(half_width).collect();
    match code.as_str() {
        "" => Ok(None),
        _ if nendo_site::is_municipality_code(&code) => Ok(Some(code)),
        _ => Err(voice.word("why-code")),
    }
}

/// A name has no line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use nendo_model::FiscalYear;

    use super::{Answers, answers};
    use crate::new::dialogue::{Dialogue, Person, Stop};
    use crate::new::wishes::{Rest, Wishes};
    use crate::words::{Language, Words};

    /// What comes of these lines, and what their writer saw.
    fn dialogue(given: &[(&'static str, &str)], lines: &str) -> (Result<Answers, Stop>, String) {
        let words = Words::embedded();
        let given = given.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        let wishes = Wishes { given, rest: Rest::Asked };
        let (mut types, mut sees) = (lines.as_bytes(), Vec::new());
        let person = Some(Person { types: &mut types, sees: &mut sees });
        let mut dialogue = Dialogue { wishes: &wishes, person, voice: words.voice(Language::Ja) };
        let answers = answers(&mut dialogue, FiscalYear::new(2023));
        (answers, String::from_utf8(sees).expect("UTF-8"))
    }

    #[test]
    fn what_is_typed_is_answered_and_an_empty_line_is_the_default() {
        let (answers, seen) =
            dialogue(&[("title-en", "The Plan")], "\n 青葉市 \r\nAoba City\n２２１３０９\ndx\n\nmarks\nR4\n");
        let answers = answers.expect("answers");
        assert_eq!([&*answers.name, &*answers.name_en, &*answers.plan], ["青葉市", "Aoba City", "dx"]);
        assert_eq!([&*answers.title, &*answers.title_en], ["青葉市の計画", "The Plan"]);
        assert_eq!((answers.code.as_deref(), answers.year.number()), (Some("221309"), 2022));
        assert_eq!(answers.scale.expect("a scale").grades().len(), 4);
        assert!(
            seen.contains("評価の段階 [a-d: A 目標より進んでいる、B 目標どおり進んでいる、C 目標より遅れている、D 評価できない]: ") && seen.contains("表の年度 [2023]: "),
            "{seen}"
        );
        assert!(!seen.contains("計画の名前の英語"), "what was given is not asked: {seen}");
    }

    #[test]
    fn what_cannot_be_is_told_at_once_and_asked_again() {
        let (answers, seen) =
            dialogue(&[], "no-such.csv\n\n\n\n221308\n221309\nDX\ndx\n\n\nz\na-c\n5\n2023\n");
        assert_eq!(answers.expect("answers").year.number(), 2023);
        for reason in [
            "Excelなど他のソフトで",
            "検査数字を含む6桁",
            "半角の英小文字・数字",
            "a-c (A B C)",
            "2023 や R5",
        ] {
            assert_eq!(seen.matches(reason).count(), 1, "{reason}: {seen}");
        }
        assert_eq!(seen.matches("全国地方公共団体コード（6桁） [なし]: ").count(), 2);
    }

    #[test]
    fn whoever_leaves_gets_nothing() {
        assert_eq!(dialogue(&[], "\n青葉市\n").0, Err(Stop::Left));
    }

    #[test]
    fn a_wrong_option_is_not_asked_again() {
        let (answers, _) = dialogue(&[("plan", "DX")], "\n\n\n\n\n");
        assert!(matches!(answers, Err(Stop::Wrong { name: "plan", value: Some(_), .. })), "{answers:?}");
    }
}
