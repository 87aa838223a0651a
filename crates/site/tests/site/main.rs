//! A plan built in code, made into files and put on disk: no CSV is read here.

mod editions;
mod made;
mod pages;
mod sample;
mod style;
mod write;
