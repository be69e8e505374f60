//! Calendars nobody here wrote: every one gives a sensible report, and its minutes add up.
//!
//! They are looked for in `WEEKWISE_CALENDARS`, else in `../shared/calendars`; where there are none the test says so.

use std::fs;
use std::path::{Path, PathBuf};

use weekwise_engine::{Clock, EngineError, Opened, PeriodChoice, SettingsChange, Source};
use weekwise_model::Mix;

use crate::program::{NOW, root};

fn calendars() -> Vec<PathBuf> {
    let folder = std::env::var_os("WEEKWISE_CALENDARS")
        .map_or_else(|| root().join("../shared/calendars"), PathBuf::from)
        .join("corpus");
    let mut found = Vec::new();
    collect(&folder, &mut found);
    found.sort();
    if found.is_empty() {
        println!("skipped: no calendars at {}", folder.display());
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
        {
            found.push(path);
        }
    }
}

fn adds_up(mix: &Mix, file: &Path) {
    let booked: i64 = mix
        .categories
        .iter()
        .map(|c| c.minutes + c.open_focus_minutes)
        .sum();
    assert_eq!(
        booked + mix.fragment_minutes,
        mix.denominator_minutes,
        "{}",
        file.display()
    );
    for share in &mix.categories {
        assert!(
            (0.0..=1.0).contains(&share.share),
            "{}: {share:?}",
            file.display()
        );
        assert!(
            share.range_low <= share.share + 1e-9 && share.share <= share.range_high + 1e-9,
            "{}",
            file.display()
        );
    }
}

#[test]
fn every_real_calendar_gives_a_report_that_adds_up() {
    let clock = Clock::fixed(NOW.parse().unwrap());
    let (mut read, mut refused) = (0, 0);
    for file in calendars() {
        let source = Source::Paths(vec![file.clone()]);
        let change = SettingsChange {
            zone: Some("Europe/Berlin".to_owned()),
            ..SettingsChange::default()
        };
        let opened = match Opened::read(source, &change, &clock) {
            Ok(opened) => opened,
            Err(EngineError::NothingRead { diagnostics }) => {
                assert!(
                    !diagnostics.is_empty(),
                    "{} was refused without a reason",
                    file.display()
                );
                refused += 1;
                continue;
            }
            Err(error) => panic!("{}: {error}", file.display()),
        };
        read += 1;
        let report = opened.report(&PeriodChoice::Default, &clock).unwrap();
        adds_up(&report.week_mix, &file);
        adds_up(&report.booked_mix, &file);
        let view = opened.week(None, &clock).unwrap();
        assert_eq!(view.report, report, "{}", file.display());
        let minutes: i64 = view.events.iter().map(|event| event.minutes).sum();
        assert_eq!(
            minutes,
            report.booked_mix.denominator_minutes,
            "{}",
            file.display()
        );
    }
    println!("{read} real calendars read, {refused} refused with a reason");
}
