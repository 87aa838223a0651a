use super::{Lexicon, Numbers};
use crate::config::YearStyle;
use crate::theme::Theme;
use crate::voice::Voice;
use crate::words::Words;

/// The numbers that only one of two texts says, first those of the Japanese one.
fn differ(ja: &str, en: &str) -> Option<[String; 2]> {
    let theme = Theme::load(None).value;
    let languages = ["ja", "en"].map(str::to_owned);
    let words = Words::load(&theme, &languages, YearStyle::Western, &[], &[]).value.expect("words");
    let [ja, en] = [(0, ja), (1, en)].map(|(at, text)| {
        let voice = Voice::all(&words).nth(at).expect("a voice");
        Numbers::of(text, &Lexicon::of(voice))
    });
    ja.differ(&en).map(|found| found.map(|numbers| numbers.join(" ")))
}

#[test]
fn the_same_numbers_may_be_said_in_many_ways() {
    for (ja, en) in [
        ("窓口を５８か所に", "58 counters"),
        ("1,305人", "1,305 people"),
        ("45.5万人", "455,000 people"),
        ("2億円", "200 million yen"),
        ("1億2,000万円", "120 million yen"),
        ("3千万円", "30 million yen"),
        ("三十二の施設", "32 facilities"),
        ("令和5年度", "FY2023"),
        ("R5目標", "Target for FY2023"),
        ("令和元年度から5年度", "from FY2019 to FY2023"),
        ("2023年度末", "by the end of March 2024"),
        ("2023年6月に導入、9月に拡充", "introduced in June 2023, extended in September"),
        ("2022～24年度", "FY2022 to FY2024"),
        ("令和4年10月1日", "1 October 2022"),
        ("2023/4/1", "1 April 2023"),
        ("2倍", "doubled"),
        ("第3回", "the third time"),
        ("①窓口の改善", "Better counters"),
        ("5割", "50%"),
        ("10人に1人", "one in ten"),
        ("4分の3", "three quarters"),
        ("1年半", "18 months"),
        ("17時まで", "until 5 p.m."),
        ("午後5時", "17:00"),
        ("新型コロナウイルス感染症", "COVID-19"),
        ("第2期", "Phase II"),
        ("1件当たり10分", "10 minutes per case"),
        ("20代", "people in their twenties"),
        ("※1 参考", "for reference"),
    ] {
        assert_eq!(differ(ja, en), None, "{ja}: {en}");
    }
}

#[test]
fn a_number_that_only_one_text_says_is_found() {
    for (ja, en, expected) in [
        ("窓口を58か所に", "85 counters", ["58", "85"]),
        ("45.5万人", "45,500 people", ["45.5万", "45,500"]),
        ("令和5年度", "FY2022", ["5", "2022"]),
        ("6月に導入", "introduced in July", ["6", ""]),
        ("利用者の増加", "30% more users", ["", "30"]),
        ("1,305人", "1,350 people", ["1,305", "1,350"]),
        ("2億円", "20 million yen", ["2億", "20 million"]),
        ("3つの柱", "Four pillars", ["3", ""]),
    ] {
        assert_eq!(differ(ja, en), Some(expected.map(str::to_owned)), "{ja}: {en}");
    }
}
