//! The languages words are known in, and which of them a calendar speaks.

use rustc_hash::FxHashMap as HashMap;

use super::files::FILES;
use super::spoken_in;
use crate::words::words;

/// Those that build compounds as German does.
const COMPOUNDING: [&str; 8] = ["de", "nl", "sv", "no", "da", "fi", "is", "et"];

/// A set of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Languages(u64);

impl Languages {
    /// All of them.
    pub(crate) const ALL: Self = Self(u64::MAX);
    /// None.
    pub(crate) const NONE: Self = Self(0);
    /// What is said everywhere, and English, which is said in every office.
    const EVERYWHERE: Self = Self(0b11);

    /// As the tables have them: a bit for each file, where the highest is none's.
    pub(super) fn of_bits(bits: u64) -> Self {
        match bits << 1 {
            all if all == u64::MAX << 1 => Self::ALL,
            some => Self(some >> 1),
        }
    }

    /// English.
    pub(super) const fn english() -> Self {
        Self(0b10)
    }

    /// Those with these names.
    pub(super) fn named(names: &[&str]) -> Self {
        let place = |name: &&str| FILES.iter().position(|(known, _)| known == name);
        Self(
            names
                .iter()
                .filter_map(place)
                .fold(0, |all, number| all | 1 << number),
        )
    }

    /// Those that build compounds as German does.
    pub(super) fn compounding() -> Self {
        static COMPOUND: std::sync::OnceLock<Languages> = std::sync::OnceLock::new();
        *COMPOUND.get_or_init(|| Self::named(&COMPOUNDING))
    }

    /// Whether they have one in common.
    pub(crate) fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Those of both.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those they have in common.
    pub(crate) fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that `titles` speak: each word that few languages know votes for them.
    pub(crate) fn of<'a>(titles: impl Iterator<Item = &'a str>) -> Self {
        /// A word of more languages than this tells none.
        const FEW: u32 = 3;
        /// From so many titles on there is enough to tell.
        const ENOUGH: usize = 12;
        /// What a language must have: so many votes, and such a share of all.
        const VOTES: f64 = 2.5;
        const SHARE: f64 = 0.06;
        let mut votes: HashMap<u32, f64> = HashMap::default();
        let mut seen = 0;
        for title in titles {
            seen += 1;
            for word in words(title).iter().filter(|w| w.text.len() > 2) {
                let languages = spoken_in(&word.text).0;
                let many = languages.count_ones();
                if languages == 0 || languages == u64::MAX || many > FEW {
                    continue;
                }
                for number in (0..64).filter(|number| languages >> number & 1 == 1) {
                    *votes.entry(number).or_default() += 1.0 / f64::from(many);
                }
            }
        }
        if seen < ENOUGH {
            return Self::ALL;
        }
        let all: f64 = votes.values().sum();
        let spoken = votes
            .iter()
            .filter(|(_, votes)| **votes >= VOTES.max(SHARE * all));
        spoken.fold(Self::EVERYWHERE, |set, (number, _)| {
            Self(set.0 | 1 << *number)
        })
    }
}
