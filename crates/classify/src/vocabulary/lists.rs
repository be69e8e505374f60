//! What phrases mean, as lists: most phrases mean what others mean too, so that each list is there once.

use std::sync::LazyLock;

use super::languages::Languages;
use super::{Entry, Means, Place};

/// All meanings of a phrase.
#[derive(Debug)]
pub(super) struct Listed {
    /// In any language; never empty.
    pub(super) entries: Vec<Entry>,
    /// The languages of all of them.
    pub(super) languages: Languages,
}

/// What meanings are called, by their numbers.
static MEANS: &str = include_str!(concat!(env!("OUT_DIR"), "/means.txt"));
static WRITTEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists.bin"));

static LISTS: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let means: Vec<Option<Means>> = MEANS.lines().map(Means::named).collect();
    let mut rest = WRITTEN;
    let mut lists = Vec::new();
    while let Some((count, after)) = rest.split_first() {
        let (written, after) = after.split_at(usize::from(*count) * ENTRY);
        rest = after;
        let entries = written
            .chunks_exact(ENTRY)
            .filter_map(|bytes| entry(bytes, &means));
        let entries: Vec<Entry> = entries.collect();
        let languages = entries.iter().map(|entry| entry.languages);
        lists.push(Listed {
            languages: languages.fold(Languages::NONE, Languages::and),
            entries,
        });
    }
    lists
});

/// The bytes of an entry: what it means, where, how sure it is, in which languages.
const ENTRY: usize = 12;

fn entry(bytes: &[u8], means: &[Option<Means>]) -> Option<Entry> {
    let [low, high, place, sure, languages @ ..] = bytes else {
        return None;
    };
    let means = means.get(usize::from(u16::from_le_bytes([*low, *high])))?;
    Some(Entry {
        means: (*means)?,
        place: Place::ALL.get(usize::from(*place))?.0,
        sure: *sure,
        languages: Languages::of_bits(u64::from_le_bytes(languages.try_into().ok()?)),
    })
}

/// The names of topics, by their numbers.
pub(crate) fn topics() -> &'static [&'static str] {
    static TOPICS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        MEANS
            .lines()
            .filter_map(|name| name.strip_prefix('~'))
            .collect()
    });
    &TOPICS
}

/// A list by its number; 0 is the empty one.
pub(super) fn list(number: u64) -> Option<&'static Listed> {
    LISTS.get(usize::try_from(number.checked_sub(1)?).ok()?)
}
