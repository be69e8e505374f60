//! Programs that are killed in the middle of what they do to the library.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use weekwise_engine::{EngineError, SettingsChange, StoredLibrary, write_whole};

use crate::proof::damage::Unordered;
use crate::proof::scene::{calendar, clock, given, import, is_whole_export, open, program, state};

/// What is done, one after the other. The last one leads back to where the first begins.
const STEPS: [&str; 10] = [
    "import",
    "import again",
    "settings",
    "undo",
    "redo",
    "export",
    "remove",
    "restore an export",
    "undo the restoring",
    "restore a backup",
];

/// Does one of them.
fn step(number: usize, folder: &Path) {
    let mut library = open(folder);
    let data = folder.parent().unwrap();
    match STEPS[number % STEPS.len()] {
        "import" => import(&mut library, "work.ics", calendar("Work", 9, 80, 2)),
        "import again" => import(&mut library, "work.ics", calendar("Work", 16, 60, 3)),
        "settings" => {
            let hours = Some("08:00-12:00,13:00-16:30".to_owned());
            let change = SettingsChange {
                hours,
                ..SettingsChange::default()
            };
            library.choose(&change, &clock()).unwrap();
        }
        "undo" | "undo the restoring" => assert!(library.undo().unwrap().is_some()),
        "redo" => assert!(library.redo().unwrap().is_some()),
        "export" => {
            write_whole::<_, EngineError>(&data.join("export.json"), |out| library.export_all(out))
                .unwrap();
        }
        "remove" => {
            let key = library.sources().unwrap().calendars[0].key;
            library.remove_calendar(key, &clock()).unwrap();
        }
        "restore an export" => {
            let export = fs::File::open(data.join("start.json")).unwrap();
            library.import_all(export, &clock()).unwrap();
        }
        _ => {
            drop(library);
            let backup = StoredLibrary::backups_in(folder).remove(0);
            StoredLibrary::restore(folder, &backup.name, &clock()).unwrap();
        }
    }
}

/// A library with something in it, an export and a backup of it; and what is in it after each step.
fn prepared() -> (TempDir, Vec<String>) {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("library");
    let mut library = open(&folder);
    import(&mut library, "work.ics", calendar("Work", 2, 120, 1));
    library.back_up(&clock()).unwrap();
    let start = place.path().join("start.json");
    write_whole::<_, EngineError>(&start, |out| library.export_all(out)).unwrap();
    drop(library);
    let mut states = vec![state(&open(&folder))];
    for number in 0..STEPS.len() {
        step(number, &folder);
        states.push(state(&open(&folder)));
    }
    assert_eq!(states.first(), states.last(), "the steps lead back");
    (place, states)
}

/// Kills a program `kills` times; what is told.
pub fn run(seed: u64, kills: u64) -> String {
    let mut unordered = Unordered::new(seed);
    let (place, states) = prepared();
    let folder = place.path().join("library");
    let export = place.path().join("export.json");
    let mut next = 0;
    let mut hit: BTreeMap<&str, usize> = BTreeMap::new();
    for round in 0..kills {
        let mut child = program(
            "proof::kills::acts_until_killed",
            &folder,
            &next.to_string(),
        )
        .spawn()
        .unwrap();
        let heard = lines(child.stdout.take().unwrap());
        // The time a program takes to start is none to be killed in.
        assert_eq!(heard.recv().unwrap(), "ready", "round {round}");
        thread::sleep(Duration::from_micros(unordered.below(250_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        let done = next + heard.iter().filter(|line| line == "done").count();
        let name = STEPS[done % STEPS.len()];
        *hit.entry(name).or_default() += 1;
        let found = state(&open(&folder));
        let is_after = |steps: usize| states[steps % STEPS.len()] == found;
        next = match (is_after(done), is_after(done + 1)) {
            (true, _) => done,
            (false, true) => done + 1,
            _ => panic!("round {round}: killed during “{name}”, what was done before is lost"),
        };
        if export.exists() {
            assert!(is_whole_export(&export), "round {round}: a torn export");
        }
        // What is put aside at each restoring would fill the disk.
        let _ = fs::remove_dir_all(folder.join("put-aside"));
    }
    let left = fs::read_dir(place.path()).unwrap().count();
    assert!(left <= 4, "what killed exports left is swept: {left} files");
    let hit: Vec<String> = hit
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    format!("{kills} kills ({}): 0 lost, 0 torn exports", hit.join(", "))
}

/// What a program says, line by line.
pub fn lines(out: std::process::ChildStdout) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            // The test harness may have begun the line.
            let said = line.rsplit(' ').next().unwrap_or_default().to_owned();
            if ["ready", "done"].contains(&said.as_str()) && sender.send(said).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Says how far a program is.
pub fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, " {word}").unwrap();
    out.flush().unwrap();
}

#[test]
#[ignore = "the program that is killed"]
fn acts_until_killed() {
    let Some((folder, first)) = given() else {
        return;
    };
    say("ready");
    for number in first.parse::<usize>().unwrap().. {
        step(number, &folder);
        say("done");
    }
}
