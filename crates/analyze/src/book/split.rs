//! Series that their program split: Google writes “this and following events” as a series of its own.
//!
//! Its UID says where it comes from: `abc_R20260105T080000@google.com` goes on with `abc@google.com`. Counted apart, a
//! stand-up of three years would be as young as its last change of hour, and cost a part of what it costs.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{CalendarId, Event, Gathered, Recurrence};

use super::gather::GatheredSeries;
use super::numbers::place;

/// Whose UIDs look like that.
const DOMAIN: &str = "google.com";

/// Puts the parts of split series together.
pub(super) fn add_split(events: &[&Arc<Event>], zone: Tz, found: &mut GatheredSeries) {
    let mut parts: BTreeMap<(CalendarId, String), BTreeMap<&str, &Recurrence>> = BTreeMap::new();
    for event in events {
        if let Some(root) = root_of(&event.uid)
            && let Some(recurrence) = &event.recurrence
        {
            let parts = parts.entry((event.calendar, root)).or_default();
            parts.insert(&event.uid, recurrence);
        }
    }
    if parts.is_empty() {
        return;
    }
    for event in events {
        if let Some(recurrence) = &event.recurrence
            && let Some(parts) = parts.get_mut(&(event.calendar, event.uid.clone()))
        {
            parts.insert(&event.uid, recurrence);
        }
    }
    for ((calendar, _), parts) in parts {
        let mut parts: Vec<(&str, &Recurrence)> = parts.into_iter().collect();
        parts.sort_by_key(|(uid, recurrence)| (recurrence.first.instants(zone), *uid));
        let (Some((uid, first)), Some((_, last))) = (parts.first(), parts.last()) else {
            continue;
        };
        if parts.len() < 2 {
            continue;
        }
        let series = Arc::new(Gathered {
            uid: (*uid).to_owned(),
            recurrence: Recurrence {
                rules: last.rules.clone(),
                first: first.first,
                endless: last.endless,
            },
            events: place(parts.len()),
            split: true,
        });
        let of_calendar = found.entry(calendar).or_default();
        of_calendar.extend(
            parts
                .iter()
                .map(|(uid, _)| ((*uid).to_owned(), Arc::clone(&series))),
        );
    }
}

/// The UID of the series that one was split off from.
fn root_of(uid: &str) -> Option<String> {
    let (local, domain) = uid.rsplit_once('@')?;
    let (root, stamp) = local.rsplit_once("_R")?;
    let (day, time) = stamp.split_once('T').unwrap_or((stamp, "000000"));
    let is_number =
        |text: &str, digits| text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    let is_stamp = is_number(day, 8) && is_number(time.trim_end_matches('Z'), 6);
    (is_stamp && domain.eq_ignore_ascii_case(DOMAIN)).then(|| format!("{root}@{domain}"))
}

#[cfg(test)]
mod tests {
    use super::root_of;

    #[test]
    fn uids_that_say_where_they_come_from() {
        let root = |uid| root_of(uid);
        assert_eq!(
            root("a1_R20260105T080000@google.com").unwrap(),
            "a1@google.com"
        );
        assert_eq!(root("a1_R20260105@google.com").unwrap(), "a1@google.com");
        assert_eq!(root("a1@google.com"), None);
        assert_eq!(root("a1_Rome@google.com"), None);
        assert_eq!(root("a1_R20260105T080000@example.org"), None);
    }
}
