//! Attainment, read back.

use nendo_chart::{Attainment, AttainmentRow, Goal, Grade, Kind, Mark, Point, Spec, Tone};

use crate::picture::{Area, Picture};

/// One step of the grid either way, for both ends of a length.
const STEP: f64 = 0.21;

fn mark(value: f64) -> Mark {
    Mark { value, label: format!("{value}%") }
}

/// A chart with these grid lines; the label of each row is its number.
fn chart(ticks: &[f64], goal: f64, values: &[f64]) -> Attainment {
    let grade = |at: usize| {
        let tones = [("A", Tone::Ahead), ("B", Tone::On), ("C", Tone::Behind)];
        tones.get(at % 4).map(|(code, tone)| Grade {
            code: (*code).to_owned(),
            title: format!("評価{code}"),
            tone: *tone,
        })
    };
    let rows = values.iter().enumerate().map(|(at, value)| AttainmentRow {
        label: format!("指標{at}"),
        grade: grade(at),
        attained: Point::Value(mark(*value)),
        goal: if *value < 100.0 { Goal::Missed } else { Goal::Reached },
    });
    let goal = Mark { value: goal, label: format!("目標 {goal}%") };
    Attainment { ticks: ticks.iter().copied().map(mark).collect(), goal, rows: rows.collect() }
}

fn named(chart: Attainment) -> Spec {
    Spec {
        id: "attainment".to_owned(),
        title: "達成率".to_owned(),
        description: String::new(),
        kind: Kind::Attainment(chart),
    }
}

fn picture(chart: Attainment) -> Picture {
    Picture::of(&named(chart))
}

/// Class, title and centre of each sign on a track, and how many corners it has.
fn dots(picture: &Picture) -> Vec<(String, String, (f64, f64), usize)> {
    let middle = |values: &mut dyn Iterator<Item = f64>| {
        let values: Vec<f64> = values.collect();
        let ends = (
            values.iter().copied().fold(f64::MAX, f64::min),
            values.iter().copied().fold(f64::MIN, f64::max),
        );
        f64::midpoint(ends.0, ends.1)
    };
    let discs = picture.circles.iter().map(|(_, class, title, at)| (class.clone(), title.clone(), *at, 0));
    let rest = picture.signs.iter().map(|(class, title, corners)| {
        let at = (middle(&mut corners.iter().map(|at| at.0)), middle(&mut corners.iter().map(|at| at.1)));
        (class.clone(), title.clone(), at, corners.len())
    });
    let mut dots: Vec<_> = discs.chain(rest).collect();
    dots.sort_by(|one, other| one.2.1.total_cmp(&other.2.1));
    dots
}

const TICKS: [f64; 5] = [0.0, 50.0, 100.0, 150.0, 200.0];
const VALUES: [f64; 12] = [200.0, 199.9, 181.2, 130.5, 101.0, 100.0, 99.9, 92.9, 40.0, 12.5, 1.0, 0.0];

#[test]
fn the_numbers_can_be_read_off_dots_and_bars() {
    for (goal, ticks) in [(100.0, &TICKS[..]), (80.0, &[-50.0, 0.0, 300.0][..]), (150.0, &[0.0, 400.0][..])] {
        let picture = picture(chart(ticks, goal, &VALUES));
        let upright = |area: &&Area| area.2 - area.0 < STEP;
        let aim = picture.strokes("ink-target")[0].0;
        let lines = picture.strokes("ink-grid");
        let first = lines.iter().filter(upright).map(|area| area.0).fold(f64::MAX, f64::min);
        assert!(
            lines.iter().filter(upright).all(|line| (line.0 - aim).abs() > STEP),
            "the goal is no grid line"
        );
        let scale = (aim - first) / (goal - ticks[0]);
        let dots = dots(&picture);
        assert_eq!(dots.len(), VALUES.len());
        for ((class, _, (x, _), _), value) in dots.iter().zip(VALUES) {
            assert_eq!(class, "mark-actual");
            assert!((x - aim - (value - goal) * scale).abs() < STEP, "{value} at {x}, {goal} at {aim}");
        }
        let bars = picture.boxes.iter().filter(|(_, class, ..)| class == "ink-actual").map(|(.., area)| area);
        for (area, (.., (x, _), _)) in bars.zip(&dots) {
            assert!(
                (area.0 - x.min(aim)).abs() < STEP && (area.2 - x.max(aim)).abs() < STEP,
                "{area:?} {x} {aim}"
            );
        }
    }
}

#[test]
fn the_shape_tells_whether_the_goal_was_reached() {
    let picture = picture(chart(&TICKS, 100.0, &[230.0, 200.0, 100.0, 99.99, 0.0, -3.0]));
    let dots = dots(&picture);
    let corners: Vec<usize> = dots.iter().map(|dot| dot.3).collect();
    assert_eq!(corners, [3, 0, 0, 4, 4, 3]);
    let titles: Vec<&str> = dots.iter().map(|dot| dot.1.as_str()).collect();
    assert_eq!((titles[0], titles[3]), ("指標0 230%", "指標3 99.99%"));
    let (last, first) = (dots[1].2.0, dots[4].2.0);
    assert!(
        (dots[0].2.0 - last).abs() < STEP && (dots[5].2.0 - first).abs() < STEP,
        "an arrow is at the end"
    );
    let arrows: Vec<_> = picture.signs.iter().filter(|sign| sign.2.len() == 3).collect();
    let tips =
        |pick: fn(f64, f64) -> f64| arrows.iter().map(move |arrow| tip(&arrow.2, pick)).collect::<Vec<_>>();
    assert_eq!((tips(f64::max), tips(f64::min)), (vec![1, 2], vec![2, 1]), "the first points to the right");
}

/// How many corners lie farthest to one side.
fn tip(corners: &[(f64, f64)], pick: fn(f64, f64) -> f64) -> usize {
    let end = corners.iter().map(|corner| corner.0).reduce(pick).unwrap();
    corners.iter().filter(|corner| (corner.0 - end).abs() < STEP).count()
}

#[test]
fn a_goal_beyond_the_ticks_is_on_the_scale() {
    let dots = dots(&picture(chart(&[0.0, 50.0], 100.0, &[100.0, 80.0])));
    assert_eq!((dots[0].3, dots[1].3), (0, 4));
    assert!(dots[1].2.0 < dots[0].2.0 - STEP);
}

#[test]
fn a_label_stands_away_from_the_goal_or_else_beyond_it() {
    let picture = picture(chart(&TICKS, 100.0, &[150.0, 60.0, 0.0]));
    let aim = picture.strokes("ink-target")[0].0;
    let dots = dots(&picture);
    let label =
        |words: &str| picture.labels.iter().find(|label| label.0 == "row" && label.1 == words).unwrap().2;
    assert!(label("150%").0 > dots[0].2.0);
    assert!(label("60%").2 < dots[1].2.0);
    assert!(label("0%").0 > aim, "there is no room before it");
}

#[test]
fn what_is_missing_has_its_word_and_no_dot() {
    let mut chart = chart(&TICKS, 100.0, &[120.0, 80.0]);
    chart.rows[1].attained = Point::Gap { word: "集計中".to_owned() };
    let picture = picture(chart);
    assert_eq!(dots(&picture).len(), 1);
    let gap = picture.labels.iter().find(|(_, words, _)| words == "集計中").unwrap();
    assert!(gap.2.0 < 10.0);
    let lines = picture.strokes("ink-grid");
    assert!(!lines.iter().any(|line| line.meets(gap.2)));
    let tracks: Vec<f64> = lines.iter().filter(|line| line.3 - line.1 < STEP).map(|line| line.1).collect();
    assert!(tracks.iter().all(|y| *y < gap.2.1), "it has no track");
}

#[test]
fn tiles_have_their_letter_or_are_hollow() {
    let picture = picture(chart(&TICKS, 100.0, &[120.0, 110.0, 80.0, 70.0]));
    let tiles: Vec<(&str, &str)> = picture
        .boxes
        .iter()
        .filter(|(_, class, ..)| class.starts_with("tone"))
        .map(|(_, class, title, _)| (class.as_str(), title.as_str()))
        .collect();
    assert_eq!(tiles, [("tone-ahead", "評価A"), ("tone-on", "評価B"), ("tone-behind", "評価C")]);
    for (letter, tile) in
        ["A", "B", "C"].iter().zip(picture.boxes.iter().filter(|part| part.1.starts_with("tone")))
    {
        let on = picture.labels.iter().any(|(_, words, area)| words == letter && area.meets(tile.3));
        assert!(on, "{letter} on {tile:?}");
    }
    let outline = picture.strokes("ink-axis");
    assert_eq!(outline.len(), 5, "four sides and a dash");
    assert!(!picture.labels.iter().any(|(.., label)| outline.iter().any(|line| line.meets(*label))));
}

#[test]
fn no_label_meets_another_nor_a_line_nor_a_dot() {
    let values: Vec<f64> = (0..60).map(|at| 360.0 - f64::from(at) * 7.3).collect();
    let long = "行政手続のオンライン申請の件数（電子申請システムの利用件数を含む）と利用者の満足度";
    for ticks in [&TICKS[..], &[], &[100.0], &[0.0, 10.0, 20.0, 100.0, 101.0, 102.0], &[0.0, 1000.0]] {
        for goal in [100.0, 0.0, 200.0, 1.0, f64::NAN] {
            for label in ["", "万件、前年度に比べて", "1234567890123456789012345678901234567890"] {
                let mut chart = chart(ticks, goal, &values);
                for (at, row) in chart.rows.iter_mut().enumerate() {
                    if at % 3 == 0 {
                        long.clone_into(&mut row.label);
                    }
                    if let Point::Value(mark) = &mut row.attained {
                        mark.label.push_str(label);
                    }
                }
                chart.rows[7].attained = Point::Gap { word: long.to_owned() };
                let picture = picture(chart);
                let what = format!("{ticks:?} {goal} {label}");
                picture.is_legible(&what);
                let dots = dots(&picture)
                    .into_iter()
                    .map(|(.., (x, y), _)| Area(x - 6.9, y - 6.9, x + 6.9, y + 6.9));
                let lines = ["ink-target", "ink-grid"].map(|class| picture.strokes(class)).concat();
                let bars = picture
                    .boxes
                    .iter()
                    .filter(|(_, class, ..)| class == "ink-actual")
                    .map(|(.., area)| *area);
                for taken in dots.chain(lines).chain(bars) {
                    let met = picture.labels.iter().find(|(.., area)| area.meets(taken));
                    assert!(met.is_none(), "{what}: {met:?} meets {taken:?}");
                }
            }
        }
    }
}

#[test]
fn the_goal_and_the_ends_are_named_once() {
    let picture = picture(chart(&TICKS, 100.0, &VALUES));
    let named: Vec<&str> =
        picture.labels.iter().filter(|label| label.0 == "grid").map(|label| label.1.as_str()).collect();
    assert_eq!(named, ["目標 100%", "0%", "50%", "150%", "200%"]);
    assert!(picture.labels.iter().any(|(group, words, _)| group == "row" && words == "99.9%"));
}
