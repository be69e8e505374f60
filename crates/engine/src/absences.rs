//! What a plan reads from events that take none of my time: when others are elsewhere, and which own blocks could be anywhere.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use weekwise_model::{Classified, Counting, Kind, Response, Settings, Shape, Status};
use weekwise_plan::is_planned;

/// From when to before when.
type Span = (DateTime<Utc>, DateTime<Utc>);

/// The longest own block that is moved, in minutes: what is longer is a day's work, not an errand.
const LONGEST: i64 = 120;
/// With more people than this nobody looks at each one's calendar.
const MANY: usize = 12;

/// When people are elsewhere as far as the calendar shows: in what I declined or only see, and on leave of their own.
pub(crate) struct Absences<'c> {
    by_person: HashMap<&'c str, Vec<Span>>,
    settings: &'c Settings,
}

impl<'c> Absences<'c> {
    /// From what does not count for me; where I am myself, I cannot be twice anyway.
    pub(crate) fn of_others(
        classified: &'c [Classified],
        counting: &[Counting],
        settings: &'c Settings,
    ) -> Self {
        let mut by_person: HashMap<&str, Vec<Span>> = HashMap::new();
        let uncounted = classified.iter().zip(counting);
        let uncounted = uncounted.filter(|(_, c)| !matches!(c, Counting::Counted { .. }));
        for (one, _) in uncounted {
            let event = &one.occurrence.event;
            let leave = one.classification.kind == Kind::TimeOff;
            if event.status == Status::Cancelled || (one.occurrence.span.is_all_day() && !leave) {
                continue;
            }
            let span = one.occurrence.span.instants(settings.zone);
            for attendee in &event.attendees {
                let comes = !matches!(attendee.response, Response::Declined);
                if comes && attendee.kind.is_person() && !settings.me.is(&attendee.person) {
                    let person = attendee.person.address.as_str();
                    by_person.entry(person).or_default().push(span);
                }
            }
            if let Some(organizer) = event.organizer.as_ref().filter(|o| !settings.me.is(o)) {
                by_person.entry(&organizer.address).or_default().push(span);
            }
        }
        Self {
            by_person,
            settings,
        }
    }

    /// When somebody of a meeting is elsewhere.
    pub(crate) fn of(&self, meeting: &Classified) -> Vec<Span> {
        let event = &meeting.occurrence.event;
        let people = event.people();
        if people.len() > MANY {
            return Vec::new();
        }
        let others = people.iter().filter(|person| !self.settings.me.is(person));
        let gone = others.filter_map(|person| self.by_person.get(person.address.as_str()));
        let mut all: Vec<Span> = gone.flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// An own block that has no time of its own: mail, expenses, holds.
pub(crate) fn is_errand(classified: &Classified, (start, end): Span) -> bool {
    let kind = matches!(
        classified.classification.kind,
        Kind::Admin | Kind::Other | Kind::Placeholder | Kind::PeopleAdmin | Kind::Training
    );
    let planned = is_planned(&classified.occurrence.event.uid);
    classified.shape == Shape::Block && kind && !planned && (end - start).num_minutes() <= LONGEST
}
