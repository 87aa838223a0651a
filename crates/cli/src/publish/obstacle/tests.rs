use nendo_publish::{Held, Refusal, RefusalKind, Stopped};
use nendo_site::{PublishTarget, Service};

use super::Obstacle;
use crate::words::{Language, Words};

/// One of each kind.
fn obstacles() -> Vec<Obstacle> {
    let text = || "<text>".to_owned();
    let texts = || vec![text(), text()];
    let refusal = |kind| Refusal { kind, path: Some(text()), said: text() };
    let fingerprint = text();
    let kinds = [
        RefusalKind::Unreachable,
        RefusalKind::Lost,
        RefusalKind::Login,
        RefusalKind::UnknownKey { fingerprint: fingerprint.clone() },
        RefusalKind::OtherKey { fingerprint },
        RefusalKind::Certificate,
        RefusalKind::NoTls,
        RefusalKind::Denied,
        RefusalKind::Full,
        RefusalKind::Key,
        RefusalKind::Other,
    ];
    let stops = [
        Stopped::Conflicts,
        Stopped::Busy(Held { since: 0, until: 600 }),
        Stopped::LockLost,
        Stopped::Outdated,
        Stopped::Newer,
        Stopped::Altered(text()),
        Stopped::Asked,
    ];
    let target =
        |service| PublishTarget { name: text(), service, root: text(), retries: 0, authorities: None };
    let dav = || target(Service::WebDav { endpoint: text(), user: None });
    let mut all = vec![
        Obstacle::Problems { counts: text() },
        Obstacle::NoTargets,
        Obstacle::UnknownTarget { name: text(), known: texts() },
        Obstacle::WhichTarget { known: texts() },
        Obstacle::NoReceipt { said: String::new() },
        Obstacle::NoReceipt { said: text() },
        Obstacle::Draft,
        Obstacle::Outdated { files: texts() },
        Obstacle::OtherNendo { version: text() },
        Obstacle::AlteredOutput { files: texts() },
        Obstacle::Early { plan: text(), day: text() },
        Obstacle::Unread { path: text(), said: text() },
        Obstacle::Desk { path: text(), said: text() },
        Obstacle::BusyHere,
        Obstacle::NoSecret { variables: text() },
        Obstacle::OwnRoot { root: text() },
        Obstacle::NoFile { setting: "<text>", path: text(), said: text() },
        Obstacle::Conflicts { count: 2 },
        Obstacle::Removals { removed: 2, most: 1 },
        Obstacle::Archive { path: text(), said: text() },
        Obstacle::Unfetched { url: text(), refusal: refusal(RefusalKind::Lost) },
        Obstacle::Stopped {
            stopped: Stopped::Refused(refusal(RefusalKind::Denied)),
            target: target(Service::Folder),
        },
    ];
    let refused = kinds.map(|kind| Stopped::Refused(refusal(kind)));
    let stopped = stops.into_iter().chain(refused);
    all.extend(stopped.map(|stopped| Obstacle::Stopped { stopped, target: dav() }));
    all
}

#[test]
fn whatever_keeps_a_site_from_being_published_is_said_with_a_remedy_in_both_languages() {
    let words = Words::embedded();
    for obstacle in obstacles() {
        let (id, told) = (obstacle.id(), obstacle.told());
        for language in Language::ALL {
            let voice = words.voice(language);
            for text in [voice.say(id, &told), voice.hint(id, &told)] {
                assert!(!text.is_empty() && text != id, "{id} has no words");
                assert!(!text.contains(['\n', '{', '}']), "{id}: {text}");
                assert!(!text.ends_with(['.', '。', ' ']), "{id}: {text}");
            }
        }
    }
}
