//! Parts of pages that several pages of a year have in common, as templates see them. How they come about is for the modules
//! that are named after them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::draft::Mark;
use super::sharing::Sharing;
use crate::kept::Part;
use crate::narrator::SpokenGrade;
use crate::phrase::Phrase;
use crate::spoken::Spoken;

/// A link with its text.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub(super) struct Link {
    pub(super) label: Phrase,
    pub(super) href: String,
    /// The language that it leads to, in a switch of languages.
    pub(super) lang: String,
    pub(super) current: bool,
}

impl Link {
    pub(super) fn new(label: Phrase, href: String) -> Self {
        Self { label, href, lang: String::new(), current: false }
    }
}

/// A KPI in a line of a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub(super) struct KpiView {
    pub(super) id: String,
    pub(super) link: Link,
    /// Whether it has no name but that of the level which it is alone in.
    pub(super) nameless: bool,
    pub(super) initiative: Option<Link>,
    pub(super) grade: Option<SpokenGrade>,
    pub(super) before: Option<SpokenGrade>,
    pub(super) target: Spoken,
    pub(super) actual: Spoken,
    pub(super) attainment: String,
    /// The attainment between 0 and 100 as a number, for the length of a bar.
    pub(super) attainment_bar: String,
    pub(super) reason: Spoken,
    pub(super) completed: String,
    pub(super) sentence: Phrase,
}

/// A KPI as a section of a page.
#[derive(Debug, Hash, Serialize)]
pub(super) struct KpiSection {
    pub(super) kpi: Part<KpiView>,
    pub(super) detail: Part<KpiDetail>,
}

/// What the section of a KPI says on whichever page it stands.
#[derive(Debug, Hash, Serialize)]
pub(super) struct KpiDetail {
    pub(super) caption: Phrase,
    pub(super) years: Vec<YearHead>,
    pub(super) rows: Vec<Row>,
    pub(super) remarks: Vec<Remark>,
    /// The year of the grade, where the page is not of one year.
    pub(super) grade_year: String,
    /// Absent where the KPI is qualitative.
    pub(super) chart: Option<Part<ChartView>>,
    pub(super) quantitative: bool,
    /// Whether its table has nothing but numbers.
    pub(super) numbers: bool,
    /// Whether its years are too many to stand beside its chart.
    pub(super) long: bool,
    pub(super) section: Option<Link>,
    /// The link to its page across all years; empty on that page itself.
    pub(super) timeline: String,
    pub(super) baseline: Spoken,
    pub(super) final_target: Spoken,
    /// The link to its rows, or where the page is not of one year, to the data of all years.
    pub(super) data: Link,
}

/// A year at the head of a column.
#[derive(Debug, Hash, Serialize)]
pub(super) struct YearHead {
    pub(super) label: String,
    pub(super) current: bool,
}

/// A row of a KPI's table: one item over the years.
#[derive(Debug, Hash, Serialize)]
pub(super) struct Row {
    pub(super) item: &'static str,
    pub(super) label: String,
    pub(super) cells: Vec<TableCell>,
}

/// A reason or a note of a year.
#[derive(Debug, Hash, Serialize)]
pub(super) struct Remark {
    pub(super) label: String,
    pub(super) text: Spoken,
}

/// A cell of a KPI's table.
#[derive(Debug, Default, Hash, Serialize)]
pub(super) struct TableCell {
    pub(super) text: Spoken,
    pub(super) grade: Option<SpokenGrade>,
    /// What stands at the head of its column, for where the columns have no heads.
    pub(super) year: String,
    pub(super) current: bool,
}

/// A chart as a page shows it: the picture, the sentences under it, and where its file is.
#[derive(Debug, Hash, Serialize)]
pub(super) struct ChartView {
    /// The picture; more than one where it would be too long for a sheet of paper.
    pub(super) svgs: Vec<String>,
    /// Whether it needs more room than a narrow screen has, and so a region of its own that scrolls.
    pub(super) wide: bool,
    /// Names that region.
    pub(super) name: String,
    pub(super) caption: Phrase,
    pub(super) file: String,
}

/// The frame of a page. What is a part of it is the same on every page of the year.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub(crate) struct Frame {
    pub(super) lang: String,
    pub(super) title: Phrase,
    pub(super) title_text: String,
    pub(super) title_lang: String,
    pub(super) sharing: Sharing,
    /// That the page is a draft; empty where it is none.
    pub(super) draft: Part<Vec<Mark>>,
    /// What stands at the head of each sheet of paper, as a string of CSS.
    pub(super) running_head: Part<String>,
    pub(super) notice: Part<Phrase>,
    pub(super) site_title: Part<Phrase>,
    pub(super) plan_title: Part<Phrase>,
    /// The link to the theme's logo; empty where it has none.
    pub(super) logo: Part<String>,
    pub(super) year: Part<String>,
    pub(super) year_in_full: Part<String>,
    pub(super) year_span: Part<String>,
    pub(super) edition_note: Part<String>,
    /// The day on which the report was published; empty where that is not known.
    pub(super) published: Part<String>,
    pub(super) languages: Vec<Link>,
    pub(super) years: Vec<Link>,
    pub(super) nav: Vec<Part<Link>>,
    pub(super) crumbs: Vec<Link>,
    pub(super) home: Part<String>,
    pub(super) accessibility: Part<Link>,
    /// The link to the index of the search.
    pub(super) search: Part<String>,
    /// How this page names the static files of the theme.
    pub(super) assets: Part<BTreeMap<String, String>>,
    pub(super) publisher: Part<Phrase>,
    pub(super) source: Part<Phrase>,
    pub(super) licence_name: Part<String>,
    pub(super) licence_url: Part<String>,
}
