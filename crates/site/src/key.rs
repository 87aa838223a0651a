//! What stands for a value: equal values have equal keys, and others have others. By keys a build knows what it need not make
//! again. A key is of the machine that made it, and of no use to others: for that there is [`mod@crate::hash`].

use std::fmt;
use std::hash::Hash;

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// What stands for a value: 128 bits of XXH3, enough that two values of a site never share one by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u128);

impl Key {
    /// The key of a value, by all that it hashes.
    #[must_use]
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut state = Xxh3::new();
        value.hash(&mut state);
        Self(state.digest128())
    }

    /// The key of some bytes: their XXH3, without a seed, which is the same on every machine.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// A key as it was written; none where the text is no key.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let sound = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u128::from_str_radix(text, 16).ok().filter(|_| sound).map(Self)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_reads_back_as_written() {
        let key = Key::of(&("目標", 79));
        assert_eq!(Key::parse(&key.to_string()), Some(key));
        assert_ne!(Key::of(&("目標", 80)), key);
        for text in ["", "0", "+123456789012345678901234567890a", "g2345678901234567890123456789012"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }
}
