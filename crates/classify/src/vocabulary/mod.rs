//! What phrases mean, as data: `words/<language>.tsv`, one file a language.
//!
//! A line has four fields, set apart by tabs: what the phrases mean, where that holds, how sure it is, and the phrases,
//! divided by `|`. A line that begins with a tab goes on with the phrases of the one before.
//!
//! ```text
//! guild          any     3   gremio|chapter de backend
//!                            guilda|comunidad de práctica
//! cross_team     across  2   …
//! note           allday  2   trabajo desde casa
//! ~money         any     2   presupuesto|facturas
//! ```
//!
//! * *means*: the name of a [`Kind`]; `meeting` (people meet, and no more is said); `note` (does nothing to a day: where I
//!   work from, who else is away, what begins and ends); `prefix` (said before or behind a title, about the invitation
//!   itself); `hidden` (what exporters write in place of a title); or `~` and a topic: words that are used alike, of which the fitted weights learn what they speak for.
//! * *where*: `any`, `alone`, `pair`, `group` (my team), `across` (several teams), `outside` (another company), `allday`.
//! * *sure*: 3 decides nearly always, 2 usually, 1 is a hint.
//! * *phrases*: whole words; accents, case and little words do not matter. `q1` stands for every quarter, `2000` for
//!   every year, `sev1` and `p1` for every severity. A phrase after `=` counts only where it is all there is.
//!
//! The build script makes tables of it (`build.rs`, `make/`), which are read where they lie. A language is added by its file,
//! its name in [`files`], and `cargo xtask evaluate --fit`.

mod compounds;
mod files;
mod groups;
mod languages;
mod lists;
mod numbers;
mod reads;
mod skeletons;
mod table;
mod tree;

use weekwise_model::Kind;

use self::files::{Line, PLACES, languages_of, lines};

pub use self::groups::GROUPS;
pub(crate) use self::groups::Group;
pub(crate) use self::languages::Languages;
pub(crate) use self::lists::topics;
pub(crate) use self::reads::{Reads, said_of, where_said};
use self::tree::{PHRASES, TOPICS};
use crate::words::{Word, words};

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Means {
    /// What an event is.
    Kind(Kind),
    /// That people meet, and no more.
    Meeting,
    /// Something that is known on a day and does nothing to it.
    Note,
    /// Something about the invitation, not about the event.
    Prefix,
    /// Nothing: an exporter's word in place of the title.
    Hidden,
    /// What words are about, by its place among [`topics`].
    Topic(u16),
}

/// Where a phrase means what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Anywhere.
    Any,
    /// Nobody but me.
    Alone,
    /// Two people.
    Pair,
    /// My team.
    Group,
    /// Several teams.
    Across,
    /// Another company.
    Outside,
    /// As a note of whole days.
    AllDay,
}

impl Place {
    /// Every place, in the order of their numbers.
    pub(crate) const ALL: [(Self, &'static str); 7] = [
        (Self::Any, PLACES[0]),
        (Self::Alone, PLACES[1]),
        (Self::Pair, PLACES[2]),
        (Self::Group, PLACES[3]),
        (Self::Across, PLACES[4]),
        (Self::Outside, PLACES[5]),
        (Self::AllDay, PLACES[6]),
    ];

    fn of(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name);
        found.map(|(place, _)| *place)
    }
}

/// One meaning of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) means: Means,
    pub(crate) place: Place,
    /// From 1, a hint, to 3, nearly always.
    pub(crate) sure: u8,
    /// The one language it is said in, or all of them.
    pub(crate) languages: Languages,
}

/// Where a phrase stands in a text, and what it means there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// All meanings, of languages nobody speaks too; never empty.
    entries: &'static [Entry],
    /// The languages its meanings are read in.
    languages: Languages,
    /// The first of its words, as an index into the text's words.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
    /// Of how many words the phrase consists.
    pub(crate) length: usize,
}

impl Hit {
    /// What the phrase means in the languages that are spoken.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        let languages = self.languages;
        self.entries
            .iter()
            .filter(move |entry| entry.languages.meet(languages))
    }

    /// Whether any meaning is one of these.
    pub(crate) fn means(&self, test: impl Fn(&Entry) -> bool) -> bool {
        self.entries().any(test)
    }
}

/// A topic found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its number.
    pub(crate) topic: u16,
    /// The first of its words.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
}

impl Means {
    /// What a file calls so.
    fn named(name: &str) -> Option<Self> {
        let kind = |name: &str| Kind::ALL.iter().copied().find(|kind| kind.id() == name);
        Some(match name {
            "meeting" => Self::Meeting,
            "note" => Self::Note,
            "prefix" => Self::Prefix,
            "hidden" => Self::Hidden,
            other => match other.strip_prefix('~') {
                Some(topic) => {
                    Self::Topic(u16::try_from(topics().binary_search(&topic).ok()?).ok()?)
                }
                None => Self::Kind(kind(other)?),
            },
        })
    }
}

impl Line {
    fn entry(&self) -> Option<Entry> {
        Some(Entry {
            means: Means::named(self.means)?,
            place: Place::of(self.place)?,
            sure: self
                .sure
                .parse()
                .ok()
                .filter(|sure| (1..=3).contains(sure))?,
            languages: Languages::of_bits(languages_of(self.file)),
        })
    }
}

/// Every phrase with its meaning: what the scorer of letters is fitted on.
pub(crate) fn every_phrase() -> impl Iterator<Item = (&'static str, Entry)> {
    lines().flat_map(move |line| {
        let entry = line.entry();
        line.phrases
            .split('|')
            .filter_map(move |phrase| Some((phrase, entry?)))
    })
}

/// Every phrase found in these words, the longest first to last; none overlaps another.
pub(crate) fn hits(words: &[Word], spoken: Languages) -> Vec<Hit> {
    let tree = &PHRASES;
    if let [only] = words
        && let Some(entries) = tree.whole(&only.text)
    {
        return vec![Hit {
            entries,
            languages: Languages::ALL,
            from: 0,
            to: 1,
            length: 1,
        }];
    }
    let known = tree.look_up(words);
    let mut hits = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let Some(found) = tree.longest(words, &known, from, spoken) else {
            from += 1;
            continue;
        };
        hits.push(Hit {
            entries: found.entries,
            languages: found.languages,
            from,
            to: found.to,
            length: found.length,
        });
        from = found.to;
    }
    hits
}

/// The topics in these words, each once, in their order; topics may overlap: “review the budget” is *judging* and *money*.
pub(crate) fn found_in(words: &[Word]) -> Vec<Found> {
    let tree = &TOPICS;
    let mut found: Vec<Found> = Vec::new();
    let mut note = |entries: &[Entry], from: usize, to: usize| {
        for entry in entries {
            if let Means::Topic(topic) = entry.means
                && !found.iter().any(|f| f.topic == topic)
            {
                found.push(Found { topic, from, to });
            }
        }
    };
    if let [only] = words {
        note(tree.whole(&only.text).unwrap_or_default(), 0, 1);
    }
    let known = tree.look_up_plainly(words);
    for from in 0..words.len() {
        if let Some(longest) = tree.longest(words, &known, from, Languages::ALL) {
            note(longest.entries, from, longest.to);
        }
    }
    found
}

/// Whether a word is a phrase of its own, in any language.
pub(crate) fn is_phrase(word: &str) -> bool {
    let tree = &PHRASES;
    tree.alone_in(word) != Languages::NONE || tree.whole(word).is_some()
}

/// Whether the vocabulary knows a word at all, in any phrase.
pub(crate) fn is_known(word: &str) -> bool {
    let tree = &PHRASES;
    tree.has(word) || tree.whole(word).is_some()
}

/// The languages a word is said in.
pub(crate) fn spoken_in(word: &str) -> Languages {
    PHRASES.spoken_in(word)
}

/// The words of a text, with compounds taken apart where the vocabulary does not know the whole.
pub(crate) fn read(text: &str) -> Vec<Word> {
    let mut found = words(text);
    skeletons::spell_out(&PHRASES, &mut found);
    if found.iter().all(|w| w.text.len() < compounds::SHORTEST) {
        return found;
    }
    let mut parts = Vec::with_capacity(found.len() + 1);
    for word in found {
        match compounds::halves(&PHRASES, &word) {
            Some((left, right)) => parts.extend([left, right]),
            None => parts.push(word),
        }
    }
    parts
}

#[cfg(test)]
mod tests;
