//! Calendars that did not change are not sent again; calendars that moved are found.

use rstest::rstest;
use weekwise_subscribe::{Fetched, Problem, Validators};

use crate::server::{
    CALENDAR, SECRET, Server, fetch_new, fetch_problem, fetch_with, fetcher, limits, response, send,
};

#[test]
fn an_unchanged_calendar_is_not_sent_again() {
    let server = Server::start(|request, stream| {
        let is_known = request.header("if-none-match") == Some("W/\"17\"");
        let head = if is_known {
            "304 Not Modified"
        } else {
            "200 OK\nContent-Type: text/calendar\nETag: W/\"17\""
        };
        let body = if is_known { "" } else { CALENDAR };
        send(stream, &response(head, body.as_bytes()));
    });
    let new = fetch_new(&server);
    assert_eq!(new.bytes, CALENDAR.as_bytes());
    assert_eq!(new.host, "localhost");
    assert_eq!(new.moved, None);
    assert_eq!(new.validators.etag.as_deref(), Some("W/\"17\""));

    let again = fetch_with(&fetcher(limits()), &server.address(), &new.validators);
    assert_eq!(again, Ok(Fetched::Unchanged { moved: None }));

    let requests = server.requests();
    let first = &requests[0];
    assert_eq!(first.target, format!("/{SECRET}/basic.ics?key={SECRET}"));
    assert!(first.header("user-agent").unwrap().contains("Weekwise/"));
    assert!(first.header("accept").unwrap().starts_with("text/calendar"));
    assert_eq!(first.header("accept-encoding"), Some("gzip"));
    assert!(first.header("if-none-match").is_none() && first.header("cookie").is_none());
}

#[test]
fn a_date_is_sent_back_as_it_came() {
    let date = "Mon, 16 Nov 2026 09:00:00 GMT";
    let server = Server::saying(
        &format!("200 OK\nLast-Modified: {date}"),
        CALENDAR.as_bytes(),
    );
    let new = fetch_new(&server);
    assert_eq!(
        new.validators,
        Validators {
            etag: None,
            last_modified: Some(date.into())
        }
    );
    fetch_with(&fetcher(limits()), &server.address(), &new.validators).unwrap();
    assert_eq!(server.requests()[1].header("if-modified-since"), Some(date));
}

#[test]
fn validators_cannot_smuggle_in_a_header() {
    let server = Server::saying("200 OK", CALENDAR.as_bytes());
    let validators = Validators {
        etag: Some("\"1\"\r\nX-Other: 1".into()),
        last_modified: None,
    };
    fetch_with(&fetcher(limits()), &server.address(), &validators).unwrap();
    let requests = server.requests();
    assert!(
        requests[0].header("x-other").is_none() && requests[0].header("if-none-match").is_none()
    );
}

#[test]
fn unchanged_without_a_question_is_no_answer() {
    let server = Server::saying("304 Not Modified", b"");
    assert_eq!(fetch_problem(&server), Problem::Status { status: 304 });
}

#[rstest]
#[case::moved_permanently("301 Moved Permanently", true)]
#[case::permanent("308 Permanent Redirect", true)]
#[case::found("302 Found", false)]
#[case::see_other("303 See Other", false)]
#[case::temporary("307 Temporary Redirect", false)]
fn a_redirect_is_followed_and_told_when_it_is_for_good(
    #[case] status: &'static str,
    #[case] is_told: bool,
) {
    let server = Server::start(move |request, stream| {
        let head = format!("{status}\nLocation: /new/{SECRET}");
        match request.target.as_str() {
            "/new/private-5f3a9c" => send(stream, &response("200 OK", CALENDAR.as_bytes())),
            _ => send(stream, &response(&head, b"<html>moved</html>")),
        }
    });
    let new = fetch_new(&server);
    assert_eq!(new.bytes, CALENDAR.as_bytes());
    let told = format!("https://localhost:{}/new/{SECRET}", server.port);
    assert_eq!(
        new.moved.as_ref().map(weekwise_subscribe::Address::reveal),
        is_told.then_some(told.as_str())
    );
}

#[test]
fn a_permanent_redirect_is_told_even_when_nothing_changed() {
    let server = Server::start(|request, stream| {
        let head = if request.target == "/new" {
            "304 Not Modified"
        } else {
            "301 Moved\nLocation: /new"
        };
        send(stream, &response(head, b""));
    });
    let validators = Validators {
        etag: Some("\"1\"".into()),
        last_modified: None,
    };
    let Ok(Fetched::Unchanged { moved }) =
        fetch_with(&fetcher(limits()), &server.address(), &validators)
    else {
        panic!("should be unchanged");
    };
    assert_eq!(
        moved.unwrap().reveal(),
        format!("https://localhost:{}/new", server.port)
    );
}

#[test]
fn what_comes_after_a_temporary_redirect_is_not_for_good() {
    let server = Server::start(|request, stream| {
        let head = match request.target.as_str() {
            "/b" => "302 Found\nLocation: /c",
            "/c" => "301 Moved\nLocation: /d",
            "/d" => return send(stream, &response("200 OK", CALENDAR.as_bytes())),
            _ => "301 Moved\nLocation: /b",
        };
        send(stream, &response(head, b""));
    });
    let moved = fetch_new(&server).moved.unwrap();
    assert!(moved.reveal().ends_with("/b"));
}
