//! Subscriptions in the library, without a network: an address nobody answers.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use std::sync::atomic::AtomicBool;

use tempfile::TempDir;
use weekwise_engine::{Clock, EngineError, Fetcher, InMemory, StoredLibrary, Subscriptions};

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

fn subscriptions() -> Subscriptions {
    Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()))
}

#[test]
fn what_is_no_address_is_refused_in_words() {
    let folder = TempDir::new().unwrap();
    let library = StoredLibrary::open(folder.path(), &clock()).unwrap();
    for address in [
        "",
        "http://calendar.example/a.ics",
        "file:///etc/passwd",
        "calendar",
    ] {
        let refused = library.ask_new(address, &clock());
        assert!(
            matches!(&refused, Err(EngineError::Subscription(text)) if !text.is_empty()),
            "{address}"
        );
    }
}

#[test]
fn an_address_that_does_not_answer_is_not_subscribed_to_and_stays_secret() {
    let folder = TempDir::new().unwrap();
    let mut library = StoredLibrary::open(folder.path(), &clock()).unwrap();
    let subscriptions = subscriptions();
    // Nobody listens on this port of this machine.
    let address = "https://127.0.0.1:9/private-5f3a/basic.ics";
    let asking = library.ask_new(address, &clock()).unwrap();
    let answered = subscriptions.fetch(asking, &AtomicBool::new(false));
    let refused = library.subscribe(address, answered, &subscriptions, &clock());
    let Err(EngineError::Subscription(text)) = refused else {
        panic!("{refused:?}");
    };
    assert!(!text.contains("private-5f3a"), "{text}");
    assert!(library.subscriptions(&subscriptions).unwrap().is_empty());
    assert!(library.sources().unwrap().history.is_empty());
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        let secret = b"private-5f3a";
        assert!(!bytes.windows(secret.len()).any(|part| part == secret));
    }
}
