//! Servers of FTP and FTPS. The root is `site`; [`USER`] opens it with [`PASSWORD`]. `authority.pem` vouches for the certificate.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::scratch::Scratch;
use crate::server::{PASSWORD, Server, USER, output};
use crate::web::certificates;

/// A server by pyftpdlib, which speaks TLS after it is asked (`explicit`), from the start (`implicit`), or never (`none`).
/// `programs/ftp.py` has what else it can be told.
pub fn pyftpdlib(scratch: &Scratch, tls: &str, arguments: &[&str]) -> Server {
    let (site, folder) = (scratch.text("site"), scratch.text("."));
    let usual = ["--root", &site, "--password", PASSWORD, "--certificate", &folder, "--tls", tls];
    Server::start(scratch, "ftp.py", &[&usual, arguments].concat())
}

/// `ProFTPD`, which speaks TLS after it is asked, and lets in data only on the TLS session of its control connection.
pub fn proftpd(scratch: &Scratch) -> Server {
    certificates(scratch, &["127.0.0.1"]);
    let [user, group, uid, gid] = ["-un", "-gn", "-u", "-g"].map(|of| output("id", &[of]));
    let hash = output("openssl", &["passwd", "-6", PASSWORD]);
    scratch.put("passwd", format!("{USER}:{hash}:{uid}:{gid}::{}:/bin/false\n", scratch.text("site")));
    let config = format!(
        "ServerType inetd\nUser {user}\nGroup {group}\nModulePath /usr/lib/proftpd\nLoadModule mod_tls.c\n\
         AuthUserFile {}\nAuthOrder mod_auth_file.c\nRequireValidShell off\nRootLogin on\nAllowOverwrite on\n\
         UseReverseDNS off\nScoreboardFile none\nWtmpLog off\nSystemLog {}\n\
         TLSEngine on\nTLSRequired on\nTLSECCertificateFile {pem}\nTLSECCertificateKeyFile {pem}\n",
        scratch.text("passwd"),
        scratch.text("proftpd.log"),
        pem = scratch.text("server.pem"),
    );
    scratch.put("proftpd.conf", config);
    for secret in ["passwd", "server.pem"] {
        fs::set_permissions(scratch.path(secret), Permissions::from_mode(0o600)).expect(secret);
    }
    Server::each(scratch, 0, "/usr/sbin/proftpd", &["-c", &scratch.text("proftpd.conf")])
}
