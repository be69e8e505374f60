use chrono::{DateTime, Utc};
use weekwise_analyze::OccurrenceShare;
use weekwise_model::{Classified, Counting, Explanation, InstanceId, Period, Span, words};

use crate::{Clock, EngineError, Moment, Opened, PeriodChoice, Veil};

impl Opened {
    /// Why an occurrence has its category, and how its minutes count: the instance at a moment, or (without one)
    /// the one nearest to now.
    pub fn explain(
        &self,
        uid: &str,
        at: Option<Moment>,
        clock: &Clock,
    ) -> Result<Explanation, EngineError> {
        let occurrence = match at {
            Some(at) => self.instance_at(uid, at)?,
            None => self.nearest_instance(uid, clock)?,
        };
        // Counted within its own week: only there can something overlap it.
        let zone = self.settings.zone;
        let (start, end) = occurrence.span.instants(zone);
        let first = start.with_timezone(&zone).date_naive();
        let last = end.with_timezone(&zone).date_naive();
        let period = Period::of_days(first, last.succ_opt().unwrap_or(last), zone);
        let counted = self.counted(period)?;
        let all = &counted.classified;
        let found = all.iter().position(|c| {
            c.occurrence.event.uid == uid
                && c.occurrence.span == occurrence.span
                && c.occurrence.recurrence_id == occurrence.recurrence_id
        });
        let (Some(index), Some(classified)) = (found, found.and_then(|index| all.get(index)))
        else {
            return Err(EngineError::NoSuchEvent(uid.to_owned()));
        };
        Ok(self.explanation(classified, counted.analysis.share_of(index)))
    }

    /// The UID of the event an assistant knows by this mark ([`Veil::mark_of`]).
    ///
    /// # Errors
    /// [`EngineError::NoSuchEvent`], with the mark, where no event has it (any more).
    pub fn uid_of_mark(&self, mark: &str) -> Result<String, EngineError> {
        self.imported
            .events()
            .find(|event| Veil::mark_of(&event.uid) == mark)
            .map(|event| event.uid.clone())
            .ok_or_else(|| EngineError::NoSuchEvent(mark.to_owned()))
    }

    pub(crate) fn explanation(
        &self,
        classified: &Classified,
        share: OccurrenceShare,
    ) -> Explanation {
        Explanation {
            event: self.row(classified, share.counting),
            classification: classified.classification.as_ref().clone(),
            would_change: self.would_change(classified),
            day: classified.day.as_ref().clone(),
            day_would_change: self.day_would_change(classified),
            counting: self.counting_in_words(classified, share),
        }
    }

    pub(crate) fn would_change(&self, classified: &Classified) -> Vec<String> {
        self.classifier
            .would_change(&classified.occurrence.event, &classified.classification)
    }

    pub(crate) fn day_would_change(&self, classified: &Classified) -> Vec<String> {
        self.classifier
            .day_would_change(&classified.occurrence, &classified.day)
    }

    fn counting_in_words(&self, classified: &Classified, share: OccurrenceShare) -> String {
        let length = classified.occurrence.span.minutes(self.settings.zone);
        let category = classified.category();
        match share.counting {
            Counting::NotCounted(reason) => format!("Not counted: {}.", reason.text()),
            Counting::Counted { .. } if share.minutes == length => {
                format!("All of it counts as {category}: {}.", words::length(length))
            }
            Counting::Counted { .. } => {
                let taken = length - share.minutes;
                format!(
                    "{} of {} count as {category}; {} go to what overlaps it.",
                    words::length(share.minutes),
                    words::length(length),
                    words::length(taken)
                )
            }
        }
    }

    pub(crate) fn instance_at(
        &self,
        uid: &str,
        at: Moment,
    ) -> Result<weekwise_model::Occurrence, EngineError> {
        let zone = self.settings.zone;
        let missing = || EngineError::NoSuchInstance {
            uid: uid.to_owned(),
            at: text_of(at, zone),
        };
        // A day means any instance on it; an instant, the one that covers it or whose original start it is.
        let period = match at {
            Moment::Day(_) => {
                let mut period = self.period(
                    &PeriodChoice::From(at),
                    &Clock::fixed(DateTime::<Utc>::MIN_UTC),
                )?;
                period.to = period.from + chrono::TimeDelta::days(1);
                period
            }
            Moment::Instant(at) => Period {
                from: at,
                to: at + chrono::TimeDelta::seconds(1),
                zone,
            },
        };
        let mut found: Vec<_> = self.instances(uid, period.from, period.to);
        if found.is_empty()
            && let Moment::Instant(at) = at
        {
            // The instance was moved: find it by its original start, some weeks around.
            let around = chrono::TimeDelta::weeks(8);
            found = self.instances(uid, at - around, at + around);
            found.retain(|o| o.recurrence_id == Some(InstanceId::Instant(at)));
        }
        found.into_iter().next().ok_or_else(missing)
    }

    pub(crate) fn nearest_instance(
        &self,
        uid: &str,
        clock: &Clock,
    ) -> Result<weekwise_model::Occurrence, EngineError> {
        let unknown = || EngineError::NoSuchEvent(uid.to_owned());
        let zone = self.settings.zone;
        let event = self
            .imported
            .events()
            .find(|event| event.uid == uid)
            .ok_or_else(unknown)?;
        let now = clock.now();
        let mut reach = chrono::TimeDelta::weeks(5);
        // The series may have ended long ago, or begin far ahead: widen until it is found.
        for _ in 0..6 {
            let found = self.instances(uid, now - reach, now + reach);
            let distance = |span: Span| (span.instants(zone).0 - now).abs();
            if let Some(nearest) = found.into_iter().min_by_key(|o| distance(o.span)) {
                return Ok(nearest);
            }
            reach = reach * 4;
        }
        Err(EngineError::NoSuchEvent(event.uid.clone()))
    }

    fn instances(
        &self,
        uid: &str,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Vec<weekwise_model::Occurrence> {
        let mut all = self.expansion(from, to).occurrences;
        all.retain(|occurrence| occurrence.event.uid == uid);
        all
    }
}

fn text_of(at: Moment, zone: chrono_tz::Tz) -> String {
    match at {
        Moment::Day(day) => day.to_string(),
        Moment::Instant(at) => at.with_timezone(&zone).to_rfc3339(),
    }
}
