//! A disk that is full.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use weekwise_engine::{EngineError, Progress, SettingsChange, write_whole};

use crate::proof::damage::Unordered;
use crate::proof::scene::{calendar, clock, import, is_whole_export, open, source, state};

/// A disk of four megabytes; taken away again when dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
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

/// Fills a disk to the last byte.
fn fill(file: &Path) {
    let mut filler = fs::File::create(file).unwrap();
    for size in [65_536, 4_096, 512, 1] {
        while filler.write_all(&vec![b'x'; size]).is_ok() {}
    }
}

/// A calendar that no compression makes small.
fn large() -> Vec<u8> {
    let mut unordered = Unordered::new(3);
    let mut letters = || -> String {
        let letter = |_| char::from(b'a' + u8::try_from(unordered.below(26)).unwrap());
        (0..900).map(letter).collect()
    };
    let events: Vec<String> = (0..4_000)
        .map(|n| {
            format!(
                "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20261119T090000Z\r\nDESCRIPTION:{}\r\nEND:VEVENT\r\n",
                letters()
            )
        })
        .collect();
    format!("BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n", events.concat()).into_bytes()
}

/// Fills a disk and goes on; what is told.
pub fn run() -> String {
    let Some(disk) = SmallDisk::new() else {
        return "full disk: skipped, a small one cannot be mounted here".to_owned();
    };
    let folder = disk.0.path().join("library");
    let export = disk.0.path().join("export.json");
    let mut library = open(&folder);
    import(&mut library, "work.ics", calendar("Work", 2, 200, 1));
    write_whole::<_, EngineError>(&export, |out| library.export_all(out)).unwrap();
    let (before, exported) = (state(&library), fs::read(&export).unwrap());

    // What somebody can do without, and deletes in the end.
    let spare = disk.0.path().join("spare");
    fs::write(&spare, vec![b'x'; 2 << 20]).unwrap();
    let full = library.import(source("large.ics", large()), &clock(), &Progress::default());
    assert!(matches!(full, Err(EngineError::Library(_))), "{full:?}");
    assert_eq!(state(&library), before, "the import is taken back whole");

    let filler = disk.0.path().join("filler");
    fill(&filler);
    let torn = write_whole::<_, EngineError>(&export, |out| library.export_all(out));
    assert!(torn.is_err(), "a full disk is said");
    assert_eq!(
        fs::read(&export).unwrap(),
        exported,
        "the export there is stays"
    );
    drop(library);
    // Nothing can be written any more, and everything be read.
    let reopened = open(&folder);
    assert_eq!(state(&reopened), before);
    reopened.read(&SettingsChange::default()).unwrap();
    drop(reopened);

    fs::remove_file(filler).unwrap();
    fs::remove_file(spare).unwrap();
    let mut library = open(&folder);
    import(&mut library, "home.ics", calendar("Home", 9, 5, 1));
    // Its log has grown with what did not fit, and is cut when the library is closed.
    drop(library);
    let library = open(&folder);
    write_whole::<_, EngineError>(&export, |out| library.export_all(out)).unwrap();
    assert!(is_whole_export(&export));
    "full disk: nothing lost, read all the same".to_owned()
}
