//! What arrived: a calendar, a page to sign in, or something else.

use crate::problem::Problem;
use crate::provider::Provider;

/// A calendar begins within so many bytes; before it only a byte order mark and blank lines are usual.
const LOOKED_AT_BYTES: usize = 4096;

/// Fails unless the bytes are a whole calendar. `content_type` is a hint only, many servers send `text/plain` or worse.
pub(crate) fn check(
    bytes: &[u8],
    content_type: Option<&str>,
    provider: Provider,
) -> Result<(), Problem> {
    // Calendars in UTF-16 exist. Their reader decides.
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Ok(());
    }
    let head = bytes.get(..LOOKED_AT_BYTES).unwrap_or(bytes);
    let is_html = content_type.is_some_and(|t| {
        let t = t.to_ascii_lowercase();
        t.starts_with("text/html") || t.starts_with("application/xhtml")
    });
    let begin = position(head, b"BEGIN:VCALENDAR");
    if begin.is_none() || before_is_html(head, begin) {
        if is_html || before_is_html(head, None) {
            return Err(Problem::WebPage { provider });
        }
        return Err(Problem::NotCalendar { provider });
    }
    // A body without a length that ends early looks complete to HTTP. Half a calendar must not replace a whole one.
    let tail = bytes
        .get(bytes.len().saturating_sub(LOOKED_AT_BYTES)..)
        .unwrap_or(bytes);
    if position(tail, b"END:VCALENDAR").is_none() {
        return Err(Problem::CutOff);
    }
    Ok(())
}

/// Whether markup comes before the calendar, or before anything else where there is none.
fn before_is_html(head: &[u8], begin: Option<usize>) -> bool {
    let head = head.get(..begin.unwrap_or(head.len())).unwrap_or(head);
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|mark| position(head, mark.as_bytes()).is_some())
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::plain("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar", "calendar")]
    #[case::wrong_type(
        "BEGIN:VCALENDAR\nEND:VCALENDAR",
        "text/html; charset=utf-8",
        "calendar"
    )]
    #[case::mark(
        "\u{FEFF}\n begin:vcalendar\nend:vcalendar\n\n",
        "text/plain",
        "calendar"
    )]
    #[case::html_in_text(
        "BEGIN:VCALENDAR\nX-ALT-DESC:<html></html>\nEND:VCALENDAR",
        "text/calendar",
        "calendar"
    )]
    #[case::login("<!DOCTYPE html><title>Sign in</title>", "text/calendar", "web_page")]
    #[case::login_by_type("<div>Sign in</div>", "text/html", "web_page")]
    #[case::quoted(
        "<html><pre>BEGIN:VCALENDAR\nEND:VCALENDAR</pre>",
        "text/html",
        "web_page"
    )]
    #[case::json("{\"error\":1}", "application/json", "not_calendar")]
    #[case::nothing("", "text/calendar", "not_calendar")]
    #[case::half("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM", "text/calendar", "cut_off")]
    fn a_body_is_a_calendar_or_not(
        #[case] body: &str,
        #[case] content_type: &str,
        #[case] expected: &str,
    ) {
        let found = check(body.as_bytes(), Some(content_type), Provider::Other);
        assert_eq!(
            found.err().map_or("calendar", |problem| problem.code()),
            expected
        );
    }
}
