//! A program on this computer that is asked over HTTP: a model its user runs here, with Ollama, `llama.cpp` or LM Studio.
//!
//! Questions hold titles from a calendar. So nothing but this computer is asked, and the address alone decides what that is:
//! it is a number that leads nowhere else (`127.0.0.0/8`, `::1`), or `localhost`, which is taken for such a number and never
//! looked up. No proxy is used, no redirect followed, and an answer is as long as answers are, or none.

use std::io::Read as _;
use std::str::FromStr;
use std::time::Duration;

use ureq::Agent;
use url::{Host, Url};

/// The longest address.
const LONGEST: usize = 200;

/// Where the protocol everybody speaks is asked.
const PATH: &str = "/v1/chat/completions";

/// Why an address is not asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotHere {
    /// No address at all.
    #[error("this is no address of a model; one looks like http://localhost:11434")]
    Nonsense,
    /// Encryption leads to other computers, and a program on this one has no certificate.
    #[error(
        "a model on this computer is asked with http:// and not {0}://; one looks like http://localhost:11434"
    )]
    Scheme(String),
    /// Somebody else's computer, or all of them.
    #[error(
        "“{0}” is not this computer. Questions hold titles from your calendar, so only a model on this computer is asked \
         (localhost, 127.0.0.1, [::1]); for any other, use the pipe in docs/assistants.md"
    )]
    Elsewhere(String),
    /// A name and a password in the address, or something behind it.
    #[error("the address of a model has no name, password, question mark or number sign in it")]
    TooMuch,
}

/// An address that leads to this computer and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoopbackAddress {
    /// Where it may be, in the order it is tried.
    urls: Vec<String>,
    shown: String,
}

impl FromStr for LoopbackAddress {
    type Err = NotHere;

    fn from_str(text: &str) -> Result<Self, NotHere> {
        let text = text.trim();
        if text.len() > LONGEST {
            return Err(NotHere::Nonsense);
        }
        let url = Url::parse(text).map_err(|_| NotHere::Nonsense)?;
        if url.scheme() != "http" {
            return Err(if url.has_host() {
                NotHere::Scheme(url.scheme().to_owned())
            } else {
                NotHere::Nonsense
            });
        }
        let is_more = !url.username().is_empty() || url.password().is_some();
        if is_more || url.query().is_some() || url.fragment().is_some() {
            return Err(NotHere::TooMuch);
        }
        let hosts = match url.host() {
            Some(Host::Ipv4(number)) if number.is_loopback() => vec![number.to_string()],
            Some(Host::Ipv6(number)) if number.is_loopback() => vec!["[::1]".to_owned()],
            // Programs listen on one of them, rarely on both.
            Some(Host::Domain("localhost")) => vec!["127.0.0.1".to_owned(), "[::1]".to_owned()],
            Some(host) => return Err(NotHere::Elsewhere(host.to_string())),
            None => return Err(NotHere::Nonsense),
        };
        let path = match url.path().trim_end_matches('/') {
            "" => PATH.to_owned(),
            path if path.ends_with("/chat/completions") => path.to_owned(),
            path => format!("{path}/chat/completions"),
        };
        let port = url.port().unwrap_or(80);
        let urls = hosts
            .iter()
            .map(|host| format!("http://{host}:{port}{path}"));
        Ok(Self {
            urls: urls.collect(),
            shown: format!("{}:{port}", url.host_str().unwrap_or("localhost")),
        })
    }
}

impl std::fmt::Display for LoopbackAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Why there is no answer. Nothing of what came is repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoopbackError {
    /// Nobody listens there.
    #[error("nothing answers at {0}: is the model running?")]
    NotReached(String),
    /// Too slow.
    #[error("no answer within {} s", .0.as_secs())]
    TimedOut(Duration),
    /// An answer of another kind.
    #[error("it answered with status {0}: is the model's name right?")]
    Status(u16),
    /// It sends the question on to somebody else.
    #[error("it wants the question to be sent elsewhere, which is not done")]
    Redirected,
    /// More than anything that was asked for.
    #[error("the answer is longer than {0} MB")]
    TooLong(u64),
    /// What came is no HTTP.
    #[error("the answer did not arrive whole")]
    CutOff,
}

/// What a question may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// From the first byte sent to the last one received. Models on small computers think for minutes.
    pub overall: Duration,
    /// The longest answer in bytes.
    pub bytes: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            overall: Duration::from_mins(5),
            bytes: 4_000_000,
        }
    }
}

/// Asks a program on this computer.
#[derive(Debug, Clone)]
pub struct Loopback {
    agent: Agent,
    address: LoopbackAddress,
    patience: Patience,
}

impl Loopback {
    /// Somebody to ask at an address. Nothing is opened before something is asked.
    pub fn new(address: LoopbackAddress, patience: Patience) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(patience.overall))
            .max_idle_connections(0)
            .build()
            .new_agent();
        Self {
            agent,
            address,
            patience,
        }
    }

    /// Whom it asks, to show.
    pub fn address(&self) -> &LoopbackAddress {
        &self.address
    }

    /// Sends a JSON text and waits for the answer.
    ///
    /// # Errors
    /// [`LoopbackError`]; nothing of a broken answer is given.
    pub fn ask(&self, json: &str) -> Result<Vec<u8>, LoopbackError> {
        let mut last = LoopbackError::NotReached(self.address.to_string());
        for url in &self.address.urls {
            match self.ask_at(url, json) {
                Err(LoopbackError::NotReached(at)) => last = LoopbackError::NotReached(at),
                answered => return answered,
            }
        }
        Err(last)
    }

    fn ask_at(&self, url: &str, json: &str) -> Result<Vec<u8>, LoopbackError> {
        let request = self
            .agent
            .post(url)
            .header("content-type", "application/json")
            .header("accept", "application/json");
        let response = request
            .send(json.as_bytes())
            .map_err(|e| self.trouble(&e))?;
        match response.status().as_u16() {
            200 => {}
            300..=399 => return Err(LoopbackError::Redirected),
            status => return Err(LoopbackError::Status(status)),
        }
        let most = self.patience.bytes;
        let mut bytes = Vec::new();
        let mut reader = response
            .into_body()
            .into_with_config()
            .limit(u64::MAX)
            .reader();
        reader
            .by_ref()
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| match error.kind() {
                std::io::ErrorKind::TimedOut => LoopbackError::TimedOut(self.patience.overall),
                _ => self.slow_or(&error, LoopbackError::CutOff),
            })?;
        if bytes.len() as u64 > most {
            return Err(LoopbackError::TooLong(most / 1_000_000));
        }
        Ok(bytes)
    }

    /// The HTTP library wraps its own errors into those of reading.
    fn slow_or(&self, error: &std::io::Error, other: LoopbackError) -> LoopbackError {
        let inner = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<ureq::Error>());
        match inner {
            Some(ureq::Error::Timeout(_)) => LoopbackError::TimedOut(self.patience.overall),
            _ => other,
        }
    }

    fn trouble(&self, error: &ureq::Error) -> LoopbackError {
        match error {
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve)
            | ureq::Error::HostNotFound
            | ureq::Error::ConnectionFailed => LoopbackError::NotReached(self.address.to_string()),
            ureq::Error::Timeout(_) => LoopbackError::TimedOut(self.patience.overall),
            ureq::Error::Io(error) => match error.kind() {
                std::io::ErrorKind::ConnectionRefused => {
                    LoopbackError::NotReached(self.address.to_string())
                }
                std::io::ErrorKind::TimedOut => LoopbackError::TimedOut(self.patience.overall),
                _ => self.slow_or(error, LoopbackError::CutOff),
            },
            ureq::Error::TooManyRedirects => LoopbackError::Redirected,
            _ => LoopbackError::CutOff,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_asked() {
        for (text, url) in [
            (
                "http://localhost:11434",
                "http://127.0.0.1:11434/v1/chat/completions",
            ),
            (
                "http://LOCALHOST:11434/",
                "http://127.0.0.1:11434/v1/chat/completions",
            ),
            (
                "http://127.0.0.1:1234/v1",
                "http://127.0.0.1:1234/v1/chat/completions",
            ),
            (
                "http://127.9.9.9",
                "http://127.9.9.9:80/v1/chat/completions",
            ),
            (
                "http://[::1]:8080/v1/",
                "http://[::1]:8080/v1/chat/completions",
            ),
            (
                "http://2130706433:1",
                "http://127.0.0.1:1/v1/chat/completions",
            ),
            (
                "http://127.0.0.1:1/api/chat/completions",
                "http://127.0.0.1:1/api/chat/completions",
            ),
        ] {
            let address: LoopbackAddress = text.parse().unwrap();
            assert_eq!(address.urls[0], url, "{text}");
        }
    }

    #[test]
    fn every_other_address_is_refused_with_the_reason() {
        for (text, reason) in [
            ("http://192.168.1.5:11434", "not this computer"),
            ("http://model.example", "not this computer"),
            ("http://localhost.example", "not this computer"),
            ("http://a.localhost", "not this computer"),
            ("http://localhost.:80", "not this computer"),
            ("http://0.0.0.0:11434", "not this computer"),
            ("http://[::]:80", "not this computer"),
            ("http://[::ffff:127.0.0.1]:80", "not this computer"),
            ("http://169.254.169.254", "not this computer"),
            ("http://127.0.0.1.nip.example", "not this computer"),
            ("https://localhost:11434", "http:// and not https"),
            ("ftp://localhost", "http:// and not ftp"),
            ("http://me:secret@localhost", "no name, password"),
            ("http://localhost@evil.example", "no name, password"),
            ("http://localhost/?a=b", "question mark"),
            ("localhost:11434", "no address"),
            ("file:///etc/passwd", "no address"),
            ("", "no address"),
        ] {
            let error = text.parse::<LoopbackAddress>().unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }
}
