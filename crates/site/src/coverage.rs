//! How much of a plan can be said in each language: all of it is said once, to nobody, and what had
//! no translation is noted.

use std::collections::BTreeSet;

use nendo_model::{Case, Checked, Edition, Kpi, Origin, Plan, Problem, Reading, Series};

use crate::given;
use crate::phrase::{Asked, Phrase};
use crate::site::Site;
use crate::voice::Voice;

/// Which texts and counters need a translation into a language, and which have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The language.
    pub language: String,
    asked: BTreeSet<Asked>,
    missing: BTreeSet<Asked>,
    /// Those of the missing that a row of a table would supply, in the order in which they are first said.
    wanting: Vec<Asked>,
}

impl Coverage {
    /// How many different texts and counters need a translation.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.asked.len()
    }

    /// How many of them have one.
    #[must_use]
    pub fn translated(&self) -> usize {
        self.asked.len() - self.missing.len()
    }

    /// The texts that need a translation, whether they have one or not.
    pub fn used_texts(&self) -> impl Iterator<Item = &str> {
        self.asked.iter().filter_map(text)
    }

    /// The counters that need a name, whether they have one or not.
    pub fn used_units(&self) -> impl Iterator<Item = &str> {
        self.asked.iter().filter_map(unit)
    }

    /// The texts that lack a translation, in the order in which they are first said.
    pub fn missing_texts(&self) -> impl Iterator<Item = &str> {
        self.wanting.iter().filter_map(text)
    }

    /// The counters that lack a name, in the order in which they are first said.
    pub fn missing_units(&self) -> impl Iterator<Item = &str> {
        self.wanting.iter().filter_map(unit)
    }

    /// Takes in the coverage of another plan, each text once.
    pub fn join(&mut self, other: Self) {
        let new = other.wanting.into_iter().filter(|what| !self.missing.contains(what));
        self.wanting.extend(new.collect::<Vec<_>>());
        self.asked.extend(other.asked);
        self.missing.extend(other.missing);
    }
}

impl Site {
    /// The coverage of a plan by each language but that of its tables; a missing translation is
    /// named once for each text, where it first stands.
    #[must_use]
    pub fn coverage(&self, plan: &Plan) -> Checked<Vec<Coverage>> {
        let mut problems = Vec::new();
        let others = self.voices().filter(|voice| !voice.is_source());
        let value = others.map(|voice| cover(self, voice, plan).unload(&mut problems)).collect();
        Checked { value, problems }
    }
}

fn text(asked: &Asked) -> Option<&str> {
    match asked {
        Asked::Text(text) => Some(text),
        Asked::Unit(_) => None,
    }
}

fn unit(asked: &Asked) -> Option<&str> {
    match asked {
        Asked::Unit(unit) => Some(unit),
        Asked::Text(_) => None,
    }
}

fn cover(site: &Site, voice: Voice<'_>, plan: &Plan) -> Checked<Coverage> {
    let mut asked = BTreeSet::new();
    let mut missing = BTreeSet::new();
    let mut wanting = Vec::new();
    let mut problems = Vec::new();
    for (origin, phrase) in said(site, voice, plan) {
        for run in phrase.runs() {
            let Some(what) = &run.asked else { continue };
            asked.insert(what.clone());
            if !run.lang.is_empty() && missing.insert(what.clone()) {
                // Tables hold what is said in the language of the tables.
                wanting.extend((run.lang == site.words.source_tag()).then(|| what.clone()));
                problems.push(Problem { case: lacks(what.clone(), voice), origin: origin.clone() });
            }
        }
    }
    Checked { value: Coverage { language: voice.tag().to_owned(), asked, missing, wanting }, problems }
}

fn lacks(asked: Asked, voice: Voice<'_>) -> Case {
    let language = voice.tag().to_owned();
    match asked {
        Asked::Text(value) => Case::MissingTranslation { value, language },
        Asked::Unit(value) => Case::MissingUnit { value, language },
    }
}

/// Everything of the plan and the site's settings that a page says, with where it comes from.
fn said(site: &Site, voice: Voice<'_>, plan: &Plan) -> Vec<(Origin, Phrase)> {
    let given = given::of_site(&site.config).chain(given::of_plan(plan));
    let mut said: Vec<(Origin, Phrase)> =
        given.map(|(origin, wording)| (origin, voice.wording(wording))).collect();
    let settings = Origin::file(format!("plans/{}/plan.toml", plan.slug));
    said.extend(plan.scale.grades().map(|(_, grade)| (settings.clone(), voice.phrase(&grade.code))));
    for edition in &plan.editions {
        for branch in edition.all_branches() {
            said.push((edition.origin(branch.place), voice.phrase(&branch.label)));
            branch.kpis.iter().for_each(|kpi| say_kpi(voice, edition, kpi, &mut said));
        }
    }
    said
}

fn say_kpi(voice: Voice<'_>, edition: &Edition, kpi: &Kpi, said: &mut Vec<(Origin, Phrase)>) {
    let names = kpi.label.iter().chain(&kpi.section);
    said.extend(names.map(|name| (edition.origin(kpi.place), voice.phrase(name))));
    let cells =
        kpi.years.values().flat_map(|entry| [&entry.target, &entry.actual, &entry.reason, &entry.note]);
    let cells = cells.chain([&kpi.baseline, &kpi.final_target]).flatten();
    // A broken cell wants mending, not translating.
    for cell in cells.filter(|cell| *cell.reading != Reading::Broken) {
        said.extend(voice.cell(cell).lines.into_iter().map(|line| (edition.origin(cell.place), line)));
    }
    // A translation of a whole cell says nothing of the unit, which charts and sentences ask for.
    let unit = kpi.series().map(Series::unit);
    let units = unit.into_iter().flat_map(|unit| [unit, voice.distance_unit(unit)]);
    said.extend(units.map(|unit| (edition.origin(kpi.place), voice.unit_name(unit))));
}
