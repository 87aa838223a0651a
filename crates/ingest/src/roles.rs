//! What all columns of a table are for: what one header leaves open, its cells tell, or the columns beside it. Reports
//! nothing.

use std::cmp::Ordering;

use nendo_model::FiscalYear;

use crate::alias::Meaning;
use crate::field::{Attribute, Item};
use crate::header::Header;
use crate::heading::Heading;
use crate::look::Look;
use crate::record::Record;
use crate::role::{Role, Side, role};
use crate::vocabulary::Vocabulary;
use crate::{dated, stated};

/// What each column is for, as far as its header and its cells tell.
pub(crate) fn of(header: &Header<'_>, body: &[Record<'_>], words: Vocabulary<'_>) -> Vec<Role> {
    let Header { headings, kpi, .. } = header;
    let calendars = || headings.iter().filter_map(Heading::calendar);
    let role = |(at, found): (usize, &Heading)| {
        let is_made = found.meaning == Some(Meaning::Derived);
        let is_civil = || found.calendar().is_some_and(|calendar| dated::is_civil(calendar, calendars()));
        match at.cmp(kpi) {
            Ordering::Equal => Role::Kpi,
            _ if !is_made && is_civil() => Role::Calendar,
            Ordering::Less => settle_cells(role(*found, Side::Left), found, body, at),
            Ordering::Greater => settle_cells(role(*found, Side::Right), found, body, at),
        }
    };
    let mut roles: Vec<Role> = headings.iter().enumerate().map(role).collect();
    for at in 0..*kpi {
        let is_used = || body.is_empty() || body.iter().any(|record| !record.cell(at).is_empty());
        if roles[at] == Role::None
            && !header.cells[at].is_empty()
            && !is_of_values(&headings[at])
            && is_used()
        {
            roles[at] = Role::Level;
        }
    }
    find_item_column(&mut roles, header, body, words);
    roles
}

/// Gives the columns that name no year that of the edition, where it is theirs, and leaves each role to the column
/// that has the best claim to it.
pub(crate) fn settle(roles: &mut [Role], headings: &[Heading], edition: FiscalYear) {
    settle_years(roles, edition);
    settle_claims(roles, headings);
}

/// What a column is for whose header can mean more than one thing, as its cells tell: a grade, a rate
/// or a report; a target or no number; a rate or something else of the name.
fn settle_cells(role: Role, heading: &Heading, body: &[Record<'_>], at: usize) -> Role {
    let cells = || body.iter().map(|record| record.cell(at));
    let look = || Look::of(cells());
    match (heading.meaning, role) {
        (Some(Meaning::Progress), Role::Value { year, .. }) => match look() {
            look if look.is_measured() => Role::Derived,
            look if look.is_prose() => Role::Value { year, item: Some(Item::Note) },
            _ => role,
        },
        (Some(Meaning::Goal), Role::Value { .. }) if !look().is_numbers() => Role::None,
        (Some(Meaning::Derived), _) if !look().is_derived() => Role::None,
        // A word that is not known would be passed over in silence.
        (_, Role::Attribute(Attribute::Counting)) if !cells().all(stated::is_counting) => Role::None,
        (_, Role::Attribute(Attribute::Direction)) if !cells().all(stated::is_direction) => Role::None,
        _ => role,
    }
}

/// Whether a column is of the values, though its cells do not fit its header: it is no level.
fn is_of_values(heading: &Heading) -> bool {
    use Attribute::{Counting, Direction};
    use Meaning::{Derived, Progress};
    matches!(heading.meaning, Some(Progress | Derived | Meaning::Attribute(Counting | Direction)))
}

/// Whether another column that means the same has the better claim, or as good a one.
fn has_weak_claim(heading: &Heading) -> bool {
    heading.is_weak || matches!(heading.meaning, Some(Meaning::Progress | Meaning::Goal))
}

/// Years across need an item from the row. Where no header says 項目, it is the column right of
/// the KPI whose every cell names an item; where there is none, the years say nothing.
fn find_item_column(roles: &mut [Role], header: &Header<'_>, body: &[Record<'_>], words: Vocabulary<'_>) {
    let needs_item = |role: &Role| matches!(role, Role::Value { item: None, .. });
    if roles.contains(&Role::Item) || !roles.iter().any(needs_item) {
        return;
    }
    let names_items = |at: &usize| {
        let mut cells = body.iter().map(|record| record.cell(*at)).filter(|cell| !cell.is_empty());
        cells.clone().next().is_some() && cells.all(|cell| words.item(cell).is_some())
    };
    let blank = |at: &usize| roles[*at] == Role::None && header.cells[*at].is_empty();
    match (header.kpi..roles.len()).filter(blank).find(names_items) {
        Some(at) => roles[at] = Role::Item,
        None => roles.iter_mut().filter(|role| needs_item(role)).for_each(|role| *role = Role::None),
    }
}

/// Takes the role from each column that has a weak claim to it, where another column has the role
/// too: of several reports, none is the note.
fn settle_claims(roles: &mut [Role], headings: &[Heading]) {
    let held = roles.to_vec();
    for at in (0..roles.len()).filter(|at| held[*at].is_had_once() && has_weak_claim(&headings[*at])) {
        let is_shared = held.iter().enumerate().any(|(other, role)| other != at && *role == held[at]);
        if is_shared {
            roles[at] = Role::None;
        }
    }
}

/// A column that names an item and no year, in a table whose rows name none: the grade, the reason
/// and the note are those of the edition's year. So are target and actual where no column names a
/// year; beside columns that do, they could be of any.
///
/// Where the rows name items, a year with an item (2024年度（計画）) is only a year.
fn settle_years(roles: &mut [Role], edition: FiscalYear) {
    if roles.contains(&Role::Item) {
        for role in roles.iter_mut() {
            if let Role::Value { year: Some(_), item: item @ Some(Item::Target | Item::Actual) } = role {
                *item = None;
            }
        }
    }
    if roles.contains(&Role::Year) {
        return;
    }
    let dated = roles.iter().any(|role| matches!(role, Role::Value { year: Some(_), .. }));
    for role in roles {
        *role = match *role {
            Role::Value { year: None, item: Some(Item::Target | Item::Actual) } if dated => Role::None,
            Role::Value { year: None, item } => Role::Value { year: Some(edition), item },
            other => other,
        };
    }
}
