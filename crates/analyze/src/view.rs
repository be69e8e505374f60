//! Each day as the week grid draws it.

use chrono::{NaiveDate, NaiveTime, Timelike};
use weekwise_model::{DayView, GapKind, GapView, Settings, Stay, TimeRange, WorkingDay};

use crate::book::{Cut, Day, Interval, Ledger, Totals, hours, instant_of};
use crate::metrics::overloaded_because;

pub(crate) fn days(ledger: &Ledger<'_>, totals: &Totals, cuts: &[Cut]) -> Vec<DayView> {
    let days = ledger.days.iter().zip(&totals.days).zip(cuts);
    days.map(|((day, totals), cut)| {
        let because = overloaded_because(ledger, day, totals, cut);
        DayView {
            day: day.date,
            day_off: ledger.settings.marks.days_off.contains(&day.date),
            stay: stay_on(ledger.settings, day.date).cloned(),
            booked_hours: hours(totals.booked),
            meeting_hours: hours(totals.meetings),
            overloaded: because.is_some(),
            overloaded_because: because,
            working: working(ledger, day),
            gaps: gaps(ledger, cut),
        }
    })
    .collect()
}

/// The stay a date lies in.
fn stay_on(settings: &Settings, date: NaiveDate) -> Option<&Stay> {
    let mut stays = settings.marks.stays.iter();
    stays.find(|stay| stay.contains(date) && stay.tz().is_some())
}

/// The working hours less time off, on the wall clock. A personal occurrence does not interrupt them here: the grid
/// shows it as an event.
fn working(ledger: &Ledger<'_>, day: &Day) -> Vec<TimeRange> {
    let time = |minute| instant_of(minute).with_timezone(&ledger.period.zone).time();
    day.scheduled
        .iter()
        .map(|part| TimeRange {
            start: time(part.start),
            // A day ends at 24:00, which a wall clock cannot show.
            end: Some(time(part.end))
                .filter(|end| end.num_seconds_from_midnight() > 0)
                .or(NaiveTime::from_hms_opt(23, 59, 59))
                .unwrap_or_default(),
        })
        .collect()
}

fn gaps(ledger: &Ledger<'_>, cut: &Cut) -> Vec<GapView> {
    let wall = |minute| weekwise_model::wall(instant_of(minute), ledger.period.zone);
    cut.free
        .iter()
        .map(|&gap| GapView {
            start: wall(gap.start),
            end: wall(gap.end),
            minutes: gap.minutes(),
            kind: if cut.is_open_focus(gap, ledger.focus_minutes()) {
                GapKind::OpenFocus
            } else {
                GapKind::Fragment
            },
        })
        .collect()
}

/// Each day's working time as instants: hours less time off and personal occurrences.
pub(crate) fn working_days(ledger: &Ledger<'_>) -> Vec<(NaiveDate, WorkingDay)> {
    let stretch = |part: &Interval| (instant_of(part.start), instant_of(part.end));
    let days = ledger.days.iter();
    days.map(|day| {
        let working = WorkingDay {
            hours: day.work.iter().map(stretch).collect(),
            begins: day.begins.map(instant_of),
            named: day.has_hours,
        };
        (day.date, working)
    })
    .collect()
}
