//! Which days of a period may be spoken of: those that have been, and of which the export tells all.

use chrono::{NaiveDate, TimeDelta};
use weekwise_model::{Period, Stretch, words};

use super::named;
use crate::{Clock, Opened};

impl Opened {
    /// Those of some days that have been, from the week of the first event on to that of the last, as far as the export tells all of
    /// them.
    pub(super) fn told_of(&self, days: Stretch, clock: &Clock) -> Option<Stretch> {
        let (first, last) = self.known_days()?;
        let first_day = self.settings.display.first_day;
        let mut from = days.from.max(first_day.of(first_day.week_of(first)));
        let mut to = days.to.min(first_day.last_of(first_day.week_of(last)));
        if let Some(told) = self.told() {
            from = from.max(told.from);
            to = to.min(told.to);
        }
        to = to.min(clock.today(self.settings.zone));
        (from <= to).then_some(Stretch { from, to })
    }

    /// Days as a period that ends now at the latest.
    pub(super) fn until_now(&self, days: Stretch, clock: &Clock) -> Period {
        let next = days.to.succ_opt().unwrap_or(days.to);
        let period = Period::of_days(days.from, next, self.settings.zone);
        let least = period.from + TimeDelta::seconds(1);
        Period {
            to: period.to.min(clock.now()).max(least),
            ..period
        }
    }

    /// Why nothing is said.
    pub(super) fn nothing_told(&self, days: Stretch, clock: &Clock) -> String {
        let name = words::capital(&named(days));
        if clock.today(self.settings.zone) < days.from {
            return format!("{name} is still to come.");
        }
        let known = self.known_days().map(|(from, to)| Stretch { from, to });
        let Some(known) = self.told().or(known) else {
            return "The calendar has no events.".to_owned();
        };
        let words = words::days(known.from, known.to);
        if known.from <= days.to && days.from <= known.to {
            format!(
                "What the export tells of {} is still to come: it tells of {words}.",
                named(days)
            )
        } else {
            format!(
                "The export tells nothing of {}: it tells of {words}.",
                named(days)
            )
        }
    }

    /// How far the days that are told fall short of those that were asked for.
    pub(super) fn limits(&self, days: Stretch, told: Stretch, clock: &Clock) -> Vec<String> {
        let today = clock.today(self.settings.zone);
        let mut notes = Vec::new();
        if let Some(part) = part_told(days, told, today) {
            let days = words::days(told.from, told.to);
            notes.push(match self.told() {
                Some(_) => format!(
                    "The export tells {days}, {part}. Outside, only series are known: they show what was planned, not what was. Nothing is claimed of those days."
                ),
                None => format!(
                    "The calendar tells {days}, {part}. Nothing is claimed of the others."
                ),
            });
        }
        if told.to == today && today < days.to {
            notes.push("It ends today: what is still to come has not been yet.".to_owned());
        }
        notes
    }
}

/// `24 of 92 days`, where not all days that have been are told.
pub(super) fn part_told(days: Stretch, told: Stretch, today: NaiveDate) -> Option<String> {
    let been = Stretch {
        to: days.to.min(today),
        ..days
    };
    let long = |days: Stretch| (days.to - days.from).num_days() + 1;
    (told != been).then(|| format!("{} of {} days", long(told), long(been)))
}
