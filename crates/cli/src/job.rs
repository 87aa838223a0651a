//! What the arguments mean.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::ArgMatches;

use crate::new::wishes::{Rest, Wishes};
use crate::words::Language;

/// What is to be done, with what, and how its result is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Job {
    /// What is to be done.
    pub(crate) task: Task,
    /// The folder that everything is read from.
    pub(crate) content: PathBuf,
    /// A folder that replaces files of the default theme.
    pub(crate) theme: Option<PathBuf>,
    /// What a warning does.
    pub(crate) strictness: Strictness,
    /// How problems are shown.
    pub(crate) format: Format,
    /// In which language.
    pub(crate) language: Language,
    /// How many threads work; as many as there are processors where nothing is said.
    pub(crate) threads: Option<u16>,
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Build the site into a folder.
    Build {
        /// The folder.
        out: PathBuf,
        /// A file of the site, to say why it is made again or left alone.
        why: Option<String>,
    },
    /// Look for problems, and write nothing.
    Check(Asked),
    /// Serve the site while it is written.
    Serve(Serving),
    /// Make a content folder.
    New(Wishes),
    /// Make the table of the next year.
    Rollover {
        /// The plan; the only one where nothing is said.
        plan: Option<String>,
        /// The fiscal year; the one after the newest table where nothing is said.
        year: Option<String>,
    },
    /// Add to the tables of words what they lack.
    Translations,
}

/// What is asked of a check beyond problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Whether grades are compared with the plan's rule for them.
    pub(crate) audit: bool,
    /// Whether it is shown how each table was understood.
    pub(crate) explain: bool,
    /// Whether tables are scored by how well machines can read them.
    pub(crate) readability: bool,
}

/// How the site is served while it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Serving {
    /// The folder that the site is built into.
    pub(crate) out: PathBuf,
    /// The address to listen on.
    pub(crate) host: IpAddr,
    /// The port; a free one where nothing is said.
    pub(crate) port: Option<u16>,
    /// Whether a browser is opened.
    pub(crate) open: bool,
    /// Whether files are looked at again and again, and the system is not asked to tell of changes.
    pub(crate) poll: bool,
}

/// What a warning does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// It is shown.
    Lenient,
    /// It stops the build, as an error does.
    Strict,
}

/// How problems are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people: what, where, and what to do.
    Full,
    /// For lists: a line each.
    Short,
    /// For programs: a JSON object a line.
    Json,
}

impl Job {
    /// What these arguments mean.
    pub(crate) fn of(matches: &ArgMatches, language: Language) -> Self {
        let (name, own) = matches.subcommand().unwrap_or(("", matches));
        let folder = |name: &str| own.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        let out = || folder("out").unwrap_or_else(|| PathBuf::from("public"));
        let text = |name: &str| own.get_one::<String>(name).cloned();
        let is_set = |name: &str| matches!(own.try_get_one(name), Ok(Some(true)));
        let task = match name {
            "rollover" => Task::Rollover { plan: text("plan"), year: text("year") },
            "build" => Task::Build { out: out(), why: text("why") },
            "serve" => Task::Serve(Serving {
                out: out(),
                host: own.get_one("host").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
                port: own.get_one("port").copied(),
                open: is_set("open"),
                poll: is_set("poll"),
            }),
            "new" => Task::New(wishes(own)),
            "translations" => Task::Translations,
            _ => Task::Check(Asked {
                audit: is_set("audit"),
                explain: is_set("explain"),
                readability: is_set("readability"),
            }),
        };
        Self {
            task,
            content: folder("folder")
                .or_else(|| folder("content"))
                .unwrap_or_else(|| PathBuf::from("content")),
            theme: folder("theme"),
            strictness: if own.get_flag("strict") { Strictness::Strict } else { Strictness::Lenient },
            format: match own.get_one("format").map(String::as_str) {
                Some("short") => Format::Short,
                Some("json") => Format::Json,
                _ => Format::Full,
            },
            language,
            threads: own.get_one("threads").copied(),
        }
    }

    /// Starts the threads that the libraries share. Where the system refuses that many, it is left
    /// to them to start as many as they can.
    pub(crate) fn start_threads(&self) {
        if let Some(threads) = self.threads {
            let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global();
        }
    }
}

fn wishes(own: &ArgMatches) -> Wishes {
    let given = Wishes::NAMES.into_iter();
    let given = given.filter_map(|name| Some((name, own.get_one::<String>(name)?.clone()))).collect();
    Wishes { given, rest: if own.get_flag("yes") { Rest::Default } else { Rest::Asked } }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Asked, Format, Job, Strictness, Task};
    use crate::args;
    use crate::words::{Language, Words};

    fn job(typed: &str) -> Job {
        let words = Words::embedded();
        let matches = args::command(words.voice(Language::En)).try_get_matches_from(typed.split(' '));
        Job::of(&matches.unwrap_or_else(|error| panic!("{error}")), Language::En)
    }

    #[test]
    fn nothing_said_means_the_defaults() {
        let expected = Job {
            task: Task::Build { out: PathBuf::from("public"), why: None },
            content: PathBuf::from("content"),
            theme: None,
            strictness: Strictness::Lenient,
            format: Format::Full,
            language: Language::En,
            threads: None,
        };
        assert_eq!(job("nendo build"), expected);
        let check = |asked| Job { task: Task::Check(asked), ..expected.clone() };
        assert_eq!(job("nendo check"), check(Asked::default()));
        assert_eq!(job("nendo check --audit"), check(Asked { audit: true, ..Asked::default() }));
        assert_eq!(job("nendo check --explain"), check(Asked { explain: true, ..Asked::default() }));
        let readability = Asked { readability: true, ..Asked::default() };
        assert_eq!(job("nendo check --readability"), check(readability));
        assert_eq!(job("nendo translations"), Job { task: Task::Translations, ..expected });
    }

    #[test]
    fn a_rollover_may_name_plan_and_year() {
        let task = |plan: Option<&str>, year: Option<&str>| Task::Rollover {
            plan: plan.map(str::to_owned),
            year: year.map(str::to_owned),
        };
        assert_eq!(job("nendo rollover").task, task(None, None));
        assert_eq!(job("nendo rollover dx 2024").task, task(Some("dx"), Some("2024")));
    }

    #[test]
    fn options_stand_before_the_command_or_after_it() {
        let expected = Job {
            task: Task::Check(Asked::default()),
            content: PathBuf::from("a"),
            theme: Some(PathBuf::from("t")),
            strictness: Strictness::Strict,
            format: Format::Json,
            language: Language::En,
            threads: Some(2),
        };
        assert_eq!(job("nendo check --content a --theme t --strict --format json --threads 2"), expected);
        assert_eq!(job("nendo --content a --theme t --strict --format json --threads 2 check"), expected);
        assert_eq!(job("nendo --content a --strict check --theme=t --format=json --threads=2"), expected);
    }
}
