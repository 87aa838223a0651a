//! Whatever comes in, a well-formed drawing goes out.

use nendo_chart::{
    Attainment, AttainmentRow, Base, Chart, Flow, Goal, Grade, Kind, Mark, Moves, Point, Progress, Run,
    Segment, ShareRow, Spec, Stage, Tone, Trend, Words, svg,
};

use crate::picture::Picture;
use crate::series::{CITY, drawn, named, progress as city, year};

const WORDS: [&str; 6] = [
    "",
    "<&\">'",
    "\u{0}\u{8}\u{1b}\n\u{ffff}",
    "]]>",
    "👩‍👩‍👧e\u{301}",
    "長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い",
];

const VALUES: [f64; 14] = [
    0.0,
    -0.0,
    1.0,
    -7.5,
    0.001,
    1e15,
    -1e15,
    1e300,
    1e308,
    -1e308,
    5e-324,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

fn progress(word: &str, points: Vec<(Point, Point)>, ticks: &[f64]) -> Spec {
    let stages = [Stage::Later, Stage::Past, Stage::Current];
    let mark = |value: f64| Mark { value, label: word.to_owned() };
    let word = || word.to_owned();
    let years = points.into_iter().zip(stages.into_iter().cycle());
    let periods = years.map(|((target, actual), stage)| year(&word(), target, actual, stage));
    let words = Words { target: word(), actual: word(), earlier: word(), better: word() };
    let chart = Progress {
        unit: word(),
        words,
        ticks: ticks.iter().copied().map(mark).collect(),
        base: Base::Zero,
        run: Run::Yearly,
        parts: Vec::new(),
        periods: periods.collect(),
    };
    worded(&word(), Kind::Progress(chart))
}

fn worded(word: &str, kind: Kind) -> Spec {
    let word = || word.to_owned();
    Spec { id: word(), title: word(), description: word(), kind }
}

fn sound(spec: &Spec) {
    let page = svg(spec);
    let picture = Picture::read(&page);
    let mut ids = picture.ids.clone();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), picture.ids.len());
    assert!(
        ids.iter().all(|id| id.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))),
        "{ids:?}"
    );
    let frame = picture.frame;
    assert!(frame.width() > 0.0 && frame.height() > 0.0);
    let mut shapes = picture.boxes.iter().chain(&picture.labels);
    assert!(shapes.all(|shape| shape.area.within(frame)), "{picture:?}");
    // What was parsed once need not be parsed again: the file differs in its head alone.
    let file = Chart::of(spec).stand_alone("ja", ".chart > g { fill: var(--a) } /* <&> */");
    let drawing = page.find("<g").map_or("</svg>", |at| &page[at..]);
    let head = file.strip_suffix(drawing).unwrap_or_else(|| panic!("{file} does not end in {drawing}"));
    assert!(roxmltree::Document::parse(&format!("{head}</svg>")).is_ok());
}

#[test]
fn progress_survives_any_number_and_any_word() {
    for word in WORDS {
        let value = |value: f64| Point::Value(Mark { value, label: word.to_owned() });
        let gap = || Point::Gap { word: word.to_owned() };
        sound(&progress(word, Vec::new(), &[]));
        sound(&progress(word, vec![(gap(), gap()); 3], &VALUES));
        for one in VALUES {
            sound(&progress(word, vec![(value(one), gap())], &nendo_chart::ticks(one, 0.0)));
            for other in VALUES {
                sound(&progress(
                    word,
                    vec![(value(one), value(other)), (gap(), value(one)), (value(other), gap())],
                    &[one],
                ));
            }
        }
        sound(&progress(word, vec![(value(3.0), value(3.0)); 30], &nendo_chart::ticks(3.0, 3.0)));
    }
}

#[test]
fn share_survives_any_count_and_any_word() {
    for word in WORDS {
        for counts in [vec![], vec![0, 0], vec![1; 200], vec![usize::MAX, 1, usize::MAX], vec![1, 0, 5000]] {
            let segments = counts.iter().map(|count| Segment {
                grade: Grade { code: word.to_owned(), title: word.to_owned(), tone: Tone::Ahead },
                count: *count,
            });
            let row = ShareRow { label: word.to_owned(), segments: segments.collect() };
            sound(&worded(word, Kind::Share(vec![row.clone(), row])));
        }
    }
}

fn grade(word: &str, tone: Tone) -> Grade {
    Grade { code: word.to_owned(), title: word.to_owned(), tone }
}

#[test]
fn attainment_survives_any_number_and_any_word() {
    for word in WORDS {
        let mark = |value: f64| Mark { value, label: word.to_owned() };
        let row = |at: usize| AttainmentRow {
            label: word.to_owned(),
            grade: at.is_multiple_of(2).then(|| grade(word, Tone::Behind)),
            attained: match VALUES.get(at % 20) {
                Some(value) => Point::Value(mark(*value)),
                None => Point::Gap { word: word.to_owned() },
            },
            goal: if at.is_multiple_of(2) { Goal::Reached } else { Goal::Missed },
        };
        for (at, goal) in VALUES.into_iter().enumerate() {
            let many = if at == 0 { 200 } else { at };
            for (rows, ticks) in [(0, &VALUES[..]), (20, &VALUES), (20, &[]), (many, &[goal, goal])] {
                let ticks = ticks.iter().copied().map(mark).collect();
                let chart = Attainment { ticks, goal: mark(goal), rows: (0..rows).map(row).collect() };
                sound(&worded(word, Kind::Attainment(chart)));
            }
        }
    }
}

#[test]
fn moves_survive_any_count_and_any_word() {
    for word in WORDS {
        for counts in [vec![], vec![0, 0], vec![1; 200], vec![usize::MAX, 1, usize::MAX], vec![1, 0, 5000]] {
            for grades in [0, 1, 3, 200] {
                let flow = |(at, count): (usize, &usize)| Flow {
                    from: at % 201,
                    to: (at * 7) % 203,
                    count: *count,
                    trend: if at.is_multiple_of(2) { Trend::Down } else { Trend::Up },
                };
                let chart = Moves {
                    before: word.to_owned(),
                    after: word.to_owned(),
                    grades: vec![grade(word, Tone::None); grades],
                    flows: counts.iter().enumerate().map(flow).collect(),
                };
                sound(&worded(word, Kind::Moves(chart)));
            }
        }
    }
}

#[test]
fn sparks_survive_any_number_and_any_word() {
    for word in WORDS {
        for count in [0, 1, 3, 14, 200] {
            for shift in 0..VALUES.len() {
                let point = |at: usize| match VALUES.get((at + shift) % 16) {
                    Some(value) => Point::Value(Mark { value: *value, label: word.to_owned() }),
                    None => Point::Gap { word: word.to_owned() },
                };
                let stages = [Stage::Past, Stage::Current, Stage::Later];
                let years = (0..count).map(|at| year(word, point(at * 3), point(at), stages[at % 3]));
                sound(&worded(word, Kind::Spark(years.collect())));
            }
        }
    }
}

#[test]
fn what_is_not_a_number_is_a_gap() {
    let mut chart = city(("- 1", "- 2", ""));
    let odd = |value| Point::Value(Mark { value, label: "?".to_owned() });
    chart.periods[0].target = odd(f64::NAN);
    chart.periods[0].actual = odd(f64::INFINITY);
    let picture = drawn(chart);
    assert_eq!((picture.bars().len(), picture.markers().len()), (1, 1));
    assert!(!picture.labels.iter().any(|label| label.words == "?"));
}

#[test]
fn ids_carry_the_prefix() {
    let spec = |id: &str| Spec { id: id.to_owned(), ..named(Kind::Progress(city(CITY[3]))) };
    for (id, prefix) in [("kpi-1", "kpi-1"), ("\"><script>", "script"), ("評価", "chart")] {
        assert_eq!(Picture::read(&svg(&spec(id))).ids, [format!("{prefix}_t"), format!("{prefix}_d")]);
    }
}
