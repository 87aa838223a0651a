//! The real binary on content folders: what it prints, how it exits, and what it leaves.

mod build;
mod cases;
mod check;
mod desk;
mod draft;
mod evaluation;
mod guide;
mod new;
mod publish;
mod publishing_page;
mod readability;
mod receipt;
mod rollover;
mod round_trip;
mod same_site;
#[path = "../synthetic/mod.rs"]
mod synthetic;
mod theming;
mod translations;
mod usage;
