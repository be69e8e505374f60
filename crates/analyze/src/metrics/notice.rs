//! How early meetings are put into the calendar.

use weekwise_model::{Category, LeadTime};

use crate::book::{AnalyzeError, Claim, Fold, Ledger, Table, interval_of, minute_of, place};

/// Less than this before its start is short notice.
const SHORT: i64 = 24 * 60;

/// Start − CREATED in minutes, where it says how early somebody decided.
///
/// CREATED belongs to the series, so of a series only the first instance tells: the tenth was made as early as the
/// first, not nine weeks earlier. A CREATED after the start says when a calendar was copied, nothing about notice.
pub(crate) fn lead(ledger: &Ledger<'_>, claim: &Claim) -> Option<i64> {
    let classified = ledger.classified(claim);
    let event = &classified.occurrence.event;
    if let Some(recurrence) = &event.recurrence {
        let first = interval_of(recurrence.first.instants(ledger.period.zone));
        if first.start != claim.whole.start {
            return None;
        }
    }
    let lead = claim.whole.start - minute_of(event.created?);
    (lead >= 0).then_some(lead)
}

/// Whether a meeting was made less than 24 h before it starts.
pub(crate) fn is_short(ledger: &Ledger<'_>, claim: &Claim) -> bool {
    lead(ledger, claim).is_some_and(|lead| lead < SHORT)
}

/// Lead time by category: median, and the share below 24 h. Categories without a meeting that tells are left out.
pub(super) fn lead_time(ledger: &Ledger<'_>) -> Result<Vec<LeadTime>, AnalyzeError> {
    let (mut category, mut minutes) = (Vec::new(), Vec::new());
    for claim in ledger.meetings() {
        if let Some(lead) = lead(ledger, claim) {
            category.push(place(claim.category));
            minutes.push(lead);
        }
    }
    let leads = Table::of([
        ("category", category.into_iter().collect()),
        ("lead", minutes.into_iter().collect()),
    ])?;
    let folds = [
        ("median", Fold::Median("lead")),
        ("short", Fold::ShareBelow("lead", SHORT)),
        ("meetings", Fold::Rows),
    ];
    let grouped = leads.grouped(&["category"], &folds)?;
    let (medians, shorts) = (grouped.decimals("median")?, grouped.decimals("short")?);
    let counts = grouped.whole("meetings")?;
    Ok(grouped
        .places("category")?
        .into_iter()
        .zip(medians.into_iter().zip(shorts).zip(counts))
        .filter_map(|(category, ((median, short), meetings))| {
            let category = *Category::WORK.get(category)?;
            Some(LeadTime {
                category,
                median_hours: median / 60.0,
                under_24_hours: short,
                meetings: u32::try_from(meetings).unwrap_or(u32::MAX),
            })
        })
        .collect())
}
