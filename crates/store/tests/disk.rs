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

    // A disk that is full to the last byte can still be read from.
    let filler = folder.join("filler");
    let _ = fs::write(&filler, noise(3_000_000));
    let before = fs::read(library_file(folder)).unwrap();
    let mut store = open(folder);
    assert_eq!(store.setting::<u64>("done").unwrap(), Some(done));
    if store.unwritable().is_some() {
        let refused = store.act("Set", now(), |act| act.set_setting("done", &0));
        assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
        assert!(store.check().unwrap().is_empty());
    }
    drop(store);
    assert_eq!(fs::read(library_file(folder)).unwrap(), before);
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
        set_mode(&library_file(&place), 0o444);
        let said = said_by_nobody(&place);
        assert!(
            said.contains("opened Some(ReadOnly), Some(0); Err(ReadOnly)"),
            "{said}"
        );
        // The folder can be written, the library in it cannot.
        set_mode(&place, 0o777);
        set_mode(&place.join("weekwise.lock"), 0o666);
        let said = said_by_nobody(&place);
        assert!(
            said.contains("opened Some(ReadOnly), Some(0); Err(ReadOnly)"),
            "{said}"
        );
        // What nobody else may read stays so.
        set_mode(&library_file(&place), 0o600);
        let said = said_by_nobody(&place);
        assert!(said.contains("refused: ReadOnly"), "{said}");
        assert!(said.contains("cannot be written to"), "{said}");
        // Nor can one be made where there is none.
        let none = folder.path().join("none");
        fs::create_dir(&none).unwrap();
        set_mode(&none, 0o555);
        let said = said_by_nobody(&none);
        assert!(said.contains("refused: ReadOnly"), "{said}");
        assert_eq!(fs::read(library_file(&place)).unwrap(), before);
    }

    #[test]
    fn what_a_killed_program_left_in_its_log_is_read_where_nothing_can_be_written() {
        let folder = folder();
        let place = folder.path().join("data");
        fs::create_dir(&place).unwrap();
        let killed = folder.path().join("killed");
        let mut store = open(&killed);
        act(&mut store, 0);
        for name in ["weekwise.db", "weekwise.db-wal"] {
            fs::copy(killed.join(name), place.join(name)).unwrap();
            set_mode(&place.join(name), 0o444);
        }
        assert!(place.join("weekwise.db-wal").metadata().unwrap().len() > 0);
        set_mode(folder.path(), 0o755);
        set_mode(&place, 0o555);
        let said = said_by_nobody(&place);
        assert!(
            said.contains("opened Some(ReadOnly), Some(0); Err(ReadOnly)"),
            "{said}"
        );
    }

    #[test]
    fn nobody_else_can_read_what_is_kept() {
        let outer = folder();
        let place = outer.path().join("new/data");
        let mut store = open(&place);
        act(&mut store, 0);
        store.back_up(now()).unwrap();
        drop(store);
        drop(weekwise_store::start_anew(&place, now()).unwrap());
        let everything = || {
            let mut found = vec![place.clone()];
            let mut next = 0;
            while let Some(path) = found.get(next).cloned() {
                next += 1;
                found.extend(
                    fs::read_dir(path)
                        .into_iter()
                        .flatten()
                        .map(|e| e.unwrap().path()),
                );
            }
            found
        };
        let closed = || {
            for path in everything() {
                let mode = path.metadata().unwrap().permissions().mode() & 0o777;
                assert_eq!(
                    mode,
                    if path.is_dir() { 0o700 } else { 0o600 },
                    "{}",
                    path.display()
                );
            }
        };
        let store = open(&place);
        closed();
        assert!(everything().len() >= 8, "{:?}", everything());
        drop(store);
        // As an earlier version left it.
        for path in everything() {
            set_mode(&path, if path.is_dir() { 0o755 } else { 0o644 });
        }
        let store = open(&place);
        closed();
        drop(store);
        // A folder with things of others in it stays open; what is ours in it does not.
        fs::write(place.join("notes.txt"), "for everybody").unwrap();
        set_mode(&place, 0o755);
        set_mode(&library_file(&place), 0o644);
        drop(open(&place));
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&place), mode(&library_file(&place))), (0o755, 0o600));
        assert_eq!(mode(&place.join("notes.txt")) & 0o044, 0o044);
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
