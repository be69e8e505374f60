use weekwise_advise::{Question, advise_on, quote};
use weekwise_analyze::habit_shares;
use weekwise_model::{
    AdviceList, DoubtBehind, HabitShare, Outcome, Period, PeriodJson, Report, Settings, Trust,
    words,
};

use crate::opened::Counted;
use crate::{Clock, EngineError, Opened, PeriodChoice};

impl Opened {
    /// The mix against the bands, the load and the signals of a period.
    pub fn report(&self, choice: &PeriodChoice, clock: &Clock) -> Result<Report, EngineError> {
        let period = self.period(choice, clock)?;
        let counted = self.counted(period)?;
        self.report_of(&period, &counted, clock)
    }

    /// The period a choice means for these calendars.
    pub fn period(&self, choice: &PeriodChoice, clock: &Clock) -> Result<Period, EngineError> {
        choice.period(self.settings.zone, self.settings.display.first_day, || {
            self.default_week(clock)
        })
    }

    /// A counted period as a report, with everything worth changing in it.
    pub(crate) fn report_of(
        &self,
        period: &Period,
        counted: &Counted,
        clock: &Clock,
    ) -> Result<Report, EngineError> {
        let mut report = self.counted_report(period, counted);
        let question = Question {
            occurrences: &counted.classified,
            period: *period,
            settings: &self.settings,
            now: clock.now(),
        };
        quote(advise_on(counted.period.trial()?, &question), &mut report);
        report.pending = self.pending(period, counted, clock)?;
        self.add_relapses(&mut report.signals, period, counted);
        Ok(report)
    }

    /// The same without advice.
    pub(crate) fn counted_report(&self, period: &Period, counted: &Counted) -> Report {
        let analysis = &counted.analysis;
        Report {
            period: PeriodJson::from(period),
            demo: self.demo,
            profile: self.settings.profile.id.clone(),
            week_mix: analysis.week_mix().clone(),
            booked_mix: analysis.booked_mix().clone(),
            hours_to_move: analysis.hours_to_move(),
            metrics: analysis.metrics().clone(),
            signals: analysis.signals(),
            next_step: None,
            advice: AdviceList::default(),
            pending: None,
            reported: Report::reported(),
            habits: habit_shares(
                analysis.week_mix(),
                &self.settings.marks.focus_habits,
                *period,
            ),
            trust: self.trust(period, counted),
        }
    }

    /// What limits the answer: what counting knows, and what only the import knows.
    fn trust(&self, period: &Period, counted: &Counted) -> Trust {
        let mut trust = counted.analysis.trust();
        let left_out = self
            .diagnostics()
            .iter()
            .chain(&counted.diagnostics)
            .filter(|d| d.outcome == Outcome::LeftOut)
            .count();
        trust.left_out = u32::try_from(left_out).unwrap_or(u32::MAX);
        trust.me_guessed = self.settings.me.guessed;
        if left_out > 0 {
            let events = if left_out == 1 {
                "1 event was"
            } else {
                &format!("{left_out} events were")
            };
            trust.notes.push(format!(
                "{events} left out of the import; see the diagnostics."
            ));
        }
        trust.notes.extend(note_about_me(&self.settings));
        trust.notes.extend(self.notes_about_guesses());
        let mix = counted.analysis.week_mix();
        let habits = habit_shares(mix, &self.settings.marks.focus_habits, *period);
        trust.notes.extend(note_about_habits(&habits));
        trust.questions = self.questions_behind(counted);
        trust.notes.extend(note_about_questions(&trust.questions));
        trust
    }
}

fn note_about_me(settings: &Settings) -> Option<String> {
    match settings.me.addresses.first() {
        _ if !settings.me.guessed => None,
        Some(address) => Some(format!("“Me” was guessed: {address}.")),
        None => Some(
            "The calendar does not tell who “me” is, so declined meetings may be counted."
                .to_owned(),
        ),
    }
}

/// Says what open focus is taken to hold, and what that makes of the shares.
fn note_about_habits(habits: &[HabitShare]) -> Option<String> {
    let told: Vec<String> = habits
        .iter()
        .map(|habit| {
            format!(
                "{} {} instead of {}",
                words::category(habit.category),
                words::percent(habit.with),
                words::percent(habit.without)
            )
        })
        .collect();
    (!told.is_empty()).then(|| {
        format!(
            "With what you say open focus holds: {}. The shares above are without it.",
            told.join(", ")
        )
    })
}

/// Says how much of the doubt a few questions settle.
fn note_about_questions(questions: &[DoubtBehind]) -> Option<String> {
    let hours: f64 = questions.iter().map(|question| question.hours).sum();
    let settle = match questions.len() {
        0 => return None,
        1 => "One question settles",
        2 => "Two questions settle",
        _ => "Three questions settle",
    };
    let asked: Vec<&str> = questions
        .iter()
        .map(|question| question.short.as_str())
        .collect();
    Some(format!(
        "{settle} {}: {}.",
        words::hours(hours),
        asked.join("; ")
    ))
}
