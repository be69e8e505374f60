//! Titles that programs write in place of a title: the word for how the time is shown, in the language of its owner.
//!
//! Google's free/busy addresses say “Busy”, Outlook's published links say “Busy” and “Tentative”, saved calendars with
//! limited details the same (docs/import.md). They tell nothing of what the time is for. “Away” and “Private” do.

use std::sync::OnceLock;

use rustc_hash::FxHashSet as HashSet;

use crate::words::{Word, words};

/// By language.
const TITLES: &[&str] = &[
    // English
    "busy|tentative|working elsewhere|unavailable|not available|no title|untitled",
    // German
    "beschäftigt|gebucht|belegt|mit vorbehalt|unter vorbehalt|an anderem ort tätig|nicht verfügbar|kein titel",
    // French
    "occupé|occupée|non disponible|indisponible|provisoire|travaillant ailleurs|sans titre",
    // Spanish, Portuguese, Italian, Catalan
    "ocupado|ocupada|no disponible|provisional|sin título|indisponível|tentativa|provisório|sem título|occupato|occupata|non disponibile|provvisorio|senza titolo|ocupat",
    // Dutch, Danish, Norwegian, Swedish, Finnish
    "bezet|niet beschikbaar|voorlopig|optaget|foreløbig|opptatt|foreløpig|upptagen|preliminär|varattu|alustava",
    // Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Slovene
    "zajęty|zajęte|niedostępny|zaneprázdněn|zaneprázdnený|nezávazně|elfoglalt|zauzet|zaseden",
    // Greek, Turkish, Russian, Ukrainian, Bulgarian
    "απασχολημένος|meşgul|занят|занято|под вопросом|зайнятий|зайнято|зает",
    // Japanese, Chinese, Korean
    "予定あり|取り込み中|仮の予定|忙|忙碌|暂定|바쁨|다른 용무 중|미정",
];

/// No such title has more words, each sign of a script without gaps one.
const MOST_WORDS: usize = 8;

/// Whether a whole title is such a word.
pub(crate) fn stands_for_a_title(title: &[Word]) -> bool {
    static ALL: OnceLock<HashSet<String>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let titles = TITLES.iter().flat_map(|titles| titles.split('|'));
        titles.map(|title| joined(&words(title))).collect()
    });
    title.len() <= MOST_WORDS && all.contains(&joined(title))
}

/// Without gaps: compounds are taken apart where titles are read.
fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_title_stands_for_one() {
        for title in [
            "Busy",
            "busy",
            "Mit Vorbehalt",
            "Occupé",
            "Zajęty",
            "予定あり",
        ] {
            assert!(stands_for_a_title(&words(title)), "{title}");
        }
        for title in [
            "Busy week planning",
            "",
            "Free lunch",
            "Away",
            "Belegter Raum",
        ] {
            assert!(!stands_for_a_title(&words(title)), "{title}");
        }
    }
}
