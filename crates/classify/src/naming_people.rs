//! Which calendars name people, and which hide them.
//!
//! In somebody's own export a meeting without attendees is none: whoever comes is named. A published or a shared calendar,
//! a free/busy address, an export that somebody cleaned name nobody, or name a few by accident: an old override, a guest
//! somebody added by hand, the owner in every event. There a title that reads as a meeting is one, and nobody in the file does
//! not mean nobody in the room.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::Arc;

use weekwise_model::{CalendarId, Event, Me, WallSpan};

use crate::scene::has_conference;
use crate::vocabulary::{Languages, Reads, hits, read};

/// What the events of a calendar show about whom it names.
#[derive(Default)]
struct Shown<'a> {
    /// Events that name somebody beside me.
    named: usize,
    /// Timed events that name nobody.
    bare: Vec<&'a Event>,
}

/// The calendars that name people where there are any: of the events that surely are meetings at least half name somebody.
pub(crate) fn calendars_naming_people(
    events: &[&Arc<Event>],
    me: &Me,
    spoken: Languages,
) -> HashSet<CalendarId> {
    let mut shown: HashMap<CalendarId, Shown<'_>> = HashMap::default();
    for event in events {
        let shown = shown.entry(event.calendar).or_default();
        if names_somebody(event, me) {
            shown.named += 1;
        } else if matches!(event.first, WallSpan::Timed { .. }) {
            shown.bare.push(event);
        }
    }
    let naming =
        |(calendar, shown): (CalendarId, Shown<'_>)| shown.names_people(spoken).then_some(calendar);
    shown.into_iter().filter_map(naming).collect()
}

impl<'a> Shown<'a> {
    fn names_people(&self, spoken: Languages) -> bool {
        // Most calendars need no look at their titles.
        if self.named == 0 || self.bare.len() <= self.named {
            return self.named > 0;
        }
        let mut told: HashMap<&'a str, bool> = HashMap::default();
        let met = self.bare.iter().filter(|event| {
            let title = event.summary.as_str();
            is_joined(event) || *told.entry(title).or_insert_with(|| meets(title, spoken))
        });
        met.take(self.named + 1).count() <= self.named
    }
}

/// Whether an event names somebody beside its owner. The owner alone says nothing: free/busy addresses have him in each.
fn names_somebody(event: &Event, me: &Me) -> bool {
    if event.attendees.is_empty() {
        return false;
    }
    let people = event.people();
    if me.is_unknown() {
        people.len() > 1
    } else {
        people.into_iter().any(|person| !me.is(person))
    }
}

/// Whether there is a link to join by.
fn is_joined(event: &Event) -> bool {
    event.conference.is_some() || has_conference(&event.location)
}

/// Whether a title surely is of a meeting, whoever comes.
fn meets(title: &str, spoken: Languages) -> bool {
    let words = read(title);
    let hits = hits(&words, spoken);
    let says = |reads: Reads| hits.iter().any(|hit| hit.reads() == reads);
    (says(Reads::Meeting) || says(Reads::Pair))
        && !(says(Reads::Block) || says(Reads::PerhapsBlock))
}
