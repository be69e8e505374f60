//! What a screen's question is about, worked out: days, calendars, profile.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use weekwise_analyze::CountedPeriod;
use weekwise_model::{CalendarId, Classified, Period, Profile, Selection, Settings};

use crate::opened::HISTORY;
use crate::{Clock, EngineError, Opened};

/// How far ahead the next occurrence of a series is looked for.
const AHEAD: TimeDelta = TimeDelta::weeks(26);

impl Opened {
    /// `default_weeks`: how many weeks, up to the default one, are meant where the asker names no first day.
    pub(crate) fn selected(
        &self,
        selection: &Selection,
        default_weeks: u64,
        clock: &Clock,
    ) -> Result<CountedPeriod, EngineError> {
        let period = self.period_of(selection, default_weeks, clock)?;
        self.counted_period(selection, period)
    }

    /// A period of the chosen calendars against the chosen profile, counted once for all screens that ask about it.
    pub(crate) fn counted_period(
        &self,
        selection: &Selection,
        period: Period,
    ) -> Result<CountedPeriod, EngineError> {
        let settings = self.settings_of(selection)?;
        let scope = (
            period,
            selection.calendars.clone().unwrap_or_default(),
            settings.profile.id.clone(),
        );
        if let Some(counted) = self.remembered.counted_period(&scope) {
            return Ok(counted);
        }
        let occurrences = self.of_calendars(selection, period.from - HISTORY, period.to);
        let counted = CountedPeriod::of(&occurrences, period, &settings)?;
        self.remembered.keep_counted_period(scope, &counted);
        Ok(counted)
    }

    /// The settings with the profile that is asked for.
    pub(crate) fn settings_of(&self, selection: &Selection) -> Result<Settings, EngineError> {
        let mut settings = self.settings.clone();
        if let Some(id) = &selection.profile
            && *id != settings.profile.id
        {
            settings.profile = Profile::named(id, &self.said.profiles)?;
        }
        Ok(settings)
    }

    /// The days that are asked for.
    pub(crate) fn period_of(
        &self,
        selection: &Selection,
        default_weeks: u64,
        clock: &Clock,
    ) -> Result<Period, EngineError> {
        let first_day = self.settings.display.first_day;
        let week_start = |day: NaiveDate| first_day.of(first_day.week_of(day));
        let to = selection
            .to
            .unwrap_or_else(|| first_day.last_of(self.default_week(clock)));
        let first = |to: NaiveDate| {
            let from = week_start(to) - Days::new(7 * default_weeks.saturating_sub(1));
            // Before the first event there is nothing to tell.
            let known = self.known_days().map(|(first, _)| week_start(first));
            known.map_or(from, |known| from.max(known.min(week_start(to))))
        };
        let from = selection.from.unwrap_or_else(|| first(to));
        let next = to.checked_add_days(Days::new(1));
        let next = next.ok_or_else(|| EngineError::Period("this is too far away".to_owned()))?;
        if from > to {
            return Err(EngineError::Period(
                "the period ends before it starts".to_owned(),
            ));
        }
        // No calendar reaches as far; a day for each of ten thousand years would take long to count.
        if (to - from) > TimeDelta::days(100 * 366) {
            return Err(EngineError::Period(
                "a period has at most a hundred years".to_owned(),
            ));
        }
        Ok(Period::of_days(from, next, self.settings.zone))
    }

    /// The occurrences of the chosen calendars that overlap `[from, to)`.
    pub(crate) fn of_calendars(
        &self,
        selection: &Selection,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Arc<Vec<Classified>> {
        let (classified, _) = self.classified(from, to);
        let chosen = selection.calendars.as_ref();
        let Some(chosen) = chosen.filter(|chosen| !chosen.is_empty()) else {
            return classified;
        };
        let of_them = |c: &&Classified| chosen.contains(&c.occurrence.event.calendar);
        Arc::new(classified.iter().filter(of_them).cloned().collect())
    }

    /// What is still to come: from the first day of this week on, for half a year.
    pub(crate) fn ahead(&self, selection: &Selection, clock: &Clock) -> Arc<Vec<Classified>> {
        let zone = self.settings.zone;
        let first_day = self.settings.display.first_day;
        let from = first_day
            .period(first_day.week_of(clock.today(zone)), zone)
            .from;
        self.of_calendars(selection, from, from + AHEAD)
    }

    /// What the calendars are called.
    pub(crate) fn calendar_names(&self) -> HashMap<CalendarId, String> {
        let calendars = self.imported.calendars().iter();
        calendars
            .map(|calendar| (calendar.id, calendar.name.clone()))
            .collect()
    }
}
