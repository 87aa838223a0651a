//! The files of a site, in memory. It knows neither what made them nor the disk.

use std::collections::BTreeMap;

use crate::route::SitePath;

/// Files of a site by path, and what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outputs {
    /// The bytes of each file.
    pub files: BTreeMap<SitePath, Vec<u8>>,
    /// How many of them are pages.
    pub pages: usize,
    /// How many charts stand on those pages.
    pub charts: usize,
}

impl Outputs {
    /// Takes in a file.
    pub(crate) fn add(&mut self, path: SitePath, bytes: Vec<u8>) {
        if path.is_page() {
            self.pages += 1;
            self.charts += count(&bytes, b"<svg class=\"chart");
        }
        self.files.insert(path, bytes);
    }
}

fn count(bytes: &[u8], pattern: &[u8]) -> usize {
    bytes.windows(pattern.len()).filter(|window| *window == pattern).count()
}
