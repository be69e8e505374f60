//! Titles that name people or teams instead of a topic: “Priya / Sam”, “Platform <> Payments”, “Dana”.

use rustc_hash::FxHashSet as HashSet;

use weekwise_model::Person;

use crate::first_names::is_first_name;
use crate::vocabulary::{Hit, is_known, is_phrase};
use crate::words::{Word, is_little, is_number, words};

/// What the names in a title say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// Nobody is named.
    Nobody,
    /// Nothing but one person.
    One,
    /// Two people.
    Two,
    /// Two teams, or two things that are no people.
    TwoTeams,
}

/// What is left of a title when phrases and names are taken out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    pub(crate) naming: Naming,
    /// Whether words remain that are neither names nor of the lexicon: a topic nobody here knows.
    pub(crate) unknown_topic: bool,
}

/// Names that teams have and people do not.
const TEAMS: &[&str] = &[
    "platform",
    "payments",
    "payment",
    "data",
    "infra",
    "infrastructure",
    "security",
    "product",
    "design",
    "mobile",
    "web",
    "ios",
    "android",
    "sre",
    "devops",
    "ops",
    "marketing",
    "sales",
    "legal",
    "finance",
    "growth",
    "search",
    "ads",
    "identity",
    "billing",
    "checkout",
    "core",
    "api",
    "backend",
    "frontend",
    "fe",
    "be",
    "ml",
    "ai",
    "qa",
    "hr",
    "it",
    "support",
    "analytics",
    "research",
    "engineering",
    "eng",
    "dev",
    "ux",
    "ui",
    "pm",
    "cx",
    "networking",
    "storage",
    "cloud",
    "tools",
    "tooling",
    "onboarding",
    "logistics",
    "catalog",
    "orders",
    "fraud",
    "risk",
    "team",
    "vertrieb",
    "einkauf",
    "entwicklung",
    "produkt",
    "daten",
    "plattform",
    "produit",
    "données",
    "datos",
    "producto",
];

/// Words that join two names or stand for me.
const JOINERS: &[&str] = &[
    "x", "with", "w", "mit", "avec", "con", "com", "met", "und", "and", "vs", "for",
];
const MYSELF: &[&str] = &["me", "ich", "moi", "yo", "eu", "io", "ik"];

/// The parts a person is called by: of the name, and of the address.
pub(crate) fn parts_of(person: &Person) -> impl Iterator<Item = String> {
    let local = person.address.split('@').next().unwrap_or_default();
    let name = person.name.as_deref().unwrap_or_default();
    let name = if name.contains('@') { "" } else { name };
    words(name)
        .into_iter()
        .chain(words(local))
        .map(|w| w.text)
        .filter(|part| part.chars().count() > 1 && !is_number(part))
}

/// Reads the names in a title. `known`: parts of the names of everybody in the calendars.
pub(crate) fn names(title: &str, words: &[Word], hits: &[Hit], known: &HashSet<String>) -> Names {
    let in_hit = |at: usize| hits.iter().any(|hit| hit.from <= at && at < hit.to);
    // Words of the lexicon that people or teams are called by are taken for the lexicon's.
    let free: Vec<usize> = (0..words.len()).filter(|at| !in_hit(*at)).collect();
    let is_name = |at: usize| {
        let word = &words[at].text;
        known.contains(word) && !is_phrase(word) || is_first_name(word)
    };
    let is_me = |at: usize| MYSELF.contains(&words[at].text.as_str());
    let joins = |at: usize| JOINERS.contains(&words[at].text.as_str());
    let unknown_topic = free.iter().any(|at| {
        let word = &words[*at];
        !is_name(*at)
            && !is_me(*at)
            && !joins(*at)
            && !is_little(&word.text)
            && !is_number(&word.text)
            && word.text.chars().any(char::is_alphabetic)
    });
    let naming = match sides(title, words, hits) {
        Some(Sides {
            left,
            right,
            dashed,
        }) => {
            let team = |at: &usize| names_a_team(&words[*at].text);
            let surely = |at: &usize| is_name(*at) || is_me(*at);
            let person = |at: &usize| {
                let word = &words[*at];
                let strange = word.capital && !team(at) && !is_known(&word.text);
                surely(at) || strange && word.text.chars().count() > 1
            };
            let any = |test: &dyn Fn(&usize) -> bool| left.iter().chain(&right).any(test);
            // A name is one or two words; “Pilgrim – Robinson Hall needed” is none.
            let named = |side: &[usize]| side.len() <= 2 && side.iter().all(person);
            if any(&surely) || !dashed && named(&left) && named(&right) {
                Naming::Two
            } else if !dashed && any(&team) {
                Naming::TwoTeams
            } else {
                Naming::Nobody
            }
        }
        None if !unknown_topic && free.iter().any(|at| is_name(*at)) => Naming::One,
        // “Catch up with Mia”: with somebody nobody here knows.
        None if with_somebody(words, &in_hit) => {
            return Names {
                naming: Naming::One,
                unknown_topic: false,
            };
        }
        None => Naming::Nobody,
    };
    let unknown_topic = unknown_topic && naming != Naming::Two;
    Names {
        naming,
        unknown_topic,
    }
}

/// Whether a title ends in “with” and one or two capitalised words that are neither of the lexicon nor a team's.
fn with_somebody(words: &[Word], in_hit: &dyn Fn(usize) -> bool) -> bool {
    let with = words.iter().position(|w| {
        matches!(
            w.text.as_str(),
            "with" | "w" | "mit" | "avec" | "con" | "com" | "met"
        )
    });
    let Some(with) = with else { return false };
    let after = with + 1..words.len();
    let name = |at: usize| {
        let word = &words[at];
        word.capital && !in_hit(at) && !names_a_team(&word.text) && !is_known(&word.text)
    };
    (1..=2).contains(&after.len())
        && after.clone().all(name)
        && (0..with).all(|at| in_hit(at) || is_little(&words[at].text))
}

/// Marks that join two names.
const JOINS: &[&str] = &[
    "/",
    "//",
    "<>",
    "<->",
    "<-->",
    "<=>",
    "><",
    "&",
    "+",
    "|",
    "×",
    "↔",
    "↔\u{fe0f}",
    "⇄",
];

/// What stands on both sides of a mark, as indices of words.
struct Sides {
    left: Vec<usize>,
    right: Vec<usize>,
    /// A dash joins them: it joins a name and a topic as often as two names.
    dashed: bool,
}

/// The words left and right of the one mark that joins two names.
fn sides(title: &str, words: &[Word], hits: &[Hit]) -> Option<Sides> {
    let generic = |at: usize| {
        hits.iter()
            .any(|hit| hit.from <= at && at < hit.to && hit.meets())
    };
    // What follows a colon is the topic.
    let colon = words.windows(2).position(|pair| {
        title
            .get(pair[0].end..pair[1].start)
            .is_some_and(|gap| gap.trim_start().starts_with(':'))
    });
    let last = colon.map_or(words.len(), |at| at + 1);
    let mut cut = None;
    for at in 1..last {
        let (before, word) = (&words[at - 1], &words[at]);
        let gap = title.get(before.end..word.start).unwrap_or_default();
        let marks = gap.trim();
        // A hyphen inside of a word joins no people, and a remark in brackets is no name.
        let dash = marks == "-" && gap.starts_with(' ') && gap.ends_with(' ');
        let remark = title
            .get(..before.end)
            .is_some_and(|text| text.contains('('));
        if (JOINS.contains(&marks) || dash) && !remark && !(generic(at - 1) && generic(at)) {
            cut = cut.or(Some((at, at, dash)));
        }
        if matches!(word.text.as_str(), "x" | "vs") && at + 1 < last {
            cut = cut.or(Some((at, at + 1, false)));
        }
    }
    let (left_end, right_start, dashed) = cut?;
    let side = |range: std::ops::Range<usize>| -> Vec<usize> {
        range
            .filter(|at| !generic(*at) && !is_number(&words[*at].text))
            .collect()
    };
    let (left, right) = (side(0..left_end), side(right_start..last));
    let short = |side: &[usize]| (1..=3).contains(&side.len());
    (short(&left) && short(&right)).then_some(Sides {
        left,
        right,
        dashed,
    })
}

/// Whether a word is what teams are called.
pub(crate) fn names_a_team(word: &str) -> bool {
    TEAMS.contains(&word)
}
