//! The evidence report on paper.

use weekwise_model::EvidenceReport;

use super::line::{Span, Style};
use super::parts::{Cell, Column, TEXT, head, paragraph, section, table};
use super::sheet::Sheet;
use super::{PdfError, document};
use crate::record::{Entry, LINES, Quoted, record};

/// The evidence report as PDF. It says what [`crate::evidence_html`] says.
///
/// # Errors
/// As [`super::report_pdf`].
pub fn evidence_pdf(report: &EvidenceReport) -> Result<Vec<u8>, PdfError> {
    let words = record(report);
    document(&words.title, &words.notes, |sheet| {
        head(sheet, &words.title, &words.subtitle);
        for part in &words.sections {
            section(sheet, &part.title, 70.0);
            let text = Span::new(part.text.as_str(), Style { size: 11.0, ..TEXT });
            paragraph(sheet, &[text]);
            for (what, entries) in [("Person", &part.people), ("What", &part.entries)] {
                if !entries.is_empty() {
                    sheet.skip(8.0);
                    entry_table(sheet, what, entries);
                    sheet.skip(4.0);
                }
            }
        }
        if !words.lines.is_empty() {
            section(sheet, LINES, 70.0);
            line_table(sheet, &words.lines);
        }
    })
}

fn line_table(sheet: &mut Sheet<'_>, lines: &[Quoted]) {
    let columns = [
        Column::text("Week", Some(130.0)),
        Column::text("What mattered", None),
    ];
    let rows: Vec<Vec<Cell<'_>>> = lines
        .iter()
        .map(|quoted| vec![Cell::quiet(&quoted.days), Cell::text(&quoted.line)])
        .collect();
    table(sheet, &columns, &rows);
}

fn entry_table(sheet: &mut Sheet<'_>, what: &str, entries: &[Entry]) {
    let columns = [
        Column::text(what, None),
        Column::figure("Times", 40.0),
        Column::figure("Hours", 50.0),
        Column::figure("Days", 130.0),
    ];
    let rows: Vec<Vec<Cell<'_>>> = entries
        .iter()
        .map(|entry| {
            vec![
                Cell::text(&entry.name),
                Cell::text(&entry.times.to_string()),
                Cell::text(&entry.hours),
                Cell::quiet(&entry.days),
            ]
        })
        .collect();
    table(sheet, &columns, &rows);
}
