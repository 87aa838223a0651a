//! Reads a drawing: its boxes, labels and lines, in units.

use roxmltree::{Document, Node};
use unicode_width::UnicodeWidthChar;

/// One step of the grid either way, for both ends of a length.
pub(crate) const STEP: f64 = 0.21;

/// Are these the same, but for rounding to the grid?
pub(crate) fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < STEP
}

/// A box.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    /// The square about a place; a point, if half its width is nothing.
    pub(crate) fn about((x, y): (f64, f64), half: f64) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    /// The least box around these places.
    pub(crate) fn around(places: &[(f64, f64)]) -> Self {
        let none = Self { left: f64::MAX, top: f64::MAX, right: f64::MIN, bottom: f64::MIN };
        places.iter().fold(none, |area, (x, y)| Self {
            left: area.left.min(*x),
            top: area.top.min(*y),
            right: area.right.max(*x),
            bottom: area.bottom.max(*y),
        })
    }

    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn middle(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Is this the other, but for rounding?
    pub(crate) fn is_near(self, other: Self) -> bool {
        self.ends()
            .into_iter()
            .zip(other.ends())
            .all(|(one, other)| is_near(one.0, other.0) && is_near(one.1, other.1))
    }

    /// Its first corner and its last.
    pub(crate) fn ends(self) -> [(f64, f64); 2] {
        [(self.left, self.top), (self.right, self.bottom)]
    }

    /// The box with its edges moved outwards.
    pub(crate) fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Does this overlap the other by more than coordinates are rounded?
    pub(crate) fn meets(self, other: Self) -> bool {
        let lies_before = |end: f64, start: f64| end - 0.15 < start;
        !lies_before(self.right, other.left)
            && !lies_before(other.right, self.left)
            && !lies_before(self.bottom, other.top)
            && !lies_before(other.bottom, self.top)
    }

    pub(crate) fn within(self, other: Self) -> bool {
        let step = 0.05;
        self.left >= other.left - step
            && self.top >= other.top - step
            && self.right <= other.right + step
            && self.bottom <= other.bottom + step
    }

    /// What is inked of a line of text: letters reach neither its upper nor its lower edge.
    pub(crate) fn inked(self) -> Self {
        Self { top: self.top + 3.0, bottom: self.bottom - 3.0, ..self }
    }
}

/// An element of a drawing.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    /// Class of the group it stands in.
    pub(crate) group: String,
    pub(crate) class: String,
    /// The words of a label, and the title of anything else.
    pub(crate) words: String,
    pub(crate) is_bold: bool,
    pub(crate) area: Area,
    /// Of a path, in their order.
    pub(crate) corners: Vec<(f64, f64)>,
}

/// A drawing taken apart.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) frame: Area,
    pub(crate) labels: Vec<Shape>,
    pub(crate) boxes: Vec<Shape>,
    pub(crate) circles: Vec<Shape>,
    pub(crate) paths: Vec<Shape>,
    pub(crate) ids: Vec<String>,
}

impl Picture {
    pub(crate) fn read(text: &str) -> Self {
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let view = document.root_element().attribute("viewBox").unwrap();
        let view: Vec<f64> = view.split(' ').map(|number| number.parse().unwrap()).collect();
        let shapes =
            |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).map(shape).collect();
        let ids = document.descendants().filter_map(|node| node.attribute("id"));
        Self {
            frame: Area::around(&[(view[0], view[1]), (view[0] + view[2], view[1] + view[3])]),
            labels: shapes("text"),
            boxes: shapes("rect"),
            circles: shapes("circle"),
            paths: shapes("path"),
            ids: ids.map(str::to_owned).collect(),
        }
    }

    /// The boxes of the bars, left to right.
    pub(crate) fn bars(&self) -> Vec<Area> {
        self.boxes.iter().filter(|shape| shape.group == "actual").map(|shape| shape.area).collect()
    }

    /// The markers of the targets.
    pub(crate) fn markers(&self) -> Vec<&Shape> {
        self.circles.iter().filter(|shape| shape.group == "target").collect()
    }

    /// The paths of a class.
    pub(crate) fn paths(&self, class: &str) -> Vec<&Shape> {
        self.paths.iter().filter(|shape| shape.class == class).collect()
    }

    /// The paths that say something.
    pub(crate) fn signs(&self) -> Vec<&Shape> {
        self.paths.iter().filter(|shape| !shape.words.is_empty()).collect()
    }

    /// The words of the labels in a group.
    pub(crate) fn said(&self, group: &str) -> Vec<&str> {
        self.labels.iter().filter(|label| label.group == group).map(|label| &*label.words).collect()
    }

    /// The box of the first label with these words.
    pub(crate) fn label(&self, words: &str) -> Area {
        let label = self.labels.iter().find(|label| label.words == words);
        label.unwrap_or_else(|| panic!("{words} in {:?}", self.labels)).area
    }

    /// Height of the zero line.
    pub(crate) fn zero(&self) -> f64 {
        self.paths("ink-axis")[0].corners[0].1
    }

    /// Heights of the grid lines, in the order of their ticks.
    pub(crate) fn grid(&self) -> Vec<f64> {
        self.paths("ink-grid").into_iter().map(|line| line.corners[0].1).collect()
    }

    /// The middles of the columns, found by the names of the years.
    pub(crate) fn middles(&self) -> Vec<f64> {
        let years = self.labels.iter().filter(|label| label.group == "axis" && label.words.ends_with("年度"));
        years.map(|label| label.area.middle().0).collect()
    }

    /// The straight lines of a class that is drawn many lines in one element.
    pub(crate) fn strokes(&self, class: &str) -> Vec<Area> {
        let ends = self.paths(class).into_iter().flat_map(|path| path.corners.chunks_exact(2));
        ends.map(Area::around).collect()
    }

    /// Asserts that no line of a class, drawn many in one element, crosses a label.
    pub(crate) fn spares_labels(&self, class: &str) {
        for ends in self.paths(class).into_iter().flat_map(|path| path.corners.chunks_exact(2)) {
            for step in (0..=10).map(|step| f64::from(step) / 10.0) {
                let along = |from: f64, to: f64| from + (to - from) * step;
                let place = Area::about((along(ends[0].0, ends[1].0), along(ends[0].1, ends[1].1)), 0.0);
                let met = self.labels.iter().find(|label| place.within(label.area));
                assert!(met.is_none(), "{met:?} is crossed at {place:?}");
            }
        }
    }

    /// Asserts that no label meets another nor leaves the drawing.
    pub(crate) fn is_legible(&self, what: &str) {
        for (at, label) in self.labels.iter().enumerate() {
            assert!(label.area.within(self.frame), "{what}: {label:?} leaves the drawing");
            for other in &self.labels[at + 1..] {
                assert!(!label.area.meets(other.area), "{what}: {label:?} meets {other:?}");
            }
        }
    }
}

fn shape(node: Node) -> Shape {
    let number = |name: &str| node.attribute(name).map_or(0.0, |value| value.parse().unwrap());
    let mut groups = node.ancestors().filter(|node| node.has_tag_name("g"));
    let title = node.children().find(|child| child.has_tag_name("title")).unwrap_or(node);
    let words = title.text().unwrap_or("").to_owned();
    let corners = node.attribute("d").map(corners).unwrap_or_default();
    let (x, y) = (number("x"), number("y"));
    let area = match node.tag_name().name() {
        "path" => Area::around(&corners),
        "circle" => Area::about((number("cx"), number("cy")), number("r")),
        "rect" => Area::around(&[(x, y), (x + number("width"), y + number("height"))]),
        _ => {
            let size = node.attribute("font-size").map_or(16.0, |size| size.parse().unwrap());
            let width = estimate(&words) * size;
            let left = match node.attribute("text-anchor") {
                None => x,
                Some("middle") => x - width / 2.0,
                Some(_) => x - width,
            };
            Area { left, top: y - 1.19 * size, right: left + width, bottom: y + 0.31 * size }
        }
    };
    Shape {
        group: groups.find_map(|node| node.attribute("class")).unwrap_or("").to_owned(),
        class: node.attribute("class").unwrap_or("").to_owned(),
        words,
        is_bold: node.attribute("font-weight") == Some("700"),
        area,
        corners,
    }
}

/// Width in em as Noto Sans CJK has it, at least: found apart from the crate's own.
fn estimate(words: &str) -> f64 {
    let width = |letter: char| match letter {
        ' ' => 0.23,
        ',' | '.' => 0.3,
        '-' | '/' | '(' | ')' | '[' | ']' => 0.42,
        '%' => 0.97,
        letter if letter.width_cjk() == Some(2) => 1.0,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' => 0.4,
        letter if letter.is_ascii_uppercase() => 0.7,
        letter if letter.width_cjk() == Some(1) => 0.6,
        _ => 0.0,
    };
    words.chars().map(width).sum()
}

/// The corners of a path of `M`, `L`, `H` and `V`, closed or not.
fn corners(data: &str) -> Vec<(f64, f64)> {
    let data = data.trim_end_matches('z');
    let mut corners: Vec<(f64, f64)> = Vec::new();
    let starts: Vec<usize> = data.match_indices(['M', 'L', 'H', 'V']).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([data.len()]);
    for (start, end) in starts.iter().zip(ends) {
        let numbers: Vec<f64> =
            data[start + 1..end].split(' ').map(|number| number.parse().unwrap()).collect();
        let last = corners.last().copied().unwrap_or_default();
        corners.push(match &data[*start..=*start] {
            "H" => (numbers[0], last.1),
            "V" => (last.0, numbers[0]),
            _ => (numbers[0], numbers[1]),
        });
    }
    corners
}
