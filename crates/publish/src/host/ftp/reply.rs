//! What an FTP server answers.

use suppaftp::{FtpError, Status};

use super::super::limit::tells_of_space;
use super::super::{Refusal, RefusalKind};

/// What rustls says of a certificate that is not trusted; the library hands on its words alone.
const UNTRUSTED: &str = "invalid peer certificate";
/// What it says of an answer that is no TLS.
const NO_TLS: &str = "corrupt message";

/// What it says where a server wants a newer TLS.
const NEWER: &str = "fatal alert: ProtocolVersion";

/// Whether TLS was refused for its version.
pub(super) fn wants_newer(refusal: &Refusal) -> bool {
    refusal.said.contains(NEWER)
}

/// Whether the server answered with no; the session goes on.
pub(super) fn is_refused(error: &FtpError) -> bool {
    matches!(error, FtpError::UnexpectedResponse(_))
}

pub(super) fn has_status(error: &FtpError, status: Status) -> bool {
    matches!(error, FtpError::UnexpectedResponse(response) if response.status == status)
}

pub(super) fn refusal(error: &FtpError) -> Refusal {
    let kind = match error {
        FtpError::UnexpectedResponse(response) => of_status(response.status, &error.to_string()),
        FtpError::SecureError(said) if said.contains(UNTRUSTED) => RefusalKind::Certificate,
        FtpError::SecureError(said) if said.contains(NO_TLS) => RefusalKind::NoTls,
        // A list that breaks off is a bad response to the library.
        FtpError::ConnectionError(_) | FtpError::SecureError(_) | FtpError::BadResponse => RefusalKind::Lost,
        FtpError::InvalidAddress(_) | FtpError::DataConnectionAlreadyOpen => RefusalKind::Other,
    };
    Refusal::new(kind, error)
}

/// RFC 959, 4.2.
fn of_status(status: Status, said: &str) -> RefusalKind {
    match status {
        Status::RequestedActionNotTaken | Status::ExceededStorage => RefusalKind::Full,
        _ if tells_of_space(said) => RefusalKind::Full,
        Status::NotAvailable
        | Status::CannotOpenDataConnection
        | Status::TransferAborted
        | Status::HostUnavailable => RefusalKind::Lost,
        Status::InvalidCredentials
        | Status::NotLoggedIn
        | Status::NeedPassword
        | Status::LoginNeedAccount => RefusalKind::Login,
        Status::RequestFileActionIgnored
        | Status::StoringNeedAccount
        | Status::FileUnavailable
        | Status::BadFilename => RefusalKind::Denied,
        _ => RefusalKind::Other,
    }
}
