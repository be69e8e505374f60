//! Answers that are no calendar, each said in words that help.

use std::time::Duration;

use rstest::rstest;
use weekwise_subscribe::{CertificateFault, Problem, Provider, RetryAfter, Validators};

use crate::server::{
    CALENDAR, SECRET, Server, fetch_new, fetch_problem, fetch_with, fetcher, fetcher_of_strangers,
    limits, send,
};

#[rstest]
#[case("401 Unauthorized", "expired")]
#[case("403 Forbidden", "expired")]
#[case("404 Not Found", "expired")]
#[case("410 Gone", "expired")]
#[case("417 Expectation Failed", "outlook_refused")]
#[case("429 Too Many Requests", "busy")]
#[case("503 Service Unavailable", "busy")]
#[case("500 Internal Server Error", "status")]
#[case("204 No Content", "status")]
#[case("300 Multiple Choices", "status")]
fn every_status_has_its_words(#[case] status: &str, #[case] code: &str) {
    let server = Server::saying(&format!("{status}\nX-Where: {SECRET}"), SECRET.as_bytes());
    let problem = fetch_problem(&server);
    assert_eq!(problem.code(), code);
    assert!(problem.to_string().contains(&status[..3]));
}

#[test]
fn a_busy_server_says_when() {
    let server = Server::saying("429 Slow down\nRetry-After: 90", b"");
    let wait = RetryAfter::For(Duration::from_secs(90));
    assert_eq!(fetch_problem(&server).retry_after(), Some(wait));
    let server = Server::saying("503 Busy\nRetry-After: Mon, 16 Nov 2026 09:00:00 GMT", b"");
    let date = RetryAfter::Until("2026-11-16T09:00:00Z".parse().unwrap());
    assert_eq!(fetch_problem(&server).retry_after(), Some(date));
}

#[test]
fn a_page_to_sign_in_is_no_calendar() {
    let page = format!("\n<!DOCTYPE html><title>Sign in</title><form action='/{SECRET}'>");
    let server = Server::saying("200 OK\nContent-Type: text/html", page.as_bytes());
    assert_eq!(
        fetch_problem(&server),
        Problem::WebPage {
            provider: Provider::Other
        }
    );
    let server = Server::saying("200 OK\nContent-Type: application/json", b"{}");
    assert_eq!(
        fetch_problem(&server),
        Problem::NotCalendar {
            provider: Provider::Other
        }
    );
}

#[rstest]
#[case("text/html; charset=utf-8")]
#[case("application/octet-stream")]
#[case("nonsense")]
fn a_calendar_may_call_itself_something_else(#[case] content_type: &str) {
    let server = Server::saying(
        &format!("200 OK\nContent-Type: {content_type}"),
        CALENDAR.as_bytes(),
    );
    assert_eq!(fetch_new(&server).bytes, CALENDAR.as_bytes());
}

#[rstest]
#[case::http("http://localhost/private-5f3a9c", Problem::InsecureRedirect)]
#[case::file("file:///private-5f3a9c", Problem::BadRedirect)]
#[case::user("https://private-5f3a9c:pw@localhost/", Problem::BadRedirect)]
#[case::nonsense("https://[private-5f3a9c/", Problem::BadRedirect)]
fn a_redirect_to_an_unsafe_place_is_not_followed(
    #[case] location: &str,
    #[case] expected: Problem,
) {
    let server = Server::saying(&format!("302 Found\nLocation: {location}"), b"");
    assert_eq!(fetch_problem(&server), expected);
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_redirect_needs_an_address() {
    assert_eq!(
        fetch_problem(&Server::saying("302 Found", b"")),
        Problem::BadRedirect
    );
}

#[test]
fn redirects_in_circles_end() {
    let server = Server::saying("302 Found\nLocation: /private-5f3a9c", b"");
    assert_eq!(
        fetch_problem(&server),
        Problem::TooManyRedirects {
            provider: Provider::Other
        }
    );
    assert_eq!(server.requests().len(), limits().redirects + 1);
}

#[test]
fn a_certificate_nobody_vouches_for_is_refused_before_the_link_is_sent() {
    let server = Server::saying("200 OK", CALENDAR.as_bytes());
    let refused = fetch_with(
        &fetcher_of_strangers(),
        &server.address(),
        &Validators::default(),
    );
    assert_eq!(
        refused.unwrap_err().problem,
        Problem::Certificate(CertificateFault::UnknownIssuer)
    );
    assert!(
        server.requests().is_empty(),
        "the link was sent over a connection that is not safe"
    );
}

#[rstest]
#[case::other_host("calendar.example", None, CertificateFault::OtherHost)]
#[case::expired("localhost", Some(2001), CertificateFault::OutOfDate)]
#[case::not_yet("localhost", Some(2199), CertificateFault::OutOfDate)]
fn a_certificate_has_to_fit(
    #[case] host: &str,
    #[case] year: Option<i32>,
    #[case] fault: CertificateFault,
) {
    let server = Server::for_host(host, year, |_, stream| send(stream, b""));
    assert_eq!(fetch_problem(&server), Problem::Certificate(fault));
    assert!(server.requests().is_empty());
}

#[test]
fn the_system_does_not_trust_the_server_of_the_tests() {
    let server = Server::saying("200 OK", CALENDAR.as_bytes());
    let fetcher = weekwise_subscribe::Fetcher::with_limits(limits());
    let problem = fetch_with(&fetcher, &server.address(), &Validators::default())
        .unwrap_err()
        .problem;
    assert!(matches!(problem, Problem::Certificate(_)), "{problem:?}");
    assert!(server.requests().is_empty());
}

#[test]
fn no_host_of_this_name() {
    let address = format!("https://nobody.invalid/{SECRET}").parse().unwrap();
    let error = fetch_with(&fetcher(limits()), &address, &Validators::default()).unwrap_err();
    assert_eq!(
        (error.host.as_str(), error.problem),
        ("nobody.invalid", Problem::NameNotFound)
    );
}

#[test]
fn nobody_listens() {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let address = format!("https://localhost:{port}/{SECRET}")
        .parse()
        .unwrap();
    let error = fetch_with(&fetcher(limits()), &address, &Validators::default()).unwrap_err();
    assert_eq!(error.problem, Problem::NotReached);
}
