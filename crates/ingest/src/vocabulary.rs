//! One header text → what it names: a role, a year, an item, or a year with an item
//! (`R5目標`, `実績（2023年度）`, `FY2023 Target`). Knows one cell only, not the row around it.

use nendo_model::FiscalYear;

use crate::alias::{self, Meaning};
use crate::dated::{self, When};
use crate::field::{Attribute, Item};
use crate::heading::Heading;
use crate::settings::ColumnSetting;
use crate::spelling;

/// What a cell of an item column says of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowWord {
    pub(crate) item: RowItem,
    /// It says so only where no other row does.
    pub(crate) is_weak: bool,
    /// The entry of `[columns]` in plan.toml that says so.
    pub(crate) setting: Option<usize>,
}

/// What the values of a row are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowItem {
    /// The values are of this item.
    Item(Item),
    /// The values are grades, or made of others: they tell which.
    Progress,
    /// The values are made of others.
    Derived,
    /// plan.toml says that the row is of no use.
    Ignored,
}

/// The words known: those of plan.toml first, then the aliases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary<'a> {
    pub(crate) settings: &'a [ColumnSetting],
    /// The month in which the fiscal year begins, if plan.toml says.
    pub(crate) first_month: Option<u8>,
    /// The language of the tables, if it is known: published data has several.
    pub(crate) language: Option<&'a str>,
}

/// A longer text is prose and no header, whatever it begins with.
const LONGEST: usize = 60;

/// A longer text that begins with a year is a title.
const LONGEST_YEAR: usize = 12;

impl<'a> Vocabulary<'a> {
    pub(crate) fn new(settings: &'a [ColumnSetting], first_month: Option<u8>) -> Self {
        Self { settings, first_month, language: None }
    }

    /// The same words, in tables of this language.
    pub(crate) fn speaking(self, language: Option<&'a str>) -> Self {
        Self { language, ..self }
    }

    /// What a header names.
    pub(crate) fn heading(self, text: &str) -> Heading {
        let key = spelling::header(text);
        if key.is_empty() || key.chars().count() > LONGEST {
            return Heading::default();
        }
        let found = self.word(&key);
        if found.meaning.is_some() {
            return match found.meaning {
                Some(Meaning::Current) => {
                    Heading { meaning: Some(Meaning::Attribute(Attribute::Baseline)), ..found }
                }
                _ => found,
            };
        }
        self.year_first(&key)
            .or_else(|| self.year_last(&key))
            .or_else(|| self.before_bracket(&key))
            .unwrap_or_default()
    }

    /// The fiscal year that a short text begins with, unless it is a date.
    pub(crate) fn year_of(self, text: &str) -> Option<FiscalYear> {
        let key = spelling::header(text);
        let (when, rest) =
            dated::start(&key, self.first_month).filter(|_| key.chars().count() <= LONGEST_YEAR)?;
        let is_date = rest.contains('月')
            || rest.starts_with(|next: char| next.is_ascii_digit() || "./-".contains(next));
        match when {
            When::Year(name) if !is_date => Some(name.year),
            _ => None,
        }
    }

    /// What a cell of an item column names.
    pub(crate) fn item(self, text: &str) -> Option<RowWord> {
        let key = spelling::header(text);
        let mut found = self.word(&key);
        if found.meaning.is_none() {
            let made = self.before_bracket(&key).filter(|found| found.meaning == Some(Meaning::Derived));
            found = made.unwrap_or_default();
        }
        let item = match found.meaning? {
            Meaning::Value(item) => RowItem::Item(item),
            Meaning::Goal => RowItem::Item(Item::Target),
            Meaning::Current => RowItem::Item(Item::Actual),
            Meaning::Progress => RowItem::Progress,
            Meaning::Derived => RowItem::Derived,
            Meaning::Ignored if found.setting.is_some() => RowItem::Ignored,
            _ => return None,
        };
        let is_weak = found.is_weak || item == RowItem::Progress;
        Some(RowWord { item, is_weak, setting: found.setting })
    }

    /// `2023年度`, `R5目標`, `2023年度（実績）`, `R5.3.31実績`.
    fn year_first(self, key: &str) -> Option<Heading> {
        let (when, rest) = dated::start(key, self.first_month)?;
        let rest = dated::bare(rest);
        if rest.is_empty() {
            return Some(Heading { when: Some(when), ..Heading::default() });
        }
        self.dated(rest, when)
    }

    /// `目標R5`, `実績(令和5年度)`.
    fn year_last(self, key: &str) -> Option<Heading> {
        key.char_indices().skip(1).find_map(|(at, _)| {
            let (word, year) = key.split_at(at);
            let when = dated::whole(year, self.first_month)?;
            self.dated(dated::bare(word), when)
        })
    }

    /// `単位（％など）`: a remark in brackets, which values do not have as it may be their unit.
    fn before_bracket(self, key: &str) -> Option<Heading> {
        use Attribute::{Direction, KpiId, KpiNumber, Section, Unit};
        use Meaning::{Item, Kpi, Year};
        let (word, _) = key.split_once('(').filter(|_| key.ends_with(')'))?;
        let found = self.word(word);
        let is_plain = matches!(
            found.meaning,
            Some(Kpi | Item | Year | Meaning::Attribute(KpiId | KpiNumber | Unit | Section | Direction))
        );
        if is_plain { Some(found) } else { self.made(key) }
    }

    /// `達成率(%)`, `進捗度(B/A)`: what is made of values, with its unit or how it is made.
    fn made(self, key: &str) -> Option<Heading> {
        let (word, remark) = key.split_once('(')?;
        let found = self.word(word);
        match found.meaning? {
            // A grade has no unit.
            Meaning::Progress if remark.contains('%') => {
                Some(Heading { meaning: Some(Meaning::Derived), ..found })
            }
            Meaning::Derived | Meaning::Progress => Some(found),
            _ => None,
        }
    }

    /// A word that stands with a year, where it can: an item, or the start or end of the plan.
    fn dated(self, word: &str, when: When) -> Option<Heading> {
        let mut found = self.word(word);
        if found.meaning.is_none() {
            found = self.made(word)?;
        }
        let meaning = match found.meaning? {
            Meaning::Current => Meaning::Value(Item::Actual),
            Meaning::Goal => Meaning::Value(Item::Target),
            value @ (Meaning::Value(_) | Meaning::Progress | Meaning::Derived) => value,
            Meaning::Attribute(Attribute::Baseline | Attribute::FinalTarget) => return Some(found),
            _ => return None,
        };
        Some(Heading { meaning: Some(meaning), when: Some(when), ..found })
    }

    fn word(self, key: &str) -> Heading {
        if let Some(at) = self.settings.iter().position(|setting| setting.header == key) {
            let meaning = Some(self.settings[at].meaning);
            return Heading { meaning, setting: Some(at), ..Heading::default() };
        }
        let word = alias::word(key).or_else(|| alias::word(&key.replace(['(', ')'], "")));
        let is_weak = word.is_some_and(|word| word.is_weak);
        Heading { meaning: word.map(|word| word.meaning), is_weak, ..Heading::default() }
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::FiscalYear;

    use super::{RowItem, Vocabulary};
    use crate::alias::Meaning;
    use crate::field::{Attribute, Item};
    use crate::heading::Heading;
    use crate::settings::ColumnSetting;
    use crate::spelling;

    fn heading(text: &str) -> (Option<Meaning>, Option<u16>) {
        let heading = Vocabulary::new(&[], None).heading(text);
        (heading.meaning, heading.year().map(FiscalYear::number))
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
            ("目標値(R5)", Some(Target), Some(2023)),
            ("R5 目標値", Some(Target), Some(2023)),
            ("R5_目標", Some(Target), Some(2023)),
            ("令和5年度末目標値", Some(Target), Some(2023)),
            ("実績（令和5年度末時点）", Some(Actual), Some(2023)),
            ("実績値 (R5.3.31)", Some(Actual), Some(2022)),
            ("令和5年3月31日現在 実績値", Some(Actual), Some(2022)),
            ("実績(2023/3/31)", Some(Actual), Some(2022)),
            ("実績（令和4年度3月末）", Some(Actual), Some(2022)),
            ("数値目標（R5）", Some(Target), Some(2023)),
            ("R5年度目標", Some(Target), Some(2023)),
        ] {
            assert_eq!(heading(text), (item.map(Meaning::Value), year), "{text}");
        }
    }

    #[test]
    fn other_roles_have_names_too() {
        assert_eq!(heading("重要業績評価指標（KPI）"), (Some(Meaning::Kpi), None));
        assert_eq!(heading("kpi_id"), (Some(Meaning::Attribute(Attribute::KpiId)), None));
        assert_eq!(heading("現状値"), (Some(Meaning::Attribute(Attribute::Baseline)), None));
        assert_eq!(heading("基準値（R3）"), (Some(Meaning::Attribute(Attribute::Baseline)), None));
        assert_eq!(heading("最終目標"), (Some(Meaning::Attribute(Attribute::FinalTarget)), None));
        assert_eq!(heading("担当課（R5）"), (Some(Meaning::Attribute(Attribute::Section)), None));
        assert_eq!(heading("KPI No."), (Some(Meaning::Attribute(Attribute::KpiNumber)), None));
        assert_eq!(heading("目標（最終年度）"), (Some(Meaning::Attribute(Attribute::FinalTarget)), None));
        assert_eq!(heading("Unit of measure"), (Some(Meaning::Attribute(Attribute::Unit)), None));
        assert_eq!(heading("達成度（Ａ～Ｄ）"), (Some(Meaning::Progress), None));
        for (length, meaning) in [(60, Some(Meaning::Attribute(Attribute::Section))), (61, None)] {
            assert_eq!(heading(&format!("担当課({})", "あ".repeat(length - 5))), (meaning, None), "{length}");
        }
        for (text, year) in [
            ("達成率", None),
            ("進捗率（対目標）", None),
            ("達成度(％)", None),
            ("達成率(%) B/A", None),
            ("R5達成率(%)", Some(2023)),
            ("達成率(R5)(%)", None),
            ("対前年度増減", None),
        ] {
            let expected = if text.ends_with("B/A") { (None, None) } else { (Some(Meaning::Derived), year) };
            assert_eq!(heading(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_in_doubt_is_unknown() {
        for text in
            ["", "取組項目", "目標(%)", "2023年6月", "R5予定", "R5(2022)目標", "R5.4.1実績", "実績(R5.3)"]
        {
            assert_eq!(heading(text), (None, None), "{text}");
        }
        assert_eq!(heading(&"あ".repeat(100_000)), (None, None));
    }

    #[test]
    fn the_end_of_march_ends_a_year_only_where_april_begins_it() {
        let january = Vocabulary::new(&[], Some(1));
        assert_eq!(january.heading("実績値(R5.3.31)"), Heading::default());
        assert!(january.heading("実績値(R5)").item().is_some());
    }

    #[test]
    fn settings_come_first_and_combine_with_years() {
        let set = |header: &str, meaning| ColumnSetting {
            header: spelling::header(header),
            written: header.to_owned(),
            meaning,
            row: 1,
        };
        let settings = [
            set("成果目標", Meaning::Value(Item::Target)),
            set("目標", Meaning::Attribute(Attribute::FinalTarget)),
            set("達成率", Meaning::Ignored),
        ];
        let words = Vocabulary::new(&settings, None);
        let found = words.heading("R5成果目標");
        assert_eq!((found.item(), found.year().map(FiscalYear::number)), (Some(Item::Target), Some(2023)));
        assert_eq!(found.setting, Some(0));
        assert_eq!(words.heading("目標").meaning, Some(Meaning::Attribute(Attribute::FinalTarget)));
        let item = |text| words.item(text).map(|word| (word.item, word.is_weak, word.setting));
        assert_eq!(item("成果目標"), Some((RowItem::Item(Item::Target), false, Some(0))));
        assert_eq!(item("達成率"), Some((RowItem::Ignored, false, Some(2))));
        assert_eq!(item("課題"), Some((RowItem::Item(Item::Note), true, None)));
        assert_eq!(item("数値目標"), Some((RowItem::Item(Item::Target), false, None)));
        assert_eq!(item("現状値"), Some((RowItem::Item(Item::Actual), false, None)));
        assert_eq!(item("番号"), None);
    }
}
