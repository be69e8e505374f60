use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use weekwise_model::{InstanceId, SearchHit};

use crate::stored::{StoredLibrary, words};
use crate::{Clock, EngineError, Opened};

/// How many events a search shows.
const HITS: usize = 50;

/// How far from now the instance of a series is looked for that a hit shows.
const NEAR: TimeDelta = TimeDelta::weeks(26);

impl StoredLibrary {
    /// The events in whose title, people or description every word of `text` occurs; best first. `opened` was read from
    /// this library.
    pub fn search(
        &self,
        text: &str,
        opened: &Opened,
        clock: &Clock,
    ) -> Result<Vec<SearchHit>, EngineError> {
        let zone = opened.settings().zone;
        let names: HashMap<i64, String> = self
            .store
            .calendars()?
            .into_iter()
            .map(|calendar| (calendar.key.0, calendar.settings.name))
            .collect();
        let hits = self.store.search(text, HITS)?;
        let near = opened.nearest_instances(clock.now());
        Ok(hits
            .into_iter()
            .map(|hit| {
                let day = match (near.get(&hit.uid), hit.start) {
                    (Some(at), _) if hit.recurrence_id.is_none() => {
                        at.with_timezone(&zone).date_naive()
                    }
                    (_, InstanceId::Instant(at)) => at.with_timezone(&zone).date_naive(),
                    (_, InstanceId::Date(day)) => day,
                };
                SearchHit {
                    uid: hit.uid,
                    title: hit.title,
                    calendar: names.get(&hit.calendar.0).cloned().unwrap_or_default(),
                    start: words::start(hit.start, zone),
                    week: opened.settings().display.first_day.week_of(day),
                    cancelled: hit.cancelled,
                }
            })
            .collect())
    }
}

impl Opened {
    /// By UID, the start of the instance nearest to `now` among those of the half years around it.
    fn nearest_instances(&self, now: DateTime<Utc>) -> HashMap<String, DateTime<Utc>> {
        let mut nearest: HashMap<String, DateTime<Utc>> = HashMap::new();
        for occurrence in self.expansion(now - NEAR, now + NEAR).occurrences {
            let (start, _) = occurrence.span.instants(self.settings.zone);
            let known = nearest.entry(occurrence.event.uid.clone()).or_insert(start);
            if (start - now).abs() < (*known - now).abs() {
                *known = start;
            }
        }
        nearest
    }
}
