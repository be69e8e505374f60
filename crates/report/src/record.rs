//! The evidence report in words, as every form shows it: what was done is told by title where it is ticked, else by
//! kind; one entry for all that bear the same name.

use chrono::NaiveDate;
use weekwise_model::{EvidenceItem, EvidenceReport, EvidenceSection, readable};

use crate::leaf::{Column, Leaf, Section};
use crate::words::{days, hours, named_days, shortened, tame};

/// What the lines of reviews are called.
const LINES: &str = "What mattered, week by week";

/// What was done, or for whom.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    name: String,
    times: u32,
    hours: String,
    /// From the first day to the last.
    days: String,
}

pub(crate) fn record(report: &EvidenceReport) -> Leaf {
    let report = &readable(report.clone());
    let demo = if report.demo { " · demo calendar" } else { "" };
    Leaf {
        title: format!("Evidence report · {}", named_days(report.from, report.to)),
        subtitle: format!(
            "Counted from the calendar, {}. Titles only where chosen, kinds elsewhere{demo}.",
            report.period.tz
        ),
        sections: report
            .sections
            .iter()
            .map(|section| {
                let people = if section.id == "mentoring" {
                    people(report, section)
                } else {
                    Vec::new()
                };
                Section::of(&section.title, &tame(&section.text))
                    .with(&columns("Person"), rows(people))
                    .with(&columns("What"), rows(entries(&section.items)))
            })
            .chain(lines(report))
            .collect(),
        notes: report.notes.iter().map(|note| tame(note)).collect(),
        ..Leaf::default()
    }
}

/// What mattered, week by week; only what is ticked.
fn lines(report: &EvidenceReport) -> Option<Section> {
    let ticked = report.lines.iter().filter(|line| line.ticked);
    let lines: Vec<String> = ticked
        .map(|line| format!("{}: {}", days(line.from, line.to), tame(&line.line)))
        .collect();
    (!lines.is_empty()).then(|| Section {
        lines,
        ..Section::of(LINES, "")
    })
}

fn columns(what: &'static str) -> [Column; 4] {
    [
        Column::first(what),
        Column::figure("Times", 40),
        Column::figure("Hours", 50),
        Column::beside("Days", 130),
    ]
}

fn rows(entries: Vec<Entry>) -> Vec<Vec<String>> {
    let row = |entry: Entry| vec![entry.name, entry.times.to_string(), entry.hours, entry.days];
    entries.into_iter().map(row).collect()
}

/// Who was mentored, for how long, from when to when.
fn people(report: &EvidenceReport, section: &EvidenceSection) -> Vec<Entry> {
    let people = report.mentored.iter();
    people
        .map(|person| {
            let held = section.items.iter();
            let held = held.filter(|item| person.evidence.contains(&item.uid));
            Entry {
                name: shortened(&person.name),
                times: person.times,
                hours: hours(person.hours),
                days: stretch(held.map(|item| item.day)),
            }
        })
        .collect()
}

/// What bears the same name is one entry; the most hours first.
fn entries(items: &[EvidenceItem]) -> Vec<Entry> {
    let mut found: Vec<(String, Vec<&EvidenceItem>)> = Vec::new();
    for item in items {
        let name = shortened(&item.title);
        match found.iter_mut().find(|(known, _)| *known == name) {
            Some((_, all)) => all.push(item),
            None => found.push((name, vec![item])),
        }
    }
    let total = |items: &[&EvidenceItem]| items.iter().map(|item| item.hours).sum::<f64>();
    found.sort_by(|(a, left), (b, right)| {
        total(right).total_cmp(&total(left)).then_with(|| a.cmp(b))
    });
    found
        .into_iter()
        .map(|(name, items)| Entry {
            name,
            times: u32::try_from(items.len()).unwrap_or(u32::MAX),
            hours: hours(total(&items)),
            days: stretch(items.iter().map(|item| item.day)),
        })
        .collect()
}

fn stretch(all: impl Iterator<Item = NaiveDate>) -> String {
    let mut all: Vec<NaiveDate> = all.collect();
    all.sort_unstable();
    match (all.first(), all.last()) {
        (Some(first), Some(last)) => days(*first, *last),
        _ => String::new(),
    }
}
