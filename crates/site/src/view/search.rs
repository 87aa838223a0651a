//! What can be found in a year: its pages, the levels of the plan, responsible sections and KPIs with all that is written of
//! them, in one language. It is a script of plain data, as a page that is opened from a folder can fetch nothing else. How
//! texts are compared is for the script that reads it.

use nendo_model::{Branch, Cell, FiscalYear, Kpi, Reading, YearEntry};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Link, View};
use crate::phrase::Phrase;
use crate::report::Report;
use crate::route::Page;
use crate::script;

/// Everything that can be found, and the words to show it with. What is absent is named by no place in a list.
#[derive(Debug, Default)]
struct Index {
    words: Words,
    grades: Vec<Grade>,
    /// What stands before a text: an item and its year.
    labels: Vec<String>,
    entries: Vec<Entry>,
}

/// What the results say; `{n}` holds the place of a number.
#[derive(Debug, Default, Hash, Serialize)]
struct Words {
    found: String,
    none: String,
    more: String,
}

/// Code, meaning and tone.
type Grade = (Value, Value, &'static str);

/// A page or a part of one: its link, its name, the entry above it, its grade, its texts after their labels. A text that is an
/// entry's name is that entry's place.
type Entry = (String, Value, Option<usize>, Option<usize>, Vec<Value>);

impl View<'_> {
    /// The index of the year in this language, as a script.
    pub(crate) fn search_index(&self) -> Vec<u8> {
        let voice = self.narrator.voice;
        let count = |id: &str| voice.fill(id, [("n", "{n}".into())]).text();
        let words = Words {
            found: count("search-found"),
            none: voice.word("search-none"),
            more: count("search-more"),
        };
        let mut index = Index { words, ..Index::default() };
        for link in self.nav().into_iter().chain([self.accessibility()]) {
            index.add(&link, None);
        }
        for name in self.site.prose.keys() {
            self.index_prose(name, &mut index);
        }
        let report = self.narrator.report;
        let sections = report.sections().into_iter();
        let sections: Vec<(&str, usize)> =
            sections.map(|(name, _)| (name, index.add(&self.section_link(name), None))).collect();
        for branch in &report.edition.branches {
            self.index_branch(branch, None, &sections, &mut index);
        }
        index.script()
    }

    /// Gives the entry of a page of prose its paragraphs.
    fn index_prose(&self, name: &str, index: &mut Index) {
        let href = self.link(&Page::Prose(name.to_owned()));
        let entry = index.entries.iter_mut().find(|(known, ..)| *known == href);
        let Some(((.., texts), page)) = entry.zip(self.prose_page(name)) else { return };
        let label = place_of(&mut index.labels, String::new());
        let is_native = page.language == self.narrator.voice.tag();
        let said = |text| if is_native { json!(text) } else { json!([text, page.language]) };
        *texts = page.paragraphs.iter().flat_map(|text| [json!(label), said(text)]).collect();
    }

    /// A level of the plan with all below it. A KPI that is alone in a level and has its name stands for both.
    fn index_branch(
        &self,
        branch: &Branch,
        above: Option<usize>,
        sections: &[(&str, usize)],
        index: &mut Index,
    ) {
        let stands_for_both = match branch.kpis.as_slice() {
            [kpi] => kpi.label.is_none() && branch.branches.is_empty(),
            _ => false,
        };
        let own = if stands_for_both { above } else { Some(index.add(&self.branch_link(branch), above)) };
        for kpi in &branch.kpis {
            let at = index.add(&self.kpi_link(kpi), own);
            let grade = kpi.evaluation(self.narrator.report.year);
            let grade = grade.and_then(|grade| self.narrator.grade(grade)).map(|grade| {
                place_of(&mut index.grades, (said(&grade.code), said(&grade.meaning), grade.tone))
            });
            let section = sections.iter().find(|(name, _)| kpi.section.as_deref() == Some(name));
            let section = section.map(|(_, at)| (self.label("section", None), json!(at)));
            let texts = self.texts(kpi).into_iter().chain(section);
            let texts = texts.flat_map(|(label, text)| [json!(place_of(&mut index.labels, label)), text]);
            let texts = texts.collect();
            if let Some(entry) = index.entries.get_mut(at) {
                (entry.3, entry.4) = (grade, texts);
            }
        }
        for inner in &branch.branches {
            self.index_branch(inner, own, sections, index);
        }
    }

    /// Each text that a reader sees of a KPI with what it is, once: those of the year first, then from the newest to the oldest.
    fn texts(&self, kpi: &Kpi) -> Vec<(String, Value)> {
        let report: &Report<'_> = self.narrator.report;
        let others = kpi.years.iter().rev().filter(|(year, _)| **year != report.year);
        let years = kpi.entry(report.year).map(|entry| (report.year, entry)).into_iter();
        let years = years.chain(others.map(|(year, entry)| (*year, &**entry)));
        let of_years = years.flat_map(|(year, entry)| {
            let YearEntry { target, actual, reason, note, evaluation: _ } = entry;
            let items = [("target", target), ("actual", actual), ("reason", reason), ("remark", note)];
            items.map(|(item, cell)| (item, Some(year), cell.as_ref()))
        });
        let fixed =
            [("baseline", None, kpi.baseline.as_ref()), ("final-target", None, kpi.final_target.as_ref())];
        let mut texts: Vec<(String, Value)> = Vec::new();
        for (item, year, cell) in of_years.chain(fixed) {
            let Some(cell) = cell.filter(|cell| *cell.reading != Reading::NotSet { reason: None }) else {
                continue;
            };
            let text = self.text(cell);
            if texts.iter().all(|(_, known)| *known != text) {
                texts.push((self.label(item, year), text));
            }
        }
        texts
    }

    fn text(&self, cell: &Cell) -> Value {
        said(&Phrase::join(self.narrator.voice.cell(cell).lines, "\n"))
    }

    /// What stands before a text: 理由（2023年度）：.
    fn label(&self, item: &str, year: Option<FiscalYear>) -> String {
        let voice = self.narrator.voice;
        let word = voice.word(item);
        let label = match year {
            None => word,
            Some(year) => voice.line("remark-of-year", [("remark", &word), ("year", &voice.year(year))]),
        };
        voice.line("labelled", [("label", &label), ("amount", "")])
    }
}

impl Index {
    fn add(&mut self, link: &Link, above: Option<usize>) -> usize {
        self.entries.push((link.href.clone(), said(&link.label), above, None, Vec::new()));
        self.entries.len() - 1
    }

    fn script(&self) -> Vec<u8> {
        let entries: Vec<Value> = self.entries.iter().map(short).collect();
        let Self { words, grades, labels, entries: _ } = self;
        let index = json!({ "words": words, "grades": grades, "labels": labels, "entries": entries });
        format!("var searchIndex={}\n", script::data(&index)).into_bytes()
    }
}

/// An entry without the absent parts at its end.
fn short(entry: &Entry) -> Value {
    let (href, name, above, grade, texts) = entry;
    let mut parts = vec![json!(href), name.clone(), json!(above), json!(grade), json!(texts)];
    let is_absent = |part: &Value| part.is_null() || part.as_array().is_some_and(Vec::is_empty);
    while parts.last().is_some_and(is_absent) {
        parts.pop();
    }
    Value::from(parts)
}

/// A phrase: its text, with its language beside it where that is not the page's.
fn said(phrase: &Phrase) -> Value {
    if phrase.is_native() { json!(phrase.text()) } else { json!([phrase.text(), phrase.lang()]) }
}

/// Where something stands in a list; it is put there first.
fn place_of<T: PartialEq>(list: &mut Vec<T>, wanted: T) -> usize {
    list.iter().position(|known| *known == wanted).unwrap_or_else(|| {
        list.push(wanted);
        list.len() - 1
    })
}
