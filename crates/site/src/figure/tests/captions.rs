//! The sentences of a progress chart.

use nendo_model::{Cell, Direction, Kpi, YearEntry};

use super::made::*;
use super::sample::{entry, of, quantity, text};

#[test]
fn a_caption_says_where_the_actual_stands_and_how_it_moved() {
    let caption = |direction, before: Cell, now: Cell, unit: &str| {
        let years = [(2022, entry(None, Some(before))), (2023, entry(Some(of("85", unit)), Some(now)))];
        captions(&plan(vec![Kpi { direction, ..kpi("①", years) }]))
    };
    assert_eq!(
        caption(Direction::Higher, of("56", "%"), of("79", "%"), "%"),
        [
            "2023年度の実績は79%で、目標の85%を6ポイント下回りました。2022年度の56%から23ポイント増えました。値が大きいほど良い指標です。",
            "In FY2023 the actual was 79%, 6 percentage points below the target of 85%. The actual rose by 23 percentage points from 56% in FY2022. Higher is better."
        ]
    );
    assert_eq!(
        caption(Direction::Lower, of("86", "人"), of("85", "人"), "人"),
        [
            "2023年度の実績は85人で、目標と同じです。2022年度の86人から1人減りました。値が小さいほど良い指標です。",
            "In FY2023 the actual was 85 people, the same as the target. The actual fell by 1 person from 86 people in FY2022. Lower is better."
        ]
    );
    let [ja, en] = caption(Direction::Higher, of("79.0", "%"), of("79", "%"), "%");
    assert!(
        ja.contains("実績は2022年度と同じです。") && en.contains("The actual is the same as in FY2022."),
        "{ja} {en}"
    );
    let foreign = plan(vec![kpi("①", [(2023, entry(None, Some(of("3", "升"))))])]);
    let figure = progress_figure(&foreign, "en", &[]);
    assert!(figure.caption.text().contains("升"), "{:?}", figure.caption);
    let said = figure.spec.description;
    assert!(
        said.starts_with("In FY2023 the actual was 3. "),
        "a unit that is not English is not said: {said}"
    );
    let cumulative = quantity("90", "人", |quantity| quantity.cumulative = true);
    let [ja, _] = caption(Direction::Higher, of("25", "人"), cumulative, "人");
    assert!(!ja.contains("2022年度"), "counted otherwise: {ja}");
}

#[test]
fn a_caption_without_an_actual_yet_says_the_latest_one() {
    let latest = |years: Vec<(u16, YearEntry)>| captions(&plan(vec![kpi("①", years)]))[0].clone();
    let past = || (2021, entry(Some(of("10", "件")), Some(of("9", "件"))));
    let waiting = (2023, entry(Some(of("12", "件")), Some(text("集計中"))));
    assert_eq!(
        latest(vec![past(), waiting]),
        "2023年度の目標は12件です。比べられる実績はありません。2021年度の実績は9件で、目標の10件を1件下回りました。値が大きいほど良い指標です。"
    );
    let other = (2023, entry(Some(of("12", "件")), Some(of("3", "人"))));
    assert!(latest(vec![past(), other]).contains("2021年度の実績は9件"), "another unit");
    let known = |at, actual: &str| (at, entry(Some(of("12", "件")), Some(of(actual, "件"))));
    assert_eq!(
        latest(vec![known(2023, "5"), known(2024, "20")]),
        "2023年度の実績は5件で、目標の12件を7件下回りました。値が大きいほど良い指標です。"
    );
    assert_eq!(
        latest(vec![(2023, entry(None, None)), (2024, entry(Some(of("12", "件")), None))]),
        "2024年度の目標は12件です。比べられる実績はありません。値が大きいほど良い指標です。"
    );
}
