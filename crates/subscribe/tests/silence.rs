//! The secret stays one: in every text that can be shown, and in a log that writes down everything.

use std::sync::{Mutex, Once};

use proptest::prelude::*;
use weekwise_subscribe::{Address, InMemory, Secrets, Validators};

use crate::server::{CALENDAR, Server, fetcher, limits, response, send};

/// A logger that writes down whatever any library says.
struct Log(Mutex<String>);

static LOG: Log = Log(Mutex::new(String::new()));

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        *self.0.lock().unwrap() += &format!("{} {}\n", record.target(), record.args());
    }

    fn flush(&self) {}
}

fn listen_to_the_log() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        log::set_logger(&LOG).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    });
}

#[test]
fn no_log_shows_the_secret() {
    listen_to_the_log();
    let key = "key-of-the-log-9b1d";
    let server = Server::start(move |request, stream| {
        let head = if request.target.ends_with("/there") {
            format!("200 OK\nETag: \"1\"\nX-Link: /{key}\nSet-Cookie: a={key}")
        } else {
            format!("301 {key}\nLocation: /{key}/there")
        };
        send(stream, &response(&head, CALENDAR.as_bytes()));
    });
    let address = format!("https://localhost:{}/{key}/a.ics?token={key}", server.port);
    let is_cancelled = std::sync::atomic::AtomicBool::new(false);
    fetcher(limits())
        .fetch(
            &address.parse().unwrap(),
            &Validators::default(),
            &is_cancelled,
            &mut |_| {},
        )
        .unwrap();
    let written = LOG.0.lock().unwrap().clone();
    assert!(
        written.contains("ureq"),
        "nothing was logged at all: {written}"
    );
    assert!(!written.contains(key), "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_outcome_shows_the_secret(key in "[a-z0-9]{12,40}", status in prop_oneof![
        Just(200_u16), Just(301), Just(401), Just(404), Just(417), Just(429), Just(500),
    ]) {
        // A server that repeats the secret wherever it can.
        let repeated = key.clone();
        let server = Server::start(move |request, stream| {
            let target = &request.target;
            let head = format!("{status} {repeated}\nLocation: http://localhost{target}\nRetry-After: {target}");
            send(stream, &response(&head, format!("<html>{target}</html>").as_bytes()));
        });
        let address: Address = format!("https://localhost:{}/{key}/a.ics?token={key}", server.port).parse().unwrap();
        let is_cancelled = std::sync::atomic::AtomicBool::new(false);
        let outcome = fetcher(limits()).fetch(&address, &Validators::default(), &is_cancelled, &mut |_| {});
        let error = outcome.unwrap_err();
        let secrets = InMemory::new();
        secrets.keep("1", &address).unwrap();
        prop_assert!(secrets.read("1").unwrap().as_ref() == Some(&address));
        let shown = format!("{error} {error:?} {error:#?} {address} {address:?} {secrets:?}");
        prop_assert!(!shown.contains(&key), "{}", shown);
        secrets.forget("1").unwrap();
        prop_assert_eq!(secrets.read("1"), Ok(None));
    }
}
