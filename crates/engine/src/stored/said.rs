use weekwise_model::{Correction, Marks, Rule, Scope};

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
            marks: self.store.setting(MARKS)?.unwrap_or_default(),
        })
    }

    /// Remembers a correction, in the place of an earlier one about the same. `about` is what it is about, in words.
    pub fn correct(
        &mut self,
        correction: &Correction,
        about: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let label = format!("“{about}” is {}", correction.category.label());
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
        let label = format!("Take back the correction of “{about}”");
        Ok(self
            .store
            .act(&label, clock.now(), |act| act.remove_correction(scope, key))?)
    }

    /// Makes these the user's rules: adding, editing, moving and removing one are all this.
    pub fn save_rules(&mut self, rules: &[Rule], clock: &Clock) -> Result<(), EngineError> {
        let before: Vec<Rule> = self.store.rules()?;
        let label = match rules.len().cmp(&before.len()) {
            std::cmp::Ordering::Greater => "Add a rule",
            std::cmp::Ordering::Less => "Remove a rule",
            std::cmp::Ordering::Equal => "Change a rule",
        };
        Ok(self
            .store
            .act(label, clock.now(), |act| act.replace_rules(rules))?)
    }

    /// Remembers what no calendar tells.
    pub fn set_marks(&mut self, marks: &Marks, clock: &Clock) -> Result<(), EngineError> {
        let before: Marks = self.store.setting(MARKS)?.unwrap_or_default();
        let label = changed_part(&before, marks);
        Ok(self
            .store
            .act(label, clock.now(), |act| act.set_setting(MARKS, marks))?)
    }
}

/// What a change of the marks is called.
fn changed_part(before: &Marks, after: &Marks) -> &'static str {
    if before.days_off != after.days_off {
        "Change days off"
    } else if before.unusual_weeks != after.unusual_weeks {
        "Mark a week"
    } else if before.team_names != after.team_names {
        "Name a team"
    } else if before.priorities != after.priorities {
        "Change the priorities"
    } else if before.impacts != after.impacts {
        "Judge a series"
    } else {
        "Change what you noted"
    }
}
