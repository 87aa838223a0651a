//! The default theme is embedded: a changed or added file of it makes this crate stale.

fn main() {
    println!("cargo::rerun-if-changed=../../themes/default");
}
