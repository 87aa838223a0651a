//! A service that speaks S3.

use std::path::Path;

use crate::scratch::Scratch;
use crate::server::Server;

/// The bucket that it has.
pub const BUCKET: &str = "site";

/// The service, and what opens it.
#[derive(Debug)]
pub struct Storage {
    /// The server.
    pub server: Server,
    /// The name of the key.
    pub key_id: String,
    /// Its secret.
    pub secret: String,
}

/// moto with a [`BUCKET`]. `--guarded` looks at keys and policies as S3 does: nothing may be written below `locked/`.
pub fn moto(scratch: &Scratch, arguments: &[&str]) -> Storage {
    let mut server = Server::start(scratch, "s3.py", arguments);
    let [key_id, secret] = <[String; 2]>::try_from(server.told.split_off(0)).expect("a key");
    Storage { server, key_id, secret }
}

impl Storage {
    /// Writes what is in the bucket into a folder.
    pub fn fetch(&mut self, folder: &Path) {
        self.server.ask(&format!("fetch {}", folder.display()));
    }

    /// Puts a file into the bucket.
    pub fn put(&mut self, file: &Path, path: &str) {
        self.server.ask(&format!("put {} {path}", file.display()));
    }
}
