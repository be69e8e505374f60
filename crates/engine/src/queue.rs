use std::collections::HashMap;

use rayon::prelude::*;
use weekwise_model::{Classified, Counting, QueueItem, ReviewQueue, Scope, Selection};

use crate::remembered::place_of;
use crate::{Clock, EngineError, Moment, Opened, PeriodChoice};

/// Below this an answer is worth a question.
const UNSURE: f64 = 0.85;

/// How many weeks are looked at.
const WEEKS: i64 = 52;

/// At most so many questions at once.
const MOST: usize = 200;

/// Occurrences that one answer settles.
struct Group<'a> {
    latest: &'a Classified,
    uids: Vec<&'a str>,
    count: u32,
    minutes: i64,
}

impl Opened {
    /// The year up to the end of the default week: what the review queue, previews and rules look at where
    /// nothing else is asked for. It begins with the first event, where that is later.
    pub fn lately(&self, clock: &Clock) -> PeriodChoice {
        let first_day = self.settings.display.first_day;
        let week = first_day.period(self.default_week(clock), self.settings.zone);
        let day = |at: chrono::DateTime<chrono::Utc>| {
            Moment::Day(at.with_timezone(&self.settings.zone).date_naive())
        };
        let year = week.from - chrono::TimeDelta::weeks(WEEKS - 1);
        let begins = |(first, _)| {
            first_day
                .period(first_day.week_of(first), self.settings.zone)
                .from
        };
        let from = self
            .known_days()
            .map_or(year, begins)
            .clamp(year, week.from);
        PeriodChoice::Range {
            from: day(from),
            to: day(week.to),
        }
    }

    /// What is worth a second look in a period: the occurrences of uncertain category, those that are alike asked
    /// about once, most uncertain minutes first (section 4 of docs/product.md).
    pub fn review_queue(
        &self,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<ReviewQueue, EngineError> {
        let period = self.period(choice, clock)?;
        let counted = self.counted_period(&Selection::default(), period)?;
        let shares = counted.shares();
        let asked = counted.occurrences().iter().zip(&shares);
        let keys = self.alike_keys(
            asked
                .filter(|(_, share)| share.minutes > 0)
                .map(|(one, _)| one),
        );
        let mut queue = ReviewQueue {
            items: Vec::new(),
            minutes: 0,
            uncertain_minutes: 0,
            settled_minutes: 0,
        };
        let mut uncertain = 0.0;
        let mut groups: HashMap<&str, Group<'_>> = HashMap::new();
        for (one, share) in counted.occurrences().iter().zip(&shares) {
            if !matches!(share.counting, Counting::Counted { .. }) || share.minutes == 0 {
                continue;
            }
            queue.minutes += share.minutes;
            if one.classification.decided_by.is_some() {
                queue.settled_minutes += share.minutes;
                continue;
            }
            uncertain += share.minutes as f64 * (1.0 - one.classification.confidence);
            let Some(key) = keys.get(&place_of(&one.occurrence.event)) else {
                continue;
            };
            let group = groups.entry(key).or_insert_with(|| Group {
                latest: one,
                uids: Vec::new(),
                count: 0,
                minutes: 0,
            });
            let uid = one.occurrence.event.uid.as_str();
            if !group.uids.contains(&uid) {
                group.uids.push(uid);
            }
            // Asked about is the one the user remembers best, with the answer that is least sure.
            if one.classification.confidence <= group.latest.classification.confidence {
                group.latest = one;
            }
            group.count += 1;
            group.minutes += share.minutes;
        }
        let mut items: Vec<QueueItem> = groups
            .into_values()
            .filter(|group| group.latest.classification.confidence < UNSURE)
            .map(|group| self.queue_item(&group))
            .collect();
        items.sort_by(|a, b| {
            b.uncertain_minutes
                .cmp(&a.uncertain_minutes)
                .then_with(|| b.minutes.cmp(&a.minutes))
                .then_with(|| a.uid.cmp(&b.uid))
        });
        items.truncate(MOST);
        queue.items = items;
        queue.uncertain_minutes = rounded(uncertain);
        Ok(queue)
    }

    /// What each event has in common with those like it; asked once an event, however often it occurs.
    fn alike_keys<'c>(
        &self,
        classified: impl Iterator<Item = &'c Classified>,
    ) -> HashMap<usize, String> {
        let mut first_of_each: HashMap<usize, &Classified> = HashMap::new();
        for one in classified {
            first_of_each
                .entry(place_of(&one.occurrence.event))
                .or_insert(one);
        }
        let key = |(event, one): (usize, &Classified)| {
            let key = self
                .classifier
                .correction_key(Scope::Alike, &one.occurrence);
            (event, key)
        };
        first_of_each.into_par_iter().map(key).collect()
    }

    fn queue_item(&self, group: &Group<'_>) -> QueueItem {
        let row = self.row(group.latest, Counting::Counted { tentative: false });
        let answer = &group.latest.classification;
        let scope = match (group.uids.len(), group.count) {
            (1, 1) if group.latest.occurrence.recurrence_id.is_none() => Scope::Occurrence,
            (1, _) => Scope::Series,
            _ => Scope::Alike,
        };
        QueueItem {
            scope,
            uid: row.uid,
            recurrence_id: row.recurrence_id,
            summary: row.summary,
            calendar: row.calendar,
            start: row.start,
            people: row.people,
            count: group.count,
            minutes: group.minutes,
            uncertain_minutes: rounded(group.minutes as f64 * (1.0 - answer.confidence)),
            category: answer.category,
            kind: answer.kind,
            confidence: answer.confidence,
            runner_up: answer.runner_up.clone(),
            because: answer.because.clone(),
        }
    }
}

/// Whole minutes of some.
pub(crate) fn rounded(minutes: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "minutes of a period are far below 2^53"
    )]
    let whole = minutes.round() as i64;
    whole
}
