//! A progress table taken apart, so that edits of it leave a table: its KPIs, each with the rows that it has.

use crate::files::Files;
use crate::ground::CONTENT;
use crate::synthetic::chance::Chance;

/// The columns of the names: pillar, initiative, KPI.
pub(crate) const NAMES: usize = 3;

/// A table with a column for each year, and a row for each item of a KPI.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Where it stands among the inputs.
    pub(crate) path: String,
    pub(crate) header: Vec<String>,
    pub(crate) kpis: Vec<Kpi>,
}

/// A KPI with its rows, whose merged names are empty.
#[derive(Clone, Debug)]
pub(crate) struct Kpi {
    pub(crate) pillar: String,
    pub(crate) initiative: String,
    pub(crate) name: String,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// Any table of the inputs.
    pub(crate) fn any(chance: &mut Chance, inputs: &Files) -> Option<Self> {
        let paths = tables(inputs);
        let path = pick(chance, &paths)?;
        Self::read(path, inputs)
    }

    /// The table of a path; `None` if it is not in UTF-8.
    pub(crate) fn read(path: &str, inputs: &Files) -> Option<Self> {
        let text = std::str::from_utf8(inputs.get(path)?).ok()?;
        let text = text.trim_start_matches('\u{feff}');
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records =
            reader.records().map(|row| Some(row.ok()?.iter().map(str::to_owned).collect::<Vec<_>>()));
        let mut rows = records.collect::<Option<Vec<_>>>()?.into_iter();
        let (header, mut kpis) = (rows.next()?, Vec::<Kpi>::new());
        for mut row in rows.filter(|row| row.len() > NAMES) {
            let names: Vec<String> = row[..NAMES].iter_mut().map(std::mem::take).collect();
            if !names[2].is_empty() || kpis.is_empty() {
                let above = |name: &str, above: fn(&Kpi) -> &String| {
                    let above = kpis.last().map(above).filter(|_| name.is_empty());
                    above.map_or(name.to_owned(), Clone::clone)
                };
                let pillar = above(&names[0], |kpi| &kpi.pillar);
                let initiative = above(&names[1], |kpi| &kpi.initiative);
                kpis.push(Kpi { pillar, initiative, name: names[2].clone(), rows: Vec::new() });
            }
            kpis.last_mut()?.rows.push(row);
        }
        (!kpis.is_empty()).then_some(Self { path: path.to_owned(), header, kpis })
    }

    /// Puts the table back among the inputs, with merged cells.
    pub(crate) fn save(&self, inputs: &mut Files) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(&self.header).expect("a record");
        let mut before: Option<&Kpi> = None;
        for kpi in &self.kpis {
            let is_new_pillar = before.is_none_or(|before| before.pillar != kpi.pillar);
            let is_new = is_new_pillar || before.is_none_or(|before| before.initiative != kpi.initiative);
            for (at, row) in kpi.rows.iter().enumerate() {
                let names = [
                    (is_new_pillar && at == 0, &kpi.pillar),
                    (is_new && at == 0, &kpi.initiative),
                    (at == 0, &kpi.name),
                ];
                let names = names.map(|(is_shown, name)| if is_shown { name.as_str() } else { "" });
                let cells = names.into_iter().chain(row[NAMES..].iter().map(String::as_str));
                writer.write_record(cells).expect("a record");
            }
            before = Some(kpi);
        }
        inputs.insert(self.path.clone(), writer.into_inner().expect("written"));
    }

    /// The place of a KPI.
    pub(crate) fn any_kpi(&self, chance: &mut Chance) -> usize {
        chance.below(self.kpis.len())
    }

    /// Where the header says 項目, and the years begin after it.
    pub(crate) fn items(&self) -> Option<usize> {
        self.header.iter().position(|cell| cell == "項目")
    }
}

/// The paths of all tables.
pub(crate) fn tables(inputs: &Files) -> Vec<&String> {
    let folder = format!("{CONTENT}plans/");
    inputs.keys().filter(|path| path.starts_with(&folder) && path.rsplit('.').next() == Some("csv")).collect()
}

/// One of some things.
pub(crate) fn pick<'a, T>(chance: &mut Chance, things: &'a [T]) -> Option<&'a T> {
    if things.is_empty() { None } else { things.get(chance.below(things.len())) }
}
