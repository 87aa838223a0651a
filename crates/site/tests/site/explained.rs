//! The open data explained to people: nothing of it is without a word, on the page or in the readme.

use std::collections::BTreeMap;

use nendo_model::{Correction, Date, Plan, Wording};

use crate::made::{entry, kpi, outputs, plan_of, site};
use crate::sample::of;

const TAGS: [&str; 2] = ["ja", "en"];
const YEAR: &str = "city/2023/data/";
const ALL_YEARS: &str = "city/data/";

type Files = BTreeMap<String, Vec<u8>>;

/// A report that was published, and corrected twice.
fn corrected() -> Plan {
    let mut plan = plan_of(kpi("life-1", "利用者数", [(2023, entry(of("1", "人"), of("1", "人")))]));
    let day = |text| Date::read(text).expect("a day");
    plan.editions[0].published = Some(day("2024-06-28"));
    plan.editions[0].corrections = ["実績を訂正", "単位を訂正"]
        .map(|text| Correction { date: day("2024-07-10"), text: Wording::Source(text.to_owned()) })
        .to_vec();
    plan
}

fn files(plan: &Plan) -> Files {
    let files = outputs(&site(&[("実績を訂正", "Actual corrected")]), plan).files.into_iter();
    files.map(|(path, bytes)| (path.as_str().to_owned(), bytes)).collect()
}

fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("{path}"))).expect("UTF-8")
}

fn page<'a>(files: &'a Files, tag: &str) -> &'a str {
    text(files, &format!("city/2023/{tag}/data.html"))
}

fn readme<'a>(files: &'a Files, folder: &str, tag: &str) -> &'a str {
    text(files, &format!("{folder}readme.{tag}.txt"))
}

/// The names of the files of a folder, but for charts and the rows of single KPIs.
fn names<'a>(files: &'a Files, folder: &str) -> Vec<&'a str> {
    let names = files.keys().filter_map(|path| path.strip_prefix(folder));
    let names: Vec<&str> =
        names.filter(|name| !name.contains(".svg") && !name.starts_with("life-")).collect();
    assert!(names.len() >= 9, "{names:?}");
    names
}

fn headers(files: &Files, path: &str) -> Vec<String> {
    let table = text(files, path).trim_start_matches('\u{feff}');
    table.lines().next().unwrap_or_default().split(',').map(str::to_owned).collect()
}

#[test]
fn every_file_is_on_the_page_with_its_kind_and_size_and_in_the_readme() {
    let files = files(&corrected());
    for tag in TAGS {
        let page = page(&files, tag);
        for name in names(&files, YEAR) {
            assert!(readme(&files, YEAR, tag).contains(name), "{name} in the readme in {tag}");
            let link = page.split(&format!("<a href=\"../data/{name}\"")).nth(1);
            let link = link.unwrap_or_else(|| panic!("{name} on the page in {tag}"));
            let label = link.split("</a>").next().unwrap_or_default();
            let kind = match name.rsplit('.').next() {
                Some("jsonld") => "JSON".to_owned(),
                extension => extension.unwrap_or_default().to_uppercase(),
            };
            assert!(label.contains(&kind), "{label}");
            let size = format!("{} KB", files[&format!("{YEAR}{name}")].len().div_ceil(1024));
            assert_eq!(label.contains(&size), kind != "ZIP", "{name}: {label}, {size}");
        }
        for name in names(&files, ALL_YEARS) {
            assert!(readme(&files, ALL_YEARS, tag).contains(name), "{name} in the readme in {tag}");
        }
        assert!(readme(&files, YEAR, tag).contains("{kpi_id}.csv"));
    }
}

#[test]
fn every_column_is_explained() {
    let files = files(&corrected());
    for (folder, tag) in [(YEAR, "ja"), (YEAR, "en"), (ALL_YEARS, "ja"), (ALL_YEARS, "en")] {
        let readme = readme(&files, folder, tag);
        for name in names(&files, folder).into_iter().filter(|name| name.rsplit('.').next() == Some("csv")) {
            for header in headers(&files, &format!("{folder}{name}")) {
                let is_its = |line: &&str| {
                    let mut words =
                        line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
                    words.any(|word| word == header)
                };
                assert!(readme.lines().any(|line| is_its(&line)), "{header} in {folder}readme.{tag}.txt");
                let cell = format!("<br><code>{header}</code>");
                assert!(folder == ALL_YEARS || page(&files, tag).contains(&cell), "{header} in {tag}");
            }
        }
        // A word that the theme does not have is empty.
        for line in readme.lines() {
            let is_whole = !["（）", "()", "「」", "“”", "::", "：："].iter().any(|gap| line.contains(gap));
            assert!(is_whole && !line.trim_end().ends_with([':', '：']), "{line}");
        }
        let page = page(&files, tag);
        for gap in ["<th scope=\"row\"><br>", "<td></td>", "<dd></dd>", "<li></li>", "<dt></dt>"] {
            assert!(!page.contains(gap), "{gap} in {tag}");
        }
    }
}

#[test]
fn a_readme_opens_in_any_editor() {
    let files = files(&corrected());
    for (folder, tag) in [(YEAR, "ja"), (ALL_YEARS, "en")] {
        let readme = readme(&files, folder, tag);
        assert!(readme.starts_with('\u{feff}') && readme.ends_with("\r\n"));
        assert_eq!(readme.matches('\n').count(), readme.matches("\r\n").count());
        assert_eq!(readme.matches('\r').count(), readme.matches("\r\n").count());
    }
}

#[test]
fn page_and_readme_tell_the_same_history_and_citation() {
    let dated = files(&corrected());
    for (tag, told) in [
        ("ja", ["2023年度の報告を公表", "2024年7月10日（令和6年）", "実績を訂正", "単位を訂正"]),
        ("en", ["Report for FY2023 published", "10 July 2024", "Actual corrected", "単位を訂正"]),
    ] {
        let (page, readme) = (page(&dated, tag), readme(&dated, YEAR, tag));
        for told in told {
            assert!(page.contains(told) && readme.contains(told), "{told}");
        }
        let cited = page.split("<blockquote>").nth(1).and_then(|cited| cited.split("</blockquote>").next());
        assert!(cited.is_some_and(|cited| readme.contains(cited)), "{cited:?}");
    }
    assert!(page(&dated, "en").contains("<span lang=\"ja\">単位を訂正</span>"));
    let mut plan = corrected();
    plan.editions[0].published = None;
    plan.editions[0].corrections.clear();
    let undated = files(&plan);
    assert!(!page(&undated, "ja").contains("更新履歴</h2>"));
    assert!(readme(&undated, YEAR, "ja").contains("公表日と訂正の記録はありません。"));
}

#[test]
fn the_data_of_all_years_is_led_to() {
    let files = files(&corrected());
    let all_years = ["city.zip", "city_progress.csv", "progress.json"];
    for tag in TAGS {
        let readme = format!("readme.{tag}.txt");
        for name in all_years.iter().copied().chain([readme.as_str()]) {
            assert!(files.contains_key(&format!("{ALL_YEARS}{name}")), "{name}");
            assert!(page(&files, tag).contains(&format!("href=\"../../data/{name}\"")), "{name} in {tag}");
            assert!(text(&files, "city/index.html").contains(&format!("href=\"data/{name}\"")), "{name}");
        }
        assert!(text(&files, "city/index.html").contains(&format!("href=\"2023/{tag}/data.html\"")));
        let timeline = text(&files, &format!("city/{tag}/life-1.html"));
        assert!(timeline.contains("<a href=\"../data/city_progress.csv\">"), "{tag}");
        assert!(!timeline.contains(".svg\" type="), "a chart of one year is not that of all");
    }
}

#[test]
fn links_below_a_kpi_are_named_after_it() {
    let files = files(&corrected());
    let page = text(&files, "city/2023/ja/life.html");
    for (link, href) in [("data", "../data/life-1.csv"), ("chart", "../data/life-1.ja.svg")] {
        let named = format!("id=\"life-1_{link}\" aria-labelledby=\"life-1_{link} life-1_name\"");
        let tag = page.split(&format!("<a href=\"{href}\"")).nth(1).and_then(|tag| tag.split('>').next());
        assert!(tag.is_some_and(|tag| tag.contains(&named)), "{tag:?}");
    }
    assert_eq!(page.matches("id=\"life-1_name\"").count(), 1);
}
