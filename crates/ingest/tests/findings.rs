//! What the fuzz targets and the made-up tables have found, read again with every test: as a table, and as a
//! cell of one.

mod alone;
mod folder;
mod law;

use std::fs;
use std::path::Path;

use alone::Column;
use folder::Folder;

#[test]
fn what_was_found_once_is_read_and_keeps_the_law() {
    let findings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/findings");
    let folder = Folder::empty();
    folder.write("plans/dx/plan.toml", b"scale = 'a-d'\n");
    let mut count = 0;
    for target in fs::read_dir(findings).expect("the findings") {
        for finding in fs::read_dir(target.expect("a target").path()).expect("a folder") {
            let path = finding.expect("a finding").path();
            let bytes = fs::read(&path).expect("a file");
            folder.write("plans/dx/2023.csv", &bytes);
            for edition in folder.plan().value.into_iter().flat_map(|plan| plan.editions) {
                law::holds(&edition, &bytes).unwrap_or_else(|breach| panic!("{}: {breach}", path.display()));
            }
            let text = law::sheet::shown(&law::sheet::text(&bytes));
            alone::read(&[(Column::Target, &text, ""), (Column::Note, &text, "")]);
            count += 1;
        }
    }
    assert!(count > 0, "no findings are found");
}
