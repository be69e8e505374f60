use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use weekwise_model::{CalendarSettings, Diagnostic};

use crate::plan::PLANS;
use crate::profile::PROFILES;
use crate::setting::SETTINGS;
use crate::{
    Act, CalendarKey, Correction, Import, IndexedEvent, Reader, Result, StoreError, calendar,
    content, event, snapshot,
};

/// The form of a [`LibraryDump`].
const FORMAT: u32 = 1;

/// Everything the user has in the library, as one value to be written as JSON: what “export the whole library” writes and
/// “restore” reads. The history of actions is not in it, nor are removed calendars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryDump {
    /// The form of this file.
    pub format: u32,
    /// The calendars with all their snapshots.
    pub calendars: Vec<DumpedCalendar>,
    /// The settings.
    pub settings: BTreeMap<String, Value>,
    /// The corrections.
    pub corrections: Vec<Correction>,
    /// The rules, in their order.
    pub rules: Vec<Value>,
    /// The custom profiles.
    pub profiles: BTreeMap<String, Value>,
    /// The saved plans.
    pub plans: BTreeMap<String, Value>,
}

/// A calendar in a [`LibraryDump`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DumpedCalendar {
    /// Its key in the library it comes from; it keeps it where the key is free.
    pub key: CalendarKey,
    /// What the user has set.
    #[serde(flatten)]
    pub settings: CalendarSettings,
    /// What its file calls it.
    pub own_name: Option<String>,
    /// Which of its snapshots holds, from 0.
    pub current: usize,
    /// Its snapshots, oldest first.
    pub snapshots: Vec<DumpedSnapshot>,
}

/// A snapshot in a [`LibraryDump`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DumpedSnapshot {
    /// When it was imported.
    pub imported_at: DateTime<Utc>,
    /// The file it came in.
    pub file: String,
    /// Its bytes.
    pub content: Content,
    /// Its index.
    pub events: Vec<IndexedEvent>,
    /// What was wrong in it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Bytes inside JSON, readable where they are text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// UTF-8.
    Text(String),
    /// Anything else: each byte as the letter of that number, which is how Latin-1 reads it.
    Latin1(String),
}

impl Content {
    fn of_bytes(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text(text),
            Err(error) => Self::Latin1(error.into_bytes().into_iter().map(char::from).collect()),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        match self {
            Self::Text(text) => Ok(text.clone().into_bytes()),
            Self::Latin1(text) => text
                .chars()
                .map(u8::try_from)
                .collect::<std::result::Result<_, _>>()
                .map_err(|_| StoreError::Unreadable("an exported file")),
        }
    }
}

impl Reader {
    /// Everything, as one value. Takes as much memory as all imports together.
    pub fn export_all(&self) -> Result<LibraryDump> {
        let mut calendars = Vec::new();
        for calendar in self.calendars()? {
            let mut found = self.snapshots(calendar.key)?;
            found.reverse();
            let current = found.iter().position(|s| s.key == calendar.snapshot);
            let mut snapshots = Vec::with_capacity(found.len());
            for snapshot in found {
                snapshots.push(DumpedSnapshot {
                    imported_at: snapshot.imported_at,
                    content: Content::of_bytes(self.bytes_of(snapshot.key)?),
                    events: self.events_of(snapshot.key)?,
                    diagnostics: self.diagnostics_of(snapshot.key)?,
                    file: snapshot.file,
                });
            }
            calendars.push(DumpedCalendar {
                key: calendar.key,
                settings: calendar.settings,
                own_name: calendar.own_name,
                current: current.ok_or(StoreError::NoSuch("snapshot"))?,
                snapshots,
            });
        }
        Ok(LibraryDump {
            format: FORMAT,
            calendars,
            settings: SETTINGS.all(self.connection())?,
            corrections: self.corrections()?,
            rules: self.rules()?,
            profiles: PROFILES.all(self.connection())?,
            plans: PLANS.all(self.connection())?,
        })
    }
}

impl Act<'_> {
    /// Makes the library hold what a dump holds; calendars it has now are removed. Like every action this can be undone.
    /// Returns the keys calendars have now by the keys they had in the dump.
    pub fn import_all(&self, dump: &LibraryDump) -> Result<HashMap<CalendarKey, CalendarKey>> {
        if dump.format > FORMAT {
            return Err(StoreError::Unreadable("an export of a newer version"));
        }
        for calendar in self.calendars()? {
            self.remove_calendar(calendar.key)?;
        }
        let mut keys = HashMap::new();
        for calendar in &dump.calendars {
            keys.insert(calendar.key, self.import_dumped(calendar)?);
        }
        SETTINGS.replace(self.connection(), &dump.settings)?;
        PROFILES.replace(self.connection(), &dump.profiles)?;
        PLANS.replace(self.connection(), &dump.plans)?;
        self.replace_rules(&dump.rules)?;
        for old in self.corrections()? {
            self.remove_correction(old.scope, &old.key)?;
        }
        for correction in &dump.corrections {
            self.correct(correction)?;
        }
        Ok(keys)
    }

    fn import_dumped(&self, dumped: &DumpedCalendar) -> Result<CalendarKey> {
        let connection = self.connection();
        let key = calendar::next_key(connection)?.max(dumped.key);
        let mut added = Vec::with_capacity(dumped.snapshots.len());
        for dumped in &dumped.snapshots {
            let bytes = dumped.content.bytes()?;
            let hash = content::hash(&bytes);
            content::keep(connection, &hash, &bytes)?;
            let (at, file) = (dumped.imported_at, dumped.file.as_str());
            let snapshot = snapshot::add(connection, key, at, file, &hash, &dumped.diagnostics)?;
            event::index(connection, key, snapshot, &dumped.events)?;
            added.push((snapshot, file));
        }
        let current = added.get(dumped.current);
        let (snapshot, file) = current.ok_or(StoreError::Unreadable("an exported calendar"))?;
        let import = Import {
            own_name: dumped.own_name.as_deref(),
            ..Import::of_file(file, &[])
        };
        calendar::add(connection, key, *snapshot, &import, &dumped.settings)?;
        Ok(key)
    }
}
