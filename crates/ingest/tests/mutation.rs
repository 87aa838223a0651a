//! Real tables, damaged in all the ways that hands and programs damage them: nothing panics, and what is still
//! read keeps the law.

mod alone;
mod folder;
mod law;
mod trial;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use alone::{Alone, Column};
use folder::Folder;
use law::sheet::Sheet;
use law::{Filed, Item};
use nendo_model::{Edition, Kpi};
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseError;

/// A table of the example or of the cases, with the settings beside it.
struct Source {
    settings: String,
    rows: Vec<Vec<String>>,
}

/// One damage; the numbers say where.
#[derive(Clone, Debug)]
struct Damage {
    kind: Kind,
    at: [Index; 4],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    DropCell,
    DoubleCell,
    SwapCells,
    BlankCell,
    WideDigits,
    DropRow,
    DoubleRow,
    SwapRows,
    DropColumn,
    DoubleColumn,
    SwapColumns,
    BlankRow,
    Title,
    Footnote,
    // From here on, of the file and no more of the table.
    Delimiters,
    OneDelimiter,
    LineEnds,
    Letter,
    DropQuote,
    Cut,
}

const KINDS: [Kind; 20] = [
    Kind::DropCell,
    Kind::DoubleCell,
    Kind::SwapCells,
    Kind::BlankCell,
    Kind::WideDigits,
    Kind::DropRow,
    Kind::DoubleRow,
    Kind::SwapRows,
    Kind::DropColumn,
    Kind::DoubleColumn,
    Kind::SwapColumns,
    Kind::BlankRow,
    Kind::Title,
    Kind::Footnote,
    Kind::Delimiters,
    Kind::OneDelimiter,
    Kind::LineEnds,
    Kind::Letter,
    Kind::DropQuote,
    Kind::Cut,
];

const TITLES: [&str; 4] =
    ["令和5年度 進捗状況", "第3次環境基本計画 KPI 一覧（令和4年度実績）", "資料1", "目標"];
const FOOTNOTES: [&str; 4] =
    ["※累計は年度末の値", "※1 2023年度は集計中", "実績は速報値、目標は令和6年度", "合計"];
const LETTERS: [char; 6] = ['\u{FEFF}', '\u{FFFD}', '\0', '\u{200B}', '\u{202E}', '\u{1A}'];

#[test]
fn a_damaged_table_keeps_the_law() {
    let sources = sources();
    let damages = proptest::collection::vec((select(&KINDS[..]), any::<[Index; 4]>()), 1..5)
        .prop_map(|damages| damages.into_iter().map(|(kind, at)| Damage { kind, at }).collect::<Vec<_>>());
    let folder = Folder::empty();
    let alone = RefCell::new(Alone::default());
    let read = RefCell::new((0, 0));
    trial::trial(1_500, &(any::<Index>(), damages), |(source, damages)| {
        let source = source.get(&sources);
        let bytes = damaged(source, &damages);
        folder.write("plans/dx/plan.toml", source.settings.as_bytes());
        folder.write("plans/dx/2023.csv", &bytes);
        let mut read = read.borrow_mut();
        read.0 += 1;
        let Some(plan) = folder.plan().value else { return Ok(()) };
        for edition in &plan.editions {
            read.1 += 1;
            let sheet = law::holds(edition, &bytes).map_err(|breach| {
                TestCaseError::fail(format!("{breach}\n{}", String::from_utf8_lossy(&bytes)))
            })?;
            take_up(&mut alone.borrow_mut(), edition, &sheet, &source.settings);
        }
        Ok(())
    });
    let (tried, held) = read.into_inner();
    assert!(held * 2 > tried, "of {tried} tables only {held} could be read");
    let differing = alone.into_inner().differing();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    find(&root.join("content"), &mut files);
    find(&root.join("tests/cases"), &mut files);
    files.retain(|file| !file.components().any(|part| part.as_os_str() == "expected"));
    files.sort();
    let source = |file: PathBuf| {
        let settings = fs::read_to_string(file.with_file_name("plan.toml")).unwrap_or_default();
        // Where nothing is read of the settings, nothing is read of the table.
        let folder = Folder::of(&[
            ("plans/dx/plan.toml", &settings),
            ("plans/dx/2023.csv", "柱,KPI,R5目標\nあ,率,1\n"),
        ]);
        let is_sound = folder.plan().value.is_some();
        let text = law::sheet::text(&fs::read(&file).expect("a file"));
        Source {
            settings: if is_sound { settings } else { String::new() },
            rows: Sheet::of(&text, ',').into_rows(),
        }
    };
    let sources: Vec<Source> = files.into_iter().map(source).collect();
    assert!(sources.len() > 50);
    sources
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            find(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            files.push(path);
        }
    }
}

/// The bytes of a table after all damages: first those of the table, then those of the file.
fn damaged(source: &Source, damages: &[Damage]) -> Vec<u8> {
    let mut rows = source.rows.clone();
    for Damage { kind, at } in damages {
        damage_table(&mut rows, *kind, at);
    }
    let has = |kind: Kind| damages.iter().find(|damage| damage.kind == kind);
    let delimiter = has(Kind::Delimiters).map_or(',', |damage| *damage.at[0].get(&['\t', ';']));
    let quote = |cell: &String| {
        let is_plain = !cell.contains(['"', '\n', ',', '\t', ';']);
        if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let line =
        |row: &Vec<String>| row.iter().map(quote).collect::<Vec<String>>().join(&delimiter.to_string());
    let mut text: Vec<char> = rows.iter().map(line).collect::<Vec<String>>().join("\n").chars().collect();
    for Damage { kind, at } in damages {
        damage_text(&mut text, *kind, at);
    }
    let ends = has(Kind::LineEnds).map_or("\n", |damage| *damage.at[0].get(&["\r\n", "\r"]));
    let mut bytes = String::from_iter(text).replace('\n', ends).into_bytes();
    if let Some(cut) = has(Kind::Cut) {
        bytes.truncate(cut.at[0].index(bytes.len() + 1));
    }
    bytes
}

fn damage_table(rows: &mut Vec<Vec<String>>, kind: Kind, at: &[Index; 4]) {
    if rows.is_empty() {
        return;
    }
    let [row, other] = [at[0], at[1]].map(|at| at.index(rows.len()));
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(1);
    let [column, beside] = [at[2], at[3]].map(|at| at.index(width));
    let cell = at[2].index(rows[row].len().max(1));
    let line = |text: &str| {
        let mut line = vec![String::new(); width];
        text.clone_into(&mut line[cell.min(width - 1) / 2]);
        line
    };
    match kind {
        Kind::DropCell if cell < rows[row].len() => drop(rows[row].remove(cell)),
        Kind::DoubleCell if cell < rows[row].len() => {
            let copy = rows[row][cell].clone();
            rows[row].insert(cell, copy);
        }
        Kind::SwapCells => {
            for row in rows.iter_mut() {
                row.resize(width, String::new());
            }
            let one = std::mem::take(&mut rows[row][column]);
            let two = std::mem::replace(&mut rows[other][beside], one);
            rows[row][column] = two;
        }
        Kind::BlankCell => rows[row].iter_mut().skip(cell).take(1).for_each(String::clear),
        Kind::WideDigits => rows[row].iter_mut().for_each(|cell| *cell = cell.chars().map(wide).collect()),
        Kind::DropRow => drop(rows.remove(row)),
        Kind::DoubleRow => rows.insert(other, rows[row].clone()),
        Kind::SwapRows => rows.swap(row, other),
        Kind::DropColumn => {
            rows.iter_mut().filter(|row| column < row.len()).for_each(|row| drop(row.remove(column)));
        }
        Kind::DoubleColumn => {
            rows.iter_mut()
                .filter(|row| column < row.len())
                .for_each(|row| row.insert(column, row[column].clone()));
        }
        Kind::SwapColumns => {
            rows.iter_mut()
                .filter(|row| column.max(beside) < row.len())
                .for_each(|row| row.swap(column, beside));
        }
        Kind::BlankRow => rows.insert(row, line("")),
        Kind::Title => rows.insert(row.min(2), line(at[1].get::<&str>(&TITLES))),
        Kind::Footnote => rows.insert(row, line(at[1].get::<&str>(&FOOTNOTES))),
        _ => {}
    }
}

fn damage_text(text: &mut Vec<char>, kind: Kind, at: &[Index; 4]) {
    let all = |wanted: fn(&char) -> bool, text: &[char]| -> Vec<usize> {
        text.iter().enumerate().filter(|(_, letter)| wanted(letter)).map(|(at, _)| at).collect()
    };
    match kind {
        Kind::Letter => text.insert(at[0].index(text.len() + 1), *at[1].get(&LETTERS)),
        Kind::DropQuote => {
            let quotes = all(|letter| *letter == '"', text);
            if let Some(quote) = (!quotes.is_empty()).then(|| *at[0].get(&quotes)) {
                text.remove(quote);
            }
        }
        Kind::OneDelimiter => {
            let delimiters = all(|letter| *letter == ',', text);
            if let Some(delimiter) = (!delimiters.is_empty()).then(|| *at[0].get(&delimiters)) {
                text[delimiter] = *at[1].get(&['\t', ';', '、', '\n']);
            }
        }
        _ => {}
    }
}

fn wide(letter: char) -> char {
    if letter.is_ascii_digit() {
        char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter)
    } else {
        letter
    }
}

/// Every cell of an edition, to be read by itself with the units that its KPI may have: of the rows from the
/// first to the last that speak of it, of the settings, and in the brackets of its header and its name.
fn take_up(alone: &mut Alone, edition: &Edition, sheet: &Sheet, settings: &str) {
    let set: Vec<String> = settings
        .lines()
        .filter_map(|line| line.strip_prefix("unit = "))
        .map(|unit| unit.trim_matches(['"', '\'']).to_owned())
        .collect();
    for kpi in edition.kpis() {
        let cells = law::cells(kpi);
        let mut units = set.clone();
        units.extend(beside(sheet, kpi));
        units.extend(kpi.label.iter().flat_map(|label| bracketed(label)));
        for (filed, cell) in cells {
            let is_prose = matches!(filed, Filed::Value(_, Item::Reason | Item::Note));
            let column = if is_prose { Column::Note } else { Column::Target };
            let mut units = if is_prose { Vec::new() } else { units.clone() };
            units.extend(bracketed(&edition.origin(cell.place).header));
            units.sort_unstable();
            units.dedup();
            alone.add(column, cell, &units);
        }
    }
}

/// The cells in columns of units that stand beside a KPI.
fn beside(sheet: &Sheet, kpi: &Kpi) -> Vec<String> {
    let first = kpi.place.row;
    let Some(last) = law::cells(kpi).into_iter().map(|(_, cell)| cell.place.row).max() else {
        return Vec::new();
    };
    let is_unit = |row: u32, column: u32| matches!(&*sheet.key(row, column).to_lowercase(), "単位" | "unit");
    let mut units = Vec::new();
    for row in sheet.rows().take_while(|row| *row < first) {
        for column in (0..sheet.width(row)).filter(|column| is_unit(row, *column)) {
            units.extend(
                (first..=last)
                    .map(|row| sheet.cell(row, column))
                    .filter(|unit| !unit.is_empty())
                    .map(str::to_owned),
            );
        }
    }
    units
}

fn bracketed(text: &str) -> Vec<String> {
    let pieces = text.split(['(', '（', '[', '［', '【']).skip(1);
    pieces.filter_map(|piece| Some(piece.split_once([')', '）', ']', '］', '】'])?.0.to_owned())).collect()
}
