use std::fs;
use std::os::unix::fs::symlink;

use nendo_servers::{PASSWORD, Scratch, Server, USER, fingerprint, login, make_key, sshd, sshd_at};

use super::super::contract::contract;
use super::super::sftp::Sftp;
use super::super::{Host, RefusalKind};
use super::{kind, run};
use crate::target::{self, Credentials, HostKeys, Secret};

/// What is known of a server and opens it.
pub(super) fn target(port: u16, credentials: Credentials, fingerprint: &str) -> target::Sftp {
    target::Sftp {
        host: "127.0.0.1".to_owned(),
        port,
        user: login(),
        credentials,
        host_keys: HostKeys { fingerprint: Some(fingerprint.to_owned()), known_hosts: None },
    }
}

pub(super) fn key(key: &Secret) -> Credentials {
    Credentials { key: Some(key.clone()), password: None }
}

fn password(password: &str) -> Credentials {
    Credentials { key: None, password: Some(Secret::new(password)) }
}

/// OpenSSH's server, and what opens it.
fn opensshs(scratch: &Scratch) -> (Server, target::Sftp) {
    let server = sshd(scratch);
    let target =
        target(server.port, key(&Secret::new(scratch.get("me"))), &fingerprint(scratch, "server-ed25519"));
    (server, target)
}

/// A server by asyncssh, and what opens it.
fn asyncssh(scratch: &Scratch, arguments: &[&str]) -> (Server, target::Sftp) {
    let server = nendo_servers::asyncssh(scratch, arguments);
    let known = target(server.port, password(PASSWORD), &fingerprint(scratch, "server-ed25519"));
    (server, target::Sftp { user: USER.to_owned(), ..known })
}

#[test]
fn opensshs_server_does_what_a_host_does() {
    let scratch = Scratch::new();
    let (_server, target) = opensshs(&scratch);
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
    let scratch = Scratch::new();
    let (_server, opened) = opensshs(&scratch);
    let kinds: [(&str, &[&str]); 5] = [
        ("ecdsa", &["-t", "ecdsa", "-N", ""]),
        ("rsa", &["-t", "rsa", "-b", "2048", "-N", ""]),
        ("pem", &["-t", "rsa", "-b", "2048", "-m", "PEM", "-N", ""]),
        ("pkcs8", &["-t", "ecdsa", "-m", "PKCS8", "-N", PASSWORD]),
        ("sealed", &["-t", "ed25519", "-N", PASSWORD]),
    ];
    let keys = kinds.map(|(name, arguments)| (name, Secret::new(make_key(&scratch, name, arguments))));
    let all = kinds.map(|(name, _)| fs::read_to_string(scratch.path(&format!("{name}.pub"))).expect(name));
    scratch.put("authorized_keys", all.concat());
    let knock = |credentials| {
        let sftp = Sftp::new(&target::Sftp { credentials, ..opened.clone() }, &scratch.text("site"));
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
    assert_eq!(
        kind(knock(key(&Secret::new(scratch.get("me"))))),
        RefusalKind::Login,
        "a key that the server does not have"
    );
    assert_eq!(kind(knock(Credentials::default())), RefusalKind::Login);
}

#[test]
fn a_password_is_tried_after_a_key_that_is_refused() {
    let scratch = Scratch::new();
    let (_server, mut target) = asyncssh(&scratch, &[]);
    target.credentials.key = Some(Secret::new(make_key(&scratch, "me", &["-t", "ed25519", "-N", ""])));
    assert_eq!(run(Sftp::new(&target, "").files("")), Ok(vec![]));
    let sealed = Secret::new(make_key(&scratch, "sealed", &["-t", "ed25519", "-N", PASSWORD]));
    let open = target.credentials.key.replace(sealed);
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
    let scratch = Scratch::new();
    scratch.put("site/file.html", "file");
    symlink("file.html", scratch.path("site/link.html")).expect("a link");
    symlink("site", scratch.path("root")).expect("a link");
    let (_server, target) = opensshs(&scratch);
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
    let scratch = Scratch::new();
    let (server, target) = opensshs(&scratch);
    let port = server.port;
    let host = Sftp::new(&target, &scratch.text("site"));
    run(async {
        host.write("one", b"one").await.expect("it is there");
        drop(server);
        assert_eq!(kind(host.write("two", &vec![0; 500_000]).await), RefusalKind::Lost);
        assert_eq!(kind(host.files("").await), RefusalKind::Lost);
        let _back = sshd_at(&scratch, port);
        host.disconnect().await;
        host.write("two", b"two").await.expect("it is back");
        assert_eq!(host.read("two").await, Ok(Some(b"two".to_vec())));
    });
}
