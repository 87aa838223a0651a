//! Whatever an office may write into a progress table, and a table that has it everywhere.

/// Texts that a spreadsheet runs, that plain forms change, that read as numbers, or nearly.
pub(super) fn texts() -> Vec<&'static str> {
    vec![
        "=1+1",
        "-5%",
        "+3件",
        "@x",
        "＝1",
        "－5%",
        "'x",
        "①",
        "⑳",
        "㉑周知",
        "(1)",
        "5G整備",
        "Ⅰ",
        "1．整備",
        "A / B",
        "A／B",
        "A / B\nC",
        "86窓口 ※A / B",
        "5件 ※a\n※b",
        "・一\n・二",
        "・一 / 二\n・三",
        "10〜15件",
        "10～15件",
        "45.5万人",
        "45.5",
        "390(上方修正)",
        "390件（下方修正）",
        "0",
        "0.0",
        "12.30",
        "1,305",
        "86窓口(累計)に導入 (直営施設:66、 指定管理施設:20)",
        "86窓口(累計)\n(直営施設:66、\n指定管理施設:20)\n※新たに58窓口",
        "20（市内:15、市外:5）",
        "—",
        "—（R6から）",
        "－",
        "―",
        "?",
        "未定",
        "(2022年度末をもって目標完了)",
        "…",
        "10㎡",
        "10m²",
        "5㌔",
        "3㍑",
        "35.5℃",
        "120ℓ",
        "5㏄",
        "㈱ABC",
        "Ｌｅｖｅｌ３",
        "男女計:8.5% 男性:12.9% 女性:2.8%",
        "男女計:8.5%\n男性:12.9%\n女性:2.8%",
        "約3,000人",
        "年3回以上",
        "#REF!",
        "1,2345",
        "a,b\"c\"",
        "x;y",
        "゛x",
        "´x",
        "㋿元年度",
        "①オンライン化 ②周知",
        "79%（R2年度調査）",
        "前年度比5%減",
        "5%減",
        "20件(単年度)",
        "十件",
        "1億2千万円",
        "210",
        "45万",
        "-3",
        "▲2.3",
        "+5",
        "3年",
        "2023年6月",
        "令和５年度に完了",
        "髙﨑",
        "か\u{3099}",
        "a  b",
        "10人／年",
    ]
}

/// The table of an edition, which has each text in each kind of cell, and the names, units and ways of counting that there are.
pub(super) fn table(texts: &[&str], year: u16, turn: usize) -> String {
    let names = ["柱", "取組", "KPI", "単位", "集計方法", "望ましい方向", "基準値", "最終目標", "担当課"];
    let mut header: Vec<String> = names.map(str::to_owned).to_vec();
    for year in [year - 1, year, year + 1] {
        header.extend(["目標", "実績", "評価", "理由", "備考"].map(|item| format!("{year}年度{item}")));
    }
    let mut table = line(&header);
    let units = ["", "千円", "件", "㎡", "%"];
    let names = ["窓口\nの改善", "①-1 2歳児健診", "1．5G整備", "", "歩行者数", "A / B", "⑳"];
    let tops = ["①柱", "②1歳児", "Ⅲ 柱\nの名", "④-②柱"];
    for (at, _) in texts.iter().enumerate() {
        let text = |step: usize| texts[(at * 3 + step * 11 + turn) % texts.len()];
        let top = tops[at * tops.len() / texts.len()];
        let initiative = if at % 9 == 8 {
            String::new()
        } else {
            format!("({})取組 {}", at / 4, ["①", "〜", "A / B", ""][at / 4 % 4])
        };
        let name = format!(
            "{}{}",
            names[at % names.len()],
            if initiative.is_empty() || at % 4 > 0 { at.to_string() } else { String::new() }
        );
        let counting = ["", "累計", "単年度"][at % 3];
        let direction = ["増加", "減少", "維持", ""][at % 4];
        let section = ["", "財政課\n管理係", "A / B課", "(1)課"][at % 4];
        let mut cells = [
            top,
            &initiative,
            &name,
            units[at % units.len()],
            counting,
            direction,
            text(8),
            text(9),
            section,
        ]
        .map(str::to_owned)
        .to_vec();
        for step in 0..3 {
            let grade = ["A", "◎", "", "順調", "—"][(at + step) % 5];
            let grade = if step < 2 { grade } else { "" };
            cells.extend(
                [text(step * 2), text(step * 2 + 1), grade, text(step + 3), text(step + 4)]
                    .map(str::to_owned),
            );
        }
        table.push_str(&line(&cells));
    }
    table
}

/// A row of a CSV.
pub(super) fn line(cells: &[String]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // A cell of a spreadsheet that starts so is guarded, or it would be a formula.
    let guarded = cells.iter().map(|cell| {
        if cell.starts_with(['=', '+', '-', '@', '\'']) { format!("'{cell}") } else { cell.clone() }
    });
    writer.write_record(guarded).expect("a record");
    String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8")
}
