//! Bodies that are too large, too slow, too short, or packed.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use weekwise_subscribe::{Limits, Problem, Validators};

use crate::server::{
    CALENDAR, Server, assert_silent, fetch_new, fetch_problem, fetch_with, fetcher, limits, send,
};

const TOO_LARGE: Problem = Problem::TooLarge {
    limit_bytes: 1_000_000,
};

fn calendar_of(bytes: usize) -> String {
    let line = "X-FILLER:0123456789012345678901234567890123456789\r\n";
    CALENDAR.replace("END:", &format!("{}END:", line.repeat(bytes / line.len())))
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_packed_calendar_is_unpacked() {
    let text = calendar_of(900_000);
    let server = Server::saying("200 OK\nContent-Encoding: gzip", &packed(&text));
    assert_eq!(fetch_new(&server).bytes, text.as_bytes());
}

#[test]
fn a_bomb_is_bounded() {
    let body = packed(&calendar_of(50_000_000));
    assert!(body.len() < 200_000);
    let server = Server::saying("200 OK\nContent-Encoding: gzip", &body);
    assert_eq!(fetch_problem(&server), TOO_LARGE);
}

#[test]
fn too_large_is_noticed_before_and_while_reading() {
    let server = Server::start(|_, stream| {
        send(
            stream,
            b"HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\nBEGIN",
        );
    });
    assert_eq!(fetch_problem(&server), TOO_LARGE);
    let server = Server::start(|_, stream| {
        let body = calendar_of(1_100_000);
        send(
            stream,
            &[b"HTTP/1.1 200 OK\r\n\r\n", body.as_bytes()].concat(),
        );
    });
    assert_eq!(fetch_problem(&server), TOO_LARGE);
}

#[test]
fn progress_reaches_the_end() {
    let text = calendar_of(500_000);
    let server = Server::saying("200 OK", text.as_bytes());
    let mut told = Vec::new();
    let is_cancelled = AtomicBool::new(false);
    fetcher(limits())
        .fetch(
            &server.address(),
            &Validators::default(),
            &is_cancelled,
            &mut |progress| told.push(progress),
        )
        .unwrap();
    let length = text.len() as u64;
    assert!(told.is_sorted_by(|a, b| a.bytes < b.bytes) && told.len() > 1);
    assert_eq!(
        told.last()
            .map(|progress| (progress.bytes, progress.total_bytes)),
        Some((length, Some(length)))
    );
}

#[test]
fn a_connection_cut_in_the_middle_gives_nothing() {
    let text = calendar_of(200_000);
    let half = text.len() / 2;
    let cut = |head: String, is_polite: bool| {
        let body = text.as_bytes()[..half].to_vec();
        Server::start(move |_, stream| {
            let bytes = [head.as_bytes(), &body].concat();
            if is_polite {
                send(stream, &bytes);
            } else {
                drop(stream.write_all(&bytes));
                drop(stream.sock.shutdown(std::net::Shutdown::Both));
            }
        })
    };
    let with_length = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", text.len());
    let without = "HTTP/1.1 200 OK\r\n\r\n".to_owned();
    let chunked = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n",
        text.len()
    );
    for head in [with_length, without, chunked] {
        for is_polite in [true, false] {
            assert_eq!(
                fetch_problem(&cut(head.clone(), is_polite)),
                Problem::CutOff,
                "{head} {is_polite}"
            );
        }
    }
}

#[test]
fn half_a_packed_calendar_gives_nothing() {
    let body = packed(&calendar_of(500_000));
    let server = Server::saying("200 OK\nContent-Encoding: gzip", &body[..body.len() - 20]);
    assert_eq!(fetch_problem(&server), Problem::CutOff);
    let server = Server::saying("200 OK\nContent-Encoding: gzip", CALENDAR.as_bytes());
    assert_eq!(fetch_problem(&server), Problem::Garbled);
}

#[test]
fn what_is_no_http_is_refused() {
    let server = Server::start(|_, stream| send(stream, b"220 mail.example ESMTP\r\n\r\n"));
    assert_eq!(fetch_problem(&server), Problem::Garbled);
}

#[test]
fn a_calendar_of_unknown_length_is_taken_when_it_is_whole() {
    let server = Server::start(|_, stream| {
        send(
            stream,
            &[b"HTTP/1.1 200 OK\r\n\r\n", CALENDAR.as_bytes()].concat(),
        );
    });
    assert_eq!(fetch_new(&server).bytes, CALENDAR.as_bytes());
}

#[test]
fn a_body_that_trickles_runs_out_of_time() {
    let server = Server::start(|_, stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
        while stream.write_all(b" ").and_then(|()| stream.flush()).is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    let limits = Limits {
        overall: Duration::from_secs(1),
        ..limits()
    };
    let error =
        fetch_with(&fetcher(limits), &server.address(), &Validators::default()).unwrap_err();
    assert_eq!(error.problem, Problem::TimedOut);
}

#[test]
fn a_silent_server_runs_out_of_patience() {
    let server = Server::start(|_, _| thread::sleep(Duration::from_mins(1)));
    let limits = Limits {
        silence: Duration::from_millis(300),
        ..limits()
    };
    let error =
        fetch_with(&fetcher(limits), &server.address(), &Validators::default()).unwrap_err();
    assert_eq!(error.problem, Problem::TimedOut);
}

#[test]
fn cancelling_does_not_wait_for_the_server() {
    let is_cancelled = Arc::new(AtomicBool::new(false));
    let cancel = Arc::clone(&is_cancelled);
    let server = Server::start(move |_, _| {
        cancel.store(true, Ordering::Relaxed);
        thread::sleep(Duration::from_mins(1));
    });
    let begun = Instant::now();
    let outcome = fetcher(limits()).fetch(
        &server.address(),
        &Validators::default(),
        &is_cancelled,
        &mut |_| {},
    );
    assert_silent(&outcome);
    assert_eq!(outcome.unwrap_err().problem, Problem::Cancelled);
    assert!(begun.elapsed() < limits().silence, "waited for the server");
}
