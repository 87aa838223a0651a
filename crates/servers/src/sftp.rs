//! Servers of SFTP.

use std::fs;

use crate::scratch::Scratch;
use crate::server::{PASSWORD, Server, is_root, output};

/// Makes a key of a server or of whoever logs in, with `ssh-keygen`, and gives its text.
pub fn make_key(scratch: &Scratch, name: &str, arguments: &[&str]) -> String {
    let path = scratch.text(name);
    output("ssh-keygen", &[&["-q", "-f", &path, "-C", ""], arguments].concat());
    scratch.get(name)
}

/// The fingerprint of a key.
pub fn fingerprint(scratch: &Scratch, name: &str) -> String {
    let told = output("ssh-keygen", &["-l", "-f", &scratch.text(name)]);
    told.split(' ').nth(1).expect("a fingerprint").to_owned()
}

/// Who logs in to OpenSSH's server: whoever runs the test.
pub fn login() -> String {
    output("id", &["-un"])
}

/// OpenSSH's own server. `authorized_keys` opens it, and it has every key `server-…` that there is; with none, both are made, and
/// `me` is the one that opens it.
pub fn sshd(scratch: &Scratch) -> Server {
    sshd_at(scratch, 0)
}

/// The same at a port.
pub fn sshd_at(scratch: &Scratch, port: u16) -> Server {
    // It would start by itself from the system's own scripts, which make this.
    if is_root() {
        fs::create_dir_all("/run/sshd").expect("a folder that sshd wants");
    }
    if !scratch.path("server-ed25519").exists() {
        make_key(scratch, "server-ed25519", &["-t", "ed25519", "-N", ""]);
        make_key(scratch, "me", &["-t", "ed25519", "-N", ""]);
        scratch.put("authorized_keys", scratch.get("me.pub"));
    }
    let mut config = format!(
        "AuthorizedKeysFile {}\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\n\
         StrictModes no\nPidFile none\nSubsystem sftp internal-sftp\n",
        scratch.text("authorized_keys")
    );
    for name in ["server-ed25519", "server-ecdsa", "server-rsa"] {
        if scratch.path(name).exists() {
            config = format!("{config}HostKey {}\n", scratch.text(name));
        }
    }
    scratch.put("sshd_config", config);
    Server::each(scratch, port, "/usr/sbin/sshd", &["-i", "-e", "-f", &scratch.text("sshd_config")])
}

/// A server by asyncssh with the key `server-ed25519`; its root is `site`, which [`USER`](crate::server::USER) opens with [`PASSWORD`]. `programs/sftp.py` has
/// what it can be told.
pub fn asyncssh(scratch: &Scratch, arguments: &[&str]) -> Server {
    if !scratch.path("server-ed25519").exists() {
        make_key(scratch, "server-ed25519", &["-t", "ed25519", "-N", ""]);
    }
    let (site, key) = (scratch.text("site"), scratch.text("server-ed25519"));
    let usual = ["--root", &site, "--key", &key, "--password", PASSWORD];
    Server::start(scratch, "sftp.py", &[&usual, arguments].concat())
}
