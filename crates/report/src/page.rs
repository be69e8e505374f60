//! The report in words and lengths, as pages show it: HTML and PDF draw the same.

use serde::Serialize;
use weekwise_model::{BandStatus, Category, CategoryShare, Mix, Report, Severity, readable};

use crate::words::{
    Verdict, amount, band, booked_words, capital, gap, hours, meetings, percent, shortened, tame,
    title,
};

/// How long a bar is, in units of its drawing.
pub(crate) const BAR: f64 = 300.0;
/// The bar's end, where no share and no band reaches further.
const BAR_END: f64 = 0.6;
/// Series listed, the most of my hours first.
const SERIES: usize = 20;

#[derive(Serialize)]
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) headline: String,
    pub(crate) headline_note: String,
    pub(crate) scale_percent: String,
    pub(crate) categories: Vec<CategoryRow>,
    /// What the last column of the mix is called.
    pub(crate) gap_title: &'static str,
    pub(crate) mix_note: String,
    /// The other mix, in one sentence.
    pub(crate) booked_note: String,
    pub(crate) figures: Vec<Figure>,
    pub(crate) next_step: Option<Step>,
    pub(crate) signals: Vec<SignalRow>,
    pub(crate) series: Vec<SeriesRow>,
    pub(crate) notes: Vec<String>,
}

/// One category's bar, in units of its drawing, and its figures.
#[derive(Serialize)]
pub(crate) struct CategoryRow {
    #[serde(skip)]
    pub(crate) category: Category,
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) booked: f64,
    pub(crate) open: f64,
    pub(crate) band_x: f64,
    pub(crate) band_width: f64,
    pub(crate) share: String,
    pub(crate) band: String,
    pub(crate) gap: String,
    pub(crate) outside: bool,
    /// The bar in words, for who cannot see it.
    pub(crate) spoken: String,
}

#[derive(Serialize)]
pub(crate) struct Figure {
    pub(crate) label: &'static str,
    pub(crate) value: String,
    pub(crate) note: String,
}

#[derive(Serialize)]
pub(crate) struct Step {
    pub(crate) text: String,
    pub(crate) gain: String,
}

#[derive(Serialize)]
pub(crate) struct SignalRow {
    pub(crate) alarm: bool,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) next_step: String,
}

#[derive(Serialize)]
pub(crate) struct SeriesRow {
    pub(crate) summary: String,
    pub(crate) category: &'static str,
    pub(crate) hours: String,
    pub(crate) focus_cost: String,
    pub(crate) people: String,
    pub(crate) people_hours: String,
}

/// The report as a page shows it. Titles come without control characters, and not endless.
pub(crate) fn page(report: &Report, profile_name: &str) -> Page {
    let report = &readable(report.clone());
    let mix = &report.week_mix;
    let demo = if report.demo { " · demo calendar" } else { "" };
    let verdict = Verdict::of(report);
    let (headline, rest) = verdict.words(report);
    let (categories, scale_percent) = rows(mix, verdict);
    let pending = report.pending.as_ref();
    let notes = [
        (!rest.is_empty()).then(|| capital(&rest)),
        pending.map(|one| one.text.clone()),
    ];
    let notes = notes.into_iter().flatten().map(|note| format!("{note}."));
    let headline_note = notes.collect::<Vec<_>>().join(" ");
    Page {
        title: title(report),
        subtitle: format!("{} · {profile_name} targets{demo}", report.period.tz),
        headline,
        headline_note,
        scale_percent,
        categories,
        gap_title: "Gap",
        mix_note: format!(
            "Solid: booked. Hatched: open focus, free stretches long enough to work in. Another {} is free in pieces too short to work in.",
            amount(mix.fragment_minutes)
        ),
        booked_note: booked_words(&report.booked_mix),
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

/// The bars of a mix, and where they end, in per cent.
pub(crate) fn rows(mix: &Mix, verdict: Verdict) -> (Vec<CategoryRow>, String) {
    let shares = mix.categories.iter();
    let ends = shares.flat_map(|share| [Some(share.share), share.high]);
    let scale = ends.flatten().fold(BAR_END, f64::max).min(1.0);
    let rows = mix
        .categories
        .iter()
        .map(|share| row(share, mix.denominator_minutes, scale, verdict))
        .collect();
    (rows, format!("{:.0}", scale * 100.0))
}

fn row(share: &CategoryShare, denominator: i64, scale: f64, verdict: Verdict) -> CategoryRow {
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
        category: share.category,
        id: share.category.id(),
        label: share.category.label(),
        booked: of(share.minutes),
        open: of(share.open_focus_minutes),
        band_x: length(low),
        band_width: length(high) - length(low),
        share: percent(share.share),
        gap: gap(share, verdict),
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
    let (met, load, level) = meetings(metrics);
    let load = match level {
        "" => format!("{load} of capacity"),
        level => format!("{load} of capacity, {level}"),
    };
    let mut figures = vec![
        figure("Capacity", hours(metrics.capacity_hours), String::new()),
        figure("Meetings", met, load),
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
            metrics
                .control
                .map_or_else(|| "not known".to_owned(), percent),
            match metrics.control {
                Some(_) => "of counted time placed here",
                None => "the calendar hides who organizes",
            }
            .to_owned(),
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
            summary: shortened(&cost.summary),
            category: cost.category.label(),
            hours: hours(cost.hours_per_week),
            focus_cost: hours(cost_of(&cost.uid)),
            people: cost
                .people
                .map_or_else(|| "?".to_owned(), |n| n.to_string()),
            people_hours: cost
                .people_hours_per_month
                .map_or_else(|| "?".to_owned(), hours),
        })
        .collect()
}
