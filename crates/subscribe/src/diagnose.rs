//! From what the network said to a [`Problem`], in our own words: those of libraries and servers may repeat parts of the
//! address.

use std::io;
use std::time::Duration;

use chrono::{DateTime, Utc};
use ureq::http::{HeaderMap, header};

use crate::problem::{CertificateFault, Problem, RetryAfter};
use crate::provider::Provider;

impl Problem {
    /// What a status that is neither success nor redirect means.
    pub(crate) fn of_status(status: u16, headers: &HeaderMap, host: &str) -> Self {
        let provider = Provider::of_host(host);
        match status {
            401 | 403 | 404 | 410 => Self::Expired { status, provider },
            417 => Self::OutlookRefused { status },
            400 | 500 if provider == Provider::Outlook => Self::OutlookRefused { status },
            429 | 503 => Self::Busy {
                status,
                retry_after: RetryAfter::of_headers(headers),
            },
            _ => Self::Status { status },
        }
    }

    /// Says in our words what the library found; its own may repeat parts of the address.
    pub(crate) fn of_ureq(error: &ureq::Error) -> Self {
        use ureq::Error;
        match error {
            Error::HostNotFound => Self::NameNotFound,
            Error::Timeout(_) => Self::TimedOut,
            Error::Io(error) | Error::Decompress(_, error) => Self::of_io(error),
            Error::ConnectionFailed | Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => {
                Self::NotReached
            }
            Error::Rustls(error) => Self::of_rustls(error),
            Error::Tls(_) | Error::TlsRequired => Self::Tls,
            Error::RequireHttpsOnly(_) => Self::InsecureRedirect,
            _ => Self::Garbled,
        }
    }

    pub(crate) fn of_io(error: &io::Error) -> Self {
        if let Some(inner) = error.get_ref() {
            if let Some(inner) = inner.downcast_ref::<ureq::Error>() {
                return Self::of_ureq(inner);
            }
            if let Some(inner) = inner.downcast_ref::<rustls::Error>() {
                return Self::of_rustls(inner);
            }
            if let Some(inner) = inner.downcast_ref::<io::Error>() {
                return Self::of_io(inner);
            }
        }
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::TimedOut,
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => Self::CutOff,
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Self::Garbled,
            _ => Self::NotReached,
        }
    }

    fn of_rustls(error: &rustls::Error) -> Self {
        use rustls::CertificateError as Fault;
        let rustls::Error::InvalidCertificate(fault) = error else {
            return Self::Tls;
        };
        Self::Certificate(match fault {
            Fault::Expired
            | Fault::ExpiredContext { .. }
            | Fault::NotValidYet
            | Fault::NotValidYetContext { .. } => CertificateFault::OutOfDate,
            Fault::NotValidForName | Fault::NotValidForNameContext { .. } => {
                CertificateFault::OtherHost
            }
            Fault::UnknownIssuer => CertificateFault::UnknownIssuer,
            _ => CertificateFault::Invalid,
        })
    }
}

impl RetryAfter {
    /// Seconds or a date; anything else counts as nothing.
    fn of_headers(headers: &HeaderMap) -> Option<Self> {
        let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
        if let Ok(seconds) = text.parse() {
            return Some(Self::For(Duration::from_secs(seconds)));
        }
        let date = DateTime::parse_from_rfc2822(text).ok()?;
        Some(Self::Until(date.with_timezone(&Utc)))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::google("calendar.google.com", 404, "expired", "Secret address in iCal format")]
    #[case::outlook("outlook.office365.com", 403, "expired", "Outlook on the web")]
    #[case::apple("p52-caldav.icloud.com", 410, "expired", "iCloud.com")]
    #[case::other("calendar.example", 401, "expired", "where the calendar is shared")]
    #[case::expectation("outlook.live.com", 417, "outlook_refused", "some hours")]
    #[case::outlook_error("outlook.office365.com", 500, "outlook_refused", "some hours")]
    #[case::busy("calendar.example", 503, "busy", "later")]
    #[case::broken("calendar.example", 500, "status", "500")]
    fn a_status_says_what_to_do(
        #[case] host: &str,
        #[case] status: u16,
        #[case] code: &str,
        #[case] words: &str,
    ) {
        let problem = Problem::of_status(status, &HeaderMap::new(), host);
        assert_eq!(problem.code(), code);
        let said = problem.at(host).to_string();
        assert!(said.starts_with(host) && said.contains(words), "{said}");
    }

    #[rstest]
    #[case("120", Some(RetryAfter::For(Duration::from_mins(2))))]
    #[case("Mon, 16 Nov 2026 10:00:00 GMT", Some(RetryAfter::Until("2026-11-16T10:00:00Z".parse().unwrap())))]
    #[case("soon", None)]
    #[case("-5", None)]
    fn retry_after_is_seconds_or_a_date(#[case] text: &str, #[case] expected: Option<RetryAfter>) {
        let headers = HeaderMap::from_iter([(header::RETRY_AFTER, text.parse().unwrap())]);
        let problem = Problem::of_status(429, &headers, "calendar.example");
        assert_eq!(problem.retry_after(), expected);
    }

    #[test]
    fn words_of_the_library_are_not_repeated() {
        let inner = ureq::Error::BadUri("https://h.example/s3cret".into());
        for error in [
            Problem::of_io(&io::Error::other(inner)),
            Problem::of_ureq(&ureq::Error::RequireHttpsOnly(
                "http://h.example/s3cret".into(),
            )),
            Problem::of_ureq(&ureq::Error::ConnectProxyFailed("s3cret".into())),
        ] {
            assert!(!format!("{error} {error:?}").contains("s3cret"));
        }
    }
}
