//! A target in words: where it is, and which variables have its secrets.

use nendo_site::{PublishTarget, Service};

/// Where a target is, as people know it.
pub(super) fn address(target: &PublishTarget) -> String {
    match &target.service {
        Service::Folder | Service::Zip(_) => target.root.clone(),
        Service::Sftp { address, .. } | Service::Ftp { address, .. } => {
            format!("{}:{}", address.host, address.port)
        }
        Service::WebDav { endpoint, .. } | Service::S3 { endpoint, .. } => endpoint.clone(),
    }
}

/// The variables that a target's secrets are taken from.
pub(super) fn variables(target: &PublishTarget) -> String {
    let kinds: &[&str] = match target.service {
        Service::Folder | Service::Zip(_) => &[],
        Service::Sftp { .. } => &["PASSWORD", "KEY"],
        Service::Ftp { .. } | Service::WebDav { .. } => &["PASSWORD"],
        Service::S3 { .. } => &["ACCESS_KEY_ID", "SECRET_ACCESS_KEY"],
    };
    kinds.iter().map(|kind| variable(&target.name, kind)).collect::<Vec<_>>().join(", ")
}

/// The variable of a secret: `NENDO_PUBLISH_WEB_PASSWORD`.
pub(super) fn variable(target: &str, kind: &str) -> String {
    format!("NENDO_PUBLISH_{}_{kind}", target.to_uppercase().replace('-', "_"))
}
