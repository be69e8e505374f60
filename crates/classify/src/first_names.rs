//! First names of many countries: what people are called where a calendar says who is there only in its titles.

use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;

/// Each name, and whether places or months are called so too.
fn names() -> &'static HashMap<&'static str, bool> {
    static NAMES: OnceLock<HashMap<&'static str, bool>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let lines = include_str!("../words/first_names.txt").lines();
        lines
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(' '))
            .map(|name| match name.strip_suffix('*') {
                Some(name) => (name, true),
                None => (name, false),
            })
            .collect()
    })
}

/// Whether a word in small letters without accents is a first name.
pub(crate) fn is_first_name(word: &str) -> bool {
    names().contains_key(word)
}

/// Whether people are called by this word and no place is: behind “holiday” a name that is both is a place.
pub(crate) fn is_only_a_name(word: &str) -> bool {
    names().get(word).is_some_and(|place| !place)
}

#[cfg(test)]
mod tests {
    use super::{is_first_name, is_only_a_name};

    #[test]
    fn a_place_is_not_only_a_name() {
        assert!(is_only_a_name("jeremy") && is_only_a_name("gianluca"));
        assert!(is_first_name("austin") && !is_only_a_name("austin"));
        assert!(!is_first_name("a") && !is_first_name("#"));
    }
}
