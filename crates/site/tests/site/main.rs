//! A plan built in code, made into files and put on disk: no CSV is read here.

mod contract;
mod descriptions;
mod draft;
mod editions;
mod explained;
mod kpis;
mod links;
mod made;
mod open_data;
mod pages;
mod sample;
mod search;
mod sections;
mod sharing;
mod style;
mod whole;
mod write;
