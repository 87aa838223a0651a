//! Whether translations agree: with each other, where the same text is translated in several places, and with their texts
//! in the numbers that both say. It knows where translations stand, and changes none.

use std::collections::BTreeMap;

use nendo_model::{Case, Origin, Plan, Problem, Translation, Wording};
use rayon::prelude::*;

use crate::given;
use crate::numbers::{Lexicon, Numbers};
use crate::site::Site;
use crate::spelling::key;

/// The translations of a site, or of one of its plans.
#[derive(Debug, Default)]
pub struct Agreement {
    pairs: Vec<Pair>,
    problems: Vec<Problem>,
}

/// A text and its translation into one language.
#[derive(Debug)]
struct Pair {
    source: String,
    language: String,
    target: String,
    origin: Origin,
    /// What stands for the text, and for the translation, among those that are equal to it.
    keys: [String; 2],
    /// That the two say different numbers.
    numbers: Option<Problem>,
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
        agreement.counted(site)
    }

    /// What the settings of a plan give.
    #[must_use]
    pub fn of_plan(site: &Site, plan: &Plan) -> Self {
        let mut agreement = Self::default();
        agreement.take_given(site, given::of_plan(plan).collect());
        agreement.counted(site)
    }

    /// What does not agree, in the translations of a site and then of its plans.
    #[must_use]
    pub fn problems(all: &[&Self]) -> Vec<Problem> {
        let mut problems: Vec<Problem> = all.iter().flat_map(|part| part.problems.iter().cloned()).collect();
        let mut first: BTreeMap<(&str, &str), &Pair> = BTreeMap::new();
        for pair in all.iter().flat_map(|part| &part.pairs) {
            let [source, target] = &pair.keys;
            let known = first.entry((source, &pair.language)).or_insert(pair);
            if known.keys[1] != *target {
                problems.push(pair.other_than(known));
            }
            problems.extend(pair.numbers.clone());
        }
        problems
    }

    /// The same, with the numbers that each text and its translation say compared.
    fn counted(mut self, site: &Site) -> Self {
        let (source, lexicons) = (site.words.source_tag(), site.lexicons());
        self.pairs.par_iter_mut().for_each(|pair| pair.numbers = pair.other_numbers(source, lexicons));
        self
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
                keys: [key(source), key(target).to_lowercase()],
                numbers: None,
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

    fn other_numbers(&self, source_tag: &str, lexicons: &BTreeMap<String, Lexicon>) -> Option<Problem> {
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
