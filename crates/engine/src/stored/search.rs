use std::collections::HashMap;

use weekwise_model::SearchHits;

use crate::found::{FOUND, Found};
use crate::stored::StoredLibrary;
use crate::{Clock, EngineError, Opened};

impl StoredLibrary {
    /// The events in whose title, people or description every word of `text` occurs; best first. `opened` was read from
    /// this library.
    pub fn search(
        &self,
        text: &str,
        opened: &Opened,
        clock: &Clock,
    ) -> Result<SearchHits, EngineError> {
        let names: HashMap<i64, String> = self
            .store
            .calendars()?
            .into_iter()
            .map(|calendar| (calendar.key.0, calendar.settings.name))
            .collect();
        let found: Vec<Found> = self
            .store
            .search(text, FOUND)?
            .into_iter()
            .map(|hit| Found {
                is_instance: hit.recurrence_id.is_some(),
                calendar: names.get(&hit.calendar.0).cloned().unwrap_or_default(),
                uid: hit.uid,
                title: hit.title,
                start: hit.start,
                cancelled: hit.cancelled,
            })
            .collect();
        Ok(opened.hits(&found, text, clock))
    }
}
