//! Page data and templates → HTML bytes; the template engine's errors → problems.

use std::collections::BTreeMap;

use nendo_model::{Case, Checked, Origin, Problem};
use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::key::Key;
use crate::markup::escape;
use crate::theme::Theme;
use crate::voice::Voice;
use crate::words::Words;

const FOLDER: &str = "templates/";

/// How many bytes most pages have at the most.
const USUAL: usize = 1 << 14;

/// The templates of a theme, and the words they may say in each language.
pub(crate) struct Templates {
    tera: Tera,
    words: BTreeMap<String, Value>,
    /// What stands for each template with all that it can draw on.
    keys: BTreeMap<String, Key>,
    /// What stands for the words of each language.
    words_keys: BTreeMap<String, Key>,
}

/// The templates of whole pages.
const PAGES: [&str; 13] = [
    "accessibility.html",
    "behind.html",
    "branch.html",
    "data.html",
    "front.html",
    "kpis.html",
    "prose.html",
    "report.html",
    "section.html",
    "sections.html",
    "structure.html",
    "summary.html",
    "timeline.html",
];

impl Templates {
    /// Reads every template of the theme. Without words they are looked at and not used.
    pub(crate) fn load(theme: &Theme, words: Option<&Words>) -> Checked<Option<Self>> {
        let mut problems = Vec::new();
        let texts = theme.texts(FOLDER).unload(&mut problems);
        let mut tera = Tera::new();
        // What is shown is HTML, whatever a template is called: only what is marked safe is not escaped.
        tera.autoescape_on([""]);
        tera.set_escape_fn(|text, html| {
            let mut written = Ok(());
            escape(text, |piece| {
                if written.is_ok() {
                    written = html.write_all(piece.as_bytes());
                }
            });
            written
        });
        let named: BTreeMap<&str, &str> =
            texts.iter().map(|(name, text)| (name.trim_start_matches(FOLDER), *text)).collect();
        if let Err(error) = tera.add_raw_templates(named.iter().map(|(name, text)| (*name, *text))) {
            problems.push(problem(&error, FOLDER));
        }
        let said: BTreeMap<String, BTreeMap<String, String>> = words
            .into_iter()
            .flat_map(Voice::all)
            .map(|voice| {
                let said = voice.plain_words().map(|(id, text)| (id.replace('-', "_"), text));
                (voice.tag().to_owned(), said.collect())
            })
            .collect();
        let value = problems.is_empty().then(|| Self {
            tera,
            keys: PAGES.iter().map(|page| ((*page).to_owned(), Key::of(&drawn_on(page, &named)))).collect(),
            words_keys: said.iter().map(|(tag, said)| (tag.clone(), Key::of(said))).collect(),
            words: said.into_iter().map(|(tag, said)| (tag, Value::from_serializable(&said))).collect(),
        });
        Checked { value, problems }
    }

    /// What stands for a template and all that it can draw on.
    pub(crate) fn key(&self, template: &str) -> Key {
        self.keys.get(template).copied().unwrap_or_else(|| Key::of(template))
    }

    /// What stands for the words of a language.
    pub(crate) fn words_key(&self, language: &str) -> Key {
        self.words_keys.get(language).copied().unwrap_or_else(|| Key::of(language))
    }

    /// Each template and the words of each language, by name.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (String, Key)> {
        let templates = self.keys.iter().map(|(name, key)| (format!("template/{name}"), *key));
        templates.chain(self.words_keys.iter().map(|(tag, key)| (format!("words/{tag}"), *key)))
    }

    /// One page, in a language.
    pub(crate) fn render<F: Serialize, P: Serialize>(
        &self,
        template: &str,
        language: &str,
        frame: &F,
        page: &P,
    ) -> Result<Vec<u8>, Problem> {
        let mut context = Context::new();
        context.insert("frame", frame);
        context.insert("page", page);
        context.insert("lang", language);
        context.insert_value("words", self.words.get(language).cloned().unwrap_or_else(|| Value::from(())));
        let mut html = Vec::with_capacity(USUAL);
        self.tera.render_to(template, &context, &mut html).map_err(|error| problem(&error, template))?;
        Ok(html)
    }
}

/// The texts that the template of a page can draw on: its own, all that belong to no page, and those of other pages that one of
/// these names.
fn drawn_on<'a>(page: &str, texts: &BTreeMap<&'a str, &'a str>) -> BTreeMap<&'a str, &'a str> {
    let is_own = |name: &str| name == page || !PAGES.contains(&name);
    let (mut drawn, mut others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        texts.iter().map(|(name, text)| (*name, *text)).partition(|(name, _)| is_own(name));
    loop {
        let (named, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
            others.into_iter().partition(|(name, _)| drawn.values().any(|text| text.contains(name)));
        if named.is_empty() {
            return drawn;
        }
        drawn.extend(named);
        others = rest;
    }
}

fn problem(error: &tera::Error, template: &str) -> Problem {
    let report = match error.kind() {
        tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => report,
        other => {
            let case = Case::Template { message: other.to_string() };
            return Problem { case, origin: Origin::file(template) };
        }
    };
    let row = u32::try_from(report.span().start_line).unwrap_or(u32::MAX);
    let origin = Origin::row(format!("{FOLDER}{}", report.filename()), row);
    Problem { case: Case::Template { message: report.message().to_owned() }, origin }
}
