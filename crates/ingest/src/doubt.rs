//! What in a remark makes a grade doubtful: another grade, another year, a word that weakens it. Only lists,
//! whether a remark has something of them, and which codes are no words.

use nendo_model::FiscalYear;

/// Marks that are grades, as they are folded.
const MARKS: &str = "○◎△×▲●▽▼□■◇◆☆★";

/// From one grade to another, or the way that it moves.
const ARROWS: &str = "→←↑↓↗↘⇒⇐⇑⇓⇨➡➔";

/// Remarks, or parts of them, by which the grade is another year's, another reviewer's or not final.
const NOT_THE_GRADE: [&str; 36] = [
    "前年度",
    "前年",
    "昨年度",
    "昨年",
    "前回",
    "前期",
    "前々年度",
    "次年度",
    "来年度",
    "当初",
    "目標",
    "目標値",
    "計画",
    "予定",
    "見込",
    "見込み",
    "暫定",
    "暫定値",
    "速報",
    "速報値",
    "仮",
    "仮評価",
    "案",
    "参考",
    "中間",
    "中間評価",
    "自己評価",
    "一次評価",
    "内部評価",
    "外部評価",
    "変更",
    "修正",
    "訂正",
    "未確定",
    "要確認",
    "旧",
];

/// Starts of remarks that say that it is not quite the grade.
const NOT_QUITE: [&str; 17] = [
    "以上",
    "以下",
    "以外",
    "未満",
    "相当",
    "程度",
    "なし",
    "無し",
    "から",
    "より",
    "寄り",
    "ではな",
    "でな",
    "取消",
    "取り消し",
    "に近",
    "に変",
];

/// Starts of remarks that weaken or deny a word: 達成（一部）, 遅れ（やや）. Beside a letter they are its meaning.
const WEAKER: [&str; 17] = [
    "概ね",
    "おおむね",
    "ほぼ",
    "ほとんど",
    "やや",
    "少し",
    "若干",
    "大幅",
    "一部",
    "部分",
    "未",
    "不",
    "非",
    "否",
    "困難",
    "予定",
    "見込",
];

/// Whether a code is a letter, a digit or a mark, perhaps with a sign: `A`, `A+`, `Cc`, `◎`. Any other is a word.
pub(crate) fn is_short(code: &str) -> bool {
    let mut letters = code.chars();
    let is_first = |first: char| first.is_ascii_alphanumeric() || MARKS.contains(first);
    let is_sign = |sign: char| sign.is_ascii_lowercase() || "+-*".contains(sign);
    letters.next().is_some_and(is_first) && letters.next().is_none_or(is_sign) && letters.next().is_none()
}

/// Whether a remark may say that the grade is another, or not the grade of this year.
pub(crate) fn changes(remark: &str, code: &str) -> bool {
    let pieces = || remark.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
    let first = pieces().next().unwrap_or_default();
    let starts = |words: &[&str]| words.iter().any(|word| first.starts_with(word));
    let says_nothing =
        !remark.contains(['※', '%']) && pieces().all(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()));
    let is_other = |piece: &str| NOT_THE_GRADE.contains(&piece) || FiscalYear::read(piece).is_some();
    says_nothing
        || pieces().any(is_other)
        || starts(&NOT_QUITE)
        || !is_short(code) && starts(&WEAKER)
        || remark.contains(|letter| ARROWS.contains(letter))
        || remark.contains(|letter| MARKS.contains(letter) && !code.contains(letter))
        || has_other_letter(remark, code)
}

/// Whether a letter by itself, which may be a grade, is not this one: B in 前年度B.
fn has_other_letter(remark: &str, code: &str) -> bool {
    let mut runs = remark.split(|letter: char| !letter.is_ascii_alphanumeric() && !"+-*".contains(letter));
    runs.any(|run| {
        let letters = run.trim_end_matches(['+', '-', '*']);
        letters.len() == 1
            && letters.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && !run.eq_ignore_ascii_case(code)
    })
}
