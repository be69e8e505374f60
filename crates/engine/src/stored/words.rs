//! What actions are called in the history, and times on the user's wall.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use weekwise_model::{Action, InstanceId};
use weekwise_store::ActionLine;

use crate::SettingsChange;

/// The wall clock as the window reads it: no offset, because the window converts nothing.
pub(crate) fn wall(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone)
        .format("%Y-%m-%dT%H:%M:%S")
        .to_string()
}

/// A start, on the user's wall; a day as a date.
pub(crate) fn start(at: InstanceId, zone: Tz) -> String {
    match at {
        InstanceId::Instant(at) => wall(at, zone),
        InstanceId::Date(day) => day.to_string(),
    }
}

pub(crate) fn action(line: &ActionLine, zone: Tz) -> Action {
    Action {
        label: line.label.clone(),
        at: wall(line.at, zone),
    }
}

/// What choosing something is called.
pub(crate) fn of_choice(change: &SettingsChange) -> &'static str {
    let SettingsChange {
        me,
        zone,
        hours,
        profile,
        count_tentative,
    } = change;
    let parts = [
        (me.is_some(), "Change who “me” is"),
        (zone.is_some(), "Change the time zone"),
        (hours.is_some(), "Change the working hours"),
        (profile.is_some(), "Change the profile"),
        (
            *count_tentative == Some(true),
            "Count tentative and unanswered meetings",
        ),
        (
            *count_tentative == Some(false),
            "Leave out tentative and unanswered meetings",
        ),
    ];
    let mut changed = parts.iter().filter(|(is, _)| *is).map(|(_, label)| *label);
    match (changed.next(), changed.next()) {
        (Some(only), None) => only,
        _ => "Change the settings",
    }
}

/// What importing these files is called.
pub(crate) fn of_import(files: &[String]) -> String {
    match files {
        [only] => format!("Import {only}"),
        _ => format!("Import {} files", files.len()),
    }
}
