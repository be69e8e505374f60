use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::{Result, private};

/// What SQLite keeps beside a database, by what it appends to its name. The write-ahead log may hold confirmed actions:
/// it belongs to the library.
const COMPANIONS: [&str; 3] = [LOG, "-shm", "-journal"];

/// What the write-ahead log's name ends in.
pub(crate) const LOG: &str = "-wal";

/// Where everything lies inside the data folder.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    folder: PathBuf,
}

impl Files {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn library(&self) -> PathBuf {
        self.folder.join("weekwise.db")
    }

    pub(crate) fn log(&self) -> PathBuf {
        beside(&self.library(), LOG)
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.folder.join("weekwise.lock")
    }

    /// What a window showed last of the library.
    pub(crate) fn shown(&self) -> PathBuf {
        self.folder.join("weekwise.shown")
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    pub(crate) fn put_aside(&self) -> PathBuf {
        self.folder.join("put-aside")
    }

    /// A library on its way into place.
    pub(crate) fn arriving(&self) -> PathBuf {
        self.folder.join("weekwise.db.arriving")
    }

    /// Whether something of this name in the data folder is Weekwise's.
    #[cfg(unix)]
    pub(crate) fn owns(name: &str) -> bool {
        name.starts_with("weekwise.db")
            || ["weekwise.lock", "weekwise.shown", "backups", "put-aside"].contains(&name)
    }

    /// A library that is complete and waits for the old one to be put aside.
    pub(crate) fn ready(&self) -> PathBuf {
        self.folder.join("weekwise.db.ready")
    }

    /// Puts the library that has [arrived](Self::arriving) in the place of the one there is, which is put aside. Whenever
    /// this is interrupted there is one of the two afterwards: [`finish_exchange`](Self::finish_exchange) sees to that.
    pub(crate) fn exchange(&self, now: DateTime<Utc>) -> Result<()> {
        fs::rename(self.arriving(), self.ready())?;
        sync_folder(&self.folder);
        if let Err(error) = self.move_library_aside(now) {
            remove(&self.ready())?;
            return Err(error);
        }
        fs::rename(self.ready(), self.library())?;
        sync_folder(&self.folder);
        Ok(())
    }

    /// Ends an exchange that was interrupted: where the old library is still in its place it stays there, else the new one
    /// comes. For whoever has the library for himself.
    pub(crate) fn finish_exchange(&self) -> Result<()> {
        if !self.ready().exists() {
            return Ok(());
        }
        let library = self.library();
        if library.exists() {
            return remove(&self.ready());
        }
        // What is left of the old one belongs to it and not to the new one; it is in `put-aside` already.
        remove_database(&library)?;
        fs::rename(self.ready(), library)?;
        sync_folder(&self.folder);
        Ok(())
    }

    /// Moves the library and what belongs to it into the folder `put-aside`. A crash in between leaves the library in its
    /// old place, in its new one, or in both: it is linked there first and taken away here afterwards.
    pub(crate) fn move_library_aside(&self, now: DateTime<Utc>) -> Result<Option<PathBuf>> {
        let library = self.library();
        if !library.exists() && !self.log().exists() {
            return Ok(None);
        }
        private::make_folder(&self.put_aside())?;
        let aside = free_name(&self.put_aside(), &format!("weekwise-{}", stamp(now)));
        for (from, to) in COMPANIONS
            .iter()
            .map(|end| (beside(&library, end), beside(&aside, end)))
            .chain([(library.clone(), aside.clone())])
        {
            if from.exists() {
                link_or_copy(&from, &to)?;
            }
        }
        sync_folder(&self.put_aside());
        // The database first: a log without its database is nothing, a database without its log is an older library.
        remove_database(&library)?;
        Ok(Some(aside))
    }
}

/// Deletes a database and what belongs to it.
pub(crate) fn remove_database(file: &Path) -> Result<()> {
    remove(file)?;
    for end in COMPANIONS {
        remove(&beside(file, end))?;
    }
    if let Some(folder) = file.parent() {
        sync_folder(folder);
    }
    Ok(())
}

/// A name in `folder` that is not taken: `stem.db`, else `stem-2.db` and so on.
pub(crate) fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let mut name = folder.join(format!("{stem}.db"));
    let mut number = 2;
    let is_taken = |name: &Path| {
        let companions = COMPANIONS.iter().map(|end| beside(name, end));
        name.exists() || companions.into_iter().any(|name| name.exists())
    };
    while is_taken(&name) {
        name = folder.join(format!("{stem}-{number}.db"));
        number += 1;
    }
    name
}

/// A moment as part of a file's name; sorts by time.
pub(crate) fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Waits until a file's content is on the disk.
pub(crate) fn sync_file(path: &Path) -> Result<()> {
    Ok(File::options()
        .read(true)
        .write(true)
        .open(path)?
        .sync_all()?)
}

/// Waits until the names in a folder are on the disk, where the system can say so. Windows cannot, and need not.
pub(crate) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Removes a file; fine where there is none.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn link_or_copy(from: &Path, to: &Path) -> Result<()> {
    // A link needs no space, which matters on a full disk; not every file system has links.
    if fs::hard_link(from, to).is_err() {
        fs::copy(from, to)?;
        sync_file(to)?;
    }
    Ok(())
}

/// The companion of a database.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
