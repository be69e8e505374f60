//! Whether advice contradicts itself anywhere: every week of the demo, and of the calendars that are named.
//!
//! `cargo xtask contradictions FILES` names them; each file or folder is opened by itself.

use std::path::PathBuf;

use weekwise_engine::{Clock, Opened, PeriodChoice, SettingsChange, Source};
use weekwise_model::{
    Advice, BandStatus, Category, FirstDay, IsoWeek, MeetingsView, Plan, PlanAlternative,
    PlanChoice, PlanWishes, Report, Selection, SeriesChange, Severity,
};

/// Weeks looked at in each calendar, the last ones.
const WEEKS: usize = 26;
/// Weeks of them that are planned: every second one, as many ways to plan take a while.
const PLANNED: usize = 4;

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// What a report says twice and differently, one sentence each.
fn contradictions(report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    let list = &report.advice.advice;
    for advice in list {
        let effect = &advice.effect;
        if effect.hours_to_move_after > effect.hours_to_move_before + 1e-6 {
            found.push(format!("{} adds hours to move", advice.action_and_place()));
        }
        if (effect.hours_to_move_before - report.hours_to_move).abs() > 1e-6 {
            found.push(format!(
                "{} starts from other hours",
                advice.action_and_place()
            ));
        }
        for band in &effect.bands {
            if band.status_before == BandStatus::Within && band.status_after != BandStatus::Within {
                found.push(format!(
                    "{} pushes {} out",
                    advice.action_and_place(),
                    band.category
                ));
            }
        }
    }
    let first = list.first().map(|advice| format!("{}.", advice.text));
    if first != report.next_step.as_ref().map(|step| step.text.clone()) {
        found.push("the next step is not the first of the list".to_owned());
    }
    for signal in &report.signals {
        let step = list
            .iter()
            .find(|advice| Some(&advice.id) == signal.step.as_ref());
        let says = step.map_or(String::new(), |advice| advice.text.clone());
        if signal.next_step != says {
            found.push(format!(
                "signal {} says something else than the list",
                signal.id
            ));
        }
    }
    let mut ids = std::collections::BTreeMap::new();
    for advice in list {
        let figures = (&advice.text, &advice.effect.figure);
        if ids
            .insert(&advice.id, figures)
            .is_some_and(|known| known != figures)
        {
            found.push(format!("{} has two figures", advice.action_and_place()));
        }
    }
    let silent = list.is_empty() && report.advice.note.is_none();
    if silent
        && report
            .signals
            .iter()
            .any(|signal| signal.severity == Severity::Alarm)
    {
        found.push("alarm, and neither advice nor a reason".to_owned());
    }
    found
}

/// What Meetings says about a week and its report says otherwise.
fn against_meetings(report: &Report, meetings: &MeetingsView) -> Vec<String> {
    let rows = meetings.series.iter().flat_map(|row| &row.changes);
    let told = |change: &SeriesChange, advice: &Advice| {
        advice.uid.as_ref() == Some(&change.uid) && change.text == format!("{}.", advice.text)
    };
    let all = meetings.changes.iter().chain(rows);
    let mut found = Vec::new();
    for change in all {
        for advice in report
            .advice
            .advice
            .iter()
            .filter(|advice| told(change, advice))
        {
            let effect = &advice.effect;
            let saved = effect.hours_to_move_before - effect.hours_to_move_after;
            if (saved - change.hours_to_move_saved).abs() > 1e-6 || change.gain != advice.gain {
                found.push(format!("{:?} has other figures in Meetings", change.action));
            }
        }
    }
    let order: Vec<usize> = meetings
        .changes
        .iter()
        .filter_map(|change| {
            report
                .advice
                .advice
                .iter()
                .position(|one| told(change, one))
        })
        .collect();
    if !order.is_sorted() {
        found.push("Meetings has another order".to_owned());
    }
    found
}

/// What a plan says twice and differently, or takes out of its band.
fn in_plan(plan: &Plan, way: &PlanAlternative) -> Vec<String> {
    let mut found = Vec::new();
    let (before, after) = (&plan.before, &plan.after);
    if after.hours_to_move > before.hours_to_move + 0.03 {
        found.push(format!(
            "{:?} adds hours to move: {:.2} → {:.2}",
            way.choice, before.hours_to_move, after.hours_to_move
        ));
    }
    if (way.hours_to_move - after.hours_to_move).abs() > 0.03 {
        found.push(format!(
            "{:?} says {:.2} h are to be moved, its report {:.2}",
            way.choice, way.hours_to_move, after.hours_to_move
        ));
    }
    for (was, is) in before
        .week_mix
        .categories
        .iter()
        .zip(&after.week_mix.categories)
    {
        let out = was.status == BandStatus::Within && is.status != BandStatus::Within;
        if out && is.gap_hours.abs() > 0.03 && !way.leaves.contains(&was.category) {
            found.push(format!("{:?} pushes {} out", way.choice, was.category));
        }
    }
    let share = after
        .week_mix
        .of(Category::DeepWork)
        .map_or(0.0, |share| share.share);
    if (share - plan.arithmetic.deep_share).abs() > 1e-9 {
        found.push(format!(
            "deep work is {:.3} in the plan and {share:.3} in the report after it",
            plan.arithmetic.deep_share
        ));
    }
    found
}

/// Every way to plan a week, as if it had not begun.
fn against_plans(opened: &Opened, week: IsoWeek) -> Vec<String> {
    let sunday = FirstDay::default()
        .of(week)
        .and_time(chrono::NaiveTime::MIN)
        .and_utc();
    let clock = Clock::fixed(sunday - chrono::TimeDelta::hours(12));
    let wishes = PlanWishes {
        from: Some(FirstDay::default().of(week)),
        ..PlanWishes::default()
    };
    let Ok(first) = opened.plan(&wishes, true, &clock) else {
        return vec!["cannot be planned".to_owned()];
    };
    let mut found = Vec::new();
    let most = first
        .alternatives
        .iter()
        .find(|way| way.choice == PlanChoice::MostFocus);
    for other in &first.alternatives {
        let more = most.map_or(0, |most| other.block_minutes - most.block_minutes);
        let fewer_mornings = most.is_some_and(|most| other.mornings < most.mornings);
        if more >= 15 && !fewer_mornings {
            found.push(format!(
                "{:?} protects {more} min more than the most focus",
                other.choice
            ));
        }
    }
    for way in &first.alternatives {
        let wishes = PlanWishes {
            choice: way.choice,
            ..wishes.clone()
        };
        match opened.plan(&wishes, false, &clock) {
            Ok(plan) => found.extend(in_plan(&plan, way)),
            Err(_) => found.push(format!("{:?} cannot be planned", way.choice)),
        }
    }
    found
}

trait Named {
    /// What it does, without a title.
    fn action_and_place(&self) -> String;
}

impl Named for Advice {
    fn action_and_place(&self) -> String {
        format!("{:?} in {}", self.action, self.category)
    }
}

fn weeks_of(opened: &Opened) -> Vec<IsoWeek> {
    let library = opened.library(&clock());
    let (Some(first), Some(last)) = (library.first_day, library.last_day) else {
        return Vec::new();
    };
    let last = last.min("2026-12-31".parse().unwrap());
    let mut week = FirstDay::default().week_of(last);
    let mut weeks = Vec::new();
    while weeks.len() < WEEKS && week >= FirstDay::default().week_of(first) {
        weeks.push(week);
        week = week.previous();
    }
    weeks
}

#[test]
fn advice_contradicts_itself_nowhere() {
    let named = std::env::var_os("WEEKWISE_CALENDARS").unwrap_or_default();
    let files: Vec<PathBuf> = std::env::split_paths(&named)
        .filter(|path| path.exists())
        .collect();
    let mut sources = vec![("the demo".to_owned(), Source::Demo)];
    for (number, file) in (1..).zip(files) {
        sources.push((format!("calendar {number}"), Source::Paths(vec![file])));
    }
    let (mut weeks, mut all) = (0, Vec::new());
    for (name, source) in sources {
        let Ok(opened) = Opened::read(source, &SettingsChange::default(), &clock()) else {
            continue;
        };
        for (number, week) in weeks_of(&opened).into_iter().enumerate() {
            let report = opened.report(&PeriodChoice::Week(week), &clock()).unwrap();
            weeks += 1;
            let days = FirstDay::default();
            let selection = Selection {
                from: Some(days.of(week)),
                to: Some(days.last_of(week)),
                ..Selection::default()
            };
            let meetings = opened.meetings(&selection, &clock()).unwrap();
            let found = contradictions(&report).into_iter();
            let found = found.chain(against_meetings(&report, &meetings));
            let planned = number % 2 == 0 && number < 2 * PLANNED;
            let plans = planned.then(|| against_plans(&opened, week));
            let found = found.chain(plans.into_iter().flatten());
            all.extend(found.map(|text| format!("{name}, {week}: {text}")));
        }
    }
    for line in &all {
        println!("{line}");
    }
    println!("{weeks} weeks, {} contradictions", all.len());
    assert!(weeks > 0 && all.is_empty());
}
