//! Whether advice contradicts itself anywhere: every week of the demo, and of the calendars that are named.
//!
//! `cargo xtask contradictions FILES` names them; each file or folder is opened by itself.

use std::path::PathBuf;

use weekwise_engine::{Clock, Opened, PeriodChoice, SettingsChange, Source};
use weekwise_model::{BandStatus, FirstDay, IsoWeek, Report, Severity};

/// Weeks looked at in each calendar, the last ones.
const WEEKS: usize = 26;

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// What a report says twice and differently, one sentence each.
fn contradictions(report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    let list = &report.advice.advice;
    for advice in list {
        let effect = &advice.effect;
        if effect.hours_to_move_after > effect.hours_to_move_before + 1e-6 {
            found.push(format!("{} adds hours to move", advice.action_and_place()));
        }
        if (effect.hours_to_move_before - report.hours_to_move).abs() > 1e-6 {
            found.push(format!(
                "{} starts from other hours",
                advice.action_and_place()
            ));
        }
        for band in &effect.bands {
            if band.status_before == BandStatus::Within && band.status_after != BandStatus::Within {
                found.push(format!(
                    "{} pushes {} out",
                    advice.action_and_place(),
                    band.category
                ));
            }
        }
    }
    let first = list.first().map(|advice| format!("{}.", advice.text));
    if first != report.next_step.as_ref().map(|step| step.text.clone()) {
        found.push("the next step is not the first of the list".to_owned());
    }
    for signal in &report.signals {
        let step = list
            .iter()
            .find(|advice| Some(&advice.id) == signal.step.as_ref());
        let says = step.map_or(String::new(), |advice| advice.text.clone());
        if signal.next_step != says {
            found.push(format!(
                "signal {} says something else than the list",
                signal.id
            ));
        }
    }
    let silent = list.is_empty() && report.advice.note.is_none();
    if silent
        && report
            .signals
            .iter()
            .any(|signal| signal.severity == Severity::Alarm)
    {
        found.push("alarm, and neither advice nor a reason".to_owned());
    }
    found
}

trait Named {
    /// What it does, without a title.
    fn action_and_place(&self) -> String;
}

impl Named for weekwise_model::Advice {
    fn action_and_place(&self) -> String {
        format!("{:?} in {}", self.action, self.category)
    }
}

fn weeks_of(opened: &Opened) -> Vec<IsoWeek> {
    let library = opened.library(&clock());
    let (Some(first), Some(last)) = (library.first_day, library.last_day) else {
        return Vec::new();
    };
    let last = last.min("2026-12-31".parse().unwrap());
    let mut week = FirstDay::default().week_of(last);
    let mut weeks = Vec::new();
    while weeks.len() < WEEKS && week >= FirstDay::default().week_of(first) {
        weeks.push(week);
        week = week.previous();
    }
    weeks
}

#[test]
fn advice_contradicts_itself_nowhere() {
    let named = std::env::var_os("WEEKWISE_CALENDARS").unwrap_or_default();
    let files: Vec<PathBuf> = std::env::split_paths(&named)
        .filter(|path| path.exists())
        .collect();
    let mut sources = vec![("the demo".to_owned(), Source::Demo)];
    for (number, file) in (1..).zip(files) {
        sources.push((format!("calendar {number}"), Source::Paths(vec![file])));
    }
    let (mut weeks, mut all) = (0, Vec::new());
    for (name, source) in sources {
        let Ok(opened) = Opened::read(source, &SettingsChange::default(), &clock()) else {
            continue;
        };
        for week in weeks_of(&opened) {
            let report = opened.report(&PeriodChoice::Week(week), &clock()).unwrap();
            weeks += 1;
            let found = contradictions(&report).into_iter();
            all.extend(found.map(|text| format!("{name}, {week}: {text}")));
        }
    }
    for line in &all {
        println!("{line}");
    }
    println!("{weeks} weeks, {} contradictions", all.len());
    assert!(weeks > 0 && all.is_empty());
}
