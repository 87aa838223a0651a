//! The texts that made-up content is put together of, each with its translation.

/// Site-wide settings.
pub(super) const SITE: &str = r#"title = { ja = "計画の進捗", en = "Progress of the Plans" }
publisher = { ja = "青葉市 企画課", en = "Planning Division, Aoba City" }
source = { ja = "青葉市「計画の進捗報告」", en = "Aoba City, “Progress Report of the Plans”" }
languages = ["ja", "en"]
municipality-code = "221309"
base-url = "https://www.example.lg.jp/progress/"
licence = "CC-BY-4.0"
"#;

/// The page of prose, in both languages.
pub(super) const ABOUT: [&str; 2] = [
    "# 計画と評価について\n\n## 計画のあらまし\n\n各区の計画は、二つの**柱**と、その下の取組からなります。取組ごとに指標を決め、毎年度、目標と実績を比べます。\n\n\
     | 段階 | 意味 |\n|---|---|\n| A | 目標より進んでいる |\n| B | 目標どおり進んでいる |\n| C | 目標より遅れている |\n| D | 評価できない |\n\n\
     ## 数値の読み方\n\n- ダッシュ（—）は、値がまだないことを表します。0ではありません。\n- 「累計」は、その年度までの合計です。\n",
    "# About the plans and their evaluation\n\n## The plans in brief\n\nThe plan of each ward has two **pillars** with initiatives below them. Each initiative has KPIs, whose targets and results are compared every fiscal year.\n\n\
     | Grade | Meaning |\n|---|---|\n| A | Ahead of target |\n| B | On target |\n| C | Behind target |\n| D | Cannot be evaluated |\n\n\
     ## How to read the values\n\n- A dash (—) means that there is no value yet. It does not mean zero.\n- “Cumulative” means the total up to that fiscal year.\n",
];

/// Texts that all plans share.
pub(super) const SHARED: [[&str; 2]; 12] = [
    ["に導入", "introduced"],
    ["直営施設", "facilities run directly"],
    ["指定管理施設", "facilities run by designated managers"],
    ["集計中", "being counted"],
    ["強化期間のため目標の設定なし", "no target was set as this is an intensive period"],
    ["速報値による", "from provisional figures"],
    ["企画課", "Planning Division"],
    ["市民課", "Residents Division"],
    ["福祉課", "Welfare Division"],
    ["土木課", "Public Works Division"],
    ["教育総務課", "Education Division"],
    ["環境課", "Environment Division"],
];

/// The responsible sections, all of them in [`SHARED`].
pub(super) const SECTIONS: [&str; 6] = ["企画課", "市民課", "福祉課", "土木課", "教育総務課", "環境課"];

/// First and second parts of the names of wards.
pub(super) const WARDS: [[[&str; 2]; 20]; 2] = [
    [
        ["青", "Ao"],
        ["若", "Waka"],
        ["白", "Shira"],
        ["赤", "Aka"],
        ["緑", "Midori"],
        ["高", "Taka"],
        ["長", "Naga"],
        ["大", "O"],
        ["小", "Ko"],
        ["中", "Naka"],
        ["上", "Kami"],
        ["下", "Shimo"],
        ["東", "Higashi"],
        ["西", "Nishi"],
        ["南", "Minami"],
        ["北", "Kita"],
        ["新", "Nii"],
        ["古", "Furu"],
        ["浅", "Asa"],
        ["深", "Fuka"],
    ],
    [
        ["葉", "ba"],
        ["山", "yama"],
        ["川", "gawa"],
        ["野", "no"],
        ["原", "hara"],
        ["浜", "hama"],
        ["島", "jima"],
        ["谷", "tani"],
        ["沢", "zawa"],
        ["木", "ki"],
        ["田", "ta"],
        ["森", "mori"],
        ["池", "ike"],
        ["松", "matsu"],
        ["崎", "saki"],
        ["橋", "hashi"],
        ["坂", "saka"],
        ["倉", "kura"],
        ["丘", "oka"],
        ["浦", "ura"],
    ],
];

/// What the pillars of a plan are for.
pub(super) const PILLARS: [[&str; 2]; 2] = [
    ["市民サービスの向上", "Better services for residents"],
    ["市役所の生産性の向上", "A more productive city office"],
];

/// What initiatives do something about.
pub(super) const SUBJECTS: [[&str; 2]; 16] = [
    ["行政手続き", "administrative procedures"],
    ["窓口", "service counters"],
    ["保育所", "nurseries"],
    ["図書館", "libraries"],
    ["学校", "schools"],
    ["道路", "roads"],
    ["公園", "parks"],
    ["防災訓練", "disaster drills"],
    ["健康診断", "health checks"],
    ["ごみの分別", "waste separation"],
    ["観光案内", "tourist information"],
    ["農地", "farmland"],
    ["商店街", "shopping streets"],
    ["公共交通", "public transport"],
    ["庁内会議", "internal meetings"],
    ["職員研修", "staff training"],
];

/// What is done about them.
pub(super) const DEEDS: [[&str; 2]; 8] = [
    ["の見直し", "Review of"],
    ["の推進", "Promotion of"],
    ["のデジタル化", "Digitalisation of"],
    ["の拡充", "Expansion of"],
    ["の再編", "Reorganisation of"],
    ["の広報", "Publicity for"],
    ["の民間との連携", "Partnerships for"],
    ["の調査", "Survey of"],
];

/// What is measured of them.
pub(super) const MEASURES: [[&str; 2]; 8] = [
    ["の利用", "Use of"],
    ["の満足度", "Satisfaction with"],
    ["の実施状況", "State of"],
    ["の整備状況", "Provision of"],
    ["の参加状況", "Participation in"],
    ["の認知度", "Awareness of"],
    ["の改善状況", "Improvement of"],
    ["の導入状況", "Introduction of"],
];
