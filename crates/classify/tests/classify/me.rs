//! Guessing who “me” is.

use std::sync::Arc;

use weekwise_classify::guess_me;
use weekwise_model::{Attendee, CalendarUserType, Event, Person};

use crate::calendar::{ME, OTHERS, TEAM, attendee, calendars, event, with};

fn shared(events: Vec<Event>) -> Vec<Arc<Event>> {
    events.into_iter().map(Arc::new).collect()
}

#[test]
fn whoever_is_in_nearly_every_event_is_likeliest() {
    let events = shared(vec![
        with(event("Standup"), &TEAM),
        with(event("1:1"), &TEAM[..1]),
        with(event("Guild"), &OTHERS),
    ]);
    let guessed = guess_me(&events, &calendars());
    assert_eq!(guessed.first().map(String::as_str), Some(ME));
    assert!(guessed.len() <= 8, "at most eight candidates");
}

#[test]
fn a_calendar_named_by_an_address_says_it() {
    let mut calendars = calendars();
    calendars[0].name = "Tom.Berg@acme.example".to_owned();
    let events = shared(vec![
        with(event("Standup"), &TEAM),
        with(event("1:1"), &TEAM[..1]),
    ]);
    assert_eq!(guess_me(&events, &calendars)[0], "tom.berg@acme.example");
    assert_eq!(
        guess_me(&[], &calendars),
        ["tom.berg@acme.example"],
        "even where no event names anybody"
    );
}

#[test]
fn a_file_named_by_an_address_says_it_too() {
    let mut calendars = calendars();
    calendars[0].file = "takeout.zip!Calendar/tom.berg@acme.example.ics".to_owned();
    assert_eq!(guess_me(&[], &calendars), ["tom.berg@acme.example"]);
}

#[test]
fn rooms_lists_and_calendars_are_nobody() {
    let odd = |address: &str, kind: CalendarUserType| Attendee {
        kind,
        ..attendee(address)
    };
    let mut meeting = event("All hands");
    meeting.attendees = vec![
        odd("room-4@acme.example", CalendarUserType::Room),
        odd("everyone@acme.example", CalendarUserType::Individual),
        odd("berlin-office@acme.example", CalendarUserType::Group),
        odd(
            "x1@resource.calendar.google.com",
            CalendarUserType::Individual,
        ),
        odd(
            "https://wiki.acme.example/people/712020:7e4e",
            CalendarUserType::Individual,
        ),
    ];
    meeting.organizer = Some(Person::new("abc@group.calendar.google.com", None));
    assert_eq!(
        guess_me(&shared(vec![meeting]), &calendars()),
        Vec::<String>::new()
    );
}

#[test]
fn an_empty_calendar_indicates_nobody() {
    assert_eq!(guess_me(&[], &[]), Vec::<String>::new());
    assert_eq!(
        guess_me(&shared(vec![event("Focus")]), &calendars()),
        Vec::<String>::new()
    );
}

#[test]
fn the_order_of_equals_does_not_depend_on_chance() {
    let events = shared(vec![with(event("1:1"), &TEAM[..1])]);
    assert_eq!(guess_me(&events, &[]), guess_me(&events, &[]));
    assert_eq!(
        guess_me(&events, &[])[0],
        "ana.silva@acme.example",
        "alphabetically"
    );
}

#[test]
fn a_calendar_named_after_a_person_decides_between_two_who_are_always_there() {
    let mut calendars = calendars();
    calendars[0].name = "Tom".to_owned();
    let mut meeting = event("Weekly");
    meeting.organizer = None;
    meeting.attendees = ["anna.abel@acme.example", "tom.berg@acme.example"]
        .map(attendee)
        .to_vec();
    let events = shared(vec![meeting.clone(), meeting]);
    assert_eq!(guess_me(&events, &calendars)[0], "tom.berg@acme.example");
    calendars[0].name = "Tom's team".to_owned();
    assert_eq!(guess_me(&events, &calendars)[0], "anna.abel@acme.example");
}
