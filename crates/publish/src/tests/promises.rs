//! What every host promises, asked of a real one.

use std::collections::BTreeMap;

use futures_util::future::join_all;

use crate::host::{Entry, Host, Swap};

/// Names that a host may take for something else.
const NAMES: [&str; 8] = [
    "進捗.html",
    "ページ 1.html",
    "100%.txt",
    "a#b.txt",
    "a+b.txt",
    "a&b=c;d.txt",
    "a%20b.txt",
    "(a)[b]~'c'!,@$.txt",
];

/// Asks for all of it, in a root that is not there yet.
pub(crate) async fn are_kept(host: &impl Host) {
    nothing_is_there(host).await;
    a_file_comes_and_goes(host).await;
    a_file_takes_the_place_of_another(host).await;
    names_are_kept(host).await;
    bytes_are_kept(host).await;
    many_come_at_once(host).await;
    only_empty_folders_go(host).await;
}

async fn nothing_is_there(host: &impl Host) {
    assert_eq!(host.files("").await, Ok(vec![]));
    assert_eq!(host.files("dx/2023").await, Ok(vec![]));
    assert_eq!(host.read("dx/2023/a.txt").await, Ok(None));
    assert_eq!(host.remove("dx/2023/a.txt").await, Ok(()));
    assert_eq!(host.remove_folder("dx/2023").await, Ok(()));
}

async fn a_file_comes_and_goes(host: &impl Host) {
    assert_eq!(host.write("dx/2023/ja/a.txt", b"one").await, Ok(()));
    assert_eq!(host.read("dx/2023/ja/a.txt").await, Ok(Some(b"one".to_vec())));
    assert_eq!(host.files("dx/2023").await, Ok(vec![]), "a folder is no file");
    let first = entry(host, "dx/2023/ja", "a.txt").await.expect("a file");
    assert_eq!((first.bytes, first.mark.is_some()), (3, true));
    assert_eq!(entry(host, "dx/2023/ja", "a.txt").await, Some(first.clone()), "a mark stays");

    assert_eq!(host.write("dx/2023/ja/a.txt", b"three").await, Ok(()));
    let second = entry(host, "dx/2023/ja", "a.txt").await.expect("a file");
    assert_eq!(host.read("dx/2023/ja/a.txt").await, Ok(Some(b"three".to_vec())));
    assert_eq!(second.bytes, 5);
    assert_ne!(second.mark, first.mark);

    assert_eq!(host.remove("dx/2023/ja/a.txt").await, Ok(()));
    assert_eq!(host.remove("dx/2023/ja/a.txt").await, Ok(()));
    assert_eq!(host.files("dx/2023/ja").await, Ok(vec![]));
}

async fn a_file_takes_the_place_of_another(host: &impl Host) {
    if host.swap() == Swap::Whole {
        return;
    }
    host.write("swap/a.txt", b"old").await.expect("written");
    host.write("swap/年 %41.nendo-part", b"new").await.expect("written");
    assert_eq!(host.rename("swap/年 %41.nendo-part", "swap/a.txt").await, Ok(()));
    assert_eq!(host.read("swap/a.txt").await, Ok(Some(b"new".to_vec())));
    assert_eq!(host.rename("swap/a.txt", "swap/空 %41.txt").await, Ok(()));
    assert_eq!(names(host, "swap").await, ["空 %41.txt"]);
}

async fn names_are_kept(host: &impl Host) {
    for name in NAMES {
        let path = format!("計画 %41/{name}");
        assert_eq!(host.write(&path, name.as_bytes()).await, Ok(()), "{name}");
        assert_eq!(host.read(&path).await, Ok(Some(name.as_bytes().to_vec())), "{name}");
    }
    let mut expected = NAMES.map(str::to_owned);
    expected.sort();
    assert_eq!(names(host, "計画 %41").await, expected);
}

async fn bytes_are_kept(host: &impl Host) {
    let large: Vec<u8> = (0..3_000_000_u32)
        .flat_map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes().into_iter().take(1))
        .collect();
    for (path, bytes) in [("bytes/large.zip", large.as_slice()), ("bytes/empty.txt", b"")] {
        assert_eq!(host.write(path, bytes).await, Ok(()));
        assert!(host.read(path).await == Ok(Some(bytes.to_vec())), "{path}");
    }
    let sizes: BTreeMap<_, _> = host
        .files("bytes")
        .await
        .expect("files")
        .into_iter()
        .map(|entry| (entry.name, entry.bytes))
        .collect();
    assert_eq!(sizes, BTreeMap::from([("empty.txt".to_owned(), 0), ("large.zip".to_owned(), 3_000_000)]));
}

async fn many_come_at_once(host: &impl Host) {
    let paths: Vec<_> = (0..20).map(|number| format!("many/at/once/{number:02}.txt")).collect();
    let written = join_all(paths.iter().map(|path| host.write(path, path.as_bytes()))).await;
    assert!(written.iter().all(Result::is_ok), "{written:?}");
    let read = join_all(paths.iter().map(|path| host.read(path))).await;
    for (path, read) in paths.iter().zip(read) {
        assert_eq!(read, Ok(Some(path.clone().into_bytes())));
    }
    assert_eq!(names(host, "many/at/once").await.len(), 20);
}

async fn only_empty_folders_go(host: &impl Host) {
    host.write("full/of/a.txt", b"a").await.expect("written");
    for folder in ["full", "full/of"] {
        assert_eq!(host.remove_folder(folder).await, Ok(()));
        assert_eq!(
            host.read("full/of/a.txt").await,
            Ok(Some(b"a".to_vec())),
            "{folder} was removed with what is in it"
        );
    }
    host.remove("full/of/a.txt").await.expect("removed");
    for folder in ["full/of", "full/of", "full"] {
        assert_eq!(host.remove_folder(folder).await, Ok(()));
    }
}

async fn entry(host: &impl Host, folder: &str, name: &str) -> Option<Entry> {
    host.files(folder).await.expect("files").into_iter().find(|entry| entry.name == name)
}

async fn names(host: &impl Host, folder: &str) -> Vec<String> {
    let mut names: Vec<_> =
        host.files(folder).await.expect("files").into_iter().map(|entry| entry.name).collect();
    names.sort();
    names
}
