//! A month, a quarter or a year looked back on: what is said, what is not claimed, and what others may read of it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use tempfile::TempDir;
use weekwise_engine::{
    Clock, Opened, Progress, Reviews, Said, SettingsChange, Source, StoredLibrary,
};
use weekwise_model::{
    Ask, AskState, AskStep, Category, EvidenceRequest, GuessedShare, LookBack, Marks, NamedPeriod,
    Review, ReviewRequest, ReviewStep, Season, Stretch, UnusualWeek, WeekStanding,
};

fn clock(at: &str) -> Clock {
    Clock::fixed(format!("{at}T17:00:00Z").parse().unwrap())
}

fn days(name: &str) -> Stretch {
    name.parse::<NamedPeriod>().unwrap().days()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Weekdays of some weeks with a meeting of three and a focus block, all of them single events.
struct Calendar(String);

impl Calendar {
    fn new() -> Self {
        Self("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nX-WR-TIMEZONE:Europe/Berlin\r\n".to_owned())
    }

    fn event(mut self, uid: &str, at: &str, length: &str, title: &str, more: &str) -> Self {
        let _ = write!(
            self.0,
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:{at}\r\nDURATION:{length}\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\n"
        );
        self
    }

    fn meeting(self, uid: &str, at: &str, title: &str, more: &str) -> Self {
        let people = "ORGANIZER:mailto:ann@own.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@own.example\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Ann Arbor:mailto:ann@own.example\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Lind:mailto:bo@own.example\r\n";
        self.event(uid, at, "PT1H", title, &format!("{people}{more}"))
    }

    /// So many weeks from a Monday on, with work of different titles every day.
    fn weeks(mut self, monday: &str, weeks: u64) -> Self {
        for at in 0..weeks * 7 {
            let date = day(monday) + Days::new(at);
            if at % 7 > 4 {
                continue;
            }
            let name = date.format("%Y%m%d");
            self = self
                .meeting(
                    &format!("m{name}"),
                    &format!("{name}T100000"),
                    &format!("Design review: part {at}"),
                    "",
                )
                .event(
                    &format!("f{name}"),
                    &format!("{name}T140000"),
                    "PT3H",
                    &format!("Prototype {at}"),
                    "",
                );
        }
        self
    }

    fn opened(&self, now: &Clock) -> Opened {
        Opened::read(self.source(), &change(), now).unwrap()
    }

    fn source(&self) -> Source {
        Source::Bytes {
            name: "work.ics".to_owned(),
            bytes: format!("{}END:VCALENDAR\r\n", self.0).into_bytes(),
        }
    }
}

fn change() -> SettingsChange {
    SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@own.example".to_owned()]),
        ..SettingsChange::default()
    }
}

fn looked(opened: &Opened, name: &str, now: &Clock) -> LookBack {
    opened.look_back(days(name), &Reviews::new(), now).unwrap()
}

fn demo() -> (Opened, Clock) {
    let now = Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap());
    let change = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    (Opened::read(Source::Demo, &change, &now).unwrap(), now)
}

#[test]
fn figures_are_those_of_the_other_screens() {
    let (opened, now) = demo();
    let quarter = looked(&opened, "2026-Q3", &now);
    assert_eq!(quarter.title, "How I spent the third quarter of 2026");
    let selection = weekwise_model::Selection {
        from: Some(quarter.from),
        to: Some(quarter.to),
        ..weekwise_model::Selection::default()
    };
    let figures = opened.figures(&selection, &now).unwrap();
    assert_eq!(quarter.mix.as_ref(), Some(&figures.mix));
    let told = quarter.days.unwrap();
    assert!((told.load - figures.metrics.meeting_load).abs() < 1e-9);
    assert_eq!(
        told.mornings as usize,
        figures.metrics.protected_mornings.len()
    );
    let evidence = opened.own_evidence(&selection, &now).unwrap();
    let sentences = |sections: &[weekwise_model::EvidenceSection]| -> Vec<String> {
        sections.iter().map(|one| one.text.clone()).collect()
    };
    assert_eq!(sentences(&quarter.record), sentences(&evidence.sections));
    assert_eq!(quarter.people.mentored, evidence.mentored);
    let people = opened.people(&selection, &now).unwrap();
    assert_eq!(quarter.people.met, people.met);
    assert!(people.met > 10, "{}", people.met);
    let trends = opened
        .trends(&selection, weekwise_model::Grain::Week, None, &now)
        .unwrap();
    // A week of July and one of September reach beyond the quarter; each belongs where its middle day lies.
    let whole = trends.periods.iter().filter(|week| !week.partial);
    for week in whole {
        let same = quarter.weeks.iter().find(|one| one.from == week.from);
        let same = same.unwrap();
        assert!((same.hours_to_move - week.hours_to_move).abs() < 1e-9);
    }
    assert_eq!(quarter.weeks.len(), 13);
    assert_eq!(looked(&opened, "2026-Q3", &now), quarter, "the same again");
}

#[test]
fn nothing_is_claimed_of_days_that_are_not_told() {
    let now = clock("2026-03-20");
    let opened = Calendar::new().weeks("2026-02-02", 3).opened(&now);
    for (name, said) in [
        (
            "2025",
            "The export tells nothing of 2025: it tells of 2–20 Feb 2026.",
        ),
        ("2027-Q1", "The first quarter of 2027 is still to come."),
    ] {
        let blank = looked(&opened, name, &now);
        assert_eq!(blank.headline, said);
        assert!(blank.mix.is_none() && blank.weeks.is_empty() && blank.record.is_empty());
        assert_eq!((blank.told, blank.series_text.as_str()), (None, ""));
    }
}

#[test]
fn three_weeks_of_a_quarter_are_told_as_three_weeks() {
    let now = clock("2026-03-20");
    let opened = Calendar::new().weeks("2026-02-02", 3).opened(&now);
    let quarter = looked(&opened, "2026-Q1", &now);
    let told = Stretch {
        from: day("2026-02-02"),
        to: day("2026-02-22"),
    };
    assert_eq!(quarter.told, Some(told));
    assert_eq!(quarter.weeks.len(), 3);
    assert_eq!(quarter.middle.unwrap().weeks, 3);
    assert!(
        quarter.lead.contains("on the 21 of 79 days that are told"),
        "{}",
        quarter.lead
    );
    assert!(
        quarter.notes[0].starts_with("The calendar tells 2–22 Feb 2026, 21 of 79 days."),
        "{:?}",
        quarter.notes
    );

    // Two weeks have no middle one worth the name, and that is said.
    let short = Calendar::new().weeks("2026-02-09", 2).opened(&now);
    let month = looked(&short, "2026-02", &now);
    assert!(month.middle.is_none() && month.mix.is_some());
    assert!(month.headline.ends_with("deep work"), "{}", month.headline);
    let note = month.notes.iter().find(|note| note.contains("too few"));
    assert!(
        note.is_some_and(|note| note.starts_with("Only 2 ordinary weeks are told")),
        "{:?}",
        month.notes
    );
}

#[test]
fn an_empty_year_between_two_others_is_not_all_focus() {
    let now = clock("2026-06-01");
    let opened = Calendar::new()
        .weeks("2024-02-05", 4)
        .weeks("2026-02-02", 4)
        .opened(&now);
    let year = looked(&opened, "2025", &now);
    assert_eq!(year.headline, "Nothing is booked in 2025.");
    assert!(year.mix.is_none() && year.middle.is_none());
    assert!(
        year.weeks
            .iter()
            .all(|week| week.standing == WeekStanding::Sparse)
    );
}

/// Half a year of work, and series in it: one that begins, one that ends, one that goes on without me, one for three days.
fn half_a_year() -> Calendar {
    let until = |day: &str| format!("RRULE:FREQ=WEEKLY;UNTIL={day}T220000Z\r\n");
    let declined = |at: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:left\r\nDTSTAMP:20260101T000000Z\r\nRECURRENCE-ID;TZID=Europe/Berlin:{at}\r\nDTSTART;TZID=Europe/Berlin:{at}\r\nDURATION:PT1H\r\nSUMMARY:Vendor status sync\r\nORGANIZER:mailto:ann@own.example\r\nATTENDEE;PARTSTAT=DECLINED:mailto:me@own.example\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Ann Arbor:mailto:ann@own.example\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Lind:mailto:bo@own.example\r\nEND:VEVENT\r\n"
        )
    };
    let mut calendar = Calendar::new()
        .weeks("2026-01-05", 26)
        .meeting("old", "20260106T090000", "Old guild", &until("20260630"))
        .meeting("new", "20260414T120000", "New guild", &until("20260630"))
        .meeting(
            "over",
            "20260107T090000",
            "Steering board",
            &until("20260429"),
        )
        .meeting(
            "left",
            "20260108T120000",
            "Vendor status sync",
            &until("20260630"),
        )
        .meeting(
            "release",
            "20260504T120000",
            "Release week",
            "RRULE:FREQ=DAILY;COUNT=3\r\n",
        );
    for week in 18..25 {
        let at = (day("2026-01-08") + Days::new(7 * week)).format("%Y%m%dT120000");
        calendar.0.push_str(&declined(&at.to_string()));
    }
    calendar
}

#[test]
fn a_series_began_or_ended_only_where_the_other_side_is_told() {
    let now = clock("2026-07-10");
    let opened = half_a_year().opened(&now);
    let uids = |all: &[weekwise_model::LookBackSeries]| -> Vec<String> {
        all.iter().map(|one| one.uid.clone()).collect()
    };
    let second = looked(&opened, "2026-Q2", &now);
    assert_eq!(uids(&second.began), ["new"], "a release is no series");
    assert_eq!(second.began[0].day, day("2026-04-14"));
    assert!((second.began[0].hours_per_week - 1.0).abs() < 0.1);
    assert!(
        uids(&second.ended).contains(&"over".to_owned()),
        "{:?}",
        second.ended
    );
    assert_eq!(uids(&second.left), ["left"]);
    assert!(
        second.series_text.starts_with("1 series began, +1"),
        "{}",
        second.series_text
    );
    // The first weeks of the export say nothing of what was before them.
    let first = looked(&opened, "2026-Q1", &now);
    assert!(first.began.is_empty() && first.ended.is_empty());
    assert_eq!(
        first.series_text,
        "No series is known to have begun or ended."
    );
    assert!(
        first
            .notes
            .iter()
            .any(|note| note.contains("cannot be said"))
    );
}

fn marked() -> Said {
    let season = |name: &str, from: &str, to: &str| Season {
        name: name.to_owned(),
        from: day(from),
        to: day(to),
    };
    let step = |at: &str, state: AskState| AskStep {
        at: format!("{at}T08:00:00Z").parse().unwrap(),
        state,
        saw: None,
        back: false,
    };
    let ask = |uid: &str, title: &str, at: &str, state: AskState| Ask {
        uid: Some(uid.to_owned()),
        text: format!("Make “{title}” fortnightly"),
        state,
        note: "between us".to_owned(),
        steps: vec![step(at, AskState::Asked), step(at, state)],
        ..Ask::put_aside(format!("halve:{uid}"))
    };
    Said {
        marks: Marks {
            seasons: vec![
                season("Launch", "2026-05-04", "2026-05-31"),
                season("Long ago", "2024-01-01", "2024-02-01"),
                season("Cover", "2026-06-15", "2026-09-30"),
            ],
            unusual_weeks: vec![UnusualWeek {
                week: "2026-W20".parse().unwrap(),
                why: "an incident of Ann’s".to_owned(),
            }],
            asks: vec![
                ask("old", "Old guild", "2026-05-05", AskState::Agreed),
                ask("new", "New guild", "2026-05-06", AskState::Refused),
                ask("over", "Steering board", "2026-01-20", AskState::Agreed),
            ],
            ..Marks::default()
        },
        ..Said::default()
    }
}

#[test]
fn seasons_stand_beside_the_whole_and_asks_of_other_days_stay_away() {
    let now = clock("2026-07-10");
    let mut opened = half_a_year().opened(&now);
    opened.hear(marked());
    let quarter = looked(&opened, "2026-Q2", &now);
    let names: Vec<&str> = quarter
        .seasons
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Launch", "Cover"]);
    let (launch, cover) = (&quarter.seasons[0], &quarter.seasons[1]);
    assert_eq!(launch.middle.unwrap().weeks, 3, "one of four was unusual");
    assert!(cover.middle.is_none() && cover.mix.is_some());
    assert_eq!(
        cover.told.unwrap().to,
        day("2026-06-30"),
        "as far as the quarter goes"
    );
    let alone = opened
        .look_back(
            Stretch {
                from: launch.from,
                to: launch.to,
            },
            &Reviews::new(),
            &now,
        )
        .unwrap();
    assert_eq!(launch.mix, alone.mix, "as if it were asked for by itself");
    assert!(
        quarter
            .weeks_text
            .contains("Marked as unusual: week 20 (“an incident of Ann’s”)"),
        "{}",
        quarter.weeks_text
    );
    assert_eq!(quarter.asks.asks.len(), 2);
    assert_eq!(quarter.asks.text.as_deref(), Some("Asked 2, agreed 1"));
}

#[test]
fn others_read_only_what_is_ticked_named_and_released() {
    let now = clock("2026-07-10");
    let mut opened = half_a_year().opened(&now);
    opened.hear(marked());
    let mut reviews = Reviews::new();
    for (week, line, quoted) in [
        ("2026-W18", "Told Bo the truth.", false),
        ("2026-W19", "The board is over.", true),
    ] {
        let review = Review {
            line: line.to_owned(),
            quoted,
            ..Review::default()
        };
        reviews.insert(week.parse().unwrap(), review);
    }
    let request = |ticked: &[&str], names| EvidenceRequest {
        from: days("2026-Q2").from,
        to: days("2026-Q2").to,
        ticked: ticked
            .iter()
            .map(|uid| (*uid).to_owned())
            .collect::<BTreeSet<_>>(),
        names,
    };
    let shared = |ticked: &[&str], names| {
        let answer = opened
            .look_back_to_share(&request(ticked, names), &reviews, &now)
            .unwrap();
        serde_json::to_string(&answer).unwrap()
    };
    let bare = shared(&[], false);
    for secret in [
        "guild",
        "Steering",
        "Vendor",
        "Ann",
        "Bo",
        "@",
        "truth",
        "between us",
        "incident",
    ] {
        assert!(!bare.contains(secret), "{secret}: {bare}");
    }
    assert!(bare.contains("The board is over.") && bare.contains("Launch"));
    assert!(bare.contains("1 line of its reviews may not be quoted."));
    let ticked = shared(&["old"], false);
    assert!(ticked.contains("Make “Old guild” fortnightly"), "{ticked}");
    assert!(!ticked.contains("New guild") && !ticked.contains("Ann"));
    let began = shared(&["new"], true);
    assert!(began.contains("\"title\":\"New guild\""), "{began}");
    let own = opened.look_back(days("2026-Q2"), &reviews, &now).unwrap();
    assert_eq!(own.lines.len(), 2, "I read all of them");
}

#[test]
fn guesses_and_lines_come_from_the_reviews_of_the_library() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-07-10");
    let mut library = StoredLibrary::open(folder.path(), &now).unwrap();
    library
        .import(half_a_year().source(), &now, &Progress::default())
        .unwrap();
    let opened = library.read(&change()).unwrap();
    let guess = |share| {
        vec![GuessedShare {
            category: Category::DeepWork,
            share,
        }]
    };
    for (week, guess, line) in [
        ("2026-W15", guess(0.1), "First"),
        ("2026-W19", guess(0.1), "Second"),
        ("2026-W02", guess(0.9), "Of another quarter"),
    ] {
        let review = Review {
            guess,
            line: line.to_owned(),
            ..Review::default()
        };
        let request = ReviewRequest {
            week: week.parse().unwrap(),
            review,
            step: ReviewStep::Line,
        };
        library.save_review(&request, &now).unwrap();
    }
    let quarter = library.look_back(&opened, days("2026-Q2"), &now).unwrap();
    let lines: Vec<&str> = quarter.lines.iter().map(|one| one.line.as_str()).collect();
    assert_eq!(lines, ["First", "Second"]);
    let guesses = quarter.guesses.unwrap();
    assert_eq!((guesses.weeks, guesses.off.len()), (2, 1));
    let off = guesses.off[0];
    assert!(off.points < -3.0 && (off.points - (0.1 - off.was) * 100.0).abs() < 1e-9);
    assert!(
        guesses.text.starts_with("Deep work was guessed")
            && guesses.text.ends_with("too low: the mean of 2 guesses."),
        "{}",
        guesses.text
    );
}
