//! Cells, KPIs and plans in a line each.

use nendo_model::{
    Branch, Cell, Chart, Counting, Decimal, Direction, Edition, FiscalYear, Grade, Identity, Kpi, Localized,
    Number, Origin, Place, Plan, Quantity, Reading, Saved, Scale, Tone, Translation, Wording, YearEntry,
};

pub(crate) fn year(number: u16) -> FiscalYear {
    FiscalYear::new(number).expect("a year")
}

pub(crate) fn decimal(written: &str) -> Decimal {
    let magnitude = Decimal::parse(&written.replace([',', '-'], "")).expect(written);
    if written.starts_with('-') { magnitude.negated() } else { magnitude }
}

pub(crate) fn cell(written: &str, reading: Reading) -> Cell {
    Cell { written: written.into(), reading: reading.into(), place: Place::default() }
}

pub(crate) fn quantity(value: &str, unit: &str, change: impl Fn(&mut Quantity)) -> Cell {
    let mut quantity = Quantity::plain(decimal(value), unit);
    change(&mut quantity);
    cell(&format!("{value}{unit}"), Reading::Quantity(quantity))
}

pub(crate) fn of(value: &str, unit: &str) -> Cell {
    quantity(value, unit, |_| {})
}

pub(crate) fn text(written: &str) -> Cell {
    cell(written, Reading::Text)
}

pub(crate) fn not_set(reason: Option<&str>) -> Cell {
    cell("—", Reading::NotSet { reason: reason.map(str::to_owned) })
}

/// A year that was not evaluated.
pub(crate) fn entry(target: Option<Cell>, actual: Option<Cell>) -> YearEntry {
    YearEntry { target, actual, ..YearEntry::default() }
}

pub(crate) fn kpi(
    id: &str,
    number: &str,
    label: &str,
    years: impl IntoIterator<Item = (u16, YearEntry)>,
) -> Kpi {
    Kpi {
        id: id.to_owned(),
        identity: Identity::Numbered,
        number: Some(Number { written: number.to_owned(), parts: vec![1] }),
        label: Some(label.to_owned()),
        direction: Direction::Higher,
        counting: Counting::Unstated,
        chart: Chart::Automatic,
        baseline: None,
        final_target: None,
        section: None,
        years: years.into_iter().map(|(at, entry)| (year(at), Box::new(entry))).collect(),
        place: Place::default(),
    }
}

pub(crate) fn branch(id: &str, label: &str, kpis: Vec<Kpi>) -> Branch {
    Branch {
        id: id.to_owned(),
        number: None,
        label: label.to_owned(),
        branches: Vec::new(),
        kpis,
        place: Place::default(),
    }
}

pub(crate) fn edition(number: u16, branches: Vec<Branch>) -> Edition {
    Edition {
        year: year(number),
        file: format!("plans/city/{number}.csv"),
        saved: Saved::default(),
        published: None,
        corrections: Vec::new(),
        headers: Vec::new(),
        branches,
    }
}

/// A plan of one edition, that of 2023.
pub(crate) fn plan(branches: Vec<Branch>) -> Plan {
    let both = |ja: &str, en: &str| {
        let texts = [("ja", ja), ("en", en)].map(|(tag, text)| (tag.to_owned(), text.to_owned()));
        Wording::Given(Localized(texts.into()))
    };
    Plan {
        slug: "city".to_owned(),
        title: both("青葉市の計画", "Plan of Aoba City"),
        levels: vec![both("柱", "Pillar")],
        scale: scale(),
        audit: None,
        fiscal_year_start: 4,
        publish_after: None,
        editions: vec![edition(2023, branches)],
    }
}

/// A is ahead of B, which is on target, and C is behind; D is outside the ranking.
pub(crate) fn scale() -> Scale {
    let grade = |(code, tone, rank): (&str, Tone, Option<u32>)| Grade {
        code: code.to_owned(),
        meaning: None,
        rank,
        tone,
        counted: true,
        aliases: Vec::new(),
    };
    let grades = [
        ("A", Tone::Ahead, Some(1)),
        ("B", Tone::On, Some(2)),
        ("C", Tone::Behind, Some(3)),
        ("D", Tone::None, None),
    ];
    Scale::new(grades.map(grade).into())
}

/// Translations of texts into English.
pub(crate) fn translations(texts: &[(&str, &str)]) -> Vec<Translation> {
    let translation = |(source, en): &(&str, &str)| Translation {
        source: (*source).to_owned(),
        targets: Localized([("en".to_owned(), (*en).to_owned())].into()),
        origin: Origin::file("translations.csv"),
    };
    texts.iter().map(translation).collect()
}
