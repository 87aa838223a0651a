//! Reads a drawing: its boxes, labels and lines, in units.

use nendo_chart::{Spec, svg};
use roxmltree::{Document, Node};
use unicode_width::UnicodeWidthChar;

/// A box: left, top, right, bottom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area(pub(crate) f64, pub(crate) f64, pub(crate) f64, pub(crate) f64);

impl Area {
    /// Does this overlap the other by more than coordinates are rounded?
    pub(crate) fn meets(self, other: Self) -> bool {
        let lies_before = |end: f64, start: f64| end - 0.15 < start;
        !lies_before(self.2, other.0)
            && !lies_before(other.2, self.0)
            && !lies_before(self.3, other.1)
            && !lies_before(other.3, self.1)
    }

    /// What is inked of a line of text: letters reach neither its upper nor its lower edge.
    pub(crate) fn inked(self) -> Self {
        Self(self.0, self.1 + 3.0, self.2, self.3 - 3.0)
    }

    pub(crate) fn within(self, other: Self) -> bool {
        let step = 0.05;
        self.0 >= other.0 - step
            && self.1 >= other.1 - step
            && self.2 <= other.2 + step
            && self.3 <= other.3 + step
    }
}

/// The corners of a path.
pub(crate) type Corners = Vec<(f64, f64)>;

/// A drawing taken apart.
#[derive(Debug, Default)]
pub(crate) struct Picture {
    pub(crate) frame: Option<Area>,
    /// Group, words and box of each label.
    pub(crate) labels: Vec<(String, String, Area)>,
    /// Class of each label, and whether it is bold.
    pub(crate) faces: Vec<(String, bool)>,
    /// Group, class, title and box of each rectangle.
    pub(crate) boxes: Vec<(String, String, String, Area)>,
    /// Group, class, title and centre of each circle.
    pub(crate) circles: Vec<(String, String, String, (f64, f64))>,
    /// Group, class and corners of each path.
    pub(crate) lines: Vec<(String, String, Corners)>,
    /// Class, title and corners of each path that has a title.
    pub(crate) signs: Vec<(String, String, Corners)>,
    pub(crate) ids: Vec<String>,
}

impl Picture {
    pub(crate) fn of(spec: &Spec) -> Self {
        Self::read(&svg(spec))
    }

    pub(crate) fn read(text: &str) -> Self {
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let mut picture = Self::default();
        let view = document.root_element().attribute("viewBox").unwrap();
        let view: Vec<f64> = view.split(' ').map(|number| number.parse().unwrap()).collect();
        picture.frame = Some(Area(view[0], view[1], view[2], view[3]));
        for node in document.descendants().filter(Node::is_element) {
            picture.ids.extend(node.attribute("id").map(str::to_owned));
            picture.take(node);
        }
        picture
    }

    /// The boxes of the bars, left to right.
    pub(crate) fn bars(&self) -> Vec<&(String, String, String, Area)> {
        self.boxes.iter().filter(|(group, ..)| group == "actual").collect()
    }

    /// The centres of the targets' markers.
    pub(crate) fn markers(&self) -> Vec<&(String, String, String, (f64, f64))> {
        self.circles.iter().filter(|(group, ..)| group == "target").collect()
    }

    /// Height of the zero line.
    pub(crate) fn zero(&self) -> f64 {
        self.lines.iter().find(|(_, class, _)| class == "ink-axis").unwrap().2[0].1
    }

    /// Heights of the grid lines, in the order of their ticks.
    pub(crate) fn grid(&self) -> Vec<f64> {
        let lines = self.lines.iter().filter(|(_, class, _)| class == "ink-grid");
        lines.map(|(_, _, corners)| corners[0].1).collect()
    }

    /// The middles of the columns, found by the names of the years.
    pub(crate) fn middles(&self) -> Vec<f64> {
        let years = self.labels.iter().filter(|(group, words, _)| group == "axis" && words.ends_with("年度"));
        years.map(|(.., area)| f64::midpoint(area.0, area.2)).collect()
    }

    /// The ends of the straight lines of a class that is drawn many lines in one element.
    pub(crate) fn strokes(&self, class: &str) -> Vec<Area> {
        let lines = self.lines.iter().filter(|line| line.1 == class).flat_map(|line| line.2.chunks_exact(2));
        let area = |[one, other]: [(f64, f64); 2]| {
            Area(one.0.min(other.0), one.1.min(other.1), one.0.max(other.0), one.1.max(other.1))
        };
        lines.map(|ends| area([ends[0], ends[1]])).collect()
    }

    /// Asserts that no label meets another nor leaves the drawing.
    pub(crate) fn is_legible(&self, what: &str) {
        for (at, (_, words, area)) in self.labels.iter().enumerate() {
            assert!(area.within(self.frame.unwrap()), "{what}: {words} {area:?} leaves the drawing");
            for (_, others, other) in &self.labels[at + 1..] {
                assert!(!area.meets(*other), "{what}: {words} {area:?} meets {others} {other:?}");
            }
        }
    }

    fn take(&mut self, node: Node) {
        let number = |name: &str| node.attribute(name).map_or(0.0, |value| value.parse().unwrap());
        let mut group = node.ancestors().filter(|node| node.has_tag_name("g"));
        let group = group.find_map(|node| node.attribute("class")).unwrap_or("").to_owned();
        let class = node.attribute("class").unwrap_or("").to_owned();
        let title = node.children().find(|child| child.has_tag_name("title"));
        let title = title.and_then(|title| title.text()).unwrap_or("").to_owned();
        match node.tag_name().name() {
            "rect" => {
                let (x, y) = (number("x"), number("y"));
                let area = Area(x, y, x + number("width"), y + number("height"));
                self.boxes.push((group, class, title, area));
            }
            "circle" => self.circles.push((group, class, title, (number("cx"), number("cy")))),
            "path" => {
                let corners = corners(node.attribute("d").unwrap());
                if !title.is_empty() {
                    self.signs.push((class.clone(), title, corners.clone()));
                }
                self.lines.push((group, class, corners));
            }
            "text" => {
                let size = node.attribute("font-size").map_or(16.0, |size| size.parse().unwrap());
                let words = node.text().unwrap_or("").to_owned();
                let width = estimate(&words) * size;
                let left = number("x")
                    - match node.attribute("text-anchor") {
                        None => 0.0,
                        Some("middle") => width / 2.0,
                        Some(_) => width,
                    };
                let base = number("y");
                let area = Area(left, base - 1.19 * size, left + width, base + 0.31 * size);
                self.labels.push((group, words, area));
                self.faces.push((class, node.attribute("font-weight") == Some("700")));
            }
            _ => {}
        }
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
fn corners(data: &str) -> Corners {
    let data = data.trim_end_matches('z');
    let mut corners = Corners::new();
    let data = data.trim_end_matches('z');
    let starts: Vec<usize> = data.match_indices(['M', 'L', 'H', 'V']).map(|(at, _)| at).collect();
    for (at, start) in starts.iter().enumerate() {
        let piece = &data[*start..starts.get(at + 1).copied().unwrap_or(data.len())];
        let numbers: Vec<f64> = piece[1..].split(' ').map(|number| number.parse().unwrap()).collect();
        let last = corners.last().copied().unwrap_or_default();
        corners.push(match &piece[..1] {
            "H" => (numbers[0], last.1),
            "V" => (last.0, numbers[0]),
            _ => (numbers[0], numbers[1]),
        });
    }
    corners
}
