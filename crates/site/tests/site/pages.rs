//! What pages show of a plan.

use nendo_model::{
    Bound, Cell, Direction, Grade, Kpi, Localized, Magnitude, Number, Plan, Reading, Scale, Wording,
};

use crate::made::{Desk, entry, kpi, pages, plan_of, site};
use crate::sample::{branch, cell, not_set, of, plan, quantity, text};

const JA: &str = "city/2023/ja/life.html";
const EN: &str = "city/2023/en/life.html";

/// A KPI with a target and an actual in 2023, and others of its unit in 2022.
fn pair(target: &str, actual: &str, unit: &str) -> Kpi {
    let years =
        [(2022, entry(of("1", unit), of("1", unit))), (2023, entry(of(target, unit), of(actual, unit)))];
    kpi("life-1", "利用者", years)
}

#[test]
fn text_is_text_whatever_it_looks_like() {
    let hostile = r#"<script>alert(1)</script>" onmouseover="x' {{ 7 * 191 }} {% raw %} ]]> &amp; <!-- "#;
    let mut year = entry(of("60", "%"), of("65", "%"));
    year.reason = Some(text(hostile));
    year.note = Some(text(hostile));
    let mut kpi = kpi("life-1", hostile, [(2022, entry(text(hostile), not_set(None))), (2023, year)]);
    kpi.section = Some(hostile.to_owned());
    kpi.baseline = Some(of("1", hostile));
    let mut plan = plan(vec![branch("life", hostile, vec![kpi])]);
    plan.title = Wording::Source(hostile.to_owned());
    plan.levels = vec![Wording::Given(Localized([("ja".to_owned(), hostile.to_owned())].into()))];
    let pages = pages(&site(&[]), &plan);
    for (path, page) in &pages {
        // JSON writes a quotation mark within a text so.
        let page = page.replace("\\\"", "\\u0022");
        for raw in ["<script>", "\" onmouseover", "<!-- ", "&amp; <", "1337"] {
            assert!(!page.contains(raw), "{path} has {raw}: {page}");
        }
    }
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt;";
    let page = &pages[JA];
    let at = page.find("<svg class=\"chart").expect("a chart");
    let (before, svg) = page.split_at(at);
    let svg = &svg[..svg.find("</svg>").expect("its end")];
    for html in [before, svg] {
        assert!(html.contains(shown) && html.contains("{{ 7 * 191 }} {% raw %}"), "{html}");
    }
    assert!(svg.contains("]]&gt;"), "{svg}");
    assert!(pages["city/index.html"].contains(shown) && pages["index.html"].contains(shown));
}

#[test]
fn a_name_without_translation_says_its_language() {
    let translated = [("暮らし", "Life")];
    let of = |name: &'static str| {
        let kpi = pair("60", "65", "%");
        let plan = plan(vec![branch("life", name, vec![kpi])]);
        pages(&site(&translated), &plan)
    };
    let pages = of("子育て");
    let page = &pages[EN];
    assert!(
        page.contains("<html lang=\"en\">") && page.contains("<title lang=\"ja\">子育て | FY2023"),
        "{page}"
    );
    assert!(page.contains("<h1><span lang=\"ja\">子育て</span></h1>"), "{page}");
    assert!(page.contains("<span lang=\"ja\">利用者</span>"), "{page}");
    for (path, page) in pages.iter().filter(|(path, _)| path.contains("/en/")) {
        for (at, _) in page.match_indices("子育て") {
            let marked = [
                "lang=\"ja\">",
                "<meta lang=\"ja\" property=\"og:title\" content=\"",
                "<meta lang=\"ja\" name=\"description\" property=\"og:description\" content=\"",
            ];
            let is_marked = marked.iter().any(|mark| page[..at].ends_with(mark));
            assert!(is_marked, "{path}: {}", &page[at.saturating_sub(60)..]);
        }
    }
    let page = &of("暮らし")[EN];
    assert!(page.contains("<title>Life | FY2023") && page.contains("<h1>Life</h1>"), "{page}");
    assert!(!pages[JA].contains("<title lang") && !pages[JA].contains("<span lang"), "{}", pages[JA]);
}

#[test]
fn a_sentence_says_when_lower_is_better() {
    let sentences = |direction| {
        let mut level = branch("life", "暮らし", Vec::new());
        let kpi = Kpi { direction, ..pair("80", "75", "%") };
        level.branches = vec![branch("life-1", "交通", vec![kpi])];
        let pages = pages(&site(&[]), &plan(vec![level]));
        [JA, EN].map(|path| shown(&part(&pages[path], "<p class=\"sentence\">", "</p>")))
    };
    let [ja, en] = sentences(Direction::Lower);
    assert_eq!(
        ja,
        "2023年度の実績は75%で、目標の80%を5ポイント下回りました。（値が小さいほど良い指標です。）"
    );
    assert_eq!(
        en,
        "In FY2023 the actual was 75%, 5 percentage points below the target of 80%. (Lower is better.)"
    );
    let [ja, en] = sentences(Direction::Higher);
    assert!(!ja.contains("小さいほど") && !en.contains("Lower"), "{ja} {en}");
}

#[test]
fn a_chart_is_described_by_what_stands_under_it() {
    let pages = pages(&site(&[]), &plan_of(pair("80", "75", "%")));
    for path in [JA, EN] {
        let page = &pages[path];
        let figure = part(page, "<figure", "</figure>");
        let described = part(&figure, "<desc id=\"chart-life-1_d\">", "</desc>");
        assert_eq!(shown(&described), caption(page));
        let after = page.split("</figure>").nth(1).expect("what follows");
        let table = after.find("<table class=\"years numbers\"").expect("the table");
        assert!(!after[..table].contains("<p"), "nothing stands between: {after}");
        assert!(!page.contains("<p class=\"sentence\">"), "it is said once");
    }
}

#[test]
fn a_wide_chart_has_a_region_that_scrolls() {
    let years = (2012..2024).map(|at| (at, entry(of("430000", "人"), of("455000", "人"))));
    let pages = pages(&site(&[]), &plan_of(kpi("life-1", "利用者", years)));
    let (wide, usual) = (&pages[JA], &pages["city/2023/ja/index.html"]);
    let region = part(wide, "<figure", "<svg");
    assert!(region.contains("role=\"region\"") && region.contains("利用者"), "{region}");
    assert!(!part(usual, "<figure", "<svg").contains("region"));
}

#[test]
fn a_numeric_kpi_that_is_not_drawn_keeps_its_sentence() {
    let kpi = Kpi { chart: nendo_model::Chart::None, ..pair("80", "75", "%") };
    let pages = pages(&site(&[]), &plan_of(kpi));
    assert!(pages[JA].contains("<p class=\"sentence\">2023年度の実績は75%で") && !pages[JA].contains("<svg"));
    let list = &pages["city/2023/ja/kpis.html"];
    assert!(!list.contains("chart-spark") && !list.contains("chart-attainment"), "{list}");
}

#[test]
fn a_bound_stands_beside_its_target_and_is_not_compared() {
    let with = |value: &str, bound| quantity(value, "件", |quantity| quantity.bound = bound);
    let said = |target: Cell, actual: Cell| {
        let pages = pages(&site(&[]), &plan_of(kpi("life-1", "指標", [(2023, entry(target, actual))])));
        [JA, EN].map(|path| caption(&pages[path]))
    };
    let [ja, en] = said(with("5", Bound::LessThan), of("5", "件"));
    assert_eq!(ja, "2023年度の実績は5件、目標は5件未満です。値が大きいほど良い指標です。");
    assert_eq!(en, "In FY2023 the actual was 5 cases and the target less than 5 cases. Higher is better.");
    let [ja, _] = said(of("100", "件"), with("90", Bound::AtLeast));
    assert_eq!(ja, "2023年度の実績は90件以上、目標は100件です。値が大きいほど良い指標です。");
    let [ja, _] = said(with("80", Bound::AtLeast), of("79", "件"));
    assert_eq!(ja, "2023年度の実績は79件で、目標の80件を1件下回りました。値が大きいほど良い指標です。");
}

#[test]
fn a_gap_is_in_the_smaller_magnitude_of_the_two() {
    let yen = |value: &str, magnitude| quantity(value, "円", |quantity| quantity.magnitude = magnitude);
    let said = |target: Cell, actual: Cell| {
        let pages = pages(&site(&[]), &plan_of(kpi("life-1", "指標", [(2023, entry(target, actual))])));
        caption(&pages[JA])
    };
    assert_eq!(
        said(yen("1000000000001", Magnitude::One), yen("1000000000000", Magnitude::Trillion)),
        "2023年度の実績は1兆円で、目標の1,000,000,000,001円を1円下回りました。値が大きいほど良い指標です。"
    );
    assert_eq!(
        said(yen("1000000000000.5", Magnitude::Trillion), yen("1000000000000", Magnitude::Trillion)),
        "2023年度の実績は1兆円で、目標の1,000,000,000,000.5円を0.5円下回りました。値が大きいほど良い指標です。"
    );
}

#[test]
fn a_name_that_begins_with_a_digit_stands_apart_from_plain_digits() {
    let named = |written: &str| {
        let mut level = branch("life", "24時間の対応", vec![pair("1", "2", "件")]);
        level.number = Some(Number { written: written.to_owned(), parts: vec![2] });
        let pages = pages(&site(&[]), &plan(vec![level]));
        part(&pages[JA], "<h1>", "</h1>")
    };
    assert_eq!(named("2"), "<h1>2 24時間の対応");
    assert_eq!(named("①"), "<h1>①24時間の対応");
}

#[test]
fn a_grade_that_is_a_word_is_marked_or_translated() {
    let graded = |translations: &[(&str, &str)]| {
        let mut plan = plan_of(pair("1", "2", "件"));
        plan.scale = Scale::new(vec![Grade { code: "好調".to_owned(), ..first_grade(&plan) }]);
        let good = plan.scale.find("好調");
        for entry in plan.editions[0].branches[0].kpis[0].years.values_mut() {
            entry.evaluation = good;
        }
        pages(&site(translations), &plan)["city/2023/en/kpis.html"].clone()
    };
    assert!(graded(&[]).contains("<span lang=\"ja\">好調</span>"));
    let translated = graded(&[("好調", "Good")]);
    assert!(translated.contains(">Good<") && !translated.contains("好調"), "{translated}");
}

#[test]
fn a_theme_needs_only_the_words_that_it_changes() {
    let desk = Desk::new();
    desk.write("theme/i18n/ja.ftl", "nav-summary = 要約\n");
    let nothing = desk.path("content");
    let config = nendo_site::Config::read(&nothing).value;
    let opened = nendo_site::Site::open(&nothing, config, Some(&desk.path("theme")), &[], &[]);
    assert_eq!(opened.problems, []);
    let pages = pages(&opened.value.expect("a site"), &plan_of(pair("1", "2", "件")));
    let summary = &pages["city/2023/ja/index.html"];
    assert!(summary.contains(">要約<") && summary.contains(">遅れと理由<"), "{summary}");
    assert!(pages["city/2023/en/index.html"].contains(">Summary<"));
}

#[test]
fn a_completion_is_news_in_its_own_year_alone() {
    let closed = cell("目標完了", Reading::Closed { year: None });
    let years = [
        (2021, entry(of("1", "件"), of("1", "件"))),
        (2022, entry(closed, not_set(None))),
        (2023, entry(not_set(None), not_set(None))),
    ];
    let pages = pages(&site(&[]), &plan_of(kpi("life-1", "利用者", years)));
    let is_news = |year: u16| pages[&format!("city/{year}/ja/index.html")].contains("<h3>目標完了</h3>");
    assert_eq!([2022, 2023].map(is_news), [true, false]);
}

#[test]
fn a_target_of_zero_has_no_attainment() {
    for (target, attained) in [("80", true), ("0", false)] {
        let pages = pages(&site(&[]), &plan_of(pair(target, "76", "件")));
        for language in ["ja", "en"] {
            let page = &pages[&format!("city/2023/{language}/kpis.html")];
            let row = part(page, "<tr id=\"row-life-1\"", "</tr>");
            assert_eq!(row.contains("95.0%"), attained, "{row}");
            assert_eq!(row.contains("<svg class=\"bar\""), attained, "{row}");
        }
    }
}

#[test]
fn a_year_without_a_value_says_so_and_has_no_bar() {
    let bars = |actual| {
        let years = [(2022, entry(of("84", "%"), of("56", "%"))), (2023, entry(of("85", "%"), actual))];
        let pages = pages(&site(&[]), &plan_of(kpi("life-1", "利用率", years)));
        [JA, EN].map(|path| {
            let page = &pages[path];
            let drawn = part(page, "<g class=\"actual\">", "</g>").matches("<rect").count();
            (drawn, caption(page), part(page, "<svg class=\"chart", "</svg>"))
        })
    };
    let [(ja_bars, ja, ja_chart), (en_bars, en, en_chart)] = bars(not_set(None));
    assert_eq!((ja_bars, en_bars), (1, 1), "{ja_chart}");
    assert_eq!(
        ja,
        "2023年度の目標は85%です。比べられる実績はありません。2022年度の実績は56%で、目標の84%を28ポイント下回りました。値が大きいほど良い指標です。"
    );
    assert_eq!(
        en,
        "The target for FY2023 is 85%. There is no actual to compare it with. In FY2022 the actual was 56%, 28 percentage points below the target of 84%. Higher is better."
    );
    assert!(ja_chart.contains(">値なし<") && en_chart.contains(">no value<"), "{ja_chart}");
    let [(ja_bars, ja, ja_chart), (en_bars, en, _)] = bars(of("0", "%"));
    assert_eq!((ja_bars, en_bars), (2, 2), "zero is a value: {ja_chart}");
    assert!(ja.contains("実績は0%") && en.contains("actual was 0%"), "{ja} {en}");
    assert!(!ja_chart.contains(">値なし<"), "{ja_chart}");
}

#[test]
fn a_fiscal_year_has_its_era_in_japanese_and_its_months_in_english() {
    let title = |start, page: &str| {
        let plan = Plan { fiscal_year_start: start, ..plan_of(pair("2", "1", "人")) };
        pages(&site(&[]), &plan).remove(page).unwrap_or_default()
    };
    let (ja, en) = ("city/2023/ja/index.html", "city/2023/en/index.html");
    assert!(title(4, ja).contains("<h1>2023年度（令和5年度） "));
    assert!(title(4, en).contains("<p class=\"span\">April 2023 – March 2024</p>"));
    assert!(title(1, en).contains("<p class=\"span\">January 2023 – December 2023</p>"));
}

#[test]
fn english_counts_its_nouns() {
    let page = |target, actual, unit| {
        pages(&site(&[]), &plan_of(pair(target, actual, unit))).remove(EN).unwrap_or_default()
    };
    assert_eq!(
        caption(&page("2", "1", "人")),
        "In FY2023 the actual was 1 person, 1 person below the target of 2 people. The actual is the same as in FY2022. Higher is better."
    );
    assert_eq!(
        caption(&page("1", "1305", "人/年")),
        "In FY2023 the actual was 1,305 people per year, 1,304 people per year above the target of 1 person per year. The actual rose by 1,304 people per year from 1 person per year in FY2022. Higher is better."
    );
    assert_eq!(
        caption(&page("0", "0.5", "件")),
        "In FY2023 the actual was 0.5 cases, 0.5 cases above the target of 0 cases. The actual fell by 0.5 cases from 1 case in FY2022. Higher is better."
    );
}

fn first_grade(plan: &Plan) -> Grade {
    plan.scale.grades().next().map(|(_, grade)| grade.clone()).expect("a grade")
}

/// What stands under the first chart of a page.
fn caption(page: &str) -> String {
    shown(&part(page, "<figcaption>", "</figcaption>"))
}

/// The text of a piece of HTML.
fn shown(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or("", |(_, shown)| shown)).collect()
}

/// What stands from one text to the next other.
fn part(html: &str, from: &str, to: &str) -> String {
    let at = html.find(from).unwrap_or_else(|| panic!("no {from}: {html}"));
    let rest = &html[at..];
    rest[..rest.find(to).unwrap_or_else(|| panic!("no {to}: {rest}"))].to_owned()
}
