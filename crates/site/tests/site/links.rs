//! Which links of prose are told as leading nowhere.

use nendo_model::{Case, Plan, Problem};
use nendo_site::{Config, Output, Site, Stage};

use crate::made::{Desk, Memory, entry, kpi, plan_of};
use crate::sample::of;

/// The dead links of a page of prose, on a site of some plans with these settings.
fn dead(settings: &str, markdown: &str, slugs: &[&str]) -> Vec<(String, String)> {
    let desk = Desk::new();
    desk.write("content/site.toml", settings);
    desk.write("content/pages/about.ja.md", markdown);
    let content = desk.path("content");
    let site = Site::open(&content, Config::read(&content).value, None, &[], &[]).value.expect("a site");
    let one = plan_of(kpi("life-1", "申請率", [(2023, entry(of("80", "%"), of("75", "%")))]));
    let plans = slugs.iter().map(|slug| Plan { slug: (*slug).to_owned(), ..one.clone() });
    let found = |output: &dyn Output| {
        let (mut cards, mut problems) = (Vec::new(), Vec::new());
        for plan in plans.clone() {
            cards.push(site.plan(&plan, output).unload(&mut problems));
        }
        problems.extend(site.front(&cards, output));
        let told = |problem: Problem| match problem.case {
            Case::DeadLink { value, page } => (value, page),
            other => panic!("{other:?}"),
        };
        problems.into_iter().map(told).collect::<Vec<_>>()
    };
    let told = found(&Memory::default());
    assert_eq!(found(&site.rehearsal()), told, "where nothing is written");
    for again in ["first", "kept"] {
        let stage = Stage::open(&desk.path("out")).expect("a stage");
        assert_eq!(found(&stage), told, "{again}");
        stage.commit().expect("built");
    }
    told
}

fn values(told: &[(String, String)]) -> Vec<&str> {
    told.iter().map(|(value, _)| value.as_str()).collect()
}

#[test]
fn what_leads_somewhere_is_not_told() {
    let markdown = "# 説明\n\n<a@b.example> [a](kpis.html#grade=C) [b](%6Bpis.html) [c](about.html#part%2D1) [d](?x#part-1)\n\
                    [e](../../data.html) [f](life.html#life-1) [g](../data/progress.json#x) [h](../../../404.html)\n\n## 節\n";
    assert_eq!(values(&dead("", markdown, &["city"])), ["../../data.html"]);
}

#[test]
fn files_that_need_the_address_of_the_site_are_there_only_with_it() {
    let markdown = "# 説明\n\n[a](../../../sitemap.xml)\n[b](../../../feed.ja.xml)\n";
    assert_eq!(values(&dead("", markdown, &["city"])), ["../../../sitemap.xml", "../../../feed.ja.xml"]);
    let with = dead("base-url = \"https://city.example\"\n", markdown, &["city"]);
    assert_eq!(values(&with), ["../../../feed.ja.xml"], "no edition has a day of publication");
}

#[test]
fn every_plan_is_looked_at_and_a_link_is_told_once() {
    let markdown = "# 説明\n\n[a](gone.html)\n[b](../../../eco/2023/ja/kpis.html#life-1)\n[c](../../../eco/2023/ja/gone.html)\n";
    let told = dead("", markdown, &["city", "eco"]);
    assert_eq!(
        values(&told),
        ["gone.html", "../../../eco/2023/ja/kpis.html#life-1", "../../../eco/2023/ja/gone.html"]
    );
    assert!(told.iter().all(|(_, page)| page == "city/2023/ja/about.html"), "{told:?}");
}
