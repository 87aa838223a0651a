//! The real binary on small content folders: what it prints, how it exits, and what it leaves.

mod build;
mod check;
mod desk;
mod usage;
