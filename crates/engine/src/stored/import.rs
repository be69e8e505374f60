use std::collections::HashSet;
use std::time::Duration;

use chrono_tz::Tz;
use weekwise_ical::{ImportOptions, Input, KeptCalendar, Progress, import_with};
use weekwise_model::{Diagnostic, ImportSummary, ImportedCalendar, MayBe};
use weekwise_store::{Act, CalendarKey, Import, ImportOutcome, StoreError, StoredCalendar, Target};

use crate::stored::{StoredLibrary, matching, words};
use crate::{Clock, EngineError, Source};

/// Which calendar of the library a source is to become.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Destination {
    /// The one that its events say it is, else a new one (product.md section 3, *the same calendar*).
    #[default]
    AsItsEventsSay,
    /// A new one: the user said so.
    New,
    /// The first calendar of the source is this one, by its key: the user said so.
    Calendar(i64),
}

impl StoredLibrary {
    /// Imports a source as one action. What the library has already is updated, never doubled; what lies outside the days a
    /// file tells of stays.
    ///
    /// # Errors
    /// [`EngineError::NothingRead`] where not one calendar could be read, [`EngineError::Cancelled`] where that was
    /// asked for; then the library is as it was.
    pub fn import(
        &mut self,
        source: Source,
        clock: &Clock,
        progress: &Progress,
    ) -> Result<ImportSummary, EngineError> {
        self.import_as(source, Destination::AsItsEventsSay, clock, progress)
    }

    /// Imports a source as what the user says it is.
    ///
    /// # Errors
    /// Those of [`import`](Self::import), and where there is no such calendar.
    pub fn import_as(
        &mut self,
        source: Source,
        destination: Destination,
        clock: &Clock,
        progress: &Progress,
    ) -> Result<ImportSummary, EngineError> {
        let fetched = self.import_fetched_as(source, destination, clock, progress)?;
        Ok(fetched.0)
    }

    /// The same. With the summary, how often the first calendar wants to be fetched.
    pub(super) fn import_fetched_as(
        &mut self,
        source: Source,
        destination: Destination,
        clock: &Clock,
        progress: &Progress,
    ) -> Result<(ImportSummary, Option<Duration>), EngineError> {
        let zone = self.zone()?;
        let read = source.inputs(clock, zone);
        let label = words::of_import(&read.files);
        let options = ImportOptions {
            progress,
            keep_bytes: true,
        };
        let imported = import_with(read.inputs, options).map_err(|_| EngineError::Cancelled)?;
        let diagnostics = imported.diagnostics().to_vec();
        if imported.is_empty() {
            return Err(EngineError::NothingRead { diagnostics });
        }
        let kept = imported.into_kept(zone);
        let refresh = kept.first().and_then(|calendar| calendar.refresh);
        let names = names(&kept);
        let subscribed = self.subscribed_calendars()?;
        let calendars = self.store.act(&label, clock.now(), |act| {
            let mut done: Vec<(ImportOutcome, Addition)> = Vec::with_capacity(kept.len());
            let mut destination = destination;
            for (calendar, name) in kept.iter().zip(&names) {
                if progress.is_cancelled() {
                    return Err(StoreError::Cancelled);
                }
                let mut others = subscribed.clone();
                others.extend(done.iter().map(|(outcome, _)| outcome.calendar));
                let coming = Coming {
                    calendar,
                    name,
                    zone,
                };
                done.push(coming.import(act, destination, &others)?);
                if let Destination::Calendar(_) = destination {
                    destination = Destination::AsItsEventsSay;
                }
            }
            let stored = act.calendars()?;
            let name_of = |key| {
                stored
                    .iter()
                    .find(|calendar| calendar.key == key)
                    .map(|calendar| calendar.settings.name.clone())
                    .unwrap_or_default()
            };
            Ok(done
                .into_iter()
                .map(|(outcome, addition)| told(&outcome, addition, name_of(outcome.calendar)))
                .collect())
        })?;
        let summary = ImportSummary {
            calendars,
            diagnostics,
        };
        Ok((summary, refresh))
    }

    /// The key of the calendar that the user calls so, or that has this key as its number.
    ///
    /// # Errors
    /// [`EngineError::Library`] where there is none, [`EngineError::SeveralCalendars`] where several are called so.
    pub fn calendar_called(&self, name: &str) -> Result<i64, EngineError> {
        let wanted = name.trim().to_lowercase();
        let calendars = self.store.calendars()?;
        let mut called = calendars
            .iter()
            .filter(|calendar| calendar.settings.name.trim().to_lowercase() == wanted);
        match (called.next(), called.next()) {
            (Some(calendar), None) => Ok(calendar.key.0),
            (Some(_), Some(_)) => Err(EngineError::SeveralCalendars),
            (None, _) => {
                let numbered = calendars.iter().find(|c| c.key.0.to_string() == wanted);
                numbered
                    .map(|calendar| calendar.key.0)
                    .ok_or(EngineError::Library(StoreError::NoSuch("calendar")))
            }
        }
    }

    /// Makes one calendar of two: `key`, imported as a calendar of its own, was the calendar `into` all the time. What both
    /// hold adds up as if the later had been imported into the earlier; undo parts them again.
    ///
    /// # Errors
    /// [`EngineError::Library`] where one of them is not there.
    pub fn join_calendars(
        &mut self,
        key: i64,
        into: i64,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let zone = self.zone()?;
        let (from, to) = (self.calendar(key)?, self.calendar(into)?);
        if from.key == to.key {
            return Ok(());
        }
        let label = format!("Join “{}” with “{}”", from.settings.name, to.settings.name);
        let bytes = self.store.bytes_of(from.snapshot)?;
        let diagnostics = self.store.diagnostics_of(from.snapshot)?;
        let mut calendar = read_alone(&from.file, bytes, zone)?;
        calendar.diagnostics = diagnostics;
        Ok(self.store.act(&label, clock.now(), |act| {
            let coming = Coming {
                calendar: &calendar,
                name: &from.file,
                zone,
            };
            coming.import(act, Destination::Calendar(into), &[])?;
            act.remove_calendar(from.key)
        })?)
    }
}

/// A calendar that is about to be kept.
struct Coming<'a> {
    calendar: &'a KeptCalendar,
    /// What its file is remembered as.
    name: &'a str,
    /// Floating starts are read in it.
    zone: Tz,
}

/// What is to be said of an import besides what is different.
#[derive(Default)]
struct Addition {
    /// How many events stay that lie outside the days of the file.
    still_holding: usize,
    /// The calendar it may be.
    may_be: Option<StoredCalendar>,
}

impl Coming<'_> {
    fn import(
        &self,
        act: &Act<'_>,
        destination: Destination,
        others: &[CalendarKey],
    ) -> Result<(ImportOutcome, Addition), StoreError> {
        let mut addition = Addition::default();
        let known = match destination {
            Destination::New => None,
            Destination::Calendar(key) => Some(CalendarKey(key)),
            Destination::AsItsEventsSay => {
                let found = matching::find(act, self.calendar, self.name, others)?;
                addition.may_be = found.alike.into_iter().next();
                found.same
            }
        };
        let Some(key) = known else {
            return Ok((self.keep(act, Target::New, self.calendar)?, addition));
        };
        let target = Target::Calendar(key);
        let calendars = act.calendars()?;
        let known = calendars.iter().find(|calendar| calendar.key == key);
        let known = known.ok_or(StoreError::NoSuch("calendar"))?;
        let earlier = act.bytes_of(known.snapshot)?;
        if earlier == self.calendar.bytes {
            return Ok((self.keep(act, target, self.calendar)?, addition));
        }
        let Some(added) = weekwise_ical::added_up(&earlier, self.calendar) else {
            return Ok((self.keep(act, target, self.calendar)?, addition));
        };
        addition.still_holding = added.still_holding;
        let file = self.calendar.calendar.file.as_str();
        let both = KeptCalendar {
            diagnostics: self.calendar.diagnostics.clone(),
            own_name: self.calendar.own_name.clone(),
            ..read_alone(file, added.bytes, self.zone)?
        };
        Ok((self.keep(act, target, &both)?, addition))
    }

    fn keep(
        &self,
        act: &Act<'_>,
        target: Target,
        kept: &KeptCalendar,
    ) -> Result<ImportOutcome, StoreError> {
        let diagnostics: Vec<Diagnostic> = kept
            .diagnostics
            .iter()
            .map(|diagnostic| Diagnostic {
                file: short(&diagnostic.file).to_owned(),
                ..diagnostic.clone()
            })
            .collect();
        act.import(&Import {
            target,
            own_name: kept.own_name.as_deref(),
            zone: kept.calendar.zone.as_deref(),
            color: kept.calendar.color.as_deref(),
            events: &kept.events,
            diagnostics: &diagnostics,
            ..Import::of_file(self.name, &kept.bytes)
        })
    }
}

/// Reads the bytes of one calendar.
fn read_alone(file: &str, bytes: Vec<u8>, zone: Tz) -> Result<KeptCalendar, StoreError> {
    let input = Input::Bytes {
        name: file.to_owned(),
        bytes,
    };
    let options = ImportOptions {
        progress: &Progress::default(),
        keep_bytes: true,
    };
    let read = import_with(vec![input], options).map_err(|_| StoreError::Cancelled)?;
    let kept = read.into_kept(zone);
    kept.into_iter()
        .next()
        .ok_or(StoreError::Unreadable("an imported calendar"))
}

/// What each calendar's file is remembered as: its name without the folder it happened to lie in; with the last folder
/// where two of one import would be called the same.
fn names(kept: &[KeptCalendar]) -> Vec<String> {
    let mut seen = HashSet::new();
    kept.iter()
        .map(|calendar| {
            let file = calendar.calendar.file.as_str();
            let name = short(file);
            if seen.insert((name, calendar.own_name.as_deref())) {
                return name.to_owned();
            }
            let folder = file.strip_suffix(name).unwrap_or_default();
            let folder = folder.trim_end_matches(['/', '\\']);
            match short(folder) {
                "" => name.to_owned(),
                folder => format!("{folder}/{name}"),
            }
        })
        .collect()
}

/// A path's last name. What lies inside an archive keeps its place there: `takeout.zip!Calendar/work.ics`.
fn short(file: &str) -> &str {
    let outer = file.find('!').unwrap_or(file.len());
    let begins = file
        .get(..outer)
        .and_then(|path| path.rfind(['/', '\\']))
        .map_or(0, |slash| slash + 1);
    file.get(begins..).unwrap_or(file)
}

fn told(outcome: &ImportOutcome, addition: Addition, name: String) -> ImportedCalendar {
    ImportedCalendar {
        still_holding: addition.still_holding,
        may_be: addition.may_be.map(|known| MayBe {
            key: known.key.0,
            name: known.settings.name,
        }),
        key: outcome.calendar.0,
        name,
        created: outcome.created,
        identical: outcome.identical,
        added: outcome.added,
        moved: outcome.moved,
        changed: outcome.changed,
        cancelled: outcome.cancelled,
        removed: outcome.removed,
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_file_is_remembered_without_its_folder() {
        assert_eq!(short("Downloads/march/work.ics"), "work.ics");
        assert_eq!(short("Downloads\\work.ics"), "work.ics");
        assert_eq!(
            short("Downloads/takeout.zip!Calendar/work.ics"),
            "takeout.zip!Calendar/work.ics"
        );
        assert_eq!(short("standard input"), "standard input");
    }
}
