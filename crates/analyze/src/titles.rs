//! Titles compared by what they are about.

use std::collections::BTreeSet;

/// Words that say what kind of meeting it is, or which one, but not what about.
const GENERIC: &[&str] = &[
    "a",
    "an",
    "and",
    "at",
    "by",
    "catch",
    "catchup",
    "call",
    "chat",
    "check",
    "checkin",
    "continued",
    "daily",
    "discussion",
    "fortnightly",
    "followup",
    "follow",
    "for",
    "in",
    "meeting",
    "monthly",
    "of",
    "on",
    "part",
    "quick",
    "round",
    "session",
    "sync",
    "syncup",
    "the",
    "to",
    "up",
    "weekly",
    "biweekly",
    "with",
    "team",
    "hold",
    "tbd",
    "again",
    "second",
    "third",
    "next",
    "us",
    "1",
    "meet",
];

/// The words of a title that say what it is about, in lower case; numbers are no topic.
pub(crate) fn topic(title: &str) -> BTreeSet<String> {
    title
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty() && !word.chars().all(|c| c.is_ascii_digit()))
        .filter(|word| !GENERIC.contains(&word.as_str()))
        .collect()
}

/// Whether two titles are about the same: half of their words, or all of the shorter one's.
pub(crate) fn same_topic(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let both = a.intersection(b).count();
    let (fewer, all) = (a.len().min(b.len()), a.len() + b.len() - both);
    both > 0 && (both == fewer || both * 2 >= all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_is_about_survives_its_dressing() {
        let same = |a: &str, b: &str| same_topic(&topic(a), &topic(b));
        assert!(same("Platform sync", "Weekly platform meeting"));
        assert!(same(
            "Cache migration (part 2)",
            "Cache migration follow-up"
        ));
        assert!(!same("Platform sync", "Payments sync"));
        assert!(
            !same("Weekly sync", "Team meeting"),
            "neither says what about"
        );
    }
}
