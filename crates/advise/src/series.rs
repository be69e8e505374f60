//! Series of meetings: shorter, rarer, in writing, together with another, or without me.

use weekwise_analyze::{Change, Claim, Interval, Series, days_between};
use weekwise_model::{AdviceAction, BandStatus, Classified, Decides, Kind, Role, words};

use crate::drafts::{Asked, drafts};
use crate::mark::mark;
use crate::never::{is_essential, is_ritual, is_untouchable};
use crate::proposal::Proposal;
use crate::scene::Scene;

/// From this many people on nobody is missed.
const LARGE: u32 = 9;
/// Series tried at most, those with the most minutes first: the others cannot give much back.
const SERIES: usize = 40;

/// Everything that can be done about the meetings that come again.
pub(crate) fn changes(scene: &Scene<'_>) -> Vec<Proposal> {
    let trial = &scene.trial;
    let minutes = |series: &Series| -> i64 {
        series
            .claims
            .iter()
            .map(|&place| trial.minutes_of(place))
            .sum()
    };
    let mut series: Vec<&Series> = trial.series().iter().filter(|s| s.recurring).collect();
    series.sort_by_key(|series| std::cmp::Reverse(minutes(series)));
    let mut all: Vec<Proposal> = series
        .into_iter()
        .take(SERIES)
        .filter_map(|series| Meeting::of(scene, series))
        .flat_map(|meeting| meeting.proposals())
        .collect();
    all.extend(merges(scene));
    all
}

/// A series of meetings that goes on.
struct Meeting<'s, 'q> {
    scene: &'s Scene<'q>,
    series: &'s Series,
    last: &'s Claim,
    classified: &'q Classified,
    optional: bool,
}

impl<'s, 'q> Meeting<'s, 'q> {
    /// `None` for what ends, what others depend on, and what is no meeting.
    fn of(scene: &'s Scene<'q>, series: &'s Series) -> Option<Self> {
        let last = scene.last(series).filter(|claim| claim.meeting)?;
        let classified = scene.trial.classified(last);
        if !scene.goes_on(last) || is_untouchable(classified) {
            return None;
        }
        let role = classified.occurrence.event.my_role(&scene.settings.me);
        Some(Self {
            scene,
            series,
            last,
            classified,
            optional: matches!(role, Some(Role::Optional | Role::NonParticipant)),
        })
    }

    fn proposals(&self) -> Vec<Proposal> {
        let mut all = Vec::new();
        let people = self.classified.people;
        let (mine, two) = (self.classified.mine, people <= 2);
        let essential = is_essential(self.scene, self.classified);
        if mine && !two && !essential {
            all.push(self.halved(1.0, 0.04));
            all.extend(self.shortened(1.0));
            all.extend(self.document());
        } else if two {
            let over = self.status() == BandStatus::Over;
            all.extend(over.then(|| self.halved(if mine { 1.5 } else { 2.5 }, 0.0)));
            all.extend(
                over.then(|| self.shortened(if mine { 1.0 } else { 2.0 }))
                    .flatten(),
            );
        } else if !essential && !self.scene.negotiator.is_only_bridge(self.classified) {
            all.extend(self.left());
            all.extend(self.delegated());
            if !is_ritual(self.classified) && people < LARGE {
                all.push(self.halved(3.0, 0.1));
                all.extend(self.shortened(2.5));
            }
        }
        all
    }

    fn status(&self) -> BandStatus {
        let share = self.scene.trial.mix().of(self.classified.category());
        share.map_or(BandStatus::Untargeted, |share| share.status)
    }

    fn proposal(
        &self,
        id: &str,
        action: AdviceAction,
        text: String,
        trouble: f64,
        change: Change,
    ) -> Proposal {
        let classified = self.classified;
        let people = classified.people;
        let decides = match (classified.mine, action) {
            (true, _) => Decides::AsOrganizer,
            // Whether I go is mine to say; what it does to others is trouble.
            (false, AdviceAction::Leave) if self.optional => Decides::Me,
            (false, _) => Decides::Others,
        };
        let summary = &classified.occurrence.event.summary;
        Proposal {
            id: format!("{id}:{}", mark(&self.series.uid)),
            action,
            text,
            category: classified.category(),
            uid: Some(self.series.uid.clone()),
            decides,
            because: self.because(action),
            people,
            trouble: trouble.min(5.0),
            every: self.every(),
            change,
            drafts: Some(drafts(action, Asked::Series, summary, classified.mine)),
        }
    }

    fn because(&self, action: AdviceAction) -> String {
        let people = words::count(self.classified.people as usize, "person", "people");
        match action {
            AdviceAction::Leave if self.optional => format!("you are optional, {people}"),
            AdviceAction::Leave => format!("{people}, the notes may do"),
            AdviceAction::Delegate => format!("{people}, one of your team is enough"),
            AdviceAction::Document => format!("{people}, it tells rather than decides"),
            _ if self.classified.people <= 2 => "a conversation of two".to_owned(),
            _ => people,
        }
    }

    /// The part of all weeks that holds what a short period shows.
    fn every(&self) -> f64 {
        if self.series.claims.len() > 1 {
            return 1.0;
        }
        match self.days_between() {
            ..10.0 => 1.0,
            ..18.0 => 0.5,
            _ => 0.25,
        }
    }

    fn days_between(&self) -> f64 {
        let by_rule = self.classified.recurrence().and_then(days_between);
        by_rule.unwrap_or_else(|| 7.0 * self.scene.weeks() / self.series.claims.len().max(1) as f64)
    }

    /// Held half as often. Where the period holds one instance, the effect is that of a week without it.
    fn halved(&self, trouble: f64, for_each: f64) -> Proposal {
        let title = words::title(&self.series.summary);
        let text = match self.days_between() {
            ..5.0 => format!("Hold {title} every other time"),
            ..10.0 => format!("Make {title} fortnightly"),
            ..18.0 => format!("Make {title} monthly"),
            _ => format!("Hold {title} half as often"),
        };
        let trouble =
            trouble + for_each * f64::from(self.classified.people.saturating_sub(2).min(20));
        let claims = self.series.claims.iter().copied();
        if self.series.claims.len() == 1 {
            let all = self.proposal("halve", AdviceAction::Halve, text, trouble, without(claims));
            return Proposal {
                every: all.every / 2.0,
                ..all
            };
        }
        let change = without(claims.skip(1).step_by(2));
        self.proposal("halve", AdviceAction::Halve, text, trouble, change)
    }

    fn shortened(&self, trouble: f64) -> Option<Proposal> {
        let length = self.last.whole.minutes();
        let by = match length {
            120.. => 30,
            45.. => 15,
            25.. => 5,
            _ => return None,
        };
        let spans = self
            .scene
            .trial
            .claims_of(self.series)
            .filter_map(|(place, claim)| {
                let end = claim.span.end - by;
                let span = claim.span;
                (end > span.start).then_some((place, Some(Interval { end, ..span })))
            });
        let change = Change {
            spans: spans.collect(),
            ..Change::default()
        };
        let text = format!(
            "End {} after {}",
            words::title(&self.series.summary),
            words::length(length - by)
        );
        Some(self.proposal("shorten", AdviceAction::Shorten, text, trouble, change))
    }

    /// What tells rather than decides can be written.
    fn document(&self) -> Option<Proposal> {
        let kind = self.classified.classification.kind;
        let tells = matches!(kind, Kind::StatusReview | Kind::Standup | Kind::Demo);
        let text = format!(
            "Turn {} into a document",
            words::title(&self.series.summary)
        );
        let change = without(self.series.claims.iter().copied());
        tells.then(|| self.proposal("document", AdviceAction::Document, text, 2.0, change))
    }

    fn left(&self) -> Option<Proposal> {
        let large = self.classified.people >= LARGE
            && !is_ritual(self.classified)
            && self.classified.classification.kind != Kind::AllHands;
        if !self.optional && !large {
            return None;
        }
        let title = words::title(&self.series.summary);
        let (text, trouble) = if self.optional {
            (format!("Stay away from {title}"), 0.8)
        } else {
            (
                format!("Read the notes of {title} instead of attending"),
                2.0,
            )
        };
        let change = without(self.series.claims.iter().copied());
        Some(self.proposal("leave", AdviceAction::Leave, text, trouble, change))
    }

    /// Where one of a team is enough, two can take turns.
    fn delegated(&self) -> Option<Proposal> {
        let kind = self.classified.classification.kind;
        let shared = matches!(
            kind,
            Kind::CrossTeamSync | Kind::StatusReview | Kind::Guild | Kind::Triage
        );
        if !shared || self.classified.people < 4 {
            return None;
        }
        let text = format!(
            "Take turns in {} with somebody of your team",
            words::title(&self.series.summary)
        );
        let claims = self.series.claims.iter().copied();
        let one = self.series.claims.len() == 1;
        let change = if one {
            without(claims)
        } else {
            without(claims.skip(1).step_by(2))
        };
        let all = self.proposal("delegate", AdviceAction::Delegate, text, 2.0, change);
        Some(Proposal {
            every: if one { all.every / 2.0 } else { all.every },
            ..all
        })
    }
}

/// Without some claims.
fn without(places: impl Iterator<Item = usize>) -> Change {
    Change {
        spans: places.map(|place| (place, None)).collect(),
        ..Change::default()
    }
}

/// Two series of the same people about the same: the one with fewer minutes goes.
fn merges(scene: &Scene<'_>) -> Vec<Proposal> {
    let pairs = scene.trial.duplicates();
    let one = |(fewer, other): (usize, usize)| {
        let series = scene.trial.series().get(fewer)?;
        let other = scene.trial.series().get(other)?;
        let meeting = Meeting::of(scene, series)?;
        let text = format!(
            "Merge {} into {}",
            words::title(&series.summary),
            words::title(&other.summary)
        );
        let trouble = if meeting.classified.mine { 1.5 } else { 3.0 };
        let change = without(series.claims.iter().copied());
        let merged = meeting.proposal("merge", AdviceAction::Merge, text, trouble, change);
        Some(Proposal {
            because: "the same people and the same topic".to_owned(),
            ..merged
        })
    };
    pairs.into_iter().filter_map(one).collect()
}
