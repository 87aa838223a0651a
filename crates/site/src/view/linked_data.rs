//! What a page is about, in the words of schema.org: the way to it, and the data that it offers.

use nendo_model::Date;
use serde_json::{Value, json};

use super::View;
use crate::narrator::Narrator;
use crate::open_data::{Content, DataFile, Folder, MUNICIPALITIES, SCHEMA_VERSION};
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};

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
        let Folder { dataset: data, files } = self.told.data;
        let is_data = |file: &&DataFile| matches!(file.content, Content::Table(_) | Content::Json);
        let files = files.iter().filter(is_data).map(|file| (file.content.media_type(), file.name.clone()));
        let downloads = files.chain([("application/zip", data.archive_name())]).map(|(kind, name)| {
            json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": address(&data.path(&name)) })
        });
        let tags: Vec<&str> = self.site.voices().map(|voice| voice.tag()).collect();
        let mut dataset = json!({
            "@type": "Dataset",
            "name": data.title(voice).text(),
            "description": voice.paragraph([data.description(voice), self.answer()]).text(),
            "url": address(&self.here),
            "inLanguage": tags,
            "isAccessibleForFree": true,
            "version": SCHEMA_VERSION,
            "distribution": downloads.collect::<Vec<Value>>(),
        });
        let id =
            self.site.address(&route::year(&report.plan.slug, report.year)).map(|door| json!(door + "#data"));
        let publisher = voice.optional(config.publisher.as_ref()).text();
        let publisher =
            (!publisher.is_empty()).then(|| json!({ "@type": "Organization", "name": publisher }));
        let place = config.municipality_code.as_deref().map(|code| {
            let code = json!({ "@type": "PropertyValue", "propertyID": MUNICIPALITIES, "value": code });
            json!({ "@type": "AdministrativeArea", "identifier": code })
        });
        let day = |day: Option<Date>| day.map(|day| json!(day.to_string()));
        for (name, value) in [
            // The data is the same whatever the language of the page.
            ("@id", id),
            ("creator", publisher.clone()),
            ("publisher", publisher),
            ("license", config.licence.map(|licence| json!(licence.url()))),
            ("spatialCoverage", place),
            ("temporalCoverage", data.months().map(|months| json!(months.join("/")))),
            ("datePublished", day(data.issued())),
            ("dateModified", day(data.modified())),
        ] {
            if let Some(value) = value {
                dataset[name] = value;
            }
        }
        dataset
    }
}
