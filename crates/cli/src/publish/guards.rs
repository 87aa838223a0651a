//! What a built site must be to be published: no draft, made of the content as it is now, as the build left it, and not before its
//! day. It asks the receipt of the build.

use std::path::Path;

use nendo_model::Date;
use nendo_site::{PublishTarget, Service};

use super::obstacle::Obstacle;
use super::opening;
use crate::output::is_within;
use crate::receipt::Receipt;

/// Where a site is, and what it was made of.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) out: &'a Path,
    pub(super) content: &'a Path,
    pub(super) theme: Option<&'a Path>,
}

/// Looks whether the folder that a target is has nothing to do with those that the site is made of and built in: files of one would
/// be taken for those of the other.
pub(super) fn look_at_root(target: &PublishTarget, place: Place<'_>) -> Result<(), Obstacle> {
    let root = opening::root(target, place.content);
    let own = [place.out, place.content];
    let meets = match target.service {
        Service::Folder => {
            own.iter().any(|own| is_within(Path::new(&root), own) || is_within(own, Path::new(&root)))
        }
        Service::Zip(_) => own.iter().any(|own| is_within(Path::new(&root), own)),
        _ => false,
    };
    if meets { Err(Obstacle::OwnRoot { root }) } else { Ok(()) }
}

/// Looks whether a site may be published.
pub(super) fn look(built: &Receipt, place: Place<'_>, allow_outdated: bool) -> Result<(), Obstacle> {
    let Place { out, content, theme } = place;
    if built.is_draft() {
        return Err(Obstacle::Draft);
    }
    if !allow_outdated {
        if let Some(version) = built.other_nendo() {
            return Err(Obstacle::OtherNendo { version: version.to_owned() });
        }
        let outdated = built.outdated(content, theme);
        if !outdated.is_empty() {
            let files = outdated.into_iter().map(|(path, _)| path).collect();
            return Err(Obstacle::Outdated { files });
        }
    }
    let altered = built.altered(out);
    if !altered.is_empty() {
        return Err(Obstacle::AlteredOutput { files: altered.into_iter().map(|(path, _)| path).collect() });
    }
    // A machine without a date knows no day as reached.
    let today = today();
    match built.publish_after().into_iter().find(|(_, day)| today < Some(*day)) {
        Some((plan, day)) => Err(Obstacle::Early { plan, day: day.to_string() }),
        None => Ok(()),
    }
}

/// The day it is where this machine stands.
fn today() -> Option<Date> {
    Date::read(&jiff::Zoned::now().date().to_string())
}
