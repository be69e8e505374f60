//! Patterns of trouble: several figures that together tell one story (product.md section 6).

use weekwise_model::{BandStatus, Category, Kind, Severity, Signal};

use super::{Draft, Seen};
use crate::ledger::Claim;
use crate::minutes::ratio;
use crate::words;

/// Organized by me from this part on, reviews wait for me.
const BOTTLENECK: f64 = 0.5;
/// Incidents and on-call from this part of the week on are firefighting.
const FIRES: f64 = 0.1;

/// The patterns found, and the categories they explain.
pub(super) fn patterns(seen: &Seen<'_>) -> (Vec<Draft>, Vec<Category>) {
    let found = [
        bottleneck(seen),
        ivory_tower(seen),
        lone_wolf(seen),
        firefighting(seen),
        attendee(seen),
    ];
    let (mut drafts, mut explained) = (Vec::new(), Vec::new());
    for (draft, categories) in found.into_iter().flatten() {
        drafts.push(draft);
        explained.extend_from_slice(categories);
    }
    (drafts, explained)
}

type Found = Option<(Draft, &'static [Category])>;

struct Story {
    id: &'static str,
    subject: &'static str,
    text: String,
    threshold: &'static str,
    next_step: &'static str,
}

fn draft(seen: &Seen<'_>, story: Story, evidence: &[(&Claim, i64)], weight: f64) -> Draft {
    Draft {
        weight,
        signal: Signal {
            id: story.id.to_owned(),
            severity: Severity::Alarm,
            subject: story.subject.to_owned(),
            text: story.text,
            threshold: story.threshold.to_owned(),
            evidence: seen.uids(evidence.iter().map(|(claim, _)| *claim)),
            next_step: story.next_step.to_owned(),
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

fn of(seen: &Seen<'_>, categories: &[Category]) -> Vec<(&'static str, usize)> {
    categories
        .iter()
        .filter_map(|c| Some((c.id(), seen.share(*c)?.category.work_index()?)))
        .collect()
}

fn evidence<'s>(seen: &Seen<'s>, categories: &[Category]) -> Vec<(&'s Claim, i64)> {
    let wanted = of(seen, categories);
    seen.by_minutes(|claim| wanted.iter().any(|(_, index)| *index == claim.category))
}

fn bottleneck(seen: &Seen<'_>) -> Found {
    const EXPLAINED: &[Category] = &[Category::Review];
    if seen.status(Category::Review) != BandStatus::Over {
        return None;
    }
    let reviews = evidence(seen, EXPLAINED);
    let all: i64 = reviews.iter().map(|(_, minutes)| minutes).sum();
    let mine: i64 = reviews
        .iter()
        .filter(|(c, _)| c.mine)
        .map(|(_, minutes)| minutes)
        .sum();
    if ratio(mine, all) <= BOTTLENECK {
        return None;
    }
    let story = Story {
        id: "bottleneck",
        subject: "Bottleneck",
        text: format!(
            "review takes {} of the week, {} of it organized from this calendar",
            percent(seen, Category::Review),
            words::percent(ratio(mine, all))
        ),
        threshold: "Review above its band, more than half of it organized here",
        next_step: "Hand one kind of review to somebody who is ready for it",
    };
    Some((
        draft(seen, story, &reviews, gap(seen, EXPLAINED)),
        EXPLAINED,
    ))
}

fn ivory_tower(seen: &Seen<'_>) -> Found {
    const EXPLAINED: &[Category] = &[Category::Strategy, Category::DeepWork, Category::Review];
    let tower = seen.status(Category::Strategy) == BandStatus::Over
        && seen.status(Category::DeepWork) == BandStatus::Under
        && seen.status(Category::Review) == BandStatus::Under;
    if !tower {
        return None;
    }
    let story = Story {
        id: "ivory-tower",
        subject: "Ivory tower",
        text: format!(
            "strategy takes {} of the week, deep work {} and review {}",
            percent(seen, Category::Strategy),
            percent(seen, Category::DeepWork),
            percent(seen, Category::Review)
        ),
        threshold: "Strategy above its band, deep work and review below theirs",
        next_step: "Turn one strategy meeting into a prototype or a review",
    };
    Some((
        draft(
            seen,
            story,
            &evidence(seen, EXPLAINED),
            gap(seen, EXPLAINED),
        ),
        EXPLAINED,
    ))
}

fn lone_wolf(seen: &Seen<'_>) -> Found {
    const EXPLAINED: &[Category] = &[Category::DeepWork, Category::OneOnOne, Category::CrossTeam];
    let wolf = seen.status(Category::DeepWork) == BandStatus::Over
        && seen.status(Category::OneOnOne) == BandStatus::Under
        && seen.status(Category::CrossTeam) == BandStatus::Under;
    if !wolf {
        return None;
    }
    let story = Story {
        id: "lone-wolf",
        subject: "Lone wolf",
        text: format!(
            "deep work and open time take {} of the week, 1:1s {} and cross-team {}",
            percent(seen, Category::DeepWork),
            percent(seen, Category::OneOnOne),
            percent(seen, Category::CrossTeam)
        ),
        threshold: "Deep work above its band, 1:1s and cross-team below theirs",
        next_step: "Give one open afternoon to mentoring or to a team that depends on the work",
    };
    let mut draft = draft(
        seen,
        story,
        &evidence(seen, EXPLAINED),
        gap(seen, EXPLAINED),
    );
    // Much open time is no harm yet, and an export may lack the meetings.
    draft.signal.severity = Severity::Watch;
    Some((draft, EXPLAINED))
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
            words::hours(minutes),
            words::percent(share)
        ),
        threshold: "Incidents and on-call from 10 % of the week, and no strategy",
        next_step: "Block 90 min for what would prevent the next incident",
    };
    let weight = crate::minutes::hours(minutes) / seen.ledger.period.weeks();
    Some((draft(seen, story, &fires, weight), &[Category::Strategy]))
}

fn attendee(seen: &Seen<'_>) -> Found {
    let metrics = seen.metrics;
    if metrics.meeting_load <= 0.5 || metrics.control >= 0.3 {
        return None;
    }
    let others = seen.by_minutes(|claim| claim.meeting && !claim.mine);
    let story = Story {
        id: "meeting-attendee",
        subject: "Meeting attendee",
        text: format!(
            "{} of working time in meetings, and {} of the booked time placed from this calendar",
            words::percent(metrics.meeting_load),
            words::percent(metrics.control)
        ),
        threshold: "Load above 50 % and control below 30 %",
        next_step: "Leave the largest meeting that works without a second voice",
    };
    Some((
        draft(
            seen,
            story,
            &others,
            metrics.meeting_hours / seen.ledger.period.weeks(),
        ),
        &[],
    ))
}
