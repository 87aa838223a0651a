//! colours.toml: the colours of a theme by name. A theme on disk changes single ones of them, as it changes single words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use nendo_model::{Case, Checked, Origin, Problem};
use serde::Deserialize;
use toml::Spanned;

use crate::text;
use crate::theme::{self, Theme};

mod colour;
pub(crate) mod contrast;

use self::colour::Colour;
use self::contrast::{Look, Pair};

const FILE: &str = "colours.toml";

/// The colours of a theme, for each way of looking at a page.
#[derive(Debug, Default)]
pub(crate) struct Colours {
    light: Shades,
    /// What is not as in `light` on a dark screen.
    dark: Shades,
    /// What is not as in `light` on paper.
    print: Shades,
    contrasts: OnceLock<Vec<Contrast>>,
}

/// How far a colour stands out from one that it is found upon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contrast {
    pub(crate) look: Look,
    pub(crate) pair: Pair,
    /// The contrast ratio of WCAG 2.2: 1 to 21.
    pub(crate) ratio: f64,
    /// The line of the theme that sets one of the two.
    row: Option<u32>,
}

/// Colours by name.
type Shades = BTreeMap<String, Shade>;

#[derive(Clone, Copy, Debug)]
struct Shade {
    colour: Colour,
    /// The line of the theme that sets it; none where the default theme does.
    row: Option<u32>,
}

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
        let block = |shades: &Shades, but: &Shades| {
            let is_own = |(name, shade): &(&String, &Shade)| {
                but.get(*name).is_none_or(|known| known.colour != shade.colour)
            };
            let properties =
                shades.iter().filter(is_own).map(|(name, shade)| format!("--{name}:{};", shade.colour));
            format!(":root{{{}}}", properties.collect::<Vec<String>>().concat())
        };
        format!(
            "{}\n@media screen and (prefers-color-scheme:dark){{{}}}\n@media print{{{}}}\n",
            block(&self.light, &Shades::new()),
            block(&self.dark, &self.light),
            block(&self.print, &self.light)
        )
    }

    /// A style sheet for those who know no custom properties: the light colours stand in it.
    pub(crate) fn resolved(&self, style: &str) -> String {
        let put = |style: String, (name, shade): (&String, &Shade)| {
            style.replace(&format!("var(--{name})"), &shade.colour.to_string())
        };
        self.light.iter().fold(style.to_owned(), put)
    }

    /// A warning for each line of the theme whose colour stands out too little somewhere, of where it does so least.
    pub(crate) fn low_contrast(&self) -> Vec<Problem> {
        let low = self.contrasts().filter(|contrast| contrast.share() < 1.0);
        let rows: BTreeSet<Option<u32>> = low.map(|contrast| contrast.row).collect();
        let lowest = |row| self.lowest(|contrast| contrast.row == row);
        rows.into_iter().filter_map(lowest).map(|contrast| contrast.problem()).collect()
    }

    /// Of such contrasts the one that is lowest beside what it must be.
    pub(crate) fn lowest(&self, such: impl Fn(&Contrast) -> bool) -> Option<Contrast> {
        let contrasts = self.contrasts().filter(such);
        contrasts.min_by(|one, other| one.share().total_cmp(&other.share()))
    }

    fn contrasts(&self) -> impl Iterator<Item = Contrast> {
        let all =
            self.contrasts.get_or_init(|| Look::ALL.into_iter().flat_map(|look| self.seen(look)).collect());
        all.iter().copied()
    }

    fn seen(&self, look: Look) -> impl Iterator<Item = Contrast> {
        contrast::pairs(look).filter_map(move |pair| {
            let (above, below) = (self.shade(look, pair.above)?, self.shade(look, pair.below)?);
            let ratio = above.colour.contrast(below.colour);
            Some(Contrast { look, pair, ratio, row: above.row.or(below.row) })
        })
    }

    /// The colour of this name, as the style sheet finds it.
    fn shade(&self, look: Look, name: &str) -> Option<Shade> {
        let own = match look {
            Look::Light => &self.light,
            Look::Dark => &self.dark,
            Look::Print => &self.print,
        };
        own.get(name).or_else(|| self.light.get(name)).copied()
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
                    let row = || text::origin(FILE, text, name.span().start).row;
                    let row = if names.is_empty() { None } else { row() };
                    shades.insert(name.into_inner(), Shade { colour, row });
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

impl Contrast {
    /// How much there is of what there must be; less than 1 is too little.
    fn share(&self) -> f64 {
        self.ratio / self.pair.kind.least()
    }

    /// The ratio with two decimals, cut off and not rounded, so that 4.499 is not told as 4.50.
    pub(crate) fn shown(&self) -> String {
        format!("{:.2}", (self.ratio * 100.0).floor() / 100.0)
    }

    fn problem(&self) -> Problem {
        let Pair { kind, above, below } = self.pair;
        let ratio = self.shown();
        let [above, below, look] = [above, below, self.look.name()].map(str::to_owned);
        let case = Case::LowContrast { above, below, look, ratio, least: kind.least().to_string() };
        Problem { case, origin: Origin { row: self.row, ..Origin::file(FILE) } }
    }
}

#[cfg(test)]
mod tests;
