//! How many made-up inputs a test tries. The same ones every time, unless `PROPTEST_RNG_SEED` says otherwise;
//! `PROPTEST_CASES` asks for more.

use std::env;
use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// Tries `cases` values; fails with the smallest that fails.
pub(crate) fn trial<S: Strategy>(cases: u32, values: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: Debug,
{
    let set = Config::default();
    let is_set = |name: &str| env::var_os(name).is_some();
    let config = Config {
        cases: if is_set("PROPTEST_CASES") { set.cases } else { cases },
        rng_seed: if is_set("PROPTEST_RNG_SEED") { set.rng_seed } else { RngSeed::Fixed(2023) },
        failure_persistence: None,
        ..set
    };
    if let Err(failure) = TestRunner::new(config).run(values, test) {
        panic!("{failure}");
    }
}
