//! colours.toml: the colours of a theme by name. A theme on disk changes single ones of them, as it changes single words.

use std::collections::BTreeMap;
use std::fmt;

use nendo_model::{Case, Checked, Problem};
use serde::Deserialize;
use toml::Spanned;

use crate::text;
use crate::theme::{self, Theme};

const FILE: &str = "colours.toml";

/// The colours of a theme, for each way of looking at a page.
#[derive(Debug, Default)]
pub(crate) struct Colours {
    light: Shades,
    /// What is not as in `light` on a dark screen.
    dark: Shades,
    /// What is not as in `light` on paper.
    print: Shades,
}

/// Colours by name.
type Shades = BTreeMap<String, Colour>;

/// Red, green and blue, as sRGB has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Colour([u8; 3]);

impl Colours {
    /// The colours of the default theme, with those of the theme in place of its own.
    pub(crate) fn load(theme: &Theme) -> Checked<Self> {
        let mut problems = Vec::new();
        let own = theme.text(FILE).unload(&mut problems).unwrap_or_default();
        let mut colours = Self::default();
        for text in [theme::default_text(FILE), own] {
            match text::parse::<Tables>(FILE, text) {
                Ok(tables) => colours.lay(tables, text, &mut problems),
                Err(problem) => problems.push(problem),
            }
        }
        problems.sort_by_key(|problem| problem.origin.row);
        Checked { value: colours, problems }
    }

    /// The colours as custom properties, for whichever screen or paper a page is shown on.
    pub(crate) fn properties(&self) -> String {
        let block = |shades: &Shades| {
            let properties = shades.iter().map(|(name, colour)| format!("--{name}:{colour};"));
            format!(":root{{{}}}", properties.collect::<Vec<String>>().concat())
        };
        format!(
            "{}\n@media screen and (prefers-color-scheme:dark){{{}}}\n@media print{{{}}}\n",
            block(&self.light),
            block(&self.dark),
            block(&self.print)
        )
    }

    /// A style sheet for those who know no custom properties: the light colours stand in it.
    pub(crate) fn resolved(&self, style: &str) -> String {
        let put = |style: String, (name, colour): (&String, &Colour)| {
            style.replace(&format!("var(--{name})"), &colour.to_string())
        };
        self.light.iter().fold(style.to_owned(), put)
    }

    /// Lays the colours of a file over these. The first file, that of the default theme, gives the names.
    fn lay(&mut self, tables: Tables, text: &str, problems: &mut Vec<Problem>) {
        let Tables { light, dark, print } = tables;
        let names: Vec<String> = self.light.keys().cloned().collect();
        for (table, shades) in [(light, &mut self.light), (dark, &mut self.dark), (print, &mut self.print)] {
            for (name, value) in table {
                let mut refuse = |setting: &str, value: String, at: usize| {
                    let case = Case::BadSetting { setting: setting.to_owned(), value };
                    problems.push(Problem { case, origin: text::origin(FILE, text, at) });
                };
                if !names.is_empty() && !names.contains(name.as_ref()) {
                    refuse("colour-name", name.as_ref().clone(), name.span().start);
                } else if let Some(colour) = Colour::parse(value.as_ref()) {
                    shades.insert(name.into_inner(), colour);
                } else {
                    refuse("colour", format!("{} = {}", name.as_ref(), value.as_ref()), value.span().start);
                }
            }
        }
    }
}

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Tables {
    light: Table,
    dark: Table,
    print: Table,
}

type Table = BTreeMap<Spanned<String>, Spanned<String>>;

impl Colour {
    /// Reads `#rrggbb`, and nothing else: what a style sheet is made of must be a colour and no more.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(text, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests;
