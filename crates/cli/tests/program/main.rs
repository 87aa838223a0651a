//! The real binary on content folders: what it prints, how it exits, and what it leaves.

mod build;
mod cases;
mod check;
mod desk;
mod evaluation;
mod guide;
mod new;
mod rollover;
mod same_site;
mod theming;
mod translations;
mod usage;
