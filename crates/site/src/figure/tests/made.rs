//! Plans of a few cells, and what is seen of them.

use std::path::Path;

use nendo_chart::{Attainment, Kind, Point, Progress};
use nendo_model::{
    Branch, Cell, Chart, Counting, Decimal, Direction, Edition, FiscalYear, Grade, Identity, Kpi, Localized,
    Number, Origin, Place, Plan, Quantity, Reading, Saved, Scale, Tone, Translation, Wording, YearEntry,
};

use crate::route::Page;
use crate::view::{Known, Report, Reported, View};
use crate::{Config, Site};

pub(super) fn progress(plan: &Plan, tag: &str) -> Progress {
    progress_of(plan, tag, &[])
}

pub(super) fn progress_of(plan: &Plan, tag: &str, translations: &[(&str, &str)]) -> Progress {
    view(plan, tag, translations, |view| {
        let spec = crate::figure::progress(view, kpi_of(view), &view.report.years);
        match spec.kind {
            Kind::Progress(chart) => chart,
            other => panic!("{other:?}"),
        }
    })
}

pub(super) fn attainment(plan: &Plan) -> Option<Attainment> {
    view(plan, "ja", &[], crate::figure::attainment).map(|spec| match spec.kind {
        Kind::Attainment(chart) => chart,
        other => panic!("{other:?}"),
    })
}

/// What is said of the first KPI in Japanese and in English; all of it is in the page's language.
pub(super) fn captions(plan: &Plan) -> [String; 2] {
    ["ja", "en"].map(|tag| {
        view(plan, tag, &[], |view| {
            let caption = view.progress_caption(kpi_of(view));
            assert_eq!(caption.text.text(), caption.spoken);
            caption.spoken
        })
    })
}

pub(super) fn word(point: &Point) -> String {
    match point {
        Point::Value(mark) => mark.label.clone(),
        Point::Gap { word } => word.clone(),
    }
}

/// The year 2023 of a plan, seen in a language.
pub(super) fn view<T>(
    plan: &Plan,
    tag: &str,
    translations: &[(&str, &str)],
    seen: impl Fn(&View<'_>) -> T,
) -> T {
    let nothing = Path::new("no such folder");
    let translations: Vec<Translation> = translations
        .iter()
        .map(|(source, en)| Translation {
            source: (*source).to_owned(),
            targets: Localized([("en".to_owned(), (*en).to_owned())].into()),
            origin: Origin::file("translations.csv"),
        })
        .collect();
    let site = Site::open(nothing, Config::read(nothing).value, None, &translations, &[]);
    let site = site.value.expect("a site");
    let known = Known::of(plan);
    let reported = Reported::of(plan, &known);
    let now = *reported
        .iter()
        .find(|other| other.year == year(2023))
        .unwrap_or(&Reported { year: year(2023), known: known.last().expect("an edition") });
    let report = Report::new(&site, plan, now, &known, &reported);
    let voice = site.words.voices().find(|voice| voice.tag() == tag).expect(tag);
    seen(&View::new(&report, voice, Page::Summary))
}

pub(super) fn kpi_of<'a>(view: &View<'a>) -> &'a Kpi {
    view.report.edition.kpis().next().expect("a KPI")
}

pub(super) fn year(number: u16) -> FiscalYear {
    FiscalYear::new(number).expect("a year")
}

pub(super) fn decimal(written: &str) -> Decimal {
    let magnitude = Decimal::parse(&written.replace([',', '-'], "")).expect(written);
    if written.starts_with('-') { magnitude.negated() } else { magnitude }
}

pub(super) fn cell(written: &str, reading: Reading) -> Cell {
    Cell { written: written.into(), reading: reading.into(), place: Place::default() }
}

pub(super) fn quantity(value: &str, unit: &str, change: impl Fn(&mut Quantity)) -> Cell {
    let mut quantity = Quantity::plain(decimal(value), unit);
    change(&mut quantity);
    cell(&format!("{value}{unit}"), Reading::Quantity(quantity))
}

pub(super) fn of(value: &str, unit: &str) -> Cell {
    quantity(value, unit, |_| {})
}

pub(super) fn text(written: &str) -> Cell {
    cell(written, Reading::Text)
}

pub(super) fn not_set(reason: Option<&str>) -> Cell {
    cell("—", Reading::NotSet { reason: reason.map(str::to_owned) })
}

pub(super) fn entry(target: Option<Cell>, actual: Option<Cell>) -> YearEntry {
    YearEntry { target, actual, ..YearEntry::default() }
}

pub(super) fn kpi(number: &str, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    Kpi {
        id: format!("life-{number}"),
        identity: Identity::Numbered,
        number: Some(Number { written: number.to_owned(), parts: vec![1] }),
        label: Some("利用者".to_owned()),
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

/// A plan of one edition, that of 2023.
pub(super) fn plan(kpis: Vec<Kpi>) -> Plan {
    let level = Localized(
        [("ja", "柱"), ("en", "Pillar")].map(|(tag, text)| (tag.to_owned(), text.to_owned())).into(),
    );
    Plan {
        slug: "city".to_owned(),
        title: Wording::Source("計画".to_owned()),
        levels: vec![Wording::Given(level)],
        scale: scale(),
        audit: None,
        fiscal_year_start: 4,
        editions: vec![edition(kpis)],
    }
}

pub(super) fn edition(kpis: Vec<Kpi>) -> Edition {
    let branch = Branch {
        id: "life".to_owned(),
        number: None,
        label: "暮らし".to_owned(),
        branches: Vec::new(),
        kpis,
        place: Place::default(),
    };
    Edition {
        year: year(2023),
        file: "plans/city/2023.csv".to_owned(),
        saved: Saved::default(),
        headers: Vec::new(),
        branches: vec![branch],
    }
}

/// A is ahead of B, which is on target, and C is behind; D is outside the ranking.
pub(super) fn scale() -> Scale {
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
