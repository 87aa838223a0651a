//! The report on one page, the statement on accessibility, the page for missing pages, and a logo.

use std::collections::BTreeSet;

use nendo_site::{Config, Site};

use crate::made::{Desk, entry, kpi, pages, plan_of, site};
use crate::sample::{branch, of, plan, text};

fn number(id: &str, label: &str) -> nendo_model::Kpi {
    kpi(id, label, [(2023, entry(of("80", "%"), of("75", "%")))])
}

/// The pages of a plan with one KPI, of a site whose content folder has this file.
fn with_file(name: &str, bytes: &str) -> std::collections::BTreeMap<String, String> {
    let desk = Desk::new();
    desk.write(name, bytes);
    let config = Config::read(&desk.path("content")).value;
    let theme = desk.path("theme");
    let theme = theme.exists().then_some(theme.as_path());
    let site = Site::open(&desk.path("content"), config, theme, &[], &[]);
    pages(&site.value.expect("a site"), &plan_of(number("life-1", "申請率")))
}

#[test]
fn the_report_has_every_kpi_once_and_leads_to_itself() {
    let words = kpi("life-2", "方針", [(2023, entry(text("方針を定める"), text("定めた")))]);
    let plan = plan(vec![
        branch("life", "暮らし", vec![number("life-1", "申請率"), words]),
        branch("work", "仕事", vec![number("work", "利用率")]),
    ]);
    let pages = pages(&site(&[]), &plan);
    let report = &pages["city/2023/ja/report.html"];
    let ids: Vec<&str> = report.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let different: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(different.len(), ids.len(), "{ids:?}");
    for id in ["life-1", "life-2", "work"] {
        assert!(report.contains(&format!("<section class=\"kpi\" id=\"{id}\"")), "{id}");
    }
    let within = report.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    let lost: Vec<&str> = within.filter(|target| !different.contains(target)).collect();
    assert_eq!(lost, Vec::<&str>::new());
    assert!(
        report.contains("--running-head:\"計画　2023年度\"") || report.contains("--running-head:"),
        "{report}"
    );
}

#[test]
fn the_statement_has_what_was_measured_until_a_city_writes_its_own() {
    let drafted = &with_file("content/site.toml", "")["city/2023/ja/accessibility.html"];
    assert!(drafted.contains("4.98:1以上") && drafted.contains("まだ宣言がありません"), "{drafted}");
    let own = &with_file("content/pages/accessibility.ja.md", "# 方針\n\n試験をしました。\n")["city/2023/ja/accessibility.html"];
    assert!(own.contains("<p>試験をしました。</p>") && !own.contains("まだ宣言がありません"), "{own}");
}

#[test]
fn a_missing_page_leads_to_the_years_where_the_address_is_known() {
    let pages = with_file("content/site.toml", "base-url = \"https://city.example/progress/\"");
    assert!(pages["404.html"].contains("href=\"https://city.example/progress/city/2023/ja/index.html\""));
    let pages = with_file("content/site.toml", "");
    assert!(!pages["404.html"].contains("<a "), "it is served at any depth");
}

#[test]
fn a_logo_stands_before_the_name_of_the_plan() {
    let pages = with_file("theme/static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let logo =
        |page: &str, src: &str| pages[page].contains(&format!("<img class=\"logo\" src=\"{src}\" alt=\"\">"));
    assert!(logo("city/2023/ja/index.html", "../assets/logo.svg"));
    assert!(logo("city/ja/life-1.html", "../../assets/logo.svg"));
    assert!(!with_file("content/site.toml", "")["city/2023/ja/index.html"].contains("<img"));
}
