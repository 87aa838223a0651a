//! What every host must do, asked of one that is served from a folder of this machine.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use futures_util::{StreamExt, TryStreamExt, stream};

use super::{Entry, Host};

/// How many files are written at once, more than any host has connections.
const MANY: usize = 40;

/// Asks all of it of a host whose root is served from this folder, which is empty.
pub(crate) async fn contract(host: &impl Host, root: &Path) {
    what_is_not_there_is_no_error(host).await;
    what_is_written_is_read_and_listed(host, root).await;
    a_file_takes_the_name_of_another(host).await;
    what_is_removed_is_gone(host, root).await;
    any_name_and_any_bytes_will_do(host, root).await;
    many_travel_at_once(host).await;
    another_writing_has_another_mark(host, root).await;
    host.disconnect().await;
    assert_eq!(read(host, "index.html").await, b"two", "after the connection was forgotten");
}

async fn what_is_not_there_is_no_error(host: &impl Host) {
    assert_eq!(host.files("").await, Ok(vec![]));
    assert_eq!(host.files("no/such folder").await, Ok(vec![]));
    assert_eq!(host.read("no file").await, Ok(None));
    assert_eq!(host.read("no/such folder/file").await, Ok(None));
    assert_eq!(host.remove("no/such folder/file").await, Ok(()));
    assert_eq!(host.remove_folder("no/such folder").await, Ok(()));
}

async fn what_is_written_is_read_and_listed(host: &impl Host, root: &Path) {
    for (path, bytes) in
        [("index.html", "longer than two"), ("index.html", "two"), ("a/b/c/page.html", "page")]
    {
        host.write(path, bytes.as_bytes()).await.expect(path);
        assert_eq!(read(host, path).await, bytes.as_bytes());
        assert_eq!(fs::read(root.join(path)).expect(path), bytes.as_bytes());
    }
    let files = host.files("").await.expect("the root");
    let [Entry { name, bytes: 3, mark: Some(_), written }] = &files[..] else { panic!("{files:?}") };
    assert_eq!(name, "index.html");
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock").as_secs();
    assert!(written.is_none_or(|at| at.abs_diff(now) < 300), "{written:?}, not {now}");
    assert_eq!(names(host, "a").await, [""; 0]);
    assert_eq!(names(host, "a/b/c").await, ["page.html"]);
}

async fn a_file_takes_the_name_of_another(host: &impl Host) {
    host.rename("a/b/c/page.html", "a/b/c/new.html").await.expect("a new name");
    assert_eq!(names(host, "a/b/c").await, ["new.html"]);
    host.write("a/b/c/page.html", b"newer").await.expect("another");
    host.rename("a/b/c/page.html", "a/b/c/new.html").await.expect("a name that is taken");
    assert_eq!(names(host, "a/b/c").await, ["new.html"]);
    assert_eq!(read(host, "a/b/c/new.html").await, b"newer");
    host.rename("a/b/c/nothing.html", "a/b/c/new.html").await.expect_err("nothing has no name");
    assert_eq!(read(host, "a/b/c/new.html").await, b"newer");
}

async fn what_is_removed_is_gone(host: &impl Host, root: &Path) {
    assert_eq!(host.remove_folder("a/b/c").await, Ok(()), "it is not empty");
    assert_eq!(names(host, "a/b/c").await, ["new.html"]);
    for time in ["once", "twice"] {
        assert_eq!(host.remove("a/b/c/new.html").await, Ok(()), "{time}");
    }
    for folder in ["a/b/c", "a/b/c", "a/b", "a"] {
        assert_eq!(host.remove_folder(folder).await, Ok(()), "{folder}");
    }
    assert!(!root.join("a").exists());
    host.write("a/b/again.html", b"again").await.expect("a folder that was removed");
}

async fn any_name_and_any_bytes_will_do(host: &impl Host, root: &Path) {
    let large: Vec<u8> = (0_u32..750_000).flat_map(u32::to_le_bytes).collect();
    let end = b"\r\n\n\r\0\xff\xff\x1a".as_slice();
    let names = [
        ("計画 2023/成果 100% #1+α.html", "こんにちは".as_bytes()),
        ("計画 2023/%41?a=b&c;d.html", b"not A"),
        ("計画 2023/empty.txt", b""),
        ("計画 2023/large.bin", &large),
        ("計画 2023/end.bin", end),
    ];
    let names = names.map(|(path, bytes)| (path.replace('?', if cfg!(windows) { "_" } else { "?" }), bytes));
    for (path, bytes) in &names {
        host.write(path, bytes).await.expect(path);
        assert!(read(host, path).await == *bytes, "{path}");
        assert!(fs::read(root.join(path)).expect(path) == *bytes, "{path}");
    }
    for file in host.files("計画 2023").await.expect("the folder") {
        let path = format!("計画 2023/{}", file.name);
        let (_, bytes) = names.iter().find(|(name, _)| *name == path).expect(&path);
        assert_eq!(file.bytes, bytes.len() as u64, "{path}");
        host.remove(&path).await.expect(&path);
    }
    assert_eq!(host.files("計画 2023").await, Ok(vec![]));
}

async fn many_travel_at_once(host: &impl Host) {
    let path = |number: usize| format!("many/{}/{number}.html", number % 3);
    stream::iter(0..MANY)
        .map(async |number| host.write(&path(number), &vec![b'x'; number * 1000]).await)
        .buffer_unordered(MANY)
        .try_collect::<Vec<()>>()
        .await
        .expect("all of them");
    let files: Vec<_> = stream::iter(0..3)
        .map(async |folder| host.files(&format!("many/{folder}")).await.expect("a folder").len())
        .buffer_unordered(MANY)
        .collect()
        .await;
    assert_eq!(files.into_iter().sum::<usize>(), MANY);
    assert_eq!(read(host, &path(MANY - 1)).await.len(), (MANY - 1) * 1000);
}

async fn another_writing_has_another_mark(host: &impl Host, root: &Path) {
    let mark = async || {
        let files = host.files("a/b").await.expect("the folder");
        files.into_iter().find(|file| file.name == "mark.html").expect("it is there").mark.expect("a mark")
    };
    host.write("a/b/mark.html", b"one").await.expect("one");
    // No test waits for a clock.
    let file = File::options().write(true).open(root.join("a/b/mark.html")).expect("the file");
    file.set_modified(SystemTime::now() - Duration::from_hours(1)).expect("another date");
    let one = mark().await;
    assert_eq!(one, mark().await);
    host.write("a/b/mark.html", b"two").await.expect("two");
    assert_ne!(one, mark().await);
}

async fn read(host: &impl Host, path: &str) -> Vec<u8> {
    host.read(path).await.expect(path).expect("it is there")
}

async fn names(host: &impl Host, folder: &str) -> Vec<String> {
    let mut names: Vec<_> =
        host.files(folder).await.expect(folder).into_iter().map(|file| file.name).collect();
    names.sort();
    names
}
