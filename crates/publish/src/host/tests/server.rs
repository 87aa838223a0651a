//! Servers that a test starts, and that end with it.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use super::{Scratch, hosts};

/// What installs all that is needed.
const INSTALL: &str =
    "tests/install.sh and tests/publish/install.sh install what the tests of publishing need";

/// A server on a port of its own.
pub(super) struct Server {
    child: Child,
    pub(super) port: u16,
}

impl Server {
    /// Starts one of the programs in `tests/hosts/servers`; it tells its port when it is ready.
    pub(super) fn start(scratch: &Scratch, program: &str, arguments: &[&str]) -> Self {
        let log = scratch.path("server.log");
        let mut child = Command::new(python())
            .arg(hosts().join("servers").join(program))
            .args(arguments)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(&log).expect("a log"))
            .process_group(0)
            .spawn()
            .expect("Python starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let told = || format!("{program}: {}\n{INSTALL}", fs::read_to_string(&log).unwrap_or_default());
        Self { child, port: line.trim().parse().unwrap_or_else(|_| panic!("{}", told())) }
    }

    /// Starts a program for each connection to a port, which is any if it is 0.
    pub(super) fn each(scratch: &Scratch, port: u16, program: &str, arguments: &[&str]) -> Self {
        assert!(Path::new(program).exists(), "there is no {program}: {INSTALL}");
        Self::start(scratch, "each.py", &[&[&*port.to_string(), program], arguments].concat())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It ends with its input, and what it started with it.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The Python that has the servers.
pub(super) fn python() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/publish-venv");
    let python = env::var_os("NENDO_PUBLISH_VENV").map_or_else(usual, PathBuf::from).join("bin/python");
    assert!(python.exists(), "there is no {}: {INSTALL}", python.display());
    python
}

/// What a program writes.
pub(super) fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|_| panic!("there is no {program}: {INSTALL}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}
