//! What goes wrong on a host is said, in both languages, with the code of its kind; nothing there is broken, and no secret is told.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use nendo_servers::{PASSWORD, free_port};

use crate::office::Office;
use crate::place::{Kind, Running};

/// Publishes in both languages; neither comes to anything, both say their words and what to do, and what stands there stays.
#[track_caller]
fn refused(office: &mut Office, en: &str, ja: &str) {
    let before = office.place.everything();
    for (locale, words, remedy) in [("C", en, "hint: "), ("ja_JP.UTF-8", ja, "対処: ")] {
        let ran = office.publish_in(locale, "");
        assert_eq!(ran.code, Some(6), "{ran:?}");
        assert!(ran.err.contains(words) && ran.err.contains(remedy), "{words}: {ran:?}");
        let said = ran.out + &ran.err;
        for (_, secret) in &office.place.secrets {
            assert!(!said.contains(secret.as_str()), "{said}");
        }
        assert_eq!(office.place.everything(), before);
    }
}

#[test]
fn a_wrong_password_is_told() {
    for kind in [Kind::Asyncssh, Kind::Ftps, Kind::WebDav] {
        let mut office = Office::new(kind);
        office.place.secrets = vec![("PASSWORD", "wrong-one".to_owned())];
        refused(&mut office, "did not accept the user name, password or key", "NENDO_PUBLISH_WEB_PASSWORD");
        office.place.secrets = vec![("PASSWORD", PASSWORD.to_owned())];
        assert_eq!(office.publish("").code, Some(0));
        assert!(!office.place.site().is_empty());
    }
}

#[test]
fn a_secret_that_is_not_given_is_told() {
    let mut office = Office::new(Kind::S3);
    office.place.secrets.clear();
    refused(&mut office, "a password or key is needed", "NENDO_PUBLISH_WEB_ACCESS_KEY_ID");
}

#[test]
fn a_key_of_a_server_that_is_not_known_is_shown_and_not_trusted() {
    let mut office = Office::new(Kind::OpenSsh);
    let fingerprint = office.setting("host-key").to_owned();
    office.set("host-key", None);
    refused(&mut office, &format!("is not known yet: {fingerprint}"), &fingerprint);
    office.set("host-key", Some(&format!("SHA256:{}", "A".repeat(43))));
    refused(
        &mut office,
        &format!("shows another key than the one that is trusted: {fingerprint}"),
        &fingerprint,
    );
    office.set("host-key", Some(&fingerprint));
    assert_eq!(office.publish("").code, Some(0));
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_told() {
    for kind in [Kind::Ftps, Kind::WebDav] {
        let mut office = Office::new(kind);
        office.set("ca", None);
        refused(&mut office, "is not trusted", "証明書");
    }
}

#[test]
fn a_server_that_is_not_there_is_told() {
    for kind in [Kind::OpenSsh, Kind::Ftps, Kind::WebDav, Kind::S3] {
        let mut office = Office::new(kind);
        let endpoint = office.setting("endpoint").trim_end_matches('/');
        let (server, _) = endpoint.rsplit_once(':').expect("a port");
        office.set("endpoint", Some(&format!("{server}:{}", free_port())));
        refused(&mut office, "cannot be reached", "につながりません");
    }
}

#[test]
fn a_network_that_is_lost_leaves_a_whole_site_and_the_next_publish_brings_the_rest() {
    let mut office = Office::new(Kind::Asyncssh);
    let publish = office.begin("C", "--format json");
    // As soon as something has come, the server goes.
    while office.place.site().is_empty() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    office.place.server = Running::None;
    let output = publish.wait_with_output().expect("it ended");
    assert_eq!(output.status.code(), Some(6), "{}", String::from_utf8_lossy(&output.stdout));
    let built = office.built();
    for (path, bytes) in office.place.site().iter().filter(|(path, _)| !path.ends_with(".nendo-part")) {
        assert!(built.get(path) == Some(bytes), "{path}");
    }
    let server = nendo_servers::asyncssh(&office.place.scratch, &[]);
    office.set("endpoint", Some(&format!("ssh://127.0.0.1:{}", server.port)));
    let ran = office.publish("");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(office.place.site(), built);
}

#[test]
fn a_folder_that_may_not_be_written_and_a_full_disk_are_told() {
    for (kind, folder, en, ja) in [
        (Kind::Asyncssh, "denied", "does not allow this", "許可していません"),
        (Kind::Asyncssh, "full", "there is no room left", "空き"),
        (Kind::WebDav, "read-only", "does not allow this", "許可していません"),
    ] {
        let mut office = Office::new(kind);
        fs::create_dir_all(office.place.scratch.path("site").join(folder)).expect("a folder");
        office.set("root", Some(folder));
        refused(&mut office, en, ja);
    }
    let mut office = Office::new(Kind::OpenSsh);
    if nendo_servers::output("id", &["-un"]) == "root" {
        // Root may write anywhere; a file in the place of a folder stops it too.
        office.place.scratch.put("site/市 1", "a file");
        refused(&mut office, "refused: ", "受け付けませんでした: ");
    } else {
        fs::set_permissions(office.place.scratch.site(), Permissions::from_mode(0o500))
            .expect("no right to write");
        refused(&mut office, "does not allow this", "許可していません");
        fs::set_permissions(office.place.scratch.site(), Permissions::from_mode(0o700)).expect("the right");
    }
}
