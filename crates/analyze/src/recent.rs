use chrono::TimeDelta;
use weekwise_model::Period;

/// What a change gives back is told of the last weeks of a long period: that is where it would be made.
pub(crate) const RECENT_WEEKS: i64 = 13;

/// The end of a period, where changes are tried; all of a short one.
pub fn recent(period: Period) -> Period {
    Period {
        from: period.from.max(period.to - TimeDelta::weeks(RECENT_WEEKS)),
        ..period
    }
}
