//! Stacked bars, read back.

use nendo_chart::{Grade, Kind, Segment, ShareRow, Spec, Tone, svg};

use crate::picture::{Area, Picture};

/// A chart of rows with counts of A, B, C and D.
pub(crate) fn share(rows: &[(&str, [usize; 4])]) -> Spec {
    let tones = [("A", Tone::Ahead), ("B", Tone::On), ("C", Tone::Behind), ("D", Tone::None)];
    let segments = |counts: &[usize; 4]| {
        let parts = tones.iter().zip(counts);
        parts
            .map(|((code, tone), count)| Segment {
                grade: Grade { code: (*code).to_owned(), title: format!("評価{code}"), tone: *tone },
                count: *count,
            })
            .collect()
    };
    let rows = rows
        .iter()
        .map(|(label, counts)| ShareRow { label: (*label).to_owned(), segments: segments(counts) });
    Spec {
        id: "pillars".to_owned(),
        title: "柱ごと".to_owned(),
        description: String::new(),
        kind: Kind::Share(rows.collect()),
    }
}

const PILLARS: [(&str, [usize; 4]); 3] = [
    ("デジタル活用による市民サービス向上の取組", [6, 8, 1, 0]),
    ("自治体の生産性向上の取組", [3, 7, 0, 0]),
    ("Initiatives that improve the services for residents by means of digital technology", [0, 2, 1, 1]),
];

#[test]
fn widths_are_the_counts_on_one_scale() {
    let picture = Picture::of(&share(&PILLARS));
    let widths: Vec<f64> = picture.boxes.iter().map(|(.., area)| area.2 - area.0).collect();
    let counts = [6.0, 8.0, 1.0, 3.0, 7.0, 2.0, 1.0, 1.0];
    assert_eq!(widths.len(), counts.len());
    let scale = widths.iter().sum::<f64>() / counts.iter().sum::<f64>();
    for (width, count) in widths.iter().zip(counts) {
        assert!((width - count * scale).abs() < 0.3, "{width} is not {count} × {scale}");
    }
    let mut rows = PILLARS;
    rows.reverse();
    let turned = Picture::of(&share(&rows));
    assert!((turned.boxes.iter().map(|(.., area)| area.2 - area.0).sum::<f64>() - scale * 29.0).abs() < 0.3);
}

#[test]
fn each_part_has_class_title_and_label() {
    let picture = Picture::of(&share(&PILLARS));
    let (_, class, title, _) = &picture.boxes[2];
    assert_eq!(
        (class.as_str(), title.as_str()),
        ("tone-behind", "デジタル活用による市民サービス向上の取組 評価C 1")
    );
    let labels: Vec<&str> = picture.labels.iter().map(|(_, words, _)| words.as_str()).collect();
    for label in ["A 6", "B 8", "C 1", "A 3", "B 7", "B 2", "D 1"] {
        assert!(labels.contains(&label), "{label} in {labels:?}");
    }
    assert!(!labels.iter().any(|label| label.ends_with(" 0")));
    for ((_, words, area), (class, _)) in picture.labels.iter().zip(&picture.faces) {
        let on = picture.boxes.iter().any(|part| area.within(part.3));
        assert_eq!(class, if on { "ink-on-tone" } else { "ink-text" }, "{words}");
    }
    assert!(labels.contains(&"residents by means of digital"), "{labels:?}");
    assert_eq!(Picture::of(&share(&[(" ", [0, 0, 1, 0])])).boxes[0].2, "評価C 1");
}

#[test]
fn a_label_above_stands_over_the_middle_of_its_part() {
    let picture = Picture::of(&share(&[("Most", [50, 1, 50, 0])]));
    let middle = |area: Area| f64::midpoint(area.0, area.2);
    let label = picture.labels.iter().find(|label| label.1 == "B 1").unwrap().2;
    assert!((middle(label) - middle(picture.boxes[1].3)).abs() < 0.2, "{label:?}");
}

#[test]
fn narrow_parts_have_their_labels_above() {
    for rows in [
        &[("Residents", [30, 28, 2, 1]), ("City hall", [1, 17, 1, 1])][..],
        &[("One", [100, 0, 0, 1]), ("Other", [1, 1, 1, 1])][..],
        &[("Most", [1, 1, 100_000, 1])][..],
        &PILLARS[..],
    ] {
        let picture = Picture::of(&share(rows));
        for (at, (_, words, area)) in picture.labels.iter().enumerate() {
            assert!(area.within(picture.frame.unwrap()), "{words} {area:?}");
            assert!(
                picture.labels[at + 1..].iter().all(|(.., other)| !area.meets(*other)),
                "{words} {area:?}"
            );
            let half_on = picture.boxes.iter().find(|(.., part)| area.meets(*part) && !area.within(*part));
            assert!(half_on.is_none(), "{words} {area:?} {half_on:?}");
        }
        let parts = rows.iter().flat_map(|(_, counts)| counts).filter(|count| **count > 0).count();
        assert_eq!(
            picture.labels.len(),
            parts + rows.iter().map(|(label, _)| if label.len() > 80 { 3 } else { 1 }).sum::<usize>()
        );
    }
}

#[test]
fn what_is_behind_and_what_has_no_grade_is_hatched() {
    let picture = Picture::of(&share(&PILLARS));
    let hatched: Vec<_> = picture.lines.iter().filter(|(_, class, _)| class == "ink-hatch").collect();
    let parts: Vec<_> =
        picture.boxes.iter().filter(|part| ["tone-behind", "tone-none"].contains(&&*part.1)).collect();
    assert_eq!(hatched.len(), parts.len());
    for ((_, _, corners), (_, class, _, part)) in hatched.iter().zip(parts) {
        let level = corners.chunks(2).all(|ends| ends[0].1.total_cmp(&ends[1].1).is_eq());
        assert_eq!(level, class == "tone-none");
        for (x, y) in corners {
            assert!(Area(*x, *y, *x, *y).within(*part), "{x} {y} of {part:?}");
            let on = picture.labels.iter().find(|(.., label)| Area(*x, *y, *x, *y).within(*label));
            assert!(on.is_none(), "{on:?}");
        }
    }
}

#[test]
fn without_a_description_none_is_promised() {
    let text = svg(&share(&PILLARS));
    assert!(!text.contains("aria-") && !text.contains("<desc"));
}
