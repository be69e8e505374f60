use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::{Category, DayEffect, Kind, Response, Texts};

/// One of the user's own rules: what it is about, and what that is (product.md section 4).
///
/// Rules are asked in their order; the first whose conditions all hold decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rule {
    /// What the user calls it; may be empty.
    #[text(writing)]
    pub name: String,
    /// Whether it is asked at all.
    pub enabled: bool,
    /// What must hold; all of it. A rule without conditions matches nothing.
    pub conditions: Vec<Condition>,
    /// What it is then.
    pub outcome: RuleOutcome,
}

/// What must hold, or must not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Condition {
    /// Whether it must *not* hold.
    pub negated: bool,
    /// What is looked at.
    pub test: Test,
}

/// What a condition looks at. Lists hold where any entry does; an empty one never does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum Test {
    /// The title has all these words, in any order; whole words, without case and accents.
    TitleWords {
        /// The words, with blanks between.
        #[text(writing)]
        words: String,
    },
    /// The title matches a regular expression, without case.
    TitlePattern {
        /// The expression, as the crate `regex` writes them.
        #[text(writing)]
        pattern: String,
    },
    /// How many people, me included.
    People {
        /// At least.
        least: Option<u32>,
        /// At most.
        most: Option<u32>,
    },
    /// Somebody of these is there, the organizer included.
    Addresses {
        /// Addresses, or domains (`acme.example`, which its subdomains are part of).
        #[text(writing)]
        any_of: Vec<String>,
    },
    /// One of these organizes it.
    Organizer {
        /// Addresses or domains; `me` is me.
        #[text(writing)]
        any_of: Vec<String>,
    },
    /// It is in one of these calendars.
    Calendar {
        /// Names of calendars, without case.
        #[text(writing)]
        any_of: Vec<String>,
    },
    /// How long it is. Whole days are 1440 minutes each.
    Length {
        /// At least so many minutes.
        least_minutes: Option<u32>,
        /// At most so many minutes.
        most_minutes: Option<u32>,
    },
    /// When it starts, on the wall clock of the display zone.
    Starts {
        /// Weekdays, Monday as 1 and Sunday as 7; empty for any.
        weekdays: Vec<u8>,
        /// From this time on.
        #[cfg_attr(test, ts(type = "string | null"))]
        from: Option<NaiveTime>,
        /// Before this time. Where it is not after `from`, the night between them is meant.
        #[cfg_attr(test, ts(type = "string | null"))]
        before: Option<NaiveTime>,
    },
    /// How it recurs.
    Recurrence {
        /// Any of these.
        any_of: Vec<Recurs>,
    },
    /// It has one of these CATEGORIES.
    Tag {
        /// Without case.
        #[text(writing)]
        any_of: Vec<String>,
    },
    /// My answer is one of these.
    Response {
        /// Answers.
        any_of: Vec<Response>,
    },
}

/// How something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Recurs {
    /// Not at all.
    Never,
    /// Three times a week or more.
    Daily,
    /// Once or twice a week.
    Weekly,
    /// Every other week.
    Fortnightly,
    /// Monthly, every three weeks, or more rarely.
    Monthly,
}

/// What a rule makes of what it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum RuleOutcome {
    /// A category; the classifier chooses the kind within it.
    Category {
        /// Which.
        category: Category,
    },
    /// A kind, and so its category.
    Kind {
        /// Which.
        kind: Kind,
    },
    /// Left out: its time does not count.
    LeaveOut,
    /// What it does to the day; its category stays what it is.
    Effect {
        /// Which.
        effect: DayEffect,
    },
}

/// The user's rules, each with what it does, for a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RulesView {
    /// In their order.
    pub rules: Vec<RuleView>,
}

/// A rule and what it matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RuleView {
    /// The rule.
    pub rule: Rule,
    /// What it matches.
    pub matches: RuleMatches,
}

/// What a rule matches in a period, a draft's as well as a saved one's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RuleMatches {
    /// How many occurrences its conditions hold for.
    pub matches: u32,
    /// Of them, how many it decides: no correction and no earlier rule does.
    pub decides: u32,
    /// Of those it decides, how many would be something else without it.
    pub changes: u32,
    /// Counted minutes of those it decides.
    pub minutes: i64,
    /// Some of what it matches, most often first.
    pub examples: Vec<RuleExample>,
    /// What is wrong with it, in words: a regular expression that cannot be read, no condition at all.
    #[text(quotation)]
    pub problem: Option<String>,
}

/// A title a rule matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RuleExample {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// How many occurrences.
    pub count: u32,
    /// What it is without the rule.
    pub category: Category,
}
