//! The week that was shown last, so that a window has something to show while years of calendars are read.
//!
//! What is kept is what a window was told, word for word: where titles are hidden, without them. It is told again only of a
//! library that says the same as then, by the same program, in the same week; a moment later the truth takes its place.

use std::sync::TryLockError;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use weekwise_model::{CalendarId, FirstDay, IsoWeek, Library, WeekView, wall};

use crate::desk::contents::{Contents, OnDesk};
use crate::desk::{Desk, Shown};
use crate::{Clock, EngineError, StoredLibrary};

/// An answer to a window.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Told<T> {
    /// Worked out now.
    Now(Shown<T>),
    /// As it was told last; the truth follows once the library is read.
    Last(Box<RawValue>),
}

/// What was shown last of a library.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LastShown {
    /// Which program showed it: another one may answer otherwise.
    program: String,
    zone: Tz,
    first_day: FirstDay,
    /// The week it was shown in.
    in_week: IsoWeek,
    /// The week it shows.
    week: IsoWeek,
    /// When, as the week's answer says it.
    now: String,
    library: Box<RawValue>,
    view: Box<RawValue>,
}

impl LastShown {
    /// What is kept with a library and can be told of it now.
    pub(super) fn of(stored: &StoredLibrary, clock: &Clock) -> Option<Self> {
        let kept = stored.shown()?;
        let mut last: Self = serde_json::from_slice(&kept).ok()?;
        let this = last.first_day.week_of(clock.today(last.zone));
        if last.program != program() || last.in_week != this {
            return None;
        }
        let now = wall(clock.now(), last.zone);
        let saying = |now: &str| format!("\"now\":\"{now}\"");
        let view = last.view.get();
        let view = view.replacen(&saying(&last.now), &saying(&now), 1);
        last.view = RawValue::from_string(view).ok()?;
        Some(last)
    }

    fn from(contents: &mut Contents, clock: &Clock) -> Result<Option<Self>, EngineError> {
        let mut library = contents.library(clock)?;
        let OnDesk::Library(_, Some(opened)) = &contents.on else {
            return Ok(None);
        };
        let mut view = opened.week(None, clock)?;
        let (zone, first_day) = (opened.settings().zone, opened.settings().display.first_day);
        if let Some(veil) = contents.veil() {
            veil.hide(&mut library);
            veil.hide(&mut view);
        }
        let raw = |error: serde_json::Error| EngineError::Internal(error.to_string());
        Ok(Some(Self {
            program: program(),
            zone,
            first_day,
            in_week: first_day.week_of(clock.today(zone)),
            week: view.week,
            now: view.now.clone(),
            library: to_raw_value(&library).map_err(raw)?,
            view: to_raw_value(&view).map_err(raw)?,
        }))
    }
}

impl Desk {
    /// What is open, for a window: at once what it was told last, while the library is being read.
    ///
    /// # Errors
    /// As [`Desk::library`].
    pub fn told_library(&self) -> Result<Told<Library>, EngineError> {
        if let Some(last) = self.opening.last_shown() {
            return Ok(Told::Last(last.library.clone()));
        }
        self.told(self.library()).map(Told::Now)
    }

    /// One week, for a window: at once what it was told last, while the library is being read.
    ///
    /// # Errors
    /// As [`Desk::week`].
    pub fn told_week(
        &self,
        week: Option<IsoWeek>,
        calendars: &[CalendarId],
    ) -> Result<Told<WeekView>, EngineError> {
        if let Some(last) = self.opening.last_shown()
            && calendars.is_empty()
            && week.is_none_or(|week| week == last.week)
        {
            return Ok(Told::Last(last.view.clone()));
        }
        self.told(self.week(week, calendars)).map(Told::Now)
    }

    /// Keeps what a window shows first, to be told at the next start. Does nothing where that is not the library, or where
    /// others ask for longer than `patience`: whoever closes a window does not want to wait.
    pub fn keep_shown(&self, patience: Duration) {
        let end = Instant::now() + patience;
        let mut contents = loop {
            match self.contents.try_lock() {
                Ok(contents) => break contents,
                Err(TryLockError::WouldBlock) if Instant::now() < end => {
                    thread::sleep(Duration::from_millis(5));
                }
                Err(_) => return,
            }
        };
        if contents.trouble.is_some() {
            return;
        }
        // It is no truth: where it cannot be kept, the next start takes a little longer.
        let Ok(Some(last)) = LastShown::from(&mut contents, &self.clock) else {
            return;
        };
        if let (OnDesk::Library(stored, _), Ok(kept)) = (&contents.on, serde_json::to_vec(&last)) {
            stored.keep_shown(&kept);
        }
    }
}

/// This very program: its version, and when its file was written.
fn program() -> String {
    let written = std::env::current_exe()
        .and_then(|file| file.metadata()?.modified())
        .ok()
        .and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok())
        .map_or(0, |since| since.as_nanos());
    format!("{} {written}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::TimeDelta;
    use tempfile::TempDir;
    use weekwise_subscribe::{Fetcher, InMemory};

    use super::*;
    use crate::{Source, Subscriptions};

    fn clock(later: TimeDelta) -> Clock {
        let thursday = "2026-11-12T09:20:00Z".parse::<chrono::DateTime<chrono::Utc>>();
        Clock::fixed(thursday.unwrap() + later)
    }

    fn desk(folder: &Path, later: TimeDelta) -> Desk {
        let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
        Desk::new(clock(later), Some(folder.to_owned()), subscriptions)
    }

    /// A library that was shown once.
    fn shown(hide: bool) -> TempDir {
        let folder = TempDir::new().unwrap();
        let desk = desk(folder.path(), TimeDelta::zero());
        desk.open_library(|_| {});
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261112T100000Z\r\nDURATION:PT1H\r\n\
                    SUMMARY:Wombat sighting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        desk.open(Source::Bytes {
            name: "work.ics".to_owned(),
            bytes: text.into(),
        })
        .unwrap();
        desk.hide_titles(hide).unwrap();
        desk.keep_shown(Duration::from_secs(9));
        folder
    }

    fn last(folder: &Path, later: TimeDelta) -> Option<LastShown> {
        let clock = clock(later);
        LastShown::of(&StoredLibrary::open(folder, &clock).unwrap(), &clock)
    }

    fn written(told: &impl Serialize) -> String {
        serde_json::to_string(told).unwrap()
    }

    #[test]
    fn what_was_shown_last_is_what_would_be_shown_now() {
        let folder = shown(false);
        let minute = TimeDelta::minutes(1);
        let last = last(folder.path(), minute).unwrap();
        let desk = desk(folder.path(), minute);
        assert!(desk.open_library(|_| {}), "it may have been told");
        let library = desk.told_library().unwrap();
        assert_eq!(last.library.get(), written(&library));
        // The clock goes on; nothing else of this week does within a minute.
        let week = desk.told_week(None, &[]).unwrap();
        assert_eq!(last.view.get(), written(&week));
        assert!(last.view.get().contains("Wombat"));
    }

    #[test]
    fn in_another_week_or_of_a_changed_library_nothing_is_told_before_it_is_read() {
        let folder = shown(false);
        assert!(last(folder.path(), TimeDelta::days(3)).is_some());
        assert!(
            last(folder.path(), TimeDelta::days(4)).is_none(),
            "a Monday"
        );
        let desk = desk(folder.path(), TimeDelta::zero());
        desk.open_library(|_| {});
        desk.undo().unwrap();
        assert!(last(folder.path(), TimeDelta::zero()).is_none());
        desk.redo().unwrap();
        assert!(last(folder.path(), TimeDelta::zero()).is_some());
    }

    #[test]
    fn nothing_is_kept_with_a_title_while_titles_are_hidden() {
        let folder = shown(true);
        let kept = std::fs::read_to_string(folder.path().join("weekwise.shown")).unwrap();
        assert!(kept.contains("\"hides_titles\":true"));
        assert!(!kept.contains("Wombat"), "{kept}");
    }

    #[test]
    fn whoever_is_alone_in_changing_something_keeps_nobody_from_asking() {
        let folder = shown(false);
        let desk = desk(folder.path(), TimeDelta::zero());
        desk.open_library(|_| {});
        let _importing = desk.alone();
        assert_eq!(desk.library().unwrap().events, 1);
        assert_eq!(desk.week(None, &[]).unwrap().events.len(), 1);
        assert_eq!(desk.search("wombat").unwrap().hits.len(), 1);
        desk.keep_shown(Duration::from_secs(9));
    }
}
