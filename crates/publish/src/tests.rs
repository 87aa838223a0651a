//! What the tests of hosts share.

pub(crate) mod promises;
