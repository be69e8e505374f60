//! Series of meetings: shorter, rarer, in writing, together with another, or without me.

use weekwise_analyze::{Change, Claim, Interval, Series, days_between};
use weekwise_model::{
    AdviceAction, BandStatus, Category, Classified, Decides, Kind, Role, mark, words,
};

use crate::drafts::{Asked, drafts};

use crate::never::{is_essential, is_lacking, is_ritual, is_untouchable};
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

/// A series of meetings.
pub(crate) struct Meeting<'s, 'q> {
    scene: &'s Scene<'q>,
    series: &'s Series,
    last: &'s Claim,
    classified: &'q Classified,
    optional: bool,
}

impl<'s, 'q> Meeting<'s, 'q> {
    /// `None` for what ends, what others depend on, and what is no meeting.
    fn of(scene: &'s Scene<'q>, series: &'s Series) -> Option<Self> {
        Self::new(scene, series).filter(Self::may_change)
    }

    /// `None` for what is no meeting.
    pub(crate) fn new(scene: &'s Scene<'q>, series: &'s Series) -> Option<Self> {
        let last = scene.last(series).filter(|claim| claim.meeting)?;
        let classified = scene.trial.classified(last);
        let role = classified.occurrence.event.my_role(&scene.settings.me);
        Some(Self {
            scene,
            series,
            last,
            classified,
            optional: matches!(role, Some(Role::Optional | Role::NonParticipant)),
        })
    }

    pub(crate) fn uid(&self) -> &str {
        &self.series.uid
    }

    pub(crate) fn series(&self) -> &'s Series {
        self.series
    }

    /// Whether it goes on, and others do not depend on it in a way no calendar shows.
    pub(crate) fn may_change(&self) -> bool {
        self.scene.goes_on(self.last) && !is_untouchable(self.classified)
    }

    /// Why a change to it that would be useful is not considered, to follow “because”.
    pub(crate) fn kept_because(&self) -> String {
        let classified = self.classified;
        let reason = if !self.scene.goes_on(self.last) {
            "it does not go on"
        } else if is_untouchable(classified) {
            "others depend on it"
        } else if self.scene.negotiator.is_with_manager(classified) {
            "it is the 1:1 with your manager"
        } else if classified.people <= 2 {
            "a conversation of two is the last thing to thin out"
        } else if is_lacking(self.scene, classified) {
            "the role exists for it, and there is too little of it"
        } else if is_essential(self.scene, classified) {
            "the role exists for it"
        } else if !classified.mine && self.scene.negotiator.is_only_bridge(classified) {
            "it is the only bridge to these people"
        } else {
            "others hold it and decide"
        };
        reason.to_owned()
    }

    /// The mildest way not to have it.
    pub(crate) fn without_it(&self) -> Proposal {
        let mildest = self.left().or_else(|| {
            let mine = self.classified.mine && self.classified.people > 2;
            mine.then(|| self.document()).flatten()
        });
        mildest.unwrap_or_else(|| {
            let (verb, trouble) = match (self.classified.people, self.classified.mine) {
                (..=2, _) => ("Give up", 5.0),
                (_, true) => ("Call off", 3.0),
                _ => ("Leave", 4.0),
            };
            let text = format!("{verb} {}", words::title(&self.series.summary));
            let change = without(self.series.claims.iter().copied());
            self.proposal("drop", AdviceAction::Leave, text, trouble, change)
        })
    }

    /// All of it goes, whatever takes its place.
    pub(crate) fn gone(&self) -> Proposal {
        let change = without(self.series.claims.iter().copied());
        self.proposal("leave", AdviceAction::Leave, String::new(), 0.0, change)
    }

    pub(crate) fn half_as_often(&self) -> Proposal {
        let (trouble, for_each) = self.troubles().0;
        self.halved(trouble, for_each)
    }

    /// By how many minutes, and what that is.
    pub(crate) fn shorter(&self) -> Option<(i64, Proposal)> {
        let by = shorter_by(self.last.whole.minutes());
        Some((by, self.shortened(self.troubles().1)?))
    }

    /// Of finding a new time for all who are there.
    pub(crate) fn trouble_of_moving(&self) -> f64 {
        let others = f64::from(self.classified.people.saturating_sub(1).min(20));
        (if self.classified.mine { 1.0 } else { 1.5 }) + others * 0.15
    }

    /// Of holding it half as often, with what each person adds; and of ending it earlier.
    fn troubles(&self) -> ((f64, f64), f64) {
        match (self.classified.people, self.classified.mine) {
            (..=2, true) => ((1.5, 0.0), 1.0),
            (..=2, false) => ((2.5, 0.0), 2.0),
            (_, true) => ((1.0, 0.04), 1.0),
            (_, false) => ((3.0, 0.1), 2.5),
        }
    }

    /// What is worth considering.
    pub(crate) fn proposals(&self) -> Vec<Proposal> {
        let mut all = Vec::new();
        let people = self.classified.people;
        let (mine, two) = (self.classified.mine, people <= 2);
        let essential = is_essential(self.scene, self.classified);
        let shorter = || self.shorter().map(|(_, proposal)| proposal);
        if mine && !two && !essential {
            all.push(self.half_as_often());
            all.extend(shorter());
            all.extend(self.document());
        } else if two {
            let kept = self.scene.negotiator.is_with_manager(self.classified);
            if self.status() == BandStatus::Over && !kept {
                all.push(self.half_as_often());
                all.extend(shorter());
            }
        } else if !essential && !self.scene.negotiator.is_only_bridge(self.classified) {
            all.extend(self.left());
            all.extend(self.delegated());
            if !is_ritual(self.classified) && people < LARGE {
                all.push(self.half_as_often());
                all.extend(shorter());
            }
        }
        all
    }

    fn status(&self) -> BandStatus {
        let share = self.scene.trial.mix().of(self.classified.category());
        share.map_or(BandStatus::Untargeted, |share| share.status)
    }

    pub(crate) fn proposal(
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
        let summary = &self.series.summary;
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
            AdviceAction::Leave if self.optional => format!("{people}, you are optional"),
            _ if self.is_of_two() => "a conversation of two".to_owned(),
            AdviceAction::Leave => format!("{people}, the notes may be enough"),
            AdviceAction::Delegate => format!("{people}, one of your team is enough"),
            AdviceAction::Document => format!("{people}, it tells rather than decides"),
            _ => people,
        }
    }

    /// Two people who talk; an all-hands of which two are known is none.
    fn is_of_two(&self) -> bool {
        self.classified.people <= 2 && self.classified.category() == Category::OneOnOne
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
        let by = shorter_by(length);
        if by == 0 {
            return None;
        }
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

/// The minutes a meeting of a length can well end earlier.
fn shorter_by(minutes: i64) -> i64 {
    match minutes {
        120.. => 30,
        45.. => 15,
        25.. => 5,
        _ => 0,
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
