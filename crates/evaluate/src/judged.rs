//! People's calendars through the same doors the app uses: written, imported, expanded, judged.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use chrono::{DateTime, Datelike, Days, IsoWeek, TimeZone, Utc};
use weekwise_classify::{CATEGORY_COUNT, Classifier, Traits};
use weekwise_ical::{Imported, Input};
use weekwise_model::{Category, Me, Occurrence, Response, Span, Status, Transparency};

use crate::person::{FIRST_MONDAY, Person};
use crate::write::calendar;

/// The categories in the order of the weights' columns.
pub const CATEGORIES: [Category; CATEGORY_COUNT] = [
    Category::DeepWork,
    Category::OneOnOne,
    Category::CrossTeam,
    Category::Review,
    Category::Strategy,
    Category::OtherWork,
    Category::Personal,
];

/// How many weeks are looked at.
const WEEKS: u64 = 12;

/// A person's calendar as imported.
pub struct Read {
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

/// The place of a category in [`CATEGORIES`].
pub fn place(category: Category) -> usize {
    CATEGORIES.iter().position(|c| *c == category).unwrap_or(0)
}

/// Everybody in a folder, by name.
pub fn folder(path: &Path) -> Result<Vec<Read>> {
    let mut files: Vec<_> = std::fs::read_dir(path)
        .with_context(|| format!("{}", path.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            let text = std::fs::read_to_string(file)?;
            read(Person::read(&name, &text)?)
        })
        .collect()
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
            label: place(line.label),
            traits: classifier.traits(first),
            occurrences,
            minutes,
        });
    }
    Ok(Read {
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
}

impl Read {
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
                    said: answer.as_ref().map_or(5, |a| place(a.category)),
                    confidence: answer.map_or(0.0, |a| a.confidence),
                }
            })
            .collect()
    }
}
