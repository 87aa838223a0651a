use std::fs;
use std::os::unix::fs::symlink;

use super::super::contract::contract;
use super::super::sftp::Sftp;
use super::super::{Host, RefusalKind};
use super::server::{Server, output};
use super::{Scratch, kind, run};
use crate::target::{self, Credentials, HostKeys, Secret};

const PASSWORD: &str = "あいことば s3cret";

/// A key of a server or of whoever publishes; `ssh-keygen` makes it.
pub(super) fn make_key(scratch: &Scratch, name: &str, arguments: &[&str]) -> Secret {
    let path = scratch.text(name);
    output("ssh-keygen", &[&["-q", "-f", &path, "-C", ""], arguments].concat());
    Secret::new(fs::read_to_string(path).expect("the key"))
}

/// OpenSSH's own server, which is logged in to with the key of `me`, and any other in `authorized_keys`.
pub(super) fn sshd(scratch: &Scratch, port: u16) -> Server {
    // It would start by itself from the system's own scripts, which make this.
    if output("id", &["-u"]) == "0" {
        fs::create_dir_all("/run/sshd").expect("a folder that sshd wants");
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

/// What is known of a server and opens it.
pub(super) fn target(port: u16, credentials: Credentials, fingerprint: &str) -> target::Sftp {
    target::Sftp {
        host: "127.0.0.1".to_owned(),
        port,
        user: output("id", &["-un"]),
        credentials,
        host_keys: HostKeys { fingerprint: Some(fingerprint.to_owned()), known_hosts: None },
    }
}

pub(super) fn fingerprint(scratch: &Scratch, name: &str) -> String {
    let told = output("ssh-keygen", &["-l", "-f", &scratch.text(name)]);
    told.split(' ').nth(1).expect("a fingerprint").to_owned()
}

pub(super) fn key(key: &Secret) -> Credentials {
    Credentials { key: Some(key.clone()), password: None }
}

fn password(password: &str) -> Credentials {
    Credentials { key: None, password: Some(Secret::new(password)) }
}

/// A folder with the keys of OpenSSH's server and the one that opens it.
pub(super) fn with_keys() -> (Scratch, Secret) {
    let scratch = Scratch::new();
    make_key(&scratch, "server-ed25519", &["-t", "ed25519", "-N", ""]);
    let me = make_key(&scratch, "me", &["-t", "ed25519", "-N", ""]);
    fs::copy(scratch.path("me.pub"), scratch.path("authorized_keys")).expect("a copy");
    (scratch, me)
}

/// A server by asyncssh.
fn asyncssh(scratch: &Scratch, arguments: &[&str]) -> (Server, target::Sftp) {
    make_key(scratch, "server-ed25519", &["-t", "ed25519", "-N", ""]);
    let (site, key) = (scratch.text("site"), scratch.text("server-ed25519"));
    let usual = ["--root", &site, "--key", &key, "--password", PASSWORD];
    let server = Server::start(scratch, "sftp.py", &[&usual, arguments].concat());
    let known = target(server.port, password(PASSWORD), &fingerprint(scratch, "server-ed25519"));
    (server, target::Sftp { user: "publisher".to_owned(), ..known })
}

#[test]
fn opensshs_server_does_what_a_host_does() {
    let (scratch, me) = with_keys();
    let server = sshd(&scratch, 0);
    let target = target(server.port, key(&me), &fingerprint(&scratch, "server-ed25519"));
    run(contract(&Sftp::new(&target, &scratch.text("site/")), &scratch.site()));
}

#[test]
fn a_server_without_extensions_does_what_a_host_does() {
    let scratch = Scratch::new();
    let without = ["--without", "posix-rename@openssh.com", "statvfs@openssh.com"];
    let (_server, target) = asyncssh(&scratch, &without);
    run(contract(&Sftp::new(&target, "public html/市"), &scratch.path("site/public html/市")));
}

#[test]
fn a_server_that_asks_for_the_password_in_questions_does_what_a_host_does() {
    let scratch = Scratch::new();
    let (_server, target) = asyncssh(&scratch, &["--ask", "questions"]);
    run(contract(&Sftp::new(&target, "/"), &scratch.site()));
}

#[test]
fn a_key_of_any_kind_opens() {
    let (scratch, me) = with_keys();
    let kinds: [(&str, &[&str]); 5] = [
        ("ecdsa", &["-t", "ecdsa", "-N", ""]),
        ("rsa", &["-t", "rsa", "-b", "2048", "-N", ""]),
        ("pem", &["-t", "rsa", "-b", "2048", "-m", "PEM", "-N", ""]),
        ("pkcs8", &["-t", "ecdsa", "-m", "PKCS8", "-N", PASSWORD]),
        ("sealed", &["-t", "ed25519", "-N", PASSWORD]),
    ];
    let keys = kinds.map(|(name, arguments)| (name, make_key(&scratch, name, arguments)));
    let all = kinds.map(|(name, _)| fs::read_to_string(scratch.path(&format!("{name}.pub"))).expect(name));
    scratch.put("authorized_keys", all.concat());
    let server = sshd(&scratch, 0);
    let fingerprint = fingerprint(&scratch, "server-ed25519");
    let knock = |credentials| {
        let sftp = Sftp::new(&target(server.port, credentials, &fingerprint), &scratch.text("site"));
        run(sftp.files(""))
    };
    for (name, secret) in &keys {
        let passphrase = ["pkcs8", "sealed"].contains(name).then(|| Secret::new(PASSWORD));
        assert_eq!(
            knock(Credentials { key: Some(secret.clone()), password: passphrase }),
            Ok(vec![]),
            "{name}"
        );
    }
    let sealed = keys[4].1.clone();
    let wrong = Credentials { key: Some(sealed.clone()), password: Some(Secret::new("wrong")) };
    assert_eq!(kind(knock(wrong)), RefusalKind::Key);
    assert_eq!(kind(knock(key(&sealed))), RefusalKind::Key);
    assert_eq!(kind(knock(key(&Secret::new("no key")))), RefusalKind::Key);
    assert_eq!(kind(knock(key(&me))), RefusalKind::Login, "a key that the server does not have");
    assert_eq!(kind(knock(Credentials::default())), RefusalKind::Login);
}

#[test]
fn a_password_is_tried_after_a_key_that_is_refused() {
    let scratch = Scratch::new();
    let (_server, mut target) = asyncssh(&scratch, &[]);
    target.credentials.key = Some(make_key(&scratch, "me", &["-t", "ed25519", "-N", ""]));
    assert_eq!(run(Sftp::new(&target, "").files("")), Ok(vec![]));
    let open =
        target.credentials.key.replace(make_key(&scratch, "sealed", &["-t", "ed25519", "-N", PASSWORD]));
    assert_eq!(
        kind(run(Sftp::new(&target, "").files(""))),
        RefusalKind::Login,
        "a passphrase is for the key alone"
    );
    target.credentials = Credentials { key: open, password: Some(Secret::new("wrong")) };
    let refusal = run(Sftp::new(&target, "").files("")).expect_err("a wrong password");
    assert_eq!(refusal.kind, RefusalKind::Login);
    assert!(!refusal.said.contains("wrong"), "{refusal:?}");
}

#[test]
fn a_wrong_password_is_tried_once_however_many_wait() {
    let scratch = Scratch::new();
    let (server, mut target) = asyncssh(&scratch, &["--ask", "questions"]);
    target.credentials = password("wrong");
    let host = Sftp::new(&target, "");
    run(async {
        assert_eq!(kind(host.files("").await), RefusalKind::Login);
        drop(server);
        assert_eq!(kind(host.files("").await), RefusalKind::Login, "nobody was asked again");
        host.disconnect().await;
        assert_eq!(kind(host.files("").await), RefusalKind::Unreachable);
    });
}

#[test]
fn a_host_that_is_not_there_is_unreachable() {
    let nowhere = target(1, password(PASSWORD), "SHA256:none");
    assert_eq!(kind(run(Sftp::new(&nowhere, "").files(""))), RefusalKind::Unreachable);
    let nowhere = target::Sftp { host: "nowhere.invalid".to_owned(), ..nowhere };
    assert_eq!(kind(run(Sftp::new(&nowhere, "").files(""))), RefusalKind::Unreachable);
}

#[test]
fn what_may_not_be_written_and_what_finds_no_room_is_told_apart() {
    let scratch = Scratch::new();
    for folder in ["site/denied", "site/full"] {
        fs::create_dir(scratch.path(folder)).expect(folder);
    }
    let (_server, target) = asyncssh(&scratch, &[]);
    let host = Sftp::new(&target, "");
    run(async {
        let denied = host.write("denied/file", b"text").await.expect_err("it is denied");
        assert_eq!((denied.kind, denied.path.as_deref()), (RefusalKind::Denied, Some("denied/file")));
        assert_eq!(kind(host.write("full/file", &vec![0; 100_000]).await), RefusalKind::Full);
        host.write("file", b"text").await.expect("the session goes on");
        let inside = host.write("file/inside", b"text").await;
        assert_eq!(kind(inside), RefusalKind::Other, "a file is no folder");
    });
}

#[test]
fn a_link_is_no_file_but_may_be_the_root() {
    let (scratch, me) = with_keys();
    scratch.put("site/file.html", "file");
    symlink("file.html", scratch.path("site/link.html")).expect("a link");
    symlink("site", scratch.path("root")).expect("a link");
    let server = sshd(&scratch, 0);
    let target = target(server.port, key(&me), &fingerprint(&scratch, "server-ed25519"));
    let host = Sftp::new(&target, &scratch.text("root"));
    run(async {
        let files = host.files("").await.expect("the root");
        assert_eq!(files.iter().map(|file| &*file.name).collect::<Vec<_>>(), ["file.html"]);
        host.write("new/page.html", b"page").await.expect("a page");
    });
    assert_eq!(fs::read(scratch.path("site/new/page.html")).expect("it is there"), b"page");
}

#[test]
fn a_server_that_goes_away_is_lost_until_it_is_back() {
    let (scratch, me) = with_keys();
    let server = sshd(&scratch, 0);
    let port = server.port;
    let target = target(port, key(&me), &fingerprint(&scratch, "server-ed25519"));
    let host = Sftp::new(&target, &scratch.text("site"));
    run(async {
        host.write("one", b"one").await.expect("it is there");
        drop(server);
        assert_eq!(kind(host.write("two", &vec![0; 500_000]).await), RefusalKind::Lost);
        assert_eq!(kind(host.files("").await), RefusalKind::Lost);
        let _server = sshd(&scratch, port);
        host.disconnect().await;
        host.write("two", b"two").await.expect("it is back");
        assert_eq!(host.read("two").await, Ok(Some(b"two".to_vec())));
    });
}
