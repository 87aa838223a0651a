//! What the cells of a KPI say, by its kind: targets that rise from year to year, actuals near them, and grades that
//! fit both.

use super::YEARS;
use super::chance::Chance;
use super::plan::Pair;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Percent,
    TenThousands,
    Count,
    Bare,
    Yearly,
    Cumulative,
    Breakdown,
    Range,
    /// No more than so many minutes.
    Bound,
    /// A percentage without a target in the first year.
    NotSet,
    /// A count whose actual of the first year comes late.
    Late,
    /// Completed at the end of the first year.
    Closed,
    /// Words.
    Text,
    /// Words, and the KPI has no name but its initiative's.
    Named,
    /// Two lines of words.
    List,
}

/// The kinds in the order of the KPIs of a plan.
const KINDS: [Kind; 25] = [
    Kind::Percent,
    Kind::Breakdown,
    Kind::Text,
    Kind::TenThousands,
    Kind::NotSet,
    Kind::List,
    Kind::Closed,
    Kind::Count,
    Kind::Range,
    Kind::Bound,
    Kind::Named,
    Kind::Bare,
    Kind::Percent,
    Kind::Yearly,
    Kind::Named,
    Kind::Cumulative,
    Kind::Percent,
    Kind::TenThousands,
    Kind::Count,
    Kind::Late,
    Kind::Breakdown,
    Kind::Text,
    Kind::Percent,
    Kind::Yearly,
    Kind::Cumulative,
];

/// What is being worked on in each year.
const STAGES: [[&str; 2]; YEARS.len()] =
    [["準備", "preparation"], ["実施", "implementation"], ["点検", "review"]];

impl Kind {
    /// The kind of a KPI by its place in the plan, and by how many KPIs its initiative has: it takes the name of the
    /// initiative only where it is alone there.
    pub(super) fn of(at: usize, initiative: usize) -> Self {
        match KINDS[at % KINDS.len()] {
            Self::Named if initiative > 1 => Self::Text,
            kind => kind,
        }
    }

    fn is_words(self) -> bool {
        matches!(self, Self::Text | Self::Named | Self::List)
    }
}

/// The cells of a KPI.
pub(super) struct Cells {
    kind: Kind,
    name: Pair,
    /// The target of the first year, and how far it rises each year.
    start: usize,
    step: usize,
    /// How far each actual is above the target less [`LAG`].
    ahead: [usize; YEARS.len()],
}

/// How far an actual may be below its target.
const LAG: usize = 3;

impl Cells {
    pub(super) fn new(kind: Kind, seed: u64, name: &Pair) -> Self {
        let mut chance = Chance::of(seed);
        let (start, step) = (30 + chance.below(30), 3 + chance.below(6));
        Self { kind, name: name.clone(), start, step, ahead: [(); YEARS.len()].map(|()| chance.below(10)) }
    }

    /// The text of a cell in an edition, whose newest year is given by its place. With a `nudge` the actual of that year
    /// is another.
    pub(super) fn written(&self, item: &str, year: usize, newest: usize, nudge: usize) -> String {
        let is_open = self.kind == Kind::Closed && year > 0;
        match item {
            "目標" if is_open => ["(2022年度末をもって目標完了)", "—"][year - 1].to_owned(),
            "目標" if self.kind == Kind::NotSet && year == 0 => {
                "— (強化期間のため目標の設定なし)".to_owned()
            }
            "目標" => self.value(year, LAG, true),
            "備考" if year == 1 && self.has_note() => self.note()[0].clone(),
            "備考" => String::new(),
            "理由" if year > newest || is_open || self.grade(year) != "C" => String::new(),
            "理由" => self.reasons().map(|[ja, _]| format!("・{ja}")).join("\n"),
            _ if year > newest => "—".to_owned(),
            "実績" if is_open || self.kind == Kind::NotSet && year == 0 => "—".to_owned(),
            "実績" if self.kind == Kind::Late && year == 0 => "—(集計中)".to_owned(),
            "実績" => {
                self.value(year, self.ahead[year] + if year == newest { nudge % 9 } else { 0 }, false)
            }
            _ if is_open => ["A", "—"][year - 1].to_owned(),
            _ if matches!(self.kind, Kind::NotSet | Kind::Late) && year == 0 => "—".to_owned(),
            _ => self.grade(year).to_owned(),
        }
    }

    /// Every text of the cells that needs a translation.
    pub(super) fn translations(&self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        if (0..YEARS.len()).any(|year| self.grade(year) == "C") {
            pairs.extend(self.reasons());
        }
        if self.has_note() {
            pairs.push(self.note());
        }
        if self.kind.is_words() {
            let lines = if self.kind == Kind::List { 2 } else { 1 };
            let texts = (0..YEARS.len()).flat_map(|year| (0..lines).map(move |line| (year, line)));
            pairs.extend(texts.flat_map(|(year, line)| [self.promise(year, line), self.deed(year, line)]));
        }
        pairs
    }

    fn grade(&self, year: usize) -> &'static str {
        match self.ahead[year] {
            9 if self.kind.is_words() => "D",
            ahead if ahead < LAG => "C",
            ahead if ahead < 2 * LAG => "B",
            _ => "A",
        }
    }

    /// A value of a year, `ahead` above its target less [`LAG`].
    fn value(&self, year: usize, ahead: usize, is_target: bool) -> String {
        let value = self.start + self.step * year + ahead - LAG;
        match self.kind {
            Kind::Percent | Kind::NotSet => format!("{value}.{}%", self.step),
            Kind::TenThousands => format!("{value}.{}万人", self.step),
            Kind::Bare if is_target && year == 2 => format!("{value}(上方修正)"),
            Kind::Bare => value.to_string(),
            Kind::Yearly => format!("1,0{value}人/年"),
            Kind::Cumulative => format!("{value}件(累計) ※速報値による"),
            Kind::Breakdown => {
                let others = 5 + year;
                format!("{}窓口(累計)に導入 (直営施設:{value}、 指定管理施設:{others})", value + others)
            }
            Kind::Range if is_target => format!("{value}〜{}件", value + 10),
            Kind::Count | Kind::Late | Kind::Range => format!("{value}件"),
            Kind::Bound if is_target => format!("{}分以内", 100 - self.step * year),
            Kind::Bound => format!("{}分", 100 - self.step * year + LAG - ahead.min(LAG * 3)),
            Kind::Closed => format!("{value}箇所(累計)"),
            Kind::Text | Kind::Named => self.words(year, 0, is_target),
            Kind::List => [0, 1].map(|line| format!("・{}", self.words(year, line, is_target))).join("\n"),
        }
    }

    fn words(&self, year: usize, line: usize, is_target: bool) -> String {
        let [ja, _] = if is_target { self.promise(year, line) } else { self.deed(year, line) };
        ja
    }

    fn promise(&self, year: usize, line: usize) -> Pair {
        let ([name, name_en], [stage, stage_en]) = (&self.name, STAGES[year]);
        let [act, act_en] = [["策定", "Drawing up"], ["公表", "Publication"]][line];
        [
            format!("{name}に関する{stage}方針の{act}"),
            format!("{act_en} of the policy on the {stage_en} of: {name_en}"),
        ]
    }

    fn deed(&self, year: usize, line: usize) -> Pair {
        let ([name, name_en], [stage, stage_en]) = (&self.name, STAGES[year]);
        let [act, act_en] = [["策定", "drawn up"], ["公表", "published"]][line];
        [
            format!("{name}に関する{stage}方針を{act}した。"),
            format!("The policy on the {stage_en} of “{name_en}” was {act_en}."),
        ]
    }

    fn reasons(&self) -> [Pair; 2] {
        let [name, name_en] = &self.name;
        [
            [format!("{name}に充てる人員の不足"), format!("Too few staff for: {name_en}")],
            [
                format!("{name}に関する国の基準の改定の遅れ"),
                format!("Delay in the national standard on: {name_en}"),
            ],
        ]
    }

    fn has_note(&self) -> bool {
        self.step % 2 == 1
    }

    fn note(&self) -> Pair {
        let [name, name_en] = &self.name;
        [format!("{name}の数え方を改めた。"), format!("The way of counting was changed: {name_en}.")]
    }
}
