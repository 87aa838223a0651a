//! What a page is about, in the words of schema.org: the way to it, and the data that it offers.

use serde_json::{Value, json};

use super::{Link, View};
use crate::narrator::Narrator;
use crate::route::{self, Page, SitePath};

/// The ministry's list of the codes of municipalities.
const CODES: &str = "https://www.soumu.go.jp/denshijiti/code.html";

impl View<'_> {
    /// The way to this page where its address is known, and on the page of open data the data.
    pub(super) fn linked_data(&self, crumbs: &[Link]) -> Vec<Value> {
        let dataset = (self.page == Page::Data).then(|| self.dataset());
        self.way(crumbs).into_iter().chain(dataset).collect()
    }

    fn way(&self, crumbs: &[Link]) -> Option<Value> {
        let step = |(link, position): (&Link, usize)| {
            let address = self.site.address(&self.here.resolve(&link.href)?)?;
            Some(json!({
                "@type": "ListItem", "position": position, "name": link.label.text(), "item": address,
            }))
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
        let description =
            [voice.word("data-lead"), self.answer().text()].join(&voice.word("sentence-separator"));
        let mut dataset = json!({
            "@type": "Dataset",
            "name": self.cited().text(),
            "description": description,
            "url": address(&self.here),
            "inLanguage": tags,
            "isAccessibleForFree": true,
            "distribution": [
                download("text/csv", &route::progress_csv(code, plan, year)),
                download("application/json", &route::progress_json(plan, year)),
            ],
        });
        let publisher = voice.optional(config.publisher.as_ref()).text();
        let publisher =
            (!publisher.is_empty()).then(|| json!({ "@type": "Organization", "name": publisher }));
        let place = code.map(|code| {
            let code = json!({ "@type": "PropertyValue", "propertyID": CODES, "value": code });
            json!({ "@type": "AdministrativeArea", "identifier": code })
        });
        let day = report.edition.published.map(|date| json!(date.to_string()));
        for (name, value) in [
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
