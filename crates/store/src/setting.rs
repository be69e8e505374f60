use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keyed::Keyed;
use crate::{Act, Reader, Result};

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
