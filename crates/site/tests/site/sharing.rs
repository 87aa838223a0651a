//! What a page says to search engines and feed readers, with and without the address of the site.

use std::collections::BTreeMap;

use nendo_model::Date;
use nendo_site::{Config, Site};

use crate::made::{Desk, Outputs, entry, kpi, outputs, plan_of};
use crate::sample::of;

/// Every file of a plan that was published, of a site with these settings.
fn files(settings: &str) -> BTreeMap<String, String> {
    let desk = Desk::new();
    desk.write("content/site.toml", settings);
    desk.write("content/pages/about.ja.md", "# 説明\n\n市のこと。\n");
    desk.write("content/pages/about.en.md", "# About\n\n市のこと。\n");
    let content = desk.path("content");
    let config = Config::read(&content);
    assert_eq!(config.problems, []);
    let site = Site::open(&content, config.value, None, &[], &[]).value.expect("a site");
    let mut plan = plan_of(kpi("life-1", "申請率", [(2023, entry(of("80", "%"), of("75", "%")))]));
    plan.editions[0].published = Date::read("2024-06-28");
    let Outputs { files, .. } = outputs(&site, &plan);
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    files.iter().map(|(path, bytes)| (path.as_str().to_owned(), text(bytes))).collect()
}

fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

const BASE: &str = "base-url = \"https://city.example/progress\"\n";

#[test]
fn addresses_are_said_only_where_they_are_known() {
    let (with, without) = (files(BASE), files(""));
    let page = |files: &BTreeMap<String, String>, path: &str| files[path].clone();
    for path in [
        "index.html",
        "city/index.html",
        "city/2023/index.html",
        "city/2023/ja/data.html",
        "city/ja/life-1.html",
    ] {
        let canonical = format!("<link rel=\"canonical\" href=\"https://city.example/progress/{path}\">");
        assert!(page(&with, path).contains(&canonical), "{path}");
        let bare = page(&without, path);
        for absent in ["canonical", "og:url", "rel=\"alternate\"", "BreadcrumbList"] {
            assert!(!bare.contains(absent), "{path}: {absent}");
        }
        assert!(bare.contains("property=\"og:title\"") && bare.contains("content=\"ja_JP\""), "{path}");
    }
    assert!(!page(&with, "404.html").contains("canonical"), "a missing page has no address");
    for absent in ["sitemap.xml", "feed.ja.xml"] {
        assert!(with.contains_key(absent) && !without.contains_key(absent), "{absent}");
    }
    assert!(with["robots.txt"].ends_with("\nSitemap: https://city.example/progress/sitemap.xml\n"));
}

#[test]
fn the_sitemap_names_every_page_but_that_for_missing_ones() {
    let files = files(BASE);
    let pages = files.keys().filter(|path| is_page(path));
    for path in pages {
        let entry = format!("<url><loc>https://city.example/progress/{path}</loc>");
        assert_eq!(files["sitemap.xml"].contains(&entry), path != "404.html", "{path}");
    }
}

#[test]
fn an_edition_with_a_day_is_in_the_feed_and_says_it_on_its_pages() {
    let files = files(BASE);
    assert!(files["feed.en.xml"].contains("<updated>2024-06-28T00:00:00Z</updated>"));
    assert!(
        files["feed.ja.xml"].contains("<title>青葉市の計画 2023年度（令和5年度）</title>"),
        "{}",
        files["feed.ja.xml"]
    );
    let feed = |path: &str| files[path].contains("type=\"application/atom+xml\"");
    assert!(feed("city/2023/ja/index.html") && feed("index.html"));
    assert!(files["city/2023/ja/data.html"].contains("2024年6月28日（令和6年）"));
    assert!(
        files["city/2023/en/data.html"]
            .contains("published 28 June 2024, https://city.example/progress/city/2023/en/data.html")
    );
}

#[test]
fn an_era_may_stand_first() {
    let files = files("year-style = \"era\"\n");
    assert!(files["city/2023/ja/data.html"].contains("令和6年6月28日（2024年）公表"));
    assert!(files["city/2023/en/data.html"].contains("28 June 2024"));
}

#[test]
fn the_data_is_described_for_search_engines() {
    for (settings, file) in [
        ("", "../data/city_2023_progress.csv"),
        (BASE, "https://city.example/progress/city/2023/data/city_2023_progress.csv"),
    ] {
        let page = &files(settings)["city/2023/ja/data.html"];
        let script = page.split("<script type=\"application/ld+json\">").nth(1).expect("JSON-LD");
        let script = script.split("</script>").next().unwrap_or_default();
        let json: serde_json::Value = serde_json::from_str(script).expect("JSON");
        let graph = json["@graph"].as_array().expect("things");
        let data = graph.iter().find(|thing| thing["@type"] == "Dataset").expect("a Dataset");
        assert_eq!(data["distribution"][0]["contentUrl"], file);
        let zip = data["distribution"].as_array().and_then(|files| files.last()).expect("a zip");
        assert_eq!(zip["contentUrl"], file.replace("_progress.csv", ".zip"));
        assert_eq!(zip["encodingFormat"], "application/zip");
        assert_eq!(data["temporalCoverage"], "2023-04/2024-03");
        assert_eq!(data["datePublished"], "2024-06-28");
        assert_eq!(graph.len(), if settings.is_empty() { 1 } else { 2 });
        let description = data["description"].as_str().unwrap_or_default();
        assert!(
            description.chars().count() >= 50 && description.contains("青葉市の計画 2023年度"),
            "{description}"
        );
        assert_eq!(data["name"], "青葉市の計画 2023年度");
        let id = "\"@id\":\"https://city.example/progress/city/2023/index.html#data\"";
        for tag in ["ja", "en"] {
            assert_eq!(files(settings)[&format!("city/2023/{tag}/data.html")].contains(id), settings == BASE);
        }
    }
}

/// What a page says of itself, beside its title: in its head, and nowhere else.
fn described<'a>(page: &'a str, start: &str) -> Option<&'a str> {
    page.split(start).nth(1)?.split('"').next()
}

const DESCRIPTION: &str = "property=\"og:description\" content=\"";

#[test]
fn every_page_says_in_a_sentence_what_it_is_about() {
    let files = files(BASE);
    for (path, page) in files.iter().filter(|(path, _)| is_page(path) && *path != "404.html") {
        let title = described(page, "property=\"og:title\" content=\"").expect(path);
        let description = described(page, DESCRIPTION).expect(path);
        assert!(!description.is_empty() && description != title, "{path}: {description}");
        for text in [title, description, page.split("</title>").next().unwrap_or_default()] {
            assert!(!text.contains(['{', '$']), "{path}: {text}");
        }
    }
    let said = |page: &str| described(&files[&format!("city/2023/en/{page}")], DESCRIPTION).expect("a text");
    assert_eq!(
        said("kpis.html"),
        "Plan of Aoba City, FY2023: One KPI. Its name leads to the values of each year, the charts and the reasons."
    );
    assert_eq!(said("life.html"), "暮らし: Of 1 KPI, 1 is on or ahead of target. None is behind.");
    assert_eq!(said("about.html"), "市のこと。");
}

#[test]
fn a_page_for_missing_ones_is_not_to_be_found_or_shared() {
    let page = &files(BASE)["404.html"];
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("og:"), "{page}");
}

#[test]
fn a_title_for_all_languages_is_said_once() {
    let files = files("title = \"青葉市の進捗\"\nbase-url = \"https://city.example\"\n");
    let home = &files["index.html"];
    assert!(home.contains("<title>青葉市の進捗</title>"), "{home}");
    assert!(home.contains("property=\"og:site_name\" content=\"青葉市の進捗\""), "{home}");
    let feed = &files["feed.en.xml"];
    assert!(feed.contains("<title xml:lang=\"ja\">青葉市の進捗: reports</title>"), "{feed}");
    assert!(feed.contains("<author xml:lang=\"ja\">"), "{feed}");
}

#[test]
fn a_page_names_the_other_locales() {
    let files = files("");
    let page = &files["city/2023/en/index.html"];
    assert!(
        page.contains("\"og:locale\" content=\"en_US\"")
            && page.contains("\"og:locale:alternate\" content=\"ja_JP\"")
    );
}

#[test]
fn what_is_in_a_feed_stays_the_same_where_a_site_moves() {
    let ids = |settings: &str| {
        let feeds = files(settings);
        let ids = ["feed.ja.xml", "feed.en.xml"].map(|feed| feeds[feed].clone());
        let ids = ids.iter().flat_map(|feed| feed.split("<id>").skip(1)).map(|rest| rest[..45].to_owned());
        ids.collect::<Vec<_>>()
    };
    let (here, there) = (ids(BASE), ids("base-url = \"https://other.example\"\n"));
    assert_eq!(here, there);
    assert!(here.iter().all(|id| id.starts_with("urn:uuid:")), "{here:?}");
    assert_eq!(here.iter().collect::<std::collections::BTreeSet<_>>().len(), 4, "{here:?}");
    assert_ne!(here, ids(&format!("municipality-code = \"221309\"\n{BASE}")));
}
