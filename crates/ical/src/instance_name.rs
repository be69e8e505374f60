//! What instances are called: the same, whatever zone or type RECURRENCE-ID, EXDATE and RDATE have.

use chrono_tz::Tz;
use weekwise_model::InstanceId;

use crate::schedule::Moment;
use crate::time;
use crate::zone::Zone;

/// What an instance is called, whatever zone or type its RECURRENCE-ID has; `start` is its series' DTSTART.
pub(crate) fn instance_id(
    moment: &Moment,
    start: &Moment,
    home: &Zone,
    floating: Tz,
) -> InstanceId {
    instance_named(
        number(moment, start, home, floating),
        matches!(start, Moment::Day(_)),
    )
}

/// The name that a number stands for.
pub(crate) fn instance_named(number: i64, all_day: bool) -> InstanceId {
    if all_day {
        InstanceId::Date(time::naive_date(i32::try_from(number).unwrap_or(0)))
    } else {
        InstanceId::Instant(time::utc(number))
    }
}

/// The number that names an instance within its series: an instant, or a day where the series is of whole days.
pub(crate) fn number(moment: &Moment, start: &Moment, home: &Zone, floating: Tz) -> i64 {
    match (moment, start) {
        (moment, Moment::Day(_)) => i64::from(moment.whole_day(home, floating)),
        // A date as RECURRENCE-ID of a timed series: that day at the series' time.
        (Moment::Day(day), Moment::At { wall, zone }) => {
            zone.instant(time::midnight(*day) + time::second_of_day(*wall), floating)
        }
        (moment, _) => moment.instant(floating),
    }
}
