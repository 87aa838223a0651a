//! One table of cells and what is read from them: every form of the first city's report, of the contract for
//! cells, and of numbers that would be wrong.

mod table;

use std::fmt::Write as _;

use nendo_model::{Bound, Magnitude, Quantity, Reading, Revision};

use super::read;
use table::TABLE;

/// One line for a reading, short enough for a table.
fn shown(reading: &Reading) -> String {
    match reading {
        Reading::Quantity(quantity) => quantity_shown(quantity),
        Reading::Range(range) => {
            format!("range {} .. {}", quantity_shown(&range.lowest), quantity_shown(&range.highest))
        }
        Reading::Change => "change".to_owned(),
        Reading::Several(several) => {
            let parts: Vec<String> = several.quantities.iter().map(quantity_shown).collect();
            format!("several total={:?} {}", several.total, parts.join(" | "))
        }
        Reading::Text => "text".to_owned(),
        Reading::List(items) => format!("list {}", items.join("|")),
        Reading::NotSet { reason: None } => "unset".to_owned(),
        Reading::NotSet { reason: Some(reason) } => format!("unset {reason}"),
        Reading::Closed { year: None } => "closed".to_owned(),
        Reading::Closed { year: Some(year) } => format!("closed {year}"),
        Reading::Broken => "broken".to_owned(),
        Reading::Unread => "unread".to_owned(),
    }
}

fn quantity_shown(quantity: &Quantity) -> String {
    let mut text = String::new();
    if let Some(label) = &quantity.label {
        let _ = write!(text, "[{label}] ");
    }
    text.push_str(match quantity.bound {
        Bound::Exact => "",
        Bound::AtLeast => ">=",
        Bound::AtMost => "<=",
        Bound::MoreThan => ">",
        Bound::LessThan => "<",
        Bound::About => "~",
    });
    let _ = write!(text, "{} {}", quantity.value, quantity.unit);
    if quantity.magnitude != Magnitude::One {
        let _ = write!(text, " in {}", quantity.magnitude.kanji());
    }
    if quantity.cumulative {
        text.push_str(" cumulative");
    }
    match quantity.revision {
        Some(Revision::Upward) => text.push_str(" up"),
        Some(Revision::Downward) => text.push_str(" down"),
        Some(Revision::Unspecified) => text.push_str(" revised"),
        None => {}
    }
    for part in &quantity.breakdown {
        let _ = write!(text, " {{{} {} {}}}", part.name, part.value, part.unit);
    }
    if let Some(tail) = &quantity.tail {
        let _ = write!(text, " tail={tail}");
    }
    for note in &quantity.notes {
        let _ = write!(text, " note={note}");
    }
    text
}

#[test]
fn every_cell_reads_as_the_table_says() {
    let wrong: Vec<String> = TABLE
        .iter()
        .map(|(written, expected)| (written, expected, shown(&read(written))))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(written, expected, found)| format!("{written:?}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
}

#[test]
fn a_name_is_short_and_one_in_doubt_shorter() {
    for (start, length, expected) in
        [("", 40, "5 件"), ("", 41, "text"), ("前年", 20, "unread"), ("前年", 21, "text")]
    {
        let name: String = start.chars().chain(std::iter::repeat('業')).take(length).collect();
        assert!(shown(&read(&format!("{name}:5件"))).ends_with(expected), "{start} {length}");
    }
}

#[test]
fn white_space_around_a_cell_changes_nothing() {
    for (written, _) in TABLE {
        let expected = read(written);
        for (before, after) in [(" ", ""), ("", "\n"), ("\u{3000}", "\u{3000} "), ("\u{A0}\t", "\r\n")] {
            assert_eq!(read(&format!("{before}{written}{after}")), expected, "{written:?}");
        }
    }
}

#[test]
fn full_width_characters_read_as_their_half_width_forms() {
    for (written, _) in TABLE {
        let wide = |letter| match letter {
            '0'..='9' | '%' | '(' | ')' | ':' | ',' | '.' | '+' | '/' => {
                char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter)
            }
            _ => letter,
        };
        let (narrow, wide) = (read(written), read(&written.chars().map(wide).collect::<String>()));
        if let (Reading::Quantity(narrow), Reading::Quantity(wide)) = (&narrow, &wide) {
            assert_eq!((narrow.value, &narrow.unit), (wide.value, &wide.unit), "{written}");
        }
        assert_eq!(std::mem::discriminant(&narrow), std::mem::discriminant(&wide), "{written}");
    }
}

#[test]
fn no_piece_pair_or_endless_cell_panics() {
    for (written, _) in TABLE {
        for (at, _) in written.char_indices() {
            let _ = (read(&written[at..]), read(&written[..at]));
        }
        // Every pair is a lot; steps of a prime still bring every sort of cell before every other.
        for (other, _) in TABLE.iter().skip(written.len() % 31).step_by(31) {
            let _ = (read(&format!("{written}{other}")), read(&format!("{written} {other}")));
        }
    }
    for piece in [
        "(",
        ")",
        "(5)",
        "1,",
        "1億",
        "a:1 ",
        "※",
        "・a\n",
        "-(",
        "5件(2023年度 ",
        "対",
        ":",
        "千",
        "年3回",
        "前年度比5件 ",
        "1人当たり",
        "延べ",
        "【a】5件 ",
        "一人",
        "6/7(",
    ] {
        let _ = read(&piece.repeat(20_000));
    }
    let _ = read(&format!("{}{}", "前年比5件(".repeat(2_000), ")".repeat(2_000)));
}

/// The law of this module: joining two cells never gives a number that the first of them had not.
#[test]
fn two_numbers_run_together_are_never_one_quantity() {
    let quantities: Vec<(&str, Quantity)> = TABLE
        .iter()
        .filter_map(|(written, _)| match read(written) {
            Reading::Quantity(quantity) => Some((*written, quantity)),
            _ => None,
        })
        .collect();
    for (at, (first, own)) in quantities.iter().enumerate() {
        for (second, _) in quantities.iter().skip(at % 19).step_by(19) {
            for between in [" ", "\n", "、", "→", "/", "から"] {
                let joined = format!("{first}{between}{second}");
                if let Reading::Quantity(found) = read(&joined) {
                    // What follows ※ is a remark, and the value stays that of the first.
                    assert!(found.value == own.value && first.contains('※'), "{joined:?}");
                }
            }
        }
    }
}
