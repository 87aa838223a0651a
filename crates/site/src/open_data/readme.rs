//! The readme of a data folder: all that its descriptions for machines say, in words, as a text that opens anywhere. Each
//! paragraph is one line, which the window of the reader wraps.

use super::column::SCHEMA_VERSION;
use super::dataset::Dataset;
use super::explained::{Explained, explained};
use super::file::Content;
use crate::phrase::Phrase;
use crate::voice::Voice;

/// What the ways of writing are, on the page and in the readme: names of words.
pub(crate) const READING: [&str; 9] = [
    "data-encoding",
    "data-guessing",
    "data-as-reported",
    "data-blank",
    "data-percent",
    "data-text",
    "data-plain",
    "data-guard",
    "data-grades",
];

/// The readme of a dataset in a language, as UTF-8 with BOM and CRLF; `files` are the files of its folder.
pub(super) fn readme(dataset: &Dataset<'_>, files: &[(&str, &Content)], voice: Voice<'_>) -> Vec<u8> {
    let writer = Writer { dataset, voice };
    let title = voice.fill("readme-title", [("name", dataset.title(voice).into())]).text();
    let mut lines = vec![title, String::new(), dataset.description(voice).text()];
    let sections = [
        ("readme-files", writer.files(files)),
        ("data-reading", READING.map(|word| writer.item(&voice.word(word))).to_vec()),
        ("readme-columns", writer.columns()),
        ("data-terms", writer.terms()),
        ("data-history", writer.history()),
        ("readme-version-heading", vec![voice.line("readme-version", [("version", SCHEMA_VERSION)])]),
    ];
    for ((heading, section), number) in sections.into_iter().zip(1..) {
        let heading = voice.word(heading);
        let args = [("number", number.to_string()), ("heading", heading)];
        let heading =
            voice.line("readme-heading", args.each_ref().map(|(name, text)| (*name, text.as_str())));
        lines.extend([String::new(), heading]);
        lines.extend(section);
    }
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
    ["\u{feff}", &text].concat().into_bytes()
}

struct Writer<'a> {
    dataset: &'a Dataset<'a>,
    voice: Voice<'a>,
}

impl Writer<'_> {
    fn item(&self, text: &str) -> String {
        self.voice.line("readme-item", [("text", text)])
    }

    fn named(&self, name: &str, about: &str) -> String {
        self.voice.line("readme-named", [("name", name), ("about", about)])
    }

    fn explained(&self, name: &str, title: &str, about: &str) -> String {
        self.item(&self.voice.line("readme-explained", [("name", name), ("title", title), ("about", about)]))
    }

    /// Each file; those that stand for many, and the archive, which no list of files holds, behind them.
    fn files(&self, files: &[(&str, &Content)]) -> Vec<String> {
        let Self { dataset, voice } = *self;
        let named = files.iter().map(|(name, content)| {
            let title = match content {
                Content::Readme(tag) => content.title_in(voice, tag),
                _ => content.title(voice),
            };
            self.explained(name, &title, &content.about(dataset, voice))
        });
        let one = |name: &str, title: &str, about: &str| {
            self.explained(name, &voice.word(title), &voice.word(about))
        };
        let archive = dataset.archive_name();
        let others = if dataset.year().is_some() {
            let charts = format!("*.{}.svg", voice.tag());
            vec![
                one("{kpi_id}.csv", "file-kpi", "what-kpi"),
                one(&charts, "file-charts", "what-charts"),
                one(&archive, "file-zip", "what-zip-with-charts"),
            ]
        } else {
            vec![one(&archive, "file-zip", "what-zip")]
        };
        named.chain(others).collect()
    }

    /// The columns of each table. What was explained before is not explained again.
    fn columns(&self) -> Vec<String> {
        let Self { dataset, voice } = *self;
        let mut lines = Vec::new();
        let mut known: Vec<(Explained, String)> = Vec::new();
        for table in &dataset.tables {
            let title = Content::Table(table.subject).title(voice);
            lines.extend([String::new(), self.named(&dataset.table_name(table.subject), &title)]);
            for column in explained(&table.columns, voice) {
                let names = column.names.join(", ");
                let like = known.iter().find(|(other, _)| other.about == column.about);
                let about = match like {
                    None => column.about.clone(),
                    Some((other, table)) if other.names == column.names => {
                        voice.line("readme-like", [("other", table)])
                    }
                    Some((other, _)) => voice.line("readme-like", [("other", &other.names.join(", "))]),
                };
                lines.push(self.explained(&names, &column.title, &about));
                if like.is_none() {
                    known.push((column, title.clone()));
                }
            }
        }
        lines
    }

    fn terms(&self) -> Vec<String> {
        let Self { dataset, voice } = *self;
        let config = &dataset.site.config;
        let publisher = voice.optional(config.publisher.as_ref()).text();
        let source = voice.optional(config.source.as_ref()).text();
        let licence = config.licence.map(|licence| format!("{} {}", licence.name(), licence.url()));
        let after =
            |word: &str, text: &str| voice.paragraph([voice.fill(word, []), Phrase::plain(text)]).text();
        let said =
            [
                (!publisher.is_empty()).then(|| self.named(&voice.word("published-by"), &publisher)),
                (!source.is_empty()).then(|| after("data-source", &source)),
                Some(licence.map_or_else(
                    || voice.word("data-unlicensed"),
                    |licence| after("data-licensed", &licence),
                )),
                Some(after("data-cite", &dataset.citation(voice).text())),
            ];
        said.into_iter().flatten().map(|line| self.item(&line)).collect()
    }

    fn history(&self) -> Vec<String> {
        let history = self.dataset.history(self.voice);
        if history.is_empty() {
            return vec![self.voice.word("data-no-history")];
        }
        history.iter().map(|(date, said)| self.item(&self.named(date, &said.text()))).collect()
    }
}
