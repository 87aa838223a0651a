//! The only place that knows URLs: which page stands at which path, and how one names another.

use std::path::Path;

use nendo_model::FiscalYear;

use crate::hash::hash;

/// The folder of the open data of a year.
const DATA: &str = "data";

/// The path of a file of the site, relative to its root, with `/` between folders. Every part is
/// made of ids, years, language tags and file names that were checked, so that it cannot leave the
/// root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a page stands there, and not data or an asset.
    pub(crate) fn is_page(&self) -> bool {
        self.is_of_kind("html")
    }

    /// Whether a chart of a year stands there by itself.
    pub(crate) fn is_chart(&self) -> bool {
        self.is_of_kind("svg") && self.0.rsplit('/').nth(1) == Some(DATA)
    }

    /// Whether a table stands there.
    pub(crate) fn is_table(&self) -> bool {
        self.is_of_kind("csv")
    }

    fn is_of_kind(&self, kind: &str) -> bool {
        Path::new(&self.0).extension().is_some_and(|extension| extension == kind)
    }

    /// The name of the file alone.
    pub(crate) fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// A path that was written down; none where it could lead out of the root, or into what is nendo's own there.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.starts_with(".nendo");
        let is_sound = !text.contains(['\\', ':']) && text.split('/').all(is_name);
        is_sound.then(|| Self(text.to_owned()))
    }

    pub(crate) fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// Its address on a site that stands here: `https://www.example.lg.jp/progress/`.
    pub(crate) fn at(&self, base: &str) -> String {
        format!("{}/{}", base.trim_end_matches('/'), self.0)
    }

    /// The file that a relative link on this page names; none where it leaves the site.
    pub(crate) fn resolve(&self, link: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        let steps: Vec<&str> = link.split('/').collect();
        let is_file = !matches!(steps.last(), None | Some(&("" | "." | "..")));
        for step in steps {
            match step {
                "." => {}
                ".." => drop(parts.pop()?),
                step => parts.push(step),
            }
        }
        is_file.then(|| Self(parts.join("/")))
    }

    /// How a link on this page names another file: always relative, always naming the file.
    pub(crate) fn link_to(&self, target: &Self) -> String {
        let folders = |path: &str| path.bytes().filter(|byte| *byte == b'/').count();
        let same = self.0.bytes().zip(target.0.bytes()).take_while(|(here, there)| here == there).count();
        // What both begin with, up to the end of a folder.
        let shared = self.0.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
        ["../".repeat(folders(&self.0[shared..])).as_str(), &target.0[shared..]].concat()
    }
}

/// The choice of plan.
pub(crate) fn home() -> SitePath {
    SitePath::new("index.html")
}

/// What a server shows for an address that is not there.
pub(crate) fn not_found() -> SitePath {
    SitePath::new("404.html")
}

/// The feed of the site in a language.
pub(crate) fn feed(language: &str) -> SitePath {
    SitePath::new(format!("feed.{language}.xml"))
}

/// What search engines are told of the pages; one of several files where one cannot hold them.
pub(crate) fn sitemap(part: Option<usize>) -> SitePath {
    SitePath::new(part.map_or_else(|| "sitemap.xml".to_owned(), |part| format!("sitemap-{part}.xml")))
}

/// What robots may read, where the site stands at the root of its host.
pub(crate) fn robots() -> SitePath {
    SitePath::new("robots.txt")
}

/// A plan: its years.
pub(crate) fn plan(slug: &str) -> SitePath {
    SitePath::new(format!("{slug}/index.html"))
}

/// The choice of language of a year.
pub(crate) fn year(slug: &str, year: FiscalYear) -> SitePath {
    SitePath::new(format!("{slug}/{year}/index.html"))
}

/// A page in a language: of a year, or of all of them.
pub(crate) fn page(slug: &str, year: FiscalYear, language: &str, page: &Page) -> SitePath {
    let file = page.file();
    SitePath::new(match page {
        Page::Kpi(_) => format!("{slug}/{language}/{file}"),
        _ => format!("{slug}/{year}/{language}/{file}"),
    })
}

/// What can be found in a year, in a language, as a script. Its name does not change with what it says, for every page names it.
pub(crate) fn search_index(slug: &str, year: FiscalYear, language: &str) -> SitePath {
    SitePath::new(format!("{slug}/{year}/{language}/search-index.js"))
}

/// A static file of the theme, for the whole site or for one year's self-contained part of it.
pub(crate) fn asset(folder: Option<(&str, FiscalYear)>, name: &str) -> SitePath {
    match folder {
        Some((slug, year)) => SitePath::new(format!("{slug}/{year}/assets/{name}")),
        None => SitePath::new(format!("assets/{name}")),
    }
}

/// A file of open data: of a year, or of all of them.
pub(crate) fn data(slug: &str, year: Option<FiscalYear>, file: &str) -> SitePath {
    SitePath::new(match year {
        Some(year) => format!("{slug}/{year}/{DATA}/{file}"),
        None => format!("{slug}/{DATA}/{file}"),
    })
}

/// A chart of a year as a file of its own, in a language.
pub(crate) fn chart(slug: &str, year: FiscalYear, name: &str, language: &str) -> SitePath {
    data(slug, Some(year), &format!("{name}.{language}.svg"))
}

/// The pages of a plan, each of which stands in every language under the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// まとめ.
    Summary,
    /// 取組体系.
    Structure,
    /// What is behind, and why.
    Behind,
    /// Every KPI in one table.
    Kpis,
    /// A level of the plan, by its id.
    Branch(String),
    /// A KPI across all years, by its id.
    Kpi(String),
    /// The sections that are responsible for KPIs.
    Sections,
    /// The KPIs of one of them, by its name in the table.
    Section(String),
    /// The whole year on one page, for paper.
    Report,
    /// The open data of the year.
    Data,
    /// What is known of the site's accessibility.
    Accessibility,
    /// Prose, by its name.
    Prose(String),
}

/// Whether a page of prose of this name would stand where another page does, or has the name of a
/// device of Windows.
pub(crate) fn is_taken(name: &str) -> bool {
    ["index", "plan", "behind", "kpis", "sections", "report", "data"].contains(&name) || is_device(name)
}

/// Whether a folder of a year or of a plan has this name, or a device of Windows.
pub(crate) fn is_folder_taken(name: &str) -> bool {
    ["assets", DATA].contains(&name) || is_device(name)
}

/// Windows opens a device for a file of this name, whatever its extension.
fn is_device(name: &str) -> bool {
    let is_numbered = |device: &str| {
        let rest = name.strip_prefix(device);
        rest.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    ["con", "prn", "aux", "nul"].contains(&name) || is_numbered("com") || is_numbered("lpt")
}

impl Page {
    /// The page of prose that stands in the place of [`Page::Accessibility`], where a city has written one.
    pub(crate) const ACCESSIBILITY: &str = "accessibility";

    fn file(&self) -> String {
        match self {
            Self::Summary => "index.html".to_owned(),
            Self::Structure => "plan.html".to_owned(),
            Self::Behind => "behind.html".to_owned(),
            Self::Kpis => "kpis.html".to_owned(),
            Self::Sections => "sections.html".to_owned(),
            // The name of a section makes no file name; its hash stays the same from year to year. No other page has an underscore.
            Self::Section(name) => format!("section_{}.html", &hash(name.as_bytes())[..8]),
            Self::Report => "report.html".to_owned(),
            Self::Data => "data.html".to_owned(),
            Self::Accessibility => format!("{}.html", Self::ACCESSIBILITY),
            Self::Branch(name) | Self::Kpi(name) | Self::Prose(name) => format!("{name}.html"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn links_are_relative_and_name_the_file() {
        let link = |from: &str, to: &str| SitePath::new(from).link_to(&SitePath::new(to));
        assert_eq!(link("dx/2023/ja/a.html", "dx/2023/ja/b.html"), "b.html");
        assert_eq!(link("dx/2023/ja/a.html", "dx/2023/en/a.html"), "../en/a.html");
        assert_eq!(link("dx/2023/ja/a.html", "dx/2022/ja/a.html"), "../../2022/ja/a.html");
        assert_eq!(link("dx/2023/ja/a.html", "dx/2023/assets/s.css"), "../assets/s.css");
        assert_eq!(link("dx/2023/ja/a.html", "index.html"), "../../../index.html");
        assert_eq!(link("dx/2023/ja/a.html", "dx/2023/ja2/a.html"), "../ja2/a.html");
        assert_eq!(link("計/a.html", "計画/a.html"), "../計画/a.html");
        assert_eq!(link("index.html", "dx/index.html"), "dx/index.html");
        assert_eq!(link("index.html", "index.html"), "index.html");
    }

    #[test]
    fn a_relative_link_is_resolved_within_the_site() {
        let file = |link: &str| SitePath::new("dx/2023/ja/a.html").resolve(link).map(|path| path.0);
        assert_eq!(file("b.html").as_deref(), Some("dx/2023/ja/b.html"));
        assert_eq!(file("./../en/b.html").as_deref(), Some("dx/2023/en/b.html"));
        assert_eq!(file("../../../index.html").as_deref(), Some("index.html"));
        for lost in ["../../../../x.html", "..", "../", "", "."] {
            assert_eq!(file(lost), None, "{lost}");
        }
    }
}
