//! One whole analysis, so that a change of any figure or sentence is seen.

use serde_json::json;
use weekwise_model::{BusyStatus, Category, Classified, Kind, Response, Status};

use crate::support::{all_day, analysis, block, focus, meeting};

/// An ordinary, overfull week.
pub fn busy_week() -> Vec<Classified> {
    let on = |uid: &str, category, start: &str, minutes: i64| {
        meeting(uid, category, &format!("2026-11-{start}"))
            .minutes(minutes)
            .title(uid)
    };
    let weekly = |uid: &str, category, start: &str, minutes: i64, first: &str| {
        on(uid, category, start, minutes)
            .repeats("FREQ=WEEKLY", &format!("{first} {}", &start[3..]))
    };
    let mut events = vec![
        focus("Ledger migration design", "2026-11-09 09:00")
            .minutes(120)
            .created("2026-11-02 09:00")
            .build(),
        weekly(
            "Platform sync",
            Category::CrossTeam,
            "09 13:00",
            60,
            "2025-11-03",
        )
        .people(11)
        .build(),
        on("Payments × Risk", Category::CrossTeam, "09 14:00", 60)
            .people(8)
            .build(),
        weekly(
            "Priya / Sam",
            Category::OneOnOne,
            "09 15:00",
            30,
            "2026-09-07",
        )
        .people(2)
        .mine()
        .build(),
        on("API review board", Category::Review, "09 16:00", 60)
            .kind(Kind::ArchitectureReview)
            .people(6)
            .build(),
        on("Launch readiness", Category::CrossTeam, "10 09:30", 60)
            .people(14)
            .build(),
        on("Vendor escalation", Category::CrossTeam, "10 10:30", 60)
            .created("2026-11-10 08:00")
            .people(9)
            .build(),
        on("Data contracts", Category::CrossTeam, "10 11:30", 30)
            .people(6)
            .build(),
        on("Mentoring: Noor", Category::OneOnOne, "10 13:00", 45)
            .people(2)
            .mine()
            .build(),
        on("Migration steering", Category::CrossTeam, "10 13:45", 75)
            .people(12)
            .build(),
        on("Interlock", Category::CrossTeam, "10 15:00", 60)
            .response(Response::NeedsAction)
            .people(10)
            .build(),
        on("Interview debrief", Category::OtherWork, "10 16:00", 60)
            .guess(Category::Review)
            .people(5)
            .build(),
        focus("Focus", "2026-11-11 09:00")
            .minutes(180)
            .created("2026-11-02 09:00")
            .build(),
        on("Quick pricing call", Category::CrossTeam, "11 10:30", 30)
            .created("2026-11-10 15:00")
            .build(),
        on("Skip-level: Dana", Category::OneOnOne, "11 14:00", 30)
            .people(2)
            .build(),
        on("Guild: reliability", Category::CrossTeam, "12 09:00", 60)
            .people(16)
            .build(),
        on("Technical strategy H1", Category::Strategy, "12 11:00", 75)
            .mine()
            .people(3)
            .build(),
        on("Cross-org planning", Category::CrossTeam, "12 13:00", 90)
            .status(Status::Tentative)
            .people(18)
            .build(),
        on("RFC: event sourcing", Category::Review, "12 15:00", 90)
            .kind(Kind::RfcReview)
            .people(5)
            .build(),
        on("Evening call", Category::CrossTeam, "12 18:00", 60)
            .hidden_people()
            .build(),
        block("Dentist", Category::Personal, "2026-11-13 15:00")
            .minutes(120)
            .build(),
        on("Declined", Category::CrossTeam, "13 10:00", 60)
            .response(Response::Declined)
            .build(),
        all_day("On call", Kind::OnCall, "2026-11-09", "2026-11-14")
            .busy(BusyStatus::Free)
            .build(),
    ];
    for day in 9..14 {
        events.push(
            on(
                "Stand-up",
                Category::OtherWork,
                &format!("{day:02} 12:15"),
                15,
            )
            .people(7)
            .repeats("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-02 12:15")
            .build(),
        );
    }
    events
}

#[test]
fn a_busy_week() {
    let events = busy_week();
    let analysis = analysis(&events);
    let shares: Vec<_> = (0..events.len())
        .map(|i| {
            let share = analysis.share_of(i);
            let title = &events[i].occurrence.event.summary;
            format!(
                "{title}: {} min{}",
                share.minutes,
                if share.conflict { ", in conflict" } else { "" }
            )
        })
        .collect();
    insta::assert_json_snapshot!(json!({
        "week_mix": analysis.week_mix(),
        "booked_mix": analysis.booked_mix(),
        "hours_to_move": analysis.hours_to_move(),
        "metrics": analysis.metrics(),
        "signals": analysis.signals(),
        "trust": analysis.trust(),
        "days": analysis.days(),
        "shares": shares,
    }));
}
