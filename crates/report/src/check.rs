use weekwise_model::{CheckReport, Outcome, readable};

use crate::Style;
use crate::words::tame;

/// What the import found, file by file, and every problem with its line.
pub fn check_text(report: &CheckReport, style: Style) -> String {
    let report = &readable(report.clone());
    let mut text = String::new();
    for file in &report.files {
        text.push_str(&format!("{}\n", style.strong(&tame(&file.file))));
        for calendar in &file.calendars {
            text.push_str(&format!(
                "  calendar “{}”: {}\n",
                tame(&calendar.name),
                count(calendar.events, "event")
            ));
        }
        text.push_str(&format!(
            "  {}, {} in the range, {} repaired, {} left out\n",
            count(file.events, "event"),
            count(file.occurrences, "occurrence"),
            file.repaired,
            file.left_out,
        ));
    }
    if report.diagnostics.is_empty() {
        text.push_str("No problems found.\n");
        return text;
    }
    text.push('\n');
    for found in &report.diagnostics {
        let done = match found.outcome {
            Outcome::Repaired => style.muted("repaired"),
            Outcome::KeptAsIs => style.muted("kept as is"),
            Outcome::LeftOut => style.alarm("left out"),
        };
        let place = if found.line > 0 {
            format!("{}:{}", found.file, found.line)
        } else {
            found.file.clone()
        };
        let uid = found
            .uid
            .as_deref()
            .map(|uid| format!(" [{}]", tame(uid)))
            .unwrap_or_default();
        text.push_str(&format!(
            "{}: {done}: {}{uid} → {} ({})\n",
            tame(&place),
            tame(&found.problem),
            tame(&found.remedy),
            found.code
        ));
    }
    text
}

fn count(n: usize, noun: &str) -> String {
    weekwise_model::words::count(n, noun, &format!("{noun}s"))
}
