//! Bytes → text: what comes out holds nothing that is unseen, and stays itself when read again.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(text) = nendo_ingest::fuzz::decode(bytes) else { return };
    for letter in text.chars() {
        assert!(!letter.is_control() || letter.is_whitespace(), "{letter:?} in {text:?}");
        assert_ne!(letter, '\u{FEFF}', "{text:?}");
    }
    assert_eq!(nendo_ingest::fuzz::decode(text.as_bytes()).as_deref(), Some(&*text));
});
