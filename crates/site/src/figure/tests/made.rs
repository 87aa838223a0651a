//! Plans of one pillar, and what is told of them.

use std::path::Path;

use nendo_chart::{Attainment, Kind, Point, Progress};
use nendo_model::{Kpi, Plan, YearEntry};

use super::sample::{self, branch, year};
use crate::config::Config;
use crate::figure::Figure;
use crate::narrator::Narrator;
use crate::report::History;
use crate::site::Site;

pub(super) fn progress(plan: &Plan, tag: &str) -> Progress {
    progress_of(plan, tag, &[])
}

pub(super) fn progress_of(plan: &Plan, tag: &str, translations: &[(&str, &str)]) -> Progress {
    match progress_figure(plan, tag, translations).spec.kind {
        Kind::Progress(chart) => chart,
        other => panic!("{other:?}"),
    }
}

/// The chart of the first KPI.
pub(super) fn progress_figure(plan: &Plan, tag: &str, translations: &[(&str, &str)]) -> Figure {
    told(plan, tag, translations, |narrator| crate::figure::progress::figure(narrator, first_kpi(narrator)))
        .expect("a chart")
}

pub(super) fn attainment(plan: &Plan) -> Option<Attainment> {
    told(plan, "ja", &[], crate::figure::attainment::figure).map(|figure| match figure.spec.kind {
        Kind::Attainment(chart) => chart,
        other => panic!("{other:?}"),
    })
}

/// What is said of the first KPI in Japanese and in English; all of it is in the page's language.
pub(super) fn captions(plan: &Plan) -> [String; 2] {
    ["ja", "en"].map(|tag| {
        let figure = progress_figure(plan, tag, &[]);
        assert_eq!(figure.caption.text(), figure.spec.description);
        figure.spec.description
    })
}

pub(super) fn word(point: &Point) -> String {
    match point {
        Point::Value(mark) => mark.label.clone(),
        Point::Gap { word } => word.clone(),
    }
}

/// The year 2023 of a plan, told in a language.
pub(super) fn told<T>(
    plan: &Plan,
    tag: &str,
    translations: &[(&str, &str)],
    tell: impl Fn(Narrator<'_>) -> T,
) -> T {
    let nothing = Path::new("no such folder");
    let site =
        Site::open(nothing, Config::read(nothing).value, None, &sample::translations(translations), &[]);
    let site = site.value.expect("a site");
    let history = History::of(plan);
    let edition = plan.editions.iter().find(|edition| edition.year >= year(2023)).expect("an edition");
    let report = history.report(year(2023), edition).expect("a report");
    let voice = site.voices().find(|voice| voice.tag() == tag).expect(tag);
    tell(Narrator { report: &report, voice })
}

pub(super) fn first_kpi(narrator: Narrator<'_>) -> &Kpi {
    narrator.report.edition.kpis().next().expect("a KPI")
}

pub(super) fn kpi(number: &str, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    sample::kpi(&format!("life-{number}"), number, "利用者", years)
}

/// A plan of one pillar and one edition, that of 2023.
pub(super) fn plan(kpis: Vec<Kpi>) -> Plan {
    sample::plan(vec![branch("life", "暮らし", kpis)])
}

/// The name of the spark of the first KPI.
pub(super) fn spark(plan: &Plan, tag: &str) -> Option<String> {
    let spec = told(plan, tag, &[], |narrator| crate::figure::spark::spec(narrator, first_kpi(narrator)));
    spec.map(|spec| spec.title)
}
