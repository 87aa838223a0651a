//! A plan that is made up: its names, its settings, its table in each edition, and the translations of all that.

use std::fmt::Write;

use super::cells::{Cells, Kind};
use super::words::{DEEDS, MEASURES, PILLARS, SECTIONS, SUBJECTS, WARDS};
use super::{Sizes, YEARS};

/// A text with its translation into English.
pub(super) type Pair = [String; 2];

/// A plan by its number.
pub(super) struct Plan {
    number: usize,
    sizes: Sizes,
    ward: Pair,
}

/// A KPI of it.
struct Kpi {
    initiative: usize,
    name: Pair,
    /// What the table has in its column.
    heading: String,
    section: &'static str,
    cells: Cells,
}

impl Plan {
    pub(super) fn new(number: usize, sizes: Sizes) -> Self {
        let [first, second] = WARDS;
        let [ja, en] = [0, 1].map(|language| {
            [first[number % 20], second[number / 20 % 20]].map(|part| part[language]).concat()
        });
        let more = if number < 400 { String::new() } else { (number / 400).to_string() };
        Self { number, sizes, ward: [format!("{ja}{more}区"), format!("{en}{more} Ward")] }
    }

    /// The path of a file of the plan in the content folder.
    pub(super) fn file(&self, name: &str) -> String {
        format!("plans/plan-{:03}/{name}", self.number)
    }

    pub(super) fn settings(&self) -> String {
        let [ja, en] = &self.ward;
        let [service, office] = [0, 1].map(|pillar| self.pillar(pillar)[0].clone());
        let published = YEARS[..self.sizes.years].iter();
        let published = published.map(|year| format!("\"{year}\" = {}-06-28\n", year + 1));
        let published = published.collect::<Vec<_>>().concat();
        format!(
            "title = {{ ja = \"{ja}の計画\", en = \"Plan of {en}\" }}\n\
             levels = [{{ ja = \"柱\", en = \"Pillar\" }}, {{ ja = \"取組\", en = \"Initiative\" }}]\n\
             scale = \"a-d\"\n\n\
             [slugs]\n\"{service}\" = \"service\"\n\"{office}\" = \"office\"\n\n[published]\n{published}"
        )
    }

    /// Every text of the tables that needs a translation.
    pub(super) fn translations(&self) -> Vec<Pair> {
        let mut pairs = vec![self.pillar(0), self.pillar(1)];
        pairs.extend((0..self.sizes.initiatives).map(|initiative| self.initiative(initiative)));
        for kpi in self.kpis() {
            pairs.extend(kpi.heading.ends_with(&kpi.name[0]).then(|| kpi.name.clone()));
            pairs.extend(kpi.cells.translations());
        }
        pairs
    }

    /// The table of an edition. Another `nudge` changes one cell: the actual of the first KPI in that year.
    pub(super) fn table(&self, edition: u16, nudge: usize) -> String {
        let newest = YEARS.iter().position(|year| *year == edition).expect("a year of the plan");
        let mut table =
            "柱,取組,KPI,担当課,項目".to_owned() + &YEARS.map(|year| format!(",{year}年度")).concat();
        let mut before = None;
        for (at, kpi) in self.kpis().into_iter().enumerate() {
            let pillar = self.pillar_of(kpi.initiative);
            let is_new = before.replace(kpi.initiative) != Some(kpi.initiative);
            let merged = |is_first: bool, name: String| if is_first { name } else { String::new() };
            let names = [
                merged(is_new && kpi.initiative == self.first_of(pillar), self.pillar(pillar)[0].clone()),
                merged(is_new, self.number_of(kpi.initiative) + &self.initiative(kpi.initiative)[0]),
                kpi.heading,
                kpi.section.to_owned(),
            ];
            for (row, item) in ["目標", "実績", "評価", "理由", "備考"].into_iter().enumerate() {
                let names = if row == 0 { names.join(",") } else { ",".repeat(names.len() - 1) };
                let nudge = if at == 0 { nudge } else { 0 };
                let cells = (0..YEARS.len()).map(|year| kpi.cells.written(item, year, newest, nudge));
                let cells = cells.map(|cell| format!(",\"{cell}\"")).collect::<Vec<_>>().concat();
                let _ = write!(table, "\n{names},{item}{cells}");
            }
        }
        table + "\n"
    }

    fn kpis(&self) -> Vec<Kpi> {
        let Sizes { initiatives, kpis, .. } = self.sizes;
        let initiative_of = |at: usize| at * initiatives / kpis;
        let kpi = |at: usize| {
            let initiative = initiative_of(at);
            let same: Vec<usize> = (0..kpis).filter(|other| initiative_of(*other) == initiative).collect();
            let place = at - same[0];
            let kind = Kind::of(at, same.len());
            let [subject, measure] =
                [self.subject(initiative), MEASURES[(self.number + initiative + place) % MEASURES.len()]];
            let [ja, en] = &self.ward;
            let name = [
                format!("{ja}の{}{}", subject[0], measure[0]),
                format!("{} {} in {en}", measure[1], subject[1]),
            ];
            let heading = match (kind, same.len()) {
                (Kind::Named, _) => "—".to_owned(),
                (_, 1) => name[0].clone(),
                _ => format!("{}-{} {}", self.number_of(initiative), place + 1, name[0]),
            };
            let seed = u64::try_from(self.number * 1_000 + at).expect("a number of 64 bits");
            let cells = Cells::new(kind, seed, &name);
            Kpi { initiative, name, heading, section: SECTIONS[at % SECTIONS.len()], cells }
        };
        (0..kpis).map(kpi).collect()
    }

    fn pillar(&self, pillar: usize) -> Pair {
        let ([ja, en], [what, what_en]) = (&self.ward, PILLARS[pillar]);
        [format!("{ja}の{what}"), format!("{what_en} in {en}")]
    }

    fn initiative(&self, initiative: usize) -> Pair {
        let ([ja, en], subject) = (&self.ward, self.subject(initiative));
        let deed = DEEDS[(self.number + initiative) % DEEDS.len()];
        [format!("{ja}の{}{}", subject[0], deed[0]), format!("{} {} in {en}", deed[1], subject[1])]
    }

    fn subject(&self, initiative: usize) -> [&'static str; 2] {
        SUBJECTS[(initiative + self.number * 5) % SUBJECTS.len()]
    }

    fn pillar_of(&self, initiative: usize) -> usize {
        usize::from(initiative >= self.first_of(1))
    }

    /// The first initiative of a pillar.
    fn first_of(&self, pillar: usize) -> usize {
        pillar * self.sizes.initiatives.div_ceil(2)
    }

    /// Its number in its pillar, circled.
    fn number_of(&self, initiative: usize) -> String {
        let place = initiative - self.first_of(self.pillar_of(initiative));
        ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧'][place % 8].to_string()
    }
}
