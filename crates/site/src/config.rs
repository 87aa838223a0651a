//! site.toml: what a city says of the whole site. It knows no plan and no page.

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Localized, Origin, Problem, Wording};
use serde::Deserialize;
use toml::Spanned;

const FILE: &str = "site.toml";
const DEFAULT_LANGUAGES: [&str; 2] = ["ja", "en"];

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The site's title.
    pub title: Wording,
    /// Who publishes it.
    pub publisher: Option<Wording>,
    /// What the figures were taken from.
    pub source: Option<Wording>,
    /// Language tags; the first is the language of the progress tables.
    pub languages: Vec<String>,
    /// Where the site will stand, for links that must be absolute.
    pub base_url: Option<String>,
    /// Under which licence the data is published, if that is stated.
    pub licence: Option<Licence>,
    /// 全国地方公共団体コード: six digits, the last a check digit.
    pub municipality_code: Option<String>,
    /// How Japanese pages write a fiscal year.
    pub year_style: YearStyle,
    /// A theme beside the content folder: `themes/NAME`.
    pub theme: Option<String>,
    /// A line above the header of every page.
    pub notice: Option<Wording>,
}

/// A licence of open data that nendo knows the name and address of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Licence {
    /// Creative Commons Attribution 4.0 International.
    #[serde(rename = "CC-BY-4.0")]
    CcBy4,
    /// 公共データ利用規約（第1.0版）, the Public Data License of Japan's Digital Agency.
    #[serde(rename = "PDL-1.0")]
    Pdl1,
}

impl Licence {
    /// Its short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CcBy4 => "CC BY 4.0",
            Self::Pdl1 => "PDL 1.0",
        }
    }

    /// Where its text stands.
    #[must_use]
    pub fn url(self) -> &'static str {
        match self {
            Self::CcBy4 => "https://creativecommons.org/licenses/by/4.0/",
            Self::Pdl1 => "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
        }
    }
}

/// Which of the two names of a fiscal year stands first on a Japanese page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearStyle {
    /// 2023年度（令和5年度）.
    #[default]
    Western,
    /// 令和5年度（2023年度）.
    Era,
}

impl Config {
    /// Reads site.toml; a content folder without one has the defaults.
    #[must_use]
    pub fn read(content: &Path) -> Checked<Self> {
        match std::fs::read(content.join(FILE)) {
            Ok(bytes) => Self::parse(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Settings::default().check(""),
            Err(error) => Self::unreadable(Case::Io { message: error.to_string() }, Origin::file(FILE)),
        }
    }

    fn parse(bytes: &[u8]) -> Checked<Self> {
        let Ok(text) = std::str::from_utf8(bytes) else {
            return Self::unreadable(Case::Undecodable {}, Origin::file(FILE));
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match toml::from_str::<Settings>(text) {
            Ok(settings) => settings.check(text),
            Err(error) => {
                let origin = Origin::row(FILE, line(text, error.span().map_or(0, |span| span.start)));
                Self::unreadable(Case::BadSettings { message: error.message().to_owned() }, origin)
            }
        }
    }

    /// The defaults, so that whatever does not hang on the settings can still be looked at.
    fn unreadable(case: Case, origin: Origin) -> Checked<Self> {
        Checked { value: Settings::default().check("").value, problems: vec![Problem { case, origin }] }
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
        } = self;
        let mut problems = Vec::new();
        let mut sound = |setting: &str, value: &Spanned<String>, is_sound: bool| {
            if !is_sound {
                let case = Case::BadSetting { setting: setting.to_owned(), value: value.as_ref().clone() };
                problems.push(Problem { case, origin: Origin::row(FILE, line(text, value.span().start)) });
            }
            is_sound.then(|| value.as_ref().clone())
        };
        let mut tags: Vec<String> = Vec::new();
        for tag in languages.iter().flatten() {
            let known = tags.iter().any(|known| known.eq_ignore_ascii_case(tag.as_ref()));
            let is_tag = tag.as_ref().parse::<icu_locale_core::Locale>().is_ok();
            tags.extend(sound("languages", tag, is_tag && !known));
        }
        let mut optional = |setting: &str, value: Option<Spanned<String>>, is_sound: fn(&str) -> bool| {
            value.and_then(|value| sound(setting, &value, is_sound(value.as_ref())))
        };
        let base_url = optional("base-url", base_url, is_base_url);
        let municipality_code = optional("municipality-code", municipality_code, has_check_digit);
        let theme = optional("theme", theme, is_folder_name);
        if languages.as_ref().is_some_and(Vec::is_empty) {
            let case = Case::BadSetting { setting: "languages".to_owned(), value: "[]".to_owned() };
            problems.push(Problem { case, origin: Origin::file(FILE) });
        }
        let value = Config {
            title: title.map_or_else(|| Wording::Source(String::new()), Wording::from),
            publisher: publisher.map(Wording::from),
            source: source.map(Wording::from),
            languages: if tags.is_empty() { DEFAULT_LANGUAGES.map(str::to_owned).to_vec() } else { tags },
            base_url,
            licence,
            municipality_code,
            year_style,
            theme,
            notice: notice.map(Wording::from),
        };
        Checked { value, problems }
    }
}

/// The line, from 1, that a byte of a text stands on.
fn line(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or_default();
    u32::try_from(before.matches('\n').count()).map_or(u32::MAX, |lines| lines.saturating_add(1))
}

fn is_folder_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', '.', ':'])
}

/// Modulus 11 with weights 6 to 2 over the first five digits.
/// Source: 総務省「全国地方公共団体コード」検査数字の算出法.
fn has_check_digit(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let [weighed @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = weighed.iter().zip((2..=6).rev()).map(|(digit, weight)| digit * weight).sum();
    code.len() == 6 && digits.len() == 6 && *check == (11 - sum % 11) % 10
}

fn is_base_url(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !url.contains(['?', '#', '"', '<', '>', ' '])
}

#[cfg(test)]
mod tests {
    use super::{Config, has_check_digit};
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
        assert_eq!(config("title = \"x\"").value.title, Wording::Source("x".to_owned()));
        assert!(matches!(config("title = { ja = \"x\" }").value.title, Wording::Given(_)));
    }

    #[test]
    fn values_that_cannot_be_are_refused() {
        for text in [
            "languages = []",
            "languages = [\"ja\", \"../x\"]",
            "languages = [\"ja\", \"ja\"]",
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
            assert!(has_check_digit(code), "{code}");
        }
        assert!(!has_check_digit("221308"));
        assert!(!has_check_digit("22130"));
    }
}
