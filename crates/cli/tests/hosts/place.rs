//! Places to publish to, each a real one: its settings, its secrets, and what stands there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nendo_servers::{
    BUCKET, PASSWORD, Scratch, Server, Storage, USER, asyncssh, certificates, dav, fingerprint, login, moto,
    pyftpdlib, sshd,
};

/// The folder of a place that becomes the site.
const ROOT: &str = "市 1/progress";

/// Files by path, with `/` between folders.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A folder.
    Folder,
    /// OpenSSH's server, which a key opens.
    OpenSsh,
    /// A server of SFTP that a password opens, and that renames nothing over what is there.
    Asyncssh,
    /// FTP that speaks TLS when it is asked.
    Ftps,
    /// Apache with TLS.
    WebDav,
    /// A service of objects.
    S3,
}

/// A place, for as long as it is held.
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) scratch: Scratch,
    /// What serves it.
    pub(crate) server: Running,
    /// The lines below `[publish.web]`.
    pub(crate) settings: String,
    /// The secrets, by the ends of their variables.
    pub(crate) secrets: Vec<(&'static str, String)>,
}

/// What serves a place.
pub(crate) enum Running {
    /// Nothing has to.
    None,
    /// A server of files.
    Server(#[expect(dead_code, reason = "it is held")] Server),
    /// A service of objects.
    Storage(Storage),
}

impl Place {
    pub(crate) fn of(kind: Kind) -> Self {
        let scratch = Scratch::new();
        let password = || vec![("PASSWORD", PASSWORD.to_owned())];
        let (server, settings, secrets) = match kind {
            Kind::Folder => {
                let root = scratch.text(&format!("site/{ROOT}"));
                (Running::None, format!("service = \"fs\"\nroot = '{root}'\n"), vec![])
            }
            Kind::OpenSsh => {
                let server = sshd(&scratch);
                let root = scratch.text(&format!("site/{ROOT}"));
                let settings = sftp(&scratch, server.port, &login(), &root)
                    + &format!("key = '{}'\n", scratch.text("me"));
                (Running::Server(server), settings, vec![])
            }
            Kind::Asyncssh => {
                let without = ["posix-rename@openssh.com", "fsync@openssh.com"];
                let server = asyncssh(&scratch, &[&["--without"], &without[..]].concat());
                let settings = sftp(&scratch, server.port, USER, ROOT);
                (Running::Server(server), settings, password())
            }
            Kind::Ftps => {
                let server = pyftpdlib(&scratch, "explicit", &[]);
                let settings = vouched(&scratch, "ftp", &format!("ftps://127.0.0.1:{}", server.port));
                (Running::Server(server), settings, password())
            }
            Kind::WebDav => {
                certificates(&scratch, &["127.0.0.1"]);
                let server = dav(&scratch);
                let settings = vouched(&scratch, "webdav", &server.url("/").replace("http:", "https:"));
                (Running::Server(server), settings, password())
            }
            Kind::S3 => {
                let storage = moto(&scratch, &[]);
                let settings = format!(
                    "service = \"s3\"\nendpoint = \"{}\"\nbucket = \"{BUCKET}\"\nregion = \"us-east-1\"\nroot = \"{ROOT}\"\n",
                    storage.server.url("")
                );
                let secrets = vec![
                    ("ACCESS_KEY_ID", storage.key_id.clone()),
                    ("SECRET_ACCESS_KEY", storage.secret.clone()),
                ];
                (Running::Storage(storage), settings, secrets)
            }
        };
        Self { kind, scratch, server, settings, secrets }
    }

    /// All that stands there, but for what nendo keeps for itself.
    pub(crate) fn site(&mut self) -> Files {
        let mut files = self.all();
        files.retain(|path, _| !path.starts_with("_nendo/"));
        files
    }

    /// All that stands there.
    pub(crate) fn all(&mut self) -> Files {
        self.fetch();
        read(&self.folder())
    }

    /// All that stands on the host, wherever; but for what nendo keeps for itself.
    pub(crate) fn everything(&mut self) -> Files {
        self.fetch();
        let mut files = read(&self.scratch.site());
        files.retain(|path, _| !path.contains("_nendo/"));
        files
    }

    fn fetch(&mut self) {
        let folder = self.scratch.site();
        if let Running::Storage(storage) = &mut self.server {
            let _ = fs::remove_dir_all(&folder);
            storage.fetch(&folder);
        }
    }

    /// What somebody else puts there.
    pub(crate) fn put(&mut self, path: &str, bytes: &[u8]) {
        let path = format!("{ROOT}/{path}");
        match &mut self.server {
            Running::Storage(storage) => {
                let file = self.scratch.put("file", bytes);
                storage.put(&file, &path);
            }
            Running::None | Running::Server(_) => {
                self.scratch.put(&format!("site/{path}"), bytes);
                if self.kind == Kind::WebDav {
                    nendo_servers::give_to_the_server(&self.scratch.site());
                }
            }
        }
    }

    /// The folder that becomes the site, where it is one of this machine.
    pub(crate) fn folder(&self) -> PathBuf {
        self.scratch.site().join(ROOT)
    }
}

/// A server with a certificate that an authority of its own vouches for.
fn vouched(scratch: &Scratch, service: &str, endpoint: &str) -> String {
    let authority = scratch.text("authority.pem");
    format!(
        "service = \"{service}\"\nendpoint = \"{endpoint}\"\nroot = \"{ROOT}\"\nuser = \"{USER}\"\nca = '{authority}'\n"
    )
}

fn sftp(scratch: &Scratch, port: u16, user: &str, root: &str) -> String {
    format!(
        "service = \"sftp\"\nendpoint = \"ssh://127.0.0.1:{port}\"\nroot = '{root}'\nuser = \"{user}\"\nhost-key = \"{}\"\n",
        fingerprint(scratch, "server-ed25519")
    )
}

/// The files of a folder; one that goes meanwhile, as a server does what it was last asked for, is not there.
pub(crate) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        if entry.path().is_dir() {
            let inner = read(&entry.path()).into_iter();
            files.extend(inner.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else if let Ok(bytes) = fs::read(entry.path()) {
            files.insert(name, bytes);
        }
    }
    files
}
