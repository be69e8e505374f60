//! New blocks in free time.

use weekwise_analyze::{Change, Interval};
use weekwise_model::{AdviceAction, BandStatus, Category, Decides, mark, words};

use crate::places::{ends, free};
use crate::proposal::Proposal;
use crate::scene::Scene;

/// What a category can be given, and the lengths worth having, the longest first.
const WANTED: [(Category, &[i64]); 4] = [
    (Category::DeepWork, &[180, 150, 120, 90]),
    // Thinking ahead takes 90 minutes at least, in a plan as here.
    (Category::Strategy, &[120, 90]),
    // Half an hour prepares one review, which is proposed where there is one; it is no habit to review in.
    (Category::Review, &[90, 60, 45]),
    (Category::OneOnOne, &[60, 45, 30]),
];

/// Blocks for every category below its band, and for focus time that is free and unprotected, on every day that has room.
pub(crate) fn blocks(scene: &Scene<'_>) -> Vec<Proposal> {
    // Over several weeks a block is a habit, and that is what a single week tells best.
    if !scene.is_short() {
        return Vec::new();
    }
    let mut all = preparations(scene);
    for (category, lengths) in WANTED {
        let share = scene.trial.mix().of(category);
        let lacks = share.is_some_and(|share| share.status == BandStatus::Under);
        if !lacks {
            continue;
        }
        // What is more than the band lacks would go to waste.
        let most =
            (scene.gap(category).abs() * 60.0).max(lengths.last().copied().unwrap_or(30) as f64);
        for day in 0..scene.trial.days().len() {
            for gap in free(scene, day) {
                for &minutes in lengths
                    .iter()
                    .filter(|minutes| **minutes as f64 <= most + 30.0)
                {
                    // A habit is only one at an hour that is free in most weeks.
                    let usual = |span: &Interval| !scene.is_over() || scene.is_usually_free(*span);
                    // Nobody comes to an open hour at half past seven where all others meet from nine on.
                    let met = |span: &Interval| {
                        category != Category::OneOnOne
                            || scene.hours_of_meetings().is_none()
                            || scene.is_hour_of_meetings(*span)
                    };
                    let spans = ends(scene, gap, minutes);
                    let spans = spans.into_iter().filter(usual).filter(met);
                    all.extend(spans.map(|span| block(scene, category, span)));
                }
            }
        }
    }
    all
}

fn block(scene: &Scene<'_>, category: Category, span: Interval) -> Proposal {
    let action = match category {
        Category::OneOnOne => AdviceAction::OfferSlot,
        _ => AdviceAction::Block,
    };
    let what = purpose(category);
    let (weekday, clock) = (weekday(scene, span), clock(scene, span));
    let length = words::length(span.minutes());
    let text = match (action, scene.is_over()) {
        (AdviceAction::OfferSlot, true) => format!("Offer {clock} on {weekday}s for {what}"),
        (AdviceAction::OfferSlot, false) => format!("Offer {weekday} {clock} for {what}"),
        (_, true) => format!("Keep {clock} on {weekday}s for {what}"),
        (_, false) => format!("Block {length} for {what} on {weekday}, {clock}"),
    };
    let because = if scene.is_over() {
        "it was free"
    } else {
        "free time"
    };
    Proposal {
        id: format!("block:{}:{}", category.id(), stamp(scene, span)),
        action,
        text,
        category,
        uid: None,
        decides: Decides::Me,
        because: because.to_owned(),
        people: 1,
        // An open hour is only a help where somebody takes it.
        trouble: if action == AdviceAction::OfferSlot {
            0.5
        } else {
            0.0
        },
        every: 1.0,
        change: Change {
            added: vec![(span, category)],
            ..Change::default()
        },
        drafts: None,
    }
}

/// What a block of a category is for.
fn purpose(category: Category) -> &'static str {
    match category {
        Category::OneOnOne => "1:1s or mentoring",
        Category::Strategy => "strategy",
        Category::Review => "reviews",
        _ => "deep work",
    }
}

/// Meetings that go, with their time given to a category that lacks.
pub(crate) fn used(scene: &Scene<'_>, proposal: &Proposal) -> Vec<Proposal> {
    /// What the time may be used for, and how much of it at a stretch is enough, in minutes.
    const WANTED: [(Category, i64); 2] = [(Category::Strategy, 90), (Category::Review, 30)];
    /// From which part of them on, in tenths, the time has to be of use.
    const USEFUL: usize = 8;
    let change = &proposal.change;
    let all_go = change.spans.values().all(Option::is_none);
    if !all_go || !change.added.is_empty() {
        return Vec::new();
    }
    let claims = scene.trial.claims();
    let places = change.spans.keys();
    let left: Vec<Interval> = places
        .filter_map(|&place| Some((place, claims.get(place)?.span)))
        .filter(|(place, span)| is_left_free(scene, *place, *span))
        .map(|(_, span)| span)
        .collect();
    let wanted = WANTED.into_iter().filter_map(|(category, least)| {
        let long: Vec<Interval> = left
            .iter()
            .filter(|span| span.minutes() >= least)
            .copied()
            .collect();
        let is_useful = !long.is_empty() && long.len() * 10 >= change.spans.len() * USEFUL;
        let lacks = scene.gap(category) < 0.0 && category != proposal.category;
        (lacks && is_useful).then_some((category, long))
    });
    wanted
        .map(|(category, long)| Proposal {
            id: format!("{}:{}", proposal.id, category.id()),
            text: format!(
                "{}, and use the time for {}",
                proposal.text,
                purpose(category)
            ),
            change: Change {
                added: long.into_iter().map(|span| (span, category)).collect(),
                ..change.clone()
            },
            ..proposal.clone()
        })
        .collect()
}

/// Whether the time of a claim is working time that nothing else wants.
fn is_left_free(scene: &Scene<'_>, place: usize, span: Interval) -> bool {
    let days = scene.trial.days();
    let mut work = days.iter().flat_map(|day| &day.work);
    let inside = work.any(|work| work.start <= span.start && span.end <= work.end);
    let claims = scene.trial.claims().iter().enumerate();
    let mut others = claims.filter(|(other, _)| *other != place);
    inside && !others.any(|(_, claim)| claim.span.overlaps(span))
}

/// Half an hour before each review that nothing prepares.
fn preparations(scene: &Scene<'_>) -> Vec<Proposal> {
    const LENGTH: i64 = 30;
    const BEFORE: i64 = 48 * 60;
    if scene.is_over() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for place in scene.trial.unprepared() {
        let Some(review) = scene.trial.claims().get(place) else {
            continue;
        };
        let title = words::title(&scene.trial.classified(review).occurrence.event.summary);
        let days = scene.trial.days_of(Interval {
            start: review.span.start - BEFORE,
            end: review.span.start,
        });
        for gap in days.flat_map(|day| free(scene, day)) {
            for span in ends(scene, gap, LENGTH) {
                if span.end > review.span.start || span.start < review.span.start - BEFORE {
                    continue;
                }
                let when = format!("{} {}", weekday(scene, span), clock(scene, span));
                all.push(Proposal {
                    id: format!(
                        "prepare:{}:{}",
                        mark(scene.trial.classified(review).series_uid()),
                        stamp(scene, span)
                    ),
                    text: format!("Put 30 min before {title}, {when}"),
                    uid: Some(scene.trial.classified(review).series_uid().to_owned()),
                    because: "nothing is prepared for it".to_owned(),
                    ..block(scene, Category::Review, span)
                });
            }
        }
    }
    all
}

pub(crate) fn weekday(scene: &Scene<'_>, span: Interval) -> &'static str {
    words::weekday(scene.local(span.start).date())
}

/// `14:00–15:30`, on the wall clock of the period.
pub(crate) fn clock(scene: &Scene<'_>, span: Interval) -> String {
    let display = scene.settings.display;
    let at = |minute| display.clock(scene.local(minute).time());
    format!("{}–{}", at(span.start), at(span.end))
}

/// `2026-11-11T14:00`: what names a block.
pub(crate) fn stamp(scene: &Scene<'_>, span: Interval) -> String {
    let local = scene.local(span.start);
    format!("{}T{}", local.date(), local.format("%H:%M"))
}

/// Whether two minutes lie on one weekday of the period's zone.
pub(crate) fn same_day(scene: &Scene<'_>, one: i64, other: i64) -> bool {
    scene.local(one).date() == scene.local(other).date()
}
