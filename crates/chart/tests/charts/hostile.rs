//! Whatever comes in, a well-formed drawing goes out.

use nendo_chart::{
    Period, Point, Progress, Segment, Share, ShareRow, Spec, Stage, Tick, Tone, stand_alone, svg,
};

use crate::picture::Picture;
use crate::series::{CITY, spec};

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
    let word = word.to_owned();
    let stages = [Stage::Later, Stage::Past, Stage::Current];
    Spec::Progress(Progress {
        id: word.clone(),
        title: word.clone(),
        description: word.clone(),
        unit: word.clone(),
        target_word: word.clone(),
        actual_word: word.clone(),
        ticks: ticks.iter().map(|value| Tick { value: *value, label: word.clone() }).collect(),
        periods: points
            .into_iter()
            .zip(stages.into_iter().cycle())
            .map(|((target, actual), stage)| Period { label: word.clone(), target, actual, stage })
            .collect(),
    })
}

fn sound(spec: &Spec) {
    let picture = Picture::of(spec);
    let mut ids = picture.ids.clone();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), picture.ids.len());
    assert!(
        ids.iter().all(|id| id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')),
        "{ids:?}"
    );
    let frame = picture.frame.unwrap();
    assert!(frame.2 > 0.0 && frame.3 > 0.0);
    assert!(picture.boxes.iter().all(|(.., area)| area.within(frame)), "{:?}", picture.boxes);
    assert!(picture.labels.iter().all(|(.., area)| area.within(frame)), "{:?}", picture.labels);
    let file = stand_alone(spec, ".chart > g { fill: var(--a) } /* <&> */");
    assert!(roxmltree::Document::parse(&file).is_ok());
}

#[test]
fn progress_survives_any_number_and_any_word() {
    for word in WORDS {
        let value = |value: f64| Point::Value { value, label: word.to_owned() };
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
                code: word.to_owned(),
                title: word.to_owned(),
                count: *count,
                tone: Tone::Ahead,
            });
            let row = ShareRow { label: word.to_owned(), segments: segments.collect() };
            let share = |rows| {
                let word = || word.to_owned();
                Spec::Share(Share { id: word(), title: word(), description: word(), rows })
            };
            sound(&share(vec![row.clone(), row]));
        }
    }
}

#[test]
fn what_is_not_a_number_is_a_gap() {
    let odd = |value| Point::Value { value, label: "?".to_owned() };
    let picture =
        Picture::of(&progress("x", vec![(odd(f64::NAN), odd(f64::INFINITY)), (odd(1.0), odd(2.0))], &[]));
    assert_eq!((picture.bars().len(), picture.markers().len()), (1, 1));
}

#[test]
fn ids_carry_the_prefix() {
    assert_eq!(Picture::of(&spec(CITY[3])).ids, ["kpi-1-t", "kpi-1-d"]);
    assert!(svg(&progress("\"><script>", Vec::new(), &[])).contains("id=\"script-t\""));
}
