//! How often a series repeats.

use weekwise_model::Recurrence;

/// How many times a week, roughly; 0 for what repeats less than every other month or by dates alone.
pub(crate) fn per_week(recurrence: &Recurrence) -> f64 {
    let Some(rule) = recurrence.rules.first() else {
        return 0.5;
    };
    let upper = rule.to_ascii_uppercase();
    let part = |name: &str| {
        upper
            .split([';', ':'])
            .find_map(|p| p.strip_prefix(name)?.strip_prefix('='))
    };
    let interval = part("INTERVAL")
        .and_then(|n| n.trim().parse::<u32>().ok())
        .unwrap_or(1)
        .max(1);
    let days = part("BYDAY").map_or(1, |days| days.split(',').count().clamp(1, 7));
    let days = days as f64;
    let often = match part("FREQ").map(str::trim) {
        Some("WEEKLY") => days,
        Some("MONTHLY") => 0.25 * days,
        Some("YEARLY") => 0.02,
        // Daily on working days; what is still more frequent is as good as daily.
        _ => 5.0,
    };
    often / f64::from(interval)
}
