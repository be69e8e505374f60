//! Answers as HTML files: no script, nothing from outside, light and dark, ready to print.

use minijinja::{AutoEscape, Environment};
use serde::Serialize;
use weekwise_model::{EvidenceReport, LookBack, Report};

use crate::look_back::look_back;
use crate::page::page;
use crate::record::record;

/// What all pages share: how they look.
const STYLE: &str = include_str!("../templates/style.css.jinja");
const REPORT: &str = include_str!("../templates/report.html.jinja");
/// The bars, in a report and in a look back.
const MIX: &str = include_str!("../templates/mix.html.jinja");
const LEAF: &str = include_str!("../templates/leaf.html.jinja");

/// An answer that could not be put into its page.
#[derive(Debug, thiserror::Error)]
#[error("the report could not be put into its page: {0}")]
pub struct PageError(#[from] minijinja::Error);

/// The report as one self-contained HTML file. Calendar text is escaped: it stays text.
///
/// # Errors
/// [`PageError`] where the template refuses; no report can cause it.
pub fn report_html(report: &Report, profile_name: &str) -> Result<String, PageError> {
    rendered(REPORT, page(report, profile_name))
}

/// The evidence report as one self-contained HTML file.
///
/// # Errors
/// As [`report_html`].
pub fn evidence_html(report: &EvidenceReport) -> Result<String, PageError> {
    rendered(LEAF, record(report))
}

/// A look back as one self-contained HTML file.
///
/// # Errors
/// As [`report_html`].
pub fn look_back_html(report: &LookBack) -> Result<String, PageError> {
    rendered(LEAF, look_back(report))
}

fn rendered(template: &str, words: impl Serialize) -> Result<String, PageError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("style.css", STYLE)?;
    // Its cells are texts, as those of the page around it.
    environment.add_template("mix", MIX)?;
    environment.add_template("page", template)?;
    Ok(environment.get_template("page")?.render(words)?)
}
