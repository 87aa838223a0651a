//! What can be typed: the commands and options, with their help in the language of the reader.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::allowance::Allowance;
use crate::moment;
use crate::new::wishes::Wishes;
use crate::words::{Language, Voice};

/// More threads than any build can use, and few enough that every system can start them.
const MOST_THREADS: i64 = 256;

const TEMPLATE: &str = "{about-with-newline}
{usage-heading} {usage}

{all-args}{after-help}";

/// The language asked for with `--lang`. It is looked for before anything else is understood,
/// because help and usage errors are said in it too.
pub(crate) fn language(typed: &[OsString]) -> Option<Language> {
    let mut words = typed.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    let tag = loop {
        let word = words.next()?;
        if word == "--lang" {
            break words.next()?.into_owned();
        }
        if let Some(tag) = word.strip_prefix("--lang=") {
            break tag.to_owned();
        }
    };
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

/// Everything that nendo understands.
pub(crate) fn command(voice: Voice<'_>) -> Command {
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(voice.word("option-help"));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    plain("nendo", voice)
        .version(env!("CARGO_PKG_VERSION"))
        .about(voice.word("about"))
        .override_usage(voice.word("usage-root"))
        .after_help(voice.word("examples"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_help_heading(voice.word("commands"))
        .subcommand_value_name(voice.word("command"))
        .args(shared(voice))
        .arg(help.global(true))
        .arg(version.help(voice.word("option-version")))
        .subcommand(
            task("build", voice)
                .arg(folder("out", voice))
                .arg(option("draft", voice).action(ArgAction::SetTrue))
                .arg(file("receipt", voice))
                .arg(option("time", voice).value_name(voice.word("time")).value_parser(moment::read))
                .arg(option("why", voice).value_name(voice.word("file"))),
        )
        .subcommand(
            task("serve", voice)
                .arg(folder("out", voice))
                .arg(option("port", voice).value_name(voice.word("number")).value_parser(value_parser!(u16)))
                .arg(
                    option("host", voice)
                        .value_name(voice.word("address"))
                        .value_parser(value_parser!(IpAddr)),
                )
                .args(["open", "poll"].map(|name| option(name, voice).action(ArgAction::SetTrue))),
        )
        .subcommand(
            task("publish", voice)
                .arg(Arg::new("target").help(voice.word("option-target")).value_name(voice.word("target")))
                .arg(folder("out", voice))
                .args(
                    ["dry-run", "force", "allow-outdated"]
                        .map(|name| option(name, voice).action(ArgAction::SetTrue)),
                )
                .arg(
                    option("max-removals", voice)
                        .value_name(voice.word("removals"))
                        .value_parser(|text: &str| text.parse::<Allowance>()),
                )
                .arg(option("verify", voice).value_name("URL").value_parser(is_url))
                .arg(file("receipt", voice)),
        )
        .subcommand(task("check", voice).args(
            ["explain", "audit", "readability"].map(|name| option(name, voice).action(ArgAction::SetTrue)),
        ))
        .subcommand(
            task("new", voice)
                .arg(Arg::new("folder").value_parser(value_parser!(PathBuf)).hide(true))
                .args(answers(voice))
                .arg(option("yes", voice).short('y').action(ArgAction::SetTrue)),
        )
        .subcommand(task("rollover", voice).args(["plan", "year"].map(|name| {
            Arg::new(name).help(voice.word(&format!("option-{name}"))).value_name(voice.word(name))
        })))
        .subcommand(task("translations", voice))
}

fn task(name: &'static str, voice: Voice<'_>) -> Command {
    plain(name, voice)
        .about(voice.word(&format!("about-{name}")))
        .override_usage(voice.word(&format!("usage-{name}")))
        .after_help(voice.word(&format!("examples-{name}")))
}

fn plain(name: &'static str, voice: Voice<'_>) -> Command {
    let template = TEMPLATE.replace("{usage-heading}", &format!("{}:", voice.word("usage")));
    Command::new(name)
        .help_template(template)
        .next_help_heading(voice.word("options"))
        .disable_help_flag(true)
}

/// The options of every command, which may stand before its name or after it.
fn shared(voice: Voice<'_>) -> [Arg; 6] {
    [
        folder("content", voice),
        folder("theme", voice),
        option("threads", voice)
            .value_name(voice.word("count"))
            .value_parser(value_parser!(u16).range(1..=MOST_THREADS)),
        option("strict", voice).action(ArgAction::SetTrue),
        choice("lang", &Language::ALL.map(Language::tag), voice),
        choice("format", &["full", "short", "json"], voice),
    ]
    .map(|option| option.global(true))
}

/// The answers to the questions of `nendo new`, under a heading of their own.
fn answers(voice: Voice<'_>) -> [Arg; 9] {
    Wishes::NAMES.map(|name| {
        let answer = Arg::new(name).long(name).help(voice.word(&format!("answer-{name}")));
        answer.value_name(voice.word("value")).help_heading(voice.word("answers"))
    })
}

/// One of these words.
fn choice(name: &'static str, words: &[&'static str], voice: Voice<'_>) -> Arg {
    let option = option(name, voice).value_name(words.join("|")).hide_possible_values(true);
    option.value_parser(PossibleValuesParser::new(words))
}

/// A file.
fn file(name: &'static str, voice: Voice<'_>) -> Arg {
    option(name, voice).value_name(voice.word("file")).value_parser(value_parser!(PathBuf))
}

/// Whether this is the address of a site.
fn is_url(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    if is_web { Ok(text.to_owned()) } else { Err(text.to_owned()) }
}

/// A folder.
fn folder(name: &'static str, voice: Voice<'_>) -> Arg {
    option(name, voice).value_name(voice.word("folder")).value_parser(value_parser!(PathBuf))
}

/// An option. Its help says its values and default itself, as clap would say them in English.
fn option(name: &'static str, voice: Voice<'_>) -> Arg {
    Arg::new(name).long(name).help(voice.word(&format!("option-{name}")))
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{command, language};
    use crate::words::{Language, Words};

    fn typed(words: &[&str]) -> Vec<std::ffi::OsString> {
        std::iter::once("nendo").chain(words.iter().copied()).map(Into::into).collect()
    }

    #[test]
    fn the_command_is_sound_in_both_languages() {
        let words = Words::embedded();
        for language in Language::ALL {
            command(words.voice(language)).debug_assert();
        }
    }

    #[test]
    fn help_is_in_the_language_asked_for() {
        let words = Words::embedded();
        for (language, usage, example) in
            [(Language::Ja, "使い方: nendo", "例:"), (Language::En, "Usage: nendo", "Examples:")]
        {
            for task in ["", "build", "serve", "check", "new", "rollover", "translations"] {
                let help = command(words.voice(language))
                    .try_get_matches_from(["nendo", task, "--help"].iter().filter(|word| !word.is_empty()))
                    .expect_err("help")
                    .to_string();
                assert!(help.contains(format!("{usage} {task}").trim_end()), "{help}");
                assert!(help.contains(example) && help.contains("--threads"), "{help}");
                assert!(
                    !help.contains("option-") && !help.contains("answer-") && !help.contains('{'),
                    "{help}"
                );
                assert_eq!(language == Language::En, help.is_ascii(), "{help}");
                // Lines are broken by hand: clap breaks no Japanese.
                assert!(help.lines().all(|line| line.width() <= 80), "{help}");
            }
        }
    }

    #[test]
    fn the_language_is_found_before_anything_is_understood() {
        assert_eq!(language(&typed(&["build", "--lang", "en"])), Some(Language::En));
        assert_eq!(language(&typed(&["--lang=ja", "--nonsense"])), Some(Language::Ja));
        assert_eq!(language(&typed(&["build", "--lang"])), None);
        assert_eq!(language(&typed(&["build", "--lang", "fr"])), None);
        assert_eq!(language(&typed(&["build", "--", "--lang", "en"])), None);
    }
}
