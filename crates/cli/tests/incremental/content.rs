//! Edits of the files of a content folder: years and plans come and go, translations, units and prose change.

use crate::files::Files;
use crate::ground::CONTENT;
use crate::synthetic::chance::Chance;
use crate::table::{Table, pick, tables};

/// A fiscal year's table is removed, or the next year's is made from the newest.
pub(crate) fn year(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let paths: Vec<String> = tables(inputs).into_iter().cloned().collect();
    let path = pick(chance, &paths)?;
    if paths.len() > 1 && chance.below(2) == 0 {
        inputs.remove(path);
        return Some(format!("without {path}"));
    }
    let mut table = Table::read(path, inputs)?;
    let (folder, name) = path.rsplit_once('/')?;
    let next = name.strip_suffix(".csv")?.parse::<u16>().ok()? + 1;
    table.path = format!("{folder}/{next}.csv");
    if !table.header.contains(&format!("{next}年度")) {
        table.header.push(format!("{next}年度"));
        for row in table.kpis.iter_mut().flat_map(|kpi| &mut kpi.rows) {
            let value = row.get(row.len().checked_sub(2)?)?.clone();
            row.push(value);
        }
    }
    let told = if inputs.contains_key(&table.path) { "again as" } else { "also as" };
    table.save(inputs);
    Some(format!("{path} {told} {next}.csv"))
}

/// A plan's folder is renamed, removed, or copied as another plan.
pub(crate) fn plan(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let slugs = plans(inputs);
    let slug = pick(chance, &slugs)?;
    let from = format!("{CONTENT}plans/{slug}/");
    let files: Files = inputs.iter().filter(|(path, _)| path.starts_with(&from)).map(clone).collect();
    let kind = chance.below(3);
    if kind == 0 && slugs.len() == 1 {
        return None;
    }
    if kind < 2 {
        inputs.retain(|path, _| !path.starts_with(&from));
    }
    if kind == 0 {
        return Some(format!("without plan {slug}"));
    }
    // Names before and after the others, one that an old plan may have had, and one that cannot be.
    let new = *pick(chance, &["aa", "zz", "plan-000", "plan-001", "next", "assets", "Ünfug"])?;
    for (path, bytes) in files {
        inputs.insert(path.replace(&from, &format!("{CONTENT}plans/{new}/")), bytes);
    }
    Some(format!("plan {slug} {} {new}", if kind == 1 { "is called" } else { "also as" }))
}

/// A translation changes, is added, blank or removed; or the whole file.
pub(crate) fn translation(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let path = format!("{CONTENT}translations.csv");
    let text = String::from_utf8(inputs.get(&path)?.clone()).ok()?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = 1 + chance.below(lines.len() - 1);
    let (ja, _) = lines[at].rsplit_once(',')?;
    let (line, told) = match chance.below(12) {
        0 => (None, "is removed".to_owned()),
        1 => {
            inputs.remove(&path);
            return Some("without translations.csv".to_owned());
        }
        2 => (Some(format!("{ja},")), "is blank".to_owned()),
        3 => (Some(format!("{ja},\"<b>\u{202e}“{{{{ x }}}}” & 'y'</b>\"")), "is hostile".to_owned()),
        4 => (Some(format!("{ja},Other\n新しい指標,New KPI")), "is other, and there is one more".to_owned()),
        _ => {
            let en = format!("Another text, {} times", ["two", "three", "four"][chance.below(3)]);
            (Some(format!("{ja},\"{en}\"")), format!("is {en:?}"))
        }
    };
    match line {
        Some(line) => lines[at] = line,
        None => drop(lines.remove(at)),
    }
    inputs.insert(path, (lines.join("\n") + "\n").into_bytes());
    Some(format!("the translation of row {} {told}", at + 1))
}

/// Words for counters.
pub(crate) fn units(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let path = format!("{CONTENT}units.csv");
    let text = pick(
        chance,
        &[
            "",
            "unit,en-one,en-other\n窓口,desk,desks\n",
            "unit,en-one,en-other\n件,item,items\n窓口,desk,desks\n",
            "unit,en-one,en-other\n人,head,heads\n箇所,spot,<spots>\n",
            "unit,en-one\n件,item\n",
        ],
    )?;
    if text.is_empty() {
        inputs.remove(&path)?;
        return Some("without units.csv".to_owned());
    }
    inputs.insert(path, text.as_bytes().to_vec());
    Some(format!("units.csv is {text:?}"))
}

/// Pages of prose come, change and go, each in one language or in both.
pub(crate) fn prose(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let name = pick(chance, &["about", "contact", "accessibility", "service", "kpis"])?;
    let languages: &[&str] = pick(chance, &[&["ja", "en"][..], &["ja"], &["en"]])?;
    let text = *pick(
        chance,
        &[
            "",
            "# 見出し\n\n新しい文章です。\n",
            "# A heading\n\nAnother text, with a [link](about.html).\n\n- one\n- two\n",
            "# A heading\n\nA [dead link](nowhere.html), <b>HTML</b> and `{{ code }}`.\n",
            "No heading at all.\n",
        ],
    )?;
    let mut changed = Vec::new();
    for language in languages {
        let path = format!("{CONTENT}pages/{name}.{language}.md");
        if text.is_empty() {
            changed.extend(inputs.remove(&path).map(|_| path));
        } else {
            inputs.insert(path.clone(), text.as_bytes().to_vec());
            changed.push(path);
        }
    }
    let told = if text.is_empty() { "removed".to_owned() } else { format!("are {text:?}") };
    (!changed.is_empty()).then(|| format!("{} {told}", changed.join(", ")))
}

/// A table is saved again by another program: the text stays, the bytes do not.
pub(crate) fn saved_again(chance: &mut Chance, inputs: &mut Files) -> Option<String> {
    let paths: Vec<String> = tables(inputs).into_iter().cloned().collect();
    let path = pick(chance, &paths)?;
    let text = String::from_utf8(inputs.get(path)?.clone()).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    let (bytes, told) = match chance.below(4) {
        0 => ([&b"\xEF\xBB\xBF"[..], text.as_bytes()].concat(), "UTF-8 with a mark"),
        1 => (text.replace('\n', "\r\n").into_bytes(), "CR LF"),
        2 => (encoding_rs::SHIFT_JIS.encode(&text.replace('—', "―")).0.into_owned(), "Windows-31J"),
        _ => (text.as_bytes()[..text.len() / 2].to_vec(), "cut in the middle"),
    };
    inputs.insert(path.clone(), bytes);
    Some(format!("{path} is saved as {told}"))
}

/// The folders of plans.
pub(crate) fn plans(inputs: &Files) -> Vec<String> {
    let slugs = tables(inputs).into_iter().filter_map(|path| path.split('/').nth(2).map(str::to_owned));
    let mut slugs: Vec<String> = slugs.collect();
    slugs.dedup();
    slugs
}

fn clone((path, bytes): (&String, &Vec<u8>)) -> (String, Vec<u8>) {
    (path.clone(), bytes.clone())
}
