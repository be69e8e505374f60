//! Importing a week each week adds up.

use chrono_tz::Tz;
use weekwise_ical::{ImportOptions, Input, KeptCalendar, Progress, added_up, import_with};

use super::support::{calendar, lines, years};

fn kept(text: &str) -> KeptCalendar {
    let options = ImportOptions {
        progress: &Progress::default(),
        keep_bytes: true,
    };
    let bytes = text.as_bytes().to_vec();
    let input = Input::Bytes {
        name: "work.ics".into(),
        bytes,
    };
    let mut all = import_with(vec![input], options)
        .unwrap()
        .take_kept(Tz::UTC);
    assert_eq!(all.len(), 1, "one calendar: {text}");
    all.remove(0)
}

/// What there is after one file was imported after the other; each more than once, which changes nothing.
fn after(files: &[&str]) -> Vec<String> {
    let mut holds: Option<KeptCalendar> = None;
    for file in files {
        for _ in 0..2 {
            let coming = kept(file);
            let before = holds.as_ref().map_or(&[][..], |holds| &holds.bytes);
            let bytes = added_up(before, &coming).map_or(coming.bytes, |added| added.bytes);
            holds = Some(kept(&String::from_utf8(bytes).unwrap()));
        }
        let coming = kept(file);
        let before = holds.as_ref().unwrap().bytes.clone();
        let again = added_up(&before, &coming).map_or(coming.bytes, |added| added.bytes);
        assert_eq!(again, before, "again, and nothing is different");
    }
    let text = String::from_utf8(holds.unwrap().bytes).unwrap();
    let input = Input::Bytes {
        name: "work.ics".into(),
        bytes: text.into_bytes(),
    };
    let found = years(&weekwise_ical::import(vec![input]), 2026, 2026, Tz::UTC);
    let mut days: Vec<String> = lines(&found)
        .iter()
        .map(|line| line.trim().to_owned())
        .collect();
    days.sort();
    days
}

fn single(uid: &str, day: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{day}T090000Z\r\nDURATION:PT1H\r\nSUMMARY:{uid}\r\nEND:VEVENT\r\n"
    )
}

fn weekly(uid: &str, first: &str, end: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{first}T140000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY{end}\r\nSUMMARY:{uid}\r\nEND:VEVENT\r\n"
    )
}

fn file(events: &[String]) -> String {
    calendar(&events.concat())
}

fn same(files: &[&str], whole: &str) {
    assert_eq!(after(files), after(&[whole]));
}

#[test]
fn one_week_after_the_other_is_both() {
    let series = weekly("standup", "20260105", ";UNTIL=20261231T000000Z");
    let (a, b) = (single("a", "20261102"), single("b", "20261106"));
    let (c, d) = (single("c", "20261109"), single("d", "20261113"));
    let first = file(&[series.clone(), a.clone(), b.clone()]);
    let second = file(&[series.clone(), c.clone(), d.clone()]);
    let both = file(&[series, a, b, c, d]);
    same(&[&first, &second], &both);
    same(&[&second, &first], &both);
    same(&[&first, &second, &first], &both);
}

#[test]
fn what_a_later_file_of_the_same_days_does_not_have_is_gone() {
    let (a, b, c) = (
        single("a", "20261102"),
        single("b", "20261104"),
        single("c", "20261106"),
    );
    let before = file(&[a.clone(), b, c.clone()]);
    let later = file(&[a, c]);
    same(&[&before, &later], &later);
}

#[test]
fn an_event_that_was_moved_is_there_once() {
    let before = file(&[single("a", "20261102"), single("b", "20261104")]);
    let later = file(&[single("a", "20261110"), single("c", "20261112")]);
    let whole = file(&[
        single("a", "20261110"),
        single("b", "20261104"),
        single("c", "20261112"),
    ]);
    same(&[&before, &later], &whole);
}

#[test]
fn a_series_that_is_not_there_any_more_ended_where_the_later_file_begins() {
    let before = file(&[
        weekly("gone", "20260907", ";COUNT=30"),
        weekly("over", "20260105", ";COUNT=4"),
        single("a", "20261005"),
    ]);
    let later = file(&[single("b", "20261109"), single("c", "20261113")]);
    let whole = file(&[
        weekly("gone", "20260907", ";UNTIL=20261108"),
        weekly("over", "20260105", ";COUNT=4"),
        single("a", "20261005"),
        single("b", "20261109"),
        single("c", "20261113"),
    ]);
    same(&[&before, &later], &whole);
}

#[test]
fn an_instance_that_was_moved_last_week_stays_moved() {
    let series = weekly("standup", "20260105", "");
    let moved = "BEGIN:VEVENT\r\nUID:standup\r\nRECURRENCE-ID:20261102T140000Z\r\nDTSTART:20261103T160000Z\r\nDURATION:PT1H\r\nSUMMARY:standup, later\r\nEND:VEVENT\r\n".to_owned();
    let before = file(&[series.clone(), moved.clone(), single("a", "20261106")]);
    let later = file(&[series.clone(), single("b", "20261109")]);
    let whole = file(&[
        series,
        moved,
        single("a", "20261106"),
        single("b", "20261109"),
    ]);
    same(&[&before, &later], &whole);
}

#[test]
fn the_days_a_file_says_it_has_count_and_not_those_of_its_events() {
    let before = file(&[single("a", "20261102"), single("b", "20261106")]);
    let stated = "X-CALSTART:20261102T000000Z\r\nX-CALEND:20261109T000000Z\r\n";
    let later = calendar(&format!("{stated}{}", single("c", "20261104")));
    same(&[&before, &later], &file(&[single("c", "20261104")]));
    // By its event alone it would tell of one day.
    let unstated = file(&[single("c", "20261104")]);
    let whole = file(&[
        single("a", "20261102"),
        single("b", "20261106"),
        single("c", "20261104"),
    ]);
    same(&[&before, &unstated], &whole);
}

#[test]
fn a_file_of_series_alone_tells_of_all_days_from_its_first_on() {
    let before = file(&[
        weekly("stays", "20260105", ""),
        weekly("gone", "20260302", ""),
        single("gone too", "20261102"),
        single("earlier", "20251201"),
    ]);
    let later = file(&[weekly("stays", "20260105", "")]);
    same(&[&before, &later], &later);
}

#[test]
fn an_empty_file_takes_nothing_away() {
    let before = file(&[weekly("standup", "20260105", ""), single("a", "20261102")]);
    same(&[&before, &file(&[])], &before);
}

#[test]
fn zones_and_folds_and_encodings_come_along() {
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Werk\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    let own = "BEGIN:VEVENT\r\nUID:own\r\nDTSTART;TZID=Werk:20261102T090000\r\nDURATION:PT1H\r\nSUMMARY:Gr\r\n üße\r\nEND:VEVENT\r\n";
    let before = calendar(&format!("{zone}{own}"));
    let whole = calendar(&format!("{zone}{own}{}", single("b", "20261110")));
    same(&[&before, &file(&[single("b", "20261110")])], &whole);
    // A file without ends, and one that is indented.
    let open = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261110T090000Z\r\nDURATION:PT1H\r\nSUMMARY:b";
    assert_eq!(after(&[&before, open]), after(&[&whole]));
    let indented = format!(
        "BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n",
        single("b", "20261110")
            .lines()
            .map(|line| format!("  {line}\r\n"))
            .collect::<String>()
    );
    assert_eq!(after(&[&before, &indented]), after(&[&whole]));
    assert_eq!(after(&[&indented, &before]), after(&[&whole]));
}
