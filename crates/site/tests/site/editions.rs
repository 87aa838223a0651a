//! Two editions of a plan, each with its own year only: what one says of the other.

use nendo_model::{Grade, Identity, Kpi, Plan, Scale, YearEntry};

use crate::made::{entry, kpi, pages, site};
use crate::sample::{branch, edition, of, plan, text, year};

/// A KPI without a number, so that its id comes from its place.
fn unnumbered(id: &str, label: &str, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    Kpi { number: None, identity: Identity::Placed, ..kpi(id, label, years) }
}

fn graded(target: &str, actual: &str, grade: &str, plan: &Plan) -> YearEntry {
    YearEntry { evaluation: plan.scale.find(grade), ..entry(of(target, "人"), of(actual, "人")) }
}

/// The edition of 2022 and that of 2023, which tells the target of 2022 anew.
fn two_editions() -> Plan {
    let mut plan = plan(Vec::new());
    let unranked = |(_, grade): (_, &Grade)| Grade { rank: None, ..grade.clone() };
    plan.scale = Scale::new(plan.scale.grades().map(unranked).collect());
    let target_only = YearEntry { actual: None, evaluation: None, ..entry(of("110", "人"), of("0", "人")) };
    let before = vec![
        unnumbered("life-1", "利用者数", [(2022, graded("100", "90", "B", &plan))]),
        unnumbered("life-2", "消えるもの", [(2022, graded("5", "5", "A", &plan))]),
    ];
    let now = vec![
        unnumbered("life-1", "利用者数", [(2022, target_only), (2023, graded("120", "125", "A", &plan))]),
        unnumbered("life-2", "新しいもの", [(2023, graded("5", "4", "C", &plan))]),
    ];
    let edition = |at, kpis| edition(at, vec![branch("life", "暮らし", kpis)]);
    plan.editions = vec![edition(2022, before), edition(2023, now)];
    plan
}

#[test]
fn a_grade_moved_since_the_year_before_has_its_own_edition() {
    let pages = pages(&site(&[]), &two_editions());
    let summary = &pages["city/2023/ja/index.html"];
    let figure = |word: &str| {
        let after = summary.split(&format!("<dt>{word}</dt><dd>")).nth(1).expect(word);
        after.split('<').next().expect("a figure").to_owned()
    };
    // The KPI in the second place is another one than the year before.
    let figures = ["上がった", "同じ", "下がった", "新たに評価", "その他の変化"].map(figure);
    assert_eq!(figures, ["0", "0", "0", "1", "1"], "B and A have no rank");
    let moved = summary.split("評価が変わったKPI").nth(1).expect("the list");
    let first = moved.split("</li>").next().expect("a KPI");
    assert!(first.contains(">B<") && first.contains(">A<") && first.contains("利用者数"), "{first}");
}

#[test]
fn every_chart_of_a_year_has_its_own_sentences_and_file() {
    let pages = pages(&site(&[]), &two_editions());
    for (page, names) in
        [("index", &["changes_of_evaluation", "kpis_by_evaluation"][..]), ("behind", &["attainment_of_kpis"])]
    {
        let html = &pages[format!("city/2023/ja/{page}.html").as_str()];
        let figures: Vec<&str> = html.split("<figure").skip(1).collect();
        assert_eq!(figures.len(), names.len(), "{html}");
        for (figure, name) in figures.iter().zip(names) {
            let between = |from: &str, to: &str| {
                let (_, rest) = figure.split_once(from).expect(from);
                rest.split_once(to).expect(to).0.to_owned()
            };
            assert_eq!(between("_d\">", "</desc>"), between("<figcaption>", "</figcaption>"), "{name}");
            assert!(figure.contains(&format!("href=\"../data/{name}.ja.svg\"")), "{figure}");
        }
    }
}

#[test]
fn a_target_that_an_earlier_edition_gave_otherwise_is_named_beside_it() {
    let pages = pages(&site(&[]), &two_editions());
    assert!(pages["city/2023/ja/life.html"].contains("110人<br>（変更前：100人）"));
    assert!(!pages["city/2022/ja/life.html"].contains("変更前"));
    assert!(pages["city/2023/ja/index.html"].contains("目標の見直し"));
}

#[test]
fn a_year_that_a_kpi_has_no_cell_for_is_not_set() {
    let pages = pages(&site(&[]), &two_editions());
    let section =
        pages["city/2023/ja/life.html"].split("id=\"life-2\"").nth(1).expect("the new KPI").to_owned();
    let row = |item: &str| {
        let row = section.split(&format!("<tr class=\"{item}\">")).nth(1).expect("a row");
        let cell = row.split("<td").nth(1).and_then(|cell| cell.split("</td>").next()).expect("a cell");
        cell.split_once('>').expect("its text").1.to_owned()
    };
    assert_eq!(["target", "actual", "evaluation"].map(row), ["—"; 3]);
}

#[test]
fn a_kpi_across_all_years_has_the_latest_that_each_year_was_told() {
    let pages = pages(&site(&[]), &two_editions());
    let page = &pages["city/ja/life-1.html"];
    let row = |item: &str| {
        let (_, row) = page.split_once(&format!("<tr class=\"{item}\">")).expect("a row");
        let cells = row.split("</tr>").next().expect("its end").split("<td").skip(1);
        let text =
            |cell: &str| cell.split_once('>').expect("a text").1.replace("</td>", "").trim().to_owned();
        cells.map(text).collect::<Vec<String>>()
    };
    assert_eq!(row("target"), ["110人<br>（変更前：100人）", "120人"]);
    assert_eq!(row("actual"), ["90人", "125人"], "the later edition has no actual of 2022");
    let (_, editions) = page.split_once("報告ごとの目標").expect("the targets of each edition");
    for told in ["2022年度", "100人", "2023年度", "110人", "120人"] {
        assert!(editions.contains(told), "{told}: {editions}");
    }
}

#[test]
fn a_page_across_all_years_is_that_of_the_latest_kpi_of_its_id() {
    let pages = pages(&site(&[]), &two_editions());
    assert!(pages["city/ja/life-2.html"].contains("新しいもの"));
    let link = "href=\"../../ja/life-2.html\"";
    assert!(pages["city/2023/ja/life.html"].contains(link));
    assert!(!pages["city/2022/ja/life.html"].contains(link), "another KPI had its place");
    // The years lead to what each of them says of the KPI, or to its summary.
    let page = &pages["city/ja/life-2.html"];
    assert!(
        page.contains("href=\"../2023/ja/life.html#life-2\"")
            && page.contains("href=\"../2022/ja/index.html\"")
    );
}

#[test]
fn a_reason_is_told_with_the_grade_that_it_belongs_to() {
    for (later, is_told) in [(None, true), (Some("B"), true), (Some("C"), false)] {
        let mut plan = two_editions();
        let later = later.and_then(|grade| plan.scale.find(grade));
        let entry = |plan: &mut Plan, edition: usize, change: &dyn Fn(&mut YearEntry)| {
            let kpi = &mut plan.editions[edition].branches[0].kpis[0];
            change(kpi.years.get_mut(&year(2022)).expect("a year"));
        };
        entry(&mut plan, 0, &|entry| entry.reason = Some(text("周知が遅れた")));
        entry(&mut plan, 1, &|entry| entry.evaluation = later);
        let pages = pages(&site(&[]), &plan);
        assert_eq!(pages["city/ja/life-1.html"].contains("周知が遅れた"), is_told, "{later:?}");
    }
}
