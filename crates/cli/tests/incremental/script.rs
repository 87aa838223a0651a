//! Scripts of edits. After each edit the build into the standing site and the one into a fresh folder say the same, and
//! leave the same site; if they fail, the standing site is as it was, and the edit is taken back.

use std::fs;
use std::time::SystemTime;

use crate::files::{self, Files};
use crate::ground::{self, Ground};
use crate::synthetic::Sizes;
use crate::synthetic::chance::Chance;
use crate::table::pick;
use crate::{content, each_seed, look, output, settings, structure};

/// Scripts that are tried, unless `NENDO_SCRIPTS` says it.
const USUAL: u64 = 16;

/// An edit of the inputs, told in words; `None` where there is nothing of the kind.
type Edit = fn(&mut Chance, &mut Files) -> Option<String>;

/// The edits, each as often as it is drawn.
const EDITS: [Edit; 17] = [
    structure::cell,
    structure::cell,
    structure::cell,
    structure::header,
    structure::kpi,
    structure::kpi,
    structure::branch,
    structure::section,
    content::year,
    content::plan,
    content::translation,
    content::units,
    content::prose,
    content::saved_again,
    settings::site,
    settings::plan,
    look::theme,
];

#[test]
fn whatever_is_edited_the_site_is_that_of_a_fresh_build() {
    each_seed("NENDO_SCRIPTS", USUAL, |seed| {
        let mut chance = Chance::of(seed);
        let inputs = if seed % 8 == 7 { ground::example() } else { ground::made_up(Sizes::small(2)) };
        let mut script = Script { ground: Ground::new(inputs), is_draft: false, told: Vec::new() };
        script.run(&mut chance).map_err(|wrong| script.told.join("\n") + "\n" + &wrong)
    });
}

/// Inputs after one edit, told in words; `None` where there is nothing of the kind that was drawn.
pub(crate) fn edit(chance: &mut Chance, inputs: &Files) -> Option<(String, Files)> {
    let mut inputs = inputs.clone();
    let told = pick(chance, &EDITS)?(chance, &mut inputs)?;
    Some((told, inputs))
}

/// A ground, and what was done to it, in words.
struct Script {
    ground: Ground,
    /// Whether what is built is a draft.
    is_draft: bool,
    told: Vec<String>,
}

impl Script {
    fn run(&mut self, chance: &mut Chance) -> Result<(), String> {
        self.build(chance)?;
        for _ in 0..=chance.below(5).min(chance.below(5)) {
            let before = self.ground.inputs().clone();
            self.edit(chance);
            if !self.build(chance)? {
                self.told.push("this is taken back".to_owned());
                self.ground.change(before);
            }
        }
        Ok(())
    }

    /// Makes one edit, of the inputs, of the output or of what is asked for.
    fn edit(&mut self, chance: &mut Chance) {
        let told = loop {
            if chance.below(8) == 0 {
                self.is_draft = !self.is_draft;
                break if self.is_draft { "a draft of it" } else { "no draft any more" }.to_owned();
            }
            if chance.below(5) == 0 {
                if let Some(told) = output::damage(chance, &mut self.ground) {
                    break format!("output: {told}");
                }
                continue;
            }
            if let Some((told, inputs)) = edit(chance, self.ground.inputs()) {
                let is_as_old = chance.below(3) == 0;
                let times = if is_as_old { self.times() } else { Vec::new() };
                self.ground.change(inputs);
                self.set_times(&times);
                break told + if is_as_old { " (files look as old as before)" } else { "" };
            }
        };
        self.told.push(told);
    }

    /// Builds into the standing site and into a fresh folder, and compares: whether it could be built.
    fn build(&mut self, chance: &mut Chance) -> Result<bool, String> {
        let format: &[&str] =
            pick(chance, &[&["--format", "json"][..], &["--format", "short"], &["--lang", "ja"]])
                .expect("there are some");
        let threads = (1 + chance.below(4)).to_string();
        let draft: &[&str] = if self.is_draft { &["--draft"] } else { &[] };
        let before = files::read(&self.ground.public());
        let said = self.ground.build(&[format, draft, &["--threads", &threads]].concat());
        let (fresh_said, mut fresh) = self.ground.build_fresh(&[format, draft].concat());
        if said != fresh_said {
            return Err(format!("said: {said}\nin a fresh folder: {fresh_said}"));
        }
        let after = files::read(&self.ground.public());
        let is_built = said.status.success();
        let wrong = if is_built {
            fresh.extend(self.ground.foreign.clone());
            files::difference(&after, &fresh).map(|told| format!("beside a fresh build:\n{told}"))
        } else {
            files::difference(&after, &before).map(|told| format!("a build that failed changed:\n{told}"))
        };
        wrong.map_or(Ok(is_built), |wrong| Err(format!("{wrong}\nit said: {said}")))
    }

    /// The inputs with the time at which they were written.
    fn times(&self) -> Vec<(String, SystemTime)> {
        let time = |path: &String| {
            fs::metadata(self.input(path)).and_then(|about| about.modified()).expect("a time")
        };
        self.ground.inputs().keys().map(|path| (path.clone(), time(path))).collect()
    }

    fn set_times(&self, times: &[(String, SystemTime)]) {
        for (path, time) in times.iter().filter(|(path, _)| self.ground.inputs().contains_key(path)) {
            let file = fs::File::options().write(true).open(self.input(path)).expect("a file");
            file.set_modified(*time).expect("a time");
        }
    }

    fn input(&self, path: &str) -> std::path::PathBuf {
        files::at(&self.ground.folder.join("inputs"), path)
    }
}
