use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use weekwise_model::{Calendar, CheckReport, Diagnostic, Event, Occurrence};

use crate::Input;

/// Reads inputs. Never fails: problems are diagnostics.
pub fn import(_inputs: Vec<Input>) -> Imported {
    Imported::default()
}

/// What was read.
#[derive(Debug, Default)]
pub struct Imported {
    calendars: Vec<Calendar>,
    events: Vec<Arc<Event>>,
    diagnostics: Vec<Diagnostic>,
}

/// The occurrences of a window.
#[derive(Debug, Default)]
pub struct Expansion {
    /// Sorted by start, then UID.
    pub occurrences: Vec<Occurrence>,
    /// What had to be cut short.
    pub diagnostics: Vec<Diagnostic>,
}

impl Imported {
    /// The calendars in the order of reading.
    pub fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    /// Every VEVENT that is in the result.
    pub fn events(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.events.iter()
    }

    /// Problems found while reading.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// True when no calendar could be read at all.
    pub fn is_empty(&self) -> bool {
        self.calendars.is_empty()
    }

    /// Every occurrence that overlaps `[from, to)`.
    pub fn expand(&self, _from: DateTime<Utc>, _to: DateTime<Utc>, _zone: Tz) -> Expansion {
        Expansion::default()
    }

    /// The first start and the last bounded end.
    pub fn dates(&self) -> Option<(NaiveDate, NaiveDate)> {
        None
    }

    /// What `weekwise check` prints.
    pub fn check(&self, _expansion: &Expansion) -> CheckReport {
        CheckReport::default()
    }
}
