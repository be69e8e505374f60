//! Own blocks: elsewhere, shorter, or for something else. Only I decide about them.

use weekwise_analyze::{Change, Claim, Interval};
use weekwise_model::{AdviceAction, BandStatus, Category, Classified, Decides, Kind, mark, words};

use crate::places::{ends, free};
use crate::proposal::Proposal;
use crate::room::{clock, same_day, weekday};
use crate::scene::Scene;

/// The longest block that is moved: what is longer is a day's work, not an errand.
const LONGEST: i64 = 120;
/// What a block is given to, and the lengths worth having, the longest first.
const LENGTHS: [i64; 4] = [120, 90, 60, 30];

/// Everything that can be done about own blocks in a week.
pub(crate) fn blocks(scene: &Scene<'_>) -> Vec<Proposal> {
    if !scene.is_short() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (place, claim) in scene.trial.claims().iter().enumerate() {
        // What may be a meeting is not mine alone to change.
        if claim.meeting || claim.perhaps_meeting {
            continue;
        }
        let classified = scene.trial.classified(claim);
        let comes_again = scene.goes_on(claim);
        if !scene.is_ahead(claim.span.start) && !comes_again {
            continue;
        }
        let block = Block {
            scene,
            place,
            claim,
            classified,
        };
        if is_errand(classified) {
            all.extend(block.elsewhere());
            all.extend(block.shorter());
        }
        all.extend(block.given_to_others());
    }
    all
}

/// Work that has no time of its own: mail, expenses, holds.
fn is_errand(classified: &Classified) -> bool {
    matches!(
        classified.classification.kind,
        Kind::Admin | Kind::Other | Kind::Placeholder | Kind::PeopleAdmin | Kind::Training
    )
}

struct Block<'s, 'q> {
    scene: &'s Scene<'q>,
    place: usize,
    claim: &'s Claim,
    classified: &'s Classified,
}

impl Block<'_, '_> {
    fn title(&self) -> String {
        words::title(&self.classified.occurrence.event.summary)
    }

    fn proposal(&self, id: &str, action: AdviceAction, text: String, change: Change) -> Proposal {
        Proposal {
            id: format!("{id}:{}", mark(&self.classified.occurrence.event.uid)),
            action,
            text,
            category: self.classified.category(),
            uid: Some(self.classified.series_uid().to_owned()),
            decides: Decides::Me,
            because: "your own block".to_owned(),
            people: 1,
            trouble: 0.0,
            every: 1.0,
            change,
            drafts: None,
        }
    }

    /// In a gap of the week that is too short for anything else.
    fn elsewhere(&self) -> Vec<Proposal> {
        let (scene, minutes) = (self.scene, self.claim.span.minutes());
        if minutes > LONGEST || scene.is_over() {
            return Vec::new();
        }
        let mut all = Vec::new();
        for day in 0..scene.trial.days().len() {
            let Some(cut) = scene.trial.cuts().get(day) else {
                continue;
            };
            let fragments = free(scene, day);
            let fragments = fragments
                .into_iter()
                .filter(|gap| !cut.is_open_focus(*gap, scene.trial.focus_minutes()));
            for span in fragments.flat_map(|gap| ends(scene, gap, minutes)) {
                let when = if same_day(scene, span.start, self.claim.span.start) {
                    clock(scene, span)
                } else {
                    format!("{}, {}", weekday(scene, span), clock(scene, span))
                };
                let text = format!("Move {} to {when}", self.title());
                let spans = [(self.place, Some(span))].into();
                let change = Change {
                    spans,
                    ..Change::default()
                };
                all.push(self.proposal("move", AdviceAction::Move, text, change));
            }
        }
        all
    }

    fn shorter(&self) -> Option<Proposal> {
        let span = self.claim.span;
        let length = span.minutes() / 2 / 15 * 15;
        if span.minutes() < 60 || self.claim.whole != span {
            return None;
        }
        let end = span.start + length;
        let text = format!("End {} after {}", self.title(), words::length(length));
        let spans = [(self.place, Some(Interval { end, ..span }))].into();
        let change = Change {
            spans,
            ..Change::default()
        };
        Some(self.proposal("shorten", AdviceAction::Shorten, text, change))
    }

    /// The end of a block of a category that has enough, or of none, for one that lacks.
    fn given_to_others(&self) -> Vec<Proposal> {
        let scene = self.scene;
        let status = |category| {
            let share = scene.trial.mix().of(category);
            share.map_or(BandStatus::Untargeted, |share| share.status)
        };
        let own = self.classified.category();
        let spare = status(own) == BandStatus::Over
            || self.classified.classification.kind == Kind::Placeholder;
        let span = self.claim.span;
        if !spare || self.claim.whole != span || self.is_preparation() {
            return Vec::new();
        }
        // What has a name of its own was meant to be done: half of it stays.
        let most = if self.is_kept_free() {
            span.minutes()
        } else {
            span.minutes() / 2
        };
        let lacking = [Category::Strategy, Category::Review, Category::DeepWork];
        let lacking = lacking
            .into_iter()
            .filter(|c| *c != own && status(*c) == BandStatus::Under);
        let mut all = Vec::new();
        for category in lacking {
            for minutes in LENGTHS.into_iter().filter(|minutes| *minutes <= most) {
                all.push(self.given(category, minutes));
            }
        }
        all
    }

    /// Whether nothing is said of it but that it is kept free.
    fn is_kept_free(&self) -> bool {
        let kind = self.classified.classification.kind;
        matches!(kind, Kind::Focus | Kind::Placeholder)
    }

    /// Whether it prepares something that comes anyway.
    fn is_preparation(&self) -> bool {
        let kind = self.classified.classification.kind;
        matches!(
            kind,
            Kind::Preparation | Kind::ReviewPreparation | Kind::StrategyPreparation
        )
    }

    fn given(&self, category: Category, minutes: i64) -> Proposal {
        let (scene, span) = (self.scene, self.claim.span);
        let what = match category {
            Category::Strategy => "strategy",
            Category::Review => "reviews",
            _ => "deep work",
        };
        let (title, day) = (self.title(), weekday(scene, span));
        let (text, change) = if minutes == span.minutes() {
            let change = Change {
                purposes: [(self.place, category)].into(),
                ..Change::default()
            };
            (format!("Give {day}’s {title} to {what}"), change)
        } else {
            let start = span.end - minutes;
            let rest = Interval { end: start, ..span };
            let tail = Interval { start, ..span };
            let change = Change {
                spans: [(self.place, Some(rest))].into(),
                added: vec![(tail, category)],
                ..Change::default()
            };
            let length = words::length(minutes);
            (
                format!("Give the last {length} of {day}’s {title} to {what}"),
                change,
            )
        };
        let id = format!("give:{}:{minutes}", category.id());
        Proposal {
            category,
            // What has a name of its own was meant to be done.
            trouble: if self.is_kept_free() { 0.3 } else { 1.0 },
            ..self.proposal(&id, AdviceAction::Repurpose, text, change)
        }
    }
}
