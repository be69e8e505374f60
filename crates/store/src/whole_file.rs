//! Files that are there whole or not at all.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::files::sync_folder;

/// What the name of a file on its way begins and ends with; six letters of chance are in between.
const ON_ITS_WAY: (&str, &str) = (".weekwise-", ".part");

/// Symbolic links that are followed one after the other.
const LINKS: usize = 16;

/// Where a file's content goes.
pub type Outgoing<'f> = BufWriter<&'f File>;

/// Writes a file that is there whole or not at all: beside it first, onto the disk, then into its place. Whatever stops
/// this half-way (an error of `write`, a full disk, a kill, a power cut) leaves what was there before. Only its owner can
/// read it.
///
/// Where the name stands for something that is no file, such as a terminal or a pipe, it is written straight away.
///
/// # Errors
/// The error of `write`, or why the file could not be written.
pub fn write_whole<T, E: From<io::Error>>(
    file: &Path,
    write: impl FnOnce(&mut Outgoing<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let target = followed(file)?;
    match fs::metadata(&target) {
        Ok(found) if found.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
        Ok(found) if !found.is_file() => {
            let device = File::options().write(true).open(&target)?;
            fill(&device, write)
        }
        _ => {
            let folder = folder_of(&target);
            sweep(folder);
            let beside = beside(folder)?;
            let answer = fill(beside.as_file(), write)?;
            beside.as_file().sync_all()?;
            beside.persist(&target).map_err(|error| error.error)?;
            sync_folder(folder);
            Ok(answer)
        }
    }
}

fn fill<T, E: From<io::Error>>(
    file: &File,
    write: impl FnOnce(&mut Outgoing<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    let answer = write(&mut out)?;
    out.flush()?;
    Ok(answer)
}

/// A new file in `folder` that says by its lock that somebody is writing it.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let (begin, end) = ON_ITS_WAY;
        let file = Builder::new()
            .prefix(begin)
            .suffix(end)
            .tempfile_in(folder)?;
        let is_taken = matches!(file.as_file().try_lock(), Err(TryLockError::WouldBlock));
        // Between making and locking it somebody may have swept it away.
        if !is_taken && file.path().exists() {
            return Ok(file);
        }
    }
}

/// Removes what writers left behind that were killed. Those at work hold a lock.
fn sweep(folder: &Path) {
    let (begin, end) = ON_ITS_WAY;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(begin) && name.ends_with(end);
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            // Where it cannot be removed it harms nobody.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Where a name leads: what a link points to is replaced, not the link.
fn followed(file: &Path) -> io::Result<PathBuf> {
    let mut at = file.to_owned();
    for _ in 0..LINKS {
        if !fs::symlink_metadata(&at).is_ok_and(|found| found.is_symlink()) {
            return Ok(at);
        }
        at = folder_of(&at).join(fs::read_link(&at)?);
    }
    Err(io::Error::other("too many symbolic links"))
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_fails_half_way_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("export.json");
        fs::write(&file, "the old one").unwrap();
        let failed = write_whole(&file, |out| {
            out.write_all(&vec![b'x'; 200_000])?;
            Err::<(), _>(io::Error::other("stopped"))
        });
        assert_eq!(failed.unwrap_err().to_string(), "stopped");
        assert_eq!(fs::read(&file).unwrap(), b"the old one");
        assert_eq!(names(folder.path()), ["export.json"]);
        write_whole(&file, |out| out.write_all(b"the new one")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"the new one");
    }

    #[test]
    fn what_the_killed_left_behind_is_swept_and_what_others_write_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".weekwise-abcdef.part");
        fs::write(&left, "half").unwrap();
        let theirs = folder.path().join(".weekwise-abcdef.txt");
        fs::write(&theirs, "somebody's").unwrap();
        let working = beside(folder.path()).unwrap();
        let working_name = working.path().to_owned();
        write_whole(&folder.path().join("a.ics"), |out| out.write_all(b"x")).unwrap();
        assert!(!left.exists());
        assert!(theirs.exists() && working_name.exists());
        drop(working);
        assert_eq!(names(folder.path()), [".weekwise-abcdef.txt", "a.ics"]);
    }

    #[test]
    fn a_folder_in_its_place_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let refused = write_whole(folder.path(), |out| out.write_all(b"x"));
        assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        use super::*;

        #[test]
        fn others_cannot_read_it_and_links_stay_links() {
            let folder = tempfile::tempdir().unwrap();
            let (file, link) = (folder.path().join("a.json"), folder.path().join("link"));
            symlink("a.json", &link).unwrap();
            // It leads to nothing yet, then to something everybody could read.
            write_whole(&link, |out| out.write_all(b"1")).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
            write_whole(&link, |out| out.write_all(b"2")).unwrap();
            assert_eq!(fs::read(&file).unwrap(), b"2");
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }

        #[test]
        fn what_is_no_file_is_written_and_not_replaced() {
            write_whole(Path::new("/dev/null"), |out| out.write_all(b"x")).unwrap();
            assert!(!fs::metadata("/dev/null").unwrap().is_file());
        }
    }
}
