//! A site in a folder of its own, with things beside it that are no part of it, and its preview.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use nendo_preview::{Preview, Settings};

/// A page that has all that the preview looks at.
pub(crate) const PAGE: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'\">\n",
    "<title>年度</title>\n<link rel=\"icon\" href=\"../assets/icon.svg\">\n",
    "<link rel=\"stylesheet\" href=\"../assets/style.0a1b2c3d.css\">\n<link rel=\"stylesheet\" href=\"../assets/own.css\">\n",
    "</head>\n<body>\n<a href=\"../data.csv\">CSV</a>\n<p>進捗</p>\n</body>\n</html>\n",
);

/// Removed when dropped.
pub(crate) struct Place {
    folder: PathBuf,
}

impl Place {
    /// With the page at dx/index.html, what it loads, and a page for what is missing.
    pub(crate) fn new() -> Place {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let place =
            Place { folder: std::env::temp_dir().join(format!("nendo-preview-{}-{number}", process::id())) };
        place.write("site/dx/index.html", PAGE);
        place.write(
            "site/404.html",
            "<!DOCTYPE html><html lang=\"ja\"><title>ありません</title><p>ありません</p></html>",
        );
        place.write("site/assets/style.0a1b2c3d.css", "p { color: red }");
        place.write("site/assets/own.css", "p { background: url(ground.svg) }");
        place.write("site/assets/ground.svg", "<svg/>");
        place.write("site/assets/icon.svg", "<svg/>");
        place.write("site/data.csv", "年度,値\n2023,79\n");
        place
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
    }

    /// Its preview on any free port.
    pub(crate) fn preview(&self) -> Preview {
        let settings = Settings { root: self.at("site"), host: Ipv4Addr::LOCALHOST.into(), port: Some(0) };
        Preview::start(settings).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
