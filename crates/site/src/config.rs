//! site.toml: what a city says of the whole site. It knows no plan and no page.

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Localized, Origin, Problem, Wording};
use serde::Deserialize;

const FILE: &str = "site.toml";

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
        let settings = match std::fs::read(content.join(FILE)) {
            Ok(bytes) => parse(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Settings::default()),
            Err(error) => {
                let case = Case::Io { message: error.to_string() };
                Err(Problem { case, origin: Origin::file(FILE) })
            }
        };
        match settings {
            Ok(settings) => settings.check(),
            Err(problem) => Checked { value: Settings::default().check().value, problems: vec![problem] },
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Settings {
    title: Option<Text>,
    publisher: Option<Text>,
    source: Option<Text>,
    languages: Option<Vec<String>>,
    base_url: Option<String>,
    licence: Option<Licence>,
    municipality_code: Option<String>,
    #[serde(default)]
    year_style: YearStyle,
    theme: Option<String>,
    notice: Option<Text>,
}

#[derive(Deserialize)]
#[serde(untagged)]
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
    fn check(self) -> Checked<Config> {
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
        let mut refuse = |setting: &str, value: &str| {
            let case = Case::BadSetting { setting: setting.to_owned(), value: value.to_owned() };
            problems.push(Problem { case, origin: Origin::file(FILE) });
        };
        let mut languages = languages.unwrap_or_else(|| vec!["ja".to_owned(), "en".to_owned()]);
        if languages.is_empty() {
            refuse("languages", "[]");
            languages.push("ja".to_owned());
        }
        for (at, tag) in languages.iter().enumerate() {
            let sound = tag.parse::<icu_locale_core::Locale>().is_ok();
            if !sound || languages[..at].iter().any(|earlier| earlier.eq_ignore_ascii_case(tag)) {
                refuse("languages", tag);
            }
        }
        languages.retain(|tag| tag.parse::<icu_locale_core::Locale>().is_ok());
        if let Some(code) = municipality_code.as_deref().filter(|code| !has_check_digit(code)) {
            refuse("municipality-code", code);
        }
        if let Some(url) = base_url.as_deref().filter(|url| !is_base_url(url)) {
            refuse("base-url", url);
        }
        if let Some(name) = theme.as_deref().filter(|name| name.is_empty() || name.contains(['/', '\\', '.']))
        {
            refuse("theme", name);
        }
        let value = Config {
            title: title.map_or_else(|| Wording::Source(String::new()), Wording::from),
            publisher: publisher.map(Wording::from),
            source: source.map(Wording::from),
            languages,
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

fn parse(bytes: &[u8]) -> Result<Settings, Problem> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(Problem { case: Case::Undecodable {}, origin: Origin::file(FILE) });
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = u32::try_from(before.matches('\n').count()).map_or(1, |lines| lines + 1);
        let case = Case::BadSettings { message: error.message().to_owned() };
        Problem { case, origin: Origin::row(FILE, line) }
    })
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
    use super::{Config, has_check_digit, parse};
    use nendo_model::{Case, Wording};

    fn config(text: &str) -> nendo_model::Checked<Config> {
        parse(text.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}")).check()
    }

    #[test]
    fn an_empty_file_has_the_defaults() {
        let config = config("");
        assert_eq!(config.value.languages, ["ja", "en"]);
        assert!(config.problems.is_empty());
    }

    #[test]
    fn a_bad_key_is_named_with_its_line() {
        let problem = parse(b"title = \"x\"\n# \xe5\xb9\xb4\nttile = \"y\"\n").err().expect("a problem");
        assert!(matches!(&problem.case, Case::BadSettings { message } if message.contains("ttile")));
        assert_eq!(problem.origin.row, Some(3));
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
