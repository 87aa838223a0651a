//! Edits of a theme on disk, which replaces files of the default one.

use std::fs;
use std::path::Path;

use crate::files::Files;
use crate::ground::THEME;
use crate::synthetic::chance::Chance;
use crate::table::pick;

/// A file that is the default theme's with a text in place of another, or one after the end of it.
const CHANGED: [(&str, &str, &str); 10] = [
    ("templates/base.html", "</footer>", "<p>Added</p></footer>"),
    ("templates/base.html", "<main", "<main data-added"),
    ("templates/summary.html", "</section>", "<p>Added</p></section>"),
    ("templates/branch.html", "</section>", "<p>Added</p></section>"),
    ("templates/timeline.html", "</section>", "<p>Added</p></section>"),
    ("templates/front.html", "</section>", "<p>Added</p></section>"),
    ("templates/data.html", "{{", "{{ no_such_value."),
    ("templates/kpis.html", "{%", "{% no such tag"),
    ("static/style.css", "", "\n.added { color: var(--text); }\n"),
    ("chart.css", "", "\n.added { opacity: 1; }\n"),
];

/// A file that is new, or of lines that replace others.
const ADDED: [(&str, &str); 10] = [
    ("colours.toml", "[light]\nlink = \"#0c472a\"\naccent = \"#0c472a\"\n"),
    ("colours.toml", "[light]\nchart-actual = \"#4f9a80\"\n"),
    ("colours.toml", "[light]\nlink = \"#3dae6b\"\n"),
    ("i18n/en.ftl", "nav-kpis = Indicators\n"),
    ("i18n/ja.ftl", "nav-kpis = 指標の一覧\n"),
    ("i18n/en.ftl", "no such line\n"),
    ("i18n/units.toml", "\"件\".en = { one = \"item\", other = \"items\" }\n"),
    (
        "static/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>\n",
    ),
    (
        "static/icon.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path d=\"M7 25v-8h5v8z\"/></svg>\n",
    ),
    ("static/fonts/added.txt", "A file of the city's own.\n"),
];

/// A file of the theme is added, changed or removed.
pub(crate) fn theme(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let own: Vec<String> = inputs.keys().filter(|path| path.starts_with(THEME)).cloned().collect();
    match chance.below(5) {
        0 => {
            let path = pick(chance, &own)?;
            inputs.remove(path);
            Some(format!("without {path}"))
        }
        1..3 => {
            let (name, text) = pick(chance, &ADDED)?;
            inputs.insert(format!("{THEME}{name}"), text.as_bytes().to_vec());
            Some(format!("{THEME}{name} is {text:?}"))
        }
        _ => {
            let (name, from, to) = pick(chance, &CHANGED)?;
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../themes/default").join(name);
            let text = fs::read_to_string(file).expect("a file of the default theme");
            let text = if from.is_empty() { text + to } else { text.replacen(from, to, 1) };
            inputs.insert(format!("{THEME}{name}"), text.into_bytes());
            Some(format!("{THEME}{name} with {to:?}"))
        }
    }
}
