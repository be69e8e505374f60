use serde::{Deserialize, Serialize};

use crate::{CalendarId, Texts};

/// What was wrong in a calendar and what was done about it. Never carries a title or a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Diagnostic {
    /// The file as the user gave it (see [`Calendar::file`](crate::Calendar::file)).
    #[text(file)]
    pub file: String,
    /// The line it is about, from 1; 0 where it is about the whole file.
    pub line: u32,
    /// The event it is about, where it is about one.
    #[text(uid)]
    pub uid: Option<String>,
    /// A stable name for this kind of problem, in kebab case: `unknown-time-zone`.
    #[text(key)]
    pub code: String,
    /// What was wrong, in words.
    #[text(quotation)]
    pub problem: String,
    /// What was done, in words.
    #[text(quotation)]
    pub remedy: String,
    /// What was done, for programs.
    pub outcome: Outcome,
}

/// What was done about a problem (product.md section 3).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Read differently from how it is written, so that it makes sense.
    Repaired,
    /// Read as written although it looks wrong.
    KeptAsIs,
    /// The event (or the file) is not in the result.
    LeftOut,
}

/// What `weekwise check` prints.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckReport {
    /// One entry a file, in the order they were read.
    pub files: Vec<FileCheck>,
    /// Every problem, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// What one file held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FileCheck {
    /// The file as the user gave it.
    #[text(file)]
    pub file: String,
    /// Its calendars.
    pub calendars: Vec<CalendarCheck>,
    /// VEVENTs in the file.
    pub events: usize,
    /// Occurrences that overlap the asked-for range.
    pub occurrences: usize,
    /// Problems that were repaired.
    pub repaired: usize,
    /// VEVENTs that are not in the result; `events - left_out` are.
    pub left_out: usize,
}

/// One calendar of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarCheck {
    /// Its number.
    pub id: CalendarId,
    /// What people call it.
    #[text(calendar)]
    pub name: String,
    /// VEVENTs read from it.
    pub events: usize,
}
