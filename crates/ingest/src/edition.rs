//! The KPIs that a table lists → an edition: the tree of levels, and an id for each level and KPI.
//! Knows one edition only.

use std::mem;
use std::rc::Rc;

use nendo_model::{Branch, Case, Checked, Edition, Identity, Kpi, Number, Place, Problem, Scale};
use rustc_hash::FxHashMap;

use crate::field::Attribute;
use crate::header::Header;
use crate::kpi::Reader;
use crate::listed::{Listed, Named};
use crate::name::{self, Name};
use crate::record::Written;
use crate::settings::{KpiSetting, Settings};
use crate::table::Table;
use crate::{id, spelling};

/// Makes an edition of what its table lists, which it uses up. The problems are in the order of its cells' KPIs.
pub(crate) fn edition(table: &mut Table<'_>, settings: &Settings, scale: &Scale) -> Checked<Edition> {
    let listed = mem::take(&mut table.listed);
    let header = &table.columns.header;
    let reader = Reader::new(header, scale);
    let mut grower = Grower { header, settings, reader, taken: FxHashMap::default(), problems: Vec::new() };
    let branches = grower.branches(grouped(listed, 0), 0, None);
    let (file, headers) = (header.file.to_owned(), header.cells.clone());
    let dated = settings.published.iter().find(|published| published.year == table.year);
    let published = dated.map(|published| published.date);
    let corrections = settings.corrections.iter().filter(|set| set.year == table.year);
    let corrections = corrections.map(|set| set.correction.clone()).collect();
    let edition =
        Edition { year: table.year, file, saved: table.saved, published, corrections, headers, branches };
    Checked { value: edition, problems: grower.problems }
}

/// Whether a top level is the one that `[slugs]` in plan.toml names so.
pub(crate) fn is_named(name: &str, number: Option<&Number>, label: &str) -> bool {
    let whole = number.map_or_else(|| label.to_owned(), |number| format!("{}{label}", number.written));
    [label, &whole].map(spelling::folded).iter().any(|known| known == name)
}

struct Grower<'a> {
    header: &'a Header<'a>,
    settings: &'a Settings,
    reader: Reader<'a>,
    /// The ids given, and where.
    taken: FxHashMap<String, Place>,
    problems: Vec<Problem>,
}

/// A level and the KPIs under it, before it has an id.
struct Group<'a> {
    first: Written<'a>,
    name: Name,
    listed: Vec<Listed<'a>>,
}

impl<'a> Grower<'a> {
    /// The branches at a depth of the tree, in the order in which the table names them.
    fn branches(&mut self, groups: Vec<Group<'a>>, depth: usize, above: Option<&str>) -> Vec<Branch> {
        let numbers = last_parts(groups.iter().map(|group| &group.name));
        let mut branches = Vec::new();
        for (group, number) in groups.into_iter().zip(numbers) {
            let Group { first, name, listed } = group;
            let id = match above {
                Some(above) => format!("{above}-{number}"),
                None => self.slug(&name).unwrap_or_else(|| format!("p{}", branches.len() + 1)),
            };
            self.claim(&id, first.place);
            let (own, deeper): (Vec<Listed<'a>>, Vec<Listed<'a>>) =
                listed.into_iter().partition(|kpi| kpi.path.len() == depth + 1);
            let is_lone = own.len() == 1 && deeper.is_empty();
            let deeper = grouped(deeper, depth + 1);
            let below = last_parts(deeper.iter().map(|group| &group.name));
            let kpis = self.kpis(own, &id, &name, is_lone.then_some(id.as_str()), &below);
            let branches_under = self.branches(deeper, depth + 1, Some(&id));
            let Name { number, label } = name;
            branches.push(Branch { id, number, label, branches: branches_under, kpis, place: first.place });
        }
        branches
    }

    /// The KPIs directly under a level. `lone` is the id of a KPI that is all there is under it,
    /// unless its own number says otherwise. `below` are the numbers of the levels beside them.
    fn kpis(
        &mut self,
        listed: Vec<Listed<'a>>,
        above: &str,
        level: &Name,
        lone: Option<&str>,
        below: &[u32],
    ) -> Vec<Kpi> {
        let names = kpi_names(&listed);
        let numbers = last_parts(&names);
        let mut kpis = Vec::new();
        for ((listed, name), number) in listed.into_iter().zip(names).zip(numbers) {
            let is_of_level =
                |own: &Number| level.number.as_ref().is_some_and(|number| number.parts == own.parts);
            let adds_nothing = name.number.as_ref().is_none_or(is_of_level);
            let own = match lone {
                Some(id) if adds_nothing => id.to_owned(),
                _ if below.contains(&number) => format!("{above}-k{number}"),
                _ => format!("{above}-{number}"),
            };
            let (told, set) = (self.told(&listed), self.set(&name, level));
            // Published data tells the id of each KPI, be it pinned or made.
            let is_made = listed.is_published() && set.is_none() && told.as_ref() == Some(&own);
            let pinned = told.or(set);
            let has_number = name.number.is_some() || (name.label.is_empty() && level.number.is_some());
            let identity = match &pinned {
                Some(_) if !is_made => Identity::Pinned,
                _ if has_number => Identity::Numbered,
                _ => Identity::Placed,
            };
            let id = pinned.unwrap_or(own);
            // A lone KPI shares the id of its level, whose page holds nothing else.
            if lone != Some(id.as_str()) {
                self.claim(&id, listed.name.written.place);
            }
            let setting = self.settings.kpis.iter().find(|setting| setting.id == id);
            kpis.push(self.reader.kpi(&listed, (id, identity), name, setting, &mut self.problems));
        }
        kpis
    }

    fn slug(&self, name: &Name) -> Option<String> {
        let slugs = &self.settings.slugs;
        let found = slugs.iter().find(|slug| is_named(&slug.name, name.number.as_ref(), &name.label));
        found.map(|slug| slug.slug.clone())
    }

    /// The id that the table tells (`kpi_id`).
    fn told(&mut self, listed: &Listed<'_>) -> Option<String> {
        let Written { text, place } = listed.attribute(Attribute::KpiId)?;
        let Some(case) = id::fault_of_id(text) else { return Some(text.to_owned()) };
        self.problems.push(Problem { case, origin: self.header.cell(place) });
        None
    }

    /// The id that plan.toml sets.
    fn set(&self, name: &Name, level: &Name) -> Option<String> {
        let is_meant = |setting: &&KpiSetting| {
            let label =
                if name.label.is_empty() && name.number.is_none() { &level.label } else { &name.label };
            setting.label.as_ref().is_some_and(|pinned| is_named(pinned, name.number.as_ref(), label))
        };
        self.settings.kpis.iter().find(is_meant).map(|setting| setting.id.clone())
    }

    fn claim(&mut self, id: &str, place: Place) {
        match self.taken.get(id) {
            None => {
                self.taken.insert(id.to_owned(), place);
            }
            Some(first) => {
                let case = Case::DuplicateId { value: id.to_owned(), other: first.to_string() };
                self.problems.push(Problem { case, origin: self.header.cell(place) });
            }
        }
    }
}

/// The KPIs by their level at a depth, in the order in which the levels first appear.
fn grouped(listed: Vec<Listed<'_>>, depth: usize) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut index: FxHashMap<Rc<str>, usize> = FxHashMap::default();
    for kpi in listed {
        let Some(Named { written: first, key }) = kpi.path.get(depth).cloned() else { continue };
        let at = *index.entry(key).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Group { first, name: level_name(first.text), listed: Vec::new() });
        }
        groups[at].listed.push(kpi);
    }
    groups
}

/// A level always has a label: one that is a number only (①) is named by it.
fn level_name(written: &str) -> Name {
    let name = name::split(written);
    if name.label.is_empty() { Name { number: None, label: spelling::one_line(written) } } else { name }
}

/// The names of sibling KPIs. One without a number has that of its column (KPI番号), unless that column
/// numbers the siblings alike, and so something else.
fn kpi_names(listed: &[Listed<'_>]) -> Vec<Name> {
    if listed.iter().any(Listed::is_published) {
        return listed.iter().map(published_name).collect();
    }
    let names: Vec<Name> = listed.iter().map(|kpi| name::split(kpi.name.written.text)).collect();
    let numbered = listed.iter().zip(&names).map(|(kpi, name)| {
        let column = name::split(kpi.attribute(Attribute::KpiNumber)?.text);
        let number = column.number.filter(|_| column.label.is_empty());
        name.number.is_none().then_some(Name { number: Some(number?), label: name.label.clone() })
    });
    let numbered: Vec<Name> =
        numbered.zip(&names).map(|(numbered, own)| numbered.unwrap_or_else(|| own.clone())).collect();
    let mut parts = last_parts(&numbered);
    parts.sort_unstable();
    let is_alike = parts.windows(2).any(|pair| pair[0] == pair[1]);
    if is_alike { names } else { numbered }
}

/// The name of a KPI of published data, which has the number in a column of its own.
fn published_name(listed: &Listed<'_>) -> Name {
    let number = listed.attribute(Attribute::KpiNumber).map_or("", |written| written.text);
    // A spreadsheet takes (8) for a negative number.
    let digits = number.strip_prefix('-').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let number = digits.map_or_else(|| number.to_owned(), |digits| format!("({digits})"));
    let number = name::split(&number).number;
    Name { number, label: spelling::one_line(listed.name.written.text) }
}

/// The last part of each sibling's number, or the position of each where any has none.
fn last_parts<'a>(names: impl IntoIterator<Item = &'a Name>) -> Vec<u32> {
    let last = |name: &Name| name.number.as_ref().and_then(|number| number.parts.last().copied());
    let parts: Vec<Option<u32>> = names.into_iter().map(last).collect();
    let numbered: Option<Vec<u32>> = parts.iter().copied().collect();
    numbered.unwrap_or_else(|| (1..).take(parts.len()).collect())
}
