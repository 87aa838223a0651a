use std::fs;

use futures_util::future::join_all;
use nendo_servers::{PASSWORD, Scratch, Server, USER, proftpd};

use super::super::contract::contract;
use super::super::ftp::Ftp;
use super::super::{Host, Refusal, RefusalKind};
use super::{kind, run};
use crate::target::{self, FtpTls, Secret};

/// How the server is told to speak TLS.
fn spoken(tls: FtpTls) -> &'static str {
    match tls {
        FtpTls::Explicit => "explicit",
        FtpTls::Implicit => "implicit",
        FtpTls::None => "none",
    }
}

/// A server by pyftpdlib, and what opens it.
fn pyftpdlib(scratch: &Scratch, tls: FtpTls, arguments: &[&str]) -> (Server, target::Ftp) {
    let server = nendo_servers::pyftpdlib(scratch, spoken(tls), arguments);
    let target = opened(scratch, server.port, tls);
    (server, target)
}

/// What opens a server that has its certificate from this folder.
fn opened(scratch: &Scratch, port: u16, tls: FtpTls) -> target::Ftp {
    target::Ftp {
        host: "127.0.0.1".to_owned(),
        port,
        tls,
        user: USER.to_owned(),
        password: Secret::new(PASSWORD),
        authorities: fs::read(scratch.path("authority.pem")).ok(),
    }
}

#[test]
fn a_server_with_tls_does_what_a_host_does() {
    let scratch = Scratch::new();
    let (_server, target) = pyftpdlib(&scratch, FtpTls::Explicit, &[]);
    let host = Ftp::new(&target, "/public html/市/");
    run(contract(&host, &scratch.path("site/public html/市")));
    assert_eq!(host.grain(), 2);
}

#[test]
fn a_server_with_tls_from_the_start_does_what_a_host_does() {
    let scratch = Scratch::new();
    let (_server, target) = pyftpdlib(&scratch, FtpTls::Implicit, &[]);
    run(contract(&Ftp::new(&target, ""), &scratch.site()));
}

#[test]
fn a_plain_server_does_what_a_host_does() {
    let scratch = Scratch::new();
    let (_server, target) = pyftpdlib(&scratch, FtpTls::None, &["--rename", "beside", "--most", "1"]);
    run(contract(&Ftp::new(&target, "www"), &scratch.path("site/www")));
}

#[test]
fn an_old_server_behind_another_address_does_what_a_host_does() {
    let scratch = Scratch::new();
    let old = ["--without", "MLSD", "MLST", "EPSV", "SIZE", "--behind", "10.255.255.1"];
    let (_server, target) = pyftpdlib(&scratch, FtpTls::None, &old);
    let host = Ftp::new(&target, "/");
    run(contract(&host, &scratch.site()));
    assert_eq!(host.grain(), 120);
}

#[test]
fn a_server_of_the_newest_tls_alone_does_what_a_host_does() {
    let scratch = Scratch::new();
    let (_server, target) = pyftpdlib(&scratch, FtpTls::Explicit, &["--newest"]);
    run(contract(&Ftp::new(&target, ""), &scratch.site()));
}

/// `ProFTPD` lets in data only on the TLS session of its control connection, unless it is told otherwise.
#[test]
fn proftpd_that_wants_one_tls_session_does_what_a_host_does() {
    let scratch = Scratch::new();
    let server = proftpd(&scratch);
    let target = opened(&scratch, server.port, FtpTls::Explicit);
    run(contract(&Ftp::new(&target, ""), &scratch.site()));
}

#[test]
fn a_folder_may_be_made_by_many_at_once() {
    let scratch = Scratch::new();
    let (_server, target) = pyftpdlib(&scratch, FtpTls::None, &[]);
    let host = Ftp::new(&target, "");
    run(async {
        for round in 0..10 {
            let paths: Vec<_> = (0..8).map(|file| format!("{round}/of/many/{file}.txt")).collect();
            let written = join_all(paths.iter().map(|path| host.write(path, b"text"))).await;
            assert!(written.iter().all(Result::is_ok), "{written:?}");
        }
    });
}

#[test]
fn a_wrong_password_is_tried_once_however_many_wait() {
    let scratch = Scratch::new();
    let (server, mut target) = pyftpdlib(&scratch, FtpTls::Explicit, &[]);
    target.password = Secret::new("wrong");
    let host = Ftp::new(&target, "");
    let refusals: Vec<Refusal> = run(join_all(vec![host.files(""), host.files("a"), host.files("b")]))
        .into_iter()
        .filter_map(Result::err)
        .collect();
    assert_eq!(refusals.len(), 3);
    for refusal in refusals {
        assert_eq!(refusal.kind, RefusalKind::Login);
        assert!(!refusal.said.contains("wrong"), "{refusal:?}");
    }
    drop(server);
    assert_eq!(kind(run(host.files(""))), RefusalKind::Login, "nobody was asked again");
    run(host.disconnect());
    assert_eq!(kind(run(host.files(""))), RefusalKind::Unreachable);
}

#[test]
fn a_certificate_must_be_trusted_in_date_and_of_the_host() {
    let knock = |arguments: &[&str], change: fn(&mut target::Ftp)| {
        let scratch = Scratch::new();
        let (_server, mut target) = pyftpdlib(&scratch, FtpTls::Explicit, arguments);
        change(&mut target);
        run(Ftp::new(&target, "").files(""))
    };
    assert_eq!(knock(&[], |target| target.host = "localhost".to_owned()), Ok(vec![]));
    assert_eq!(kind(knock(&[], |target| target.authorities = None)), RefusalKind::Certificate);
    assert_eq!(
        kind(knock(&[], |target| target.authorities = Some(b"none".to_vec()))),
        RefusalKind::Certificate
    );
    assert_eq!(kind(knock(&["--wrong", "date"], |_| ())), RefusalKind::Certificate);
    assert_eq!(kind(knock(&["--wrong", "name"], |_| ())), RefusalKind::Certificate);
}

#[test]
fn a_server_without_tls_is_told_from_others() {
    let scratch = Scratch::new();
    let (_server, mut target) = pyftpdlib(&scratch, FtpTls::None, &[]);
    for tls in [FtpTls::Explicit, FtpTls::Implicit] {
        target.tls = tls;
        assert_eq!(kind(run(Ftp::new(&target, "").files(""))), RefusalKind::NoTls, "{tls:?}");
    }
}

#[test]
fn what_may_not_be_written_and_what_finds_no_room_is_told_apart() {
    let scratch = Scratch::new();
    for folder in ["site/denied", "site/full"] {
        fs::create_dir(scratch.path(folder)).expect(folder);
    }
    scratch.put("site/denied/old.html", "old");
    let (_server, target) = pyftpdlib(&scratch, FtpTls::Explicit, &[]);
    let host = Ftp::new(&target, "");
    run(async {
        let denied = host.write("denied/file", b"text").await.expect_err("it is denied");
        assert_eq!((denied.kind, denied.path.as_deref()), (RefusalKind::Denied, Some("denied/file")));
        assert_eq!(kind(host.write("denied/new/file", b"text").await), RefusalKind::Denied);
        assert_eq!(kind(host.read("denied/old.html").await), RefusalKind::Denied);
        assert_eq!(kind(host.remove("denied/old.html").await), RefusalKind::Denied);
        assert_eq!(kind(host.write("full/file", &vec![0; 100_000]).await), RefusalKind::Full);
        assert_eq!(kind(host.write("full/late", &vec![0; 8_000_000]).await), RefusalKind::Full);
        host.write("file", b"text").await.expect("the session goes on");
    });
}

#[test]
fn a_server_that_goes_away_is_lost_until_it_is_back() {
    let scratch = Scratch::new();
    let (server, target) = pyftpdlib(&scratch, FtpTls::Explicit, &[]);
    let port = server.port.to_string();
    let host = Ftp::new(&target, "");
    run(async {
        host.write("one", b"one").await.expect("it is there");
        drop(server);
        assert_eq!(kind(host.write("two", &vec![0; 500_000]).await), RefusalKind::Lost);
        let _back = pyftpdlib(&scratch, FtpTls::Explicit, &["--port", &port]);
        host.disconnect().await;
        host.write("two", b"two").await.expect("it is back");
        assert_eq!(host.read("two").await, Ok(Some(b"two".to_vec())));
    });
}

#[test]
fn a_host_that_is_not_there_is_unreachable() {
    for tls in [FtpTls::Explicit, FtpTls::Implicit, FtpTls::None] {
        let target = opened(&Scratch::new(), 1, tls);
        assert_eq!(kind(run(Ftp::new(&target, "").files(""))), RefusalKind::Unreachable, "{tls:?}");
    }
}
