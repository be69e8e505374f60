//! What is asked for is followed up at each import; and the review of a week, kept step by step.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{
    Clock, EngineError, Opened, Progress, SettingsChange, Source, StoredLibrary, write_note,
};
use weekwise_model::{
    Ask, AskRequest, AskState, Category, GuessedShare, IsoWeek, Review, ReviewProgress,
    ReviewRequest, ReviewStep, ReviewStepTaken,
};

pub fn clock(at: &str) -> Clock {
    Clock::fixed(format!("{at}T08:00:00Z").parse().unwrap())
}

/// Months of a week with far too many meetings, one of them held every `interval` weeks.
pub fn calendar(interval: u32) -> Source {
    let mut text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"
            .to_owned();
    let people = (0..7).fold(String::new(), |all, n| {
        all + &format!("ATTENDEE;PARTSTAT=ACCEPTED:mailto:person{n}@other{n}.example\r\n")
    });
    let mut add = |uid: &str, day: u32, hour: u32, length: &str, title: &str, rule: &str| {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;TZID=Europe/Berlin:202608{day:02}T{hour:02}0000\r\nDURATION:{length}\r\nRRULE:{rule}\r\nSUMMARY:{title}\r\nORGANIZER:mailto:person0@other0.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@own.example\r\n{people}END:VEVENT\r\n"
        ));
    };
    let weekly = "FREQ=WEEKLY";
    add(
        "sync",
        3,
        9,
        "PT2H",
        "Platform sync",
        &format!("{weekly};INTERVAL={interval}"),
    );
    for (at, day) in (4..8).enumerate() {
        add(
            &format!("partners{at}"),
            day,
            13,
            "PT3H",
            "Partner coordination",
            weekly,
        );
        add(
            &format!("status{at}"),
            day,
            9,
            "PT2H",
            "Vendor status sync",
            weekly,
        );
    }
    // Series without an end tell of no last day; a single event does.
    text.push_str("BEGIN:VEVENT\r\nUID:last\r\nDTSTART:20261218T090000Z\r\nDURATION:PT1H\r\nSUMMARY:Year in review\r\nEND:VEVENT\r\n");
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

pub fn import(library: &mut StoredLibrary, source: Source, clock: &Clock) -> Opened {
    library.import(source, clock, &Progress::default()).unwrap();
    library.follow_asks_of_all(clock).unwrap();
    read(library)
}

pub fn read(library: &StoredLibrary) -> Opened {
    let change = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@own.example".to_owned()]),
        ..SettingsChange::default()
    };
    library.read(&change).unwrap()
}

fn request(id: &str, state: AskState) -> AskRequest {
    AskRequest::of(id, state)
}

/// A library with the calendar, and an ask about the series “sync”, of whatever its week advises.
pub fn asked(folder: &Path, clock: &Clock) -> (StoredLibrary, String) {
    let mut library = StoredLibrary::open(folder, clock).unwrap();
    let opened = import(&mut library, calendar(1), clock);
    let week = opened.week(None, clock).unwrap();
    let mut advice = week.report.advice.advice.into_iter();
    let of_it = advice
        .find(|one| one.uid.as_deref() == Some("sync"))
        .unwrap();
    let asked = request(&of_it.id, AskState::Asked);
    library.set_ask(&opened, &asked, clock).unwrap();
    (library, of_it.id)
}

pub fn only(library: &StoredLibrary) -> Ask {
    let asks = library.said().unwrap().marks.asks;
    assert_eq!(asks.len(), 1, "{asks:?}");
    asks.into_iter().next().unwrap()
}

#[test]
fn what_was_asked_for_is_not_advised_again_and_nothing_is_planned_against_it() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let (library, id) = asked(folder.path(), &now);
    let opened = read(&library);
    let advice = opened.week(None, &now).unwrap().report.advice.advice;
    assert!(advice.iter().all(|one| one.id != id));
    let view = opened.asks(&now).unwrap();
    assert_eq!(view.asks[0].stands, "asked 1 Oct, no answer yet");
    assert_eq!((view.asked, view.agreed), (1, 0));
}

#[test]
fn the_calendar_moves_an_ask_there_and_back_and_undo_takes_back_what_it_moved() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let (mut library, _) = asked(folder.path(), &now);

    let later = clock("2026-10-08");
    let opened = import(&mut library, calendar(2), &later);
    let ask = only(&library);
    assert_eq!(ask.state, AskState::Agreed);
    let saw = ask.steps.last().unwrap().saw.clone().unwrap();
    assert_eq!(saw, "held 4 times in 8 weeks instead of 8");
    let view = opened.asks(&later).unwrap();
    assert!((view.hours_back - 1.0).abs() < 1e-9, "{}", view.hours_back);
    assert_eq!(
        view.text.as_deref(),
        Some("Asked 1, agreed 1, 1 h a week back")
    );
    let helped = view.asks[0].helped.clone().unwrap();
    assert_eq!((helped.before.weeks, helped.weeks_needed), (4, 4));
    assert_eq!(helped.text, "4 more weeks needed");

    // Five weeks on there is something to compare.
    let much_later = clock("2026-11-16");
    let helped = opened.asks(&much_later).unwrap().asks[0].helped.clone();
    let helped = helped.unwrap();
    assert_eq!((helped.weeks_needed, helped.after.weeks), (0, 4));
    assert!(
        helped.text.starts_with("4 weeks before: "),
        "{}",
        helped.text
    );
    // The file says that it always was as it is now.
    assert_eq!(helped.category, Some(Category::CrossTeam));
    assert!(
        helped.text.ends_with("; cross-team 52 % as before"),
        "{}",
        helped.text
    );

    import(&mut library, calendar(1), &much_later);
    let view = read(&library).asks(&much_later).unwrap();
    assert!(view.asks[0].came_back && view.came_back == 1);
    assert_eq!(view.asks[0].stands, "back since 16 Nov");
    assert_eq!(view.agreed, 0);

    library.undo().unwrap();
    let steps = only(&library).steps;
    assert!(
        !steps.last().unwrap().back,
        "only what was seen is taken back"
    );
}

#[test]
fn an_ask_nobody_advised_is_refused_and_what_is_gone_is_followed() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let (mut library, id) = asked(folder.path(), &now);
    let opened = read(&library);
    let none = library.set_ask(&opened, &request("halve:nothing", AskState::Asked), &now);
    assert!(matches!(none, Err(EngineError::NoSuchAdvice)));

    // What is asked for stays where its series is in no export any more.
    let empty = Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:partners0\r\nDTSTART:20261005T090000Z\r\nDURATION:PT1H\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".to_vec(),
    };
    let key = library.sources().unwrap().calendars[0].key;
    library
        .import_as(
            empty,
            weekwise_engine::Destination::Calendar(key),
            &now,
            &Progress::default(),
        )
        .unwrap();
    library.follow_asks_of_all(&now).unwrap();
    assert_eq!(only(&library).id, id);
    assert!(read(&library).asks(&now).is_ok());
}

fn taken(steps: &[ReviewStep]) -> Vec<ReviewStepTaken> {
    let taken = |step: &ReviewStep| ReviewStepTaken {
        step: *step,
        progress: ReviewProgress::Done,
    };
    steps.iter().map(taken).collect()
}

#[test]
fn every_step_of_a_review_is_kept_by_itself_and_taken_back_by_itself() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let (mut library, _) = asked(folder.path(), &now);
    let week: IsoWeek = "2026-W39".parse().unwrap();
    let opened = read(&library);
    let before = library.review(&opened, Some(week), &now).unwrap();
    assert!(before.asks_guess && before.off.is_none() && !before.review.is_begun());

    let guess = before.shares.iter().map(|share| GuessedShare {
        category: share.category,
        share: 0.2,
    });
    let guessed = Review {
        guess: guess.collect(),
        steps: taken(&[ReviewStep::Guess]),
        ..Review::default()
    };
    let said = Review {
        line: "The platform review is decided.".to_owned(),
        steps: taken(&[ReviewStep::Guess, ReviewStep::Line]),
        ..guessed.clone()
    };
    for (review, step) in [(guessed, ReviewStep::Guess), (said, ReviewStep::Line)] {
        let request = ReviewRequest { week, review, step };
        library.save_review(&request, &now).unwrap();
    }
    let library = StoredLibrary::open(folder.path(), &now).unwrap();
    let view = library.review(&read(&library), Some(week), &now).unwrap();
    assert_eq!(view.review.line, "The platform review is decided.");
    assert!(
        view.headline.starts_with("You guessed 20 % "),
        "{}",
        view.headline
    );
    assert!(view.off.unwrap().starts_with("Off by "));
    let next = library
        .review(&read(&library), Some(week.next()), &now)
        .unwrap();
    assert!(!next.asks_guess, "once in four weeks is enough");

    let mut library = library;
    library.undo().unwrap();
    let view = library.review(&read(&library), Some(week), &now).unwrap();
    assert_eq!(view.review.line, "");
    assert_eq!(view.review.guess.len(), 6);
}

#[test]
fn a_week_that_has_only_begun_is_not_looked_back_on() {
    let folder = TempDir::new().unwrap();
    let (library, _) = asked(folder.path(), &clock("2026-10-01"));
    let opened = read(&library);
    let week = |at: &str, asked: Option<IsoWeek>| {
        let view = library.review(&opened, asked, &clock(at)).unwrap();
        view.week.to_string()
    };
    for (at, expected) in [
        ("2026-09-28", "2026-W39"),
        ("2026-10-01", "2026-W39"),
        ("2026-10-02", "2026-W40"),
        ("2026-10-04", "2026-W40"),
    ] {
        assert_eq!(week(at, None), expected, "on {at}");
    }
    let running = "2026-W40".parse().unwrap();
    assert_eq!(week("2026-09-28", Some(running)), "2026-W40");
}

#[test]
fn a_folder_that_is_gone_is_said() {
    let week: IsoWeek = "2026-W39".parse().unwrap();
    let gone = TempDir::new().unwrap().path().join("notes");
    let error = write_note("# Week 39\n", week, &gone).unwrap_err();
    assert!(
        error.to_string().contains("the note cannot be written"),
        "{error}"
    );
    let folder = TempDir::new().unwrap();
    let file = write_note("# Week 39\n", week, folder.path()).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        write_note("# Week 39\n", week, folder.path()).unwrap(),
        file
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}
