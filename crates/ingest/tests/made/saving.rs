//! A made-up plan in every layout, and in every way that a spreadsheet saves it.

use proptest::prelude::{Strategy, any};
use proptest::sample::select;

use super::{ITEMS, LEVELS, Made, MadeKpi};

/// How a table is laid out and saved.
#[derive(Clone, Debug)]
pub(crate) struct Saving {
    pub(crate) layout: Layout,
    encoding: Encoding,
    pub(crate) delimiter: char,
    ends: &'static str,
    /// Whether names that repeat are blank, as merged cells are.
    is_merged: bool,
    /// How years are written.
    years: fn(u16) -> String,
    title: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Layout {
    Stacked,
    Long,
    Across,
    /// Across, with the years in a row above the items.
    TwoRows,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Encoding {
    Utf8,
    Utf8WithBom,
    Windows31J,
    Utf16,
}

pub(crate) fn saving() -> impl Strategy<Value = Saving> {
    use Encoding::{Utf8, Utf8WithBom, Utf16, Windows31J};
    use Layout::{Across, Long, Stacked, TwoRows};
    let years: [fn(u16) -> String; 4] = [
        |year| format!("{year}年度"),
        |year| format!("R{}", year - 2018),
        |year| format!("令和{}年度", year - 2018),
        |year| format!("{year}(令和{})年度", year - 2018),
    ];
    let layout = select(vec![Stacked, Long, Across, TwoRows]);
    let encoding = select(vec![Utf8, Utf8WithBom, Windows31J, Utf16]);
    let form = (select(vec![',', '\t', ';']), select(vec!["\n", "\r\n", "\r"]), any::<[bool; 2]>());
    (layout, encoding, form, select(years.to_vec())).prop_map(
        |(layout, encoding, (delimiter, ends, [is_merged, title]), years)| Saving {
            layout,
            encoding,
            delimiter,
            ends,
            is_merged,
            years,
            title,
        },
    )
}

impl Saving {
    /// The bytes of a file; `None` where its encoding does not have every character.
    pub(crate) fn bytes(&self, made: &Made) -> Option<Vec<u8>> {
        let mut rows = self.rows(made);
        if self.title {
            let width = rows[0].len();
            let mut title = vec!["計画の進捗状況".to_owned()];
            title.resize(width, String::new());
            rows.splice(0..0, [title, vec![String::new(); width]]);
        }
        let quoted = |cell: &String| {
            let is_plain = !cell.contains(['"', '\n', '\r', self.delimiter]);
            if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        };
        let line = |row: &Vec<String>| {
            row.iter().map(quoted).collect::<Vec<String>>().join(&self.delimiter.to_string()) + "\n"
        };
        let text = rows.iter().map(line).collect::<String>().replace('\n', self.ends);
        Some(match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8WithBom => format!("\u{FEFF}{text}").into_bytes(),
            Encoding::Utf16 => {
                std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
            }
            Encoding::Windows31J => {
                let (bytes, _, is_lossy) = encoding_rs::SHIFT_JIS.encode(&text);
                (!is_lossy).then(|| bytes.into_owned())?
            }
        })
    }

    fn rows(&self, made: &Made) -> Vec<Vec<String>> {
        let years: Vec<String> = made.years.iter().map(|year| (self.years)(*year)).collect();
        let names =
            LEVELS[..made.depth].iter().copied().chain(["KPI"]).chain(made.has_unit.then_some("単位"));
        let names: Vec<String> = names.map(str::to_owned).collect();
        let blank = vec![String::new(); names.len()];
        let crossed = |name: fn(&str, &str, usize) -> String| {
            let pairs = years
                .iter()
                .flat_map(|year| ITEMS.into_iter().enumerate().map(move |(at, item)| name(year, item, at)));
            pairs.collect::<Vec<String>>()
        };
        let mut rows = match self.layout {
            Layout::Stacked => vec![[names, vec!["項目".to_owned()], years.clone()].concat()],
            Layout::Long => {
                vec![[names, vec!["年度".to_owned()], ITEMS.map(str::to_owned).to_vec()].concat()]
            }
            Layout::Across => vec![[names, crossed(|year, item, _| format!("{year}{item}"))].concat()],
            Layout::TwoRows => vec![
                [names, crossed(|year, _, at| if at == 0 { year.to_owned() } else { String::new() })]
                    .concat(),
                [blank, crossed(|_, item, _| item.to_owned())].concat(),
            ],
        };
        let mut above: Option<&MadeKpi> = None;
        for kpi in &made.kpis {
            let lines: Vec<Vec<String>> = match self.layout {
                Layout::Stacked => (0..ITEMS.len())
                    .map(|at| {
                        [ITEMS[at].to_owned()]
                            .into_iter()
                            .chain(kpi.years.iter().map(|year| year[at].clone()))
                            .collect()
                    })
                    .collect(),
                Layout::Long => years
                    .iter()
                    .zip(&kpi.years)
                    .map(|(year, items)| [std::slice::from_ref(year), &items[..]].concat())
                    .collect(),
                Layout::Across | Layout::TwoRows => vec![kpi.years.concat()],
            };
            for (at, line) in lines.into_iter().enumerate() {
                rows.push([self.named(made, kpi, above, at == 0), line].concat());
            }
            above = Some(kpi);
        }
        rows
    }

    /// The names at the start of a row. Of merged cells only the first has its text, and one that differs from
    /// what stands above it ends all merged cells right of it.
    fn named(&self, made: &Made, kpi: &MadeKpi, above: Option<&MadeKpi>, is_first: bool) -> Vec<String> {
        let same =
            above.map_or(0, |above| kpi.path.iter().zip(&above.path).take_while(|(a, b)| a == b).count());
        let blank = if !self.is_merged {
            0
        } else if is_first {
            same
        } else {
            made.depth + 1
        };
        let mut names: Vec<String> = kpi.path.iter().chain([&kpi.name]).cloned().collect();
        names[..blank].fill(String::new());
        let unit = if self.is_merged && !is_first { "" } else { kpi.unit };
        names.extend(made.has_unit.then(|| unit.to_owned()));
        names
    }
}
