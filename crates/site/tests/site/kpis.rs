//! The table of all KPIs: which columns and choices it has.

use nendo_model::{Bound, Kpi, Magnitude, Plan, Quantity, Reading, Scale, YearEntry};

use crate::made::{entry, kpi, pages, site};
use crate::sample::{self, branch, of, plan, text};

/// The table of a plan on the page of a language.
fn table(plan: &Plan, language: &str) -> String {
    pages(&site(&[]), plan)[&format!("city/2023/{language}/kpis.html")].clone()
}

fn columns(plan: &Plan) -> Vec<String> {
    let page = table(plan, "en");
    let head = page.split("<thead>").nth(1).and_then(|rest| rest.split("</thead>").next()).expect("a head");
    let cells = head.split("</th>").filter_map(|cell| Some(cell.rsplit_once('>')?.1.to_owned()));
    cells.filter(|cell| !cell.is_empty()).collect()
}

fn measured(id: &str) -> Kpi {
    kpi(id, "利用者", [(2023, entry(of("60", "%"), of("65", "%")))])
}

fn choices(page: &str, name: &str) -> Vec<String> {
    let Some((_, list)) = page.split_once(&format!("<select name=\"{name}\">")) else { return Vec::new() };
    let list = list.split("</select>").next().expect("its end");
    list.split("</option>").filter_map(|option| Some(option.rsplit_once('>')?.1.to_owned())).collect()
}

#[test]
fn a_column_that_says_nothing_is_not_there() {
    let both = plan(vec![branch("life", "暮らし", vec![measured("life-1")])]);
    assert_eq!(columns(&both), ["KPI", "FY2023", "Target", "Actual", "Attainment", "Trend"]);
    let words = kpi("life-1", "体制", [(2023, entry(text("整備"), text("整備済み")))]);
    let worded = plan(vec![branch("life", "暮らし", vec![words])]);
    assert_eq!(columns(&worded), ["KPI", "FY2023", "Target", "Actual"]);
    let ungraded: YearEntry = sample::entry(Some(of("0", "件")), Some(of("1", "件")));
    let mut bare = plan(vec![branch("life", "暮らし", vec![kpi("life-1", "件数", [(2023, ungraded)])])]);
    bare.scale = Scale::new(Vec::new());
    assert_eq!(columns(&bare), ["KPI", "Target", "Actual", "Trend"]);
    assert!(table(&bare, "en").contains("<th scope=\"rowgroup\" colspan=\"4\">"));
}

#[test]
fn a_list_is_there_where_it_leaves_a_choice() {
    let of_section = |id: &str, section: &str| {
        let section = Some(section.to_owned()).filter(|section| !section.is_empty());
        Kpi { section, ..measured(id) }
    };
    let first =
        vec![of_section("life-1", "市民課"), of_section("life-2", "デジタル\n推進課"), measured("life-3")];
    let one = plan(vec![branch("life", "暮らし", first)]);
    let page = table(&one, "ja");
    assert_eq!(choices(&page, "section"), ["すべて", "市民課（1）", "デジタル 推進課（1）"]);
    assert!(choices(&page, "pillar").is_empty() && choices(&page, "grade").is_empty(), "{page}");
    let mut without = measured("work-2");
    without.years.clear();
    let two = plan(vec![
        branch("life", "暮らし", vec![of_section("life-1", "市民課")]),
        branch("none", "空", Vec::new()),
        branch("work", "働く", vec![of_section("work-1", "市民課"), without]),
    ]);
    let page = table(&two, "ja");
    assert_eq!(choices(&page, "pillar"), ["すべて", "暮らし（1）", "働く（2）"]);
    assert_eq!(choices(&page, "grade"), ["すべて", "B（2）", "評価なし（1）"]);
    assert!(choices(&page, "section").is_empty(), "one section is no choice");
    assert_eq!(page.matches("<tbody").count(), 2, "a branch without KPIs has no rows");
    let foreign = table(&two, "en");
    assert!(foreign.contains("<option value=\"life\" lang=\"ja\">暮らし (1) [JA]</option>"), "{foreign}");
    assert!(foreign.contains("<small class=\"section\"><span lang=\"ja\">市民課</span></small>"));
}

#[test]
fn a_number_with_its_unit_alone_stands_at_the_end_of_its_column() {
    let kpi = kpi("life-1", "窓口", [(2023, entry(of("86", "窓口"), text("89窓口に導入")))]);
    let page = table(&plan(vec![branch("life", "暮らし", vec![kpi])]), "ja");
    assert!(page.contains("<td class=\"figure target\">86窓口</td>"), "{page}");
    assert!(page.contains("<td class=\"words actual\">89窓口に導入</td>"), "{page}");
}

#[test]
fn a_number_alone_is_shown_with_the_unit_that_its_column_says() {
    let shown = |written: &str, value: &str, unit: &str, change: &dyn Fn(&mut Quantity)| {
        let mut quantity = Quantity::plain(sample::decimal(value), unit);
        change(&mut quantity);
        let actual = sample::cell(written, Reading::Quantity(quantity));
        let years = [(2023, sample::entry(None, Some(actual)))];
        let page = table(&plan(vec![branch("life", "暮らし", vec![kpi("life-1", "数", years)])]), "ja");
        let cell = page.split(" actual\">").nth(1).and_then(|rest| rest.split("</td>").next());
        cell.expect("an actual").to_owned()
    };
    assert_eq!(shown("3500", "3500", "人", &|_| {}), "3,500人");
    assert_eq!(shown("65.0", "65.0", "%", &|_| {}), "65.0%");
    assert_eq!(shown("15以内", "15", "分", &|said| said.bound = Bound::AtMost), "15分以内");
    assert_eq!(shown("1,234", "1234000", "円", &|said| said.magnitude = Magnitude::Thousand), "1,234千円");
    // What the city says otherwise stays as it is.
    assert_eq!(shown("3500", "3500", "", &|_| {}), "3500");
    assert_eq!(shown("8か所", "8", "箇所", &|_| {}), "8か所");
    assert_eq!(shown("▲2", "-2", "人", &|_| {}), "▲2");
    assert_eq!(shown("45.5万", "455000", "人", &|said| said.magnitude = Magnitude::TenThousand), "45.5万");
}
