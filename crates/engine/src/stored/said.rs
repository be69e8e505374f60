use std::collections::BTreeSet;

use chrono::NaiveDate;
use weekwise_model::{Correction, DayCorrection, DaysOff, Marks, Rule, Scope, Stay};

use crate::stored::StoredLibrary;
use crate::{Clock, EngineError, Said};

/// The user's marks, as one setting of the library.
const MARKS: &str = "marks";

impl StoredLibrary {
    /// What the user has said.
    pub fn said(&self) -> Result<Said, EngineError> {
        Ok(Said {
            corrections: self.store.corrections()?,
            rules: self.store.rules()?,
            marks: self.marks()?,
            profiles: self.profiles()?,
            answers: self.answers()?,
            planned: self.blocks_to_judge()?,
            lines: self.lines()?,
            ..Said::default()
        })
    }

    /// What no calendar tells, as the user noted it.
    pub(super) fn marks(&self) -> Result<Marks, EngineError> {
        let kept: Option<Marks> = self.store.setting(MARKS)?;
        Ok(kept.unwrap_or_default().with_former())
    }

    /// Keeps what no calendar tells, as one action.
    pub(super) fn keep_marks(
        &mut self,
        marks: &Marks,
        label: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        Ok(self
            .store
            .act(label, clock.now(), |act| act.set_setting(MARKS, marks))?)
    }

    /// Remembers a correction, in the place of an earlier one about the same. `about` is what it is about, in words.
    pub fn correct(
        &mut self,
        correction: &Correction,
        about: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let label = correction_label(Some(correction), about);
        Ok(self
            .store
            .act(&label, clock.now(), |act| act.correct(correction))?)
    }

    /// Takes a correction back.
    pub fn uncorrect(
        &mut self,
        scope: Scope,
        key: &str,
        about: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let label = correction_label(None, about);
        Ok(self
            .store
            .act(&label, clock.now(), |act| act.remove_correction(scope, key))?)
    }

    /// Remembers what an event does to the day, in the place of what was said about the same; `None` takes that back.
    pub fn correct_day(
        &mut self,
        (scope, key): (Scope, &str),
        correction: Option<DayCorrection>,
        about: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let before = self.marks()?;
        let mut marks = before.clone();
        let label = day_label(correction.as_ref(), about);
        marks.correct_day((scope, key), correction);
        if marks == before {
            return Ok(());
        }
        self.keep_marks(&marks, &label, clock)
    }

    /// Makes these the user's rules: adding, editing, moving and removing one are all this.
    pub fn save_rules(&mut self, rules: &[Rule], clock: &Clock) -> Result<(), EngineError> {
        let before: Vec<Rule> = self.store.rules()?;
        let label = rules_label(&before, rules);
        Ok(self
            .store
            .act(label, clock.now(), |act| act.replace_rules(rules))?)
    }

    /// Marks days as off, or as working days again.
    pub fn set_days_off(&mut self, change: &DaysOff, clock: &Clock) -> Result<(), EngineError> {
        let before = self.marks()?;
        let DaysOff { days, off } = change;
        let mut marked: BTreeSet<NaiveDate> = before.days_off.iter().copied().collect();
        for day in days {
            if *off {
                marked.insert(*day);
            } else {
                marked.remove(day);
            }
        }
        let marks = Marks {
            days_off: marked.into_iter().collect(),
            ..before.clone()
        };
        if marks == before {
            return Ok(());
        }
        let label = match (days.as_slice(), off) {
            ([day], true) => format!("{} off", day.format("%-d %b %Y")),
            ([day], false) => format!("{} is a working day", day.format("%-d %b %Y")),
            (_, true) => format!("{} days off", days.len()),
            (_, false) => format!("{} working days", days.len()),
        };
        self.keep_marks(&marks, &label, clock)
    }

    /// Notes a stay in another zone.
    ///
    /// # Errors
    /// [`EngineError::Stay`] where it makes no sense beside the others; then nothing is changed.
    pub fn add_stay(&mut self, stay: &Stay, clock: &Clock) -> Result<(), EngineError> {
        let before = self.marks()?;
        let stay = stay.checked()?;
        let stays = stay.beside(&before.stays)?;
        let marks = Marks { stays, ..before };
        let label = format!("Working from {}, {}", stay.zone, stay.days_in_words());
        self.keep_marks(&marks, &label, clock)
    }

    /// Takes back the stay that begins on this day; where none does, nothing is changed.
    pub fn remove_stay(&mut self, first: NaiveDate, clock: &Clock) -> Result<(), EngineError> {
        let mut marks = self.marks()?;
        let place = marks.stays.iter().position(|stay| stay.first == first);
        let Some(stay) = place.map(|place| marks.stays.remove(place)) else {
            return Ok(());
        };
        let label = format!("Not working from {}, {}", stay.zone, stay.days_in_words());
        self.keep_marks(&marks, &label, clock)
    }

    /// Remembers what no calendar tells.
    pub fn set_marks(&mut self, marks: &Marks, clock: &Clock) -> Result<(), EngineError> {
        let before = self.marks()?;
        let label = changed_part(&before, marks);
        self.keep_marks(marks, label, clock)
    }
}

/// What a correction is called, or taking it back; `about` is what it is about, in words.
pub(crate) fn day_label(correction: Option<&DayCorrection>, about: &str) -> String {
    match correction {
        Some(correction) => format!("“{about}” is {}", correction.effect.label()),
        None => format!("Take back what “{about}” does to the day"),
    }
}

/// What a correction of the category is called.
pub(crate) fn correction_label(correction: Option<&Correction>, about: &str) -> String {
    let Some(correction) = correction else {
        return format!("Take back the correction of “{about}”");
    };
    let what = match correction.kind {
        Some(kind) => kind.label(),
        None => correction.category.label(),
    };
    format!("“{about}” is {what}")
}

/// What a change of the rules is called.
pub(crate) fn rules_label(before: &[Rule], after: &[Rule]) -> &'static str {
    match after.len().cmp(&before.len()) {
        std::cmp::Ordering::Greater => "Add a rule",
        std::cmp::Ordering::Less => "Remove a rule",
        std::cmp::Ordering::Equal => "Change a rule",
    }
}

/// What a change of the marks is called.
pub(crate) fn changed_part(before: &Marks, after: &Marks) -> &'static str {
    if before.days_off != after.days_off {
        "Change days off"
    } else if before.stays != after.stays {
        "Change where you work"
    } else if before.unusual_weeks != after.unusual_weeks {
        "Mark a week"
    } else if after.seasons.len() < before.seasons.len() {
        "Remove a season"
    } else if before.seasons != after.seasons {
        "Name a season"
    } else if before.team_names != after.team_names {
        "Name a team"
    } else if before.priorities != after.priorities {
        "Change the priorities"
    } else if before.impacts != after.impacts {
        "Judge a series"
    } else if after.asks.len() > before.asks.len() {
        "Ask for a change"
    } else if before.asks != after.asks {
        "Change what was asked for"
    } else {
        "Change what you noted"
    }
}
