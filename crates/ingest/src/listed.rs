//! A KPI as a table lists it: the cells that name it, and those that say something of it. Reads no value
//! and gives no id.

use std::rc::Rc;

use nendo_model::{FiscalYear, Place};
use rustc_hash::FxHashMap;

use crate::attested::Attested;
use crate::field::{Attribute, Item};
use crate::record::Written;
use crate::spelling;

/// A cell that names something.
#[derive(Clone, Debug)]
pub(crate) struct Named<'t> {
    pub(crate) written: Written<'t>,
    /// Its text as names are compared. A table keeps each once.
    pub(crate) key: Rc<str>,
}

/// A KPI with its cells.
#[derive(Clone, Debug)]
pub(crate) struct Listed<'t> {
    /// The levels it stands under, outermost first; at least one.
    pub(crate) path: Rc<[Named<'t>]>,
    /// Its name; blank or a dash where it has none.
    pub(crate) name: Named<'t>,
    /// What is said of it once.
    pub(crate) attributes: Vec<(Attribute, Written<'t>)>,
    /// What is said of each year, in the order of years and items.
    pub(crate) values: Vec<(FiscalYear, Item, Written<'t>)>,
    /// The rows that speak of it.
    pub(crate) rows: Vec<u32>,
    /// In published data, what stands beside each text of a value.
    pub(crate) attested: Option<FxHashMap<Place, Attested<'t>>>,
}

impl<'t> Listed<'t> {
    /// What is said of it once.
    pub(crate) fn attribute(&self, wanted: Attribute) -> Option<Written<'t>> {
        self.attributes.iter().find(|(attribute, _)| *attribute == wanted).map(|(_, written)| *written)
    }

    /// Whether it stands in published data, where each column says one thing.
    pub(crate) fn is_published(&self) -> bool {
        self.attested.is_some()
    }

    /// In published data, what stands beside the text of a value.
    pub(crate) fn attested(&self, place: Place) -> Option<Attested<'t>> {
        self.attested.as_ref()?.get(&place).copied()
    }
}

impl Written<'_> {
    /// The text as names are compared; that of a dash is empty.
    pub(crate) fn key(self) -> Rc<str> {
        if nendo_model::is_placeholder(self.text) {
            Rc::default()
        } else {
            spelling::folded(self.text).into()
        }
    }
}

/// Whether two paths are the same. A table keeps each key once.
pub(crate) fn is_same(one: &[Named<'_>], other: &[Named<'_>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Rc::ptr_eq(&one.key, &other.key))
}
