//! The preview over real sockets: what it gives, what it never gives, and what it tells open pages.

#![allow(clippy::unwrap_used)]

mod client;
mod events;
mod files;
mod hostile;
mod pages;
mod place;
