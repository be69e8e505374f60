//! Small calendars to plan in.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_model::{
    BandStatus, Category, CategoryShare, ChangeAction, Mix, Period, PlanChoice, PlanSlot,
    PlanWishes, Profile, Whereabouts,
};
use weekwise_plan::{Entry, Hold, PlanInput, WorkDay};

/// The usual wishes, with meetings asked to move where that is worth it.
pub fn balanced() -> PlanWishes {
    PlanWishes {
        choice: PlanChoice::Balanced,
        ..PlanWishes::default()
    }
}

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
        mixes: Vec::new(),
        focus_minutes: 120,
        unprepared: Vec::new(),
        cautious: false,
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
        category: Category::OtherWork,
        claim: Hold::Meeting {
            may: may.to_vec(),
            because: "A test.".to_owned(),
            people: 3,
            mine: true,
            elsewhere: Vec::new(),
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
        category: None,
    }
}

/// From and to.
type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// The week mix of each week, counted minute by minute: nothing here overlaps anything. `after` says where each entry is,
/// `blocks` what is new.
pub fn mixes(
    input: &PlanInput,
    profile: &Profile,
    after: impl Fn(usize) -> Option<Stretch>,
    blocks: &[(Stretch, Category)],
) -> Vec<Mix> {
    let entries = input.entries.iter().enumerate();
    let mut claims: Vec<(Stretch, Category, bool)> = entries
        .filter_map(|(place, entry)| {
            Some((after(place)?, entry.category, entry.claim == Hold::Focus))
        })
        .collect();
    claims.extend(
        blocks
            .iter()
            .map(|(span, category)| (*span, *category, *category == Category::DeepWork)),
    );
    let weeks = input.days.chunks(7);
    weeks
        .map(|days| mix_of(days, &claims, profile, input.focus_minutes))
        .collect()
}

fn mix_of(
    days: &[WorkDay],
    claims: &[(Stretch, Category, bool)],
    profile: &Profile,
    focus_minutes: i64,
) -> Mix {
    let (mut whole, mut open, mut minutes) = (0, 0, [0_i64; 6]);
    for (from, to) in days.iter().flat_map(|day| &day.work) {
        let mut stretch: (i64, i64) = (0, 0);
        for minute in 0..=(*to - *from).num_minutes() {
            let at = *from + TimeDelta::minutes(minute);
            let claim = claims.iter().find(|(span, ..)| span.0 <= at && at < span.1);
            let is_over = minute == (*to - *from).num_minutes();
            match claim {
                _ if is_over => {}
                Some((_, category, focus)) => {
                    whole += 1;
                    minutes[category.work_index().unwrap()] += 1;
                    if *focus {
                        stretch.0 += 1;
                        continue;
                    }
                }
                None => {
                    whole += 1;
                    stretch.0 += 1;
                    stretch.1 += 1;
                    continue;
                }
            }
            if stretch.0 >= focus_minutes {
                open += stretch.1;
            }
            stretch = (0, 0);
        }
    }
    let categories = Category::WORK
        .into_iter()
        .enumerate()
        .map(|(index, category)| {
            let free = if category == Category::DeepWork {
                open
            } else {
                0
            };
            let band = profile.bands.iter().find(|band| band.category == category);
            let share = if whole > 0 {
                (minutes[index] + free) as f64 / whole as f64
            } else {
                0.0
            };
            let (low, high) = (band.map(|b| b.low), band.map(|b| b.high));
            let gap = match (low, high) {
                (Some(low), _) if share < low - 1e-9 => share - low,
                (_, Some(high)) if share > high + 1e-9 => share - high,
                _ => 0.0,
            };
            CategoryShare {
                category,
                minutes: minutes[index],
                open_focus_minutes: free,
                share,
                low,
                high,
                range_low: share,
                range_high: share,
                gap_points: gap * 100.0,
                gap_hours: gap * whole as f64 / 60.0,
                status: match band {
                    None => BandStatus::Untargeted,
                    Some(_) if gap < 0.0 => BandStatus::Under,
                    Some(_) if gap > 0.0 => BandStatus::Over,
                    Some(_) => BandStatus::Within,
                },
            }
        });
    Mix {
        denominator_minutes: whole,
        categories: categories.collect(),
        fragment_minutes: 0,
        unknown_minutes: 0,
    }
}
