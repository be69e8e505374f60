//! What was asked for, tried in a period as if it had come true: the same counting as for advice.

use chrono::{DateTime, Utc};
use weekwise_analyze::{Change, Interval, Series, Trial, hours_to_move, minute_of};
use weekwise_model::{AdviceAction, Ask, AskOnce, AskSpan, Category, PendingAsks, mark, words};

use crate::choices::moved;
use crate::proposal::Proposal;
use crate::scene::{Question, Scene};
use crate::series::Meeting;
use crate::told::band_effects;
use crate::{own, room};

/// Minutes of a week. Of a habit that crosses a change of clocks the hour is one off.
const WEEK: i64 = 7 * 24 * 60;

/// What a period would be if `asks` came true: those that are still to come. `unknown`: how many more there are of which nobody
/// knows what they are about. `None` where none of them changes the period.
pub fn pending(
    trial: Trial<'_>,
    question: &Question<'_>,
    asks: &[&Ask],
    unknown: usize,
) -> Option<PendingAsks> {
    // What is hardly booked is not judged, so nothing is said of it either.
    if trial.is_sparse() {
        return None;
    }
    let scene = Scene::on(trial, question);
    let changes: Vec<Change> = asks
        .iter()
        .filter_map(|ask| change_of(&scene, ask))
        .filter(|change| !change.is_empty())
        .collect();
    if changes.is_empty() && unknown == 0 {
        return None;
    }
    let number = changes.len();
    let effect = scene.trial.effect(&together(changes));
    let hours = hours_to_move(&effect.mix);
    let focus = scene.trial.figures().focus + effect.focus();
    Some(PendingAsks {
        asks: place(number),
        unknown: place(unknown),
        hours_to_move: hours,
        load: effect.figures.load(),
        focus_hours: focus as f64 / 60.0,
        bands: band_effects(scene.trial.mix(), &effect.mix),
        text: told(scene.trial.hours_to_move(), hours, number, unknown),
    })
}

fn place(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// `12.4 h to move; 9.8 h if the two pending asks come true`.
fn told(before: f64, after: f64, number: usize, unknown: usize) -> String {
    let unknown = match unknown {
        0 => String::new(),
        1 => "one more is about what no calendar holds any more".to_owned(),
        many => format!(
            "{} more are about what no calendar holds any more",
            named(many)
        ),
    };
    let pending = match number {
        0 => return format!("Of what was asked for, {}", unknown.replace(" more ", " ")),
        1 => "the pending ask comes true".to_owned(),
        many => format!("the {} pending asks come true", named(many)),
    };
    let text = format!(
        "{} to move; {} if {pending}",
        words::hours(before),
        words::hours(after)
    );
    if unknown.is_empty() {
        text
    } else {
        format!("{text}; {unknown}")
    }
}

fn named(number: usize) -> String {
    const NAMES: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let name = NAMES.get(number).copied();
    name.map_or_else(|| number.to_string(), str::to_owned)
}

/// All of them at once; what goes in one of them is gone.
fn together(changes: Vec<Change>) -> Change {
    let mut all = Change::default();
    for change in changes {
        for (place, to) in change.spans {
            let known = all.spans.entry(place).or_insert(to);
            if to.is_none() {
                *known = None;
            }
        }
        all.purposes.extend(change.purposes);
        all.added.extend(change.added);
    }
    all
}

/// What an ask changes in the period; `None` where it is about nothing in it.
fn change_of(scene: &Scene<'_>, ask: &Ask) -> Option<Change> {
    if ask.action == Some(AdviceAction::Repurpose) {
        let mut given = own::blocks(scene).into_iter();
        return given.find(|one| one.id == ask.id).map(|one| one.change);
    }
    if let Some(once) = &ask.once {
        return once_of(scene, ask, once);
    }
    let uid = ask.uid.as_deref()?;
    let mut all = scene.trial.series().iter();
    let series = all.find(|series| series.uid == uid)?;
    let mark = mark(&series.uid);
    // The use of its time, where it has one, is named behind the mark of its series.
    let own = ask
        .id
        .find(&mark)
        .and_then(|at| ask.id.get(..at + mark.len()));
    let proposal = Proposal {
        id: own.unwrap_or(&ask.id).to_owned(),
        ..series_of(scene, ask, series)?
    };
    let mut used = room::used(scene, &proposal).into_iter();
    let used = used.find(|one| one.id == ask.id);
    Some(used.unwrap_or(proposal).change)
}

fn series_of(scene: &Scene<'_>, ask: &Ask, series: &Series) -> Option<Proposal> {
    let meeting = Meeting::new(scene, series)?;
    match ask.action? {
        AdviceAction::Halve | AdviceAction::Delegate => Some(meeting.half_as_often()),
        AdviceAction::Shorten => Some(meeting.shorter()?.1),
        AdviceAction::Move => {
            let shift = ask.id.split(':').nth(1)?.parse().ok()?;
            moved(scene, &meeting, shift)
        }
        AdviceAction::Leave | AdviceAction::Document | AdviceAction::Merge | AdviceAction::Drop => {
            Some(meeting.gone())
        }
        AdviceAction::Block
        | AdviceAction::Repurpose
        | AdviceAction::OfferSlot
        | AdviceAction::Decline => None,
    }
}

fn once_of(scene: &Scene<'_>, ask: &Ask, once: &AskOnce) -> Option<Change> {
    let Some(from) = once.from else {
        let span = habit(scene, ask, once.to?)?;
        return Some(Change {
            added: vec![(span, ask.category.unwrap_or(Category::DeepWork))],
            ..Change::default()
        });
    };
    // What is over cannot come true any more.
    if from.start <= scene.now {
        return None;
    }
    let uid = ask.uid.as_deref()?;
    let claims = scene.trial.claims().iter().enumerate();
    let of_it = |start: DateTime<Utc>, place: usize| {
        let claim = scene.trial.claims().get(place)?;
        let classified = scene.trial.classified(claim);
        let event = &classified.occurrence;
        let named = classified.series_uid() == uid || event.event.uid == uid;
        (named && ask.is_about(event.recurrence_id, start)).then_some(place)
    };
    let mut places = claims
        .filter_map(|(place, claim)| of_it(weekwise_analyze::instant_of(claim.whole.start), place));
    Some(Change {
        spans: [(places.next()?, once.to.map(interval))].into(),
        ..Change::default()
    })
}

/// Where a block would be in the period: of a week that was over when it was asked for it is a habit, the same hour of each.
fn habit(scene: &Scene<'_>, ask: &Ask, to: AskSpan) -> Option<Interval> {
    let span = interval(to);
    let period = scene.trial.period();
    let is_habit = ask.steps.first().is_some_and(|step| to.start < step.at);
    if !is_habit {
        let inside = to.start >= period.from && to.end <= period.to && to.start > scene.now;
        return inside.then_some(span);
    }
    let weeks = (minute_of(period.from) - span.start).div_euclid(WEEK) + 1;
    let shifted = Interval {
        start: span.start + weeks * WEEK,
        end: span.end + weeks * WEEK,
    };
    (scene.is_short() && shifted.end <= minute_of(period.to)).then_some(shifted)
}

fn interval(span: AskSpan) -> Interval {
    Interval {
        start: minute_of(span.start),
        end: minute_of(span.end),
    }
}
