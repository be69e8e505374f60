//! What is one and what is two, and which days are told: asked, answered, and what hangs on it.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{
    Clock, Desk, Fetcher, InMemory, PeriodChoice, SettingsChange, Source, Subscriptions,
};
use weekwise_model::{
    AnswerRequest, Answerer, EventRow, IsoWeek, NotCounted, Question, QuestionKind, Selection,
};

use crate::asking::{asked, of_kind};

/// A Thursday.
fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// A calendar of events: UID, start, minutes, rule and title, with blanks between them; nobody is invited.
fn desk(folder: &Path, events: &[String]) -> Desk {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n".to_owned();
    for event in events {
        let parts: Vec<&str> = event.splitn(5, ' ').collect();
        let [uid, start, minutes, rule, title] = parts.as_slice() else {
            panic!("{event}")
        };
        let rule = match *rule {
            "-" => String::new(),
            rule => format!("RRULE:{rule}\r\n"),
        };
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260501T000000Z\r\nDTSTART:{start}00Z\r\nDURATION:PT{minutes}M\r\n{rule}SUMMARY:{title}\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let desk = Desk::new(clock(), Some(folder.to_owned()), subscriptions);
    desk.open_library(|_| {});
    let source = Source::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    };
    desk.open(source).unwrap();
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    desk.change_settings(&berlin).unwrap();
    desk
}

fn answer(desk: &Desk, question: &Question, option: &str) {
    let request = AnswerRequest {
        id: question.id.clone(),
        option: option.to_owned(),
        except: Vec::new(),
    };
    let outcome = desk.answer(&[request], &Answerer::Me).unwrap();
    assert!(outcome.refused.is_empty(), "{:?}", outcome.refused);
}

fn events(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_meeting_that_stands_there_twice_counts_once_if_the_user_says_so() {
    let folder = TempDir::new().unwrap();
    let lines = events(&[
        "a 20260504T0800 60 FREQ=WEEKLY Tarn review",
        "b 20260504T0800 60 FREQ=WEEKLY Tarn review",
        "c 20260505T0800 60 FREQ=WEEKLY Tarn review",
        "d 20260505T0800 60 FREQ=WEEKLY Orla planning",
    ]);
    let desk = desk(folder.path(), &lines);
    let list = asked(&desk);
    let twice = of_kind(&list, QuestionKind::Same).unwrap();
    assert_eq!(
        twice.text,
        "“Tarn review” stands in the calendar twice: is it the same meeting?"
    );
    let same = list
        .questions
        .iter()
        .filter(|q| q.kind == QuestionKind::Same);
    assert_eq!(same.count(), 1, "other titles at one time are two meetings");
    let duplicates = |desk: &Desk| {
        let week = PeriodChoice::Week("2026-W45".parse().unwrap());
        let duplicates = desk.ask(|opened, clock| {
            let rows = opened.events(&week, clock)?;
            let is_one = |row: &EventRow| row.not_counted_because == Some(NotCounted::Duplicate);
            Ok(rows.iter().filter(is_one).count())
        });
        duplicates.unwrap()
    };
    assert_eq!(duplicates(&desk), 0);
    answer(&desk, twice, "same");
    assert_eq!(duplicates(&desk), 1);
    assert!(of_kind(&asked(&desk), QuestionKind::Same).is_none());
    desk.take_back_answers(1).unwrap();
    assert_eq!((duplicates(&desk), asked(&desk)), (0, list));
}

#[test]
fn a_series_that_was_begun_anew_is_one_if_the_user_says_so() {
    let folder = TempDir::new().unwrap();
    let lines = events(&[
        "old 20260504T0800 60 FREQ=WEEKLY;UNTIL=20260728T000000Z Tarn sync",
        "new 20260804T0900 60 FREQ=WEEKLY Tarn sync",
        "beside 20260506T0900 60 FREQ=WEEKLY Orla planning",
    ]);
    let desk = desk(folder.path(), &lines);
    let list = asked(&desk);
    let anew = of_kind(&list, QuestionKind::Series).unwrap();
    assert_eq!(
        anew.text,
        "“Tarn sync” began anew on 4 August 2026: is it one series with the one before?"
    );
    let all = Selection {
        from: "2026-05-04".parse().ok(),
        to: "2026-11-08".parse().ok(),
        ..Selection::default()
    };
    let rows = |desk: &Desk| {
        let view = desk
            .ask(|opened, clock| opened.meetings(&all, clock))
            .unwrap();
        let mut rows: Vec<(String, u32)> = view
            .series
            .iter()
            .map(|row| (row.uid.clone(), row.times))
            .collect();
        rows.sort();
        rows
    };
    let row = |uid: &str, times| (uid.to_owned(), times);
    assert_eq!(
        rows(&desk),
        [row("beside", 27), row("new", 14), row("old", 13)]
    );
    answer(&desk, anew, "same");
    assert_eq!(rows(&desk), [row("beside", 27), row("old", 27)]);
    assert!(of_kind(&asked(&desk), QuestionKind::Series).is_none());
    desk.take_back_answers(1).unwrap();
    assert_eq!(rows(&desk).len(), 3);
    answer(&desk, anew, "apart");
    assert!(of_kind(&asked(&desk), QuestionKind::Series).is_none());
    assert_eq!(rows(&desk).len(), 3);
}

#[test]
fn an_export_may_tell_more_than_it_seems_to() {
    let folder = TempDir::new().unwrap();
    let mut lines = events(&["review 20241008T0800 90 FREQ=WEEKLY Design review"]);
    for day in [19, 20, 21, 22, 23, 26, 27, 28, 29, 30] {
        lines.push(format!("single{day} 202610{day}T1200 60 - Pairing"));
    }
    let desk = desk(folder.path(), &lines);
    let list = asked(&desk);
    let covers = of_kind(&list, QuestionKind::Covers).unwrap();
    assert_eq!(
        covers.text,
        "The export seems to tell of 19 October 2026 to 30 October 2026 only: count what lies outside?"
    );
    let told = |desk: &Desk| {
        let week = IsoWeek::of("2026-07-01".parse().unwrap());
        let view = desk.ask(|opened, clock| opened.week(Some(week), clock));
        view.unwrap().told
    };
    assert!(told(&desk).is_some());
    answer(&desk, covers, "all");
    assert!(told(&desk).is_none());
    desk.take_back_answers(1).unwrap();
    assert!(told(&desk).is_some());
    answer(&desk, covers, "only");
    assert!(told(&desk).is_some());
    assert!(of_kind(&asked(&desk), QuestionKind::Covers).is_none());
}
