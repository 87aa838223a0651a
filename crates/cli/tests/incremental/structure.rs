//! Edits of progress tables: a cell says something else; KPIs, initiatives and pillars come, go, move and are renamed.

use crate::files::Files;
use crate::synthetic::chance::Chance;
use crate::table::{NAMES, Table, pick};

/// What a value may be replaced by: numbers, words, blanks, damage, and letters that mean something to HTML, to
/// templates, to terminals or to a file system.
const TEXTS: [&str; 26] = [
    "72%",
    "0",
    "0件",
    "1,234人",
    "45.5万人",
    "3億円",
    "100件(累計) ※新たに3件",
    "86窓口(累計)に導入 (直営施設:66、 指定管理施設:20)",
    "10〜15件",
    "30分以内",
    "390(上方修正)",
    "(2022年度末をもって目標完了)",
    "— (集計中)",
    "—",
    "",
    "言葉だけの値",
    "・一つ目\n・二つ目",
    "#REF!",
    "12O件",
    "<script>alert(1)</script>&amp;\"'",
    "{{ page }}{% include \"x\" %}",
    "\u{202e}逆\u{200b}さま\u{2060}",
    "../../../x\\y:z",
    "=cmd|' /C calc'!A0",
    "𠮷野家\u{e0100} ｶﾞｷﾞ ㌫",
    "とても長い文が続くので、どの欄にも収まらないかもしれないが、それでも最後まで書かれていて、途中で切れることはない。",
];

/// A cell of a value, grade, reason or note.
pub(crate) fn cell(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let mut table = Table::any(chance, inputs)?;
    let (kpi, items) = (table.any_kpi(chance), table.items()?);
    let row = chance.below(table.kpis[kpi].rows.len());
    let column = items + 1 + chance.below(table.header.len() - items - 1);
    let is_grade = table.kpis[kpi].rows[row].get(items)? == "評価";
    let text = match chance.below(8) {
        0 => pick(chance, &["E", "B（暫定）", "Ａ", "優"])?,
        1.. if is_grade => pick(chance, &["A", "B", "C", "D", "—", ""])?,
        _ => pick(chance, &TEXTS)?,
    };
    let cell = table.kpis[kpi].rows[row].get_mut(column)?;
    let before = std::mem::replace(cell, (*text).to_owned());
    table.save(inputs);
    Some(format!("{}: KPI {kpi}, row {row}, column {column}: {before:?} → {text:?}", table.path))
}

/// A header of a column.
pub(crate) fn header(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let mut table = Table::any(chance, inputs)?;
    let column = chance.below(table.header.len());
    let text = match (table.header[column].as_str(), chance.below(3)) {
        ("2022年度", 0..2) => "令和4年度",
        ("2023年度", 0..2) => "R5",
        (_, 2) => "整理欄",
        ("KPI", _) => "指標名",
        ("柱", _) => "基本目標",
        _ => return None,
    };
    let before = std::mem::replace(&mut table.header[column], text.to_owned());
    table.save(inputs);
    Some(format!("{}: header {before} → {text}", table.path))
}

/// A KPI is added, removed, renamed or moved.
pub(crate) fn kpi(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let mut table = Table::any(chance, inputs)?;
    let (at, to) = (table.any_kpi(chance), table.any_kpi(chance));
    let told = match chance.below(5) {
        0 => {
            let mut kpi = table.kpis[at].clone();
            kpi.name = format!("新しい指標{}", chance.below(1000));
            table.kpis.insert(to, kpi);
            format!("KPI {at} again under another name, before {to}")
        }
        1 if table.kpis.len() > 1 => {
            table.kpis.remove(at);
            format!("without KPI {at}")
        }
        2 => {
            let name = format!("別の指標{}", chance.below(1000));
            table.kpis[at].name.clone_from(&name);
            format!("KPI {at} is called {name}")
        }
        3 => {
            let kpi = table.kpis.remove(at);
            table.kpis.insert(to, kpi);
            format!("KPI {at} moves to {to}, under its own initiative")
        }
        _ => {
            let parents = (table.kpis[to].pillar.clone(), table.kpis[to].initiative.clone());
            let mut kpi = table.kpis.remove(at);
            (kpi.pillar, kpi.initiative) = parents;
            table.kpis.insert(to, kpi);
            format!("KPI {at} moves to {to}, under the initiative there")
        }
    };
    table.save(inputs);
    Some(format!("{}: {told}", table.path))
}

/// An initiative or a pillar is renamed, removed, added or moved.
pub(crate) fn branch(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let mut table = Table::any(chance, inputs)?;
    let at = table.any_kpi(chance);
    let (pillar, initiative) = (table.kpis[at].pillar.clone(), table.kpis[at].initiative.clone());
    let new = format!("新しい名前{}", chance.below(1000));
    let told = match chance.below(6) {
        0 => {
            let kpis = table.kpis.iter_mut().filter(|kpi| kpi.initiative == initiative);
            kpis.for_each(|kpi| kpi.initiative.clone_from(&new));
            format!("initiative {initiative} is called {new}")
        }
        1 => {
            table.kpis[at].initiative.clone_from(&new);
            format!("KPI {at} alone goes under initiative {new}")
        }
        2 if table.kpis.iter().any(|kpi| kpi.initiative != initiative) => {
            table.kpis.retain(|kpi| kpi.initiative != initiative);
            format!("without initiative {initiative}")
        }
        3 => {
            let kpis = table.kpis.iter_mut().filter(|kpi| kpi.pillar == pillar);
            kpis.for_each(|kpi| kpi.pillar.clone_from(&new));
            format!("pillar {pillar} is called {new}")
        }
        4 if table.kpis.iter().any(|kpi| kpi.pillar != pillar) => {
            table.kpis.retain(|kpi| kpi.pillar != pillar);
            format!("without pillar {pillar}")
        }
        _ => {
            table.kpis.sort_by_key(|kpi| kpi.pillar != pillar);
            format!("pillar {pillar} comes first")
        }
    };
    table.save(inputs);
    Some(format!("{}: {told}", table.path))
}

/// The responsible section of a KPI, where the table has such a column.
pub(crate) fn section(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let mut table = Table::any(chance, inputs)?;
    let column = table.header.iter().position(|cell| cell == "担当課").filter(|column| *column >= NAMES)?;
    let at = table.any_kpi(chance);
    let text = pick(chance, &["企画課", "新しい課", "企画課、市民課", "", "課/\u{202e}<b>"])?;
    let before = std::mem::replace(table.kpis[at].rows.first_mut()?.get_mut(column)?, (*text).to_owned());
    table.save(inputs);
    Some(format!("{}: KPI {at} goes from section {before:?} to {text:?}", table.path))
}
