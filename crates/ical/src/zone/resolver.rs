use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::names::unquoted;
use super::{CustomZone, Named, Zone, zone_named};

/// The zones of one file: which zone each of its TZIDs means.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    custom: HashMap<String, Arc<CustomZone>>,
    /// What was decided already; a file names the same few zones again and again.
    known: RwLock<HashMap<String, Option<Zone>>>,
}

impl Zones {
    /// Adds a VTIMEZONE. The first of a name counts.
    pub(crate) fn define(&mut self, name: &str, zone: CustomZone) {
        self.custom
            .entry(key(name))
            .or_insert_with(|| Arc::new(zone));
    }

    /// The zone of the only VTIMEZONE: where there are several, none of them is the calendar's own.
    pub(crate) fn only(&self) -> Option<Zone> {
        let mut names = self.custom.keys();
        let name = names.next()?;
        if names.next().is_some() {
            return None;
        }
        self.zone(name)
    }

    /// The zone of a TZID: an exact IANA name, else the file's VTIMEZONE, else what the name says; `None` where
    /// nobody knows.
    pub(crate) fn zone(&self, name: &str) -> Option<Zone> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(zone) = known.get(name) {
            return zone.clone();
        }
        drop(known);
        let zone = self.decide(name);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < crate::limits::TIME_ZONES {
            known.insert(name.to_owned(), zone.clone());
        }
        zone
    }

    fn decide(&self, name: &str) -> Option<Zone> {
        let named = zone_named(name);
        if let Some(Named::Exact(zone)) = named {
            return Some(zone);
        }
        if let Some(zone) = self.custom.get(&key(name)) {
            return Some(Zone::Custom(Arc::clone(zone)));
        }
        named.map(|(Named::Exact(zone) | Named::Meant(zone))| zone)
    }
}

fn key(name: &str) -> String {
    unquoted(name).to_lowercase()
}
