//! Responsible sections (担当課) in cells that are merged over the KPIs of an initiative. Knows no other column.

use std::collections::BTreeSet;

use crate::field::Attribute;
use crate::listed::{Listed, is_same};

/// Gives the section of an initiative to its further KPIs; `first` are those in whose row a level is named.
///
/// Their cells are merged with the one above if their levels' are; where a KPI in the row of its level has none,
/// a blank says so. Nothing else is carried down to another KPI: a blank unit means that there is none as likely.
pub(crate) fn carry(listed: &mut [Listed<'_>], first: &BTreeSet<usize>) {
    if first.iter().any(|at| listed[*at].attribute(Attribute::Section).is_none()) {
        return;
    }
    let mut above = None;
    for at in 0..listed.len() {
        let own = listed[at].attribute(Attribute::Section);
        if own.is_none() {
            let path = &listed[at].path;
            let merged = above.filter(|(_, other): &(_, usize)| is_same(&listed[*other].path, path));
            listed[at].attributes.extend(merged.map(|(section, _)| (Attribute::Section, section)));
        } else {
            above = own.map(|own| (own, at));
        }
    }
}
