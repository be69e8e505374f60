//! What a change takes: how much persuading, and why.

use weekwise_model::{Role, SeriesAction};

use crate::book::{Claim, Ledger};
use crate::metrics::LARGE;

/// How much persuading a change takes; 1 is a word to oneself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cost {
    pub(crate) amount: f64,
    /// In words, to follow “because”.
    pub(crate) because: String,
}

/// What it takes to change a series with this instance. An opinion, in one place: a conversation of two is the last thing
/// to thin out, a meeting one organizes oneself the first; leaving costs more than twice what meeting half as often
/// does, unless one is optional or one of many; and everybody who has to find a new time adds a little.
pub(crate) fn cost(ledger: &Ledger<'_>, instance: &Claim, action: SeriesAction) -> Cost {
    let classified = ledger.classified(instance);
    let people = classified.people;
    let role = classified.occurrence.event.my_role(&ledger.settings.me);
    let optional = matches!(role, Some(Role::Optional | Role::NonParticipant));
    let (two, mine) = (people <= 2, instance.mine);
    let others = f64::from(people.saturating_sub(1).min(20));
    let amount = match action {
        SeriesAction::Drop if optional => 1.2,
        SeriesAction::Drop if two => 9.0,
        SeriesAction::Drop if people >= LARGE && !mine => 3.8,
        SeriesAction::Drop if mine => 2.5,
        SeriesAction::Drop => 4.5,
        SeriesAction::Halve if two => 3.0,
        SeriesAction::Halve | SeriesAction::Shorten if mine => 1.0,
        SeriesAction::Halve | SeriesAction::Shorten => 1.5,
        SeriesAction::Move => (if mine { 1.0 } else { 1.5 }) + others * 0.15,
    };
    let because = match action {
        SeriesAction::Drop if optional => "attendance is optional".to_owned(),
        SeriesAction::Drop | SeriesAction::Halve if two => "it is a conversation of two".to_owned(),
        SeriesAction::Drop if people >= LARGE && !mine => {
            format!("{people} people are there, so the notes may do")
        }
        SeriesAction::Move if people > 2 => format!("{people} people have to find the new time"),
        _ if mine => "it is organized from this calendar".to_owned(),
        _ => "somebody else organizes it".to_owned(),
    };
    Cost { amount, because }
}
