//! `nendo publish` to a folder and into an archive: what it asks of the site first, what of others it leaves alone, and what it says.

use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use crate::desk::{Desk, TABLE, Tree};

const JA: &str = "ja_JP.UTF-8";

/// A desk with a built site, which goes to the folder `host`.
fn desk() -> Desk {
    let desk = Desk::new();
    to(&desk, "service = \"fs\"\nroot = \"host\"\n");
    assert_eq!(desk.run("build").code, Some(0));
    desk
}

/// Writes the place `web` into the settings.
fn to(desk: &Desk, settings: &str) {
    let site = "title = { ja = \"進捗\", en = \"Progress\" }\nbase-url = \"https://city.example/\"\n";
    desk.write("content/site.toml", format!("{site}\n[publish.web]\n{settings}"));
}

/// The table with KPIs of other names, so that many pages come and go.
fn table(name: &str) -> String {
    (2..12).fold(TABLE.to_owned(), |table, kpi| {
        table + &format!(",{kpi} {name}{kpi},目標,50%,60%\n,,実績,40%,65%\n,,評価,B,A\n")
    })
}

fn bytes(tree: Tree) -> Vec<(String, Vec<u8>)> {
    let files = tree.into_iter().filter(|(path, _)| !path.starts_with("_nendo/"));
    files.filter_map(|(path, file)| Some((path, file?.0))).collect()
}

/// Refused with this code and words, in both languages, and nothing is on the host.
#[track_caller]
fn refused(desk: &Desk, options: &str, code: i32, en: &str, ja: &str) {
    for (locale, words) in [("C", en), (JA, ja)] {
        let ran = desk.run_in(locale, &format!("publish {options}"));
        assert_eq!(ran.code, Some(code), "{ran:?}");
        assert!(ran.err.contains(words), "{ran:?}");
        assert!(!desk.path("host").exists(), "{words}");
    }
}

#[test]
fn a_site_that_is_no_longer_what_the_content_says_is_refused() {
    let desk = desk();
    desk.edit_table("40%,65%", "40%,66%");
    refused(&desk, "", 3, "the content has changed since the site was built", "2023.csv");
    assert_eq!(desk.run("publish --allow-outdated").code, Some(0));
    assert!(desk.path("host/index.html").is_file());
}

#[test]
fn a_draft_a_site_changed_by_hand_and_none_at_all_are_refused() {
    let desk = desk();
    assert_eq!(desk.run("build --draft").code, Some(0));
    refused(&desk, "", 3, "the site is a draft", "下書き");
    assert_eq!(desk.run("build").code, Some(0));
    desk.write("public/index.html", "mine");
    refused(&desk, "", 3, "the built site was changed by hand: index.html", "index.html");
    fs::remove_dir_all(desk.path("public")).expect("removed");
    refused(&desk, "", 3, "no built site was found", "nendo build");
}

#[test]
fn a_plan_is_not_published_before_its_day() {
    let desk = desk();
    let plan = fs::read_to_string(desk.path("content/plans/city/plan.toml")).expect("a text");
    for (day, code) in [("9999-01-02", 3), ("2020-01-02", 0)] {
        desk.write("content/plans/city/plan.toml", format!("publish-after = {day}\n{plan}"));
        assert_eq!(desk.run("build").code, Some(0));
        if code == 3 {
            refused(&desk, "", 3, "the plan city may not be published before 9999-01-02", "9999-01-02");
        } else {
            assert_eq!(desk.run("publish").code, Some(0));
        }
    }
}

#[test]
fn problems_stop_it_and_warnings_if_asked() {
    let desk = desk();
    desk.edit_table("評価,B,A", "評価,B,Z");
    refused(&desk, "", 1, "the content has problems, so nothing is published", "公開しません");
    // A name without a translation is a warning.
    desk.edit_table("利用率", "満足度");
    assert_eq!(desk.run("build").code, Some(0));
    refused(&desk, "--strict", 1, "the content has problems", "公開しません");
    assert_eq!(desk.run("publish").code, Some(0));
}

#[test]
fn a_place_is_named_if_there_are_several_and_must_be_known() {
    let desk = desk();
    refused(&desk, "wbe", 2, "site.toml has no [publish.wbe]", "[publish.wbe]");
    to(&desk, "service = \"fs\"\nroot = \"host\"\n\n[publish.test]\nservice = \"fs\"\nroot = \"host\"\n");
    refused(&desk, "", 2, "several places", "nendo publish test");
    assert_eq!(desk.run("publish web").code, Some(0), "only [publish] changed");
    let desk = Desk::new();
    assert_eq!(desk.run("build").code, Some(0));
    refused(&desk, "", 2, "names no place to publish to", "site.toml");
}

#[test]
fn a_folder_that_is_the_sites_own_is_refused() {
    let desk = desk();
    let above = desk.path("").display().to_string();
    for root in ["public", "public/x/y", "content", "content/plans", ".", "host/../public", &above] {
        to(&desk, &format!("service = \"fs\"\nroot = '{root}'\n"));
        let before = desk.tree("");
        refused(&desk, "", 2, "or is in it: ", "重なっています");
        assert_eq!(desk.tree(""), before, "{root}");
    }
    to(&desk, "service = \"zip\"\nroot = \"public\"\n");
    refused(&desk, "", 2, "or is in it: ", "重なっています");
    to(&desk, "service = \"zip\"\nroot = \".\"\n");
    assert_eq!(desk.run("publish").code, Some(0), "an archive beside them is no harm");
}

#[test]
fn files_of_others_are_named_and_only_overwritten_if_asked() {
    let desk = desk();
    desk.write("host/index.html", "theirs");
    desk.write("host/news.html", "theirs");
    let before = desk.tree("host");
    for (locale, words) in [("C", "nothing was changed"), (JA, "何も変えていません")] {
        let ran = desk.run_in(locale, "publish");
        assert_eq!(ran.code, Some(4), "{ran:?}");
        assert!(ran.out.contains("index.html") && ran.err.contains(words), "{ran:?}");
        assert_eq!(desk.tree("host"), before);
    }
    assert_eq!(desk.run("publish --force").code, Some(0));
    let mut expected = bytes(desk.published("public"));
    expected.push(("news.html".to_owned(), b"theirs".to_vec()));
    expected.sort();
    assert_eq!(bytes(desk.tree("host")), expected);
}

#[test]
fn more_removals_than_allowed_are_asked_for() {
    let desk = desk();
    desk.write("content/plans/city/2023.csv", table("満足度"));
    assert_eq!(desk.run("build").code, Some(0));
    assert_eq!(desk.run("publish").code, Some(0));
    desk.write("content/plans/city/2023.csv", TABLE);
    assert_eq!(desk.run("build").code, Some(0));
    let before = desk.tree("host");
    for (options, words) in [("", "--max-removals"), ("--max-removals 3", "more than the 3")] {
        let ran = desk.run(&format!("publish {options}"));
        assert_eq!(ran.code, Some(4), "{ran:?}");
        assert!(ran.err.contains(words), "{ran:?}");
        assert_eq!(desk.tree("host"), before);
    }
    assert_eq!(desk.run("publish --dry-run").code, Some(4));
    // At a terminal it is asked.
    if Command::new("script").arg("--version").output().is_ok() {
        for (answer, code) in [("n", 4), ("y", 0)] {
            let nendo = env!("CARGO_BIN_EXE_nendo");
            let mut asked = Command::new("script");
            asked.args(["-qec", &format!("{nendo} publish"), "/dev/null"]).current_dir(desk.path(""));
            asked.env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped());
            let mut asked = asked.spawn().expect("it runs");
            let mut input = asked.stdin.take().expect("its input");
            input.write_all(format!("{answer}\n").as_bytes()).expect("an answer");
            let output = asked.wait_with_output().expect("it ended");
            drop(input);
            assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stdout));
        }
    } else {
        assert_eq!(desk.run("publish --max-removals 100%").code, Some(0));
    }
    assert_eq!(bytes(desk.tree("host")), bytes(desk.published("public")));
}

#[test]
fn a_dry_run_changes_nothing_here_or_there() {
    let desk = desk();
    let ran = desk.run("publish --dry-run");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("  new ") && ran.out.contains("nothing was changed (--dry-run)"), "{ran:?}");
    assert!(!desk.path("host").exists() && !desk.path("public/.nendo/publish/web.json").exists());
    assert_eq!(desk.run("publish").code, Some(0));
    let before = desk.tree("host");
    let ran = desk.run("publish");
    assert!(ran.out.contains("nothing to do"), "{ran:?}");
    assert_eq!(desk.tree("host"), before);
}

#[test]
fn somebody_else_who_publishes_is_waited_for_until_their_lock_runs_out() {
    let desk = desk();
    assert_eq!(desk.run("publish").code, Some(0));
    desk.edit_table("40%,65%", "40%,66%");
    assert_eq!(desk.run("build").code, Some(0));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time").as_secs();
    let run = "0123456789abcdef0123456789abcdef";
    let lock =
        |since: u64| format!(r#"{{"output":"{run}","run":"{run}","since":{since},"until":{}}}"#, since + 600);
    desk.write(&format!("host/_nendo/lock-{run}.json"), lock(now));
    let before = desk.tree("host");
    for (locale, words) in [("C", "somebody else is publishing to web since "), (JA, "web")] {
        let ran = desk.run_in(locale, "publish");
        assert_eq!((ran.code, ran.err.contains(words)), (Some(5), true), "{ran:?}");
        assert_eq!(desk.tree("host"), before);
    }
    desk.write(&format!("host/_nendo/lock-{run}.json"), lock(now - 700));
    let ran = desk.run("publish");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!((ran.out + &ran.err).contains("its lock ran out and was removed"));
    assert_eq!(bytes(desk.tree("host")), bytes(desk.published("public")));
    let left = desk.tree("host");
    assert!(!left.keys().any(|path| path.contains("lock-")), "{:?}", left.keys());
}

#[test]
fn two_at_once_leave_the_site_whole() {
    let desk = desk();
    let begin = || {
        let mut nendo = Command::new(env!("CARGO_BIN_EXE_nendo"));
        nendo.args(["publish", "--format", "json"]).current_dir(desk.path("")).stdout(Stdio::null());
        nendo.spawn().expect("it runs")
    };
    let codes = [begin(), begin()].map(|mut nendo| nendo.wait().expect("it ended").code());
    assert!(
        codes.contains(&Some(0)) && codes.iter().all(|code| [Some(0), Some(5)].contains(code)),
        "{codes:?}"
    );
    assert_eq!(bytes(desk.tree("host")), bytes(desk.published("public")));
}

#[test]
fn a_receipt_tells_what_went_where() {
    let desk = desk();
    assert_eq!(desk.run("publish --receipt records/1.json").code, Some(0));
    let kept = fs::read(desk.path("public/.nendo/publish/web.json")).expect("a receipt");
    assert_eq!(fs::read(desk.path("records/1.json")).expect("a copy"), kept);
    let receipt: serde_json::Value = serde_json::from_slice(&kept).expect("JSON");
    let files = bytes(desk.published("public")).len();
    assert_eq!(receipt["new"].as_array().map(Vec::len), Some(files));
    assert_eq!(receipt["files"].as_array().map(Vec::len), Some(files));
    assert_eq!((&receipt["target"], &receipt["service"]), (&"web".into(), &"fs".into()));
}

#[test]
fn an_archive_of_what_changed_has_just_that() {
    let desk = desk();
    to(&desk, "service = \"zip\"\nroot = \"handover\"\ncontents = \"changed\"\n");
    assert_eq!(desk.run("publish").code, Some(0));
    desk.edit_table("40%,65%", "40%,66%");
    assert_eq!(desk.run("build").code, Some(0));
    let ran = desk.run("publish --format json");
    let end = ran.json().pop().expect("a line")["publish"].take();
    let all = bytes(desk.published("public")).len() as u64;
    let sent = end["sent"].as_u64().expect("a count");
    assert!(ran.code == Some(0) && sent > 0 && sent < all / 2, "{end}");
    assert!(end["archive"].as_str().is_some_and(|path| desk.path(path).is_file()), "{end}");
    let ran = desk.run("publish");
    assert!(ran.code == Some(0) && ran.out.contains("nothing to do"), "{ran:?}");
}

#[test]
fn who_is_asked_for_a_password_may_leave() {
    // A system may come without a terminal to sit at.
    if Command::new("script").arg("--version").output().is_err() {
        return;
    }
    let desk = desk();
    to(&desk, "service = \"sftp\"\nendpoint = \"ssh://127.0.0.1:1\"\nroot = \"www\"\nuser = \"dx\"\n");
    let mut nendo = Command::new("script");
    nendo.args(["-qec", &format!("{} publish", env!("CARGO_BIN_EXE_nendo")), "/dev/null"]);
    nendo.current_dir(desk.path("")).env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut nendo = nendo.spawn().expect("it runs");
    let (mut said, mut part) = (String::new(), [0; 256]);
    while !said.contains("Password for web (127.0.0.1:1): ") {
        let read = nendo.stdout.as_mut().expect("its output").read(&mut part).expect("more");
        assert!(read > 0, "{said}");
        said += &String::from_utf8_lossy(&part[..read]);
    }
    nendo.stdin.as_mut().expect("its input").write_all(b"\x03").expect("Ctrl-C");
    assert_eq!(nendo.wait().expect("it ended").code(), Some(130));
}
