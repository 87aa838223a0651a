//! A table is saved again as it was: the same bytes where nothing was changed, whatever its encoding, delimiter, line ends.

mod folder;

use folder::Folder;
use nendo_ingest::{Field, Form, LastRow, Sheet};
use nendo_model::{Delimiter, Encoding, Saved};
use std::fs;

const FILE: &str = "plans/dx/2023.csv";

/// A table with all that is passed over when it is read: a title, blank rows, white space, further columns.
const TABLE: &str = "計画の進捗,,,\n\n,,,\n柱,KPI,項目,2023年度\n あ　,\"率 \n件数\",目標,\"1,305人/年\"\n,,実績,\"\"\"引用\"\",と\"\n,\"\",評価, A\n※注,,,,,欄外\n\n";

fn saved(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => format!("\u{FEFF}{text}").into_bytes(),
        Encoding::Utf16Le => format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows31J => encoding_rs::SHIFT_JIS.encode(text).0.into_owned(),
    }
}

fn read(folder: &Folder) -> Sheet {
    Sheet::read(&folder.0, FILE).expect("readable").expect("a file")
}

fn texts(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.rows.iter().map(|row| row.iter().map(Field::text).collect()).collect()
}

#[test]
fn what_is_read_is_written_byte_for_byte() {
    use Encoding::{Utf8, Utf8Bom, Utf16Be, Utf16Le, Windows31J};
    let folder = Folder::of(&[]);
    for encoding in [Utf8, Utf8Bom, Utf16Le, Utf16Be, Windows31J] {
        for (delimiter, letter) in
            [(Delimiter::Comma, ","), (Delimiter::Tab, "\t"), (Delimiter::Semicolon, ";")]
        {
            for line_end in ["\n", "\r\n", "\r"] {
                for (first, last) in [("", ""), ("sep=", ""), ("", "x")] {
                    let first = if first.is_empty() { String::new() } else { format!("{first}{letter}\n") };
                    let text = TABLE
                        .replace("1,305", "1@305")
                        .replace("\",と", "\"@と")
                        .replace(',', letter)
                        .replace('@', ",");
                    let text = format!("{first}{text}{last}").replace('\n', line_end);
                    let bytes = saved(&text, encoding);
                    folder.write(FILE, &bytes);
                    let sheet = read(&folder);
                    let Form { saved, line_end: end, first_line, last_row } = &sheet.form;
                    assert_eq!((*saved, *end), (Saved { encoding, delimiter }, line_end));
                    assert_eq!(first_line.is_some(), !first.is_empty());
                    assert_eq!(*last_row == LastRow::Open, !last.is_empty());
                    assert_eq!(texts(&sheet)[3], ["柱", "KPI", "項目", "2023年度"]);
                    assert_eq!(
                        texts(&sheet)[4],
                        [" あ　", &format!("率 {line_end}件数"), "目標", "1,305人/年"]
                    );
                    assert_eq!(texts(&sheet)[5], ["", "", "実績", "\"引用\",と"]);
                    assert_eq!(
                        sheet.bytes().expect("bytes"),
                        bytes,
                        "{encoding:?} {delimiter:?} {line_end:?}\n{text}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_break_in_a_cell_stays_what_it_is() {
    let folder = Folder::of(&[]);
    for text in [
        "柱,KPI\r\n\"a\nb\",\"c\r\nd\"\r\n",
        "\"a\r\nb\",c\nd,e",
        "a,b\r\n",
        "a",
        "",
        "\n\n",
        ",\n",
        "\"\"\n",
    ] {
        folder.write(FILE, text.as_bytes());
        assert_eq!(read(&folder).bytes().expect("bytes"), text.as_bytes(), "{text:?}");
    }
}

#[test]
fn cells_are_the_same_where_quotes_are_not_as_they_should_be() {
    let folder = Folder::of(&[]);
    for text in ["5\"x,y\n", "\"a\"b,c\n", "\"a\"\"b\"c\",d\n", "a,\"open\nb,c", "a,\"\"\"\n"] {
        folder.write(FILE, text.as_bytes());
        let sheet = read(&folder);
        let bytes = sheet.bytes().expect("bytes");
        folder.write(FILE, &bytes);
        assert_eq!(texts(&read(&folder)), texts(&sheet), "{text:?}");
    }
}

#[test]
fn a_letter_that_the_encoding_lacks_is_told_with_its_cell_and_nothing_is_written() {
    let folder = Folder::of(&[]);
    let bytes = saved("柱,KPI\r\nあ,\"①㈱髙\r\n～－―\"\r\n", Encoding::Windows31J);
    folder.write(FILE, &bytes);
    let mut sheet = read(&folder);
    sheet.rows[1][1].set("–");
    let problem = sheet.replace(&folder.0, FILE).expect_err("a letter");
    assert_eq!(problem.case.fields(), [("value", "–"), ("encoding", "Windows-31J (Shift_JIS)")]);
    assert_eq!((problem.origin.row, problem.origin.column), (Some(2), Some(1)));
    assert_eq!(
        sheet.create(&folder.0, "new.csv").expect_err("a letter").case.code(),
        "letter-not-in-encoding"
    );
    assert_eq!(fs::read(folder.0.join(FILE)).expect("the file"), bytes);
    assert!(!folder.0.join("new.csv").exists());
}

#[test]
fn a_file_is_replaced_whole_and_a_new_one_replaces_none() {
    let folder = Folder::of(&[]);
    folder.write(FILE, b"ja,en\r\n");
    let mut sheet = read(&folder);
    sheet.rows.push(vec![Field::new("柱"), Field::new("a, \"b\"")]);
    sheet.replace(&folder.0, FILE).expect("written");
    assert_eq!(
        fs::read(folder.0.join(FILE)).expect("the file"),
        "ja,en\r\n柱,\"a, \"\"b\"\"\"\r\n".as_bytes()
    );
    let problem =
        Sheet { form: Form::new(), rows: Vec::new() }.create(&folder.0, FILE).expect_err("it exists");
    assert_eq!((problem.case.code(), problem.origin.file.as_str()), ("file-exists", FILE));
    sheet.create(&folder.0, "plans/dx/2024.csv").expect("written");
    let made = Sheet::read(&folder.0, "plans/dx/2024.csv").expect("readable").expect("a file");
    assert_eq!(texts(&made), texts(&sheet));
    assert_eq!(Sheet::read(&folder.0, "no.csv"), Ok(None));
    let left = fs::read_dir(folder.0.join("plans/dx")).expect("a folder").count();
    assert_eq!(left, 2, "nothing is left beside them");
}

#[test]
fn a_file_that_is_only_to_be_read_is_held() {
    let folder = Folder::of(&[]);
    folder.write(FILE, b"ja,en\n");
    let path = folder.0.join(FILE);
    let set = |is_readonly: bool| {
        let mut permissions = fs::metadata(&path).expect("a file").permissions();
        permissions.set_readonly(is_readonly);
        fs::set_permissions(&path, permissions).expect("set");
    };
    set(true);
    let problem = read(&folder).replace(&folder.0, FILE).expect_err("held");
    assert_eq!(problem.case.code(), "file-held");
    #[allow(clippy::permissions_set_readonly_false, reason = "the folder is removed in the end")]
    set(false);
}

#[test]
fn a_new_form_is_one_that_excel_opens() {
    let sheet = Sheet { form: Form::new(), rows: vec![vec![Field::new("柱"), Field::new("KPI")]] };
    assert_eq!(sheet.bytes().expect("bytes"), "\u{FEFF}柱,KPI\r\n".as_bytes());
}
