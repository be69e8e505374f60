//! Whose team somebody is of, as the comment lines above a labelled calendar tell it.
//!
//! ```text
//! # Own team ZV-Core: Holzapfel (PO), Demirel, Sommer, Peters. Manager: Mohr (GL).
//! # His team is Txn: Leonie (manager, Berlin), Padraig (Galway), Wei Jie (Singapore).
//! ```

use std::collections::{BTreeMap, BTreeSet};

use weekwise_ask::in_common;

use crate::judged::Read;
use crate::person::Invited;

/// What stands before the names of the own team, in small letters.
const MARKS: [&str; 9] = [
    "own team",
    "own small team",
    "his team is",
    "her team is",
    "his group is",
    "squad “",
    "squad \"",
    "team: ",
    "# team ",
];

/// A group with this part of its people in common with the team is the team.
const FOUND: f64 = 0.5;

/// Fewer people than this are no team.
const FEWEST: usize = 2;

/// The addresses of the own team, in order; empty where nothing tells. `known`: everybody by what lines call them.
pub fn team(text: &str, known: &BTreeMap<String, Invited>) -> Vec<String> {
    let head: Vec<&str> = text
        .lines()
        .take_while(|line| line.starts_with('#') || !line.contains('|'))
        .filter(|line| line.starts_with('#'))
        .collect();
    let head = head.join(" ");
    let lower = head.to_lowercase();
    // Small letters may take more bytes than the capitals they stand for: then the place is another, and nothing is read.
    let begin = MARKS
        .iter()
        .filter_map(|mark| lower.find(mark))
        .min()
        .filter(|_| lower.len() == head.len());
    let Some(sentence) = begin.and_then(|begin| head.get(begin..)) else {
        return Vec::new();
    };
    let named: BTreeSet<String> = words(up_to_its_end(sentence)).collect();
    let of_team = known.iter().filter(|(id, person)| {
        let names = words(&person.name).filter(|word| word.chars().count() > 2);
        let mut called = names.chain([id.to_lowercase()]);
        id.as_str() != "me"
            && person.kind == "INDIVIDUAL"
            && called.any(|name| named.contains(&name))
    });
    let addresses: BTreeSet<String> = of_team.map(|(_, person)| person.address.clone()).collect();
    if addresses.len() < FEWEST {
        return Vec::new();
    }
    addresses.into_iter().collect()
}

/// A sentence, what stands in brackets too: up to the point after them.
fn up_to_its_end(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '.' if depth == 0
                && text
                    .get(at + 1..)
                    .is_none_or(|rest| !rest.starts_with(char::is_alphanumeric)) =>
            {
                return text.get(..at).unwrap_or(text);
            }
            _ => {}
        }
    }
    text
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// How often the own team is found, by what tells: of everybody whose file names it.
pub fn found(people: &[Read]) -> String {
    let mut all: BTreeMap<String, (usize, f64, usize)> = BTreeMap::new();
    for read in people.iter().filter(|read| !read.person.team.is_empty()) {
        let (team, basis) = read.classifier.team();
        let like = |team: &[String]| in_common(team, &read.person.team);
        let among = read
            .classifier
            .groups()
            .iter()
            .any(|group| like(group) >= FOUND);
        let entry = all.entry(format!("{basis:?}").to_lowercase()).or_default();
        entry.0 += 1;
        entry.1 += like(&team);
        entry.2 += usize::from(like(&team) < FOUND && among);
    }
    let mut text =
        String::from("own team, by what tells   people   in common   another group is it\n");
    for (basis, (people, like, others)) in all {
        text.push_str(&format!(
            "  {basis:<24}{people:>6}        {:>4.2}              {others:>6}\n",
            like / people as f64
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_read_where_it_is_written() {
        let person = |name: &str| Invited {
            name: name.to_owned(),
            address: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
            kind: "INDIVIDUAL",
            answer: "ACCEPTED",
            optional: false,
        };
        let known: BTreeMap<String, Invited> = [
            ("me", "Jo Own"),
            ("leo", "Leonie Voss"),
            ("wj", "Wei Jie Tan"),
            ("hal", "Hal Berg"),
        ]
        .map(|(id, name)| (id.to_owned(), person(name)))
        .into();
        let text = "# Tidy.\n# His team is Txn: Leonie (manager, Berlin), Wei\n# Jie (Singapore). Hal is the boss.\nme: x\n";
        assert_eq!(
            team(text, &known),
            ["leonie.voss@example.org", "wei.jie.tan@example.org"]
        );
        assert!(team("# Nobody says. Hal and Leonie.\nme: x\n", &known).is_empty());
    }
}
