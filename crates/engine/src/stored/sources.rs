use weekwise_model::{
    CalendarSettings, EventDifference, Snapshot, SnapshotChanges, SourceCalendar, SourcesView,
};
use weekwise_store::{CalendarKey, EventChange, SnapshotKey, StoreError, StoredCalendar};

use crate::stored::{StoredLibrary, words};
use crate::{Clock, EngineError};

/// How many actions the history shows.
const HISTORY: usize = 50;

impl StoredLibrary {
    /// Everything the Sources screen shows.
    pub fn sources(&self) -> Result<SourcesView, EngineError> {
        let zone = self.zone()?;
        let mut calendars = Vec::new();
        for calendar in self.store.calendars()? {
            let snapshots = self
                .store
                .snapshots(calendar.key)?
                .into_iter()
                .map(|snapshot| Snapshot {
                    key: snapshot.key.0,
                    imported_at: weekwise_model::wall(snapshot.imported_at, zone),
                    file: snapshot.file,
                    events: snapshot.events,
                    current: snapshot.key == calendar.snapshot,
                })
                .collect();
            calendars.push(SourceCalendar {
                key: calendar.key.0,
                settings: calendar.settings,
                own_name: calendar.own_name,
                file: calendar.file,
                snapshots,
                diagnostics: self.store.diagnostics_of(calendar.snapshot)?,
            });
        }
        let history = self.store.history(HISTORY)?;
        Ok(SourcesView {
            calendars,
            history: history
                .iter()
                .map(|line| words::action(line, zone))
                .collect(),
            folder: self.folder.display().to_string(),
            backups: self.backups(),
            subscriptions: Vec::new(),
        })
    }

    /// Sets what the user can set on a calendar.
    pub fn set_calendar(
        &mut self,
        key: i64,
        settings: &CalendarSettings,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let before = self.calendar(key)?.settings;
        if let Some(zone) = &settings.zone
            && settings.zone != before.zone
        {
            crate::settings::zone_named(zone)?;
        }
        let label = label(&before, settings);
        Ok(self.store.act(&label, clock.now(), |act| {
            act.set_calendar(CalendarKey(key), settings)
        })?)
    }

    /// Removes a calendar. Undo brings it back.
    pub fn remove_calendar(&mut self, key: i64, clock: &Clock) -> Result<(), EngineError> {
        let label = format!("Remove “{}”", self.calendar(key)?.settings.name);
        Ok(self.store.act(&label, clock.now(), |act| {
            act.remove_calendar(CalendarKey(key))
        })?)
    }

    /// Makes an earlier (or later) import of a calendar the one that holds.
    pub fn use_snapshot(
        &mut self,
        key: i64,
        snapshot: i64,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let label = format!(
            "Go back to another import of “{}”",
            self.calendar(key)?.settings.name
        );
        Ok(self.store.act(&label, clock.now(), |act| {
            act.use_snapshot(CalendarKey(key), SnapshotKey(snapshot))
        })?)
    }

    /// What the last import of a calendar changed, by its name or number; of the only one, where there is one.
    ///
    /// # Errors
    /// [`EngineError::SeveralCalendars`] where it is not said which, [`EngineError::Library`] where it was imported once.
    pub fn last_changes(&self, name: Option<&str>) -> Result<SnapshotChanges, EngineError> {
        let key = match name {
            Some(name) => self.calendar_called(name)?,
            None => match self.store.calendars()?.as_slice() {
                [one] => one.key.0,
                [] => return Err(EngineError::NothingOpen),
                _ => return Err(EngineError::SeveralCalendars),
            },
        };
        let mut snapshots = self.store.snapshots(CalendarKey(key))?;
        snapshots.sort_by_key(|snapshot| snapshot.imported_at);
        match snapshots.as_slice() {
            [.., earlier, later] => self.compare_snapshots(earlier.key.0, later.key.0),
            _ => Err(EngineError::Library(StoreError::NoSuch("earlier import"))),
        }
    }

    /// What is different in a later import.
    pub fn compare_snapshots(
        &self,
        earlier: i64,
        later: i64,
    ) -> Result<SnapshotChanges, EngineError> {
        let zone = self.zone()?;
        let found = self
            .store
            .compare(SnapshotKey(earlier), SnapshotKey(later))?;
        let told = |changes: Vec<EventChange>| -> Vec<EventDifference> {
            changes
                .into_iter()
                .map(|change| EventDifference {
                    uid: change.uid,
                    recurrence_id: change.recurrence_id.map(|at| words::start(at, zone)),
                    title: change.title,
                    before: change.before.map(|at| words::start(at, zone)),
                    after: change.after.map(|at| words::start(at, zone)),
                })
                .collect()
        };
        Ok(SnapshotChanges {
            added: told(found.added),
            moved: told(found.moved),
            cancelled: told(found.cancelled),
            changed: told(found.changed),
            removed: told(found.removed),
        })
    }

    pub(super) fn calendar(&self, key: i64) -> Result<StoredCalendar, EngineError> {
        let calendars = self.store.calendars()?;
        calendars
            .into_iter()
            .find(|calendar| calendar.key.0 == key)
            .ok_or(EngineError::Library(StoreError::NoSuch("calendar")))
    }
}

/// What a change to a calendar is called.
fn label(before: &CalendarSettings, after: &CalendarSettings) -> String {
    let name = &before.name;
    if before.name != after.name {
        return format!("Rename “{name}” to “{}”", after.name);
    }
    if before.included != after.included {
        let verb = if after.included { "Count" } else { "Leave out" };
        return format!("{verb} “{name}”");
    }
    format!("Change “{name}”")
}
