//! Moves between grades, read back.

use nendo_chart::{Flow, Kind, Moves, Trend};

use crate::picture::{Area, Picture, STEP, Shape, is_near};
use crate::series::{grades, picture};

/// Flows from A, B, C and D, each to A, B, C and D.
fn chart(counts: [[usize; 4]; 4]) -> Moves {
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
        grades: grades().into(),
        // Not in the order in which they are drawn.
        flows: (0..4).rev().flat_map(|to| (0..4).map(move |from| flow((from, to)))).collect(),
    }
}

fn drawn(chart: Moves) -> Picture {
    picture(Kind::Moves(chart))
}

/// The parts of the two stacks.
fn stacks(picture: &Picture) -> [Vec<&Shape>; 2] {
    let of = |year| picture.boxes.iter().filter(|part| part.words.starts_with(year)).collect();
    ["2022年度", "2023年度"].map(of)
}

/// The words that stand beside a stack.
fn beside(picture: &Picture, side: usize) -> Vec<Area> {
    let stack = &stacks(picture)[side];
    let words = picture.labels.iter().filter(|label| label.group == "row" && !label.words.ends_with("年度"));
    let outside = words.filter(|label| match side {
        0 => label.area.right < stack[0].area.left,
        _ => label.area.left > stack[0].area.right,
    });
    outside.map(|label| label.area).collect()
}

/// A band at its left and at its right end.
fn ends(band: &Shape) -> [Area; 2] {
    [band.area.left, band.area.right].map(|x| {
        let there = band.corners.iter().filter(|at| (at.0 - x).abs() < 0.01);
        Area::around(&there.copied().collect::<Vec<_>>())
    })
}

/// The count that a title ends with.
fn count(shape: &Shape) -> f64 {
    shape.words.rsplit(' ').next().unwrap().parse().unwrap()
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
        let picture = drawn(chart(counts));
        let stacks = stacks(&picture);
        let total: f64 = stacks[0].iter().map(|part| count(part)).sum();
        let unit = stacks[0].iter().map(|part| part.area.height()).sum::<f64>() / total;
        for (side, stack) in stacks.iter().enumerate() {
            let sum = |grade: usize| -> usize {
                (0..4).map(|other| if side == 0 { counts[grade][other] } else { counts[other][grade] }).sum()
            };
            let graded = (0..4).zip(["A", "B", "C", "D"]).filter(|(grade, _)| sum(*grade) > 0);
            let expected: Vec<String> =
                graded.map(|(grade, code)| format!("評価{code} {}", sum(grade))).collect();
            let found: Vec<&str> = stack.iter().map(|part| part.words.split_once(' ').unwrap().1).collect();
            assert_eq!(found, expected);
            assert!(stack.windows(2).all(|pair| pair[0].area.bottom <= pair[1].area.top + STEP));
            assert!(stack.iter().all(|part| part.area.bottom < 360.0));
        }
        let bands = picture.signs();
        assert_eq!(bands.len(), counts.iter().flatten().filter(|count| **count > 0).count());
        let ends = bands.iter().flat_map(|band| ends(band).map(|end| (*band, end)));
        let parts = stacks.iter().flatten().map(|part| (*part, part.area));
        for (shape, area) in ends.chain(parts) {
            assert!(is_near(area.height(), count(shape) * unit), "{shape:?}");
        }
    }
}

#[test]
fn bands_fill_their_parts_in_the_order_of_the_other_side() {
    for counts in ALL {
        let picture = drawn(chart(counts));
        for (side, stack) in stacks(&picture).iter().enumerate() {
            for part in stack {
                let grade = part.words.split(' ').nth(1).unwrap();
                let bands = picture.signs().into_iter().map(|band| {
                    let end = ends(band)[side];
                    (band.words.split(' ').collect::<Vec<_>>(), end.top, end.bottom)
                });
                let mut bands: Vec<_> = bands.filter(|(words, ..)| words[side * 2] == grade).collect();
                bands.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
                let others: Vec<&str> = bands.iter().map(|(words, ..)| words[2 - side * 2]).collect();
                assert!(others.is_sorted(), "{part:?}: {others:?}");
                let mut end = part.area.top;
                for (words, top, bottom) in bands {
                    assert!(is_near(top, end), "{words:?} begins at {top}, not {end}");
                    end = bottom;
                }
                assert!(is_near(end, part.area.bottom));
            }
        }
    }
}

#[test]
fn bands_lead_from_stack_to_stack() {
    for counts in ALL {
        let picture = drawn(chart(counts));
        let [before, after] = stacks(&picture).map(|stack| stack[0].area);
        for band in picture.signs() {
            let reach = (band.area.left, band.area.right);
            assert!(is_near(reach.0, before.right) && is_near(reach.1, after.left), "{band:?}");
            // As it rises or falls, its upper and its lower edge go together, and never back.
            let (upper, lower) = band.corners.split_at(band.corners.len() / 2);
            let height = ends(band)[0].height();
            for (over, under) in upper.iter().zip(lower.iter().rev()) {
                assert!(is_near(over.0, under.0) && is_near(under.1 - over.1, height), "{band:?}");
            }
            let falls = ends(band)[0].top <= ends(band)[1].top;
            assert!(upper.windows(2).all(|pair| pair[0].0 < pair[1].0), "{band:?}");
            assert!(
                upper
                    .windows(2)
                    .all(|pair| (pair[0].1 <= pair[1].1) == falls || is_near(pair[0].1, pair[1].1))
            );
            let is_level = is_near(ends(band)[0].top, ends(band)[1].top);
            assert!(!is_level || band.corners.len() == 4, "{band:?}");
            let steepest = upper.windows(2).map(|pair| (pair[1].1 - pair[0].1).abs()).fold(0.0, f64::max);
            assert!(steepest < 40.0, "it bends in pieces: {band:?}");
        }
    }
}

#[test]
fn what_fell_is_hatched_and_what_moved_is_counted() {
    let picture = drawn(chart(CITY));
    let bands: Vec<(&str, &str)> =
        picture.signs().into_iter().map(|band| (&*band.class, &*band.words)).collect();
    for expected in [
        ("flow-level", "評価B → 評価B 9"),
        ("flow-up", "評価B → 評価A 3"),
        ("flow-down", "評価A → 評価B 2"),
        ("flow-level", "評価D → 評価B 2"),
    ] {
        assert!(bands.contains(&expected), "{expected:?} in {bands:?}");
    }
    let moved = |title: &str| title.split(' ').next() != title.split(' ').nth(2);
    let small = |title: &str| std::cmp::Reverse(title.rsplit(' ').next().unwrap().parse::<usize>().unwrap());
    let order: Vec<_> = bands.iter().map(|(_, title)| (moved(title), small(title))).collect();
    assert!(order.is_sorted(), "what moved lies above, and the small above the great: {order:?}");
    let mut counts = picture.said("flow");
    counts.sort_unstable();
    assert_eq!(counts, ["1", "1", "2", "2", "3"]);
    assert_eq!(picture.paths("flow-hatch").len(), 2);
    picture.spares_labels("flow-hatch");
}

#[test]
fn a_count_stands_upon_its_band() {
    for counts in ALL {
        let picture = drawn(chart(counts));
        for label in picture.labels.iter().filter(|label| label.group == "flow") {
            let (x, y) = label.area.middle();
            let carries = |band: &&Shape| {
                let (upper, lower) = band.corners.split_at(band.corners.len() / 2);
                let at = |edge: &mut dyn Iterator<Item = &(f64, f64)>| {
                    let edge: Vec<_> = edge.collect();
                    let piece = edge.windows(2).find(|pair| pair[0].0 <= x && x <= pair[1].0)?;
                    let part = (x - piece[0].0) / (piece[1].0 - piece[0].0);
                    Some(piece[0].1 + part * (piece[1].1 - piece[0].1))
                };
                let edges = at(&mut upper.iter()).zip(at(&mut lower.iter().rev()));
                edges.is_some_and(|(upper, lower)| (f64::midpoint(upper, lower) - y).abs() < 2.0)
            };
            let bands =
                picture.signs().into_iter().filter(|band| band.words.ends_with(&format!(" {}", label.words)));
            assert!(bands.into_iter().any(|band| carries(&band)), "{counts:?}: {label:?}");
            assert!(label.is_bold);
        }
    }
}

#[test]
fn a_count_stands_in_the_middle_or_else_where_no_other_band_passes() {
    let parallel = drawn(chart([[0, 3, 0, 0], [0; 4], [0, 0, 0, 3], [0; 4]]));
    for label in parallel.labels.iter().filter(|label| label.group == "flow") {
        assert!(is_near(label.area.middle().0, 180.0), "{label:?}");
    }
    let crossed = drawn(chart([[3, 0, 2, 0], [0, 2, 0, 0], [0, 0, 3, 0], [0; 4]]));
    let label = crossed.labels.iter().find(|label| label.group == "flow").unwrap().area;
    assert!(label.right < 150.0, "rather before the middle than after it: {label:?}");
    for band in crossed.signs().into_iter().filter(|band| band.class == "flow-level") {
        let there = band.corners.iter().filter(|at| (label.left - 30.0..label.right + 30.0).contains(&at.0));
        assert!(
            !Area::around(&there.copied().collect::<Vec<_>>()).meets(label.inked()),
            "{band:?} {label:?}"
        );
    }
}

#[test]
fn stacks_have_their_year_and_their_tones() {
    let picture = drawn(chart(CITY));
    let (before, after) = (picture.label("2022年度"), picture.label("2023年度"));
    let stacks = stacks(&picture);
    assert!(before.right < after.left && stacks[0][0].area.right < stacks[1][0].area.left);
    assert!(is_near(before.left, 2.0) && is_near(picture.frame.right - after.right, 2.0));
    for stack in stacks {
        for (part, class) in stack.iter().zip(["tone-ahead", "tone-on", "tone-behind", "tone-none"]) {
            assert!(part.class == class, "{part:?}");
        }
    }
}

#[test]
fn a_grade_without_words_is_called_by_its_letter() {
    let mut chart = chart(CITY);
    chart.grades.iter_mut().for_each(|grade| grade.title.clear());
    let picture = drawn(chart);
    assert!(picture.signs().iter().any(|band| band.words == "B → A 3"));
    assert!(picture.boxes.iter().any(|part| part.words == "2022年度 B 13"));
}

/// Any counts, their grades called by letters and by longer words.
fn various() -> Vec<(String, Picture)> {
    let mut last = 7_usize;
    let mut next = || {
        last = (last * 7919 + 13) % 100_003;
        [0, 0, 0, 1, 1, 2, 5, 30][last % 8]
    };
    let some: Vec<[[usize; 4]; 4]> = (0..50).map(|_| [(); 4].map(|()| [(); 4].map(|()| next()))).collect();
    let letters = ["A", "B", "C", "D"];
    let words = [["達成", "概ね達成", "未達成", "―"], ["Exceeded", "Met", "Behind", "Not evaluated"]];
    let all = [letters]
        .into_iter()
        .chain(words)
        .flat_map(|codes| ALL.into_iter().chain(some.clone()).map(move |counts| (codes, counts)));
    let picture = |(codes, counts): ([&str; 4], _)| {
        let mut chart = chart(counts);
        chart.grades.iter_mut().zip(codes).for_each(|(grade, code)| code.clone_into(&mut grade.code));
        (format!("{codes:?} {counts:?}"), drawn(chart))
    };
    all.map(picture).collect()
}

#[test]
fn words_stand_in_their_part_or_beside_it_and_never_meet() {
    for (what, picture) in various() {
        picture.is_legible(&what);
        assert_eq!(picture.said("row").len(), 2 + picture.boxes.len(), "{what}");
        for label in picture.labels.iter().filter(|label| label.group == "row") {
            let part = picture.boxes.iter().map(|part| part.area).find(|part| label.area.meets(*part));
            let has_room = |part: Area| {
                label.area.inked().within(part)
                    && part.height() > 19.8
                    && part.width() - label.area.width() > 5.9
            };
            assert!(part.is_none_or(has_room), "{what}: {label:?}");
        }
    }
}

#[test]
fn the_drawing_is_as_wide_as_words_and_bands_want() {
    for (what, picture) in various() {
        let [Some(left), Some(right)] = stacks(&picture).map(|stack| stack.first().map(|part| part.area))
        else {
            continue;
        };
        let bands = right.left - left.right;
        assert!(bands >= 119.0 && (picture.frame.right <= 360.0 || bands < 121.0), "{what}: {bands}");
        for (side, room) in [left.left, picture.frame.right - right.right].into_iter().enumerate() {
            let beside = beside(&picture, side);
            let end = |label: &Area| [label.left, picture.frame.right - label.right][side];
            assert!(beside.iter().all(|label| is_near(end(label), 2.0)), "{what}: {beside:?}");
            let widest = beside.iter().map(|label| label.width()).fold(0.0, f64::max);
            // Latin letters are taken to be wider than this test takes them to be.
            let wanted = if beside.is_empty() { 2.0..2.1 } else { widest + 7.9..widest + 24.0 };
            assert!(wanted.contains(&room), "{what}: {room} beside {widest}");
        }
        let mut counts = picture.labels.iter().filter(|label| label.group == "flow").map(|label| label.area);
        assert!(
            counts.all(|label| left.right + 1.0 < label.left && label.right < right.left - 1.0),
            "{what}"
        );
    }
}

#[test]
fn stacks_stretch_for_words_but_not_without_end() {
    for (most, least) in [(13, 1), (24, 2)] {
        let legible = drawn(chart([[most, 0, 0, 0], [0, least, 0, 0], [0, 0, least, 0], [0; 4]]));
        assert!(legible.boxes.iter().all(|part| part.area.height() > 19.8), "each holds its words");
        assert!(beside(&legible, 0).is_empty() && beside(&legible, 1).is_empty());
    }
    let mut many = chart([[0; 4]; 4]);
    many.grades = vec![many.grades[0].clone(); 40];
    many.flows = (0..40).map(|at| Flow { from: at, to: at, count: 1, trend: Trend::Level }).collect();
    assert!(drawn(many).frame.bottom < 360.0);
}

#[test]
fn a_flow_of_no_grade_or_of_none_is_not_drawn() {
    let mut chart = chart([[0; 4]; 4]);
    chart.flows[0].count = 3;
    chart.flows.push(Flow { from: 4, to: 0, count: 5, trend: Trend::Up });
    chart.flows.push(Flow { from: 0, to: 4, count: 5, trend: Trend::Up });
    chart.flows.push(Flow { from: 0, to: usize::MAX, count: 5, trend: Trend::Up });
    let picture = drawn(chart);
    assert_eq!((picture.boxes.len(), picture.signs().len()), (2, 1));
    assert_eq!(picture.boxes[0].words, "2022年度 評価A 3", "nor is it counted");
}
