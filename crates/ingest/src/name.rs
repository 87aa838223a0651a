//! A name and the number before it: `①-1 オンライン化率` is number ①-1 and a label. Knows nothing of
//! what is named. Where in doubt the digits are part of the name: 24時間対応, 5Gの整備, 1.5倍.

use nendo_model::Number;

use crate::spelling;

/// A name taken apart. The label is empty where there is a number only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) number: Option<Number>,
    pub(crate) label: String,
}

/// A longer run of digits is a year or an amount, and no number of a name.
const MOST_DIGITS: usize = 3;

/// Takes the number off a name. A placeholder (—) is a name without number and label.
pub(crate) fn split(written: &str) -> Name {
    let text = spelling::one_line(written);
    if nendo_model::is_placeholder(&text) {
        return Name { number: None, label: String::new() };
    }
    let Some((parts, rest)) = enclosed(&text).or_else(|| bracketed(&text)).or_else(|| plain(&text)) else {
        return Name { number: None, label: text };
    };
    let written = text[..text.len() - rest.len()].to_owned();
    let label = rest.trim_start().trim_start_matches(DELIMITERS).trim_start().to_owned();
    Name { number: Some(Number { written, parts }), label }
}

const DELIMITERS: [char; 9] = ['.', '．', ')', '）', '、', ':', '：', '，', ','];

/// `①`, `①-1`, `⑴`: the sign itself ends the number.
fn enclosed(text: &str) -> Option<(Vec<u32>, &str)> {
    let first = text.chars().next()?;
    Some(with_groups(vec![enclosed_value(first)?], &text[first.len_utf8()..]))
}

/// `(1)`, `（1-2）`, `(1)-2`.
fn bracketed(text: &str) -> Option<(Vec<u32>, &str)> {
    let (first, rest) = digits(text.strip_prefix(['(', '（'])?)?;
    let (parts, rest) = with_groups(vec![first], rest);
    Some(with_groups(parts, rest.strip_prefix([')', '）'])?))
}

/// `1.`, `1-2 `, `3`: digits need a delimiter after them, or nothing at all.
fn plain(text: &str) -> Option<(Vec<u32>, &str)> {
    let (first, rest) = digits(text)?;
    let (parts, rest) = with_groups(vec![first], rest);
    let Some(next) = rest.chars().next() else { return Some((parts, rest)) };
    if next.is_whitespace() {
        return Some((parts, rest));
    }
    let after = &rest[next.len_utf8()..];
    let goes_on = !matches!(next, ')' | '）') && after.chars().next().and_then(digit).is_some();
    (DELIMITERS.contains(&next) && !matches!(next, ',' | '，') && !goes_on).then_some((parts, after))
}

/// Further groups, each after a dash: `-1`, `－２`.
fn with_groups(mut parts: Vec<u32>, mut rest: &str) -> (Vec<u32>, &str) {
    while let Some(after) = rest.strip_prefix(['-', '－', '‐', '‑', '–', '—', '―', '−', 'ー', 'ｰ'])
    {
        let next = after.chars().next();
        let group = match next.and_then(enclosed_value) {
            Some(value) => next.map(|sign| (value, &after[sign.len_utf8()..])),
            None => in_brackets(after).or_else(|| digits(after)),
        };
        let Some((part, after)) = group else { break };
        parts.push(part);
        rest = after;
    }
    (parts, rest)
}

/// `(2)`, as published data has ②.
fn in_brackets(text: &str) -> Option<(u32, &str)> {
    let (part, rest) = digits(text.strip_prefix(['(', '（'])?)?;
    Some((part, rest.strip_prefix([')', '）'])?))
}

/// One to [`MOST_DIGITS`] digits in either width, and no more.
fn digits(text: &str) -> Option<(u32, &str)> {
    let mut value = 0;
    let mut count = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next()
        && let Some(digit) = digit(first)
    {
        count += 1;
        if count > MOST_DIGITS {
            return None;
        }
        value = value * 10 + digit;
        rest = &rest[first.len_utf8()..];
    }
    (count > 0).then_some((value, rest))
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(u32::from(letter) - u32::from('0')),
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => None,
    }
}

/// The value of a digit in a circle (①), in brackets (⑴) or with a full stop (⒈).
fn enclosed_value(letter: char) -> Option<u32> {
    let first = match letter {
        '\u{2474}'..='\u{2487}' => '\u{2474}',
        '\u{2488}'..='\u{249B}' => '\u{2488}',
        _ => return nendo_model::encircled(letter),
    };
    Some(u32::from(letter) - u32::from(first) + 1)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn numbers_are_taken_off() {
        for (text, written, parts, label) in [
            ("①-1 オンライン化率(件数ベース)", "①-1", vec![1, 1], "オンライン化率(件数ベース)"),
            ("①－1オンライン化率", "①－1", vec![1, 1], "オンライン化率"),
            ("⑧オープンデータ公開数", "⑧", vec![8], "オープンデータ公開数"),
            ("⑩-1", "⑩-1", vec![10, 1], ""),
            ("㉑共創", "㉑", vec![21], "共創"),
            ("㊱共創", "㊱", vec![36], "共創"),
            ("(1)窓口", "(1)", vec![1], "窓口"),
            ("（１２） 窓口", "（１２）", vec![12], "窓口"),
            ("(1)-2 窓口", "(1)-2", vec![1, 2], "窓口"),
            ("(1)-(2)窓口", "(1)-(2)", vec![1, 2], "窓口"),
            ("1.窓口", "1.", vec![1], "窓口"),
            ("１．窓口", "１．", vec![1], "窓口"),
            ("1、窓口", "1、", vec![1], "窓口"),
            ("1) 窓口", "1)", vec![1], "窓口"),
            ("1-2 窓口", "1-2", vec![1, 2], "窓口"),
            ("１－２－３　窓口", "１－２－３", vec![1, 2, 3], "窓口"),
            ("3：窓口", "3：", vec![3], "窓口"),
            ("7", "7", vec![7], ""),
            ("101 窓口", "101", vec![101], "窓口"),
            ("⑵窓口", "⑵", vec![2], "窓口"),
            ("⒉窓口", "⒉", vec![2], "窓口"),
        ] {
            let name = split(text);
            let number = name.number.expect(text);
            assert_eq!((number.written.as_str(), number.parts), (written, parts), "{text}");
            assert_eq!(name.label, label, "{text}");
        }
    }

    #[test]
    fn digits_of_a_name_stay() {
        for text in [
            "24時間対応の相談窓口",
            "5Gの整備",
            "1人当たり待ち時間",
            "2023年度の取組",
            "2023 計画",
            "(2023)取組",
            "1.5倍",
            "1、2歳児健診",
            "1:1の相談",
            "10-15件",
            "1,305人",
            "100%達成",
        ] {
            let name = split(text);
            assert_eq!((name.number, name.label.as_str()), (None, text));
        }
    }

    #[test]
    fn a_placeholder_names_nothing() {
        for text in ["—", "", "－"] {
            let name = split(text);
            assert_eq!((name.number, name.label.as_str()), (None, ""));
        }
    }
}
