//! Subscriptions in the library: without a network (an address nobody answers), and with a server of our own.

#[path = "../../subscribe/tests/server.rs"]
#[allow(
    dead_code,
    missing_docs,
    reason = "the server can do more than is needed here"
)]
mod server;

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use tempfile::TempDir;
use weekwise_engine::{
    Clock, Desk, EngineError, Fetcher, InMemory, Progress, Secrets as _, SettingsChange, Source,
    StoredLibrary, Subscriptions,
};
use weekwise_model::{ImportSummary, Subscription};

use server::{SECRET, Server, fetcher, limits, response, send};

fn clock() -> Clock {
    clock_after(TimeDelta::zero())
}

fn clock_after(wait: TimeDelta) -> Clock {
    let nine = "2026-11-12T09:20:00Z".parse::<chrono::DateTime<chrono::Utc>>();
    Clock::fixed(nine.unwrap() + wait)
}

fn subscriptions() -> Subscriptions {
    Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()))
}

/// Those that trust the server of the tests.
fn trusting() -> Subscriptions {
    Subscriptions::new(fetcher(limits()), Box::new(InMemory::new()))
}

fn library(folder: &Path) -> StoredLibrary {
    let mut library = StoredLibrary::open(folder, &clock()).unwrap();
    let utc = SettingsChange {
        zone: Some("UTC".to_owned()),
        ..SettingsChange::default()
    };
    library.choose(&utc, &clock()).unwrap();
    library
}

/// A calendar with one event at an hour, and what else its head says.
fn calendar(hour: u8, head: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:On-call\r\n{head}BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20261112T{hour:02}0000Z\r\nDURATION:PT1H\r\nSUMMARY:Handover\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// A server whose answer can be changed: status and headers, body.
struct Changing {
    server: Server,
    says: Arc<Mutex<(String, String)>>,
}

impl Changing {
    fn saying(head: &str, body: &str) -> Self {
        let says = Arc::new(Mutex::new((head.to_owned(), body.to_owned())));
        let now = Arc::clone(&says);
        let server = Server::start(move |_, stream| {
            let (head, body) = now.lock().unwrap().clone();
            send(stream, &response(&head, body.as_bytes()));
        });
        Self { server, says }
    }

    fn say(&self, head: &str, body: &str) {
        *self.says.lock().unwrap() = (head.to_owned(), body.to_owned());
    }

    fn address(&self) -> String {
        format!("https://localhost:{}/{SECRET}/basic.ics", self.server.port)
    }
}

fn subscribe(
    library: &mut StoredLibrary,
    address: &str,
    subscriptions: &Subscriptions,
) -> Result<Subscription, EngineError> {
    let asking = library.ask_new(address, &clock())?;
    let answered = subscriptions.fetch(asking, &AtomicBool::new(false));
    library.subscribe(address, answered, subscriptions, &clock())
}

fn refresh(
    library: &mut StoredLibrary,
    id: &str,
    subscriptions: &Subscriptions,
    clock: &Clock,
) -> Result<Option<ImportSummary>, EngineError> {
    let asking = library.ask_again(id, subscriptions, clock)?.unwrap();
    let answered = subscriptions.fetch(asking, &AtomicBool::new(false));
    library.take(answered, subscriptions, clock)
}

fn only(library: &StoredLibrary, subscriptions: &Subscriptions) -> Subscription {
    let mut all = library.subscriptions(subscriptions).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn starts(library: &StoredLibrary) -> Vec<String> {
    let opened = library.read(&SettingsChange::default()).unwrap();
    let choice = opened.everything(&clock());
    let rows = opened.events(&choice, &clock()).unwrap();
    rows.iter().map(|row| row.start).collect()
}

fn assert_nothing_holds(folder: &Path, secret: &[u8]) {
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        assert!(!bytes.windows(secret.len()).any(|part| part == secret));
    }
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
    let refused = subscribe(&mut library, address, &subscriptions);
    let Err(EngineError::Subscription(text)) = refused else {
        panic!("{refused:?}");
    };
    assert!(!text.contains("private-5f3a"), "{text}");
    assert!(library.subscriptions(&subscriptions).unwrap().is_empty());
    assert!(library.sources().unwrap().history.is_empty());
    assert_nothing_holds(folder.path(), b"private-5f3a");
}

#[test]
fn a_subscription_is_a_calendar_of_the_library_whose_address_is_kept_elsewhere() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let (server, subscriptions) = (Changing::saying("200 OK", &calendar(9, "")), trusting());
    let added = subscribe(&mut library, &server.address(), &subscriptions).unwrap();
    assert_eq!(added.host, "localhost");
    assert_eq!(added.fetched_at.as_deref(), Some("2026-11-12T09:20:00"));
    assert_eq!(added.due_at.as_deref(), Some("2026-11-12T10:20:00"));
    assert_eq!((added.problem, added.every_minutes), (None, None));
    assert_eq!(starts(&library), ["2026-11-12T09:00:00+00:00"]);
    let calendars = library.sources().unwrap().calendars;
    assert_eq!(calendars.len(), 1);
    assert_eq!(added.calendar, Some(calendars[0].key));
    assert_nothing_holds(folder.path(), SECRET.as_bytes());
    // Ending it keeps what came.
    library
        .unsubscribe(&added.id, &subscriptions, &clock())
        .unwrap();
    assert!(library.subscriptions(&subscriptions).unwrap().is_empty());
    assert_eq!(starts(&library).len(), 1);
}

#[test]
fn a_changed_calendar_is_updated_and_an_unchanged_one_is_not_sent() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let first = Changing::saying("200 OK\nETag: \"1\"", &calendar(9, ""));
    let subscriptions = trusting();
    let id = subscribe(&mut library, &first.address(), &subscriptions)
        .unwrap()
        .id;
    first.server.requests();

    first.say("304 Not Modified\nETag: \"1\"", "");
    let later = clock_after(TimeDelta::hours(2));
    assert!(
        refresh(&mut library, &id, &subscriptions, &later)
            .unwrap()
            .is_none()
    );
    assert_eq!(
        first.server.requests()[0].header("if-none-match"),
        Some("\"1\"")
    );
    let shown = only(&library, &subscriptions);
    assert_eq!(shown.fetched_at.as_deref(), Some("2026-11-12T11:20:00"));

    first.say("200 OK\nETag: \"2\"", &calendar(15, ""));
    let summary = refresh(&mut library, &id, &subscriptions, &later)
        .unwrap()
        .unwrap();
    assert_eq!(summary.calendars.len(), 1);
    assert_eq!(
        (summary.calendars[0].moved, summary.calendars[0].created),
        (1, false)
    );
    assert_eq!(starts(&library), ["2026-11-12T15:00:00+00:00"]);
    assert_eq!(library.sources().unwrap().calendars.len(), 1);
}

#[test]
fn what_went_wrong_is_told_until_it_goes_well_again() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let (server, subscriptions) = (Changing::saying("200 OK", &calendar(9, "")), trusting());
    let id = subscribe(&mut library, &server.address(), &subscriptions)
        .unwrap()
        .id;
    server.say("404 Not Found", "gone");
    let later = clock_after(TimeDelta::hours(1));
    let failed = refresh(&mut library, &id, &subscriptions, &later);
    assert!(
        matches!(failed, Err(EngineError::Subscription(_))),
        "{failed:?}"
    );
    let shown = only(&library, &subscriptions);
    let problem = shown.problem.unwrap();
    assert!(
        !problem.contains(SECRET) && problem.contains("localhost"),
        "{problem}"
    );
    assert_eq!(shown.fetched_at.as_deref(), Some("2026-11-12T09:20:00"));
    // A dead link is tried once a day.
    assert_eq!(shown.due_at.as_deref(), Some("2026-11-13T10:20:00"));
    let due = |wait| {
        let clock = clock_after(TimeDelta::hours(wait));
        library
            .due_subscriptions(&subscriptions, 0.0, &clock)
            .unwrap()
    };
    assert!(due(24).is_empty());
    assert_eq!(due(25), [id.as_str()]);
    assert_eq!(starts(&library).len(), 1, "what came before stays");

    server.say("200 OK", &calendar(10, ""));
    refresh(&mut library, &id, &subscriptions, &later).unwrap();
    assert_eq!(only(&library, &subscriptions).problem, None);
}

#[test]
fn the_calendar_says_how_often_it_wants_to_be_fetched() {
    let folder = TempDir::new().unwrap();
    let mut kept = library(folder.path());
    let wants = "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT1H\r\n";
    let server = Changing::saying("200 OK", &calendar(9, wants));
    let subscriptions = trusting();
    let added = subscribe(&mut kept, &server.address(), &subscriptions).unwrap();
    let told = |shown: &Subscription| (shown.every_minutes, shown.due_at.clone());
    assert_eq!(
        told(&added),
        (Some(720), Some("2026-11-12T21:20:00".to_owned()))
    );
    // Also after the program was started again, when nothing is known but what the library keeps.
    drop(kept);
    let mut kept = library(folder.path());
    assert_eq!(told(&only(&kept, &trusting())), told(&added));

    for (head, every, due) in [
        ("X-PUBLISHED-TTL:P1D\r\n", Some(1440), "2026-11-13T09:20:00"),
        // Never more often than every 15 minutes, never less often than once a week.
        (
            "REFRESH-INTERVAL;VALUE=DURATION:PT1M\r\n",
            Some(15),
            "2026-11-12T09:35:00",
        ),
        (
            "REFRESH-INTERVAL;VALUE=DURATION:P1000W\r\n",
            Some(10_080),
            "2026-11-19T09:20:00",
        ),
        // Nonsense is no wish.
        (
            "REFRESH-INTERVAL;VALUE=DURATION:-PT1H\r\n",
            None,
            "2026-11-12T10:20:00",
        ),
        ("REFRESH-INTERVAL:soon\r\n", None, "2026-11-12T10:20:00"),
    ] {
        server.say("200 OK", &calendar(9, head));
        refresh(&mut kept, &added.id, &subscriptions, &clock()).unwrap();
        assert_eq!(
            told(&only(&kept, &subscriptions)),
            (every, Some(due.to_owned())),
            "{head}"
        );
    }
}

#[test]
fn a_subscription_whose_address_is_lost_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let server = Changing::saying("200 OK", &calendar(9, ""));
    let id = subscribe(&mut library, &server.address(), &trusting())
        .unwrap()
        .id;
    // Another keyring, an empty one.
    let elsewhere = trusting();
    let refused = library.ask_again(&id, &elsewhere, &clock());
    assert!(matches!(refused, Err(EngineError::Subscription(_))));
    let problem = only(&library, &elsewhere).problem.unwrap();
    assert!(problem.contains("add it anew"), "{problem}");
}

#[test]
fn two_subscriptions_on_one_host_are_two_calendars() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let named = |hour| calendar(hour, "");
    let (one, other) = (
        Changing::saying("200 OK", &named(9)),
        Changing::saying("200 OK", &named(15)),
    );
    let subscriptions = trusting();
    let first = subscribe(&mut library, &one.address(), &subscriptions).unwrap();
    // The same second, on the same host, calling itself the same and with the same UID in it.
    let second = subscribe(&mut library, &other.address(), &subscriptions).unwrap();
    assert_ne!(first.calendar, second.calendar);
    let both = ["2026-11-12T09:00:00+00:00", "2026-11-12T15:00:00+00:00"];
    assert_eq!(starts(&library), both);
    let later = clock_after(TimeDelta::hours(2));
    for id in [&first.id, &second.id, &first.id] {
        refresh(&mut library, id, &subscriptions, &later).unwrap();
        assert_eq!(starts(&library), both, "a refresh swaps nothing");
    }
    // A file is never a subscription's calendar, whatever is in it.
    let source = Source::Bytes {
        name: "calendar.ics".to_owned(),
        bytes: named(9).into_bytes(),
    };
    let imported = library
        .import(source, &clock(), &Progress::default())
        .unwrap();
    assert!(imported.calendars[0].created);
    assert_eq!(library.sources().unwrap().calendars.len(), 3);
}

#[test]
fn what_is_deleted_or_replaced_leaves_no_address_behind() {
    for way in ["delete", "anew", "restore"] {
        let folder = TempDir::new().unwrap();
        let server = Changing::saying("200 OK", &calendar(9, ""));
        let kept = Arc::new(InMemory::new());
        let desk = Desk::new(
            clock(),
            Some(folder.path().to_owned()),
            Subscriptions::new(fetcher(limits()), Box::new(Arc::clone(&kept))),
        );
        desk.open_library(|_| {});
        let backup = desk.back_up().unwrap();
        let id = desk.subscribe(&server.address()).unwrap().id;
        assert!(kept.read(&id).unwrap().is_some());
        match way {
            "delete" => desk.delete_all_data(),
            "anew" => desk.start_anew(),
            _ => desk.restore_backup(&backup.name),
        }
        .unwrap();
        assert!(kept.read(&id).unwrap().is_none(), "{way}");
        assert!(desk.sources().unwrap().subscriptions.is_empty(), "{way}");
    }
}
