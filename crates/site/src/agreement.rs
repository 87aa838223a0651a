//! Whether translations agree: with each other, where the same text is translated in several places, and with their texts
//! in the numbers that both say. It knows where translations stand, and changes none.

use std::collections::BTreeMap;

use nendo_model::{Case, Origin, Plan, Problem, Translation, Wording};

use crate::given;
use crate::numbers::{Lexicon, Numbers};
use crate::site::Site;
use crate::spelling::key;

/// The translations of a site and of its plans, gathered as they are read.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    pairs: Vec<Pair>,
    problems: Vec<Problem>,
}

/// A text and its translation into one language.
#[derive(Clone, Debug)]
struct Pair {
    source: String,
    language: String,
    target: String,
    origin: Origin,
}

impl Agreement {
    /// The translations of a site: what its settings give, and the rows of translations.csv.
    #[must_use]
    pub fn of(site: &Site, translations: &[Translation]) -> Self {
        let mut agreement = Self::default();
        for Translation { source, targets, origin } in translations {
            agreement.take(source, targets.0.iter(), origin);
        }
        agreement.take_given(site, given::of_site(&site.config).collect());
        agreement
    }

    /// What the settings of a plan give.
    #[must_use]
    pub fn of_plan(site: &Site, plan: &Plan) -> Self {
        let mut agreement = Self::default();
        agreement.take_given(site, given::of_plan(plan).collect());
        agreement
    }

    /// Takes in what another plan gives.
    pub fn join(&mut self, other: Self) {
        self.pairs.extend(other.pairs);
        self.problems.extend(other.problems);
    }

    /// What does not agree.
    #[must_use]
    pub fn problems(self, site: &Site) -> Vec<Problem> {
        let lexicons: BTreeMap<&str, Lexicon> =
            site.voices().map(|voice| (voice.tag(), Lexicon::of(voice))).collect();
        let mut problems = self.problems;
        let mut first: BTreeMap<(String, &str), &Pair> = BTreeMap::new();
        for pair in &self.pairs {
            let known = first.entry((key(&pair.source), pair.language.as_str())).or_insert(pair);
            if key(&known.target).to_lowercase() != key(&pair.target).to_lowercase() {
                problems.push(pair.other_than(known));
            }
            problems.extend(pair.other_numbers(site.words.source_tag(), &lexicons));
        }
        problems
    }

    fn take_given(&mut self, site: &Site, given: Vec<(Origin, &Wording)>) {
        let languages = &site.config.languages;
        for (origin, wording) in &given {
            let Wording::Given(texts) = wording else { continue };
            let Some(source) = texts.get(site.words.source_tag()) else { continue };
            self.take(source, texts.0.iter().filter(|(tag, _)| languages.contains(tag)), origin);
        }
        self.problems.extend(given::unknown_languages(given.into_iter(), languages));
    }

    fn take<'a>(
        &mut self,
        source: &str,
        targets: impl Iterator<Item = (&'a String, &'a String)>,
        origin: &Origin,
    ) {
        for (language, target) in targets.filter(|(_, target)| target.as_str() != source) {
            self.pairs.push(Pair {
                source: source.to_owned(),
                language: language.clone(),
                target: target.clone(),
                origin: origin.clone(),
            });
        }
    }
}

impl Pair {
    fn other_than(&self, known: &Self) -> Problem {
        let Origin { file, row, .. } = &known.origin;
        let place = row.map_or_else(|| file.clone(), |row| format!("{file}:{row}"));
        let case = Case::OtherTranslation {
            value: self.source.clone(),
            language: self.language.clone(),
            translation: self.target.clone(),
            other: known.target.clone(),
            place,
        };
        Problem { case, origin: self.origin.clone() }
    }

    fn other_numbers(&self, source_tag: &str, lexicons: &BTreeMap<&str, Lexicon>) -> Option<Problem> {
        let source = Numbers::of(&self.source, lexicons.get(source_tag)?);
        let target = Numbers::of(&self.target, lexicons.get(self.language.as_str())?);
        let [numbers, others] = source.differ(&target)?.map(|found| found.join(", "));
        let case = Case::OtherNumbers {
            value: self.source.clone(),
            translation: self.target.clone(),
            language: self.language.clone(),
            numbers,
            others,
        };
        Some(Problem { case, origin: self.origin.clone() })
    }
}
