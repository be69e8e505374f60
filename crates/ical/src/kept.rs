//! Calendars as they came, to be kept and read again.

use std::collections::HashMap;
use std::time::Duration;

use chrono_tz::Tz;
use weekwise_model::{Calendar, CalendarId, Diagnostic, IndexedEvent, Stretch};

use crate::Imported;
use crate::text::normalized;

/// One calendar of an import, as something to keep: reading [`bytes`](Self::bytes) again under the name of
/// [`calendar.file`](Calendar::file) gives this calendar, and no other.
///
/// The name is stable: the file as it was given, the path inside an archive after a `!`, or the folder (of a vdir).
/// Of several calendars in one file, [`own_name`](Self::own_name) tells which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCalendar {
    /// The calendar as it was read.
    pub calendar: Calendar,
    /// What it calls itself: `NAME`, `X-WR-CALNAME`, or the `displayname` of a vdir.
    pub own_name: Option<String>,
    /// How often it wants to be fetched: `REFRESH-INTERVAL` (RFC 7986 section 5.7), else `X-PUBLISHED-TTL`.
    pub refresh: Option<Duration>,
    /// The days it tells of: those its file says were exported, else those of its single events and instances.
    pub covers: Option<Stretch>,
    /// The bytes as they came. Of several calendars in one file, the VCALENDARs of this one; of a folder, its files
    /// one after the other.
    pub bytes: Vec<u8>,
    /// Its events, for search and comparison.
    pub events: Vec<IndexedEvent>,
    /// What was wrong in it; of a folder, by its files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file's bytes, and whose they are.
#[derive(Debug)]
pub(crate) struct Original {
    /// The file's name.
    pub file: String,
    /// As they came.
    pub bytes: Vec<u8>,
    /// Its VCALENDARs, in order.
    pub parts: Vec<Part>,
}

/// One VCALENDAR of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// The calendar it belongs to.
    pub calendar: CalendarId,
    /// Where it begins in the normalized bytes.
    pub begins: usize,
    /// Its first line.
    pub line: u32,
}

impl Original {
    /// The only calendar of the file.
    fn only(&self) -> Option<CalendarId> {
        let first = self.parts.first()?.calendar;
        let same = self.parts.iter().all(|part| part.calendar == first);
        same.then_some(first)
    }

    /// The calendar a line belongs to.
    fn calendar_at(&self, line: u32) -> Option<CalendarId> {
        let after = self.parts.partition_point(|part| part.line <= line);
        let part = self.parts.get(after.saturating_sub(1))?;
        Some(part.calendar)
    }
}

impl Imported {
    /// Hands out every calendar to be kept, in the order of [`calendars`](Self::calendars), with its index (floating
    /// starts read in `zone`). Empty unless the import was asked to keep the bytes
    /// ([`ImportOptions::keep_bytes`](crate::ImportOptions)), and the second time.
    pub fn take_kept(&mut self, zone: Tz) -> Vec<KeptCalendar> {
        let originals = std::mem::take(&mut self.originals);
        if originals.is_empty() {
            return Vec::new();
        }
        let (covers, index) = (self.covers(), self.index(zone));
        self.kept(originals, covers, index)
    }

    /// The same for whoever needs nothing else of the import: it is given back bit by bit, so that the index of a large
    /// calendar needs little memory beside it.
    pub fn into_kept(mut self, zone: Tz) -> Vec<KeptCalendar> {
        let originals = std::mem::take(&mut self.originals);
        if originals.is_empty() {
            return Vec::new();
        }
        let covers = self.covers();
        let index = self.drained_index(zone);
        self.kept(originals, covers, index)
    }

    fn kept(
        &self,
        originals: Vec<Original>,
        covers: Vec<Option<Stretch>>,
        index: Vec<Vec<IndexedEvent>>,
    ) -> Vec<KeptCalendar> {
        let diagnostics = self.diagnostics_by_calendar(&originals);
        let bytes = bytes_by_calendar(originals, self.calendars().len());
        let parts = index.into_iter().zip(bytes).zip(diagnostics);
        self.calendars()
            .iter()
            .zip(&self.own_names)
            .zip(&self.refresh)
            .zip(covers)
            .zip(parts)
            .map(|((((calendar, own_name), refresh), covers), parts)| {
                let ((events, bytes), diagnostics) = parts;
                KeptCalendar {
                    calendar: calendar.clone(),
                    own_name: own_name.clone(),
                    refresh: *refresh,
                    covers,
                    bytes,
                    events,
                    diagnostics,
                }
            })
            .collect()
    }

    fn diagnostics_by_calendar(&self, originals: &[Original]) -> Vec<Vec<Diagnostic>> {
        let by_name: HashMap<&str, &Original> =
            originals.iter().map(|o| (o.file.as_str(), o)).collect();
        let mut lists = vec![Vec::new(); self.calendars().len()];
        for diagnostic in self.diagnostics() {
            let calendar = by_name
                .get(diagnostic.file.as_str())
                .and_then(|original| original.calendar_at(diagnostic.line));
            if let Some(list) = calendar.and_then(|id| lists.get_mut(id.0 as usize)) {
                list.push(diagnostic.clone());
            }
        }
        lists
    }
}

fn bytes_by_calendar(originals: Vec<Original>, calendars: usize) -> Vec<Vec<u8>> {
    let mut files = vec![0_usize; calendars];
    for original in &originals {
        if let Some(files) = original.only().and_then(|id| files.get_mut(id.0 as usize)) {
            *files += 1;
        }
    }
    let mut all = vec![Vec::new(); calendars];
    for original in originals {
        let only = original.only().map(|id| id.0 as usize);
        if let Some(id) = only.filter(|id| files.get(*id) == Some(&1)) {
            // A file that is a calendar, and the calendar this file.
            all[id] = original.bytes;
            continue;
        }
        let (bytes, _) = normalized(original.bytes);
        let ends = original.parts.iter().skip(1).map(|part| part.begins);
        let mut begins = 0;
        for (part, end) in original.parts.iter().zip(ends.chain([bytes.len()])) {
            let lines = bytes.get(begins..end).unwrap_or_default();
            begins = end;
            if let Some(all) = all.get_mut(part.calendar.0 as usize) {
                all.extend_from_slice(lines);
                if !lines.ends_with(b"\n") {
                    all.extend_from_slice(b"\r\n");
                }
            }
        }
    }
    all
}
