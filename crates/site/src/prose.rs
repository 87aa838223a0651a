//! Prose pages of the content folder: `pages/about.ja.md`. It turns Markdown into HTML and knows
//! neither plan nor template.

mod marks;
mod paragraphs;

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Origin, Problem};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use walkdir::{DirEntry, WalkDir};

use self::marks::Marks;
use self::paragraphs::Paragraphs;
use crate::route;
use crate::text;

/// A page of prose in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prose {
    /// Its first heading, as text.
    pub(crate) title: String,
    /// What follows that heading, as HTML.
    pub(crate) html: String,
    /// The same as plain text.
    pub(crate) paragraphs: Vec<String>,
    /// The language it is written in.
    pub(crate) language: String,
}

/// The pages of prose: by name, then by language.
pub(crate) type ProsePages = BTreeMap<String, BTreeMap<String, Prose>>;

/// Reads `pages/NAME.LANG.md` for these languages. A page that the first language has and another
/// lacks is shown in the first, and is a warning.
pub(crate) fn prose(content: &Path, languages: &[String]) -> Checked<ProsePages> {
    let folder = content.join("pages");
    let mut pages = ProsePages::new();
    let mut problems = Vec::new();
    if !folder.exists() {
        return Checked { value: pages, problems };
    }
    for entry in WalkDir::new(&folder).min_depth(1).max_depth(1).sort_by_file_name() {
        match entry {
            Err(error) => {
                let case = Case::Io { message: error.to_string() };
                problems.push(Problem { case, origin: Origin::file("pages") });
            }
            Ok(entry) if entry.file_name().to_string_lossy().starts_with(['.', '~']) => {}
            Ok(entry) => match page(&entry, languages) {
                Ok((name, page)) => {
                    pages.entry(name).or_default().insert(page.language.clone(), page);
                }
                Err(problem) => problems.push(problem),
            },
        }
    }
    fill_in(&mut pages, languages, &mut problems);
    Checked { value: pages, problems }
}

/// A page and its name.
fn page(entry: &DirEntry, languages: &[String]) -> Result<(String, Prose), Problem> {
    let file = entry.file_name().to_string_lossy();
    let problem = |case| Problem { case, origin: Origin::file(format!("pages/{file}")) };
    let unused = || problem(Case::UnusedFile { value: file.clone().into_owned() });
    let (name, language) = page_name(&file, languages).ok_or_else(unused)?;
    if route::is_taken(name) {
        return Err(problem(Case::ReservedId { value: name.to_owned() }));
    }
    let bytes = std::fs::read(entry.path());
    let bytes = bytes.map_err(|error| problem(Case::Io { message: error.to_string() }))?;
    let text = text::decode(&bytes).map_err(problem)?;
    Ok((name.to_owned(), render(text, name, language)))
}

/// Gives each language that lacks a page that of the first language which has it.
fn fill_in(pages: &mut ProsePages, languages: &[String], problems: &mut Vec<Problem>) {
    for (name, versions) in pages {
        let Some(first) = languages.iter().find_map(|language| versions.get(language)).cloned() else {
            continue;
        };
        for language in languages {
            if versions.contains_key(language) {
                continue;
            }
            let value = format!("pages/{name}.{language}.md");
            let origin = Origin::file(value.clone());
            problems.push(Problem { case: Case::MissingPage { value }, origin });
            versions.insert(language.clone(), first.clone());
        }
    }
}

fn page_name<'a>(file: &'a str, languages: &'a [String]) -> Option<(&'a str, &'a str)> {
    let (name, language) = file.strip_suffix(".md")?.rsplit_once('.')?;
    let safe = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let language = languages.iter().find(|tag| *tag == language)?;
    (!name.is_empty() && name.chars().all(safe)).then_some((name, language))
}

/// Raw HTML is shown as the text it is.
fn render(markdown: &str, name: &str, language: &str) -> Prose {
    let mut title = String::new();
    let mut in_title = false;
    let mut marks = Marks::default();
    let mut paragraphs = Paragraphs::default();
    let mut body = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        if !in_title {
            paragraphs.read(&event);
        }
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if title.is_empty() => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) if in_title => in_title = false,
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) if in_title => {
                title.push_str(&text);
            }
            _ if in_title => {}
            Event::Html(raw) | Event::InlineHtml(raw) => body.push(Event::Text(raw)),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = if is_safe_link(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
                body.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            other => body.push(marks.put(other)),
        }
    }
    let mut html = String::new();
    html::push_html(&mut html, body.into_iter());
    if title.is_empty() {
        name.clone_into(&mut title);
    }
    Prose { title, html, paragraphs: paragraphs.done(), language: language.to_owned() }
}

/// A link that cannot run a script: relative, or of a scheme that names a place.
fn is_safe_link(url: &str) -> bool {
    let scheme = url.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _)) => {
            ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str())
        }
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn the_first_heading_is_the_title() {
        let page = render("# 評価 `A`\n\ntext\n\n## 二\n", "about", "ja");
        assert_eq!(page.title, "評価 A");
        assert_eq!(page.html, "<p>text</p>\n<h2 id=\"part-1\">二</h2>\n");
        assert_eq!(page.paragraphs, ["text", "二"]);
    }

    #[test]
    fn paragraphs_are_plain_text() {
        let page =
            render("# A\n\na *b*\n`c`\n\n- d\n- e\n\n| f | g |\n|---|---|\n| <b> | [i](j) |\n", "n", "en");
        assert_eq!(page.paragraphs, ["a b\nc", "d", "e", "f", "g", "<b>", "i"]);
    }

    #[test]
    fn a_link_in_the_title_is_its_text() {
        let page = render("# About [nendo](a.html) <b>x\n\ntext\n", "about", "en");
        assert_eq!((page.title.as_str(), page.html.as_str()), ("About nendo <b>x", "<p>text</p>\n"));
    }

    #[test]
    fn a_table_is_named_by_its_heading_and_has_scopes() {
        let table = "| a | b |\n|---|--:|\n| x | 1 |\n";
        let html = render(&format!("# A\n\n{table}\n## B\n\n{table}"), "n", "ja").html;
        for id in ["title", "part-1"] {
            let opening =
                format!("tabindex=\"0\" aria-labelledby=\"{id}\">\n<table aria-labelledby=\"{id}\">");
            assert!(html.contains(&opening), "{html}");
        }
        let cells = "<th scope=\"col\">a</th><th scope=\"col\" class=\"number\">b</th></tr></thead><tbody>\n\
                     <tr><td>x</td><td class=\"number\">1</td></tr>\n</tbody></table>\n</div>";
        assert_eq!(html.matches(cells).count(), 2, "{html}");
    }

    #[test]
    fn raw_html_and_script_links_are_harmless() {
        let page =
            render("a <b onclick=x> [x](javascript:alert(1)) [y](a.html)\n\n<script>x</script>\n", "n", "ja");
        assert!(!page.html.contains("<script"), "{}", page.html);
        assert!(!page.html.contains("<b "), "{}", page.html);
        assert!(!page.html.contains("javascript:"), "{}", page.html);
        assert!(page.html.contains("href=\"a.html\""), "{}", page.html);
    }
}
