//! Adds up evidence and says what follows.
//!
//! Points are like log-odds: they are added for each category, and a softmax over the sums gives the confidence. It is
//! tempered so that a clear phrase in the title comes to about 0.9 and people and recurrence alone to about 0.5.

use weekwise_model::{Category, Classification, Evidence, Kind, RunnerUp};

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

/// How much the softmax is flattened. Set so that stated confidence fits how often the examples come out right.
const TEMPERATURE: f64 = 1.3;

/// Nothing a classifier says is surer than this.
const SUREST: f64 = 0.97;

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
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    pub(crate) entries: Vec<Entry>,
}

impl Ledger {
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
    fn points(&self, category: Category) -> f64 {
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

    /// The kind that the evidence for a category speaks for most. A kind that only says who meets gives way to one
    /// that says what for.
    fn kind(&self, category: Category) -> Option<Kind> {
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
        best.map(|(kind, _)| kind)
    }

    /// The answer.
    pub(crate) fn classification(&self) -> Classification {
        let points = CATEGORIES.map(|category| self.points(category));
        let most = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds = points.map(|p| ((p - most) / TEMPERATURE).exp());
        let all: f64 = odds.iter().sum();
        let mut ranked: Vec<(Category, f64)> =
            CATEGORIES.into_iter().zip(odds.map(|o| o / all)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (category, share) = ranked
            .first()
            .copied()
            .unwrap_or((Category::OtherWork, 0.0));
        let runner_up = ranked.iter().skip(1).find_map(|(category, share)| {
            let kind = self.kind(*category)?;
            Some(RunnerUp {
                category: *category,
                kind,
                confidence: *share,
            })
        });
        Classification {
            category,
            kind: self.kind(category).unwrap_or(Kind::Other),
            confidence: share.min(SUREST),
            because: self.evidence(category),
            runner_up,
            decided_by: None,
        }
    }

    /// What spoke for a category, strongest first, each text once.
    fn evidence(&self, category: Category) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = Vec::new();
        for entry in self.of(category) {
            match evidence.iter_mut().find(|e| e.text == entry.text) {
                Some(said) => said.weight = said.weight.max(entry.points),
                None => evidence.push(Evidence {
                    text: entry.text.clone(),
                    category,
                    weight: entry.points,
                }),
            }
        }
        evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
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
