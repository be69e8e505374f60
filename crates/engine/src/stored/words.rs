//! What actions are called in the history, and times on the user's wall.

use chrono_tz::Tz;
use weekwise_model::{Action, InstanceId, KindMapping, wall};
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

/// What choosing something is called, after what was chosen before.
pub(crate) fn of_choice(change: &SettingsChange, before: &SettingsChange) -> String {
    let SettingsChange {
        me,
        zone,
        hours,
        profile,
        count_tentative,
        focus_minutes,
        kinds,
        display,
        local_model,
        reminder,
        stays: _,
        count_all_day_work,
    } = change;
    let moved = |kinds: &KindMapping| {
        let usual = KindMapping::default();
        let was = before.kinds.as_ref().unwrap_or(&usual);
        match kinds.unlike(was).collect::<Vec<_>>().as_slice() {
            [(kind, category)] => format!("Count {kind} as {category}"),
            _ if kinds.is_usual() => "Count every kind as usual".to_owned(),
            _ => "Change what kinds count as".to_owned(),
        }
    };
    let said = |text: &str| text.to_owned();
    let parts = [
        me.as_ref().map(|_| said("Change who “me” is")),
        zone.as_ref().map(|_| said("Change the time zone")),
        hours.as_ref().map(|_| said("Change the working hours")),
        profile.as_ref().map(|_| said("Change the profile")),
        count_tentative.map(|count| {
            said(if count {
                "Count tentative and unanswered meetings"
            } else {
                "Leave out tentative and unanswered meetings"
            })
        }),
        count_all_day_work.map(|count| {
            said(if count {
                "Count whole days of work"
            } else {
                "Leave out whole days of work"
            })
        }),
        focus_minutes.map(|_| said("Change the focus length")),
        kinds.as_ref().map(moved),
        display.map(|_| said("Change how times are written")),
        local_model
            .as_ref()
            .map(|_| said("Change which model may answer")),
        reminder.map(|reminder| {
            said(if reminder.on {
                "Say when a week is ready to be reviewed"
            } else {
                "Do not say when a week is ready to be reviewed"
            })
        }),
    ];
    // All of the card that asks once.
    if me.is_some() && zone.is_some() && hours.is_some() && profile.is_some() {
        return said("Say who you are and when you work");
    }
    let mut changed = parts.into_iter().flatten();
    match (changed.next(), changed.next()) {
        (Some(only), None) => only,
        _ => "Change the settings".to_owned(),
    }
}

/// What importing these files is called.
pub(crate) fn of_import(files: &[String]) -> String {
    match files {
        [only] => format!("Import {only}"),
        _ => format!("Import {} files", files.len()),
    }
}
