use std::future::pending;

use super::*;

#[test]
fn a_path_becomes_an_address() {
    let root = address("https://city.example/sites/").expect("an address");
    for (path, expected) in [
        ("", "https://city.example/sites/"),
        ("dx/", "https://city.example/sites/dx/"),
        ("dx/a b.html", "https://city.example/sites/dx/a%20b.html"),
        ("年/100%.txt", "https://city.example/sites/%E5%B9%B4/100%25.txt"),
        ("a#b?c.txt", "https://city.example/sites/a%23b%3Fc.txt"),
        ("a%20b.txt", "https://city.example/sites/a%2520b.txt"),
    ] {
        assert_eq!(place(&root, path).as_str(), expected);
    }
    let bare = address("https://city.example").expect("an address");
    assert_eq!(place(&bare, "a.txt").as_str(), "https://city.example/a.txt");
}

#[tokio::test(start_paused = true)]
async fn nobody_is_waited_for_without_an_end() {
    let refusal = in_time(0, pending::<Result<(), _>>()).await.expect_err("a refusal");
    assert_eq!(refusal.kind, RefusalKind::Lost);
    let large = in_time(16 * 1024 * 100, async {
        tokio::time::sleep(PATIENCE + Duration::from_secs(99)).await;
        Ok(())
    });
    assert_eq!(large.await, Ok(()));
}
