//! Writes content that is made up, as much as a city with many plans has, to try nendo on:
//! `cargo run --example synthetic -- FOLDER [PLANS]`, 40 plans where no number is given.

#![expect(clippy::print_stderr, reason = "a program says how to use it")]

#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use synthetic::Sizes;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let plans = arguments.get(1).map_or(Ok(40), |plans| plans.parse());
    if let (Some(folder), Ok(plans)) = (arguments.first(), plans) {
        synthetic::write(Path::new(folder), Sizes::like_the_example(plans));
        ExitCode::SUCCESS
    } else {
        eprintln!("synthetic FOLDER [PLANS]");
        ExitCode::FAILURE
    }
}
