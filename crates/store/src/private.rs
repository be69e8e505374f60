//! What is kept is nobody else's to read: folders 0700, files 0600, whatever the umask says. On Windows the folder a user's
//! programs keep data in is closed to others already.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::files::Files;

/// What access is left to.
#[cfg(unix)]
const OTHERS: u32 = 0o077;

/// Makes a folder, and those it lies in, where they are missing.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens a file for writing; makes it where it is missing.
pub(crate) fn make_file(file: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Closes to others what an earlier version left open to them, or another program did. What belongs to somebody else, or
/// lies where it cannot be changed, stays as it is.
pub(crate) fn close_to_others(files: &Files) {
    #[cfg(unix)]
    {
        let folder = files.folder();
        let mut is_ours_alone = true;
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if !Files::owns(&entry.file_name().to_string_lossy()) {
                is_ours_alone = false;
            } else if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                close(&entry.path());
            }
        }
        // Somebody may keep the library among things that others are to read.
        if is_ours_alone {
            close(folder);
        }
        for kept in [files.backups(), files.put_aside()] {
            for entry in fs::read_dir(&kept).into_iter().flatten().flatten() {
                if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                    close(&entry.path());
                }
            }
            close(&kept);
        }
    }
    #[cfg(not(unix))]
    let _ = files;
}

/// Takes from others what access they have; the owner's stays.
#[cfg(unix)]
fn close(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;

    let Ok(found) = fs::metadata(path) else {
        return;
    };
    let mode = found.permissions().mode();
    if mode & OTHERS != 0 {
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & !OTHERS & 0o777));
    }
}
