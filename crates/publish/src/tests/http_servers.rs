//! Real servers on free ports of this machine, for as long as a test holds them.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How long a server may take to answer first.
const READY: Duration = Duration::from_secs(30);

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

/// A folder that is removed with the test.
pub(crate) struct Desk(pub(crate) PathBuf);

impl Desk {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("nendo-publish-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("www")).expect("a folder");
        Self(folder)
    }

    /// The folder that a server shows.
    pub(crate) fn shown(&self) -> PathBuf {
        self.0.join("www")
    }

    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.0.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("folders");
        fs::write(file, bytes).expect("a file");
    }

    pub(crate) fn get(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).expect("a file")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A server that runs.
pub(crate) struct Server {
    program: PathBuf,
    arguments: Vec<String>,
    variables: Vec<(&'static str, &'static str)>,
    running: Option<Child>,
    pub(crate) port: u16,
}

impl Server {
    fn new(
        program: PathBuf,
        arguments: Vec<String>,
        variables: &[(&'static str, &'static str)],
        port: u16,
    ) -> Self {
        let mut server = Self { program, arguments, variables: variables.to_vec(), running: None, port };
        server.start();
        server
    }

    /// Starts it, and waits until it takes connections.
    pub(crate) fn start(&mut self) {
        let name = self.program.display().to_string();
        let started = Command::new(&self.program)
            .args(&self.arguments)
            .envs(self.variables.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = started.unwrap_or_else(|error| {
            panic!("{name}: {error}; tests/install.sh and tests/publish/install.sh install it")
        });
        self.running = Some(child);
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.running.as_mut().and_then(|child| child.try_wait().ok().flatten());
            assert!(ended.is_none(), "{name} ended: {ended:?}");
            assert!(since.elapsed() < READY, "{name} does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends it, and those that it started.
    pub(crate) fn stop(&mut self) {
        if let Some(mut child) = self.running.take() {
            // Killed at once, it would leave its workers behind.
            let _ = Command::new("kill").arg(child.id().to_string()).status();
            let since = Instant::now();
            while child.try_wait().is_ok_and(|ended| ended.is_none())
                && since.elapsed() < Duration::from_secs(5)
            {
                std::thread::sleep(Duration::from_millis(20));
            }
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// The address of a path, which begins with `/`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// An Apache with these settings beside those that it needs to start.
pub(crate) fn apache(desk: &Desk, settings: &str) -> Server {
    let port = free_port();
    let modules =
        LOADED.map(|module| format!("LoadModule {module}_module {MODULES}/mod_{module}.so\n")).concat();
    let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
    let folder = desk.0.display();
    let text = format!(
        "{modules}{user}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nDefaultRuntimeDir {folder}\nErrorLog {folder}/error.log\n\
         LogFormat \"%m %U %>s\" plain\nCustomLog {folder}/access.log plain\nDocumentRoot {folder}/www\nDavLockDB {folder}/www/.locks\n\
         TypesConfig /etc/mime.types\nStartServers 1\nThreadsPerChild 32\nMaxRequestWorkers 32\n\
         <Directory />\nRequire all denied\n</Directory>\n{settings}\n",
    );
    desk.put("apache.conf", text);
    give_to_the_server(&desk.shown());
    let arguments = ["-D", "FOREGROUND", "-f", &format!("{folder}/apache.conf")].map(str::to_owned).to_vec();
    Server::new("/usr/sbin/apache2".into(), arguments, &[], port)
}

/// An nginx that shows the desk, with these settings of the server.
pub(crate) fn nginx(desk: &Desk, settings: &str) -> Server {
    let port = free_port();
    let folder = desk.0.display();
    let user = if is_root() { "user www-data;\n" } else { "" };
    let places: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {folder}/{kind};\n"))
        .concat();
    desk.put(
        "nginx.conf",
        format!(
            "{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n{places}\
             include /etc/nginx/mime.types;\naccess_log off;\nserver {{\nlisten 127.0.0.1:{port};\nroot {folder}/www;\n{settings}\n}}\n}}\n",
        ),
    );
    give_to_the_server(&desk.shown());
    let arguments = ["-e", &format!("{folder}/error.log"), "-c", &format!("{folder}/nginx.conf")]
        .map(str::to_owned)
        .to_vec();
    Server::new("/usr/sbin/nginx".into(), arguments, &[], port)
}

/// A program of the environment that tests/publish/install.sh makes; `PORT` among its arguments becomes a free port.
pub(crate) fn of_python(
    program: &str,
    arguments: &[&str],
    variables: &[(&'static str, &'static str)],
) -> Server {
    let port = free_port();
    let arguments = arguments.iter().map(|argument| argument.replace("PORT", &port.to_string())).collect();
    Server::new(python_environment().join(program), arguments, variables, port)
}

/// Where tests/publish/install.sh puts its programs.
pub(crate) fn python_environment() -> PathBuf {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/publish-venv/bin");
    assert!(programs.exists(), "{} is not there; tests/publish/install.sh makes it", programs.display());
    programs
}

/// Makes `authority.pem`, and `server.pem` and `server.key`, which it vouches for, on a desk.
pub(crate) fn certificates(desk: &Desk) {
    desk.put(
        "openssl.cnf",
        "[req]\ndistinguished_name = name\nprompt = no\n[name]\nCN = nendo test\n[authority]\nbasicConstraints = critical, CA:TRUE\n\
         [server]\nbasicConstraints = critical, CA:FALSE\nsubjectAltName = IP:127.0.0.1\n",
    );
    let make = |arguments: &str| {
        let mut command = Command::new("openssl");
        command.args([
            "req",
            "-x509",
            "-config",
            "openssl.cnf",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ]);
        let made = command.args(arguments.split(' ')).current_dir(&desk.0).output();
        let made = made.unwrap_or_else(|error| panic!("openssl: {error}"));
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    };
    make("-extensions authority -keyout authority.key -out authority.pem");
    make("-extensions server -CA authority.pem -CAkey authority.key -keyout server.key -out server.pem");
}

/// A line of Apache's file of passwords.
pub(crate) fn password_line(user: &str, password: &str) -> String {
    let hashed = Command::new("openssl").args(["passwd", "-apr1", password]).output().expect("openssl");
    format!("{user}:{}", String::from_utf8_lossy(&hashed.stdout))
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).expect("a port").port()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.trim_ascii() == b"0")
}

/// A server that root starts works as somebody else.
fn give_to_the_server(folder: &Path) {
    if is_root() {
        let given = Command::new("chown").args(["-R", "www-data"]).arg(folder).status();
        assert!(given.is_ok_and(|status| status.success()), "{} is not the server's", folder.display());
    }
}
