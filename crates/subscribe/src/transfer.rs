//! One transfer, with its redirects, on a thread of its own.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Instant;

use ureq::http::{HeaderMap, Response, header};
use ureq::{Agent, Body};

use crate::address::{Address, AddressError};
use crate::content;
use crate::fetch::{Fetched, Limits, New, Progress};
use crate::problem::{FetchError, Problem};
use crate::provider::Provider;
use crate::validators::Validators;

/// Read at once; progress is told as often.
const CHUNK_BYTES: usize = 64 * 1024;

/// What a transfer tells the one who waits for it.
pub(crate) enum News {
    /// A part has arrived.
    Received(Progress),
    /// It is over.
    Ended(Box<Result<Fetched, FetchError>>),
}

pub(crate) struct Transfer {
    pub(crate) agent: Agent,
    pub(crate) limits: Limits,
    pub(crate) validators: Validators,
    pub(crate) deadline: Instant,
    pub(crate) is_stopped: Arc<AtomicBool>,
    pub(crate) news: Sender<News>,
}

impl Transfer {
    pub(crate) fn run(self, start: &Address) {
        let outcome = self.follow(start);
        // Nobody listens any more after a cancellation, and nobody has to.
        drop(self.news.send(News::Ended(Box::new(outcome))));
    }

    fn follow(&self, start: &Address) -> Result<Fetched, FetchError> {
        let mut at = start.clone();
        let mut moved = None;
        let mut is_permanent = true;
        for _ in 0..=self.limits.redirects {
            let fail = |problem: Problem| problem.at(at.host());
            let response = self.ask(&at).map_err(fail)?;
            let status = response.status().as_u16();
            match status {
                200 => return self.receive(response, at.host(), moved).map_err(fail),
                304 if !self.validators.is_empty() => return Ok(Fetched::Unchanged { moved }),
                301 | 302 | 303 | 307 | 308 => {
                    let next = target(&at, response.headers()).map_err(fail)?;
                    // A permanent redirect after a temporary one says nothing about the address somebody pasted.
                    is_permanent &= matches!(status, 301 | 308);
                    if is_permanent {
                        moved = Some(next.clone());
                    }
                    at = next;
                }
                _ => {
                    return Err(fail(Problem::of_status(
                        status,
                        response.headers(),
                        at.host(),
                    )));
                }
            }
        }
        let provider = Provider::of_host(at.host());
        Err(Problem::TooManyRedirects { provider }.at(at.host()))
    }

    fn ask(&self, at: &Address) -> Result<Response<Body>, Problem> {
        self.has_to_go_on()?;
        let left = self.deadline.saturating_duration_since(Instant::now());
        let mut request = self
            .agent
            .get(at.reveal())
            .config()
            .timeout_global(Some(left))
            .build();
        for (name, value) in self.validators.headers() {
            request = request.header(name, value);
        }
        request
            .call()
            .map_err(|error| match Problem::of_ureq(&error) {
                // Nothing had arrived yet that could have been cut.
                Problem::CutOff => Problem::NotReached,
                // The library does not tell a name nobody knows from a host nobody answers at. A proxy resolves for itself.
                Problem::NotReached
                    if self.agent.config().proxy().is_none() && !at.is_resolved() =>
                {
                    Problem::NameNotFound
                }
                problem => problem,
            })
    }

    fn receive(
        &self,
        response: Response<Body>,
        host: &str,
        moved: Option<Address>,
    ) -> Result<Fetched, Problem> {
        let (head, body) = response.into_parts();
        let total_bytes = body.content_length();
        let too_large = Problem::TooLarge {
            limit_bytes: self.limits.bytes,
        };
        if total_bytes.is_some_and(|total| total > self.limits.bytes) {
            return Err(too_large);
        }
        // The library's limit is taken off, ours counts what was unpacked.
        let mut reader = body.into_with_config().limit(u64::MAX).reader();
        let mut bytes = Vec::new();
        let mut chunk = vec![0; CHUNK_BYTES];
        loop {
            self.has_to_go_on()?;
            let count = reader
                .read(&mut chunk)
                .map_err(|error| Problem::of_io(&error))?;
            let Some(part) = chunk.get(..count).filter(|part| !part.is_empty()) else {
                break;
            };
            if (bytes.len() + count) as u64 > self.limits.bytes {
                return Err(too_large);
            }
            bytes.extend_from_slice(part);
            let so_far = Progress {
                bytes: bytes.len() as u64,
                total_bytes,
            };
            drop(self.news.send(News::Received(so_far)));
        }
        let content_type = head
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        content::check(&bytes, content_type, Provider::of_host(host))?;
        Ok(Fetched::New(New {
            bytes,
            validators: Validators::of_headers(&head.headers),
            host: host.to_owned(),
            moved,
        }))
    }

    /// A body that trickles keeps every single read short, so time is looked at between them as well.
    fn has_to_go_on(&self) -> Result<(), Problem> {
        if self.is_stopped.load(Ordering::Relaxed) {
            return Err(Problem::Cancelled);
        }
        if Instant::now() >= self.deadline {
            return Err(Problem::TimedOut);
        }
        Ok(())
    }
}

/// Where a redirect leads.
fn target(at: &Address, headers: &HeaderMap) -> Result<Address, Problem> {
    let location = headers
        .get(header::LOCATION)
        .and_then(|value| std::str::from_utf8(value.as_bytes()).ok())
        .ok_or(Problem::BadRedirect)?;
    at.join(location.trim()).map_err(|error| match error {
        AddressError::Insecure => Problem::InsecureRedirect,
        _ => Problem::BadRedirect,
    })
}
