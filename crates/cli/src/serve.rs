//! `nendo serve`: the site in a browser while it is written. Whatever is saved is built, and the open pages show it, or say what is
//! wrong with it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use nendo_model::{Case, Origin, Problem};
use nendo_preview::{Change, Preview, Refusal, Settings, StartError, State, Watch, Way};
use nendo_site::Config;
use serde::Serialize;

use crate::job::{Format, Job, Serving};
use crate::pass::Desk;
use crate::report::Report;
use crate::round::{self, Amounts, Built, Outcome, Times};
use crate::words::{Language, Voice, Words};
use crate::{interrupt, stream};

/// How long apart the files are looked at where the system does not tell of changes.
const POLLING: Duration = Duration::from_secs(1);

/// What serves, and what it serves with.
struct Session<'a> {
    job: &'a Job,
    serving: &'a Serving,
    words: &'a Words,
    voice: Voice<'a>,
    preview: Preview,
    desk: Desk,
}

/// A line for programs: what was built, and where the time went.
#[derive(Serialize)]
struct Line {
    serve: Round,
}

#[derive(Serialize)]
struct Round {
    outcome: &'static str,
    written: usize,
    unchanged: usize,
    removed: usize,
    /// From the first sign of a change to the beginning of the build; like all times in seconds.
    notice: f64,
    /// The work of the build, on all threads together.
    read: f64,
    render: f64,
    write: f64,
    /// From the first sign of a change until the open pages are told.
    took: f64,
}

/// Builds, serves and watches until somebody stops it.
pub(crate) fn run(job: &Job, serving: &Serving, words: &Words) -> ExitCode {
    let voice = words.voice(job.language);
    if !job.content.is_dir() {
        let origin = Origin::file(job.content.to_string_lossy());
        Report::new(vec![Problem { case: Case::NoContent {}, origin }]).show(job, words);
        return ExitCode::FAILURE;
    }
    interrupt::listen();
    let Serving { out, host, port, .. } = serving;
    let preview = match Preview::start(Settings { root: out.clone(), host: *host, port: *port }) {
        Ok(preview) => preview,
        Err(error) => {
            stream::err(&refusal(&error, voice));
            return ExitCode::FAILURE;
        }
    };
    let session = Session { job, serving, words, voice, preview, desk: Desk::default() };
    session.run();
    ExitCode::SUCCESS
}

impl Session<'_> {
    fn run(mut self) {
        // What is saved while the first build reads is not missed.
        let mut folders = self.folders();
        let mut watch = self.watch(&folders);
        self.round(&mut watch, Instant::now());
        if !interrupt::is_asked_for() {
            self.greet();
        }
        while !interrupt::is_asked_for()
            && let Some(Change { noticed, .. }) = watch.wait()
        {
            // The settings may name another theme now. What is saved in it while it is read is not missed either.
            let now = self.folders();
            if now != folders {
                folders = now;
                watch = self.watch(&folders);
            }
            self.round(&mut watch, noticed);
        }
    }

    /// Builds and tells everybody, unless there is nothing to tell: somebody asked to stop, or what was read changed meanwhile.
    fn round(&mut self, watch: &mut Watch, noticed: Instant) {
        let notice = noticed.elapsed();
        let built = self.build(watch);
        let took = noticed.elapsed();
        if !matches!(built.outcome, Outcome::Stopped | Outcome::Outdated) {
            self.report(&built, took, notice);
        }
    }

    /// Whatever the site is made of.
    fn folders(&self) -> Vec<PathBuf> {
        let Job { content, theme, .. } = self.job;
        let theme = Config::read(content).value.theme_folder(content, theme.as_deref());
        std::iter::once(content.clone()).chain(theme).collect()
    }

    fn watch(&self, folders: &[PathBuf]) -> Watch {
        let ignored = [self.serving.out.clone()];
        let polling = || Watch::polling(folders, &ignored, POLLING);
        let watch = if self.serving.poll {
            polling()
        } else {
            Watch::begin(folders, &ignored, Way::Events).unwrap_or_else(|refused| {
                let told = [("reason", reason(&refused, self.voice).into())];
                stream::err(&(self.voice.say("serve-polls", &told) + "\n"));
                polling()
            })
        };
        let stop = watch.stopper();
        interrupt::wakes(move || stop.stop());
        watch
    }

    /// Builds, and tells the open pages.
    fn build(&mut self, watch: &mut Watch) -> Built {
        let is_current = || watch.is_current();
        let built = round::once(self.job, &self.serving.out, None, self.voice, &mut self.desk, is_current);
        match built.outcome {
            Outcome::Built(_) => self.preview.show(State::Good),
            Outcome::Failed | Outcome::Interrupted => {
                let told = |language: Language| {
                    (language.tag().to_owned(), built.report.told(self.words.voice(language)))
                };
                self.preview.show(State::Bad(Language::ALL.map(told).into()));
            }
            Outcome::Stopped | Outcome::Outdated => {}
        }
        built
    }

    fn report(&self, built: &Built, took: Duration, notice: Duration) {
        built.report.show(self.job, self.words);
        let (outcome, amounts) = match built.outcome {
            Outcome::Built(amounts) => ("built", amounts),
            _ => ("failed", Amounts::default()),
        };
        let Amounts { written, unchanged, removed } = amounts;
        let Times { read, render, write } = built.times;
        if self.job.format == Format::Json {
            let [notice, read, render, write, took] =
                [notice, read, render, write, took].map(|part| part.as_secs_f64());
            let round = Round { outcome, written, unchanged, removed, notice, read, render, write, took };
            stream::out(&stream::json_line(&Line { serve: round }));
            return;
        }
        let told = [
            ("stands", usize::from(self.serving.out.join("index.html").exists()).into()),
            ("written", written.into()),
            ("unchanged", unchanged.into()),
            ("removed", removed.into()),
            ("problems", built.report.problems().into()),
            ("counts", built.report.counted(self.voice).into()),
            ("seconds", format!("{:.2}", took.as_secs_f64()).into()),
        ];
        stream::out(&(self.voice.say(&format!("serve-{outcome}"), &told) + "\n"));
    }

    /// Says where the site is to be seen.
    fn greet(&self) {
        let address = self.preview.address();
        let url = url(address);
        if !address.ip().is_loopback() {
            let told = [("url", format!("http://{}/", elsewhere(address)).into())];
            stream::err(&(self.voice.say("serve-wide", &told) + "\n"));
        }
        if self.job.format == Format::Json {
            stream::out(&stream::json_line(&serde_json::json!({ "serving": { "url": url } })));
        } else {
            stream::out(&(self.voice.say("serving", &[("url", (&*url).into())]) + "\n"));
        }
        if self.serving.open && open::that_detached(&url).is_err() {
            stream::err(&(self.voice.word("serve-no-browser") + "\n"));
        }
    }
}

/// Why the system does not tell of changes.
fn reason(refused: &Refusal, voice: Voice<'_>) -> String {
    match refused {
        Refusal::TooManyFolders => voice.word("serve-too-many-folders"),
        Refusal::Silent { file_system } => voice.say("serve-silent", &[("name", file_system.into())]),
        other => other.to_string(),
    }
}

/// The address as a browser on this machine reaches it.
fn url(address: SocketAddr) -> String {
    let here = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::from(([127, 0, 0, 1], address.port())),
        IpAddr::V6(ip) if ip.is_unspecified() => SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], address.port())),
        _ => address,
    };
    format!("http://{here}/")
}

/// The address as other devices of the network reach it: for one that stands for all, that which this machine would send from. Nothing is
/// sent to find it out.
fn elsewhere(address: SocketAddr) -> SocketAddr {
    let outwards = || {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
        // An address of RFC 5737, which is nobody's.
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
        Some(socket.local_addr().ok()?.ip())
    };
    let ip = if address.ip().is_unspecified() { outwards() } else { None };
    SocketAddr::new(ip.unwrap_or(address.ip()), address.port())
}

/// Why there is no preview, and what to do about it.
fn refusal(error: &StartError, voice: Voice<'_>) -> String {
    let (id, value) = match error {
        StartError::Taken(address) => ("serve-taken", address.port().to_string()),
        StartError::Forbidden(address) => ("serve-forbidden", address.port().to_string()),
        StartError::NotOurs(ip) => ("serve-not-ours", ip.to_string()),
        StartError::Io(error) => ("serve-io", error.to_string()),
    };
    let told = [("value", value.into())];
    let (severity, hint) = (voice.word("severity-error"), voice.word("hint"));
    format!("{severity}: {}\n  {hint}: {}\n", voice.say(id, &told), voice.word(&format!("{id}-hint")))
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn an_address_that_stands_for_all_is_reached_here() {
        let at = |address: &str| url(address.parse().expect("an address"));
        assert_eq!(at("127.0.0.1:8000"), "http://127.0.0.1:8000/");
        assert_eq!(at("0.0.0.0:8000"), "http://127.0.0.1:8000/");
        assert_eq!(at("[::]:8001"), "http://[::1]:8001/");
        assert_eq!(at("192.168.1.2:80"), "http://192.168.1.2:80/");
    }
}
