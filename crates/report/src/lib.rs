//! Answers, made readable.
//!
//! The same answers reach people in several forms: text for the terminal, Markdown for a document, HTML to send and to
//! print, PDF to hand on, CSV for a spreadsheet, Parquet for data tools. (JSON needs no room of its own: the answers of
//! `weekwise-model` are `serde` types.) Each form is a function from an answer to text or bytes; nothing here counts or
//! decides.
//!
//! Words and numbers are written one way everywhere: shares in whole per cent (`28 %`), hours with one decimal
//! (`5.3 h`), a true minus sign, dates in the report's zone.

mod asks;
mod check;
mod events;
mod evidence;
mod explain;
mod html;
mod import;
mod leaf;
mod look_back;
mod markdown;
mod page;
mod paper;
mod parquet_rows;
mod pdf;
mod plan;
mod questions;
mod record;
mod review;
mod style;
mod text;
mod words;

pub use asks::{asks_text, what_ifs_text};
pub use check::check_text;
pub use events::{CsvRows, TableError, events_table};
pub use evidence::{evidence_markdown, evidence_text};
pub use explain::explanation_text;
pub use html::{PageError, evidence_html, look_back_html, report_html};
pub use import::{backups_text, import_text};
pub use look_back::{look_back_markdown, look_back_text};
pub use markdown::report_markdown;
pub use paper::{PaperError, evidence_paper, look_back_paper, report_paper};
pub use parquet_rows::events_parquet;
pub use pdf::{PdfError, evidence_pdf, look_back_pdf, report_pdf};
pub use plan::plan_text;
pub use questions::{answers_text, questions_text, refused_text};
pub use review::review_note;
pub use style::Style;
pub use text::report_text;
