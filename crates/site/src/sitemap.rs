//! sitemap.xml: every page of a site with its other languages, for search engines. It knows no plan.

use nendo_chart::escaped;

use crate::pages::Listed;
use crate::route::{self, SitePath};

/// What one file may hold, by the protocol of sitemaps: 50,000 addresses, and 50 MB of which a little is kept for its frame.
const MOST_URLS: usize = 50_000;
const MOST_BYTES: usize = 49_000_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The files: one sitemap, or an index of several. `tags` are the languages that a page of several paths has them in.
pub(crate) fn sitemap(base: &str, tags: &[&str], listed: &[&Listed]) -> Vec<(SitePath, Vec<u8>)> {
    let entries: Vec<String> = listed.iter().flat_map(|page| entries(base, tags, page)).collect();
    let mut parts = parts(&entries, MOST_URLS, MOST_BYTES);
    if parts.len() == 1 {
        return parts.pop().map(|part| (route::sitemap(None), part.into_bytes())).into_iter().collect();
    }
    let numbered = parts.into_iter().zip(1..);
    let mut files: Vec<_> =
        numbered.map(|(part, at)| (route::sitemap(Some(at)), part.into_bytes())).collect();
    let named = files.iter().map(|(path, _)| element("sitemap", &element("loc", &address(base, path))));
    let index = format!(
        "{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</sitemapindex>\n",
        named.collect::<String>()
    );
    files.push((route::sitemap(None), index.into_bytes()));
    files
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

/// The entries in as few files as may hold them.
fn parts(entries: &[String], most_urls: usize, most_bytes: usize) -> Vec<String> {
    let mut parts: Vec<(usize, String)> = vec![(0, String::new())];
    for entry in entries {
        let is_full = |(urls, text): &(usize, String)| {
            *urls == most_urls || (*urls > 0 && text.len() + entry.len() > most_bytes)
        };
        if parts.last().is_some_and(is_full) {
            parts.push((0, String::new()));
        }
        if let Some((urls, text)) = parts.last_mut() {
            *urls += 1;
            text.push_str(entry);
        }
    }
    let framed = |(_, text): (usize, String)| {
        format!(
            "{HEAD}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
             xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{text}</urlset>\n"
        )
    };
    parts.into_iter().map(framed).collect()
}

#[cfg(test)]
mod tests {
    use nendo_model::Date;

    use super::{Listed, MOST_URLS, SitePath, parts, sitemap};

    fn page(paths: &[&str], published: Option<&str>) -> Listed {
        let paths = paths.iter().map(|path| SitePath::new(*path)).collect();
        Listed { paths, published: published.and_then(Date::read) }
    }

    fn text(bytes: &[u8]) -> &str {
        std::str::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn a_page_names_its_other_languages() {
        let listed = [page(&["index.html"], None), page(&["ja/a.html", "en/a.html"], Some("2024-06-28"))];
        let files = sitemap("https://city.example/a&b", &["ja", "en"], &listed.iter().collect::<Vec<_>>());
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
        let files = sitemap("https://city.example", &["ja"], &pages.iter().collect::<Vec<_>>());
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let urls: Vec<usize> = files.iter().map(|(_, bytes)| text(bytes).matches("<url>").count()).collect();
        assert_eq!(urls, [MOST_URLS, 1, 0]);
        assert!(text(&files[2].1).contains("<loc>https://city.example/sitemap-2.xml</loc>"));
    }

    #[test]
    fn a_file_is_no_longer_than_it_may_be() {
        let entries = ["four", "five", "sixsix", "7"].map(str::to_owned);
        let bodies = parts(&entries, 9, 8);
        assert_eq!(bodies.len(), 2);
        assert!(bodies[0].contains("fourfive<") && bodies[1].contains("sixsix7<"), "{bodies:?}");
    }
}
