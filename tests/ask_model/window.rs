//! The same as the window asks it: of the desk, with the model of the settings.

use std::sync::atomic::AtomicBool;

use weekwise_engine::{Clock, Desk, Fetcher, InMemory, SettingsChange, Subscriptions};
use weekwise_model::{Answerer, LocalModel};

use super::stub::{Stub, answering, completion};
use super::{answers, library};

/// A desk over a library, and who keeps that on the disk.
fn desk() -> (Desk, tempfile::TempDir) {
    let place = library();
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let clock = Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap());
    let desk = Desk::new(clock, Some(place.path().join("library")), subscriptions);
    desk.open_library(|_| {});
    (desk, place)
}

fn choose(desk: &Desk, on: bool, address: &str, name: &str) -> Result<(), String> {
    let model = LocalModel {
        on,
        address: address.to_owned(),
        name: name.to_owned(),
    };
    let change = SettingsChange {
        local_model: Some(model),
        ..SettingsChange::default()
    };
    let changed = desk.change_settings(&change);
    changed.map(drop).map_err(|error| error.to_string())
}

fn said(desk: &Desk) -> usize {
    let list = desk.ask(|opened, clock| opened.questions(100, clock));
    list.unwrap().answers.len()
}

#[test]
fn a_model_is_asked_only_where_that_is_switched_on_and_it_is_on_this_computer() {
    let (desk, _place) = desk();
    let never = AtomicBool::new(false);
    let off = desk.ask_local_model(&never, &mut |_, _| ());
    assert_eq!(off.unwrap_err().code(), "bad_settings");
    let elsewhere = choose(&desk, true, "http://models.example.org", "tiny").unwrap_err();
    assert!(elsewhere.contains("is not this computer"), "{elsewhere}");
    let nameless = choose(&desk, true, "http://localhost:1", " ").unwrap_err();
    assert!(nameless.contains("what the model is called"), "{nameless}");
    assert_eq!(
        choose(&desk, false, "nonsense", ""),
        Ok(()),
        "off, nothing is asked there"
    );
}

#[test]
fn what_a_model_answers_is_shown_first_and_kept_as_one_step_under_its_name() {
    let (desk, _place) = desk();
    let stub: Stub = answering(|request| completion(&answers(request, "b")));
    choose(&desk, true, &stub.url(), "tiny").unwrap();
    let mut far = Vec::new();
    let never = AtomicBool::new(false);
    let told = desk.ask_local_model(&never, &mut |through, of| far.push((through, of)));
    let told = told.unwrap();
    assert_eq!(told.model, "tiny");
    assert!(!told.changes.is_empty(), "{told:?}");
    assert_eq!(far.last(), Some(&(told.asked, told.asked)));
    assert_eq!(said(&desk), 0, "nothing is kept yet");

    let outcome = desk.answer_by_local_model(&told.answers).unwrap();
    assert!(outcome.taken.iter().all(|answer| answer.who
        == Answerer::Assistant {
            name: "tiny".to_owned()
        }));
    assert!(said(&desk) > 0);
    desk.undo().unwrap();
    assert_eq!(said(&desk), 0, "all of it is one step");
}

#[test]
fn asking_stops_after_what_was_sent_and_what_was_answered_holds() {
    let (desk, _place) = desk();
    let stub = answering(|request| completion(&answers(request, "b")));
    choose(&desk, true, &stub.url(), "tiny").unwrap();
    let stopped = AtomicBool::new(true);
    let told = desk.ask_local_model(&stopped, &mut |_, _| ()).unwrap();
    assert_eq!(stub.heard().len(), 1);
    if told.asked > 5 {
        assert!(told.answers.len() <= 5);
        assert!(
            told.troubles
                .iter()
                .any(|said| said.starts_with("Stopped after 5"))
        );
    }
}
