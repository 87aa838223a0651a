//! The words and signs that numbers are counted in, and the words that look like one and are none. Only lists;
//! how they join is the business of the unit.

/// Units of one sign.
pub(super) const SIGNS: &str = "%‰℃㎡㎥㎢㎞㎝㎜㎏㎎㎘㏄㌔㌧㍍㌶㍑㌫㎾㎿㏊㌕㌘㌽";

/// Units in Latin letters, longest first. Without K, M and G, which are magnitudes.
pub(super) const LATIN: [&str; 73] = [
    "°C",
    "トン-CO2",
    "トン-CO₂",
    "トンCO2",
    "トンCO₂",
    "t-CO2eq",
    "t-CO2e",
    "kg-CO2",
    "t-CO2",
    "t-CO₂",
    "kgCO2",
    "ktCO2",
    "tCO2",
    "tCO₂",
    "people",
    "points",
    "Mbps",
    "Gbps",
    "kbps",
    "kcal",
    "hours",
    "times",
    "cases",
    "sites",
    "kWh",
    "MWh",
    "GWh",
    "bps",
    "kHz",
    "MHz",
    "GHz",
    "hPa",
    "mSv",
    "μSv",
    "ppm",
    "ppb",
    "km2",
    "km²",
    "cm2",
    "m2",
    "m²",
    "m3",
    "m³",
    "km",
    "cm",
    "mm",
    "kg",
    "mg",
    "ha",
    "kW",
    "MW",
    "GW",
    "Wh",
    "kL",
    "kl",
    "kJ",
    "cc",
    "MJ",
    "GJ",
    "TJ",
    "PJ",
    "GB",
    "TB",
    "MB",
    "dB",
    "pt",
    "PV",
    "m",
    "t",
    "g",
    "L",
    "ℓ",
    "l",
];

/// Units of one kanji. Other kanji after these are no unit (件未達) unless they are among the [`COMPOUNDS`].
pub(super) const SINGLES: &str =
    "件人名回円校社枚個本戸棟台冊通店点部課園館室所組区市町村票割歳日週年時秒倍世匹頭羽床";

/// Units that start with one of the [`SINGLES`].
pub(super) const COMPOUNDS: [&str; 42] = [
    "人分",
    "人日",
    "人月",
    "人時",
    "人工",
    "名分",
    "回線",
    "回分",
    "回路",
    "校区",
    "個所",
    "本部",
    "店舗",
    "部署",
    "部局",
    "部門",
    "部会",
    "部屋",
    "部隊",
    "課所",
    "課室",
    "園区",
    "所属",
    "組織",
    "組合",
    "区画",
    "区間",
    "区域",
    "市町",
    "市町村",
    "町村",
    "町会",
    "町内会",
    "日間",
    "日分",
    "週間",
    "年間",
    "年分",
    "時間",
    "秒間",
    "世帯",
    "世代",
];

/// Units that have several spellings, each with the others of the same unit.
pub(super) const SAME: [(&str, &[&str]); 26] = [
    ("℃", &["°C"]),
    ("箇所", &["か所", "カ所", "ヶ所", "ヵ所", "ケ所", "個所"]),
    ("か月", &["カ月", "ヶ月", "ヵ月", "ケ月", "箇月", "個月"]),
    ("か国", &["カ国", "ヶ国", "ヵ国", "ケ国", "箇国"]),
    ("%", &["パーセント", "㌫"]),
    ("ポイント", &["pt", "㌽"]),
    ("㎡", &["m2", "m²", "平方メートル", "平米", "平方㍍"]),
    ("㎥", &["m3", "m³", "立方メートル", "立米", "立方㍍"]),
    ("km2", &["km²", "㎢", "平方キロメートル"]),
    ("km", &["㎞", "キロメートル"]),
    ("m", &["メートル", "㍍"]),
    ("cm", &["㎝", "センチメートル"]),
    ("mm", &["㎜", "ミリメートル"]),
    ("ha", &["㌶", "㏊", "ヘクタール"]),
    ("kg", &["㎏", "キログラム", "㌕"]),
    ("g", &["グラム", "㌘"]),
    ("t", &["トン", "㌧"]),
    ("t-CO2", &["t-CO₂", "tCO2", "tCO₂", "トン-CO2", "トン-CO₂", "トンCO2", "トンCO₂"]),
    ("L", &["ℓ", "l", "リットル", "㍑"]),
    ("kL", &["kl", "㎘"]),
    ("mg", &["㎎"]),
    ("kW", &["㎾"]),
    ("MW", &["㎿"]),
    ("キロ", &["㌔"]),
    ("kg-CO2", &["kgCO2"]),
    ("t-CO2eq", &["t-CO2e"]),
];

/// After these a run of kanji digits is a number: 三百四十六人, but not 一般 or 十分. Without those that make names
/// (千歳, 八戸) and dates (三日).
pub(super) const AFTER_KANJI: [&str; 35] = [
    "人",
    "件",
    "回",
    "名",
    "円",
    "%",
    "箇所",
    "社",
    "校",
    "園",
    "台",
    "本",
    "棟",
    "床",
    "世帯",
    "団体",
    "施設",
    "窓口",
    "業務",
    "事業",
    "事業所",
    "店舗",
    "種類",
    "路線",
    "項目",
    "地区",
    "地域",
    "講座",
    "時間",
    "か月",
    "割",
    "倍",
    "ポイント",
    "手続",
    "冊",
];

/// What a value may be counted per.
pub(super) const PER: [&str; 34] = [
    "年度", "年間", "年", "か月", "ヶ月", "ケ月", "カ月", "ヵ月", "箇月", "月", "週", "日", "時間", "時",
    "分", "秒", "人", "世帯", "戸", "件", "校", "台", "回", "社", "団体", "か所", "箇所", "km", "㎞", "㎡",
    "m2", "ha", "㎥", "園",
];

/// Characters of a count that is not exact, not met, or compared, and more magnitudes.
pub(super) const NEVER: &str = "半弱強余数未不一二三四五六七八九十百千万億兆拾比対当毎各以込約〇";

/// Starts of an ordinal or a name: 1号館, 6次産業, 1級河川.
pub(super) const NEVER_FIRST: &str = "号次級期型密番類版";

/// Units although they start with one of those.
pub(super) const FIRST_AFTER_ALL: [&str; 2] = ["番組", "類型"];

/// Ends of an ordinal, a time, a band (80点台) or a reference (5年前).
pub(super) const NEVER_LAST: &str = "目番号次級期時月前後末初頃中内外上下計等他代台倍";

/// Units although they end in one of those.
pub(super) const LAST_AFTER_ALL: [&str; 15] = [
    "品目",
    "科目",
    "項目",
    "種目",
    "細目",
    "題目",
    "町丁目",
    "か月",
    "ヶ月",
    "ケ月",
    "カ月",
    "ヵ月",
    "ｶ月",
    "ｹ月",
    "箇月",
];

/// Nouns that tell what happened, so that the run is no unit.
pub(super) const EVENTS: [&str; 29] = [
    "完了", "終了", "着手", "廃止", "中止", "欠員", "予定", "目標", "実績", "想定", "検討", "試行", "延期",
    "休止", "撤去", "返還", "追加", "新規", "新設", "拡充", "拡大", "連続", "暫定", "推計", "確定", "概算",
    "合計", "総計", "平均",
];

/// Remarks after a bare number that are no unit, although they read as one: 390(参考).
pub(super) const REMARKS: [&str; 3] = ["参考", "参考値", "税抜"];
