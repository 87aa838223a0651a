//! sitemap.xml: every page of a site with its other languages, for search engines. It knows no plan.

use nendo_chart::escaped;

use crate::pages::Listed;
use crate::route::{self, SitePath};

/// What one file holds. The protocol of sitemaps allows 50,000 addresses and 50 MB; a fifth of the addresses is as good, and light on memory.
const MOST_URLS: usize = 10_000;
const MOST_BYTES: usize = 49_000_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Puts the files down one after another: one sitemap, or several and an index of them. `tags` are the languages that a page of several
/// paths has them in.
pub(crate) fn sitemap(base: &str, tags: &[&str], listed: &[&Listed], mut put: impl FnMut(SitePath, Vec<u8>)) {
    let entries = listed.iter().flat_map(|page| entries(base, tags, page));
    let mut parts = parts(entries, MOST_URLS, MOST_BYTES).peekable();
    let mut named = String::new();
    for at in 1.. {
        let Some(part) = parts.next() else { break };
        if at == 1 && parts.peek().is_none() {
            return put(route::sitemap(None), part.into_bytes());
        }
        let path = route::sitemap(Some(at));
        named += &element("sitemap", &element("loc", &address(base, &path)));
        put(path, part.into_bytes());
    }
    let index = format!(
        "{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{named}</sitemapindex>\n"
    );
    put(route::sitemap(None), index.into_bytes());
}

/// An entry for each path of a page, which names them all.
fn entries<'a>(base: &'a str, tags: &'a [&str], page: &'a Listed) -> impl Iterator<Item = String> + 'a {
    let Listed { paths, published } = page;
    let link = |tag: &str, path: &SitePath| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", address(base, path))
    };
    let mut alternates = String::new();
    if paths.len() > 1 {
        alternates.extend(tags.iter().zip(paths).map(|(tag, path)| link(tag, path)));
        alternates.extend(paths.first().map(|first| link("x-default", first)));
    }
    let changed = published.map(|date| element("lastmod", &date.to_string())).unwrap_or_default();
    paths.iter().map(move |path| {
        element("url", &format!("{}{changed}{alternates}", element("loc", &address(base, path))))
    })
}

fn element(name: &str, content: &str) -> String {
    let end = if name == "url" || name == "sitemap" { "\n" } else { "" };
    format!("<{name}>{content}</{name}>{end}")
}

fn address(base: &str, path: &SitePath) -> String {
    escaped(&path.at(base))
}

/// The entries in as few files as may hold them, each made when it is asked for.
fn parts(
    entries: impl Iterator<Item = String>,
    most_urls: usize,
    most_bytes: usize,
) -> impl Iterator<Item = String> {
    let mut entries = entries.peekable();
    std::iter::from_fn(move || {
        let mut text = entries.next()?;
        let mut urls = 1;
        while let Some(entry) =
            entries.next_if(|entry| urls < most_urls && text.len() + entry.len() <= most_bytes)
        {
            text.push_str(&entry);
            urls += 1;
        }
        Some(format!(
            "{HEAD}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
             xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{text}</urlset>\n"
        ))
    })
}

#[cfg(test)]
mod tests {
    use nendo_model::Date;

    use super::{Listed, MOST_URLS, SitePath, parts, sitemap};

    fn page(paths: &[&str], published: Option<&str>) -> Listed {
        let paths = paths.iter().map(|path| SitePath::new(*path)).collect();
        Listed { paths, published: published.and_then(Date::read) }
    }

    fn files(base: &str, tags: &[&str], listed: &[Listed]) -> Vec<(SitePath, Vec<u8>)> {
        let mut files = Vec::new();
        sitemap(base, tags, &listed.iter().collect::<Vec<_>>(), |path, bytes| files.push((path, bytes)));
        files
    }

    fn text(bytes: &[u8]) -> &str {
        std::str::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn a_page_names_its_other_languages() {
        let listed = [page(&["index.html"], None), page(&["ja/a.html", "en/a.html"], Some("2024-06-28"))];
        let files = files("https://city.example/a&b", &["ja", "en"], &listed);
        let [(path, bytes)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(path.as_str(), "sitemap.xml");
        let alternates = "<lastmod>2024-06-28</lastmod>\
            <xhtml:link rel=\"alternate\" hreflang=\"ja\" href=\"https://city.example/a&amp;b/ja/a.html\"/>\
            <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://city.example/a&amp;b/en/a.html\"/>\
            <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://city.example/a&amp;b/ja/a.html\"/>";
        let expected = format!(
            "<url><loc>https://city.example/a&amp;b/index.html</loc></url>\n\
             <url><loc>https://city.example/a&amp;b/ja/a.html</loc>{alternates}</url>\n\
             <url><loc>https://city.example/a&amp;b/en/a.html</loc>{alternates}</url>\n</urlset>\n"
        );
        assert!(text(bytes).ends_with(&expected), "{}", text(bytes));
    }

    #[test]
    fn what_one_file_cannot_hold_is_in_several() {
        let pages: Vec<Listed> = (0..=MOST_URLS).map(|at| page(&[&format!("{at}.html")], None)).collect();
        let files = files("https://city.example", &["ja"], &pages);
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let urls: Vec<usize> = files.iter().map(|(_, bytes)| text(bytes).matches("<url>").count()).collect();
        assert_eq!(urls, [MOST_URLS, 1, 0]);
        assert!(text(&files[2].1).contains("<loc>https://city.example/sitemap-2.xml</loc>"));
    }

    #[test]
    fn a_file_is_no_longer_than_it_may_be() {
        let entries = ["four", "five", "sixsix", "7"].map(str::to_owned);
        let bodies: Vec<String> = parts(entries.into_iter(), 9, 8).collect();
        assert_eq!(bodies.len(), 2);
        assert!(bodies[0].contains("fourfive<") && bodies[1].contains("sixsix7<"), "{bodies:?}");
    }
}
