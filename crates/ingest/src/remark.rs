//! A grade and what an office writes beside it: `B（概ね順調）`, `評価A`, `【A】`, `B ※1`. Knows no scale. A remark that
//! may change what the grade is (`A（見込み）`, `B（前年度A）`, `達成（一部）`) is none: the whole is then another text.

use nendo_model::Reading;

use crate::doubt::{self, is_short};
use crate::reading;

/// A grade with something beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remarked {
    /// The grade, in half width.
    pub(crate) code: String,
    /// What stands beside it, with its parentheses; empty where there were only words such as 評価 or quotes.
    pub(crate) remark: String,
}

/// What the grade is called, before or after it. The longer ones first.
const LABELS: [&str; 4] = ["総合評価", "評価", "判定", "ランク"];

/// What a grade may be quoted in. A grade in parentheses may be one that does not count.
const QUOTES: [(char, char); 7] =
    [('「', '」'), ('『', '』'), ('【', '】'), ('〔', '〕'), ('[', ']'), ('〈', '〉'), ('《', '》')];

/// The grade, and what is beside it. `None` where nothing is, or where it may be more than a remark.
pub(crate) fn split(written: &str) -> Option<Remarked> {
    let text = nendo_model::one_look(written);
    let text = text.trim();
    let unlabelled = without_label(text).unwrap_or(text);
    let (named, rest) = head(unlabelled)?;
    let code = without_suffix(named);
    if code.is_empty() || code == text {
        return None;
    }
    let is_short = is_short(code);
    // On track is one word in two.
    let is_english = code.is_ascii() && rest.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_free = is_short && !is_english && !may_count(code, rest, unlabelled);
    let is_remark = rest.is_empty() || is_aside(rest, is_free) && !doubt::changes(rest, code);
    is_remark.then(|| Remarked { code: code.to_owned(), remark: rest.to_owned() })
}

/// What stands before the first parenthesis or ※, or in the parentheses that enclose all.
pub(crate) fn before_aside(written: &str) -> String {
    let text = nendo_model::one_look(written);
    let text = text.trim();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    text.split(['(', '※']).next().unwrap_or(text).trim().to_owned()
}

/// What stands in the parentheses with which a text ends.
pub(crate) fn last_aside(written: &str) -> Option<String> {
    let text = nendo_model::one_look(written);
    let (_, inner) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some(inner.trim().to_owned())
}

/// The first word, and what follows it.
fn head(text: &str) -> Option<(&str, &str)> {
    for (open, close) in QUOTES {
        if let Some(quoted) = text.strip_prefix(open) {
            let (inner, rest) = quoted.split_once(close)?;
            return Some((inner.trim(), rest.trim()));
        }
    }
    let parts = |letter: char| letter.is_whitespace() || matches!(letter, ':' | '、');
    let end = text.find(|letter: char| parts(letter) || closing(letter).is_some() || letter == '※');
    let (named, rest) = text.split_at(end.unwrap_or(text.len()));
    let after = rest.trim_start_matches(parts);
    // What ends in a colon or a comma was cut off.
    (after.is_empty() == rest.is_empty()).then_some((named, after.trim()))
}

/// What follows 評価, if that is a letter, digit or mark: 評価できない is a word.
fn without_label(text: &str) -> Option<&str> {
    let rest = LABELS.iter().find_map(|label| text.strip_prefix(label))?.trim_start();
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    head(rest).is_some_and(|(named, _)| is_short(without_suffix(named))).then_some(rest)
}

fn without_suffix(named: &str) -> &str {
    let code = LABELS.iter().find_map(|label| named.strip_suffix(label));
    code.filter(|code| is_short(code)).unwrap_or(named)
}

/// Whether a digit may be the number of something (`4 件`) or the start of another number (`4:30`).
fn may_count(code: &str, rest: &str, text: &str) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    code.starts_with(is_digit)
        && (rest.starts_with(is_digit) || matches!(reading::read(text), Reading::Quantity(_)))
}

/// What closes what a letter opens.
fn closing(open: char) -> Option<char> {
    let mut pairs = QUOTES.into_iter().chain([('(', ')')]);
    pairs.find(|(opening, _)| *opening == open).map(|(_, close)| close)
}

/// Whether a text is in parentheses or after ※, or may stand free.
fn is_aside(rest: &str, is_free: bool) -> bool {
    let Some(first) = rest.chars().next() else { return true };
    if closing(first).is_none() {
        return first == '※' || is_free && is_balanced(rest);
    }
    let mut rest = rest;
    while let Some(open) = rest.chars().next() {
        let Some(close) = closing(open) else { return open == '※' };
        let Some(inside) = closed(rest, open, close) else { return false };
        rest = rest[inside..].trim_start();
    }
    true
}

/// How long the brackets are with which a text starts.
fn closed(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        depth += usize::from(letter == open);
        depth -= usize::from(letter == close);
        if depth == 0 {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

fn is_balanced(text: &str) -> bool {
    text.matches('(').count() == text.matches(')').count()
}

#[cfg(test)]
mod tests {
    use super::split;

    fn code(written: &str) -> Option<String> {
        split(written).map(|remarked| remarked.code)
    }

    #[test]
    fn what_stands_beside_a_grade_is_no_part_of_it() {
        for (written, expected) in [
            ("B（概ね順調）", "B"),
            ("Ｂ:概ね順調", "B"),
            ("Ｂ：概ね順調", "B"),
            ("B 概ね順調", "B"),
            ("B\u{3000}概ね順調（前年度より改善）", "B"),
            ("B\n概ね順調", "B"),
            ("B、概ね順調", "B"),
            ("A評価", "A"),
            ("評価A", "A"),
            ("評価：Ａ", "A"),
            ("総合評価 A（目標を達成）", "A"),
            ("A判定", "A"),
            ("Aランク", "A"),
            ("B※", "B"),
            ("B ※1", "B"),
            ("B（※1）", "B"),
            ("B（概ね順調）※1、※2", "B"),
            ("◎(達成)", "◎"),
            ("◯ 達成", "○"),
            ("順調（目標値を上回る）", "順調"),
            ("順調 （目標値を上回る） ※速報値は4月", "順調"),
            ("概ね達成（達成率95%）", "概ね達成"),
            ("4（概ね順調）", "4"),
            ("4 概ね順調", "4"),
            ("4（80%）", "4"),
            ("「A」", "A"),
            ("【A】", "A"),
            ("【A】概ね順調", "A"),
            ("A【概ね順調】", "A"),
            ("[順調]", "順調"),
            ("C（C）", "C"),
            ("A+ 概ね順調", "A+"),
            ("○（○達成）", "○"),
            ("A+（A+評価）", "A+"),
            ("B（DX推進、A4判）", "B"),
            ("B（85%）", "B"),
        ] {
            assert_eq!(code(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_may_change_a_grade_is_no_remark() {
        for (why, texts) in [
            (
                "nothing stands beside it",
                "A|順調|AB|A-|B+|(A)|A()|A（|B（概ね順調|B 概ね順調（改善|A、|A：|評価|評価不能|評価なし",
            ),
            (
                "another grade",
                "A(B)|B→A|A～B|A・B|A/B|A,B|A、B|A B|B（前年度A）|B（→A）|A（A-）|A（A－）|A +|\
             A（+）|B（↑）|B（↑改善）|B（◎）|B（◎達成）|○（△）|A評価からB評価|評価A→B|目標を 上回る（B）|—（A）",
            ),
            (
                "another year, or not final",
                "B（前年度）|A（見込み）|A（暫定、6月確定）|A（R4）|A（令和4年度）",
            ),
            (
                "not quite the grade",
                "A 以上|B（寄り）|達成（一部）|達成（未）|達成 できず|達成（80%）できず|達成：困難|\
             遅れ（やや）|順調 ではない",
            ),
            ("a number, or a word in two", "B（1）|B 1|4.2|4:30|4 件|4 3|4（3.8）|12 件|DX 推進"),
        ] {
            for written in texts.split('|') {
                assert_eq!(code(written), None, "{written}: {why}");
            }
        }
    }
}
