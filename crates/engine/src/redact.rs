//! Answers for other eyes: no titles, no names (section 10 of docs/product.md).
//!
//! The answer is worked out first, because who was there and what it was about decide it; then every title, name, address
//! and UID in it is exchanged for a number. A title stands in a sentence between quotation marks, so it is
//! found whole.

use std::collections::HashMap;

use weekwise_model::{Classified, EventRow, HiddenWord, Report, ReportRequest};

use crate::{Clock, EngineError, Moment, Opened, PeriodChoice, quotations};

/// What stands for each title, name and UID.
pub struct Redaction {
    uids: HashMap<String, String>,
    titles: HashMap<String, String>,
    /// Names and addresses, the longest first: one may be part of another.
    names: Vec<(String, String)>,
    calendars: HashMap<String, String>,
}

impl Redaction {
    fn of(opened: &Opened, classified: &[Classified]) -> Self {
        let mut uids = HashMap::new();
        let mut titles = HashMap::new();
        let mut names = HashMap::new();
        for found in classified {
            let event = &found.occurrence.event;
            let number = uids.len() + 1;
            uids.entry(event.uid.clone())
                .or_insert_with(|| format!("event-{number}"));
            let number = titles.len() + 1;
            let kind = found.classification.kind.label();
            titles
                .entry(event.summary.trim().to_owned())
                .or_insert_with(|| format!("{kind} {number}"));
            for person in event.people() {
                let number = names.len() + 1;
                let alias = names
                    .entry(person.address.clone())
                    .or_insert_with(|| format!("person {number}"))
                    .clone();
                if let Some(name) = &person.name {
                    names.entry(name.trim().to_owned()).or_insert(alias);
                }
            }
        }
        // Not a title, but said between quotation marks too.
        titles
            .entry("Me".to_owned())
            .or_insert_with(|| "Me".to_owned());
        for address in &opened.settings.me.addresses {
            names.insert(address.clone(), "me".to_owned());
        }
        // A name of one or two letters would tear words apart.
        let mut names: Vec<(String, String)> = names
            .into_iter()
            .filter(|(name, _)| name.len() > 2)
            .collect();
        names.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
        let mut calendars = HashMap::new();
        for (number, calendar) in (1..).zip(opened.imported.calendars()) {
            calendars.insert(calendar.name.clone(), format!("calendar {number}"));
        }
        Self {
            uids,
            titles,
            names,
            calendars,
        }
    }

    /// A title alone.
    fn title(&self, title: &mut String) {
        let title_of = |text: &str| self.titles.get(text.trim()).cloned();
        *title = title_of(title).unwrap_or_else(|| "Event".to_owned());
    }

    /// A title inside a sentence, names, addresses. What stands between quotation marks and is no known title goes too.
    fn sentence(&self, text: &mut String) {
        *text = quotations::exchanged(text, &self.titles, |alias, _| alias.unwrap_or("…"));
        for (name, alias) in &self.names {
            if text.contains(name.as_str()) {
                *text = text.replace(name.as_str(), alias);
            }
        }
    }

    fn uid(&self, uid: &mut String) {
        *uid = self
            .uids
            .get(uid.as_str())
            .cloned()
            .unwrap_or_else(|| "event".to_owned());
    }

    fn report(&self, report: &mut Report) {
        let metrics = &mut report.metrics;
        for cost in &mut metrics.focus_cost {
            self.title(&mut cost.summary);
            self.uid(&mut cost.uid);
        }
        for cost in &mut metrics.series_cost {
            self.title(&mut cost.summary);
            self.uid(&mut cost.uid);
        }
        let chains = metrics
            .back_to_back
            .iter_mut()
            .flat_map(|chain| &mut chain.uids);
        let uids = metrics.zombies.iter_mut().chain(&mut metrics.abandoned);
        for uid in uids.chain(&mut metrics.conflicts.uids).chain(chains) {
            self.uid(uid);
        }
        for signal in &mut report.signals {
            for text in [&mut signal.subject, &mut signal.text, &mut signal.next_step] {
                self.sentence(text);
            }
            signal.evidence.iter_mut().for_each(|uid| self.uid(uid));
        }
        if let Some(step) = &mut report.next_step {
            self.sentence(&mut step.text);
            self.sentence(&mut step.gain);
            step.evidence.iter_mut().for_each(|uid| self.uid(uid));
        }
        for note in &mut report.trust.notes {
            self.sentence(note);
        }
        report
            .trust
            .notes
            .push("Titles and names are hidden; numbers stand for them.".to_owned());
    }

    /// What of a report was exchanged, and for what.
    fn hidden(&self, report: &Report, redacted: &Report) -> Vec<HiddenWord> {
        let (before, after) = (words_of(report), words_of(redacted));
        let word = |(word, shown): (&String, &String)| HiddenWord {
            word: word.clone(),
            shown: shown.clone(),
        };
        let is_title = |shown: &String| {
            after
                .iter()
                .any(|text| text == shown || text.contains(&format!("“{shown}”")))
        };
        let titles = self
            .titles
            .iter()
            .filter(|(word, shown)| *word != *shown && !word.is_empty() && is_title(shown));
        let names = self.names.iter().map(|(name, alias)| (name, alias));
        let names = names.filter(|(name, _)| before.iter().any(|text| text.contains(*name)));
        let mut hidden: Vec<HiddenWord> = titles.map(word).chain(names.map(word)).collect();
        hidden.sort();
        hidden.dedup();
        hidden
    }

    /// An occurrence without title, UID and the words that decided.
    pub fn row(&self, mut row: EventRow) -> EventRow {
        self.title(&mut row.summary);
        self.uid(&mut row.uid);
        row.because.clear();
        let calendar = self.calendars.get(&row.calendar);
        row.calendar = calendar.cloned().unwrap_or_else(|| "calendar".to_owned());
        row
    }
}

/// Every text of a report that may hold a title or a name.
fn words_of(report: &Report) -> Vec<String> {
    let metrics = &report.metrics;
    let series = metrics.series_cost.iter().map(|cost| &cost.summary);
    let costs = metrics.focus_cost.iter().map(|cost| &cost.summary);
    let signals = report
        .signals
        .iter()
        .flat_map(|signal| [&signal.subject, &signal.text, &signal.next_step]);
    let step = report
        .next_step
        .iter()
        .flat_map(|step| [&step.text, &step.gain]);
    series
        .chain(costs)
        .chain(signals)
        .chain(step)
        .chain(&report.trust.notes)
        .cloned()
        .collect()
}

impl Opened {
    /// The report of a period without titles and names.
    ///
    /// # Errors
    /// As [`Opened::report`].
    pub fn redacted_report(
        &self,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<Report, EngineError> {
        let period = self.period(choice, clock)?;
        let counted = self.counted(period)?;
        let mut report = self.report_of(&period, &counted);
        Redaction::of(self, &counted.classified).report(&mut report);
        Ok(report)
    }

    /// A report as it is handed on, and what is hidden in it.
    ///
    /// # Errors
    /// As [`Opened::report`].
    pub fn report_to_share(
        &self,
        request: &ReportRequest,
        clock: &Clock,
    ) -> Result<(Report, Vec<HiddenWord>), EngineError> {
        let next = request.to.succ_opt().unwrap_or(request.to);
        let choice = PeriodChoice::Range {
            from: Moment::Day(request.from),
            to: Moment::Day(next),
        };
        let period = self.period(&choice, clock)?;
        let counted = self.counted(period)?;
        let report = self.report_of(&period, &counted);
        if !request.redacted {
            return Ok((report, Vec::new()));
        }
        let redaction = Redaction::of(self, &counted.classified);
        let mut redacted = report.clone();
        redaction.report(&mut redacted);
        let hidden = redaction.hidden(&report, &redacted);
        Ok((redacted, hidden))
    }

    /// What stands for the titles and names of a period.
    ///
    /// # Errors
    /// As [`Opened::events`].
    pub fn redaction(
        &self,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<Redaction, EngineError> {
        let period = self.period(choice, clock)?;
        let (classified, _) = self.classified(period.from, period.to);
        Ok(Redaction::of(self, &classified))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SettingsChange, Source};

    fn demo() -> (Opened, Clock) {
        let clock = Clock::fixed("2026-11-12T10:00:00Z".parse().unwrap());
        let opened = Opened::read(Source::Demo, &SettingsChange::default(), &clock).unwrap();
        (opened, clock)
    }

    #[test]
    fn no_title_and_no_name_is_left_in_a_redacted_report() {
        let (opened, clock) = demo();
        let half_a_year = PeriodChoice::Range {
            from: "2026-06-01".parse().unwrap(),
            to: "2026-11-30".parse().unwrap(),
        };
        for choice in [PeriodChoice::Default, half_a_year] {
            let report = opened.redacted_report(&choice, &clock).unwrap();
            let text = serde_json::to_string(&report).unwrap();
            assert!(!text.contains('@'), "{text}");
            for event in opened.imported.events() {
                assert!(
                    !text.contains(&format!("“{}”", event.summary)),
                    "{}",
                    event.summary
                );
                for person in event.people() {
                    let name = person.name.as_deref().unwrap_or("nobody at all");
                    assert!(!text.contains(name), "{name}");
                }
            }
            assert!(!report.metrics.series_cost.is_empty());
        }
    }

    #[test]
    fn redaction_changes_no_figure() {
        let (opened, clock) = demo();
        let plain = opened.report(&PeriodChoice::Default, &clock).unwrap();
        let redacted = opened
            .redacted_report(&PeriodChoice::Default, &clock)
            .unwrap();
        assert_eq!(plain.week_mix, redacted.week_mix);
        assert_eq!(plain.signals.len(), redacted.signals.len());
        assert_ne!(plain.next_step, redacted.next_step);
    }

    #[test]
    fn what_is_hidden_is_listed_and_nothing_else() {
        let (opened, clock) = demo();
        let request = |redacted| ReportRequest {
            from: "2026-11-09".parse().unwrap(),
            to: "2026-11-15".parse().unwrap(),
            redacted,
        };
        let (plain, nothing) = opened.report_to_share(&request(false), &clock).unwrap();
        assert_eq!(nothing, []);
        let choice = PeriodChoice::Week("2026-W46".parse().unwrap());
        assert_eq!(plain, opened.report(&choice, &clock).unwrap());
        let (redacted, hidden) = opened.report_to_share(&request(true), &clock).unwrap();
        assert_eq!(redacted, opened.redacted_report(&choice, &clock).unwrap());
        let (before, after) = (words_of(&plain).join("\n"), words_of(&redacted).join("\n"));
        assert!(hidden.len() > 5);
        for HiddenWord { word, shown } in &hidden {
            assert!(before.contains(word), "{word} was never said");
            assert!(after.contains(shown), "{shown} is not said");
        }
        for cost in &plain.metrics.series_cost {
            assert!(hidden.iter().any(|hidden| hidden.word == cost.summary));
        }
    }

    #[test]
    fn rows_keep_their_times_and_lose_their_words() {
        let (opened, clock) = demo();
        let redaction = opened.redaction(&PeriodChoice::Default, &clock).unwrap();
        let events = opened.events(&PeriodChoice::Default, &clock).unwrap();
        for row in events.iter() {
            let hidden = redaction.row(row.clone());
            assert_eq!((hidden.start, hidden.category), (row.start, row.category));
            assert_ne!(hidden.summary, row.summary);
            assert!(hidden.uid.starts_with("event") && hidden.because.is_empty());
        }
    }
}
