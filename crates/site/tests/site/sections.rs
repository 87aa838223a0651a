//! The sections of a city that are responsible for KPIs.

use nendo_model::{Kpi, Plan};

use crate::made::{entry, kpi, pages, site};
use crate::sample::{branch, edition, of, plan};

/// A KPI of a section, with a value in 2023.
fn of_section(id: &str, label: &str, section: &str) -> Kpi {
    let years = [(2023, entry(of("80", "%"), of("75", "%")))];
    Kpi { section: Some(section.to_owned()), ..kpi(id, label, years) }
}

/// A section that only this year has, one that the year before had too, and a KPI without any.
fn of_two_years() -> Plan {
    let now = vec![
        of_section("life-1", "申請率", "市民課"),
        of_section("life-2", "利用率", "デジタル推進課"),
        of_section("life-3", "満足度", "市民課"),
        kpi("life-4", "回答率", [(2023, entry(of("80", "%"), of("75", "%")))]),
    ];
    let before = vec![Kpi {
        section: Some("市民課".to_owned()),
        ..kpi("life-1", "申請率", [(2022, entry(of("80", "%"), of("75", "%")))])
    }];
    let mut plan = plan(Vec::new());
    plan.editions = [(2022, before), (2023, now)]
        .map(|(year, kpis)| edition(year, vec![branch("life", "暮らし", kpis)]))
        .into();
    plan
}

#[test]
fn each_section_has_a_page_of_its_kpis() {
    let pages = pages(&site(&[]), &of_two_years());
    let list = &pages["city/2023/ja/sections.html"];
    let href = |name: &str| {
        let (before, _) = list.split_once(&format!("\">{name}</a></th>")).expect(name);
        before.rsplit_once("href=\"").expect("a link").1.to_owned()
    };
    let (citizens, digital) = (href("市民課"), href("デジタル推進課"));
    let has = |page: &str, names: [&str; 4]| {
        let page = &pages[&format!("city/2023/ja/{page}")];
        names.map(|name| page.contains(&format!("①{name}</a>")))
    };
    let all = ["申請率", "利用率", "満足度", "回答率"];
    assert_eq!(has(&citizens, all), [true, false, true, false]);
    assert_eq!(has(&digital, all), [false, true, false, false]);
    assert!(pages["city/2023/ja/life.html"].contains(&format!("<a href=\"{citizens}\">市民課</a>")));

    // The year before knows the one section, and not the other.
    assert!(
        pages[&format!("city/2023/ja/{citizens}")].contains(&format!("href=\"../../2022/ja/{citizens}\""))
    );
    let digital = &pages[&format!("city/2023/ja/{digital}")];
    assert!(digital.contains("href=\"../../2022/ja/index.html\""), "{digital}");
}

#[test]
fn a_table_without_sections_has_no_page_of_them() {
    let kpi = kpi("life-1", "申請率", [(2023, entry(of("80", "%"), of("75", "%")))]);
    let pages = pages(&site(&[]), &plan(vec![branch("life", "暮らし", vec![kpi])]));
    assert!(!pages.keys().any(|path| path.contains("section")));
    assert!(!pages["city/2023/ja/index.html"].contains("sections.html"));
}
