use std::io::{IsTerminal, Write};

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer as _};
use weekwise_model::{Diagnostic, Outcome};
use weekwise_report::Style;

/// Diagnostics shown on standard error before the rest is only counted; `check` shows all.
const SHOWN: usize = 10;

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
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// One JSON array, an element a line, written as it is made.
pub(crate) fn json_rows<T: Serialize>(
    out: &mut impl Write,
    rows: impl Iterator<Item = T>,
) -> std::io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, RowFormatter);
    let mut array = serializer
        .serialize_seq(None)
        .map_err(std::io::Error::from)?;
    for row in rows {
        array
            .serialize_element(&row)
            .map_err(std::io::Error::from)?;
    }
    array.end().map_err(std::io::Error::from)?;
    writeln!(out)
}

/// Writes compact JSON, but each element of the outermost array on a line of its own.
struct RowFormatter;

impl serde_json::ser::Formatter for RowFormatter {
    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> std::io::Result<()> {
        if first {
            Ok(())
        } else {
            writer.write_all(b",")
        }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> std::io::Result<()> {
        writer.write_all(b"\n{")
    }
}

/// The problems of an import, for people; the rest is counted.
pub(crate) fn diagnostics(err: &mut impl Write, found: &[Diagnostic]) -> std::io::Result<()> {
    // What was only repaired is told by `check`: here it would drown what was lost.
    let lost: Vec<&Diagnostic> = found
        .iter()
        .filter(|d| d.outcome == Outcome::LeftOut)
        .collect();
    for diagnostic in lost.iter().take(SHOWN) {
        writeln!(err, "{}", one_line(diagnostic))?;
    }
    let rest = lost.len().saturating_sub(SHOWN);
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
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
