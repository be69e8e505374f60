//! Disks that cannot be written.

use std::fs;
use std::path::Path;
use std::process::Command;

use weekwise_store::{Import, Store, StoreError};

use crate::crash::{act, last_action};
use crate::helper::{folder, library_file, now, open, second_program};

/// Bytes that no compression makes smaller.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

/// A disk of a few megabytes; taken away again when dropped.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = folder();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"])
            .arg(folder.path())
            .output();
        mounted.ok()?.status.success().then(|| Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

#[test]
fn a_full_disk_loses_nothing() {
    let Some(disk) = SmallDisk::new() else {
        println!("skipped: a small disk cannot be mounted here");
        return;
    };
    let folder = disk.0.path();
    let mut store = open(folder);
    act(&mut store, 0);
    let large = noise(8_000_000);
    let error = store
        .act("Import", now(), |act| {
            act.import(&Import::of_file("large.ics", &large))
        })
        .unwrap_err();
    assert!(matches!(error, StoreError::DiskFull), "{error:?}");
    assert!(error.to_string().contains("Free some space"));
    assert_eq!(last_action(&store), Some(0));
    // What still fits can still be done, until nothing does.
    let mut done = 0;
    let full = (1..2_000_u64).find_map(|number| {
        let bytes = noise(20_000 + usize::try_from(number).unwrap());
        let import = Import::of_file("small.ics", &bytes);
        let result = store.act("Import", now(), |act| {
            act.set_setting("done", &number)?;
            act.import(&import)
        });
        done = if result.is_ok() { number } else { done };
        result.err()
    });
    assert!(matches!(full, Some(StoreError::DiskFull)), "{full:?}");
    assert!(done > 0);
    assert!(matches!(store.back_up(now()), Err(StoreError::DiskFull)));
    assert!(store.backups().is_empty(), "half a backup is none");
    drop(store);

    // A disk that is full to the last byte can still be opened from, or says what is wrong.
    let filler = folder.join("filler");
    let _ = fs::write(&filler, noise(3_000_000));
    let before = fs::read(library_file(folder)).unwrap();
    match Store::open(folder, now()) {
        Ok((store, _)) => assert_eq!(store.setting::<u64>("done").unwrap(), Some(done)),
        Err(error) => {
            assert!(matches!(error, StoreError::DiskFull), "{error:?}");
            assert_eq!(fs::read(library_file(folder)).unwrap(), before);
        }
    }
    fs::remove_file(filler).unwrap();
    let store = open(folder);
    assert_eq!(store.setting::<u64>("done").unwrap(), Some(done));
    assert!(store.check().unwrap().is_empty());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    use super::*;

    /// Somebody whom permissions bind.
    const NOBODY: u32 = 65_534;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// What a program says that opens the library without being allowed to write it.
    fn said_by_nobody(folder: &Path) -> String {
        let mut program = second_program("other_programs::opens", folder, "");
        // Permissions do not bind root, who runs tests in containers.
        if fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
            program.uid(NOBODY).gid(NOBODY);
        }
        let out = program.output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_said_so() {
        let folder = folder();
        let place = folder.path().join("data");
        act(&mut open(&place), 0);
        let before = fs::read(library_file(&place)).unwrap();
        set_mode(folder.path(), 0o755);
        set_mode(&place, 0o555);
        let said = said_by_nobody(&place);
        assert!(said.contains("refused: ReadOnly"), "{said}");
        assert!(said.contains("cannot be written to"), "{said}");
        // The folder can be written, the library in it cannot.
        set_mode(&place, 0o777);
        set_mode(&place.join("weekwise.lock"), 0o666);
        set_mode(&library_file(&place), 0o444);
        let said = said_by_nobody(&place);
        assert!(said.contains("refused: ReadOnly"), "{said}");
        // Nor can one be made where there is none.
        let none = folder.path().join("none");
        fs::create_dir(&none).unwrap();
        set_mode(&none, 0o555);
        let said = said_by_nobody(&none);
        assert!(said.contains("refused: ReadOnly"), "{said}");
        assert_eq!(fs::read(library_file(&place)).unwrap(), before);
    }

    #[test]
    fn a_folder_that_is_a_file_is_said_so() {
        let folder = folder();
        let place = folder.path().join("data");
        fs::write(&place, "not a folder").unwrap();
        let error = Store::open(&place, now()).unwrap_err();
        assert!(matches!(error, StoreError::Folder(_)), "{error:?}");
        assert_eq!(fs::read(&place).unwrap(), b"not a folder");
    }
}
