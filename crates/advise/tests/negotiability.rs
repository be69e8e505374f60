//! What can be done about a meeting, what it costs, and why.

use std::collections::BTreeMap;

use weekwise_advise::Negotiator;
use weekwise_model::ChangeAction::{Async, Decline, Move, Shorten};
use weekwise_model::{ChangeAction, Classified, Kind, Response, Role, Touch};

use crate::people::{by_me, endless, me, vary, with};

const OTHERS: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

fn may(classified: &Classified, tentative: bool) -> (Vec<(ChangeAction, f64)>, String) {
    let (me, overrides) = (me(), BTreeMap::new());
    // Everybody is met elsewhere too.
    let elsewhere: Vec<Classified> = OTHERS
        .iter()
        .map(|one| with(Kind::OneOnOne, &[one]))
        .collect();
    let known = elsewhere.iter().chain([classified]);
    Negotiator::new(&me, &overrides, known).may(classified, tentative)
}

#[track_caller]
fn assert_may(classified: &Classified, expected: &[(ChangeAction, f64)], because: &str) {
    let (may, why) = may(classified, false);
    assert_eq!(may, expected, "{why}");
    assert!(why.contains(because) && why.ends_with('.'), "{why}");
}

#[test]
fn others_from_outside_the_team_keep_their_time() {
    for kind in [Kind::Interview, Kind::Incident, Kind::Partner] {
        assert_may(&by_me(kind, &["a", "b"]), &[], "depend on the time");
        assert_may(&with(kind, &["a", "b"]), &[], kind.label());
    }
}

#[test]
fn a_one_on_one_is_moved_and_never_declined() {
    assert_may(
        &with(Kind::OneOnOne, &["a"]),
        &[(Move, 2.0)],
        "never decline",
    );
    assert_may(
        &by_me(Kind::OneOnOne, &["a"]),
        &[(Move, 1.0)],
        "You organize this 1:1",
    );
}

#[test]
fn what_i_organize_moves_and_costs_more_the_more_people_are_asked() {
    assert_may(
        &by_me(Kind::DesignReview, &["a", "b"]),
        &[(Move, 1.25), (Shorten, 1.25)],
        "2 people have to agree",
    );
    assert_may(
        &by_me(Kind::DesignReview, &OTHERS),
        &[(Move, 3.0), (Shorten, 3.0)],
        "9 people have to agree",
    );
    for kind in [Kind::StatusReview, Kind::Standup, Kind::TeamMeeting] {
        assert_may(
            &by_me(kind, &["a", "b"]),
            &[(Move, 1.25), (Shorten, 1.25), (Async, 1.75)],
            "You organize it",
        );
    }
}

#[test]
fn nobody_is_missed_where_many_are() {
    assert_may(
        &with(Kind::StatusReview, &OTHERS),
        &[(Decline, 1.5), (Async, 2.0)],
        "10 people are there",
    );
    assert_may(
        &with(Kind::StatusReview, &OTHERS[..8]),
        &[(Decline, 1.5), (Async, 2.0)],
        "9 people are there",
    );
    assert_may(
        &with(Kind::StatusReview, &OTHERS[..7]),
        &[],
        "counts on each of 8 people",
    );
    // A group is one address.
    assert_may(
        &with(Kind::AllHands, &OTHERS[..2]),
        &[(Decline, 1.5), (Async, 2.0)],
        "for everybody",
    );
    // The own team notices.
    assert_may(
        &with(Kind::TeamPlanning, &OTHERS),
        &[(Async, 3.0), (Decline, 3.5)],
        "your own team’s",
    );
}

#[test]
fn an_optional_invitation_costs_least() {
    for role in [Role::Optional, Role::NonParticipant] {
        let mut optional = with(Kind::TeamMeeting, &["a", "b", "c"]);
        vary(&mut optional, |event| {
            event.attendees.last_mut().unwrap().role = role;
        });
        assert_may(&optional, &[(Decline, 0.5), (Async, 1.0)], "optional");
    }
}

#[test]
fn what_was_not_promised_may_be_declined() {
    let promised = with(Kind::TeamMeeting, &["a", "b", "c"]);
    assert_may(&promised, &[], "Somebody else organizes it");
    assert_eq!(may(&promised, true).0, [(Decline, 1.0)]);
    for response in [Response::Tentative, Response::NeedsAction] {
        let mut open = promised.clone();
        open.response = response;
        assert_may(&open, &[(Decline, 1.0)], "not promised");
    }
    // What the file does not say is no reason.
    let mut unknown = promised.clone();
    unknown.response = Response::Unknown;
    assert_may(&unknown, &[], "Somebody else organizes it");
}

#[test]
fn the_only_place_where_people_are_met_is_kept() {
    let mut bridge = with(Kind::CrossTeamSync, &["x", "y", "z"]);
    assert_may(&bridge, &[], "only place");
    // Even where I am only invited as optional.
    vary(&mut bridge, |event| {
        event.attendees.last_mut().unwrap().role = Role::Optional;
    });
    assert_may(&bridge, &[], "only place");
    // What I organize can find another time for them.
    assert_may(
        &by_me(Kind::CrossTeamSync, &["x", "y", "z"]),
        &[(Move, 1.5), (Shorten, 1.5)],
        "You organize it",
    );
    assert_may(
        &with(Kind::CrossTeamSync, &["a", "b", "c"]),
        &[],
        "Somebody else organizes it",
    );
}

#[test]
fn one_of_many_costs_a_little_less() {
    let (may, why) = may(&endless(with(Kind::OneOnOne, &["a"])), false);
    assert_eq!(may.len(), 1);
    assert!((may[0].1 - 1.8).abs() < 1e-9, "{may:?}");
    assert!(why.contains("it comes again"), "{why}");
    // What is fixed stays fixed, and says nothing of it.
    assert_may(
        &endless(with(Kind::Interview, &["a", "b"])),
        &[],
        "depend on the time.",
    );
}

#[test]
fn nobody_knows_whom_a_change_touches_where_nobody_is_named() {
    let mut hidden = by_me(Kind::TeamMeeting, &[]);
    (hidden.people, hidden.people_known) = (2, false);
    assert_may(&hidden, &[], "does not say who is there");
}

#[test]
fn what_i_say_about_a_series_beats_what_the_calendar_says() {
    let me = me();
    let interview = with(Kind::Interview, &["a", "b"]);
    let one_on_one = by_me(Kind::OneOnOne, &["a"]);
    for (touch, expected) in [
        (Touch::Fixed, None),
        (Touch::MayMove, Some(Move)),
        (Touch::MayShorten, Some(Shorten)),
        (Touch::MayGoAsync, Some(Async)),
        (Touch::MayDecline, Some(Decline)),
    ] {
        for classified in [&interview, &one_on_one] {
            let uid = classified.occurrence.event.uid.clone();
            let overrides = BTreeMap::from([(uid.clone(), touch)]);
            let negotiator = Negotiator::new(&me, &overrides, [classified]);
            let answer = negotiator.of(classified, false);
            assert_eq!(answer.uid, uid);
            assert_eq!(answer.may, expected.into_iter().collect::<Vec<_>>());
            assert!(answer.overridden && answer.because.starts_with("You said"));
        }
    }
    let none = BTreeMap::new();
    let negotiator = Negotiator::new(&me, &none, [&interview]);
    let answer = negotiator.of(&interview, false);
    assert!(answer.may.is_empty() && !answer.overridden);
    assert!((answer.social_cost - 5.0).abs() < 1e-9);
}

#[test]
fn where_nobody_is_named_nothing_may_change() {
    let mut hidden = by_me(Kind::TeamMeeting, &[]);
    (hidden.people, hidden.people_known) = (2, false);
    assert_may(&hidden, &[], "does not say who is there");
}
