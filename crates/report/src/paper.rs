//! Answers to hand on, in the form that is asked for.

use weekwise_model::{EvidenceReport, LookBack, PaperFormat, Report};

use crate::{
    PageError, PdfError, Style, evidence_html, evidence_markdown, evidence_pdf, evidence_text,
    look_back_html, look_back_markdown, look_back_pdf, look_back_text, report_html,
    report_markdown, report_pdf, report_text,
};

/// An answer that could not be put on paper.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The page could not be made.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The PDF could not be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
}

/// The report in a form, without colours.
///
/// # Errors
/// [`PaperError`]; no report can cause it.
pub fn report_paper(
    report: &Report,
    profile_name: &str,
    format: PaperFormat,
) -> Result<Vec<u8>, PaperError> {
    Ok(match format {
        PaperFormat::Text => report_text(report, profile_name, Style::PLAIN).into_bytes(),
        PaperFormat::Markdown => report_markdown(report, profile_name).into_bytes(),
        PaperFormat::Html => report_html(report, profile_name)?.into_bytes(),
        PaperFormat::Pdf => report_pdf(report, profile_name)?,
    })
}

/// The evidence report in a form, without colours.
///
/// # Errors
/// [`PaperError`]; no report can cause it.
pub fn evidence_paper(report: &EvidenceReport, format: PaperFormat) -> Result<Vec<u8>, PaperError> {
    Ok(match format {
        PaperFormat::Text => evidence_text(report, Style::PLAIN).into_bytes(),
        PaperFormat::Markdown => evidence_markdown(report).into_bytes(),
        PaperFormat::Html => evidence_html(report)?.into_bytes(),
        PaperFormat::Pdf => evidence_pdf(report)?,
    })
}

/// A look back in a form, without colours.
///
/// # Errors
/// [`PaperError`]; no look back can cause it.
pub fn look_back_paper(report: &LookBack, format: PaperFormat) -> Result<Vec<u8>, PaperError> {
    Ok(match format {
        PaperFormat::Text => look_back_text(report, Style::PLAIN).into_bytes(),
        PaperFormat::Markdown => look_back_markdown(report).into_bytes(),
        PaperFormat::Html => look_back_html(report)?.into_bytes(),
        PaperFormat::Pdf => look_back_pdf(report)?,
    })
}
