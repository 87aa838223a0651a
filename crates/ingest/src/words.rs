//! translations.csv and units.csv: what the texts and counters of the tables are in the other
//! languages of the site. Knows which languages there are, not where a text is used.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use nendo_model::{Case, Checked, Localized, Origin, Place, Problem, Translation, UnitName};

use crate::record::{Grid, Record, Written};
use crate::{file, reading, spelling};

pub(crate) const TRANSLATIONS: &str = "translations.csv";
pub(crate) const UNITS: &str = "units.csv";

/// The headers of the column that marks rows which nothing asks for: for tables in Japanese, and in other languages.
pub(crate) const UNUSED: [&str; 2] = ["未使用", "unused"];

/// Reads translations.csv; an absent file has none. The header names languages, the first of `languages`, that of
/// the tables, among them; other columns are for those who edit. A row without a text in that language says nothing.
#[must_use]
pub fn translations(content: &Path, languages: &[String]) -> Checked<Vec<Translation>> {
    let mut problems = Vec::new();
    let sheet = Sheet::open(content, TRANSLATIONS).unload(&mut problems);
    let (Some(sheet), Some((source, others))) = (sheet, languages.split_first()) else {
        return Checked { value: Vec::new(), problems };
    };
    let mut column = |language: &String| {
        let mut columns = (0..sheet.header.len()).filter(|at| is_tag(&sheet.header[*at], language));
        let first = columns.next()?;
        problems.extend(columns.map(|at| sheet.same_role(first, at)));
        Some(first)
    };
    let Some(from) = column(source) else { return sheet.without_header(source) };
    let columns: Vec<(&String, usize)> = others.iter().filter_map(|tag| Some((tag, column(tag)?))).collect();
    let rows = sheet.rows(from).unload(&mut problems);
    let translation = |(record, source): (Record<'_>, Written<'_>)| {
        let text = |at: usize| record.filled(at).map(|target| target.text.to_owned());
        let targets = columns.iter().filter_map(|(tag, at)| Some(((*tag).clone(), text(*at)?))).collect();
        let origin = sheet.cell(source.place);
        Translation { source: source.text.to_owned(), targets: Localized(targets), origin }
    };
    Checked { value: rows.into_iter().map(translation).collect(), problems }
}

/// Reads units.csv; an absent file has none. Its columns are `unit`, and for each language `en-one`, `en-other` and
/// so on. `en` alone says all that no other column of the language does; `en-plural` is `en-other`.
#[must_use]
pub fn units(content: &Path) -> Checked<Vec<UnitName>> {
    let mut problems = Vec::new();
    let Some(sheet) = Sheet::open(content, UNITS).unload(&mut problems) else {
        return Checked { value: Vec::new(), problems };
    };
    let Some(from) = sheet.header.iter().position(|header| is_unit(header)) else {
        return sheet.without_header("unit");
    };
    let columns = sheet.forms(from).unload(&mut problems);
    let mut units = Vec::new();
    for (record, unit) in sheet.rows(from).unload(&mut problems) {
        let mut names: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
        for (at, language, category) in &columns {
            let Some(word) = record.filled(*at) else { continue };
            let forms = names.entry(language).or_default();
            for category in category.map_or(vec!["one", "other"], |category| vec![category]) {
                forms.entry(category.to_owned()).or_insert_with(|| word.text.to_owned());
            }
        }
        let unit = reading::unit_spelling(unit.text);
        units.extend(names.into_iter().map(|(language, forms)| UnitName {
            unit: unit.clone(),
            language: language.to_owned(),
            forms,
        }));
    }
    Checked { value: units, problems }
}

/// A CSV whose first row is its header.
struct Sheet {
    file: &'static str,
    row: u32,
    header: Vec<String>,
    grid: Grid,
}

/// A column of units.csv: its language and its plural category, if it names one.
type Form = (usize, String, Option<&'static str>);

impl Sheet {
    /// `None` where there is no such file, or nothing in it.
    fn open(content: &Path, file: &'static str) -> Checked<Option<Self>> {
        match file::grid(content, file) {
            Ok(grid) => {
                let first = grid.records().first().copied();
                let header = first.map(|first| (first.row, first.cells().map(str::to_owned).collect()));
                Checked::sound(header.map(|(row, header)| Self { file, row, header, grid }))
            }
            Err(problem) => Checked { value: None, problems: vec![problem] },
        }
    }

    /// The rows below the header that have a text in a column, each with that text. Those whose text was there
    /// before are told and left out.
    fn rows(&self, from: usize) -> Checked<Vec<(Record<'_>, Written<'_>)>> {
        let mut seen: BTreeMap<String, Place> = BTreeMap::new();
        let mut checked = Checked::sound(Vec::new());
        for record in self.grid.records().into_iter().skip(1) {
            let Some(written) = record.filled(from) else { continue };
            match seen.entry(spelling::folded(written.text)) {
                Entry::Vacant(place) => {
                    place.insert(written.place);
                    checked.value.push((record, written));
                }
                Entry::Occupied(first) => {
                    let (value, other) = (written.text.to_owned(), first.get().to_string());
                    let origin = self.cell(written.place);
                    checked.problems.push(Problem { case: Case::SameTranslation { value, other }, origin });
                }
            }
        }
        checked
    }

    /// The columns of words, those of a bare language last: it fills in what its categories leave open.
    fn forms(&self, from: usize) -> Checked<Vec<Form>> {
        let mut columns: Vec<Form> = Vec::new();
        let mut problems = Vec::new();
        for (at, header) in
            self.header.iter().enumerate().filter(|(at, header)| *at != from && !is_mark(header))
        {
            let Some((language, category)) = form(header) else {
                let is_used = self.grid.records().iter().skip(1).any(|row| !row.cell(at).is_empty());
                problems.extend(is_used.then(|| self.without_role(at)));
                continue;
            };
            match columns.iter().find(|(_, other, same)| *other == language && *same == category) {
                Some((first, _, _)) => problems.push(self.same_role(*first, at)),
                None => columns.push((at, language, category)),
            }
        }
        columns.sort_by_key(|(_, _, category)| category.is_none());
        Checked { value: columns, problems }
    }

    fn cell(&self, place: Place) -> Origin {
        Origin::cell(self.file, &self.header, place)
    }

    fn same_role(&self, first: usize, at: usize) -> Problem {
        let origin = self.cell(Place::new(self.row, at));
        let other = nendo_model::column_letters(u32::try_from(first).unwrap_or(u32::MAX));
        Problem { case: Case::SameRole { value: origin.header.clone(), other }, origin }
    }

    fn without_role(&self, at: usize) -> Problem {
        let origin = self.cell(Place::new(self.row, at));
        let (value, nearest) = (origin.header.clone(), String::new());
        Problem { case: Case::ColumnWithoutRole { value, nearest }, origin }
    }

    /// That the column of the texts, whose header is `name`, is missing.
    fn without_header<T>(&self, name: &str) -> Checked<Vec<T>> {
        let origin = Origin::row(self.file, self.row);
        let missing = "column".to_owned();
        let case = Case::NoHeader { missing, known: name.to_owned(), unknown: self.header.join(", ") };
        Checked { value: Vec::new(), problems: vec![Problem { case, origin }] }
    }
}

/// Whether a header is that of the marks on rows that nothing asks for.
pub(crate) fn is_mark(header: &str) -> bool {
    UNUSED.iter().any(|known| header.trim().eq_ignore_ascii_case(known))
}

/// Whether a header is that of the counters.
pub(crate) fn is_unit(header: &str) -> bool {
    matches!(header.to_lowercase().as_str(), "unit" | "単位")
}

/// The language and the plural category that a header of units.csv names: `en-one`, `pt-BR`.
pub(crate) fn form(header: &str) -> Option<(String, Option<&'static str>)> {
    const CATEGORIES: [(&str, &str); 8] = [
        ("zero", "zero"),
        ("one", "one"),
        ("two", "two"),
        ("few", "few"),
        ("many", "many"),
        ("other", "other"),
        ("singular", "one"),
        ("plural", "other"),
    ];
    let header = header.trim().replace('_', "-");
    let known = |name: &str| CATEGORIES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    let (language, category) = match header.rsplit_once('-') {
        Some((language, name)) if known(name).is_some() => {
            (language, known(name).map(|(_, category)| *category))
        }
        _ => (header.as_str(), None),
    };
    let mut parts = language.split('-');
    let is_language = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) && parts
        .all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    is_language.then(|| (language.to_owned(), category))
}

/// Whether a header is this language tag: case is no difference, nor `_` for `-`.
pub(crate) fn is_tag(header: &str, tag: &str) -> bool {
    header.trim().replace('_', "-").eq_ignore_ascii_case(&tag.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::{form, is_tag};

    #[test]
    fn headers_name_languages_and_plural_categories() {
        let named = |language: &str, category| Some((language.to_owned(), category));
        assert_eq!(form("en-one"), named("en", Some("one")));
        assert_eq!(form("en-plural"), named("en", Some("other")));
        assert_eq!(form("pt_BR-many"), named("pt-BR", Some("many")));
        assert_eq!(form("pt-BR"), named("pt-BR", None));
        assert_eq!(form("備考"), None);
        assert_eq!(form("en-備考"), None);
        assert_eq!(form(""), None);
        assert!(is_tag("pt_br", "pt-BR") && !is_tag("en", "ja"));
    }
}
