//! Changes worth trying.

use std::collections::BTreeSet;

use weekwise_model::{Category, Role};

use crate::ledger::{Claim, Series};
use crate::metrics::{LARGE, mergeable};
use crate::signals::Seen;
use crate::what_if::Change;
use crate::words;

/// Series tried at most, those with the most hours first: the others cannot give much back.
const SERIES: usize = 24;
/// Meetings tried at most that could move.
const MOVES: usize = 16;

/// A change and what it takes.
pub(crate) struct Candidate {
    /// What to do, in the imperative.
    pub(crate) text: String,
    pub(crate) category: Category,
    /// The place in [`Ledger::series`](crate::ledger::Ledger::series).
    pub(crate) series: usize,
    /// Whether it gives time away, rather than placing it better.
    pub(crate) removes: bool,
    /// How much persuading it takes; 1 is a word to oneself.
    pub(crate) trouble: f64,
    /// Which part of the effect an average week sees.
    pub(crate) every: f64,
    pub(crate) when: When,
    gone: BTreeSet<usize>,
    shift: Option<(usize, i64)>,
}

/// Which weeks the effect is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// The period as it would be.
    Always,
    /// A week that the series skips.
    WeeksWithout,
}

impl Candidate {
    pub(crate) fn change(&self) -> Change<'_> {
        match self.shift {
            Some((claim, shift)) => Change::Moved { claim, shift },
            None => Change::Without(&self.gone),
        }
    }
}

/// How often a series meets.
enum Rhythm {
    /// Several times a week.
    Often,
    Weekly,
    Fortnightly,
    Seldom,
}

pub(crate) fn candidates(seen: &Seen<'_>) -> Vec<Candidate> {
    let mut series: Vec<(usize, &Series)> = seen.ledger.series.iter().enumerate().collect();
    let minutes = |series: &Series| -> i64 {
        series
            .claims
            .iter()
            .map(|&at| seen.ledger.claims[at].span.minutes())
            .sum()
    };
    series.sort_by_key(|(_, series)| std::cmp::Reverse(minutes(series)));
    let rarer = series
        .iter()
        .filter_map(|(at, series)| rarer(seen, *at, series))
        .take(SERIES);
    let skipped = series
        .iter()
        .filter_map(|(at, series)| skipped(seen, *at, series))
        .take(SERIES);
    rarer.chain(skipped).chain(moves(seen)).collect()
}

/// A recurring meeting at half its frequency.
fn rarer(seen: &Seen<'_>, at: usize, series: &Series) -> Option<Candidate> {
    let first = seen.ledger.claims.get(*series.claims.first()?)?;
    if !series.recurring || !first.meeting {
        return None;
    }
    let title = words::title(&series.summary);
    let rhythm = rhythm(seen, series, first);
    // Which part of all weeks loses an instance that it had.
    let (text, part) = match rhythm {
        Rhythm::Often => (format!("Hold {title} every other time."), 0.5),
        Rhythm::Weekly => (format!("Make {title} fortnightly."), 0.5),
        Rhythm::Fortnightly => (format!("Make {title} monthly."), 0.25),
        Rhythm::Seldom => (format!("Hold {title} half as often."), 0.125),
    };
    // Where the period holds one instance, the effect is told of a week without it.
    let (gone, every, when) = if series.claims.len() == 1 {
        (
            series.claims.iter().copied().collect(),
            part,
            When::WeeksWithout,
        )
    } else {
        (
            series.claims.iter().copied().skip(1).step_by(2).collect(),
            1.0,
            When::Always,
        )
    };
    let people = seen.ledger.classified(first).people;
    let trouble = match (people, first.mine) {
        // A conversation of two is the last thing to thin out.
        (..=2, _) => 3.0,
        (_, true) => 1.0,
        (_, false) => 1.5,
    };
    Some(Candidate {
        text,
        category: seen.ledger.classified(first).category(),
        series: at,
        removes: true,
        trouble,
        every,
        when,
        gone,
        shift: None,
    })
}

/// A single large meeting of others, or one where I am optional, of which the notes would do.
fn skipped(seen: &Seen<'_>, at: usize, series: &Series) -> Option<Candidate> {
    let &[only] = series.claims.as_slice() else {
        return None;
    };
    let claim = seen.ledger.claims.get(only)?;
    let classified = seen.ledger.classified(claim);
    let role = classified
        .occurrence
        .event
        .my_role(&seen.ledger.settings.me);
    let optional = matches!(role, Some(Role::Optional | Role::NonParticipant));
    let spare = optional || classified.people >= LARGE;
    // In a long period a single meeting is no lever.
    if series.recurring || !claim.meeting || claim.mine || !spare || !seen.is_short() {
        return None;
    }
    Some(Candidate {
        text: format!(
            "Read the notes of {} instead of attending.",
            words::title(&series.summary)
        ),
        category: classified.category(),
        series: at,
        removes: true,
        trouble: if optional { 1.2 } else { 2.0 },
        every: 1.0,
        when: When::Always,
        gone: BTreeSet::from([only]),
        shift: None,
    })
}

/// Meetings between two gaps that become one where the meeting moves a little.
fn moves<'s>(seen: &'s Seen<'_>) -> impl Iterator<Item = Candidate> + use<'s> {
    let days = seen
        .ledger
        .days
        .iter()
        .zip(seen.cuts)
        .filter(|_| seen.is_short());
    days.flat_map(|(day, cut)| {
        mergeable(seen.ledger, day, cut)
            .into_iter()
            .filter_map(|found| {
                let claim: &Claim = seen.ledger.claims.get(found.claim)?;
                let classified = seen.ledger.classified(claim);
                let others = f64::from(classified.people.saturating_sub(1).min(20));
                let weekday = words::weekday(day.date);
                let title = words::title(&classified.occurrence.event.summary);
                Some(Candidate {
                    text: format!("Move {weekday}'s {title} {}.", words::shift(found.shift)),
                    category: classified.category(),
                    series: claim.series,
                    removes: false,
                    // Everybody else has to find the time too.
                    trouble: if claim.mine { 1.0 } else { 1.5 } + others * 0.15,
                    every: 1.0,
                    when: When::Always,
                    gone: BTreeSet::new(),
                    shift: Some((found.claim, found.shift)),
                })
            })
    })
    .take(MOVES)
}

/// How often a series meets: what its rule says, else how often it is in the period.
fn rhythm(seen: &Seen<'_>, series: &Series, first: &Claim) -> Rhythm {
    let event = &seen.ledger.classified(first).occurrence.event;
    let rule = event
        .recurrence
        .as_ref()
        .and_then(|recurrence| recurrence.rules.first());
    rule.and_then(|rule| rhythm_of_rule(&rule.to_ascii_uppercase()))
        .unwrap_or_else(
            || match series.claims.len() as f64 / seen.ledger.period.weeks() {
                weekly if weekly > 1.5 => Rhythm::Often,
                weekly if weekly > 0.75 => Rhythm::Weekly,
                weekly if weekly > 0.4 => Rhythm::Fortnightly,
                _ => Rhythm::Seldom,
            },
        )
}

fn rhythm_of_rule(rule: &str) -> Option<Rhythm> {
    let part = |name: &str| {
        rule.split(';')
            .find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
    };
    let interval: u32 = part("INTERVAL")
        .and_then(|n| n.trim().parse().ok())
        .unwrap_or(1);
    let days = part("BYDAY").map_or(1, |days| days.split(',').count());
    Some(match (part("FREQ")?.trim(), interval, days) {
        ("DAILY", ..7, _) | ("WEEKLY", 0 | 1, 2..) => Rhythm::Often,
        ("DAILY", 7, _) | ("WEEKLY", 0 | 1, _) | ("WEEKLY", 2, 2..) => Rhythm::Weekly,
        ("WEEKLY", 2, _) => Rhythm::Fortnightly,
        _ => Rhythm::Seldom,
    })
}
