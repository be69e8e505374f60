use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use weekwise_model::{
    Calendar, CalendarCheck, CalendarId, CheckReport, Diagnostic, Event, FileCheck, Occurrence,
    Outcome,
};

use crate::expand;
use crate::read::{self, FileRead, ReadEvent};
use crate::series::{self, Entry, Series};
use crate::sources::{Source, Sources};
use crate::time;
use crate::zone::Zone;
use crate::{Input, limits};

/// Reads inputs. Never fails: what cannot be read is told in [`Imported::diagnostics`].
pub fn import(inputs: Vec<Input>) -> Imported {
    let mut collected = Collected::default();
    let mut found = |source: Source| collected.add(source);
    let mut sources = Sources::new(&mut found);
    for input in inputs {
        sources.visit(input);
    }
    let unread = sources.diagnostics;
    collected.finish(unread)
}

/// Calendars that were read together.
#[derive(Debug, Default)]
pub struct Imported {
    calendars: Vec<Calendar>,
    /// Every VEVENT of the result.
    pub(crate) entries: Vec<Entry>,
    pub(crate) series: Vec<Series>,
    /// The zone each calendar's floating and whole-day times are at home in.
    pub(crate) homes: Vec<Zone>,
    diagnostics: Vec<Diagnostic>,
    files: Vec<FileCheck>,
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

/// What has been read so far.
#[derive(Default)]
struct Collected {
    calendars: Vec<Calendar>,
    homes: Vec<Zone>,
    events: Vec<ReadEvent>,
    diagnostics: Vec<Diagnostic>,
    files: Vec<FileCheck>,
    /// The calendar that a folder's nameless files make up.
    folders: HashMap<PathBuf, CalendarId>,
}

impl Collected {
    fn add(&mut self, source: Source) {
        let mut read = read::read(&source.name, source.bytes);
        let ids = self.calendar_ids(&source.name, source.folder, &read);
        let file = &mut FileCheck {
            file: source.name.clone(),
            events: read.found,
            ..FileCheck::default()
        };
        let number = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let mut counts: HashMap<CalendarId, usize> = HashMap::new();
        let room = limits::EVENTS.saturating_sub(self.events.len());
        if read.events.len() > room {
            read.diagnostics.push(read::whole_file(
                &source.name,
                "too-many-events",
                &format!("the import has more than {} events", limits::EVENTS),
                "the events beyond were left out",
            ));
            read.events.truncate(room);
        }
        for mut event in read.events {
            if let Some(id) = ids.get(event.header) {
                event.event.calendar = *id;
                event.file = number;
                *counts.entry(*id).or_default() += 1;
                self.events.push(event);
            }
        }
        file.left_out = read.found - counts.values().sum::<usize>();
        let mut told: Vec<CalendarId> = Vec::new();
        for id in ids {
            if !told.contains(&id)
                && let Some(calendar) = self.calendars.get(id.0 as usize)
            {
                told.push(id);
                file.calendars.push(CalendarCheck {
                    id,
                    name: calendar.name.clone(),
                    events: counts.get(&id).copied().unwrap_or(0),
                });
            }
        }
        if read.untold > 0 {
            read.diagnostics.push(Diagnostic {
                file: source.name,
                line: 0,
                uid: None,
                code: "more-repairs".to_owned(),
                problem: format!("{} more lines had to be repaired", read.untold),
                remedy: "they were repaired like the others".to_owned(),
                outcome: Outcome::Repaired,
            });
            file.repaired += read.untold - 1;
        }
        read.diagnostics.sort_by_key(|d| d.line);
        self.diagnostics.append(&mut read.diagnostics);
        self.files.push(std::mem::take(file));
    }

    /// The calendar of each VCALENDAR of a file. Those without a name, or of the same name, are one.
    fn calendar_ids(
        &mut self,
        file: &str,
        folder: Option<PathBuf>,
        read: &FileRead,
    ) -> Vec<CalendarId> {
        let mut ids: Vec<CalendarId> = Vec::with_capacity(read.headers.len());
        // A vdir has a file for every event; the folder is the calendar.
        let one_event = read.headers.len() == 1
            && read.headers[0].name.is_none()
            && read
                .events
                .windows(2)
                .all(|pair| pair[0].event.uid == pair[1].event.uid);
        let folder = folder.filter(|_| one_event);
        let mut by_name: HashMap<&str, CalendarId> = HashMap::new();
        let mut nameless: Option<CalendarId> = None;
        for header in &read.headers {
            let known = match (&header.name, &folder) {
                (Some(name), _) => by_name.get(name.as_str()).copied(),
                (None, Some(folder)) => self.folders.get(folder).copied(),
                // Nameless ones belong to what the file has already.
                (None, None) => nameless.or(ids.first().copied()),
            };
            let id = known.unwrap_or_else(|| {
                let id = CalendarId(u32::try_from(self.calendars.len()).unwrap_or(u32::MAX));
                let name = header.name.clone().unwrap_or_else(|| match &folder {
                    Some(folder) => folder_name(folder),
                    None => stem(file),
                });
                let file = match &folder {
                    Some(folder) => folder.to_string_lossy().into_owned(),
                    None => file.to_owned(),
                };
                self.calendars.push(Calendar {
                    id,
                    name,
                    file,
                    zone: match &header.zone {
                        Some(Zone::Iana(zone)) => Some(zone.name().to_owned()),
                        Some(Zone::Utc) => Some("UTC".to_owned()),
                        _ => None,
                    },
                    color: header.color.clone(),
                    product: header.product.clone(),
                });
                self.homes
                    .push(header.home.clone().unwrap_or(Zone::Floating));
                id
            });
            match (&header.name, &folder) {
                (Some(name), _) => {
                    by_name.insert(name, id);
                }
                (None, Some(folder)) => {
                    self.folders.insert(folder.clone(), id);
                }
                (None, None) => nameless = Some(id),
            }
            ids.push(id);
        }
        ids
    }

    fn finish(mut self, unread: Vec<Diagnostic>) -> Imported {
        for diagnostic in &unread {
            // An unreadable file is a file of the report too, unless it is a part of one.
            if !self.files.iter().any(|file| file.file == diagnostic.file) {
                self.files.push(FileCheck {
                    file: diagnostic.file.clone(),
                    ..FileCheck::default()
                });
            }
        }
        let mut superseded = Vec::new();
        let (entries, series) = series::group(self.events, &self.files, &mut superseded);
        let mut diagnostics = unread;
        diagnostics.append(&mut self.diagnostics);
        let places: HashMap<String, usize> = self
            .files
            .iter()
            .enumerate()
            .map(|(place, file)| (file.file.clone(), place))
            .collect();
        for diagnostic in &superseded {
            if diagnostic.outcome == Outcome::LeftOut
                && let Some(place) = places.get(&diagnostic.file)
            {
                self.files[*place].left_out += 1;
            }
        }
        diagnostics.append(&mut superseded);
        diagnostics.sort_by_key(|d| (places.get(&d.file).copied().unwrap_or(usize::MAX), d.line));
        for diagnostic in &diagnostics {
            if diagnostic.outcome == Outcome::Repaired
                && let Some(place) = places.get(&diagnostic.file)
            {
                self.files[*place].repaired += 1;
            }
        }
        Imported {
            calendars: self.calendars,
            entries,
            series,
            homes: self.homes,
            diagnostics,
            files: self.files,
        }
    }
}

/// A file's name without folders and ending.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}

fn folder_name(folder: &std::path::Path) -> String {
    let shown = std::fs::read_to_string(folder.join("displayname")).ok();
    let shown = shown
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty() && name.len() < 200);
    shown.map_or_else(
        || {
            folder
                .file_name()
                .unwrap_or(folder.as_os_str())
                .to_string_lossy()
                .into_owned()
        },
        str::to_owned,
    )
}
