//! What keeps a site from being published, with its words' name and its exit code.

#[cfg(test)]
mod tests;

use std::process::ExitCode;

use fluent_bundle::FluentValue;
use nendo_publish::{Held, Refusal, RefusalKind, Stopped};
use nendo_site::{PublishTarget, Service};

use super::place::{address, variables};
use crate::interrupt;
use crate::receipt::Missing;

/// Exit codes of `nendo publish` beside 0, 1 (problems, as of every command), 2 (wrong usage) and 130 (Ctrl-C).
pub(super) mod exit {
    /// The site may not be published as it is.
    pub(crate) const GUARD: u8 = 3;
    /// Files of others stand in the way, or too many would be removed.
    pub(crate) const CONFLICT: u8 = 4;
    /// Somebody else publishes.
    pub(crate) const BUSY: u8 = 5;
    /// The host, or the way to it.
    pub(crate) const HOST: u8 = 6;
    /// What readers get is not what was published.
    pub(crate) const VERIFY: u8 = 7;
}

/// What keeps a site from being published.
#[derive(Debug)]
pub(super) enum Obstacle {
    /// The content has errors, or warnings where those count.
    Problems { counts: String },
    /// The settings name no target.
    NoTargets,
    /// They name none of this name.
    UnknownTarget { name: String, known: Vec<String> },
    /// They name several, and none was chosen.
    WhichTarget { known: Vec<String> },
    /// No build has left its receipt.
    NoReceipt { said: String },
    /// The site is a draft.
    Draft,
    /// The content is another than the site was made of.
    Outdated { files: Vec<String> },
    /// Another version of nendo built it.
    OtherNendo { version: String },
    /// Files of the site are not as the build left them.
    AlteredOutput { files: Vec<String> },
    /// A plan may not be published yet.
    Early { plan: String, day: String },
    /// A file of the site cannot be read.
    Unread { path: String, said: String },
    /// What publishing keeps cannot be written.
    Desk { path: String, said: String },
    /// Another publish of the same output runs.
    BusyHere,
    /// A secret is nowhere.
    NoSecret { variables: String },
    /// The folder to publish to is the output or the content, or one is in the other.
    OwnRoot { root: String },
    /// A file that the settings name cannot be read.
    NoFile { setting: &'static str, path: String, said: String },
    /// Files of others stand in the way.
    Conflicts { count: usize },
    /// More would be removed than may be.
    Removals { removed: usize, most: usize },
    /// The archive cannot be written.
    Archive { path: String, said: String },
    /// It stopped on the way.
    Stopped { stopped: Stopped, target: PublishTarget },
    /// The site cannot be fetched.
    Unfetched { url: String, refusal: Refusal },
}

impl Obstacle {
    /// Of an output without a receipt.
    pub(super) fn no_receipt(missing: &Missing) -> Self {
        let said = if let Missing::Io(error) = missing { error.to_string() } else { String::new() };
        Self::NoReceipt { said }
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        let code = match self {
            Self::Problems { .. } => return ExitCode::FAILURE,
            Self::UnknownTarget { .. }
            | Self::WhichTarget { .. }
            | Self::NoTargets
            | Self::OwnRoot { .. } => 2,
            Self::Stopped { stopped: Stopped::Asked, .. } => interrupt::EXIT_CODE,
            Self::NoReceipt { .. }
            | Self::Draft
            | Self::Outdated { .. }
            | Self::OtherNendo { .. }
            | Self::AlteredOutput { .. }
            | Self::Early { .. }
            | Self::Unread { .. }
            | Self::Stopped { stopped: Stopped::Altered(_), .. } => exit::GUARD,
            Self::Conflicts { .. }
            | Self::Removals { .. }
            | Self::Stopped { stopped: Stopped::Conflicts, .. } => exit::CONFLICT,
            Self::BusyHere
            | Self::Stopped { stopped: Stopped::Busy(_) | Stopped::LockLost | Stopped::Outdated, .. } => {
                exit::BUSY
            }
            Self::Desk { .. }
            | Self::NoSecret { .. }
            | Self::NoFile { .. }
            | Self::Archive { .. }
            | Self::Unfetched { .. }
            | Self::Stopped { .. } => exit::HOST,
        };
        code.into()
    }

    /// The name of its words; programs know it by that too.
    pub(super) fn id(&self) -> &'static str {
        match self {
            Self::Problems { .. } => "publish-problems",
            Self::NoTargets => "publish-no-targets",
            Self::UnknownTarget { .. } => "publish-unknown-target",
            Self::WhichTarget { .. } => "publish-which-target",
            Self::NoReceipt { .. } => "publish-no-receipt",
            Self::Draft => "publish-draft",
            Self::Outdated { .. } => "publish-outdated",
            Self::OtherNendo { .. } => "publish-other-nendo",
            Self::AlteredOutput { .. } => "publish-altered",
            Self::Early { .. } => "publish-early",
            Self::Unread { .. } => "publish-unread",
            Self::Desk { .. } => "publish-desk",
            Self::BusyHere => "publish-busy-here",
            Self::NoSecret { .. } => "publish-no-secret",
            Self::OwnRoot { .. } => "publish-own-root",
            Self::NoFile { .. } => "publish-no-file",
            Self::Conflicts { .. } => "publish-conflicts",
            Self::Removals { .. } => "publish-removals",
            Self::Archive { .. } => "publish-archive",
            Self::Unfetched { .. } => "publish-unfetched",
            Self::Stopped { stopped, target } => stopped_id(stopped, target),
        }
    }

    /// What its words are told.
    pub(super) fn told(&self) -> Vec<(&'static str, FluentValue<'_>)> {
        match self {
            Self::Problems { counts } => vec![("counts", counts.as_str().into())],
            Self::NoTargets | Self::Draft | Self::BusyHere => Vec::new(),
            Self::UnknownTarget { name, known } => {
                vec![("name", name.as_str().into()), ("known", known.join(", ").into())]
            }
            Self::WhichTarget { known } => {
                let first = known.first().map_or("", String::as_str);
                vec![("known", known.join(", ").into()), ("first", first.into())]
            }
            Self::OwnRoot { root } => vec![("root", root.as_str().into())],
            Self::NoReceipt { said } if said.is_empty() => vec![("said", 0.into())],
            Self::NoReceipt { said } => vec![("said", said.as_str().into())],
            Self::Outdated { files } | Self::AlteredOutput { files } => {
                let first = files.first().map_or("", String::as_str);
                vec![("file", first.into()), ("count", files.len().into())]
            }
            Self::OtherNendo { version } => vec![("version", version.as_str().into())],
            Self::Early { plan, day } => {
                vec![("plan", plan.as_str().into()), ("day", day.as_str().into())]
            }
            Self::Unread { path, said } | Self::Desk { path, said } | Self::Archive { path, said } => {
                vec![("path", path.as_str().into()), ("said", said.as_str().into())]
            }
            Self::NoSecret { variables } => vec![("variables", variables.as_str().into())],
            Self::NoFile { setting, path, said } => {
                let setting: &'static str = setting;
                vec![
                    ("setting", setting.into()),
                    ("path", path.as_str().into()),
                    ("said", said.as_str().into()),
                ]
            }
            Self::Conflicts { count } => vec![("count", (*count).into())],
            Self::Removals { removed, most } => {
                vec![("removed", (*removed).into()), ("most", (*most).into())]
            }
            Self::Unfetched { url, refusal } => {
                vec![("url", url.as_str().into()), ("said", refusal.said.as_str().into())]
            }
            Self::Stopped { stopped, target } => stopped_told(stopped, target),
        }
    }
}

fn stopped_id(stopped: &Stopped, target: &PublishTarget) -> &'static str {
    match stopped {
        Stopped::Busy(_) => "publish-busy",
        Stopped::LockLost => "publish-lock-lost",
        Stopped::Conflicts | Stopped::Outdated => "publish-moved",
        Stopped::Newer => "publish-newer",
        Stopped::Altered(_) => "publish-altered-meanwhile",
        Stopped::Asked => "publish-stopped",
        Stopped::Refused(Refusal { kind, .. }) => match kind {
            RefusalKind::Unreachable => "host-unreachable",
            RefusalKind::Lost => "host-lost",
            RefusalKind::Login => "host-login",
            RefusalKind::UnknownKey { .. } => "host-unknown-key",
            RefusalKind::OtherKey { .. } => "host-other-key",
            RefusalKind::Certificate => "host-certificate",
            RefusalKind::NoTls => "host-no-tls",
            RefusalKind::Denied if matches!(target.service, Service::Folder) => "host-denied-folder",
            RefusalKind::Denied => "host-denied",
            RefusalKind::Full => "host-full",
            RefusalKind::Key => "host-key",
            RefusalKind::Other => "host-other",
        },
    }
}

fn stopped_told<'o>(stopped: &'o Stopped, target: &'o PublishTarget) -> Vec<(&'static str, FluentValue<'o>)> {
    let mut told: Vec<(&'static str, FluentValue<'_>)> =
        vec![("target", target.name.as_str().into()), ("host", address(target).into())];
    match stopped {
        Stopped::Busy(Held { since, until }) => {
            told.extend([("since", clock(*since).into()), ("until", clock(*until).into())]);
        }
        Stopped::Altered(path) => told.push(("path", path.as_str().into())),
        Stopped::Refused(Refusal { kind, path, said }) => {
            let path = path.as_deref().filter(|path| !path.is_empty()).unwrap_or(&target.root);
            told.extend([("path", path.into()), ("said", said.as_str().into())]);
            told.push(("variables", variables(target).into()));
            if let RefusalKind::UnknownKey { fingerprint } | RefusalKind::OtherKey { fingerprint } = kind {
                told.push(("fingerprint", fingerprint.as_str().into()));
            }
        }
        Stopped::Conflicts | Stopped::LockLost | Stopped::Outdated | Stopped::Newer | Stopped::Asked => {}
    }
    told
}

/// A time of this machine's clock: `14:05`.
fn clock(seconds: u64) -> String {
    let time = i64::try_from(seconds).ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let zoned = time.map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    zoned.map(|time| time.strftime("%H:%M").to_string()).unwrap_or_default()
}
