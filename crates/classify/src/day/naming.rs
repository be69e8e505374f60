//! Whose name stands in the title of a note about somebody's day.

use rustc_hash::FxHashSet as HashSet;

use super::words::{DayPhrase, Role};
use crate::first_names::is_only_a_name;
use crate::vocabulary::is_known;
use crate::words::{Word, is_little, is_number};

/// Who is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Naming {
    /// I am.
    Mine,
    /// Somebody of these calendars, or somebody whose name follows the rule of names.
    Known(String),
    /// Most likely somebody nobody here knows: a name before the word (“Owain A/L”), a common first name.
    Likely(String),
    /// Perhaps somebody, perhaps a place: a capitalised word behind the word (“Urlaub Kretzschmar”, “Urlaub Mallorca”).
    Perhaps(String),
    /// Nobody.
    Nobody,
}

/// Words for myself.
const MYSELF: &[&str] = &[
    "me", "my", "myself", "ich", "mein", "meine", "moi", "yo", "io", "eu", "meu", "minha", "ik",
    "mijn", "jag", "jeg", "ja", "moje", "olen", "oon",
];

/// Words that follow a person's name and say where somebody is, or join a remark.
const REMARKS: &[&str] = &[
    "in", "at", "to", "nach", "en", "a", "au", "aux", "do", "na", "v", "ve", "til", "naar", "um",
    "ab", "bis", "until", "till", "from", "von", "vom", "with", "w", "mit", "avec", "con", "com",
    "met", "for", "za", "zu", "bei", "chez", "from", "after",
];

/// Reads who is meant. `said`: the phrases found in the words; names are looked for among the other words.
pub(crate) fn naming(
    title: &str,
    words: &[Word],
    said: &[DayPhrase],
    mine: &HashSet<String>,
    known: &HashSet<String>,
) -> Naming {
    let about_somebody = |role: Role| {
        matches!(
            role,
            Role::Leave | Role::Half | Role::PartTime | Role::Birthday | Role::Duty | Role::Others
        )
    };
    let phrase = said.iter().find(|said| about_somebody(said.role));
    let taken = |at: usize| said.iter().any(|said| said.from <= at && at < said.to);
    let free = || (0..words.len()).filter(|at| !taken(*at));
    if free().any(|at| mine.contains(&words[at].text)) {
        return Naming::Mine;
    }
    if let Some(at) = free().find(|at| known.contains(&words[*at].text)) {
        return Naming::Known(words[at].text.clone());
    }
    if free().any(|at| MYSELF.contains(&words[at].text.as_str())) {
        return Naming::Mine;
    }
    let written = |at: usize| {
        title
            .get(words[at].start..words[at].end)
            .unwrap_or_default()
    };
    let name_like = |at: &usize| {
        let word = &words[*at];
        word.text.chars().count() > 1
            && word.text.chars().all(char::is_alphabetic)
            && !is_little(&word.text)
            && !is_number(&word.text)
            && !is_of_the_calendar(&word.text)
    };
    // “Anita's”, “Dario’s”
    let owner = free().filter(name_like).find(|at| {
        let after = title.get(words[*at].end..).unwrap_or_default();
        words[*at].capital && (after.starts_with("'s ") || after.starts_with("’s "))
    });
    if let Some(at) = owner.or_else(|| free().find(|at| is_only_a_name(&words[*at].text))) {
        return Naming::Likely(words[at].text.clone());
    }
    let Some(phrase) = phrase else {
        return Naming::Nobody;
    };
    let before: Vec<usize> = (0..phrase.from).filter(|at| !taken(*at)).collect();
    let joined = phrase.from == 0 || is_joined(title, words, phrase.from);
    let initials = |at: &usize| {
        let text = written(*at);
        (2..=3).contains(&text.chars().count()) && text.chars().all(char::is_uppercase)
    };
    // “CP LB”, “ferie SB”: shouted titles aside, capitals are somebody's initials.
    let calm = title.chars().any(char::is_lowercase);
    let beside = |at: &usize| {
        let after = *at == phrase.to && is_joined(title, words, *at);
        after || *at + 1 == phrase.from && joined
    };
    if let Some(at) = free().find(|at| calm && name_like(at) && initials(at) && beside(at)) {
        return Naming::Likely(words[at].text.clone());
    }
    if (1..=2).contains(&before.len()) && before.iter().all(name_like) && joined {
        return Naming::Likely(words[before[0]].text.clone());
    }
    let after: Vec<usize> = (phrase.to..words.len()).filter(|at| !taken(*at)).collect();
    let Some(first) = after.first().copied() else {
        return Naming::Nobody;
    };
    let gap = title
        .get(words[first - 1].end..words[first].start)
        .unwrap_or_default();
    let remark = gap.contains(['-', '–', '—', ',', ':', ';', '@', '/', '!', '+'])
        || REMARKS.contains(&words[first].text.as_str());
    let capital = |at: &usize| words[*at].capital || written(*at).chars().all(char::is_uppercase);
    // “A/L - Priti”: one word and nothing else, and no language's.
    let set_apart = matches!(gap.trim(), "-" | "–" | "—" | ":");
    if set_apart && after.len() == 1 && words[first].capital && !is_known(&words[first].text) {
        return Naming::Perhaps(words[first].text.clone());
    }
    if !remark && after.len() <= 2 && name_like(&first) && capital(&first) {
        return Naming::Perhaps(words[first].text.clone());
    }
    Naming::Nobody
}

/// Whether the word before stands right beside it, with nothing but a blank, a colon or a dash.
fn is_joined(title: &str, words: &[Word], at: usize) -> bool {
    let gap = title
        .get(words[at - 1].end..words[at].start)
        .unwrap_or_default();
    gap.trim().is_empty()
        || matches!(
            gap.trim(),
            "-" | "–" | ":" | "/" | "|" | ")" | "]" | "(" | "'s" | "’s"
        )
}

/// Weekdays and months, in the languages whose short forms collide with names.
fn is_of_the_calendar(word: &str) -> bool {
    const DAYS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "lunedi",
        "martedi",
        "mercoledi",
        "giovedi",
        "venerdi",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "mandag",
        "tirsdag",
        "onsdag",
        "torsdag",
        "fredag",
        "pm",
        "am",
        "em",
        "fm",
        "nm",
        "vm",
        "morning",
        "afternoon",
        "all",
        "day",
        "days",
        "week",
        "today",
        "nachmittag",
        "vormittag",
        "ganztags",
        "ganztagig",
        "tag",
        "tage",
        "matin",
        "apres",
        "midi",
        "tarde",
        "manana",
        "manha",
        "heute",
        "half",
        "full",
        "company",
        "firma",
    ];
    DAYS.contains(&word)
}
