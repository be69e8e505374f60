//! The report as one HTML file: no script, nothing from outside, light and dark, ready to print.

use minijinja::{AutoEscape, Environment};
use serde::Serialize;
use weekwise_model::{BandStatus, CategoryShare, Report, Severity};

use crate::words::{band, gap, hours, hours_of, load_level, percent, tame, title};

/// How long a bar is, in units of its drawing.
const BAR: f64 = 300.0;
/// The bar's end, where no share and no band reaches further.
const BAR_END: f64 = 0.6;
/// Series listed, the most of my hours first.
const SERIES: usize = 15;

const TEMPLATE: &str = include_str!("../templates/report.html.jinja");

/// A report that could not be put into its page.
#[derive(Debug, thiserror::Error)]
#[error("the report could not be put into its page: {0}")]
pub struct PageError(#[from] minijinja::Error);

#[derive(Serialize)]
struct Page {
    title: String,
    subtitle: String,
    headline: String,
    headline_note: String,
    scale_percent: String,
    categories: Vec<CategoryRow>,
    mix_note: String,
    figures: Vec<Figure>,
    next_step: Option<Step>,
    signals: Vec<SignalRow>,
    series: Vec<SeriesRow>,
    notes: Vec<String>,
}

/// One category's bar, in units of its drawing, and its figures.
#[derive(Serialize)]
struct CategoryRow {
    id: &'static str,
    label: &'static str,
    booked: f64,
    open: f64,
    band_x: f64,
    band_width: f64,
    share: String,
    band: String,
    gap: String,
    outside: bool,
    /// The bar in words, for who cannot see it.
    spoken: String,
}

#[derive(Serialize)]
struct Figure {
    label: &'static str,
    value: String,
    note: String,
}

#[derive(Serialize)]
struct Step {
    text: String,
    gain: String,
}

#[derive(Serialize)]
struct SignalRow {
    alarm: bool,
    subject: String,
    text: String,
    next_step: String,
}

#[derive(Serialize)]
struct SeriesRow {
    summary: String,
    category: &'static str,
    hours: String,
    focus_cost: String,
    people: u32,
    people_hours: String,
}

/// The report as one self-contained HTML file. Calendar text is escaped: it stays text.
///
/// # Errors
/// [`PageError`] where the template refuses; no report can cause it.
pub fn report_html(report: &Report, profile_name: &str) -> Result<String, PageError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("report", TEMPLATE)?;
    Ok(environment
        .get_template("report")?
        .render(page(report, profile_name))?)
}

fn page(report: &Report, profile_name: &str) -> Page {
    let mix = &report.week_mix;
    let scale = mix
        .categories
        .iter()
        .flat_map(|share| [Some(share.share), share.high])
        .flatten()
        .fold(BAR_END, f64::max)
        .min(1.0);
    let demo = if report.demo { " · demo calendar" } else { "" };
    let total = hours_of(mix.denominator_minutes);
    let (headline, headline_note) = if mix.denominator_minutes == 0 {
        let nothing = "No working time and no events in this period.";
        (nothing.to_owned(), String::new())
    } else if report.hours_to_move < 0.05 {
        let holds = "Every category is in its band".to_owned();
        (holds, format!("Of {total} of working time."))
    } else {
        let note = format!("So that every category is in its band, of {total} of working time.");
        (format!("{} to move", hours(report.hours_to_move)), note)
    };
    Page {
        title: format!("Weekwise · {}", title(report)),
        subtitle: format!("{} · {profile_name} targets{demo}", report.period.tz),
        headline,
        headline_note,
        scale_percent: format!("{:.0}", scale * 100.0),
        categories: mix
            .categories
            .iter()
            .map(|share| row(share, mix.denominator_minutes, scale))
            .collect(),
        mix_note: format!(
            "Solid: booked. Hatched: open focus, free stretches long enough to work in. Another {} is free in pieces too short to work in.",
            hours_of(mix.fragment_minutes)
        ),
        figures: figures(report),
        next_step: report.next_step.as_ref().map(|step| Step {
            text: tame(&step.text),
            gain: tame(&step.gain),
        }),
        signals: report
            .signals
            .iter()
            .map(|signal| SignalRow {
                alarm: signal.severity == Severity::Alarm,
                subject: tame(&signal.subject),
                text: tame(&signal.text),
                next_step: tame(&signal.next_step),
            })
            .collect(),
        series: series(report),
        notes: report.trust.notes.iter().map(|note| tame(note)).collect(),
    }
}

fn row(share: &CategoryShare, denominator: i64, scale: f64) -> CategoryRow {
    // To a tenth: the file need not say more than a screen can show.
    let length = |share: f64| ((share / scale).clamp(0.0, 1.0) * BAR * 10.0).round() / 10.0;
    let of = |minutes: i64| length(minutes as f64 / denominator.max(1) as f64);
    let (low, high) = (share.low.unwrap_or(0.0), share.high.unwrap_or(0.0));
    let band_said = band(share);
    let target = if band_said.is_empty() {
        "no target".to_owned()
    } else {
        format!("target {band_said}")
    };
    CategoryRow {
        id: share.category.id(),
        label: share.category.label(),
        booked: of(share.minutes),
        open: of(share.open_focus_minutes),
        band_x: length(low),
        band_width: length(high) - length(low),
        share: percent(share.share),
        gap: gap(share),
        outside: matches!(share.status, BandStatus::Under | BandStatus::Over),
        spoken: format!(
            "{}: {}, {target}",
            share.category.label(),
            percent(share.share)
        ),
        band: band_said,
    }
}

fn figures(report: &Report) -> Vec<Figure> {
    let metrics = &report.metrics;
    let figure = |label, value, note: String| Figure { label, value, note };
    let level = load_level(metrics.load_level);
    let load = match level {
        "" => format!("{} of capacity", percent(metrics.meeting_load)),
        level => format!("{} of capacity, {level}", percent(metrics.meeting_load)),
    };
    let mut figures = vec![
        figure("Capacity", hours(metrics.capacity_hours), String::new()),
        figure("Meetings", hours(metrics.meeting_hours), load),
        figure(
            "Focus time",
            hours(metrics.focus_time),
            "in long stretches".to_owned(),
        ),
        figure(
            "Fragmented",
            hours(metrics.fragmented_time.total),
            "in short gaps".to_owned(),
        ),
        figure("After hours", hours(metrics.after_hours), String::new()),
        figure("Conflicts", hours(metrics.conflicts.hours), String::new()),
        figure(
            "Mornings protected",
            metrics.protected_mornings.len().to_string(),
            format!("{} held by a block", metrics.held_mornings.len()),
        ),
        figure(
            "Control",
            percent(metrics.control),
            "of counted time placed here".to_owned(),
        ),
    ];
    if let Some(survival) = metrics.survival {
        figures.push(figure(
            "Survival",
            percent(survival),
            "of booked focus time".to_owned(),
        ));
    }
    figures
}

fn series(report: &Report) -> Vec<SeriesRow> {
    let cost_of = |uid: &str| {
        let costs = &report.metrics.focus_cost;
        let cost = costs.iter().find(|cost| cost.uid == uid);
        cost.map_or(0.0, |cost| cost.hours_per_week)
    };
    let costs = report.metrics.series_cost.iter().take(SERIES);
    costs
        .map(|cost| SeriesRow {
            summary: tame(&cost.summary),
            category: cost.category.label(),
            hours: hours(cost.hours_per_week),
            focus_cost: hours(cost_of(&cost.uid)),
            people: cost.people,
            people_hours: hours(cost.people_hours_per_month),
        })
        .collect()
}
