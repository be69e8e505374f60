use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How far an import has come, and the word to stop it. One thread imports; any other may look, or cancel.
///
/// Looking costs the import nothing, so that a window may ask as often as it draws.
#[derive(Debug, Default)]
pub struct Progress {
    read: AtomicU64,
    total: AtomicU64,
    is_cancelled: AtomicBool,
}

/// The import was [cancelled](Progress::cancel); nothing of it is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the import was cancelled")]
pub struct Cancelled;

impl Progress {
    /// Bytes of the files that are read and understood; those of an archive as packed.
    pub fn read_bytes(&self) -> u64 {
        self.read.load(Ordering::Relaxed).min(self.total_bytes())
    }

    /// Bytes of all files; 0 until their sizes are known, which is soon.
    pub fn total_bytes(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// Stops the import soon: within milliseconds but for one long file, which is first read from the disk.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody has cancelled it.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    pub(crate) fn add_total(&self, bytes: u64) {
        self.total.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Everything up to here has been read.
    pub(crate) fn reached(&self, bytes: u64) {
        self.read.store(bytes, Ordering::Relaxed);
    }
}

/// What one file adds to the progress: its bytes, or fewer where they came out of an archive.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share<'p> {
    progress: &'p Progress,
    /// What the whole file counts.
    counts: u64,
    /// How long it is.
    length: u64,
}

impl<'p> Share<'p> {
    pub(crate) fn new(progress: &'p Progress, counts: u64, length: usize) -> Self {
        Self {
            progress,
            counts,
            length: (length as u64).max(1),
        }
    }

    /// Some bytes of the file have been understood.
    pub(crate) fn advance(self, bytes: usize) {
        let counts = (bytes as u64).saturating_mul(self.counts) / self.length;
        self.progress.read.fetch_add(counts, Ordering::Relaxed);
    }

    pub(crate) fn is_cancelled(self) -> bool {
        self.progress.is_cancelled()
    }
}
