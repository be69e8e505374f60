//! The evidence report as text and as Markdown.

use unicode_width::UnicodeWidthStr as _;
use weekwise_model::EvidenceReport;

use crate::Style;
use crate::markdown::escaped;
use crate::record::{Entry, LINES, record};
use crate::words::{padded, right};

/// The evidence report for a terminal.
pub fn evidence_text(report: &EvidenceReport, style: Style) -> String {
    let record = record(report);
    let mut text = format!(
        "{}\n{}\n",
        style.strong(&record.title),
        style.muted(&record.subtitle)
    );
    let every = || {
        let sections = record.sections.iter();
        sections.flat_map(|section| section.people.iter().chain(&section.entries))
    };
    let width = every().map(|entry| entry.name.width()).max().unwrap_or(0);
    let width = width.min(48);
    for section in &record.sections {
        text.push_str(&format!(
            "\n{}  {}\n",
            style.strong(&section.title),
            section.text
        ));
        for entry in section.people.iter().chain(&section.entries) {
            text.push_str(&format!(
                "  {}  {}  {}  {}\n",
                padded(&entry.name, width),
                right(&format!("{}×", entry.times), 5),
                right(&entry.hours, 8),
                style.muted(&entry.days)
            ));
        }
    }
    if !record.lines.is_empty() {
        text.push_str(&format!("\n{}\n", style.strong(LINES)));
    }
    for quoted in &record.lines {
        text.push_str(&format!(
            "  {}  {}\n",
            style.muted(&quoted.days),
            quoted.line
        ));
    }
    if !record.notes.is_empty() {
        text.push('\n');
    }
    for note in &record.notes {
        text.push_str(&format!("{}\n", style.muted(note)));
    }
    text
}

/// The evidence report as Markdown, to paste into a document.
pub fn evidence_markdown(report: &EvidenceReport) -> String {
    let record = record(report);
    let mut text = format!("# {}\n\n{}\n", record.title, record.subtitle);
    for section in &record.sections {
        text.push_str(&format!("\n## {}\n\n{}\n", section.title, section.text));
        table(&mut text, "Person", &section.people);
        table(&mut text, "What", &section.entries);
    }
    if !record.lines.is_empty() {
        text.push_str(&format!("\n## {LINES}\n\n"));
    }
    for quoted in &record.lines {
        text.push_str(&format!("- {}: {}\n", quoted.days, escaped(&quoted.line)));
    }
    if !record.notes.is_empty() {
        text.push_str("\n## How far to trust this\n\n");
    }
    for note in &record.notes {
        text.push_str(&format!("- {}\n", escaped(note)));
    }
    text
}

fn table(text: &mut String, what: &str, entries: &[Entry]) {
    if entries.is_empty() {
        return;
    }
    text.push_str(&format!(
        "\n| {what} | Times | Hours | Days |\n|---|---:|---:|---|\n"
    ));
    for entry in entries {
        text.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            escaped(&entry.name),
            entry.times,
            entry.hours,
            entry.days
        ));
    }
}
