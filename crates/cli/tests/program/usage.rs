//! Help, and what cannot be understood.

use crate::desk::Desk;

#[test]
fn help_is_a_result() {
    let desk = Desk::new();
    let ran = desk.run("--help");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("\nUsage: nendo [OPTIONS] <COMMAND>\n"), "{}", ran.out);
    assert!(ran.out.contains("\nExamples:\n  nendo new "), "{}", ran.out);
    let ran = desk.run_in("ja_JP.UTF-8", "build --help");
    assert!(ran.out.contains("\n使い方: nendo build [オプション]\n"), "{}", ran.out);
    assert_eq!(desk.run("--version").out, format!("nendo {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let desk = Desk::new();
    for wrong in [
        "",
        "biuld",
        "build extra",
        "build --threads 0",
        "build --threads 257",
        "build --format xml",
        "build --content",
        "build --lang fr",
        "build --audit",
        "build --explain",
        "check --out x",
    ] {
        let ran = desk.run(wrong);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{wrong}");
        assert!(!ran.err.is_empty(), "{wrong}");
    }
    let ran = desk.run_in("ja", "build --threads 0");
    assert!(ran.err.starts_with("エラー: --threads に「0」は使えません\n  対処: "), "{}", ran.err);
}
