//! What an import gives.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use weekwise_model::{
    Calendar, CalendarId, Category, CheckReport, Diagnostic, Event, FileCheck, Occurrence, Outcome,
    Stretch,
};

use crate::kept::Original;
use crate::schedule::Repeat;
use crate::series::{Entry, Series};
use crate::zone::Zone;
use crate::{expand, limits, time};

/// Calendars that were read together.
#[derive(Debug, Default)]
pub struct Imported {
    pub(crate) calendars: Vec<Calendar>,
    /// Every VEVENT of the result.
    pub(crate) entries: Vec<Entry>,
    pub(crate) series: Vec<Series>,
    /// The zone each calendar's floating and whole-day times are at home in.
    pub(crate) homes: Vec<Zone>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) files: Vec<FileCheck>,
    /// What each calendar calls itself.
    pub(crate) own_names: Vec<Option<String>>,
    /// How often each calendar wants to be fetched.
    pub(crate) refresh: Vec<Option<Duration>>,
    /// The files' bytes, where they are to be kept.
    pub(crate) originals: Vec<Original>,
}

/// The occurrences of a window.
#[derive(Debug, Default)]
pub struct Expansion {
    /// Every occurrence that overlaps the window, sorted by start, then UID.
    pub occurrences: Vec<Occurrence>,
    /// Series that were cut short because they give too many occurrences.
    pub diagnostics: Vec<Diagnostic>,
}

impl Imported {
    /// The calendars, in the order of reading; a calendar's [`CalendarId`] is its place here.
    pub fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    /// Every VEVENT that is in the result: masters, single events and overrides.
    pub fn events(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.entries.iter().map(|entry| &entry.event)
    }

    /// Calls a calendar what its user calls it, and its events what they are where nothing tells. Without a colour it keeps
    /// the one of the file.
    pub fn set_calendar(
        &mut self,
        id: CalendarId,
        name: &str,
        color: Option<&str>,
        category: Option<Category>,
    ) {
        let Some(calendar) = self.calendars.get_mut(id.0 as usize) else {
            return;
        };
        name.clone_into(&mut calendar.name);
        calendar.category = category;
        if let Some(color) = color {
            calendar.color = Some(color.to_owned());
        }
    }

    /// What was wrong in the files and what was done about it, in the order of files and lines.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// True when no calendar could be read at all.
    pub fn is_empty(&self) -> bool {
        self.calendars.is_empty()
    }

    /// Every occurrence that overlaps `[from, to)`, cancelled ones too. Floating and all-day times are read in
    /// `zone`.
    pub fn expand(&self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Tz) -> Expansion {
        let (occurrences, cut) = expand::expand(self, from.timestamp(), to.timestamp(), zone);
        let places = if cut.series.is_empty() {
            HashMap::new()
        } else {
            self.places()
        };
        let mut diagnostics: Vec<Diagnostic> = cut
            .series
            .into_iter()
            .map(|event| Diagnostic {
                file: places
                    .get(&Arc::as_ptr(&event))
                    .and_then(|place| self.files.get(*place as usize))
                    .map(|file| file.file.clone())
                    .unwrap_or_default(),
                line: event.line,
                uid: Some(event.uid.clone()),
                code: "series-too-long".to_owned(),
                problem: format!(
                    "the series has more than {} occurrences in this period, or takes too long to work out",
                    limits::SERIES_OCCURRENCES
                ),
                remedy: "only the first ones are shown".to_owned(),
                outcome: Outcome::LeftOut,
            })
            .collect();
        if cut.total {
            diagnostics.push(Diagnostic {
                file: self
                    .files
                    .first()
                    .map(|f| f.file.clone())
                    .unwrap_or_default(),
                line: 0,
                uid: None,
                code: "too-many-occurrences".to_owned(),
                problem: format!(
                    "there are more than {} occurrences in this period",
                    limits::OCCURRENCES
                ),
                remedy: "the series read last are not shown; ask for a shorter period".to_owned(),
                outcome: Outcome::LeftOut,
            });
        }
        Expansion {
            occurrences,
            diagnostics,
        }
    }

    /// The first and the last day that anything certain happens on: series without an end count with their start.
    /// Days are those of each event's own clock.
    pub fn dates(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = self
            .entries
            .iter()
            .map(|entry| expand::first_and_last_day(&entry.schedule));
        let (first, last) = days.reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))?;
        Some((time::naive_date(first), time::naive_date(last)))
    }

    /// The days each calendar tells of, in the order of [`calendars`](Self::calendars): those its file says were
    /// exported, else those of its single events and single instances. `None` where it has none.
    pub fn covers(&self) -> Vec<Option<Stretch>> {
        let mut days: Vec<Vec<NaiveDate>> = vec![Vec::new(); self.calendars.len()];
        for Entry {
            event, schedule, ..
        } in &self.entries
        {
            let repeats = schedule
                .repeat
                .as_deref()
                .is_some_and(Repeat::makes_a_series);
            if let Some(days) = days.get_mut(event.calendar.0 as usize)
                && !repeats
            {
                let (first, last) = expand::first_and_last_day(schedule);
                days.push(time::naive_date(first));
                if last > first {
                    days.push(time::naive_date(last));
                }
            }
        }
        let stated = self.calendars.iter().map(|calendar| calendar.stated.covers);
        stated
            .zip(days)
            .map(|(stated, days)| stated.or_else(|| Stretch::of_days(days)))
            .collect()
    }

    /// What `weekwise check` prints: every file, its calendars, how much of it was read, and every problem.
    pub fn check(&self, expansion: &Expansion) -> CheckReport {
        let mut files = self.files.clone();
        let places = self.places();
        for occurrence in &expansion.occurrences {
            let place = places.get(&Arc::as_ptr(&occurrence.event));
            if let Some(file) = place.and_then(|place| files.get_mut(*place as usize)) {
                file.occurrences += 1;
            }
        }
        let mut diagnostics = self.diagnostics.clone();
        diagnostics.extend(expansion.diagnostics.iter().cloned());
        CheckReport { files, diagnostics }
    }

    /// The place of each event's file among the files.
    fn places(&self) -> HashMap<*const Event, u32> {
        self.entries
            .iter()
            .map(|entry| (Arc::as_ptr(&entry.event), entry.file))
            .collect()
    }
}
