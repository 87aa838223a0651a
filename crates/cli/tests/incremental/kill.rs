//! Builds that are killed. Whenever that is, each file of the output is whole, of the site before or of the new one; and
//! the next build leaves what a fresh folder would get, without leftovers.

use std::path::Path;
use std::process::Stdio;
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use crate::each_seed;
use crate::files::{self, Files};
use crate::ground::{self, Ground};
use crate::synthetic::Sizes;
use crate::synthetic::chance::Chance;
use crate::table::pick;

/// Builds that are killed, unless `NENDO_KILLS` says it.
const USUAL: u64 = 20;
/// What nendo keeps for itself in the output.
pub(crate) const OWN: &str = ".nendo/";

/// Two contents with the sites that fresh builds make of them, and how long that takes.
pub(crate) struct Sites {
    pub(crate) inputs: [Files; 2],
    pub(crate) built: [Files; 2],
    pub(crate) usual: Duration,
}

#[test]
fn a_build_that_is_killed_leaves_whole_files_and_the_next_one_mends_all() {
    static SITES: OnceLock<Sites> = OnceLock::new();
    let sites = SITES.get_or_init(|| Sites::of(3));
    each_seed("NENDO_KILLS", USUAL, |seed| kill(&mut Chance::of(seed), sites));
}

fn kill(chance: &mut Chance, all: &Sites) -> Result<(), String> {
    let Sites { inputs, built, usual } = all;
    let [before, after] = inputs;
    let mut ground = Ground::new(before.clone());
    let stands = chance.below(2) == 0;
    if stands {
        files::change(&ground.public(), &Files::new(), &built[0]);
    }
    ground.change(after.clone());
    let new: Vec<&String> = built[1].keys().filter(|path| !built[0].contains_key(*path)).collect();
    let awaited = files::at(&ground.public(), pick(chance, &new).expect("there are some"));
    let told = Moment::any(chance).kill(chance, &ground, *usual, &awaited);
    let told = format!("over {}: killed {told}", if stands { "another site" } else { "nothing" });
    whole(&files::read(&ground.public()), all, stands).map_err(|wrong| format!("{told}\n{wrong}"))?;
    // What was begun is built again, or was taken back before that.
    let goes_on = chance.below(3) > 0;
    if !goes_on {
        ground.change(before.clone());
    }
    let said = ground.build(&["--format", "short"]);
    let wrong = files::difference(&files::read(&ground.public()), &built[usize::from(goes_on)]);
    let told = format!("{told}; then built {}", if goes_on { "again" } else { "as it was before" });
    match wrong {
        None if said.status.success() => Ok(()),
        wrong => Err(format!("{told}\n{}\n{said}", wrong.unwrap_or_default())),
    }
}

/// When a build is killed.
enum Moment {
    /// At any time.
    Any,
    /// As soon as something stands in the stage.
    Staging,
    /// As soon as nendo has changed what it remembers.
    Remembered,
    /// As soon as one of the files is there that only the new site has.
    Moving,
}

impl Moment {
    fn any(chance: &mut Chance) -> Self {
        match chance.below(5) {
            0 => Self::Any,
            1 => Self::Staging,
            2 => Self::Remembered,
            _ => Self::Moving,
        }
    }

    /// Begins a build and kills it: when that was, in words.
    fn kill(&self, chance: &mut Chance, ground: &Ground, usual: Duration, awaited: &Path) -> String {
        let memo = ground.public().join(".nendo/built");
        let stage = ground.public().join(".nendo/stage");
        let modified = || memo.metadata().and_then(|about| about.modified()).ok();
        let before = modified();
        let mut build = ground.command("standing", &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let build = build.as_mut().expect("the program runs");
        let begun = Instant::now();
        let wait = |is_there: &dyn Fn() -> bool, ended: &mut dyn FnMut() -> bool| {
            while !is_there() && !ended() {
                thread::sleep(Duration::from_micros(200));
            }
        };
        let mut ended = || build.try_wait().expect("a child").is_some();
        // Part of the time that is spent in what was waited for.
        let part = match self {
            Self::Any => usual,
            Self::Staging => {
                wait(&|| stage.is_dir(), &mut ended);
                usual / 2
            }
            Self::Remembered => {
                wait(&|| modified() != before, &mut ended);
                Duration::from_millis(20)
            }
            Self::Moving => {
                wait(&|| awaited.exists(), &mut ended);
                Duration::from_millis(4)
            }
        };
        thread::sleep(part.mul_f64(f64::from(u32::try_from(chance.below(1000)).expect("small")) / 1000.0));
        let ended = ended();
        let _ = build.kill();
        let _ = build.wait();
        format!("after {:?}{}", begun.elapsed(), if ended { ", at its end" } else { "" })
    }
}

impl Sites {
    /// Plans of which the second content has one more than the first, one less, and one with another cell.
    pub(crate) fn of(plans: usize) -> Self {
        let before = ground::made_up(Sizes { years: 2, ..Sizes::small(plans) });
        let mut after = ground::made_up(Sizes::small(plans));
        let cell = "content/plans/plan-000/2022.csv";
        let table = String::from_utf8(after[cell].clone()).expect("UTF-8").replacen('%', ".5%", 1);
        after.insert(cell.to_owned(), table.into_bytes());
        let moved: Files = after
            .iter()
            .map(|(path, bytes)| (path.replace("/plan-001/", "/another/"), bytes.clone()))
            .collect();
        let inputs = [before, moved];
        let begun = Instant::now();
        let built = inputs.clone().map(|inputs| {
            let (said, site) = Ground::new(inputs).build_fresh(&[]);
            assert!(said.status.success(), "{said}");
            site
        });
        Self { inputs, built, usual: begun.elapsed() / 2 }
    }
}

/// Whether each file but nendo's own is of one of the sites, and whole; and none is missing that both have.
pub(crate) fn whole(found: &Files, Sites { built, .. }: &Sites, stands: bool) -> Result<(), String> {
    let is_own = |path: &str| path.starts_with(OWN);
    // A folder that was made and has no file yet is no file.
    for (path, bytes) in found.iter().filter(|(path, _)| !is_own(path) && !path.ends_with('/')) {
        let of = |site: &Files| site.get(path) == Some(bytes);
        if !(of(&built[1]) || stands && of(&built[0])) {
            return Err(format!("{path} is of neither site: {} bytes", bytes.len()));
        }
    }
    let both = built[0].keys().filter(|path| stands && !is_own(path) && built[1].contains_key(*path));
    match both.into_iter().find(|path| !found.contains_key(*path)) {
        Some(path) => Err(format!("{path} is missing, and both sites have it")),
        None => Ok(()),
    }
}
