//! Who is there, when, how long, how often (rules 1, 3, 7).

use weekwise_model::Kind;

use crate::cadence::in_words;
use crate::circles::Circle;
use crate::ledger::Ledger;
use crate::lexicon::{Reads, When};
use crate::naming::Naming;
use crate::scene::Scene;

/// Who is there.
pub(super) fn people(scene: &Scene<'_>, ledger: &mut Ledger) {
    let count = scene.company.people;
    let topic = has_topic(scene);
    if scene.holds(When::Pair) {
        let external = scene.circle == Circle::External;
        match scene.names.naming {
            Naming::One | Naming::Two if !topic => {
                ledger.add(
                    "two people, and the title only names them",
                    Kind::OneOnOne,
                    3.5,
                );
            }
            _ if scene.is_hidden() => {
                ledger.add("two people, and the title is hidden", Kind::OneOnOne, 2.0);
            }
            _ if !topic && !scene.names.unknown_topic => {
                ledger.add(
                    "two people, no topic",
                    Kind::OneOnOne,
                    if external { 1.5 } else { 2.5 },
                );
            }
            _ => ledger.add(
                "two people",
                Kind::OneOnOne,
                if external || topic { 0.8 } else { 2.0 },
            ),
        }
        if external {
            ledger.add(
                "the other person is outside your company",
                Kind::Partner,
                if scene.names.unknown_topic { 3.5 } else { 1.5 },
            );
        }
        return;
    }
    if scene.holds(When::Alone) {
        return;
    }
    if scene.names.naming == Naming::TwoTeams {
        ledger.add("the title names two teams", Kind::CrossTeamSync, 3.0);
    } else if scene.names.naming == Naming::Two && scene.circle != Circle::Own {
        ledger.add("the title names two sides", Kind::CrossTeamSync, 1.5);
    }
    let others = count.saturating_sub(1);
    match scene.circle {
        Circle::Own => ledger.add(
            format!("you meet most of these {others} people again and again: your team"),
            Kind::TeamMeeting,
            if topic { 1.2 } else { 2.2 },
        ),
        Circle::Crossing => {
            ledger.add(
                "most of the people are not of your team",
                Kind::CrossTeamSync,
                if topic { 1.5 } else { 2.4 },
            );
        }
        Circle::Mixed => {
            ledger.add(
                "people of your team and of others",
                Kind::CrossTeamSync,
                1.6,
            );
            ledger.add("people of your team and of others", Kind::TeamMeeting, 0.8);
        }
        Circle::External => {
            ledger.add("everybody else is outside your company", Kind::Partner, 2.8);
        }
        Circle::Unknown if scene.company.known => {
            ledger.add(format!("{count} people"), Kind::CrossTeamSync, 1.1);
            ledger.add(format!("{count} people"), Kind::TeamMeeting, 0.6);
        }
        Circle::Unknown => {
            ledger.add(
                "reads as a meeting, people not known",
                Kind::CrossTeamSync,
                0.5,
            );
            ledger.add(
                "reads as a meeting, people not known",
                Kind::TeamMeeting,
                0.5,
            );
        }
    }
    if scene.list {
        ledger.add("a mailing list is invited", Kind::AllHands, 0.6);
    }
    if count >= 40 {
        ledger.add(format!("{count} people"), Kind::AllHands, 2.5);
    }
}

/// Whether the title says what it is about, not only that people meet.
fn has_topic(scene: &Scene<'_>) -> bool {
    scene.hits.iter().any(|hit| {
        // Titles that only say that people meet have a sense for every circle.
        let only_meets = hit.theme.means.len() > 6
            || matches!(hit.theme.reads, Reads::Pair | Reads::PerhapsPair);
        !only_meets && hit.theme.what != "Busy"
    })
}

/// When, how long, how often.
pub(super) fn time(scene: &Scene<'_>, ledger: &mut Ledger) {
    if let Some(per_week) = scene.per_week {
        let text = format!("recurs {}", in_words(per_week));
        if scene.holds(When::Pair) && per_week >= 0.2 {
            ledger.add(text, Kind::OneOnOne, 0.6);
        } else if scene.holds(When::Own) && per_week >= 0.2 {
            ledger.add(
                text,
                if per_week >= 3.0 {
                    Kind::Standup
                } else {
                    Kind::TeamMeeting
                },
                0.6,
            );
        } else if scene.holds(When::Group) && scene.circle == Circle::Unknown && per_week >= 3.0 {
            ledger.add(text, Kind::Standup, 1.4);
        } else if scene.holds(When::Group) && scene.circle == Circle::Unknown && per_week >= 0.4 {
            ledger.add(text, Kind::TeamMeeting, 0.7);
        } else if scene.holds(When::Alone) && per_week < 0.05 && scene.all_day {
            ledger.add(text, Kind::Private, 1.5);
        }
    }
    if scene.holds(When::Alone) {
        block(scene, ledger);
    }
}

/// A block goes by its object; without one that is known, by its length and hour (rule 7).
fn block(scene: &Scene<'_>, ledger: &mut Ledger) {
    if scene.is_hidden() {
        ledger.add(
            "nobody else, and the title is hidden",
            Kind::Placeholder,
            1.2,
        );
    } else if scene.all_day {
        ledger.add("a whole day", Kind::Other, 0.6);
    } else {
        match scene.minutes {
            Some(minutes) if minutes >= 45 => {
                ledger.add(
                    format!("a block of {}", length_in_words(minutes)),
                    Kind::Focus,
                    2.0,
                );
            }
            Some(minutes) => ledger.add(format!("a block of only {minutes} min"), Kind::Other, 1.5),
            None => ledger.add("nobody else is there", Kind::Focus, 1.6),
        }
    }
    let Some((hour, weekend)) = scene.starts else {
        return;
    };
    if scene.hits.is_empty() && (weekend || !(6..20).contains(&hour)) {
        let text = if weekend {
            "alone, on a weekend"
        } else {
            "alone, early or late in the day"
        };
        ledger.add(text, Kind::Private, 1.6);
    }
}

fn length_in_words(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}
