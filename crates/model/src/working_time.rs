//! When the user works, as instants of the home zone's days (section 5 of docs/product.md).
//!
//! Working hours are wall-clock times, and on a journey the wall is elsewhere. A day stays a day of the home zone
//! everywhere: nine to five in Los Angeles is 18:00 to 02:00 in Berlin, two hours of it on the next day. This is the one
//! place where that is worked out; who wants to know when the user works asks here.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::{Settings, Span, Stay, TimeRange, instant_at};

/// From when to before when.
type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// Zones are at most 26 hours apart: the hours of dates further away than this never touch a day at home.
const NEAR: u64 = 2;

/// Where the user is on which dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    home: Tz,
    /// In order; a stay in a zone nobody knows is at home.
    stays: Vec<(NaiveDate, NaiveDate, Tz)>,
}

/// When the user works on one day of the home zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkingDay {
    /// The working hours that lie in it, in order, not overlapping. Days off have none.
    pub hours: Vec<Stretch>,
    /// When the working day begins that begins on it; `None` where none does. Away from home the hours before it are
    /// the end of the day before.
    pub begins: Option<DateTime<Utc>>,
    /// Whether the settings name working hours that lie in it; also where it is a day off.
    pub named: bool,
}

impl Whereabouts {
    /// At home but for these stays.
    pub fn new(home: Tz, stays: &[Stay]) -> Self {
        let mut stays: Vec<_> = stays
            .iter()
            .filter_map(|stay| Some((stay.first, stay.last, stay.tz()?)))
            .collect();
        stays.sort_by_key(|(first, last, _)| (*first, *last));
        Self { home, stays }
    }

    /// The zone of the wall clock the user looks at on a date.
    pub fn zone_on(&self, date: NaiveDate) -> Tz {
        let there =
            |(first, last, _): &&(NaiveDate, NaiveDate, Tz)| *first <= date && date <= *last;
        self.stays
            .iter()
            .find(there)
            .map_or(self.home, |stay| stay.2)
    }

    /// The instants a span covers for the user: whole days are those of the place the user is in.
    pub fn instants_of(&self, span: Span) -> Stretch {
        match span {
            Span::Timed { start, end } => (start, end),
            Span::AllDay { start, end } => {
                let last = self.zone_on(days_before(end, 1));
                let from = instant_at(start, NaiveTime::MIN, self.zone_on(start));
                (from, instant_at(end, NaiveTime::MIN, last))
            }
        }
    }

    /// Whether the user is elsewhere on a date so near that its hours may touch a day of the home zone.
    fn is_away_near(&self, day: NaiveDate) -> bool {
        let (from, to) = (days_before(day, NEAR), days_after(day, NEAR));
        let mut stays = self.stays.iter();
        stays.any(|(first, last, _)| *first <= to && from <= *last)
    }

    /// What lies in a day of the home zone of the ranges that each date has on the user's wall clock: in order, each
    /// instant once.
    pub fn on<'r>(
        &self,
        day: NaiveDate,
        ranges_of: impl Fn(NaiveDate) -> &'r [TimeRange],
    ) -> Vec<Stretch> {
        let of_date = |date: NaiveDate| {
            let zone = self.zone_on(date);
            let ranges = ranges_of(date).iter();
            ranges.map(move |range| stretch_of(date, *range, zone))
        };
        let mut all: Vec<Stretch> = if self.is_away_near(day) {
            let begins = instant_at(day, NaiveTime::MIN, self.home);
            let ends = instant_at(days_after(day, 1), NaiveTime::MIN, self.home);
            let dates = self.dates_near(day);
            dates
                .flat_map(of_date)
                .map(|(from, to)| (from.max(begins), to.min(ends)))
                .collect()
        } else {
            // At home a day's hours lie in the day.
            of_date(day).collect()
        };
        all.retain(|(from, to)| from < to);
        all.sort_unstable();
        all.dedup_by(|next, last| {
            let joins = next.0 <= last.1;
            if joins {
                last.1 = last.1.max(next.1);
            }
            joins
        });
        all
    }

    /// The dates whose hours can touch a day of the home zone.
    fn dates_near(&self, day: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let near = if self.is_away_near(day) { NEAR } else { 0 };
        let last = days_after(day, near);
        days_before(day, near)
            .iter_days()
            .take_while(move |date| *date <= last)
    }

    /// When the user works on a day of the home zone.
    pub fn working_on(&self, day: NaiveDate, settings: &Settings) -> WorkingDay {
        let hours_of = |date: NaiveDate| settings.hours.on(date);
        let off = &settings.marks.days_off;
        let worked = |date: NaiveDate| {
            if off.contains(&date) {
                &[]
            } else {
                hours_of(date)
            }
        };
        let hours = self.on(day, worked);
        let begins = if self.is_away_near(day) {
            let begin = |date: NaiveDate| {
                let first = worked(date).first()?;
                Some(instant_at(date, first.start, self.zone_on(date)))
            };
            self.dates_near(day)
                .filter_map(begin)
                .filter(|at| at.with_timezone(&self.home).date_naive() == day)
                .min()
        } else {
            hours.first().map(|(from, _)| *from)
        };
        WorkingDay {
            begins,
            named: !hours.is_empty() || !self.on(day, hours_of).is_empty(),
            hours,
        }
    }
}

impl Settings {
    /// Where the user is on which dates.
    pub fn whereabouts(&self) -> Whereabouts {
        Whereabouts::new(self.zone, &self.marks.stays)
    }
}

/// A range of a date on the wall clock of a zone.
fn stretch_of(date: NaiveDate, range: TimeRange, zone: Tz) -> Stretch {
    let end = if range.is_to_midnight() {
        instant_at(days_after(date, 1), NaiveTime::MIN, zone)
    } else {
        instant_at(date, range.end, zone)
    };
    (instant_at(date, range.start, zone), end)
}

fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days))
        .unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Berlin is home; nine to five.
    fn settings(hours: &str, stays: &[&str], off: &[&str]) -> Settings {
        let mut settings = Settings {
            zone: Tz::Europe__Berlin,
            hours: hours.parse().unwrap(),
            ..Settings::default()
        };
        settings.marks.stays = stays.iter().map(|stay| stay.parse().unwrap()).collect();
        settings.marks.days_off = off.iter().map(|date| day(date)).collect();
        settings
    }

    /// The hours of a day on the wall in Berlin, as text.
    fn walls(settings: &Settings, date: &str) -> Vec<String> {
        let worked = settings.whereabouts().working_on(day(date), settings);
        let wall = |at: DateTime<Utc>| {
            at.with_timezone(&Tz::Europe__Berlin)
                .format("%H:%M")
                .to_string()
        };
        let hours = worked.hours.iter();
        let mut all: Vec<_> = hours
            .map(|(from, to)| format!("{}-{}", wall(*from), wall(*to)))
            .collect();
        all.extend(worked.begins.map(|at| format!("from {}", wall(at))));
        all
    }

    #[test]
    fn a_week_in_los_angeles_is_evenings_and_nights_in_berlin() {
        // 09:00 in Los Angeles is 17:00 in UTC and 18:00 in Berlin; 17:00 is 02:00 of the next day.
        let there = settings(
            "09:00-17:00",
            &["2026-11-16..2026-11-20=America/Los_Angeles"],
            &[],
        );
        let evening_alone = ["18:00-00:00", "from 18:00"];
        let both = ["00:00-02:00", "18:00-00:00", "from 18:00"];
        assert_eq!(walls(&there, "2026-11-13"), ["09:00-17:00", "from 09:00"]);
        assert!(walls(&there, "2026-11-15").is_empty());
        assert_eq!(walls(&there, "2026-11-16"), evening_alone);
        assert_eq!(walls(&there, "2026-11-17"), both);
        assert_eq!(walls(&there, "2026-11-20"), both);
        // Friday's last two hours; no working day begins on Saturday.
        assert_eq!(walls(&there, "2026-11-21"), ["00:00-02:00"]);
        assert_eq!(walls(&there, "2026-11-23"), ["09:00-17:00", "from 09:00"]);
    }

    #[test]
    fn a_day_off_is_a_date_at_the_place_and_wins() {
        let there = settings(
            "09:00-17:00",
            &["2026-11-16..2026-11-20=America/Los_Angeles"],
            &["2026-11-17"],
        );
        assert_eq!(walls(&there, "2026-11-17"), ["00:00-02:00"]);
        assert_eq!(walls(&there, "2026-11-18"), ["18:00-00:00", "from 18:00"]);
        let all_off = settings("09:00-17:00", &[], &["2026-11-17"]);
        let tuesday = all_off
            .whereabouts()
            .working_on(day("2026-11-17"), &all_off);
        assert!(tuesday.named && tuesday.hours.is_empty() && tuesday.begins.is_none());
    }

    #[test]
    fn hours_that_overlap_when_one_flies_east_are_counted_once() {
        // Sunday in Berlin until midnight; Monday in Tokyo begins at 16:00 of Berlin's Sunday.
        let mut there = settings("00:00-24:00", &["2026-11-16..2026-11-16=Asia/Tokyo"], &[]);
        there.hours.days[6] = there.hours.days[0].clone();
        assert_eq!(walls(&there, "2026-11-15"), ["00:00-00:00", "from 00:00"]);
        // Tokyo's Monday ends at 16:00; Tuesday is at home again.
        assert_eq!(walls(&there, "2026-11-16"), ["00:00-16:00"]);
        assert_eq!(walls(&there, "2026-11-17"), ["00:00-00:00", "from 00:00"]);
    }

    #[test]
    fn a_stay_at_home_changes_nothing() {
        let hours = "08:00-12:00,13:00-24:00";
        let stay = settings(hours, &["2026-10-19..2026-11-20=Europe/Paris"], &[]);
        let home = settings(hours, &[], &[]);
        for date in day("2026-10-18").iter_days().take(40) {
            let at = |settings: &Settings| settings.whereabouts().working_on(date, settings);
            assert_eq!(at(&stay), at(&home), "{date}");
        }
    }

    #[test]
    fn a_zone_nobody_knows_is_home() {
        let mut odd = settings("09:00-17:00", &[], &[]);
        odd.marks.stays.push(Stay {
            first: day("2026-11-16"),
            last: day("2026-11-20"),
            zone: "Moon/Tranquillity".to_owned(),
        });
        assert_eq!(walls(&odd, "2026-11-17"), ["09:00-17:00", "from 09:00"]);
    }
}
