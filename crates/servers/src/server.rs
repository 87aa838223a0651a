//! A program that serves until the test lets it go, or dies.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{env, fs};

use crate::scratch::Scratch;

/// Who may log in where a server has users of its own.
pub const USER: &str = "publisher";

/// With which password.
pub const PASSWORD: &str = "あいことば: %40 +s3cret";

/// What installs all that is needed.
const INSTALL: &str =
    "tests/install.sh and tests/publish/install.sh install what the tests of publishing need";

/// A server on a port of its own.
#[derive(Debug)]
pub struct Server {
    child: Child,
    output: BufReader<ChildStdout>,
    /// Where it listens.
    pub port: u16,
    /// What else it said when it was ready.
    pub(crate) told: Vec<String>,
}

impl Server {
    /// Starts one of `programs`, which says its port when it is ready, and ends with its input.
    pub(crate) fn start(scratch: &Scratch, program: &str, arguments: &[&str]) -> Self {
        let log = scratch.path("server.log");
        let mut child = Command::new(python())
            .arg(programs().join(program))
            .args(arguments)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(&log).expect("a log"))
            .process_group(0)
            .spawn()
            .expect("Python starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        output.read_line(&mut line).expect("a line");
        let mut words = line.split_whitespace();
        let Some(port) = words.next().and_then(|word| word.parse().ok()) else {
            panic!("{program}: {}\n{INSTALL}", fs::read_to_string(&log).unwrap_or_default())
        };
        Self { child, output, port, told: words.map(ToOwned::to_owned).collect() }
    }

    /// Starts a program that listens on a port by itself.
    pub(crate) fn listening(scratch: &Scratch, port: u16, program: &str, arguments: &[&str]) -> Self {
        Self::by("listening.py", scratch, port, program, arguments)
    }

    /// Starts a program for each connection to a port, which is any if it is 0.
    pub(crate) fn each(scratch: &Scratch, port: u16, program: &str, arguments: &[&str]) -> Self {
        Self::by("each.py", scratch, port, program, arguments)
    }

    fn by(starter: &str, scratch: &Scratch, port: u16, program: &str, arguments: &[&str]) -> Self {
        assert!(Path::new(program).exists(), "there is no {program}: {INSTALL}");
        Self::start(scratch, starter, &[&[&*port.to_string(), program], arguments].concat())
    }

    /// Has something done that the program knows besides serving, a line of words.
    pub(crate) fn ask(&mut self, what: &str) {
        let mut input = self.child.stdin.as_ref().expect("its input");
        writeln!(input, "{what}").expect("it listens");
        let mut line = String::new();
        self.output.read_line(&mut line).expect("a line");
        assert_eq!(line, "done\n", "{what}");
    }

    /// The address of a path, which begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It ends with its input, and what it started with it.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// One of `programs`, run to its end.
pub(crate) fn run(program: &str, arguments: &[&str]) {
    let [python, program] = [python(), programs().join(program)];
    let [python, program] = [&python, &program].map(|path| path.to_str().expect("a path in UTF-8"));
    output(python, &[&["-B", program], arguments].concat());
}

/// What a program writes, without white space around it.
pub fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|_| panic!("there is no {program}: {INSTALL}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).expect("a port").port()
}

/// Whether root runs the test: servers then work as somebody else, or want things made for them.
pub(crate) fn is_root() -> bool {
    output("id", &["-u"]) == "0"
}

fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("programs")
}

/// The Python that has the servers.
fn python() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/publish-venv");
    let python = env::var_os("NENDO_PUBLISH_VENV").map_or_else(usual, PathBuf::from).join("bin/python");
    assert!(python.exists(), "there is no {}: {INSTALL}", python.display());
    python
}
