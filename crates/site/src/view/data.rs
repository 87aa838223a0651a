//! The open data of a year: which files there are, what their columns mean, how to cite them, and where the data of all years is.

use nendo_model::Decimal;
use serde::Serialize;

use super::View;
use super::part::Link;
use crate::drawing::Drawing;
use crate::narrator::Narrator;
use crate::open_data::{Content, DataFile, Folder, JSON, Names, READING, Subject, Table, explained};
use crate::phrase::Phrase;
use crate::route::{Page, SitePath};
use crate::voice::Voice;

/// The content of the page of open data.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct DataView {
    /// All files in one.
    archive: FileView,
    tables: Vec<TableView>,
    /// Data and definitions for programs.
    programs: Vec<FileView>,
    /// A description in each language.
    readmes: Vec<FileView>,
    /// The page from which each KPI is found.
    kpis: Link,
    /// The same for all years.
    all_years: Vec<Link>,
    /// How the data is to be read, a sentence or two each.
    reading: Vec<String>,
    /// What became of the data on which day.
    history: Vec<Update>,
    charts: Vec<Link>,
    citation: Phrase,
}

/// A file for download.
#[derive(Debug, Hash, Serialize)]
struct FileView {
    link: Link,
    name: String,
    about: String,
}

/// A table for download, with its columns.
#[derive(Debug, Hash, Serialize)]
struct TableView {
    id: String,
    file: FileView,
    caption: String,
    columns: Vec<ColumnView>,
}

/// Columns of one meaning.
#[derive(Debug, Hash, Serialize)]
struct ColumnView {
    names: Vec<String>,
    title: String,
    about: String,
}

/// A line of the update history.
#[derive(Debug, Hash, Serialize)]
struct Update {
    date: String,
    said: Phrase,
}

impl View<'_> {
    /// The open data of the year.
    pub(crate) fn data(&self) -> DataView {
        let (Narrator { report, voice }, dataset) = (self.narrator, &self.told.data.dataset);
        let chart = |drawing: Drawing<'_>| {
            let title = self.told.drawn(drawing)?.figure.spec.title.clone();
            Some(Link::new(Phrase::plain(title), self.here.link_to(&drawing.path(self.narrator))))
        };
        let files = |is_wanted: fn(&Content) -> bool| {
            self.told.data.files.iter().filter(move |file| is_wanted(&file.content))
        };
        let is_for_programs = |content: &Content| !matches!(content, Content::Table(_) | Content::Readme(_));
        let archive = dataset.path(&dataset.archive_name());
        DataView {
            archive: FileView {
                link: Link::new(kind(voice, &voice.word("data-zip"), "ZIP"), self.here.link_to(&archive)),
                name: archive.name().to_owned(),
                about: voice.word("data-zip-lead"),
            },
            tables: self.tables(),
            programs: files(is_for_programs).map(|file| self.file(file, voice)).collect(),
            readmes: self.site.voices().filter_map(|voice| self.readme(voice)).collect(),
            kpis: Link::new(voice.fill("nav-kpis", []), self.link(&Page::Kpis)),
            all_years: all_years(Names { year: None, ..dataset.names() }, voice)
                .map(|(label, path)| Link::new(label, self.here.link_to(&path)))
                .collect(),
            reading: READING.map(|word| voice.word(word)).to_vec(),
            history: dataset.history(voice).into_iter().map(|(date, said)| Update { date, said }).collect(),
            charts: Drawing::all(report).filter_map(chart).collect(),
            citation: dataset.citation(voice),
        }
    }

    fn tables(&self) -> Vec<TableView> {
        let Folder { dataset, .. } = self.told.data;
        let voice = self.narrator.voice;
        let table = |table: &Table| {
            let content = Content::Table(table.subject);
            let columns = explained(&table.columns, voice).into_iter();
            Some(TableView {
                id: table.subject.name().to_owned(),
                file: self.file(self.told.data.file(&content)?, voice),
                caption: voice.line("data-columns", [("table", &content.title(voice))]),
                columns: columns
                    .map(|column| ColumnView {
                        names: column.names,
                        title: column.title,
                        about: column.about,
                    })
                    .collect(),
            })
        };
        dataset.tables.iter().filter_map(table).collect()
    }

    /// The readme in a language; one in another bears its tag, as all that is in another language does.
    fn readme(&self, voice: Voice<'_>) -> Option<FileView> {
        let (own, content) = (self.narrator.voice, Content::Readme(voice.tag().to_owned()));
        let file = self.told.data.file(&content)?;
        if voice.tag() == own.tag() {
            return Some(self.file(file, own));
        }
        let title = format!("{} {}", content.title(own), voice.tag().to_uppercase());
        let mut readme = self.file_called(file, own, &title);
        voice.tag().clone_into(&mut readme.link.lang);
        Some(readme)
    }

    /// A file in the words of a language, with its kind and size.
    fn file(&self, file: &DataFile, voice: Voice<'_>) -> FileView {
        self.file_called(file, voice, &file.content.title(voice))
    }

    fn file_called(&self, file: &DataFile, voice: Voice<'_>, title: &str) -> FileView {
        let Folder { dataset, .. } = self.told.data;
        let args = [
            ("name", title.into()),
            ("kind", file.content.kind().into()),
            ("size", size(voice, file.bytes.len()).into()),
        ];
        let path = self.told.data.path(file);
        FileView {
            link: Link::new(voice.fill("file-link-with-size", args), self.here.link_to(&path)),
            name: file.name.clone(),
            about: file.content.about(dataset, voice),
        }
    }
}

/// What of the data of all years people are led to, and where it stands.
pub(super) fn all_years(names: Names<'_>, voice: Voice<'_>) -> impl Iterator<Item = (Phrase, SitePath)> {
    let data = |of: &str| kind(voice, &voice.word("data-of-all-years"), of);
    let files = [
        (data("ZIP"), names.archive()),
        (data("CSV"), names.table(Subject::Progress)),
        (data("JSON"), JSON.to_owned()),
        (kind(voice, &voice.word("readme-of-all-years"), "TXT"), Names::readme(voice.tag())),
    ];
    files.map(|(label, name)| (label, names.path(&name))).into_iter()
}

/// A file by its name and kind.
fn kind(voice: Voice<'_>, name: &str, kind: &str) -> Phrase {
    voice.fill("file-link", [("name", name.into()), ("kind", kind.into())])
}

/// How large a file is, as the language writes it: whole kilobytes, tenths of megabytes, both rounded up.
fn size(voice: Voice<'_>, bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1 << 10);
    if kilobytes < 1 << 10 {
        return voice.line("size-kilobytes", [("number", &voice.count(kilobytes))]);
    }
    let tenths = (bytes * 10).div_ceil(1 << 20);
    let number = Decimal::parse(&format!("{}.{}", tenths / 10, tenths % 10));
    let number = number.map(|number| voice.number(number)).unwrap_or_default();
    voice.line("size-megabytes", [("number", &number)])
}
