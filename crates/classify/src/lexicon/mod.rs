//! What words mean: tables of themes, one file for each part of a working life.
//!
//! A theme is what several ways of saying the same thing have in common. It says what it is, why it means what it
//! means, and gives an example, so that the tables can be read by whoever doubts an answer. Its senses depend on who
//! is there, because the purpose of the time decides and not the word: a “demo” is a ritual among the own team and a
//! meeting with a vendor where everybody else is from another company.

mod blocks;
mod cross_team;
mod directions;
mod people;
mod private;
mod reviews;
mod rituals;
mod work;

use weekwise_model::Kind;

/// Ways of saying one thing, and what they speak for.
#[derive(Debug)]
pub(crate) struct Theme {
    /// What it is.
    pub(crate) what: &'static str,
    /// Why it belongs where it does.
    pub(crate) why: &'static str,
    /// A title.
    pub(crate) example: &'static str,
    /// What it says about who is there, where the calendar does not say.
    pub(crate) reads: Reads,
    /// What it means, by circumstance. The first circumstance that holds counts, with all its senses.
    pub(crate) means: &'static [Sense],
    /// How it is said, by `|`: whole words; accents, case and little words do not matter. `q1` stands for every
    /// quarter, `2000` for every year, `sev1` and `p1` for every severity.
    pub(crate) says: &'static str,
}

/// What a phrase says about the people, where the calendar carries no attendees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// A meeting of several.
    Meeting,
    /// A meeting of two.
    Pair,
    /// A meeting of two, unless the calendar names attendees elsewhere and none here.
    PerhapsPair,
    /// A meeting, unless the calendar names attendees elsewhere and none here.
    Perhaps,
    /// Nobody else, whatever other words say.
    Block,
    /// Nothing.
    Either,
    /// Nothing; it is done before something else, which decides the purpose.
    Before,
}

/// One meaning in one circumstance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sense {
    /// The circumstance.
    pub(crate) when: When,
    /// What it speaks for.
    pub(crate) kind: Kind,
    /// How strongly: 5 decides nearly alone, 3 is a clear word, 1 a hint.
    pub(crate) points: f64,
}

/// A circumstance. A pair is never a group; a meeting whose people are not known is a group unless it reads as a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Whatever the circumstances.
    Always,
    /// Nobody but me.
    Alone,
    /// Exactly two people.
    Pair,
    /// Somebody else is there.
    Met,
    /// Three or more.
    Group,
    /// Ten or more.
    Many,
    /// Three or more, most of them of my team.
    Own,
    /// Three or more, most of them not of my team.
    Crossing,
    /// Everybody else is from outside my company.
    External,
}

const fn on(when: When, kind: Kind, points: f64) -> Sense {
    Sense { when, kind, points }
}

const fn always(kind: Kind, points: f64) -> Sense {
    on(When::Always, kind, points)
}

/// Every theme there is.
pub(crate) fn themes() -> impl Iterator<Item = &'static Theme> {
    [
        rituals::THEMES,
        reviews::THEMES,
        people::THEMES,
        directions::THEMES,
        cross_team::THEMES,
        blocks::THEMES,
        work::THEMES,
        private::THEMES,
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::themes;
    use crate::phrases::{hits, read};
    use crate::words::{is_little, words};

    #[test]
    fn nothing_is_said_in_two_themes() {
        let mut seen: HashMap<Vec<String>, &str> = HashMap::new();
        let mut twice = Vec::new();
        for theme in themes() {
            for phrase in theme.says.split('|') {
                let key: Vec<String> = words(phrase).into_iter().map(|w| w.text).collect();
                assert!(!key.is_empty(), "{phrase:?} of {} has no word", theme.what);
                // What is left of a phrase without its little words must still say something.
                let left: Vec<&String> = key.iter().filter(|w| !is_little(w)).collect();
                let too_little =
                    key.len() > 1 && left.len() < 2 && left.iter().all(|w| w.len() < 4);
                assert!(
                    !too_little,
                    "{phrase:?} of {} is little words only",
                    theme.what
                );
                if let Some(other) = seen.insert(key, theme.what)
                    && other != theme.what
                {
                    twice.push(format!("{phrase}: {other}, {}", theme.what));
                }
            }
        }
        assert!(twice.is_empty(), "{twice:#?}");
    }

    #[test]
    fn every_theme_explains_itself_and_means_something() {
        for theme in themes() {
            assert!(
                !theme.why.is_empty() && !theme.example.is_empty(),
                "{}",
                theme.what
            );
            let before = theme.reads == super::Reads::Before;
            assert!(before || !theme.means.is_empty(), "{}", theme.what);
            assert!(theme.means.iter().all(|s| s.points > 0.0), "{}", theme.what);
            let read = read(theme.example);
            let said = hits(&read).iter().any(|hit| hit.theme.what == theme.what);
            assert!(said, "“{}” is no example of {}", theme.example, theme.what);
        }
    }
}
