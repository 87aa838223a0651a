//! A file that people write, as text: without the mark that some editors put first, with the lines that messages name, and as
//! TOML. It knows no setting.

use nendo_model::{Case, Origin, Problem};
use serde::de::DeserializeOwned;

/// The text of a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Case> {
    let text = std::str::from_utf8(bytes).map_err(|_| Case::Undecodable {})?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The line of a file that a byte of its text stands on.
pub(crate) fn origin(file: &str, text: &str, at: usize) -> Origin {
    let above = text.get(..at).unwrap_or_default().matches('\n').count();
    Origin::row(file, u32::try_from(above).map_or(u32::MAX, |above| above.saturating_add(1)))
}

/// What a TOML file says.
pub(crate) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let case = Case::BadSettings { message: error.message().to_owned() };
        Problem { case, origin: origin(file, text, error.span().map_or(0, |span| span.start)) }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let problem = super::parse::<BTreeMap<String, String>>("i18n/units.toml", "a = \"b\"\nc\n");
        assert_eq!(problem.expect_err("a mistake").origin, nendo_model::Origin::row("i18n/units.toml", 2));
    }
}
