//! datapackage.json: which files belong together, and what their columns are, as a Data Package (version 2 of the standard).

use serde_json::{Value, json};

use super::column::{Column, Kind, Presence, SCHEMA_VERSION};
use super::dataset::Dataset;
use super::file::{Content, DataFile};
use super::json::pretty;
use super::table::{Subject, Table};
use super::tagged::{Tagged, with};
use crate::config::Licence;

/// What datapackage.json says of files that are made already. A title is a single text to the standard, so that all languages stand
/// beside it. The JSON Schema is not among the files, for readers take a file of such a name for a schema of a table.
pub(super) fn data_package(dataset: &Dataset<'_>, files: &[DataFile]) -> Vec<u8> {
    let (site, config) = (dataset.site, &dataset.site.config);
    let named = |wording| Some(Tagged::phrases(site, |voice| voice.optional(wording)));
    let publisher = named(config.publisher.as_ref()).filter(|name| !name.is_empty());
    let source = named(config.source.as_ref()).filter(|name| !name.is_empty());
    let tags: Vec<&str> = site.voices().map(|voice| voice.tag()).collect();
    let title = Tagged::phrases(site, |voice| dataset.title(voice));
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset.stem(),
        "version": SCHEMA_VERSION,
        "languages": tags,
        "resources": files.iter().filter_map(|file| resource(dataset, file)).collect::<Vec<Value>>(),
    });
    let package = entitled(package, &title);
    let about = Tagged::phrases(site, |voice| dataset.description(voice));
    let package = explained(package, &about);
    pretty(&with(
        package,
        [
            (
                "contributors",
                publisher.map(|name| json!([entitled(json!({ "roles": ["publisher"] }), &name)])),
            ),
            ("sources", source.map(|name| json!([entitled(json!({}), &name)]))),
            ("licenses", config.licence.map(|licence| json!([licensed(licence)]))),
        ],
    ))
}

fn entitled(record: Value, title: &Tagged) -> Value {
    with(record, [("title", Some(json!(title.first()))), ("titles", Some(title.by_language().into()))])
}

fn explained(record: Value, about: &Tagged) -> Value {
    with(
        record,
        [("description", Some(json!(about.first()))), ("descriptions", Some(about.by_language().into()))],
    )
}

fn licensed(licence: Licence) -> Value {
    let id = licence.name().replace(' ', "-");
    json!({ "name": id, "title": licence.name(), "path": licence.url() })
}

/// A file that holds data; others describe it.
fn resource(dataset: &Dataset<'_>, file: &DataFile) -> Option<Value> {
    let (name, format, title) = match file.content {
        Content::Table(subject) => {
            (subject.name(), "csv", Tagged::texts(dataset.site, |voice| subject.title(voice)))
        }
        Content::Json => {
            ("progress-json", "json", Tagged::texts(dataset.site, |voice| voice.word("file-json")))
        }
        _ => return None,
    };
    let record = json!({
        "name": name,
        "path": file.name,
        "format": format,
        "mediatype": file.content.media_type(),
        "encoding": "utf-8",
        "bytes": file.bytes.len(),
    });
    let record = entitled(record, &title);
    let Content::Table(subject) = file.content else { return Some(record) };
    let table = dataset.tables.iter().find(|table| table.subject == subject)?;
    // Readers guess what is not said of a dialect.
    let dialect = json!({
        "header": true,
        "delimiter": ",",
        "lineTerminator": "\r\n",
        "quoteChar": "\"",
        "doubleQuote": true,
        "skipInitialSpace": false,
    });
    let schema = Some(schema(dataset, table));
    Some(with(record, [("type", Some(json!("table"))), ("dialect", Some(dialect)), ("schema", schema)]))
}

fn schema(dataset: &Dataset<'_>, table: &Table) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|column| field(dataset, table, column)).collect();
    let key = table.subject.key();
    let foreign = foreign_key(table.subject).map(|(own, of, theirs)| {
        json!([{ "fields": [own], "reference": { "resource": of.name(), "fields": [theirs] } }])
    });
    with(
        json!({ "fields": fields, "missingValues": [""] }),
        [("primaryKey", (!key.is_empty()).then(|| json!(key))), ("foreignKeys", foreign)],
    )
}

/// A column of a table whose values are those of a column of another. A part of a baseline has no year, so that parts refer to KPIs.
fn foreign_key(subject: Subject) -> Option<(&'static str, Subject, &'static str)> {
    match subject {
        Subject::Progress => Some(("evaluation", Subject::EvaluationCodes, "code")),
        Subject::Breakdown => Some(("kpi_id", Subject::Progress, "kpi_id")),
        Subject::EvaluationCodes | Subject::Updates => None,
    }
}

fn field(dataset: &Dataset<'_>, table: &Table, column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text | Kind::Code | Kind::OneOf(_) => "string",
        Kind::Year | Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Boolean => "boolean",
        Kind::Date => "date",
    };
    let is_required = column.presence == Presence::Always;
    let codes = dataset.allowed(table, column);
    let constraints = (is_required || codes.is_some()).then(|| {
        with(
            json!({}),
            [("required", is_required.then_some(json!(true))), ("enum", codes.map(|codes| json!(codes)))],
        )
    });
    let title = Tagged::texts(dataset.site, |voice| column.title(voice));
    let about = Tagged::texts(dataset.site, |voice| column.about(voice));
    let field = explained(entitled(json!({ "name": column.name, "type": kind }), &title), &about);
    let is_boolean = column.kind == Kind::Boolean;
    with(
        field,
        [
            ("constraints", constraints),
            ("language", column.language.as_ref().map(|tag| json!(tag))),
            ("trueValues", is_boolean.then(|| json!(["true"]))),
            ("falseValues", is_boolean.then(|| json!(["false"]))),
        ],
    )
}
