//! What the title says, and how its words bear on each other (rules 1, 2, 6, 7).

use weekwise_model::{Category, Kind};

use crate::ledger::Ledger;
use crate::lexicon::{Reads, When};
use crate::scene::Scene;
use crate::words::{Word, is_number};

/// How much a pictogram says where there are words too: then it is mostly decoration.
const PICTOGRAM_BESIDE_WORDS: f64 = 0.5;

fn is_pictogram(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// What the words of the title speak for.
pub(super) fn title(scene: &Scene<'_>, ledger: &mut Ledger) {
    let alone = scene.holds(When::Alone);
    let mut preparing = None;
    for hit in &scene.hits {
        let text = format!("title says “{}”", scene.written(hit));
        if hit.theme.reads == Reads::Before {
            preparing = Some(text);
            continue;
        }
        // A phrase is surer than a word.
        let longer = match hit.length {
            1 if scene.hits.len() > 1 && is_pictogram(scene.written(hit)) => PICTOGRAM_BESIDE_WORDS,
            1 => 1.0,
            _ => 1.1,
        };
        for sense in scene.senses(hit.theme) {
            let kind = if alone {
                done_alone(sense.kind)
            } else {
                sense.kind
            };
            ledger.add_title(text.clone(), kind, sense.points * longer);
        }
    }
    if alone {
        object_decides(ledger);
        making_is_no_review(scene, ledger);
    }
    // “INC-2107: customer balances” is about the incident, whoever it hit.
    let numbered = |pair: &[Word]| pair[0].text == "incident" && is_number(&pair[1].text);
    if scene.words.windows(2).any(numbered) {
        let text = "the title has an incident's number".to_owned();
        ledger.add_title(text, Kind::Incident, 4.0);
    }
    looking_back(scene, ledger);
    across_teams(ledger);
    if let Some(text) = preparing {
        prepare(scene, ledger, &text);
    }
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

/// Writing a strategy is strategy: the object decides over the verb (rule 7).
fn object_decides(ledger: &mut Ledger) {
    if ledger.title_strength(Category::Strategy) >= 4.0 {
        weaken(ledger, Category::DeepWork);
    }
}

/// Finishing a pull request or writing an RFC is making it, not judging it.
fn making_is_no_review(scene: &Scene<'_>, ledger: &mut Ledger) {
    let makes = ledger.title_strength(Category::DeepWork) >= 4.0;
    let judges = scene.hits.iter().any(|hit| {
        hit.theme.what == "Reading" || scene.written(hit).to_lowercase().contains("review")
    });
    if makes && !judges {
        weaken(ledger, Category::Review);
    }
}

/// A retro on an outage, or its analysis, looks back on an incident: a review (rule 6).
fn looking_back(scene: &Scene<'_>, ledger: &mut Ledger) {
    let incident = ledger.entries.iter().any(|e| e.kind == Kind::Incident);
    let back = ledger
        .entries
        .iter()
        .any(|e| e.kind == Kind::Retro || e.kind.category() == Category::Review)
        || scene.words.iter().any(|w| {
            matches!(
                w.text.as_str(),
                "pm" | "analysis" | "learnings" | "debrief" | "analyse"
            )
        });
    if incident && back {
        weaken(ledger, Category::OtherWork);
        ledger.add_title(
            "looks back on an incident".to_owned(),
            Kind::PostMortem,
            5.5,
        );
    }
}

/// A ritual whose title says that several teams take part is coordination (rule 1).
fn across_teams(ledger: &mut Ledger) {
    if ledger.title_strength(Category::CrossTeam) < 4.0 {
        return;
    }
    for entry in &mut ledger.entries {
        let ritual = [
            Kind::Standup,
            Kind::TeamPlanning,
            Kind::Retro,
            Kind::Demo,
            Kind::TeamMeeting,
        ];
        if ritual.contains(&entry.kind) {
            entry.points *= 0.4;
        }
    }
}

/// Takes most of the weight from a category's words.
fn weaken(ledger: &mut Ledger, category: Category) {
    for entry in ledger
        .entries
        .iter_mut()
        .filter(|e| e.kind.category() == category)
    {
        entry.points *= 0.4;
    }
}

/// Preparation goes with what it prepares when that is strategy or review, else it is deep work (rule 7).
fn prepare(scene: &Scene<'_>, ledger: &mut Ledger, text: &str) {
    let strategy = ledger.title_strength(Category::Strategy);
    let review = ledger.title_strength(Category::Review);
    let alone = scene.holds(When::Alone);
    if strategy >= 2.0 && strategy >= review {
        ledger.add_title(
            text.to_owned(),
            Kind::StrategyPreparation,
            if alone { 6.5 } else { 2.0 },
        );
    } else if review >= 2.0 {
        ledger.add_title(
            text.to_owned(),
            Kind::ReviewPreparation,
            if alone { 12.0 } else { 2.0 },
        );
    } else if alone {
        // What it prepares is named, but the time goes into preparing it.
        for entry in &mut ledger.entries {
            if entry.kind.category() != Category::Personal {
                entry.points *= 0.3;
            }
        }
        ledger.add_title(text.to_owned(), Kind::Preparation, 5.0);
    } else {
        ledger.add_title(text.to_owned(), Kind::Preparation, 1.0);
    }
}
