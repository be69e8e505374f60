//! Reports that are handed on (section 10 of docs/product.md).
//!
//! The answer is worked out first, because who was there and what it was about decide it; then it is hidden as everything
//! else is.

use weekwise_model::{HiddenWord, Report, ReportRequest};

use crate::{Clock, EngineError, Moment, Opened, PeriodChoice, Veil};

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
        Ok(self.redacted(self.report(choice, clock)?).0)
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
        let report = self.report(&choice, clock)?;
        Ok(if request.redacted {
            self.redacted(report)
        } else {
            (report, Vec::new())
        })
    }

    fn redacted(&self, mut report: Report) -> (Report, Vec<HiddenWord>) {
        let hidden = Veil::over_papers(self).hide(&mut report);
        let note = "Titles and names are hidden; numbers stand for them.";
        report.trust.notes.push(note.to_owned());
        (report, hidden.into_iter().collect())
    }
}
#[cfg(test)]
mod tests {
    use weekwise_model::Texts as _;

    use super::*;
    use crate::veil::is_own_word;
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
                    is_own_word(&event.summary) || !text.contains(&format!("“{}”", event.summary)),
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

    fn words_of(report: &Report) -> Vec<String> {
        let mut words = Vec::new();
        report
            .clone()
            .each_text(&mut |_, text| words.push(text.clone()));
        words
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
            let is_listed = hidden.iter().any(|hidden| hidden.word == cost.summary);
            assert_ne!(is_listed, is_own_word(&cost.summary), "{}", cost.summary);
        }
    }

    #[test]
    fn rows_keep_their_times_and_lose_their_words() {
        let (opened, clock) = demo();
        let veil = Veil::over_papers(&opened);
        let events = opened.events(&PeriodChoice::Default, &clock).unwrap();
        for row in events.iter() {
            let hidden = veil.row(row.clone());
            assert_eq!((hidden.start, hidden.category), (row.start, row.category));
            assert_eq!(hidden.summary == row.summary, is_own_word(&row.summary));
            assert!(hidden.uid.starts_with("event") && hidden.because.is_empty());
        }
    }
}
