//! Series that the user says are one: somebody ended one and began the next by hand.

use std::collections::HashMap;
use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{CalendarId, Event, Gathered, Recurrence, SameWhat, Sameness};

use super::gather::GatheredSeries;

/// Puts together what is said to be one series, in the order in which it was said.
pub(super) fn add_joined(
    events: &[&Arc<Event>],
    zone: Tz,
    said: &[Sameness],
    found: &mut GatheredSeries,
) {
    let joined = |said: &&Sameness| said.what == SameWhat::Series && said.same;
    let mut joined = said.iter().filter(joined).peekable();
    if joined.peek().is_none() {
        return;
    }
    let mut by_uid: HashMap<&str, (CalendarId, &Recurrence)> = HashMap::new();
    for event in events {
        if let Some(recurrence) = &event.recurrence {
            by_uid.insert(&event.uid, (event.calendar, recurrence));
        }
    }
    for said in joined {
        let parts: Vec<Part> = said
            .uids
            .iter()
            .filter_map(|uid| part(uid, &by_uid, found))
            .collect();
        let [one, next] = parts.as_slice() else {
            continue;
        };
        if one.calendar != next.calendar {
            continue;
        }
        let starts = |part: &Part| part.series.recurrence.first.instants(zone);
        let (first, last) = if starts(one) <= starts(next) {
            (one, next)
        } else {
            (next, one)
        };
        let series = Arc::new(Gathered {
            uid: first.series.uid.clone(),
            recurrence: Recurrence {
                rules: last.series.recurrence.rules.clone(),
                first: first.series.recurrence.first,
                endless: last.series.recurrence.endless,
            },
            events: first.series.events + last.series.events,
            split: true,
        });
        let of_calendar = found.entry(first.calendar).or_default();
        for uid in first.uids.iter().chain(&last.uids) {
            of_calendar.insert(uid.clone(), Arc::clone(&series));
        }
    }
}

/// One of the series, with the UIDs of all its events.
struct Part {
    calendar: CalendarId,
    series: Gathered,
    uids: Vec<String>,
}

fn part(
    uid: &str,
    by_uid: &HashMap<&str, (CalendarId, &Recurrence)>,
    found: &GatheredSeries,
) -> Option<Part> {
    for (calendar, of_calendar) in found {
        let uids = of_calendar.iter().filter(|(_, series)| series.uid == uid);
        let mut uids: Vec<String> = uids.map(|(uid, _)| uid.clone()).collect();
        if let Some(series) = uids.first().and_then(|one| of_calendar.get(one)) {
            let series = series.as_ref().clone();
            uids.sort_unstable();
            return Some(Part {
                calendar: *calendar,
                series,
                uids,
            });
        }
    }
    let (calendar, recurrence) = by_uid.get(uid)?;
    Some(Part {
        calendar: *calendar,
        series: Gathered {
            uid: uid.to_owned(),
            recurrence: (*recurrence).clone(),
            events: 1,
            split: true,
        },
        uids: vec![uid.to_owned()],
    })
}
