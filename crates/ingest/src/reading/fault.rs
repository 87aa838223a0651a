//! What keeps a text from being a quantity. The forms only tell it; what the cell then is, is decided above them.

/// Why a text is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It does not start as a number does.
    Words,
    /// It does, but it cannot be read with certainty.
    Unread,
    /// It is a number that some program or hand has damaged.
    Broken,
}
