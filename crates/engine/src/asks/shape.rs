//! What a series is like in the weeks ahead, as far as a change to it can be seen there.

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};
use weekwise_model::{Ask, Classified, Counting, NotCounted, Role, SeriesShape, Shape};

use crate::{Clock, Opened};

/// How far ahead a series is looked at: enough to tell a monthly one that is held half as often.
pub(super) const AHEAD_WEEKS: i64 = 8;
/// Minutes of a day on the wall clock.
pub(super) const DAY: i64 = 24 * 60;

impl Opened {
    /// What the series of an ask is like in the eight weeks after this one; `None` where it is about none.
    pub(super) fn shape_of(&self, ask: &Ask, clock: &Clock) -> Option<SeriesShape> {
        Some(self.shape_ahead(ask.uid.as_deref()?, clock))
    }

    /// The same of a series by its UID.
    pub(super) fn shape_ahead(&self, uid: &str, clock: &Clock) -> SeriesShape {
        let first_day = self.settings.display.first_day;
        let zone = self.settings.zone;
        let next = first_day.week_of(clock.today(zone)).next();
        let from = first_day.period(next, zone).from;
        self.shape_between(uid, from, from + TimeDelta::weeks(AHEAD_WEEKS))
    }

    fn shape_between(&self, uid: &str, from: DateTime<Utc>, to: DateTime<Utc>) -> SeriesShape {
        let (classified, _) = self.classified(from, to);
        let of_it = |c: &&Classified| c.series_uid() == uid || c.occurrence.event.uid == uid;
        let mine: Vec<&Classified> = classified.iter().filter(of_it).collect();
        let settings = &self.settings;
        let mut shape = SeriesShape {
            times: 0,
            minutes: 0,
            begins: None,
            optional: false,
            without_me: 0,
        };
        for classified in mine {
            let counting = weekwise_analyze::counting(classified, settings);
            if is_without_me(classified, counting) {
                shape.without_me += 1;
                continue;
            }
            if !matches!(counting, Counting::Counted { .. }) {
                continue;
            }
            let (start, end) = classified.occurrence.span.instants(settings.zone);
            let local = start.with_timezone(&settings.zone);
            let day = i64::from(local.weekday().num_days_from_monday());
            shape.times += 1;
            shape.minutes = (end - start).num_minutes();
            shape.begins = Some(day * DAY + i64::from(local.hour() * 60 + local.minute()));
            let role = classified.occurrence.event.my_role(&settings.me);
            shape.optional = matches!(role, Some(Role::Optional | Role::NonParticipant));
        }
        shape
    }
}

/// Whether something is held without me: declined, or I am not among its people.
pub(crate) fn is_without_me(classified: &Classified, counting: Counting) -> bool {
    match counting {
        Counting::Counted { .. } => classified.shape != Shape::Meeting && classified.people > 1,
        Counting::NotCounted(not) => not == NotCounted::Declined,
    }
}

/// My hours a week in it.
pub(super) fn hours_a_week(shape: SeriesShape) -> f64 {
    f64::from(shape.times) * shape.minutes as f64 / 60.0 / AHEAD_WEEKS as f64
}
