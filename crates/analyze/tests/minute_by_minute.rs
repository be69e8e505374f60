//! On random calendars, both implementations agree to the minute.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use weekwise_analyze::{Analysis, MeetingsQuestion, TrendsQuestion, meetings, trends};
use weekwise_model::{
    BusyStatus, Category, Classified, Counting, Grain, Kind, Period, Response, Settings, Shape,
    Status, Stay, Stretch, TrendPeriod,
};

use crate::judge::{MINUTE, Verdict, judge};
use crate::support::{all_day, block, counted, meeting, settings};

const ZONES: [Tz; 6] = [
    chrono_tz::Europe::Berlin,
    chrono_tz::America::New_York,
    chrono_tz::UTC,
    // Half an hour of summer time, midnights that do not exist, a quarter-hour offset.
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Asia::Beirut,
    chrono_tz::Asia::Kathmandu,
];

const HOURS: [&str; 6] = [
    "09:00-17:00",
    "09:00-12:00,13:00-17:30",
    "00:00-24:00",
    "02:30-03:30,04:00-09:15",
    "22:00-24:00",
    "08:00-10:00,10:00-11:00,15:00-16:00",
];

/// Weeks with a change of clocks somewhere, and an ordinary one.
const MONDAYS: [&str; 4] = ["2026-03-23", "2026-10-19", "2026-11-09", "2026-03-30"];

/// At home, and on the other side of the world in both directions.
const PLACES: [&str; 5] = [
    "Europe/Berlin",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
];

/// A stay around the week, or two, the second right after the first.
fn stays() -> impl Strategy<Value = Vec<(i64, i64, &'static str)>> {
    let place = || proptest::sample::select(PLACES.to_vec());
    let first = (-3_i64..8, 0_i64..5, place());
    prop_oneof![
        2 => Just(Vec::new()),
        2 => first.clone().prop_map(|first| vec![first]),
        1 => (first, 0_i64..4, place()).prop_map(|((from, days, zone), more, next)| {
            vec![(from, days, zone), (from + days + 1, more, next)]
        }),
    ]
}

fn occurrence() -> impl Strategy<Value = (i64, i64, u8, u8, u8, u8)> {
    // Starts around the week, by quarter hours mostly; lengths up to half a day and more.
    let start =
        prop_oneof![3 => (-200_i64..760).prop_map(|q| q * 15 * 60), 1 => -100_000_i64..700_000];
    let length = prop_oneof![6 => (1_i64..16).prop_map(|q| q * 15 * 60), 1 => 0_i64..60_000];
    (start, length, 0_u8..8, 0_u8..12, 0_u8..10, 0_u8..4)
}

fn classified(
    monday: DateTime<Utc>,
    number: usize,
    parts: (i64, i64, u8, u8, u8, u8),
) -> Classified {
    let (start, length, category, answer, shape, series) = parts;
    let start = monday + TimeDelta::seconds(start);
    let end = start + TimeDelta::seconds(length);
    let uid = if series == 0 {
        format!("series {}", number % 3)
    } else {
        format!("single {number}")
    };
    let category = Category::WORK.get(usize::from(category)).copied();
    if category.is_none() && shape == 0 {
        let day = start.date_naive();
        let next = day.succ_opt().unwrap();
        return all_day(&uid, Kind::TimeOff, &day.to_string(), &next.to_string()).build();
    }
    let category = category.unwrap_or(Category::Personal);
    let build = if shape < 6 {
        meeting(&uid, category, "2026-11-09 09:00")
    } else {
        block(&uid, category, "2026-11-09 09:00")
    };
    let build = build.span(start, end);
    let build = match answer {
        0 => build.response(Response::Tentative),
        1 => build.response(Response::NeedsAction),
        2 => build.response(Response::Declined),
        3 => build.status(Status::Cancelled),
        4 => build.status(Status::Tentative),
        5 => build.busy(BusyStatus::OutOfOffice),
        6 => build.transparent(),
        7 => build.response(Response::Unknown),
        _ => build,
    };
    // Instances of the same series lie anywhere: that is all the rule says here.
    let build = if series == 0 {
        build.repeats("FREQ=WEEKLY", "2026-01-05 09:00")
    } else {
        build
    };
    build.build()
}

fn calendar() -> impl Strategy<Value = (Vec<Classified>, Period, Settings)> {
    (
        proptest::collection::vec(occurrence(), 0..30),
        proptest::sample::select(ZONES.to_vec()),
        proptest::sample::select(HOURS.to_vec()),
        proptest::sample::select(MONDAYS.to_vec()),
        proptest::sample::select(vec![30_u32, 90, 120, 240]),
        any::<bool>(),
        (0_i64..2000, 0_i64..9000),
        stays(),
        proptest::option::of(0_u64..7),
    )
        .prop_map(
            |(parts, zone, hours, monday, focus, tentative, (skip, length), stays, off)| {
                let (focus_minutes, count_tentative) = (focus, tentative);
                let mut settings = Settings {
                    zone,
                    focus_minutes,
                    count_tentative,
                    ..settings()
                };
                settings.hours = hours.parse().unwrap();
                // Work at the weekend too, where the clocks change.
                let monday_hours = settings.hours.days[0].clone();
                settings.hours.days[6] = monday_hours;
                let monday: NaiveDate = monday.parse().unwrap();
                settings.marks.days_off = off
                    .map(|days| monday + Days::new(days))
                    .into_iter()
                    .collect();
                settings.marks.stays = stays
                    .into_iter()
                    .map(|(from, days, zone)| Stay {
                        first: monday + TimeDelta::days(from),
                        last: monday + TimeDelta::days(from + days),
                        zone: zone.to_owned(),
                    })
                    .collect();
                let week = Period::of_days(monday, monday + Days::new(7), zone);
                let occurrences = parts
                    .into_iter()
                    .enumerate()
                    .map(|(number, parts)| classified(week.from, number, parts))
                    .collect();
                // Mostly the week, sometimes a piece of it that begins and ends anywhere.
                let period = if skip % 3 == 0 {
                    Period {
                        from: week.from + TimeDelta::minutes(skip),
                        to: week.from + TimeDelta::minutes(skip + length),
                        zone,
                    }
                } else {
                    week
                };
                (occurrences, period, settings)
            },
        )
}

#[expect(clippy::cast_possible_truncation, reason = "minutes of a week")]
fn minutes(hours: f64) -> i64 {
    let minutes = hours * 60.0;
    assert!(
        (minutes - minutes.round()).abs() < 1e-6,
        "{hours} h are no whole minutes"
    );
    minutes.round() as i64
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_count_the_same((occurrences, period, settings) in calendar()) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let verdict = judge(&occurrences, &period, &settings, |_| false);
        let (mix, metrics) = (analysis.week_mix(), analysis.metrics());
        prop_assert_eq!(mix.denominator_minutes, verdict.denominator);
        prop_assert_eq!(analysis.booked_mix().denominator_minutes, verdict.booked);
        prop_assert_eq!(mix.of(Category::DeepWork).unwrap().open_focus_minutes, verdict.open_focus);
        prop_assert_eq!(mix.fragment_minutes, verdict.fragments);
        prop_assert_eq!(minutes(metrics.conflicts.hours), verdict.conflict);
        prop_assert_eq!(minutes(metrics.meeting_hours), verdict.meetings);
        prop_assert_eq!(minutes(metrics.after_hours), verdict.after_hours);
        prop_assert_eq!(minutes(metrics.capacity_hours), verdict.capacity);
        prop_assert_eq!(minutes(metrics.focus_time), verdict.focus_time);
        prop_assert_eq!(minutes(metrics.fragmented_time.total), verdict.fragments);
        for day in analysis.days() {
            let (booked, meetings) = verdict.days.get(&day.day).copied().unwrap_or_default();
            prop_assert_eq!(minutes(day.booked_hours), booked, "{}", day.day);
            prop_assert_eq!(minutes(day.meeting_hours), meetings, "{}", day.day);
        }
    }

    #[test]
    fn booked_and_open_focus_and_fragments_are_the_denominator((occurrences, period, settings) in calendar()) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let mix = analysis.week_mix();
        let booked: i64 = mix.categories.iter().map(|c| c.minutes).sum();
        let open: i64 = mix.categories.iter().map(|c| c.open_focus_minutes).sum();
        prop_assert_eq!(booked + open + mix.fragment_minutes, mix.denominator_minutes);
        let shares: i64 = (0..occurrences.len()).map(|i| analysis.share_of(i).minutes).sum();
        prop_assert_eq!(shares, booked);
        let of_days: f64 = analysis.days().iter().map(|day| day.booked_hours).sum();
        prop_assert!((of_days * 60.0 - booked as f64).abs() < 1e-6);
    }

    #[test]
    fn each_gets_its_exact_share_within_a_minute_or_two_a_day((occurrences, period, settings) in calendar()) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let verdict = judge(&occurrences, &period, &settings, |_| false);
        for (index, exact) in verdict.of.iter().enumerate() {
            let given = analysis.share_of(index).minutes;
            prop_assert!((given * MINUTE - exact).abs() < 2 * 2 * MINUTE, "{given} for {exact}");
        }
    }

    #[test]
    fn what_a_series_costs_is_what_is_regained_without_it((occurrences, period, settings) in calendar()) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let focus = |verdict: &Verdict| verdict.focus_time;
        let with = focus(&judge(&occurrences, &period, &settings, |_| false));
        for cost in &analysis.metrics().focus_cost {
            // What is not counted stays: leave in the same series takes capacity, not focus.
            let of_series = |index: usize| {
                let counted = matches!(analysis.share_of(index).counting, Counting::Counted { .. });
                counted && occurrences[index].occurrence.event.uid == cost.uid
            };
            let without = focus(&judge(&occurrences, &period, &settings, of_series));
            let weekly = (without - with) as f64 / 60.0 / period.weeks();
            let is_block = |index: usize| occurrences[index].shape == Shape::Block;
            let blocks = (0..occurrences.len()).any(|index| of_series(index) && is_block(index));
            // A block that shares its series with meetings is no case of a real calendar.
            prop_assert!(blocks || (cost.hours_per_week - weekly).abs() < 1e-9, "{} not {weekly}", cost.hours_per_week);
        }
    }

    #[test]
    fn the_periods_of_a_trend_add_up_to_the_whole((occurrences, period, settings) in calendar(), grain in 0..3) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let grain = [Grain::Week, Grain::Month, Grain::Quarter][usize::try_from(grain).unwrap()];
        let question = TrendsQuestion { grain, now: period.to, known: None, told: None, compare: None };
        let view = trends(&counted(&occurrences, period, &settings), &question).unwrap();
        let (mix, metrics) = (analysis.week_mix(), analysis.metrics());
        let sum = |of: &dyn Fn(&TrendPeriod) -> i64| view.periods.iter().map(of).sum::<i64>();
        prop_assert_eq!(sum(&|p| p.mix.denominator_minutes), mix.denominator_minutes);
        for share in &mix.categories {
            prop_assert_eq!(sum(&|p| p.mix.of(share.category).unwrap().minutes), share.minutes);
            prop_assert_eq!(sum(&|p| p.mix.of(share.category).unwrap().open_focus_minutes), share.open_focus_minutes);
        }
        prop_assert_eq!(sum(&|p| p.fragmented_minutes), mix.fragment_minutes);
        prop_assert_eq!(sum(&|p| p.focus_minutes), minutes(metrics.focus_time));
        prop_assert_eq!(sum(&|p| p.after_hours_minutes), minutes(metrics.after_hours));
        prop_assert_eq!(sum(&|p| minutes(p.capacity_hours)), minutes(metrics.capacity_hours));
        prop_assert_eq!(sum(&|p| minutes(p.meeting_hours)), minutes(metrics.meeting_hours));
        prop_assert_eq!(sum(&|p| i64::from(p.meetings)), i64::from(metrics.meetings));
        for period in &view.periods {
            let booked: i64 = period.mix.categories.iter().map(|c| c.minutes + c.open_focus_minutes).sum();
            prop_assert_eq!(booked + period.fragmented_minutes, period.mix.denominator_minutes);
        }
    }

    #[test]
    fn a_waterfall_is_the_difference_to_the_minute((occurrences, period, settings) in calendar(), split in 1_u64..6) {
        let monday = period.from.with_timezone(&period.zone).date_naive();
        let day = |days: u64| monday + Days::new(days);
        let compare = [Stretch { from: day(0), to: day(split - 1) }, Stretch { from: day(split), to: day(7) }];
        let question = TrendsQuestion { grain: Grain::Week, now: period.to, known: None, told: None, compare: Some(compare) };
        let waterfall = trends(&counted(&occurrences, period, &settings), &question).unwrap().waterfall.unwrap();
        let all: i64 = waterfall.steps.iter().map(|step| step.change_minutes).sum();
        prop_assert_eq!(all, waterfall.after.denominator_minutes - waterfall.before.denominator_minutes);
        let mix_of = |stretch: Stretch| {
            let period = Period::of_days(stretch.from, stretch.to + Days::new(1), period.zone);
            Analysis::of(&occurrences, period, &settings).unwrap().week_mix().clone()
        };
        let (before, after) = (mix_of(compare[0]), mix_of(compare[1]));
        for step in &waterfall.steps {
            if let Some(category) = step.category {
                prop_assert_eq!(step.before_minutes, before.of(category).unwrap().minutes);
                prop_assert_eq!(step.after_minutes, after.of(category).unwrap().minutes);
                prop_assert_eq!(step.series.iter().map(|s| s.change_minutes).sum::<i64>(), step.change_minutes);
                prop_assert_eq!(step.series.iter().map(|s| s.before_minutes).sum::<i64>(), step.before_minutes);
            }
        }
    }

    #[test]
    fn the_meetings_add_up_and_cost_what_the_judge_says((occurrences, period, settings) in calendar()) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let question = MeetingsQuestion { now: period.to, ahead: &[], calendars: &std::collections::HashMap::new() };
        let view = meetings(&counted(&occurrences, period, &settings), &question).unwrap();
        let listed: i64 = view.series.iter().map(|row| row.minutes).sum();
        prop_assert_eq!(listed + view.unlisted_minutes, analysis.booked_mix().denominator_minutes);
        let with = judge(&occurrences, &period, &settings, |_| false).focus_time;
        for row in view.series.iter().filter(|row| row.recurring && row.meeting) {
            let of_series = |index: usize| {
                let counted = matches!(analysis.share_of(index).counting, Counting::Counted { .. });
                counted && occurrences[index].occurrence.event.uid == row.uid
            };
            let lost = judge(&occurrences, &period, &settings, of_series).focus_time - with;
            let weekly = lost as f64 / 60.0 / period.weeks();
            // A block that shares its series with meetings is no case of a real calendar.
            let blocks = (0..occurrences.len()).any(|index| of_series(index) && occurrences[index].shape == Shape::Block);
            prop_assert!(blocks || (row.focus_cost - weekly).abs() < 1e-9, "{} not {weekly}", row.focus_cost);
        }
    }

    #[test]
    fn every_figure_is_a_number_and_every_signal_has_words((occurrences, period, settings) in calendar()) {
        let analysis = Analysis::of(&occurrences, period, &settings).unwrap();
        let text = serde_json::to_string(&(analysis.week_mix(), analysis.booked_mix(), analysis.metrics(), analysis.trust())).unwrap();
        // JSON has no NaN and no infinity: they would be null, and the only null here is a missing band or survival.
        let nulls = text.matches("null").count();
        let missing = 4 + usize::from(analysis.metrics().survival.is_none())
            + analysis.metrics().volatility.iter().filter(|v| v.volatility.is_none()).count()
            + analysis.metrics().days.iter().filter(|d| d.overloaded_because.is_none()).count();
        prop_assert_eq!(nulls, missing);
        for signal in analysis.signals() {
            prop_assert!(!signal.text.is_empty() && !signal.subject.is_empty() && !signal.threshold.is_empty(), "{signal:?}");
        }
        prop_assert!(analysis.signals().len() <= 8);
    }
}
