use weekwise_model::{Report, Severity, readable};

use crate::words::{
    Verdict, amount, band, booked_words, gap, hours, meetings, percent, tame, title,
};

/// The report as Markdown, to paste into a document.
pub fn report_markdown(report: &Report, profile_name: &str) -> String {
    let report = &readable(report.clone());
    let mut text = format!("# {}\n\n", title(report));
    if report.demo {
        text.push_str("*Demo calendar.* ");
    }
    let verdict = Verdict::of(report);
    let (words, rest) = verdict.words(report);
    let rest = match verdict {
        Verdict::Nothing => " ".to_owned(),
        Verdict::TooLittle | Verdict::Settled => format!(": {rest}. "),
        Verdict::ToMove => format!(" {rest}. "),
    };
    text.push_str(&format!(
        "**{words}**{rest}{profile_name} targets, {}.\n\n",
        report.period.tz,
    ));
    if let Some(pending) = &report.pending {
        text.push_str(&format!("{}.\n\n", pending.text));
    }
    text.push_str("| Category | Booked | Open focus | Share | Target | Gap |\n|---|---:|---:|---:|---:|---:|\n");
    for share in &report.week_mix.categories {
        text.push_str(&format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            share.category.label(),
            amount(share.minutes),
            if share.open_focus_minutes > 0 {
                amount(share.open_focus_minutes)
            } else {
                String::new()
            },
            percent(share.share),
            band(share),
            gap(share, verdict),
        ));
    }
    let fragments =
        report.week_mix.fragment_minutes as f64 / report.week_mix.denominator_minutes.max(1) as f64;
    text.push_str(&format!(
        "| Fragments | {} | | {} | | |\n\n",
        amount(report.week_mix.fragment_minutes),
        percent(fragments)
    ));
    let booked = booked_words(&report.booked_mix);
    if !booked.is_empty() {
        text.push_str(&format!("{booked}\n\n"));
    }
    let metrics = &report.metrics;
    let (met, load, level) = meetings(metrics);
    let level = match level {
        "" => String::new(),
        word => format!(", {word}"),
    };
    text.push_str(&format!(
        "Meetings {met} ({load} of capacity{level}) · focus time {} · fragmented {} · conflicts {} · after hours {}\n",
        hours(metrics.focus_time),
        hours(metrics.fragmented_time.total),
        hours(metrics.conflicts.hours),
        hours(metrics.after_hours),
    ));
    if let Some(step) = &report.next_step {
        text.push_str(&format!(
            "\n## Next step\n\n{} {}\n",
            escaped(&step.text),
            escaped(&step.gain)
        ));
    }
    if !report.signals.is_empty() {
        text.push_str("\n## Signals\n\n");
        for signal in &report.signals {
            let mark = if signal.severity == Severity::Alarm {
                "▲ "
            } else {
                ""
            };
            text.push_str(&format!(
                "- {mark}**{}**: {}",
                escaped(&signal.subject),
                escaped(&signal.text)
            ));
            if !signal.next_step.is_empty() {
                text.push_str(&format!(" *{}*", escaped(&signal.next_step)));
            }
            text.push('\n');
        }
    }
    if !report.trust.notes.is_empty() {
        text.push_str("\n## How far to trust this\n\n");
        for note in &report.trust.notes {
            text.push_str(&format!("- {}\n", escaped(note)));
        }
    }
    text
}

/// Text from a calendar, so that it stays text in Markdown.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in tame(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
