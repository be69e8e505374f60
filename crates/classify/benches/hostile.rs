//! How long events take that were made to harm: each kind alone, learnt from and classified.
//!
//! `cargo bench -p weekwise-classify --bench hostile` prints a line a kind. No line may stand out: what is looked at is
//! bounded, however long a title, a tag, a description or a list of guests is.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use chrono_tz::Tz;
use weekwise_classify::{Classifier, guess_me};
use weekwise_model::{Attendee, CalendarUserType, Event, Me, Person, Response, Role};

/// A million bytes or about so many.
const LONG: usize = 1_000_000;

fn titled(title: String) -> Event {
    Event {
        uid: "hostile".to_owned(),
        summary: title,
        ..Event::empty()
    }
}

fn attendee(number: usize) -> Attendee {
    Attendee {
        person: Person::new(&format!("person{number}@acme.example"), Some("Some Body")),
        response: Response::Accepted,
        role: Role::Required,
        kind: CalendarUserType::Individual,
    }
}

fn kinds() -> Vec<(&'static str, Event)> {
    let tagged = |categories: Vec<String>| Event {
        categories,
        ..titled("Review".to_owned())
    };
    vec![
        ("an ordinary title", titled("Design review".to_owned())),
        ("one word of a million letters", titled("a".repeat(LONG))),
        ("one word made of words", titled("review".repeat(LONG / 6))),
        ("numbers without end", titled("1 ".repeat(LONG / 2))),
        (
            "little words",
            titled(format!("review {}", "of the ".repeat(LONG / 7))),
        ),
        ("brackets that never close", titled("[".repeat(LONG))),
        ("marks", titled("# / ".repeat(LONG / 4))),
        ("accents", titled("e\u{301}".repeat(LONG / 3))),
        ("emoji", titled("☕️".repeat(LONG / 6))),
        ("one long tag", tagged(vec!["a".repeat(LONG)])),
        (
            "a hundred thousand tags",
            tagged(vec!["review".to_owned(); 100_000]),
        ),
        (
            "a long description",
            Event {
                description: "a".repeat(LONG),
                ..titled("Review".to_owned())
            },
        ),
        (
            "twenty thousand guests",
            Event {
                attendees: (0..20_000).map(attendee).collect(),
                ..titled("Review".to_owned())
            },
        ),
    ]
}

fn main() {
    for (what, event) in kinds() {
        let events = [Arc::new(event)];
        let start = Instant::now();
        let me = Me::confirmed(guess_me(&events, &[]).first());
        let classifier = Classifier::learn(&events, &me, &[], Tz::Europe__Berlin);
        let found = black_box(classifier.classify(&events[0]));
        black_box(classifier.would_change(&events[0], &found));
        println!("{what}: {:.1} ms", start.elapsed().as_secs_f64() * 1_000.0);
    }
}
