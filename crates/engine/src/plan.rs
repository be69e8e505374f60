use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Timelike, Utc};
use weekwise_advise::Negotiator;
use weekwise_analyze::{counting_of_all, is_whole_days};
use weekwise_model::{
    Category, Classified, Counting, Negotiability, Period, PeriodJson, Plan, PlanWishes, Shape,
};
use weekwise_plan::{
    Alternatives, Entry, Former, Hold, PlanInput, WorkDay, is_planned, kept_weeks, recognise,
};

use crate::absences::{Absences, is_errand};
use crate::opened::Counted;
use crate::planned::Planned;
use crate::{Clock, EngineError, Opened};

/// The hours of the wall clock in which a break at noon begins.
const NOON: std::ops::Range<u32> = 10..16;

/// What takes time in the weeks of a plan.
struct Entries {
    all: Vec<Entry>,
    /// Each entry's place among the occurrences.
    places: Vec<usize>,
    /// What can be done about each meeting, by UID.
    negotiability: BTreeMap<String, Negotiability>,
}

impl Opened {
    /// The deep-work blocks to protect in the coming weeks, what must change for them, and what that does to the mix.
    /// `alternatives`: whether the other ways to plan are worked out too.
    pub fn plan(
        &self,
        wishes: &PlanWishes,
        alternatives: bool,
        clock: &Clock,
    ) -> Result<Plan, EngineError> {
        self.plan_after(wishes, alternatives, &[], clock)
    }

    /// The same, with blocks of earlier plans to tell what became of them.
    pub fn plan_after(
        &self,
        wishes: &PlanWishes,
        alternatives: bool,
        former: &[Former],
        clock: &Clock,
    ) -> Result<Plan, EngineError> {
        let zone = self.settings.zone;
        let first_day = self.settings.display.first_day;
        let start = wishes.from.unwrap_or_else(|| self.first_to_plan(clock));
        let first = first_day.of(first_day.week_of(start));
        let weeks = u64::from(wishes.weeks.clamp(1, 8));
        let last = first
            .checked_add_days(Days::new(weeks * 7))
            .ok_or_else(|| EngineError::Period(format!("{first} is too far away to plan")))?;
        let period = Period::of_days(first, last, zone);
        let counted = self.counted(period)?;
        let counting = counting_of_all(&counted.classified, &self.settings);
        let Entries {
            all: entries,
            places,
            negotiability,
        } = self.entries(&counted.classified, &counting, wishes, period);
        let band = self
            .settings
            .profile
            .bands
            .iter()
            .find(|band| band.category == Category::DeepWork);
        let trial = counted.period.whole_trial();
        let planned = Planned::new(&trial, &places);
        let input = PlanInput {
            now: clock.now().max(
                wishes
                    .from
                    .map_or(DateTime::<Utc>::MIN_UTC, |day| period.midnight(day)),
            ),
            zone,
            wishes: wishes.clone(),
            low: band.map_or(0.0, |band| band.low),
            whereabouts: self.settings.whereabouts(),
            days: self.work_days(&counted),
            entries,
            mixes: planned.weeks(),
            focus_minutes: i64::from(self.settings.focus_minutes),
            unprepared: planned.unprepared(),
            cautious: false,
        };
        let how = if alternatives {
            Alternatives::All
        } else {
            Alternatives::None
        };
        let draft = planned.draft(input, how);
        let after = self.counted_after(&counted, &draft, &places, period)?;
        let in_calendar: Vec<&Classified> = counted
            .classified
            .iter()
            .zip(&counting)
            .filter(|(_, counting)| matches!(counting, Counting::Counted { .. }))
            .map(|(classified, _)| classified)
            .collect();
        let recognised = recognise(former, &in_calendar, zone);
        Ok(Plan {
            period: PeriodJson::from(&period),
            wishes: draft.wishes,
            blocks: draft.blocks,
            changes: draft.changes,
            negotiability: negotiability.into_values().collect(),
            arithmetic: draft.arithmetic,
            before: self.report_of(&period, &counted, clock)?,
            after: self.report_of(&period, &after, clock)?,
            optimal: draft.optimal,
            gap: draft.gap,
            alternatives: draft.alternatives,
            missing: draft.missing,
            refused: draft.refused,
            kept: kept_weeks(&recognised, zone, clock.now()),
            notes: draft.notes,
        })
    }

    /// What takes time in a period, as planning sees it.
    fn entries(
        &self,
        classified: &[Classified],
        counting: &[Counting],
        wishes: &PlanWishes,
        period: Period,
    ) -> Entries {
        let zone = self.settings.zone;
        let negotiator = Negotiator::new(&self.settings.me, &wishes.overrides, classified.iter())
            .after(&self.settings.marks.asks)
            .among(&self.settings.marks.colleagues);

        let absences = Absences::of_others(classified, counting, &self.settings);
        let mut entries = Vec::new();
        // Each entry's place among the occurrences.
        let mut places = Vec::new();
        let mut negotiability = BTreeMap::new();
        for (place, (classified, counting)) in classified.iter().zip(counting).enumerate() {
            let occurrence = &classified.occurrence;
            let Counting::Counted { tentative } = *counting else {
                continue;
            };
            if !occurrence.span.overlaps(period.from, period.to, zone) {
                continue;
            }
            let (start, end) = occurrence.span.instants(zone);
            // A day at an offsite is kept: nothing moves it, and nothing is planned into it.
            let whole_days = is_whole_days(occurrence.span, zone);
            let claim = if classified.shape == Shape::Meeting && !whole_days {
                let (may, because) = negotiator.may(classified, tentative);
                negotiability
                    .entry(occurrence.event.uid.clone())
                    .or_insert_with(|| negotiator.of(classified, tentative));
                Hold::Meeting {
                    may,
                    because,
                    people: classified.people,
                    mine: classified.mine,
                    elsewhere: absences.of(classified),
                }
            } else if is_errand(classified, (start, end)) {
                Hold::Errand
            } else if classified.is_focus_block() && !whole_days {
                Hold::Focus
            } else {
                Hold::Busy
            };
            places.push(place);
            entries.push(Entry {
                uid: occurrence.event.uid.clone(),
                recurrence_id: occurrence.recurrence_id.map(|id| id.text(zone)),
                title: occurrence.event.summary.clone(),
                start,
                end,
                category: classified.category(),
                claim,
            });
        }
        Entries {
            all: entries,
            places,
            negotiability,
        }
    }

    /// The day a plan begins with where none was asked for: the next with working hours that are not over. On a Friday
    /// evening that is Monday.
    fn first_to_plan(&self, clock: &Clock) -> NaiveDate {
        let whereabouts = self.settings.whereabouts();
        let today = clock.today(self.settings.zone);
        let is_ahead = |day: &NaiveDate| {
            let working = whereabouts.working_on(*day, &self.settings);
            working.hours.iter().any(|(_, end)| *end > clock.now())
        };
        let mut days = today.iter_days().take(7);
        days.find(is_ahead).unwrap_or(today)
    }

    /// Working time as counting sees it: the hours of the days less time off, less personal occurrences.
    fn work_days(&self, counted: &Counted) -> Vec<WorkDay> {
        let zone = self.settings.zone;
        let whereabouts = self.settings.whereabouts();
        let lunches: HashSet<NaiveDate> = counted
            .classified
            .iter()
            .filter(|classified| classified.day.is_break_at_noon())
            .filter_map(|classified| {
                let (start, end) = classified.occurrence.span.instants(zone);
                let date = start.with_timezone(&zone).date_naive();
                // On a journey noon at home is no noon: it may be the end of the day there.
                let there = start.with_timezone(&whereabouts.zone_on(date));
                let hours = whereabouts.working_on(date, &self.settings).hours;
                let during = hours.iter().any(|(from, to)| *from < end && start < *to);
                (during && NOON.contains(&there.hour())).then_some(date)
            })
            .collect();
        let days = counted.analysis.working_days().iter();
        days.map(|(date, working)| WorkDay {
            date: *date,
            work: working.hours.clone(),
            begins: working.begins,
            has_lunch: self.settings.hours.on(*date).len() > 1 || lunches.contains(date),
        })
        .collect()
    }

    /// The blocks of earlier plans in these calendars: of an earlier export, or of the user's own calendar.
    pub fn planned_blocks(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Former> {
        let occurrences = self.expansion(from, to).occurrences;
        weekwise_plan::former(
            occurrences.iter().filter(|o| is_planned(&o.event.uid)),
            self.settings.zone,
        )
    }

    /// A plan as an iCalendar file: `former` is what an earlier file held.
    pub fn export_plan(&self, plan: &Plan, former: &[Former], clock: &Clock) -> String {
        weekwise_plan::export(plan, former, self.settings.zone, clock.now())
    }

    /// The blocks in the text of an earlier export. What cannot be read holds none.
    pub fn former_blocks(&self, text: &[u8], clock: &Clock) -> Vec<Former> {
        let input = weekwise_ical::Input::Bytes {
            name: "plan.ics".to_owned(),
            bytes: text.to_vec(),
        };
        let imported = weekwise_ical::import(vec![input]);
        let year = TimeDelta::weeks(52);
        let (from, to) = (clock.now() - year, clock.now() + year);
        let occurrences = imported.expand(from, to, self.settings.zone).occurrences;
        weekwise_plan::former(&occurrences, self.settings.zone)
    }
}
