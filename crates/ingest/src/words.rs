//! translations.csv and units.csv: what the texts and counters of the tables are in the other
//! languages of the site. Knows which languages there are, not where a text is used.

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Localized, Origin, Place, Problem, Translation, UnitName};

use crate::record::{Grid, Record};
use crate::{file, reading, spelling};

const TRANSLATIONS: &str = "translations.csv";
const UNITS: &str = "units.csv";

/// Reads translations.csv. The header names languages, the first of the site among them; other
/// columns are for those who edit. A row without a text in that language says nothing.
pub(crate) fn translations(content: &Path, languages: &[String]) -> Checked<Vec<Translation>> {
    let sheet = match Sheet::open(content, TRANSLATIONS) {
        Ok(sheet) => sheet,
        Err(problems) => return Checked { value: Vec::new(), problems },
    };
    let (Some(sheet), Some((source, others))) = (sheet, languages.split_first()) else {
        return Checked::sound(Vec::new());
    };
    let mut problems = Vec::new();
    let mut column = |language: &String| {
        let mut columns = (0..sheet.header.len()).filter(|at| is_tag(&sheet.header[*at], language));
        let first = columns.next()?;
        problems.extend(columns.map(|at| sheet.same_role(first, at)));
        Some(first)
    };
    let Some(from) = column(source) else { return sheet.without_header(source) };
    let columns: Vec<(&String, usize)> = others.iter().filter_map(|tag| Some((tag, column(tag)?))).collect();
    let mut seen = BTreeMap::new();
    let mut translations = Vec::new();
    for record in sheet.rows() {
        let text = |at: usize| Some(record.cell(at)).filter(|text| !text.is_empty()).map(str::to_owned);
        let Some(source) = text(from) else { continue };
        if let Some(problem) = sheet.again(&mut seen, record, from) {
            problems.push(problem);
            continue;
        }
        let origin = sheet.cell(record.row, from);
        let targets = columns.iter().filter_map(|(tag, at)| Some(((*tag).clone(), text(*at)?)));
        translations.push(Translation { source, targets: Localized(targets.collect()), origin });
    }
    Checked { value: translations, problems }
}

/// Reads units.csv: `unit`, and for each language `en-one`, `en-other` and so on. `en` alone says
/// all that no other column of the language does; `en-plural` is `en-other`.
pub(crate) fn units(content: &Path) -> Checked<Vec<UnitName>> {
    let sheet = match Sheet::open(content, UNITS) {
        Ok(Some(sheet)) => sheet,
        Ok(None) => return Checked::sound(Vec::new()),
        Err(problems) => return Checked { value: Vec::new(), problems },
    };
    let is_unit = |header: &String| matches!(header.to_lowercase().as_str(), "unit" | "単位");
    let Some(from) = sheet.header.iter().position(is_unit) else { return sheet.without_header("unit") };
    let mut problems = Vec::new();
    let mut columns: Vec<(usize, String, Option<&str>)> = Vec::new();
    for (at, header) in sheet.header.iter().enumerate().filter(|(at, _)| *at != from) {
        let Some((language, category)) = form(header) else {
            let is_used = sheet.rows().any(|row| !row.cell(at).is_empty());
            problems.extend(is_used.then(|| sheet.without_role(at)));
            continue;
        };
        match columns.iter().find(|(_, other, same)| *other == language && *same == category) {
            Some((first, _, _)) => problems.push(sheet.same_role(*first, at)),
            None => columns.push((at, language, category)),
        }
    }
    // A bare language fills in what its categories leave open, so it is read after them.
    columns.sort_by_key(|(_, _, category)| category.is_none());
    let mut seen = BTreeMap::new();
    let mut units = Vec::new();
    for record in sheet.rows() {
        let text = |at: usize| Some(record.cell(at)).filter(|text| !text.is_empty()).map(str::to_owned);
        let Some(unit) = text(from) else { continue };
        if let Some(problem) = sheet.again(&mut seen, record, from) {
            problems.push(problem);
            continue;
        }
        let mut names: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
        for (at, language, category) in &columns {
            let Some(word) = text(*at) else { continue };
            let forms = names.entry(language).or_default();
            for category in category.map_or(vec!["one", "other"], |category| vec![category]) {
                forms.entry(category.to_owned()).or_insert_with(|| word.clone());
            }
        }
        let unit = reading::unit_spelling(&unit);
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

impl Sheet {
    /// `None` where there is no such file, or nothing in it.
    fn open(content: &Path, file: &'static str) -> Result<Option<Self>, Vec<Problem>> {
        let grid = file::grid(content, file).map_err(|problem| vec![problem])?.unwrap_or_default();
        let first =
            grid.records().first().map(|first| (first.row, first.cells().map(str::to_owned).collect()));
        Ok(first.map(|(row, header)| Self { file, row, header, grid }))
    }

    /// The rows below the header.
    fn rows(&self) -> impl Iterator<Item = Record<'_>> {
        self.grid.records().into_iter().skip(1)
    }

    fn cell(&self, row: u32, column: usize) -> Origin {
        Origin::cell(self.file, &self.header, Place::new(row, column))
    }

    /// Whether the text of a row was there before; it is remembered if not.
    fn again(
        &self,
        seen: &mut BTreeMap<String, Place>,
        record: Record<'_>,
        column: usize,
    ) -> Option<Problem> {
        let (row, text) = (record.row, record.cell(column));
        let key = spelling::folded(text);
        if let Some(first) = seen.get(&key) {
            let case = Case::SameTranslation { value: text.to_owned(), other: first.to_string() };
            return Some(Problem { case, origin: self.cell(row, column) });
        }
        seen.insert(key, Place::new(row, column));
        None
    }

    fn same_role(&self, first: usize, at: usize) -> Problem {
        let origin = self.cell(self.row, at);
        let other = nendo_model::column_letters(u32::try_from(first).unwrap_or(u32::MAX));
        Problem { case: Case::SameRole { value: origin.header.clone(), other }, origin }
    }

    fn without_role(&self, at: usize) -> Problem {
        let origin = self.cell(self.row, at);
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

/// The language and the plural category that a header of units.csv names: `en-one`, `pt-BR`.
fn form(header: &str) -> Option<(String, Option<&'static str>)> {
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
fn is_tag(header: &str, tag: &str) -> bool {
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
        assert_eq!(form(""), None);
        assert!(is_tag("pt_br", "pt-BR") && !is_tag("en", "ja"));
    }
}
