//! What did not last: a change that was agreed and is as it was before, and planned blocks that meetings take week after week.
//!
//! Signals of a period are found by counting it; what was agreed and what was planned no counting knows. So these two are made
//! here, and stand among the others.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use weekwise_analyze::{counting_of_all, source_of};
use weekwise_model::{Ask, Classified, Counting, IsoWeek, Period, Severity, Shape, Signal, words};
use weekwise_plan::{Fate, Former, Recognised, is_planned, recognise};

use crate::Opened;
use crate::opened::Counted;

/// So many weeks in a row make a pattern of blocks that are taken.
const WEEKS: usize = 3;
/// More signals than this are no help.
const MOST: usize = 8;

impl Opened {
    /// Puts what did not last among the signals of a period, before the others that matter as much.
    pub(crate) fn add_relapses(
        &self,
        signals: &mut Vec<Signal>,
        period: &Period,
        counted: &Counted,
    ) {
        let mut relapses: Vec<Signal> = self
            .settings
            .marks
            .asks
            .iter()
            .filter_map(|ask| self.came_back(ask, period, counted))
            .collect();
        relapses.extend(self.taken_again(period, counted));
        let place = signals.partition_point(|signal| signal.severity > Severity::Watch);
        signals.splice(place..place, relapses);
        signals.truncate(MOST);
    }

    /// What was agreed, and what the period shows as it was before.
    fn came_back(&self, ask: &Ask, period: &Period, counted: &Counted) -> Option<Signal> {
        let back = ask.has_come_back().then(|| ask.since()).flatten()?;
        let uid = ask.uid.as_deref()?;
        if period.to <= back {
            return None;
        }
        let here = |c: &&Classified| {
            let of_it = c.series_uid() == uid || c.occurrence.event.uid == uid;
            let span = c.occurrence.span;
            of_it && span.overlaps(period.from, period.to, self.settings.zone)
        };
        let held: Vec<&Classified> = counted.classified.iter().filter(here).collect();
        held.last()?;
        let uids = held.iter().map(|c| c.occurrence.event.uid.clone());
        let uids: BTreeSet<String> = uids.collect();
        let day = |day: NaiveDate| day.format("%-d %b").to_string();
        let agreed = self.agreed_on(ask).map_or_else(String::new, |agreed| {
            format!("agreed on {}, and ", day(agreed))
        });
        let since = day(back.with_timezone(&self.settings.zone).date_naive());
        let text = format!("{agreed}as it was before since {since}: {}", ask.text);
        Some(Signal {
            subject: "Came back".to_owned(),
            text: words::capital(&text),
            threshold: "A change that was agreed and seen in the calendar, and is as it was before"
                .to_owned(),
            evidence: uids.into_iter().collect(),
            next_step: format!("Ask again: {}", words::lower_first(&ask.text)),
            step: Some(ask.id.clone()),
            ..signal(format!("relapse:{}", ask.id))
        })
    }

    /// Planned blocks that a meeting took in three weeks in a row, the last of them in the period.
    fn taken_again(&self, period: &Period, counted: &Counted) -> Option<Signal> {
        let zone = self.settings.zone;
        let planned: Vec<Former> = {
            let all = self.said.planned.iter();
            all.filter(|block| block.start < period.to)
                .cloned()
                .collect()
        };
        if planned.is_empty() {
            return None;
        }
        let counting = counting_of_all(&counted.classified, &self.settings);
        let counted = counted.classified.iter().zip(&counting);
        let in_calendar: Vec<&Classified> = counted
            .filter(|(_, counting)| matches!(counting, Counting::Counted { .. }))
            .map(|(classified, _)| classified)
            .collect();
        let mut taken: BTreeMap<IsoWeek, Vec<Recognised>> = BTreeMap::new();
        for block in recognise(&planned, &in_calendar, zone) {
            if block.fate == Fate::Invaded {
                let week = self.week_with(block.planned.start);
                taken.entry(week).or_default().push(block);
            }
        }
        let run = last_run(&taken, self.week_with(period.from))?;
        let blocks: Vec<&Recognised> = run.iter().flat_map(|week| &taken[week]).collect();
        let weekday = only(blocks.iter().map(|block| self.weekday(block)));
        let (subject, next_step) = match weekday.map(name_of) {
            Some(day) => (
                format!("{day}’s block"),
                format!("Plan {day}’s block at another time"),
            ),
            None => (
                "Planned blocks".to_owned(),
                "Plan the blocks at other times".to_owned(),
            ),
        };
        let weeks = words::count(run.len(), "week", "weeks");
        Some(Signal {
            text: format!(
                "{} had a meeting over {} in {weeks} in a row",
                weekday.map_or_else(
                    || "Planned blocks".to_owned(),
                    |day| format!("The block planned for {}", name_of(day))
                ),
                if weekday.is_some() { "it" } else { "them" },
            ),
            subject,
            threshold: format!("A planned block with a meeting over it in {WEEKS} weeks in a row"),
            evidence: evidence(&blocks, &in_calendar, self.settings.zone),
            next_step,
            ..signal("relapse-blocks".to_owned())
        })
    }

    fn week_with(&self, at: DateTime<Utc>) -> IsoWeek {
        let day = at.with_timezone(&self.settings.zone).date_naive();
        self.settings.display.first_day.week_of(day)
    }

    fn weekday(&self, block: &Recognised) -> Weekday {
        let start = block.planned.start.with_timezone(&self.settings.zone);
        start.date_naive().weekday()
    }
}

/// The longest run of weeks up to the last one that has three at least and reaches into the period.
fn last_run(taken: &BTreeMap<IsoWeek, Vec<Recognised>>, first: IsoWeek) -> Option<Vec<IsoWeek>> {
    let mut run: Vec<IsoWeek> = Vec::new();
    let mut found = None;
    for week in taken.keys().copied() {
        if run.last().is_none_or(|last| last.next() != week) {
            run.clear();
        }
        run.push(week);
        if run.len() >= WEEKS && week >= first {
            found = Some(run.clone());
        }
    }
    found
}

/// The meetings that took the blocks, and the blocks.
fn evidence(blocks: &[&Recognised], all: &[&Classified], zone: chrono_tz::Tz) -> Vec<String> {
    let mut uids: BTreeSet<String> = blocks
        .iter()
        .map(|block| block.planned.uid.clone())
        .collect();
    for classified in all {
        let event = &classified.occurrence.event;
        let span = classified.occurrence.span;
        let over = |block: &&Recognised| {
            let Former { start, end, .. } = block.planned;
            span.overlaps(start, end, zone)
        };
        let meets = classified.shape == Shape::Meeting && !is_planned(&event.uid);
        if meets && blocks.iter().any(over) {
            uids.insert(event.uid.clone());
        }
    }
    uids.into_iter().collect()
}

/// What all of them are, where they are the same.
fn only<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

fn name_of(day: Weekday) -> &'static str {
    let monday = NaiveDate::from_isoywd_opt(2026, 1, Weekday::Mon).unwrap_or_default();
    let date = monday + chrono::Days::new(u64::from(day.num_days_from_monday()));
    words::weekday(date)
}

fn signal(id: String) -> Signal {
    let (basis, source) = source_of(&id);
    Signal {
        id,
        severity: Severity::Watch,
        subject: String::new(),
        text: String::new(),
        threshold: String::new(),
        basis,
        source: source.to_owned(),
        evidence: Vec::new(),
        next_step: String::new(),
        step: None,
    }
}
