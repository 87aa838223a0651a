//! What was typed and makes no sense, in the words of the reader; and help, which is asked for in
//! the same way.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::stream;
use crate::words::Voice;

/// Shows help or the mistake. Wrong usage is exit code 2.
pub(crate) fn show(error: &Error, voice: Voice<'_>) -> ExitCode {
    if error.use_stderr() {
        stream::err(&text(error, voice));
        return ExitCode::from(2);
    }
    stream::out(&error.render().to_string());
    ExitCode::SUCCESS
}

fn text(error: &Error, voice: Voice<'_>) -> String {
    let Some(message) = message(error, voice) else { return error.render().to_string() };
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(|kind| context(error, kind));
    let hint = match suggestion {
        Some(value) => voice.say("did-you-mean", &[("value", value.into())]),
        None => voice.word("see-help"),
    };
    format!("{}: {message}\n  {}: {hint}\n", voice.word("severity-error"), voice.word("hint"))
}

/// The mistake in words; nothing for help, and for mistakes that only clap itself has words for.
fn message(error: &Error, voice: Voice<'_>) -> Option<String> {
    let option = || option(error, ContextKind::InvalidArg);
    let value = || context(error, ContextKind::InvalidValue).unwrap_or_default();
    let known = context(error, ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => Some(voice.say("wrong-option", &[("value", option()?.into())])),
        ErrorKind::InvalidSubcommand => {
            let value = context(error, ContextKind::InvalidSubcommand)?;
            Some(voice.say("wrong-command", &[("value", value.into())]))
        }
        ErrorKind::MissingSubcommand => Some(voice.word("no-command")),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value().is_empty() => {
            Some(voice.say("no-value", &[("option", option()?.into())]))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let id = if known.is_some() { "wrong-choice" } else { "wrong-value" };
            let told = [("option", option()?.into()), ("value", value().into()), ("known", known.into())];
            Some(voice.say(id, &told))
        }
        ErrorKind::ArgumentConflict if option() == self::option(error, ContextKind::PriorArg) => {
            Some(voice.say("repeated", &[("option", option()?.into())]))
        }
        ErrorKind::TooManyValues => Some(voice.say("not-taken", &[("option", option()?.into())])),
        _ => None,
    }
}

/// The option without the name of its value: `--out <DIR>`.
fn option(error: &Error, kind: ContextKind) -> Option<String> {
    context(error, kind).map(|option| option.split(' ').next().unwrap_or_default().to_owned())
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join(", ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::args::command;
    use crate::words::{Language, Words};

    fn said(typed: &str, language: Language) -> String {
        let words = Words::embedded();
        let voice = words.voice(language);
        let error = command(voice).try_get_matches_from(typed.split(' ')).expect_err(typed);
        text(&error, voice)
    }

    #[test]
    fn mistakes_are_told_in_the_language_of_the_reader() {
        let cases = [
            ("nendo build --thread 2", "there is no option `--thread`", "オプション「--thread」はありません"),
            ("nendo build extra", "there is no option `extra`", "オプション「extra」はありません"),
            ("nendo biuld", "there is no command `biuld`", "コマンド「biuld」はありません"),
            ("nendo --strict", "a command is needed", "コマンドがありません"),
            ("nendo build --out", "--out needs a value", "--out に値がありません"),
            ("nendo build --threads 0", "--threads cannot be `0`", "--threads に「0」は使えません"),
            ("nendo build --threads x", "--threads cannot be `x`", "--threads に「x」は使えません"),
            (
                "nendo build --format xml",
                "--format cannot be `xml` (it can be full, short, json)",
                "--format に「xml」は使えません（使える値: full, short, json）",
            ),
            ("nendo build --out a --out b", "--out is given more than once", "--out が2回以上あります"),
            ("nendo build --strict=yes", "--strict takes no value", "--strict に値は付けられません"),
        ];
        for (typed, en, ja) in cases {
            let said = [said(typed, Language::En), said(typed, Language::Ja)];
            assert!(said[0].starts_with(&format!("error: {en}\n  hint: ")), "{typed}: {}", said[0]);
            assert!(said[1].starts_with(&format!("エラー: {ja}\n  対処: ")), "{typed}: {}", said[1]);
        }
    }

    #[test]
    fn a_near_miss_is_suggested() {
        assert!(said("nendo build --thread 2", Language::En).contains("did you mean --threads?"));
        assert!(said("nendo biuld", Language::Ja).contains("もしかして: build"));
    }
}
