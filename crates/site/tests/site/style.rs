//! What a theme changes of colours and style, and the charts that are files.

use std::path::Path;

use nendo_model::{Case, Chart, Kpi, Plan, Problem};
use nendo_site::{Config, Output, Site};

use crate::made::{Desk, Outputs, entry, kpi, outputs, plan_of, site};
use crate::sample::{branch, of, plan, text};

fn measured(id: &str) -> Kpi {
    kpi(id, "利用者", [(2023, entry(of("60", "%"), of("65", "%")))])
}

/// A theme folder with this colours.toml.
fn opened(colours: &str) -> (Option<Site>, Vec<Problem>) {
    let desk = Desk::new();
    desk.write("theme/colours.toml", colours);
    let config = Config::read(Path::new("no such folder")).value;
    let opened = Site::open(&desk.path("content"), config, Some(&desk.path("theme")), &[], &[]);
    (opened.value, opened.problems)
}

fn built(colours: &str, plan: &Plan) -> Outputs {
    let (site, problems) = opened(colours);
    assert_eq!(problems, []);
    outputs(&site.expect("a site"), plan)
}

/// The name and the text of the style sheet above all plans.
fn style(outputs: &Outputs) -> (&str, &str) {
    let file = outputs.files.iter().find(|(path, _)| path.as_str().starts_with("assets/style."));
    let (path, bytes) = file.expect("a style sheet");
    (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8"))
}

fn text_of<'a>(outputs: &'a Outputs, path: &str) -> &'a str {
    let file = outputs.files.iter().find(|(known, _)| known.as_str() == path);
    std::str::from_utf8(file.unwrap_or_else(|| panic!("no {path}")).1).expect("UTF-8")
}

#[test]
fn a_theme_changes_a_colour_in_one_line() {
    let plan = plan_of(measured("life-1"));
    let (default, own) = (built("", &plan), built("[light]\nchart-actual = \"#7A8FB5\"\n", &plan));
    let ((default_name, default_style), (name, style)) = (style(&default), style(&own));
    assert_ne!(default_name, name);
    assert_eq!(style.replacen("#7a8fb5", "#6a94c2", 1), default_style);
    assert!(style.contains("--chart-actual:#5f88b5;"), "the dark one stays: {style}");
    assert!(text_of(&own, "404.html").contains(&format!("<style>{style}</style>")));
    assert!(text_of(&own, "city/2023/data/life-1.ja.svg").contains(".ink-actual{fill:#7a8fb5}"));
}

#[test]
fn the_style_sheet_is_colours_then_pages_then_charts() {
    let outputs = built("[print]\nlink = \"#010203\"\n", &plan_of(measured("life-1")));
    let (_, style) = style(&outputs);
    let at = |text: &str| style.find(text).unwrap_or_else(|| panic!("no {text}"));
    let order = [
        ":root{--",
        "@media screen and (prefers-color-scheme:dark){:root{--",
        "@media print{:root{--",
        "--link:#010203;",
        "--sans:",
        "}.ink-actual{",
    ];
    assert!(order.map(at).is_sorted());
    assert!(style.starts_with(order[0]));
}

#[test]
fn what_is_no_colour_is_named_with_its_line() {
    let found = |colours: &str| {
        let (_, problems) = opened(colours);
        let told = problems.into_iter().map(|problem| {
            assert_eq!(problem.origin.file, "colours.toml");
            (problem.case, problem.origin.row)
        });
        told.collect::<Vec<_>>()
    };
    let setting = |setting: &str, value: &str, row| {
        (Case::BadSetting { setting: setting.to_owned(), value: value.to_owned() }, Some(row))
    };
    assert_eq!(
        found("[print]\nlink = \"navy\"\n[light]\nlnk = \"#000000\"\ntext = \"#000;}\"\n"),
        [
            setting("colour", "link = navy", 2),
            setting("colour-name", "lnk", 4),
            setting("colour", "text = #000;}", 5)
        ]
    );
    for (colours, said, row) in [
        ("[light]\nlink = \"#000000\"\n[drak]\n", "drak", 3),
        ("[light]\nlink = 3\n", "integer", 2),
        ("[light]\nlink = #000000\n", "", 2),
    ] {
        let found = found(colours);
        let [(Case::BadSettings { message }, at)] = &found[..] else { panic!("{found:?}") };
        assert!(message.contains(said) && *at == Some(row), "{message} {at:?}");
    }
}

#[test]
fn every_chart_of_a_page_is_a_file_too() {
    let words = kpi("life-2", "体制", [(2023, entry(text("整備"), text("整備済み")))]);
    let unwanted = Kpi { chart: Chart::None, ..measured("life-3") };
    let plan = plan(vec![branch("life", "暮らし", vec![measured("life-1"), words, unwanted])]);
    let outputs = outputs(&site(&[]), &plan);
    let files: Vec<&str> = outputs.files.keys().map(nendo_site::SitePath::as_str).collect();
    let charts: Vec<&str> =
        files.iter().copied().filter(|path| path.contains("/data/") && path.contains(".svg")).collect();
    let expected = [
        "attainment_of_kpis.en",
        "attainment_of_kpis.ja",
        "kpis_by_evaluation.en",
        "kpis_by_evaluation.ja",
        "life-1.en",
        "life-1.ja",
    ];
    assert_eq!(charts, expected.map(|name| format!("city/2023/data/{name}.svg")));
    for (page, name) in
        [("life", "life-1"), ("index", "kpis_by_evaluation"), ("behind", "attainment_of_kpis")]
    {
        for language in ["ja", "en"] {
            let html = text_of(&outputs, &format!("city/2023/{language}/{page}.html"));
            let file = text_of(&outputs, &format!("city/2023/data/{name}.{language}.svg"));
            let figure = html.split("<figure").nth(1).expect("a figure");
            let drawing = figure.split("<svg class=\"chart").nth(1).expect("a chart");
            let drawing =
                &drawing[drawing.find("<g").expect("a group")..=drawing.find("</svg>").expect("its end")];
            assert!(file.contains(drawing), "{file}");
            assert!(file.contains(&format!("xml:lang=\"{language}\"")) && !file.contains("var("), "{file}");
            let link = format!("<a href=\"../data/{name}.{language}.svg\" type=");
            assert_eq!(html.matches(&link).count(), 1, "{html}");
            assert_eq!(html.matches(".svg\"").count(), 2, "the icon and the chart: {html}");
        }
    }
    let pages = files.iter().filter(|path| path.contains(".html") && path.starts_with("city/")).count();
    let site = site(&[]);
    let rehearsal = site.rehearsal();
    assert_eq!(site.plan(&plan, &rehearsal).problems, []);
    let extent = rehearsal.extent();
    assert_eq!(
        (extent.pages, extent.charts),
        (pages, charts.len()),
        "a chart counts once, however often it is shown"
    );
}
