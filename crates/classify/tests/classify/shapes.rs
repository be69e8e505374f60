//! Meeting or block, and how many people.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use weekwise_classify::Classifier;
use weekwise_model::{Category, Classified, Event, Me, Occurrence, Person, Response, Shape, Span};

use crate::calendar::{
    self, BARE, ME, OTHERS, TEAM, ZONE, attendee, calendars, event, learnt, recurring, span, with,
};

fn classified_by(classifier: &Classifier, event: Event, minutes: i64) -> Classified {
    let occurrence = Occurrence {
        event: Arc::new(event),
        recurrence_id: None,
        span: span(minutes),
    };
    classifier.judge(&occurrence).on(occurrence)
}

fn classified(event: Event) -> Classified {
    classified_by(&learnt(), event, 60)
}

fn bare(title: &str) -> Event {
    Event {
        calendar: BARE,
        ..event(title)
    }
}

#[test]
fn people_are_counted_once_with_me() {
    let found = classified(with(event("Anything"), &TEAM));
    assert_eq!(
        (found.shape, found.people, found.people_known),
        (Shape::Meeting, 5, true)
    );
    assert!(!found.mine, "somebody else organizes it");
}

#[test]
fn alone_it_is_a_block_and_mine() {
    let found = classified(event("Ledger"));
    assert_eq!(
        (found.shape, found.people, found.people_known),
        (Shape::Block, 1, true)
    );
    assert!(found.mine);
    assert_eq!(found.response, Response::Accepted);
}

#[test]
fn only_me_invited_is_a_block() {
    let mut focus = event("Focus");
    focus.attendees = vec![attendee(ME)];
    focus.organizer = Some(Person::new(ME, None));
    let found = classified(focus);
    assert_eq!(
        (found.shape, found.people, found.mine),
        (Shape::Block, 1, true)
    );
}

#[test]
fn where_i_am_not_listed_i_am_added() {
    let mut meeting = event("Sync");
    meeting.attendees = OTHERS[..2].iter().map(|a| attendee(a)).collect();
    assert_eq!(classified(meeting).people, 3);
}

#[test]
fn where_me_is_unknown_i_am_added() {
    let classifier = Classifier::learn(&[], &Me::default(), &calendars(), ZONE);
    let mut meeting = event("Sync");
    meeting.attendees = OTHERS[..2].iter().map(|a| attendee(a)).collect();
    let found = classified_by(&classifier, meeting, 30);
    assert_eq!((found.shape, found.people), (Shape::Meeting, 3));
}

#[test]
fn without_attendees_the_title_tells() {
    for (title, people) in [
        ("1:1 Ana", 2),
        ("Ana <> Tom", 2),
        ("Coffee with Dana", 2),
        ("Weekly sync", 3),
        ("Design review", 3),
        ("Team lunch", 3),
        ("Data <> Platform", 3),
    ] {
        let found = classified(bare(title));
        assert_eq!(
            (found.shape, found.people, found.people_known),
            (Shape::Meeting, people, false),
            "{title}"
        );
    }
    for title in [
        "Focus",
        "Read RFC-12",
        "Prep for team meeting",
        "Dentist",
        "Lunch",
        "No meetings",
    ] {
        let found = classified(bare(title));
        assert_eq!((found.shape, found.people), (Shape::Block, 1), "{title}");
    }
}

#[test]
fn what_hidden_people_leave_open_stays_open() {
    for title in ["Ledger", "", "Busy", "Occupé"] {
        let found = classified(bare(title));
        assert_eq!(
            (found.shape, found.people_told()),
            (Shape::Unknown, None),
            "{title}"
        );
        assert!(!found.organizer_known && !found.mine, "{title}");
        assert_eq!(found.response, Response::Unknown, "{title}");
    }
    // A title that reads as two people's is a meeting of two; one that reads as a meeting has nobody knows how many.
    assert_eq!(classified(bare("Ana <> Tom")).people_told(), Some(2));
    assert_eq!(classified(bare("Weekly sync")).people_told(), None);
    // What reads as done alone is mine.
    let focus = classified(bare("Focus"));
    assert!(focus.mine && focus.organizer_known && focus.people_told().is_none());
}

#[test]
fn an_hour_without_a_title_and_people_has_no_category() {
    for title in ["", "Busy", "Tentative", "Mit Vorbehalt"] {
        let found = classified(bare(title)).classification;
        assert_eq!(found.told(), None, "{title}");
    }
    // A place, a tag, or people tell something.
    let mut in_a_room = bare("Busy");
    in_a_room.location = "Room 4".to_owned();
    assert!(classified(in_a_room).classification.told().is_some());
    assert!(
        classified(bare("Busy #deep"))
            .classification
            .told()
            .is_some()
    );
    assert!(
        classified(with(event("Busy"), &TEAM))
            .classification
            .told()
            .is_some()
    );
    assert!(
        classified(event("Busy")).classification.told().is_some(),
        "my own placeholder"
    );
}

#[test]
fn a_calendar_that_names_a_few_by_accident_hides_the_rest() {
    let mut events: Vec<Event> = [
        "Taxonomy working group",
        "Steering meeting",
        "Weekly sync",
        "Design review",
    ]
    .map(event)
    .into();
    events.push(with(event("Board meeting"), &TEAM));
    let learn = |events: &[Event]| {
        let events: Vec<Arc<Event>> = events.iter().cloned().map(Arc::new).collect();
        Classifier::learn(&events, &calendar::me(), &calendars(), ZONE)
    };
    let shape = |events: &[Event]| classified_by(&learn(events), event("Design review"), 60).shape;
    assert_eq!(shape(&events), Shape::Meeting, "one of three names people");
    // The owner in every event, as free/busy addresses have it, is nobody else.
    let mut only_me = event("Design review");
    only_me.attendees = vec![attendee(ME)];
    assert_eq!(shape(&[only_me]), Shape::Meeting);
    // In somebody's own export a review without anybody is read alone.
    let own = [
        with(event("Board meeting"), &TEAM),
        with(event("Weekly sync"), &TEAM),
    ];
    assert_eq!(shape(&own), Shape::Block);
}

#[test]
fn a_conference_link_makes_a_meeting() {
    let mut call = bare("Falcon");
    call.conference = Some("https://meet.example/abc".to_owned());
    assert_eq!(classified(call).shape, Shape::Meeting);
    let mut call = bare("Falcon");
    call.location = "https://acme.zoom.us/j/1".to_owned();
    assert_eq!(classified(call).shape, Shape::Meeting);
}

#[test]
fn what_words_mean_alone_hides_no_meeting_where_nobody_is_named() {
    let joined = |title: &str| {
        let mut call = bare(title);
        call.conference = Some("https://meet.example/abc".to_owned());
        classified(call).shape
    };
    for title in [
        "CDM Structured Products Working Group",
        "Software Security Supply Chain - DevOps Automation",
        "CDM Technology Architecture Working Group",
        "Zenith Brain Trust - Emerging Technologies SIG",
        "Automated Change Deployment - DevOps Automation",
        "Coding Standards Working Group",
    ] {
        assert_eq!(joined(title), Shape::Meeting, "{title}");
    }
    let written = |title: &str| classified(bare(title)).shape;
    assert_eq!(written("DevOps Automation SIG"), Shape::Meeting);
    // Words for what one does alone do say so, with a link or without.
    for title in ["Focus time", "Read ADR-12 and comment", "Draft the roadmap"] {
        assert_eq!(written(title), Shape::Block, "{title}");
        assert_eq!(joined(title), Shape::Block, "{title}");
    }
}

#[test]
fn where_others_are_named_elsewhere_weak_words_make_no_meeting() {
    assert_eq!(classified(event("Design review")).shape, Shape::Block);
    assert_eq!(classified(event("Team standup")).shape, Shape::Meeting);
}

#[test]
fn blocks_are_judged_by_their_length() {
    let classifier = learnt();
    let long = classified_by(&classifier, event("Falcon"), 45);
    let short = classified_by(&classifier, event("Falcon"), 44);
    assert_eq!(long.category(), Category::DeepWork);
    // What is shorter may be other work or private: nothing tells, but it is no deep work.
    assert_ne!(short.category(), Category::DeepWork);
    let series = recurring(event("Falcon"), "FREQ=WEEKLY", span(30));
    assert_ne!(
        classifier.classify(&series).category,
        Category::DeepWork,
        "a series knows its length"
    );
    assert_eq!(
        classified_by(&classifier, series, 120).category(),
        Category::DeepWork,
        "an instance made longer"
    );
}

#[test]
fn instances_of_a_series_share_their_classification() {
    let classifier = learnt();
    let series = Arc::new(recurring(
        with(event("Standup"), &TEAM),
        "FREQ=DAILY",
        span(15),
    ));
    let occurrence = |day: i64| Occurrence {
        event: Arc::clone(&series),
        recurrence_id: None,
        span: Span::Timed {
            start: DateTime::UNIX_EPOCH + TimeDelta::days(day),
            end: DateTime::UNIX_EPOCH + TimeDelta::days(day) + TimeDelta::minutes(15),
        },
    };
    let judgement = classifier.judge(&occurrence(0));
    let (first, second) = (judgement.on(occurrence(0)), judgement.on(occurrence(1)));
    assert!(Arc::ptr_eq(&first.classification, &second.classification));
    assert_eq!(first.people, second.people);
}
