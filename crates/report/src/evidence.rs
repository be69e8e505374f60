//! The evidence report as text and as Markdown.

use weekwise_model::EvidenceReport;

use crate::Style;
use crate::leaf::{markdown, text};
use crate::record::record;

/// The evidence report for a terminal.
pub fn evidence_text(report: &EvidenceReport, style: Style) -> String {
    text(&record(report), style)
}

/// The evidence report as Markdown, to paste into a document.
pub fn evidence_markdown(report: &EvidenceReport) -> String {
    markdown(&record(report))
}
