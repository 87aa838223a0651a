//! Report → open data: the same cells that the pages show, as tables, JSON, and descriptions of both. What columns and names mean is a
//! contract with those who reuse the data: it has a version.

mod archive;
mod breakdown;
mod cell;
mod codes;
mod column;
mod csvw;
mod data_package;
mod dataset;
mod dcat;
mod explained;
mod file;
mod folder;
mod json;
mod names;
mod plain;
mod progress;
mod readme;
mod record;
mod table;
mod tagged;
mod updates;

pub(crate) use column::SCHEMA_VERSION;
pub(crate) use dataset::{Dataset, MUNICIPALITIES};
pub(crate) use explained::explained;
pub(crate) use file::{Content, DataFile};
pub(crate) use folder::Folder;
pub(crate) use names::{JSON, Names};
pub(crate) use readme::READING;
pub(crate) use table::{Subject, Table};
