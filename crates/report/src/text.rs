use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;
use weekwise_model::{BandStatus, Category, CategoryShare, Report, Severity, Signal, readable};

use crate::Style;
use crate::words::{
    Verdict, band, booked_words, gap, hours, meetings, padded, percent, right, tame, title,
};

/// How many cells a bar is wide. The bar's end is 60 %: no band reaches further, and few weeks do.
const BAR: usize = 30;
const BAR_END: f64 = 0.6;
const LABEL: usize = 18;

/// The report for a terminal: mix against bands, load, signals, the next step, what limits the answer.
pub fn report_text(report: &Report, profile_name: &str, style: Style) -> String {
    let report = &readable(report.clone());
    let mut text = String::new();
    let demo = if report.demo {
        "   (demo calendar)"
    } else {
        ""
    };
    line(
        &mut text,
        &format!("{}{demo}", style.strong(&title(report))),
    );
    line(
        &mut text,
        &style.muted(&format!("{} · {profile_name} targets", report.period.tz)),
    );
    line(&mut text, "");
    headline(&mut text, report, style);
    line(&mut text, "");
    mix(&mut text, report, style);
    line(&mut text, "");
    let booked = booked_words(&report.booked_mix);
    if !booked.is_empty() {
        line(&mut text, &booked);
    }
    load(&mut text, report);
    advice(&mut text, report, style);
    if !report.signals.is_empty() {
        line(&mut text, "");
        line(&mut text, &style.strong("Signals"));
        let subjects = report.signals.iter().map(|signal| signal.subject.width());
        let width = subjects.max().unwrap_or(0).max(LABEL - 2);
        for found in &report.signals {
            signal(&mut text, found, width, style);
        }
    }
    if !report.trust.notes.is_empty() {
        line(&mut text, "");
        for note in &report.trust.notes {
            line(&mut text, &style.muted(&tame(note)));
        }
    }
    text
}

/// Other ways told beside the next step.
const OTHER_WAYS: usize = 4;

/// The next step, the next ones of the same list, and why there are none.
fn advice(text: &mut String, report: &Report, style: Style) {
    let list = &report.advice;
    if let Some(first) = list.advice.first() {
        line(text, "");
        line(text, &style.strong("Next step"));
        line(
            text,
            &format!("  {}. {}", tame(&first.text), tame(&first.gain)),
        );
        line(text, &style.muted(&format!("  {}", tame(&first.because))));
        let others = list.advice.get(1..=OTHER_WAYS).or(list.advice.get(1..));
        let others = others.unwrap_or_default();
        if !others.is_empty() {
            line(text, &style.strong("Then"));
        }
        for other in others {
            let because = style.muted(&format!("· {}", tame(&other.because)));
            line(
                text,
                &format!("  {}: {} {because}", tame(&other.text), other.effect.figure),
            );
        }
    }
    if let Some(note) = &list.note {
        line(text, "");
        line(text, &style.muted(&tame(note)));
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

fn headline(text: &mut String, report: &Report, style: Style) {
    let verdict = Verdict::of(report);
    let (words, rest) = verdict.words(report);
    let words = style.strong(&words);
    let head = match verdict {
        Verdict::Nothing => words,
        Verdict::TooLittle | Verdict::Settled => format!("{words} · {rest}"),
        Verdict::ToMove => format!("{words} {rest}"),
    };
    line(text, &head);
    if let Some(pending) = &report.pending {
        line(text, &style.muted(&pending.text));
    }
}

fn mix(text: &mut String, report: &Report, style: Style) {
    let (mix, verdict) = (&report.week_mix, Verdict::of(report));
    for share in &mix.categories {
        let label = style.category(share.category, &padded(share.category.label(), LABEL));
        let figures = format!(
            "{}  {}  {}",
            right(&percent(share.share), 5),
            right(&band(share), 8),
            colored_gap(share, style, &right(&gap(share, verdict), 9)),
        );
        line(
            text,
            &format!(
                "  {label}{}  {figures}",
                bar(share, mix.denominator_minutes, style)
            ),
        );
    }
    if mix.unknown_minutes > 0 {
        let share = mix.unknown_minutes as f64 / mix.denominator_minutes.max(1) as f64;
        let label = style.muted(&padded("Not known", LABEL));
        let note = style.muted("part of other work: nothing says what it is");
        line(
            text,
            &format!(
                "  {label}{}  {}  {note}",
                " ".repeat(BAR),
                right(&percent(share), 5)
            ),
        );
    }
    if mix.fragment_minutes > 0 {
        let share = mix.fragment_minutes as f64 / mix.denominator_minutes.max(1) as f64;
        let label = style.muted(&padded("Fragments", LABEL));
        let note = style.muted("free, but in pieces too short to work in");
        line(
            text,
            &format!(
                "  {label}{}  {}  {note}",
                " ".repeat(BAR),
                right(&percent(share), 5)
            ),
        );
    }
}

fn colored_gap(share: &CategoryShare, style: Style, text: &str) -> String {
    match share.status {
        BandStatus::Under | BandStatus::Over => style.alarm(text),
        BandStatus::Within | BandStatus::Untargeted => style.muted(text),
    }
}

/// Full cells are booked, shaded cells are open focus, dots are the band where the bar does not reach.
fn bar(share: &CategoryShare, denominator: i64, style: Style) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and BAR"
    )]
    let cell = |part: f64| ((part / BAR_END).clamp(0.0, 1.0) * BAR as f64).round() as usize;
    let booked = cell(share.minutes as f64 / denominator.max(1) as f64);
    let filled = cell(share.share).max(booked);
    let (low, high) = (share.low.map_or(BAR, cell), share.high.map_or(BAR, cell));
    let cells: String = (0..BAR)
        .map(|at| match at {
            at if at < booked => '█',
            at if at < filled => '▒',
            at if (low..high).contains(&at) => '░',
            _ => '·',
        })
        .collect();
    if share.category == Category::OtherWork {
        style.muted(&cells)
    } else {
        style.category(share.category, &cells)
    }
}

fn load(text: &mut String, report: &Report) {
    let metrics = &report.metrics;
    let (met, load, level) = meetings(metrics);
    let level = match level {
        "" => String::new(),
        word => format!(" ({word})"),
    };
    let mut parts = vec![
        format!("{met} in meetings: {load} of capacity{level}"),
        format!("focus time {}", hours(metrics.focus_time)),
        format!("fragmented {}", hours(metrics.fragmented_time.total)),
    ];
    if metrics.conflicts.hours > 0.0 {
        parts.push(format!("conflicts {}", hours(metrics.conflicts.hours)));
    }
    if metrics.after_hours > 0.0 {
        parts.push(format!("after hours {}", hours(metrics.after_hours)));
    }
    line(text, &format!("{}.", parts.join(" · ")));
}

fn signal(text: &mut String, signal: &Signal, width: usize, style: Style) {
    let mark = match signal.severity {
        Severity::Alarm => style.alarm("▲"),
        Severity::Watch => "△".to_owned(),
        Severity::Note => "·".to_owned(),
    };
    line(
        text,
        &format!(
            "  {mark} {}  {}",
            padded(&tame(&signal.subject), width),
            tame(&signal.text)
        ),
    );
    if !signal.next_step.is_empty() {
        let _ = writeln!(
            text,
            "{}{}",
            " ".repeat(width + 6),
            style.muted(&format!("→ {}", tame(&signal.next_step)))
        );
    }
}
