//! Files to calendars: what was read so far, file by file.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use weekwise_model::{Calendar, CalendarCheck, CalendarId, Diagnostic, FileCheck, Outcome};

use crate::kept::{Original, Part};
use crate::progress::Share;
use crate::read::{self, FileRead, Header, ReadEvent};
use crate::sources::Source;
use crate::vdir::{Folder, Holds, InFolder};
use crate::zone::Zone;
use crate::{ImportOptions, Imported, bounded, limits, series};

/// What has been read so far.
pub(crate) struct Collected<'p> {
    options: ImportOptions<'p>,
    calendars: Vec<Calendar>,
    own_names: Vec<Option<String>>,
    refresh: Vec<Option<Duration>>,
    homes: Vec<Zone>,
    events: Vec<ReadEvent>,
    /// What is left of [`limits::ITEMS`].
    items_left: usize,
    diagnostics: Vec<Diagnostic>,
    files: Vec<FileCheck>,
    originals: Vec<Original>,
    /// The files of the folder that is being read: what they are, they are together.
    folder: Folder<ReadFile>,
}

/// A file that is read, but whose calendars have no numbers yet.
pub(crate) struct ReadFile {
    name: String,
    read: FileRead,
    /// Its bytes, where they are to be kept.
    bytes: Option<Vec<u8>>,
}

/// The calendars that the files of a folder share, by what they call themselves.
type Shared = HashMap<Option<String>, CalendarId>;

impl<'p> Collected<'p> {
    pub(crate) fn new(options: ImportOptions<'p>) -> Self {
        Self {
            options,
            calendars: Vec::new(),
            own_names: Vec::new(),
            refresh: Vec::new(),
            homes: Vec::new(),
            events: Vec::new(),
            items_left: limits::ITEMS,
            diagnostics: Vec::new(),
            files: Vec::new(),
            originals: Vec::new(),
            folder: Folder::default(),
        }
    }

    /// Reads a file.
    pub(crate) fn add(&mut self, source: Source) {
        let bytes = source.bytes;
        let share = Share::new(self.options.progress, source.counts, bytes.len());
        let read = read::read(
            &source.name,
            &bytes,
            source.zone,
            &mut self.items_left,
            share,
        );
        if share.is_cancelled() {
            return;
        }
        let bytes = if self.options.keep_bytes {
            Some(bytes)
        } else {
            free_aside(bytes);
            None
        };
        let file = ReadFile {
            name: source.name,
            read,
            bytes,
        };
        if self.folder.path.as_ref() != source.folder.as_ref() {
            self.leave_folder();
        }
        match source.folder {
            Some(path) => {
                let holds = holds(&file.read);
                self.folder.add(path, holds, file);
            }
            None => self.file(file, None, &mut Shared::new()),
        }
    }

    /// Files what the folder that was being read has.
    fn leave_folder(&mut self) {
        let folder = std::mem::take(&mut self.folder);
        let mut shared = Shared::new();
        let path = folder.path.clone().unwrap_or_default();
        for InFolder { file, shares } in folder.decide() {
            self.file(file, shares.then_some(path.as_path()), &mut shared);
        }
    }

    /// Gives a file's calendars their numbers and takes its events. `folder` is given where it shares its calendar
    /// with others there.
    fn file(&mut self, file: ReadFile, folder: Option<&Path>, shared: &mut Shared) {
        let ReadFile {
            name,
            mut read,
            bytes,
        } = file;
        let ids = match (folder, read.headers.as_slice()) {
            (Some(folder), [header]) => {
                let known = shared.get(&header.name).copied();
                let id = known.unwrap_or_else(|| self.vdir(folder, header));
                shared.insert(header.name.clone(), id);
                vec![id]
            }
            _ => self.calendar_ids(&name, &read.headers),
        };
        if let Some(bytes) = bytes {
            let parts = ids.iter().zip(&read.headers).map(|(id, header)| Part {
                calendar: *id,
                begins: header.begins,
                line: header.line,
            });
            let parts: Vec<Part> = parts.collect();
            if !parts.is_empty() {
                self.originals.push(Original {
                    file: name.clone(),
                    bytes,
                    parts,
                });
            }
        }
        let mut file = FileCheck {
            file: name.clone(),
            events: read.found,
            ..FileCheck::default()
        };
        let number = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let room = limits::EVENTS.saturating_sub(self.events.len());
        if read.events.len() > room {
            read.diagnostics.push(read::whole_file(
                &name,
                "too-many-events",
                &format!("the import has more than {} events", limits::EVENTS),
                "the events beyond were left out",
            ));
            read.events.truncate(room);
        }
        let mut places: HashMap<CalendarId, usize> = HashMap::with_capacity(ids.len());
        for id in &ids {
            places.entry(*id).or_insert_with(|| {
                file.calendars.push(CalendarCheck {
                    id: *id,
                    name: self.name_of(*id),
                    events: 0,
                });
                file.calendars.len() - 1
            });
        }
        // By VCALENDAR, of which several may be one calendar.
        let mut counts = vec![0_usize; ids.len()];
        read.events.retain_mut(|event| {
            let (Some(id), Some(count)) = (ids.get(event.header), counts.get_mut(event.header))
            else {
                return false;
            };
            // The first calendar's is what they are read with.
            if *id != CalendarId(0) {
                // Nobody else has it yet, so nothing is copied.
                Arc::make_mut(&mut event.event).calendar = *id;
            }
            event.file = number;
            *count += 1;
            true
        });
        for (id, count) in ids.iter().zip(&counts) {
            if let Some(check) = places.get(id).and_then(|at| file.calendars.get_mut(*at)) {
                check.events += count;
            }
        }
        file.left_out = read.found - read.events.len();
        if self.events.is_empty() {
            self.events = read.events;
        } else {
            self.events.append(&mut read.events);
        }
        if read.untold > 0 {
            read.diagnostics.push(Diagnostic {
                file: name,
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
        self.files.push(file);
    }

    fn name_of(&self, id: CalendarId) -> String {
        let calendar = self.calendars.get(id.0 as usize);
        calendar.map(|c| c.name.clone()).unwrap_or_default()
    }

    /// The calendar of each VCALENDAR of a file. Those without a name, or of the same name, are one.
    fn calendar_ids(&mut self, file: &str, headers: &[Header]) -> Vec<CalendarId> {
        let mut ids: Vec<CalendarId> = Vec::with_capacity(headers.len());
        let mut by_name: HashMap<&str, CalendarId> = HashMap::new();
        let mut nameless: Option<CalendarId> = None;
        for header in headers {
            let known = match &header.name {
                Some(name) => by_name.get(name.as_str()).copied(),
                // Nameless ones belong to what the file has already.
                None => nameless.or(ids.first().copied()),
            };
            let id = known.unwrap_or_else(|| {
                let name = header.name.clone().unwrap_or_else(|| stem(file));
                self.calendar(file, name, header.name.clone(), header)
            });
            match &header.name {
                Some(name) => {
                    by_name.insert(name, id);
                }
                None => nameless = Some(id),
            }
            ids.push(id);
        }
        ids
    }

    /// The calendar that files of a folder make up.
    fn vdir(&mut self, folder: &Path, header: &Header) -> CalendarId {
        let own_name = header.name.clone().or_else(|| display_name(folder));
        let name = own_name.clone().unwrap_or_else(|| {
            let name = folder.file_name().unwrap_or(folder.as_os_str());
            name.to_string_lossy().into_owned()
        });
        self.calendar(&folder.to_string_lossy(), name, own_name, header)
    }

    fn calendar(
        &mut self,
        file: &str,
        name: String,
        own_name: Option<String>,
        header: &Header,
    ) -> CalendarId {
        let id = CalendarId(u32::try_from(self.calendars.len()).unwrap_or(u32::MAX));
        self.calendars.push(Calendar {
            category: None,
            id,
            name,
            file: file.to_owned(),
            zone: match &header.zone {
                Some(Zone::Iana(zone)) => Some(zone.name().to_owned()),
                Some(Zone::Utc) => Some("UTC".to_owned()),
                _ => None,
            },
            color: header.color.clone(),
            product: header.product.clone(),
            stated: header.stated.clone(),
        });
        self.own_names.push(own_name);
        self.refresh.push(header.refresh);
        self.homes
            .push(header.home.clone().unwrap_or(Zone::Floating));
        id
    }

    /// What was read, and what could not be.
    pub(crate) fn finish(mut self, unread: Vec<Diagnostic>) -> Imported {
        self.leave_folder();
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
        let (entries, series) =
            series::group(self.events, &self.files, &self.homes, &mut superseded);
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
            own_names: self.own_names,
            refresh: self.refresh,
            originals: self.originals,
        }
    }
}

/// Files from this size on are freed by another thread.
const FREED_ASIDE: usize = 4 << 20;

/// Giving many pages back takes a while, and nobody has to wait for it.
fn free_aside(bytes: Vec<u8>) {
    if bytes.len() > FREED_ASIDE {
        rayon::spawn(move || drop(bytes));
    }
}

/// A file's name without folders and ending.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}

/// What a vdir calls itself.
fn display_name(folder: &Path) -> Option<String> {
    let file = folder.join("displayname");
    let size = std::fs::metadata(&file)
        .ok()
        .filter(std::fs::Metadata::is_file)?
        .len();
    if size > 1_000 {
        return None;
    }
    let shown = String::from_utf8(bounded::file(&file, size).ok()?).ok()?;
    let name = shown.trim();
    (!name.is_empty() && name.len() < 200).then(|| name.to_owned())
}

fn holds(read: &FileRead) -> Holds {
    let same = |pair: &[ReadEvent]| pair[0].event.uid == pair[1].event.uid;
    match read.headers.as_slice() {
        [] => Holds::Nothing,
        [header] if read.events.windows(2).all(same) => Holds::One(header.name.clone()),
        _ => Holds::Several,
    }
}
