//! The rows of published data → the KPIs that they list. Each row says all of itself.

use std::rc::Rc;

use nendo_model::{Case, Checked, FiscalYear, Problem};
use rustc_hash::FxHashMap;

use super::names::{ATTRIBUTES, ITEMS, Names};
use crate::attested::Attested;
use crate::columns::Columns;
use crate::field::{Attribute, Item};
use crate::listed::{Listed, Named};
use crate::record::{Record, Written};
use crate::spelling;

/// Reads the rows: a KPI for each id, in the order in which they first come.
pub(super) fn read<'t>(
    body: &[Record<'t>],
    names: &Names,
    columns: &Columns<'t>,
) -> Checked<Vec<Listed<'t>>> {
    let mut reader = Reader {
        names,
        columns,
        keys: FxHashMap::default(),
        index: FxHashMap::default(),
        listed: Vec::new(),
        problems: Vec::new(),
    };
    for record in body {
        reader.row(*record);
    }
    Checked { value: reader.listed, problems: reader.problems }
}

struct Reader<'a, 't> {
    names: &'a Names,
    columns: &'a Columns<'t>,
    /// What each name is compared as.
    keys: FxHashMap<&'t str, Rc<str>>,
    /// Where each KPI is listed, by id.
    index: FxHashMap<&'t str, usize>,
    listed: Vec<Listed<'t>>,
    problems: Vec<Problem>,
}

impl<'t> Reader<'_, 't> {
    fn row(&mut self, record: Record<'t>) {
        let year = FiscalYear::read(&spelling::folded(record.cell(self.names.year)));
        let path: Vec<Named<'t>> = self
            .names
            .levels
            .iter()
            .filter_map(|at| record.filled(*at))
            .map(|level| self.named(level))
            .collect();
        let (Some(id), Some(year), false) = (record.filled(self.names.id), year, path.is_empty()) else {
            let origin = self.columns.header.row(record);
            self.problems.push(Problem { case: Case::StrayRow { value: record.text() }, origin });
            return;
        };
        let at = *self.index.entry(id.text).or_insert(self.listed.len());
        if at == self.listed.len() {
            let name = self.named(record.written(self.names.kpi));
            let attributes = Vec::new();
            let attested = Some(FxHashMap::default());
            self.listed.push(Listed {
                path: path.into(),
                name,
                attributes,
                values: Vec::new(),
                rows: Vec::new(),
                attested,
            });
            self.attributes(record, at);
        } else {
            self.compare(record, &path, at);
        }
        self.listed[at].rows.push(record.row);
        self.values(record, year, at);
    }

    fn named(&mut self, written: Written<'t>) -> Named<'t> {
        let key = self.keys.entry(written.text).or_insert_with(|| written.key());
        Named { written, key: key.clone() }
    }

    /// What the first row of a KPI says of it once.
    fn attributes(&mut self, record: Record<'t>, at: usize) {
        for attribute in ATTRIBUTES {
            let Some(column) = self.names.attribute(attribute) else { continue };
            let written = record.written(column);
            let beside = match attribute {
                Attribute::Baseline => self.beside(record, "baseline"),
                Attribute::FinalTarget => self.beside(record, "final_target"),
                _ => None,
            };
            let is_said = !written.text.is_empty() || beside.is_some_and(|beside| !beside.value.is_empty());
            if is_said {
                let listed = &mut self.listed[at];
                listed.attributes.push((attribute, written));
                listed.attested.get_or_insert_default().extend(beside.map(|beside| (written.place, beside)));
            }
        }
    }

    /// Reports what a further row of a KPI says otherwise of it than the first.
    fn compare(&mut self, record: Record<'t>, path: &[Named<'t>], at: usize) {
        let listed = &self.listed[at];
        let mut pairs: Vec<(Option<Written<'t>>, Option<Written<'t>>)> =
            vec![(Some(record.written(self.names.kpi)), Some(listed.name.written))];
        for level in 0..path.len().max(listed.path.len()) {
            let written = |path: &[Named<'t>]| path.get(level).map(|name| name.written);
            pairs.push((written(path), written(&listed.path)));
        }
        for attribute in ATTRIBUTES {
            let own = self.names.attribute(attribute).map(|column| record.written(column));
            pairs.push((own, listed.attribute(attribute)));
        }
        for (own, first) in pairs {
            let text = |written: Option<Written<'t>>| written.map_or("", |written| written.text);
            if text(own) == text(first) {
                continue;
            }
            let place = own.map_or(record.place(self.names.id), |own| own.place);
            let other = first.map_or(listed.name.written.place, |first| first.place).to_string();
            let case = Case::SameValue { value: text(own).to_owned(), other };
            self.problems.push(Problem { case, origin: self.columns.header.cell(place) });
        }
    }

    fn values(&mut self, record: Record<'t>, year: FiscalYear, at: usize) {
        for item in ITEMS {
            let Some(column) = self.names.item(item) else { continue };
            let written = record.written(column);
            let values = &mut self.listed[at].values;
            match values.binary_search_by_key(&(year, item), |(year, item, _)| (*year, *item)) {
                Err(next) => values.insert(next, (year, item, written)),
                Ok(first) if values[first].2.text == written.text => continue,
                Ok(first) => {
                    let (value, other) = (written.text.to_owned(), values[first].2.place.to_string());
                    let origin = self.columns.header.cell(written.place);
                    self.problems.push(Problem { case: Case::SameValue { value, other }, origin });
                    continue;
                }
            }
            let beside = match item {
                Item::Target => self.beside(record, "target"),
                Item::Actual => self.beside(record, "actual"),
                Item::Evaluation | Item::Reason | Item::Note => None,
            };
            let attested = self.listed[at].attested.get_or_insert_default();
            attested.extend(beside.map(|beside| (written.place, beside)));
        }
    }

    /// What the columns beside the text of a value say of it.
    fn beside(&self, record: Record<'t>, name: &str) -> Option<Attested<'t>> {
        let cell = |end: &str| self.names.at(&format!("{name}_{end}")).map(|at| record.cell(at));
        let value = cell("value")?;
        let is_of_year = matches!(name, "target" | "actual");
        let said = self.names.at("cumulative").map(|at| record.cell(at)).filter(|_| is_of_year);
        let cumulative = said.filter(|said| !said.is_empty()).map(|said| said.eq_ignore_ascii_case("true"));
        Some(Attested { value, unit: cell("unit").unwrap_or_default(), status: cell("status"), cumulative })
    }
}
