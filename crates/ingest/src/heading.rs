//! One header text → what it names: a role, a year, an item, or a year with an item
//! (`R5目標`, `実績（2023年度）`, `FY2023 Target`). Knows one cell only, not the row around it.

use nendo_model::FiscalYear;

use crate::alias::{self, Item, Meaning};
use crate::settings::ColumnSetting;
use crate::spelling;

/// What a header text names. Nothing is known of a text that has neither meaning nor year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) meaning: Option<Meaning>,
    pub(crate) year: Option<FiscalYear>,
    /// The entry of `[columns]` in plan.toml that says so.
    pub(crate) setting: Option<usize>,
}

/// What a cell of an item column says of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowItem {
    /// The values are of this item.
    Item(Item),
    /// plan.toml says that the row is of no use.
    Ignored,
}

/// The words known: those of plan.toml first, then the aliases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary<'a> {
    settings: &'a [ColumnSetting],
}

/// A longer text is prose and no header, whatever it begins with.
const LONGEST: usize = 60;

/// A header as it is compared: folded, in lower case, without underscores.
pub(crate) fn key(text: &str) -> String {
    spelling::folded(text).to_lowercase().replace('_', "")
}

impl Heading {
    /// Whether a column of this name holds values: it names an item or a year.
    pub(crate) fn is_value(&self) -> bool {
        self.item().is_some() || (self.meaning.is_none() && self.year.is_some())
    }

    /// The item it names.
    pub(crate) fn item(&self) -> Option<Item> {
        match self.meaning {
            Some(Meaning::Value(item)) => Some(item),
            _ => None,
        }
    }
}

impl<'a> Vocabulary<'a> {
    pub(crate) fn new(settings: &'a [ColumnSetting]) -> Self {
        Self { settings }
    }

    /// What a header names.
    pub(crate) fn heading(self, text: &str) -> Heading {
        let key = key(text);
        if key.is_empty() || key.chars().count() > LONGEST {
            return Heading::default();
        }
        let found = self.word(&key);
        if found.meaning.is_some() {
            return match found.meaning {
                Some(Meaning::Current) => Heading { meaning: Some(Meaning::Baseline), ..found },
                _ => found,
            };
        }
        self.year_first(&key)
            .or_else(|| self.year_last(&key))
            .or_else(|| self.before_bracket(&key))
            .unwrap_or_default()
    }

    /// What a cell of an item column names, and the setting that says so.
    pub(crate) fn item(self, text: &str) -> Option<(RowItem, Option<usize>)> {
        let found = self.word(&key(text));
        let item = match found.meaning? {
            Meaning::Value(item) => RowItem::Item(item),
            Meaning::Current => RowItem::Item(Item::Actual),
            Meaning::Ignored if found.setting.is_some() => RowItem::Ignored,
            _ => return None,
        };
        Some((item, found.setting))
    }

    /// `2023年度`, `R5目標`, `2023年度（実績）`.
    fn year_first(self, key: &str) -> Option<Heading> {
        let (year, rest) = FiscalYear::read_start(key)?;
        let rest = bare(rest);
        if rest.is_empty() {
            return Some(Heading { year: Some(year), ..Heading::default() });
        }
        self.dated(rest, year)
    }

    /// `目標R5`, `実績(令和5年度)`.
    fn year_last(self, key: &str) -> Option<Heading> {
        key.char_indices().skip(1).find_map(|(at, _)| {
            let (word, year) = key.split_at(at);
            let year = FiscalYear::read(year).or_else(|| FiscalYear::read(bare(year)))?;
            self.dated(bare(word), year)
        })
    }

    /// `単位（％など）`: a remark in brackets, which values do not have as it may be their unit.
    fn before_bracket(self, key: &str) -> Option<Heading> {
        use Meaning::{Item, Kpi, KpiId, Section, Unit, Year};
        let (word, _) = key.split_once('(').filter(|_| key.ends_with(')'))?;
        let found = self.word(word);
        let plain = matches!(found.meaning, Some(Kpi | KpiId | Item | Year | Unit | Section));
        plain.then_some(found)
    }

    /// A word that stands with a year, where it can: an item, or the start or end of the plan.
    fn dated(self, word: &str, year: FiscalYear) -> Option<Heading> {
        let found = self.word(word);
        let (meaning, year) = match found.meaning? {
            Meaning::Current => (Meaning::Value(Item::Actual), Some(year)),
            value @ Meaning::Value(_) => (value, Some(year)),
            ends @ (Meaning::Baseline | Meaning::FinalTarget) => (ends, None),
            _ => return None,
        };
        Some(Heading { meaning: Some(meaning), year, setting: found.setting })
    }

    fn word(self, key: &str) -> Heading {
        if let Some(at) = self.settings.iter().position(|setting| setting.header == key) {
            let meaning = Some(self.settings[at].meaning);
            return Heading { meaning, year: None, setting: Some(at) };
        }
        let meaning = alias::meaning(key).or_else(|| alias::meaning(&key.replace(['(', ')'], "")));
        Heading { meaning, ..Heading::default() }
    }
}

/// A part of a header without what joins it to the other: brackets, signs, 末.
fn bare(text: &str) -> &str {
    let joins = |letter| "()[]【】「」〔〕〈〉<>・:/-_、,|".contains(letter);
    let text = text.trim_matches(joins);
    text.strip_prefix('末').unwrap_or(text).trim_matches(joins)
}

#[cfg(test)]
mod tests {
    use nendo_model::FiscalYear;

    use super::{Heading, RowItem, Vocabulary, key};
    use crate::alias::{Item, Meaning};
    use crate::settings::ColumnSetting;

    fn heading(text: &str) -> (Option<Meaning>, Option<u16>) {
        let Heading { meaning, year, setting: _ } = Vocabulary::new(&[]).heading(text);
        (meaning, year.map(FiscalYear::number))
    }

    #[test]
    fn a_header_names_its_year_its_item_or_both() {
        use Item::{Actual, Evaluation, Target};
        for (text, item, year) in [
            ("目　標", Some(Target), None),
            ("Target", Some(Target), None),
            ("実績値", Some(Actual), None),
            ("実績（見込）", Some(Actual), None),
            ("2023年度", None, Some(2023)),
            ("令和５\n年度", None, Some(2023)),
            ("Ｒ５", None, Some(2023)),
            ("R5目標", Some(Target), Some(2023)),
            ("令和5年度 実績値", Some(Actual), Some(2023)),
            ("2023年度（実績）", Some(Actual), Some(2023)),
            ("令和5(2023)年度末 目標", Some(Target), Some(2023)),
            ("目標（R5）", Some(Target), Some(2023)),
            ("評価2023(令和5)年度", Some(Evaluation), Some(2023)),
            ("FY2023 Target", Some(Target), Some(2023)),
            ("Actual FY2023", Some(Actual), Some(2023)),
            ("現状値(R4)", Some(Actual), Some(2022)),
        ] {
            assert_eq!(heading(text), (item.map(Meaning::Value), year), "{text}");
        }
    }

    #[test]
    fn other_roles_have_names_too() {
        assert_eq!(heading("重要業績評価指標（KPI）"), (Some(Meaning::Kpi), None));
        assert_eq!(heading("kpi_id"), (Some(Meaning::KpiId), None));
        assert_eq!(heading("現状値"), (Some(Meaning::Baseline), None));
        assert_eq!(heading("基準値（R3）"), (Some(Meaning::Baseline), None));
        assert_eq!(heading("最終目標"), (Some(Meaning::FinalTarget), None));
        assert_eq!(heading("担当課（R5）"), (Some(Meaning::Section), None));
    }

    #[test]
    fn what_is_in_doubt_is_unknown() {
        for text in ["", "取組項目", "達成率", "目標(%)", "2023年6月", "R5予定", "R5(2022)目標"]
        {
            assert_eq!(heading(text), (None, None), "{text}");
        }
        assert_eq!(heading(&"あ".repeat(100_000)), (None, None));
    }

    #[test]
    fn settings_come_first_and_combine_with_years() {
        let set = |header: &str, meaning| ColumnSetting {
            header: key(header),
            written: header.to_owned(),
            meaning,
            row: 1,
        };
        let settings = [
            set("成果目標", Meaning::Value(Item::Target)),
            set("目標", Meaning::FinalTarget),
            set("達成率", Meaning::Ignored),
        ];
        let words = Vocabulary::new(&settings);
        let found = words.heading("R5成果目標");
        assert_eq!((found.item(), found.year.map(FiscalYear::number)), (Some(Item::Target), Some(2023)));
        assert_eq!(found.setting, Some(0));
        assert_eq!(words.heading("目標").meaning, Some(Meaning::FinalTarget));
        assert_eq!(words.item("成果目標"), Some((RowItem::Item(Item::Target), Some(0))));
        assert_eq!(words.item("達成率"), Some((RowItem::Ignored, Some(2))));
        assert_eq!(words.item("番号"), None);
    }
}
