//! Meetings back to back.

use chrono::SecondsFormat;
use weekwise_model::BackToBackChain;

use crate::book::{Interval, Ledger, hours, instant_of};

/// Up to this many minutes between two meetings they are back to back.
const PAUSE: i64 = 5;
/// A chain of this many meetings is flagged…
const MANY: usize = 3;
/// …and one that lasts longer than this…
const LONG: i64 = 120;
/// …and longer than this it is hard.
const HARD: i64 = 180;

/// Meetings that follow each other within 5 min; at least two.
pub(crate) struct Chain {
    pub(crate) span: Interval,
    /// Places in [`Ledger::claims`], by start.
    pub(crate) claims: Vec<usize>,
}

impl Chain {
    pub(crate) fn is_long(&self) -> bool {
        self.span.minutes() > LONG
    }

    pub(crate) fn is_hard(&self) -> bool {
        self.span.minutes() > HARD
    }
}

/// The chains worth a flag, in order. Meetings that overlap are back to back too.
pub(crate) fn chains(ledger: &Ledger<'_>) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for (place, claim) in ledger
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.meeting)
    {
        match chains.last_mut() {
            Some(chain) if claim.span.start - chain.span.end <= PAUSE => {
                chain.span.end = chain.span.end.max(claim.span.end);
                chain.claims.push(place);
            }
            _ => chains.push(Chain {
                span: claim.span,
                claims: vec![place],
            }),
        }
    }
    chains
        .retain(|chain| chain.claims.len() > 1 && (chain.claims.len() >= MANY || chain.is_long()));
    chains
}

pub(super) fn back_to_back(ledger: &Ledger<'_>) -> Vec<BackToBackChain> {
    let text = |minute: i64| {
        instant_of(minute)
            .with_timezone(&ledger.period.zone)
            .to_rfc3339_opts(SecondsFormat::Secs, false)
    };
    chains(ledger)
        .into_iter()
        .map(|chain| BackToBackChain {
            day: ledger.day_of(chain.span.start),
            start: text(chain.span.start),
            end: text(chain.span.end),
            hours: hours(chain.span.minutes()),
            hard: chain.is_hard(),
            uids: chain
                .claims
                .iter()
                .map(|&place| ledger.uid(&ledger.claims[place]).to_owned())
                .collect(),
        })
        .collect()
}
