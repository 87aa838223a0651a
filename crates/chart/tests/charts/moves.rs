//! Moves between grades, read back.

use nendo_chart::{Flow, Grade, Kind, Moves, Spec, Tone, Trend};

use crate::picture::{Area, Picture};

/// One step of the grid either way, for both ends of a length.
const STEP: f64 = 0.21;

/// Flows from A, B, C and D, each to A, B, C and D.
fn chart(counts: [[usize; 4]; 4]) -> Moves {
    let grades = [("A", Tone::Ahead), ("B", Tone::On), ("C", Tone::Behind), ("D", Tone::None)];
    let grade =
        |(code, tone): (&str, Tone)| Grade { code: code.to_owned(), title: format!("評価{code}"), tone };
    let flow = |(from, to): (usize, usize)| Flow {
        from,
        to,
        count: counts[from][to],
        trend: match (from, to) {
            (3, _) | (_, 3) => Trend::Level,
            (from, to) if from > to => Trend::Up,
            (from, to) if from < to => Trend::Down,
            _ => Trend::Level,
        },
    };
    Moves {
        before: "2022年度".to_owned(),
        after: "2023年度".to_owned(),
        grades: grades.map(grade).into(),
        // Not in the order in which they are drawn.
        flows: (0..4).rev().flat_map(|to| (0..4).map(move |from| flow((from, to)))).collect(),
    }
}

fn picture(chart: Moves) -> Picture {
    let name = || "moves".to_owned();
    Picture::of(&Spec { id: name(), title: name(), description: String::new(), kind: Kind::Moves(chart) })
}

/// The parts of the two stacks.
fn stacks(picture: &Picture) -> [Vec<&(String, String, String, Area)>; 2] {
    ["2022年度", "2023年度"]
        .map(|year| picture.boxes.iter().filter(|part| part.2.starts_with(year)).collect())
}

/// Upper and lower end of a band at the left and at the right.
fn ends(corners: &[(f64, f64)]) -> [(f64, f64); 2] {
    let (left, right) =
        corners.iter().fold((f64::MAX, f64::MIN), |(left, right), at| (left.min(at.0), right.max(at.0)));
    [left, right].map(|x| {
        let there = corners.iter().filter(|at| (at.0 - x).abs() < 0.01);
        there.fold((f64::MAX, f64::MIN), |(top, bottom), at| (top.min(at.1), bottom.max(at.1)))
    })
}

const CITY: [[usize; 4]; 4] = [[6, 2, 0, 0], [3, 9, 1, 0], [0, 1, 1, 0], [0, 2, 0, 0]];

/// A city's, and others: one KPI, hundreds, all crossing, one great and many small.
const ALL: [[[usize; 4]; 4]; 8] = [
    CITY,
    [[0, 0, 0, 0], [0, 0, 1, 0], [0; 4], [0; 4]],
    [[40, 12, 3, 0], [21, 30, 8, 0], [1, 9, 7, 0], [2, 0, 0, 1]],
    [[1; 4]; 4],
    [[0, 0, 0, 5], [0, 0, 5, 0], [0, 5, 0, 0], [5, 0, 0, 0]],
    [[900, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]],
    [[1, 1, 1, 0], [1, 1, 1, 0], [1, 1, 900, 0], [0; 4]],
    [[2, 0, 0, 0], [1, 3, 2, 0], [1, 0, 0, 0], [0; 4]],
];

#[test]
fn heights_of_parts_and_bands_are_the_counts() {
    for counts in ALL {
        let picture = picture(chart(counts));
        let stacks = stacks(&picture);
        let total: usize = counts.iter().flatten().sum();
        let count = |title: &str| title.rsplit(' ').next().unwrap().parse::<u32>().map(f64::from).unwrap();
        let heights = |parts: &[&(String, String, String, Area)]| {
            parts.iter().map(|part| part.3.3 - part.3.1).sum::<f64>()
        };
        let unit = heights(&stacks[0]) / f64::from(u32::try_from(total).unwrap());
        for (side, stack) in stacks.iter().enumerate() {
            let sum = |grade: usize| {
                (0..4)
                    .map(|other| if side == 0 { counts[grade][other] } else { counts[other][grade] })
                    .sum::<usize>()
            };
            let expected: Vec<String> = (0..4)
                .filter(|at| sum(*at) > 0)
                .map(|at| format!("評価{} {}", ["A", "B", "C", "D"][at], sum(at)))
                .collect();
            let found: Vec<&str> = stack.iter().map(|part| part.2.split_once(' ').unwrap().1).collect();
            assert_eq!(found, expected);
            for (.., title, area) in stack {
                assert!((area.3 - area.1 - count(title) * unit).abs() < STEP, "{title} {area:?}");
            }
            assert!(stack.windows(2).all(|pair| pair[0].3.3 <= pair[1].3.1 + STEP));
        }
        assert_eq!(picture.signs.len(), counts.iter().flatten().filter(|count| **count > 0).count());
        for (_, title, corners) in &picture.signs {
            for (top, bottom) in ends(corners) {
                assert!((bottom - top - count(title) * unit).abs() < STEP, "{title} {top} {bottom}");
            }
        }
        let bottom = stacks.iter().flatten().map(|part| part.3.3).fold(0.0, f64::max);
        assert!(bottom < 360.0, "{bottom}");
    }
}

#[test]
fn bands_fill_their_parts_in_the_order_of_the_other_side() {
    for counts in ALL {
        let picture = picture(chart(counts));
        for (side, stack) in stacks(&picture).iter().enumerate() {
            for (.., title, area) in stack {
                let grade = title.split(' ').nth(1).unwrap();
                let mut bands: Vec<_> = picture
                    .signs
                    .iter()
                    .map(|(_, title, corners)| (title.split(' ').collect::<Vec<_>>(), ends(corners)[side]))
                    .filter(|(words, _)| words[side * 2] == grade)
                    .collect();
                bands.sort_by(|one, other| one.1.0.total_cmp(&other.1.0).then(one.0.cmp(&other.0)));
                let others: Vec<&str> = bands.iter().map(|(words, _)| words[2 - side * 2]).collect();
                assert!(others.is_sorted(), "{title}: {others:?}");
                let mut end = area.1;
                for (words, (top, bottom)) in bands {
                    assert!((top - end).abs() < STEP, "{words:?} begins at {top}, not {end}");
                    end = bottom;
                }
                assert!((end - area.3).abs() < STEP);
            }
        }
    }
}

#[test]
fn what_fell_is_hatched_and_what_moved_is_counted() {
    let picture = picture(chart(CITY));
    let classes: Vec<(&str, &str)> =
        picture.signs.iter().map(|(class, title, _)| (class.as_str(), title.as_str())).collect();
    for expected in [
        ("flow-level", "評価B → 評価B 9"),
        ("flow-up", "評価B → 評価A 3"),
        ("flow-down", "評価A → 評価B 2"),
        ("flow-level", "評価D → 評価B 2"),
    ] {
        assert!(classes.contains(&expected), "{expected:?} in {classes:?}");
    }
    let hatched = picture.lines.iter().filter(|line| line.0 == "flow" && line.1 == "flow-hatch").count();
    assert_eq!(hatched, 2);
    let moved = |title: &str| title.split(' ').next() != title.split(' ').nth(2);
    let small = |title: &str| std::cmp::Reverse(title.rsplit(' ').next().unwrap().parse::<usize>().unwrap());
    let order: Vec<_> = classes.iter().map(|(_, title)| (moved(title), small(title))).collect();
    assert!(order.is_sorted(), "what moved lies above, and the small above the great: {order:?}");
    let mut counts: Vec<&str> =
        picture.labels.iter().filter(|label| label.0 == "flow").map(|label| label.1.as_str()).collect();
    counts.sort_unstable();
    assert_eq!(counts, ["1", "1", "2", "2", "3"]);
    for (_, words, label) in picture.labels.iter().filter(|label| label.0 == "flow") {
        let on = picture.lines.iter().filter(|line| line.1 == "flow-hatch").flat_map(|line| &line.2);
        assert!(!on.into_iter().any(|(x, y)| Area(*x, *y, *x, *y).within(*label)), "{words}");
    }
}

#[test]
fn stacks_have_their_year_and_their_tones() {
    let picture = picture(chart(CITY));
    let year = |words: &str| picture.labels.iter().find(|label| label.1 == words).unwrap().2;
    let stacks = stacks(&picture);
    assert!(year("2022年度").2 < year("2023年度").0 && stacks[0][0].3.2 < stacks[1][0].3.0);
    for stack in stacks {
        for (part, class) in stack.iter().zip(["tone-ahead", "tone-on", "tone-behind", "tone-none"]) {
            assert!(part.1 == class, "{part:?}");
        }
    }
}

#[test]
fn a_grade_without_words_is_called_by_its_letter() {
    let mut chart = chart(CITY);
    chart.grades.iter_mut().for_each(|grade| grade.title.clear());
    let picture = picture(chart);
    assert!(picture.signs.iter().any(|sign| sign.1 == "B → A 3"));
    assert!(picture.boxes.iter().any(|part| part.2 == "2022年度 B 13"));
}

#[test]
fn words_stand_in_their_part_or_beside_it_and_never_meet() {
    for counts in ALL {
        let picture = picture(chart(counts));
        picture.is_legible(&format!("{counts:?}"));
        for (.., words, label) in picture.labels.iter().filter(|label| label.0 == "row") {
            let half_on =
                picture.boxes.iter().find(|(.., part)| label.meets(*part) && !label.inked().within(*part));
            assert!(half_on.is_none(), "{words} {label:?} {half_on:?}");
        }
        let rows = picture.labels.iter().filter(|label| label.0 == "row").count();
        assert_eq!(rows, 2 + picture.boxes.len(), "{counts:?}");
        let stacks = stacks(&picture);
        for (.., words, label) in picture.labels.iter().filter(|label| label.0 == "flow") {
            assert!(stacks[0][0].3.2 < label.0 && label.2 < stacks[1][0].3.0, "{counts:?} {words}");
        }
        for (_, title, corners) in &picture.signs {
            let end = |pick: fn(f64, f64) -> f64| corners.iter().map(|corner| corner.0).reduce(pick).unwrap();
            let gaps = (end(f64::min) - stacks[0][0].3.2, end(f64::max) - stacks[1][0].3.0);
            assert!(
                gaps.0.abs() < STEP && gaps.1.abs() < STEP,
                "{title} leads from stack to stack: {gaps:?}"
            );
        }
    }
}

#[test]
fn long_letters_and_any_counts_find_room() {
    let mut last = 7_usize;
    let mut next = || {
        last = (last * 7919 + 13) % 100_003;
        [0, 0, 0, 1, 1, 2, 5, 30][last % 8]
    };
    for codes in [
        ["A", "B", "C", "D"],
        ["達成", "概ね達成", "未達成", "―"],
        ["Exceeded", "Met", "Behind", "Not evaluated"],
    ] {
        for _ in 0..100 {
            let counts = [(); 4].map(|()| [(); 4].map(|()| next()));
            let mut chart = chart(counts);
            for (grade, code) in chart.grades.iter_mut().zip(codes) {
                code.clone_into(&mut grade.code);
            }
            let picture = picture(chart);
            picture.is_legible(&format!("{codes:?} {counts:?}"));
            let rows = picture.labels.iter().filter(|label| label.0 == "row").count();
            assert_eq!(rows, 2 + picture.boxes.len(), "{codes:?} {counts:?}");
            let [left, right] = stacks(&picture).map(|stack| stack.first().map(|part| part.3));
            if let (Some(left), Some(right)) = (left, right) {
                assert!(right.0 - left.2 >= 119.0, "there is room for the bands");
                let mut counts = picture.labels.iter().filter(|label| label.0 == "flow");
                assert!(counts.all(|label| left.2 + 1.0 < label.2.0 && label.2.2 < right.0 - 1.0));
            }
        }
    }
}

#[test]
fn stacks_stretch_for_words_but_not_without_end() {
    let legible = picture(chart([[13, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0; 4]]));
    assert!(legible.boxes.iter().all(|(.., part)| part.3 - part.1 > 19.8), "each holds its words");
    let mut many = chart([[0; 4]; 4]);
    many.grades = vec![many.grades[0].clone(); 40];
    many.flows = (0..40).map(|at| Flow { from: at, to: at, count: 1, trend: Trend::Level }).collect();
    assert!(picture(many).frame.unwrap().3 < 360.0);
}

#[test]
fn a_flow_of_no_grade_or_of_none_is_not_drawn() {
    let mut chart = chart([[0; 4]; 4]);
    chart.flows[0].count = 3;
    chart.flows.push(Flow { from: 9, to: 0, count: 5, trend: Trend::Up });
    chart.flows.push(Flow { from: 0, to: usize::MAX, count: 5, trend: Trend::Up });
    let picture = picture(chart);
    assert_eq!((picture.boxes.len(), picture.signs.len()), (2, 1));
    assert_eq!(picture.boxes[0].2, "2022年度 評価A 3", "nor is it counted");
}
