use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use weekwise_model::{Reminder, Reminding, Review, Settings, instant_at, words};

use crate::EngineError;
use crate::desk::Desk;
use crate::desk::contents::OnDesk;

/// A library that was away for longer is not reminded of what it missed.
const LATEST: TimeDelta = TimeDelta::days(5);

/// Saying that a week is ready to be reviewed, where the user wants to hear it.
impl Desk {
    /// What is to be said now: once a week, from the weekday and hour on that were chosen, and only while the week before was not
    /// reviewed. What is told is noted, so that a restart does not say it again. `None` where nothing is due, and of what is
    /// not the library.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be noted; then nothing is to be said either.
    pub fn remind(&self) -> Result<Option<Reminding>, EngineError> {
        let mut contents = self.lock();
        let OnDesk::Library(stored, Some(opened)) = &mut contents.on else {
            return Ok(None);
        };
        let settings = opened.settings();
        let now = self.clock.now();
        if !is_due(settings.reminder, settings, now) {
            return Ok(None);
        }
        let today = self.clock.today(settings.zone);
        let week = settings.display.first_day.week_of(today).previous();
        let reviews = stored.reviews()?;
        let is_begun = reviews.get(&week).is_some_and(Review::is_begun);
        if is_begun || stored.reminded_of()? >= Some(week) {
            return Ok(None);
        }
        let report = opened.week(Some(week), &self.clock)?.report;
        stored.note_reminded(week)?;
        // Of a week that does not tell how the time was spent there is nothing to review.
        Ok((!report.trust.too_little).then(|| Reminding {
            title: "Last week is ready".to_owned(),
            text: if report.hours_to_move < 0.05 {
                "Every category is in its band. The review takes ten minutes.".to_owned()
            } else {
                format!(
                    "{} to move. The review takes ten minutes.",
                    words::hours(report.hours_to_move)
                )
            },
        }))
    }
}

/// Whether the moment of this week has come, and is not long gone.
fn is_due(reminder: Reminder, settings: &Settings, now: DateTime<Utc>) -> bool {
    let today = now.with_timezone(&settings.zone).date_naive();
    let moment = moment_of(reminder, settings, today);
    reminder.on && moment <= now && now < moment + LATEST
}

/// The chosen hour of the chosen weekday, in the week a day lies in.
fn moment_of(reminder: Reminder, settings: &Settings, day: NaiveDate) -> DateTime<Utc> {
    let first_day = settings.display.first_day;
    let first = first_day.of(first_day.week_of(day));
    let mut days = (0..7).filter_map(|days| first.checked_add_days(Days::new(days)));
    let day = days.find(|day| reminder.is_on(*day)).unwrap_or(first);
    instant_at(day, reminder.time(), settings.zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(on: bool, weekday: u8, hour: u8, now: &str) -> bool {
        let settings = Settings {
            zone: chrono_tz::Europe::Berlin,
            ..Settings::default()
        };
        let reminder = Reminder { on, weekday, hour };
        is_due(reminder, &settings, now.parse().unwrap())
    }

    #[test]
    fn it_is_due_from_the_chosen_hour_of_the_chosen_weekday_on() {
        // Monday, 9 o’clock in Berlin.
        assert!(!due(true, 1, 9, "2026-11-16T07:59:00Z"));
        assert!(due(true, 1, 9, "2026-11-16T08:00:00Z"));
        assert!(
            due(true, 1, 9, "2026-11-18T12:00:00Z"),
            "the program was closed on Monday"
        );
        assert!(
            !due(true, 1, 9, "2026-11-22T12:00:00Z"),
            "too late to be of use"
        );
        assert!(
            !due(true, 3, 9, "2026-11-16T08:00:00Z"),
            "not before Wednesday"
        );
        assert!(
            !due(false, 1, 9, "2026-11-16T08:00:00Z"),
            "off until it is switched on"
        );
    }

    #[test]
    fn an_hour_that_a_change_of_clocks_skips_is_the_next_one() {
        // On 28 March 2027 there is no 2:30 in Berlin; hours are whole, and 2 o’clock is 3.
        assert!(!due(true, 7, 2, "2027-03-28T00:59:00Z"));
        assert!(due(true, 7, 2, "2027-03-28T01:00:00Z"));
    }
}
