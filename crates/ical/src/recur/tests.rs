//! Rules walked in three ways: by RFC 5545's own examples, from DTSTART against from the window, and against the
//! `rrule` crate where that is right.

use chrono::{DateTime, TimeZone, Utc};
use proptest::prelude::*;

use super::*;
use crate::time::{self, DAY, Wall};
use crate::value;

fn wall(text: &str) -> Wall {
    let written = value::date_time(text).unwrap();
    time::midnight(written.day) + written.second.unwrap_or(0)
}

/// The wall times of a window, up to a number.
fn walk(rule: &str, start: Wall, from: Wall, to: Wall, most: usize) -> Vec<Wall> {
    let (rule, problems) = Rule::parse(rule).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    let bounds = Bounds {
        start,
        from,
        to,
        steps: 50_000_000,
    };
    let mut found = Vec::new();
    let walked = each(&rule, false, &bounds, &|wall| wall, &mut |wall| {
        found.push(wall);
        found.len() < most
    });
    assert!(!walked.cut);
    found
}

fn shown(walls: &[Wall]) -> Vec<String> {
    walls
        .iter()
        .map(|w| time::utc(*w).format("%Y%m%dT%H%M").to_string())
        .collect()
}

/// The first instances of a rule, as `YYYYMMDDTHHMM`.
fn firsts(start: &str, rule: &str, most: usize) -> Vec<String> {
    let start = wall(start);
    shown(&walk(rule, start, start, wall("21000101T000000"), most))
}

#[test]
fn examples_of_rfc_5545() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "19970902T090000",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=4",
            &[
                "19970902T0900",
                "19970904T0900",
                "19970916T0900",
                "19970918T0900",
            ],
        ),
        (
            "19970905T090000",
            "FREQ=MONTHLY;BYDAY=1FR;COUNT=3",
            &["19970905T0900", "19971003T0900", "19971107T0900"],
        ),
        (
            "19970922T090000",
            "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO",
            &["19970922T0900", "19971020T0900", "19971117T0900"],
        ),
        (
            "19970928T090000",
            "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3",
            &["19970928T0900", "19971029T0900", "19971128T0900"],
        ),
        (
            "19970101T090000",
            "FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200",
            &[
                "19970101T0900",
                "19970410T0900",
                "19970719T0900",
                "20000101T0900",
                "20000409T0900",
            ],
        ),
        (
            "19970519T090000",
            "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
            &["19970519T0900", "19980518T0900", "19990517T0900"],
        ),
        (
            "19970512T090000",
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3",
            &["19970512T0900", "19980511T0900", "19990517T0900"],
        ),
        (
            "19980213T090000",
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
            &["19980213T0900", "19980313T0900", "19981113T0900"],
        ),
        (
            "19970913T090000",
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=2",
            &["19970913T0900", "19971011T0900"],
        ),
        (
            "19961105T090000",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
            &["19961105T0900", "20001107T0900", "20041102T0900"],
        ),
        (
            "19970904T090000",
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            &["19970904T0900", "19971007T0900", "19971106T0900"],
        ),
        (
            "19970929T090000",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
            &["19970929T0900", "19971030T0900", "19971127T0900"],
        ),
        (
            "19970902T090000",
            "FREQ=HOURLY;INTERVAL=3;COUNT=3",
            &["19970902T0900", "19970902T1200", "19970902T1500"],
        ),
        (
            "19970902T090000",
            "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
            &[
                "19970902T0900",
                "19970902T1030",
                "19970902T1200",
                "19970902T1330",
            ],
        ),
        (
            "19970902T160000",
            "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16;COUNT=4",
            &[
                "19970902T1600",
                "19970902T1620",
                "19970902T1640",
                "19970903T0900",
            ],
        ),
        (
            "19970805T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            &[
                "19970805T0900",
                "19970810T0900",
                "19970819T0900",
                "19970824T0900",
            ],
        ),
        (
            "19970805T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            &[
                "19970805T0900",
                "19970817T0900",
                "19970819T0900",
                "19970831T0900",
            ],
        ),
        (
            "20070115T090000",
            "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
            &[
                "20070115T0900",
                "20070130T0900",
                "20070215T0900",
                "20070315T0900",
                "20070330T0900",
            ],
        ),
        (
            "20240229T090000",
            "FREQ=YEARLY;COUNT=2",
            &["20240229T0900", "20280229T0900"],
        ),
        (
            "20240131T090000",
            "FREQ=MONTHLY;COUNT=3",
            &["20240131T0900", "20240331T0900", "20240531T0900"],
        ),
        (
            "20201228T090000",
            "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2",
            &["20201228T0900", "20261228T0900"],
        ),
        (
            "20240101T090000",
            "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=-1;COUNT=2",
            &["20240101T1730", "20240102T1730"],
        ),
        (
            "20240101T093000",
            "FREQ=SECONDLY;INTERVAL=3600;BYMINUTE=30;COUNT=2",
            &["20240101T0930", "20240101T1030"],
        ),
    ];
    for (start, rule, expected) in cases {
        assert_eq!(firsts(start, rule, 20), *expected, "{rule}");
    }
}

/// Lists of numbers, a few or none.
fn some<T: std::fmt::Debug + Clone + 'static>(
    values: impl Strategy<Value = T> + 'static,
    chance: f64,
) -> impl Strategy<Value = Vec<T>> {
    prop::option::weighted(chance, prop::collection::vec(values, 1..4))
        .prop_map(Option::unwrap_or_default)
}

fn signed(most: i32) -> impl Strategy<Value = i32> {
    prop_oneof![1..=most, -most..=-1]
}

/// Rules with any parts, without COUNT and UNTIL.
fn rules() -> impl Strategy<Value = String> {
    let weekdays = prop::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    let days = (prop::option::weighted(0.3, signed(4)), weekdays.clone());
    (
        prop::sample::select(vec![
            "YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY",
        ]),
        1..6_i32,
        some(1..=12_i32, 0.3),
        some(signed(31), 0.2),
        some(days, 0.4),
        (some(signed(366), 0.05), some(signed(53), 0.05)),
        (some(0..24_i32, 0.15), some(0..60_i32, 0.1)),
        some(signed(4), 0.15),
        weekdays,
    )
        .prop_map(
            |(
                freq,
                interval,
                months,
                month_days,
                days,
                (year_days, weeks),
                (hours, minutes),
                positions,
                week_start,
            )| {
                let monthly = matches!(freq, "YEARLY" | "MONTHLY");
                let yearly = freq == "YEARLY";
                let mut rule = format!("FREQ={freq};INTERVAL={interval};WKST={week_start}");
                let mut part = |name: &str, list: Vec<String>| {
                    if !list.is_empty() {
                        rule.push_str(&format!(";{name}={}", list.join(",")));
                    }
                    !list.is_empty()
                };
                let numbers =
                    |list: Vec<i32>| list.iter().map(ToString::to_string).collect::<Vec<_>>();
                let weeks = if yearly { numbers(weeks) } else { Vec::new() };
                let year_days = if yearly {
                    numbers(year_days)
                } else {
                    Vec::new()
                };
                let plain_days = !monthly
                    || !weeks.is_empty()
                    || !year_days.is_empty()
                    || !month_days.is_empty();
                let mut any = part("BYMONTH", numbers(months));
                any |= part("BYWEEKNO", weeks);
                any |= part("BYYEARDAY", year_days);
                any |= part(
                    "BYMONTHDAY",
                    if freq == "WEEKLY" {
                        Vec::new()
                    } else {
                        numbers(month_days)
                    },
                );
                any |= part(
                    "BYDAY",
                    days.iter()
                        .map(|(nth, day)| match nth {
                            Some(nth) if !plain_days => format!("{nth}{day}"),
                            _ => (*day).to_owned(),
                        })
                        .collect(),
                );
                any |= part("BYHOUR", numbers(hours));
                any |= part("BYMINUTE", numbers(minutes));
                if any {
                    part("BYSETPOS", numbers(positions));
                }
                rule
            },
        )
}

fn starts() -> impl Strategy<Value = Wall> {
    (time::day(2015, 1, 1)..time::day(2025, 1, 1), 0..1440_i64)
        .prop_map(|(day, minute)| time::midnight(day) + minute * 60)
}

/// What the `rrule` crate says, where it can be asked.
fn second_opinion(rule: &str, start: Wall, to: Wall, most: u16) -> Option<Vec<Wall>> {
    let start: DateTime<rrule::Tz> =
        rrule::Tz::UTC.from_utc_datetime(&time::utc(start).naive_utc());
    let end: DateTime<rrule::Tz> = rrule::Tz::UTC.from_utc_datetime(&time::utc(to).naive_utc());
    let unvalidated: rrule::RRule<rrule::Unvalidated> = rule.parse().ok()?;
    let set = unvalidated.build(start).ok()?.before(end);
    let result = set.all(most);
    Some(
        result
            .dates
            .iter()
            .map(|date| date.with_timezone(&Utc).timestamp())
            .collect(),
    )
}

fn mixes_numbered_weekdays(rule: &str) -> bool {
    let parsed = Rule::parse(rule).unwrap().0;
    let numbered = parsed.by_day.iter().filter(|(nth, _)| *nth != 0).count();
    numbered > 0 && numbered < parsed.by_day.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn from_the_window_is_as_from_the_start(rule in rules(), start in starts(), ahead in 0..3000_i64, length in 1..500_i64) {
        let from = start + ahead * DAY + 1234;
        let to = from + length.min(30) * DAY;
        let skipped = walk(&rule, start, from, to, usize::MAX);
        let mut whole = walk(&rule, start, start, to, usize::MAX);
        whole.retain(|wall| *wall >= from);
        prop_assert_eq!(skipped, whole);
    }

    #[test]
    fn count_takes_the_first(rule in rules(), start in starts(), count in 1..30_usize) {
        let to = start + 2000 * DAY;
        let counted = walk(&format!("{rule};COUNT={count}"), start, start, to, usize::MAX);
        let mut whole = walk(&rule, start, start, to, count);
        whole.truncate(count);
        prop_assert_eq!(&counted, &whole);
        if let Some(last) = counted.last() {
            let until = time::utc(*last).format("%Y%m%dT%H%M%SZ").to_string();
            prop_assert_eq!(walk(&format!("{rule};UNTIL={until}"), start, start, to, usize::MAX), counted);
        }
    }

    #[test]
    fn the_rrule_crate_agrees(rule in rules(), start in starts()) {
        // It takes BYSETPOS of short periods otherwise, weekdays with and without a number together as both at
        // once, and ends rules shorter than a day early where BYHOUR skips much.
        prop_assume!(!rule.contains("HOURLY") && !rule.contains("MINUTELY"));
        prop_assume!(!rule.contains("BYSETPOS") || rule.contains("MONTHLY") || rule.contains("YEARLY"));
        prop_assume!(!mixes_numbered_weekdays(&rule));
        // BYWEEKNO alone means all seven days to it; RFC 5545 takes what the rule does not say from DTSTART.
        prop_assume!(!rule.contains("BYWEEKNO") || rule.contains("DAY="));
        let to = start + 900 * DAY;
        if let Some(theirs) = second_opinion(&rule, start, to, 400) {
            let ours = walk(&rule, start, start, to + 1, theirs.len().max(1));
            prop_assert_eq!(shown(&ours), shown(&theirs), "{}", rule);
        }
    }
}
