//! Plans of a few cells, the site that shows them, and a folder of one's own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use nendo_model::{
    Branch, Cell, Chart, Decimal, Direction, Edition, FiscalYear, Grade, Identity, Kpi, Localized, Number,
    Origin, Place, Plan, Quantity, Reading, Saved, Scale, Tone, Translation, Wording, YearEntry,
};
use nendo_site::{Config, Outputs, PlanCard, Site};

/// The site of content without any file of its own, with these translations.
pub(crate) fn site(translations: &[(&str, &str)]) -> Site {
    let nothing = Path::new("no such folder");
    let translations: Vec<Translation> = translations
        .iter()
        .map(|(source, en)| Translation {
            source: (*source).to_owned(),
            targets: Localized([("en".to_owned(), (*en).to_owned())].into()),
            origin: Origin::file("translations.csv"),
        })
        .collect();
    let config = Config::read(nothing);
    assert_eq!(config.problems, []);
    let site = Site::open(nothing, config.value, None, &translations, &[]);
    assert_eq!(site.problems, []);
    site.value.expect("a site")
}

/// Every file of a plan, and those above it.
pub(crate) fn outputs(site: &Site, plan: &Plan) -> Outputs {
    let front = site.front(&[PlanCard::of(plan)]);
    let mut outputs = site.plan(plan);
    assert_eq!((front.problems, outputs.problems), (Vec::new(), Vec::new()));
    outputs.value.files.extend(front.value.files);
    outputs.value
}

/// The pages of a plan as text, by path.
pub(crate) fn pages(site: &Site, plan: &Plan) -> BTreeMap<String, String> {
    let files = outputs(site, plan).files.into_iter();
    let pages = files.map(|(path, bytes)| (path.as_str().to_owned(), bytes));
    let pages = pages.filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

pub(crate) fn year(number: u16) -> FiscalYear {
    FiscalYear::new(number).expect("a year")
}

pub(crate) fn cell(written: &str, reading: Reading) -> Cell {
    Cell { written: written.into(), reading: reading.into(), place: Place::default() }
}

pub(crate) fn of(value: &str, unit: &str) -> Cell {
    let quantity = Quantity::plain(Decimal::parse(value).expect(value), unit);
    cell(&format!("{value}{unit}"), Reading::Quantity(quantity))
}

pub(crate) fn text(written: &str) -> Cell {
    cell(written, Reading::Text)
}

pub(crate) fn not_set() -> Cell {
    cell("—", Reading::NotSet { reason: None })
}

/// A year of a KPI that was evaluated as on target.
pub(crate) fn entry(target: Cell, actual: Cell) -> YearEntry {
    let evaluation = scale().find("B");
    YearEntry { target: Some(target), actual: Some(actual), evaluation, ..YearEntry::default() }
}

pub(crate) fn kpi(id: &str, label: &str, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    Kpi {
        id: id.to_owned(),
        identity: Identity::Numbered,
        number: Some(Number { written: "①".to_owned(), parts: vec![1] }),
        label: Some(label.to_owned()),
        direction: Direction::Higher,
        counting: nendo_model::Counting::Unstated,
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

/// A plan of one edition, that of 2023.
pub(crate) fn plan(branches: Vec<Branch>) -> Plan {
    let edition = Edition {
        year: year(2023),
        file: "plans/city/2023.csv".to_owned(),
        saved: Saved::default(),
        headers: Vec::new(),
        branches,
    };
    let both = |ja: &str, en: &str| {
        Wording::Given(Localized(
            [("ja", ja), ("en", en)].map(|(tag, text)| (tag.to_owned(), text.to_owned())).into(),
        ))
    };
    Plan {
        slug: "city".to_owned(),
        title: both("青葉市の計画", "Plan of Aoba City"),
        levels: vec![both("柱", "Pillar")],
        scale: scale(),
        audit: None,
        fiscal_year_start: 4,
        editions: vec![edition],
    }
}

/// A plan with one KPI.
pub(crate) fn plan_of(kpi: Kpi) -> Plan {
    plan(vec![branch("life", "暮らし", vec![kpi])])
}

/// A is ahead of B, which is on target, and C is behind.
fn scale() -> Scale {
    let grade = |(code, tone): (&str, Tone)| Grade {
        code: code.to_owned(),
        meaning: None,
        rank: None,
        tone,
        counted: true,
        aliases: Vec::new(),
    };
    Scale::new([("A", Tone::Ahead), ("B", Tone::On), ("C", Tone::Behind)].map(grade).into())
}

static DESKS: AtomicU32 = AtomicU32::new(0);

/// A folder of one's own; removed in the end.
pub(crate) struct Desk(PathBuf);

impl Desk {
    pub(crate) fn new() -> Self {
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("nendo-site-{}-{number}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
