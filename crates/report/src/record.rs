//! The evidence report in words, as every form shows it: what was done is told by title where it is ticked, else by
//! kind; one entry for all that bear the same name.

use chrono::NaiveDate;
use serde::Serialize;
use weekwise_model::{EvidenceItem, EvidenceReport, EvidenceSection, readable};

use crate::words::{days, hours, named_days, shortened, tame};

/// What the lines of reviews are called.
pub(crate) const LINES: &str = "What mattered, week by week";

/// The record of a period.
#[derive(Serialize)]
pub(crate) struct Record {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) sections: Vec<Section>,
    /// What mattered, week by week; only what is ticked.
    pub(crate) lines: Vec<Quoted>,
    pub(crate) notes: Vec<String>,
}

/// The line of one review.
#[derive(Serialize)]
pub(crate) struct Quoted {
    /// From the first day of its week to the last.
    pub(crate) days: String,
    pub(crate) line: String,
}

/// One part of it.
#[derive(Serialize)]
pub(crate) struct Section {
    pub(crate) title: String,
    /// The figures in one sentence.
    pub(crate) text: String,
    /// Who was mentored; empty elsewhere.
    pub(crate) people: Vec<Entry>,
    pub(crate) entries: Vec<Entry>,
}

/// What was done, or for whom.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) times: u32,
    pub(crate) hours: String,
    /// From the first day to the last.
    pub(crate) days: String,
}

pub(crate) fn record(report: &EvidenceReport) -> Record {
    let report = &readable(report.clone());
    let demo = if report.demo { " · demo calendar" } else { "" };
    Record {
        title: format!("Evidence report · {}", named_days(report.from, report.to)),
        subtitle: format!(
            "Counted from the calendar, {}. Titles only where chosen, kinds elsewhere{demo}.",
            report.period.tz
        ),
        sections: report
            .sections
            .iter()
            .map(|section| Section {
                title: section.title.clone(),
                text: tame(&section.text),
                people: if section.id == "mentoring" {
                    people(report, section)
                } else {
                    Vec::new()
                },
                entries: entries(&section.items),
            })
            .collect(),
        lines: report
            .lines
            .iter()
            .filter(|line| line.ticked)
            .map(|line| Quoted {
                days: days(line.from, line.to),
                line: tame(&line.line),
            })
            .collect(),
        notes: report.notes.iter().map(|note| tame(note)).collect(),
    }
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
