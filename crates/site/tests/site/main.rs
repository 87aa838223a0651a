//! A plan built in code, made into files and put on disk: no CSV is read here.

mod editions;
mod kpis;
mod links;
mod made;
mod pages;
mod sample;
mod search;
mod sections;
mod sharing;
mod style;
mod whole;
mod write;
