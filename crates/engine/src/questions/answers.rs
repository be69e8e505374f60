//! What was answered, by whom, and what it replaced.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use weekwise_model::{AnswerView, Answerer, Correction, DayCorrection, FocusHabit, Scope, words};

use super::noted::Noted;
use crate::{Said, SettingsChange};

/// The answers given so far, and questions that are put off.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Oldest first.
    pub(crate) given: Vec<GivenAnswer>,
    /// Questions to be asked after all others.
    pub(crate) later: Vec<String>,
    /// Questions not to be asked again.
    pub(crate) never: Vec<String>,
}

/// One answer, with what it wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct GivenAnswer {
    /// The question.
    pub(crate) id: String,
    /// The option.
    pub(crate) option: String,
    /// Both as one sentence.
    pub(crate) said: String,
    pub(crate) who: Answerer,
    pub(crate) made_at: DateTime<Utc>,
    /// Answers given together have the same.
    pub(crate) step: u32,
    /// Counted minutes it changed.
    pub(crate) minutes: i64,
    pub(crate) wrote: Wrote,
}

/// What an answer put in the place of what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Wrote {
    pub(crate) corrections: Vec<Correction>,
    pub(crate) instead_of: Vec<Correction>,
    pub(crate) days: Vec<DayCorrection>,
    pub(crate) days_instead_of: Vec<DayCorrection>,
    /// The settings it chose, and what was chosen before.
    pub(crate) settings: Option<(SettingsChange, SettingsChange)>,
    pub(crate) habits: Option<(Vec<FocusHabit>, Vec<FocusHabit>)>,
    /// What it noted about who is what to me, and what was noted before.
    pub(crate) noted: Option<(Noted, Noted)>,
}

impl Answers {
    /// The number of the next step.
    pub(crate) fn next_step(&self) -> u32 {
        let steps = self.given.iter().map(|given| given.step);
        steps.max().map_or(1, |step| step + 1)
    }
}

impl GivenAnswer {
    /// As it is shown, on the user's wall clock.
    pub(crate) fn view(&self, at: String, said: &Said) -> AnswerView {
        AnswerView {
            id: self.id.clone(),
            option: self.option.clone(),
            text: self.said.clone(),
            who: self.who.clone(),
            at,
            step: self.step,
            minutes: self.minutes,
            but: self.but(said),
        }
    }

    /// What of it holds no more, because something else was said about the same later.
    fn but(&self, said: &Said) -> Option<String> {
        let replaced = |written: &&Correction| !said.corrections.contains(written);
        let gone = self.wrote.corrections.iter().filter(replaced).count();
        let replaced = |written: &&DayCorrection| !said.marks.day_corrections.contains(written);
        let gone = gone + self.wrote.days.iter().filter(replaced).count();
        let all = self.wrote.corrections.len() + self.wrote.days.len();
        if gone == 0 {
            None
        } else if gone == all {
            Some("Something else was said later, which holds.".to_owned())
        } else {
            Some(format!(
                "Of {}, something else was said later, which holds.",
                words::count(gone, "title", "titles")
            ))
        }
    }

    /// Takes it out of what was said; what was said later about the same stays. Returns what was chosen before it, where it
    /// chose settings that are still as it left them.
    pub(crate) fn take_back(
        &self,
        said: &mut Said,
        chosen: &SettingsChange,
    ) -> Option<SettingsChange> {
        let wrote = &self.wrote;
        for written in &wrote.corrections {
            let Some(place) = said.corrections.iter().position(|one| one == written) else {
                continue;
            };
            said.corrections.remove(place);
            let same =
                |one: &&Correction| is_same((one.scope, &one.key), (written.scope, &written.key));
            said.corrections
                .extend(wrote.instead_of.iter().find(same).cloned());
        }
        for written in &wrote.days {
            let days = &mut said.marks.day_corrections;
            let Some(place) = days.iter().position(|one| one == written) else {
                continue;
            };
            days.remove(place);
            let same = |one: &&DayCorrection| {
                is_same((one.scope, &one.key), (written.scope, &written.key))
            };
            days.extend(wrote.days_instead_of.iter().find(same).cloned());
        }
        if let Some((after, before)) = &wrote.habits
            && said.marks.focus_habits == *after
        {
            said.marks.focus_habits.clone_from(before);
        }
        if let Some((after, before)) = &wrote.noted
            && after.holds(&said.marks)
        {
            before.note(&mut said.marks);
        }
        let (written, before) = wrote.settings.as_ref()?;
        chosen.without(written, before)
    }
}

fn is_same(one: (Scope, &String), other: (Scope, &String)) -> bool {
    one == other
}
