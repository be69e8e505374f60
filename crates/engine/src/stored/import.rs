use std::collections::HashSet;
use std::time::Duration;

use weekwise_ical::{ImportOptions, KeptCalendar, Progress, import_with};
use weekwise_model::{Diagnostic, ImportSummary, ImportedCalendar};
use weekwise_store::{Act, CalendarKey, Import, ImportOutcome, StoreError, Target};

use crate::stored::{StoredLibrary, words};
use crate::{Clock, EngineError, Source};

impl StoredLibrary {
    /// Imports a source as one action. What the library has already is updated, never doubled.
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
        Ok(self.import_as(source, None, clock, progress)?.0)
    }

    /// Imports a source whose first calendar is known to be `target`. With the summary, how often that calendar wants to
    /// be fetched.
    pub(super) fn import_as(
        &mut self,
        source: Source,
        mut target: Option<CalendarKey>,
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
        let mut imported = import_with(read.inputs, options).map_err(|_| EngineError::Cancelled)?;
        let diagnostics = imported.diagnostics().to_vec();
        if imported.is_empty() {
            return Err(EngineError::NothingRead { diagnostics });
        }
        let kept = imported.take_kept(zone);
        let refresh = kept.first().and_then(|calendar| calendar.refresh);
        let names = names(&kept);
        let now = clock.now();
        let calendars = self.store.act(&label, now, |act| {
            let mut done: Vec<ImportOutcome> = Vec::with_capacity(kept.len());
            for (calendar, name) in kept.iter().zip(&names) {
                if progress.is_cancelled() {
                    return Err(StoreError::Cancelled);
                }
                let others: Vec<CalendarKey> = done.iter().map(|o| o.calendar).collect();
                let target = target.take().map_or(Target::Matching, Target::Calendar);
                done.push(import_one(act, calendar, name, target, &others)?);
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
                .map(|outcome| told(&outcome, name_of(outcome.calendar)))
                .collect())
        })?;
        let summary = ImportSummary {
            calendars,
            diagnostics,
        };
        Ok((summary, refresh))
    }
}

fn import_one(
    act: &Act<'_>,
    kept: &KeptCalendar,
    name: &str,
    target: Target,
    others: &[CalendarKey],
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
        others,
        ..Import::of_file(name, &kept.bytes)
    })
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

fn told(outcome: &ImportOutcome, name: String) -> ImportedCalendar {
    ImportedCalendar {
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
