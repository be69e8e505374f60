//! Meetings that were called off in their title only: “Canceled: Design sync”.
//!
//! Some programs leave the event in the calendar, as confirmed, and write a mark before its title in the language of who
//! called it off. “Cancellation flow review” has no such mark, and “Canceled orders: weekly” is another word before a colon.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use weekwise_model::{DayEffect, DayJudgement, Event};

use super::case::Shown;
use super::sums::Sums;
use super::weights as weight;
use crate::words::{looked_at, words};

/// A mark has at most so many words; a script without blanks has one for each of its signs.
const LONGEST: usize = 12;

/// What mail programs write before a title that is sent on.
const SENT_ON: &[&str] = &[
    "fw", "fwd", "wg", "tr", "rv", "vs", "re", "aw", "sv", "i", "enc", "doorst",
];

/// What calls an event off, where its title says so.
pub(super) fn called_off(event: &Event, shown: Shown) -> Option<DayJudgement> {
    let mark = mark(&event.summary)?;
    let mut sums = Sums::default();
    sums.say(
        DayEffect::NotHeld,
        weight::CALLED_OFF,
        format!("“{mark}” before a title is how programs call it off"),
    );
    if event.sequence > 0 {
        sums.say(
            DayEffect::NotHeld,
            weight::CALLED_OFF_LATER,
            "it was changed after it was sent",
        );
    }
    if shown == Shown::Free {
        sums.say(
            DayEffect::NotHeld,
            weight::CALLED_OFF_LATER,
            "it is shown as free",
        );
    }
    sums.say(
        DayEffect::Work,
        weight::WORK_BY_ITSELF,
        "it has a time of its own",
    );
    Some(sums.judgement())
}

/// The mark before a title, as it is written there.
fn mark(title: &str) -> Option<&str> {
    let mut title = looked_at(title).trim_start();
    // “FW: Canceled: …”
    for _ in 0..2 {
        let (head, rest) = before_colon(title)?;
        if is_mark(head) {
            return Some(head);
        }
        if !SENT_ON.contains(&head.to_lowercase().as_str()) {
            return None;
        }
        title = rest.trim_start();
    }
    let (head, _) = before_colon(title)?;
    is_mark(head).then_some(head)
}

/// What stands before a colon, in brackets, or before a dash with blanks around it; and what follows.
fn before_colon(title: &str) -> Option<(&str, &str)> {
    for (open, close) in [('[', ']'), ('(', ')'), ('【', '】')] {
        if let Some(inside) = title.strip_prefix(open) {
            return inside
                .split_once(close)
                .map(|(head, rest)| (head.trim(), rest));
        }
    }
    let colon = title.find([':', '：']);
    let dash = [" - ", " – ", " — "]
        .iter()
        .filter_map(|dash| title.find(dash));
    let at = dash.chain(colon).min()?;
    let (head, rest) = title.split_at(at);
    let rest = rest.trim_start();
    let mark = rest.chars().next()?;
    Some((head.trim(), &rest[mark.len_utf8()..]))
}

fn is_mark(head: &str) -> bool {
    static MARKS: OnceLock<FxHashSet<String>> = OnceLock::new();
    let marks = MARKS.get_or_init(|| {
        include_str!("../../days/called_off.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(_, marks)| marks.split('|'))
            .filter_map(as_compared)
            .collect()
    });
    as_compared(head).is_some_and(|head| marks.contains(&head))
}

/// A mark in small letters and without accents, as titles are compared; nothing where it is too long.
fn as_compared(mark: &str) -> Option<String> {
    let words = words(mark);
    let short = (1..=LONGEST).contains(&words.len());
    short.then(|| {
        let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_programs_write() {
        for (title, expected) in [
            ("Canceled: Design sync", "Canceled"),
            ("CANCELLED: Design sync", "CANCELLED"),
            ("Abgesagt: Jour fixe", "Abgesagt"),
            ("Annulé : Point d'équipe", "Annulé"),
            ("Annulé\u{a0}: Point d'équipe", "Annulé"),
            ("Anulowane: Przegląd", "Anulowane"),
            ("İptal edildi: Haftalık", "İptal edildi"),
            ("Отменено: Встреча", "Отменено"),
            ("已取消：周会", "已取消"),
            ("キャンセル済み: 定例", "キャンセル済み"),
            ("취소됨: 주간 회의", "취소됨"),
            ("בוטל: פגישה", "בוטל"),
            ("Cancel·lat: Reunió", "Cancel·lat"),
            ("FW: Canceled: Design sync", "Canceled"),
            ("WG: AW: Abgesagt: Jour fixe", "Abgesagt"),
            ("[Cancelled] Design sync", "Cancelled"),
            ("Cancelled - Design sync", "Cancelled"),
            ("Canceled:", "Canceled"),
        ] {
            assert_eq!(mark(title), Some(expected), "{title}");
        }
    }

    #[test]
    fn titles_that_only_speak_of_it() {
        for title in [
            "Cancellation flow review",
            "Cancelled orders: weekly",
            "Order cancelled: what the customer sees",
            "Review: cancelled",
            "Canceled",
            "Stornierungen: Prozess",
            "Annulation : parcours client",
            "1:1 Dana / Cancelled",
            "",
            ":",
        ] {
            assert_eq!(mark(title), None, "{title}");
        }
    }
}
