//! First names of many countries: what people are called where a calendar says who is there only in its titles.

use std::sync::OnceLock;

use rustc_hash::FxHashSet as HashSet;

/// Whether a word in small letters without accents is a first name, and nothing else the vocabulary knows.
pub(crate) fn is_first_name(word: &str) -> bool {
    static NAMES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    NAMES
        .get_or_init(|| {
            include_str!("../words/first_names.txt")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
                .collect()
        })
        .contains(word)
}
