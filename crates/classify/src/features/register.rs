//! The names of all features, and their numbers.

use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;
use weekwise_model::Kind;

use crate::day::Role;
use crate::vocabulary::{Group, Place, topics};

/// Where a feature is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Alone,
    /// The export names nobody: it may be anything.
    Hidden,
    Pair,
    Own,
    Crossing,
    External,
    Unknown,
}

/// The names of the settings, in their order.
const SETTINGS: [&str; 7] = [
    "alone", "hidden", "pair", "own", "crossing", "external", "unknown",
];

/// How each is told.
pub(super) const SETTING_TEXTS: [&str; 7] = [
    "nobody else is there",
    "the export says nothing about people",
    "two people",
    "mostly people of your team",
    "mostly people of other teams",
    "everybody else is outside your company",
    "people of whom nothing is known",
];

/// One for all settings together, and one for each.
pub(super) const STRIDE: usize = SETTINGS.len() + 1;

/// Features that are no words, and how they are told.
pub(super) const PLAIN: &[(&str, &str)] = &[
    ("setting", "who is there"),
    ("three-people", "three people"),
    ("few-people", "four or five people"),
    ("several-people", "six to eight people"),
    ("many-people", "nine to fifteen people"),
    ("crowd", "more than fifteen people"),
    ("list", "a mailing list is invited"),
    ("room", "a room is booked"),
    ("all-of-team", "nearly all of your team and nobody else"),
    ("most-of-team", "most of your team is there"),
    ("none-of-team", "nobody of your team is there"),
    ("one-of-team", "only one of your team is there"),
    ("some-outside", "some are outside your company"),
    ("all-outside", "everybody else is outside your company"),
    ("stranger", "somebody from outside you hardly ever meet"),
    ("head", "somebody who invites everybody is there"),
    ("heads", "several who invite everybody are there"),
    ("by-head", "organized by somebody who invites everybody"),
    ("by-me", "you organize it"),
    ("by-team", "somebody of your team organizes it"),
    ("by-colleague", "somebody of another team organizes it"),
    ("by-outside", "somebody outside your company organizes it"),
    ("other-of-team", "the other one is of your team"),
    (
        "other-invites-me",
        "the other one invites you alone again and again",
    ),
    (
        "other-invited",
        "you invite the other one alone again and again",
    ),
    ("optional", "you need not come"),
    ("once", "happens once"),
    ("daily", "recurs nearly every day"),
    ("weekly", "recurs weekly"),
    ("fortnightly", "recurs every other week"),
    ("monthly", "recurs monthly"),
    ("ends", "recurs for a while"),
    ("to-15", "15 min or shorter"),
    ("to-30", "up to half an hour"),
    ("to-45", "shorter than three quarters of an hour"),
    (
        "short-block",
        "a block shorter than 45 min, of nothing named",
    ),
    ("long-block", "a block of 45 min or more, of nothing named"),
    ("to-60", "an hour"),
    ("to-90", "up to an hour and a half"),
    ("to-150", "about two hours"),
    ("long", "longer than two and a half hours"),
    ("all-day", "whole days"),
    ("several-days", "several days"),
    ("early", "early in the day"),
    ("morning", "in the morning"),
    ("noon", "at noon"),
    ("late", "late in the afternoon"),
    ("evening", "in the evening or at night"),
    ("weekend", "on a weekend"),
    ("friday-afternoon", "on Friday afternoon"),
    ("out-of-office", "shown as out of office"),
    ("free", "shown as free"),
    ("tentative", "shown as tentative"),
    ("private", "marked as private"),
    ("conference", "has a link to join"),
    ("place", "has a place"),
    ("document", "links to something to read"),
    ("no-words", "has no title"),
    ("pictures", "the title is only pictures"),
    ("one-word", "the title is one word"),
    ("two-words", "the title is two words"),
    ("few-words", "a short title"),
    ("many-words", "a long title"),
    ("question", "the title asks"),
    ("colon", "the title has a colon"),
    ("number", "the title has a number"),
    ("capitals", "the title has a word in capitals"),
    ("ticket", "the title has a number of a ticket or a document"),
    ("route", "the title names a way from one place to another"),
    ("names-one", "the title names a person"),
    ("names-two", "the title names two people"),
    ("names-two-teams", "the title names two teams"),
    ("names-me", "the title names you"),
    ("names-present", "the title names somebody who is there"),
    ("names-absent", "the title names somebody who is not there"),
    (
        "names-stranger",
        "the title names somebody from outside who is not there",
    ),
    (
        "one-outside-with-topic",
        "one person from outside, and a topic",
    ),
    ("unknown-topic", "the title has a topic of its own"),
    ("no-topic", "the title has no topic"),
    ("hidden-title", "the title is hidden"),
    ("reads-pair", "the title reads as two people’s"),
    ("reads-meeting", "the title reads as a meeting"),
    ("reads-block", "the title reads as something done alone"),
    ("looks-back", "looks back on an incident"),
    ("prepares-strategy", "prepares something about direction"),
    ("prepares-review", "prepares a review"),
    ("prepares-other", "prepares something"),
    ("incident-number", "the title has an incident’s number"),
    ("link-change", "links to a change of code"),
    ("link-proposal", "links to a proposal"),
    ("name-list", "the title has somebody’s first name"),
    ("only-name", "the title is somebody’s name"),
    ("described", "has a description"),
    ("own-name", "the title names your team"),
    ("other-name", "the title names another team"),
    ("ritual-own", "a ritual, and your team’s name"),
    ("ritual-other", "a ritual, and another team’s name"),
    ("ritual-plain", "a ritual, and no team’s name"),
    ("initials", "the title is two or three capitals"),
    (
        "short-capitals",
        "the title has a word of two or three capitals",
    ),
    ("arrow", "the title has an arrow"),
    ("joins-names", "the title joins two names nobody knows"),
    ("version", "the title has the number of a version"),
];

/// Features that are words, by what is said about them. Members of a family are kinds, groups of kinds, places or topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// A phrase of a kind stands in the title, where it means that.
    Says,
    /// The same where it means that elsewhere: a team's word among strangers.
    Elsewhere,
    /// All phrases of a group in the title.
    Weighs,
    /// The first phrase of the title is of a group.
    First,
    /// The last one is.
    Last,
    /// All phrases of the title are of one group; how much of it they are.
    Only,
    /// A phrase says where it is said.
    Stands,
    /// A phrase of a kind stands in the description.
    Mentions,
    /// All phrases of a group in the description.
    Describes,
    /// A tag or the calendar's name is of a group.
    Tagged,
    /// A topic of the title.
    Topic,
    /// A topic of the description or a tag.
    About,
    /// What letters of the title look like.
    Spelt,
    /// What letters of the description look like.
    Written,
    /// What other titles with the same names and code words are about.
    Code,
    /// What the title says about the day.
    Day,
}

/// Numbers of all features by their names.
pub(super) struct Register {
    pub(super) names: Vec<String>,
    pub(super) plain: HashMap<&'static str, usize>,
    /// Where each family begins.
    bases: [usize; FAMILIES.len()],
}

/// Members of a family by their names.
fn members(family: Family) -> Vec<String> {
    match family {
        Family::Says | Family::Elsewhere | Family::Mentions => Kind::ALL
            .iter()
            .map(|kind| kind.id().to_owned())
            .chain(["meeting", "note", "prefix"].map(str::to_owned))
            .collect(),
        Family::Weighs
        | Family::First
        | Family::Last
        | Family::Only
        | Family::Describes
        | Family::Tagged
        | Family::Spelt
        | Family::Written
        | Family::Code => Group::ALL
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .collect(),
        Family::Stands => Place::ALL
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .collect(),
        Family::Day => Role::ALL
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .collect(),
        Family::Topic | Family::About => topics().iter().map(|topic| (*topic).to_owned()).collect(),
    }
}

/// Every family and the name it has among the weights.
const FAMILIES: [(Family, &str); 16] = [
    (Family::Says, "says"),
    (Family::Elsewhere, "elsewhere"),
    (Family::Weighs, "weighs"),
    (Family::First, "first"),
    (Family::Last, "last"),
    (Family::Only, "only"),
    (Family::Stands, "stands"),
    (Family::Mentions, "mentions"),
    (Family::Describes, "describes"),
    (Family::Tagged, "tagged"),
    (Family::Topic, "topic"),
    (Family::About, "about"),
    (Family::Spelt, "spelt"),
    (Family::Written, "written"),
    (Family::Code, "code"),
    (Family::Day, "day"),
];

pub(super) fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(|| {
        let mut plain = HashMap::default();
        let mut bases = [0; FAMILIES.len()];
        let mut members_of_all: Vec<String> = Vec::new();
        for (name, _) in PLAIN {
            plain.insert(*name, members_of_all.len());
            members_of_all.push((*name).to_owned());
        }
        for (family, called) in FAMILIES {
            bases[family as usize] = members_of_all.len();
            members_of_all.extend(
                members(family)
                    .iter()
                    .map(|member| format!("{called} {member}")),
            );
        }
        let names = members_of_all
            .iter()
            .flat_map(|name| {
                let settings = SETTINGS
                    .iter()
                    .map(move |setting| format!("{name} @{setting}"));
                std::iter::once(name.clone()).chain(settings)
            })
            .collect();
        Register {
            names,
            plain,
            bases,
        }
    })
}

impl Register {
    /// The number of a member of a family, before settings are counted.
    pub(super) fn number(&self, family: Family, member: usize) -> usize {
        self.bases[family as usize] + member
    }
}
