//! The settings files of the example as forms to fill in, so that what they explain is written once: a line is set or left out
//! as a comment, a section gets other entries.

/// A settings file.
#[derive(Clone, Debug)]
pub(crate) struct Example(String);

impl Example {
    /// site.toml.
    pub(crate) fn site() -> Self {
        Self(include_str!("../../../../content/site.toml").to_owned())
    }

    /// plan.toml.
    pub(crate) fn plan() -> Self {
        Self(include_str!("../../../../content/plans/dx/plan.toml").to_owned())
    }

    /// The whole file.
    pub(crate) fn text(self) -> String {
        self.0
    }

    /// Sets a setting, whose value is TOML; without one the line becomes a comment.
    pub(crate) fn set(&mut self, key: &str, value: Option<&str>) {
        let own = format!("{key} = ");
        let lines = self.0.lines().map(|line| match (line.strip_prefix(&own), value) {
            (None, _) => line.to_owned(),
            (Some(_), Some(value)) => own.clone() + value,
            (Some(_), None) => format!("# {line}"),
        });
        self.0 = lines.map(|line| line + "\n").collect();
    }

    /// Puts something in the place of all entries below a heading, and of the heading itself: from its first
    /// line to the blank line behind its last.
    pub(crate) fn replace(&mut self, heading: &str, entries: &str) {
        let own = format!("\n{heading}\n");
        let (Some(from), Some(last)) = (self.0.find(&own), self.0.rfind(&own)) else { return };
        let behind = last + own.len();
        let to = self.0[behind..].find("\n\n").map_or(self.0.len(), |length| behind + length);
        self.0.replace_range(from + 1..to, entries);
    }
}

#[cfg(test)]
mod tests {
    use super::Example;

    #[test]
    fn the_example_has_what_is_filled_in() {
        let (site, plan) = (Example::site().text(), Example::plan().text());
        for key in ["title", "publisher", "source", "languages", "municipality-code", "notice"] {
            assert_eq!(site.matches(&format!("\n{key} = ")).count(), 1, "{key}");
        }
        for line in ["\ntitle = ", "\nlevels = ", "\n[slugs]\n"] {
            assert_eq!(plan.matches(line).count(), 1, "{line}");
        }
        let mut plan = Example::plan();
        plan.replace("[slugs]", "[slugs]\n\"柱\" = \"p1\"");
        plan.replace("[[scale]]", "[[scale]]\ngrade = \"良\"");
        let told = toml::from_str::<toml::Table>(&plan.text()).expect("TOML");
        let slugs = told["slugs"].as_table().expect("slugs");
        let scale = told["scale"].as_array().expect("a scale");
        assert_eq!((slugs.len(), scale.len()), (1, 1));
    }
}
