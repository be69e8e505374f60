use std::fs::{File, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crate::files::Files;
use crate::{Result, StoreError, private};

/// How long to wait for another program.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// Says to other programs that this one has the library open. SQLite guards every transaction by itself; this guards
/// what is done with the file as a whole: migrating it, putting it aside, deleting it. The system ends it with the
/// program, however that ends.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// For opening: alone where nobody else has the library open (`true`), else together with the others (`false`).
    pub(crate) fn for_opening(files: &Files) -> Result<(Self, bool)> {
        let lock = Self::unlocked(files)?;
        let alone = lock.try_alone();
        if !alone {
            lock.share()?;
        }
        Ok((lock, alone))
    }

    /// Together with others that have the library open.
    pub(crate) fn shared(files: &Files) -> Result<Self> {
        let lock = Self::unlocked(files)?;
        lock.share()?;
        Ok(lock)
    }

    /// For what nobody else may watch.
    pub(crate) fn alone(files: &Files) -> Result<Self> {
        let lock = Self::unlocked(files)?;
        if lock.try_alone() {
            Ok(lock)
        } else {
            Err(StoreError::InUse)
        }
    }

    /// Lets others in. Waits for one that is just opening.
    pub(crate) fn share(&self) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        // Giving up the lock for oneself is not the same as sharing it on every system.
        let _ = self.file.unlock();
        loop {
            match self.file.try_lock_shared() {
                Err(TryLockError::WouldBlock) if Instant::now() < end => {
                    thread::sleep(Duration::from_millis(5));
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::Locked),
                // A file system without locks: SQLite's own have to do.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(()),
            }
        }
    }

    fn unlocked(files: &Files) -> Result<Self> {
        Ok(Self {
            file: private::make_file(&files.lock())?,
        })
    }

    fn try_alone(&self) -> bool {
        match self.file.try_lock() {
            Ok(()) | Err(TryLockError::Error(_)) => true,
            Err(TryLockError::WouldBlock) => false,
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file is not enough: a program being started at this moment has it open too, until it has begun.
        let _ = self.file.unlock();
    }
}
