//! The user's own profiles, and whether titles are hidden.

use std::collections::BTreeMap;

use weekwise_model::{Profile, ProfileError};

use crate::stored::{CHOSEN, StoredLibrary};
use crate::{Clock, EngineError};

/// Whether titles are hidden. No act of the user's: undoing something else must never show them again.
const HIDES: &str = "hides-titles";

impl StoredLibrary {
    /// The user's own profiles, by name.
    pub fn profiles(&self) -> Result<Vec<Profile>, EngineError> {
        let all: BTreeMap<String, Profile> = self.store.profiles()?;
        let mut all: Vec<Profile> = all.into_values().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(all)
    }

    /// Keeps a profile of the user's: a new one where it has no id, else in the place of the one with its id.
    ///
    /// # Errors
    /// [`EngineError::Profile`] where it is not valid or its name is taken; then nothing is changed.
    pub fn save_profile(&mut self, profile: Profile, clock: &Clock) -> Result<(), EngineError> {
        let others = self.profiles()?;
        let profile = profile.kept_among(&others)?;
        let label = match others.iter().find(|other| other.id == profile.id) {
            Some(other) if *other == profile => return Ok(()),
            Some(other) if other.name != profile.name => {
                format!("Rename the profile {} to {}", other.name, profile.name)
            }
            Some(_) => format!("Change the profile {}", profile.name),
            None => format!("Add the profile {}", profile.name),
        };
        Ok(self.store.act(&label, clock.now(), |act| {
            act.save_profile(&profile.id, &profile)
        })?)
    }

    /// Removes a profile of the user's. Where it was the one in use, the usual one is.
    ///
    /// # Errors
    /// [`EngineError::Profile`] where there is none with this id.
    pub fn remove_profile(&mut self, id: &str, clock: &Clock) -> Result<(), EngineError> {
        let all = self.profiles()?;
        let profile = all.iter().find(|profile| profile.id == id);
        let profile = profile.ok_or_else(|| ProfileError::Unknown {
            name: id.to_owned(),
            known: all.iter().map(|profile| profile.id.clone()).collect(),
        })?;
        let mut chosen = self.chosen()?;
        let in_use = chosen
            .profile
            .as_deref()
            .is_some_and(|name| Profile::named(name, &all).is_ok_and(|used| used.id == id));
        chosen.profile = chosen.profile.filter(|_| !in_use);
        let label = format!("Remove the profile {}", profile.name);
        Ok(self.store.act(&label, clock.now(), |act| {
            if in_use {
                act.set_setting(CHOSEN, &chosen)?;
            }
            act.remove_profile(id)
        })?)
    }

    /// Whether titles and names are hidden in the window.
    pub fn hides_titles(&self) -> Result<bool, EngineError> {
        Ok(self.store.setting(HIDES)?.unwrap_or(false))
    }

    /// Remembers whether titles and names are hidden in the window. Undo knows nothing of it.
    pub fn hide_titles(&mut self, hide: bool) -> Result<(), EngineError> {
        Ok(self.store.note(HIDES, &hide)?)
    }
}
