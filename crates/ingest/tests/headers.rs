//! Headers as cities write them: what each column is for, and what is told of one in doubt.

mod folder;

use folder::{Told, ids, kpis, read, sound, told};
use nendo_model::{Cell, FiscalYear, Kpi};

/// The texts of a KPI's years: `R4目標=10`, and of what is said of it once.
fn texts(kpi: &Kpi) -> Vec<String> {
    let mut texts = Vec::new();
    let mut add = |name: String, cell: &Option<Cell>| {
        texts.extend(cell.as_ref().map(|cell| format!("{name}={}", cell.written)));
    };
    add("基準".to_owned(), &kpi.baseline);
    add("最終".to_owned(), &kpi.final_target);
    for (year, entry) in &kpi.years {
        add(format!("{year}目標"), &entry.target);
        add(format!("{year}実績"), &entry.actual);
        add(format!("{year}理由"), &entry.reason);
        add(format!("{year}備考"), &entry.note);
    }
    texts
}

/// The texts of the first KPI of a table that is read without a word.
fn first(csv: &str) -> Vec<String> {
    texts(kpis(&sound("scale = 'a-d'", csv))[0])
}

/// The codes, values and columns of the problems of a table.
fn doubts(csv: &str) -> Vec<(&'static str, String, Option<u32>)> {
    let told: Vec<Told> = told(&read("scale = 'a-d'", csv).problems);
    told.into_iter().map(|(code, value, _, _, column, _)| (code, value, column)).collect()
}

fn unused(header: &str, column: u32) -> (&'static str, String, Option<u32>) {
    ("column-without-role", header.to_owned(), Some(column))
}

#[test]
fn columns_have_many_names() {
    let csv = "基本目標,施策,重要業績評価指標（KPI）,計測単位,基準値（R3）,令和5年度末目標値,実績値(令和5年度),判定,遅延理由,備考欄,目標（最終年度）,所管部局課\n\
               まち,①住宅,空き家の利活用件数,件,3,12,9,C,相談の減少,－,30,住宅課\n";
    assert_eq!(
        first(csv),
        ["基準=3", "最終=30", "2023目標=12", "2023実績=9", "2023理由=相談の減少", "2023備考=－"]
    );
    let kpi = sound("scale = 'a-d'", csv).editions[0].kpis().next().expect("a KPI").clone();
    assert_eq!(kpi.section.as_deref(), Some("住宅課"));
    assert!(kpi.years[&FiscalYear::new(2023).expect("a year")].evaluation.is_some());
    let english = "Pillar,Performance indicator,Unit of measure,Baseline value,FY2023 Target value,FY2023 Actual value,Rating,Remarks,Final target,Department in charge\n\
                   Town,Vacant houses in use,houses,3,12,9,C,-,30,Housing\n";
    assert_eq!(first(english), ["基準=3", "最終=30", "2023目標=12", "2023実績=9", "2023備考=-"]);
}

#[test]
fn a_word_that_may_name_the_kpi_does_where_no_other_column_does() {
    for word in ["KGI", "目標指標", "活動指標名", "アウトカム指標", "数値目標"] {
        let csv = format!("基本目標,{word},R5目標,R5実績\nしごと,市内企業の従業者数,1200人,1180人\n");
        assert_eq!(first(&csv), ["2023目標=1200人", "2023実績=1180人"], "{word}");
    }
    // Beside a KPI it is a level, as any column left of it.
    let plan = sound("", "KGI,KPI,R5目標,R5実績\n転入超過,移住相談の件数,100件,90件\n");
    assert_eq!(
        (plan.levels.len(), texts(kpis(&plan)[0])),
        (1, vec!["2023目標=100件".to_owned(), "2023実績=90件".to_owned()])
    );
    // Of two, neither surely is.
    let two = read("", "施策,アウトカム指標,アウトプット指標,R5目標,R5実績\nあ,満足度,開催数,1,2\n");
    assert_eq!(two.problems[0].case.fields()[0], ("missing", "choice"));
    assert!(two.value.is_none());
}

#[test]
fn a_numeric_goal_is_a_target_only_beside_a_kpi_and_in_numbers() {
    let target = "施策,KPI,数値目標,実績値\n子育て,保育所の待機児童数,0人,3人\n";
    assert_eq!(first(target), ["2023目標=0人", "2023実績=3人"]);
    let words = "施策,KPI,数値目標,目標値,実績値\n子育て,待機児童,待機児童の解消,0人,3人\n";
    assert_eq!(doubts(words), [unused("数値目標", 2)]);
    let rival = "施策,KPI,数値目標,目標値,実績値\n子育て,待機児童,5人,0人,3人\n";
    assert_eq!(doubts(rival), [unused("数値目標", 2)]);
    assert_eq!(texts(kpis(&read("", rival).value.expect("a plan"))[0]), ["2023目標=0人", "2023実績=3人"]);
    let only = "施策,KPI,数値目標,実績値\n子育て,待機児童,解消する,3人\n";
    assert_eq!(doubts(only), [unused("数値目標", 2)]);
    let unset = "施策,KPI,数値目標,実績値\n子育て,待機児童,—,3人\n";
    assert_eq!(doubts(unset), [unused("数値目標", 2)]);
    let numbers = read("", "施策,数値目標,実績値\n子育て,0人,3人\n");
    assert_eq!(numbers.problems[0].case.fields()[0], ("missing", "choice"));
}

#[test]
fn progress_is_a_grade_a_rate_or_a_report_as_its_cells_tell() {
    let csv = |cells: [&str; 2]| {
        let [a, b] = cells;
        format!(
            "施策,KPI,R5目標,R5実績,進捗状況\n観光,宿泊者数,10万人,9万人,{a}\n,案内所の数,3箇所,3箇所,{b}\n"
        )
    };
    let graded = sound("scale = 'a-d'", &csv(["C", "B"]));
    let year = FiscalYear::new(2023).expect("a year");
    assert!(kpis(&graded).iter().all(|kpi| kpi.evaluation(year).is_some()));
    let phrases = sound("[[scale]]\ngrade = '順調'\n[[scale]]\ngrade = '遅れ'\n", &csv(["遅れ", "順調"]));
    assert!(kpis(&phrases).iter().all(|kpi| kpi.evaluation(year).is_some()));
    let rated = sound("", &csv(["90.0%", "100%"]));
    assert!(kpis(&rated).iter().all(|kpi| kpi.evaluation(year).is_none() && kpi.years[&year].note.is_none()));
    let told = first(&csv(["海外からの宿泊者が戻りつつある。", "駅前に1箇所を増やした。"]));
    assert_eq!(told[2], "2023備考=海外からの宿泊者が戻りつつある。");
    let rows = "施策,KPI,項目,R4,R5\n観光,宿泊者数,実績,8万人,9万人\n,,達成度,80%,90%\n,,達成率,80%,90%\n,,進捗状況,B,C\n";
    assert!(kpis(&sound("scale = 'a-d'", rows))[0].evaluation(year).is_some());
    let merged = "施策,KPI,R4,,R5,\n,,実績,進捗状況,実績,進捗状況\n観光,宿泊者数,8万人,B,9万人,C\n";
    let graded = sound("scale = 'a-d'", merged);
    assert_eq!(kpis(&graded)[0].years.values().filter(|entry| entry.evaluation.is_some()).count(), 2);
}

#[test]
fn one_report_is_the_note_and_of_several_none() {
    let one = "施策,KPI,R5目標,R5実績,取組内容\n防災,訓練の参加者,500人,430人,地区ごとに開いた\n";
    assert_eq!(first(one)[2], "2023備考=地区ごとに開いた");
    let several = "施策,KPI,R5目標,R5実績,取組内容,課題,今後の方針\n防災,訓練の参加者,500人,430人,地区で開催,高齢化,継続\n";
    assert_eq!(doubts(several), [unused("取組内容", 4), unused("課題", 5), unused("今後の方針", 6)]);
    let beside =
        "施策,KPI,R5目標,R5実績,要因,理由,備考,取組状況\n防災,訓練の参加者,500人,430人,あ,い,う,え\n";
    assert_eq!(doubts(beside), [unused("要因", 4), unused("取組状況", 7)]);
    let plan = read("", beside).value.expect("a plan");
    assert_eq!(texts(kpis(&plan)[0])[2..], ["2023理由=い", "2023備考=う"]);
    let rows =
        "施策,KPI,項目,R5\n防災,参加者,実績,430人\n,,要因,高齢化\n,,取組内容,戸別に訪問\n,,今後の方針,継続\n";
    let unknown = |item: &str| ("unknown-item", item.to_owned(), Some(2));
    assert_eq!(doubts(rows), [unknown("取組内容"), unknown("今後の方針")]);
    assert_eq!(texts(kpis(&read("", rows).value.expect("a plan"))[0]), ["2023実績=430人", "2023理由=高齢化"]);
    let graded = "施策,KPI,項目,R5\n防災,参加者,実績,430人\n,,評価,B\n,,進捗状況,戸別に訪問し、参加を呼びかけた。\n,,達成状況,B\n";
    assert_eq!(doubts(graded), [unknown("達成状況")]);
    // Left of the KPI it names a level.
    let left = sound("", "課題,取組内容,KPI,R5実績\n高齢化,訓練,参加者,430人\n");
    assert_eq!(left.levels.len(), 2);
}

#[test]
fn a_second_section_or_grade_is_told_and_no_level() {
    let csv =
        "施策,担当部,担当課,KPI,R5目標,R5実績,評価,自己評価\n防災,総務部,危機管理課,参加者,5人,4人,B,A\n";
    assert_eq!(doubts(csv), [unused("担当部", 1), unused("自己評価", 7)]);
    let plan = read("scale = 'a-d'", csv).value.expect("a plan");
    assert_eq!((plan.levels.len(), kpis(&plan)[0].section.as_deref()), (1, Some("危機管理課")));
    let alone = sound("scale = 'a-d'", "施策,担当部,KPI,R5実績,自己評価\n防災,総務部,参加者,4人,A\n");
    assert_eq!(kpis(&alone)[0].section.as_deref(), Some("総務部"));
}

#[test]
fn what_is_made_of_values_is_never_one() {
    let across = "基本目標,達成率,KPI,令和4年度,,,,令和5年度,,,,前年度比\n\
                  ,,,目標,実績,達成率,評価,目標,実績,達成率,評価,\n\
                  環境,75.2%,ごみの排出量,100t,98t,102%,B,105t,97t,98%,C,－1%\n";
    assert_eq!(first(across), ["2022目標=100t", "2022実績=98t", "2023目標=105t", "2023実績=97t"]);
    let names =
        "施策,KPI,R5目標,R5実績,R5達成率(%),達成度（％）,増減,対前年比\n環境,ごみ,95t,97t,98,102,#DIV/0!,—\n";
    assert_eq!(first(names), ["2023目標=95t", "2023実績=97t"]);
    let stacked = "施策,KPI,項目,R4,R5\n環境,ごみ,目標,100t,105t\n,,実績,98t,97t\n,,達成率,102%,98%\n,,達成率（％）,102,98\n";
    assert_eq!(first(stacked).len(), 4);
    let dated = "施策,KPI,R5年度目標,R5年度実績,2023年達成率,6年度進捗率,元年度達成率\n環境,ごみ,95t,97t,98%,99%,97%\n";
    assert_eq!(first(dated).len(), 2);
    // A rate that is none: its cells are grades.
    let graded = "施策,KPI,R5目標,R5実績,達成率\n環境,ごみ,95t,97t,A\n";
    assert_eq!(doubts(graded), [unused("達成率", 4)]);
    let left = "施策,達成率,KPI,R5実績\n環境,A,ごみ,95t\n";
    assert_eq!(
        (doubts(left), read("", left).value.expect("a plan").levels.len()),
        (vec![unused("達成率", 1)], 1)
    );
    let rows = "施策,KPI,項目,R5\n環境,ごみ,実績,95t\n,,達成率,A\n";
    assert_eq!(doubts(rows), [("unknown-item", "達成率".to_owned(), Some(2))]);
}

#[test]
fn a_calendar_year_among_fiscal_years_is_told() {
    let csv = "施策,KPI,項目,2022年度,2023年,R5\n観光,宿泊者数,実績,8万人,9万人,7万人\n";
    assert_eq!(doubts(csv), [("calendar-year", "2023".to_owned(), Some(4))]);
    let plan = read("", csv).value.expect("a plan");
    assert_eq!(texts(kpis(&plan)[0]), ["2022実績=8万人", "2023実績=7万人"]);
    let alike = sound("", "施策,KPI,項目,2022年,2023年\n観光,宿泊者数,実績,8万人,9万人\n");
    assert_eq!(texts(kpis(&alike)[0]), ["2022実績=8万人", "2023実績=9万人"]);
    let civil = "施策,KPI,R5実績,2023暦年実績\n観光,宿泊者数,8万人,9万人\n";
    assert_eq!(doubts(civil), [("calendar-year", "2023".to_owned(), Some(3))]);
    let long = "施策,KPI,年度,目標,実績\n観光,宿泊者数,令和4年度,1,2\n,,令和5年,3,4\n,,令和5年度,5,6\n";
    assert_eq!(doubts(long), [("calendar-year", "2023".to_owned(), Some(2))]);
    let plan = read("", long).value.expect("a plan");
    assert_eq!(texts(kpis(&plan)[0]), ["2022目標=1", "2022実績=2", "2023目標=5", "2023実績=6"]);
    let merged = "年度,施策,KPI,実績\n令和4年度,観光,a,1\n令和5年,観光,a,2\n,,b,3\n";
    assert_eq!(doubts(merged), [("calendar-year", "2023".to_owned(), Some(0))]);
    sound("", "施策,KPI,年度,目標,実績\n観光,宿泊者数,令和4年,1,2\n,,令和5年,3,4\n");
}

#[test]
fn a_year_without_an_era_follows_the_one_on_its_left() {
    let csv = "施策,KPI,項目,平成30年度,令和元年度,２年度,3年度\n文化,来館者数,実績,1人,2人,3人,4人\n";
    assert_eq!(first(csv), ["2018実績=1人", "2019実績=2人", "2020実績=3人", "2021実績=4人"]);
    let merged = "施策,KPI,令和4年度,,5年度,\n,,目標,実績,目標,実績\n文化,来館者数,1人,2人,3人,4人\n";
    assert_eq!(first(merged), ["2022目標=1人", "2022実績=2人", "2023目標=3人", "2023実績=4人"]);
    let blocks = "施策,KPI,目標(R4),目標(5年度),実績(R4),実績(5年度)\n文化,来館者数,1人,2人,3人,4人\n";
    assert_eq!(first(blocks), ["2022目標=1人", "2022実績=3人", "2023目標=2人", "2023実績=4人"]);
    for (csv, header) in [
        ("施策,KPI,項目,平成30年度,元年度\n文化,来館者数,実績,1人,2人\n", "元年度"),
        ("施策,KPI,項目,2022年度,5年度\n文化,来館者数,実績,1人,2人\n", "5年度"),
        ("施策,KPI,項目,R4,4年度\n文化,来館者数,実績,1人,2人\n", "4年度"),
        ("施策,KPI,R4実績,目標(3年度)\n文化,来館者数,1人,2人\n", "目標(3年度)"),
        ("施策,KPI,R5実績,評価(4年度)\n文化,来館者数,1人,A\n", "評価(4年度)"),
        ("施策,KPI,項目,R4,105年度\n文化,来館者数,実績,1人,2人\n", "105年度"),
        ("施策,KPI,項目,R4,+5年度\n文化,来館者数,実績,1人,2人\n", "+5年度"),
        ("施策,KPI,目標5年度,R5実績\n文化,来館者数,1人,2人\n", "目標5年度"),
    ] {
        let told = doubts(csv);
        assert_eq!((told.len(), told[0].0, told[0].1.as_str()), (1, "column-without-role", header), "{csv}");
    }
}

#[test]
fn two_rows_may_part_the_kpi_and_leave_the_levels_to_the_upper_one() {
    let csv = "基本目標,施策,指標,,,令和4年度,,令和5年度,,担当課\n\
               ,,指標名,単位,基準値,目標,実績,目標,実績,\n\
               交通,①バス,利用者数,人,50,60,58,65,66,交通課\n";
    let plan = sound("", csv);
    assert_eq!((plan.levels.len(), ids(&plan)), (2, vec!["p1-1"]));
    assert_eq!(
        texts(kpis(&plan)[0]),
        ["基準=50", "2022目標=60", "2022実績=58", "2023目標=65", "2023実績=66"]
    );
    let above = "基本目標,施策,指標,,\n,,指標名,R5目標,R5実績\n交通,①バス,利用者数,65人,66人\n";
    assert_eq!(first(above), ["2023目標=65人", "2023実績=66人"]);
    // A third row, of units, is no KPI.
    let third =
        "施策,KPI,R4,,R5,\n,,目標,実績,目標,実績\n,,（人）,（人）,（人）,（人）\n交通,利用者数,60,58,65,66\n";
    let told = doubts(third);
    assert_eq!((told.len(), told[0].0), (1, "stray-row"));
}

#[test]
fn an_unknown_word_is_told_with_the_nearest() {
    let nearest = |csv: &str| {
        let case = &read("", csv).problems[0].case;
        let of = |name| {
            case.fields().iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned())
        };
        (case.code(), of("value"), of("nearest"))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        nearest("施策,KPI,R5目標,R5実積\nあ,率,1%,2%\n"),
        ("column-without-role", some("R5実積"), some("実績"))
    );
    assert_eq!(
        nearest("施策,KPI,項目,R5\nあ,率,実績,1%\n,,目標直,2%\n"),
        ("unknown-item", some("目標直"), some("目標値"))
    );
}

#[test]
fn what_a_header_lacks_is_told() {
    let case = |csv: &str| {
        let problem = read("", csv).problems.into_iter().find(|problem| problem.case.code() == "no-header");
        let problem = problem.expect("no header");
        let fields: Vec<String> =
            problem.case.fields().into_iter().map(|(_, value)| value.to_owned()).collect();
        (problem.origin.row, fields.join(" | "))
    };
    let told = |row: u32, text: &str| (Some(row), text.to_owned());
    let title = "第2期総合戦略 進捗状況\n";
    assert_eq!(
        case(&format!(
            "{title}基本目標,取組名,担当課,令和5年度目標,令和5年度実績\nしごと,①創業,商工課,5件,4件\n"
        )),
        told(2, "kpi | 担当課, 令和5年度目標, 令和5年度実績 | 基本目標, 取組名")
    );
    assert_eq!(
        case(&format!("{title}基本目標,,取組名,令和5年度,\n,,,目標,実績\nしごと,1,①創業,5件,4件\n")),
        told(2, "kpi | 令和5年度 | 基本目標, 取組名")
    );
    for above in [title, ",令和5年度\n"] {
        let csv = format!("{above},取組名,担当課,令和5年度実績\n1,①創業,商工課,4件\n");
        assert_eq!(case(&csv), told(2, "kpi | 担当課, 令和5年度実績 | 取組名"), "{csv}");
    }
    assert_eq!(
        case("基本目標,KPI,担当課,到達点\nしごと,創業,商工課,5件\n"),
        told(1, "values | KPI, 担当課 | 基本目標, 到達点")
    );
    assert_eq!(case("基本目標,KPI,R4,R5\nしごと,創業,4件,5件\n"), told(1, "items | KPI, R4, R5 | 基本目標"));
    assert_eq!(case("会議の記録,場所\n第1回,本庁\n"), (None, "all |  | ".to_owned()));
    assert_eq!(case(""), (None, "all |  | ".to_owned()));
}
