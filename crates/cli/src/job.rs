//! What the arguments mean.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::ArgMatches;

use crate::allowance::Allowance;
use crate::moment;
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
    Build(Building),
    /// Look for problems, and write nothing.
    Check(Asked),
    /// Serve the site while it is written.
    Serve(Serving),
    /// Publish the built site.
    Publish(Publishing),
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

/// How the site is built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Building {
    /// The folder that it is built into.
    pub(crate) out: PathBuf,
    /// A file of the site, to say why it is made again or left alone.
    pub(crate) why: Option<String>,
    /// Whether its pages say that they are for a look alone.
    pub(crate) draft: bool,
    /// When it is made, in RFC 3339.
    pub(crate) time: Option<String>,
    /// A file that gets a copy of the receipt.
    pub(crate) receipt: Option<PathBuf>,
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

/// How the built site is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Publishing {
    /// The folder that the site was built into.
    pub(crate) out: PathBuf,
    /// The name of the target; the only one where nothing is said.
    pub(crate) target: Option<String>,
    /// Whether it is only said what would change.
    pub(crate) dry_run: bool,
    /// Whether files that others put there or changed are overwritten.
    pub(crate) force: bool,
    /// Whether a site is published that was made of other content than there is now.
    pub(crate) allow_outdated: bool,
    /// How many files may go unasked.
    pub(crate) max_removals: Allowance,
    /// Where the published site is looked at.
    pub(crate) verify: Option<String>,
    /// A file that the receipt is written to as well.
    pub(crate) receipt: Option<PathBuf>,
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
            "build" => Task::Build(Building {
                out: out(),
                why: text("why"),
                draft: is_set("draft"),
                time: text("time"),
                receipt: folder("receipt"),
            }),
            "serve" => Task::Serve(Serving {
                out: out(),
                host: own.get_one("host").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
                port: own.get_one("port").copied(),
                open: is_set("open"),
                poll: is_set("poll"),
            }),
            "publish" => Task::Publish(Publishing {
                out: out(),
                target: text("target"),
                dry_run: is_set("dry-run"),
                force: is_set("force"),
                allow_outdated: is_set("allow-outdated"),
                max_removals: own.get_one("max-removals").copied().unwrap_or(Allowance::Usual),
                verify: text("verify"),
                receipt: folder("receipt"),
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

    /// Whether pages are made that say that they are for a look alone.
    pub(crate) fn is_draft(&self) -> bool {
        matches!(self.task, Task::Build(Building { draft: true, .. }))
    }

    /// The moment that a build of this job is said to be of, in RFC 3339: the one that was asked for, else that of the environment.
    pub(crate) fn time(&self) -> Option<String> {
        let asked = match &self.task {
            Task::Build(building) => building.time.clone(),
            _ => None,
        };
        asked.or_else(moment::of_environment)
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

    use super::{Asked, Building, Format, Job, Strictness, Task};
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
            task: Task::Build(Building { out: PathBuf::from("public"), ..Building::default() }),
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
    fn a_build_may_be_a_draft_of_a_moment_with_a_receipt_elsewhere() {
        let expected = Building {
            out: PathBuf::from("www"),
            why: Some("index.html".to_owned()),
            draft: true,
            time: Some("2024-06-28T09:00:00+09:00".to_owned()),
            receipt: Some(PathBuf::from("records/a.json")),
        };
        let typed = "nendo build --draft --out www --time 2024-06-28T09:00:00+09:00 \
                     --receipt records/a.json --why index.html";
        assert_eq!(job(typed).task, Task::Build(expected));
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
