//! Quantities, written in the many ways of cities, are read back as what they were.

mod alone;
mod folder;
mod trial;

use alone::Column;
use nendo_model::{Bound, Decimal, Magnitude, Part, Quantity, Reading};
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{Index, select};
use proptest::{option, prop_oneof};

/// A quantity, and what its writing leaves open.
#[derive(Clone, Debug)]
struct Writing {
    quantity: Quantity,
    /// The digits of the value in its magnitude.
    digits: String,
    /// Which of the ways to write each thing is taken.
    ways: [Index; 9],
    /// For each character whether it is full-width, where it may be.
    widths: Vec<bool>,
}

/// Units with the magnitudes that stand before them.
const UNITS: [(&str, &[Magnitude]); 12] = [
    ("%", &[Magnitude::One]),
    ("ポイント", &[Magnitude::One]),
    ("人", &[Magnitude::One, Magnitude::Thousand, Magnitude::TenThousand]),
    ("円", &[Magnitude::Thousand, Magnitude::TenThousand, Magnitude::Million, Magnitude::HundredMillion]),
    ("件", &[Magnitude::One, Magnitude::TenThousand]),
    ("箇所", &[Magnitude::One]),
    ("窓口", &[Magnitude::One]),
    ("人/年", &[Magnitude::One, Magnitude::TenThousand]),
    ("回/年", &[Magnitude::One]),
    ("㎡", &[Magnitude::One]),
    ("t-CO2", &[Magnitude::One, Magnitude::Thousand]),
    ("", &[Magnitude::One, Magnitude::TenThousand, Magnitude::HundredMillion]),
];

const LABELS: [&str; 3] = ["サテライトオフィス設置", "オンライン化率（件数ベース）", "市内"];
const NOTES: [&str; 4] = ["新たに58窓口を導入", "国の調査による", "速報値", "9月末現在"];
const PARTS: [&str; 4] = ["直営施設", "指定管理施設", "市内", "市外"];

#[test]
fn a_quantity_is_read_as_it_was_written() {
    let writings = proptest::collection::vec(writing(), 1..60);
    trial::trial(40, &writings, |writings| {
        let texts: Vec<String> = writings.iter().map(Writing::text).collect();
        let cells: Vec<_> = texts.iter().map(|text| (Column::Target, text.as_str(), "")).collect();
        for ((reading, text), Writing { quantity, .. }) in
            alone::read(&cells).iter().zip(&texts).zip(&writings)
        {
            assert_eq!(*reading, Reading::Quantity(quantity.clone()), "{text:?}");
        }
        Ok(())
    });
}

/// A number that a date could be, or a year, is a quantity to nobody.
fn is_date_like(digits: &str, unit: &str) -> bool {
    unit.is_empty() && (digits.len() == 8 || digits.split('.').next().is_some_and(|whole| whole.len() == 4))
}

fn writing() -> impl Strategy<Value = Writing> {
    let digits = prop_oneof![
        (0_u32..1000).prop_map(|whole| whole.to_string()),
        (0_u32..1_000_000_000).prop_map(|whole| whole.to_string()),
        (0_u32..100_000, 0_u32..10).prop_map(|(whole, tenths)| format!("{whole}.{tenths}")),
        (0_u32..100, 0_u32..1000).prop_map(|(whole, parts)| format!("{whole}.{parts:03}")),
    ];
    let unit = select(&UNITS[..]).prop_flat_map(|(unit, magnitudes)| (Just(unit), select(magnitudes)));
    let bounds = [Bound::AtLeast, Bound::AtMost, Bound::MoreThan, Bound::LessThan, Bound::About];
    let bound = prop_oneof![3 => Just(Bound::Exact), 2 => select(bounds.to_vec())];
    let part = (select(&PARTS[..]), 0_u32..10_000);
    let around = (
        option::weighted(0.2, select(&LABELS[..])),
        option::weighted(0.3, select(&NOTES[..])),
        prop_oneof![4 => Just(Vec::new()), 1 => proptest::collection::vec(part, 2..4)],
    );
    let ways = (any::<[Index; 9]>(), proptest::collection::vec(any::<bool>(), 24));
    (digits, unit, bound, any::<[bool; 2]>(), around, ways)
        .prop_filter("a date", |(digits, (unit, _), ..)| !is_date_like(digits, unit))
        .prop_map(
            |(
                digits,
                (unit, magnitude),
                bound,
                [below, cumulative],
                (label, note, parts),
                (ways, widths),
            )| {
                let written = Decimal::parse(&digits).expect("digits");
                let value = written.scaled(magnitude.power()).expect("not too long");
                let below = below && bound != Bound::About;
                let named = |(name, number): (&str, u32)| {
                    let (name, unit) = (name.to_owned(), unit.to_owned());
                    Part { name, value: number.into(), unit }
                };
                // What part of 45万人 a 40 is, nobody knows, and beside 86% it may be a count.
                let is_plain = magnitude == Magnitude::One && unit != "%";
                let parts = if is_plain { parts } else { Vec::new() };
                let quantity = Quantity {
                    magnitude,
                    bound,
                    cumulative,
                    label: label.map(str::to_owned),
                    notes: note.into_iter().map(str::to_owned).collect(),
                    breakdown: parts.into_iter().map(named).collect(),
                    ..Quantity::plain(if below { value.negated() } else { value }, unit)
                };
                Writing { quantity, digits, ways, widths }
            },
        )
}

impl Writing {
    /// The cell.
    fn text(&self) -> String {
        let Self { quantity, .. } = self;
        let way = |at: usize, ways: &'static [&'static str]| *self.ways[at].get::<&str>(ways);
        let label =
            quantity.label.iter().map(|label| format!("{label}{}", way(0, &[":", "：", ": ", ":\n"])));
        let mut text: String = label.collect();
        let about_before = quantity.bound == Bound::About && self.ways[1].index(2) == 0;
        if about_before {
            text.push_str(way(2, &["約", "およそ", "概ね", "約 "]));
        }
        if self.quantity.value.is_negative() {
            text.push_str(way(3, &["▲", "△", "-", "－", "−", "▲ "]));
        }
        text.push_str(&self.number());
        text.push_str(quantity.magnitude.kanji());
        text.push_str(self.unit());
        let bound = match quantity.bound {
            Bound::Exact => "",
            Bound::AtLeast => "以上",
            Bound::AtMost => way(2, &["以下", "以内"]),
            Bound::MoreThan => "超",
            Bound::LessThan => "未満",
            Bound::About if about_before => "",
            Bound::About => "程度",
        };
        let cumulative = if quantity.cumulative {
            way(4, &["(累計)", "（累計）", " (累計)", "（累積）", "\n(累計)"])
        } else {
            ""
        };
        let [first, last] =
            if self.ways[5].index(2) == 0 { [bound, cumulative] } else { [cumulative, bound] };
        text.push_str(first);
        text.push_str(last);
        text.push_str(&self.parts());
        for note in &quantity.notes {
            let [open, close] =
                *self.ways[6].get(&[["※", ""], [" ※", ""], ["\n※", ""], ["（", "）"], [" (", ")"]]);
            text.extend([open, note, close]);
        }
        text
    }

    /// The digits with or without commas, in any widths.
    fn number(&self) -> String {
        let (whole, fraction) = self.digits.split_once('.').unwrap_or((&self.digits, ""));
        let with_commas = self.ways[7].index(2) == 0;
        let mut number = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if with_commas && at > 0 && (whole.len() - at) % 3 == 0 {
                number.push(',');
            }
            number.push(digit);
        }
        if !fraction.is_empty() {
            number.push('.');
            number.push_str(fraction);
        }
        let mut widths = self.widths.iter().cycle();
        let mut wide = |letter| if widths.next() == Some(&true) { full_width(letter) } else { letter };
        number.chars().map(&mut wide).collect()
    }

    /// One of the spellings of the unit.
    fn unit(&self) -> &str {
        let same: &[&str] = match self.quantity.unit.as_str() {
            "%" => &["%", "％", " %", "パーセント"],
            "ポイント" => &["ポイント", "ﾎﾟｲﾝﾄ"],
            "箇所" => &["箇所", "か所", "カ所", "ヶ所"],
            "人/年" => &["人/年", "人／年"],
            "㎡" => &["㎡", "m2", "ｍ２"],
            "" => &[""],
            other => return other,
        };
        self.ways[8].get::<&str>(same)
    }

    fn parts(&self) -> String {
        if self.quantity.breakdown.is_empty() {
            return String::new();
        }
        let part =
            |part: &Part| format!("{}{}{}", part.name, self.ways[0].get::<&str>(&[":", "："]), part.value);
        let parts: Vec<String> = self.quantity.breakdown.iter().map(part).collect();
        let between = self.ways[4].get::<&str>(&["、", "、 ", ", ", "、\n"]);
        format!(" ({})", parts.join(between))
    }
}

fn full_width(letter: char) -> char {
    char::from_u32(u32::from(letter) + 0xFEE0).expect("a full-width form")
}
