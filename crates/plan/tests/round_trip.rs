//! A plan comes back from a calendar as it was written, read by the room that reads everybody's calendars.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use weekwise_ical::Input;
use weekwise_model::{
    BlockOrigin, Category, IsoWeek, Occurrence, Period, PeriodJson, Plan, PlanArithmetic, PlanBlock,
};
use weekwise_plan::{Alternatives, Draft, Former, export, former, plan, uid_of};

use crate::world::{at, balanced, instant, monday, slot, weeks};

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
        next_step: None,
        advice: weekwise_model::AdviceList::default(),
        reported: Vec::new(),
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
    input.mixes = crate::world::mixes(&input, &weekwise_model::Profile::default(), |_| None, &[]);
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
