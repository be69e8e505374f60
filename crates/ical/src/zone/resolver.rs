use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::names::unquoted;
use super::{CustomZone, Named, Zone, zone_named};

/// The zones of one file: which zone each TZID means in each of its VCALENDARs.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    /// By name; of one name, those of several VCALENDARs in their order.
    custom: HashMap<String, Vec<(usize, Arc<CustomZone>)>>,
    /// How many each VCALENDAR defines, and the name of the first.
    defined: HashMap<usize, (usize, String)>,
    /// What was decided already; a calendar names the same few zones again and again.
    known: RwLock<HashMap<usize, HashMap<String, Option<Zone>>>>,
}

impl Zones {
    /// Adds a VTIMEZONE of a VCALENDAR, in the order of VCALENDARs. The first of a name counts.
    pub(crate) fn define(&mut self, calendar: usize, name: &str, zone: Arc<CustomZone>) {
        let named = self.custom.entry(key(name)).or_default();
        if named.last().is_some_and(|(known, _)| *known >= calendar) {
            return;
        }
        named.push((calendar, zone));
        self.defined
            .entry(calendar)
            .or_insert_with(|| (0, name.to_owned()))
            .0 += 1;
    }

    /// The zone of a VCALENDAR's only VTIMEZONE: where there are several, none of them is the calendar's own.
    pub(crate) fn only(&self, calendar: usize) -> Option<Zone> {
        match self.defined.get(&calendar) {
            Some((1, name)) => self.zone(calendar, name),
            _ => None,
        }
    }

    /// The zone of a TZID: an exact IANA name, else the VTIMEZONE of its VCALENDAR or of another one in the file,
    /// else what the name says; `None` where nobody knows.
    pub(crate) fn zone(&self, calendar: usize, name: &str) -> Option<Zone> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(zone) = known.get(&calendar).and_then(|names| names.get(name)) {
            return zone.clone();
        }
        drop(known);
        let zone = self.decide(calendar, name);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let names = known.entry(calendar).or_default();
        if names.len() < crate::limits::TIME_ZONES {
            names.insert(name.to_owned(), zone.clone());
        }
        zone
    }

    fn decide(&self, calendar: usize, name: &str) -> Option<Zone> {
        let named = zone_named(name);
        if let Some(Named::Exact(zone)) = named {
            return Some(zone);
        }
        if let Some(zones) = self.custom.get(&key(name)) {
            let own = zones.binary_search_by_key(&calendar, |(of, _)| *of);
            if let Some((_, zone)) = zones.get(own.unwrap_or(0)) {
                return Some(Zone::Custom(Arc::clone(zone)));
            }
        }
        named.map(|(Named::Exact(zone) | Named::Meant(zone))| zone)
    }
}

fn key(name: &str) -> String {
    unquoted(name).to_lowercase()
}
