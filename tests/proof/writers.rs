//! Two programs that write the same library and the same export at the same time.

use std::process::Child;

use tempfile::TempDir;
use weekwise_engine::{EngineError, write_whole};

use crate::proof::scene::{calendar, given, import, is_whole_export, open, program};

/// How often each writes.
const TIMES: usize = 20;

/// Runs both; what is told.
pub fn run() -> String {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("library");
    let start = |name: &str| -> Child {
        program("proof::writers::writes", &folder, name)
            .spawn()
            .unwrap()
    };
    let programs = [start("Work"), start("Home")];
    for program in programs {
        let out = program.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(said.contains("all written"), "{said}");
    }
    let mut library = open(&folder);
    let sources = library.sources().unwrap();
    assert_eq!(sources.calendars.len(), 2);
    for calendar in &sources.calendars {
        assert_eq!(calendar.snapshots.len(), TIMES, "no import was overwritten");
    }
    let mut undone = 0;
    while library.undo().unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 2 * TIMES, "every action has its way back");
    assert!(is_whole_export(&place.path().join("export.json")));
    format!("2 writers: {undone} actions, 0 overwritten")
}

#[test]
#[ignore = "one of the two programs"]
fn writes() {
    let Some((folder, name)) = given() else {
        return;
    };
    let mut library = open(&folder);
    let export = folder.parent().unwrap().join("export.json");
    for version in 0..TIMES {
        let file = format!("{name}.ics");
        import(&mut library, &file, calendar(&name, 9, 40, version));
        write_whole::<_, EngineError>(&export, |out| library.export_all(out)).unwrap();
    }
    println!("all written");
}
