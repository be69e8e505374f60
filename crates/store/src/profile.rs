use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keyed::Keyed;
use crate::{Act, Reader, Result};

pub(crate) const PROFILES: Keyed = Keyed {
    table: "profile",
    key: "id",
    what: "a custom profile",
};

impl Reader {
    /// The custom profiles, by id.
    pub fn profiles<T: DeserializeOwned>(&self) -> Result<BTreeMap<String, T>> {
        PROFILES.all(self.connection())
    }
}

impl Act<'_> {
    /// Saves a custom profile, over the one with this id where there is one.
    pub fn save_profile<T: Serialize + ?Sized>(&self, id: &str, profile: &T) -> Result<()> {
        PROFILES.set(self.connection(), id, profile)
    }

    /// Removes a custom profile.
    pub fn remove_profile(&self, id: &str) -> Result<()> {
        PROFILES.remove(self.connection(), id)
    }
}
