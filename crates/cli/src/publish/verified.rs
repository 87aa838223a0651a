//! What readers get, beside what was published; and what their server might say better.

use std::fs;

use nendo_publish::{Advice, Difference, Found, Lack, Sent, Site, snippets, verify};
use nendo_site::PublishTarget;
use serde::Serialize;

use super::bar::{self, Bar, indented};
use super::desk::Desk;
use super::errand::Errand;
use super::obstacle::Obstacle;
use super::opening;
use crate::words::Voice;

/// More files than this are counted, not listed.
const MOST_FILES: usize = 20;

/// What a look at the published site found.
#[derive(Debug, Serialize)]
pub(crate) struct Verified {
    url: String,
    same: usize,
    differing: Vec<Different>,
    #[serde(skip)]
    advice: Vec<Advice>,
    /// The folder of the examples for servers, where they were written.
    #[serde(skip)]
    examples: Option<String>,
}

/// A file that readers do not get as it was published.
#[derive(Debug, Serialize)]
struct Different {
    path: String,
    #[serde(skip)]
    found: Found,
}

/// Fetches every file of a site from where readers do.
pub(super) fn look(
    errand: &Errand<'_>,
    url: &str,
    target: &PublishTarget,
    site: &Site,
    desk: &Desk,
) -> Result<Verified, Obstacle> {
    let bar = Bar::of(errand.voice);
    let authorities = opening::authorities(target, &errand.job.content)?;
    let sent = site.files().iter().map(|(path, sum)| Sent {
        path: path.clone(),
        bytes: sum.bytes,
        sha256: sum.sha256.clone(),
    });
    let sent: Vec<Sent> = sent.collect();
    let told = |done: usize| {
        let told = [("done", done.into()), ("of", sent.len().into())];
        bar.draw("publish-looking", done as u64, sent.len() as u64, &told);
    };
    let found = verify(url, &sent, authorities.as_deref(), told);
    bar.clear();
    let found = found.map_err(|refusal| Obstacle::Unfetched { url: url.to_owned(), refusal })?;
    let differing = found.differing.into_iter().map(|Difference { path, found }| Different { path, found });
    let examples = if found.headers.is_empty() { None } else { Some(write_examples(desk)?) };
    Ok(Verified {
        url: url.to_owned(),
        same: found.same,
        differing: differing.collect(),
        advice: found.headers,
        examples,
    })
}

/// Writes what servers can be told, for whoever runs them.
fn write_examples(desk: &Desk) -> Result<String, Obstacle> {
    let folder = desk.folder().join("server");
    let failed = |error: std::io::Error| Obstacle::Desk {
        path: folder.to_string_lossy().into_owned(),
        said: error.to_string(),
    };
    fs::create_dir_all(&folder).map_err(failed)?;
    for (name, text) in snippets() {
        fs::write(folder.join(name), text).map_err(failed)?;
    }
    Ok(folder.to_string_lossy().into_owned())
}

impl Verified {
    /// Whether readers get every file as it was published.
    pub(super) fn is_sound(&self) -> bool {
        self.differing.is_empty()
    }

    pub(super) fn text(&self, voice: Voice<'_>) -> String {
        let count = self.differing.len();
        let told = [("url", self.url.as_str().into()), ("same", self.same.into()), ("count", count.into())];
        let id = if count == 0 { "verified" } else { "verified-differing" };
        let mut text = voice.say(id, &told) + "\n";
        for Different { path, found } in self.differing.iter().take(MOST_FILES) {
            let found = match found {
                Found::Missing(status) => voice.say("found-missing", &[("status", (*status).into())]),
                Found::Elsewhere { status: _, to } => {
                    voice.say("found-elsewhere", &[("to", to.as_str().into())])
                }
                Found::Other { bytes } => voice.say("found-other", &[("bytes", bar::size(*bytes).into())]),
            };
            text += &indented(4, &format!("/{path}  {found}"));
        }
        if count > MOST_FILES {
            text += &indented(4, &voice.say("found-more", &[("count", (count - MOST_FILES).into())]));
        }
        for advice in &self.advice {
            text += &indented(2, &advised(advice, voice));
        }
        if let Some(folder) = &self.examples {
            text += &(voice.say("server-examples", &[("folder", folder.as_str().into())]) + "\n");
        }
        text
    }
}

/// What a server might say better.
fn advised(Advice { lack, example, count }: &Advice, voice: Voice<'_>) -> String {
    let mut told = vec![("example", example.as_str().into()), ("count", (*count).into())];
    let id = match lack {
        Lack::Charset { ending } => {
            told.push(("ending", ending.as_str().into()));
            "lack-charset"
        }
        Lack::Type { ending, said, expected } => {
            let said = if said.is_empty() { 0.into() } else { said.as_str().into() };
            told.extend([("ending", ending.as_str().into()), ("said", said)]);
            told.push(("expected", expected.as_str().into()));
            "lack-type"
        }
        Lack::PageKept { .. } => "lack-page-kept",
        Lack::AssetNotKept => "lack-asset-not-kept",
        Lack::Compression { ending } => {
            told.push(("ending", ending.as_str().into()));
            "lack-compression"
        }
        Lack::Sniffing => "lack-sniffing",
        Lack::Framing => "lack-framing",
        Lack::NotFoundStatus { status } => {
            told.push(("status", (*status).into()));
            "lack-not-found-status"
        }
        Lack::NotFoundPage => "lack-not-found-page",
    };
    voice.say(id, &told)
}
