//! What can go wrong on the way to a calendar, in words that say what to do. Nothing in here repeats what came from
//! outside: an address, a header or a page may contain the secret.

use std::time::Duration;

use chrono::{DateTime, Utc};
use thiserror::Error;

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

/// Where the trouble sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Between here and the host: it may be over as soon as this computer is online again.
    Connection,
    /// At the host, which was reached: it passes, perhaps not soon.
    Host,
    /// In the link or the calendar: it lasts until somebody does something.
    Link,
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

    /// Where the trouble sits, which says when asking again makes sense.
    pub fn cause(&self) -> Cause {
        match self {
            Self::Cancelled
            | Self::NameNotFound
            | Self::NotReached
            // Mostly a network in a hotel that wants a click first, or a clock.
            | Self::Certificate(_)
            | Self::Tls
            | Self::TimedOut
            | Self::CutOff => Cause::Connection,
            Self::OutlookRefused { .. } | Self::Busy { .. } | Self::Status { .. } | Self::Garbled => {
                Cause::Host
            }
            Self::Expired { .. }
            | Self::InsecureRedirect
            | Self::BadRedirect
            | Self::TooManyRedirects { .. }
            | Self::TooLarge { .. }
            | Self::WebPage { .. }
            | Self::NotCalendar { .. } => Cause::Link,
        }
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
}
