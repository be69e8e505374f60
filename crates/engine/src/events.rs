use std::sync::Arc;

use chrono::SecondsFormat;
use weekwise_model::{Classified, Counting, Diagnostic, EventRow, NotCounted, Span};

use crate::{Clock, EngineError, Opened, PeriodChoice};

/// The occurrences of a period as `weekwise events` prints them, made one at a time: ten years of a calendar need
/// not fit into memory twice.
pub struct EventRows<'a> {
    opened: &'a Opened,
    classified: Arc<Vec<Classified>>,
    counting: Vec<Counting>,
    diagnostics: Vec<Diagnostic>,
}

impl Opened {
    /// Every occurrence that overlaps a period, cancelled ones too, so that nothing is hidden.
    pub fn events(
        &self,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<EventRows<'_>, EngineError> {
        let period = self.period(choice, clock)?;
        let (classified, diagnostics) = self.classified(period.from, period.to);
        let counting = weekwise_analyze::counting_of_all(&classified, &self.settings);
        Ok(EventRows {
            opened: self,
            classified,
            counting,
            diagnostics,
        })
    }
}

impl EventRows<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.classified.len()
    }

    /// What a bound of the expansion left out of them.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.classified.is_empty()
    }

    /// One of them, by start; `None` past the last.
    ///
    /// The UID is the file's own: empty where the file has none, although the import made one up
    /// to tell such events apart.
    pub fn get(&self, index: usize) -> Option<EventRow> {
        let classified = self.classified.get(index)?;
        let mut row = self.opened.row(classified, *self.counting.get(index)?);
        if weekwise_ical::uid_as_written(&classified.occurrence.event).is_empty() {
            row.uid.clear();
        }
        Some(row)
    }

    /// Each as a row, by start.
    pub fn iter(&self) -> impl Iterator<Item = EventRow> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

impl Opened {
    pub(crate) fn row(&self, classified: &Classified, counting: Counting) -> EventRow {
        let zone = self.settings.zone;
        let occurrence = &classified.occurrence;
        let event = &occurrence.event;
        let classification = &classified.classification;
        let (start, end) = match occurrence.span {
            Span::Timed { start, end } => {
                let text = |at: chrono::DateTime<chrono::Utc>| {
                    at.with_timezone(&zone)
                        .to_rfc3339_opts(SecondsFormat::Secs, false)
                };
                (text(start), text(end))
            }
            Span::AllDay { start, end } => (start.to_string(), end.to_string()),
        };
        let not_counted_because: Option<NotCounted> = match counting {
            Counting::Counted { .. } => None,
            Counting::NotCounted(reason) => Some(reason),
        };
        EventRow {
            uid: event.uid.clone(),
            recurrence_id: occurrence.recurrence_id.map(|id| id.text(zone)),
            start,
            end,
            all_day: occurrence.span.is_all_day(),
            summary: event.summary.clone(),
            status: event.status,
            response: classified.response,
            counted: not_counted_because.is_none(),
            not_counted_because,
            effect: classified.day.effect,
            people: classified.people,
            category: classification.category,
            kind: classification.kind,
            confidence: classification.confidence,
            because: classification
                .because
                .iter()
                .map(|evidence| evidence.text.clone())
                .collect(),
            calendar: self.calendar_name(event).to_owned(),
            travel_minutes: (event.travel_minutes > 0).then_some(event.travel_minutes),
        }
    }
}
