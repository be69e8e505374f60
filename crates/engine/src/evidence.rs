use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike as _, Months, NaiveDate, TimeDelta};
use weekwise_model::{
    EvidenceLine, EvidenceReport, EvidenceRequest, Period, Selection, Text, Texts,
};

use crate::{Clock, EngineError, Opened};

/// Without days to ask about, the last quarter.
const WEEKS: u64 = 13;

impl Opened {
    /// The record of a period for a talk about performance or promotion; titles only of the UIDs that are ticked, names of
    /// the people who were mentored. What is still to come was not done, so it ends now at the latest.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round, [`EngineError::Profile`] for a profile nobody knows.
    pub fn evidence(
        &self,
        selection: &Selection,
        ticked: &BTreeSet<String>,
        clock: &Clock,
    ) -> Result<EvidenceReport, EngineError> {
        let asked = self.period_of(selection, WEEKS, clock)?;
        let told = self.told_part(asked);
        let period = Period {
            // Of days that are all to come, nothing is left but their first moment.
            to: asked
                .to
                .min(clock.now())
                .min(told.to)
                .max(told.from + TimeDelta::seconds(1)),
            ..told
        };
        let counted = self.counted_period(selection, period)?;
        let mut report = weekwise_analyze::evidence(&counted, ticked)?;
        if told != asked {
            let note = "The export tells only part of these days; what lies outside it is not counted: series alone show that something was planned, not that it was.";
            report.notes.push(note.to_owned());
        }
        if clock.now() < asked.to {
            let note = "It ends today: what is still to come was not done yet.";
            report.notes.push(note.to_owned());
        }
        report.lines = self.lines_of(&asked);
        report.demo = self.demo;
        Ok(report)
    }

    /// The lines of the reviews of its weeks: those that begin in it.
    fn lines_of(&self, period: &Period) -> Vec<EvidenceLine> {
        let first_day = self.settings.display.first_day;
        let lines = self.said.lines.iter().filter(|said| {
            let first = period.midnight(first_day.of(said.week));
            period.from <= first && first < period.to
        });
        lines
            .map(|said| EvidenceLine {
                week: said.week,
                from: first_day.of(said.week),
                to: first_day.last_of(said.week),
                line: said.line.clone(),
                ticked: said.quoted,
            })
            .collect()
    }

    /// The part of a period that the export tells all of; of one it tells nothing of, its first moment.
    fn told_part(&self, asked: Period) -> Period {
        let Some(told) = self.told() else {
            return asked;
        };
        let next = told.to.succ_opt().unwrap_or(told.to);
        let from = asked.from.max(asked.midnight(told.from)).min(asked.to);
        Period {
            from,
            to: asked.to.min(asked.midnight(next)).max(from),
            ..asked
        }
    }

    /// The days a record is about, the last one included, where `to` is the day after it. Without both: the quarter of a
    /// year that the default week lies in.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round.
    pub fn evidence_days(
        &self,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
        clock: &Clock,
    ) -> Result<(NaiveDate, NaiveDate), EngineError> {
        let inside = |day: NaiveDate| {
            let month = day.month0() / 3 * 3 + 1;
            let first = day.with_day(1).and_then(|day| day.with_month(month));
            let first = first.unwrap_or(day);
            (
                first,
                first.checked_add_months(Months::new(3)).unwrap_or(day),
            )
        };
        let (first, next) = match (from, to) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => (
                from,
                from.checked_add_months(Months::new(3)).unwrap_or(from),
            ),
            (None, Some(to)) => (to.checked_sub_months(Months::new(3)).unwrap_or(to), to),
            (None, None) => inside(self.default_week(clock).monday()),
        };
        let last = next.pred_opt().unwrap_or(next);
        if first > last {
            return Err(EngineError::Period(
                "the period ends before it starts".to_owned(),
            ));
        }
        Ok((first, last))
    }

    /// The same for my own eyes: with every title, to choose from.
    ///
    /// # Errors
    /// As [`Opened::evidence`].
    pub fn own_evidence(
        &self,
        selection: &Selection,
        clock: &Clock,
    ) -> Result<EvidenceReport, EngineError> {
        let events = self.imported.events();
        let all = events.map(|event| event.uid.clone()).collect();
        self.evidence(selection, &all, clock)
    }

    /// The record as it is handed on. Names stay only where they are asked for, addresses never do; lines of reviews where they
    /// are ticked.
    ///
    /// # Errors
    /// As [`Opened::evidence`].
    pub fn evidence_to_share(
        &self,
        request: &EvidenceRequest,
        clock: &Clock,
    ) -> Result<EvidenceReport, EngineError> {
        let selection = Selection {
            from: Some(request.from),
            to: Some(request.to),
            ..Selection::default()
        };
        let mut report = self.evidence(&selection, &request.ticked, clock)?;
        for (number, person) in (1..).zip(&mut report.mentored) {
            person.address.clear();
            // Where the calendar knows no name, the address stands for it.
            if !request.names || person.name.contains('@') {
                person.name = format!("Person {number}");
            }
        }
        report.lines.retain(|line| line.ticked);
        without_uids(&mut report, &request.ticked);
        Ok(report)
    }
}

/// A UID tells an event apart, and may hold an address or a name. It stays where its title does.
pub(crate) fn without_uids(report: &mut impl Texts, ticked: &BTreeSet<String>) {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    report.each_text(&mut |sort, text| {
        if sort == Text::Uid && !ticked.contains(text) {
            let next = numbers.len() + 1;
            let number = numbers.entry(std::mem::take(text)).or_insert(next);
            *text = format!("event-{number}");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SettingsChange, Source};

    #[test]
    fn a_record_ends_today_and_knows_nothing_of_days_to_come() {
        let clock = Clock::fixed("2026-11-12T10:00:00Z".parse().unwrap());
        let opened = Opened::read(Source::Demo, &SettingsChange::default(), &clock).unwrap();
        let (from, to) = opened.evidence_days(None, None, &clock).unwrap();
        assert_eq!(
            (from, to),
            ("2026-10-01".parse().unwrap(), "2026-12-31".parse().unwrap())
        );
        let selection = |from: &str, to: &str| Selection {
            from: Some(from.parse().unwrap()),
            to: Some(to.parse().unwrap()),
            ..Selection::default()
        };
        let quarter = opened
            .own_evidence(&selection("2026-10-01", "2026-12-31"), &clock)
            .unwrap();
        let items = || quarter.sections.iter().flat_map(|section| &section.items);
        assert!(items().count() > 20);
        assert!(items().all(|item| item.day <= "2026-11-12".parse().unwrap()));
        assert_eq!(quarter.to, "2026-11-12".parse().unwrap());
        assert!(quarter.notes.iter().any(|note| note.contains("ends today")));
        let ahead = opened
            .own_evidence(&selection("2027-01-01", "2027-03-31"), &clock)
            .unwrap();
        assert!(
            ahead
                .sections
                .iter()
                .all(|section| section.items.is_empty())
        );
    }
}
