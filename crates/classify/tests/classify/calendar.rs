//! A small company to classify in: me, my team, other teams, another company.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_classify::Classifier;
use weekwise_model::{
    Attendee, BusyStatus, Calendar, CalendarId, CalendarUserType, Event, Me, Occurrence, Person,
    Recurrence, Response, Role, Span, Stated,
};

/// The zone everything is looked at from.
pub const ZONE: Tz = Tz::Europe__Berlin;

/// My address.
pub const ME: &str = "me.myself@acme.example";

/// Four people I meet daily.
pub const TEAM: [&str; 4] = [
    "ana.silva@acme.example",
    "priya.shah@acme.example",
    "tom.berg@acme.example",
    "mei.lin@acme.example",
];

/// Colleagues of other teams.
pub const OTHERS: [&str; 5] = [
    "sam.cole@acme.example",
    "lee.park@acme.example",
    "dana.weiss@acme.example",
    "jonas.frei@acme.example",
    "lucia.gomez@acme.example",
];

/// People of another company.
pub const STRANGERS: [&str; 3] = [
    "kim@vendor.example",
    "ole@vendor.example",
    "pat@vendor.example",
];

/// The calendar with attendees, and one whose export carries none.
pub const WORK: CalendarId = CalendarId(0);
pub const BARE: CalendarId = CalendarId(1);

/// Who I am.
pub fn me() -> Me {
    Me::confirmed([ME])
}

/// The calendars.
pub fn calendars() -> Vec<Calendar> {
    ["Work", "Bare"]
        .into_iter()
        .zip([WORK, BARE])
        .map(|(name, id)| Calendar {
            category: None,
            id,
            name: name.to_owned(),
            file: format!("{name}.ics"),
            zone: None,
            color: None,
            product: None,
            stated: Stated::default(),
        })
        .collect()
}

/// A timed span on a Tuesday at ten.
pub fn span(minutes: i64) -> Span {
    let start = Utc.with_ymd_and_hms(2026, 11, 10, 9, 0, 0).unwrap();
    Span::Timed {
        start,
        end: start + TimeDelta::minutes(minutes),
    }
}

/// A whole day.
pub fn day() -> Span {
    let start = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
    Span::AllDay {
        start,
        end: start.succ_opt().unwrap(),
    }
}

/// A single event of nobody but me.
pub fn event(title: &str) -> Event {
    Event {
        uid: title.to_owned(),
        calendar: WORK,
        summary: title.to_owned(),
        ..Event::empty()
    }
}

/// Somebody invited.
pub fn attendee(address: &str) -> Attendee {
    Attendee {
        person: Person::new(address, None),
        response: Response::Accepted,
        role: Role::Required,
        kind: CalendarUserType::Individual,
    }
}

/// Invites me and these.
pub fn with(mut event: Event, others: &[&str]) -> Event {
    event.attendees = std::iter::once(ME)
        .chain(others.iter().copied())
        .map(attendee)
        .collect();
    event.organizer = others.first().map(|a| Person::new(a, None));
    event
}

/// Makes it recur.
pub fn recurring(mut event: Event, rule: &str, first: Span) -> Event {
    event.recurrence = Some(Arc::new(Recurrence {
        rules: vec![rule.to_owned()],
        first,
        endless: true,
    }));
    event
}

/// A year of work to learn from: the team's rituals, meetings with others, a vendor.
pub fn learnt() -> Classifier {
    Classifier::learn(&everything(), &me(), &calendars(), ZONE)
}

/// The events of that year.
pub fn everything() -> Vec<Arc<Event>> {
    let weekly = |title: &str, others: &[&str]| {
        recurring(with(event(title), others), "FREQ=WEEKLY", span(60))
    };
    let daily = recurring(with(event("Daily standup"), &TEAM), "FREQ=DAILY", span(15));
    let mut events = vec![
        daily,
        weekly("Retro", &TEAM),
        weekly("Sprint planning", &TEAM),
        weekly("Backend guild", &OTHERS),
        weekly("Tech leads sync", &OTHERS[..3]),
        weekly("1:1", &TEAM[..1]),
        weekly("Vendor sync", &STRANGERS),
    ];
    events.extend((0..6).map(|_| with(event("Checkout"), &OTHERS)));
    events.into_iter().map(Arc::new).collect()
}

/// An occurrence as an examples file describes it: `team`, `solo60`, `none30`…
pub fn occurrence(title: &str, who: &str) -> Occurrence {
    let digits = who.trim_start_matches(char::is_alphabetic);
    let minutes = digits.parse().unwrap_or(60);
    let many: Vec<String> = (0..24)
        .map(|n| format!("colleague{n}@acme.example"))
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let plain = event(title);
    let weekly = |event: Event| recurring(event, "FREQ=WEEKLY;BYDAY=TU", span(minutes));
    let (event, span) = match who.trim_end_matches(char::is_numeric) {
        "solo" => (plain, span(minutes)),
        "none" => (
            Event {
                calendar: BARE,
                ..plain
            },
            span(minutes),
        ),
        "pair" => (weekly(with(plain, &TEAM[1..2])), span(30)),
        "pairx" => (with(plain, &OTHERS[..1]), span(30)),
        "ext" if digits == "2" => (with(plain, &STRANGERS[..1]), span(60)),
        "ext" => (with(plain, &STRANGERS), span(60)),
        "team" => (weekly(with(plain, &TEAM)), span(60)),
        "daily" => (
            recurring(with(plain, &TEAM), "FREQ=DAILY", span(15)),
            span(15),
        ),
        "cross" => (with(plain, &OTHERS), span(60)),
        "mixed" => (
            with(plain, &[TEAM[0], TEAM[1], OTHERS[0], OTHERS[1]]),
            span(60),
        ),
        "many" => (with(plain, &many), span(60)),
        "allday" => (plain, day()),
        "oof" => (
            Event {
                busy_status: Some(BusyStatus::OutOfOffice),
                ..plain
            },
            day(),
        ),
        other => panic!("nobody knows who {other:?} is"),
    };
    Occurrence {
        event: Arc::new(event),
        recurrence_id: None,
        span,
    }
}
