//! `nendo check --readability`: how well machines can read each table, for people and for programs.

use std::collections::BTreeMap;

use nendo_ingest::{Broken, Gravity, Rule, Scored, Spot, Unjudged};
use nendo_model::column_letters;
use serde::Serialize;

use crate::job::Format;
use crate::words::{Language, Voice, Words};
use crate::{stream, visible};

/// So many spots are named, the others counted. Programs get all.
const MOST_SPOTS: usize = 5;

/// The text that belongs to each set of files: those that are kept, those that would be published.
const SETS: [(&str, &str); 2] = [("readability-input", "input"), ("readability-published", "published")];

/// Shows the scores of the tables that are kept, and of those that would be published.
pub(crate) fn show(scored: &[Vec<Scored>; 2], format: Format, voice: Voice<'_>, words: &Words) {
    stream::out(&match format {
        Format::Json => lines(scored, words),
        Format::Full | Format::Short => text(scored, format, voice),
    });
}

fn text(scored: &[Vec<Scored>; 2], format: Format, voice: Voice<'_>) -> String {
    let mut text = voice.word("readability-title") + "\n\n";
    for (files, (title, _)) in scored.iter().zip(SETS).filter(|(files, _)| !files.is_empty()) {
        text += &(voice.word(title) + "\n");
        for (file, more) in alike(files) {
            text += &scores(file, more, voice);
            text.extend(file.broken.iter().map(|broken| rule_text(broken, format, voice)));
        }
        text.push('\n');
    }
    for why in [Unjudged::Workbook, Unjudged::People] {
        let rules = nendo_ingest::rules().iter().filter(|rule| rule.unjudged() == Some(why));
        let rules: Vec<&str> = rules.map(|rule| rule.id).collect();
        let rules = rules.join(&voice.word("readability-separator"));
        let told = [("rules", rules.into()), ("why", voice.word(reason(why)).into())];
        text += &(voice.say("readability-unjudged", &told) + "\n");
    }
    text + "\n"
}

/// Files that break the same rules at the same spots, or none: the first of them, and how many more there are. Each KPI
/// has a file of its own in each year.
fn alike(files: &[Scored]) -> Vec<(&Scored, usize)> {
    let mut alike: Vec<(&Scored, usize)> = Vec::new();
    for file in files {
        match alike.iter_mut().find(|(first, _)| first.scores == file.scores && first.broken == file.broken) {
            Some((_, more)) => *more += 1,
            None => alike.push((file, 0)),
        }
    }
    alike
}

fn scores(file: &Scored, more: usize, voice: Voice<'_>) -> String {
    let [one, two, three] = file
        .scores
        .map(|score| score.map_or_else(|| voice.word("readability-unscored"), |score| score.to_string()));
    let told = [
        ("file", visible::line(&file.file, usize::MAX).into()),
        ("more", more.into()),
        ("one", one.into()),
        ("two", two.into()),
        ("three", three.into()),
    ];
    format!("  {}\n", voice.say("readability-scores", &told))
}

fn rule_text(Broken { rule, spots }: &Broken, format: Format, voice: Voice<'_>) -> String {
    let named: Vec<String> = spots.iter().take(MOST_SPOTS).map(|spot| spot_text(spot, voice)).collect();
    let mut named = named.join(&voice.word("readability-separator"));
    if let Some(more) = spots.len().checked_sub(MOST_SPOTS).filter(|more| *more > 0) {
        named = voice.say("readability-more", &[("spots", named.into()), ("more", more.into())]);
    }
    let told =
        [("rule", rule.id.into()), ("name", voice.word(&key("rule", rule)).into()), ("spots", named.into())];
    let text = format!("    {}\n", voice.say("readability-broken", &told));
    if format != Format::Full {
        return text;
    }
    let mend = [("mend", voice.word(&key("mend", rule)).into())];
    text + &format!("          {}\n", voice.say("readability-mend", &mend))
}

fn spot_text(spot: &Spot, voice: Voice<'_>) -> String {
    match spot {
        Spot::File => voice.word("spot-file"),
        Spot::Column(column) => voice.say("spot-column", &[("column", column_letters(*column).into())]),
        Spot::Row(row) => voice.say("spot-row", &[("row", (*row).into())]),
        Spot::Cell(place) => place.to_string(),
        Spot::Missing(file) => voice.say("spot-missing", &[("file", (*file).into())]),
    }
}

/// `rule-l1-08`, the name of what is said of a rule.
fn key(kind: &str, rule: &Rule) -> String {
    format!("{kind}-{}", rule.id.to_lowercase())
}

fn reason(why: Unjudged) -> &'static str {
    match why {
        Unjudged::Workbook => "readability-workbook",
        Unjudged::People => "readability-people",
    }
}

/// A line of a file, told from those of problems by its only name.
#[derive(Serialize)]
struct Line<'a> {
    readability: FileScored<'a>,
}

#[derive(Serialize)]
struct FileScored<'a> {
    file: &'a str,
    set: &'static str,
    levels: [Option<u8>; 3],
    broken: Vec<RuleBroken>,
}

#[derive(Serialize)]
struct RuleBroken {
    rule: &'static str,
    gravity: &'static str,
    spots: Vec<String>,
    name: BTreeMap<&'static str, String>,
    mend: BTreeMap<&'static str, String>,
}

/// The line of the rules that were not judged.
#[derive(Serialize)]
struct Last {
    readability_unjudged: Vec<RuleUnjudged>,
}

#[derive(Serialize)]
struct RuleUnjudged {
    rule: &'static str,
    name: BTreeMap<&'static str, String>,
    why: BTreeMap<&'static str, String>,
}

fn lines(scored: &[Vec<Scored>; 2], words: &Words) -> String {
    let said =
        |id: &str| Language::ALL.map(|language| (language.tag(), words.voice(language).word(id))).into();
    let broken = |Broken { rule, spots }: &Broken| RuleBroken {
        rule: rule.id,
        gravity: match rule.gravity {
            Gravity::Fatal => "fatal",
            Gravity::Critical => "critical",
            Gravity::Major => "major",
            Gravity::Minor => "minor",
        },
        spots: spots.iter().map(ToString::to_string).collect(),
        name: said(&key("rule", rule)),
        mend: said(&key("mend", rule)),
    };
    let files = scored.iter().zip(SETS).flat_map(|(files, (_, set))| {
        files.iter().map(move |Scored { file, scores, broken: rules }| {
            let broken = rules.iter().map(broken).collect();
            stream::json_line(&Line { readability: FileScored { file, set, levels: *scores, broken } })
        })
    });
    let unjudged = nendo_ingest::rules().iter().filter_map(|rule| {
        let why = said(reason(rule.unjudged()?));
        Some(RuleUnjudged { rule: rule.id, name: said(&key("rule", rule)), why })
    });
    let last = stream::json_line(&Last { readability_unjudged: unjudged.collect() });
    files.chain([last]).collect()
}

#[cfg(test)]
mod tests {
    use super::key;
    use crate::words::{Language, Words};

    #[test]
    fn the_page_about_scores_has_every_judged_rule_and_its_points() {
        let page = include_str!("../../../docs/readability.md");
        let rows = page.lines().filter(|line| line.starts_with("| L"));
        let rows: Vec<String> = rows
            .map(|row| {
                let cells: Vec<&str> = row.split('|').map(str::trim).collect();
                format!("{} {}", cells[1], cells[4])
            })
            .collect();
        let judged = nendo_ingest::rules().iter().filter(|rule| rule.unjudged().is_none());
        assert_eq!(rows, judged.map(|rule| format!("{} {}", rule.id, rule.cost())).collect::<Vec<_>>());
    }

    #[test]
    fn every_rule_has_a_name_and_every_judged_one_a_remedy() {
        let words = Words::embedded();
        for language in Language::ALL {
            for rule in nendo_ingest::rules() {
                let told = |kind: &str| words.voice(language).word(&key(kind, rule)) != key(kind, rule);
                assert!(told("rule"), "{}", rule.id);
                assert_eq!(told("mend"), rule.unjudged().is_none(), "{}", rule.id);
            }
        }
    }
}
