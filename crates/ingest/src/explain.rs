//! How a table was understood: what each column is for, and what each cell was read as. For whoever
//! wonders why a page says what it says; nothing here decides anything.

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Cell, Edition, FiscalYear, GradeIndex, Kpi, Place, Plan, YearEntry};

use crate::explanation::{CellExplained, ColumnExplained, Explanation, KpiExplained, Meaning, Purpose};
use crate::field::{Attribute, Item};
use crate::folder::PlanFolder;
use crate::listed::Listed;
use crate::record::Record;
use crate::role::Role;
use crate::table::{self, Table};
use crate::vocabulary::Vocabulary;
use crate::{desk, file, footnote};

/// How each table of a plan was understood, oldest edition first. A table that could not be read is
/// left out: its problems say why.
#[must_use]
pub fn explain(content: &Path, folder: &PlanFolder, plan: &Plan, language: Option<&str>) -> Vec<Explanation> {
    let settings = desk::settings(content, &folder.settings()).value.unwrap_or_default();
    let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start).speaking(language);
    let explained = plan.editions.iter().filter_map(|edition| {
        let grid = file::grid(content, &edition.file).ok()?;
        let table = table::read(&grid, &edition.file, words, edition.year).value?;
        let records = grid.records();
        Some(explanation(&table, table.columns.header.rows_below(&records), edition, plan))
    });
    explained.collect()
}

fn explanation(table: &Table<'_>, rows: &[Record<'_>], edition: &Edition, plan: &Plan) -> Explanation {
    let columns = &table.columns;
    let kpis: BTreeMap<Place, &Kpi> = edition.kpis().map(|kpi| (kpi.place, kpi)).collect();
    let mut used = BTreeMap::new();
    let mut named = Vec::new();
    for listed in &table.listed {
        let Some(kpi) = kpis.get(&listed.name.written.place) else { continue };
        let written = listed.path.iter().chain([&listed.name]).map(|name| name.written.text.to_owned());
        named.push(KpiExplained {
            id: kpi.id.clone(),
            names: written.collect(),
            unit: kpi.series().map(|series| series.unit().to_owned()),
            direction: kpi.direction,
        });
        // A section that is carried down stays that of the KPI beside which it stands.
        for (place, cell) in cells(listed, kpi, plan) {
            used.entry(place).or_insert(cell);
        }
    }
    let purposes: Vec<(Purpose, Option<FiscalYear>)> = purposes(&columns.roles);
    let cells = rows.iter().flat_map(|record| {
        let mut cells = row(*record, &purposes, &mut used);
        // A note about the table stands in some column, and is none of its cells.
        if footnote::is_footnote(*record, columns.header.kpi) {
            for cell in &mut cells {
                cell.meaning = Meaning::Unused;
            }
        }
        cells
    });
    let cells = cells.collect();
    let columns = columns.header.cells.iter().zip(&purposes);
    let columns = columns.map(|(header, (purpose, year))| ColumnExplained {
        header: header.clone(),
        purpose: *purpose,
        year: *year,
    });
    Explanation {
        file: edition.file.clone(),
        saved: table.saved,
        header_row: table.columns.header.record.row,
        columns: columns.collect(),
        kpis: named,
        cells,
    }
}

/// The cells of a KPI's values, by place.
fn cells<'a>(
    listed: &'a Listed<'_>,
    kpi: &'a Kpi,
    plan: &'a Plan,
) -> impl Iterator<Item = (Place, CellExplained)> + 'a {
    let about = |place: Place, written: &str, purpose, year, meaning| {
        let (written, kpi) = (written.to_owned(), Some(kpi.id.clone()));
        (place, CellExplained { place, written, kpi, purpose, year, meaning })
    };
    let reading =
        |cell: Option<&Cell>| cell.map_or(Meaning::Unused, |cell| Meaning::Reading(cell.reading.clone()));
    let values = listed.values.iter().map(move |(year, item, written)| {
        let entry = kpi.entry(*year);
        let cell = |of: fn(&YearEntry) -> Option<&Cell>| reading(entry.and_then(of));
        let meaning = match item {
            Item::Target => cell(|entry| entry.target.as_ref()),
            Item::Actual => cell(|entry| entry.actual.as_ref()),
            Item::Reason => cell(|entry| entry.reason.as_ref()),
            Item::Note => cell(|entry| entry.note.as_ref()),
            Item::Evaluation => Meaning::Grade(kpi.evaluation(*year).and_then(|grade| code(plan, grade))),
        };
        about(written.place, written.text, Purpose::Item(*item), Some(*year), meaning)
    });
    let attributes = listed.attributes.iter().map(move |(attribute, written)| {
        let meaning = match attribute {
            Attribute::Baseline => reading(kpi.baseline.as_ref()),
            Attribute::FinalTarget => reading(kpi.final_target.as_ref()),
            _ => Meaning::Plain,
        };
        about(written.place, written.text, Purpose::Attribute(*attribute), None, meaning)
    });
    values.chain(attributes)
}

fn code(plan: &Plan, grade: GradeIndex) -> Option<String> {
    plan.scale.grade(grade).map(|grade| grade.code.clone())
}

/// The filled cells of a row: what is known of their use, else what their columns are for.
fn row(
    record: Record<'_>,
    purposes: &[(Purpose, Option<FiscalYear>)],
    used: &mut BTreeMap<Place, CellExplained>,
) -> Vec<CellExplained> {
    let filled = record.cells().enumerate().filter(|(_, written)| !written.is_empty());
    let explained = filled.map(|(column, written)| {
        let place = record.place(column);
        used.remove(&place).unwrap_or_else(|| {
            let (purpose, year) = purposes.get(column).copied().unwrap_or((Purpose::Unknown, None));
            let meaning = match purpose {
                Purpose::Attribute(Attribute::Baseline | Attribute::FinalTarget) => Meaning::Unused,
                Purpose::Attribute(_)
                | Purpose::Level(_)
                | Purpose::Kpi
                | Purpose::RowItem
                | Purpose::RowYear => Meaning::Plain,
                _ => Meaning::Unused,
            };
            CellExplained { place, written: written.to_owned(), kpi: None, purpose, year, meaning }
        })
    });
    explained.collect()
}

/// What each column is for; the levels are counted.
fn purposes(roles: &[Role]) -> Vec<(Purpose, Option<FiscalYear>)> {
    let mut level = 0;
    let counted = roles.iter().map(|role| match purpose(*role) {
        (Purpose::Level(_), year) => {
            level += 1;
            (Purpose::Level(level), year)
        }
        other => other,
    });
    counted.collect()
}

fn purpose(role: Role) -> (Purpose, Option<FiscalYear>) {
    let plain = |purpose| (purpose, None);
    match role {
        Role::Level => plain(Purpose::Level(1)),
        Role::Kpi => plain(Purpose::Kpi),
        Role::Item => plain(Purpose::RowItem),
        Role::Year => plain(Purpose::RowYear),
        Role::Value { year, item } => (item.map_or(Purpose::Values, Purpose::Item), year),
        Role::Attribute(attribute) => plain(Purpose::Attribute(attribute)),
        Role::Derived => plain(Purpose::Derived),
        Role::Calendar => plain(Purpose::CalendarYear),
        Role::Ignored => plain(Purpose::Ignored),
        Role::Attested => plain(Purpose::Attested),
        Role::None => plain(Purpose::Unknown),
    }
}
