//! Whether a folder lies on a file system of another machine, which tells a Linux system nothing of what is saved there.
//! Other systems say so themselves when they are asked for events.

use std::path::Path;

/// File systems that take a watch and never tell of what another machine, or the host of this one, does.
const SILENT: [&str; 16] = [
    "9p", "afs", "ceph", "cifs", "davfs", "drvfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb3",
    "smbfs", "v9fs", "vboxsf", "virtiofs",
];

/// The kind of the file system if it tells nothing of changes.
pub(crate) fn silent(folder: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    kind(&mounts, &folder.canonicalize().ok()?).filter(|kind| is_silent(kind)).map(str::to_owned)
}

fn is_silent(kind: &str) -> bool {
    // A program that shows files of elsewhere: sshfs, rclone. FUSE passes on only what is done on this machine.
    SILENT.contains(&kind) || kind == "fuse" || kind.starts_with("fuse.")
}

/// The kind of the file system that a folder lies on: of the mount with the longest path, the last if there are two.
fn kind<'m>(mounts: &'m str, folder: &Path) -> Option<&'m str> {
    let mount = |line: &'m str| {
        let point = line.split(' ').nth(4)?.replace("\\040", " ");
        let (_, kind) = line.split_once(" - ")?;
        folder.starts_with(&point).then_some((point.len(), kind.split(' ').next()?))
    };
    mounts.lines().filter_map(mount).max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{is_silent, kind};

    const MOUNTS: &str = "21 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n\
                          30 21 0:40 / /mnt/c rw - 9p C:\\134 rw\n\
                          31 21 0:41 / /mnt/City\\040Hall rw - cifs //server/plans rw\n";

    #[test]
    fn the_nearest_mount_tells_the_file_system() {
        let kind = |folder| kind(MOUNTS, Path::new(folder));
        assert_eq!(kind("/home/content"), Some("ext4"));
        assert_eq!(kind("/mnt/c/content"), Some("9p"));
        assert_eq!(kind("/mnt/City Hall/dx"), Some("cifs"));
        assert_eq!(kind("/mnt/cities"), Some("ext4"));
        assert!(is_silent("9p") && is_silent("fuse.sshfs") && !is_silent("ext4") && !is_silent("overlay"));
    }
}
