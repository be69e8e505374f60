//! The list against trying everything, which only this room can do.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]
#![allow(
    dead_code,
    unreachable_pub,
    reason = "the builders are those of the room below; not all are needed here"
)]

use chrono::TimeDelta;
use proptest::prelude::*;
use weekwise_model::{Category, Classified, Kind};

use super::{Modesty, Question, Scene, advise, proposals, tried};
use support::{ZONE, at, block, meeting, settings, week};

#[path = "../../analyze/tests/support/mod.rs"]
mod support;

fn calendar() -> impl Strategy<Value = Vec<Classified>> {
    let kinds = proptest::sample::select(vec![
        Kind::CrossTeamSync,
        Kind::StatusReview,
        Kind::OneOnOne,
        Kind::DesignReview,
        Kind::Strategy,
        Kind::Admin,
        Kind::Focus,
    ]);
    let event = (0_i64..480, 1_i64..13, kinds, 2_u32..12, 0_u8..6);
    let event = event.prop_map(|(start, length, kind, people, shape)| {
        let start = at("2026-11-09 07:00", ZONE) + TimeDelta::minutes(start * 15);
        let end = start + TimeDelta::minutes(length * 15);
        (start, end, kind, people, shape)
    });
    proptest::collection::vec(event, 4..25).prop_map(|events| {
        let build = |(number, parts): (usize, _)| {
            let (start, end, kind, people, shape): (_, _, Kind, u32, u8) = parts;
            let uid = format!("event {number}");
            let first = "2026-11-09 09:00";
            let build = match shape {
                0..4 => meeting(&uid, kind.category(), first).people(people),
                _ => block(&uid, kind.category(), first),
            };
            let build = if shape == 1 { build.mine() } else { build };
            let build = build.kind(kind).span(start, end);
            build.repeats("FREQ=WEEKLY", "2026-10-05 09:00").build()
        };
        events.into_iter().enumerate().map(build).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_next_step_is_the_best_of_all_that_may_be_offered(events in calendar()) {
        let settings = settings();
        let question = Question {
            occurrences: &events,
            period: week(),
            settings: &settings,
            now: at("2026-11-08 12:00", ZONE),
        };
        let scene = Scene::of(&question).unwrap();
        let modesty = Modesty::of(&scene);
        let list = advise(&question).unwrap();
        if !modesty.is_silent() {
            let all = tried(&scene, proposals(&scene, &modesty));
            let best = all.iter().min_by(|a, b| a.order(b));
            let best = best.map(|tried| tried.proposal.id.clone());
            prop_assert_eq!(best, list.advice.first().map(|advice| advice.id.clone()));
            // A second block of a category never comes before the first is told.
            let blocks = |category: Category| {
                let of = list.advice.iter().filter(move |a| a.uid.is_none() && a.category == category);
                of.count()
            };
            prop_assert!(Category::WORK.into_iter().all(|category| blocks(category) <= 2));
        }
    }
}
