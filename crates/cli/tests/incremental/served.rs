//! Scripts of edits while `nendo serve` watches. Once it has heeded an edit, the site that it serves is that of a fresh
//! build and it tells the same problems, whatever it kept in memory; if the build fails, the last good site stays.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::files::{self, Files};
use crate::ground::{self, Ground, THEME};
use crate::kill::OWN;
use crate::synthetic::Sizes;
use crate::synthetic::chance::Chance;
use crate::{each_seed, script};

/// Scripts that are tried, unless `NENDO_SERVES` says it.
const USUAL: u64 = 4;
/// Edits of a script.
const EDITS: usize = 6;
/// How long it may take until an edit is heeded; many times what a slow machine needs.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long nothing is heard where nothing goes on.
const LULL: Duration = Duration::from_millis(40);

#[test]
fn whatever_is_edited_the_site_that_is_served_is_that_of_a_fresh_build() {
    each_seed("NENDO_SERVES", USUAL, |seed| {
        let mut chance = Chance::of(seed);
        let mut inputs = if seed % 8 == 7 { ground::example() } else { ground::made_up(Sizes::small(3)) };
        // The theme's folder is there from the beginning to the end.
        inputs.insert(format!("{THEME}static/own.txt"), b"A file of the city's own.\n".to_vec());
        let ground = Ground::new(inputs);
        let mut script = Script { served: Served::begin(&ground), ground, told: Vec::new() };
        script.run(&mut chance).map_err(|wrong| script.told.join("\n") + "\n" + &wrong)
    });
}

/// What is served, and what was done to its inputs, in words.
struct Script {
    served: Served,
    ground: Ground,
    told: Vec<String>,
}

impl Script {
    fn run(&mut self, chance: &mut Chance) -> Result<(), String> {
        self.heeded()?;
        for _ in 0..EDITS {
            let before = self.ground.inputs().clone();
            let mut inputs = before.clone();
            // Now and then a second edit comes before anybody looks.
            for _ in 0..=chance.below(4) / 3 {
                let (told, edited) = edit(chance, &inputs);
                self.told.push(told);
                inputs = edited;
            }
            self.ground.change(inputs);
            let is_built = self.heeded()?;
            // What is wrong is mended, or something else is edited first.
            if !is_built && chance.below(3) > 0 {
                self.told.push("this is taken back".to_owned());
                self.ground.change(before);
                self.heeded()?;
            }
        }
        Ok(())
    }

    /// Waits until the inputs are heeded as they are now: whether a site can be made of them.
    fn heeded(&mut self) -> Result<bool, String> {
        let before = site(&self.ground);
        let (said, mut fresh) = self.ground.build_fresh(&["--format", "json"]);
        fresh.retain(|path, _| !path.starts_with(OWN));
        let problems: Vec<String> = said.text.lines().filter_map(problem).collect();
        let is_built = said.status.success();
        let since = self.served.built;
        let begun = Instant::now();
        loop {
            self.served.listen();
            let is_told = self.served.last.as_ref() == Some(&(is_built, problems.clone()));
            // An edit of several files may be built in between, and a good one of those stays.
            let stands =
                if is_built { Some(&fresh) } else { Some(&before).filter(|_| self.served.built == since) };
            let wrong = stands.and_then(|stands| files::difference(&site(&self.ground), stands));
            if is_told && wrong.is_none() {
                return Ok(is_built);
            }
            if begun.elapsed() > PATIENCE {
                let Served { last, .. } = &self.served;
                let wrong = wrong.unwrap_or_default();
                return Err(format!(
                    "beside a fresh build:\n{wrong}\nit said {last:?}\nand not {problems:?}"
                ));
            }
        }
    }
}

/// An edit that leaves the theme's folder.
fn edit(chance: &mut Chance, inputs: &Files) -> (String, Files) {
    loop {
        let edited = script::edit(chance, inputs);
        if let Some((told, files)) =
            edited.filter(|(_, files)| files.keys().any(|path| path.starts_with(THEME)))
        {
            return (told, files);
        }
    }
}

/// What stands in the output, but for what nendo keeps for itself.
fn site(ground: &Ground) -> Files {
    let mut site = files::read(&ground.public());
    site.retain(|path, _| !path.starts_with(OWN));
    site
}

/// A line that tells a problem.
fn problem(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    line.get("code").map(|_| line.to_string())
}

/// The program, with what it said.
struct Served {
    child: Child,
    lines: Receiver<String>,
    /// Problems told since the last build.
    problems: Vec<String>,
    /// Whether the last build came to its end well, and its problems.
    last: Option<(bool, Vec<String>)>,
    /// Builds that did.
    built: usize,
}

impl Served {
    fn begin(ground: &Ground) -> Self {
        let mut child = ground.serve().stdout(Stdio::piped()).spawn().expect("the program runs");
        let out = BufReader::new(child.stdout.take().expect("its words"));
        let (sender, lines) = channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines, problems: Vec::new(), last: None, built: 0 }
    }

    /// Hears what is said until there is a lull.
    fn listen(&mut self) {
        while let Ok(line) = self.lines.recv_timeout(LULL) {
            if let Some(problem) = problem(&line) {
                self.problems.push(problem);
            }
            let line: Value = serde_json::from_str(&line).expect("JSON");
            if let Some(outcome) = line.pointer("/serve/outcome") {
                let is_built = outcome == "built";
                self.built += usize::from(is_built);
                self.last = Some((is_built, std::mem::take(&mut self.problems)));
            }
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
