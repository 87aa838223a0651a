//! The key of a progress chart, read back.

use nendo_chart::{Mark, Progress};

use crate::kinds::{broken, stacked};
use crate::picture::{Area, Shape, is_near};
use crate::series::{drawn, progress};

#[test]
fn the_key_has_what_the_chart_shows() {
    let key = |chart: Progress| drawn(chart).said("key").join(" ");
    assert_eq!(key(progress(("73 86", "80 89", ""))), "実績 目標");
    assert_eq!(key(progress(("- -", "80 89", ""))), "実績");
    assert_eq!(key(stacked()), "実績 直営施設 指定管理施設 目標");
    let mut chart = progress(("73 86", "80 89", ""));
    chart.periods[1].earlier = Some(Mark { value: 80.0, label: "80".to_owned() });
    assert_eq!(key(chart.clone()), "実績 目標 変更前の目標");
    chart.periods[1].earlier = Some(Mark { value: f64::NAN, label: "?".to_owned() });
    assert_eq!(key(chart), "実績 目標");
    let mut whole = stacked();
    whole.periods.iter_mut().for_each(|period| period.parts.clear());
    assert_eq!(key(whole), "実績 目標", "no bar has its parts");
}

#[test]
fn the_key_has_the_signs_of_the_chart() {
    let signs = |chart: Progress| {
        let picture = drawn(chart);
        let all = picture.boxes.iter().chain(&picture.circles).chain(&picture.paths);
        let key = all.filter(|shape| shape.group == "key").map(|shape| &*shape.class);
        key.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(signs(stacked()), "ink-actual part-1 part-2 mark-target ink-hatch ink-target");
    let mut chart = stacked();
    chart.periods.pop();
    assert_eq!(signs(chart), "part-1 part-2 mark-target ink-hatch ink-target");
    let mut chart = broken("96 98 -");
    chart.periods[0].earlier = Some(Mark { value: 99.0, label: "99".to_owned() });
    assert_eq!(signs(chart), "mark-actual mark-target ink-target mark-earlier");
}

#[test]
fn each_sign_stands_before_its_word() {
    let mut long = progress(("97 98", "96 98", "%"));
    long.words.actual = "1".repeat(60);
    long.words.earlier = "変更前".to_owned();
    long.periods[0].earlier = Some(Mark { value: 99.0, label: "99".to_owned() });
    for (chart, row) in [(stacked(), [0, 0, 0, 0]), (broken("96 98 -"), [0, 0, 0, 0]), (long, [0, 1, 1, 0])] {
        let picture = drawn(chart);
        picture.is_legible("a key");
        let shapes = picture.boxes.iter().chain(&picture.paths).chain(&picture.circles);
        let signs: Vec<&Shape> = shapes.filter(|sign| sign.group == "key").collect();
        let words: Vec<Area> =
            picture.labels.iter().filter(|word| word.group == "key").map(|word| word.area).collect();
        assert!(words[0].top < 4.0, "{words:?}");
        for (at, (word, row)) in words.iter().zip(row).enumerate() {
            let before = |sign: &&&Shape| {
                (word.left - 36.5..word.left).contains(&sign.area.left)
                    && is_near(sign.area.middle().1, word.middle().1)
            };
            let sign = Area::around(
                &signs.iter().filter(before).flat_map(|sign| sign.area.ends()).collect::<Vec<_>>(),
            );
            let is_line = signs.iter().filter(before).any(|sign| sign.class == "ink-target");
            let on_line =
                |sign: &Shape| sign.class == "mark-target" && is_near(sign.area.middle().0, word.left - 21.0);
            assert!(
                !is_line || signs.iter().any(|sign| on_line(sign)),
                "the marker is upon the middle of the line"
            );
            let (width, height) = if is_line { (30.0, 10.0) } else { (14.0, 12.0) };
            assert!(sign.width() <= width + 0.1 && sign.height() <= height + 0.1, "{sign:?} before {word:?}");
            assert!(is_near(sign.middle().0, word.left - 6.0 - width / 2.0), "{sign:?} before {word:?}");
            assert!(sign.left >= 2.0 && is_near(word.top - words[0].top, f64::from(row) * 24.0), "{word:?}");
            let next = words.get(at + 1).filter(|next| is_near(next.top, word.top));
            assert!(next.is_none_or(|next| next.left - word.right > 18.0 + 19.8), "{word:?} {next:?}");
        }
        let below = picture.labels.iter().filter(|label| label.group != "key").map(|label| label.area.top);
        let last = words.last().unwrap().top;
        assert!(below.fold(f64::MAX, f64::min) > last + 23.9, "the key has its rows for itself");
    }
}
