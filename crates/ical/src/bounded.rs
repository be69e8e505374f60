//! What is behind a path, read within bounds.
//!
//! What a file says about its size is not believed: some grow, and some of those that the system makes up say 0. A device
//! may never end and a pipe may never begin, so the one is refused and the other has to say something soon.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::{Progress, limits};

/// Files from this size on are read by two threads.
const HALVES_FROM: u64 = 8 << 20;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    Folder,
    File,
    /// A named pipe, or what a shell hands over as a file.
    Pipe,
    /// A device, a socket: nothing that a calendar is kept in.
    Device,
}

/// Why nothing was read.
#[derive(Debug)]
pub(crate) enum Unread {
    TooLarge,
    /// In words.
    Because(String),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Because(reason(&error))
    }
}

pub(crate) fn behind(meta: &fs::Metadata) -> Behind {
    if meta.is_dir() {
        Behind::Folder
    } else if meta.is_file() {
        Behind::File
    } else if is_pipe(meta) {
        Behind::Pipe
    } else {
        Behind::Device
    }
}

#[cfg(unix)]
fn is_pipe(meta: &fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&meta.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &fs::Metadata) -> bool {
    false
}

/// What is in a file that is said to be `size` bytes long.
pub(crate) fn file(path: &Path, size: u64) -> Result<Vec<u8>, Unread> {
    if size > limits::FILE_BYTES {
        return Err(Unread::TooLarge);
    }
    if size >= HALVES_FROM
        && let Ok(bytes) = in_halves(path, size)
    {
        return Ok(bytes);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    File::open(path)?
        .take(limits::FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    within_bound(bytes)
}

/// Two halves at once. Fails where the file is not as long as it was said to be.
fn in_halves(path: &Path, size: u64) -> io::Result<Vec<u8>> {
    let read = |from: u64, into: &mut [u8]| {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from))?;
        file.read_exact(into)
    };
    let mut bytes = vec![0; usize::try_from(size).map_err(io::Error::other)?];
    let half = bytes.len() / 2;
    let (first, second) = bytes.split_at_mut(half);
    let (first, second) = rayon::join(|| read(0, first), || read(half as u64, second));
    first.and(second)?;
    Ok(bytes)
}

fn within_bound(bytes: Vec<u8>) -> Result<Vec<u8>, Unread> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(Unread::TooLarge);
    }
    Ok(bytes)
}

/// What comes through a pipe, until its writer is done.
#[cfg(unix)]
pub(crate) fn pipe(path: &Path, progress: &Progress) -> Result<Vec<u8>, Unread> {
    use std::os::unix::fs::OpenOptionsExt;
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    /// So long somebody may take to open the other end.
    const FOR_A_WRITER: Duration = Duration::from_secs(1);
    /// So long a writer may say nothing: a download that began may pause.
    const FOR_A_WORD: Duration = Duration::from_secs(30);
    const A_MOMENT: Duration = Duration::from_millis(5);

    let nobody = || Unread::Because("it is a pipe that nobody writes into".to_owned());
    // Otherwise opening would wait for a writer, however long.
    let mut file = fs::OpenOptions::new()
        .read(true)
        .custom_flags(libc::O_NONBLOCK)
        .open(path)?;
    let mut bytes = Vec::new();
    let mut piece = vec![0; 64 << 10];
    let mut heard = Instant::now();
    loop {
        match file.read(&mut piece) {
            // No writer: not yet, or not any more.
            Ok(0) if bytes.is_empty() && heard.elapsed() < FOR_A_WRITER => sleep(A_MOMENT),
            Ok(0) if bytes.is_empty() => return Err(nobody()),
            Ok(0) => return Ok(bytes),
            Ok(length) => {
                bytes.extend_from_slice(&piece[..length]);
                if bytes.len() as u64 > limits::FILE_BYTES {
                    return Err(Unread::TooLarge);
                }
                heard = Instant::now();
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                if progress.is_cancelled() || heard.elapsed() > FOR_A_WORD {
                    let problem = "it is a pipe whose writer says nothing";
                    return Err(Unread::Because(problem.to_owned()));
                }
                sleep(A_MOMENT);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
pub(crate) fn pipe(path: &Path, _: &Progress) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(limits::FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    within_bound(bytes)
}

/// Why something cannot be read, in words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "the file may not be read: permission denied".to_owned(),
        _ => format!("the file cannot be read: {error}"),
    }
}
