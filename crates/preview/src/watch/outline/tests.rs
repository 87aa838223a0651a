//! The rule held against made-up tables, every cut of their next versions, and what offices and editors save.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::Outline;

/// A table as somebody may save it.
#[derive(Clone, Debug)]
struct Saved {
    rows: Vec<Vec<String>>,
    delimiter: char,
    ending: &'static str,
    /// What stands behind the last row.
    last_ending: &'static str,
    encoding: fn(&str) -> Vec<u8>,
}

impl Saved {
    fn row(&self, row: usize) -> String {
        let quoted = |cell: &String| {
            let is_plain = !cell.contains(['"', '\n', '\r', ',', ';', '\t']);
            if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        };
        let cells: Vec<String> = self.rows[row].iter().map(quoted).collect();
        let is_last = row + 1 == self.rows.len();
        cells.join(&self.delimiter.to_string()) + if is_last { self.last_ending } else { self.ending }
    }

    fn bytes(&self) -> Vec<u8> {
        (self.encoding)(&(0..self.rows.len()).map(|row| self.row(row)).collect::<String>())
    }

    /// The last row, as it stands in the file.
    fn end(&self) -> Vec<u8> {
        let marked = (self.encoding)(&self.row(self.rows.len() - 1));
        marked[(self.encoding)("").len()..].to_vec()
    }

    fn with(&self, row: usize, column: usize, text: &str) -> Self {
        let mut other = self.clone();
        text.clone_into(&mut other.rows[row][column]);
        other
    }
}

fn looks_whole(name: &str, old: &[u8], new: &[u8]) -> bool {
    Outline::of(Path::new(name), old).is_some_and(|old| old.is_followed_by(new))
}

fn utf_8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn marked(text: &str) -> Vec<u8> {
    format!("\u{FEFF}{text}").into_bytes()
}

fn utf_16(text: &str) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Few texts, so that many rows are alike.
fn cell() -> impl Strategy<Value = String> {
    let texts = [
        "",
        "79%",
        "—",
        "前年度より",
        "a\nb",
        "say \"79\"",
        "5\" pipe",
        "1,200",
        "x;y",
        "令和5年度の目標値",
        "\r\n",
    ];
    select(texts.to_vec()).prop_map(str::to_owned)
}

fn table() -> impl Strategy<Value = Saved> {
    let encodings: Vec<fn(&str) -> Vec<u8>> = vec![utf_8, marked, utf_16];
    let rows = (1..5_usize)
        .prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width..=width), 1..9));
    let endings = (select(vec!["\n", "\r\n", "\r"]), any::<bool>());
    (rows, select(vec![',', '\t', ';']), endings, select(encodings)).prop_map(
        |(rows, delimiter, (ending, is_ended), encoding)| {
            // A last row of nothing is only there if it is ended.
            let is_nothing = rows.last().is_none_or(|row| row.concat().is_empty() && row.len() == 1);
            let last_ending = if is_ended || is_nothing { ending } else { "" };
            Saved { rows, delimiter, ending, last_ending, encoding }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn an_edit_above_the_last_row_is_whole(old in table(), row: Index, column: Index, text in cell()) {
        prop_assume!(old.rows.len() > 1);
        let row = row.index(old.rows.len() - 1);
        let new = old.with(row, column.index(old.rows[row].len()), &text);
        prop_assert!(looks_whole("2023.csv", &old.bytes(), &new.bytes()));
    }

    #[test]
    fn an_edit_of_the_last_row_is_whole_if_it_is_ended(mut old in table(), column: Index, text in cell()) {
        old.last_ending = old.ending;
        let last = old.rows.len() - 1;
        let column = column.index(old.rows[last].len());
        prop_assume!(old.rows[last][column] != text);
        prop_assume!(old.rows[last].iter().enumerate().any(|(at, cell)| at != column && !cell.is_empty()));
        prop_assert!(looks_whole("2023.csv", &old.bytes(), &old.with(last, column, &text).bytes()));
    }

    #[test]
    fn no_cut_of_an_edited_table_is_whole(old in table(), row: Index, column: Index, text in cell()) {
        let row = row.index(old.rows.len());
        let new = old.with(row, column.index(old.rows[row].len()), &text);
        // But where a row came to read as another did, or more than that if the last has no line end.
        let end = old.row(old.rows.len() - 1);
        let is_copy = old.rows.contains(&new.rows[row]) || new.row(row).starts_with(&end);
        prop_assume!(row + 1 == old.rows.len() || !is_copy);
        let (old, new) = (old.bytes(), new.bytes());
        for cut in 0..new.len() {
            prop_assert!(new[..cut] == old || !looks_whole("2023.csv", &old, &new[..cut]), "cut at {cut}");
        }
    }

    #[test]
    fn a_cut_of_any_other_table_is_whole_only_behind_the_old_last_row(old in table(), new in table()) {
        let end = old.end();
        let new = Saved { rows: new.rows, ..old.clone() };
        let (before, after) = (old.bytes(), new.bytes());
        for cut in 0..after.len() {
            let kept = &after[..cut];
            if looks_whole("2023.csv", &before, kept) {
                let is_edit_of_last = (0..old.rows[0].len()).any(|column| {
                    let last = old.rows.len() - 1;
                    kept.starts_with(&before[..before.len() - end.len()])
                        && new.rows.get(last).and_then(|row| row.get(column)).is_some_and(|text| {
                            old.with(last, column, text).bytes() == kept
                        })
                });
                prop_assert!(kept.ends_with(&end) || is_edit_of_last, "cut at {cut}");
            }
        }
    }

    #[test]
    fn a_row_that_comes_or_goes_above_a_telling_end_is_whole(mut old in table(), at: Index, row in cell()) {
        let width = old.rows[0].len();
        old.rows.push(vec!["no other row ends so".to_owned(); width]);
        let mut new = old.clone();
        new.rows.insert(at.index(old.rows.len()), vec![row; width]);
        prop_assert!(looks_whole("2023.csv", &old.bytes(), &new.bytes()));
        prop_assert!(looks_whole("2023.csv", &new.bytes(), &old.bytes()));
        let (old, new) = (old.bytes(), new.bytes());
        for cut in 0..new.len() {
            prop_assert!(!looks_whole("2023.csv", &old, &new[..cut]), "cut at {cut}");
        }
    }

    #[test]
    fn nothing_panics(name in select(vec!["a.csv", "a.md", "a"]), old: Vec<u8>, new: Vec<u8>) {
        looks_whole(name, &old, &new);
    }
}

#[test]
fn what_does_not_look_whole_waits() {
    for (name, old, new) in [
        ("2023.csv", "", "a,b\n1,2\n"),
        ("2023.csv", "a,b\n1,2\n", ""),
        ("2023.csv", "a,b\n1,2\n", "a,b\n"),
        ("2023.csv", "a,b\n1,2\n", "a,b\n1,2\n3,4\n"),
        ("2023.csv", "a,b\n1,2\n", "a,b\n1,3"),
        ("2023.csv", "a,b\r\n1,2\r\n", "a,b\r\n1,3\r"),
        ("2023.csv", "a,b\r\nx,79\r\n", "a,b\r\nx,\"\r\n"),
        ("2023.csv", "a,b\n1,2", "a,b\n1,23"),
        ("2023.csv", "a,b\n1,2\n", "a,b\n3,4\n"),
        ("2023.csv", "a,b\n1,2\n", "a,c\n1,3\n"),
        ("2023.csv", "79", "85"),
        ("2023.csv", "a\nb\n", "a\nc\n"),
        ("2023.csv", "a\nactual,2024\n", "a\nb\nno actual,2024\n"),
        ("a.md", "# A\n\ntext\n", "# A\n\nother text\n"),
        ("logo.png", "\0PNG\n\0IEND\n", "\0PNG!\n\0IEND\n"),
    ] {
        assert!(!looks_whole(name, old.as_bytes(), new.as_bytes()), "{old:?} → {new:?}");
    }
}

#[test]
fn what_looks_whole_does_not_wait() {
    let css = ".a {\n  color: red;\n}\n\n.b {\n  color: blue;\n}\n";
    for (name, old, new) in [
        ("2023.csv", "a,b\n1,2\n", "a,c\n1,2\n"),
        ("2023.csv", "a,b\n1,2\n", "a,b\n1,3\n"),
        ("2023.csv", "a,b\n1,2", "a,b\n3,2"),
        ("2023.CSV", "a,b\nx,\"1\n2\"\n", "a,b\nx,\"1\n3\"\n"),
        // Excel leaves rows of nothing behind.
        ("2023.csv", "a,b\n1,2\n,\n,\n", "a,b\n1,3\n,\n,\n"),
        ("2023.csv", "a,b\nactual,2024\n,\n,\n", "a,b\nx,y\nactual,2024\n,\n,\n"),
        ("style.css", css, &css.replace("red", "green")),
        ("style.css", css, &css.replace("red;", "red;\n  margin: 0;")),
        ("site.toml", "title = \"A\"\nlanguages = [\"ja\"]", "title = \"B\"\nlanguages = [\"ja\"]"),
    ] {
        assert!(looks_whole(name, old.as_bytes(), new.as_bytes()), "{old:?} → {new:?}");
    }
    assert!(!looks_whole("style.css", css.as_bytes(), &css.as_bytes()[..19]));
}
