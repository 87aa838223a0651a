//! Bytes of a file → text. Offices save CSV in the encoding that their spreadsheet likes, so it is told
//! apart here without being asked. Knows nothing of rows, columns or the meaning of the text.

use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_8};

/// The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM or Windows-31J.
///
/// Byte order marks are removed wherever they stand: files joined end to end have some inside. `None` for
/// bytes that none of these encodings explains, so that no garbled text ever reaches a page.
pub(crate) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => strict(encoding, &bytes[length..])?,
        None => strict(UTF_8, bytes).or_else(|| windows_31j(bytes))?,
    };
    text.chars().all(is_plausible).then(|| text.replace('\u{FEFF}', ""))
}

fn windows_31j(bytes: &[u8]) -> Option<String> {
    // encoding_rs means Windows-31J by SHIFT_JIS: with NEC's and IBM's extensions (髙 ① ㈱ Ⅲ).
    let text = strict(SHIFT_JIS, bytes)?;
    (!is_misread_euc(&text, bytes)).then_some(text)
}

/// EUC-JP often passes as Windows-31J, and then most of it is half-width katakana.
fn is_misread_euc(text: &str, bytes: &[u8]) -> bool {
    let count = |wanted: fn(&char) -> bool| text.chars().filter(wanted).count();
    let half_width = count(|letter| ('\u{FF61}'..='\u{FF9F}').contains(letter));
    let others = count(|letter| !letter.is_ascii()) - half_width;
    half_width > others && strict(EUC_JP, bytes).is_some()
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// Control characters other than white space betray a workbook, an image, or JIS with its escapes.
fn is_plausible(letter: char) -> bool {
    !letter.is_control() || matches!(letter, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::record::records;

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
        let expected = records(TABLE);
        assert_eq!(expected.len(), 3);
        let tabs = "項目\t2022年度\t2023年度\r\n目標\t84％\t\"1,305人/年\n※①㈱髙﨑Ⅲ\"\r\n\r\n実績\t45.5万人\t～－\r\n";
        for bytes in [
            TABLE.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", TABLE.as_bytes()].concat(),
            windows_31j(TABLE),
            utf_16(TABLE, u16::to_le_bytes),
            utf_16(tabs, u16::to_le_bytes),
            utf_16(tabs, u16::to_be_bytes),
            windows_31j(tabs),
        ] {
            assert_eq!(records(&decode(&bytes).expect("text")), expected, "{bytes:?}");
        }
    }

    #[test]
    fn windows_31j_has_its_own_dashes_and_extensions() {
        assert_eq!(decode(b"\x81\x60\x81\x7C\x81\x5C").as_deref(), Some("～－―"));
        assert_eq!(decode(b"\xFB\xFC\xED\x95\x87\x40\x87\x8A\x87\x56").as_deref(), Some("髙﨑①㈱Ⅲ"));
        assert_eq!(decode(&windows_31j("項目,ﾎﾟｲﾝﾄ")).as_deref(), Some("項目,ﾎﾟｲﾝﾄ"));
        assert_eq!(decode(b"\xB6\xC5\xB6,1").as_deref(), Some("ｶﾅｶ,1"));
    }

    #[test]
    fn marks_are_removed_wherever_they_stand() {
        assert_eq!(decode("\u{FEFF}柱,\u{FEFF}KPI".as_bytes()).as_deref(), Some("柱,KPI"));
        assert_eq!(decode(b"").as_deref(), Some(""));
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
            b"a\x1Ab",
            "a\u{85}b".as_bytes(),
            &euc,
            &misread,
            &jis,
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
