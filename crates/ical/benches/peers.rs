//! How long whole programs take from a file to the occurrences of a year, other importers beside this one.
//!
//! The others are looked for in `WEEKWISE_PEERS`, else in `target/peers`: `oracle/oracle_libical` (libical),
//! `bench/bench_icaljs.mjs` with `node/` (ical.js) and `bench/bench_py.py` with `venv/` (icalendar and
//! recurring-ical-events for Python). Each is called with the file and the two ends of the window. What is absent is
//! skipped, and who needs too long for 10,000 events is not asked for 100,000.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use weekwise_ical::{Input, import};

use calendars::calendar;

mod calendars;

/// Who takes longer for one file is not asked for the next, ten times larger one.
const PATIENCE: Duration = Duration::from_secs(5);

const WINDOW: [&str; 2] = ["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(own) = arguments.iter().position(|a| a == "--own") {
        occurrences(&arguments[own + 1]);
        return;
    }
    let folder = peers();
    let own = std::env::current_exe().unwrap();
    let mut programs: Vec<(&str, Option<Command>)> = vec![
        ("this, on all cores", Some(with(&own, &["--own"]))),
        ("this, on one core", Some(with(&own, &["--own"]))),
        ("libical", with_files(&folder, &["oracle/oracle_libical"])),
        (
            "ical.js",
            with_files(&folder, &["bench/bench_icaljs.mjs"]).map(|_| {
                let mut node = with(Path::new("node"), &["--max-old-space-size=8000"]);
                node.arg(folder.join("bench/bench_icaljs.mjs"));
                node
            }),
        ),
        (
            "icalendar for Python",
            with_files(&folder, &["venv/bin/python", "bench/bench_py.py"]),
        ),
    ];
    if let Some(one) = programs[1].1.as_mut() {
        one.env("RAYON_NUM_THREADS", "1");
    }
    if let Some(libical) = programs[2].1.as_mut() {
        libical.env("BENCH", "1");
    }
    for events in [1_000, 10_000, 100_000] {
        let file = std::env::temp_dir().join(format!("weekwise_peers_{events}.ics"));
        std::fs::write(&file, calendar(events, 2_000)).unwrap();
        for (name, program) in &mut programs {
            let Some(command) = program else {
                println!("{events:7} events, {name:22} skipped");
                continue;
            };
            if let Some(took) = time(command, &file) {
                println!("{events:7} events, {name:22} {:8.3} s", took.as_secs_f64());
                if took > PATIENCE {
                    *program = None;
                }
            } else {
                println!("{events:7} events, {name:22} skipped: it does not run");
                *program = None;
            }
        }
        std::fs::remove_file(&file).unwrap();
    }
}

fn peers() -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/peers");
    std::env::var_os("WEEKWISE_PEERS").map_or_else(|| beside.into(), PathBuf::from)
}

fn with(program: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// A program made of files of a folder, where they are all there.
fn with_files(folder: &Path, files: &[&str]) -> Option<Command> {
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
    let (program, arguments) = paths.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments);
    paths.iter().all(|path| path.exists()).then_some(command)
}

/// The shorter of two runs; nothing where it fails.
fn time(command: &Command, file: &Path) -> Option<Duration> {
    let mut best: Option<Duration> = None;
    for _ in 0..2 {
        let mut run = Command::new(command.get_program());
        run.args(command.get_args()).arg(file).args(WINDOW);
        for (name, value) in command.get_envs() {
            run.env(name, value.unwrap_or_default());
        }
        let begun = Instant::now();
        let status = run.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let took = begun.elapsed();
        if !status.ok()?.success() {
            return None;
        }
        best = Some(best.map_or(took, |best| best.min(took)));
        if took > PATIENCE {
            break;
        }
    }
    best
}

/// What the others do: the occurrences of the window, printed.
fn occurrences(file: &str) {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let imported = import(vec![Input::Path(file.into())]);
    let [from, to] = WINDOW.map(at);
    let expansion = imported.expand(from, to, chrono_tz::Tz::UTC);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for occurrence in &expansion.occurrences {
        let (start, end) = occurrence.span.instants(chrono_tz::Tz::UTC);
        let event = &occurrence.event;
        writeln!(out, "{} {start:?} {end:?} {}", event.uid, event.summary).unwrap();
    }
    out.flush().unwrap();
    // What is printed is printed; freeing it all would only take time.
    std::process::exit(0);
}
