//! Tries a `.deb` as its users would: upgrade an older one that has a library, ask it something, open a calendar through the
//! desktop entry, remove it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::{Program, Result, is_installed, target_directory};

/// What the package is called.
const NAME: &str = "weekwise";

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:opened-through-the-entry\r\nDTSTART:20261116T090000Z\r\nDURATION:PT1H\r\nSUMMARY:Design review\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Files a package has beside the program.
const FILES: [&str; 7] = [
    "/usr/share/man/man1/weekwise.1",
    "/usr/share/bash-completion/completions/weekwise",
    "/usr/share/zsh/vendor-completions/_weekwise",
    "/usr/share/fish/vendor_completions.d/weekwise.fish",
    "/usr/share/metainfo/app.weekwise.desktop.metainfo.xml",
    "/usr/share/doc/weekwise/copyright",
    "/usr/share/doc/weekwise/licences.txt",
];

/// Tries it where that harms nobody: as root of a machine that has no Weekwise, as containers are.
pub(crate) fn test(package: &Path) -> Result {
    if !is_installed("dpkg") || !is_root() {
        println!("Not tried: installing a package needs dpkg and root.");
        return Ok(());
    }
    if Program::new("dpkg", &["--status", NAME]).succeeds() {
        println!("Not tried: there is a Weekwise installed, and the trial would replace it.");
        return Ok(());
    }
    let place = target_directory()?.join("package-trial");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).map_err(|error| error.to_string())?;
    let tried = trial(package, &place);
    let removed = Program::new("dpkg", &["--remove", NAME]).run();
    tried.and(removed)?;
    if Path::new("/usr/bin/weekwise").exists() {
        return Err("the removed package left its program behind".to_owned());
    }
    let library = place.join("library/weekwise.db");
    if !library.exists() {
        return Err("removing the package took the library with it".to_owned());
    }
    println!("Tried: upgrade with a library, report, desktop entry, files, removal.");
    Ok(())
}

fn is_root() -> bool {
    Program::new("id", &["--user"]).output().as_deref() == Some("0")
}

fn trial(package: &Path, place: &Path) -> Result {
    let older = older(package, place)?;
    install(&older)?;
    let file = place.join("work.ics");
    fs::write(&file, CALENDAR).map_err(|error| error.to_string())?;
    let library = place.join("library");
    let (file, library) = (file.to_string_lossy(), library.to_string_lossy());
    let ask = |args: &[&str]| {
        let said = Program::new("/usr/bin/weekwise", args).output();
        said.ok_or_else(|| format!("the installed “weekwise {}” fails", args.join(" ")))
    };
    ask(&["import", "--data", &library, &file])?;
    let before = ask(&["export", "--data", &library])?;
    install(package)?;
    if ask(&["export", "--data", &library])? != before {
        return Err("the library is another one after the upgrade".to_owned());
    }
    let report = ask(&["report", "--demo", "--week", "2026-W46"])?;
    if !report.contains("Deep work") {
        return Err("the report of the installed program says nothing of deep work".to_owned());
    }
    files()?;
    opened_through_the_entry(place, &file)
}

fn install(package: &Path) -> Result {
    Program::new("dpkg", &["--install", &package.to_string_lossy()]).run()
}

/// The same package with a lower version, as somebody has who upgrades.
fn older(package: &Path, place: &Path) -> Result<PathBuf> {
    let (tree, older) = (place.join("older"), place.join("older.deb"));
    let (tree_name, older_name) = (tree.to_string_lossy(), older.to_string_lossy());
    let extract = ["--raw-extract", &package.to_string_lossy(), &tree_name];
    Program::new("dpkg-deb", &extract).run()?;
    let control = tree.join("DEBIAN/control");
    let text = fs::read_to_string(&control).map_err(|error| error.to_string())?;
    let lines = text
        .lines()
        .map(|line| match line.strip_prefix("Version:") {
            Some(_) => "Version: 0.0.1\n".to_owned(),
            None => format!("{line}\n"),
        });
    fs::write(&control, lines.collect::<String>()).map_err(|error| error.to_string())?;
    // Packing the program tightly would take longer than everything else.
    Program::new("dpkg-deb", &["-Znone", "--build", &tree_name, &older_name]).run()?;
    Ok(older)
}

fn files() -> Result {
    for file in FILES {
        if !Path::new(file)
            .metadata()
            .is_ok_and(|found| found.len() > 0)
        {
            return Err(format!("the package has no {file}"));
        }
    }
    let entry = fs::read_to_string(entry()?).unwrap_or_default();
    if !entry.lines().any(|line| line == "Exec=weekwise %F") {
        return Err("the desktop entry hands no files over".to_owned());
    }
    for (program, args) in [
        ("desktop-file-validate", vec![entry_name()?]),
        (
            "appstreamcli",
            vec![
                "validate".to_owned(),
                "--no-net".to_owned(),
                FILES[4].to_owned(),
            ],
        ),
    ] {
        if is_installed(program) {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            Program::new(program, &args).run()?;
        }
    }
    Ok(())
}

fn entry_name() -> Result<String> {
    Ok(entry()?.to_string_lossy().into_owned())
}

/// The desktop entry that the package brought.
fn entry() -> Result<PathBuf> {
    let list = Program::new("dpkg", &["--listfiles", NAME]).output();
    let list = list.unwrap_or_default();
    let entry = list.lines().find(|line| line.ends_with(".desktop"));
    entry
        .map(PathBuf::from)
        .ok_or_else(|| "the package has no desktop entry".to_owned())
}

/// Opens a calendar as a file manager does, in a display of its own, and waits until it is in the library.
fn opened_through_the_entry(place: &Path, file: &str) -> Result {
    for needed in ["xvfb-run", "dbus-run-session", "gio"] {
        if !is_installed(needed) {
            println!("The desktop entry is not tried: {needed} is not installed.");
            return Ok(());
        }
    }
    let data = place.join("data");
    let library = data.join("weekwise");
    let script = format!("gio launch '{}' '{file}' && sleep 60", entry_name()?);
    let mut session = Command::new("xvfb-run")
        .args([
            "--auto-servernum",
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            &script,
        ])
        .env("XDG_DATA_HOME", &data)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("xvfb-run: {error}"))?;
    let begun = Instant::now();
    let args = [
        "export",
        "--format",
        "ics",
        "--data",
        &library.to_string_lossy(),
    ];
    let is_there = || {
        let export = Program::new("/usr/bin/weekwise", &args).output();
        export.is_some_and(|export| export.contains("opened-through-the-entry"))
    };
    let mut found = false;
    while !found && begun.elapsed() < Duration::from_secs(45) {
        thread::sleep(Duration::from_millis(500));
        found = library.join("weekwise.db").exists() && is_there();
    }
    // Its display goes with the session, and the window with its display.
    let _ = Program::new("pkill", &["--parent", &session.id().to_string()]).succeeds();
    let _ = session.kill();
    let _ = session.wait();
    if found {
        println!(
            "Opened through the desktop entry after {:.1} s.",
            begun.elapsed().as_secs_f64()
        );
        Ok(())
    } else {
        Err("a calendar opened through the desktop entry is not in the library".to_owned())
    }
}
