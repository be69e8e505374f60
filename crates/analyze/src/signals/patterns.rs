//! Patterns of trouble: several figures that together tell one story (product.md section 6).

use weekwise_model::{BandStatus, Category, Kind, Severity};

use super::weighed::{Observed, WeighedSignal};
use crate::book::{Claim, hours, ratio};
use crate::seen::Seen;
use crate::words;

/// Organized by me from this part on, reviews wait for me.
const BOTTLENECK: f64 = 0.5;
/// From this part of working time on, what may be meetings hides how many there are.
const HIDDEN: f64 = 0.1;
/// Incidents and on-call from this part of the week on are firefighting.
const FIRES: f64 = 0.1;

/// The patterns found, and the categories they explain.
pub(super) fn patterns(seen: &Seen<'_>) -> (Vec<WeighedSignal>, Vec<Category>) {
    let of_bands = BANDS.iter().map(|story| bands(seen, story));
    let found = of_bands.chain([firefighting(seen), attendee(seen)]);
    let (mut signals, mut explained) = (Vec::new(), Vec::new());
    for (signal, categories) in found.flatten() {
        signals.push(signal);
        explained.extend_from_slice(categories);
    }
    (signals, explained)
}

type Found = Option<(WeighedSignal, &'static [Category])>;

struct Story {
    id: &'static str,
    subject: &'static str,
    text: String,
    threshold: &'static str,
}

fn signal(seen: &Seen<'_>, story: Story, evidence: &[(&Claim, i64)], weight: f64) -> WeighedSignal {
    WeighedSignal {
        weight,
        observed: Observed {
            id: story.id.to_owned(),
            severity: Severity::Alarm,
            subject: story.subject.to_owned(),
            text: story.text,
            threshold: story.threshold.to_owned(),
            evidence: seen.uids(evidence.iter().map(|(claim, _)| *claim)),
        },
    }
}

fn percent(seen: &Seen<'_>, category: Category) -> String {
    words::percent(seen.share(category).map_or(0.0, |share| share.share))
}

fn gap(seen: &Seen<'_>, categories: &[Category]) -> f64 {
    let gaps = categories
        .iter()
        .filter_map(|c| seen.share(*c))
        .map(|s| s.gap_hours.abs());
    gaps.fold(0.0, |sum, gap| sum + gap) / seen.ledger.period.weeks()
}

fn evidence<'s>(seen: &Seen<'s>, categories: &[Category]) -> Vec<(&'s Claim, i64)> {
    let of = |category: &Category| category.work_index();
    let wanted: Vec<usize> = categories.iter().filter_map(of).collect();
    seen.by_minutes(|claim| wanted.contains(&claim.category))
}

/// A story that several bands tell together: some above, some below.
struct Bands {
    id: &'static str,
    subject: &'static str,
    /// The categories, and where each lies.
    lie: &'static [(Category, BandStatus)],
    /// The same categories: what the story explains.
    explains: &'static [Category],
    severity: Severity,
    threshold: &'static str,
    /// What was seen; `None` where something beside the bands speaks against it.
    text: fn(&Seen<'_>) -> Option<String>,
}

/// Whether what may be meetings takes so much of working time that nothing follows from how few are seen.
fn hides_meetings(seen: &Seen<'_>) -> bool {
    seen.metrics.perhaps_meeting_hours >= HIDDEN * seen.metrics.capacity_hours
}

const BANDS: [Bands; 3] = [
    Bands {
        id: "bottleneck",
        subject: "Bottleneck",
        lie: &[(Category::Review, BandStatus::Over)],
        explains: &[Category::Review],
        severity: Severity::Alarm,
        threshold: "Review above its band, more than half of it organized here",
        text: |seen| {
            let reviews = evidence(seen, &[Category::Review]);
            let sum = |wanted: fn(&Claim) -> bool| -> i64 {
                let wanted = reviews.iter().filter(|(claim, _)| wanted(claim));
                wanted.map(|(_, minutes)| minutes).sum()
            };
            let mine = ratio(sum(|claim| claim.mine), sum(|_| true));
            (mine > BOTTLENECK).then(|| {
                format!(
                    "review takes {} of the week, {} of it organized from this calendar",
                    percent(seen, Category::Review),
                    words::percent(mine)
                )
            })
        },
    },
    Bands {
        id: "ivory-tower",
        subject: "Ivory tower",
        lie: &[
            (Category::Strategy, BandStatus::Over),
            (Category::DeepWork, BandStatus::Under),
            (Category::Review, BandStatus::Under),
        ],
        explains: &[Category::Strategy, Category::DeepWork, Category::Review],
        severity: Severity::Alarm,
        threshold: "Strategy above its band, deep work and review below theirs",
        text: |seen| {
            Some(format!(
                "strategy takes {} of the week, deep work {} and review {}",
                percent(seen, Category::Strategy),
                percent(seen, Category::DeepWork),
                percent(seen, Category::Review)
            ))
        },
    },
    Bands {
        id: "lone-wolf",
        subject: "Lone wolf",
        lie: &[
            (Category::DeepWork, BandStatus::Over),
            (Category::OneOnOne, BandStatus::Under),
            (Category::CrossTeam, BandStatus::Under),
        ],
        explains: &[Category::DeepWork, Category::OneOnOne, Category::CrossTeam],
        // Much open time is no harm yet, and an export may lack the meetings.
        severity: Severity::Watch,
        threshold: "Deep work above its band, 1:1s and cross-team below theirs",
        text: |seen| {
            (!hides_meetings(seen)).then(|| {
                format!(
                    "deep work and open time take {} of the week, 1:1s {} and cross-team {}",
                    percent(seen, Category::DeepWork),
                    percent(seen, Category::OneOnOne),
                    percent(seen, Category::CrossTeam)
                )
            })
        },
    },
];

fn bands(seen: &Seen<'_>, bands: &Bands) -> Found {
    let lies = |(category, status): &(Category, BandStatus)| seen.status(*category) == *status;
    if !bands.lie.iter().all(lies) {
        return None;
    }
    let story = Story {
        id: bands.id,
        subject: bands.subject,
        text: (bands.text)(seen)?,
        threshold: bands.threshold,
    };
    let (claims, weight) = (evidence(seen, bands.explains), gap(seen, bands.explains));
    let mut signal = signal(seen, story, &claims, weight);
    signal.observed.severity = bands.severity;
    Some((signal, bands.explains))
}

fn firefighting(seen: &Seen<'_>) -> Found {
    let fires = seen.by_minutes(|claim| {
        let kind = seen.ledger.classified(claim).classification.kind;
        matches!(kind, Kind::Incident | Kind::OnCall)
    });
    let minutes: i64 = fires.iter().map(|(_, minutes)| minutes).sum();
    let share = ratio(minutes, seen.mix.denominator_minutes);
    let strategy = seen.share(Category::Strategy)?;
    if share < FIRES || strategy.minutes > 0 || strategy.low.unwrap_or(0.0) <= 0.0 {
        return None;
    }
    let story = Story {
        id: "firefighting",
        subject: "Firefighting",
        text: format!(
            "incidents and on-call take {}, {} of the week; strategy none",
            words::amount(minutes),
            words::percent(share)
        ),
        threshold: "Incidents and on-call from 10 % of the week, and no strategy",
    };
    let weight = hours(minutes) / seen.ledger.period.weeks();
    Some((signal(seen, story, &fires, weight), &[Category::Strategy]))
}

fn attendee(seen: &Seen<'_>) -> Found {
    let metrics = seen.metrics;
    let control = metrics.control.filter(|control| *control < 0.3)?;
    if metrics.meeting_load <= 0.5 {
        return None;
    }
    let others = seen.by_minutes(|claim| claim.meeting && !claim.mine);
    let story = Story {
        id: "meeting-attendee",
        subject: "Meeting attendee",
        text: format!(
            "{} of working time in meetings, and {} of the booked time placed from this calendar",
            words::percent(metrics.meeting_load),
            words::percent(control)
        ),
        threshold: "Load above 50 % and control below 30 %",
    };
    Some((
        signal(
            seen,
            story,
            &others,
            metrics.meeting_hours / seen.ledger.period.weeks(),
        ),
        &[],
    ))
}
