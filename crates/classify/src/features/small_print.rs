//! What else is there to see: when it is, how it is written, what hangs on it.

use weekwise_model::{BusyStatus, Class};

use super::Collecting;
use crate::first_names::is_first_name;
use crate::scene::Scene;

pub(super) fn when(scene: &Scene<'_>, all: &mut Collecting) {
    match scene.per_week {
        None => all.add("once"),
        Some(often) if often >= 2.5 => all.add("daily"),
        Some(often) if often >= 0.9 => all.add("weekly"),
        Some(often) if often >= 0.4 => all.add("fortnightly"),
        Some(_) => all.add("monthly"),
    }
    let ends = scene.event.recurrence.as_ref().is_some_and(|r| !r.endless);
    all.add_if(ends, "ends");
    if scene.all_day {
        all.add("all-day");
        all.add_if(scene.days > 1, "several-days");
    }
    match scene.minutes {
        Some(..=15) => all.add("to-15"),
        Some(..=30) => all.add("to-30"),
        Some(..=44) => all.add("to-45"),
        Some(..=60) => all.add("to-60"),
        Some(..=90) => all.add("to-90"),
        Some(..=150) => all.add("to-150"),
        Some(_) => all.add("long"),
        None => {}
    }
    let named = scene
        .title
        .hits
        .iter()
        .any(|hit| hit.means(|entry| entry.sure > 1));
    if let (true, false, Some(minutes)) = (scene.is_alone(), named, scene.minutes) {
        // Rule 7: what has no object goes by its length.
        all.add(if minutes < 45 {
            "short-block"
        } else {
            "long-block"
        });
    }
    let Some((hour, weekend)) = scene.starts else {
        return;
    };
    match hour {
        5..=8 => all.add("early"),
        9..=10 => all.add("morning"),
        12 => all.add("noon"),
        16 => all.add("late"),
        17.. | 0..=4 => all.add("evening"),
        _ => {}
    }
    all.add_if(weekend, "weekend");
    all.add_if(scene.friday && hour >= 14, "friday-afternoon");
}

pub(super) fn small_print(scene: &Scene<'_>, all: &mut Collecting) {
    let event = scene.event;
    match event.busy_status {
        Some(BusyStatus::OutOfOffice) => all.add("out-of-office"),
        Some(BusyStatus::Tentative) => all.add("tentative"),
        _ => {}
    }
    let free = event.transparency == weekwise_model::Transparency::Transparent
        || event.busy_status == Some(BusyStatus::Free);
    all.add_if(free, "free");
    all.add_if(event.class != Class::Public, "private");
    all.add_if(event.conference.is_some(), "conference");
    all.add_if(!event.location.is_empty(), "place");
    let reads = ["docs.", "/doc", "/pull/", "/rfc", "/adr", "wiki", "figma"]
        .iter()
        .any(|mark| event.description.contains(mark));
    all.add_if(reads, "document");
    links(scene, all);
}

/// Links to what the time is about.
fn links(scene: &Scene<'_>, all: &mut Collecting) {
    let event = scene.event;
    let text = [
        event.description.as_str(),
        event.url.as_deref().unwrap_or_default(),
        &event.location,
    ];
    if !text.iter().any(|t| t.contains("://")) {
        return;
    }
    let has = |marks: &[&str]| {
        text.iter()
            .any(|t| marks.iter().any(|mark| t.contains(mark)))
    };
    let change = [
        "/pull/",
        "/merge_requests/",
        "/pull-requests/",
        "/pullrequest/",
    ];
    all.add_if(has(&change), "link-change");
    all.add_if(
        has(&["/rfcs/", "/rfc/", "/adr/", "/adrs/"]),
        "link-proposal",
    );
}

/// Whether a title has something like “DUB-LHR” or “TO → MI”, or the number of a flight.
pub(super) fn is_route(title: &str) -> bool {
    let place = |word: &str| {
        (2..=3).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
    };
    let pairs = title.split_whitespace().any(|word| {
        word.split_once(['-', '–', '→', '>', '/'])
            .is_some_and(|(from, to)| place(from) && place(to) && from.len() == to.len())
    });
    let words: Vec<&str> = title.split_whitespace().collect();
    let arrows = words
        .windows(3)
        .any(|w| matches!(w[1], "→" | "->" | "–" | "-" | ">") && place(w[0]) && place(w[2]));
    let flight = words.iter().any(|word| {
        let (letters, digits) = word.split_at_checked(2).unwrap_or(("", ""));
        place(letters)
            && (3..=4).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
    });
    pairs || arrows || flight
}

/// Initials, arrows, versions, names that are joined.
pub(super) fn signs(title: &str, scene: &Scene<'_>, all: &mut Collecting) {
    let letters = || title.split(|c: char| !c.is_alphanumeric());
    let initials = |word: &str| {
        (2..=3).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
    };
    all.add_if(initials(title.trim()), "initials");
    all.add_if(letters().any(initials), "short-capitals");
    all.add_if(title.contains(['→', '➡']) || title.contains("->"), "arrow");
    let dotted = |word: &str| {
        let mut parts = word.split('.');
        let number = |part: Option<&str>| {
            part.is_some_and(|p| {
                !p.is_empty() && p.len() <= 2 && p.bytes().all(|b| b.is_ascii_digit())
            })
        };
        number(parts.next()) && number(parts.next())
    };
    all.add_if(title.split_whitespace().any(dotted), "version");
    let words = &scene.title.words;
    let named =
        |at: usize| scene.is_free(at) && words[at].capital && !is_first_name(&words[at].text);
    let joined = (1..words.len()).any(|at| {
        let gap = title
            .get(words[at - 1].end..words[at].start)
            .unwrap_or_default();
        let sign = matches!(
            gap.trim(),
            "/" | "+" | "&" | "<>" | "<->" | "↔" | "×" | "✖️"
        );
        let between = at + 1 < words.len()
            && matches!(
                words[at].text.as_str(),
                "x" | "und" | "and" | "et" | "y" | "e" | "i" | "og" | "och" | "en"
            )
            && named(at + 1);
        sign && named(at - 1) && named(at) || between && named(at - 1)
    });
    all.add_if(joined, "joins-names");
}

/// Whether a title has a word in capitals, and something like `INC-3321` or `ADR 23`.
pub(super) fn marks(title: &str) -> (bool, bool) {
    let mut capitals = false;
    let mut ticket = false;
    let mut before_capital = false;
    for word in title.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let upper = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        ticket |= before_capital && word.chars().all(|c| c.is_ascii_digit());
        capitals |= upper;
        before_capital = upper;
    }
    (capitals, ticket)
}
