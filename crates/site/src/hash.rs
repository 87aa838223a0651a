//! What stands for some bytes to everybody: for what a site is made of in the receipt, for a style sheet in its name, for an edition
//! in a feed.

use std::fmt::Write;

/// The SHA-256 of some bytes in hexadecimal.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    hmac_sha256::Hash::hash(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A name that stands for some texts for good, whatever address they have: a UUID (RFC 9562, version 8) of their hash.
pub(crate) fn urn(texts: &[&str]) -> String {
    let hash = hash(texts.join("\n").as_bytes());
    let [time, low, version, variant, node] =
        [&hash[..8], &hash[8..12], &hash[12..15], &hash[15..18], &hash[18..30]];
    format!("urn:uuid:{time}-{low}-8{version}-8{variant}-{node}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_hash_is_sha_256() {
        assert_eq!(super::hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn a_urn_has_the_shape_of_a_uuid() {
        assert_eq!(super::urn(&[]), "urn:uuid:e3b0c442-98fc-81c1-849a-fbf4c8996fb9");
    }
}
