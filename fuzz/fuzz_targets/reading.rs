//! Text of a cell → reading: no number that is not written there, and no difference by the white space around.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nendo_model::{Decimal, Magnitude, Quantity, Reading};
use unicode_normalization::UnicodeNormalization;

fuzz_target!(|text: &str| {
    let reading = nendo_ingest::fuzz::reading(text);
    assert_eq!(nendo_ingest::fuzz::reading(text.trim()), reading, "{text:?}");
    // 12時間30分 is 12.5 時間, 4分の3 is 75 %: made of several numbers.
    let unseen = |letter: &char| !matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}');
    let folded: String = text.chars().filter(unseen).nfkc().collect();
    if folded.contains("分の") || folded.contains("時間") || folded.contains('秒') {
        return;
    }
    let written = Written::of(text);
    for quantity in quantities(&reading) {
        written.hold(quantity.value, text);
        if quantity.magnitude != Magnitude::One {
            assert!(text.contains(quantity.magnitude.kanji()), "{text:?} has no {:?}", quantity.magnitude);
        }
        for part in &quantity.breakdown {
            written.hold(part.value, text);
        }
    }
});

/// The digits of a text but zeros, with what kanji may stand for one, and whether anything marks a value
/// below zero.
struct Written {
    digits: Vec<char>,
    has_sign: bool,
}

impl Written {
    fn of(text: &str) -> Self {
        let digits = text.nfkc().filter_map(digit).filter(|digit| *digit != '0').collect();
        Self {
            digits,
            has_sign: text.chars().any(|letter| nendo_model::is_dash(letter) || "▲△▼▽".contains(letter)),
        }
    }

    /// A value is made of digits of the text, in their order; zeros may come from 万 and its like.
    fn hold(&self, value: Decimal, text: &str) {
        let mut written = self.digits.iter();
        let mut read = value.to_string();
        read.retain(|letter| letter.is_ascii_digit() && letter != '0');
        assert!(read.chars().all(|digit| written.any(|other| *other == digit)), "{value} in {text:?}");
        assert!(
            !self.digits.is_empty() || text.nfkc().any(|letter| digit(letter) == Some('0')),
            "{value} in {text:?}"
        );
        assert!(!value.is_negative() || self.has_sign, "{value} in {text:?}");
    }
}

fn quantities(reading: &Reading) -> Vec<&Quantity> {
    match reading {
        Reading::Quantity(quantity) => vec![quantity],
        Reading::Range(range) => vec![&range.lowest, &range.highest],
        Reading::Several(several) => several.quantities.iter().collect(),
        _ => Vec::new(),
    }
}

/// The digit that a character stands for; 十 and its like may stand for one.
fn digit(letter: char) -> Option<char> {
    let sames = ["0〇零", "1一壱十拾百千万億兆", "2二弐", "3三参", "4四", "5五", "6六", "7七", "8八", "9九"];
    sames.iter().find(|same| same.contains(letter)).and_then(|same| same.chars().next())
}
