//! What stands for the bytes of a file: in the memo, and in the name of the style sheet.

use std::fmt::Write;

/// The SHA-256 of some bytes in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hmac_sha256::Hash::hash(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_hash_is_sha_256() {
        assert_eq!(super::hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
