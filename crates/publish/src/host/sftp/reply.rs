//! What an SFTP server answers, and what paths are to it.

use russh_sftp::client::error::Error;
use russh_sftp::protocol::StatusCode;

use super::super::limit::tells_of_space;
use super::super::{Refusal, RefusalKind};

/// The folder that something is in, unless it is the root or the folder of whoever logs in.
pub(super) fn parent(place: &str) -> Option<&str> {
    place.rsplit_once('/').map(|(folder, _)| folder).filter(|folder| !folder.is_empty())
}

/// A handle of a file, if it can be said again: the library takes it for text, and servers that count in bytes have some that is none,
/// from the 128th file on. A new session counts anew.
pub(super) fn sayable(handle: String) -> Result<String, Error> {
    if handle.contains(char::REPLACEMENT_CHARACTER) {
        return Err(Error::UnexpectedBehavior("the server counts in other letters".to_owned()));
    }
    Ok(handle)
}

pub(super) fn is_absent(error: &Error) -> bool {
    has_code(error, StatusCode::NoSuchFile)
}

pub(super) fn has_code(error: &Error, code: StatusCode) -> bool {
    matches!(error, Error::Status(status) if status.status_code == code)
}

pub(super) fn refusal(error: &Error) -> Refusal {
    let kind = match error {
        Error::Status(status) => match status.status_code {
            StatusCode::PermissionDenied => RefusalKind::Denied,
            StatusCode::NoConnection | StatusCode::ConnectionLost => RefusalKind::Lost,
            _ if tells_of_space(&status.error_message) => RefusalKind::Full,
            _ => RefusalKind::Other,
        },
        // What the library says when the connection is gone.
        Error::IO(_) | Error::Timeout | Error::UnexpectedBehavior(_) => RefusalKind::Lost,
        Error::Limited(_) | Error::UnexpectedPacket => RefusalKind::Other,
    };
    Refusal::new(kind, error)
}

#[cfg(test)]
mod tests {
    use super::{RefusalKind, refusal, sayable};

    #[test]
    fn a_handle_that_cannot_be_said_again_wants_a_new_session() {
        assert_eq!(sayable("\0\0\0\u{7f}".to_owned()).ok().as_deref(), Some("\0\0\0\u{7f}"));
        let lossy = String::from_utf8_lossy(&[0, 0, 0, 128]).into_owned();
        let error = sayable(lossy).expect_err("no handle");
        assert_eq!(refusal(&error).kind, RefusalKind::Lost);
    }
}
