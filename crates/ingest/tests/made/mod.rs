//! Plans made up, as any table may have them: what a layout and a file have to keep.

#![allow(dead_code, reason = "each test file uses its own part")]

pub(crate) mod saving;

use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};

/// A plan as a table has it: the names of the levels, the years, the KPIs in order.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) depth: usize,
    pub(crate) years: Vec<u16>,
    pub(crate) kpis: Vec<MadeKpi>,
    pub(crate) has_unit: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct MadeKpi {
    pub(crate) path: Vec<String>,
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    /// For each year what it has of each of the [`ITEMS`].
    pub(crate) years: Vec<[String; 5]>,
}

pub(crate) const ITEMS: [&str; 5] = ["目標", "実績", "評価", "理由", "備考"];
pub(crate) const LEVELS: [&str; 4] = ["基本目標", "基本施策", "取組項目", "細目"];
const VALUES: [&str; 24] = [
    "84%",
    "1,305人/年",
    "45.5万人",
    "▲2.3ポイント",
    "約300件",
    "53人(累計)",
    "2件(累計) ※新たに2件",
    "86窓口(累計)に導入\n(直営施設:66、\n指定管理施設:20)",
    "・電子契約の対象拡大\n・請求の導入",
    "ガイドライン「案」を作成; 周知",
    "\"引用\",と\"\"",
    "10～15件",
    "前年度比5%減",
    "未定",
    "－",
    "",
    "",
    "0",
    "１２３",
    "4億3,0000万円",
    "1;2;3",
    "a,b\nc,d\ne,f",
    "'80年代",
    "=1+1",
];
const GRADES: [&str; 6] = ["A", "B", "C", "D", "－", ""];
const NAMES: [&str; 10] = [
    "率",
    "オンライン化率(件数)",
    "受講者, 延べ",
    "窓口\n数",
    "KPI",
    "\"数\"",
    "待ち時間",
    "2023年の数",
    "％",
    "満足度",
];
const UNITS: [&str; 4] = ["", "人", "千円", "％"];

/// Plans of one to six KPIs, under one to four levels, over one to four years.
pub(crate) fn made() -> impl Strategy<Value = Made> {
    let value = select(&VALUES[..]);
    let year = (value.clone(), value.clone(), select(&GRADES[..]), value.clone(), value).prop_map(
        |(target, actual, grade, reason, note)| [target, actual, grade, reason, note].map(str::to_owned),
    );
    let kpi = (any::<Index>(), select(&NAMES[..]), select(&UNITS[..]), proptest::collection::vec(year, 4));
    let kpis = proptest::collection::vec(kpi, 1..7);
    (1_usize..5, 1_u16..5, any::<Index>(), any::<bool>(), kpis).prop_map(
        |(depth, count, place, has_unit, kpis)| {
            let mut path = vec![0; depth];
            let mut made = Vec::new();
            for (number, (step, name, unit, values)) in kpis.into_iter().enumerate() {
                // The next KPI stands under the same levels, or from some level on under the next ones.
                let step = step.index(depth + 1);
                if number > 0 && step < depth {
                    path[step] += 1;
                    path[step + 1..].fill(0);
                }
                let names = path
                    .iter()
                    .enumerate()
                    .map(|(level, at)| level_name(level, *at, &path[..level]))
                    .collect();
                let name =
                    if number % 2 == 0 { format!("{name}{number}") } else { format!("①-{number} {name}") };
                let years = values.into_iter().take(count.into()).collect();
                made.push(MadeKpi { path: names, name, unit: if has_unit { unit } else { "" }, years });
            }
            // A grade that comes once is of the edition's year, so that year is always among them.
            let first = 2023 - u16::try_from(place.index(count.into())).expect("few years");
            Made { depth, years: (first..first + count).collect(), kpis: made, has_unit }
        },
    )
}

/// A name that no other level beside it has; those of other parents may.
fn level_name(level: usize, at: usize, above: &[usize]) -> String {
    match (level + above.iter().sum::<usize>()) % 3 {
        0 => format!("柱、その{}", at + 1),
        1 => format!("({}) 市民\n\"サービス\", 他", at + 1),
        _ => format!("{}. 推進; 改革", at + 1),
    }
}

impl Made {
    /// The filled cells of each KPI, by year and item.
    pub(crate) fn filled(&self) -> Vec<Vec<(u16, &'static str, String)>> {
        let of = |kpi: &MadeKpi| {
            let mut filled = Vec::new();
            for (year, items) in self.years.iter().zip(&kpi.years) {
                for (item, text) in ITEMS.into_iter().zip(items) {
                    let is_filled = !text.is_empty() && (item != "評価" || text != "－");
                    filled.extend(is_filled.then(|| (*year, item, text.clone())));
                }
            }
            filled
        };
        self.kpis.iter().map(of).collect()
    }
}
