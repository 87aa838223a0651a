use nendo_servers::Scratch;

use super::super::contract::contract;
use super::super::folder::Folder;
use super::run;

#[test]
fn a_folder_does_what_a_host_does() {
    let scratch = Scratch::new();
    run(contract(&Folder::new(&scratch.text("site")), &scratch.site()));
}
