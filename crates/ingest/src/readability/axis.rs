//! Judges of time and place: years that count from a fixed one, down the rows and not across the columns, and places by
//! their codes or full names.

use std::collections::BTreeSet;

use nendo_model::{ERAS, half_width};

use super::layout::{Kind, Layout};
use super::subject::{Spot, Subject};
use crate::spelling;

/// Names of columns that hold the code of a municipality or prefecture.
const CODES: [&str; 7] = [
    "municipalitycode",
    "prefecturecode",
    "市区町村コード",
    "団体コード",
    "地域コード",
    "都道府県コード",
    "全国地方公共団体コード",
];

/// The prefectures without 都, 道, 府 or 県.
const PREFECTURES: &str = "北海 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 \
    滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄";

/// L3-05: years by an era alone in the header and in columns of time, and times written in several ways in a column.
pub(crate) fn times(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let header = layout.header.iter().flat_map(|row| (0..layout.columns.len()).map(|column| (*row, column)));
    let mut found: Vec<Spot> = header
        .filter(|(row, column)| is_of_era(layout.cell(*row, *column)))
        .map(|(row, column)| Spot::cell(row, column))
        .collect();
    for column in layout.of_kind(Kind::Time) {
        let shapes: BTreeSet<String> = layout.filled(column).map(|(_, cell)| shape(cell)).collect();
        let of_era = layout.filled(column).filter(|(_, cell)| is_of_era(cell));
        found.extend(of_era.map(|(row, _)| Spot::cell(row, column)));
        found.extend((shapes.len() > 1).then(|| Spot::column(column)));
    }
    found
}

/// L3-06: codes that are none, and prefectures by half their name.
pub(crate) fn places(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for (at, column) in layout.columns.iter().enumerate() {
        if CODES.contains(&spelling::header(&column.name).as_str()) {
            let wrong = layout.filled(at).filter(|(_, cell)| !is_code(cell));
            found.extend(wrong.map(|(row, _)| Spot::cell(row, at)));
            found.extend(layout.filled(at).next().is_none().then(|| Spot::column(at)));
            continue;
        }
        let is_place =
            |cell: &str| is_short(cell) || is_short(cell.trim_end_matches(['都', '道', '府', '県']));
        let all = layout.filled(at).count();
        if layout.filled(at).filter(|(_, cell)| is_place(cell)).count() * 2 > all {
            let short = layout.filled(at).filter(|(_, cell)| is_short(cell));
            found.extend(short.map(|(row, _)| Spot::cell(row, at)));
        }
    }
    found
}

/// L3-09: values of several years side by side, or of several months or quarters.
pub(crate) fn across(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let Some(names) = layout.names() else { return Vec::new() };
    let of_year = (0..layout.columns.len()).filter(|at| layout.columns[*at].year.is_some());
    let years: BTreeSet<&String> = layout.columns.iter().filter_map(|column| column.year.as_ref()).collect();
    let mut columns: Vec<usize> = if years.len() > 1 { of_year.collect() } else { Vec::new() };
    let parts: Vec<usize> = (0..layout.columns.len()).filter(|at| is_part_of_year(layout, *at)).collect();
    if parts.len() > 2 {
        columns.extend(parts);
    }
    columns.into_iter().map(|at| Spot::cell(names, at)).collect()
}

/// Whether a text names a year by its era and not by its number: `令和5年度`, `R5実績`, but not `令和5(2023)年度`.
fn is_of_era(text: &str) -> bool {
    let letters: Vec<char> = text.chars().map(half_width).collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let has_number = (0..letters.len()).any(|at| (at..at + 4).all(is_digit) && !is_digit(at + 4));
    let by_name = |at: usize| {
        let rest: String = letters[at..].iter().collect();
        ERAS.iter().any(|era| {
            let after = rest.strip_prefix(era.name).or_else(|| rest.strip_prefix(era.ligature));
            after.is_some_and(|after| {
                after.trim_start().starts_with(|next: char| next.is_ascii_digit() || next == '元')
            })
        })
    };
    let by_initial = |at: usize| {
        let is_initial = ERAS.iter().any(|era| era.initial == letters[at].to_ascii_uppercase());
        let is_inside = at > 0 && letters[at - 1].is_ascii_alphanumeric();
        let digits = letters[at + 1..].iter().take_while(|letter| letter.is_ascii_digit()).count();
        let after = letters.get(at + 1 + digits);
        is_initial && !is_inside && (1..3).contains(&digits) && !after.is_some_and(char::is_ascii_alphabetic)
    };
    !has_number && (0..letters.len()).any(|at| by_name(at) || by_initial(at))
}

/// How a time is written: `2023年4月` and `2024年12月` in the same way.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for letter in text.chars() {
        let letter = if letter.is_ascii_digit() { '#' } else { letter };
        if letter != '#' || !shape.ends_with('#') {
            shape.push(letter);
        }
    }
    shape
}

fn is_part_of_year(layout: &Layout, at: usize) -> bool {
    let name = spelling::folded(&layout.columns[at].name);
    let number =
        name.strip_suffix('月').or_else(|| name.strip_suffix("四半期")).or_else(|| name.strip_suffix('Q'));
    number.is_some_and(|number| {
        let number = number.strip_prefix('第').unwrap_or(number);
        !number.is_empty() && number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_short(cell: &str) -> bool {
    PREFECTURES.split_whitespace().any(|name| name == cell)
}

/// Whether a text is the code of a prefecture (two digits), or of a municipality (five, or six with the check digit).
fn is_code(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|letter| letter.to_digit(10)).collect();
    match digits.as_deref() {
        Some(digits @ ([_, _] | [_, _, _, _, _])) => (1..=47).contains(&(digits[0] * 10 + digits[1])),
        Some([digits @ .., check]) if digits.len() == 5 => {
            let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
            (11 - sum % 11) % 10 == *check
        }
        _ => false,
    }
}
