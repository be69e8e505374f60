//! People's calendars through the same doors the app uses: written, imported, expanded, judged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use chrono::{DateTime, Datelike, Days, IsoWeek, TimeZone, Utc};
use weekwise_classify::{Classifier, Traits};
use weekwise_ical::{Imported, Input};
use weekwise_model::{Classified, Me, Occurrence, Response, Span, Status, Transparency};

use crate::person::{Exporter, FIRST_MONDAY, Person};
use crate::write::calendar;

/// How many weeks are looked at.
const WEEKS: u64 = 12;

/// A person's calendar as imported.
pub struct Read {
    /// Who wrote it.
    pub writer: String,
    /// The same as if the export said nothing about people, where it does: to fit with, never to be judged.
    pub masked: Vec<Traits>,
    /// Whose.
    pub person: Person,
    /// Kept alive for its events.
    pub imported: Imported,
    /// Without corrections.
    pub classifier: Classifier,
    /// By line: its occurrences in the weeks looked at.
    pub lines: Vec<ReadLine>,
}

/// A labelled line and what became of it.
pub struct ReadLine {
    /// What it is.
    pub label: usize,
    /// Its occurrences.
    pub occurrences: Vec<Occurrence>,
    /// Counted minutes by ISO week.
    pub minutes: BTreeMap<(i32, u32), i64>,
    /// What the fit sees of its first occurrence.
    pub traits: Traits,
}

impl ReadLine {
    /// Counted minutes of all weeks.
    pub fn total(&self) -> i64 {
        self.minutes.values().sum()
    }
}

/// Everybody in a folder and the folders in it, by name. Who wrote them is the name of the innermost folder.
pub fn folder(path: &Path) -> Result<Vec<Read>> {
    let mut files: Vec<PathBuf> = Vec::new();
    gather(path, &mut files)?;
    files.sort();
    let half = files.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = files
            .chunks(half)
            .map(|files| {
                scope.spawn(move || {
                    let people = files.iter().map(|file| read_file(file));
                    people.collect::<Result<Vec<Read>>>()
                })
            })
            .collect();
        let mut all = Vec::new();
        for thread in threads {
            let people = thread.join().map_err(|_| anyhow!("a thread stopped"))?;
            all.extend(people?);
        }
        Ok(all)
    })
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = std::fs::read_dir(path).with_context(|| format!("{}", path.display()))?;
    for entry in entries.flatten().map(|entry| entry.path()) {
        if entry.is_dir() {
            gather(&entry, files)?;
        } else if entry.extension().is_some_and(|e| e == "txt") {
            files.push(entry);
        }
    }
    Ok(())
}

fn read_file(file: &Path) -> Result<Read> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let text = std::fs::read_to_string(file)?;
    let person = Person::read(&name, &text)?;
    let hides = matches!(
        person.exporter,
        Exporter::Published | Exporter::Busy | Exporter::Private
    );
    let masked = if hides {
        Vec::new()
    } else {
        let exporter = Exporter::Private;
        let masked = read(Person {
            exporter,
            ..person.clone()
        })?;
        masked.lines.into_iter().map(|line| line.traits).collect()
    };
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default();
    Ok(Read {
        writer: folder.to_string_lossy().into_owned(),
        masked,
        ..read(person)?
    })
}

/// One person's calendar through import and expansion.
pub fn read(person: Person) -> Result<Read> {
    let imported = weekwise_ical::import(vec![Input::Bytes {
        name: format!("{}.ics", person.name),
        bytes: calendar(&person).into_bytes(),
    }]);
    let me = Me::confirmed([&person.address]);
    let classifier = Classifier::learn(imported.events(), &me, imported.calendars(), person.zone);
    let start = FIRST_MONDAY.and_time(chrono::NaiveTime::MIN);
    let from = person
        .zone
        .from_local_datetime(&start)
        .earliest()
        .context("zone")?
        .with_timezone(&Utc);
    let to: DateTime<Utc> = from + chrono::TimeDelta::weeks(i64::try_from(WEEKS)?);
    // What is outside of working hours on the last days is still inside.
    let to = to.checked_add_days(Days::new(1)).context("to")?;
    let mut of_line: BTreeMap<usize, Vec<Occurrence>> = BTreeMap::new();
    for occurrence in imported.expand(from, to, person.zone).occurrences {
        let uid = &occurrence.event.uid;
        let line = uid.split('@').next().and_then(|n| n.parse().ok());
        of_line
            .entry(line.with_context(|| format!("{}: a UID", person.name))?)
            .or_default()
            .push(occurrence);
    }
    let mut lines = Vec::new();
    for (number, line) in person.lines.iter().enumerate() {
        let occurrences = of_line
            .remove(&number)
            .with_context(|| format!("{}: event {number} is in no week", person.name))?;
        let first = occurrences.first().context("no occurrence")?;
        let mut minutes = BTreeMap::new();
        for occurrence in &occurrences {
            let counted = counted_minutes(occurrence, &me, person.zone);
            if counted > 0 {
                *minutes
                    .entry(week_of(occurrence, person.zone))
                    .or_insert(0_i64) += counted;
            }
        }
        lines.push(ReadLine {
            label: line.label.place(),
            traits: classifier.traits(first),
            occurrences,
            minutes,
        });
    }
    Ok(Read {
        writer: String::new(),
        masked: Vec::new(),
        person,
        imported,
        classifier,
        lines,
    })
}

fn week_of(occurrence: &Occurrence, zone: chrono_tz::Tz) -> (i32, u32) {
    let local = occurrence.span.instants(zone).0.with_timezone(&zone);
    let week: IsoWeek = local.iso_week();
    (week.year(), week.week())
}

/// Minutes that count by section 5 of docs/product.md, overlaps left aside: they are the counting's affair.
fn counted_minutes(occurrence: &Occurrence, me: &Me, zone: chrono_tz::Tz) -> i64 {
    let event = &occurrence.event;
    let free = event.transparency == Transparency::Transparent;
    let declined = event.my_response(me) == Response::Declined;
    let minutes = occurrence.span.minutes(zone);
    let timed = matches!(occurrence.span, Span::Timed { .. });
    if event.status == Status::Cancelled || free || declined || !timed || minutes >= 720 {
        0
    } else {
        minutes
    }
}

/// What a classifier says about a line.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// What it is.
    pub label: usize,
    /// What the classifier says.
    pub said: usize,
    /// How sure.
    pub confidence: f64,
    /// What it says next.
    pub next: Option<usize>,
}

impl Read {
    /// Minutes of an occurrence that count.
    pub fn counted_minutes(&self, occurrence: &Occurrence) -> i64 {
        let me = Me::confirmed([&self.person.address]);
        counted_minutes(occurrence, &me, self.person.zone)
    }

    /// Every occurrence with everything said about it, by start.
    pub fn classified(&self) -> Vec<Classified> {
        let occurrences = self.lines.iter().flat_map(|line| &line.occurrences);
        let mut all: Vec<Classified> = occurrences
            .map(|occurrence| self.classifier.judge(occurrence).on(occurrence.clone()))
            .collect();
        all.sort_by_key(|c| c.occurrence.span.instants(self.person.zone).0);
        let places = 0..all.len();
        self.classifier.settle(&mut all, places);
        all
    }

    /// What a classifier says about every line.
    pub fn verdicts(&self, classifier: &Classifier) -> Vec<Verdict> {
        self.lines
            .iter()
            .map(|line| {
                let answer = line
                    .occurrences
                    .first()
                    .map(|o| Arc::clone(&classifier.judge(o).classification));
                Verdict {
                    label: line.label,
                    said: answer.as_ref().map_or(5, |a| a.category.place()),
                    confidence: answer.as_ref().map_or(0.0, |a| a.confidence),
                    next: answer.and_then(|a| Some(a.runner_up.as_ref()?.category.place())),
                }
            })
            .collect()
    }
}
