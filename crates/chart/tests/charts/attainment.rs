//! Attainment, read back.

use nendo_chart::{Attainment, AttainmentRow, Goal, Kind, Mark, Point};

use crate::picture::{Area, Picture, STEP, Shape, is_near};
use crate::series::{grades, picture};

fn mark(value: f64) -> Mark {
    Mark { value, label: format!("{value}%") }
}

/// A chart with these grid lines; the label of each row is its number, and each fourth has no grade.
fn chart(ticks: &[f64], goal: f64, values: &[f64]) -> Attainment {
    let rows = values.iter().enumerate().map(|(at, value)| AttainmentRow {
        label: format!("指標{at}"),
        grade: grades()[..3].get(at % 4).cloned(),
        attained: Point::Value(mark(*value)),
        goal: if *value < 100.0 { Goal::Missed } else { Goal::Reached },
    });
    let goal = Mark { value: goal, label: format!("目標 {goal}%") };
    Attainment { ticks: ticks.iter().copied().map(mark).collect(), goal, rows: rows.collect() }
}

fn drawn(chart: Attainment) -> Picture {
    picture(Kind::Attainment(chart))
}

/// The signs on the tracks, from the first row to the last.
fn dots(picture: &Picture) -> Vec<&Shape> {
    let mut dots: Vec<&Shape> = picture.circles.iter().chain(picture.signs()).collect();
    dots.sort_by(|one, other| one.area.top.total_cmp(&other.area.top));
    dots
}

/// The level and the upright ones of the grid's lines.
fn grid(picture: &Picture) -> (Vec<Area>, Vec<Area>) {
    picture.strokes("ink-grid").into_iter().partition(|line| line.height() < STEP)
}

const TICKS: [f64; 5] = [0.0, 50.0, 100.0, 150.0, 200.0];
const VALUES: [f64; 12] = [200.0, 199.9, 181.2, 130.5, 101.0, 100.0, 99.9, 92.9, 40.0, 12.5, 1.0, 0.0];

#[test]
fn the_numbers_can_be_read_off_dots_and_bars() {
    for (goal, ticks) in [(100.0, &TICKS[..]), (80.0, &[-50.0, 0.0, 300.0][..]), (150.0, &[0.0, 400.0][..])] {
        let picture = drawn(chart(ticks, goal, &VALUES));
        let aim = picture.strokes("ink-target")[0].left;
        let (_, uprights) = grid(&picture);
        assert!(uprights.iter().all(|line| !is_near(line.left, aim)), "the goal is no grid line");
        let first = uprights.iter().map(|line| line.left).fold(f64::MAX, f64::min);
        let scale = (aim - first) / (goal - ticks[0]);
        let dots = dots(&picture);
        assert_eq!(dots.len(), VALUES.len());
        for (dot, value) in dots.iter().zip(VALUES) {
            assert_eq!(dot.class, "mark-actual");
            assert!(is_near(dot.area.middle().0 - aim, (value - goal) * scale), "{dot:?} is not {value}");
        }
        for tick in ticks.iter().filter(|tick| !is_near(**tick, goal)) {
            let place = aim + (tick - goal) * scale;
            assert!(uprights.iter().any(|line| is_near(line.left, place)), "the line of {tick}");
            let words = format!("{tick}%");
            let said = picture.labels.iter().find(|label| label.group == "grid" && label.words == words);
            let beside = |label: &Shape| is_near(label.area.middle().0, place) || label.area.left < 2.3;
            assert!(said.is_none_or(beside), "{said:?} at {place}");
        }
        let bars = picture.boxes.iter().filter(|shape| shape.class == "ink-actual");
        for (bar, dot) in bars.zip(&dots) {
            let (x, y) = dot.area.middle();
            let expected = Area { left: x.min(aim), top: y - 2.5, right: x.max(aim), bottom: y + 2.5 };
            assert!(bar.area.is_near(expected), "{bar:?} from {aim} to {dot:?}");
        }
    }
}

#[test]
fn each_row_has_its_name_its_track_and_its_value_together() {
    let picture = drawn(chart(&TICKS, 100.0, &VALUES));
    let (tracks, uprights) = grid(&picture);
    let dots: Vec<Area> = dots(&picture).into_iter().map(|dot| dot.area).collect();
    let (end, start) = (dots[0].middle().0, dots[11].middle().0);
    for (at, dot) in dots.iter().enumerate() {
        let (x, y) = dot.middle();
        let name = picture.label(&format!("指標{at}"));
        let across = uprights.iter().chain(&tracks).filter(|line| line.top <= y && y <= line.bottom);
        for line in across.filter(|line| line.height() > STEP) {
            assert!(
                is_near(line.middle().1, y) && (0.0..4.0).contains(&(line.top - name.bottom)),
                "{line:?}"
            );
            let next = (at < 11).then(|| picture.label(&format!("指標{}", at + 1)));
            let below = next.map_or(picture.frame.bottom, |next| next.top) - line.bottom;
            assert!((1.0..10.0).contains(&below), "{at}: {below}");
        }
        let value =
            picture.labels.iter().find(|label| label.words == mark(VALUES[at]).label && label.is_bold);
        let value = value.unwrap().area;
        let distance = f64::max(value.left - dot.right, dot.left - value.right);
        assert!(is_near(value.middle().1, y) && distance > 4.8, "{value:?} beside {dot:?}");
        assert!(distance < 6.2 || x < end / 2.0, "{value:?} is far from {dot:?}");
        // The track leads from end to end, but for the value and a little beside it.
        let row: Vec<&Area> = tracks.iter().filter(|track| is_near(track.top, y)).collect();
        let spared = (value.left - 5.5)..(value.right + 5.5 + 0.3 * value.width());
        let mut places = std::iter::successors(Some(start), |x| Some(x + 1.0)).take_while(|x| *x < end);
        let missing = places.find(|x| {
            !row.iter().any(|run| run.left - STEP <= *x && *x <= run.right + STEP) && !spared.contains(x)
        });
        assert_eq!(missing, None, "{row:?} {value:?}");
        for place in uprights.iter().map(|line| line.left) {
            let is_there =
                uprights.iter().any(|line| is_near(line.left, place) && line.top < y && y < line.bottom);
            let is_spared = ((value.left - 2.5)..(value.right + 2.5 + 0.3 * value.width())).contains(&place);
            let is_met = ((value.left - 1.7)..(value.right + 1.7)).contains(&place);
            assert!(if is_there { !is_met } else { is_spared }, "the line at {place} beside {value:?}");
        }
        assert!(row.iter().all(|run| start - STEP <= run.left && run.right <= end + STEP), "{row:?}");
    }
}

#[test]
fn tiles_have_their_letter_or_are_hollow() {
    let picture = drawn(chart(&TICKS, 100.0, &[120.0, 110.0, 80.0, 70.0]));
    let tiles: Vec<&Shape> = picture.boxes.iter().filter(|shape| shape.class.starts_with("tone-")).collect();
    let said: Vec<(&str, &str)> = tiles.iter().map(|tile| (&*tile.class, &*tile.words)).collect();
    assert_eq!(said, [("tone-ahead", "評価A"), ("tone-on", "評価B"), ("tone-behind", "評価C")]);
    let outline = picture.strokes("ink-axis");
    assert_eq!(outline.len(), 5, "four sides and a dash");
    let hollow = Area::around(&outline.iter().flat_map(|line| line.ends()).collect::<Vec<_>>());
    assert!(is_near(outline[4].middle().0, hollow.middle().0) && is_near(outline[4].top, hollow.middle().1));
    assert!(is_near(outline[4].width(), 6.0), "a dash");
    assert!(!picture.labels.iter().any(|label| outline.iter().any(|line| line.meets(label.area))));
    for (at, tile) in tiles.iter().map(|tile| tile.area).chain([hollow]).enumerate() {
        let (name, (x, y)) = (picture.label(&format!("指標{at}")), tile.middle());
        assert!(is_near(name.middle().1, y) && is_near(name.left - tile.right, 8.0), "{name:?} {tile:?}");
        assert!(is_near(tile.width(), 22.0) && is_near(tile.height(), 20.0), "{tile:?}");
        let Some(letter) = picture.labels.iter().find(|label| label.area.meets(tile)) else { continue };
        assert!(is_near(letter.area.middle().0, x) && is_near(letter.area.middle().1, y), "{letter:?}");
        assert_eq!((&*letter.words, letter.is_bold), (["A", "B", "C"][at], true));
    }
    let mut chart = chart(&TICKS, 100.0, &[120.0]);
    chart.rows[0].grade.as_mut().unwrap().code = "1".repeat(20);
    let picture = drawn(chart.clone());
    let (tile, letters) =
        (picture.boxes[0].area, &picture.labels.iter().find(|label| label.is_bold).unwrap().area);
    assert!(is_near(tile.width(), 150.0) && letters.left - tile.left > 4.9 && letters.width() > 120.0);
    chart.rows[0].grade = None;
    let picture = drawn(chart);
    assert!(picture.strokes("ink-axis").is_empty(), "where no row has a grade there are no tiles");
    assert!(is_near(picture.label("指標0").left, 2.0));
}

#[test]
fn the_shape_tells_whether_the_goal_was_reached() {
    let picture = drawn(chart(&TICKS, 100.0, &[230.0, 200.0, 100.0, 99.99, 0.0, -3.0]));
    let dots = dots(&picture);
    let corners: Vec<usize> = dots.iter().map(|dot| dot.corners.len()).collect();
    assert_eq!(corners, [3, 0, 0, 4, 4, 3]);
    assert_eq!((&*dots[0].words, &*dots[3].words), ("指標0 230%", "指標3 99.99%"));
    let place = |at: usize| dots[at].area.middle().0;
    assert!(is_near(place(0), place(1)) && is_near(place(5), place(4)), "an arrow is at the end");
    for (dot, half) in dots.iter().zip([7.0, 6.0, 6.0, 7.0, 7.0, 7.0]) {
        assert!(dot.area.is_near(Area::about(dot.area.middle(), half)), "{dot:?}");
    }
    for arrow in [dots[0], dots[5]] {
        assert!(is_near(arrow.corners[0].0, arrow.corners[2].0), "{arrow:?}");
    }
    let tip = |at: usize| dots[at].corners[1].0;
    assert!(is_near(tip(0), dots[0].area.right) && is_near(tip(5), dots[5].area.left), "it points outwards");
}

#[test]
fn a_goal_beyond_the_ticks_is_on_the_scale() {
    let picture = drawn(chart(&[0.0, 50.0], 100.0, &[100.0, 80.0]));
    let dots = dots(&picture);
    assert_eq!((dots[0].corners.len(), dots[1].corners.len()), (0, 4));
    assert!(dots[1].area.right < dots[0].area.left);
}

#[test]
fn a_label_stands_away_from_the_goal_or_else_beyond_it() {
    let picture = drawn(chart(&TICKS, 100.0, &[150.0, 60.0, 0.0, 100.0]));
    let aim = picture.strokes("ink-target")[0].left;
    let dots = dots(&picture);
    let label = |words: &str| {
        picture.labels.iter().find(|label| label.group == "row" && label.words == words).unwrap().area
    };
    assert!(label("150%").left > dots[0].area.right);
    assert!(label("60%").right < dots[1].area.left);
    assert!(label("0%").left > aim, "there is no room before it");
    assert!(label("100%").left > aim, "as what is beyond the goal");
}

#[test]
fn a_label_that_is_too_long_stands_where_there_is_more_room() {
    for goal in [100.0, 200.0] {
        let mut chart = chart(&TICKS, goal, &[200.0, 150.0, 130.0, 110.0, 100.0, 90.0, 60.0, 30.0, 0.0]);
        for row in &mut chart.rows {
            if let Point::Value(mark) = &mut row.attained {
                mark.label = "1".repeat(60);
            }
        }
        let picture = drawn(chart);
        let aim = picture.strokes("ink-target")[0].left;
        let labels = picture.labels.iter().filter(|label| label.words.starts_with("11"));
        for (dot, label) in dots(&picture).into_iter().zip(labels) {
            let (x, label) = (dot.area.middle().0, label.area);
            let (left, right) = (aim.min(x - 7.0) - 5.0, aim.max(x + 7.0) + 5.0);
            let is_left = label.right < right;
            assert_eq!(is_left, left - 2.0 > 358.0 - right, "{dot:?} {label:?}");
            assert!(is_near(
                if is_left { label.right } else { label.left },
                if is_left { left } else { right }
            ));
            let room = if is_left { left - 2.0 } else { 358.0 - right };
            assert!((0.0..9.7).contains(&(room - label.width())), "{label:?} fills {room}");
        }
    }
}

#[test]
fn what_is_missing_has_its_word_and_no_dot() {
    let mut chart = chart(&TICKS, 100.0, &[120.0, 80.0]);
    chart.rows[1].attained = Point::Gap { word: "集計中".to_owned() };
    let picture = drawn(chart);
    assert_eq!(dots(&picture).len(), 1);
    let gap = picture.labels.iter().find(|label| label.words == "集計中").unwrap();
    assert_eq!((&*gap.class, gap.is_bold), ("ink-muted", false));
    assert!(gap.area.left < 10.0);
    let (tracks, uprights) = grid(&picture);
    assert!(!uprights.iter().any(|line| line.meets(gap.area)));
    assert!(
        uprights.iter().any(|line| is_near(line.middle().1, gap.area.middle().1)),
        "beside it they go on"
    );
    assert!(tracks.iter().all(|track| track.top < gap.area.top), "it has no track");
    let mut long = self::chart(&TICKS, 100.0, &[120.0]);
    long.rows[0].attained = Point::Gap { word: "1".repeat(60) };
    let picture = drawn(long);
    let gap = picture.labels.iter().find(|label| label.words.starts_with("11")).unwrap().area;
    assert!(gap.right <= 358.1 && gap.width() > 340.0, "{gap:?}");
}

#[test]
fn no_label_meets_another_nor_a_line_nor_a_dot() {
    let values: Vec<f64> = (0..60).map(|at| 360.0 - f64::from(at) * 7.3).collect();
    let long = "行政手続のオンライン申請の件数（電子申請システムの利用件数を含む）と利用者の満足度";
    // Two lines, for so many letters and a digit are a little too wide for one.
    let edge = format!("{}1", "字".repeat(20));
    for ticks in [&TICKS[..], &[], &[100.0], &[0.0, 10.0, 20.0, 100.0, 101.0, 102.0], &[0.0, 1000.0]] {
        for goal in [100.0, 0.0, 200.0, 1.0, f64::NAN] {
            for label in ["", "万件、前年度に比べて", "1234567890123456789012345678901234567890"] {
                let mut chart = chart(ticks, goal, &values);
                for (at, row) in chart.rows.iter_mut().enumerate() {
                    [long, &edge, "指標"][at % 3].clone_into(&mut row.label);
                    if let Point::Value(mark) = &mut row.attained {
                        mark.label.push_str(label);
                    }
                }
                chart.rows[7].attained = Point::Gap { word: long.to_owned() };
                let picture = drawn(chart);
                let what = format!("{ticks:?} {goal} {label}");
                picture.is_legible(&what);
                let row = |label: &&Shape| label.group == "row";
                let at_edge = |label: &Shape| !label.area.within(picture.frame.grown(-1.9));
                assert!(!picture.labels.iter().filter(row).any(at_edge), "{what}");
                assert!(picture.said("row").concat().contains(long), "{what}");
                assert!(
                    picture
                        .labels
                        .iter()
                        .any(|label| label.class == "ink-muted" && label.area.width() > 340.0)
                );
                let dots = dots(&picture).into_iter().map(|dot| dot.area);
                let lines = ["ink-target", "ink-grid"].map(|class| picture.strokes(class)).concat();
                let bars = picture.boxes.iter().filter(|shape| shape.class == "ink-actual");
                for taken in dots.chain(lines).chain(bars.map(|bar| bar.area)) {
                    let met = picture.labels.iter().find(|label| label.area.meets(taken));
                    assert!(met.is_none(), "{what}: {met:?} meets {taken:?}");
                }
            }
        }
    }
}

#[test]
fn the_goal_and_the_ends_are_named_once() {
    let picture = drawn(chart(&TICKS, 100.0, &VALUES));
    assert_eq!(picture.said("grid"), ["目標 100%", "0%", "50%", "150%", "200%"]);
    for (near, expected) in [(71.0, "100% 0% 200%"), (66.0, "100% 0% 66% 134% 200%")] {
        let mut chart = chart(&[0.0, near, 200.0 - near, 200.0], 100.0, &VALUES);
        chart.goal.label = "100%".to_owned();
        assert_eq!(drawn(chart).said("grid").join(" "), expected, "where there is room");
    }
    let mut chart = chart(&TICKS, 100.0, &VALUES);
    chart.goal.label = "1".repeat(60);
    let goal = drawn(chart).labels[0].area;
    assert!(goal.left >= 1.9 && goal.right <= 358.1 && goal.width() > 340.0, "{goal:?}");
}
