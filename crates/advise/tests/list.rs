//! The list for one week, and what is never on it.

use chrono::{DateTime, Utc};
use weekwise_advise::{Question, advise};
use weekwise_model::{AdviceAction, AdviceList, Category, Classified, Decides, Kind, Settings};

use crate::support::{ZONE, all_day, at, block, focus, meeting, settings, week};

fn list_at(events: &[Classified], settings: &Settings, now: DateTime<Utc>) -> AdviceList {
    let question = Question {
        occurrences: events,
        period: week(),
        settings,
        now,
    };
    advise(&question).unwrap()
}

/// Before the week begins: all of it can still be changed.
fn list(events: &[Classified]) -> AdviceList {
    list_at(events, &settings(), at("2026-11-08 12:00", ZONE))
}

/// A week with 10 h of one large cross-team series I organize, and little else; 9–10:30 is free, as long as thinking ahead takes.
fn too_many_syncs() -> Vec<Classified> {
    let mut events = Vec::new();
    for day in 9..14 {
        let start = format!("2026-11-{day:02} 10:30");
        let sync = meeting("platform", Category::CrossTeam, &start);
        let sync = sync.minutes(120).title("Platform sync").people(6).mine();
        events.push(sync.repeats("FREQ=DAILY", "2026-10-05 10:30").build());
        // Nothing else can change, and little is free.
        let talks = meeting(
            &format!("talks{day}"),
            Category::OtherWork,
            &format!("2026-11-{day:02} 12:30"),
        );
        events.push(talks.kind(Kind::Interview).minutes(240).build());
    }
    events
}

#[test]
fn what_only_i_decide_comes_before_what_others_hold() {
    let list = list(&too_many_syncs());
    let place = |decides: Decides| {
        list.advice
            .iter()
            .position(|advice| advice.decides == decides)
    };
    let (me, organizer) = (place(Decides::Me), place(Decides::AsOrganizer));
    assert!(me.is_some() && organizer.is_some(), "{list:?}");
    let block = list
        .advice
        .iter()
        .find(|advice| advice.category == Category::Strategy);
    assert_eq!(block.unwrap().action, AdviceAction::Block);
    assert!(
        list.advice
            .iter()
            .all(|advice| !advice.text.is_empty() && !advice.gain.is_empty())
    );
}

#[test]
fn no_two_pieces_of_advice_are_about_the_same_event() {
    let list = list(&too_many_syncs());
    let mut uids: Vec<_> = list
        .advice
        .iter()
        .filter_map(|advice| advice.uid.clone())
        .collect();
    let all = uids.len();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), all);
}

#[test]
fn what_a_role_exists_for_is_kept_while_it_is_below_its_band() {
    let review = meeting("board", Category::Review, "2026-11-10 10:00");
    let review = review
        .kind(Kind::ArchitectureReview)
        .people(12)
        .minutes(120);
    let mut events = too_many_syncs();
    events.push(review.repeats("FREQ=WEEKLY", "2026-10-06 10:00").build());
    let list = list(&events);
    let board = |uid: &Option<String>| uid.as_deref() == Some("board");
    let taken = list
        .advice
        .iter()
        .find(|advice| board(&advice.uid) && advice.action != AdviceAction::Block);
    assert_eq!(taken, None);
}

#[test]
fn nobody_moves_an_all_hands_or_an_interview() {
    let mut events = too_many_syncs();
    for (uid, kind, people) in [("all", Kind::AllHands, 80), ("talk", Kind::Interview, 3)] {
        let start = "2026-11-11 14:00";
        let meeting = meeting(uid, Category::OtherWork, start)
            .kind(kind)
            .people(people);
        events.push(meeting.repeats("FREQ=WEEKLY", "2026-10-07 14:00").build());
    }
    let list = list(&events);
    let touched = list
        .advice
        .iter()
        .filter_map(|advice| advice.uid.as_deref());
    assert!(
        touched.clone().all(|uid| uid != "all" && uid != "talk"),
        "{list:?}"
    );
}

#[test]
fn a_series_that_has_ended_cannot_be_changed() {
    let ended: Vec<Classified> = (9..14)
        .map(|day| {
            let start = format!("2026-11-{day:02} 10:00");
            let sync = meeting("platform", Category::CrossTeam, &start)
                .minutes(150)
                .mine();
            sync.people(6)
                .repeats("FREQ=DAILY;UNTIL=20261113T100000Z", "2026-10-05 10:00")
                .build()
        })
        .collect();
    let later = at("2026-12-20 12:00", ZONE);
    let list = list_at(&ended, &settings(), later);
    assert!(
        list.advice.iter().all(|advice| advice.uid.is_none()),
        "{list:?}"
    );
}

#[test]
fn a_week_that_is_over_tells_habits() {
    let later = at("2026-11-16 09:00", ZONE);
    let list = list_at(&too_many_syncs(), &settings(), later);
    let text = list
        .advice
        .iter()
        .find(|advice| advice.category == Category::Strategy);
    assert!(text.unwrap().text.starts_with("Keep "), "{list:?}");
    assert!(
        list.advice
            .iter()
            .all(|advice| advice.action != AdviceAction::Decline)
    );
}

#[test]
fn an_own_errand_moves_out_of_a_long_stretch() {
    let mut events = vec![
        block("mail", Category::OtherWork, "2026-11-10 13:30")
            .kind(Kind::Admin)
            .title("Expenses")
            .build(),
    ];
    for day in [9, 11, 12, 13] {
        let start = format!("2026-11-{day:02} 09:00");
        let workshop = meeting(&format!("workshop{day}"), Category::CrossTeam, &start);
        events.push(workshop.kind(Kind::Interview).minutes(420).build());
    }
    events.push(
        meeting("early", Category::Review, "2026-11-10 09:00")
            .kind(Kind::Interview)
            .minutes(180)
            .build(),
    );
    let list = list(&events);
    let moved = list
        .advice
        .iter()
        .find(|advice| advice.action == AdviceAction::Move);
    let moved = moved.unwrap_or_else(|| panic!("{list:?}"));
    assert!(
        moved.text.starts_with("Move “Expenses” to "),
        "{}",
        moved.text
    );
    assert_eq!(moved.decides, Decides::Me);
    assert!(moved.effect.focus_hours > 0.0);
}

#[test]
fn deep_work_above_its_band_is_given_away() {
    let mut events: Vec<Classified> = (9..14)
        .map(|day| {
            focus(&format!("focus{day}"), &format!("2026-11-{day:02} 09:00"))
                .minutes(480)
                .title("Focus")
                .build()
        })
        .collect();
    events.truncate(5);
    let list = list(&events);
    let given = list
        .advice
        .iter()
        .find(|advice| advice.action == AdviceAction::Repurpose);
    assert!(given.is_some(), "{list:?}");
}

#[test]
fn a_week_away_and_an_empty_one_say_why_there_is_nothing() {
    let away = [
        all_day("leave", Kind::TimeOff, "2026-11-09", "2026-11-13").build(),
        meeting("sync", Category::CrossTeam, "2026-11-13 10:00").build(),
    ];
    for events in [&away[..], &[]] {
        let list = list(events);
        assert!(list.advice.is_empty(), "{list:?}");
        assert!(list.note.is_some());
    }
}

#[test]
fn without_people_only_own_time_is_advised_on() {
    let mut hidden: Vec<Classified> = too_many_syncs()
        .into_iter()
        .map(|mut one| {
            one.people_known = false;
            one
        })
        .collect();
    // Without an hour of anybody's own it is a calendar of meetings, not of a person.
    let nobodys = list(&hidden);
    assert!(nobodys.advice.is_empty(), "{nobodys:?}");
    assert!(nobodys.note.unwrap().contains("no time of your own"));
    let own = block("mail", Category::OtherWork, "2026-11-02 16:30");
    hidden.push(own.kind(Kind::Admin).build());
    let list = list(&hidden);
    assert!(
        !list.advice.is_empty()
            && list
                .advice
                .iter()
                .all(|advice| advice.decides == Decides::Me),
        "{list:?}"
    );
    assert!(list.note.unwrap().contains("does not say who"));
}

#[test]
fn a_habit_is_only_one_at_an_hour_that_is_usually_free() {
    let later = at("2026-11-16 09:00", ZONE);
    let events = too_many_syncs();
    let strategy = |events: &[Classified]| {
        let list = list_at(events, &settings(), later);
        let advice = list
            .advice
            .into_iter()
            .find(|one| one.category == Category::Strategy);
        advice.map(|one| one.id)
    };
    let offered = strategy(&events).unwrap();
    // In the weeks before, that hour was taken each time.
    let (_, start) = offered.rsplit_once("strategy:").unwrap();
    let start = start.replace('T', " ");
    let mut with_history = events.clone();
    for weeks in 1..7 {
        let was = meeting(&format!("past {weeks}"), Category::OtherWork, &start).minutes(240);
        with_history.push(was.days_later(-7 * weeks).build());
    }
    assert_ne!(strategy(&with_history).as_ref(), Some(&offered));
}
