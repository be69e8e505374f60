//! What can go wrong on the way to a calendar, in words that say what to do. Nothing in here repeats what came from
//! outside: an address, a header or a page may contain the secret.

use std::io;
use std::time::Duration;

use chrono::{DateTime, Utc};
use thiserror::Error;
use ureq::http::{HeaderMap, header};

use crate::provider::Provider;

/// A calendar could not be fetched. Nothing of it was kept; what was there before still holds.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{host}: {problem}")]
pub struct FetchError {
    /// The host that was asked last; after a redirect not the one of the address.
    pub host: String,
    /// What was wrong.
    pub problem: Problem,
}

/// When a server wants to be asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// After this long.
    For(Duration),
    /// Not before.
    Until(DateTime<Utc>),
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CertificateFault {
    /// Its time is over, or has not begun.
    #[error("it is out of date (or the clock of this computer is wrong)")]
    OutOfDate,
    /// It was made for another host.
    #[error("it belongs to another host")]
    OtherHost,
    /// Nobody trusted has signed it.
    #[error(
        "it is signed by nobody this computer trusts; a company's own authority has to be added to the system"
    )]
    UnknownIssuer,
    /// Called back, broken or otherwise unfit.
    #[error("it is not valid")]
    Invalid,
}

/// Why a calendar could not be fetched.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// Somebody asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The name could not be resolved.
    #[error("there is no host of this name; check the address, or whether this computer is online")]
    NameNotFound,
    /// No connection to the host.
    #[error("could not be reached; check whether this computer is online")]
    NotReached,
    /// The certificate is not good, so nothing was sent.
    #[error("the connection is not safe, so the link was not sent. The certificate: {0}")]
    Certificate(CertificateFault),
    /// No common encryption.
    #[error("no safe connection could be agreed on, so the link was not sent")]
    Tls,
    /// Too slow.
    #[error("took too long to answer; it will be tried again later")]
    TimedOut,
    /// 401, 403, 404, 410: the link is good for nothing any more.
    #[error("the secret link has expired or was reset ({status}): {}", provider.advice())]
    Expired {
        /// The status of HTTP.
        status: u16,
        /// Who serves the calendar.
        provider: Provider,
    },
    /// 400, 417 or 500 of Outlook: it does not hand this calendar to programs at the moment.
    #[error(
        "Outlook does not hand out this calendar ({status}). It often does again after some hours; if not, {}",
        Provider::Outlook.advice()
    )]
    OutlookRefused {
        /// The status of HTTP.
        status: u16,
    },
    /// 429 or 503: asked too often, or at a bad time.
    #[error("is busy or was asked too often ({status}); it will be tried again later")]
    Busy {
        /// The status of HTTP.
        status: u16,
        /// When the server wants to be asked again.
        retry_after: Option<RetryAfter>,
    },
    /// Any other status.
    #[error("answered with status {status} instead of a calendar")]
    Status {
        /// The status of HTTP.
        status: u16,
    },
    /// The redirects do not end.
    #[error("passes the request on in circles; {}", provider.advice())]
    TooManyRedirects {
        /// Who serves the calendar.
        provider: Provider,
    },
    /// A redirect to an address that is not encrypted.
    #[error("passes the request on to an address that is not encrypted, so it was not followed")]
    InsecureRedirect,
    /// A redirect that leads nowhere.
    #[error("passes the request on to an address that makes no sense")]
    BadRedirect,
    /// Larger than the limit after unpacking.
    #[error("the calendar is larger than {} MB; share one with fewer years", limit_bytes / 1_000_000)]
    TooLarge {
        /// The limit, in bytes.
        limit_bytes: u64,
    },
    /// The end is missing.
    #[error("the calendar did not arrive whole; it will be tried again later")]
    CutOff,
    /// HTML, mostly a page to sign in.
    #[error("sent a web page, probably to sign in, instead of a calendar: {}", provider.advice())]
    WebPage {
        /// Who serves the calendar.
        provider: Provider,
    },
    /// Neither a calendar nor a web page.
    #[error("what is at this address is not a calendar: {}", provider.advice())]
    NotCalendar {
        /// Who serves the calendar.
        provider: Provider,
    },
    /// What came is no HTTP, or could not be unpacked.
    #[error("answered with something that cannot be read")]
    Garbled,
}

impl Problem {
    /// A word for programs to switch on; it does not change.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::NameNotFound => "name_not_found",
            Self::NotReached => "not_reached",
            Self::Certificate(_) => "certificate",
            Self::Tls => "tls",
            Self::TimedOut => "timed_out",
            Self::Expired { .. } => "expired",
            Self::OutlookRefused { .. } => "outlook_refused",
            Self::Busy { .. } => "busy",
            Self::Status { .. } => "status",
            Self::TooManyRedirects { .. } => "too_many_redirects",
            Self::InsecureRedirect => "insecure_redirect",
            Self::BadRedirect => "bad_redirect",
            Self::TooLarge { .. } => "too_large",
            Self::CutOff => "cut_off",
            Self::WebPage { .. } => "web_page",
            Self::NotCalendar { .. } => "not_calendar",
            Self::Garbled => "garbled",
        }
    }

    /// Whether somebody has to do something before it can get better, so asking often is of no use.
    pub fn is_lasting(&self) -> bool {
        matches!(
            self,
            Self::Expired { .. }
                | Self::Certificate(_)
                | Self::InsecureRedirect
                | Self::BadRedirect
                | Self::TooManyRedirects { .. }
                | Self::TooLarge { .. }
                | Self::WebPage { .. }
                | Self::NotCalendar { .. }
        )
    }

    /// When the server wants to be asked again, if it said so.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        match self {
            Self::Busy { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    pub(crate) fn at(self, host: &str) -> FetchError {
        FetchError {
            host: host.to_owned(),
            problem: self,
        }
    }

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
