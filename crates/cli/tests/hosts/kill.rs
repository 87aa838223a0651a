//! Publishes that are killed. Whenever that is, each page there is whole, of the site before or of the new one, and has what it is made
//! of; and the next publish brings the rest, without leftovers.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;
use std::{env, thread};

use crate::desk::TABLE;
use crate::office::Office;
use crate::place::{Files, Kind};
use crate::synthetic::chance::Chance;

/// Publishes that are killed on each host, unless `NENDO_PUBLISHES` says it.
const USUAL: u64 = 4;

#[test]
fn whatever_stands_in_a_folder_is_whole() {
    killed(Kind::Folder);
}

#[test]
fn whatever_stands_on_openssh_is_whole() {
    killed(Kind::OpenSsh);
}

#[test]
fn whatever_stands_on_sftp_without_extensions_is_whole() {
    killed(Kind::Asyncssh);
}

#[test]
fn whatever_stands_on_ftps_is_whole() {
    killed(Kind::Ftps);
}

#[test]
fn whatever_stands_on_webdav_is_whole() {
    killed(Kind::WebDav);
}

#[test]
fn whatever_stands_on_s3_is_whole() {
    killed(Kind::S3);
}

#[allow(clippy::print_stdout, reason = "how often it hit is asked for with --nocapture")]
fn killed(kind: Kind) {
    let asked = env::var("NENDO_PUBLISHES").ok().map(|text| text.parse().expect("a number"));
    let rounds = asked.unwrap_or(USUAL);
    let chance = &mut Chance::of(kind as u64);
    let mut office = Office::new(kind);
    assert_eq!(office.publish("").code, Some(0));
    let mut usual = Duration::from_secs(1);
    let (mut old, mut told, mut within) = (office.built(), String::new(), 0);
    for round in 0..rounds {
        let before = office.place.all();
        office.edit(&table(chance, round));
        let new = office.built();
        let moment = moment(chance, usual);
        let mut publish = office.begin("C", "--max-removals 100%");
        thread::sleep(moment);
        publish.kill().expect("killed");
        let ended = publish.wait().expect("it ended");
        settled(&mut office);
        let found = office.place.all();
        // Too late and too early tell how long a publish takes, on this machine and now.
        match (ended.success(), found == before) {
            (true, _) => usual = usual * 4 / 5,
            (false, true) => usual = usual * 6 / 5,
            (false, false) => within += 1,
        }
        let told_so_far = format!("{kind:?} round {round}, killed after {moment:?}: {told}");
        // Without that extension nothing takes the place of a file: the old one goes, and the new one comes, which is whole.
        let swapped =
            |path: &str| kind == Kind::Asyncssh && found.contains_key(&format!("{path}.nendo-part"));
        whole(&found, &old, &new, &swapped).unwrap_or_else(|wrong| panic!("{told_so_far}{wrong}"));
        // What was begun is brought, or what was edited once more.
        if chance.below(3) == 0 {
            office.edit(&table(chance, round));
        }
        let next = office.publish("--max-removals 100%");
        assert_eq!(next.code, Some(0), "{told_so_far}{next:?}");
        old = office.built();
        let stands = office.place.site();
        let others: BTreeSet<_> = old.keys().filter(|path| stands.get(*path) != old.get(*path)).collect();
        let more: BTreeSet<_> = stands.keys().filter(|path| !old.contains_key(*path)).collect();
        assert!(others.is_empty() && more.is_empty(), "{told_so_far}lacks {others:?}, has {more:?}");
        let _ = write!(told, "{} ", moment.as_millis());
    }
    // A few may all come too early or too late; many may not.
    assert!(rounds < 50 || within * 5 > rounds, "{kind:?}: of {rounds} only {within} came in time: {told}");
    println!("{kind:?}: {within} killed while files were changed; moments in ms: {told}");
}

/// When a publish is killed: mostly after it has found out what changed, sometimes before.
fn moment(chance: &mut Chance, usual: Duration) -> Duration {
    let early = if chance.below(10) == 0 { Duration::ZERO } else { usual / 4 };
    let part = u32::try_from(chance.below(1000)).expect("a part");
    early + usual.saturating_sub(early) * part / 1000
}

/// Waits until the server has done what it was asked for: a killed program's last words may still be on their way.
fn settled(office: &mut Office) {
    let mut last = office.place.all();
    loop {
        thread::sleep(Duration::from_millis(60));
        let now = office.place.all();
        if now == last {
            return;
        }
        last = now;
    }
}

/// A progress table with KPIs and values of its own: few one time and many the next, so that half of all publishes bring pages with
/// what they show, and half take some away.
fn table(chance: &mut Chance, round: u64) -> String {
    let mut table = TABLE.replace("40%,65%", &format!("40%,{}%", 20 + chance.below(70)));
    let most = if round.is_multiple_of(2) { 8 } else { 2 };
    for kpi in 2..most + chance.below(4) {
        let value = 20 + chance.below(70);
        let _ =
            writeln!(table, ",{kpi} 満足度{},目標,50%,60%\n,,実績,40%,{value}%\n,,評価,B,A", chance.below(3));
    }
    table
}

/// Whether each page is of one of the two sites, and has all that it shows.
fn whole(found: &Files, old: &Files, new: &Files, swapped: &dyn Fn(&str) -> bool) -> Result<(), String> {
    for (path, bytes) in found.iter().filter(|(path, _)| is_page(path)) {
        if ![old, new].iter().any(|site| site.get(path) == Some(bytes)) {
            return Err(format!("{path} is neither the old page nor the new one ({} bytes)", bytes.len()));
        }
        let text = String::from_utf8_lossy(bytes);
        for address in addresses(&text) {
            let there = place(path, address);
            // What the whole site lacks too is no fault of publishing.
            let is_of_a_site = old.contains_key(&there) || new.contains_key(&there);
            if is_of_a_site && !is_page(&there) && !found.contains_key(&there) && !swapped(&there) {
                return Err(format!("{path} points to {there}, which is not there"));
            }
        }
    }
    let stays = |path: &&String| new.contains_key(*path) && !swapped(path);
    match old.keys().filter(stays).find(|path| !found.contains_key(*path)) {
        Some(path) => Err(format!("{path} is gone")),
        None => Ok(()),
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html")
}

/// The addresses in a page: of files that it shows, and of what it leads to.
fn addresses(page: &str) -> impl Iterator<Item = &str> {
    ["src=\"", "href=\""]
        .into_iter()
        .flat_map(move |name| page.split(name).skip(1).filter_map(|rest| rest.split(['"', '#', '?']).next()))
}

/// The path that an address means on a page.
fn place(page: &str, address: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(folders.pop()),
            "." | "" => {}
            part => folders.push(part),
        }
    }
    folders.join("/")
}
