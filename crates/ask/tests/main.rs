//! What is asked of small calendars, and in which order.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use weekwise_ask::{Asked, Choice, Scene, Unit, open};
use weekwise_classify::{Classifier, Common};
use weekwise_ical::{Imported, Input};
use weekwise_model::{Category, Classified, Correction, Me, Scope};

/// Weekly events of an hour, one for each title; nobody is invited.
fn imported(titles: &[&str]) -> Imported {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n".to_owned();
    for (at, title) in titles.iter().enumerate() {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{at}\r\nDTSTAMP:20261001T000000Z\r\nDTSTART:202610{:02}T{:02}0000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n",
            5 + at % 5,
            8 + at / 5
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    weekwise_ical::import(vec![Input::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    }])
}

struct Calendar {
    classified: Vec<Classified>,
    minutes: Vec<i64>,
    days: Vec<i64>,
    classifier: Classifier,
}

fn calendar(titles: &[&str], corrections: &[Correction]) -> Calendar {
    let imported = imported(titles);
    let zone = Tz::UTC;
    let classifier = Classifier::learn(
        imported.events(),
        &Me::default(),
        imported.calendars(),
        zone,
    )
    .with(imported.events(), corrections, &[]);
    let from: DateTime<Utc> = "2026-10-01T00:00:00Z".parse().unwrap();
    let to: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
    let classified: Vec<Classified> = imported
        .expand(from, to, zone)
        .occurrences
        .into_iter()
        .map(|one| classifier.judge(&one).on(one))
        .collect();
    Calendar {
        minutes: vec![60; classified.len()],
        days: vec![0; classified.len()],
        classified,
        classifier,
    }
}

impl Calendar {
    fn scene(&self) -> Scene<'_> {
        Scene {
            occurrences: &self.classified,
            minutes: &self.minutes,
            day_minutes: &self.days,
            classifier: &self.classifier,
        }
    }
}

const TITLES: [&str; 5] = ["Quokka", "Quokka wrap", "Quokka numbers", "Kim", "Ravi"];

fn word(common: &Asked) -> bool {
    matches!(&common.common, Some(Common::Word(word)) if word == "quokka")
}

#[test]
fn the_same_calendar_is_asked_the_same_in_the_same_order() {
    let ids = || {
        let calendar = calendar(&TITLES, &[]);
        let open = open(&calendar.scene());
        let asked = open.in_order(100, |_| false);
        asked
            .iter()
            .map(|(asked, _)| asked.id.clone())
            .collect::<Vec<_>>()
    };
    assert!(!ids().is_empty());
    assert_eq!(ids(), ids());
}

#[test]
fn a_word_is_asked_about_once_for_all_its_titles() {
    let calendar = calendar(&TITLES, &[]);
    let open = open(&calendar.scene());
    let asked = open.all().iter().find(|asked| word(asked)).unwrap();
    assert_eq!(asked.units.len(), 3);
    assert_eq!(asked.minutes(), 3 * 4 * 60);
    let text = asked.text(&calendar.scene());
    assert!(
        text.starts_with("Titles with “Quokka”: are these all "),
        "{text}"
    );
    let last = asked.choices.last().unwrap();
    assert_eq!(last.0, Choice::Differ);
}

#[test]
fn what_one_question_settles_no_other_asks_about() {
    let calendar = calendar(&TITLES, &[]);
    let scene = calendar.scene();
    let open = open(&scene);
    let asked = open.in_order(100, |_| false);
    let all: f64 = asked.iter().map(|(_, expected)| expected).sum();
    assert!(all <= open.minutes as f64 - open.sure_minutes + 1.0);
}

#[test]
fn what_was_said_is_not_asked_about() {
    let calendar_before = calendar(&TITLES, &[]);
    let open_before = open(&calendar_before.scene());
    let asked = open_before.all().iter().find(|asked| word(asked)).unwrap();
    let but_one = |unit: &Unit| !unit.uids.contains(&"1".to_owned());
    let said = asked.corrections(
        Choice::Category(Category::Review),
        DateTime::UNIX_EPOCH,
        but_one,
    );
    assert_eq!(said.len(), 2);
    assert!(said.iter().all(|one| one.scope == Scope::Alike));
    let calendar_after = calendar(&TITLES, &said);
    let open_after = open(&calendar_after.scene());
    assert!(
        !open_after.all().iter().any(word),
        "one title alone shares no word"
    );
    let left = open_after.all().iter().flat_map(|asked| &asked.units);
    assert!(left.clone().any(|unit| unit.uids.contains(&"1".to_owned())));
    assert!(!left.clone().any(|unit| unit.uids.contains(&"0".to_owned())));
}

#[test]
fn the_guess_comes_first_and_the_likelihoods_are_those_of_one_answer() {
    let calendar = calendar(&TITLES, &[]);
    for asked in open(&calendar.scene()).all() {
        let sum: f64 = asked.choices.iter().map(|(_, likely)| likely).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{}: {sum}", asked.id);
        assert!((0.0..=1.0).contains(&asked.doubt()));
    }
}

#[test]
fn of_nothing_nothing_is_asked() {
    let calendar = calendar(&[], &[]);
    let open = open(&calendar.scene());
    assert!(open.in_order(100, |_| false).is_empty());
    assert_eq!(open.minutes, 0);
}
