//! Which certificates are trusted: those that the system trusts, and those of the settings.

use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::version::TLS12;
use rustls::{ClientConfig, SupportedProtocolVersion};
use rustls_platform_verifier::Verifier;

use super::{Refusal, RefusalKind};

/// How a TLS connection is made. Authorities are certificates in PEM, trusted besides those of the system.
pub(crate) fn client_config(authorities: Option<&[u8]>) -> Result<ClientConfig, Refusal> {
    of_versions(authorities, rustls::DEFAULT_VERSIONS)
}

/// The same in TLS 1.2 alone, whose sessions may be resumed any number of times.
pub(crate) fn resuming_config(authorities: Option<&[u8]>) -> Result<ClientConfig, Refusal> {
    of_versions(authorities, &[&TLS12])
}

fn of_versions(
    authorities: Option<&[u8]>,
    versions: &[&'static SupportedProtocolVersion],
) -> Result<ClientConfig, Refusal> {
    let refused = |error: &dyn std::fmt::Display| Refusal::new(RefusalKind::Certificate, error);
    let own: Vec<_> = CertificateDer::pem_slice_iter(authorities.unwrap_or_default())
        .collect::<Result<_, _>>()
        .map_err(|error| refused(&error))?;
    if authorities.is_some() && own.is_empty() {
        return Err(refused(&"there is no certificate in PEM"));
    }
    // Given, not installed for the process: other libraries may bring another.
    let provider = Arc::new(default_provider());
    let verifier =
        Verifier::new_with_extra_roots(own, Arc::clone(&provider)).map_err(|error| refused(&error))?;
    let config = ClientConfig::builder_with_provider(provider).with_protocol_versions(versions);
    Ok(config
        .map_err(|error| Refusal::new(RefusalKind::Other, error))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth())
}
