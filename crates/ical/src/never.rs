//! Events that take place on no day at all, because their EXDATEs take away whatever they have.
//!
//! Nobody would see them, so it is said. A rule that ends before its DTSTART is another matter: Google cuts series off like
//! that, and nobody misses them.

use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::Outcome;

use crate::expand::{Found, Window, first_and_last_day};
use crate::instances::Instances;
use crate::limits;
use crate::read::ReadEvent;
use crate::recur::Rule;
use crate::schedule::Schedule;
use crate::series::{Entry, Told};
use crate::time;
use crate::zone::Zone;

/// A series with more days to an EXDATE than this has more instances than it has EXDATEs.
const DAYS_AN_EXCEPTION: i32 = 31;

/// Whether an event takes place never, which is told.
pub(crate) fn tell(event: &ReadEvent, homes: &[Zone], told: &mut Told<'_>) -> bool {
    let is_never = event.schedule.instance.is_none()
        && may_be_never(&event.schedule)
        && is_never(event, homes);
    if is_never {
        told(
            event,
            "excluded",
            "every date of an event is in its EXDATE, so that it takes place on none",
            "it was left out",
            Outcome::LeftOut,
        );
    }
    is_never
}

/// Whether to look closer. Quick, because all are asked.
fn may_be_never(schedule: &Schedule) -> bool {
    let Some(repeat) = schedule.repeat.as_deref() else {
        return false;
    };
    let exceptions = repeat.exceptions.len();
    if exceptions == 0 || exceptions > limits::SERIES_OCCURRENCES {
        return false;
    }
    let reach = i32::try_from(exceptions).unwrap_or(i32::MAX);
    let (first, last) = first_and_last_day(schedule);
    let short = last.saturating_sub(first) <= reach.saturating_mul(DAYS_AN_EXCEPTION);
    !repeat.rules.iter().any(Rule::is_endless) && short
}

/// Whether there is nothing with its EXDATEs, and something without them.
fn is_never(event: &ReadEvent, homes: &[Zone]) -> bool {
    let home = homes.get(event.event.calendar.0 as usize);
    let always = Window {
        from: time::midnight(time::DAY_MIN),
        to: time::midnight(time::DAY_MAX),
        zone: Tz::UTC,
    };
    let takes_place = |schedule: Schedule| {
        let master = Entry {
            event: Arc::clone(&event.event),
            schedule,
            file: event.file,
        };
        let mut found = Found::default();
        Instances::of(&master, &[], home.unwrap_or(&Zone::Floating), always).collect(&mut found);
        !found.occurrences.is_empty() || !found.cut.is_empty()
    };
    let mut without = event.schedule.clone();
    if let Some(repeat) = without.repeat.as_deref_mut() {
        repeat.exceptions = Vec::new();
    }
    !takes_place(event.schedule.clone()) && takes_place(without)
}
