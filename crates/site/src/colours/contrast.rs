//! Which colours of a theme are written or drawn upon which, and how far they must stand out there, as WCAG 2.2 asks. It knows
//! colours by their names alone.

/// What is made of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Graphics,
}

/// A way of looking at a page; its name is that of the table in colours.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Light,
    Dark,
    Print,
}

/// Two colours by name, the one upon the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) kind: Kind,
    pub(crate) above: &'static str,
    pub(crate) below: &'static str,
}

impl Kind {
    /// The least contrast ratio: success criteria 1.4.3 and 1.4.11 of WCAG 2.2.
    pub(crate) fn least(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Graphics => 3.0,
        }
    }
}

impl Look {
    pub(crate) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

/// Every pair that a look has.
pub(crate) fn pairs(look: Look) -> impl Iterator<Item = Pair> {
    let drawn: &[Group] = if look == Look::Print { &PRINTED } else { &DRAWN };
    let written = WRITTEN.iter().map(|group| (Kind::Text, group));
    written.chain(drawn.iter().map(|group| (Kind::Graphics, group))).flat_map(|(kind, (above, below))| {
        above.iter().flat_map(move |above| below.iter().map(move |below| Pair { kind, above, below }))
    })
}

/// Colours, and others that each of them is found upon.
type Group = (&'static [&'static str], &'static [&'static str]);

const GROUND: [&str; 1] = ["ground"];
const TABLE: [&str; 2] = ["ground", "ground-soft"];
const PAGE: [&str; 3] = ["ground", "ground-soft", "notice-ground"];
const TONES: [&str; 4] = ["tone-ahead", "tone-on", "tone-behind", "tone-none"];
const FLOWS: [&str; 3] = ["flow-up", "flow-down", "flow-level"];
const PARTS: [&str; 5] = ["chart-part-1", "chart-part-2", "chart-part-3", "chart-part-4", "chart-part-5"];
const BARS: [&str; 6] = ["chart-actual", PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4]];

/// The colours of letters, and what is beneath them.
const WRITTEN: [Group; 5] = [
    (&["text", "muted", "link", "link-visited"], &PAGE),
    (&["focus-ring"], &["focus-ground"]),
    (&["text", "muted"], &FLOWS),
    (&["chart-on-actual"], &BARS),
    (&["chart-on-tone"], &TONES),
];

/// What is drawn, and what it must stand out from. `rule` and the band of what stayed the same are decoration.
const DRAWN: [Group; 9] = [
    (&["rule-strong", "accent"], &PAGE),
    (&["chart-actual", "chart-actual-mark", "chart-target"], &GROUND),
    (&PARTS, &GROUND),
    (&TONES, &TABLE),
    (&["flow-up-rim", "flow-down-rim"], &GROUND),
    (&["flow-down-rim"], &["flow-down"]),
    (&["chart-target"], &BARS),
    (&["chart-hatch", "chart-rim"], &PARTS),
    (&["chart-hatch", "chart-rim"], &TONES),
];

/// What is drawn on paper, where tones and parts are white and grey and have black rims.
const PRINTED: [Group; 3] = [
    (
        &["chart-rim", "chart-target", "rule-strong", "chart-actual-mark", "flow-up-rim", "flow-down-rim"],
        &GROUND,
    ),
    (&["chart-target"], &BARS),
    (&["chart-hatch", "chart-rim"], &["chart-part-3", "tone-behind"]),
];
