//! The card that asks once who and when: what is confirmed is kept, what was left alone stays as it was, and it can be
//! taken back.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{Clock, Desk, Fetcher, InMemory, SettingsChange, Source, Subscriptions};
use weekwise_model::{Introduction, IntroductionAnswer, TimeRange};

/// A desk with a calendar that says its zone and names a person.
fn desk(folder: &Path) -> Desk {
    let clock = Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap());
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let desk = Desk::new(clock, Some(folder.to_owned()), subscriptions);
    desk.open_library(|_| {});
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nX-WR-TIMEZONE:Pacific/Auckland\r\n\
        BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261105T000000Z\r\nDURATION:PT1H\r\n\
        SUMMARY:Chat\r\nORGANIZER:mailto:me@example.org\r\nATTENDEE:mailto:me@example.org\r\n\
        ATTENDEE:mailto:kim@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    desk.open(Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: text.as_bytes().to_vec(),
    })
    .unwrap();
    desk
}

fn asked(desk: &Desk) -> Introduction {
    desk.library().unwrap().introduction.unwrap()
}

fn as_read(asked: &Introduction) -> IntroductionAnswer {
    IntroductionAnswer {
        me: asked.me.value.clone(),
        zone: asked.zone.value.clone(),
        hours: asked.hours.value,
        days: asked.days.value.clone(),
        lunch: asked.lunch.value,
        profile: asked.profile.value.clone(),
    }
}

#[test]
fn what_was_read_is_confirmed_once_and_undo_asks_again() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let read = asked(&desk);
    assert!(read.open);
    assert_eq!(read.zone.value, "Pacific/Auckland");
    let library = desk.confirm_introduction(&as_read(&read)).unwrap();
    assert!(!library.introduction.unwrap().open);
    assert!(!library.settings.me.guessed);
    assert_eq!(
        library.undo.unwrap().label,
        "Say who you are and when you work"
    );
    assert!(desk.undo().unwrap().introduction.unwrap().open);
}

#[test]
fn a_calendar_of_another_clock_says_what_the_hours_would_be_here() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let read = asked(&desk);
    // No machine of ours keeps Auckland's time; one that does has nothing to ask.
    assert_eq!(read.zone_differs, read.machine_hours.is_some());
    let zone = SettingsChange {
        zone: Some("Pacific/Auckland".to_owned()),
        ..SettingsChange::default()
    };
    let library = desk.change_settings(&zone).unwrap();
    let now = library.introduction.unwrap();
    assert!(!now.zone_differs && now.machine_hours.is_none() && now.open);
}

#[test]
fn hours_that_differ_by_day_stay_unless_they_are_changed() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let short_friday = SettingsChange {
        hours: Some("Mon-Thu 08:00-16:00; Fri 08:00-12:00".to_owned()),
        ..SettingsChange::default()
    };
    desk.change_settings(&short_friday).unwrap();
    let read = asked(&desk);
    let library = desk.confirm_introduction(&as_read(&read)).unwrap();
    let friday = |hours: &weekwise_model::WorkingHours| hours.days[4].clone();
    let noon = "12:00:00".parse().unwrap();
    assert_eq!(friday(&library.settings.hours)[0].end, noon);
    let lunch = Some(TimeRange {
        start: noon,
        end: "12:30:00".parse().unwrap(),
    });
    let changed = IntroductionAnswer {
        lunch,
        ..as_read(&read)
    };
    let library = desk.confirm_introduction(&changed).unwrap();
    assert_eq!(friday(&library.settings.hours).len(), 2);
}

#[test]
fn no_address_means_guess_again_which_is_still_to_be_confirmed() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let read = asked(&desk);
    let nobody = IntroductionAnswer {
        me: Vec::new(),
        ..as_read(&read)
    };
    // An empty list means “guess again”: with somebody to guess, that is still to be confirmed.
    let library = desk.confirm_introduction(&nobody).unwrap();
    assert!(library.introduction.unwrap().open);
}
