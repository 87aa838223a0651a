//! Ctrl-C in the middle of a build of many plans: the site that stands is as it was, byte for byte, or the whole new one
//! if the signal came late; the stage is gone, and the exit code says that the build was stopped.

#![cfg(unix)]

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::files::{self, Files};
use crate::ground::Ground;
use crate::kill::Sites;

/// What shells call a program that was stopped by Ctrl-C: 128 and the number of the signal.
const STOPPED: i32 = 130;
/// At which parts of its usual time a build is stopped.
const MOMENTS: [f64; 6] = [0.05, 0.3, 0.6, 0.9, 1.0, 1.1];

#[test]
fn a_build_that_is_stopped_leaves_the_last_good_site() {
    let sites = Sites::of(6);
    for (at, moment) in MOMENTS.into_iter().enumerate() {
        // Over a site, and where there is none.
        let stands = at % 2 == 0;
        let mut ground = Ground::new(sites.inputs[1].clone());
        let before = if stands { sites.built[0].clone() } else { Files::new() };
        files::change(&ground.public(), &Files::new(), &before);
        let mut command = ground.command("standing", &["--format", "short"]);
        let build = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        thread::sleep(sites.usual.mul_f64(moment).max(Duration::from_millis(50)));
        // Every shell has kill of its own.
        let sent = Command::new("sh")
            .args(["-c", &format!("kill -INT {}", build.id())])
            .stderr(Stdio::null())
            .status();
        sent.expect("a shell");
        let ended = build.wait_with_output().expect("an end");
        let said = String::from_utf8_lossy(&ended.stderr);
        let found = files::read(&ground.public());
        let (code, expected) = match ended.status.code() {
            Some(0) => (0, &sites.built[1]),
            _ => (STOPPED, &before),
        };
        let wrong = files::difference(&found, expected);
        assert_eq!((ended.status.code(), wrong), (Some(code), None), "stopped at {moment}: {said}");
        assert!(stands || code == 0 || !ground.public().exists(), "an empty folder is left");
        let again = ground.build(&[]);
        assert_eq!(
            (again.status.code(), files::difference(&files::read(&ground.public()), &sites.built[1])),
            (Some(0), None)
        );
        ground.change(Files::new());
    }
}
