//! A KPI as a table lists it → a KPI of the model: its cells read, its grades found on the scale,
//! its direction. Knows no other KPI.

use nendo_model::{Bound, Case, Cell, Direction, Identity, Kpi, Problem, Reading, Scale, YearEntry};

use crate::alias::Item;
use crate::name::Name;
use crate::reading;
use crate::role::Role;
use crate::scale::{self, Evaluation};
use crate::settings::KpiSetting;
use crate::table::{Listed, Written};
use crate::unit::Unit;

/// Makes a KPI of what the table lists and what plan.toml sets for it.
pub(crate) fn kpi(
    listed: &Listed,
    (id, identity): (String, Identity),
    name: Name,
    setting: Option<&KpiSetting>,
    scale: &Scale,
    problems: &mut Vec<Problem>,
) -> Kpi {
    let wide = |wanted| listed.wide.iter().find(|(role, _)| *role == wanted).map(|(_, written)| written);
    let set_unit = setting.and_then(|setting| setting.unit.as_deref());
    let unit = set_unit.or(wide(Role::Unit).map(|unit| unit.text.as_str())).and_then(Unit::read);
    let mut value = |written: &Written| cell(written, unit.as_ref(), problems);
    let baseline = wide(Role::Baseline).map(&mut value);
    let final_target = wide(Role::FinalTarget).map(&mut value);
    let years = listed.years.iter().map(|(year, items)| {
        let entry = YearEntry {
            target: items.get(&Item::Target).map(&mut value),
            actual: items.get(&Item::Actual).map(&mut value),
            evaluation: None,
            reason: items.get(&Item::Reason).map(prose),
            note: items.get(&Item::Note).map(prose),
        };
        (*year, entry)
    });
    let mut kpi = Kpi {
        id,
        identity,
        number: name.number,
        label: Some(name.label).filter(|label| !label.is_empty()),
        direction: Direction::default(),
        chart: setting.map(|setting| setting.chart).unwrap_or_default(),
        baseline,
        final_target,
        section: wide(Role::Section).map(|section| section.text.clone()),
        years: years.collect(),
        origin: listed.name.origin.clone(),
    };
    for (year, items) in &listed.years {
        let grade =
            items.get(&Item::Evaluation).map(|written| (written, scale::evaluation(scale, &written.text)));
        match grade {
            None | Some((_, Evaluation::NotSet)) => {}
            Some((_, Evaluation::Grade(index))) => {
                kpi.years.entry(*year).or_default().evaluation = Some(index);
            }
            Some((Written { text, origin }, Evaluation::Unknown)) => {
                let case = Case::UnknownGrade { value: text.clone(), known: scale::codes(scale) };
                problems.push(Problem { case, origin: origin.clone() });
            }
        }
    }
    kpi.direction = setting.and_then(|setting| setting.direction).unwrap_or_else(|| direction(&kpi));
    kpi
}

/// A cell that says a value, and what is wrong with it.
fn cell(written: &Written, unit: Option<&Unit>, problems: &mut Vec<Problem>) -> Cell {
    let Written { text, origin } = written.clone();
    let read = reading::read(&text);
    let reading = unit.map_or(read.clone(), |unit| unit.give(read));
    let case = match reading {
        Reading::Unread => Some(Case::Unread { value: text.clone() }),
        Reading::Broken => Some(Case::Broken { value: text.clone() }),
        _ => None,
    };
    problems.extend(case.map(|case| Problem { case, origin: origin.clone() }));
    Cell { written: text, reading, origin }
}

/// A cell that says words. Figures in a reason or a note are part of it and no values.
fn prose(written: &Written) -> Cell {
    let Written { text, origin } = written.clone();
    let reading = match reading::read(&text) {
        told @ (Reading::List(_) | Reading::NotSet { .. }) => told,
        _ => Reading::Text,
    };
    Cell { written: text, reading, origin }
}

/// Which way is better, as far as the table says: by the bounds that its targets set, or by a
/// baseline above all targets. A falling series proves nothing.
fn direction(kpi: &Kpi) -> Direction {
    let targets: Vec<_> = kpi
        .years
        .values()
        .filter_map(|entry| entry.target.as_ref())
        .chain(&kpi.final_target)
        .filter_map(Cell::level)
        .collect();
    let any = |bounds: [Bound; 2]| targets.iter().any(|target| bounds.contains(&target.bound));
    match (any([Bound::AtMost, Bound::LessThan]), any([Bound::AtLeast, Bound::MoreThan])) {
        (true, false) => return Direction::Lower,
        (false, true) => return Direction::Higher,
        _ => {}
    }
    let above_all = kpi.baseline.as_ref().and_then(Cell::level).is_some_and(|baseline| {
        let is_above =
            |target: &&nendo_model::Quantity| target.unit == baseline.unit && baseline.value > target.value;
        !targets.is_empty() && targets.iter().all(is_above)
    });
    if above_all { Direction::Lower } else { Direction::Higher }
}
