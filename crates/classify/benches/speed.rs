//! How long a hundred thousand events take: learning, guessing who “me” is, classifying.
//!
//! `cargo bench -p weekwise-classify` prints three lines. A stopwatch is enough here: what matters is whether an
//! import feels instant, not a per cent more or less.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use chrono_tz::Tz;
use weekwise_classify::{Classifier, guess_me};
use weekwise_model::{Attendee, CalendarUserType, Event, Me, Person, Response, Role};

const EVENTS: usize = 100_000;

const TITLES: [&str; 12] = [
    "Design review: event bus",
    "Priya / Sam",
    "Sprint 42 planning",
    "Architekturreview Bestellungen",
    "Focus time",
    "Kafka migration working group with platform",
    "1:1",
    "Réunion d'équipe",
    "Q3 planning",
    "Lunch",
    "Busy",
    "A rather long title that says nothing which anybody could know, version 2.4 of the thing",
];

fn event(number: usize) -> Event {
    let attendee = |n: usize| Attendee {
        person: Person::new(
            &format!("person{}@acme.example", n % 400),
            Some("Some Body"),
        ),
        response: Response::Accepted,
        role: Role::Required,
        kind: CalendarUserType::Individual,
    };
    Event {
        uid: number.to_string(),
        summary: format!("{} {}", TITLES[number % TITLES.len()], number % 977),
        description:
            "Agenda and notes: please read the document before we meet, https://docs.example/d/1"
                .repeat(3),
        location: "Room 4".to_owned(),
        attendees: (0..number % 9)
            .map(|n| {
                if n == 0 {
                    attendee(0)
                } else {
                    attendee(number * 7 + n)
                }
            })
            .collect(),
        ..Event::empty()
    }
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = black_box(work());
    println!(
        "{what}: {:.3} s for {EVENTS} events",
        start.elapsed().as_secs_f64()
    );
    result
}

fn main() {
    let events: Vec<Arc<Event>> = (0..EVENTS).map(|n| Arc::new(event(n))).collect();
    let candidates = timed("guess me", || guess_me(&events, &[]));
    let me = Me::confirmed(candidates.first());
    let classifier = timed("learn", || {
        Classifier::learn(&events, &me, &[], Tz::Europe__Berlin)
    });
    timed("classify", || {
        events
            .iter()
            .map(|e| classifier.classify(e).confidence)
            .sum::<f64>()
    });
}
