use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Texts;

/// The forms of what is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// One HTML file without scripts.
    Html,
    /// PDF.
    Pdf,
}

impl PaperFormat {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Html, Self::Pdf];

    /// How names of such files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }
}

/// A report that is to be handed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// The first day, in the display zone.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// Without titles and names.
    pub redacted: bool,
}

/// A record of some days that is to be handed on: an evidence report, or a look back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EvidenceRequest {
    /// The first day, in the display zone.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// The UIDs whose titles are shown.
    #[text(uid)]
    pub ticked: std::collections::BTreeSet<String>,
    /// Whether it says who was mentored or met, or only how many.
    pub names: bool,
}

/// What a file that was written is called, without its folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[serde(transparent)]
pub struct FileName(#[text(file)] pub String);

/// What would be handed on, to look at before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PaperPreview {
    /// As plain text; the other forms say the same.
    #[text(writing)]
    pub text: String,
    /// The same as Markdown.
    #[text(writing)]
    pub markdown: String,
    /// The same as the page that is saved and printed: a whole HTML document, without scripts.
    #[text(writing)]
    pub html: String,
    /// What stands for titles and names where it is redacted, in alphabetical order; empty where nothing is hidden.
    pub hidden: Vec<HiddenWord>,
}

/// A title or name, and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HiddenWord {
    /// As the calendar has it.
    #[text(writing)]
    pub word: String,
    /// As others see it.
    #[text(own)]
    pub shown: String,
}
