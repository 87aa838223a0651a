//! Publishing to a host that dies at every moment, loses the connection, or belongs to others too.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs, process};

use tokio::runtime::Builder;

use crate::event::{Event, Listener};
use crate::host::memory::Memory;
use crate::host::{RefusalKind, Swap};
use crate::lock::Publisher;
use crate::outcome::Stopped;
use crate::patience::Patient;
use crate::plan::{Conflicts, Plan, Whose};
use crate::send::Sending;
use crate::site::{Site, is_page};
use crate::survey::Survey;

/// Somebody who publishes from one computer.
struct Person {
    publisher: Publisher,
    clock: Cell<u64>,
    heard: RefCell<Vec<Event>>,
}

impl Person {
    fn at(output: &str) -> Self {
        let publisher = Publisher { output: output.to_owned(), run: output.to_owned() };
        Self { publisher, clock: Cell::new(1_000_000), heard: RefCell::default() }
    }

    fn plan(&self, host: &Memory, site: &Site) -> Plan {
        Self::run(async {
            let host = Patient::new(host, 2, self);
            Plan::of(site, &Survey::of(&host, site, self).await.expect("a survey"))
        })
    }

    fn publish(&self, host: &Memory, site: &Site, conflicts: Conflicts) -> Result<Plan, Stopped> {
        Self::run(async {
            let patient = Patient::new(host, 2, self);
            let survey = Survey::of(&patient, site, self).await?;
            let plan = Plan::of(site, &survey);
            if plan.is_done() {
                return Ok(plan);
            }
            let sending = Sending::begin(&patient, &self.publisher, self, site, "0").await?;
            let done = sending.carry_out(&plan, conflicts, &survey).await;
            sending.end().await;
            // Time goes by until the next time.
            for clock in [&host.clock, &self.clock] {
                clock.set(clock.get() + 10);
            }
            done.map(|_| plan)
        })
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
        runtime.expect("a runtime").block_on(future)
    }
}

impl Listener for Person {
    fn hear(&self, event: Event) {
        self.heard.borrow_mut().push(event);
    }

    fn now(&self) -> u64 {
        self.clock.get()
    }

    fn stops(&self) -> bool {
        false
    }
}

/// A built site in a folder of its own, which goes with it.
struct Built {
    folder: PathBuf,
    site: Site,
}

impl Built {
    /// A page names on its first line what it shows; the second has the rest.
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = env::temp_dir().join(format!("nendo-publish-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let site = Site::read(&folder, files.iter().map(|(path, _)| *path)).expect("a site");
        Self { folder, site }
    }

    fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let bytes = |path: &String| self.site.bytes(path).expect("a file as it was");
        self.site.files().keys().map(|path| (path.clone(), bytes(path))).collect()
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn before(name: &str) -> Built {
    let files = [
        ("index.html", "a/one.html a/two.html assets/style.1.css\nhome of the first year"),
        ("a/one.html", "assets/style.1.css a/data/one.csv\n79%"),
        ("a/two.html", "assets/style.1.css\nstays"),
        ("a/gone.html", "assets/style.1.css a/data/gone.csv\nleaves"),
        ("a/data/one.csv", "79"),
        ("a/data/gone.csv", "12"),
        ("assets/style.1.css", "black"),
    ];
    Built::new(&format!("{name}-before"), &files)
}

fn after(name: &str) -> Built {
    let files = [
        ("index.html", "a/one.html a/two.html b/new.html assets/style.2.css\nhome of two years"),
        ("a/one.html", "assets/style.2.css a/data/one.csv\n80%, and more than before"),
        ("a/two.html", "assets/style.1.css\nstays"),
        ("b/new.html", "assets/style.2.css index.html\nnew"),
        ("a/data/one.csv", "80"),
        ("assets/style.1.css", "black"),
        ("assets/style.2.css", "white"),
    ];
    Built::new(&format!("{name}-after"), &files)
}

/// Every page is one of the two as a whole, and shows only what is there.
fn assert_sound(host: &Memory, sites: [&Built; 2], moment: usize) {
    let shown = host.shown();
    let known = sites.map(Built::bytes);
    for (path, bytes) in &shown {
        let is_whole = known.iter().any(|site| site.get(path) == Some(bytes));
        assert!(is_whole, "{path} is half-written at {moment}: {}", String::from_utf8_lossy(bytes));
        if is_page(path) {
            let text = String::from_utf8_lossy(bytes);
            for named in text.lines().next().unwrap_or_default().split(' ') {
                assert!(shown.contains_key(named), "{path} shows {named}, which is not there at {moment}");
            }
        }
    }
}

#[test]
fn a_publish_that_dies_at_any_moment_leaves_whole_pages_and_the_next_completes_it() {
    for swap in [Swap::Rename, Swap::Whole] {
        let (old, new) = (before(&format!("dies-{swap:?}")), after(&format!("dies-{swap:?}")));
        let mut moments = 0;
        for life in 1.. {
            let host = Memory::new(swap);
            let person = Person::at("office");
            host.place("others.txt", b"of others");
            person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
            host.life.set(life);
            let died = person.publish(&host, &new.site, Conflicts::Stop).is_err();
            let mut shown = [&old, &new].map(Built::bytes);
            shown[1].insert("others.txt".to_owned(), b"of others".to_vec());
            host.files.borrow_mut().remove("others.txt");
            assert_sound(&host, [&old, &new], life);
            host.place("others.txt", b"of others");
            host.life.set(usize::MAX);
            let next = Person::at("office");
            next.clock.set(person.clock.get() + 1);
            let plan = next.publish(&host, &new.site, Conflicts::Stop).expect("the next publish");
            assert_eq!(plan.conflicts, [], "at {life}");
            assert_eq!(host.shown(), shown[1], "at {life}");
            let parts = host.files.borrow().keys().filter(|path| path.ends_with("-part")).count();
            assert_eq!(parts, 0, "at {life}");
            assert!(next.plan(&host, &new.site).is_done(), "at {life}");
            moments += 1;
            if !died {
                break;
            }
        }
        assert!(moments > 10, "{moments}");
    }
}

#[test]
fn another_site_after_an_interrupted_one_leaves_nothing_of_that() {
    let (old, new) = (before("other"), after("other"));
    for life in 1..40 {
        let host = Memory::new(Swap::Rename);
        let person = Person::at("office");
        person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
        host.life.set(life);
        let _ = person.publish(&host, &new.site, Conflicts::Stop);
        host.life.set(usize::MAX);
        let back = person.publish(&host, &old.site, Conflicts::Stop).expect("the old site again");
        assert_eq!(back.conflicts, [], "at {life}");
        assert_eq!(host.shown(), old.bytes(), "at {life}");
    }
}

#[test]
fn only_what_changed_is_sent_and_an_unchanged_site_sends_and_reads_nothing() {
    let (old, new) = (before("changed"), after("changed"));
    let host = Memory::new(Swap::Rename);
    let person = Person::at("office");
    person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
    // Marks of what was written in the last second say nothing: it is read once more.
    let again = person.publish(&host, &old.site, Conflicts::Stop).expect("the second");
    assert!(again.is_done());
    host.changes.borrow_mut().clear();
    person.publish(&host, &new.site, Conflicts::Stop).expect("the third");
    let changes = host.changes.borrow().clone();
    let renamed = changes.iter().filter_map(|change| change.strip_prefix("rename "));
    let renamed: Vec<&str> = renamed.filter(|path| !path.starts_with("_nendo/")).collect();
    let position = |path: &str| renamed.iter().position(|other| *other == path).expect(path);
    assert_eq!(renamed.len(), 5, "{renamed:?}");
    assert!(position("assets/style.2.css") < position("b/new.html"));
    assert!(position("b/new.html") < position("index.html"));
    let removed = changes.iter().filter_map(|change| change.strip_prefix("remove "));
    let removed: Vec<&str> = removed.filter(|path| !path.starts_with("_nendo/")).collect();
    assert_eq!(removed, ["a/gone.html", "a/data/gone.csv"]);
    assert_eq!(changes.last().map(String::as_str), Some("remove _nendo/lock-office.json"));
}

#[test]
fn files_of_others_are_named_and_left_alone() {
    let (old, new) = (before("others"), after("others"));
    let host = Memory::new(Swap::Rename);
    let person = Person::at("office");
    person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
    host.place("b/new.html", b"somebody's own");
    host.place("a/one.html", b"99%, as somebody wrote");
    host.place("a/gone.html", b"somebody needs this");
    host.place("c/else.html", b"nothing to do with us");
    assert_eq!(person.publish(&host, &new.site, Conflicts::Stop), Err(Stopped::Conflicts));
    let plan = person.plan(&host, &new.site);
    let named: Vec<(&str, Whose)> =
        plan.conflicts.iter().map(|conflict| (conflict.path.as_str(), conflict.whose)).collect();
    let expected =
        [("a/one.html", Whose::Changed), ("b/new.html", Whose::Foreign), ("a/gone.html", Whose::Changed)];
    assert_eq!(named, expected);
    let mut stands = old.bytes();
    for (path, bytes) in host.shown() {
        let is_others = ["b/new.html", "a/one.html", "a/gone.html", "c/else.html"].contains(&path.as_str());
        assert!(stands.remove(&path).is_some_and(|ours| ours == bytes) || is_others, "{path}");
    }
    assert_eq!(stands.len(), 0, "nothing was removed");
    person.publish(&host, &new.site, Conflicts::Overwrite).expect("by force");
    let mut expected = new.bytes();
    expected.insert("c/else.html".to_owned(), b"nothing to do with us".to_vec());
    assert_eq!(host.shown(), expected);
}

#[test]
fn a_change_within_the_second_of_publishing_is_seen() {
    let old = before("racy");
    let host = Memory::new(Swap::Rename);
    let person = Person::at("office");
    person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
    // The same length, and the clock of the host stood still.
    host.clock.set(host.clock.get() - 10);
    let bytes = host.shown()["a/two.html"].iter().map(u8::to_ascii_uppercase).collect::<Vec<_>>();
    host.place("a/two.html", &bytes);
    assert_eq!(person.plan(&host, &old.site).conflicts.len(), 1);
}

#[test]
fn two_do_not_publish_at_once_and_a_lock_runs_out() {
    let (old, new) = (before("two"), after("two"));
    let host = Memory::new(Swap::Rename);
    let (one, other) = (Person::at("office"), Person::at("home"));
    one.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
    host.life.set(9);
    assert!(one.publish(&host, &new.site, Conflicts::Stop).is_err());
    host.life.set(usize::MAX);
    let refused = other.publish(&host, &new.site, Conflicts::Stop);
    let Err(Stopped::Busy(held)) = refused else { panic!("{refused:?}") };
    assert!(held.since < held.until);
    assert_eq!(host.files.borrow().keys().filter(|path| path.contains("/lock-")).count(), 1);
    other.clock.set(held.until);
    other.publish(&host, &new.site, Conflicts::Stop).expect("after the lock");
    assert!(other.heard.borrow().contains(&Event::LockExpired));
    assert_eq!(host.shown(), new.bytes());
}

#[test]
fn a_lock_that_was_taken_away_ends_the_publish() {
    let (old, new) = (before("taken"), after("taken"));
    let host = Memory::new(Swap::Rename);
    let person = Person::at("office");
    person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
    let ended = Person::run(async {
        let patient = Patient::new(&host, 0, &person);
        let survey = Survey::of(&patient, &new.site, &person).await.expect("a survey");
        let sending =
            Sending::begin(&patient, &person.publisher, &person, &new.site, "0").await.expect("a lock");
        host.files.borrow_mut().retain(|path, _| !path.contains("/lock-"));
        person.clock.set(person.clock.get() + 3600);
        sending.carry_out(&Plan::of(&new.site, &survey), Conflicts::Stop, &survey).await
    });
    assert_eq!(ended, Err(Stopped::LockLost));
    assert_sound(&host, [&old, &new], 0);
}

#[test]
fn a_lost_connection_is_tried_again_and_a_wrong_password_is_not() {
    let old = before("lost");
    let host = Memory::new(Swap::Rename);
    let person = Person::at("office");
    host.lost.set(2);
    person.publish(&host, &old.site, Conflicts::Stop).expect("a publish all the same");
    let waits = |event: &&Event| matches!(event, Event::Waits { .. });
    assert_eq!(person.heard.borrow().iter().filter(waits).count(), 2);
    host.lost.set(3);
    let refused = Person::run(async { Patient::new(&host, 2, &person).files("").await });
    assert_eq!(refused.map_err(|refusal| refusal.kind), Err(RefusalKind::Lost));
}

#[test]
fn a_damaged_manifest_takes_nothing_for_its_own() {
    let (old, new) = (before("damaged"), after("damaged"));
    let host = Memory::new(Swap::Rename);
    let person = Person::at("office");
    person.publish(&host, &old.site, Conflicts::Stop).expect("the first publish");
    host.place("_nendo/manifest.json", b"{\"form\": 1, \"fi");
    let plan = person.plan(&host, &new.site);
    assert!(person.heard.borrow().contains(&Event::LedgerDamaged));
    assert_eq!((plan.removed.len(), plan.changed.len(), plan.conflicts.len()), (0, 0, 3));
    // What stands there as it should is taken over, whoever put it there.
    assert_eq!(plan.unchanged.len(), 2);
}

#[test]
fn a_file_that_changes_while_it_is_published_is_not_sent() {
    let built = before("altered");
    let host = Memory::new(Swap::Rename);
    fs::write(built.folder.join("a/two.html"), "assets/style.1.css\nSTAYS").expect("a file");
    let ended = Person::at("office").publish(&host, &built.site, Conflicts::Stop);
    assert_eq!(ended, Err(Stopped::Altered("a/two.html".to_owned())));
    assert!(!host.shown().contains_key("a/two.html"));
    assert!(!host.files.borrow().contains_key("_nendo/manifest.json"));
}
