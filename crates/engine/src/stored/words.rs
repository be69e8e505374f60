//! What actions are called in the history, and times on the user's wall.

use chrono_tz::Tz;
use weekwise_model::{Action, InstanceId, wall};
use weekwise_store::ActionLine;

use crate::SettingsChange;

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
