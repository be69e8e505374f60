//! The user's own rules: conditions that hold or do not, asked in their order.

use std::collections::HashSet;

use chrono::{Datelike, Timelike};
use regex::{Regex, RegexBuilder};
use weekwise_model::{
    Classified, Condition, DayEffect, Event, Person, Recurs, Rule, RuleOutcome, Span, Test,
    domain_of,
};

use crate::Classifier;
use crate::cadence::per_week;
use crate::circles::is_within;
use crate::words::words;

/// How much a compiled expression may weigh, in bytes.
const PATTERN_LIMIT: usize = 1 << 20;

/// A rule ready to be asked.
#[derive(Debug, Clone)]
pub struct RuleMatcher {
    /// The rule.
    pub rule: Rule,
    conditions: Vec<(bool, Ready)>,
    problem: Option<String>,
}

/// A condition's test, read once.
#[derive(Debug, Clone)]
enum Ready {
    Words(HashSet<String>),
    Pattern(Option<Regex>),
    /// Names or tags, in small letters.
    Calendar(Vec<String>),
    Tag(Vec<String>),
    Addresses(Vec<String>),
    Organizer(Vec<String>),
    Other(Test),
}

impl RuleMatcher {
    /// Reads a rule. One that cannot be read matches nothing and says why: [`RuleMatcher::problem`].
    pub fn new(rule: &Rule) -> Self {
        let mut problem = None;
        let conditions: Vec<(bool, Ready)> = rule
            .conditions
            .iter()
            .map(|Condition { negated, test }| (*negated, ready(test, &mut problem)))
            .collect();
        if conditions.is_empty() {
            problem = Some("It has no condition, so it matches nothing.".to_owned());
        }
        Self {
            rule: rule.clone(),
            conditions,
            problem,
        }
    }

    /// What is wrong with the rule, in words.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Whether it looks at when something starts, enabled or not.
    pub fn looks_at_time(&self) -> bool {
        self.conditions
            .iter()
            .any(|(_, ready)| matches!(ready, Ready::Other(Test::Starts { .. })))
    }

    /// Whether its conditions all hold, enabled or not. Without a span, nothing is known about when.
    pub(crate) fn holds(
        &self,
        classifier: &Classifier,
        event: &Event,
        span: Option<Span>,
        people: u32,
    ) -> bool {
        self.problem.is_none()
            && self
                .conditions
                .iter()
                .all(|(negated, ready)| ready.holds(classifier, event, span, people) != *negated)
    }
}

fn lower(all: &[String]) -> Vec<String> {
    all.iter()
        .map(|text| text.trim().to_lowercase())
        .filter(|text| !text.is_empty())
        .collect()
}

fn ready(test: &Test, problem: &mut Option<String>) -> Ready {
    match test {
        Test::TitleWords { words: said } => {
            let said: HashSet<String> = words(said).into_iter().map(|w| w.text).collect();
            if said.is_empty() {
                *problem = Some("It asks for words but names none.".to_owned());
            }
            Ready::Words(said)
        }
        Test::TitlePattern { pattern } => {
            let read = RegexBuilder::new(pattern)
                .case_insensitive(true)
                .size_limit(PATTERN_LIMIT)
                .dfa_size_limit(PATTERN_LIMIT)
                .build();
            match read {
                Ok(regex) => Ready::Pattern(Some(regex)),
                Err(error) => {
                    *problem = Some(format!("The expression cannot be read: {error}"));
                    Ready::Pattern(None)
                }
            }
        }
        Test::Calendar { any_of } => Ready::Calendar(lower(any_of)),
        Test::Tag { any_of } => Ready::Tag(lower(any_of)),
        Test::Addresses { any_of } => Ready::Addresses(lower(any_of)),
        Test::Organizer { any_of } => Ready::Organizer(lower(any_of)),
        other => Ready::Other(other.clone()),
    }
}

impl Ready {
    fn holds(
        &self,
        classifier: &Classifier,
        event: &Event,
        span: Option<Span>,
        people: u32,
    ) -> bool {
        match self {
            Self::Words(said) => {
                let found: HashSet<String> =
                    words(&event.summary).into_iter().map(|w| w.text).collect();
                said.is_subset(&found)
            }
            Self::Pattern(regex) => regex.as_ref().is_some_and(|r| r.is_match(&event.summary)),
            Self::Calendar(any) => classifier
                .calendar_names
                .get(&event.calendar)
                .is_some_and(|name| any.contains(name)),
            Self::Tag(any) => event
                .categories
                .iter()
                .any(|tag| any.contains(&tag.trim().to_lowercase())),
            Self::Addresses(any) => {
                let mut there = event.people();
                // Mailing lists and rooms have addresses too.
                there.extend(event.attendees.iter().map(|a| &a.person));
                there.iter().any(|p| any.iter().any(|a| is_at(p, a)))
            }
            Self::Organizer(any) => event.organizer.as_ref().is_some_and(|organizer| {
                any.iter()
                    .any(|a| is_at(organizer, a) || a == "me" && classifier.me.is(organizer))
            }),
            Self::Other(test) => other(test, classifier, event, span, people),
        }
    }
}

fn other(
    test: &Test,
    classifier: &Classifier,
    event: &Event,
    span: Option<Span>,
    people: u32,
) -> bool {
    let within = |value: u32, least: Option<u32>, most: Option<u32>| {
        (least.is_some() || most.is_some())
            && least.is_none_or(|least| value >= least)
            && most.is_none_or(|most| value <= most)
    };
    match test {
        Test::People { least, most } => within(people, *least, *most),
        Test::Length {
            least_minutes,
            most_minutes,
        } => span.is_some_and(|span| {
            let minutes = match span {
                Span::AllDay { start, end } => (end - start).num_days() * 1_440,
                Span::Timed { start, end } => (end - start).num_minutes(),
            };
            within(
                u32::try_from(minutes).unwrap_or(u32::MAX),
                *least_minutes,
                *most_minutes,
            )
        }),
        Test::Starts {
            weekdays,
            from,
            before,
        } => span.is_some_and(|span| {
            let local = span
                .instants(classifier.zone)
                .0
                .with_timezone(&classifier.zone);
            let day = u8::try_from(local.weekday().number_from_monday()).unwrap_or(0);
            let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(
                local.num_seconds_from_midnight(),
                0,
            )
            .unwrap_or_default();
            let timed = matches!(span, Span::Timed { .. });
            let on = weekdays.is_empty() || weekdays.contains(&day);
            let at = match (from, before) {
                (None, None) => true,
                (Some(from), None) => timed && time >= *from,
                (None, Some(before)) => timed && time < *before,
                (Some(from), Some(before)) if from < before => {
                    timed && time >= *from && time < *before
                }
                (Some(from), Some(before)) => timed && (time >= *from || time < *before),
            };
            on && at && !(weekdays.is_empty() && from.is_none() && before.is_none())
        }),
        Test::Recurrence { any_of } => any_of.contains(&recurs(event)),
        Test::Response { any_of } => any_of.contains(&classifier.response(event)),
        _ => false,
    }
}

/// Whether somebody has an address, or one of a domain.
fn is_at(person: &Person, wanted: &str) -> bool {
    let wanted = wanted.strip_prefix("mailto:").unwrap_or(wanted);
    if person.address == wanted {
        return true;
    }
    let domain = wanted.strip_prefix('@').unwrap_or(wanted);
    !domain.contains('@')
        && domain_of(&person.address).is_some_and(|of| is_within(of, domain))
        && domain_of(&person.address).is_some_and(|of| of.len() >= domain.len())
}

fn recurs(event: &Event) -> Recurs {
    match event.recurrence.as_deref().map(per_week) {
        None => Recurs::Never,
        Some(often) if often >= 2.5 => Recurs::Daily,
        Some(often) if often >= 0.9 => Recurs::Weekly,
        Some(often) if often >= 0.4 => Recurs::Fortnightly,
        Some(_) => Recurs::Monthly,
    }
}

impl Classifier {
    /// Whether a rule's conditions hold for an occurrence, whatever else decides about it.
    pub fn matches(&self, rule: &RuleMatcher, classified: &Classified) -> bool {
        let occurrence = &classified.occurrence;
        let (event, span) = (&occurrence.event, Some(occurrence.span));
        rule.holds(self, event, span, classified.people)
    }

    /// The first rule whose conditions hold: its number from 1, its outcome, its name.
    pub(crate) fn first_rule(
        &self,
        event: &Event,
        span: Option<Span>,
        people: u32,
    ) -> Option<(u32, &Rule, RuleOutcome)> {
        let found = |(number, matcher): (u32, &'_ RuleMatcher)| {
            let about_day = matches!(matcher.rule.outcome, RuleOutcome::Effect { .. });
            let asked = matcher.rule.enabled && !about_day;
            (asked && matcher.holds(self, event, span, people)).then_some(number)
        };
        let number = (1_u32..).zip(self.rules.iter()).find_map(found)?;
        let rule = &self.rules.get(number as usize - 1)?.rule;
        Some((number, rule, rule.outcome))
    }

    /// The first rule about the effect on the day whose conditions hold: its number from 1, its name, the effect.
    pub(crate) fn first_day_rule(
        &self,
        event: &Event,
        span: Option<Span>,
        people: u32,
    ) -> Option<(u32, &str, DayEffect)> {
        (1_u32..)
            .zip(self.rules.iter())
            .find_map(|(number, matcher)| {
                let RuleOutcome::Effect { effect } = matcher.rule.outcome else {
                    return None;
                };
                let holds = matcher.rule.enabled && matcher.holds(self, event, span, people);
                holds.then_some((number, matcher.rule.name.as_str(), effect))
            })
    }
}
