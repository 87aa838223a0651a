//! The header of published data: which column is which, by name and in any order. Of texts in several languages, those in
//! the content's own are read.

use crate::field::{Attribute, Item};
use crate::record::Record;
use crate::role::Role;

/// The columns of published data.
pub(super) struct Names {
    all: Vec<String>,
    language: String,
    pub(super) plan: Option<usize>,
    pub(super) edition: usize,
    pub(super) year: usize,
    pub(super) id: usize,
    pub(super) kpi: usize,
    /// Outermost first.
    pub(super) levels: Vec<usize>,
}

/// Columns that only a table of all years has.
const OF_ALL_YEARS: [&str; 4] = ["superseded_by", "target_revised", "actual_revised", "evaluation_revised"];

/// The most levels that a plan has.
const MOST_LEVELS: usize = 4;

impl Names {
    /// The columns of a header, if it is one of published data: no other has these names beside each other.
    pub(super) fn of(header: Record<'_>, body: &[Record<'_>], language: Option<&str>) -> Option<Self> {
        let names: Vec<String> = header.cells().map(|cell| spelled(cell.trim())).collect();
        let at = |name: &str| names.iter().position(|own| own == name);
        let (edition, year, id) = (at("edition")?, at("fiscal_year")?, at("kpi_id")?);
        let language = language_of(&names, body, language)?;
        let text = |name: &str| at(&format!("{name}_{language}"));
        // A language may be called id.
        let kpi =
            names.iter().enumerate().position(|(at, name)| at != id && *name == format!("kpi_{language}"))?;
        let levels: Vec<usize> =
            (1..=MOST_LEVELS).map_while(|level| text(&format!("level{level}"))).collect();
        (text("target_text").is_some() || text("actual_text").is_some()).then_some(())?;
        Some(Self { plan: at("plan"), edition, year, id, kpi, levels, language, all: names })
    }

    /// The name of a column that only a table of all years has.
    pub(super) fn of_all_years(&self) -> Option<&str> {
        OF_ALL_YEARS.into_iter().find(|name| self.at(name).is_some())
    }

    /// The first name of a text that no column has.
    pub(super) fn missing(&self) -> Option<String> {
        let wanted = ["target_text", "actual_text"].map(|name| format!("{name}_{}", self.language));
        wanted.into_iter().find(|name| self.at(name).is_none())
    }

    /// The column of a name.
    pub(super) fn at(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|own| own == name)
    }

    /// The column of a text in the language of the content.
    pub(super) fn text(&self, name: &str) -> Option<usize> {
        self.at(&format!("{name}_{}", self.language))
    }

    /// The column of an item.
    pub(super) fn item(&self, item: Item) -> Option<usize> {
        match item {
            Item::Target => self.text("target_text"),
            Item::Actual => self.text("actual_text"),
            Item::Evaluation => self.at("evaluation"),
            Item::Reason => self.text("reason"),
            Item::Note => self.text("note"),
        }
    }

    /// The column of what is said of the KPI once.
    pub(super) fn attribute(&self, attribute: Attribute) -> Option<usize> {
        match attribute {
            Attribute::KpiId => Some(self.id),
            Attribute::KpiNumber => self.at("kpi_number"),
            Attribute::Section => self.text("section"),
            Attribute::Direction => self.at("direction"),
            Attribute::Baseline => self.text("baseline_text"),
            Attribute::FinalTarget => self.text("final_target_text"),
            Attribute::Unit | Attribute::Counting => None,
        }
    }

    /// What each column is for.
    pub(super) fn roles(&self) -> Vec<Role> {
        (0..self.all.len()).map(|at| self.role(at)).collect()
    }

    fn role(&self, at: usize) -> Role {
        let own = Some(at);
        if at == self.kpi {
            return Role::Kpi;
        }
        if at == self.year {
            return Role::Year;
        }
        if self.levels.contains(&at) {
            return Role::Level;
        }
        let item = ITEMS.into_iter().find(|item| self.item(*item) == own);
        let attribute = ATTRIBUTES.into_iter().find(|attribute| self.attribute(*attribute) == own);
        match (item, attribute) {
            (Some(item), _) => Role::Value { year: None, item: Some(item) },
            (_, Some(attribute)) => Role::Attribute(attribute),
            _ if self.is_beside(at) => Role::Attested,
            _ => Role::Ignored,
        }
    }

    /// Whether a column says what the text beside it was read as.
    fn is_beside(&self, at: usize) -> bool {
        let name = &self.all[at];
        let mut ends = ["_value", "_unit", "_status"].into_iter();
        name == "cumulative" || name == "edition" || ends.any(|end| name.ends_with(end))
    }
}

/// The name of a column, or the tag of a language as its end: pt-BR is `pt_br`.
fn spelled(name: &str) -> String {
    name.to_lowercase().replace('-', "_")
}

/// What is said of each year.
pub(super) const ITEMS: [Item; 5] = [Item::Target, Item::Actual, Item::Evaluation, Item::Reason, Item::Note];

/// What is said of the KPI once.
pub(super) const ATTRIBUTES: [Attribute; 6] = [
    Attribute::KpiId,
    Attribute::KpiNumber,
    Attribute::Section,
    Attribute::Direction,
    Attribute::Baseline,
    Attribute::FinalTarget,
];

/// The language of the content, as the columns spell it: the one that is known or, where it has no columns, the one
/// with the most texts. The content's own has each text that another has; of two with as many it stands first.
fn language_of(names: &[String], body: &[Record<'_>], known: Option<&str>) -> Option<String> {
    let languages: Vec<&str> = names.iter().filter_map(|name| name.strip_prefix("level1_")).collect();
    let known = known.map(spelled);
    if let Some(language) = known.filter(|known| languages.contains(&known.as_str())) {
        return Some(language);
    }
    let filled = |language: &str| {
        let end = format!("_{language}");
        let columns: Vec<usize> = (0..names.len()).filter(|at| names[*at].ends_with(&end)).collect();
        body.iter().map(|row| columns.iter().filter(|at| !row.cell(**at).is_empty()).count()).sum::<usize>()
    };
    let most = languages.iter().map(|language| (filled(language), *language));
    // Of equals, `max_by_key` takes the last.
    most.rev().max_by_key(|(count, _)| *count).map(|(_, language)| language.to_owned())
}
