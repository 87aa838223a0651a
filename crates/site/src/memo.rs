//! What the last build made: a path and a hash for each file, in `.nendo/built`. It holds nothing
//! of the clock, the machine or where the output stands.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::route::SitePath;

/// The paths of a build with the SHA-256 of their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memo(pub(crate) BTreeMap<SitePath, String>);

impl Memo {
    /// Reads a memo; a line that is none is passed over, so that a damaged memo forgets rather
    /// than removes.
    pub(crate) fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let (hash, path) = line.split_once("  ")?;
            let sound = hash.len() == 64
                && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
                && !path.is_empty()
                && !path.contains(['\\', ':'])
                && path
                    .split('/')
                    .all(|part| !matches!(part, "" | "." | "..") && !part.starts_with(".nendo"));
            sound.then(|| (SitePath::new(path), hash.to_owned()))
        };
        Self(text.lines().filter_map(line).collect())
    }

    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (path, hash) in &self.0 {
            let _ = writeln!(text, "{hash}  {}", path.as_str());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;
    use crate::hash::hash;
    use crate::route::SitePath;

    #[test]
    fn a_memo_reads_back_as_written() {
        let memo = Memo(
            [("a/b.html", "x"), ("c.css", "y")].map(|(p, c)| (SitePath::new(p), hash(c.as_bytes()))).into(),
        );
        assert_eq!(Memo::parse(&memo.text()), memo);
    }

    #[test]
    fn a_damaged_memo_never_names_a_file_outside() {
        let hash = hash(b"");
        for path in ["../x", "/x", "a/../../x", "C:/x", "a\\..\\x", ".nendo/built", ""] {
            assert!(Memo::parse(&format!("{hash}  {path}\n")).0.is_empty(), "{path}");
        }
        assert!(Memo::parse("nonsense\n\u{0}\n").0.is_empty());
    }
}
