//! What an open page is told: what became of it on disk, and what is wrong with the content. One event says all, so that a browser that
//! was away misses nothing, and the same event twice does nothing.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::Event;
use futures_util::stream::{self, Stream};
use serde::Serialize;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::fingerprint::{Change, Fingerprint};
use crate::location::Site;
use crate::page::Page;
use crate::state::{State, Told};

/// After how long a browser looks again for a preview that has ended.
const RETRY: Duration = Duration::from_secs(1);

/// The page that a browser shows.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// Its path.
    pub(crate) path: String,
    /// As it was served.
    pub(crate) was: Fingerprint,
}

/// What is told.
#[derive(Debug, Serialize)]
struct News<'a> {
    page: Change,
    /// What the page is made of, once it has done what the change asks for.
    was: String,
    /// The addresses of its style sheets now.
    styles: Vec<String>,
    problems: Option<&'a BTreeMap<String, Vec<Told>>>,
}

/// One event at once, and one for each state that comes, until the preview ends. While nothing comes it sleeps.
pub(crate) fn events(
    site: Arc<Site>,
    mut states: watch::Receiver<Arc<State>>,
    shown: Shown,
) -> impl Stream<Item = Result<Event, Infallible>> {
    states.mark_changed();
    stream::unfold((states, shown), move |(mut states, shown)| {
        let site = Arc::clone(&site);
        async move {
            states.changed().await.ok()?;
            let state = Arc::clone(&states.borrow_and_update());
            let (data, shown) = spawn_blocking(move || tell(&site, &state, shown)).await.ok()??;
            Some((Ok(Event::default().retry(RETRY).data(data)), (states, shown)))
        }
    })
}

/// The news of a page, and the page that is shown once they have been heeded. Reads files.
fn tell(site: &Site, state: &State, shown: Shown) -> Option<(String, Shown)> {
    let now = Page::at(site, &shown.path);
    let change = now.as_ref().map_or(Change::Gone, |now| shown.was.change(now.fingerprint));
    let (was, styles) = match &now {
        Some(now) if change == Change::Restyled => (now.fingerprint, now.styles()),
        _ => (shown.was, Vec::new()),
    };
    let problems = match state {
        State::Good => None,
        State::Bad(problems) => Some(problems),
    };
    let news = News { page: change, was: was.to_string(), styles, problems };
    Some((serde_json::to_string(&news).ok()?, Shown { was, ..shown }))
}
