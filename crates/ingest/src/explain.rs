//! How a table was understood: what each column is for, and what each cell was read as. For whoever
//! wonders why a page says what it says; nothing here decides anything.

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Cell, Edition, FiscalYear, GradeIndex, Kpi, Place, Plan, YearEntry};

use crate::alias::Item;
use crate::explanation::{CellExplained, ColumnExplained, Explanation, KpiExplained, Meaning, Purpose};
use crate::heading::Vocabulary;
use crate::record::{Grid, Record};
use crate::role::Role;
use crate::table::{self, Listed};
use crate::{PlanFolder, file, plan};

/// How each table of a plan was understood, oldest edition first. A table that could not be read is
/// left out: its problems say why.
#[must_use]
pub fn explain(content: &Path, folder: &PlanFolder, plan: &Plan) -> Vec<Explanation> {
    let settings = plan::settings(content, folder).value.unwrap_or_default();
    let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start);
    let explained = plan.editions.iter().map(|edition| {
        let grid = file::grid(content, &edition.file).ok()??;
        explanation(&grid, edition, plan, words)
    });
    explained.flatten().collect()
}

fn explanation(grid: &Grid, edition: &Edition, plan: &Plan, words: Vocabulary<'_>) -> Option<Explanation> {
    let records = grid.records();
    let table = table::read(&records, &edition.file, words, edition.year).value?;
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
            unit: nendo_model::measured_unit(kpi).map(str::to_owned),
            direction: kpi.direction,
        });
        // A section that is carried down stays that of the KPI beside which it stands.
        for (place, cell) in cells(listed, kpi, plan) {
            used.entry(place).or_insert(cell);
        }
    }
    let purposes: Vec<(Purpose, Option<FiscalYear>)> = purposes(&columns.roles);
    let body = records.get(columns.header.body..).unwrap_or_default();
    let cells = body.iter().flat_map(|record| row(*record, &purposes, &mut used)).collect();
    let columns = columns.header.cells.iter().zip(&purposes);
    let columns = columns.map(|(header, (purpose, year))| ColumnExplained {
        header: header.clone(),
        purpose: *purpose,
        year: *year,
    });
    Some(Explanation {
        file: edition.file.clone(),
        saved: grid.saved,
        header_row: table.columns.header.row,
        columns: columns.collect(),
        kpis: named,
        cells,
    })
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
        about(written.place, written.text, of_item(*item), Some(*year), meaning)
    });
    let wide = listed.wide.iter().map(move |(role, written)| {
        let purpose = purpose(*role).0;
        let meaning = match purpose {
            Purpose::Baseline => reading(kpi.baseline.as_ref()),
            Purpose::FinalTarget => reading(kpi.final_target.as_ref()),
            _ => Meaning::Plain,
        };
        about(written.place, written.text, purpose, None, meaning)
    });
    values.chain(wide)
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
        let place = Place::new(record.row, column);
        used.remove(&place).unwrap_or_else(|| {
            let (purpose, year) = purposes.get(column).copied().unwrap_or((Purpose::Unknown, None));
            let names = matches!(purpose, Purpose::Level(_) | Purpose::Kpi | Purpose::Item | Purpose::Year);
            let repeats = matches!(
                purpose,
                Purpose::KpiId
                    | Purpose::KpiNumber
                    | Purpose::Unit
                    | Purpose::Section
                    | Purpose::Counting
                    | Purpose::Direction
            );
            let meaning = if names || repeats { Meaning::Plain } else { Meaning::Unused };
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
        Role::KpiId => plain(Purpose::KpiId),
        Role::Item => plain(Purpose::Item),
        Role::Year => plain(Purpose::Year),
        Role::Value { year, item } => (item.map_or(Purpose::Values, of_item), year),
        Role::Baseline => plain(Purpose::Baseline),
        Role::FinalTarget => plain(Purpose::FinalTarget),
        Role::Unit => plain(Purpose::Unit),
        Role::Section => plain(Purpose::Section),
        Role::KpiNumber => plain(Purpose::KpiNumber),
        Role::Counting => plain(Purpose::Counting),
        Role::Direction => plain(Purpose::Direction),
        Role::Derived => plain(Purpose::Derived),
        Role::Calendar => plain(Purpose::CalendarYear),
        Role::Ignored => plain(Purpose::Ignored),
        Role::None => plain(Purpose::Unknown),
    }
}

fn of_item(item: Item) -> Purpose {
    match item {
        Item::Target => Purpose::Target,
        Item::Actual => Purpose::Actual,
        Item::Evaluation => Purpose::Evaluation,
        Item::Reason => Purpose::Reason,
        Item::Note => Purpose::Note,
    }
}
