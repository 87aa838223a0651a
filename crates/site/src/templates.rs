//! Page data and templates → HTML bytes; the template engine's errors → problems.

use std::collections::BTreeMap;

use nendo_model::{Case, Checked, Origin, Problem};
use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::theme::Theme;
use crate::voice::Voice;
use crate::words::Words;

const FOLDER: &str = "templates/";

/// The templates of a theme, and the words they may say in each language.
pub(crate) struct Templates {
    tera: Tera,
    words: BTreeMap<String, Value>,
}

impl Templates {
    /// Reads every template of the theme. Without words they are looked at and not used.
    pub(crate) fn load(theme: &Theme, words: Option<&Words>) -> Checked<Option<Self>> {
        let mut problems = Vec::new();
        let texts = theme.texts(FOLDER).unload(&mut problems);
        let mut tera = Tera::new();
        // What is shown is HTML, whatever a template is called: only what is marked safe is not escaped.
        tera.autoescape_on([""]);
        let named = texts.iter().map(|(name, text)| (name.trim_start_matches(FOLDER), *text));
        if let Err(error) = tera.add_raw_templates(named) {
            problems.push(problem(&error, FOLDER));
        }
        let words = words
            .into_iter()
            .flat_map(Voice::all)
            .map(|voice| {
                let said = voice.plain_words().map(|(id, text)| (id.replace('-', "_"), Value::from(text)));
                (voice.tag().to_owned(), Value::from(said.collect::<BTreeMap<String, Value>>()))
            })
            .collect();
        let value = problems.is_empty().then_some(Self { tera, words });
        Checked { value, problems }
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
        let html = self.tera.render(template, &context).map_err(|error| problem(&error, template))?;
        Ok(html.into_bytes())
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
