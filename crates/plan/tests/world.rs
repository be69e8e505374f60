//! Small calendars to plan in.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_model::{ChangeAction, Period, PlanSlot, PlanWishes, Whereabouts};
use weekwise_plan::{Claim, Entry, PlanInput, WorkDay};

/// A Monday on which nothing happens to clocks in Berlin.
pub fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// When a wall clock in `zone` shows this.
pub fn at(zone: Tz, day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let wall = day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
    zone.from_local_datetime(&wall).earliest().map_or_else(
        || at(zone, day, hour + 1, minute),
        |at| at.with_timezone(&Utc),
    )
}

/// Weeks of nine to five, Monday to Friday, from a Monday on; now is the Thursday before, so that nothing is asked at short notice.
pub fn weeks(from: NaiveDate, weeks: u32, zone: Tz, wishes: PlanWishes) -> PlanInput {
    let days = (0..u64::from(weeks) * 7).map(|n| {
        let date = from + Days::new(n);
        let work = if n % 7 < 5 {
            vec![(at(zone, date, 9, 0), at(zone, date, 17, 0))]
        } else {
            Vec::new()
        };
        let begins = work.first().map(|(from, _)| *from);
        WorkDay {
            date,
            work,
            begins,
            has_lunch: false,
        }
    });
    PlanInput {
        now: Period::of_days(from, from + Days::new(1), zone).from - TimeDelta::hours(84),
        zone,
        whereabouts: Whereabouts::new(zone, &[]),
        low: 0.3,
        days: days.collect(),
        entries: Vec::new(),
        wishes: PlanWishes { weeks, ..wishes },
    }
}

pub fn meeting(
    uid: &str,
    start: DateTime<Utc>,
    minutes: i64,
    may: &[(ChangeAction, f64)],
) -> Entry {
    Entry {
        uid: uid.to_owned(),
        recurrence_id: None,
        title: format!("Meeting {uid}"),
        start,
        end: start + TimeDelta::minutes(minutes),
        claim: Claim::Meeting {
            may: may.to_vec(),
            because: "A test.".to_owned(),
            people: 3,
            mine: true,
        },
    }
}

pub fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text)
        .unwrap()
        .with_timezone(&Utc)
}

pub fn slot(start: DateTime<Utc>, minutes: i64) -> PlanSlot {
    PlanSlot {
        start: start.to_rfc3339(),
        end: (start + TimeDelta::minutes(minutes)).to_rfc3339(),
    }
}
