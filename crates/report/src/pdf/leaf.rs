//! A record on paper.

use weekwise_model::{EvidenceReport, LookBack};

use super::line::{Span, Style};
use super::parts::{
    Cell, Column, Fact, TEXT, facts, head, headline, list, paragraph, section, table,
};
use super::report::mix_table;
use super::sheet::Sheet;
use super::{PdfError, document};
use crate::leaf::{Leaf, Section, Table};
use crate::look_back::look_back;
use crate::record::record;

/// The evidence report as PDF. It says what [`crate::evidence_html`] says.
///
/// # Errors
/// As [`super::report_pdf`].
pub fn evidence_pdf(report: &EvidenceReport) -> Result<Vec<u8>, PdfError> {
    leaf_pdf(&record(report))
}

/// A look back as PDF. It says what [`crate::look_back_html`] says.
///
/// # Errors
/// As [`super::report_pdf`].
pub fn look_back_pdf(report: &LookBack) -> Result<Vec<u8>, PdfError> {
    leaf_pdf(&look_back(report))
}

fn leaf_pdf(leaf: &Leaf) -> Result<Vec<u8>, PdfError> {
    document(&leaf.title, &leaf.notes, |sheet| {
        head(sheet, &leaf.title, &leaf.subtitle);
        if !leaf.headline.is_empty() {
            headline(sheet, &leaf.headline, &leaf.headline_note);
        }
        if !leaf.categories.is_empty() {
            mix_table(sheet, &leaf.categories, &leaf.scale_percent, leaf.gap_title);
        }
        if !leaf.figures.is_empty() {
            section(sheet, "Figures", 80.0);
            let all: Vec<Fact<'_>> = leaf
                .figures
                .iter()
                .map(|figure| Fact {
                    label: figure.label,
                    value: &figure.value,
                    note: &figure.note,
                })
                .collect();
            facts(sheet, &all);
        }
        for part in &leaf.sections {
            draw(sheet, part);
        }
    })
}

fn draw(sheet: &mut Sheet<'_>, part: &Section) {
    section(sheet, &part.title, 70.0);
    if !part.text.is_empty() {
        let text = Span::new(part.text.as_str(), Style { size: 11.0, ..TEXT });
        paragraph(sheet, &[text]);
    }
    for one in &part.tables {
        sheet.skip(8.0);
        rows(sheet, one);
        sheet.skip(4.0);
    }
    if !part.lines.is_empty() {
        let lines: Vec<Vec<Span>> = part
            .lines
            .iter()
            .map(|line| vec![Span::new(line.as_str(), TEXT)])
            .collect();
        list(sheet, &lines);
    }
}

fn rows(sheet: &mut Sheet<'_>, drawn: &Table) {
    let columns: Vec<Column> = drawn
        .columns
        .iter()
        .map(|column| match column.width {
            0 => Column::text(column.title, None),
            width => Column::figure(column.title, f32::from(width)),
        })
        .collect();
    let rows: Vec<Vec<Cell<'_>>> = drawn
        .rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(&drawn.columns);
            cells
                .map(|(text, column)| {
                    if column.quiet {
                        Cell::quiet(text)
                    } else {
                        Cell::text(text)
                    }
                })
                .collect()
        })
        .collect();
    table(sheet, &columns, &rows);
}
