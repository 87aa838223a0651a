//! The open data of a year: which files there are, what their columns mean, how to cite them.

use serde::Serialize;

use super::View;
use crate::drawing::Drawing;
use crate::narrator::Narrator;
use crate::phrase::Phrase;
use crate::route::{self, SitePath};

/// The content of the page of open data.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct DataView {
    csv: FileLink,
    json: FileLink,
    charts: Vec<ChartFile>,
    citation: Phrase,
}

/// A file for download.
#[derive(Debug, Hash, Serialize)]
struct FileLink {
    name: String,
    href: String,
}

/// The file of a chart.
#[derive(Debug, Hash, Serialize)]
struct ChartFile {
    title: String,
    href: String,
}

impl View<'_> {
    /// The open data of the year.
    pub(crate) fn data(&self) -> DataView {
        let (narrator, report) = (self.narrator, self.narrator.report);
        let code = self.site.config.municipality_code.as_deref();
        let chart = |drawing: Drawing<'_>| {
            let title = self.told.drawn(drawing)?.figure.spec.title.clone();
            Some(ChartFile { title, href: self.here.link_to(&drawing.path(narrator)) })
        };
        DataView {
            csv: self.file(&route::progress_csv(code, &report.plan.slug, report.year)),
            json: self.file(&route::progress_json(&report.plan.slug, report.year)),
            charts: Drawing::all(report).filter_map(chart).collect(),
            citation: self.citation(),
        }
    }

    /// The data of the year by name, as it is cited.
    fn cited(&self) -> Phrase {
        let Narrator { report, voice } = self.narrator;
        let publisher = voice.optional(self.site.config.publisher.as_ref());
        let cited = if publisher.is_empty() { "citation" } else { "citation-of" };
        let args = [
            ("plan", voice.wording(&report.plan.title).into()),
            ("year", voice.year(report.year).into()),
            ("publisher", publisher.into()),
        ];
        voice.fill(cited, args)
    }

    /// How to cite the data: with its day of publication and its address, as far as they are known.
    fn citation(&self) -> Phrase {
        let Narrator { report, voice } = self.narrator;
        let published = report
            .edition
            .published
            .map(|date| voice.fill("citation-published", [("date", voice.date(date).into())]));
        let address = self.site.address(&self.here).map(Phrase::plain);
        published.into_iter().chain(address).fold(self.cited(), |citation, detail| {
            voice.fill("citation-with", [("citation", citation.into()), ("detail", detail.into())])
        })
    }

    fn file(&self, path: &SitePath) -> FileLink {
        FileLink { name: path.name().to_owned(), href: self.here.link_to(path) }
    }
}
