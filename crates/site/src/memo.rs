//! What the last build made, and of what: `.nendo/built`. It holds nothing of the clock, and nothing of where the output stands.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::key::Key;
use crate::route::SitePath;

/// What a build made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memo {
    /// Its files.
    pub(crate) files: BTreeMap<SitePath, Made>,
    /// What it was made of, by name: `theme`, `plan/dx`.
    pub(crate) parts: BTreeMap<String, Key>,
}

/// A file that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    /// The key of its bytes.
    pub(crate) bytes: Key,
    /// How many bytes it has.
    pub(crate) length: u64,
    /// The key of what it shows, where that is known: it need not be made again while that stays the same.
    pub(crate) shows: Option<Key>,
}

/// A file of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltFile {
    /// Where it stands.
    pub path: SitePath,
    /// How many bytes it has.
    pub length: u64,
    /// What stands for them.
    pub key: Key,
}

const FILE: &str = "file";
const PART: &str = "part";
const END: &str = "end";
/// Stands for a key that is not known.
const NONE: &str = "-";

impl Memo {
    /// Reads a memo; a line that is none is passed over, so that a damaged memo forgets rather
    /// than removes.
    pub(crate) fn parse(text: &str) -> Self {
        let mut memo = Self::default();
        let mut files = None;
        for line in text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')) {
            match line.split_once(' ') {
                Some((FILE, rest)) => memo.files.extend(file(rest)),
                Some((PART, rest)) => memo.parts.extend(part(rest)),
                Some((END, rest)) => files = rest.parse().ok(),
                _ => {}
            }
        }
        // Of a part whose files are not all known, nothing can be taken over.
        if files != Some(memo.files.len()) {
            memo.parts.clear();
        }
        memo
    }

    /// The files, in the order of their paths.
    pub(crate) fn built(&self) -> Vec<BuiltFile> {
        let file = |(path, made): (&SitePath, &Made)| {
            let Made { bytes: key, length, shows: _ } = *made;
            BuiltFile { path: path.clone(), length, key }
        };
        self.files.iter().map(file).collect()
    }

    /// The files of a plan.
    pub(crate) fn under(&self, slug: &str) -> impl Iterator<Item = (&SitePath, &Made)> + Clone {
        let folder = format!("{slug}/");
        let files = self.files.range(SitePath::new(folder.clone())..);
        files.take_while(move |(path, _)| path.as_str().starts_with(&folder))
    }

    /// The files above all plans.
    pub(crate) fn front(&self) -> impl Iterator<Item = (&SitePath, &Made)> + Clone {
        let is_front = |path: &SitePath| !path.as_str().contains('/') || path.as_str().starts_with("assets/");
        self.files.iter().filter(move |(path, _)| is_front(path))
    }

    /// Writes it down.
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        for (name, key) in &self.parts {
            writeln!(out, "{PART} {key} {name}")?;
        }
        self.write_files(out)?;
        writeln!(out, "{END} {}", self.files.len())
    }

    /// Writes down this build and the next one at once: the files of both, and nothing that would let a file be taken as made of
    /// something without a look at it.
    pub(crate) fn write_both(&self, next: &Self, out: &mut impl Write) -> io::Result<()> {
        self.write_files(out)?;
        next.write_files(out)
    }

    fn write_files(&self, out: &mut impl Write) -> io::Result<()> {
        self.files.iter().try_for_each(|(path, Made { bytes, length, shows })| match shows {
            Some(shows) => writeln!(out, "{FILE} {bytes}:{length} {shows} {}", path.as_str()),
            None => writeln!(out, "{FILE} {bytes}:{length} {NONE} {}", path.as_str()),
        })
    }
}

fn file(line: &str) -> Option<(SitePath, Made)> {
    let (bytes, rest) = line.split_once(' ')?;
    let (shows, path) = rest.split_once(' ')?;
    let shows = if shows == NONE { None } else { Some(Key::parse(shows)?) };
    let path = SitePath::read(path)?;
    // Earlier builds noted no length. Such a file is known, and made again, as it has another.
    let (bytes, length) = bytes.split_once(':').unwrap_or((bytes, "0"));
    let (bytes, length) = (Key::parse(bytes)?, length.parse().ok()?);
    Some((path, Made { bytes, length, shows }))
}

fn part(line: &str) -> Option<(String, Key)> {
    let (key, name) = line.split_once(' ')?;
    Some((name.to_owned(), Key::parse(key)?))
}

#[cfg(test)]
mod tests {
    use super::{Made, Memo};
    use crate::key::Key;
    use crate::route::SitePath;

    #[test]
    fn a_memo_reads_back_as_written() {
        let made = |bytes: &str, shows: Option<&str>| Made {
            bytes: Key::of(bytes),
            length: 7,
            shows: shows.map(Key::of),
        };
        let files = [("a/b.html", made("x", Some("z"))), ("c d.css", made("y", None))];
        let memo = Memo {
            files: files.map(|(path, made)| (SitePath::new(path), made)).into(),
            parts: [("plan/dx".to_owned(), Key::of("dx"))].into(),
        };
        let mut text = Vec::new();
        memo.write(&mut text).expect("memory takes all");
        let text = String::from_utf8(text).expect("UTF-8");
        assert_eq!(Memo::parse(&text), memo);
        let (torn, _) = text.rsplit_once("\nend ").expect("its end");
        let torn = Memo::parse(torn);
        assert_eq!(
            (torn.files.len(), torn.parts.len()),
            (1, 0),
            "a line that was not written to its end is none"
        );
    }

    #[test]
    fn a_file_of_an_earlier_memo_is_known_and_not_sound() {
        let memo = Memo::parse(&format!("file {} - a\nend 1\n", Key::of("x")));
        assert_eq!(memo.files.values().map(|made| made.length).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn a_damaged_memo_never_names_a_file_outside() {
        let key = Key::of("");
        for path in ["../x", "/x", "a/../../x", "C:/x", "a\\..\\x", ".nendo/built", ""] {
            assert!(Memo::parse(&format!("file {key}:1 - {path}\n")).files.is_empty(), "{path}");
        }
        for bytes in [format!("{key}:"), format!("{key}:-1"), format!(":{key}"), "1:1".to_owned()] {
            assert!(Memo::parse(&format!("file {bytes} - a\n")).files.is_empty(), "{bytes}");
        }
        assert_eq!(Memo::parse("nonsense\n\u{0}\nfile\npart x\n"), Memo::default());
    }
}
