//! Which keys of a server are trusted, asked of a server.

use std::{fs, slice};

use nendo_servers::{Scratch, Server, fingerprint, make_key, output, sshd};

use super::super::sftp::Sftp;
use super::super::{Host, Refusal, RefusalKind};
use super::sftp::{key, target};
use super::{kind, run};
use crate::target::{HostKeys, Secret};

struct Known {
    scratch: Scratch,
    server: Server,
    me: Secret,
}

impl Known {
    /// A server with a key of each kind.
    fn new() -> Self {
        let scratch = Scratch::new();
        for name in ["me", "server-ed25519"] {
            make_key(&scratch, name, &["-t", "ed25519", "-N", ""]);
        }
        scratch.put("authorized_keys", scratch.get("me.pub"));
        make_key(&scratch, "server-ecdsa", &["-t", "ecdsa", "-N", ""]);
        make_key(&scratch, "server-rsa", &["-t", "rsa", "-b", "2048", "-N", ""]);
        make_key(&scratch, "other", &["-t", "ed25519", "-N", ""]);
        let (server, me) = (sshd(&scratch), Secret::new(scratch.get("me")));
        Self { scratch, server, me }
    }

    /// A line of the file of known hosts; `PORT` is that of the server.
    fn line(&self, host: &str, key: &str) -> String {
        let key = fs::read_to_string(self.scratch.path(&format!("{key}.pub"))).expect("a key");
        format!("{} {key}", host.replace("PORT", &self.server.port.to_string()))
    }

    /// Whether the server is trusted by a fingerprint, or by these lines.
    fn knock(&self, fingerprint: Option<&str>, lines: &[String]) -> Result<(), Refusal> {
        let known_hosts = self.scratch.put("known_hosts", lines.concat());
        let mut target = target(self.server.port, key(&self.me), "");
        target.host_keys =
            HostKeys { fingerprint: fingerprint.map(ToOwned::to_owned), known_hosts: Some(known_hosts) };
        run(Sftp::new(&target, &self.scratch.text("site")).files("")).map(|_| ())
    }
}

#[test]
fn a_key_is_trusted_by_its_fingerprint() {
    let known = Known::new();
    let of = |name: &str| fingerprint(&known.scratch, name);
    for name in ["server-ed25519", "server-ecdsa", "server-rsa"] {
        assert_eq!(known.knock(Some(&of(name)), &[]), Ok(()), "{name}");
    }
    let other = RefusalKind::OtherKey { fingerprint: of("server-ed25519") };
    assert_eq!(kind(known.knock(Some(&of("other")), &[])), other);
    let line = known.line("[127.0.0.1]:PORT", "server-ed25519");
    assert_eq!(kind(known.knock(Some(&of("other")), &[line])), other, "the fingerprint decides");
}

#[test]
fn a_key_is_trusted_by_the_file_of_known_hosts() {
    let known = Known::new();
    let hash = |line: &str| {
        let path = known.scratch.put("hashed", line);
        output("ssh-keygen", &["-H", "-f", path.to_str().expect("a path")]);
        fs::read_to_string(path).expect("the file")
    };
    let plain = known.line("[127.0.0.1]:PORT", "server-ed25519");
    let lines = [
        plain.clone(),
        hash(&plain),
        plain.replace(' ', "\t"),
        format!("# a comment\n\nno entry\n{plain}"),
        known.line("else.example,[127.0.0.1]:PORT", "server-ed25519"),
        known.line("[127.0.0.*]:PORT", "server-ed25519"),
        known.line("[127.0.?.1]:PORT", "server-ecdsa"),
        known.line("[127.0.0.1]:PORT", "server-rsa"),
    ];
    for line in lines {
        assert_eq!(known.knock(None, slice::from_ref(&line)), Ok(()), "{line}");
    }
}

#[test]
fn a_key_is_not_trusted_that_is_not_known() {
    let known = Known::new();
    let fingerprint = fingerprint(&known.scratch, "server-ed25519");
    let unknown = RefusalKind::UnknownKey { fingerprint: fingerprint.clone() };
    let lines = [
        String::new(),
        known.line("127.0.0.1", "server-ed25519"),
        known.line("[127.0.0.1]:1", "server-ed25519"),
        known.line("[127.0.0.*]:PORT,![127.0.0.1]:PORT", "server-ed25519"),
        known.line("@cert-authority [127.0.0.1]:PORT", "server-ed25519"),
    ];
    for line in lines {
        assert_eq!(kind(known.knock(None, slice::from_ref(&line))), unknown, "{line}");
    }
    let other = RefusalKind::OtherKey { fingerprint };
    let changed = known.line("[127.0.0.1]:PORT", "other");
    assert_eq!(kind(known.knock(None, &[changed])), other);
    let revoked = known.line("@revoked *", "server-ed25519");
    let plain = known.line("[127.0.0.1]:PORT", "server-ed25519");
    assert_eq!(kind(known.knock(None, &[plain, revoked])), other);
}
