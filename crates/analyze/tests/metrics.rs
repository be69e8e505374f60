//! Series, notice, staleness, preparation, control.

use weekwise_model::{Category, Classified, Kind, Response, Status};

use crate::support::{Build, analysis, block, meeting};

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

fn weekly(uid: &str, first: &str) -> Build {
    meeting(uid, Category::CrossTeam, "2026-11-10 10:00").repeats("FREQ=WEEKLY", first)
}

#[test]
fn people_hours_are_length_by_people_who_have_not_declined_by_times() {
    let answers = [
        Response::Accepted,
        Response::NeedsAction,
        Response::Declined,
    ];
    let series = weekly("sync", "2026-10-06 10:00")
        .attendees(&answers)
        .minutes(90);
    let analysis = analysis(&[series.build()]);
    let cost = &analysis.metrics().series_cost[0];
    assert_eq!((cost.people, cost.times), (3, 1));
    close(cost.hours_per_week, 1.5);
    close(cost.people_hours_per_month, 1.5 * 3.0 / 7.0 * 30.44);
}

#[test]
fn a_single_meeting_is_no_series() {
    let single = meeting("once", Category::CrossTeam, "2026-11-10 10:00")
        .people(12)
        .minutes(90);
    let metrics = analysis(&[single.build()]).metrics().clone();
    assert!(metrics.series_cost.is_empty());
    assert_eq!((metrics.large, metrics.long), (1, 1));
}

#[test]
fn an_endless_series_over_26_weeks_old_is_a_zombie() {
    let zombies = |first: &str| {
        analysis(&[weekly("sync", first).build()])
            .metrics()
            .zombies
            .clone()
    };
    assert_eq!(zombies("2026-04-14 10:00"), ["sync"]);
    assert!(zombies("2026-06-09 10:00").is_empty());
    // A conversation of two is old because it is held.
    let two = weekly("one", "2025-01-07 10:00").people(2);
    assert!(analysis(&[two.build()]).metrics().zombies.is_empty());
    let ending = weekly("sync", "2025-01-07 10:00")
        .repeats("FREQ=WEEKLY;UNTIL=20270101", "2025-01-07 10:00");
    assert!(analysis(&[ending.build()]).metrics().zombies.is_empty());
}

#[test]
fn a_series_with_three_of_its_last_eight_cancelled_is_a_zombie() {
    let history = |cancelled: usize| -> Vec<Classified> {
        (0..10)
            .map(|week| {
                let instance = weekly("sync", "2026-09-08 10:00").days_later(-7 * week);
                // The two oldest are beyond the last eight.
                let off = week >= 8 || (1..=cancelled).contains(&usize::try_from(week).unwrap());
                if off {
                    instance.status(Status::Cancelled)
                } else {
                    instance
                }
                .build()
            })
            .collect()
    };
    assert_eq!(analysis(&history(3)).metrics().zombies, ["sync"]);
    assert!(analysis(&history(2)).metrics().zombies.is_empty());
}

#[test]
fn a_meeting_everybody_else_declined_is_abandoned() {
    let abandoned = |answers: &[Response]| {
        let meeting = meeting("sync", Category::CrossTeam, "2026-11-10 10:00").attendees(answers);
        !analysis(&[meeting.build()]).metrics().abandoned.is_empty()
    };
    assert!(abandoned(&[Response::Declined, Response::Declined]));
    assert!(!abandoned(&[Response::Declined, Response::NeedsAction]));
}

#[test]
fn lead_time_is_told_by_category_and_counts_a_series_once() {
    let at = |uid: &str, created: &str| {
        meeting(uid, Category::Review, "2026-11-10 10:00").created(created)
    };
    let events = [
        at("a", "2026-11-10 08:00").build(),
        at("b", "2026-11-09 10:00").build(),
        at("c", "2026-11-06 10:00").build(),
        // Copied after the fact: says nothing.
        at("d", "2026-11-20 10:00").build(),
        // The tenth instance was decided with the first.
        at("e", "2026-09-01 10:00")
            .repeats("FREQ=WEEKLY", "2026-09-08 10:00")
            .build(),
    ];
    let metrics = analysis(&events).metrics().clone();
    let lead = &metrics.lead_time[0];
    assert_eq!((lead.category, lead.meetings), (Category::Review, 3));
    close(lead.median_hours, 24.0);
    close(lead.under_24_hours, 1.0 / 3.0);
    assert_eq!(metrics.short_notice, 1);
}

#[test]
fn a_review_lacks_preparation_unless_a_block_lies_in_the_48_hours_before() {
    let review = meeting("rfc", Category::Review, "2026-11-12 10:00").kind(Kind::RfcReview);
    let block = |start: &str| {
        block("prep", Category::Review, start)
            .kind(Kind::ReviewPreparation)
            .build()
    };
    let debt = |events: &[Classified]| analysis(events).metrics().prep_debt;
    close(debt(&[review.clone().build()]), 0.5);
    close(
        debt(&[block("2026-11-10 10:00"), review.clone().build()]),
        0.0,
    );
    close(
        debt(&[block("2026-11-10 09:00"), review.clone().build()]),
        0.5,
    );
    close(debt(&[block("2026-11-12 11:00"), review.build()]), 0.5);
    let post_mortem = meeting("pm", Category::Review, "2026-11-12 10:00").kind(Kind::PostMortem);
    close(debt(&[post_mortem.build()]), 0.0);
}

#[test]
fn one_block_prepares_one_review() {
    let review = |uid: &str, start: &str| {
        meeting(uid, Category::Review, start)
            .kind(Kind::DesignReview)
            .build()
    };
    let prep = block("prep", Category::Review, "2026-11-11 09:00").build();
    let events = [
        prep,
        review("a", "2026-11-12 10:00"),
        review("b", "2026-11-12 14:00"),
    ];
    close(analysis(&events).metrics().prep_debt, 0.5);
}

#[test]
fn control_is_the_share_i_organize_or_placed_alone() {
    let events = [
        meeting("theirs", Category::CrossTeam, "2026-11-10 10:00").build(),
        meeting("mine", Category::CrossTeam, "2026-11-10 13:00")
            .mine()
            .minutes(90)
            .build(),
        block("block", Category::OtherWork, "2026-11-11 13:00")
            .minutes(90)
            .build(),
    ];
    close(analysis(&events).metrics().control, 0.75);
}

#[test]
fn trust_says_what_the_answer_rests_on() {
    let events = [
        meeting("a", Category::CrossTeam, "2026-11-10 10:00")
            .hidden_people()
            .build(),
        meeting("b", Category::CrossTeam, "2026-11-10 13:00")
            .response(Response::NeedsAction)
            .build(),
        meeting("c", Category::CrossTeam, "2026-11-10 15:00")
            .status(Status::Cancelled)
            .build(),
        // In the history, so neither.
        meeting("d", Category::CrossTeam, "2026-11-03 15:00")
            .status(Status::Cancelled)
            .build(),
    ];
    let trust = analysis(&events).trust();
    assert_eq!((trust.counted, trust.not_counted), (2, 1));
    close(trust.without_people, 0.5);
    close(trust.tentative_hours, 1.0);
    assert_eq!(
        trust.notes,
        [
            "Only 2 h is booked: too little to say how the time is spent.",
            "1 h of the counted time is tentative or unanswered.",
            "1 event reads like a meeting but carries no attendees.",
        ]
    );
}

#[test]
fn an_almost_empty_week_is_not_judged() {
    let meeting = |length| {
        meeting("a", Category::CrossTeam, "2026-11-10 10:00")
            .minutes(length)
            .build()
    };
    // A tenth of forty hours.
    let (sparse, told) = (analysis(&[meeting(239)]), analysis(&[meeting(240)]));
    assert!(
        sparse
            .signals()
            .iter()
            .all(|signal| !signal.text.contains("strategy"))
    );
    assert!(sparse.trust().notes[0].starts_with("Only 4 h"));
    assert!(
        told.signals()
            .iter()
            .any(|signal| signal.text.contains("strategy"))
    );
    assert!(told.trust().notes.is_empty());
}
