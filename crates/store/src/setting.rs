use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keyed::Keyed;
use crate::{Act, Reader, Result, Store};

pub(crate) const SETTINGS: Keyed = Keyed {
    table: "setting",
    key: "key",
    what: "a setting",
};

impl Reader {
    /// A setting, where it was ever set.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        SETTINGS.get(self.connection(), key)
    }
}

impl Store {
    /// Writes down something that is no decision of the user's, such as when a calendar was last fetched. Undo knows
    /// nothing of it.
    pub fn note<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<()> {
        self.must_be_writable()?;
        SETTINGS.set(self.connection(), key, value)
    }
}

impl Act<'_> {
    /// Sets a setting.
    pub fn set_setting<T: Serialize + ?Sized>(&self, key: &str, value: &T) -> Result<()> {
        SETTINGS.set(self.connection(), key, value)
    }

    /// Sets a setting back to whatever the program takes by default.
    pub fn remove_setting(&self, key: &str) -> Result<()> {
        SETTINGS.remove(self.connection(), key)
    }
}
