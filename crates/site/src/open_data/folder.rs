//! A data folder: all files of a dataset, in the order in which one tells of another.

use nendo_model::Kpi;

use super::archive::archive;
use super::csvw::csvw;
use super::data_package::data_package;
use super::dataset::{Dataset, Scope};
use super::dcat;
use super::file::{Content, DataFile};
use super::names::{JSON, Names};
use super::readme::readme;
use super::table::Subject;
use crate::route::SitePath;
use crate::voice::Voice;

/// A data folder: what it is about, its files, and the rows of each KPI by themselves.
pub(crate) struct Folder<'a> {
    pub(crate) dataset: Dataset<'a>,
    pub(crate) files: Vec<DataFile>,
}

impl<'a> Folder<'a> {
    /// Makes every file of a dataset but charts and the archive.
    pub(crate) fn of(dataset: Dataset<'a>) -> Self {
        let mut files: Vec<DataFile> = dataset
            .tables
            .iter()
            .map(|table| DataFile {
                name: dataset.table_name(table.subject),
                content: Content::Table(table.subject),
                bytes: table.csv(),
            })
            .collect();
        let mut put = |name: &str, content: Content, bytes: &dyn Fn(&[DataFile]) -> Vec<u8>| {
            let bytes = bytes(&files);
            files.push(DataFile { name: name.to_owned(), content, bytes });
        };
        put(JSON, Content::Json, &|_| dataset.json());
        put("progress.schema.json", Content::JsonSchema, &|_| dataset.json_schema());
        put("csv-metadata.json", Content::Csvw, &|_| csvw(&dataset));
        // Both tell the sizes of the files before them.
        put("datapackage.json", Content::DataPackage, &|files| data_package(&dataset, files));
        put(dcat::NAME, Content::Dcat, &|files| dcat::dcat(&dataset, files));
        let readmes = readmes(&dataset, &files);
        files.extend(readmes);
        Self { dataset, files }
    }

    /// Every file of the folder, each with its path: also the rows of each KPI by themselves.
    pub(crate) fn written(&self) -> Vec<(SitePath, Vec<u8>)> {
        let files = self.files.iter().map(|file| (self.path(file), file.bytes.clone()));
        files.chain(self.excerpts()).collect()
    }

    /// All files and these charts in one. The rows of each KPI are in it once.
    pub(crate) fn archived(&self, charts: &[(SitePath, Vec<u8>)]) -> (SitePath, Vec<u8>) {
        let files = self.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
        let charts = charts.iter().map(|(path, svg)| (path.name(), svg.as_slice()));
        (self.dataset.path(&self.dataset.archive_name()), archive(files.chain(charts)))
    }

    fn excerpts(&self) -> impl Iterator<Item = (SitePath, Vec<u8>)> {
        let kpis = match self.dataset.scope {
            Scope::Year(report) => report.edition.kpis().collect(),
            Scope::AllYears(_) => Vec::new(),
        };
        let progress = self.dataset.tables.iter().find(|table| table.subject == Subject::Progress);
        let rows = move |kpi: &Kpi| progress.map(|table| table.excerpt("kpi_id", &kpi.id));
        kpis.into_iter().filter_map(move |kpi| Some((self.dataset.excerpt(kpi), rows(kpi)?)))
    }

    /// The file of this content.
    pub(crate) fn file(&self, content: &Content) -> Option<&DataFile> {
        self.files.iter().find(|file| file.content == *content)
    }

    /// Where a file of the folder stands.
    pub(crate) fn path(&self, file: &DataFile) -> SitePath {
        self.dataset.path(&file.name)
    }
}

/// The readme in each language. Each names the others, too.
fn readmes(dataset: &Dataset<'_>, files: &[DataFile]) -> Vec<DataFile> {
    let voices = || dataset.site.voices();
    let content = |voice: Voice<'_>| Content::Readme(voice.tag().to_owned());
    let names: Vec<(String, Content)> =
        voices().map(|voice| (Names::readme(voice.tag()), content(voice))).collect();
    let all: Vec<(&str, &Content)> = files
        .iter()
        .map(|file| (file.name.as_str(), &file.content))
        .chain(names.iter().map(|(name, content)| (name.as_str(), content)))
        .collect();
    let bytes: Vec<Vec<u8>> = voices().map(|voice| readme(dataset, &all, voice)).collect();
    let written = names.into_iter().zip(bytes);
    written.map(|((name, content), bytes)| DataFile { name, content, bytes }).collect()
}
