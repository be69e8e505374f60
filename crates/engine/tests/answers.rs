//! Everything an answer rests on, asked and answered: of files, of the library, of the demo.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{
    Clock, Desk, Fetcher, InMemory, Opened, SettingsChange, Source, Subscriptions, read_answers,
};
use weekwise_model::{
    AnswerRequest, Answerer, Category, CorrectionRequest, Question, QuestionKind, QuestionList,
    Scope,
};

use crate::asking::asked;

/// A Thursday.
fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// A calendar in which nobody is invited: weekly events, one for each line “UID TIME TITLE”.
fn source(events: &[&str]) -> Source {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n".to_owned();
    for (day, event) in (5..).zip(events) {
        let mut parts = event.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (uid, time, title) = (part(), part(), part());
        let rule = if uid == "a" {
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=30"
        } else {
            "FREQ=WEEKLY;COUNT=6"
        };
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261001T000000Z\r\nDTSTART:202610{day:02}T{time}00Z\r\nDURATION:PT1H\r\nRRULE:{rule}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

/// Something on every weekday, so that the week is the usual one, and too little to tell hours from.
const EVENTS: [&str; 4] = ["a 0900 Quokka", "d 1200 Kim", "e 1300 Ravi", "f 1400 Lou"];

fn opened() -> Opened {
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    Opened::read(source(&EVENTS), &berlin, &clock()).unwrap()
}

fn desk(folder: &Path) -> Desk {
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let desk = Desk::new(clock(), Some(folder.to_owned()), subscriptions);
    desk.open_library(|_| {});
    desk.open(source(&EVENTS)).unwrap();
    desk
}

fn about<'l>(list: &'l QuestionList, words: &str) -> &'l Question {
    let mut questions = list.questions.iter();
    let is_it = |question: &&Question| question.text.contains(words);
    questions.find(is_it).unwrap_or_else(|| {
        let texts: Vec<&str> = list.questions.iter().map(|q| q.text.as_str()).collect();
        panic!("nothing is asked about {words}: {texts:#?}")
    })
}

fn answer(question: &Question, option: &str) -> AnswerRequest {
    AnswerRequest {
        id: question.id.clone(),
        option: option.to_owned(),
        except: Vec::new(),
    }
}

fn category_of(desk: &Desk, uid: &str) -> Option<Category> {
    let explained = desk.ask(|opened, clock| opened.explain(uid, None, clock));
    explained.unwrap().event.category
}

#[test]
fn one_answer_settles_all_titles_that_are_a_first_name() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let kim = about(&list, "“Kim”");
    assert_eq!(kim.kind, QuestionKind::Pattern);
    assert_eq!(kim.events.len(), 3);
    let outcome = desk
        .answer(&[answer(kim, "strategy")], &Answerer::Me)
        .unwrap();
    assert!(outcome.refused.is_empty());
    assert_eq!(
        outcome.library.undo.unwrap().label,
        "“Kim”, “Ravi” and “Lou” are strategy"
    );
    for uid in ["d", "e", "f"] {
        assert_eq!(category_of(&desk, uid), Some(Category::Strategy), "{uid}");
    }
    let after = asked(&desk);
    assert!((1..=after.minutes).contains(&after.sure_after_minutes));
    let again = after.questions.iter().any(|question| question.id == kim.id);
    assert!(!again, "what is settled is not asked again");
    assert_eq!(after.answers.len(), 1);
    desk.undo().unwrap();
    assert_eq!(asked(&desk), list, "undo brings everything back as it was");
}

#[test]
fn an_answer_leaves_out_what_it_is_not_about() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let but_ravi = AnswerRequest {
        except: vec!["e".to_owned()],
        ..answer(about(&list, "“Kim”"), "strategy")
    };
    let before = category_of(&desk, "e");
    assert_ne!(before, Some(Category::Strategy));
    desk.answer(&[but_ravi], &Answerer::Me).unwrap();
    assert_eq!(category_of(&desk, "d"), Some(Category::Strategy));
    let asked_still = asked(&desk)
        .questions
        .iter()
        .any(|question| question.events.iter().any(|event| event.uid == "e"));
    assert!(asked_still, "what is left out is asked about by itself");
}

#[test]
fn what_was_said_about_one_of_them_goes_on_holding() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let said = CorrectionRequest {
        uid: "e".to_owned(),
        recurrence_id: None,
        scope: Scope::Series,
        category: Some(Category::Review),
        kind: None,
    };
    desk.correct(&said).unwrap();
    let list = asked(&desk);
    desk.answer(&[answer(about(&list, "Kim"), "strategy")], &Answerer::Me)
        .unwrap();
    assert_eq!(category_of(&desk, "e"), Some(Category::Review));
}

#[test]
fn answers_of_an_assistant_are_one_step_and_are_taken_back_whenever() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let before = category_of(&desk, "d");
    let answers = [
        answer(about(&list, "“Kim”"), "strategy"),
        answer(about(&list, "lunch"), "12:00-13:00"),
    ];
    let ada = Answerer::Assistant {
        name: "Ada".to_owned(),
    };
    let outcome = desk.answer(&answers, &ada).unwrap();
    assert_eq!(outcome.taken.len(), 2);
    assert_eq!(outcome.library.undo.unwrap().label, "2 answers by “Ada”");
    let given = asked(&desk).answers;
    assert!(
        given
            .iter()
            .all(|given| given.who == ada && given.step == 1)
    );
    // Something else in between.
    let review = asked(&desk);
    let quokka = about(&review, "“Quokka”");
    desk.answer(&[answer(quokka, "one_on_one")], &Answerer::Me)
        .unwrap();
    let library = desk.take_back_answers(1).unwrap();
    assert_eq!(library.settings.hours.to_string(), "09:00-17:00");
    assert_eq!(category_of(&desk, "d"), before);
    assert_eq!(category_of(&desk, "a"), Some(Category::OneOnOne));
    assert_eq!(asked(&desk).answers.len(), 1);
}

#[test]
fn answers_that_make_no_sense_are_told_and_the_others_hold() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let kim = about(&list, "“Kim”");
    let answers = [
        answer(kim, "tea"),
        AnswerRequest {
            id: "word-00000000".to_owned(),
            ..answer(kim, "review")
        },
        AnswerRequest {
            except: vec!["nobody".to_owned()],
            ..answer(kim, "review")
        },
        answer(about(&list, "lunch"), "17:00-16:00"),
        answer(about(&list, "lunch"), "12:30-13:15"),
    ];
    let outcome = desk.answer(&answers, &Answerer::Script).unwrap();
    assert_eq!(outcome.refused.len(), 4);
    assert_eq!(outcome.taken.len(), 1);
    let hours = outcome.library.settings.hours.to_string();
    assert_eq!(hours, "09:00-12:30,13:15-17:00");
    assert_ne!(category_of(&desk, "d"), Some(Category::Review));
}

#[test]
fn hours_days_and_lunch_are_three_questions_about_one_setting() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let lunch = about(&asked(&desk), "lunch").clone();
    desk.answer(&[answer(&lunch, "12:00-13:00")], &Answerer::Me)
        .unwrap();
    let list = asked(&desk);
    let hours = about(&list, "usual working day");
    let outcome = desk
        .answer(&[answer(hours, "08:00-17:00")], &Answerer::Me)
        .unwrap();
    let hours = outcome.library.settings.hours.to_string();
    assert_eq!(hours, "08:00-12:00,13:00-17:00");
}

#[test]
fn what_is_put_off_comes_last_or_never() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let first = list.questions.first().unwrap().id.clone();
    desk.put_off_question(&first, false).unwrap();
    let after = asked(&desk);
    let last = after.questions.last().unwrap();
    assert_eq!((&last.id, last.put_off), (&first, true));
    desk.put_off_question(&first, true).unwrap();
    let after = asked(&desk);
    assert!(after.questions.iter().all(|question| question.id != first));
    assert_eq!(after.silenced, [first]);
}

#[test]
fn answers_about_files_hold_as_long_as_they_are_open() {
    let mut calendar = opened();
    let list = calendar.questions(100, &clock()).unwrap();
    let text = format!(
        "{{\"{}\": \"strategy\", \"nothing\": \"review\"}}",
        about(&list, "“Kim”").id
    );
    calendar
        .answer(&read_answers(&text).unwrap(), &clock())
        .unwrap();
    assert_eq!(calendar.refused_answers().len(), 1);
    let kim = calendar.explain("d", None, &clock()).unwrap();
    assert_eq!(kim.event.category, Some(Category::Strategy));
}

#[test]
fn what_is_said_to_change_is_what_changes() {
    let mut calendar = opened();
    let list = calendar.questions(100, &clock()).unwrap();
    let kim = about(&list, "“Kim”");
    let option = kim.options.iter().find(|option| option.id == "strategy");
    let promised = option.unwrap().shares.clone();
    let text = format!("{{\"{}\": \"strategy\"}}", kim.id);
    let days = calendar.lately(&clock());
    let before = calendar.report(&days, &clock()).unwrap().week_mix;
    let preview = calendar
        .preview_answer(&answer(kim, "strategy"), &clock())
        .unwrap();
    calendar
        .answer(&read_answers(&text).unwrap(), &clock())
        .unwrap();
    let after = calendar.report(&days, &clock()).unwrap().week_mix;
    for change in &preview.shares {
        let share = |mix: &weekwise_model::Mix| mix.of(change.category).unwrap().share;
        assert!((change.before - share(&before)).abs() < 1e-9);
        assert!((change.after - share(&after)).abs() < 1e-9);
    }
    if preview.follow.is_empty() {
        assert_eq!(promised, preview.shares);
    }
}

#[test]
fn a_calendar_without_events_says_that_there_is_nothing_to_ask_about_them() {
    let empty = Opened::read(source(&[]), &SettingsChange::default(), &clock()).unwrap();
    let list = empty.questions(10, &clock()).unwrap();
    assert!(
        list.questions
            .iter()
            .all(|question| question.events.is_empty())
    );
    assert_eq!(list.minutes, 0);
}

#[test]
fn the_demo_is_asked_too_and_forgets_what_it_is_told() {
    let folder = TempDir::new().unwrap();
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let desk = Desk::new(clock(), Some(folder.path().to_owned()), subscriptions);
    desk.open_library(|_| {});
    desk.open(Source::Demo).unwrap();
    let list = asked(&desk);
    let first = list
        .questions
        .iter()
        .find(|question| !question.events.is_empty())
        .unwrap();
    let option = first.options.get(1).unwrap().id.clone();
    desk.answer(&[answer(first, &option)], &Answerer::Me)
        .unwrap();
    assert_ne!(asked(&desk), list);
    desk.undo().unwrap();
    assert_eq!(asked(&desk), list);
}
