//! A plan of one KPI, made of a few cells.

use std::collections::BTreeMap;

use nendo_model::{
    Branch, Cell, Chart, Counting, Decimal, Direction, Edition, FiscalYear, Grade, Identity, Kpi, Place,
    Plan, Quantity, Reading, Saved, Scale, Tone, Wording, YearEntry,
};

pub(crate) fn year(number: u16) -> FiscalYear {
    FiscalYear::new(number).expect("a year")
}

pub(crate) fn decimal(text: &str) -> Decimal {
    let magnitude = Decimal::parse(text.trim_start_matches('-')).expect(text);
    if text.starts_with('-') { magnitude.negated() } else { magnitude }
}

pub(crate) fn cell(reading: Reading) -> Cell {
    Cell { written: "as written".into(), reading: reading.into(), place: Place::default() }
}

pub(crate) fn of(value: &str, unit: &str) -> Cell {
    cell(Reading::Quantity(Quantity::plain(decimal(value), unit)))
}

pub(crate) fn text() -> Cell {
    cell(Reading::Text)
}

pub(crate) fn not_set() -> Cell {
    cell(Reading::NotSet { reason: None })
}

pub(crate) fn entry(target: Option<&Cell>, actual: Option<&Cell>) -> YearEntry {
    YearEntry { target: target.cloned(), actual: actual.cloned(), ..YearEntry::default() }
}

pub(crate) fn kpi(direction: Direction, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    Kpi {
        identity: Identity::Numbered,
        id: "service-1".to_owned(),
        number: None,
        label: None,
        direction,
        counting: Counting::Unstated,
        chart: Chart::Automatic,
        baseline: None,
        final_target: None,
        section: None,
        years: years.into_iter().map(|(at, entry)| (year(at), entry.into())).collect::<BTreeMap<_, _>>(),
        place: Place::default(),
    }
}

/// A scale of these grades, each a rung below the one before. `!` is not counted, `?` has no rank,
/// `=` has the rank of the grade it repeats.
pub(crate) fn scale(codes: &[&str]) -> Scale {
    let rank = |code: &str| codes.iter().position(|other| *other == code.trim_start_matches('='));
    let grade = |code: &&str| Grade {
        code: (*code).to_owned(),
        meaning: None,
        rank: rank(code).filter(|_| !code.starts_with('?')).and_then(|at| u32::try_from(at + 1).ok()),
        tone: Tone::None,
        counted: !code.starts_with('!'),
        aliases: Vec::new(),
    };
    Scale::new(codes.iter().map(grade).collect())
}

pub(crate) fn edition(at: u16, kpi: Kpi) -> Edition {
    let branch = Branch {
        id: "service".to_owned(),
        number: None,
        label: "暮らし".to_owned(),
        branches: Vec::new(),
        kpis: vec![kpi],
        place: Place::default(),
    };
    let file = format!("plans/dx/{at}.csv");
    Edition {
        year: year(at),
        file,
        saved: Saved::default(),
        published: None,
        corrections: Vec::new(),
        headers: Vec::new(),
        branches: vec![branch],
    }
}

pub(crate) fn plan(editions: Vec<Edition>) -> Plan {
    Plan {
        slug: "dx".to_owned(),
        title: Wording::Source("計画".to_owned()),
        levels: Vec::new(),
        scale: scale(&["A"]),
        audit: None,
        fiscal_year_start: 4,
        publish_after: None,
        editions,
    }
}
