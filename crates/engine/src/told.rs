//! The days the calendars tell all of.
//!
//! An export of three weeks holds series that run for years. Beyond those weeks nothing single is in it, so nothing can be
//! said about them but that the series were meant to be.

use chrono::{Days, NaiveDate};
use weekwise_model::{Event, Span, Stretch};

use crate::Opened;

/// Fewer single events tell no stretch where the file does not state one.
const FEWEST: usize = 8;
/// A calendar with less than this part of all events limits nothing.
const PART: f64 = 0.2;
/// Series that begin no longer than this before the first single event are as old as it.
const MARGIN: u64 = 28;

impl Opened {
    /// The first and the last day all calendars tell all of; `None` where their series reach no further.
    pub(crate) fn told(&self) -> Option<Stretch> {
        self.told_as_read(self.settings.marks.tells_all == Some(true))
    }

    /// The same, whatever the user says. `stated_only`: only as far as files state it.
    pub(crate) fn told_as_read(&self, stated_only: bool) -> Option<Stretch> {
        self.remembered
            .told(stated_only, || self.told_by_files(stated_only))
    }

    fn told_by_files(&self, stated_only: bool) -> Option<Stretch> {
        let events: Vec<&Event> = self.imported.events().map(AsRef::as_ref).collect();
        let calendars = self.imported.calendars();
        let limits = self
            .imported
            .covers()
            .into_iter()
            .zip(calendars)
            .filter_map(|(covers, calendar)| {
                let of_it = events.iter().filter(|event| event.calendar == calendar.id);
                let (series, single): (Vec<&Event>, Vec<&Event>) =
                    of_it.copied().partition(|event| event.recurrence.is_some());
                let stated = calendar.stated.covers.is_some();
                let enough = stated || !stated_only && single.len() >= FEWEST;
                let part = (series.len() + single.len()) as f64 / events.len().max(1) as f64;
                covers
                    .filter(|_| enough && part >= PART && !series.is_empty())
                    .map(|covers| (covers, series))
            });
        let (mut from, mut to) = (None, None);
        for (covers, series) in limits {
            let first = series.iter().filter_map(|event| first_day(event)).min();
            let before = covers.from.checked_sub_days(Days::new(MARGIN));
            if first
                .zip(before)
                .is_some_and(|(first, before)| first < before)
            {
                from = from.max(Some(covers.from));
            }
            if series.iter().any(|event| goes_on(event)) {
                to = Some(to.map_or(covers.to, |to: NaiveDate| to.min(covers.to)));
            }
        }
        let (first, last) = self.known_days()?;
        let told = Stretch {
            from: from.unwrap_or(first),
            to: to.unwrap_or(last),
        };
        (from.is_some() || to.is_some())
            .then_some(told)
            .filter(|told| told.from <= told.to)
    }

    /// The days the calendars tell all of, where none of these is among them.
    pub(crate) fn told_beyond(&self, from: NaiveDate, to: NaiveDate) -> Option<Stretch> {
        self.told().filter(|told| to < told.from || told.to < from)
    }
}

fn first_day(event: &Event) -> Option<NaiveDate> {
    Some(match event.recurrence.as_ref()?.first {
        Span::Timed { start, .. } => start.date_naive(),
        Span::AllDay { start, .. } => start,
    })
}

/// Whether a series has no end, so that it reaches beyond any day.
fn goes_on(event: &Event) -> bool {
    event
        .recurrence
        .as_ref()
        .is_some_and(|recurrence| recurrence.endless)
}
