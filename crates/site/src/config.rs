//! site.toml: what a city says of the whole site. It knows no plan and no page.
//! It is long because its tests name every value that cannot be.

mod publish;

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use nendo_model::{Case, Checked, Localized, Origin, Problem, Wording};
use serde::Deserialize;
use toml::Spanned;

pub use self::publish::{Address, Contents, FtpTls, PublishTarget, Service};
use crate::{route, text};

const FILE: &str = "site.toml";
const DEFAULT_LANGUAGES: [&str; 2] = ["ja", "en"];

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// The site's title; without one it has a word of the theme.
    pub(crate) title: Option<Wording>,
    /// Who publishes it.
    pub(crate) publisher: Option<Wording>,
    /// What the figures were taken from.
    pub(crate) source: Option<Wording>,
    /// Language tags; the first is the language of the progress tables.
    pub languages: Vec<String>,
    /// Where the site will stand, for links that must be absolute.
    pub(crate) base_url: Option<String>,
    /// Under which licence the data is published, if that is stated.
    pub(crate) licence: Option<Licence>,
    /// 全国地方公共団体コード: six digits, the last a check digit.
    pub(crate) municipality_code: Option<String>,
    /// How Japanese pages write a fiscal year.
    pub(crate) year_style: YearStyle,
    /// A theme beside the content folder: `themes/NAME`.
    pub(crate) theme: Option<String>,
    /// A line above the header of every page.
    pub(crate) notice: Option<Wording>,
    pub(crate) raw_html: RawHtml,
    /// Where it is published.
    pub publishing: Publishing,
}

/// The places that the site is published to, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publishing(pub BTreeMap<String, PublishTarget>);

impl Hash for Publishing {
    /// No page depends on where it is published: none is made again for it.
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// A licence of open data that nendo knows the name and address of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub(crate) enum Licence {
    /// Creative Commons Attribution 4.0 International.
    #[serde(rename = "CC-BY-4.0")]
    CcBy4,
    /// 公共データ利用規約（第1.0版）, the Public Data License of Japan's Digital Agency.
    #[serde(rename = "PDL-1.0")]
    Pdl1,
}

impl Licence {
    /// Its short name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::CcBy4 => "CC BY 4.0",
            Self::Pdl1 => "PDL 1.0",
        }
    }

    /// Where its text stands.
    pub(crate) fn url(self) -> &'static str {
        match self {
            Self::CcBy4 => "https://creativecommons.org/licenses/by/4.0/",
            Self::Pdl1 => "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
        }
    }
}

/// Which of the two names of a fiscal year stands first on a Japanese page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum YearStyle {
    /// 2023年度（令和5年度）.
    #[default]
    Western,
    /// 令和5年度（2023年度）.
    Era,
}

/// What becomes of HTML in the prose of the content folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum RawHtml {
    /// It is shown as the text it is.
    #[default]
    Shown,
    /// It is a part of the page. A script in it is not run all the same, by the policy of every page.
    Kept,
}

impl Config {
    /// The folder on disk that the theme is read from, whether it is there or not: the one given, else `themes/NAME` beside
    /// the content folder.
    #[must_use]
    pub fn theme_folder(&self, content: &Path, given: Option<&Path>) -> Option<PathBuf> {
        let named = || {
            let name = self.theme.as_deref().filter(|name| *name != "default")?;
            let above = content.file_name().and(content.parent());
            let above = above.map_or_else(|| content.join(".."), Path::to_owned);
            Some(above.join("themes").join(name))
        };
        given.map(Path::to_owned).or_else(named)
    }

    /// Reads site.toml; a content folder without one has the defaults.
    #[must_use]
    pub fn read(content: &Path) -> Checked<Self> {
        match std::fs::read(content.join(FILE)) {
            Ok(bytes) => Self::parse(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Settings::default().check(""),
            Err(error) => {
                let case = Case::Io { message: error.to_string() };
                Self::unreadable(Problem { case, origin: Origin::file(FILE) })
            }
        }
    }

    fn parse(bytes: &[u8]) -> Checked<Self> {
        let settings = text::decode(bytes).map_err(|case| Problem { case, origin: Origin::file(FILE) });
        match settings.and_then(|text| Ok((text, text::parse::<Settings>(FILE, text)?))) {
            Ok((text, settings)) => settings.check(text),
            Err(problem) => Self::unreadable(problem),
        }
    }

    /// The defaults, so that whatever does not hang on the settings can still be looked at.
    fn unreadable(problem: Problem) -> Checked<Self> {
        Checked { value: Settings::default().check("").value, problems: vec![problem] }
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Settings {
    title: Option<Text>,
    publisher: Option<Text>,
    source: Option<Text>,
    languages: Option<Vec<Spanned<String>>>,
    base_url: Option<Spanned<String>>,
    licence: Option<Licence>,
    municipality_code: Option<Spanned<String>>,
    #[serde(default)]
    year_style: YearStyle,
    theme: Option<Spanned<String>>,
    notice: Option<Text>,
    #[serde(default)]
    raw_html: bool,
    #[serde(default)]
    publish: BTreeMap<Spanned<String>, publish::Settings>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text, or a table of texts by language")]
enum Text {
    One(String),
    Each(BTreeMap<String, String>),
}

impl From<Text> for Wording {
    fn from(text: Text) -> Self {
        match text {
            Text::One(source) => Self::Source(source),
            Text::Each(languages) => Self::Given(Localized(languages)),
        }
    }
}

impl Settings {
    /// The settings as they are used. `text` is the file, for the lines of what cannot be used.
    fn check(self, text: &str) -> Checked<Config> {
        let Self {
            title,
            publisher,
            source,
            languages,
            base_url,
            licence,
            municipality_code,
            year_style,
            theme,
            notice,
            raw_html,
            publish,
        } = self;
        let mut desk = Desk { text, problems: Vec::new() };
        let value = Config {
            title: title.map(Wording::from),
            publisher: publisher.map(Wording::from),
            source: source.map(Wording::from),
            languages: desk.languages(languages),
            base_url: desk.sound("base-url", base_url, is_base_url),
            licence,
            municipality_code: desk.sound("municipality-code", municipality_code, is_municipality_code),
            year_style,
            theme: desk.sound("theme", theme, is_folder_name),
            notice: notice.map(Wording::from),
            raw_html: if raw_html { RawHtml::Kept } else { RawHtml::Shown },
            publishing: Publishing(publish::targets(publish, FILE, text, &mut desk.problems)),
        };
        Checked { value, problems: desk.problems }
    }
}

/// Where values are looked at, and those that cannot be used are named with their lines.
struct Desk<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Desk<'_> {
    fn sound(
        &mut self,
        setting: &str,
        value: Option<Spanned<String>>,
        is_sound: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let value = value?;
        if is_sound(value.as_ref()) {
            return Some(value.into_inner());
        }
        let origin = text::origin(FILE, self.text, value.span().start);
        self.refuse(setting, value.into_inner(), origin);
        None
    }

    /// Language tags, each one once.
    fn languages(&mut self, written: Option<Vec<Spanned<String>>>) -> Vec<String> {
        if written.as_ref().is_some_and(Vec::is_empty) {
            self.refuse("languages", "[]".to_owned(), Origin::file(FILE));
        }
        let mut tags: Vec<String> = Vec::new();
        for tag in written.into_iter().flatten() {
            let is_new = |tag: &str| !tags.iter().any(|known| known.eq_ignore_ascii_case(tag));
            let is_sound = |tag: &str| is_new(tag) && is_language_tag(tag);
            let tag = self.sound("languages", Some(tag), is_sound);
            tags.extend(tag);
        }
        if tags.is_empty() { DEFAULT_LANGUAGES.map(str::to_owned).to_vec() } else { tags }
    }

    fn refuse(&mut self, setting: &str, value: String, origin: Origin) {
        let case = Case::BadSetting { setting: setting.to_owned(), value };
        self.problems.push(Problem { case, origin });
    }
}

/// Whether this is a language, and can be the name of a folder on every system beside those that nendo makes.
fn is_language_tag(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && tag.parse::<icu_locale_core::Locale>().is_ok()
        && !route::is_folder_taken(&tag.to_ascii_lowercase())
}

fn is_folder_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', '.', ':'])
}

/// Whether a text is a 全国地方公共団体コード of six digits whose check digit is right.
///
/// Modulus 11 with weights 6 to 2 over the first five digits.
/// Source: 総務省「全国地方公共団体コード」検査数字の算出法.
#[must_use]
pub fn is_municipality_code(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let [weighed @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = weighed.iter().zip((2..=6).rev()).map(|(digit, weight)| digit * weight).sum();
    code.len() == 6 && digits.len() == 6 && *check == (11 - sum % 11) % 10
}

fn is_base_url(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>\\^`{|}".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{Config, is_municipality_code};
    use nendo_model::{Case, Wording};

    fn config(text: &str) -> nendo_model::Checked<Config> {
        Config::parse(text.as_bytes())
    }

    #[test]
    fn an_empty_file_has_the_defaults() {
        let config = config("");
        assert_eq!(config.value.languages, ["ja", "en"]);
        assert!(config.problems.is_empty());
    }

    #[test]
    fn a_bad_key_is_named_with_its_line() {
        let problems = config("title = \"x\"\n# 年\nttile = \"y\"\n").problems;
        assert!(matches!(&problems[0].case, Case::BadSettings { message } if message.contains("ttile")));
        assert_eq!(problems[0].origin.row, Some(3));
    }

    #[test]
    fn a_bad_value_is_named_with_its_line() {
        let problems = config("# 年\nlanguages = [\n\"ja\",\n\"日本\"]\n").problems;
        assert_eq!(problems[0].origin.row, Some(4));
    }

    #[test]
    fn a_title_is_one_text_or_one_for_each_language() {
        assert_eq!(config("title = \"x\"").value.title, Some(Wording::Source("x".to_owned())));
        assert!(matches!(config("title = { ja = \"x\" }").value.title, Some(Wording::Given(_))));
    }

    #[test]
    fn values_that_cannot_be_are_refused() {
        for text in [
            "languages = []",
            "languages = [\"ja\", \"../x\"]",
            "languages = [\"ja\", \"ja\"]",
            "languages = [\"ja\", \"JA\"]",
            "languages = [\"ja_JP\"]",
            "languages = [\"aux\"]",
            "languages = [\"CON\"]",
            "languages = [\"assets\"]",
            "languages = [\"ja.\"]",
            "languages = [\"ja/..\"]",
            "base-url = \"https://日本.example/\"",
            "base-url = \"https://city.example/\\u0000\"",
            "base-url = \"https://city.example/\\\"x=\"",
            "municipality-code = \"221300\"",
            "base-url = \"example.jp\"",
            "theme = \"../x\"",
        ] {
            assert_eq!(config(text).problems.len(), 1, "{text}");
        }
    }

    #[test]
    fn check_digits_of_real_codes_hold() {
        for code in ["221309", "131016", "011002", "271004", "472077"] {
            assert!(is_municipality_code(code), "{code}");
        }
        assert!(!is_municipality_code("221308"));
        assert!(!is_municipality_code("22130"));
    }
}
