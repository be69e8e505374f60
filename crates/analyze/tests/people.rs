//! Who is met how; the lenses; the record.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Days, Utc};
use weekwise_analyze::{PeopleQuestion, evidence, lenses, people};
use weekwise_model::{
    Attendee, CalendarUserType, Category, Classified, Event, Kind, PeopleView, Period, Person,
    Place, Priority, Response, Role, Settings, Status, TeamName, TeamView,
};

use crate::support::{Build, ZONE, block, counted, day, focus, meeting, settings};

fn twelve_weeks() -> Period {
    Period::of_days(day("2026-09-07"), day("2026-09-07") + Days::new(84), ZONE)
}

fn asked(events: &[Classified], settings: &Settings) -> PeopleView {
    let question = PeopleQuestion {
        now: "2026-11-29T20:00:00Z".parse::<DateTime<Utc>>().unwrap(),
        ahead: &[],
    };
    people(&counted(events, twelve_weeks(), settings), &question).unwrap()
}

fn times(build: &Build, weeks: impl IntoIterator<Item = i64>) -> Vec<Classified> {
    weeks
        .into_iter()
        .map(|week| build.days_later(7 * week).build())
        .collect()
}

fn weekly(build: &Build) -> Vec<Classified> {
    times(build, 0..12)
}

fn talk(uid: &str, start: &str, with: &str) -> Build {
    meeting(uid, Category::OneOnOne, start)
        .minutes(30)
        .kind(Kind::OneOnOne)
        .title(uid)
        .with(&[with])
        .repeats("FREQ=WEEKLY", start)
}

#[test]
fn a_one_on_one_that_ceased_says_for_how_long() {
    let talk = talk("Ana / Sam", "2026-09-07 10:00", "ana@example.org");
    let view = asked(&times(&talk, 0..9), &settings());
    let [only] = view.one_on_ones.as_slice() else {
        panic!("{:?}", view.one_on_ones)
    };
    assert!(only.drifting);
    assert_eq!(only.text, "Every week intended; none for 4 weeks.");
}

#[test]
fn a_one_on_one_that_is_held_less_than_meant_drifts() {
    let mut events = weekly(&talk("Ana / Sam", "2026-09-07 10:00", "ana@example.org"));
    let ben = talk("Ben / Sam", "2026-09-08 10:00", "ben@example.org");
    events.extend(times(&ben, [0, 4, 8]));
    events.extend([1, 2, 3].map(|week| ben.days_later(7 * week).status(Status::Cancelled).build()));
    let view = asked(&events, &settings());
    let [first, second] = view.one_on_ones.as_slice() else {
        panic!("{:?}", view.one_on_ones)
    };
    assert_eq!(first.with.as_deref(), Some("ben@example.org"));
    assert!(first.drifting && !second.drifting);
    assert_eq!((first.held, first.skipped), (3, 3));
    assert_eq!(
        first.text,
        "Every week intended, every 4 weeks held; the last was 4 weeks ago."
    );
    // A week with a change of clocks is an hour longer.
    assert!((first.drift.unwrap() - 4.0).abs() < 0.01);
    assert_eq!(second.last, Some(day("2026-11-23")));
}

#[test]
fn mentoring_with_one_person_is_concentrated() {
    let mentoring = |uid: &str, start: &str, with: &str| {
        meeting(uid, Category::OneOnOne, start)
            .kind(Kind::Mentoring)
            .with(&[with])
            .repeats("FREQ=WEEKLY", start)
    };
    let mut events = weekly(&mentoring("a", "2026-09-07 10:00", "ana@example.org"));
    events.extend(times(
        &mentoring("b", "2026-09-08 10:00", "ben@example.org"),
        [0, 6],
    ));
    let found = asked(&events, &settings()).mentoring;
    assert_eq!((found.reach, found.hours.round()), (2, 14.0));
    assert!(found.concentrated);
    assert!((found.top_share - 12.0 / 14.0).abs() < 1e-9);
    assert_eq!(found.people[0].address, "ana@example.org");
    assert_eq!(found.people[0].times, 12);
}

const TEAM: [&str; 3] = ["a@example.org", "b@example.org", "c@example.org"];
const DATA: [&str; 3] = ["x@example.org", "y@example.org", "z@example.org"];

fn two_teams() -> Vec<Classified> {
    let standup = meeting("standup", Category::OtherWork, "2026-09-07 09:00")
        .kind(Kind::Standup)
        .title("Stand-up")
        .with(&TEAM);
    let standup = standup
        .minutes(15)
        .repeats("FREQ=WEEKLY", "2026-09-07 09:00");
    let retro = meeting("retro", Category::OtherWork, "2026-09-08 09:00")
        .kind(Kind::Retro)
        .title("Retro")
        .with(&TEAM[..2]);
    let data = meeting("data", Category::CrossTeam, "2026-09-09 09:00")
        .minutes(90)
        .title("Data platform sync")
        .with(&DATA);
    [
        standup,
        retro.repeats("FREQ=WEEKLY", "2026-09-08 09:00"),
        data.repeats("FREQ=WEEKLY", "2026-09-09 09:00"),
    ]
    .iter()
    .flat_map(weekly)
    .collect()
}

#[test]
fn people_who_are_met_together_are_a_team() {
    let view = asked(&two_teams(), &settings());
    let names: Vec<(&str, bool, usize)> = view
        .teams
        .iter()
        .map(|team| (team.suggested_name.as_str(), team.own, team.members.len()))
        .collect();
    assert_eq!(
        names,
        [("Data platform", false, 3), ("A, B and 1 other", true, 3)]
    );
    let bridges: Vec<&str> = view
        .bridges
        .iter()
        .map(|bridge| bridge.text.as_str())
        .collect();
    assert_eq!(
        bridges,
        ["“Data platform sync” is the only regular meeting with Data platform."]
    );
}

#[test]
fn a_team_is_called_as_the_directory_calls_most_of_it() {
    let named = |name: &str| {
        let event = |mut classified: Classified| {
            let mut event = Event::clone(&classified.occurrence.event);
            for attendee in &mut event.attendees {
                let address = attendee.person.address.clone();
                if TEAM.contains(&address.as_str()) {
                    attendee.person = Person::new(&address, Some(name));
                }
            }
            classified.occurrence.event = Arc::new(event);
            classified
        };
        let events: Vec<Classified> = two_teams().into_iter().map(event).collect();
        let view = asked(&events, &settings());
        let own = view.teams.into_iter().find(|team| team.own).unwrap();
        (own.suggested_name, own.members[0].name.clone())
    };
    let (team, member) = named("Okafor, Ruth (Platform)");
    assert_eq!(
        (team.as_str(), member.as_str()),
        ("Platform", "Ruth Okafor")
    );
    let (team, _) = named("Okafor, Ruth");
    assert_eq!(team, "Ruth, Ruth and 1 other", "and never “Okafor,”");
}

#[test]
fn lists_and_programs_are_no_people_of_a_team() {
    let mut events = two_teams();
    for classified in &mut events {
        let mut event = Event::clone(&classified.occurrence.event);
        let more = [
            ("everybody@example.org", CalendarUserType::Group),
            ("c_1@group.calendar.google.com", CalendarUserType::Calendar),
            ("standup-bot@example.org", CalendarUserType::Program),
        ];
        event.attendees.extend(more.map(|(address, kind)| Attendee {
            person: Person::new(address, None),
            response: Response::Accepted,
            role: Role::Required,
            kind,
        }));
        classified.occurrence.event = Arc::new(event);
    }
    let (with, without) = (
        asked(&events, &settings()),
        asked(&two_teams(), &settings()),
    );
    let members = |view: &PeopleView| -> Vec<Vec<String>> {
        let of = |team: &TeamView| team.members.iter().map(|m| m.address.clone()).collect();
        view.teams.iter().map(of).collect()
    };
    assert_eq!(members(&with), members(&without));
}

#[test]
fn a_team_keeps_its_name_while_most_of_its_people_stay() {
    let mut settings = settings();
    let id = asked(&two_teams(), &settings).teams[0].id.clone();
    settings.marks.team_names.push(TeamName {
        team: id.clone(),
        name: "Data folks".to_owned(),
    });
    let joined = meeting("data", Category::CrossTeam, "2026-09-09 09:00")
        .minutes(90)
        .with(&[DATA[0], DATA[1], DATA[2], "new@example.org"])
        .repeats("FREQ=WEEKLY", "2026-09-09 09:00");
    let view = asked(&weekly(&joined), &settings);
    assert_eq!(view.teams[0].name.as_deref(), Some("Data folks"));
    assert_eq!(view.teams[0].id, id);
    assert!(
        !id.contains('@') && !id.contains("example"),
        "an id names nobody: {id}"
    );
}

#[test]
fn companies_are_told_by_their_domain() {
    let mut events = two_teams();
    let call = meeting("call", Category::CrossTeam, "2026-09-10 15:00").with(&[
        "v@vendor.example",
        "w@vendor.example",
        "me@gmail.com",
    ]);
    events.extend(times(&call, [0, 3]));
    let view = asked(&events, &settings());
    let [company] = view.companies.as_slice() else {
        panic!("{:?}", view.companies)
    };
    assert_eq!(
        (company.domain.as_str(), company.people, company.meetings),
        ("vendor.example", 2, 2)
    );
    assert_eq!(company.last, Some(day("2026-10-01")));
}

#[test]
fn a_zone_the_user_names_shows_whose_evening_it_is() {
    let mut settings = settings();
    settings.marks.places.push(Place {
        who: "ny@example.org".to_owned(),
        zone: "America/New_York".to_owned(),
    });
    // 17:30 in Berlin is 11:30 in New York; 10:00 is 4:00.
    let late = meeting("late", Category::CrossTeam, "2026-09-09 17:30").with(&["ny@example.org"]);
    let early = meeting("early", Category::CrossTeam, "2026-09-10 10:00").with(&["ny@example.org"]);
    let view = asked(&[late.build(), early.build()], &settings);
    let [zone] = view.time_zones.as_slice() else {
        panic!("{:?}", view.time_zones)
    };
    assert_eq!((zone.zone.as_str(), zone.people), ("America/New_York", 1));
    assert_eq!(
        (
            zone.hours,
            zone.outside_theirs_hours,
            zone.outside_mine_hours
        ),
        (2.0, 1.0, 1.0)
    );
}

#[test]
fn every_lens_sorts_every_minute_once() {
    let mut events = two_teams();
    events.push(focus("focus", "2026-09-11 09:00").minutes(120).build());
    events.push(
        meeting("vision", Category::Strategy, "2026-09-11 14:00")
            .hidden_people()
            .build(),
    );
    let view = lenses(&counted(&events, twelve_weeks(), &settings())).unwrap();
    for lens in [&view.purpose, &view.scope, &view.leverage] {
        let sum: i64 = lens.iter().map(|part| part.minutes).sum();
        assert_eq!(sum, view.counted_minutes);
    }
    let minutes = |id: &str| {
        view.scope
            .iter()
            .find(|part| part.id == id)
            .unwrap()
            .minutes
    };
    assert_eq!(minutes("alone"), 120);
    assert_eq!(minutes("own_team"), 12 * 75);
    assert_eq!(minutes("other_teams"), 12 * 90);
    assert_eq!(minutes("unknown"), 60);
    assert_eq!(
        view.purpose
            .iter()
            .find(|part| part.id == "execution")
            .unwrap()
            .minutes,
        12 * 90 + 120
    );
}

#[test]
fn a_priority_gets_the_hours_its_words_mark() {
    let mut settings = settings();
    settings.marks.priorities = vec![
        Priority {
            name: "Migration".to_owned(),
            words: vec!["data platform".to_owned()],
        },
        Priority {
            name: "Hiring".to_owned(),
            words: vec!["Retro".to_owned(), "data".to_owned()],
        },
        Priority {
            name: "Nothing".to_owned(),
            words: vec!["etro".to_owned()],
        },
    ];
    let view = lenses(&counted(&two_teams(), twelve_weeks(), &settings)).unwrap();
    let minutes: Vec<i64> = view
        .priorities
        .iter()
        .map(|priority| priority.minutes)
        .collect();
    // “Data platform sync” names two priorities, which share it; a part of a word is none.
    assert_eq!(minutes, [12 * 45, 12 * 60 + 12 * 45, 0]);
    assert_eq!(view.priorities[2].text, "No time in 12 weeks.");
    assert_eq!(view.priorities[2].weeks_without.len(), 12);
    let idle: Vec<&str> = view
        .serve_none
        .iter()
        .map(|series| series.uid.as_str())
        .collect();
    assert_eq!(idle, ["standup"]);
    assert_eq!(view.unserved_minutes, 12 * 15);
}

#[test]
fn the_record_hides_titles_that_are_not_ticked() {
    let review = |uid: &str, start: &str| {
        meeting(uid, Category::Review, start)
            .kind(Kind::DesignReview)
            .title("Secret thing")
    };
    let events = [
        review("shown", "2026-09-08 09:00").mine().build(),
        review("hidden", "2026-09-09 09:00").build(),
        block("prep", Category::Review, "2026-09-09 08:00")
            .minutes(30)
            .build(),
        focus("focus", "2026-09-10 09:00").minutes(120).build(),
    ];
    let ticked = BTreeSet::from(["shown".to_owned()]);
    let record = evidence(&counted(&events, twelve_weeks(), &settings()), &ticked).unwrap();
    let reviews = &record.sections[0];
    assert_eq!(
        reviews.text,
        "2 reviews in 2 h, 1 of them led; 30 min of reading and preparing."
    );
    let titles: Vec<&str> = reviews
        .items
        .iter()
        .map(|item| item.title.as_str())
        .collect();
    assert_eq!(titles, ["Secret thing", "Other work", "Design review"]);
    let focus = record
        .sections
        .iter()
        .find(|section| section.id == "focus")
        .unwrap();
    assert_eq!(
        focus.text,
        "1 of 1 focus block kept whole: 2 h of 2 h booked."
    );
}
