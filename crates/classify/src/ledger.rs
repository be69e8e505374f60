//! Adds up evidence and says what follows.
//!
//! Points are like log-odds: those of the lexicon, scaled, and those the fitted weights give to features are added for
//! each category, and a softmax over the sums says how likely each is. How sure the answer is, is read off what was
//! measured: of what the softmax says, how much is right.

use std::sync::Arc;

use weekwise_model::{Category, Classification, Evidence, Kind, RunnerUp};

use crate::features::Feature;
use crate::scene::Scene;
use crate::weights::{CATEGORY_COUNT, Weights};

/// All categories, work and personal.
pub(crate) const CATEGORIES: [Category; 7] = [
    Category::DeepWork,
    Category::OneOnOne,
    Category::CrossTeam,
    Category::Review,
    Category::Strategy,
    Category::OtherWork,
    Category::Personal,
];

/// Less than this is no reason worth telling.
const WORTH_TELLING: f64 = 0.2;

/// At most so many reasons are told.
const MOST_REASONS: usize = 6;

/// Nothing a classifier says is surer than this.
const SUREST: f64 = 0.98;

/// Where the title says nothing, nothing is surer than this, however often people and recurrence alone turn out right.
const SUREST_WITHOUT_TITLE: f64 = 0.7;

/// One thing that speaks for a kind.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) text: String,
    pub(crate) kind: Kind,
    pub(crate) points: f64,
    /// Whether it stands in the title.
    pub(crate) title: bool,
}

/// What was found so far.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    pub(crate) entries: Vec<Entry>,
    /// What the fitted weights, and what was learnt from corrections, say about features.
    pub(crate) features: Vec<(Feature, [f64; CATEGORY_COUNT])>,
    /// Other points that corrections taught, with their reason.
    pub(crate) taught: Vec<(String, [f64; CATEGORY_COUNT])>,
    /// Kinds that concepts in the title hint at.
    pub(crate) hints: Vec<Kind>,
    /// Whether the title says nothing.
    pub(crate) silent: bool,
    pub(crate) weights: Arc<Weights>,
}

impl Ledger {
    pub(crate) fn new(weights: &Arc<Weights>) -> Self {
        Self {
            entries: Vec::new(),
            features: Vec::new(),
            taught: Vec::new(),
            hints: Vec::new(),
            silent: false,
            weights: Arc::clone(weights),
        }
    }

    /// Something outside of the title.
    pub(crate) fn add(&mut self, text: impl Into<String>, kind: Kind, points: f64) {
        self.entries.push(Entry {
            text: text.into(),
            kind,
            points,
            title: false,
        });
    }

    /// Something in the title.
    pub(crate) fn add_title(&mut self, text: String, kind: Kind, points: f64) {
        self.entries.push(Entry {
            text,
            kind,
            points,
            title: true,
        });
    }

    /// The strongest word for a category in the title.
    pub(crate) fn title_strength(&self, category: Category) -> f64 {
        self.of(category)
            .filter(|e| e.title)
            .map(|e| e.points)
            .fold(0.0, f64::max)
    }

    fn of(&self, category: Category) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |e| e.kind.category() == category)
    }

    /// The points of a category. In the title the strongest word counts in full, every other one half: two words for
    /// the same thing are not two facts.
    pub(crate) fn points(&self, category: Category) -> f64 {
        let strongest = self.title_strength(category);
        let title: f64 = self
            .of(category)
            .filter(|e| e.title)
            .map(|e| e.points)
            .sum();
        let other: f64 = self
            .of(category)
            .filter(|e| !e.title)
            .map(|e| e.points)
            .sum();
        f64::midpoint(strongest, title) + other + prior(category)
    }

    /// The sum for each category, before the softmax.
    pub(crate) fn sums(&self) -> [f64; CATEGORY_COUNT] {
        let mut sums = CATEGORIES.map(|category| self.weights.points * self.points(category));
        let rows = self.features.iter().map(|(_, row)| row);
        for row in rows.chain(self.taught.iter().map(|(_, row)| row)) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += weight;
            }
        }
        sums
    }

    /// The kind that the evidence for a category speaks for most. A kind that only says who meets gives way to one
    /// that says what for.
    pub(crate) fn kind(&self, category: Category, scene: &Scene<'_>) -> Kind {
        let mut best: Option<(Kind, f64)> = None;
        for entry in self.of(category) {
            let sum: f64 = self
                .entries
                .iter()
                .filter(|e| e.kind == entry.kind)
                .map(|e| e.points)
                .sum();
            let weighed = if says_only_who(entry.kind) {
                0.4 * sum
            } else {
                sum
            };
            if best.is_none_or(|(_, most)| weighed > most) {
                best = Some((entry.kind, weighed));
            }
        }
        let hint = self.hints.iter().find(|kind| kind.category() == category);
        match (best, hint) {
            (Some((kind, _)), Some(hint))
                if says_only_who(kind) && !self.of(category).any(|e| e.title && e.kind == kind) =>
            {
                *hint
            }
            (Some((kind, _)), _) => kind,
            (None, Some(hint)) => *hint,
            (None, None) => usual(category, scene),
        }
    }

    /// The answer.
    pub(crate) fn classification(&self, scene: &Scene<'_>) -> Classification {
        let sums = self.sums();
        let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds = sums.map(|p| ((p - most) / self.weights.temperature).exp());
        let all: f64 = odds.iter().sum();
        let mut ranked: Vec<(Category, f64)> =
            CATEGORIES.into_iter().zip(odds.map(|o| o / all)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (category, share) = ranked
            .first()
            .copied()
            .unwrap_or((Category::OtherWork, 0.0));
        let surest = if self.silent && self.taught.is_empty() {
            SUREST_WITHOUT_TITLE
        } else {
            SUREST
        };
        let confidence = self.weights.sureness(share).min(surest);
        // What is not the answer's is shared among the others as the softmax shares it.
        let rest = (1.0 - confidence) / (1.0 - share).max(1e-9);
        let runner_up = ranked.get(1).map(|(category, share)| RunnerUp {
            category: *category,
            kind: self.kind(*category, scene),
            confidence: (share * rest).min(confidence),
        });
        Classification {
            category,
            kind: self.kind(category, scene),
            confidence,
            because: self.evidence(category, scene),
            runner_up,
            decided_by: None,
        }
    }

    /// What spoke for a category, strongest first, each text once.
    pub(crate) fn evidence(&self, category: Category, scene: &Scene<'_>) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut say = |text: String, weight: f64| match evidence.iter_mut().find(|e| e.text == text)
        {
            Some(said) => said.weight += weight,
            None => evidence.push(Evidence {
                text,
                category,
                weight,
            }),
        };
        let place = CATEGORIES.iter().position(|c| *c == category).unwrap_or(0);
        let beyond = |row: &[f64; CATEGORY_COUNT]| {
            row.get(place).copied().unwrap_or(0.0) - row.iter().sum::<f64>() / row.len() as f64
        };
        for (text, row) in &self.taught {
            say(text.clone(), beyond(row));
        }
        for entry in self.of(category) {
            say(entry.text.clone(), entry.points * self.weights.points);
        }
        for (feature, row) in &self.features {
            let weight = beyond(row);
            if weight > WORTH_TELLING || weight < -WORTH_TELLING && feature.concept().is_some() {
                say(feature.text(scene), weight);
            }
        }
        evidence.retain(|e| e.weight >= WORTH_TELLING);
        evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        evidence.truncate(MOST_REASONS);
        if evidence.is_empty() {
            evidence.push(Evidence {
                text: "nothing in it says what it is for".to_owned(),
                category,
                weight: 0.1,
            });
        }
        evidence
    }
}

/// The kind of a category where nothing says more.
pub(crate) fn usual(category: Category, scene: &Scene<'_>) -> Kind {
    let alone = scene.holds(crate::lexicon::When::Alone);
    match category {
        Category::DeepWork => Kind::Focus,
        Category::OneOnOne => Kind::OneOnOne,
        Category::CrossTeam => Kind::CrossTeamSync,
        Category::Review if alone => Kind::ReviewPreparation,
        Category::Review => Kind::DesignReview,
        Category::Strategy if alone => Kind::StrategyPreparation,
        Category::Strategy => Kind::Strategy,
        Category::OtherWork if alone => Kind::Other,
        Category::OtherWork => Kind::TeamMeeting,
        Category::Personal => Kind::Private,
    }
}

/// What a concept in the title hints at, where no phrase says more.
pub(crate) fn hinted(concept: &str) -> Option<Kind> {
    Some(match concept {
        "making" => Kind::Coding,
        "writing" => Kind::Writing,
        "designing" => Kind::DesignWork,
        "preparing" => Kind::Preparation,
        "focusing" => Kind::Focus,
        "reading" => Kind::ReviewPreparation,
        "code-change" => Kind::CodeReview,
        "design-paper" => Kind::DesignReview,
        "architecture" => Kind::ArchitectureReview,
        "readiness" => Kind::ReadinessReview,
        "looking-back" => Kind::PostMortem,
        "triaging" => Kind::Triage,
        "year-and-quarter" => Kind::Roadmap,
        "organisation" => Kind::OrgDesign,
        "leaders" => Kind::Leadership,
        "direction" => Kind::Strategy,
        "teaching" => Kind::Mentoring,
        "chatting" => Kind::Coffee,
        "several-teams" => Kind::Guild,
        "outside-party" => Kind::Partner,
        "metrics" => Kind::StatusReview,
        "hiring" => Kind::Interview,
        "duty" => Kind::OnCall,
        "breaking" => Kind::Incident,
        "releasing" => Kind::Release,
        "training" => Kind::Training,
        "social" => Kind::Social,
        "travel" => Kind::Travel,
        "admin" => Kind::Admin,
        "holding" => Kind::Placeholder,
        "standing-up" => Kind::Standup,
        "planning-sprint" => Kind::TeamPlanning,
        "team-looking-back" => Kind::Retro,
        "everybody" => Kind::AllHands,
        "people-admin" => Kind::PeopleAdmin,
        "leave" => Kind::TimeOff,
        "lunch-break" => Kind::LunchBreak,
        _ => return None,
    })
}

/// What is likely before anything is known.
fn prior(category: Category) -> f64 {
    match category {
        Category::OtherWork => 0.2,
        Category::Personal => -0.3,
        _ => 0.0,
    }
}

/// Kinds that say who is there and how, not what for.
fn says_only_who(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::OneOnOne
            | Kind::TeamMeeting
            | Kind::CrossTeamSync
            | Kind::Focus
            | Kind::ReviewPreparation
            | Kind::Other
            | Kind::Partner
    )
}
