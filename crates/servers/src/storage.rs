//! A service that speaks S3.

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
