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
use proptest::option::weighted;
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseError;

/// A table of the example or of the cases, with the settings beside it.
struct Source {
    settings: String,
    rows: Vec<Vec<String>>,
}

type Rows = Vec<Vec<String>>;

/// A damage by its name.
type Damage = (&'static str, fn(&mut Rows, &At));

/// Where a table is damaged.
struct At {
    row: usize,
    other: usize,
    column: usize,
    beside: usize,
    width: usize,
    pick: Index,
}

/// What hands do to a table.
const DAMAGES: [Damage; 14] = [
    ("cell dropped", |rows, at| drop(rows[at.row].remove(at.column))),
    ("cell doubled", |rows, at| {
        let copy = rows[at.row][at.column].clone();
        rows[at.row].insert(at.column, copy);
    }),
    ("cells swapped", |rows, at| {
        let one = std::mem::take(&mut rows[at.row][at.column]);
        let two = std::mem::replace(&mut rows[at.other][at.beside], one);
        rows[at.row][at.column] = two;
    }),
    ("cell blank", |rows, at| rows[at.row][at.column].clear()),
    ("digits wide", |rows, at| {
        rows[at.row].iter_mut().for_each(|cell| *cell = cell.chars().map(wide).collect());
    }),
    ("row dropped", |rows, at| drop(rows.remove(at.row))),
    ("row doubled", |rows, at| rows.insert(at.other, rows[at.row].clone())),
    ("rows swapped", |rows, at| rows.swap(at.row, at.other)),
    ("column dropped", |rows, at| rows.iter_mut().for_each(|row| drop(row.remove(at.column)))),
    ("column doubled", |rows, at| {
        for row in rows {
            row.insert(at.column, row[at.column].clone());
        }
    }),
    ("columns swapped", |rows, at| rows.iter_mut().for_each(|row| row.swap(at.column, at.beside))),
    ("row blank", |rows, at| rows.insert(at.row, at.line(""))),
    ("title", |rows, at| rows.insert(at.row.min(2), at.line(at.pick.get::<&str>(&TITLES)))),
    ("footnote", |rows, at| rows.insert(at.row, at.line(at.pick.get::<&str>(&FOOTNOTES)))),
];

/// What programs do to a file, and how it is saved.
#[derive(Clone, Debug)]
struct File {
    delimiter: char,
    ends: &'static str,
    /// A delimiter that is another sign.
    other: Option<(Index, char)>,
    /// A quote that is missing.
    quote: Option<Index>,
    /// A letter too many.
    letter: Option<(Index, char)>,
    cut: Option<Index>,
}

const TITLES: [&str; 4] =
    ["令和5年度 進捗状況", "第3次環境基本計画 KPI 一覧（令和4年度実績）", "資料1", "目標"];
const FOOTNOTES: [&str; 4] =
    ["※累計は年度末の値", "※1 2023年度は集計中", "実績は速報値、目標は令和6年度", "合計"];
const LETTERS: [char; 6] = ['\u{FEFF}', '\u{FFFD}', '\0', '\u{200B}', '\u{202E}', '\u{1A}'];

#[test]
fn a_damaged_table_keeps_the_law() {
    let sources = sources();
    let damages = proptest::collection::vec((select(&DAMAGES[..]), any::<[Index; 4]>()), 0..4);
    let folder = Folder::empty();
    let alone = RefCell::new(Alone::default());
    let read = RefCell::new((0, 0));
    trial::trial(1_500, &(any::<Index>(), damages, file()), |(source, damages, file)| {
        let source = source.get(&sources);
        let bytes = file.bytes(damaged(source, damages));
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
            // In published data a text is not alone: what stands beside it may leave it unread.
            if !edition.headers.iter().any(|header| header == "fiscal_year") {
                take_up(&mut alone.borrow_mut(), edition, &sheet, &source.settings);
            }
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

impl At {
    fn of(rows: &Rows, [row, other, column, beside]: [Index; 4]) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let [row, pick] = [row, other].map(|at| (at.index(rows.len()), at));
        let [column, beside] = [column, beside].map(|at| at.index(width));
        Self { row: row.0, other: pick.0, column, beside, width, pick: pick.1 }
    }

    /// A row with nothing but a text.
    fn line(&self, text: &str) -> Vec<String> {
        let mut line = vec![String::new(); self.width];
        text.clone_into(&mut line[self.column / 2]);
        line
    }
}

/// The rows of a table after all damages.
fn damaged(source: &Source, damages: Vec<(Damage, [Index; 4])>) -> Rows {
    let mut rows = source.rows.clone();
    for ((_, damage), at) in damages {
        if !rows.is_empty() {
            let at = At::of(&rows, at);
            for row in &mut rows {
                row.resize(at.width, String::new());
            }
            damage(&mut rows, &at);
        }
    }
    rows
}

fn file() -> impl Strategy<Value = File> {
    let at = any::<Index>;
    let other = weighted(0.1, (at(), select(&['\t', ';', '、', '\n'][..])));
    let letter = weighted(0.1, (at(), select(&LETTERS[..])));
    let form = (select(&[',', ',', ',', '\t', ';'][..]), select(&["\n", "\n", "\r\n", "\r"][..]));
    (form, other, weighted(0.1, at()), letter, weighted(0.1, at())).prop_map(
        |((delimiter, ends), other, quote, letter, cut)| File { delimiter, ends, other, quote, letter, cut },
    )
}

impl File {
    fn bytes(&self, rows: Rows) -> Vec<u8> {
        let quoted = |cell: &String| {
            let is_plain = !cell.contains(['"', '\n', ',', '\t', ';']);
            if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        };
        let line = |row: Vec<String>| {
            row.iter().map(quoted).collect::<Vec<String>>().join(&self.delimiter.to_string())
        };
        let text = rows.into_iter().map(line).collect::<Vec<String>>().join("\n");
        let mut text: Vec<char> = text.chars().collect();
        let find = |text: &[char], wanted: char, at: Index| {
            let places: Vec<usize> = (0..text.len()).filter(|place| text[*place] == wanted).collect();
            (!places.is_empty()).then(|| *at.get(&places))
        };
        if let Some((at, letter)) = self.letter {
            text.insert(at.index(text.len() + 1), letter);
        }
        if let Some(quote) = self.quote.and_then(|at| find(&text, '"', at)) {
            text.remove(quote);
        }
        if let Some((delimiter, other)) =
            self.other.and_then(|(at, other)| Some((find(&text, ',', at)?, other)))
        {
            text[delimiter] = other;
        }
        let mut bytes = String::from_iter(text).replace('\n', self.ends).into_bytes();
        if let Some(cut) = self.cut {
            bytes.truncate(cut.index(bytes.len() + 1));
        }
        bytes
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
