//! What looks like a VEVENT to a person is one: calendars whose BEGIN and END lines, line ends and indentation are
//! damaged at random, with a fixed seed. The number of events is known from before the damage, so this does not ask the
//! reader what it recognized.

use std::collections::BTreeSet;

use proptest::prelude::Rng;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRng, TestRunner};
use weekwise_model::Outcome;

use super::support::{calendar, read};

/// An event as its lines, without their ends.
type Lines = Vec<Vec<u8>>;

fn event(number: usize, alarm: bool) -> Lines {
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        "CLASS:PUBLIC".to_owned(),
        format!("UID:event-{number}@example.org"),
        format!("DTSTART;TZID=Europe/Berlin:202611{:02}T090000", number + 1),
        format!("DTEND;TZID=Europe/Berlin:202611{:02}T100000", number + 1),
        format!("SUMMARY:Talk {number}"),
        "DESCRIPTION:begin with the end".to_owned(),
        "STATUS:CONFIRMED".to_owned(),
        "TRANSP:OPAQUE".to_owned(),
    ];
    if alarm {
        let alarm = [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT5M",
            "END:VALARM",
        ];
        lines.extend(alarm.map(str::to_owned));
    }
    lines.push("END:VEVENT".to_owned());
    lines.into_iter().map(String::into_bytes).collect()
}

fn below(rng: &mut TestRng, bound: usize) -> usize {
    usize::try_from(rng.next_u64() % (bound.max(1) as u64)).unwrap()
}

fn one_of<'a>(rng: &mut TestRng, of: &[&'a str]) -> &'a [u8] {
    of[below(rng, of.len())].as_bytes()
}

/// Does to a whole file what mails and editors do; whether its header stays as it is.
fn sent_on(bytes: Vec<u8>, rng: &mut TestRng) -> (Vec<u8>, bool) {
    match below(rng, 8) {
        0 => {
            let mark = one_of(rng, &["> ", ">", ">> "]);
            let lines = bytes.split_inclusive(|b| *b == b'\n');
            let quoted: Vec<Vec<u8>> = lines.map(|line| [mark, line].concat()).collect();
            (quoted.concat(), true)
        }
        1 => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let big = below(rng, 2) == 0;
            let unit = |unit: u16| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            };
            let mut wide: Vec<u8> = text.encode_utf16().flat_map(unit).collect();
            // A byte is lost or put in.
            let at = below(rng, wide.len());
            match below(rng, 3) {
                0 => {
                    wide.remove(at);
                }
                1 => wide.insert(at, b'x'),
                _ => {}
            }
            (wide, false)
        }
        _ => (bytes, true),
    }
}

/// Damages what makes an event one for a program, but not for a person. Line ends are `\n`.
fn damage(event: &mut Lines, rng: &mut TestRng) {
    let last = event.len() - 1;
    let marker = if below(rng, 2) == 0 { 0 } else { last };
    match below(rng, 13) {
        0 => {
            // All of it is indented, or what is inside.
            let blanks = one_of(rng, &[" ", "  ", "\t", "        "]).to_vec();
            let inside = below(rng, 2) == 0;
            let range = if inside { 1..last } else { 0..last + 1 };
            for line in &mut event[range] {
                line.splice(0..0, blanks.iter().copied());
            }
        }
        1 => {
            // Something is glued behind BEGIN or END.
            let glued = [
                "x",
                " x",
                "\0",
                " ",
                "\t;",
                ":",
                "\u{FEFF}",
                " (1)",
                "\rX-NOTE:1",
                ";X=1",
            ];
            let glued = one_of(rng, &glued).to_vec();
            event[marker].extend(glued);
        }
        2 => {
            // Two letters are swapped.
            let at = below(rng, event[marker].len() - 1);
            event[marker].swap(at, at + 1);
        }
        3 => {
            let at = below(rng, event[marker].len());
            event[marker][at] = one_of(rng, &["A", "M", "N", "X", "0"])[0];
        }
        4 => {
            let at = below(rng, event[marker].len());
            event[marker].remove(at);
        }
        5 => {
            let at = below(rng, event[marker].len() + 1);
            let byte = one_of(rng, &["E", "X", " ", "\0", "\u{1}", "\r", "\u{7f}"])[0];
            event[marker].insert(at, byte);
        }
        6 => {
            // A line end is lost, or half of it.
            let at = below(rng, last);
            let between = one_of(rng, &["", "\r", "\0"]).to_vec();
            // What is glued to another value is lost to a person too; that is another matter.
            if at == 0 || between == b"\r" {
                let next = event.remove(at + 1);
                event[at].extend(between);
                event[at].extend(next);
            }
        }
        7 => {
            event.remove(marker);
        }
        8 => event[marker].make_ascii_lowercase(),
        10 => {
            // The line end is lost with a letter or two before it.
            let lost = 1 + below(rng, 2);
            let next = event.remove(1);
            let begin = &mut event[0];
            begin.truncate(begin.len().saturating_sub(lost));
            begin.extend(next);
        }
        11 => {
            // All of it is indented, and a letter of its BEGIN line is wrong.
            let at = 6 + below(rng, 6);
            if let Some(letter) = event[0].get_mut(at) {
                *letter = b'X';
            }
            for line in event.iter_mut() {
                line.splice(0..0, *b"  ");
            }
        }
        9 => {
            let before = one_of(rng, &["x", "\u{FEFF}", "\0", "\u{200B}", "> "]).to_vec();
            event[marker].splice(0..0, before);
        }
        _ => {
            // An unknown component stands in it, or before it, and does not end.
            let at = below(rng, last + 1);
            event.insert(at, b"BEGIN:X-UNENDED".to_vec());
        }
    }
}

#[test]
fn what_looks_like_an_event_is_one_or_is_said_to_be_left_out() {
    let config = Config {
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_261_130),
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let rng = runner.rng();
    let (mut kept, mut left_out) = (0, 0);
    for round in 0..6_000 {
        let count = 1 + below(rng, 4);
        let mut events: Vec<Lines> = (0..count).map(|n| event(n, below(rng, 3) == 0)).collect();
        for _ in 0..=below(rng, 2) {
            let which = below(rng, count);
            if events[which].len() > 6 {
                damage(&mut events[which], rng);
            }
        }
        let body: Vec<u8> = events
            .concat()
            .into_iter()
            .flat_map(|line| [line, b"\n".to_vec()].concat())
            .collect();
        let (head, tail) = (
            "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Work\n",
            "END:VCALENDAR\n",
        );
        let bytes = [head.as_bytes(), &body, tail.as_bytes()].concat();
        let (bytes, is_named) = sent_on(bytes, rng);
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let imported = read(bytes);
        let uids: BTreeSet<&str> = imported.events().map(|event| event.uid.as_str()).collect();
        let lines: BTreeSet<u32> = imported
            .diagnostics()
            .iter()
            .filter(|d| d.outcome == Outcome::LeftOut && d.line > 0)
            .map(|d| d.line)
            .collect();
        assert_eq!(
            imported.events().count() + lines.len(),
            count,
            "round {round}: {uids:?}, left out at {lines:?}\n{shown:?}\n{:#?}",
            imported.diagnostics()
        );
        let name = &imported.calendars()[0].name;
        let named = name.starts_with("Work") || !is_named;
        assert!(named, "round {round}: {name}\n{shown:?}");
        kept += uids.len();
        left_out += lines.len();
    }
    assert!(
        left_out * 100 < kept,
        "most of it is read: {kept} kept, {left_out} left out"
    );
}

/// Damage that somebody sees through, and how many events there are to be read and told of.
const SEEN_THROUGH: [(&str, &str, (usize, usize)); 12] = [
    (
        "the end of a line is lost before BEGIN",
        "BEGIN:VTIMEZONE\nTZID:A\nEND:VTIMEZONEBEGIN:VEVENT\nUID:1\nDTSTART:20240101\nSUMMARY:a\nEND:VEVENT\n",
        (1, 0),
    ),
    (
        "the BEGIN of an event is lost inside a time zone",
        "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=YEARLY\nUID:1\n\
         DTSTART:20240101\nSUMMARY:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20240102\nEND:VEVENT\n",
        (2, 0),
    ),
    (
        "a BEGIN line is glued to a name",
        "BEGIN:VTIMEZONE\nTZID:A\nRRUBEGIN:VEVENT\nUID:1\nDTSTART:20240101\nSUMMARY:a\nEND:VEVENT\n",
        (1, 0),
    ),
    (
        "most of a name is lost",
        "BEGIN:ENT\nUID:1\nDTSTART:20240101\nSUMMARY:a\nEND:VEVENT\nBEGIN:VEV\nUID:2\nDTSTART:20240102\nEND:VEVENT\n",
        (2, 0),
    ),
    (
        "an END line goes over into the next event",
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101\nSUMMARY:a\nEND:VEVENess@example.org\nDTSTART:20240102\nSUMMARY:b\nEND:VEVENT\n",
        (2, 0),
    ),
    (
        "an event without its start is told of",
        "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:16010101T000000\nSUMMARY:a\nEND:VEVENT\n",
        (0, 1),
    ),
    (
        "one whose BEGIN goes over into its start is told of",
        "BEGIN:VEVE090000Z\nDURATION:PT1H\nSUMMARY:a\nEND:VEVENT\n",
        (0, 1),
    ),
    (
        "lines are indented from some line on, and the second BEGIN is glued to something",
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101\n  SUMMARY:a\n  END:VEVENT\n  BEGIN:VEVENT  UID:2\n  DTSTART:20240102\n  END:VEVENT\n",
        (1, 1),
    ),
    (
        "the same, and the second BEGIN is lost",
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101\n  SUMMARY:a\n  END:VEVENT\n  UID:2\n  DTSTART:20240102\n  END:VEVENT\n",
        (1, 1),
    ),
    (
        "the same, and the second BEGIN lacks a letter",
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101\n  SUMMARY:a\n  END:VEVENT\n  BEGIVEVENT\n  UID:2\n  DTSTART:20240102\n  END:VEVENT\n",
        (1, 1),
    ),
    (
        "the same, and the line after the second BEGIN is cut",
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101\n  SUMMARY:a\n  END:VEVENT\n  BEGIN:VEVENT\n  UI\n  D:2\n  DTSTART:20240102\n  END:VEVENT\n",
        (1, 1),
    ),
    (
        "what is quoted is indented from some line on",
        "> BEGIN:VEVENT\n> UID:1\n> DTSTART:20240101\n  > END:VEVENT\n  > BEGIN:VEVENT\n  > UID:2\n  > DTSTART:20240102\n  > END:VEVENT\n",
        (2, 0),
    ),
];

#[test]
fn damage_that_a_person_sees_through_loses_no_event() {
    for (what, lines, expected) in SEEN_THROUGH {
        let imported = read(calendar(lines));
        let told = imported
            .diagnostics()
            .iter()
            .filter(|d| d.outcome == Outcome::LeftOut && d.line > 0)
            .count();
        assert_eq!(
            (imported.events().count(), told),
            expected,
            "{what}: {:#?}",
            imported.diagnostics()
        );
    }
}

#[test]
fn a_text_that_quotes_a_mail_stays_text() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101T090000Z\nDESCRIPTION:You wrote\n > BEGIN:VEVENT\n and I agree\nEND:VEVENT\n",
    );
    let imported = read(text);
    let event = imported.events().next().unwrap();
    assert_eq!(imported.events().count(), 1);
    assert_eq!(event.description, "You wrote> BEGIN:VEVENTand I agree");
}

#[test]
fn the_lines_of_an_indented_event_fold_deeper() {
    let text = calendar(
        "  BEGIN:VEVENT\n    UID:1\n    DTSTART:20240101T090000Z\n    SUMMARY:A long\n      title\n    LOCATION:here\n  END:VEVENT\n",
    );
    let imported = read(text);
    let event = imported.events().next().unwrap();
    assert_eq!(
        (event.summary.as_str(), event.location.as_str()),
        ("A long title", "here")
    );
}

#[test]
fn text_that_looks_like_a_marker_stays_text() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101T090000Z\nDESCRIPTION:Write\n BEGIN:VEVENT\n and then\n END:VEVENT\n to finish\nSUMMARY:How to\nEND:VEVENT\n",
    );
    let imported = read(text);
    let event = imported.events().next().unwrap();
    assert_eq!(imported.events().count(), 1);
    assert_eq!(
        event.description,
        "WriteBEGIN:VEVENTand thenEND:VEVENTto finish"
    );
    assert_eq!(event.summary, "How to");
}

#[test]
fn a_damaged_marker_in_a_text_stays_text() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240101T090000Z\nDESCRIPTION:Write\n BEGIN:VEVEMT\n and then go on\nEND:VEVENT\n",
    );
    let imported = read(text);
    let event = imported.events().next().unwrap();
    assert_eq!(imported.events().count(), 1);
    assert_eq!(event.description, "WriteBEGIN:VEVEMTand then go on");
}

#[test]
fn an_event_that_is_quoted_behind_a_torn_begin_line_is_told_of() {
    let imported = read(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240101T090000Z\nEND:VEVENT\nBEGIN:VEV\nENT\n> UID:2\n> DTSTART:20240102T090000Z\n",
    );
    assert_eq!(imported.events().count(), 1);
    let left_out = imported.diagnostics().iter().find(|d| d.code == "no-start");
    assert_eq!(left_out.map(|d| d.line), Some(6));
}

#[test]
fn a_file_of_other_components_is_no_calendar() {
    let imported = read("BEGIN:VCARD\nFN:Ada\nEND:VCARD\n");
    assert!(imported.is_empty());
    assert_eq!(imported.diagnostics()[0].code, "not-a-calendar");
}
