//! Prose pages of the content folder: `pages/about.ja.md`. It turns Markdown into HTML and knows
//! neither plan nor template.

mod links;
mod marks;
mod paragraphs;

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Origin, Problem, is_left_over};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use walkdir::{DirEntry, WalkDir};

pub(crate) use self::links::Link;
use self::links::Links;
use self::marks::Marks;
use self::paragraphs::Paragraphs;
use crate::config::{Config, RawHtml};
use crate::inert::inert;
use crate::route;
use crate::text;

/// A page of prose in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Prose {
    /// Its first heading, as text.
    pub(crate) title: String,
    /// What follows that heading, as HTML.
    pub(crate) html: String,
    /// The same as plain text.
    pub(crate) paragraphs: Vec<String>,
    /// The language it is written in.
    pub(crate) language: String,
    /// Its links to files of the site, which may be there or not.
    pub(crate) links: Vec<Link>,
}

/// The pages of prose: by name, then by language.
pub(crate) type ProsePages = BTreeMap<String, BTreeMap<String, Prose>>;

/// Reads `pages/NAME.LANG.md` for the languages of the site. A page that the first language has and another
/// lacks is shown in the first, and is a warning.
pub(crate) fn prose(content: &Path, config: &Config) -> Checked<ProsePages> {
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
            Ok(entry) if is_beside(&entry.file_name().to_string_lossy()) => {}
            Ok(entry) => match page(&entry, config) {
                Ok((name, page)) => {
                    let page = page.unload(&mut problems);
                    pages.entry(name).or_default().insert(page.language.clone(), page);
                }
                Err(problem) => problems.push(problem),
            },
        }
    }
    fill_in(&mut pages, &config.languages, &mut problems);
    Checked { value: pages, problems }
}

/// Whether a file is no page, and nobody means it to be one.
fn is_beside(name: &str) -> bool {
    name.starts_with('.') || is_left_over(name)
}

/// A page and its name.
fn page(entry: &DirEntry, config: &Config) -> Result<(String, Checked<Prose>), Problem> {
    let file = entry.file_name().to_string_lossy();
    let path = format!("pages/{file}");
    let problem = |case| Problem { case, origin: Origin::file(&*path) };
    let unused = || problem(Case::UnusedFile { value: file.clone().into_owned() });
    let (name, language) = page_name(&file, &config.languages).ok_or_else(unused)?;
    if route::is_taken(name) {
        return Err(problem(Case::ReservedId { value: name.to_owned() }));
    }
    let bytes = std::fs::read(entry.path());
    let bytes = bytes.map_err(|error| problem(Case::Io { message: error.to_string() }))?;
    let text = text::decode(&bytes).map_err(problem)?;
    Ok((name.to_owned(), render(text, &path, name, language, config.raw_html)))
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

/// The page that a Markdown text makes, and what of its links may not be.
fn render(markdown: &str, file: &str, name: &str, language: &str, raw_html: RawHtml) -> Checked<Prose> {
    let mut title = String::new();
    let mut in_title = false;
    let mut marks = Marks::default();
    let mut links = Links { markdown, file, inside: Vec::new(), open: Vec::new(), problems: Vec::new() };
    let mut paragraphs = Paragraphs::default();
    let mut body = Vec::new();
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    for (event, at) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if title.is_empty() => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) if in_title => in_title = false,
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) if in_title => {
                title.push_str(&text);
            }
            _ if in_title => {}
            event => {
                let event = match event {
                    Event::Html(raw) | Event::InlineHtml(raw) if raw_html == RawHtml::Shown => {
                        Event::Text(raw)
                    }
                    other => other,
                };
                let event = harmless(event);
                let Some(event) = links.checked(event, at.start) else { continue };
                paragraphs.read(&event);
                body.push(marks.put(event));
            }
        }
    }
    let mut html = String::new();
    html::push_html(&mut html, body.into_iter());
    if title.is_empty() {
        name.clone_into(&mut title);
    }
    let Links { inside: links, problems, .. } = links;
    Checked {
        value: Prose { title, html, paragraphs: paragraphs.done(), language: language.to_owned(), links },
        problems,
    }
}

/// A part of the text, in which everything that someone typed is [`inert`].
fn harmless(event: Event<'_>) -> Event<'_> {
    let inert = |said: CowStr<'_>| CowStr::from(inert(&said).into_owned());
    match event {
        Event::Text(said) => Event::Text(inert(said)),
        Event::Code(said) => Event::Code(inert(said)),
        Event::FootnoteReference(name) => Event::FootnoteReference(inert(name)),
        Event::Start(tag) => Event::Start(match tag {
            Tag::Link { link_type, dest_url, title, id } => {
                Tag::Link { link_type, dest_url, title: inert(title), id }
            }
            Tag::Image { link_type, dest_url, title, id } => {
                Tag::Image { link_type, dest_url, title: inert(title), id }
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(kind)) => Tag::CodeBlock(CodeBlockKind::Fenced(inert(kind))),
            Tag::FootnoteDefinition(name) => Tag::FootnoteDefinition(inert(name)),
            other => other,
        }),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::Checked;

    use super::{Prose, RawHtml};

    fn checked(markdown: &str) -> Checked<Prose> {
        super::render(markdown, "pages/n.ja.md", "n", "ja", RawHtml::Shown)
    }

    fn render(markdown: &str, name: &str, language: &str) -> Prose {
        super::render(markdown, "pages/n.ja.md", name, language, RawHtml::Shown).value
    }

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

    #[test]
    fn whatever_someone_typed_is_inert() {
        let markdown = "a `b\u{202e}\u{1}` [c](d.html \"e\u{202e}\u{1}\") ![f\u{202e}](g.png \"h\u{1}\")[^i\u{1}]\n\n\
                        ```j\u{1}\nk\u{202e}\n```\n\n[^i\u{1}]: l\n";
        let html = render(markdown, "n", "ja").html;
        assert!(!html.contains('\u{1}'), "{html:?}");
        assert!(html.contains("<code>b\u{202e}\u{202c}</code>"), "{html:?}");
        assert_eq!(html.matches('\u{202e}').count(), html.matches('\u{202c}').count(), "{html:?}");
    }

    #[test]
    fn a_link_that_may_not_be_is_text_and_is_told() {
        let markdown = "# T\n\n[a](javascript:x) [b](java&#10;script:x)\n[c](DATA:text/html,x) [d](<&#32;javascript:x>)\n\n\
                        ![e](https://x.example/e.png) ![f](//x.example/f.png) ![g](data:image/png,x)\n";
        let Checked { value, problems } = checked(markdown);
        assert_eq!(value.html, "<p>a b\nc d</p>\n<p>e f g</p>\n");
        let told = problems.iter().map(|problem| (problem.origin.row, problem.case.fields()[1].1));
        let expected = [
            (3, "link"),
            (3, "link"),
            (4, "link"),
            (4, "link"),
            (6, "picture"),
            (6, "picture"),
            (6, "picture"),
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected.map(|(row, kind)| (Some(row), kind)));
        assert_eq!(value.links, []);
    }

    #[test]
    fn links_to_the_site_are_kept_to_be_looked_at() {
        let Checked { value, problems } = checked(
            "[a](kpis.html#x) [b](https://x.example) [c](mailto:a@x.example) [d](/top) <a@x.example> [e](#part-1)\n![f](../assets/f.png)\n",
        );
        assert_eq!(problems, []);
        let links = value.links.iter().map(|link| (link.value.as_str(), link.origin.row));
        assert_eq!(
            links.collect::<Vec<_>>(),
            [("kpis.html#x", Some(1)), ("#part-1", Some(1)), ("../assets/f.png", Some(2))]
        );
        assert!(
            value.html.contains("href=\"kpis.html#x\"")
                && value.html.contains("<img src=\"../assets/f.png\" alt=\"f\"")
        );
    }

    #[test]
    fn raw_html_is_kept_where_a_city_wants_it() {
        let page =
            super::render("a <b>x</b>\n\n<aside>y</aside>\n", "pages/n.ja.md", "n", "ja", RawHtml::Kept);
        assert_eq!(page.value.html, "<p>a <b>x</b></p>\n<aside>y</aside>\n");
    }

    #[test]
    fn names_of_pages_are_names_of_files_on_every_system() {
        let languages = ["ja".to_owned(), "en".to_owned()];
        let name = |file| super::page_name(file, &languages).map(|(name, _)| name);
        assert_eq!(name("about.ja.md"), Some("about"));
        for bad in [
            "../about.ja.md",
            "a\\b.ja.md",
            "a..ja.md",
            ".ja.md",
            "About.ja.md",
            "a b.ja.md",
            "about.fr.md",
            "about.md",
            "a:b.ja.md",
        ] {
            assert_eq!(name(bad), None, "{bad}");
        }
        for taken in ["con", "nul", "com1", "lpt0", "index", "kpis"] {
            assert!(crate::route::is_taken(taken), "{taken}");
        }
    }
}
