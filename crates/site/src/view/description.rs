//! What each page of a year is about, in a sentence or two, for those who have not opened it.

use nendo_model::Kpi;

use super::View;
use super::kpis::one_line;
use crate::narrator::Narrator;
use crate::phrase::{Asked, Phrase};
use crate::route::Page;

/// So many letters of a page of prose are its description at most; who shows one has no place for more.
const MOST_LETTERS: usize = 160;

impl View<'_> {
    /// The description of this page; empty where it has nothing to say but its title.
    pub(crate) fn description(&self) -> Phrase {
        let Narrator { report, voice } = self.narrator;
        match &self.page {
            Page::Summary | Page::Report => self.answer(),
            Page::Behind => self.behind_sentence(),
            Page::Structure => self.of_the_year(voice.fill("structure-lead", [])),
            Page::Kpis => self.of_the_year(self.kpis_lead()),
            Page::Sections => self.of_the_year(voice.fill("sections-lead", [])),
            Page::Data => self.of_the_year(voice.fill("data-lead", [])),
            Page::Branch(id) => match report.branch_path(id).last() {
                Some(branch) => self.tallied(self.narrator.branch_name(branch), &branch.all_kpis()),
                None => Phrase::default(),
            },
            Page::Section(name) => {
                let section = report.sections().into_iter().find(|(known, _)| known == name);
                self.tallied(voice.phrase(name), &section.map(|(_, kpis)| kpis).unwrap_or_default())
            }
            Page::Kpi(id) => {
                report.kpi(id).map(|kpi| self.narrator.sentence(kpi, report.year)).unwrap_or_default()
            }
            Page::Accessibility if !self.site.prose.contains_key(Page::ACCESSIBILITY) => {
                voice.fill("statement-aim", [])
            }
            Page::Accessibility => self.beginning(Page::ACCESSIBILITY),
            Page::Prose(name) => self.beginning(name),
        }
    }

    /// The plan and the year, as what is said of them is named.
    pub(super) fn year_of_plan(&self) -> Phrase {
        let Narrator { report, voice } = self.narrator;
        let args =
            [("plan", voice.wording(&report.plan.title).into()), ("year", voice.year(report.year).into())];
        voice.fill("year-of-plan", args)
    }

    fn of_the_year(&self, said: Phrase) -> Phrase {
        self.labelled(self.year_of_plan(), said)
    }

    /// What some KPIs come to, under the name that they have together.
    fn tallied(&self, name: Phrase, kpis: &[&Kpi]) -> Phrase {
        let Narrator { report, voice } = self.narrator;
        self.labelled(name, voice.outlook(report.outlook_of(kpis.iter().copied())))
    }

    fn labelled(&self, label: Phrase, said: Phrase) -> Phrase {
        self.narrator.voice.fill("labelled", [("label", label.into()), ("amount", said.into())])
    }

    /// How a page of prose begins, with its headings.
    fn beginning(&self, name: &str) -> Phrase {
        let Some(page) = self.prose_page(name) else { return Phrase::default() };
        let text = shortened(&one_line(&page.paragraphs.join(" ")));
        if page.language == self.narrator.voice.tag() {
            Phrase::plain(text)
        } else {
            Phrase::foreign(Asked::Text(text), &page.language)
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        None => text.to_owned(),
        Some((end, _)) => {
            let kept = &text[..end];
            let word = kept.rfind([' ', '。', '、']).filter(|at| *at > end / 2);
            format!("{}…", word.map_or(kept, |at| &kept[..at]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("短い。"), "短い。");
        assert_eq!(shortened(&"word ".repeat(40)), format!("{}word…", "word ".repeat(31)));
        assert_eq!(shortened(&"字".repeat(200)), format!("{}…", "字".repeat(160)));
    }
}
