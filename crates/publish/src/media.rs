//! Of what kind a file is, by its name: what a server has to say of it.

use mime_guess::Mime;

/// Names that are said too, beside those that are registered.
const ALSO: [(&str, &str); 5] = [
    ("text/javascript", "application/javascript"),
    ("text/xml", "application/xml"),
    ("application/zip", "application/x-zip-compressed"),
    ("image/x-icon", "image/vnd.microsoft.icon"),
    ("font/woff2", "application/font-woff2"),
];

/// The type of a file, without parameters; none where its name does not tell.
pub(crate) fn expected(path: &str) -> Option<Mime> {
    mime_guess::from_path(path).first()
}

/// Whether a type that a server says may be that of a file.
pub(crate) fn fits(path: &str, said: &str) -> bool {
    let guesses = mime_guess::from_path(path);
    let is_said = |name: &str| name.eq_ignore_ascii_case(said);
    guesses.is_empty()
        || guesses.iter().any(|guess| is_said(guess.essence_str()))
        || ALSO.iter().any(|(one, other)| {
            let meant = |name: &str| guesses.iter().any(|guess| guess.essence_str() == name);
            (is_said(one) && meant(other)) || (is_said(other) && meant(one))
        })
}

/// Whether a file is text, which needs to be said to be in UTF-8 and is worth being compressed.
pub(crate) fn is_text(path: &str) -> bool {
    expected(path).is_some_and(|kind| {
        let name = kind.subtype().as_str();
        let suffix = kind.suffix().map(|suffix| suffix.as_str());
        kind.type_() == "text"
            || matches!(name, "json" | "javascript" | "xml")
            || matches!(suffix, Some("json" | "xml"))
    })
}

/// Whether the name of a file has a part of the hash of its bytes, so that it never changes: `kpis.0a1b2c3d.js`.
pub(crate) fn is_kept(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut parts = name.rsplit('.');
    let (Some("css" | "js"), Some(hash), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    hash.len() == 8 && hash.bytes().all(|letter| matches!(letter, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_known_by_the_name() {
        for (path, kind) in [
            ("index.html", "text/html"),
            ("data/dx.csv", "text/csv"),
            ("a.json", "application/json"),
            ("dcat.jsonld", "application/ld+json"),
            ("a.svg", "image/svg+xml"),
            ("a.zip", "application/zip"),
            ("site.webmanifest", "application/manifest+json"),
        ] {
            assert_eq!(expected(path).expect("a type").essence_str(), kind, "{path}");
        }
        assert_eq!(expected("LICENSE"), None);
    }

    #[test]
    fn a_type_may_have_two_names() {
        assert!(fits("a.js", "text/javascript") && fits("a.js", "application/javascript"));
        assert!(fits("sitemap.xml", "application/xml") && fits("sitemap.xml", "text/xml"));
        assert!(fits("LICENSE", "text/plain"));
        assert!(!fits("a.csv", "text/plain") && !fits("a.csv", "application/octet-stream"));
    }

    #[test]
    fn text_is_told_from_other_files() {
        for path in ["a.html", "a.css", "a.js", "a.csv", "a.json", "a.jsonld", "a.svg", "a.txt", "a.xml"] {
            assert!(is_text(path), "{path}");
        }
        for path in ["a.png", "a.zip", "a.woff2", "LICENSE"] {
            assert!(!is_text(path), "{path}");
        }
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept() {
        assert!(is_kept("assets/kpis.0a1b2c3d.js") && is_kept("dx/2023/assets/site.00000000.css"));
        for path in [
            "index.html",
            "assets/kpis.js",
            "assets/kpis.0A1B2C3D.js",
            "a.0a1b2c3.js",
            "0a1b2c3d.js",
            "a.0a1b2c3d.svg",
        ] {
            assert!(!is_kept(path), "{path}");
        }
    }
}
