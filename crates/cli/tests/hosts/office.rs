//! An office that publishes: a desk with content, and a place where the site goes.

use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

use crate::desk::{Desk, Ran, TABLE};
use crate::place::{Files, Kind, Place, read};

const SITE: &str = "title = { ja = \"進捗\", en = \"Progress\" }\nbase-url = \"https://city.example/\"\n";

/// The office.
pub(crate) struct Office {
    pub(crate) desk: Desk,
    pub(crate) place: Place,
}

impl Office {
    /// One with a place of a kind, to which nothing was published yet; the site is built.
    pub(crate) fn new(kind: Kind) -> Self {
        let office = Self { desk: Desk::new(), place: Place::of(kind) };
        office.write(&office.place.settings);
        office.build();
        office
    }

    /// What a setting of the place is.
    pub(crate) fn setting(&self, name: &str) -> &str {
        let mut lines = self.place.settings.lines();
        let value = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        value.expect("a setting").trim_matches(['"', '\''])
    }

    /// Writes the settings with this one in place of what it was, or without it.
    pub(crate) fn set(&self, name: &str, value: Option<&str>) {
        let others = self.place.settings.lines().filter(|line| !line.starts_with(&format!("{name} =")));
        let line = value.map(|value| format!("{name} = \"{value}\""));
        self.write(&others.map(ToOwned::to_owned).chain(line).collect::<Vec<_>>().join("\n"));
    }

    fn write(&self, settings: &str) {
        self.desk.write("content/site.toml", format!("{SITE}\n[publish.web]\nretries = 1\n{settings}"));
    }

    /// Writes the table, and builds the site.
    pub(crate) fn edit(&self, table: &str) {
        self.desk.write("content/plans/city/2023.csv", table);
        self.build();
    }

    fn build(&self) {
        let ran = self.desk.run("build");
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }

    /// What was built.
    pub(crate) fn built(&self) -> Files {
        let mut files = read(&self.desk.path("public"));
        files.retain(|path, _| !path.starts_with(".nendo/"));
        files
    }

    /// Publishes, and says what came of it.
    pub(crate) fn publish(&self, options: &str) -> Published {
        Published::of(self.begin("C", &format!("{options} --format json")).wait_with_output())
    }

    /// Publishes as people do, in a locale.
    pub(crate) fn publish_in(&self, locale: &str, options: &str) -> Ran {
        let output = self.begin(locale, options).wait_with_output().expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Begins to publish.
    pub(crate) fn begin(&self, locale: &str, options: &str) -> Child {
        let mut nendo = Command::new(env!("CARGO_BIN_EXE_nendo"));
        nendo.arg("publish").args(options.split_whitespace()).current_dir(self.desk.path(""));
        // Neither keys nor hosts of whoever runs the tests.
        nendo.env("LC_ALL", locale).env("HOME", self.desk.path(""));
        for (name, secret) in &self.place.secrets {
            nendo.env(format!("NENDO_PUBLISH_WEB_{name}"), secret);
        }
        nendo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        nendo.spawn().expect("the program runs")
    }

    /// A table with a text in place of another.
    pub(crate) fn table(from: &str, to: &str) -> String {
        assert!(TABLE.contains(from), "{from}");
        TABLE.replace(from, to)
    }
}

/// What came of a publish.
#[derive(Debug)]
pub(crate) struct Published {
    pub(crate) code: Option<i32>,
    /// What the last line says.
    pub(crate) end: Value,
    /// All lines before it.
    pub(crate) told: Vec<Value>,
}

impl Published {
    fn of(output: std::io::Result<Output>) -> Self {
        let output = output.expect("it runs");
        let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let mut told: Vec<Value> = lines.map(|line| serde_json::from_slice(line).expect("JSON")).collect();
        let end = told.pop().unwrap_or_else(|| panic!("{output:?}"))["publish"].take();
        Self { code: output.status.code(), end, told }
    }

    /// How it ended, and how many files it sent and removed.
    pub(crate) fn came_to(&self) -> (&str, u64, u64) {
        let number = |name: &str| self.end[name].as_u64().unwrap_or_default();
        (self.end["outcome"].as_str().unwrap_or_default(), number("sent"), number("removed"))
    }
}
