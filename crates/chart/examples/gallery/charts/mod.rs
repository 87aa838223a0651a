//! The charts of the gallery, as data: every kind at its usual, its fewest, its most and its oddest, all of it made up.
//! It is long because it is that table and nothing else.
//!
//! A series writes its years from the oldest on, parted by spaces: a number, `-` for a value that is not there, or the word
//! that stands in its place. What is said in words has both languages, Japanese first.

mod grades;
mod language;
mod series;

use nendo_chart::{Base, Run, Spec};

use grades::{Moved, Scored, Shared};
use language::Both;
use series::{PLAIN, Series, Unit};

pub(crate) use language::Language;

/// All charts in a language.
pub(crate) fn specs(language: Language) -> Vec<Spec> {
    let progress = PROGRESS.iter().map(|series| series.progress(language));
    let share = SHARE.iter().map(|share| share.spec(language));
    let attainment = ATTAINMENT.iter().map(|scored| scored.spec(language));
    let moves = MOVES.iter().map(|moved| moved.spec(language));
    let sparks = SPARKS.iter().map(|series| series.spark(language));
    progress.chain(share).chain(attainment).chain(moves).chain(sparks).collect()
}

const COUNT: Unit = Unit { power: 0, name: ["件", "cases"] };
const PEOPLE: Unit = Unit { power: 4, name: ["万人", "people"] };
const TRILLION: Unit = Unit { power: 12, name: ["兆円", "yen"] };
const BILLION: Unit = Unit { power: 8, name: ["億円", "yen"] };
const NONE: Unit = Unit { power: 0, name: ["", ""] };

const LONG: Both =
    ["市民一人当たりの年間オンライン手続き完了件数（延べ回数・速報値）", "completed online procedures pp"];

const LONG_NAMES: [Both; 2] = [
    ["デジタル技術の活用による市民の暮らしと行政の手続きの利便性向上", "Residents' digital services all"],
    ["持続できる都市の経営のための庁内の業務の改革と職員の人材の育成", "Reform of work within city hall"],
];

const PROGRESS: &[Series] = &[
    Series { id: "year-1", name: ["1年", "One year"], target: "85", actual: "79", now: 0, ..PLAIN },
    Series { id: "year-3", name: ["3年", "Three years"], target: "84 85 86", actual: "56 79 -", ..PLAIN },
    Series {
        id: "year-5",
        name: ["5年", "Five years"],
        unit: PEOPLE,
        target: "430000 455000 460000 475000 500000",
        actual: "450000 460000 448000 - -",
        now: 2,
        ..PLAIN
    },
    Series {
        id: "year-12-huge",
        name: ["12年の大きな値", "Twelve years of huge values"],
        unit: TRILLION,
        target: "1100000000000 1120000000000 1140000000000 1160000000000 1180000000000 1200000000000 \
                 1220000000000 1240000000000 1260000000000 1280000000000 1300000000000 1320000000000",
        actual: "1080000000000 1234500000000 1156000000000 1160000000000 1171000000000 1209000000000 \
                 1201000000000 1262500000000 集計中 1277000000000 - -",
        now: 9,
        ..PLAIN
    },
    Series {
        id: "negative",
        name: ["負の値", "Negative values"],
        unit: BILLION,
        target: "-1500000000 -1000000000 -500000000",
        actual: "-1850000000 -1120000000 -",
        ..PLAIN
    },
    Series {
        id: "either-side",
        name: ["正負にわたる値", "Values on either side of zero"],
        target: "-10 5 20 -3 -20",
        actual: "-12 8 - -2 -",
        now: 3,
        ..PLAIN
    },
    Series {
        id: "nearly-equal",
        name: ["目標とほぼ同じ実績", "Actual and target nearly equal"],
        unit: COUNT,
        target: "1000 1000 1000",
        actual: "1001 999 -",
        ..PLAIN
    },
    Series { id: "missing", name: ["値なし", "No values"], target: "- - -", actual: "- - -", ..PLAIN },
    Series {
        id: "missing-words",
        name: ["値のない年と理由", "Gaps with words"],
        target: "84 - 86 完了 完了",
        actual: "集計中 79 - 完了 -",
        now: 2,
        ..PLAIN
    },
    Series {
        id: "missing-long-word",
        name: ["長い理由", "A gap with a long word"],
        target: "84 85 86",
        actual: "56 更新中 -",
        ..PLAIN
    },
    Series {
        id: "actual-only",
        name: ["実績のみ", "Actual values without targets"],
        target: "- - -",
        actual: "80.2 85.3 83",
        now: 2,
        ..PLAIN
    },
    Series {
        id: "zeros",
        name: ["0の実績", "Actual values of zero"],
        unit: COUNT,
        target: "2 4 6",
        actual: "0 0 -",
        ..PLAIN
    },
    Series {
        id: "zero-target",
        name: ["目標が0", "A target of zero"],
        unit: COUNT,
        target: "0 0 0",
        actual: "12 3 -",
        better: ["低いほど良い", "Lower is better"],
        ..PLAIN
    },
    Series {
        id: "far-above",
        name: ["目標を大きく超える実績", "Far above the target"],
        unit: COUNT,
        target: "10 10 10",
        actual: "1200 1350 -",
        ..PLAIN
    },
    Series {
        id: "broken-gaps",
        name: ["95～100%の値と欠測", "Values from 95 to 100% with gaps"],
        target: "99 - 99.9 100 100",
        actual: "98.7 集計中 99.2 - 完了",
        ticks: "98 98.5 99 99.5 100",
        base: Base::Broken,
        ..PLAIN
    },
    Series {
        id: "cumulative-gap",
        name: ["累計と欠測", "Cumulative with a gap"],
        unit: COUNT,
        target: "100 250 400 600 800",
        actual: "120 集計中 431 580 -",
        run: Run::Cumulative,
        now: 3,
        ..PLAIN
    },
    Series {
        id: "parts-5",
        name: ["5つの内訳", "Five parts"],
        unit: COUNT,
        target: "100 120 150",
        actual: "96 131 -",
        parts: &[
            (["中央区", "Chuo"], "40 52 -"),
            (["浜名区", "Hamana"], "25 31 -"),
            (["天竜区", "Tenryu"], "18 22 -"),
            (["市外", "Elsewhere"], "12 25 -"),
            (["不明", "Unknown"], "1 1 -"),
        ],
        ..PLAIN
    },
    Series {
        id: "parts-missing",
        name: ["内訳のない年", "A year without its parts"],
        unit: COUNT,
        target: "60 70 80 90",
        actual: "55 72 78 -",
        parts: &[(["窓口", "Counters"], "35 - 28 -"), (["オンライン", "Online"], "20 - 50 -")],
        now: 2,
        ..PLAIN
    },
    Series {
        id: "parts-long",
        name: ["長い内訳の名前", "Parts with long names"],
        unit: COUNT,
        target: "60 70 80",
        actual: "55 72 -",
        parts: &[
            (
                [
                    "市民サービスセンターおよび各区役所の総合窓口での受付件数の計",
                    "Counters of all ward offices",
                ],
                "35 30 -",
            ),
            (
                [
                    "スマートフォンまたはパソコンからのオンライン申請の受付件数計",
                    "Online, by phone or computer",
                ],
                "20 42 -",
            ),
        ],
        ..PLAIN
    },
    Series {
        id: "cumulative-parts",
        name: ["累計の内訳", "Cumulative, in parts"],
        unit: COUNT,
        target: "50 120 200 300",
        actual: "55 127 205 -",
        run: Run::Cumulative,
        parts: &[(["窓口", "Counters"], "35 65 93 -"), (["オンライン", "Online"], "20 62 112 -")],
        now: 2,
        ..PLAIN
    },
    Series {
        id: "revised",
        name: ["目標の変更", "A revised target"],
        target: "60 65 80 85 90",
        earlier: "- - 70 75 80",
        actual: "62 71 78 - -",
        now: 2,
        ..PLAIN
    },
    Series {
        id: "revised-near",
        name: ["わずかな目標の変更", "A target revised by little"],
        unit: COUNT,
        target: "1000 1010 1020",
        earlier: "1000 1000 1000",
        actual: "990 1005 -",
        ..PLAIN
    },
    Series {
        id: "no-unit",
        name: ["単位なし", "Without a unit"],
        unit: NONE,
        target: "30 40 50",
        actual: "31 43 -",
        ..PLAIN
    },
    Series {
        id: "long-unit",
        name: ["長い単位", "A long unit"],
        unit: Unit { power: 0, name: LONG },
        target: "1000 1000 1000",
        actual: "1305 980 -",
        ..PLAIN
    },
    Series {
        id: "long-years",
        name: ["長い年度名", "Long names of years"],
        year: ["年度（当初計画の期間および延長の後の推進期間を含む）", "/ extension of the plan"],
        target: "84 85 86",
        actual: "56 79 -",
        ..PLAIN
    },
    Series {
        id: "long-words",
        name: ["長い凡例", "Long words in the key"],
        target: "84 85 86",
        actual: "56 79 -",
        words: [
            [
                "計画の策定の時に定めた各年度の末における到達の目標とする水準",
                "Level aimed at for the year end",
            ],
            ["各年度の末日の時点で担当の部署が確認して公表した実際の到達値", "Level confirmed and published"],
        ],
        ..PLAIN
    },
];

const SHARE: &[Shared] = &[
    Shared {
        id: "share",
        name: ["柱ごとの評価", "Grades by pillar"],
        rows: &[
            (["デジタルを活用した市民サービス", "Digital services for residents"], "A6 B8 C1 D0"),
            (["自治体の生産性向上", "A more productive city"], "A3 B5 C0 -2"),
        ],
    },
    Shared {
        id: "share-narrow",
        name: ["多数の細い部分", "Many narrow parts"],
        rows: &[
            (["施策1", "Measure 1"], "A1 B1 C1 D1 -1"),
            (["施策2", "Measure 2"], "A90 B1 C2 D1 -1"),
            (["施策3", "Measure 3"], "A1 B1 C1 D90 -1"),
        ],
    },
    Shared {
        id: "share-long",
        name: ["長い名前", "Long names"],
        rows: &[(LONG_NAMES[0], "A6 B8 C1"), (LONG_NAMES[1], "A3 B5 -2")],
    },
    Shared {
        id: "share-none",
        name: ["評価するKPIなし", "No KPI to grade"],
        rows: &[(["行政手続き", "Procedures"], "A0 B0")],
    },
];

const ATTAINMENT: &[Scored] = &[
    Scored {
        id: "attainment",
        name: ["16件の達成率", "Attainment of 16 KPIs"],
        rows: &[
            (["オンライン化率", "Online availability"], 'A', "148.2"),
            (["電子申請の件数", "Online applications"], 'A', "130.5"),
            (["公開データの数", "Open data sets"], 'A', "122"),
            (["相談の窓口", "Advice desks"], 'A', "109.3"),
            (["研修の受講者", "People trained"], 'A', "104.6"),
            (["RPAの導入業務", "Tasks done by robots"], 'B', "103.2"),
            (["満足度", "Satisfaction"], 'B', "101"),
            (["キャッシュレス比率", "Cashless payments"], 'B', "100"),
            (["マイナンバーカード", "My Number cards"], 'B', "100"),
            (["紙の削減", "Paper saved"], 'B', "99.4"),
            (["Wi-Fiの設置", "Wi-Fi spots"], 'B', "98"),
            (["AI議事録", "Minutes by AI"], 'B', "95.1"),
            (["テレワーク", "Telework"], 'C', "88.2"),
            (["オンライン利用率", "Online use"], 'C', "71"),
            (["窓口の待ち時間", "Waiting time"], 'C', "40.3"),
            (["実証実験", "Trials"], 'C', "0"),
        ],
    },
    Scored {
        id: "attainment-beyond",
        name: ["目盛りを超える達成率", "Beyond the scale"],
        rows: &[
            (["訪問者", "Visitors"], 'A', "1350"),
            (["登録者", "Members"], 'A', "340.5"),
            (["収支", "Balance"], 'C', "-25"),
        ],
    },
    Scored {
        id: "attainment-gaps",
        name: ["達成率のないKPI", "KPIs without an attainment"],
        rows: &[
            (["満足度", "Satisfaction"], 'B', "101"),
            (["利用者", "Users"], '-', "55"),
            (["調査", "Survey"], 'D', "集計中"),
            (["計画", "Plan"], 'B', "完了"),
            (["指標", "Index"], '-', "-"),
        ],
    },
    Scored {
        id: "attainment-long",
        name: ["長い名前の達成率", "Attainment with long names"],
        rows: &[(LONG_NAMES[0], 'A', "112.4"), (LONG_NAMES[1], 'C', "66.7")],
    },
];

const MOVES: &[Moved] = &[
    Moved {
        id: "moves",
        name: ["評価の変化", "Change of grades"],
        flows: "AA6 AB2 BA3 BB9 BC1 CB1 CC1 -B1 -A1",
    },
    Moved { id: "moves-same", name: ["変化なし", "No change"], flows: "AA6 BB9 CC2" },
    Moved {
        id: "moves-many",
        name: ["多数のKPI", "Many KPIs"],
        flows: "AA120 AB14 AC3 AD1 BA25 BB210 BC18 BD2 CA2 CB31 CC40 CD1 DA1 DB1 DC1 DD5 -A8 -B12 -C1 --9",
    },
    Moved { id: "moves-none", name: ["変化を見るKPIなし", "No KPI to compare"], flows: "" },
];

const SPARKS: &[Series] = &[
    Series {
        id: "spark-3",
        name: ["小さな図：3年", "Spark: three years"],
        target: "84 85 86",
        actual: "56 79 -",
        ..PLAIN
    },
    Series {
        id: "spark-12",
        name: ["小さな図：12年", "Spark: twelve years"],
        unit: COUNT,
        target: "10 11 12 13 14 15 16 17 18 19 20 21",
        actual: "9 11 12 13 14 14 16 17 17 19 - -",
        now: 9,
        ..PLAIN
    },
    Series {
        id: "spark-negative",
        name: ["小さな図：負の値", "Spark: negative values"],
        target: "-10 5 20 -3",
        actual: "-12 8 -4 -2",
        now: 3,
        ..PLAIN
    },
    Series {
        id: "spark-gaps",
        name: ["小さな図：欠測", "Spark: gaps"],
        target: "84 - 86 完了",
        actual: "集計中 79 - 完了",
        now: 3,
        ..PLAIN
    },
];
