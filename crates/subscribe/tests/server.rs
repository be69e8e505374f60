//! A tiny HTTPS server, a thread for each connection, that says exactly what a test tells it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::Duration;

use rcgen::{BasicConstraints, Certificate, CertificateParams, DnType, IsCa, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use weekwise_subscribe::{Address, FetchError, Fetched, Fetcher, Limits, New, Problem, Validators};

/// Part of each address; must not show up anywhere.
pub const SECRET: &str = "private-5f3a9c";

pub const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

pub type Stream = StreamOwned<ServerConnection, TcpStream>;

/// A request: the target, then the headers in lower case.
#[derive(Clone)]
pub struct Request {
    pub target: String,
    pub headers: Vec<String>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// Who signs certificates.
struct Authority {
    certificate: Certificate,
    key: KeyPair,
}

static AUTHORITY: LazyLock<Authority> = LazyLock::new(|| Authority::named("The tests"));

impl Authority {
    fn named(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        Self { certificate, key }
    }
}

pub struct Server {
    pub port: u16,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Answers every request with what `answer` writes; then the connection is closed politely.
    pub fn start(answer: impl Fn(&Request, &mut Stream) + Send + Sync + 'static) -> Self {
        Self::for_host("localhost", None, answer)
    }

    /// With a certificate for this host, and perhaps one that was valid in another year only.
    pub fn for_host(
        host: &str,
        year: Option<i32>,
        answer: impl Fn(&Request, &mut Stream) + Send + Sync + 'static,
    ) -> Self {
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        if let Some(year) = year {
            params.not_before = rcgen::date_time_ymd(year, 1, 1);
            params.not_after = rcgen::date_time_ymd(year, 12, 31);
        }
        let key = KeyPair::generate().unwrap();
        let certificate = params
            .signed_by(&key, &AUTHORITY.certificate, &AUTHORITY.key)
            .unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config =
            ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
                .with_safe_default_protocol_versions()
                .unwrap()
                .with_no_client_auth()
                .with_single_cert(vec![certificate.der().clone()], key)
                .unwrap();
        let config = Arc::new(config);

        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        // Where `localhost` is tried as `::1` first, somebody else must not be found there: not even the client itself,
        // which a system may connect to its own port where nobody listens.
        let other = TcpListener::bind(("::1", port)).ok();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let answer = Arc::new(answer);
        let seen = Arc::clone(&requests);
        for listener in [Some(listener), other].into_iter().flatten() {
            let (config, answer, seen) =
                (Arc::clone(&config), Arc::clone(&answer), Arc::clone(&seen));
            thread::spawn(move || {
                for socket in listener.incoming().flatten() {
                    let (config, answer, seen) =
                        (Arc::clone(&config), Arc::clone(&answer), Arc::clone(&seen));
                    thread::spawn(move || serve(socket, config, &*answer, &seen));
                }
            });
        }
        Self { port, requests }
    }

    /// Answers always with this.
    pub fn saying(head: &str, body: &[u8]) -> Self {
        let bytes = response(head, body);
        Self::start(move |_, stream| send(stream, &bytes))
    }

    pub fn address(&self) -> Address {
        format!(
            "https://localhost:{}/{SECRET}/basic.ics?key={SECRET}",
            self.port
        )
        .parse()
        .unwrap()
    }

    pub fn requests(&self) -> Vec<Request> {
        std::mem::take(&mut *self.requests.lock().unwrap())
    }
}

fn serve(
    socket: TcpStream,
    config: Arc<ServerConfig>,
    answer: &dyn Fn(&Request, &mut Stream),
    seen: &Mutex<Vec<Request>>,
) {
    let Ok(connection) = ServerConnection::new(config) else {
        return;
    };
    let mut reader = BufReader::new(StreamOwned::new(connection, socket));
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        // A client that does not like the certificate is gone by now.
        if !reader.read_line(&mut line).is_ok_and(|count| count > 0) {
            return;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        lines.push(match line.split_once(": ") {
            Some((name, value)) => format!("{}: {value}", name.to_ascii_lowercase()),
            None => line.to_owned(),
        });
    }
    let request = Request {
        target: lines[0].split(' ').nth(1).unwrap().to_owned(),
        headers: lines.split_off(1),
    };
    // Before the answer: who has it may look at once.
    seen.lock().unwrap().push(request.clone());
    answer(&request, reader.get_mut());
}

/// `head` is the status and further headers, a line each: `200 OK\nETag: "1"`.
pub fn response(head: &str, body: &[u8]) -> Vec<u8> {
    let head = head.replace('\n', "\r\n");
    let mut bytes =
        format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// Sends everything, says goodbye, and waits until the other side has hung up. Whoever closes a connection on which
/// something is still arriving resets it, and the answer may be lost with it. The other side may have left already.
pub fn send(stream: &mut Stream, bytes: &[u8]) {
    drop(stream.write_all(bytes));
    stream.conn.send_close_notify();
    drop(stream.flush());
    drop(stream.sock.shutdown(Shutdown::Write));
    drop(stream.sock.set_read_timeout(Some(Duration::from_secs(20))));
    let mut rest = [0; 1024];
    while stream.sock.read(&mut rest).is_ok_and(|count| count > 0) {}
}

/// Small enough for tests, long enough for a machine that is busy.
pub fn limits() -> Limits {
    Limits {
        bytes: 1_000_000,
        connect: Duration::from_secs(20),
        silence: Duration::from_secs(20),
        overall: Duration::from_secs(30),
        redirects: 3,
    }
}

pub fn fetcher(limits: Limits) -> Fetcher {
    Fetcher::for_tests(AUTHORITY.certificate.der(), limits)
}

/// A fetcher that trusts somebody else.
pub fn fetcher_of_strangers() -> Fetcher {
    Fetcher::for_tests(Authority::named("A stranger").certificate.der(), limits())
}

/// Fetches, and looks whether anything of it would give the secret away.
pub fn fetch_with(
    fetcher: &Fetcher,
    address: &Address,
    validators: &Validators,
) -> Result<Fetched, FetchError> {
    let outcome = fetcher.fetch(address, validators, &AtomicBool::new(false), &mut |_| {});
    assert_silent(&outcome);
    outcome
}

pub fn assert_silent(outcome: &Result<Fetched, FetchError>) {
    let mut shown = format!("{outcome:?} {outcome:#?}");
    if let Err(error) = outcome {
        shown += &error.to_string();
    }
    assert!(!shown.contains(SECRET), "the secret is shown: {shown}");
}

/// The calendar; fails when there is none.
pub fn fetch_new(server: &Server) -> New {
    match fetch_with(
        &fetcher(limits()),
        &server.address(),
        &Validators::default(),
    )
    .unwrap()
    {
        Fetched::New(new) => new,
        Fetched::Unchanged { .. } => panic!("unchanged, without anything to compare with"),
    }
}

/// The problem; fails when there is a calendar.
pub fn fetch_problem(server: &Server) -> Problem {
    let outcome = fetch_with(
        &fetcher(limits()),
        &server.address(),
        &Validators::default(),
    );
    outcome.unwrap_err().problem
}
