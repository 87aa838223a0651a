//! A plan built in code, made into files and put on disk: no CSV is read here.

mod made;
mod pages;
mod write;
