//! The receipt of a publish, for the office's records: what went where, made of what. JSON, in the order of the fields here.

use std::fs;
use std::path::Path;

use nendo_publish::{Plan, Site, Step};
use nendo_site::{PublishTarget, Service};
use serde::Serialize;

use super::desk::Desk;
use super::obstacle::Obstacle;
use super::place::address;
use super::verified::Verified;
use crate::receipt::Receipt;

/// Says what a file is that begins with it, and how it is laid out.
const FORMAT: &str = "nendo publish 1";

/// What came of a publish.
#[derive(Debug, Serialize)]
pub(crate) struct Record {
    receipt: &'static str,
    nendo: &'static str,
    /// When it ended, in RFC 3339.
    time: String,
    target: String,
    service: &'static str,
    host: String,
    root: String,
    /// The receipt of the build, without its files.
    build: serde_json::Value,
    new: Vec<String>,
    changed: Vec<String>,
    removed: Vec<String>,
    pub(super) unchanged: usize,
    pub(super) sent: usize,
    pub(super) bytes: u64,
    pub(super) deleted: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) archive: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) verified: Option<Verified>,
    /// Every file of the site as it stands there now.
    files: Vec<File>,
    /// What would stop it, where it was only tried.
    #[serde(skip)]
    pub(super) would_stop: Option<Box<Obstacle>>,
    /// Whether the host was as it should be already.
    #[serde(skip)]
    pub(super) is_done: bool,
}

#[derive(Debug, Serialize)]
struct File {
    path: String,
    bytes: u64,
    sha256: String,
}

impl Record {
    /// Of a site that is about to be published.
    pub(super) fn of(target: &PublishTarget, site: &Site, built: &Receipt) -> Self {
        let mut origin = serde_json::to_value(built).unwrap_or_default();
        if let Some(fields) = origin.as_object_mut() {
            fields.remove("files");
        }
        let files = site.files().iter();
        let files = files.map(|(path, sum)| File {
            path: path.clone(),
            bytes: sum.bytes,
            sha256: sum.sha256.clone(),
        });
        Self {
            receipt: FORMAT,
            nendo: env!("CARGO_PKG_VERSION"),
            time: String::new(),
            target: target.name.clone(),
            service: service(target),
            host: address(target),
            root: target.root.clone(),
            build: origin,
            new: Vec::new(),
            changed: Vec::new(),
            removed: Vec::new(),
            unchanged: 0,
            sent: 0,
            bytes: 0,
            deleted: 0,
            archive: None,
            verified: None,
            files: files.collect(),
            would_stop: None,
            is_done: false,
        }
    }

    /// What is meant to change.
    pub(super) fn planned(&mut self, plan: &Plan) {
        let paths = |steps: &[Step]| steps.iter().map(|step| step.path.clone()).collect();
        self.new = paths(&plan.new);
        self.changed = paths(&plan.changed);
        self.changed.extend(plan.conflicts.iter().filter(|it| it.bytes.is_some()).map(|it| it.path.clone()));
        self.removed = paths(&plan.removed);
        self.removed.extend(plan.conflicts.iter().filter(|it| it.bytes.is_none()).map(|it| it.path.clone()));
        self.unchanged = plan.unchanged.len();
        self.is_done = plan.is_done();
    }

    /// Keeps it, with the time; also in the file that was asked for.
    pub(super) fn keep(&mut self, desk: &Desk, file: Option<&Path>) -> Result<(), Obstacle> {
        let time = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
        let time = time.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        self.time = time.unwrap_or_else(jiff::Timestamp::now).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let text = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        for file in [Some(desk.receipt(&self.target).as_path()), file].into_iter().flatten() {
            let failed = |error: std::io::Error| Obstacle::Desk {
                path: file.to_string_lossy().into_owned(),
                said: error.to_string(),
            };
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).map_err(failed)?;
            }
            fs::write(file, &text).map_err(failed)?;
        }
        Ok(())
    }

    pub(super) fn target(&self) -> &str {
        &self.target
    }
}

fn service(target: &PublishTarget) -> &'static str {
    match target.service {
        Service::Folder => "fs",
        Service::Zip(_) => "zip",
        Service::Sftp { .. } => "sftp",
        Service::Ftp { .. } => "ftp",
        Service::WebDav { .. } => "webdav",
        Service::S3 { .. } => "s3",
    }
}
