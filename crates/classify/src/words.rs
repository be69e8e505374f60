//! Titles as whole words: case, accents and punctuation taken off, emoji words of their own.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// In small letters without accents.
    pub(crate) text: String,
    /// Its first byte in the text.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    /// Whether it is written with a capital first letter.
    pub(crate) capital: bool,
    /// Whether a mark before it sets it apart: no phrase goes across “Data <> Platform”.
    pub(crate) apart: bool,
}

/// Whether a word is only there to join others and carries no meaning of its own here. Such may stand inside of any phrase.
pub(crate) fn is_little(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "our"
            | "my"
            | "and"
            | "s"
            | "de"
            | "du"
            | "des"
            | "d"
            | "l"
            | "la"
            | "le"
            | "les"
            | "el"
            | "los"
            | "las"
            | "del"
            | "der"
            | "die"
            | "das"
            | "dem"
            | "den"
            | "und"
            | "et"
            | "y"
            | "e"
            | "di"
            | "da"
            | "het"
            | "van"
            | "en"
            | "della"
            | "dell"
            | "dello"
    )
}

/// Whether a word is a bare number (a sprint's, a ticket's, a date's): it may stand inside of any phrase.
pub(crate) fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// How many characters of a title, a tag or another short text are looked at. Nobody reads further, and a title of a
/// megabyte must not cost more than one of a line.
pub(crate) const MOST_CHARACTERS: usize = 1_000;

/// How many of its words are.
pub(crate) const MOST_WORDS: usize = 100;

/// How many letters of one word are.
const MOST_LETTERS: usize = 64;

/// As much of a text as is looked at; the event keeps the whole.
pub(crate) fn looked_at(text: &str) -> &str {
    if text.len() <= MOST_CHARACTERS {
        return text;
    }
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// The words of a text, in order: those among its first [`MOST_CHARACTERS`], at most [`MOST_WORDS`].
pub(crate) fn words(text: &str) -> Vec<Word> {
    let text = looked_at(text);
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    let mut apart = false;
    for (at, c) in text.char_indices() {
        if words.len() == MOST_WORDS {
            break;
        }
        if is_written_without_gaps(c) {
            words.extend(open.take());
            words.push(Word {
                text: c.to_string(),
                start: at,
                end: at + c.len_utf8(),
                capital: false,
                apart: false,
            });
            continue;
        }
        if c.is_alphanumeric() || is_combining_mark(c) && open.is_some() {
            let word = open.get_or_insert_with(|| Word {
                text: String::new(),
                start: at,
                end: at,
                capital: c.is_uppercase(),
                apart: std::mem::take(&mut apart),
            });
            if word.text.len() < MOST_LETTERS {
                fold_into(&mut word.text, c);
            }
            word.end = at + c.len_utf8();
            continue;
        }
        words.extend(open.take());
        apart |= matches!(c, '<' | '>' | '|' | '↔' | '⇄');
        if is_symbol(c) {
            words.push(Word {
                text: c.to_string(),
                start: at,
                end: at + c.len_utf8(),
                capital: false,
                apart: false,
            });
        }
    }
    words.extend(open);
    words.truncate(MOST_WORDS);
    join_marks(text, &mut words);
    spell_out(text, &mut words);
    words
}

/// Adds a letter as it is compared: small, without accents, `ß` as `ss`, `æ` as `ae`, `ø` as `o`.
fn fold_into(text: &mut String, c: char) {
    if c.is_ascii() {
        text.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'ß' | 'ẞ' => text.push_str("ss"),
        'æ' | 'Æ' => text.push_str("ae"),
        'œ' | 'Œ' => text.push_str("oe"),
        'ø' | 'Ø' => text.push('o'),
        'ł' | 'Ł' => text.push('l'),
        _ => text.extend(
            std::iter::once(c)
                .nfkd()
                .filter(|c| !is_combining_mark(*c))
                .flat_map(char::to_lowercase),
        ),
    }
}

/// Signs of scripts that set no gaps between words: each is a word, and words are phrases.
fn is_written_without_gaps(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

/// Emoji and pictograms; not the marks that only vary or join them.
fn is_symbol(c: char) -> bool {
    matches!(u32::from(c), 0x2300..=0x27BF | 0x2B00..=0x2BFF | 0x1F300..=0x1FAFF)
}

/// “1:1”, “1-1”, “1–1” and “1/1” are one word, and so is “Q&A”; “1.1” is a version and stays two.
fn join_marks(text: &str, words: &mut Vec<Word>) {
    let mut at = 0;
    while at + 1 < words.len() {
        let (left, right) = (&words[at], &words[at + 1]);
        let between = text.get(left.end..right.start).unwrap_or_default();
        let ones = left.text == "1" && (right.text == "1" || right.text == "1s");
        let before = text.get(..left.start).unwrap_or_default();
        let after = text.get(right.end..).unwrap_or_default();
        let free = !before.ends_with(['/', '.', '-', ':']) && !after.starts_with(['/', '.', ':']);
        let ones = ones && free && matches!(between.trim(), ":" | "-" | "–" | "‑" | "/" | "∶");
        let questions = left.text == "q" && right.text == "a" && between.trim() == "&";
        if ones || questions {
            let joined = if ones { "1:1" } else { "q&a" };
            joined.clone_into(&mut words[at].text);
            words[at].end = words[at + 1].end;
            words.remove(at + 1);
        }
        at += 1;
    }
}

/// “Dr. Weber” is a doctor, “INC-3321” an incident.
fn spell_out(text: &str, words: &mut [Word]) {
    for at in 0..words.len() {
        let Some(next) = words.get(at + 1) else { break };
        let gap = text.get(words[at].end..next.start).unwrap_or_default();
        let spelt = match words[at].text.as_str() {
            "dr" if gap.starts_with('.') && next.capital => "doctor",
            "inc" if matches!(gap, "-" | "#" | " #") && is_number(&next.text) => "incident",
            _ => continue,
        };
        spelt.clone_into(&mut words[at].text);
    }
}

/// A word as its class: every quarter is `q1`, every year `2000`, every severity `sev1`.
pub(crate) fn class_of(word: &str) -> Cow<'_, str> {
    let digits_at = word.find(|c: char| c.is_ascii_digit());
    let Some(digits_at) = digits_at else {
        return Cow::Borrowed(word);
    };
    let (letters, digits) = word.split_at(digits_at);
    if !is_number(digits) {
        return Cow::Borrowed(word);
    }
    match (letters, digits.len()) {
        ("", 4) if digits.starts_with("20") => Cow::Borrowed("2000"),
        ("q" | "t", 1) if ("1"..="4").contains(&digits) => Cow::Borrowed("q1"),
        ("h", 1) if ("1"..="2").contains(&digits) => Cow::Borrowed("h1"),
        ("fy", 2 | 4) => Cow::Borrowed("fy1"),
        ("sev", 1) => Cow::Borrowed("sev1"),
        ("p", 1) if ("0"..="2").contains(&digits) => Cow::Borrowed("p1"),
        ("rfc" | "adr" | "pr" | "kep" | "incident", _) => Cow::Borrowed(letters),
        _ => Cow::Borrowed(word),
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_CHARACTERS, MOST_WORDS, class_of, looked_at, words};

    #[test]
    fn of_an_endless_text_only_the_beginning_is_read() {
        assert_eq!(texts(&"1 ".repeat(100_000)).len(), MOST_WORDS);
        let letters = words(&"ä".repeat(1_000_000));
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.len() <= 64 && letters[0].end == 2 * MOST_CHARACTERS);
        assert_eq!(looked_at("ä"), "ä");
    }

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn words_are_whole_and_plain() {
        assert_eq!(
            texts("Réunion d’Équipe — Größe"),
            ["reunion", "d", "equipe", "grosse"]
        );
        assert_eq!(texts("☕️ with Mei"), ["☕", "with", "mei"]);
        assert_eq!(texts(" / ?! "), Vec::<String>::new());
    }

    #[test]
    fn one_on_one_is_a_word_and_a_version_is_not() {
        assert_eq!(texts("1:1 Ana"), ["1:1", "ana"]);
        assert_eq!(texts("Weekly 1-1s"), ["weekly", "1:1"]);
        assert_eq!(texts("Release 1.1"), ["release", "1", "1"]);
        assert_eq!(texts("2026-1-1"), ["2026", "1", "1"]);
    }

    #[test]
    fn quarters_and_years_are_alike() {
        assert_eq!(class_of("q4"), "q1");
        assert_eq!(class_of("2027"), "2000");
        assert_eq!(class_of("rfc123"), "rfc");
        assert_eq!(class_of("q5"), "q5");
        assert_eq!(class_of("42"), "42");
    }
}
