//! csv-metadata.json: what the columns of each table are, in the words of CSV on the Web (W3C tabular-metadata). Validators find it by its name.

use serde_json::{Value, json};

use super::column::{Column, Kind, Presence, SCHEMA_VERSION};
use super::dataset::Dataset;
use super::json::pretty;
use super::table::Table;
use super::tagged::{Tagged, with};
use crate::config::Licence;

/// What csv-metadata.json says. It has no foreign keys: to CSV on the Web a blank in one is an error, and not every year has a grade.
pub(super) fn csvw(dataset: &Dataset<'_>) -> Vec<u8> {
    let (site, config) = (dataset.site, &dataset.site.config);
    let wording = |wording| Some(Tagged::phrases(site, |voice| voice.optional(wording)));
    let said = |texts: Option<Tagged>| texts.filter(|texts| !texts.is_empty()).map(|texts| texts.values());
    let publisher = said(wording(config.publisher.as_ref()));
    let tags: Vec<&str> = site.voices().map(|voice| voice.tag()).collect();
    let group = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": tags.first() }],
        "@type": "TableGroup",
        "dc:title": Tagged::phrases(site, |voice| dataset.title(voice)).values(),
        "dc:description": Tagged::phrases(site, |voice| dataset.description(voice)).values(),
        "dc:language": tags,
        "schema:schemaVersion": SCHEMA_VERSION,
        "dialect": {
            "encoding": "utf-8",
            "header": true,
            "delimiter": ",",
            "lineTerminators": ["\r\n"],
            "quoteChar": "\"",
            "doubleQuote": true,
        },
        "tables": dataset.tables.iter().map(|table| described(dataset, table)).collect::<Vec<Value>>(),
    });
    pretty(&with(
        group,
        [
            (
                "dc:publisher",
                publisher.map(|name| json!({ "@type": "schema:Organization", "schema:name": name })),
            ),
            ("dc:source", said(wording(config.source.as_ref()))),
            ("dc:license", config.licence.map(Licence::url).map(|url| json!({ "@id": url }))),
            ("dc:issued", dataset.issued().map(|day| dated(&day.to_string()))),
            ("dc:modified", dataset.modified().map(|day| dated(&day.to_string()))),
        ],
    ))
}

fn dated(day: &str) -> Value {
    json!({ "@value": day, "@type": "xsd:date" })
}

fn described(dataset: &Dataset<'_>, table: &Table) -> Value {
    let columns: Vec<Value> = table.columns.iter().map(|column| columned(dataset, table, column)).collect();
    let key = table.subject.key();
    let schema = with(json!({ "columns": columns }), [("primaryKey", (!key.is_empty()).then(|| json!(key)))]);
    json!({
        "url": dataset.table_name(table.subject),
        "dc:title": Tagged::texts(dataset.site, |voice| table.subject.title(voice)).values(),
        "tableSchema": schema,
    })
}

fn columned(dataset: &Dataset<'_>, table: &Table, column: &Column) -> Value {
    // The header is a title too, in whatever language: validators go by titles.
    let mut titles = Tagged::texts(dataset.site, |voice| column.title(voice)).by_language();
    titles.insert("und".to_owned(), json!(column.name));
    let datatype = match dataset.allowed(table, column) {
        Some(codes) => json!({ "base": base(column.kind), "format": alternatives(&codes) }),
        None => json!(base(column.kind)),
    };
    let record = json!({
        "name": column.name,
        "titles": titles,
        "dc:description": Tagged::texts(dataset.site, |voice| column.about(voice)).values(),
        "datatype": datatype,
    });
    let is_required = column.presence == Presence::Always;
    with(
        record,
        [
            ("required", is_required.then_some(json!(true))),
            ("lang", column.language.as_ref().map(|tag| json!(tag))),
        ],
    )
}

/// A fiscal year is no `gYear`, which is of the calendar, and no reader makes a number of.
fn base(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code | Kind::OneOf(_) => "string",
        Kind::Year | Kind::Integer => "integer",
        Kind::Decimal => "decimal",
        Kind::Boolean => "boolean",
        Kind::Date => "date",
    }
}

/// A regular expression that these texts match, and no other.
fn alternatives(texts: &[&str]) -> String {
    texts.iter().map(|text| escaped(text)).collect::<Vec<String>>().join("|")
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, letter| {
        if r"\.[]{}()*+?^$|/".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::alternatives;

    #[test]
    fn grades_are_no_patterns() {
        assert_eq!(alternatives(&["A+", "A", "(B)"]), r"A\+|A|\(B\)");
    }
}
