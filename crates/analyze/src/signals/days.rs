//! Days that are too full: one line a day in a week, one line for all of them in a longer period.

use std::collections::BTreeMap;

use weekwise_model::Severity;

use super::weighed::{Observed, WeighedSignal};
use crate::book::{Claim, Cut, DayTotals, Ledger, hours};
use crate::metrics::{Chain, GAP, Invasion, chains, invasions, overloaded_because, survival};
use crate::seen::Seen;
use crate::words;

/// What signals of a long period about its days are called.
const OVERLOADED_DAYS: &str = "overloaded-days";
const CHAINS: &str = "back-to-back";
const INVASIONS: &str = "invasions";
const OVERLOADED: &str = "More than 6 h or 75 % of the day in meetings, or no gap of an hour";
const BACK_TO_BACK: &str =
    "3 meetings or more than 2 h with at most 5 min between; more than 3 h is hard";
/// A focus block lost is worth this many hours of meetings.
const LOST_BLOCK: f64 = 4.0;
/// From this part of the working days on overloaded days hurt, and from this on they are worth an eye.
const OFTEN: f64 = 0.2;
const NOW_AND_THEN: f64 = 0.05;
const INVADED: &str = "A meeting made after the focus block it overlaps";

/// Days as they are judged: those of a period, or of one with a change in it.
pub(crate) struct FullDays<'d> {
    ledger: &'d Ledger<'d>,
    totals: &'d [DayTotals],
    cuts: &'d [Cut],
    chains: Vec<Chain>,
    invasions: Vec<Invasion>,
}

/// What signals say about days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySaid {
    /// How much it matters.
    pub severity: Severity,
    /// In words.
    pub text: String,
    /// Minutes of what is too much, to tell more from less.
    pub amount: i64,
}

impl DaySaid {
    /// Whether less is said than before: nothing, something milder, or something smaller that is told otherwise.
    pub fn is_less(before: &Self, after: Option<&Self>) -> bool {
        after.is_none_or(|after| {
            let smaller = after.amount < before.amount && after.text != before.text;
            after.severity < before.severity || (after.severity == before.severity && smaller)
        })
    }
}

/// What there is to say about one day.
struct OneDay<'d> {
    said: DaySaid,
    chain: Option<&'d Chain>,
    invaded: Vec<&'d Invasion>,
    overloaded: bool,
    thresholds: Vec<&'static str>,
}

pub(super) fn days(seen: &Seen<'_>) -> Vec<WeighedSignal> {
    let full = FullDays::new(seen.ledger, &seen.totals.days, seen.cuts);
    if seen.is_short() {
        (0..seen.ledger.days.len())
            .filter_map(|day| one_day(seen, &full, day))
            .collect()
    } else {
        let all = [
            overloaded_days(seen, &full),
            back_to_back(seen, &full),
            invaded(seen, &full),
        ];
        all.into_iter().flatten().collect()
    }
}

/// How much overloaded days matter that are this part of all working days.
fn severity_of(part: f64) -> Severity {
    match part {
        part if part >= OFTEN => Severity::Alarm,
        part if part >= NOW_AND_THEN => Severity::Watch,
        _ => Severity::Note,
    }
}

impl<'d> FullDays<'d> {
    pub(crate) fn new(ledger: &'d Ledger<'d>, totals: &'d [DayTotals], cuts: &'d [Cut]) -> Self {
        Self {
            ledger,
            totals,
            cuts,
            chains: chains(ledger),
            invasions: invasions(ledger),
        }
    }

    /// What is said, by the date it is about; over a long period by the name of the signal. `is_short`: day by day.
    pub(crate) fn said(&self, is_short: bool) -> BTreeMap<String, DaySaid> {
        if is_short {
            let days = self.ledger.days.iter().enumerate();
            let said = days.filter_map(|(at, day)| Some((day.date.to_string(), self.of(at)?.said)));
            return said.collect();
        }
        let all = [
            (OVERLOADED_DAYS, self.overloaded().map(|(said, _)| said)),
            (CHAINS, self.back_to_back()),
            (INVASIONS, self.invaded()),
        ];
        let said = all.into_iter();
        said.filter_map(|(name, said)| Some((name.to_owned(), said?)))
            .collect()
    }

    /// Everything about one day in one line.
    fn of(&self, at: usize) -> Option<OneDay<'_>> {
        let ledger = self.ledger;
        let (day, totals, cut) = (
            ledger.days.get(at)?,
            self.totals.get(at)?,
            self.cuts.get(at)?,
        );
        let starts_here = |start: i64| day.span.start <= start && start < day.span.end;
        let invaded: Vec<&Invasion> = self
            .invasions
            .iter()
            .filter(|invasion| starts_here(invasion.overlap.start))
            .collect();
        // Beside a lost focus block a short chain is not worth its words.
        let chain = self
            .chains
            .iter()
            .filter(|chain| starts_here(chain.span.start))
            .filter(|chain| invaded.is_empty() || chain.is_long())
            .max_by_key(|chain| chain.span.minutes());
        let overloaded = overloaded_because(ledger, day, totals, cut);
        let (mut said, mut thresholds) = (Vec::new(), Vec::new());
        let (mut severity, mut amount) = (Severity::Note, 0);
        if let Some(chain) = chain {
            said.push(format!(
                "{} back to back",
                words::length(chain.span.minutes())
            ));
            thresholds.push(BACK_TO_BACK);
            amount += chain.span.minutes();
            severity = if chain.is_hard() {
                Severity::Alarm
            } else if chain.is_long() {
                Severity::Watch
            } else {
                Severity::Note
            };
        }
        if let Some(because) = &overloaded {
            said.push(because.clone());
            thresholds.insert(0, OVERLOADED);
            amount += totals.meetings - cut.longest_stretch().min(GAP);
            severity = Severity::Alarm;
        }
        let mut text = said.join(", ");
        if let Some(first) = invaded.first() {
            if !text.is_empty() {
                text.push_str("; ");
            }
            let more = match invaded.len() {
                1 => "was".to_owned(),
                n => format!("and {} more were", n - 1),
            };
            let invader = ledger.classified(&ledger.claims[first.meeting]);
            let title = words::title(&invader.occurrence.event.summary);
            text.push_str(&format!("{title} {more} booked over a focus block"));
            thresholds.push(INVADED);
            amount += invaded.iter().map(|i| i.overlap.minutes()).sum::<i64>();
            severity = severity.max(Severity::Watch);
        }
        (!text.is_empty()).then_some(OneDay {
            said: DaySaid {
                severity,
                text,
                amount,
            },
            chain,
            invaded,
            overloaded: overloaded.is_some(),
            thresholds,
        })
    }

    /// The overloaded days, how many days there are to work on, and the weekday that is overloaded most often.
    fn overloaded(&self) -> Option<(DaySaid, (Vec<usize>, &'static str))> {
        let days = self.ledger.days.iter().zip(self.totals).zip(self.cuts);
        let with_hours = days.enumerate().filter(|(_, ((day, _), _))| day.has_hours);
        let overloaded: Vec<usize> = with_hours
            .filter(|(_, ((day, totals), cut))| {
                overloaded_because(self.ledger, day, totals, cut).is_some()
            })
            .map(|(at, _)| at)
            .collect();
        let days = self.ledger.days.iter().zip(self.totals);
        let working = days
            .filter(|(day, totals)| day.has_hours && totals.capacity > 0)
            .count();
        let mut by_weekday: BTreeMap<u32, (usize, &str)> = BTreeMap::new();
        for day in overloaded.iter().filter_map(|&at| self.ledger.days.get(at)) {
            let number = chrono::Datelike::weekday(&day.date).num_days_from_monday();
            by_weekday
                .entry(number)
                .or_insert((0, words::weekday(day.date)))
                .0 += 1;
        }
        let (_, (times, weekday)) = by_weekday
            .into_iter()
            .max_by_key(|(number, (times, _))| (*times, std::cmp::Reverse(*number)))?;
        let said = DaySaid {
            severity: severity_of(overloaded.len() as f64 / working.max(1) as f64),
            text: match overloaded.as_slice() {
                [_] => format!("1 of {working} working days is overloaded, a {weekday}"),
                several => format!(
                    "{} of {working} working days are overloaded, most often {weekday}s ({times})",
                    several.len()
                ),
            },
            amount: i64::try_from(overloaded.len()).unwrap_or(i64::MAX),
        };
        Some((said, (overloaded, weekday)))
    }

    fn hard_chains(&self) -> Vec<&Chain> {
        self.chains.iter().filter(|chain| chain.is_hard()).collect()
    }

    fn back_to_back(&self) -> Option<DaySaid> {
        let hard = self.hard_chains();
        let longest = hard.iter().max_by_key(|chain| chain.span.minutes())?;
        Some(DaySaid {
            severity: Severity::Watch,
            text: format!(
                "{} of more than 3 h back to back, the longest {}",
                words::count(hard.len(), "chain", "chains"),
                words::length(longest.span.minutes())
            ),
            amount: hard.iter().map(|chain| chain.span.minutes()).sum(),
        })
    }

    fn invaded(&self) -> Option<DaySaid> {
        if self.invasions.is_empty() {
            return None;
        }
        let (times, survival) = survival(self.ledger);
        let survival = survival.unwrap_or(1.0);
        Some(DaySaid {
            severity: if survival < 0.75 {
                Severity::Watch
            } else {
                Severity::Note
            },
            text: format!(
                "{} booked over them; {} of the booked focus survived",
                words::count(times as usize, "meeting was", "meetings were"),
                words::percent(survival)
            ),
            amount: i64::from(times),
        })
    }
}

fn one_day(seen: &Seen<'_>, full: &FullDays<'_>, at: usize) -> Option<WeighedSignal> {
    let ledger = seen.ledger;
    let (day, totals) = (ledger.days.get(at)?, seen.totals.days.get(at)?);
    let found = full.of(at)?;
    let mut evidence = Vec::new();
    let at_places = |places: &[usize]| -> Vec<&Claim> {
        places.iter().map(|&place| &ledger.claims[place]).collect()
    };
    evidence.extend(
        found
            .chain
            .iter()
            .flat_map(|chain| at_places(&chain.claims)),
    );
    if found.overloaded {
        let meetings = at_places(&day.claims);
        evidence.extend(meetings.into_iter().filter(|claim| claim.meeting));
    }
    let invaders = found.invaded.iter().map(|invasion| invasion.meeting);
    let blocks = found.invaded.iter().map(|invasion| invasion.block);
    let both: Vec<usize> = invaders.chain(blocks).collect();
    evidence.extend(at_places(&both));
    let name = match (found.overloaded, found.chain) {
        (true, _) => "overloaded-day",
        (false, Some(_)) => "back-to-back",
        (false, None) => "invasion",
    };
    let lost = if found.invaded.is_empty() {
        0.0
    } else {
        LOST_BLOCK
    };
    Some(WeighedSignal {
        weight: hours(totals.meetings) + lost,
        observed: Observed {
            id: format!("{name}:{}", day.date),
            severity: found.said.severity,
            subject: words::weekday(day.date).to_owned(),
            text: found.said.text,
            threshold: joined(&found.thresholds),
            evidence: seen.uids(evidence),
        },
    })
}

fn overloaded_days(seen: &Seen<'_>, full: &FullDays<'_>) -> Option<WeighedSignal> {
    let (said, (overloaded, weekday)) = full.overloaded()?;
    let days = &seen.ledger.days;
    let on_them = seen.by_minutes(|claim| {
        let at = seen.ledger.days_of(claim.span).start;
        let is_that = days
            .get(at)
            .is_some_and(|day| words::weekday(day.date) == weekday);
        claim.meeting && is_that && overloaded.contains(&at)
    });
    let meetings = |at: &usize| seen.totals.days.get(*at).map_or(0, |day| day.meetings);
    Some(WeighedSignal {
        weight: hours(overloaded.iter().map(meetings).sum()) / seen.ledger.period.weeks(),
        observed: Observed {
            id: OVERLOADED_DAYS.to_owned(),
            severity: said.severity,
            subject: "Overloaded days".to_owned(),
            text: said.text,
            threshold: OVERLOADED.to_owned(),
            evidence: seen.uids(on_them.iter().map(|(claim, _)| *claim)),
        },
    })
}

fn back_to_back(seen: &Seen<'_>, full: &FullDays<'_>) -> Option<WeighedSignal> {
    let said = full.back_to_back()?;
    let hard = full.hard_chains();
    let claims = hard
        .iter()
        .flat_map(|chain| &chain.claims)
        .map(|&place| &seen.ledger.claims[place]);
    Some(WeighedSignal {
        weight: hours(said.amount) / seen.ledger.period.weeks(),
        observed: Observed {
            id: CHAINS.to_owned(),
            severity: said.severity,
            subject: "Back to back".to_owned(),
            text: said.text,
            threshold: BACK_TO_BACK.to_owned(),
            evidence: seen.uids(claims),
        },
    })
}

fn invaded(seen: &Seen<'_>, full: &FullDays<'_>) -> Option<WeighedSignal> {
    let said = full.invaded()?;
    let claims = full
        .invasions
        .iter()
        .flat_map(|i| [i.meeting, i.block])
        .map(|at| &seen.ledger.claims[at]);
    Some(WeighedSignal {
        weight: f64::from(seen.metrics.invasions) / seen.ledger.period.weeks(),
        observed: Observed {
            id: INVASIONS.to_owned(),
            severity: said.severity,
            subject: "Focus blocks".to_owned(),
            text: said.text,
            threshold: INVADED.to_owned(),
            evidence: seen.uids(claims),
        },
    })
}

/// Thresholds as one sentence: what follows a semicolon goes on in small letters.
fn joined(thresholds: &[&str]) -> String {
    let mut all = thresholds.iter();
    let mut text = all
        .next()
        .map(|first| (*first).to_owned())
        .unwrap_or_default();
    for next in all {
        text.push_str("; ");
        text.push_str(&weekwise_model::words::lower_first(next));
    }
    text
}
