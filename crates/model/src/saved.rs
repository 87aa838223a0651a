//! How a table was saved, as far as whoever saves it again has to know.

/// How the text of a table became bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Saved {
    /// Its characters.
    pub encoding: Encoding,
    /// What parts its cells.
    pub delimiter: Delimiter,
}

/// The encodings in which offices save tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    #[default]
    Utf8,
    /// UTF-8 with a byte order mark, Excel's "CSV UTF-8".
    Utf8Bom,
    /// UTF-16 with a byte order mark, the low byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16 with a byte order mark, the high byte first.
    Utf16Be,
    /// Microsoft's form of Shift JIS, Excel's "CSV" in Japan.
    Windows31J,
}

impl Encoding {
    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 (BOM)",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows31J => "Windows-31J (Shift_JIS)",
        }
    }
}

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// A tab.
    Tab,
    /// `;`
    Semicolon,
}

impl Delimiter {
    /// Its name in messages and data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Tab => "tab",
            Self::Semicolon => "semicolon",
        }
    }

    /// The character.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
        }
    }
}
