//! What may be a slug or an id: a part of URLs and file names on every system, and no name that a
//! site needs for a page of its own.

use nendo_model::Case;

/// Names of pages and folders that every site of a year has.
const PAGES: [&str; 11] = [
    "index",
    "plan",
    "behind",
    "kpis",
    "sections",
    "report",
    "data",
    "about",
    "accessibility",
    "assets",
    "404",
];

/// What is wrong with the slug of a top level.
pub(crate) fn fault_of_slug(slug: &str) -> Option<Case> {
    fault(slug, is_slug, is_reserved)
}

/// What is wrong with the id of a KPI.
pub(crate) fn fault_of_id(id: &str) -> Option<Case> {
    fault(id, is_id, is_reserved)
}

/// What is wrong with the name of a plan's folder.
pub(crate) fn fault_of_folder(name: &str) -> Option<Case> {
    fault(name, is_folder, is_reserved_folder)
}

fn fault(text: &str, is_sound: fn(&str) -> bool, is_taken: fn(&str) -> bool) -> Option<Case> {
    let value = text.to_owned();
    if !is_sound(text) {
        Some(Case::BadSlug { value })
    } else if is_taken(text) {
        Some(Case::ReservedId { value })
    } else {
        None
    }
}

/// Whether a text can be the slug of a top level: `[a-z][a-z0-9]*`.
fn is_slug(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(is_letter)
}

/// Whether a text can be an id: slug and further parts, joined by hyphens.
fn is_id(text: &str) -> bool {
    let mut parts = text.split('-');
    parts.next().is_some_and(is_slug) && parts.all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

/// Whether a text can be the name of a plan's folder: `[a-z0-9][a-z0-9-]*`.
fn is_folder(text: &str) -> bool {
    text.bytes().next().is_some_and(is_letter) && text.bytes().all(|byte| is_letter(byte) || byte == b'-')
}

/// Whether an id is taken by a page of the site or a device of Windows.
fn is_reserved(id: &str) -> bool {
    PAGES.contains(&id) || is_device(id)
}

/// Whether a plan's folder cannot have this name: the assets of all plans stand beside the plans.
fn is_reserved_folder(name: &str) -> bool {
    name == "assets" || is_device(name)
}

/// Windows opens a device for a file of this name, whatever its extension.
fn is_device(name: &str) -> bool {
    let numbered =
        |device| name.strip_prefix(device).is_some_and(|number: &str| number.len() == 1 && is_number(number));
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::{is_folder, is_id, is_reserved, is_slug};

    #[test]
    fn slugs_are_lower_case_words() {
        assert!(is_slug("service") && is_slug("p1"));
        for bad in ["", "1a", "Service", "a-b", "a_b", "サービス", "a b"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn ids_are_slugs_and_numbers() {
        assert!(is_id("service-1-1") && is_id("service") && is_id("a-b2"));
        for bad in ["", "service-", "-1", "service--1", "1-a", "service-①"] {
            assert!(!is_id(bad), "{bad}");
        }
        assert!(is_folder("dx") && is_folder("2040-vision"));
        for bad in ["", "-dx", "DX", "d.x", "計画"] {
            assert!(!is_folder(bad), "{bad}");
        }
    }

    #[test]
    fn pages_and_devices_are_reserved() {
        for name in ["index", "404", "kpis", "con", "com0", "lpt9"] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["service", "com", "com10", "lpta", "index-1"] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
