//! A plan comes back from a calendar as it was written, read by the room that reads everybody's calendars.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use weekwise_ical::Input;
use weekwise_model::{
    BlockOrigin, Category, ChangeAction, IsoWeek, Occurrence, Period, PeriodJson, Plan,
    PlanArithmetic, PlanBlock, PlanWishes, Profile,
};
use weekwise_plan::{
    Alternatives, Draft, Former, PlanInput, Unprepared, export, former, plan, uid_of,
};

use crate::world::{at, balanced, instant, meeting, mixes, monday, slot, weeks};

type Span = (DateTime<Utc>, DateTime<Utc>);

fn read(text: &str, zone: Tz) -> Vec<Occurrence> {
    let input = Input::Bytes {
        name: "plan.ics".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let imported = weekwise_ical::import(vec![input]);
    assert!(
        imported.diagnostics().is_empty(),
        "{:?}",
        imported.diagnostics()
    );
    let day = |y| NaiveDate::from_ymd_opt(y, 1, 1).unwrap();
    let period = Period::of_days(day(2026), day(2028), zone);
    imported.expand(period.from, period.to, zone).occurrences
}

fn spans(text: &str, zone: Tz) -> BTreeSet<Span> {
    read(text, zone)
        .iter()
        .filter(|o| o.event.status != weekwise_model::Status::Cancelled)
        .map(|o| o.span.instants(zone))
        .collect()
}

fn whole(draft: Draft, zone: Tz) -> Plan {
    // Only blocks and wishes are written.
    let report = || serde_free_report(zone);
    Plan {
        period: PeriodJson::from(&Period::of_week(IsoWeek::of(monday()), zone)),
        wishes: draft.wishes,
        blocks: draft.blocks,
        changes: draft.changes,
        negotiability: Vec::new(),
        arithmetic: PlanArithmetic::default(),
        before: report(),
        after: report(),
        optimal: true,
        gap: 0.0,
        alternatives: Vec::new(),
        missing: None,
        refused: Vec::new(),
        kept: Vec::new(),
        notes: Vec::new(),
    }
}

fn serde_free_report(zone: Tz) -> weekwise_model::Report {
    let mix = weekwise_model::Mix {
        denominator_minutes: 0,
        categories: Vec::new(),
        fragment_minutes: 0,
        unknown_minutes: 0,
    };
    weekwise_model::Report {
        period: PeriodJson::from(&Period::of_week(IsoWeek::of(monday()), zone)),
        demo: false,
        profile: String::new(),
        week_mix: mix.clone(),
        booked_mix: mix,
        hours_to_move: 0.0,
        metrics: weekwise_model::Metrics::default(),
        signals: Vec::new(),
        pending: None,
        next_step: None,
        advice: weekwise_model::AdviceList::default(),
        reported: Vec::new(),
        habits: Vec::new(),
        trust: weekwise_model::Trust::default(),
    }
}

fn planned(plan: &Plan) -> BTreeSet<Span> {
    let new = |b: &&PlanBlock| b.origin != BlockOrigin::Kept;
    plan.blocks
        .iter()
        .filter(new)
        .map(|b| (instant(&b.start), instant(&b.end)))
        .collect()
}

#[test]
fn every_block_comes_back_across_a_change_of_clocks() {
    for (zone, from) in [
        (Tz::Europe__Berlin, (2026, 10, 12)),
        (Tz::America__New_York, (2026, 10, 19)),
        (Tz::Australia__Lord_Howe, (2026, 9, 21)),
        (Tz::Asia__Kolkata, (2026, 9, 21)),
        (Tz::UTC, (2026, 9, 21)),
    ] {
        let from = NaiveDate::from_ymd_opt(from.0, from.1, from.2).unwrap();
        let input = weeks(from, 4, zone, balanced());
        let plan = whole(plan(&input, Alternatives::None), zone);
        let text = export(&plan, &[], zone, input.now);
        assert_eq!(spans(&text, zone), planned(&plan), "{zone}");
        assert!(text.contains("RRULE:FREQ=WEEKLY;COUNT=4"), "{zone}");
        assert_eq!(text.contains("BEGIN:VTIMEZONE"), zone != Tz::UTC);
        for line in [
            "TRANSP:OPAQUE",
            "CATEGORIES:Deep work",
            "STATUS:CONFIRMED",
            "URL:weekwise://plan?block=",
        ] {
            assert!(text.contains(line), "{line} is not in {text}");
        }
    }
}

#[test]
fn a_second_export_updates_the_first() {
    let zone = Tz::Europe__Berlin;
    let mut input = weeks(monday(), 1, zone, balanced());
    let first = whole(plan(&input, Alternatives::None), zone);
    let text = export(&first, &[], zone, input.now);
    let before: Vec<Former> = former(&read(&text, zone), zone);
    assert_eq!(before.len(), first.blocks.len());
    // Nothing changed: nothing is raised.
    assert_eq!(export(&first, &before, zone, input.now), text);
    // The first day's block is elsewhere on its day, and a day falls away.
    let day = instant(&first.blocks[0].start)
        .with_timezone(&zone)
        .date_naive();
    let last = instant(&first.blocks.last().unwrap().start)
        .with_timezone(&zone)
        .date_naive();
    let moved = at(zone, day, 13, 0);
    input.wishes.locked.push(slot(moved, 180));
    input.wishes.dismissed.push(slot(at(zone, day, 9, 0), 240));
    input.wishes.dismissed.push(slot(at(zone, last, 9, 0), 480));
    let second = whole(plan(&input, Alternatives::None), zone);
    let text = export(&second, &before, zone, input.now);
    assert_eq!(spans(&text, zone), planned(&second));
    let again = former(&read(&text, zone), zone);
    let changed = again
        .iter()
        .find(|f| f.uid == uid_of(Category::DeepWork, day, 1))
        .unwrap();
    assert_eq!(
        (changed.start, changed.sequence, changed.cancelled),
        (moved, 1, false)
    );
    let gone = again
        .iter()
        .find(|f| f.uid == uid_of(Category::DeepWork, last, 1))
        .unwrap();
    assert!(gone.cancelled && gone.sequence == 1);
}

#[test]
fn a_block_keeps_its_uid_from_plan_to_plan() {
    let zone = Tz::Europe__Berlin;
    let input = weeks(monday(), 2, zone, balanced());
    let one = plan(&input, Alternatives::None);
    let mut later = input.clone();
    later.now += TimeDelta::hours(1);
    let other = plan(&later, Alternatives::None);
    let uids = |draft: &Draft| {
        draft
            .blocks
            .iter()
            .map(|b| b.uid.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(uids(&one), uids(&other));
    assert!(uids(&one).iter().all(|uid| weekwise_plan::is_planned(uid)));
}

#[test]
fn each_block_comes_back_as_what_it_is_for() {
    let zone = Tz::Europe__Berlin;
    let mut input = weeks(monday(), 1, zone, balanced());
    input.mixes = mixes(&input, &Profile::default(), |_| None, &[]);
    let first = whole(plan(&input, Alternatives::None), zone);
    let text = export(&first, &[], zone, input.now);
    for (uid, title, category) in [
        (
            "deep-work-2026",
            "SUMMARY:Deep work",
            "CATEGORIES:Deep work",
        ),
        ("strategy-2026", "SUMMARY:Strategy", "CATEGORIES:Strategy"),
        (
            "one-on-one-2026",
            "SUMMARY:Open for 1:1s",
            "CATEGORIES:1:1s & mentoring",
        ),
    ] {
        let event = text.split("BEGIN:VEVENT").find(|event| event.contains(uid));
        let event = event.unwrap_or_else(|| panic!("{uid} is not in {text}"));
        assert!(event.contains(title) && event.contains(category), "{event}");
    }
    let before = former(&read(&text, zone), zone);
    assert_eq!(before.len(), first.blocks.len());
    assert_eq!(
        export(&first, &before, zone, input.now),
        text,
        "nothing is raised"
    );
}

/// Zones, and a Monday before a week in which their clocks change.
const CHANGES: [(Tz, (i32, u32, u32)); 4] = [
    (Tz::Europe__Berlin, (2026, 10, 19)),
    (Tz::America__New_York, (2026, 10, 26)),
    (Tz::Australia__Sydney, (2026, 9, 28)),
    (Tz::Australia__Lord_Howe, (2026, 9, 28)),
];

/// Weeks of meetings across a change of clocks, some every week, some that may change, and reviews that nothing prepares; with
/// bands that lack something of everything.
fn calendar() -> impl Strategy<Value = (PlanInput, usize, usize)> {
    let entry = (
        0_u64..5,
        0_u32..28,
        1_i64..7,
        0_usize..6,
        1_u64..4,
        any::<bool>(),
    );
    let more = (1_u32..4, 0_u32..4, any::<bool>(), 0_usize..8, 0_usize..20);
    (proptest::collection::vec(entry, 0..14), 0_usize..4, more).prop_map(
        |(entries, place, more)| {
            let (number_of_weeks, mornings, same_weekdays, gone, week) = more;
            let (zone, (year, month, day)) = CHANGES[place];
            let from = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let wishes = PlanWishes {
                mornings,
                same_weekdays,
                ..balanced()
            };
            let mut input = weeks(from, number_of_weeks, zone, wishes);
            for (number, (day, cell, cells, kind, every, moves)) in entries.into_iter().enumerate()
            {
                let may = [(ChangeAction::Move, 0.5)];
                let may = if moves { &may[..] } else { &[] };
                for week in (0..u64::from(number_of_weeks)).filter(|week| week % every == 0) {
                    let date = from + Days::new(week * 7 + day);
                    let start = at(zone, date, 9, 0) + TimeDelta::minutes(i64::from(cell) * 15);
                    let end = start + TimeDelta::minutes(cells * 15);
                    let taken = input.entries.iter().any(|e| e.start < end && start < e.end);
                    if taken || end > at(zone, date, 17, 0) {
                        continue;
                    }
                    let mut entry = meeting(&number.to_string(), start, cells * 15, may);
                    entry.category = Category::WORK[kind];
                    if entry.category == Category::Review {
                        input.unprepared.push(Unprepared {
                            title: format!("Design {number}"),
                            start,
                        });
                    }
                    input.entries.push(entry);
                }
            }
            input.unprepared.sort_by_key(|review| review.start);
            let entries = input.entries.clone();
            let there = |at: usize| Some((entries[at].start, entries[at].end));
            input.mixes = mixes(&input, &Profile::default(), there, &[]);
            (input, gone, week)
        },
    )
}

/// What a calendar has that takes both files in: of each UID the one with the higher SEQUENCE.
fn after_both(first: &str, second: &str) -> String {
    let events = |text: &str| -> Vec<(String, u32, String)> {
        let of = |event: &str, name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap().trim().to_owned()
        };
        let all = text.split("BEGIN:VEVENT").skip(1);
        let all = all.map(|event| event.split("END:VEVENT").next().unwrap());
        all.map(|event| {
            (
                of(event, "UID:"),
                of(event, "SEQUENCE:").parse().unwrap(),
                event.to_owned(),
            )
        })
        .collect()
    };
    let mut all = events(first);
    for (uid, sequence, event) in events(second) {
        match all.iter_mut().find(|known| known.0 == uid) {
            Some(known) if known.1 < sequence => *known = (uid, sequence, event),
            Some(_) => {}
            None => all.push((uid, sequence, event)),
        }
    }
    // Where nothing is planned any more, the second file has nothing but its frame.
    let whole = if second.contains("BEGIN:VEVENT") {
        second
    } else {
        first
    };
    let head = whole.split("BEGIN:VEVENT").next().unwrap();
    let events = all
        .iter()
        .map(|(.., event)| format!("BEGIN:VEVENT{event}END:VEVENT\r\n"));
    format!("{head}{}END:VCALENDAR\r\n", events.collect::<String>())
}

/// Every block that stands, one for each occurrence.
fn all_spans(text: &str, zone: Tz) -> Vec<Span> {
    let standing = read(text, zone).into_iter();
    let mut all: Vec<Span> = standing
        .filter(|o| o.event.status != weekwise_model::Status::Cancelled)
        .map(|o| o.span.instants(zone))
        .collect();
    all.sort_unstable();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn no_two_blocks_overlap_and_the_export_says_exactly_those_that_are_planned((input, gone, week) in calendar()) {
        let zone = input.zone;
        let plans = |input: &PlanInput| whole(plan(input, Alternatives::None), zone);
        let apart = |plan: &Plan| {
            let mut spans: Vec<Span> = plan.blocks.iter().map(|b| (instant(&b.start), instant(&b.end))).collect();
            spans.sort_unstable();
            spans.windows(2).all(|pair| pair[0].1 <= pair[1].0)
        };
        let first = plans(&input);
        prop_assert!(apart(&first), "{:?}", first.blocks);
        let text = export(&first, &[], zone, input.now);
        let exactly = |plan: &Plan| planned(plan).into_iter().collect::<Vec<_>>();
        prop_assert_eq!(all_spans(&text, zone), exactly(&first));

        // Some block is not wanted; a calendar that has the first file takes the second in.
        let Some(block) = first.blocks.get(gone % first.blocks.len().max(1)) else { return Ok(()) };
        let mut other = input.clone();
        other.wishes.dismissed.push(slot(instant(&block.start), block.minutes));
        let second = plans(&other);
        prop_assert!(apart(&second), "{:?}", second.blocks);
        let before = former(&read(&text, zone), zone);
        let again = export(&second, &before, zone, other.now);
        prop_assert_eq!(all_spans(&again, zone), exactly(&second));
        prop_assert_eq!(all_spans(&after_both(&text, &again), zone), exactly(&second));

        // Later, when some of it is over, that stays as it was.
        let now = input.now + TimeDelta::days(i64::try_from(week).unwrap());
        other.now = now;
        let third = plans(&other);
        let text = after_both(&text, &export(&third, &before, zone, now));
        let mut all = exactly(&first);
        all.retain(|(start, _)| *start < now);
        all.extend(exactly(&third));
        prop_assert_eq!(all_spans(&text, zone), all);
    }
}
