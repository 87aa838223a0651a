//! What the tests of hosts share.

pub(crate) mod http_servers;
pub(crate) mod promises;
