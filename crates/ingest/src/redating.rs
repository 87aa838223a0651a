//! A text that names a year → the same text with another year, written as the first was: `R5実績` → `R6実績`, `令和５年度` →
//! `令和６年度`, `2023(令和5)年度` → `2024(令和6)年度`. Does not know what the text is for.

use nendo_model::{ERAS, FiscalYear, YearName};

/// What may part two names of one year, and what follows the second.
const PAIRS: [(&str, &str); 6] = [("・", ""), ("／", ""), ("/", ""), ("、", ""), ("（", "）"), ("(", ")")];

/// The text with other years where `other` gives one for a year that it names; `None` where nothing changes, or a year
/// would not be read as the one that was meant.
pub(crate) fn redated(text: &str, other: impl Fn(FiscalYear) -> Option<FiscalYear>) -> Option<String> {
    rewritten_where(text, |year, _| other(year))
}

/// The same, but the year of a date stays: `令和5年4月1日`, `R5.4.1`.
pub(crate) fn redated_but_dates(
    text: &str,
    other: impl Fn(FiscalYear) -> Option<FiscalYear>,
) -> Option<String> {
    rewritten_where(text, |year, after| if is_of_date(after) { None } else { other(year) })
}

/// Whether what follows a year makes a date of it.
fn is_of_date(after: &str) -> bool {
    let after = half(after);
    let after = after.trim_start();
    let parted = after.strip_prefix(['.', '/', '-']);
    let is_month = |text: &str| {
        text.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start().starts_with('月')
    };
    parted.is_some_and(|day| day.starts_with(|letter: char| letter.is_ascii_digit())) || is_month(after)
}

/// The text with other years where `other`, which is told what follows the name of a year, gives one for it.
fn rewritten_where(text: &str, other: impl Fn(FiscalYear, &str) -> Option<FiscalYear>) -> Option<String> {
    let (mut done, mut rest, mut is_changed) = (String::new(), text, false);
    let mut last = None;
    while let Some(first) = rest.chars().next() {
        // A letter or digit before it is no part of another word or number.
        let is_start =
            !done.ends_with(|before: char| before.is_ascii_alphanumeric() && first.is_ascii_alphanumeric());
        let named = YearName::read_start(rest).filter(|_| is_start && !first.is_whitespace());
        let (length, year) = named.map_or((first.len_utf8(), None), |(name, after)| {
            (rest.len() - after.len(), other(name.year, after).map(|to| (name.year, to)))
        });
        let (piece, mut after) = rest.split_at(length);
        match year {
            Some((from, to)) if from != to => {
                let written = said_once(rewritten(piece, to));
                if YearName::read_start(&written).map(|(name, rest)| (name.year, rest)) != Some((to, "")) {
                    return None;
                }
                let pair = last.take().and_then(|end: usize| {
                    let parts = done.get(end..)?;
                    let closing = PAIRS.into_iter().find(|(open, _)| *open == parts)?.1;
                    let begins = done.get(..end)?.ends_with(&written);
                    Some((end, after.strip_prefix(closing).filter(|_| begins)?))
                });
                match pair {
                    Some((end, beyond)) => {
                        done.truncate(end);
                        after = beyond;
                    }
                    None => done.push_str(&written),
                }
                last = Some(done.len());
                is_changed = true;
            }
            _ => done.push_str(piece),
        }
        rest = after;
    }
    is_changed.then_some(done)
}

/// A name of two years (`H31/R元`, `平成31(令和元)年度`) that have become one.
fn said_once(written: String) -> String {
    let once = PAIRS.into_iter().find_map(|(open, close)| {
        let (first, rest) = written.split_once(open)?;
        let end = rest.strip_prefix(first)?.strip_prefix(close)?;
        Some(format!("{first}{end}"))
    });
    once.unwrap_or(written)
}

/// A year after an era's number alone: `5年度` beside `令和4年度`.
pub(crate) fn redated_short(text: &str, from: FiscalYear, to: FiscalYear) -> Option<String> {
    let at = text.find("年度")?;
    let start = text[..at]
        .rfind(|letter| !is_number(letter))
        .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
    let number = |year: FiscalYear| year.number().checked_sub(ERAS[0].first)?.checked_add(1);
    let (old, digits) = (number(from)?, &text[start..at]);
    let is_old = digits == "元" && old == 1 || half(digits) == old.to_string();
    if !is_old {
        return None;
    }
    Some(format!("{}{}{}", &text[..start], as_wide(number(to)?.to_string(), digits), &text[at..]))
}

/// The name of a year with the numbers of another; an era that had ended becomes the present one.
fn rewritten(name: &str, to: FiscalYear) -> String {
    let mut written = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        if !is_number(first) {
            written.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let end = rest.find(|letter| !is_number(letter)).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let number = if half(digits).len() == 4 { to.number().to_string() } else { in_era(&mut written, to) };
        written.push_str(&as_wide(number, digits));
        rest = after;
    }
    written
}

/// The number of a year in the era whose name ends the text, or in the present one, which then is named in its place.
fn in_era(written: &mut String, to: FiscalYear) -> String {
    let present = ERAS.into_iter().find(|era| era.first <= to.number()).unwrap_or(ERAS[0]);
    for era in ERAS.into_iter().filter(|era| era.first < present.first) {
        let end = written.trim_end_matches(['.', '．', ' ']);
        let names = [
            (era.name.to_owned(), present.name.to_owned()),
            (era.ligature.into(), present.ligature.into()),
            (era.initial.into(), present.initial.into()),
        ];
        if let Some((old, new)) = names.into_iter().find(|(old, _)| end.ends_with(old)) {
            let at = end.len() - old.len();
            written.replace_range(at..end.len(), &new);
        }
    }
    (to.number() + 1 - present.first.min(to.number())).to_string()
}

fn is_number(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter) || letter == '元'
}

fn half(digits: &str) -> String {
    digits.chars().map(nendo_model::half_width).collect()
}

/// Digits as wide as others.
fn as_wide(number: String, as_in: &str) -> String {
    if !as_in.contains(|letter| ('０'..='９').contains(&letter)) {
        return number;
    }
    let wide = |letter: char| letter.to_digit(10).and_then(|digit| char::from_u32(u32::from('０') + digit));
    number.chars().filter_map(wide).collect()
}

#[cfg(test)]
mod tests {
    use nendo_model::FiscalYear;

    use super::{redated, redated_short};

    fn next(year: FiscalYear) -> Option<FiscalYear> {
        FiscalYear::new(year.number() + 1)
    }

    #[test]
    fn a_year_is_written_as_the_one_before() {
        for (text, expected) in [
            ("2023年度", "2024年度"),
            ("２０２３年度", "２０２４年度"),
            ("R5", "R6"),
            ("Ｒ５目標", "Ｒ６目標"),
            ("令和5年度", "令和6年度"),
            ("令和９年度実績", "令和１０年度実績"),
            ("令和5(2023)年度", "令和6(2024)年度"),
            ("2023年度（令和5年度）", "2024年度（令和6年度）"),
            ("FY2023 Target", "FY2024 Target"),
            ("FY 2023", "FY 2024"),
            ("R.5", "R.6"),
            ("㋿5年度", "㋿6年度"),
            ("目標値\n(R5年度)", "目標値\n(R6年度)"),
            ("H31", "R2"),
            ("平成31年度", "令和2年度"),
            ("令和元年度", "令和2年度"),
            ("R6.3.31実績", "R7.3.31実績"),
            ("平成31年度・令和元年度", "令和2年度"),
            ("平成31年度（令和元年度）実績", "令和2年度実績"),
            ("平成31（令和元）年度", "令和2年度"),
            ("H31/R元", "R2"),
        ] {
            assert_eq!(redated(text, next).as_deref(), Some(expected), "{text}");
        }
        for text in ["実績", "", "KPI 12", "12023", "PR5"] {
            assert_eq!(redated(text, next), None, "{text}");
        }
    }

    #[test]
    fn a_short_year_follows_the_era() {
        let year = |number| FiscalYear::new(number).expect("a year");
        let read = |text| redated_short(text, year(2023), year(2024));
        assert_eq!(read("5年度").as_deref(), Some("6年度"));
        assert_eq!(read("目標 ５年度").as_deref(), Some("目標 ６年度"));
        assert_eq!((read("4年度"), read("実績")), (None, None));
    }
}
