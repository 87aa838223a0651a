//! The texts that settings give: every wording of site.toml and of a plan, with the file it stands in. It knows no
//! translation, and asks for none.

use nendo_model::{Case, Origin, Plan, Problem, Wording};

use crate::config::Config;
use crate::spelling::key;

/// Languages that the program's own texts are in. A text of them that a site does not show is left over from an example,
/// and no mistake.
const OWN: [&str; 2] = ["ja", "en"];

/// The texts of site.toml.
pub(crate) fn of_site(config: &Config) -> impl Iterator<Item = (Origin, &Wording)> {
    let Config { title, publisher, source, notice, .. } = config;
    [title, publisher, source, notice]
        .into_iter()
        .flatten()
        .map(|wording| (Origin::file("site.toml"), wording))
}

/// The texts of a plan.toml, and the names of levels that are the headers of a table.
pub(crate) fn of_plan<'a>(plan: &'a Plan) -> impl Iterator<Item = (Origin, &'a Wording)> {
    let settings = || Origin::file(format!("plans/{}/plan.toml", plan.slug));
    let level = move |level: &'a Wording| {
        // A level that the settings do not name has its name from the header of the table.
        let names = |header: &String| matches!(level, Wording::Source(name) if key(name) == key(header));
        let table = plan.editions.last().filter(|edition| edition.headers.iter().any(names));
        (table.map_or_else(settings, |edition| Origin::file(&edition.file)), level)
    };
    let levels = plan.levels.iter().map(level);
    let meanings = plan.scale.grades().filter_map(|(_, grade)| grade.meaning.as_ref());
    std::iter::once((settings(), &plan.title))
        .chain(levels)
        .chain(meanings.map(move |meaning| (settings(), meaning)))
}

/// Languages that a text is given in and that the site does not have, so that nobody ever reads it.
pub(crate) fn unknown_languages<'a>(
    given: impl Iterator<Item = (Origin, &'a Wording)>,
    languages: &[String],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (origin, wording) in given {
        let Wording::Given(texts) = wording else { continue };
        let is_known = |tag: &&String| languages.contains(*tag) || OWN.contains(&tag.as_str());
        for tag in texts.0.keys().filter(|tag| !is_known(tag)) {
            let case = Case::UnknownLanguage { value: tag.clone(), known: languages.join(", ") };
            problems.push(Problem { case, origin: origin.clone() });
        }
    }
    problems
}
