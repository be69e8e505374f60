//! What is to be read first.

use weekwise_model::{BandStatus, CategoryShare, Mix, OrdinaryWeeks, Stretch, words};

use super::named;

/// So many categories are named that are out of their bands.
const NAMED: usize = 2;

/// The headline, and the sentence below it: the hours to move of a middle week, and what is furthest from its band. `part`: how
/// many of the days are told, where not all are; `weeks`: how many they make up.
pub(super) fn headline(
    mix: &Mix,
    middle: Option<OrdinaryWeeks>,
    part: Option<&str>,
    weeks: f64,
) -> (String, String) {
    let lead = lead(mix, part, weeks);
    match middle {
        Some(middle) if middle.hours_to_move < 0.05 => {
            ("Nothing to move in a middle week".to_owned(), lead)
        }
        Some(middle) => {
            let hours = words::hours(middle.hours_to_move);
            (format!("{hours} to move in a middle week"), lead)
        }
        None => {
            let mut shares: Vec<&CategoryShare> = mix.categories.iter().collect();
            shares.sort_by(|a, b| b.share.total_cmp(&a.share));
            let most = shares.first().map(|share| {
                let name = words::category(share.category);
                format!("{} {name}", words::percent(share.share))
            });
            (most.unwrap_or_default(), lead)
        }
    }
}

/// `Of 412 h, cross-team got 30 %, +4.3 h a week above its 15–20 %; strategy got 3 %, …`
fn lead(mix: &Mix, part: Option<&str>, weeks: f64) -> String {
    let total = words::amount(mix.denominator_minutes);
    let total = match part {
        Some(part) => format!("{total} on the {part} that are told"),
        None => total,
    };
    let mut out: Vec<&CategoryShare> = mix
        .categories
        .iter()
        .filter(|share| matches!(share.status, BandStatus::Under | BandStatus::Over))
        .collect();
    out.sort_by(|a, b| b.gap_points.abs().total_cmp(&a.gap_points.abs()));
    let said: Vec<String> = out
        .iter()
        .take(NAMED)
        .filter_map(|share| {
            let (low, high) = (share.low?, share.high?);
            let side = if share.gap_hours > 0.0 {
                "above"
            } else {
                "below"
            };
            Some(format!(
                "{} got {}, {} a week {side} its {:.0}–{:.0} %",
                words::category(share.category),
                words::percent(share.share),
                words::hours(share.gap_hours.abs() / weeks.max(1.0)),
                low * 100.0,
                high * 100.0
            ))
        })
        .collect();
    if said.is_empty() {
        return format!("Of {total}, every category got what its band asks for.");
    }
    let others = match out.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => format!(
            "; {} out of {} too",
            words::count(n, "other is", "others are"),
            if n == 1 { "its band" } else { "their bands" }
        ),
    };
    format!("Of {total}, {}{others}.", said.join("; "))
}

/// Where next to nothing is booked.
pub(super) fn too_little(mix: &Mix, days: Stretch) -> String {
    let booked: i64 = mix.categories.iter().map(|share| share.minutes).sum();
    if booked == 0 {
        return format!("Nothing is booked in {}.", named(days));
    }
    format!(
        "Too little is booked in {} to say how it was spent: {} of {}.",
        named(days),
        words::amount(booked),
        words::amount(mix.denominator_minutes)
    )
}
