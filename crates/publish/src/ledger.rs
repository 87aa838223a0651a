//! What nendo keeps on a host, to know its own files from those of others: `_nendo/manifest.json`, what was published, and
//! `_nendo/journal.json`, what a publish that has begun and not ended would put there. Both are JSON, and say their form first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::site::Sum;

/// The folder that they are kept in. It begins with no dot: many FTP servers do not list what does.
pub(crate) const FOLDER: &str = "_nendo";
pub(crate) const MANIFEST: &str = "_nendo/manifest.json";
pub(crate) const JOURNAL: &str = "_nendo/journal.json";

/// The form of both.
const FORM: u32 = 1;

/// What was published, and as what it was seen on the host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    pub(crate) files: BTreeMap<String, Published>,
}

/// A file that was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Published {
    #[serde(flatten)]
    pub(crate) sum: Sum,
    /// Its mark on the host; none where a later write might have left that as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mark: Option<String>,
}

/// What publishes that did not end would have put on the host; a file once for each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Journal {
    pub(crate) files: BTreeMap<String, Vec<Sum>>,
}

/// A ledger that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// It is damaged, or somebody else's.
    Damaged,
    /// A newer nendo made it.
    Newer,
}

#[derive(Serialize, Deserialize)]
struct Paper<T> {
    form: u32,
    nendo: String,
    /// When it was written, in seconds since 1970.
    at: u64,
    files: Vec<Line<T>>,
}

#[derive(Serialize, Deserialize)]
struct Line<T> {
    path: String,
    #[serde(flatten)]
    about: T,
}

#[derive(Deserialize)]
struct Form {
    form: u32,
}

impl Manifest {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Unusable> {
        Ok(Self { files: lines(bytes)?.collect() })
    }

    pub(crate) fn write(&self, nendo: &str, at: u64) -> Vec<u8> {
        paper(nendo, at, self.files.iter())
    }
}

impl Journal {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Unusable> {
        let mut journal = Self::default();
        for (path, sum) in lines(bytes)? {
            journal.note(path, sum);
        }
        Ok(journal)
    }

    pub(crate) fn write(&self, nendo: &str, at: u64) -> Vec<u8> {
        let files = self.files.iter().flat_map(|(path, sums)| sums.iter().map(move |sum| (path, sum)));
        paper(nendo, at, files)
    }

    /// One more file.
    pub(crate) fn note(&mut self, path: String, sum: Sum) {
        let sums = self.files.entry(path).or_default();
        if !sums.contains(&sum) {
            sums.push(sum);
        }
    }
}

fn lines<T: for<'d> Deserialize<'d>>(bytes: &[u8]) -> Result<impl Iterator<Item = (String, T)>, Unusable> {
    let Form { form } = serde_json::from_slice(bytes).map_err(|_| Unusable::Damaged)?;
    if form > FORM {
        return Err(Unusable::Newer);
    }
    let paper: Paper<T> = serde_json::from_slice(bytes).map_err(|_| Unusable::Damaged)?;
    Ok(paper.files.into_iter().filter(|line| is_sound(&line.path)).map(|line| (line.path, line.about)))
}

fn paper<'a, T: Serialize + 'a>(
    nendo: &str,
    at: u64,
    files: impl Iterator<Item = (&'a String, &'a T)>,
) -> Vec<u8> {
    let files = files.map(|(path, about)| Line { path: path.clone(), about }).collect();
    let paper = Paper { form: FORM, nendo: nendo.to_owned(), at, files };
    let mut bytes = serde_json::to_vec_pretty(&paper).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Whether a path stays below the root, whoever wrote it there.
fn is_sound(path: &str) -> bool {
    !path.contains(['\\', ':', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::{Journal, Manifest, Published, Unusable};
    use crate::site::Sum;

    #[test]
    fn what_is_kept_reads_back_as_written() {
        let published = |text: &str, mark: Option<&str>| Published {
            sum: Sum::of(text.as_bytes()),
            mark: mark.map(str::to_owned),
        };
        let files = [("a/b.html", published("x", Some("7"))), ("c.css", published("y", None))];
        let manifest = Manifest { files: files.map(|(path, file)| (path.to_owned(), file)).into() };
        assert_eq!(Manifest::parse(&manifest.write("0.1.0", 5)), Ok(manifest));
        let mut journal = Journal::default();
        for text in ["x", "y", "x"] {
            journal.note("a/b.html".to_owned(), Sum::of(text.as_bytes()));
        }
        assert_eq!(journal.files["a/b.html"].len(), 2);
        assert_eq!(Journal::parse(&journal.write("0.1.0", 5)), Ok(journal));
    }

    #[test]
    fn a_ledger_never_names_a_file_outside() {
        for path in ["../x", "/x", "a/../../x", "C:/x", "a\\\\..\\\\x", ""] {
            let text = format!(
                r#"{{"form": 1, "nendo": "", "at": 0, "files": [{{"path": "{path}", "bytes": 0, "sha256": ""}}]}}"#
            );
            assert_eq!(Manifest::parse(text.as_bytes()).map(|read| read.files.len()), Ok(0), "{path}");
        }
    }

    #[test]
    fn a_damaged_ledger_and_a_newer_one_are_told_apart() {
        assert_eq!(Manifest::parse(b"{\"form\": 1, \"fil"), Err(Unusable::Damaged));
        assert_eq!(Manifest::parse(b"[]"), Err(Unusable::Damaged));
        assert_eq!(Manifest::parse(b"{\"form\": 2, \"pages\": 7}"), Err(Unusable::Newer));
    }
}
