use std::collections::HashSet;
use std::io::{IsTerminal, Write};
use std::sync::mpsc::sync_channel;

use rayon::prelude::*;
use serde::Serialize;
use weekwise_model::{Diagnostic, EventRow, Outcome, visible};
use weekwise_report::{CsvRows, Style, TableError};

use crate::json;

/// Diagnostics shown on standard error before the rest is only counted; `check` shows all.
const SHOWN: usize = 10;

/// Rows one thread writes down before it takes the next.
const CHUNK: usize = 1024;

/// Chunks that are made before they are written out.
const BATCH: usize = 16;

/// Colours where somebody looks: a terminal, and no `NO_COLOR` (no-color.org).
pub(crate) fn style() -> Style {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    Style {
        color: wanted && std::io::stdout().is_terminal(),
    }
}

/// How wide the terminal is; `None` where output goes elsewhere and lines may be as long as they are.
pub(crate) fn width() -> Option<u16> {
    let terminal = std::io::stdout().is_terminal();
    terminal
        .then(terminal_size::terminal_size)
        .flatten()
        .map(|(width, _)| width.0)
}

/// Text as it is.
pub(crate) fn text(out: &mut impl Write, text: &str) -> std::io::Result<()> {
    out.write_all(text.as_bytes())
}

/// One JSON value, indented, with a line end.
pub(crate) fn json(out: &mut impl Write, value: &impl Serialize) -> std::io::Result<()> {
    json::indented(out, value)?;
    writeln!(out)
}

/// One JSON array, an element a line. Rows are made and written down side by side, a batch at a
/// time, and the next batch is made while this one goes out: a year of a large calendar neither
/// waits for one core nor fills the memory.
pub(crate) fn json_rows<T: Serialize>(
    out: &mut impl Write,
    len: usize,
    row: impl Fn(usize) -> Option<T> + Sync,
) -> std::io::Result<()> {
    let chunk = |start: usize| -> serde_json::Result<Vec<u8>> {
        let mut text = Vec::with_capacity(CHUNK * 512);
        for index in start..(start + CHUNK).min(len) {
            text.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
            json::compact(&mut text, &row(index))?;
        }
        Ok(text)
    };
    out.write_all(b"[")?;
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel::<Vec<serde_json::Result<Vec<u8>>>>(1);
        scope.spawn(move || {
            for batch in (0..len).step_by(CHUNK * BATCH) {
                let end = (batch + CHUNK * BATCH).min(len);
                let starts: Vec<usize> = (batch..end).step_by(CHUNK).collect();
                // Nobody receives any more once writing has failed.
                if send
                    .send(starts.into_par_iter().map(&chunk).collect())
                    .is_err()
                {
                    return;
                }
            }
        });
        for texts in receive {
            for text in texts {
                out.write_all(&text?)?;
            }
        }
        Ok::<(), std::io::Error>(())
    })?;
    out.write_all(b"\n]\n")
}

/// Occurrences for spreadsheets.
pub(crate) fn csv(
    out: &mut impl Write,
    rows: impl Iterator<Item = EventRow>,
) -> Result<(), TableError> {
    let mut csv = CsvRows::start(&mut *out)?;
    for row in rows {
        csv.row(&row)?;
    }
    csv.end()
}

/// The problems of an import, for people; the rest is counted.
pub(crate) fn diagnostics(err: &mut impl Write, found: &[Diagnostic]) -> std::io::Result<()> {
    // What was only repaired is told by `check`: here it would drown what was lost.
    let lost: Vec<&Diagnostic> = found
        .iter()
        .filter(|d| d.outcome == Outcome::LeftOut)
        .collect();
    let mut lines: Vec<String> = lost.iter().map(|diagnostic| one_line(diagnostic)).collect();
    // A file that was named twice is not worse.
    let mut said = HashSet::new();
    lines.retain(|line| said.insert(line.clone()));
    for line in lines.iter().take(SHOWN) {
        writeln!(err, "{line}")?;
    }
    let rest = lines.len().saturating_sub(SHOWN);
    if rest > 0 {
        writeln!(
            err,
            "… and {rest} more left out: `weekwise check` lists them all"
        )?;
    }
    Ok(())
}

fn one_line(diagnostic: &Diagnostic) -> String {
    let place = match diagnostic.line {
        0 => diagnostic.file.clone(),
        line => format!("{}:{line}", diagnostic.file),
    };
    let text = format!("{place}: {} → {}", diagnostic.problem, diagnostic.remedy);
    visible(&text).into_owned()
}
