//! A KPI as a table lists it → a KPI of the model: its cells read, its grades found on the scale,
//! its direction. Knows no other KPI.

use std::collections::BTreeMap;
use std::sync::Arc;

use nendo_model::{
    Bound, Case, Cell, Counting, Decimal, Direction, FiscalYear, GradeIndex, Identity, Kpi, Place, Problem,
    Reading, Scale, YearEntry,
};
use rustc_hash::FxHashMap;

use crate::attested::{Attested, Habit};
use crate::evaluation::{self, Evaluation};
use crate::field::{Attribute, Item};
use crate::header::Header;
use crate::listed::Listed;
use crate::name::Name;
use crate::record::Written;
use crate::settings::KpiSetting;
use crate::unit::{self, Unit};
use crate::{reading, scale, spelling, stated};

/// Reads the KPIs of an edition. A table says the same things many times (100%, —, A), so what a text was
/// read as is kept, and shared by the cells that say it.
pub(crate) struct Reader<'a> {
    header: &'a Header<'a>,
    scale: &'a Scale,
    said: FxHashMap<(As<'a>, &'a str), Said>,
    grades: FxHashMap<&'a str, Evaluation>,
}

/// As what a text is read.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum As<'a> {
    /// As a value, in this unit where it names none, and cumulative if the KPI is.
    Value(Option<&'a str>, Counting),
    /// As a value of published data, with what stands beside it.
    Attested(Attested<'a>, Habit<'a>),
    /// As words, whatever figures they hold.
    Prose,
    /// As words of published data.
    Lines,
}

/// A text and what was understood of it.
struct Said {
    written: Arc<str>,
    reading: Arc<Reading>,
    /// What stands beside the text, where that says otherwise.
    told: Option<String>,
}

impl<'a> Reader<'a> {
    /// A reader of a table with this header, whose grades are of this scale.
    pub(crate) fn new(header: &'a Header<'a>, scale: &'a Scale) -> Self {
        Self { header, scale, said: FxHashMap::default(), grades: FxHashMap::default() }
    }

    /// Makes a KPI of what the table lists, and what plan.toml sets for it.
    pub(crate) fn kpi(
        &mut self,
        listed: &Listed<'a>,
        (id, identity): (String, Identity),
        name: Name,
        setting: Option<&'a KpiSetting>,
        problems: &mut Vec<Problem>,
    ) -> Kpi {
        let said = |attribute| listed.attribute(attribute);
        let set_unit = setting.and_then(|setting| setting.unit.as_deref());
        let counting =
            said(Attribute::Counting).and_then(|written| stated::counting(written.text)).unwrap_or_default();
        let value = As::Value(set_unit.or(said(Attribute::Unit).map(|unit| unit.text)), counting);
        let habit = listed.is_published().then(|| Habit::of(&by_year(listed), set_unit));
        let read_as = |written: Written<'a>| match listed.attested(written.place).zip(habit) {
            Some((attested, habit)) => As::Attested(attested, habit),
            None => value,
        };
        let baseline =
            said(Attribute::Baseline).map(|written| self.cell(written, read_as(written), problems));
        let final_target =
            said(Attribute::FinalTarget).map(|written| self.cell(written, read_as(written), problems));
        let mut kpi = Kpi {
            id,
            identity,
            number: name.number,
            label: Some(name.label).filter(|label| !label.is_empty()),
            direction: Direction::default(),
            counting,
            chart: setting.map(|setting| setting.chart).unwrap_or_default(),
            baseline,
            final_target,
            section: said(Attribute::Section).map(|section| section_of(listed, section)),
            years: self.years(listed, read_as, problems),
            place: listed.name.written.place,
        };
        let stated = said(Attribute::Direction).and_then(|written| stated::direction(written.text));
        let set = setting.and_then(|setting| setting.direction).or(stated);
        kpi.direction = set.unwrap_or_else(|| match direction(&kpi) {
            // Published data would say it.
            Direction::Higher | Direction::Lower if listed.is_published() => Direction::Unclear,
            direction => direction,
        });
        if set.is_none() && kpi.direction == Direction::Unclear {
            let name = kpi.label.as_deref().unwrap_or(&kpi.id);
            let case = Case::UnclearDirection { value: name.to_owned(), id: kpi.id.clone() };
            problems.push(self.problem(case, kpi.place));
        }
        kpi
    }

    /// What is said of each year, whose values are read so.
    fn years(
        &mut self,
        listed: &Listed<'a>,
        read_as: impl Fn(Written<'a>) -> As<'a>,
        problems: &mut Vec<Problem>,
    ) -> BTreeMap<FiscalYear, Box<YearEntry>> {
        let mut years: BTreeMap<FiscalYear, Box<YearEntry>> = BTreeMap::new();
        let words = if listed.is_published() { As::Lines } else { As::Prose };
        for &(year, item, written) in &listed.values {
            let entry = years.entry(year).or_default();
            match item {
                Item::Target => entry.target = Some(self.dated(written, read_as(written), year, problems)),
                Item::Actual => entry.actual = Some(self.dated(written, read_as(written), year, problems)),
                Item::Reason => entry.reason = Some(self.cell(written, words, problems)),
                Item::Note => entry.note = Some(self.cell(written, words, problems)),
                Item::Evaluation => entry.evaluation = self.grade(written, problems),
            }
        }
        years
    }

    /// The grade that a cell names, if it names one.
    fn grade(
        &mut self,
        Written { text, place }: Written<'a>,
        problems: &mut Vec<Problem>,
    ) -> Option<GradeIndex> {
        let scale = self.scale;
        match *self.grades.entry(text).or_insert_with(|| evaluation::evaluation(scale, text)) {
            Evaluation::NotSet => None,
            Evaluation::Grade(index) => Some(index),
            Evaluation::Unknown => {
                let case = Case::UnknownGrade {
                    value: text.to_owned(),
                    known: scale::codes(scale),
                    nearest: scale::nearest(scale, text).unwrap_or_default().to_owned(),
                };
                problems.push(self.problem(case, place));
                None
            }
        }
    }

    /// A cell of a year. One that says that its value is of another, 65.2%（R2年度調査）, is left unread.
    fn dated(
        &mut self,
        written: Written<'a>,
        read: As<'a>,
        year: FiscalYear,
        problems: &mut Vec<Problem>,
    ) -> Cell {
        let cell = self.cell(written, read, problems);
        let Reading::Quantity(quantity) = &*cell.reading else { return cell };
        if quantity.notes.iter().filter_map(|note| stated::year(note)).all(|own| own == year) {
            return cell;
        }
        problems.push(self.problem(Case::Unread { value: written.text.to_owned() }, written.place));
        Cell { reading: Reading::Unread.into(), ..cell }
    }

    /// A cell, and what is wrong with it.
    fn cell(
        &mut self,
        Written { text, place }: Written<'a>,
        read: As<'a>,
        problems: &mut Vec<Problem>,
    ) -> Cell {
        let said = self.said.entry((read, text)).or_insert_with(|| read.read(text));
        let (written, reading) = (Arc::clone(&said.written), Arc::clone(&said.reading));
        let case = match *reading {
            Reading::Unread if let Some(told) = &said.told => {
                Some(Case::OtherValue { value: text.to_owned(), other: told.clone() })
            }
            Reading::Unread => Some(Case::Unread { value: text.to_owned() }),
            Reading::Broken => Some(Case::Broken { value: text.to_owned() }),
            _ => None,
        };
        problems.extend(case.map(|case| self.problem(case, place)));
        Cell { written, reading, place }
    }

    fn problem(&self, case: Case, place: Place) -> Problem {
        Problem { case, origin: self.header.cell(place) }
    }
}

impl As<'_> {
    fn read(self, text: &str) -> Said {
        let reading = match self {
            Self::Value(unit, counting) => {
                let read = reading::read(text);
                let read = match unit.and_then(Unit::read) {
                    Some(unit) => unit.give(read),
                    None => read,
                };
                if counting == Counting::Cumulative { unit::accumulated(read) } else { read }
            }
            Self::Attested(attested, habit) => {
                let (written, reading) = attested.read(text, habit);
                let told = reading.is_none().then(|| attested.told()).filter(|told| !told.is_empty());
                return Said {
                    written: written.into(),
                    reading: reading.unwrap_or(Reading::Unread).into(),
                    told,
                };
            }
            Self::Prose => prose(text),
            Self::Lines => {
                let lines = spelling::with_lines(text);
                return Said { reading: prose(&lines).into(), written: lines.into(), told: None };
            }
        };
        Said { written: text.into(), reading: reading.into(), told: None }
    }
}

/// Words, whatever figures they hold.
fn prose(text: &str) -> Reading {
    match reading::read(text) {
        told @ (Reading::List(_) | Reading::NotSet { .. }) => told,
        _ => Reading::Text,
    }
}

/// The responsible section, on the lines that it had.
fn section_of(listed: &Listed<'_>, section: Written<'_>) -> String {
    if listed.is_published() {
        spelling::with_lines(section.text).into_owned()
    } else {
        section.text.to_owned()
    }
}

/// The texts of published data with what stands beside them, those of a year next to each other.
fn by_year<'a>(listed: &Listed<'a>) -> Vec<Vec<(&'a str, Attested<'a>)>> {
    let beside = |written: Written<'a>| Some((written.text, listed.attested(written.place)?));
    let years = listed.values.chunk_by(|one, next| one.0 == next.0);
    let years = years.map(|year| year.iter().filter_map(|(_, _, written)| beside(*written)).collect());
    let once = listed.attributes.iter().filter_map(|(_, written)| beside(*written));
    years.chain([once.collect()]).collect()
}

/// Which way is better, as far as the table says: by the bounds that its targets set, or by a
/// baseline above all targets. Targets that only fall prove nothing, and leave it unclear.
fn direction(kpi: &Kpi) -> Direction {
    let targets: Vec<_> = kpi
        .years
        .values()
        .filter_map(|entry| entry.target.as_ref())
        .chain(&kpi.final_target)
        .filter_map(Cell::quantity)
        .collect();
    let any = |bounds: [Bound; 2]| targets.iter().any(|target| bounds.contains(&target.bound));
    match (any([Bound::AtMost, Bound::LessThan]), any([Bound::AtLeast, Bound::MoreThan])) {
        (true, false) => return Direction::Lower,
        (false, true) => return Direction::Higher,
        _ => {}
    }
    let above_all = kpi.baseline.as_ref().and_then(Cell::quantity).is_some_and(|baseline| {
        let is_above =
            |target: &&nendo_model::Quantity| target.unit == baseline.unit && baseline.value > target.value;
        !targets.is_empty() && targets.iter().all(is_above)
    });
    match (above_all, has_falling_targets(kpi)) {
        (true, _) => Direction::Lower,
        (false, true) => Direction::Unclear,
        (false, false) => Direction::Assumed,
    }
}

/// Whether the targets in the unit of the KPI fall, and never rise.
fn has_falling_targets(kpi: &Kpi) -> bool {
    let Some(series) = kpi.series() else { return false };
    let targets: Vec<Decimal> =
        kpi.years.keys().filter_map(|year| Some(series.target(*year)?.value)).collect();
    targets.is_sorted_by(|before, next| next <= before) && targets.first() > targets.last()
}
