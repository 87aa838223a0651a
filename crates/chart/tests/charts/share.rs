//! Stacked bars, read back.

use nendo_chart::{Kind, Segment, ShareRow, Spec, svg};

use crate::picture::{Area, Picture, is_near};
use crate::series::{grades, named, picture};

/// A chart of rows with counts of A, B, C and D.
pub(crate) fn share(rows: &[(&str, [usize; 4])]) -> Kind {
    let row = |(label, counts): &(&str, [usize; 4])| ShareRow {
        label: (*label).to_owned(),
        segments: grades().into_iter().zip(*counts).map(|(grade, count)| Segment { grade, count }).collect(),
    };
    Kind::Share(rows.iter().map(row).collect())
}

fn drawn(rows: &[(&str, [usize; 4])]) -> Picture {
    picture(share(rows))
}

const PILLARS: [(&str, [usize; 4]); 3] = [
    ("デジタル活用による市民サービス向上の取組", [6, 8, 1, 0]),
    ("自治体の生産性向上の取組", [3, 7, 0, 0]),
    ("Initiatives that improve the services for residents by means of digital technology", [0, 2, 1, 1]),
];

#[test]
fn widths_are_the_counts_on_one_scale() {
    let picture = drawn(&PILLARS);
    let counts = [6.0, 8.0, 1.0, 3.0, 7.0, 2.0, 1.0, 1.0];
    assert_eq!(picture.boxes.len(), counts.len());
    let scale = picture.boxes.iter().map(|part| part.area.width()).sum::<f64>() / 29.0;
    for (part, count) in picture.boxes.iter().zip(counts) {
        assert!(is_near(part.area.width(), count * scale), "{part:?} is not {count} × {scale}");
    }
    let edges = picture.strokes("ink-axis");
    for (edge, parts) in edges.iter().zip([0..3, 3..5, 5..8]) {
        let row: Vec<Area> = picture.boxes[parts].iter().map(|part| part.area).collect();
        assert!(is_near(edge.left, row[0].left) && is_near(edge.top, row[0].top));
        assert!(row.windows(2).all(|pair| is_near(pair[0].right, pair[1].left)), "side by side: {row:?}");
        assert!(row.iter().all(|part| is_near(part.bottom, edge.bottom) && is_near(part.top, edge.top)));
        assert!(is_near(edge.height(), 32.0));
    }
    let below = [picture.label("自治体の生産性向上の取組").top, picture.frame.bottom + 16.0];
    for (below, edge) in below.into_iter().zip([edges[0], edges[2]]) {
        assert!(is_near(below - edge.bottom, 18.0), "{below} below {edge:?}");
    }
    let mut rows = PILLARS;
    rows.reverse();
    let turned: f64 = drawn(&rows).boxes.iter().map(|part| part.area.width()).sum();
    assert!(is_near(turned, scale * 29.0));
}

#[test]
fn each_part_has_class_title_and_label() {
    let picture = drawn(&PILLARS);
    let part = &picture.boxes[2];
    assert_eq!(
        (&*part.class, &*part.words),
        ("tone-behind", "デジタル活用による市民サービス向上の取組 評価C 1")
    );
    let said = picture.said("row");
    for label in ["A 6", "B 8", "C 1", "A 3", "B 7", "B 2", "D 1", "residents by means of digital"] {
        assert!(said.contains(&label), "{label} in {said:?}");
    }
    assert!(!said.iter().any(|label| label.ends_with(" 0")));
    for label in &picture.labels {
        let on = picture.boxes.iter().find(|part| label.area.within(part.area));
        assert_eq!(label.class, if on.is_some() { "ink-on-tone" } else { "ink-text" }, "{label:?}");
        assert_eq!(label.is_bold, label.words.ends_with(char::is_numeric), "{label:?}");
        let (place, part) = (label.area.middle(), on.map_or(label.area, |part| part.area).middle());
        assert!(is_near(place.0, part.0) && (place.1 - part.1).abs() < 1.5, "{label:?} in the middle");
    }
    assert_eq!(drawn(&[(" ", [0, 0, 1, 0])]).boxes[0].words, "評価C 1");
}

#[test]
fn a_label_above_stands_over_the_middle_of_its_part() {
    let picture = drawn(&[("Most", [50, 1, 50, 0])]);
    let (label, part) = (picture.label("B 1"), picture.boxes[1].area);
    assert!(is_near(label.middle().0, part.middle().0), "{label:?}");
    assert!(label.bottom < part.top + 1.0 && picture.label("Most").bottom < label.top + 1.0, "{label:?}");
}

#[test]
fn a_label_stands_in_its_part_where_there_is_room_on_either_side() {
    for rest in 5..60 {
        let picture = drawn(&[("", [5, rest, 0, 0])]);
        let (label, part) = (picture.label("A 5"), picture.boxes[0].area);
        // By 2.7 more than this test takes the words to be wide.
        let has_room = label.width() + 2.7 + 6.0 <= part.width();
        assert_eq!(label.within(part), has_room, "{label:?} {part:?}");
    }
    let crowded = drawn(&[("", [1, 1, 98, 0])]);
    let [one, other] = ["A 1", "B 1"].map(|words| crowded.label(words));
    assert!(
        (other.left - one.right - 8.0 - 2.7).abs() < 0.5 && (2.0..4.0).contains(&one.left),
        "{one:?} {other:?}"
    );
}

#[test]
fn narrow_parts_have_their_labels_above() {
    for rows in [
        &[("Residents", [30, 28, 2, 1]), ("City hall", [1, 17, 1, 1])][..],
        &[("One", [100, 0, 0, 1]), ("Other", [1, 1, 1, 1])][..],
        &[("Most", [1, 1, 100_000, 1])][..],
        &PILLARS[..],
    ] {
        let picture = drawn(rows);
        picture.is_legible(&format!("{rows:?}"));
        for label in &picture.labels {
            let half_on = |part: Area| label.area.meets(part) && !label.area.within(part);
            assert!(!picture.boxes.iter().any(|part| half_on(part.area)), "{label:?}");
        }
        let parts = rows.iter().flat_map(|(_, counts)| counts).filter(|count| **count > 0).count();
        let names: usize = rows.iter().map(|(label, _)| if label.len() > 80 { 3 } else { 1 }).sum();
        assert_eq!(picture.labels.len(), parts + names);
    }
}

#[test]
fn what_is_behind_and_what_has_no_grade_is_hatched() {
    let picture = drawn(&PILLARS);
    let hatched = picture.paths("ink-hatch");
    let parts = picture.boxes.iter().filter(|part| ["tone-behind", "tone-none"].contains(&&*part.class));
    let parts: Vec<_> = parts.collect();
    assert_eq!(hatched.len(), parts.len());
    for (hatch, part) in hatched.iter().zip(parts) {
        let level = hatch.corners.chunks(2).all(|ends| is_near(ends[0].1, ends[1].1));
        assert_eq!(level, part.class == "tone-none");
        assert!(hatch.area.within(part.area), "{hatch:?} of {part:?}");
    }
    picture.spares_labels("ink-hatch");
}

#[test]
fn without_a_description_none_is_promised() {
    let text = svg(&Spec { description: String::new(), ..named(share(&PILLARS)) });
    assert!(!text.contains("aria-") && !text.contains("<desc"));
}
