//! Bytes of a file → text. Offices save CSV in the encoding that their spreadsheet likes, so it is told
//! apart here without being asked. Knows nothing of rows, columns or the meaning of the text.

use encoding_rs::{EUC_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use nendo_model::Encoding;

/// The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM or Windows-31J, and which it is.
///
/// Byte order marks are removed wherever they stand: files joined end to end have some inside. So is what turns
/// the direction of the text, and a control character becomes a space: what is shown is then what is read.
/// `None` for bytes that none of these encodings explains, so that no garbled text ever reaches a page.
pub(crate) fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (text, encoding) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => (strict(encoding, &bytes[length..])?, marked(encoding)),
        None => match strict(UTF_8, bytes) {
            Some(text) => (text, Encoding::Utf8),
            None => (windows_31j(bytes)?, Encoding::Windows31J),
        },
    };
    (!is_something_else(&text)).then(|| (cleaned(text), encoding))
}

/// The encoding that a byte order mark tells.
fn marked(encoding: &'static encoding_rs::Encoding) -> Encoding {
    if encoding == UTF_16LE {
        Encoding::Utf16Le
    } else if encoding == UTF_16BE {
        Encoding::Utf16Be
    } else {
        Encoding::Utf8Bom
    }
}

/// The text without what meddles with it. Nearly every text has nothing of the kind, and stays as it is.
fn cleaned(text: String) -> String {
    // Most letters are of these two kinds, which takes less to tell than the rest of the question.
    let is_plain = |letter: char| {
        letter.is_ascii_graphic() || matches!(letter, '\u{3000}'..='\u{9FFF}' | '\u{FF01}'..='\u{FFEE}')
    };
    let is_clean = |letter: char| is_plain(letter) || !is_meddling(letter) && plain(letter) == letter;
    if text.chars().all(is_clean) {
        return text;
    }
    text.chars().filter(|letter| !is_meddling(*letter)).map(plain).collect()
}

fn windows_31j(bytes: &[u8]) -> Option<String> {
    // encoding_rs means Windows-31J by SHIFT_JIS: with NEC's and IBM's extensions (髙 ① ㈱ Ⅲ).
    let text = strict(SHIFT_JIS, bytes)?;
    // The byte 0x80 is in no text of Windows-31J.
    let is_guessed_wrong = text.contains('\u{80}') || is_misread_euc(&text, bytes);
    (!is_guessed_wrong).then_some(text)
}

/// EUC-JP often passes as Windows-31J, and then most of it is half-width katakana.
fn is_misread_euc(text: &str, bytes: &[u8]) -> bool {
    let count = |wanted: fn(&char) -> bool| text.chars().filter(wanted).count();
    let half_width = count(|letter| ('\u{FF61}'..='\u{FF9F}').contains(letter));
    let others = count(|letter| !letter.is_ascii()) - half_width;
    half_width > others && strict(EUC_JP, bytes).is_some()
}

fn strict(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// A zero byte betrays a workbook or an image, an escape sequence JIS.
fn is_something_else(text: &str) -> bool {
    text.contains('\0') || text.contains('\u{1B}') && (text.contains("\u{1B}$") || text.contains("\u{1B}("))
}

/// Byte order marks, marks that turn the direction of the text, and what is no character.
fn is_meddling(letter: char) -> bool {
    let is_direction = matches!(
        letter,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    let is_no_character = matches!(letter, '\u{FDD0}'..='\u{FDEF}') || u32::from(letter) & 0xFFFE == 0xFFFE;
    is_direction || is_no_character || letter == '\u{FEFF}'
}

/// A control character that is no white space as a space, so that it parts what it stood between.
fn plain(letter: char) -> char {
    let is_space = matches!(letter, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}');
    if letter.is_control() && !is_space { ' ' } else { letter }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Delimiter, Encoding};

    use crate::record::Grid;

    /// The text alone.
    fn decode(bytes: &[u8]) -> Option<String> {
        super::decode(bytes).map(|(text, _)| text)
    }

    const TABLE: &str =
        "項目,2022年度,2023年度\r\n目標,84％,\"1,305人/年\r\n※①㈱髙﨑Ⅲ\"\r\n\r\n実績,45.5万人,～－\r\n";

    fn windows_31j(text: &str) -> Vec<u8> {
        let (bytes, _, lossy) = encoding_rs::SHIFT_JIS.encode(text);
        assert!(!lossy);
        bytes.into_owned()
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes_of).collect()
    }

    #[test]
    fn one_table_in_every_encoding_gives_the_same_records() {
        let expected = Grid::of(TABLE.to_owned());
        assert_eq!(expected.records().len(), 3);
        let tabs = "項目\t2022年度\t2023年度\r\n目標\t84％\t\"1,305人/年\n※①㈱髙﨑Ⅲ\"\r\n\r\n実績\t45.5万人\t～－\r\n";
        for (bytes, encoding, delimiter) in [
            (TABLE.as_bytes().to_vec(), Encoding::Utf8, Delimiter::Comma),
            ([b"\xEF\xBB\xBF", TABLE.as_bytes()].concat(), Encoding::Utf8Bom, Delimiter::Comma),
            (windows_31j(TABLE), Encoding::Windows31J, Delimiter::Comma),
            (utf_16(TABLE, u16::to_le_bytes), Encoding::Utf16Le, Delimiter::Comma),
            (utf_16(tabs, u16::to_le_bytes), Encoding::Utf16Le, Delimiter::Tab),
            (utf_16(tabs, u16::to_be_bytes), Encoding::Utf16Be, Delimiter::Tab),
            (windows_31j(tabs), Encoding::Windows31J, Delimiter::Tab),
        ] {
            let (text, found) = super::decode(&bytes).expect("text");
            let mut grid = Grid::of(text);
            assert_eq!((found, grid.saved.delimiter), (encoding, delimiter));
            grid.saved.delimiter = Delimiter::Comma;
            assert_eq!(grid, expected, "{bytes:?}");
        }
    }

    #[test]
    fn windows_31j_has_its_own_dashes_and_extensions() {
        assert_eq!(decode(b"\x81\x60\x81\x7C\x81\x5C").as_deref(), Some("～－―"));
        assert_eq!(decode(b"\xFB\xFC\xED\x95\x87\x40\x87\x8A\x87\x56").as_deref(), Some("髙﨑①㈱Ⅲ"));
        assert_eq!(decode(&windows_31j("項目,ﾎﾟｲﾝﾄ")).as_deref(), Some("項目,ﾎﾟｲﾝﾄ"));
        assert_eq!(decode(b"\xB6\xC5\xB6,1").as_deref(), Some("ｶﾅｶ,1"));
        // EUC-JP could be read so too, but is half-width katakana for the most part.
        assert_eq!(decode(&windows_31j("ﾃﾞ熙熙")).as_deref(), Some("ﾃﾞ熙熙"));
    }

    #[test]
    fn marks_are_removed_wherever_they_stand() {
        assert_eq!(decode("\u{FEFF}柱,\u{FEFF}KPI".as_bytes()).as_deref(), Some("柱,KPI"));
        assert_eq!(decode(b"").as_deref(), Some(""));
    }

    #[test]
    fn a_control_character_is_a_space_and_no_reason_to_refuse() {
        assert_eq!(decode(b"1\x082,a\x1Ab\x7F\x1B").as_deref(), Some("1 2,a b  "));
        assert_eq!(decode("a\u{85}b\tc\r\nd\u{B}e".as_bytes()).as_deref(), Some("a b\tc\r\nd\u{B}e"));
        assert_eq!(decode(&utf_16("柱\u{1F},1", u16::to_be_bytes)).as_deref(), Some("柱 ,1"));
        assert_eq!(decode(&windows_31j("柱\u{8},1")).as_deref(), Some("柱 ,1"));
    }

    #[test]
    fn what_turns_the_direction_or_is_no_character_goes() {
        let text = "\u{202E}1\u{202C}\u{2066}2\u{2069}\u{200E}3\u{200F}\u{61C}\u{FFFE}4\u{FFFF}\u{FDD0}";
        assert_eq!(decode(text.as_bytes()).as_deref(), Some("1234"));
    }

    #[test]
    fn nothing_else_is_decoded() {
        let (euc, _, _) =
            encoding_rs::EUC_JP.encode("取組項目,目標,実績\n行政手続きのオンライン化の推進,84%,79%\n");
        // Both bytes of each of these are half-width katakana to Windows-31J.
        let (misread, _, _) = encoding_rs::EUC_JP.encode("データ,目標");
        let (jis, _, _) = encoding_rs::ISO_2022_JP.encode("取組項目,目標");
        for bytes in [
            &b"PK\x03\x04\x00\x00"[..],
            b"a,\x00b",
            b"\xFF\xFEa\x00b",
            b"\xFF\xFE\x00\xD8a\x00",
            b"\xFF\xFEa\x00b\x00c",
            b"\xEF\xBB\xBFa\xFFb",
            b"\x80\xFF",
            b"caf\xE9,1",
            b"a,b\n\xEF\xBB\xBFc\x00",
            b"\xB6\x80,1",
            b"\x1B$B9`L\\",
            &euc,
            &misread,
            &jis,
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
