//! Adds up evidence and says what follows.
//!
//! Points are like log-odds: those the fitted weights give to features are added for each category, and a softmax over
//! the sums says how likely each is. How sure the answer is, is read off what was
//! measured: of what the softmax says, how much is right.

use std::sync::Arc;

use weekwise_model::{BusyStatus, Category, Classification, Evidence, Kind, RunnerUp};

use crate::features::{Feature, Reason};
use crate::scene::Scene;
use crate::weights::{CATEGORY_COUNT, Situation, Weights};

/// Less than this is no reason worth telling.
const WORTH_TELLING: f64 = 0.2;

/// What weighs less is not even put into words.
const WEIGHTLESS: f64 = 0.04;

/// So many of the strongest features are looked at for reasons.
const MOST_LOOKED_AT: usize = 24;

/// At most so many reasons are told.
const MOST_REASONS: usize = 6;

/// Nothing a classifier says is surer than this.
const SUREST: f64 = 0.98;

/// Where there is no title, nothing is surer than this, however often people and recurrence alone turn out right.
const SUREST_WITHOUT_TITLE: f64 = 0.7;

/// What was found so far.
#[derive(Debug, Clone)]
pub(crate) struct Findings {
    /// What the fitted weights, and what was learnt from corrections, say about features.
    pub(crate) features: Vec<(Feature, [f64; CATEGORY_COUNT])>,
    /// Other points that corrections taught, with their reason.
    pub(crate) taught: Vec<(String, [f64; CATEGORY_COUNT])>,
    /// Kinds that phrases in the title are said of, and how surely.
    pub(crate) kinds: Vec<(Kind, f32)>,
    /// Kinds that topics in the title hint at.
    pub(crate) hints: Vec<Kind>,
    /// Whether the title says nothing.
    pub(crate) silent: bool,
    /// Whether an exporter has put a word of its own in place of the title.
    pub(crate) hidden: bool,
    /// How much there is to go by.
    pub(crate) situation: Situation,
    pub(crate) weights: Arc<Weights>,
}

impl Findings {
    pub(crate) fn new(weights: &Arc<Weights>) -> Self {
        Self {
            features: Vec::new(),
            taught: Vec::new(),
            kinds: Vec::new(),
            hints: Vec::new(),
            silent: false,
            hidden: false,
            situation: Situation::Told,
            weights: Arc::clone(weights),
        }
    }

    /// The sum for each category, before the softmax.
    pub(crate) fn sums(&self) -> [f64; CATEGORY_COUNT] {
        let mut sums = [0.0; CATEGORY_COUNT];
        let rows = self.features.iter().map(|(_, row)| row);
        for row in rows.chain(self.taught.iter().map(|(_, row)| row)) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += weight;
            }
        }
        sums
    }

    /// The kind of a category that the title's phrases are surest of. One that only says who meets gives way to one that
    /// says what for.
    pub(crate) fn kind(&self, category: Category, scene: &Scene<'_>) -> Kind {
        let of = |kind: &Kind| kind.category() == category;
        let mut sums: Vec<(Kind, f32)> = Vec::new();
        for (kind, sure) in self.kinds.iter().filter(|(kind, _)| of(kind)) {
            match sums.iter_mut().find(|(known, _)| known == kind) {
                Some((_, sum)) => *sum += sure,
                None => sums.push((*kind, *sure)),
            }
        }
        let mut best: Option<(Kind, f32)> = None;
        for (kind, sure) in sums {
            let weighed = if says_only_who(kind) {
                0.6 * sure
            } else {
                sure
            };
            if best.is_none_or(|(_, most)| weighed > most) {
                best = Some((kind, weighed));
            }
        }
        let hint = || {
            let mut hints = self.hints.iter().copied();
            hints.find(|kind| kind.category() == category)
        };
        let kind = match best {
            Some((kind, sure)) if sure > 0.3 => Some(kind),
            best => hint().or(best.map(|(kind, _)| kind)),
        };
        let kind = kind.unwrap_or_else(|| usual(category, scene));
        if scene.is_alone() && !scene.hides {
            done_alone(kind)
        } else {
            kind
        }
    }

    /// The answer.
    pub(crate) fn classification(&self, scene: &Scene<'_>) -> Classification {
        let sums = self.sums();
        let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds = sums.map(|p| ((p - most) / self.weights.temperature).exp());
        let all: f64 = odds.iter().sum();
        let mut ranked: Vec<(Category, f64)> = Category::ALL
            .into_iter()
            .zip(odds.map(|o| o / all))
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (category, share) = ranked
            .first()
            .copied()
            .unwrap_or((Category::OtherWork, 0.0));
        let surest = if self.hidden && self.taught.is_empty() {
            SUREST_WITHOUT_TITLE
        } else {
            SUREST
        };
        let confidence = self.weights.sureness(self.situation, share).min(surest);
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

    /// The phrase of the title that is surest of a category.
    fn telling(&self, category: Category) -> Option<&Feature> {
        let phrases = self.features.iter().map(|(feature, _)| feature);
        phrases
            .filter(|f| f.kind().is_some_and(|kind| kind.category() == category))
            .max_by(|a, b| a.amount.total_cmp(&b.amount))
    }

    /// What spoke for a category, strongest first, each text once.
    pub(crate) fn evidence(&self, category: Category, scene: &Scene<'_>) -> Vec<Evidence> {
        let place = category.place();
        let beyond = |row: &[f64; CATEGORY_COUNT]| {
            row.get(place).copied().unwrap_or(0.0) - row.iter().sum::<f64>() / row.len() as f64
        };
        // What only sums up the words is told with the word that is surest of the answer.
        let telling = self.telling(category);
        let mut summed = 0.0;
        let mut strongest: Vec<(f64, &Feature)> = Vec::with_capacity(self.features.len());
        for (feature, row) in &self.features {
            let weight = beyond(row);
            if telling.is_some() && feature.sums_up() {
                summed += weight;
            } else if weight.abs() >= WEIGHTLESS {
                strongest.push((weight, feature));
            }
        }
        strongest.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        let telling = telling.map(|telling| (summed, telling));
        let mut reasons: Vec<(Reason, f64)> = Vec::with_capacity(MOST_LOOKED_AT + 1);
        let told = telling
            .into_iter()
            .chain(strongest.into_iter().take(MOST_LOOKED_AT));
        for (weight, feature) in told {
            let reason = feature.reason(scene);
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, sum)) => *sum += weight,
                None => reasons.push((reason, weight)),
            }
        }
        reasons.retain(|(_, weight)| *weight >= WORTH_TELLING);
        let taught = self
            .taught
            .iter()
            .map(|(text, row)| (text.clone(), beyond(row)));
        let said = reasons
            .into_iter()
            .map(|(reason, weight)| (reason.text(scene), weight));
        let mut evidence: Vec<Evidence> = Vec::new();
        for (text, weight) in taught.chain(said) {
            match evidence.iter_mut().find(|e| e.text == text) {
                Some(said) => said.weight += weight,
                None => evidence.push(Evidence {
                    text,
                    category,
                    weight,
                }),
            }
        }
        evidence.retain(|e| e.weight >= WORTH_TELLING);
        without_contradictions(&mut evidence);
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

/// Reasons that cannot both be true to a reader, although what they stand for can: a title may read as a meeting's in one
/// word and as work done alone in another.
const CONTRADICT: &[[&str; 2]] = &[
    ["the title has no topic", "the title has a topic of its own"],
    ["the title is hidden", "the title has a topic of its own"],
    ["the title is hidden", "the title reads as a meeting"],
    [
        "the title reads as something done alone",
        "the title reads as a meeting",
    ],
    [
        "the title reads as something done alone",
        "the title reads as two people’s",
    ],
];

/// Of two reasons that contradict each other the weaker one is not told.
fn without_contradictions(evidence: &mut Vec<Evidence>) {
    for pair in CONTRADICT {
        let of_pair = evidence.iter().filter(|e| pair.contains(&e.text.as_str()));
        let strongest = of_pair.max_by(|a, b| a.weight.total_cmp(&b.weight));
        let Some(kept) = strongest.map(|e| e.text.clone()) else {
            continue;
        };
        evidence.retain(|e| e.text == kept || !pair.contains(&e.text.as_str()));
    }
}

/// The kind of a category where nothing says more.
pub(crate) fn usual(category: Category, scene: &Scene<'_>) -> Kind {
    let alone = scene.is_alone();
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
        Category::Personal if scene.event.busy_status == Some(BusyStatus::OutOfOffice) => {
            Kind::TimeOff
        }
        Category::Personal => Kind::Private,
    }
}

/// What a topic of the title hints at, where no phrase says more.
pub(crate) fn hinted(topic: &str) -> Option<Kind> {
    Some(match topic {
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

/// What a meeting's kind becomes where nobody else is there: one reads and prepares (rule 7).
fn done_alone(kind: Kind) -> Kind {
    match kind {
        Kind::DesignReview | Kind::ArchitectureReview | Kind::ReadinessReview => {
            Kind::ReviewPreparation
        }
        Kind::Strategy | Kind::Leadership => Kind::StrategyPreparation,
        other => other,
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
