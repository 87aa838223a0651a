//! A plan, a content folder's settings and prose, and a theme → the files of a website.
//!
//! [`Site::open`] reads what all plans share, [`Site::plan`] makes every file of one plan, a
//! [`Stage`] takes them and puts them on disk. The crate knows no CSV, prints nothing, and reads neither
//! clock nor environment.

mod agreement;
mod assets;
mod build;
mod colours;
mod config;
mod coverage;
mod dead_links;
mod drawing;
mod feed;
mod figure;
mod given;
mod hash;
mod inert;
mod kept;
mod key;
mod language;
mod markup;
mod memo;
mod message;
mod narrator;
mod numbers;
mod open_data;
mod outputs;
mod pages;
mod phrase;
mod prose;
mod report;
mod route;
mod script;
mod site;
mod sitemap;
mod spelling;
mod spoken;
mod style;
mod templates;
mod text;
mod theme;
mod view;
mod voice;
mod why;
mod words;
mod write;

pub use agreement::Agreement;
pub use config::{
    Address, Config, Contents, FtpTls, PublishTarget, Publishing, Service, is_municipality_code,
};
pub use coverage::Coverage;
pub use hash::hash;
pub use key::Key;
pub use memo::BuiltFile;
pub use outputs::{Extent, Output, Recipe, Rehearsal};
pub use route::SitePath;
pub use site::{Site, SiteLanguage};
pub use view::front::PlanCard;
pub use why::{Part, Verdict, Why};
pub use write::{Stage, Written};
