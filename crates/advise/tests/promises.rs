//! What holds for every list, on random calendars.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use weekwise_advise::{Question, advise, quote};
use weekwise_analyze::Analysis;
use weekwise_model::{
    AdviceList, BandStatus, Category, Classified, Kind, Period, PeriodJson, Profile, ProfileId,
    Report,
};

use crate::support::{ZONE, at, block, meeting, settings, week};

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(vec![
        Kind::CrossTeamSync,
        Kind::StatusReview,
        Kind::OneOnOne,
        Kind::Standup,
        Kind::DesignReview,
        Kind::Strategy,
        Kind::AllHands,
        Kind::Admin,
        Kind::Focus,
        Kind::Placeholder,
        Kind::Interview,
    ])
}

fn event(number: usize, parts: (i64, i64, Kind, u32, u8)) -> Classified {
    let (start, length, kind, people, shape) = parts;
    let start = at("2026-11-09 00:00", ZONE) + TimeDelta::minutes(start * 15);
    let end = start + TimeDelta::minutes(length * 15);
    let uid = format!("event {number}");
    let first = "2026-10-05 09:00";
    let build = if shape < 5 {
        let meeting = meeting(&uid, kind.category(), "2026-11-09 09:00").people(people);
        if shape < 2 { meeting.mine() } else { meeting }
    } else {
        block(&uid, kind.category(), "2026-11-09 09:00")
    };
    let build = build.kind(kind).span(start, end);
    let build = if shape % 2 == 0 {
        build.repeats("FREQ=WEEKLY", first)
    } else {
        build
    };
    build.build()
}

pub fn calendar() -> impl Strategy<Value = (Vec<Classified>, DateTime<Utc>, usize)> {
    let parts = (0_i64..600, 1_i64..17, kinds(), 2_u32..15, 0_u8..8);
    (
        proptest::collection::vec(parts, 0..35),
        0_i64..12,
        0_usize..7,
    )
        .prop_map(|(parts, days, profile)| {
            let all = parts.into_iter().enumerate();
            let events = all.map(|(number, parts)| event(number, parts)).collect();
            (
                events,
                at("2026-11-07 12:00", ZONE) + TimeDelta::days(days),
                profile,
            )
        })
}

/// A report with nothing advised yet.
fn report_of(counted: &Analysis, period: Period) -> Report {
    Report {
        period: PeriodJson::from(&period),
        demo: false,
        profile: String::new(),
        week_mix: counted.week_mix().clone(),
        booked_mix: counted.booked_mix().clone(),
        hours_to_move: counted.hours_to_move(),
        metrics: counted.metrics().clone(),
        signals: counted.signals(),
        next_step: None,
        advice: AdviceList::default(),
        pending: None,
        reported: Vec::new(),
        habits: Vec::new(),
        trust: counted.trust(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn advice_never_harms_and_its_figures_are_those_of_counting_anew((events, now, profile) in calendar()) {
        let mut settings = settings();
        let id = ProfileId::ALL[profile].id();
        settings.profile = Profile::named(id, &[]).unwrap();
        let question = Question { occurrences: &events, period: week(), settings: &settings, now };
        let list = advise(&question).unwrap();
        let counted = Analysis::of(&events, week(), &settings).unwrap();
        prop_assert!(!list.advice.is_empty() || list.note.is_some(), "silence says why");
        for advice in &list.advice {
            let effect = &advice.effect;
            prop_assert!((effect.hours_to_move_before - counted.hours_to_move()).abs() < 1e-6);
            prop_assert!(effect.hours_to_move_after <= effect.hours_to_move_before + 1e-6, "{advice:?}");
            for band in &effect.bands {
                let holds = band.status_before == BandStatus::Within;
                prop_assert!(!holds || band.status_after == BandStatus::Within, "{advice:?}");
                let further = band.gap_hours_after.abs() - band.gap_hours_before.abs();
                prop_assert!(band.status_before == BandStatus::Untargeted || further < 0.021, "{advice:?}");
            }
            // An instance that goes is what counting without it finds.
            let gone: Vec<&str> = advice.effect.ghosts.iter().filter(|ghost| ghost.to_start.is_none())
                .filter_map(|ghost| ghost.uid.as_deref()).collect();
            if gone.len() == effect.ghosts.len() {
                let left: Vec<Classified> = events.iter()
                    .filter(|event| !gone.contains(&event.occurrence.event.uid.as_str()))
                    .cloned().collect();
                let without = Analysis::of(&left, week(), &settings).unwrap();
                prop_assert!((without.hours_to_move() - effect.hours_to_move_after).abs() < 1e-6);
                prop_assert!((without.metrics().meeting_load - effect.load_after).abs() < 1e-9);
                let focus = without.metrics().focus_time - counted.metrics().focus_time;
                prop_assert!((focus - effect.focus_hours).abs() < 1e-6);
            }
        }
        let ids: std::collections::BTreeSet<_> = list.advice.iter().map(|advice| &advice.id).collect();
        prop_assert_eq!(ids.len(), list.advice.len());
    }

    #[test]
    fn a_signals_step_lessens_the_figure_of_that_signal((events, now, _) in calendar()) {
        let settings = settings();
        let question = Question { occurrences: &events, period: week(), settings: &settings, now };
        let counted = Analysis::of(&events, week(), &settings).unwrap();
        let mut report = report_of(&counted, week());
        quote(advise(&question).unwrap(), &mut report);
        for signal in &report.signals {
            let step = report.advice.advice.iter().find(|one| Some(&one.id) == signal.step.as_ref());
            let Some(step) = step else {
                prop_assert!(signal.next_step.is_empty() && signal.step.is_none());
                continue;
            };
            prop_assert_eq!(&signal.next_step, &step.text);
            // It is the first of the list that does.
            let helps = report.advice.advice.iter().find(|one| one.helps.contains(&signal.id));
            prop_assert_eq!(helps.map(|one| &one.id), Some(&step.id));
            // Counted anew without what goes, the signal is gone or says less.
            let gone: Vec<&str> = step.effect.ghosts.iter().filter(|ghost| ghost.to_start.is_none())
                .filter_map(|ghost| ghost.uid.as_deref()).collect();
            if gone.len() == step.effect.ghosts.len() {
                let left: Vec<Classified> = events.iter()
                    .filter(|event| !gone.contains(&event.occurrence.event.uid.as_str()))
                    .cloned().collect();
                let after = Analysis::of(&left, week(), &settings).unwrap();
                let same = after.signals().into_iter().find(|one| one.id == signal.id);
                let says_less = same.as_ref().is_none_or(|one| (&one.text, &one.subject) != (&signal.text, &signal.subject));
                prop_assert!(says_less, "{signal:?} is as it was after {step:?}");
            }
        }
    }

    #[test]
    fn advice_never_touches_what_it_must_not((events, now, _) in calendar()) {
        let settings = settings();
        let question = Question { occurrences: &events, period: week(), settings: &settings, now };
        for advice in advise(&question).unwrap().advice {
            let Some(uid) = &advice.uid else { continue };
            let event = events.iter().find(|event| event.occurrence.event.uid == *uid).unwrap();
            let kind = event.classification.kind;
            let untouchable = matches!(kind, Kind::Interview | Kind::AllHands) && event.people > 1;
            let takes = advice.effect.ghosts.iter().any(|ghost| ghost.uid.is_some());
            prop_assert!(!(untouchable && takes), "{advice:?}");
            prop_assert!(Category::WORK.contains(&advice.category));
        }
    }
}
