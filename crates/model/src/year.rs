//! Fiscal years, and how Japanese offices write them.

use std::fmt;

use crate::letter::half_width;

/// A Japanese fiscal year, named by the calendar year in which it begins: 2023 runs from
/// 1 April 2023 (or the plan's own start month).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(u16);

/// A year as a text names it: `令和5年度`, `2023年`, `CY2023`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearName {
    /// The year, as a fiscal one.
    pub year: FiscalYear,
    /// The kind of year that the text says it is.
    pub calendar: Calendar,
    /// The era that the text names it by; the later one of two (`H31/R元`).
    pub era: Option<Era>,
}

/// The kind of year that a text says it names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// 年度, FY: the fiscal year.
    Fiscal,
    /// 年: the calendar year, if others beside it are fiscal years.
    Plain,
    /// 暦年, CY: the calendar year.
    Civil,
    /// Nothing: `2023`, `R5`.
    #[default]
    Unsaid,
}

/// An era of the Japanese calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Era {
    /// The name: 令和.
    pub name: &'static str,
    /// The one-character form of a typeset era (㋿), which some tables use.
    pub ligature: char,
    /// The initial used in tables: R.
    pub initial: char,
    /// The calendar year of its first year.
    pub first: u16,
    /// The month and day on which that began.
    pub begins: (u8, u8),
}

/// The eras a progress table may name, latest first.
/// Source: 元号を改める政令 of 2019, 1989, 1926 and 1912.
pub const ERAS: [Era; 4] = [
    Era { name: "令和", ligature: '㋿', initial: 'R', first: 2019, begins: (5, 1) },
    Era { name: "平成", ligature: '㍻', initial: 'H', first: 1989, begins: (1, 8) },
    Era { name: "昭和", ligature: '㍼', initial: 'S', first: 1926, begins: (12, 25) },
    Era { name: "大正", ligature: '㍽', initial: 'T', first: 1912, begins: (7, 30) },
];

impl FiscalYear {
    const RANGE: std::ops::RangeInclusive<u16> = 1900..=2199;

    /// The fiscal year that begins in this calendar year, if it is one a report can be about.
    #[must_use]
    pub fn new(year: u16) -> Option<Self> {
        Self::RANGE.contains(&year).then_some(Self(year))
    }

    /// The calendar year in which the fiscal year begins.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The fiscal year before, be it one that no report can be about.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// Reads a text that is a fiscal year and nothing else, in any of the forms of
    /// [`FiscalYear::read_start`].
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match Self::read_start(text.trim()) {
            Some((year, rest)) if rest.trim().is_empty() => Some(year),
            _ => None,
        }
    }

    /// Reads the fiscal year that a text begins with, and gives what follows it.
    ///
    /// Forms: `2023` `2023年度` `令和5年度` `R5` `R5年度` `令和5(2023)年度` `2023(令和5)年度` `FY2023`
    /// `令和元年度` `H31/R元`, in half- or full-width characters. Two forms that disagree are none.
    #[must_use]
    pub fn read_start(text: &str) -> Option<(Self, &str)> {
        let (name, rest) = YearName::read_start(text)?;
        (name.calendar != Calendar::Civil).then_some((name.year, rest))
    }

    /// The year with this number in an era: 5 in 令和 is 2023.
    #[must_use]
    pub fn of_era(era: Era, number: u16) -> Option<Self> {
        Self::new(era.first.checked_add(number.checked_sub(1)?)?)
    }
}

impl YearName {
    /// Reads the name of a year that a text begins with, and gives what follows it: the forms of
    /// [`FiscalYear::read_start`], and `2023暦年` and `CY2023`.
    #[must_use]
    pub fn read_start(text: &str) -> Option<(Self, &str)> {
        let text = text.trim_start();
        let mut rest = text;
        let prefix = ["FY", "CY"].into_iter().find_map(|word| Some((word, strip_word(rest, word)?)));
        if let Some((_, after)) = prefix {
            rest = after.trim_start_matches([' ', '.', '　']);
        }
        let (year, after) = one_form(rest)?;
        rest = after;
        if let Some((other, after)) = second_form(rest) {
            if other != year {
                return None;
            }
            rest = after;
        }
        rest = strip_suffix(rest.trim_start()).unwrap_or(rest);
        let written = &text[..text.len() - rest.len()];
        let says = |word: &str| written.contains(word) || prefix.is_some_and(|(prefix, _)| prefix == word);
        let calendar = match () {
            () if says("年度") || says("FY") => Calendar::Fiscal,
            () if says("暦年") || says("CY") => Calendar::Civil,
            () if says("年") => Calendar::Plain,
            () => Calendar::Unsaid,
        };
        let initials: Vec<char> =
            written.chars().map(|letter| half_width(letter).to_ascii_uppercase()).collect();
        let names = |era: &&Era| {
            written.contains(era.name) || written.contains(era.ligature) || initials.contains(&era.initial)
        };
        Some((Self { year, calendar, era: ERAS.iter().find(names).copied() }, rest))
    }

    /// Reads a text that is the name of a year and nothing else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (name, rest) = Self::read_start(text.trim())?;
        rest.trim().is_empty().then_some(name)
    }
}

/// The bare number, for file names and data: `2023`.
impl fmt::Display for FiscalYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// `2023`, `令和5`, `R5`, `令和元`, each perhaps with 年 or 年度 before a second form follows.
fn one_form(text: &str) -> Option<(FiscalYear, &str)> {
    for era in ERAS {
        let after = text
            .strip_prefix(era.name)
            .or_else(|| text.strip_prefix(era.ligature))
            .or_else(|| strip_word(text, era.initial.encode_utf8(&mut [0; 4])));
        if let Some(after) = after {
            let after = after.trim_start_matches(['.', '．', ' ']);
            let (count, rest) = match after.strip_prefix('元') {
                Some(rest) => (1, rest),
                None => number(after, 2)?,
            };
            return Some((FiscalYear::of_era(era, count)?, rest));
        }
    }
    let (year, rest) = number(text, 4)?;
    Some((FiscalYear::new(year)?, rest))
}

/// `(2023)`, `（令和5年度）`, `/R元`.
fn second_form(text: &str) -> Option<(FiscalYear, &str)> {
    let text = text.trim_start();
    let unsuffixed = strip_suffix(text).unwrap_or(text);
    if let Some(inner) = unsuffixed.strip_prefix(['(', '（']) {
        let (year, rest) = one_form(inner)?;
        return Some((year, strip_suffix(rest).unwrap_or(rest).strip_prefix([')', '）'])?));
    }
    one_form(unsuffixed.strip_prefix(['/', '／', '・'])?)
}

/// Strips what may follow the number of a year.
fn strip_suffix(text: &str) -> Option<&str> {
    ["年度", "暦年", "年"].iter().find_map(|suffix| text.strip_prefix(suffix))
}

/// At most `most` digits at the start, half- or full-width, not followed by another digit; 0 where there is none.
fn number(text: &str, most: usize) -> Option<(u16, &str)> {
    let mut value = 0_u16;
    let mut count = 0;
    let mut rest = text;
    while let Some((digit, after)) = digit(rest) {
        count += 1;
        if count > most {
            return None;
        }
        value = value * 10 + digit;
        rest = after;
    }
    Some((value, rest))
}

fn digit(text: &str) -> Option<(u16, &str)> {
    let first = text.chars().next()?;
    let value = u16::try_from(half_width(first).to_digit(10)?).ok()?;
    Some((value, &text[first.len_utf8()..]))
}

/// Strips an ASCII word written in half- or full-width letters of either case.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for expected in word.chars() {
        let first = rest.chars().next()?;
        if !half_width(first).eq_ignore_ascii_case(&expected) {
            return None;
        }
        rest = &rest[first.len_utf8()..];
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::{Calendar, ERAS, FiscalYear, YearName};

    #[test]
    fn reads_every_form_of_2023() {
        for text in [
            "2023",
            "2023年度",
            "２０２３年度",
            "令和5年度",
            "令和５年度",
            "R5",
            "R5年度",
            "r5",
            "Ｒ５年度",
            "令和5(2023)年度",
            "2023(令和5)年度",
            "2023年度（令和5年度）",
            "FY2023",
            "FY 2023",
            "令和5年",
            "R.5",
            "㋿5年度",
        ] {
            assert_eq!(FiscalYear::read(text), FiscalYear::new(2023), "{text}");
        }
    }

    #[test]
    fn reads_years_of_two_eras() {
        for text in ["平成31年度", "令和元年度", "H31/R元", "平成31（令和元）年度", "平成31年度(令和元年度)"]
        {
            assert_eq!(FiscalYear::read(text), FiscalYear::new(2019), "{text}");
        }
        assert_eq!(FiscalYear::read("H30"), FiscalYear::new(2018));
        assert_eq!(FiscalYear::read("S63"), FiscalYear::new(1988));
        assert_eq!(FiscalYear::read("平成32年度"), FiscalYear::new(2020));
    }

    #[test]
    fn reads_nothing_else() {
        for text in [
            "",
            "5",
            "123",
            "20235",
            "令和",
            "令和0年度",
            "R",
            "2023年6月",
            "令和5(2022)年度",
            "RPA",
            "目標",
            "2500年度",
            "R123",
            "平成31（令和2）年度",
            "2023暦年",
            "CY2023",
        ] {
            assert_eq!(FiscalYear::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_says_era_and_calendar() {
        for (text, calendar, era) in [
            ("2023", Calendar::Unsaid, None),
            ("ｆｙ２０２３", Calendar::Fiscal, None),
            ("令和５年度", Calendar::Fiscal, Some(ERAS[0])),
            ("Ｒ５", Calendar::Unsaid, Some(ERAS[0])),
            ("2023年(令和5年)", Calendar::Plain, Some(ERAS[0])),
            ("2023年（令和5年度）", Calendar::Fiscal, Some(ERAS[0])),
            ("H31/R元", Calendar::Unsaid, Some(ERAS[0])),
            ("平成30年", Calendar::Plain, Some(ERAS[1])),
            ("2023暦年", Calendar::Civil, None),
            ("CY 2023", Calendar::Civil, None),
        ] {
            let name = YearName::read(text).expect(text);
            assert_eq!((name.calendar, name.era), (calendar, era), "{text}");
        }
        assert_eq!(FiscalYear::of_era(ERAS[0], 5).expect("a year").to_string(), "2023");
        assert_eq!(FiscalYear::of_era(ERAS[0], 0), None);
    }

    #[test]
    fn gives_what_follows_the_year() {
        let (year, rest) = FiscalYear::read_start("R5目標値").expect("a year");
        assert_eq!((year.number(), rest), (2023, "目標値"));
        let (year, rest) = FiscalYear::read_start("令和5年度末をもって").expect("a year");
        assert_eq!((year.number(), rest), (2023, "末をもって"));
    }
}
