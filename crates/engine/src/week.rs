use weekwise_analyze::{OccurrenceShare, cadence, week_mix};
use weekwise_model::{
    CalendarId, Classified, Counting, EventView, IsoWeek, Person, WeekView, wall,
};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// Everything the Week screen draws; without a week, the default one.
    ///
    /// # Errors
    /// [`EngineError::Analyze`] where counting fails; no calendar can cause it.
    pub fn week(&self, week: Option<IsoWeek>, clock: &Clock) -> Result<WeekView, EngineError> {
        self.week_of(week, &[], clock)
    }

    /// The same of some calendars only; of all where none is named.
    ///
    /// # Errors
    /// As [`Opened::week`].
    pub fn week_of(
        &self,
        week: Option<IsoWeek>,
        calendars: &[CalendarId],
        clock: &Clock,
    ) -> Result<WeekView, EngineError> {
        let zone = self.settings.zone;
        let week = week.unwrap_or_else(|| self.default_week(clock));
        let first_day = self.settings.display.first_day;
        let period = first_day.period(week, zone);
        let counted = self.counted_of(period, calendars)?;
        let analysis = &counted.analysis;
        let events = counted
            .classified
            .iter()
            .enumerate()
            .filter(|(_, c)| c.occurrence.span.overlaps(period.from, period.to, zone))
            .map(|(index, c)| self.event_view(c, analysis.share_of(index)))
            .collect();
        Ok(WeekView {
            week,
            from: first_day.of(week),
            to: first_day.last_of(week),
            previous: week.previous(),
            next: week.next(),
            now: wall(clock.now(), zone),
            told: self.told_beyond(first_day.of(week), first_day.last_of(week)),
            profile: self.settings.profile.clone(),
            report: self.report_of(&period, &counted, clock)?,
            // The week before lies in the history that was read for this one.
            previous_mix: week_mix(
                &counted.classified,
                first_day.period(week.previous(), zone),
                &self.settings,
            )?,
            days: analysis.days(),
            events,
        })
    }

    pub(crate) fn event_view(&self, classified: &Classified, share: OccurrenceShare) -> EventView {
        let zone = self.settings.zone;
        let occurrence = &classified.occurrence;
        let event = &occurrence.event;
        let (start, end) = occurrence.span.instants(zone);
        let row = self.row(classified, share.counting);
        EventView {
            key: format!("{} {}", row.uid, row.start),
            series: classified.series_uid().to_owned(),
            start: wall(start, zone),
            end: wall(end, zone),
            shape: classified.shape,
            tentative: matches!(share.counting, Counting::Counted { tentative: true }),
            recurring: classified.recurrence().is_some(),
            cadence: classified.recurrence().and_then(cadence),
            minutes: share.minutes,
            conflict: share.conflict,
            mine: classified.mine,
            location: event.location.clone(),
            description: event.description.clone(),
            people: self.names(event),
            classification: classified.classification.as_ref().clone(),
            would_change: self.would_change(classified),
            day: classified.day.as_ref().clone(),
            day_would_change: self.day_would_change(classified),
            row,
        }
    }

    /// Who is in it, me first, then as the file lists them.
    pub(crate) fn names(&self, event: &weekwise_model::Event) -> Vec<String> {
        let mut people = event.people();
        people.sort_by_key(|person| !self.settings.me.is(person));
        people.into_iter().map(shown_name).collect()
    }
}

fn shown_name(person: &Person) -> String {
    person
        .name
        .clone()
        .filter(|name| !name.trim().is_empty())
        .unwrap_or_else(|| person.address.clone())
}
