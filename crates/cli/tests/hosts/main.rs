//! The program and real hosts: what it brings there, what it leaves alone, and what it says when something is wrong.
//!
//! `NENDO_PUBLISHES` says how many publishes are killed on each host.
#![cfg(unix)]

#[path = "../program/desk.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod desk;
mod journey;
mod kill;
mod office;
mod place;
mod refused;
#[path = "../synthetic/mod.rs"]
mod synthetic;
