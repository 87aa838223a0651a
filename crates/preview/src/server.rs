//! The preview: a thread that listens, with what it listens for. It alone knows sockets; it decides nothing of what is answered.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State as Shared};
use axum::http::header::HeaderMap;
use axum::http::{Method, Response, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::response::sse::Sse;
use axum::routing::get;
use axum::serve::ListenerExt;
use futures_util::future::select;
use serde::Deserialize;
use tokio::sync::{oneshot, watch};
use tokio::task::spawn_blocking;

use crate::answer::{answer, built_in, plain};
use crate::event::{Shown, events};
use crate::guard::is_for_us;
use crate::location::Site;
use crate::page::{EVENTS_PATH, SCRIPT, SCRIPT_PATH};
use crate::state::State;

/// The port of a preview where none is asked for, and the last that is tried before any.
const PORTS: std::ops::RangeInclusive<u16> = 8000..=8019;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder of the site. It may come to be later.
    pub root: PathBuf,
    /// The address of this machine to listen on: 127.0.0.1 for itself alone, 0.0.0.0 for all that can reach it.
    pub host: IpAddr,
    /// The port; without one 8000 or the next that is free.
    pub port: Option<u16>,
}

/// Why there is no preview.
#[derive(Debug)]
pub enum StartError {
    /// Another program listens there.
    Taken(SocketAddr),
    /// The system does not let us listen there.
    Forbidden(SocketAddr),
    /// It is no address of this machine.
    NotOurs(IpAddr),
    /// Anything else.
    Io(io::Error),
}

/// A preview that runs until it is dropped.
#[derive(Debug)]
pub struct Preview {
    address: SocketAddr,
    states: watch::Sender<Arc<State>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Preview {
    /// Listens, and serves what is in the folder from now on.
    ///
    /// # Errors
    /// Where it cannot listen.
    pub fn start(settings: Settings) -> Result<Preview, StartError> {
        let listener = listen(settings.host, settings.port)?;
        let address = listener.local_addr().map_err(StartError::Io)?;
        listener.set_nonblocking(true).map_err(StartError::Io)?;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(StartError::Io)?;
        let listener = {
            let _within = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(StartError::Io)?
        };
        let (states, receiver) = watch::channel(Arc::new(State::Good));
        let (stop, stopped) = oneshot::channel();
        let router = router(Site::new(settings.root), receiver, address.ip());
        let run = move || {
            // An answer in two packets does not wait for the first to be acknowledged.
            let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
            let served = axum::serve(listener, router).into_future();
            runtime.block_on(select(pin!(served), stopped));
            runtime.shutdown_background();
        };
        let thread = thread::Builder::new().name("preview".to_owned()).spawn(run).map_err(StartError::Io)?;
        Ok(Preview { address, states, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Tells the open pages what the last build came to, and those that are opened from now on. Before the first it is `Good`.
    pub fn show(&self, state: State) {
        self.states.send_replace(Arc::new(state));
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.stop.take());
        // Its port is free when this returns.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn listen(host: IpAddr, port: Option<u16>) -> Result<TcpListener, StartError> {
    let at = |port| {
        TcpListener::bind(SocketAddr::new(host, port))
            .map_err(|error| cause(error, SocketAddr::new(host, port)))
    };
    let is_for_another =
        |error: &StartError| matches!(error, StartError::Taken(_) | StartError::Forbidden(_));
    if let Some(port) = port {
        return at(port);
    }
    let mut tries = PORTS.chain([0]).map(at);
    tries.find(|tried| !tried.as_ref().is_err_and(is_for_another)).unwrap_or_else(|| at(0))
}

fn cause(error: io::Error, address: SocketAddr) -> StartError {
    match error.kind() {
        io::ErrorKind::AddrInUse => StartError::Taken(address),
        io::ErrorKind::PermissionDenied => StartError::Forbidden(address),
        io::ErrorKind::AddrNotAvailable => StartError::NotOurs(address.ip()),
        _ => StartError::Io(error),
    }
}

/// What every answer needs.
#[derive(Debug, Clone)]
struct Means {
    site: Arc<Site>,
    states: watch::Receiver<Arc<State>>,
}

/// What a page says of itself when it begins to listen.
#[derive(Debug, Deserialize)]
struct Greeting {
    path: String,
    was: String,
}

fn router(site: Site, states: watch::Receiver<Arc<State>>, host: IpAddr) -> Router {
    let router = Router::new()
        .route(SCRIPT_PATH, get(async || built_in("text/javascript; charset=utf-8", SCRIPT)))
        .route(EVENTS_PATH, get(listeners))
        .fallback(get(files))
        .with_state(Means { site: Arc::new(site), states });
    if host.is_loopback() { router.layer(middleware::from_fn(guarded)) } else { router }
}

async fn guarded(request: Request, next: Next) -> Response<Body> {
    if is_for_us(request.uri(), request.headers()) {
        return next.run(request).await;
    }
    plain(
        StatusCode::FORBIDDEN,
        "This preview answers to localhost and to addresses in digits only.\n",
        "no-store",
    )
}

async fn listeners(Shared(means): Shared<Means>, Query(greeting): Query<Greeting>) -> Response<Body> {
    let Ok(was) = greeting.was.parse() else {
        return plain(StatusCode::BAD_REQUEST, "", "no-store");
    };
    Sse::new(events(means.site, means.states, Shown { path: greeting.path, was })).into_response()
}

async fn files(Shared(means): Shared<Means>, method: Method, uri: Uri, headers: HeaderMap) -> Response<Body> {
    let answered = spawn_blocking(move || answer(&means.site, &method, &uri, &headers)).await;
    answered.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "", "no-store"))
}
