//! A chart as a file of its own: the drawing of the page, with all that a page would give it.

use nendo_chart::{Chart, svg};
use roxmltree::{Document, Node};

use crate::series::named;
use crate::share::share;

#[test]
fn a_file_has_the_drawing_of_the_page_upon_a_ground() {
    let spec = named(share(&[("市民サービス", [6, 8, 1, 0])]));
    let (page, file) =
        (svg(&spec), Chart::of(&spec).stand_alone("ja", ".tone-on { fill: #00aa00; } .a > .b {}"));
    let drawing = &page[page.find("<g").unwrap()..];
    assert!(file.ends_with(drawing), "{file}");

    let document = Document::parse(&file).unwrap();
    let root = document.root_element();
    let number = |node: Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("ja"));
    assert!(root.attribute("font-family").unwrap().ends_with(", sans-serif"));
    let view: Vec<f64> =
        root.attribute("viewBox").unwrap().split(' ').map(|side| side.parse().unwrap()).collect();

    let children: Vec<Node<'_, '_>> = root.children().collect();
    let [title, _, style, ground, ..] = &children[..] else { panic!("{file}") };
    assert_eq!(title.text(), Some("オンライン化率"));
    assert_eq!(style.text(), Some(".tone-on { fill: #00aa00; } .a > .b {}"));
    assert_eq!((ground.tag_name().name(), ground.attribute("class")), ("rect", Some("ground")));
    assert_eq!(view, ["x", "y", "width", "height"].map(|side| number(*ground, side)));
    assert_eq!(view[2..], ["width", "height"].map(|side| number(root, side)));
    assert!(view[0] < 0.0 && view[1] < 0.0, "{view:?}");
    let page = Document::parse(&page).unwrap();
    for (side, length) in ["width", "height"].into_iter().zip(&view[2..]) {
        assert!(
            (length + 2.0 * view[0] - number(page.root_element(), side)).abs() < 0.01,
            "as much on each side"
        );
    }
}

#[test]
fn a_language_and_a_style_that_are_none_do_no_harm() {
    let spec = named(share(&[("\"", [1, 0, 0, 0])]));
    let file = Chart::of(&spec).stand_alone("ja\" onload=\"x", "</style><script>&]]>");
    let document = Document::parse(&file).unwrap();
    assert!(document.root_element().attribute("onload").is_none(), "{file}");
    assert!(!document.descendants().any(|node| node.has_tag_name("script")), "{file}");
}
