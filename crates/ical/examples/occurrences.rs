//! Prints the occurrences of a calendar as JSON: `occurrences FILE FROM TO ZONE [check]`.
//!
//! FROM and TO are RFC 3339 instants. With `check`, the problems of the file go to standard error.
#![expect(clippy::print_stderr, reason = "a command line")]

use std::io::Write;

use chrono::{DateTime, SecondsFormat};
use weekwise_ical::{Input, import};
use weekwise_model::{Span, Status};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| arguments.next().ok_or(format!("missing {what}"));
    let file = next("FILE")?;
    let from = DateTime::parse_from_rfc3339(&next("FROM")?)?.to_utc();
    let to = DateTime::parse_from_rfc3339(&next("TO")?)?.to_utc();
    let zone: chrono_tz::Tz = next("ZONE")?.parse()?;
    let mode = next("mode").unwrap_or_default();

    let begun = std::time::Instant::now();
    let imported = import(vec![Input::Path(file.into())]);
    let read = begun.elapsed();
    let expansion = imported.expand(from, to, zone);
    let expanded = begun.elapsed();
    if mode == "check" || mode == "time" {
        let report = imported.check(&expansion);
        if mode == "check" {
            for d in &report.diagnostics {
                eprintln!(
                    "{}:{} [{}] {:?} {}; {} ({:?})",
                    d.file, d.line, d.code, d.outcome, d.problem, d.remedy, d.uid
                );
            }
        }
        for f in &report.files {
            eprintln!(
                "{}: {} events, {} left out, {} repaired, {} occurrences",
                f.file, f.events, f.left_out, f.repaired, f.occurrences
            );
        }
        eprintln!(
            "read {read:?}, expanded {:?}",
            expanded.saturating_sub(read)
        );
    }
    let mut out = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    out.write_all(b"[")?;
    for (n, occurrence) in expansion.occurrences.iter().enumerate() {
        let (start, end) = match occurrence.span {
            Span::Timed { start, end } => (
                start.to_rfc3339_opts(SecondsFormat::Secs, true),
                end.to_rfc3339_opts(SecondsFormat::Secs, true),
            ),
            Span::AllDay { start, end } => (start.to_string(), end.to_string()),
        };
        let event = &occurrence.event;
        let status = match event.status {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        };
        write!(
            out,
            "{}{{\"uid\":{},\"start\":\"{start}\",\"end\":\"{end}\",\"all_day\":{},\"summary\":{},\"status\":\"{status}\"}}",
            if n == 0 { "\n" } else { ",\n" },
            serde_json::to_string(weekwise_ical::uid_as_written(event))?,
            occurrence.span.is_all_day(),
            serde_json::to_string(&event.summary)?,
        )?;
    }
    out.write_all(b"\n]\n")?;
    out.flush()?;
    // What is printed is printed; freeing a hundred thousand events one by one would only take time.
    std::process::exit(0);
}
