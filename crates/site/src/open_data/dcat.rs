//! dcat.jsonld: what the whole is, for catalogues of data: DCAT 3 as JSON-LD, with what DCAT-AP asks for. It says by itself what its words
//! mean, so that nobody needs the network to read it.

use nendo_model::Date;
use serde_json::{Map, Value, json};

use super::dataset::{Dataset, MUNICIPALITIES};
use super::file::{Content, DataFile};
use super::json::pretty;
use super::tagged::{Tagged, with};
use crate::config::Licence;
use crate::route::{self, Page, SitePath};

/// The name of the file in its folder.
pub(super) const NAME: &str = "dcat.jsonld";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";
/// What the data is about, as the catalogues of Europe have it: there is no such list of Japan's.
const THEME: &str = "http://publications.europa.eu/resource/authority/data-theme/GOVE";

/// Names that stand for others, and for a type of value.
const TERMS: [(&str, &str, Option<&str>); 14] = [
    ("identifier", "dct:identifier", None),
    ("inScheme", "skos:inScheme", Some("@id")),
    ("accessURL", "dcat:accessURL", Some("@id")),
    ("downloadURL", "dcat:downloadURL", Some("@id")),
    ("distribution", "dcat:distribution", None),
    ("license", "dct:license", None),
    ("mediaType", "dcat:mediaType", None),
    ("packageFormat", "dcat:packageFormat", None),
    ("conformsTo", "dct:conformsTo", None),
    ("byteSize", "dcat:byteSize", Some("xsd:nonNegativeInteger")),
    ("issued", "dct:issued", Some("xsd:date")),
    ("modified", "dct:modified", Some("xsd:date")),
    ("startDate", "dcat:startDate", Some("xsd:date")),
    ("endDate", "dcat:endDate", Some("xsd:date")),
];
/// Names of texts, each of which has one for each language.
const TEXTS: [(&str, &str); 5] = [
    ("title", "dct:title"),
    ("description", "dct:description"),
    ("keyword", "dcat:keyword"),
    ("name", "foaf:name"),
    ("prefLabel", "skos:prefLabel"),
];
const VOCABULARIES: [(&str, &str); 5] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What dcat.jsonld says of files that are made already.
pub(super) fn dcat(dataset: &Dataset<'_>, files: &[DataFile]) -> Vec<u8> {
    let (site, config) = (dataset.site, &dataset.site.config);
    let catalogue = Catalogue { dataset, here: dataset.path(NAME) };
    let publisher = Tagged::phrases(site, |voice| voice.optional(config.publisher.as_ref()));
    let mut distributions: Vec<Value> =
        files.iter().filter_map(|file| catalogue.distribution(file, files)).collect();
    distributions.push(catalogue.archive());
    let record = json!({
        "@context": context(),
        "@id": catalogue.id(),
        "@type": "dcat:Dataset",
        "identifier": dataset.stem(),
        "title": Tagged::phrases(site, |voice| dataset.title(voice)).by_language(),
        "description": Tagged::phrases(site, |voice| dataset.description(voice)).by_language(),
        "keyword": Tagged::phrases(site, |voice| voice.wording(&dataset.plan.title)).by_language(),
        "dcat:theme": { "@id": THEME, "@type": "skos:Concept", "prefLabel": { "en": "Government and public sector" } },
        "distribution": distributions,
    });
    let languages: Vec<Value> = site.voices().filter_map(|voice| language(voice.tag())).collect();
    let place = config
        .municipality_code
        .as_ref()
        .map(|code| json!({ "@type": "dct:Location", "identifier": code, "inScheme": MUNICIPALITIES }));
    pretty(&with(
        record,
        [
            (
                "dct:publisher",
                (!publisher.is_empty())
                    .then(|| json!({ "@type": "foaf:Agent", "name": publisher.by_language() })),
            ),
            ("dct:language", (!languages.is_empty()).then(|| languages.into())),
            ("dct:spatial", place),
            ("dct:temporal", period(dataset)),
            (
                "dcat:landingPage",
                catalogue.page().map(|page| json!({ "@id": page, "@type": "foaf:Document" })),
            ),
            ("license", licence(dataset)),
            ("issued", dataset.issued().map(|day| json!(day.to_string()))),
            ("modified", dataset.modified().map(|day| json!(day.to_string()))),
        ],
    ))
}

fn context() -> Map<String, Value> {
    let vocabularies = VOCABULARIES.iter().map(|(name, place)| ((*name).to_owned(), json!(place)));
    let texts = TEXTS
        .iter()
        .map(|(name, term)| ((*name).to_owned(), json!({ "@id": term, "@container": "@language" })));
    let terms = TERMS.iter().map(|(name, term, kind)| {
        let term = kind.map_or_else(|| json!(term), |kind| json!({ "@id": term, "@type": kind }));
        ((*name).to_owned(), term)
    });
    vocabularies.chain(texts).chain(terms).collect()
}

/// The Library of Congress has an address for each language that has two letters.
fn language(tag: &str) -> Option<Value> {
    let main = tag.split('-').next().filter(|main| main.len() == 2)?;
    let address = format!("http://id.loc.gov/vocabulary/iso639-1/{}", main.to_ascii_lowercase());
    Some(json!({ "@id": address, "@type": "dct:LinguisticSystem" }))
}

/// The first and the last day of all fiscal years.
fn period(dataset: &Dataset<'_>) -> Option<Value> {
    let [first, last] = dataset.months()?;
    let end = (28..=31).rev().find_map(|day| Date::read(&format!("{last}-{day}")))?;
    Some(
        json!({ "@type": "dct:PeriodOfTime", "startDate": format!("{first}-01"), "endDate": end.to_string() }),
    )
}

fn licence(dataset: &Dataset<'_>) -> Option<Value> {
    let url = dataset.site.config.licence.map(Licence::url)?;
    Some(json!({ "@id": url, "@type": "dct:LicenseDocument" }))
}

fn media_type(name: &str) -> Value {
    json!({ "@id": format!("{MEDIA_TYPES}{name}"), "@type": "dct:MediaType" })
}

/// A dataset with the file that tells of it.
struct Catalogue<'a> {
    dataset: &'a Dataset<'a>,
    here: SitePath,
}

impl Catalogue<'_> {
    /// Without the address of the site, files are named from this one.
    fn address(&self, path: &SitePath) -> String {
        self.dataset.site.address(path).unwrap_or_else(|| self.here.link_to(path))
    }

    /// That which pages call the data, too.
    fn id(&self) -> String {
        let slug = &self.dataset.plan.slug;
        let door = self.dataset.year().map_or_else(|| route::plan(slug), |year| route::year(slug, year));
        self.address(&door) + "#data"
    }

    /// The page that offers the data, in the language of the tables; that of the latest year for all years.
    fn page(&self) -> Option<String> {
        let latest = || self.dataset.editions.last().map(|edition| edition.year);
        let year = self.dataset.year().or_else(latest)?;
        let voice = self.dataset.site.voices().next()?;
        Some(self.address(&route::page(&self.dataset.plan.slug, year, voice.tag(), &Page::Data)))
    }

    /// A file that holds data, and by which of these files it goes.
    fn distribution(&self, file: &DataFile, files: &[DataFile]) -> Option<Value> {
        let (title, rules) = match file.content {
            Content::Table(subject) => {
                (Tagged::texts(self.dataset.site, |voice| subject.title(voice)), Content::Csvw)
            }
            Content::Json => {
                (Tagged::texts(self.dataset.site, |voice| voice.word("file-json")), Content::JsonSchema)
            }
            _ => return None,
        };
        let rules = files.iter().find(|file| file.content == rules);
        let rules = rules.map(|rules| self.address(&self.dataset.path(&rules.name)));
        let kind = Some(media_type(file.content.media_type()));
        Some(with(
            self.download(&file.name, &title),
            [
                ("mediaType", kind),
                ("byteSize", Some(json!(file.bytes.len().to_string()))),
                ("conformsTo", rules.map(|rules| json!({ "@id": rules, "@type": "dct:Standard" }))),
            ],
        ))
    }

    /// All files in one. This one is among them, so that the size cannot be told.
    fn archive(&self) -> Value {
        let title = Tagged::texts(self.dataset.site, |voice| voice.word("file-archive"));
        let kind = Some(media_type("application/zip"));
        with(self.download(&self.dataset.archive_name(), &title), [("packageFormat", kind)])
    }

    fn download(&self, name: &str, title: &Tagged) -> Value {
        let address = self.address(&self.dataset.path(name));
        let record = json!({
            "@id": format!("#{name}"),
            "@type": "dcat:Distribution",
            "title": title.by_language(),
            "accessURL": self.page().unwrap_or_else(|| address.clone()),
            "downloadURL": address,
        });
        with(record, [("license", licence(self.dataset))])
    }
}
