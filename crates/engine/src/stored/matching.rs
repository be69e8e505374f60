//! Which calendar of the library is being imported again?

use std::collections::HashSet;

use weekwise_ical::{Input, KeptCalendar};
use weekwise_model::{CalendarContent, CalendarOrigin, SameCalendar, same_calendar, series_uid};
use weekwise_store::{Act, CalendarKey, StoreError, StoredCalendar};

/// What the library has of a calendar that comes.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// It is this one.
    pub(super) same: Option<CalendarKey>,
    /// It may be one of these, and nothing in them tells: the user is asked.
    pub(super) alike: Vec<StoredCalendar>,
}

/// Compares a calendar that came in `file` with those of the library, but for `others`: those that came with it, and those
/// that are subscribed to.
pub(super) fn find(
    act: &Act<'_>,
    coming: &KeptCalendar,
    file: &str,
    others: &[CalendarKey],
) -> Result<Found, StoreError> {
    let uids: HashSet<&str> = coming.events.iter().map(|e| series_uid(&e.uid)).collect();
    let content = CalendarContent {
        origin: CalendarOrigin::File(file),
        own_name: coming.own_name.as_deref(),
        covers: coming.covers,
        events: coming
            .events
            .iter()
            .map(|e| (e.uid.as_str(), e.start))
            .collect(),
    };
    let mut found = Found::default();
    for known in act.calendars()? {
        if others.contains(&known.key) {
            continue;
        }
        let events = act.events_of(known.snapshot)?;
        // Its days matter only where there is something to compare, and reading them takes its time.
        let shares = events.iter().any(|e| uids.contains(series_uid(&e.uid)));
        let answer = same_calendar(
            &CalendarContent {
                origin: CalendarOrigin::File(&known.file),
                own_name: known.own_name.as_deref(),
                covers: if shares { covers(act, &known)? } else { None },
                events: events.iter().map(|e| (e.uid.as_str(), e.start)).collect(),
            },
            &content,
        );
        match answer {
            SameCalendar::Yes => {
                found.same = Some(known.key);
                found.alike.clear();
                return Ok(found);
            }
            SameCalendar::Ask => found.alike.push(known),
            SameCalendar::No => {}
        }
    }
    Ok(found)
}

/// The days a calendar of the library tells of.
fn covers(
    act: &Act<'_>,
    known: &StoredCalendar,
) -> Result<Option<weekwise_model::Stretch>, StoreError> {
    let imported = weekwise_ical::import(vec![Input::Kept {
        name: known.file.clone(),
        bytes: act.bytes_of(known.snapshot)?,
        zone: None,
    }]);
    Ok(imported.covers().into_iter().next().flatten())
}
