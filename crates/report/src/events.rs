use std::borrow::Cow;
use std::io::Write;

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use weekwise_model::{EventRow, NotCounted, Response, Status, readable, visible};

use crate::words::{percent, tame};

/// A row that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The other end is closed, or the disk is full.
    #[error("the rows could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// The rows could not be put into columns.
    #[error("the rows could not be written: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
}

/// One line under the heading and no other: rows are read across, and there are many.
const LINES: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Occurrences as a table for a terminal `width` cells wide.
pub fn events_table(rows: impl Iterator<Item = EventRow>, width: Option<u16>) -> String {
    let mut table = Table::new();
    table
        .load_style(LINES)
        .set_content_arrangement(ContentArrangement::Dynamic);
    if let Some(width) = width {
        table.set_width(width);
    }
    table.set_header([
        "When", "Title", "People", "Category", "Kind", "Sure", "Counted",
    ]);
    for row in rows.map(readable) {
        let counted = match row.not_counted_because {
            None => "yes".to_owned(),
            Some(reason) => reason.text().to_owned(),
        };
        table.add_row([
            when(&row),
            tame(&row.summary),
            row.people.to_string(),
            row.category.label().to_owned(),
            row.kind.label().to_owned(),
            percent(row.confidence),
            counted,
        ]);
    }
    for column in [2, 5] {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    format!("{table}\n")
}

/// `2026-11-09 09:00–10:00`, or the days.
fn when(row: &EventRow) -> String {
    if row.all_day {
        return format!("{} all day", row.start);
    }
    let (day, from) = day_and_time(&row.start);
    let (last, to) = day_and_time(&row.end);
    if day == last {
        format!("{day} {from}–{to}")
    } else {
        format!("{day} {from} – {last} {to}")
    }
}

/// The parts of an RFC 3339 time that people read.
fn day_and_time(text: &str) -> (&str, &str) {
    let (day, rest) = text.split_once('T').unwrap_or((text, ""));
    (day, rest.get(..5).unwrap_or(rest))
}

/// The columns of occurrences: the fields of `events --format json`.
pub(crate) const COLUMNS: [&str; 16] = [
    "uid",
    "recurrence_id",
    "start",
    "end",
    "all_day",
    "summary",
    "status",
    "response",
    "counted",
    "not_counted_because",
    "people",
    "category",
    "kind",
    "confidence",
    "because",
    "calendar",
];

// Enums are written as JSON writes them; `Debug` would be another language.

pub(crate) fn status_text(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    }
}

pub(crate) fn response_text(response: Response) -> &'static str {
    match response {
        Response::NeedsAction => "needs_action",
        Response::Accepted => "accepted",
        Response::Declined => "declined",
        Response::Tentative => "tentative",
        Response::Delegated => "delegated",
    }
}

/// Occurrences as CSV (RFC 4180), row by row.
pub struct CsvRows<W: Write> {
    out: W,
}

impl<W: Write> CsvRows<W> {
    /// Starts with the header line.
    ///
    /// # Errors
    /// [`TableError::Write`] where `out` takes no more.
    pub fn start(out: W) -> Result<Self, TableError> {
        let mut rows = Self { out };
        rows.record(&COLUMNS.map(str::to_owned))?;
        Ok(rows)
    }

    /// Writes one occurrence.
    ///
    /// # Errors
    /// As [`CsvRows::start`].
    pub fn row(&mut self, row: &EventRow) -> Result<(), TableError> {
        let row = readable(row.clone());
        self.record(&[
            visible(&row.uid).into_owned(),
            row.recurrence_id.unwrap_or_default(),
            row.start,
            row.end,
            row.all_day.to_string(),
            row.summary,
            status_text(row.status).to_owned(),
            response_text(row.response).to_owned(),
            row.counted.to_string(),
            row.not_counted_because
                .map_or("", NotCounted::text)
                .to_owned(),
            row.people.to_string(),
            row.category.id().to_owned(),
            row.kind.id().to_owned(),
            format!("{:.3}", row.confidence),
            row.because.join("; "),
            row.calendar,
        ])
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// As [`CsvRows::start`].
    pub fn end(mut self) -> Result<(), TableError> {
        Ok(self.out.flush()?)
    }

    fn record(&mut self, cells: &[String]) -> Result<(), TableError> {
        let cells: Vec<Cow<'_, str>> = cells.iter().map(|text| cell(text)).collect();
        Ok(writeln!(self.out, "{}", cells.join(","))?)
    }
}

/// What begins a formula in a spreadsheet, also in its wide form.
const BEGINS_FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What parts cells or lines in some spreadsheet of some country.
const PARTS: [char; 6] = [',', ';', '\t', '|', '\n', '\r'];

/// A cell that every spreadsheet takes for one cell and for text: a title from a stranger's invitation may begin with `=`, or
/// hold a semicolon with `=` behind it, which is the next cell where the comma is the decimal sign.
fn cell(text: &str) -> Cow<'_, str> {
    let is_formula = text.trim_start().starts_with(BEGINS_FORMULA);
    if !is_formula && !text.contains(PARTS) && !text.contains('"') {
        return Cow::Borrowed(text);
    }
    let mark = if is_formula { "'" } else { "" };
    Cow::Owned(format!("\"{mark}{}\"", text.replace('"', "\"\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_cell_and_no_formula_in_any_spreadsheet() {
        for plain in [
            "",
            "Stand-up",
            "2026-11-10T09:00:00+01:00",
            "0.930",
            "a = b",
        ] {
            assert_eq!(cell(plain), plain);
        }
        for (text, written) in [
            ("=1+1", "\"'=1+1\""),
            (" =1+1", "\"' =1+1\""),
            ("-1:1", "\"'-1:1\""),
            ("＝1", "\"'＝1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("a;=1+1", "\"a;=1+1\""),
            ("a, b", "\"a, b\""),
            ("a\t+1", "\"a\t+1\""),
            ("a\n=1", "\"a\n=1\""),
            ("the \"plan\"", "\"the \"\"plan\"\"\""),
        ] {
            assert_eq!(cell(text), written, "{text}");
        }
    }
}
