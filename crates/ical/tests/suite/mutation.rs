//! Calendars damaged at random, with a fixed seed: nothing panics, hangs or is lost, whatever the bytes.

use std::time::{Duration, Instant};

use chrono_tz::Tz;
use proptest::prelude::Rng;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRng, TestRunner};

use super::support::{assert_nothing_is_lost, calendar, read, utc};

/// Calendars to damage: one of everything.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        seeds.push(std::fs::read(path).unwrap());
    }
    let mut many = String::new();
    for n in 0..12 {
        many.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Berlin:202401{:02}T090000\r\n\
             DTEND;TZID=Europe/Berlin:202401{:02}T100000\r\nRRULE:FREQ=WEEKLY;COUNT={n};BYDAY=MO,TU\r\n\
             EXDATE;TZID=Europe/Berlin:20240115T090000\r\nATTENDEE;CN=\"A: B\";PARTSTAT=ACCEPTED:mailto:a@example.org\r\n\
             SUMMARY:Grüße {n}\r\nDESCRIPTION:long\\n te\r\n xt\\, with ü\r\n\tmore\r\n\
             BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\n",
            n + 1,
            n + 1,
        ));
    }
    seeds.push(calendar(&many).into_bytes());
    seeds
}

fn below(rng: &mut TestRng, bound: usize) -> usize {
    usize::try_from(rng.next_u64() % (bound.max(1) as u64)).unwrap()
}

/// One to four changes: bytes, lines, lengths.
fn damaged(seed: &[u8], rng: &mut TestRng) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=below(rng, 4) {
        let at = below(rng, bytes.len());
        match below(rng, 9) {
            0 if !bytes.is_empty() => bytes[at] = rng.next_u32().to_le_bytes()[0],
            1 if !bytes.is_empty() => {
                bytes.remove(at);
            }
            2 => bytes.truncate(at),
            3 => bytes.insert(at, b"\n\r:;,\"=\\ "[below(rng, 9)]),
            4 => {
                // A line is lost.
                let text: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
                let skip = below(rng, text.len());
                bytes = text
                    .iter()
                    .enumerate()
                    .filter(|(n, _)| *n != skip)
                    .flat_map(|(_, l)| l.to_vec())
                    .collect();
            }
            5 => {
                // A line comes twice.
                let text: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
                let twice = below(rng, text.len());
                let copies = |n| if n == twice { 2 } else { 1 };
                bytes = text
                    .iter()
                    .enumerate()
                    .flat_map(|(n, l)| l.repeat(copies(n)))
                    .collect();
            }
            6 => bytes.retain(|b| *b != b'\r'),
            7 => {
                let end = (at + below(rng, 200)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let number = format!("{}", rng.next_u32());
                let digits = bytes
                    .iter()
                    .enumerate()
                    .filter(|(_, b)| b.is_ascii_digit())
                    .map(|(n, _)| n)
                    .nth(at % 97);
                if let Some(digit) = digits {
                    bytes.splice(digit..=digit, number.bytes());
                }
            }
        }
    }
    bytes
}

#[test]
fn damaged_calendars_lose_nothing_silently() {
    let config = Config {
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_261_116),
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let seeds = seeds();
    let rounds = 4_000;
    for round in 0..rounds {
        let seed = &seeds[round % seeds.len()];
        let bytes = damaged(seed, runner.rng());
        let begun = Instant::now();
        let imported = read(bytes.clone());
        assert_nothing_is_lost(&imported);
        let first = imported.expand(utc(2020, 1, 1), utc(2026, 1, 1), Tz::Europe__Berlin);
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "round {round} took {:?}: {}",
            begun.elapsed(),
            String::from_utf8_lossy(&bytes)
        );
        if round % 10 == 0 {
            let again = read(bytes).expand(utc(2020, 1, 1), utc(2026, 1, 1), Tz::Europe__Berlin);
            assert_eq!(
                first.occurrences, again.occurrences,
                "the same bytes give the same answer"
            );
        }
        for pair in first.occurrences.windows(2) {
            let start = |n: usize| pair[n].span.instants(Tz::Europe__Berlin).0;
            assert!(start(0) <= start(1), "sorted by start");
        }
    }
}
