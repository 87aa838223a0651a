//! Text → bytes in the encoding that a file had: the way back of `decode`. Refuses a letter that the encoding does not
//! have, rather than put another in its place.

use encoding_rs::SHIFT_JIS;
use nendo_model::Encoding;

/// The letters that Windows leaves to whoever draws them (外字), and how many a first byte leads.
const PRIVATE: std::ops::RangeInclusive<u32> = 0xE000..=0xE757;
const LED: u32 = 188;

/// What stands before the text.
pub(crate) fn mark(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Utf8 | Encoding::Windows31J => b"",
        Encoding::Utf8Bom => b"\xEF\xBB\xBF",
        Encoding::Utf16Le => b"\xFF\xFE",
        Encoding::Utf16Be => b"\xFE\xFF",
    }
}

/// Writes a text at the end of `bytes`, or gives the first letter that the encoding cannot hold.
pub(crate) fn encode(text: &str, encoding: Encoding, bytes: &mut Vec<u8>) -> Result<(), char> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => bytes.extend_from_slice(text.as_bytes()),
        Encoding::Utf16Le => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
        Encoding::Utf16Be => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
        Encoding::Windows31J => return text.chars().try_for_each(|letter| windows_31j(letter, bytes)),
    }
    Ok(())
}

/// Some letters would become others that look like them: ¥ a backslash, − a －.
fn windows_31j(letter: char, bytes: &mut Vec<u8>) -> Result<(), char> {
    if letter.is_ascii() {
        bytes.extend(u8::try_from(letter));
        return Ok(());
    }
    if PRIVATE.contains(&u32::from(letter)) {
        let at = u32::from(letter) - PRIVATE.start();
        let (lead, trail) = (0xF0 + at / LED, at % LED);
        // The byte 0x7F is no part of a letter.
        let trail = trail + if trail < 0x3F { 0x40 } else { 0x41 };
        bytes.extend([lead, trail].into_iter().flat_map(u8::try_from));
        return Ok(());
    }
    let mut text = [0; 4];
    let text = letter.encode_utf8(&mut text);
    let (encoded, _, _) = SHIFT_JIS.encode(text);
    let again = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&encoded);
    if again.as_deref() != Some(&*text) {
        return Err(letter);
    }
    bytes.extend_from_slice(&encoded);
    Ok(())
}

#[cfg(test)]
mod tests {
    use nendo_model::Encoding;

    use super::encode;
    use crate::decode::decode;

    fn windows_31j(text: &str) -> Result<Vec<u8>, char> {
        let mut bytes = Vec::new();
        encode(text, Encoding::Windows31J, &mut bytes).map(|()| bytes)
    }

    #[test]
    fn every_letter_of_windows_31j_is_the_same_letter_again() {
        let leads = (0x81..=0x9F).chain(0xE0..=0xFC);
        let pairs =
            leads.flat_map(|lead: u8| (0x40..=0xFC).filter(|at| *at != 0x7F).map(move |at: u8| [lead, at]));
        let (mut letters, mut others) = (0, Vec::new());
        for pair in pairs {
            let (text, _, is_bad) = encoding_rs::SHIFT_JIS.decode(&pair);
            if is_bad {
                continue;
            }
            let bytes = windows_31j(&text).expect("a letter");
            assert_eq!(encoding_rs::SHIFT_JIS.decode(&bytes).0, text);
            letters += 1;
            if bytes != pair {
                others.push(pair);
            }
        }
        assert_eq!(letters, 6879 + 83 + 374 + 388 + 1880, "JIS, NEC, NEC's copy of IBM's, IBM, private");
        // Windows saves these as others, too: signs of row 2 that NEC has again, and NEC's copy of IBM's letters.
        let is_copy = |[lead, at]: &[u8; 2]| {
            matches!((lead, at), (0x87, 0x90..=0x9C) | (0xED..=0xEE, _) | (0xFA, 0x4A..=0x5B))
        };
        assert!(others.iter().all(is_copy), "{others:X?}");
    }

    #[test]
    fn what_the_encoding_lacks_is_refused() {
        for letter in ['—', '〜', '−', '¥', '‾', 'é', '𠮷', '❶', '\u{A0}'] {
            assert_eq!(windows_31j(&format!("あ{letter}")), Err(letter));
        }
        assert_eq!(
            windows_31j("～－―①㈱髙"),
            Ok(b"\x81\x60\x81\x7C\x81\x5C\x87\x40\x87\x8A\xFB\xFC".to_vec())
        );
        assert_eq!(
            decode(&windows_31j("ｱ\u{E000}あ\u{E757}").expect("bytes")).map(|(text, _)| text).as_deref(),
            Some("ｱ\u{E000}あ\u{E757}")
        );
    }
}
