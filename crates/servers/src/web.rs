//! Web servers, which show `site`, or let it be changed by WebDAV.

use std::fs;
use std::path::Path;

use crate::scratch::Scratch;
use crate::server::{PASSWORD, Server, USER, free_port, is_root, output, run};

/// Where Debian has the modules of Apache.
const MODULES: &str = "/usr/lib/apache2/modules";

/// What a server of the tests needs to be loaded, in an order that Apache takes.
const LOADED: [&str; 17] = [
    "mpm_event",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_user",
    "auth_basic",
    "dav",
    "dav_fs",
    "dav_lock",
    "dir",
    "mime",
    "alias",
    "filter",
    "deflate",
    "headers",
    "setenvif",
    "ssl",
];

/// An Apache with these settings beside those that it needs to start. It writes `access.log`, a line of method, path and status a
/// request.
pub fn apache(scratch: &Scratch, settings: &str) -> Server {
    apache_at(scratch, free_port(), settings)
}

fn apache_at(scratch: &Scratch, port: u16, settings: &str) -> Server {
    let modules =
        LOADED.map(|module| format!("LoadModule {module}_module {MODULES}/mod_{module}.so\n")).concat();
    let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
    let folder = scratch.folder().display();
    let text = format!(
        "{modules}{user}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nDefaultRuntimeDir {folder}\nErrorLog {folder}/error.log\n\
         LogFormat \"%m %U %>s\" plain\nCustomLog {folder}/access.log plain\nDocumentRoot {folder}/site\nDavLockDB {folder}/site/.locks\n\
         TypesConfig /etc/mime.types\nStartServers 1\nThreadsPerChild 32\nMaxRequestWorkers 32\n\
         <Directory />\nRequire all denied\n</Directory>\n{settings}\n",
    );
    scratch.put("apache.conf", text);
    // One that was here before is gone, and did not say so.
    let _ = fs::remove_file(scratch.path("pid"));
    give_to_the_server(&scratch.site());
    let arguments = ["-D", "FOREGROUND", "-f", &scratch.text("apache.conf")];
    Server::listening(scratch, port, "/usr/sbin/apache2", &arguments)
}

/// An Apache with WebDAV: [`USER`] opens it with [`PASSWORD`], and may only read what is in `read-only`. With a certificate if there is
/// one. Folders are listed also where they have an index page, as Apache's manual has it for WebDAV.
pub fn dav(scratch: &Scratch) -> Server {
    dav_at(scratch, free_port())
}

/// The same at a port.
pub fn dav_at(scratch: &Scratch, port: u16) -> Server {
    let hashed = output("openssl", &["passwd", "-apr1", PASSWORD]);
    scratch.put("passwords", format!("{USER}:{hashed}\n"));
    fs::create_dir_all(scratch.path("site/read-only")).expect("a folder");
    let folder = scratch.folder().display();
    let tls = if scratch.path("server.pem").exists() {
        format!("SSLEngine on\nSSLCertificateFile {folder}/server.pem\n")
    } else {
        String::new()
    };
    let settings = format!(
        "{tls}<Directory {folder}/site>\nDav On\nDirectoryIndex disabled\nAuthType Basic\nAuthName nendo\nAuthUserFile {folder}/passwords\nRequire valid-user\n\
         </Directory>\n<Directory {folder}/site/read-only>\n<LimitExcept GET PROPFIND>\nRequire all denied\n</LimitExcept>\n</Directory>\n\
         <FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>\n"
    );
    apache_at(scratch, port, &settings)
}

/// An nginx with these settings of the server.
pub fn nginx(scratch: &Scratch, settings: &str) -> Server {
    let port = free_port();
    let folder = scratch.folder().display();
    let user = if is_root() { "user www-data;\n" } else { "" };
    let places: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {folder}/{kind};\n"))
        .concat();
    scratch.put(
        "nginx.conf",
        format!(
            "{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n{places}\
             include /etc/nginx/mime.types;\naccess_log off;\nserver {{\nlisten 127.0.0.1:{port};\nroot {folder}/site;\n{settings}\n}}\n}}\n",
        ),
    );
    give_to_the_server(&scratch.site());
    let arguments = ["-e", &scratch.text("error.log"), "-c", &scratch.text("nginx.conf")];
    Server::listening(scratch, port, "/usr/sbin/nginx", &arguments)
}

/// Makes `authority.pem`, and `server.pem`, the certificate with its key, which it vouches for; it is for these names and numbers.
pub fn certificates(scratch: &Scratch, names: &[&str]) {
    run("certificate.py", &[&[&*scratch.text(".")], names].concat());
}

/// A server that root starts works as somebody else, who may change what is in this folder then.
pub fn give_to_the_server(folder: &Path) {
    if is_root() {
        output("chown", &["-R", "www-data", folder.to_str().expect("a path in UTF-8")]);
    }
}
