//! Who my team is, as the answers show it.

use std::sync::Arc;

use weekwise_classify::Classifier;
use weekwise_model::{Category, Event, Kind};

use crate::calendar::{
    OTHERS, STRANGERS, TEAM, ZONE, calendars, event, learnt, me, recurring, span, with,
};

fn classifier(events: Vec<Event>) -> Classifier {
    let events: Vec<Arc<Event>> = events.into_iter().map(Arc::new).collect();
    Classifier::learn(&events, &me(), &calendars(), ZONE)
}

#[test]
fn one_meeting_makes_no_team() {
    let once = with(event("Kafka migration"), &OTHERS);
    let found = classifier(vec![once.clone()]).classify(&once);
    assert_eq!(found.category, Category::CrossTeam);
    assert!(
        found.confidence < 0.75,
        "nobody can know: {}",
        found.confidence
    );
}

#[test]
fn a_flattened_series_of_stand_ups_names_the_team() {
    let week = (0..5).map(|_| with(event("Stand-up"), &TEAM)).collect();
    let found = classifier(week).classify(&with(event("Falcon"), &TEAM));
    assert_eq!(found.kind, Kind::TeamMeeting);
}

#[test]
fn a_cross_team_stand_up_names_no_team() {
    let series = recurring(
        with(event("Cross-team standup"), &OTHERS),
        "FREQ=DAILY",
        span(15),
    );
    let found = classifier(vec![series.clone()]).classify(&series);
    assert_eq!(found.category, Category::CrossTeam);
}

#[test]
fn a_stand_up_with_people_of_other_teams_is_cross_team() {
    let found = learnt().classify(&with(event("Standup"), &OTHERS));
    assert_eq!(found.category, Category::CrossTeam);
    let found = learnt().classify(&with(event("Standup"), &TEAM[..3]));
    assert_eq!(found.category, Category::OtherWork);
}

#[test]
fn one_guest_does_not_make_the_teams_meeting_another_teams() {
    let mut people = TEAM.to_vec();
    people.push(OTHERS[0]);
    let found = learnt().classify(&with(event("Falcon"), &people));
    assert_eq!(found.kind, Kind::TeamMeeting);
}

#[test]
fn everybody_else_outside_is_a_partner_also_in_pairs_with_a_topic() {
    let found = learnt().classify(&with(event("Falcon pricing"), &STRANGERS[..1]));
    assert_eq!(found.kind, Kind::Partner);
    let found = learnt().classify(&with(event("Kim"), &STRANGERS[..1]));
    assert_eq!(
        found.kind,
        Kind::OneOnOne,
        "only a name is a 1:1, also across companies"
    );
}
