//! Occurrences as a classified calendar has them.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use weekwise_model::{
    Attendee, CalendarUserType, Classification, Classified, DayJudgement, Event, Kind, Me,
    Occurrence, Person, Recurrence, Response, Role, Shape, Span,
};

pub const ME: &str = "me@example.org";

pub fn me() -> Me {
    Me::confirmed([ME])
}

pub fn person(address: &str) -> Person {
    Person {
        group: None,
        address: address.to_owned(),
        name: None,
    }
}

/// A meeting with me and these others, which I said yes to; the first of the others organizes it.
pub fn with(kind: Kind, others: &[&str]) -> Classified {
    let attendee = |address: &str| Attendee {
        person: person(address),
        response: Response::Accepted,
        role: Role::Required,
        kind: CalendarUserType::Individual,
    };
    let event = Event {
        uid: format!("{}-{}", kind.id(), others.join("+")),
        summary: kind.label().to_owned(),
        organizer: others.first().map(|first| person(first)),
        attendees: others.iter().copied().chain([ME]).map(attendee).collect(),
        ..Event::empty()
    };
    Classified {
        shape: Shape::Meeting,
        people: u32::try_from(others.len()).unwrap() + 1,
        people_known: true,
        response: Response::Accepted,
        mine: false,
        organizer_known: true,
        classification: Arc::new(Classification {
            category: kind.category(),
            kind,
            confidence: 0.9,
            because: Vec::new(),
            runner_up: None,
            decided_by: None,
        }),
        day: Arc::new(DayJudgement::work()),
        gathered: None,
        occurrence: Occurrence {
            event: Arc::new(event),
            recurrence_id: None,
            span: Span::Timed {
                start: DateTime::UNIX_EPOCH,
                end: DateTime::UNIX_EPOCH,
            },
        },
    }
}

/// The same, organized by me.
pub fn by_me(kind: Kind, others: &[&str]) -> Classified {
    let mut classified = with(kind, others);
    classified.mine = true;
    vary(&mut classified, |event| event.organizer = Some(person(ME)));
    classified
}

/// My own block with this UID.
pub fn block(uid: &str, start: DateTime<Utc>, minutes: i64) -> Classified {
    let mut block = with(Kind::Focus, &[]);
    block.shape = Shape::Block;
    block.mine = true;
    vary(&mut block, |event| {
        uid.clone_into(&mut event.uid);
        event.attendees.clear();
    });
    at(block, start, minutes)
}

pub fn at(mut classified: Classified, start: DateTime<Utc>, minutes: i64) -> Classified {
    classified.occurrence.span = Span::Timed {
        start,
        end: start + TimeDelta::minutes(minutes),
    };
    classified
}

pub fn vary(classified: &mut Classified, how: impl FnOnce(&mut Event)) {
    how(Arc::make_mut(&mut classified.occurrence.event));
}

/// The event repeats without an end.
pub fn endless(mut classified: Classified) -> Classified {
    let first = classified.occurrence.span;
    vary(&mut classified, |event| {
        event.recurrence = Some(Arc::new(Recurrence {
            rules: vec!["FREQ=WEEKLY".to_owned()],
            first,
            endless: true,
        }));
    });
    classified
}
