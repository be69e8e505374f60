//! A program on this computer, asked over real sockets, with answers no decent one would give.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use weekwise_subscribe::{Loopback, LoopbackError, Patience};

/// Answers one request with these bytes after a while; gives what was asked.
fn answering(bytes: Vec<u8>, after: Duration) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut read = Vec::new();
        let mut part = [0; 4096];
        while !String::from_utf8_lossy(&read).ends_with("\"end\"}") {
            let count = stream.read(&mut part).unwrap();
            if count == 0 {
                break;
            }
            read.extend_from_slice(&part[..count]);
        }
        thread::sleep(after);
        // Whoever asked may have left.
        let _ = stream.write_all(&bytes);
        String::from_utf8(read).unwrap()
    });
    (port, asked)
}

fn http(status: &str, more: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\n{more}\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn asked(port: u16, patience: Patience) -> Result<Vec<u8>, LoopbackError> {
    let address = format!("http://localhost:{port}").parse().unwrap();
    Loopback::new(address, patience).ask("{\"what\":\"end\"}")
}

fn short() -> Patience {
    Patience {
        overall: Duration::from_millis(800),
        bytes: 1_000,
    }
}

#[test]
fn a_question_is_posted_and_the_answer_comes_back() {
    let (port, request) = answering(http("200 OK", "", "{\"yes\":1}"), Duration::ZERO);
    assert_eq!(asked(port, Patience::default()).unwrap(), b"{\"yes\":1}");
    let request = request.join().unwrap();
    assert!(
        request.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(
        request
            .to_lowercase()
            .contains("content-type: application/json"),
        "{request}"
    );
}

#[test]
fn bad_answers_are_told_apart() {
    for (answer, expected) in [
        (
            http("404 Not Found", "", "no such model"),
            LoopbackError::Status(404),
        ),
        (http("500 Oops", "", ""), LoopbackError::Status(500)),
        (
            http("302 Found", "Location: http://evil.example/\r\n", ""),
            LoopbackError::Redirected,
        ),
        (
            http("200 OK", "", &"x".repeat(5_000)),
            LoopbackError::TooLong(0),
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf".to_vec(),
            LoopbackError::CutOff,
        ),
        (b"SSH-2.0-OpenSSH\r\n".to_vec(), LoopbackError::CutOff),
        (Vec::new(), LoopbackError::CutOff),
    ] {
        let (port, request) = answering(answer, Duration::ZERO);
        assert_eq!(asked(port, short()).unwrap_err(), expected);
        request.join().unwrap();
    }
}

#[test]
fn a_slow_answer_is_given_up() {
    let (port, request) = answering(http("200 OK", "", "{}"), Duration::from_secs(2));
    let begun = Instant::now();
    assert_eq!(
        asked(port, short()).unwrap_err(),
        LoopbackError::TimedOut(short().overall)
    );
    assert!(begun.elapsed() < Duration::from_millis(1_800));
    request.join().unwrap();
}

#[test]
fn where_nobody_listens_that_is_said() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = asked(port, short()).unwrap_err();
    assert!(
        error.to_string().contains("is the model running?"),
        "{error}"
    );
}
