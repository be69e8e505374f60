use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keyed::Keyed;
use crate::{Act, Reader, Result};

pub(crate) const PLANS: Keyed = Keyed {
    table: "plan",
    key: "id",
    what: "a plan",
};

impl Reader {
    /// The saved plans, by id.
    pub fn plans<T: DeserializeOwned>(&self) -> Result<BTreeMap<String, T>> {
        PLANS.all(self.connection())
    }
}

impl Act<'_> {
    /// Saves a plan, over the one with this id where there is one.
    pub fn save_plan<T: Serialize + ?Sized>(&self, id: &str, plan: &T) -> Result<()> {
        PLANS.set(self.connection(), id, plan)
    }

    /// Removes a plan.
    pub fn remove_plan(&self, id: &str) -> Result<()> {
        PLANS.remove(self.connection(), id)
    }
}
