//! What a page is about, in the words of schema.org: the way to it, and the data that it offers.

use serde_json::{Value, json};

use super::View;
use crate::narrator::Narrator;
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};

/// The ministry's list of the codes of municipalities.
const CODES: &str = "https://www.soumu.go.jp/denshijiti/code.html";

impl View<'_> {
    /// The way to this page where its address is known, and on the page of open data the data.
    pub(super) fn linked_data(&self, crumbs: &[(Phrase, SitePath)]) -> Vec<Value> {
        let dataset = (self.page == Page::Data).then(|| self.dataset());
        self.way(crumbs).into_iter().chain(dataset).collect()
    }

    fn way(&self, crumbs: &[(Phrase, SitePath)]) -> Option<Value> {
        let step = |((name, path), position): (&(Phrase, SitePath), usize)| {
            let address = self.site.address(path)?;
            Some(json!({ "@type": "ListItem", "position": position, "name": name.text(), "item": address }))
        };
        let steps: Option<Vec<Value>> = crumbs.iter().zip(1..).map(step).collect();
        steps.map(|steps| json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
    }

    /// Without the address of the site the files are named from this page, as its links name them.
    fn dataset(&self) -> Value {
        let (Narrator { report, voice }, config) = (self.narrator, &self.site.config);
        let address = |path: &SitePath| self.site.address(path).unwrap_or_else(|| self.here.link_to(path));
        let download = |kind: &str, path: &SitePath| json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": address(path) });
        let (plan, year) = (&report.plan.slug, report.year);
        let code = config.municipality_code.as_deref();
        let tags: Vec<&str> = self.site.voices().map(|voice| voice.tag()).collect();
        let mut dataset = json!({
            "@type": "Dataset",
            "name": self.year_of_plan().text(),
            "description": self.dataset_description().text(),
            "url": address(&self.here),
            "inLanguage": tags,
            "isAccessibleForFree": true,
            "distribution": [
                download("text/csv", &route::progress_csv(code, plan, year)),
                download("application/json", &route::progress_json(plan, year)),
            ],
        });
        let id = self.site.address(&route::year(plan, year)).map(|door| json!(door + "#data"));
        let publisher = voice.optional(config.publisher.as_ref()).text();
        let publisher =
            (!publisher.is_empty()).then(|| json!({ "@type": "Organization", "name": publisher }));
        let place = code.map(|code| {
            let code = json!({ "@type": "PropertyValue", "propertyID": CODES, "value": code });
            json!({ "@type": "AdministrativeArea", "identifier": code })
        });
        let day = report.edition.published.map(|date| json!(date.to_string()));
        for (name, value) in [
            // The data is the same whatever the language of the page.
            ("@id", id),
            ("creator", publisher.clone()),
            ("publisher", publisher),
            ("license", config.licence.map(|licence| json!(licence.url()))),
            ("spatialCoverage", place),
            ("temporalCoverage", self.months().map(Value::from)),
            ("datePublished", day.clone()),
            ("dateModified", day),
        ] {
            if let Some(value) = value {
                dataset[name] = value;
            }
        }
        dataset
    }

    /// What the data is, who published it, and what it says.
    fn dataset_description(&self) -> Phrase {
        let voice = self.narrator.voice;
        let data = voice.fill("dataset", [("name", self.year_of_plan().into())]);
        let publisher = voice.optional(self.site.config.publisher.as_ref());
        let issued = if publisher.is_empty() {
            publisher
        } else {
            voice.fill("dataset-publisher", [("publisher", publisher.into())])
        };
        voice.paragraph([data, issued, self.answer()])
    }

    /// The first and the last month of all years that the data is about: `2021-04/2026-03`.
    fn months(&self) -> Option<String> {
        let report = self.narrator.report;
        let (first, last) = (report.years.first()?.number(), report.years.last()?.number());
        Some(match report.plan.fiscal_year_start {
            start @ 2.. => format!("{first}-{start:02}/{}-{:02}", last + 1, start - 1),
            _ => format!("{first}-01/{last}-12"),
        })
    }
}
