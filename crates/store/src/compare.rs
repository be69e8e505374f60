use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Row;
use serde::Serialize;
use weekwise_model::InstanceId;

use crate::{Reader, Result, SnapshotKey, event};

/// What is different in a later snapshot. Each event is in one list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SnapshotComparison {
    /// Was not there, or was called off and is on again.
    pub added: Vec<EventChange>,
    /// Starts at another time.
    pub moved: Vec<EventChange>,
    /// Is called off.
    pub cancelled: Vec<EventChange>,
    /// Starts when it did, but something else is different.
    pub changed: Vec<EventChange>,
    /// Is not there any more.
    pub removed: Vec<EventChange>,
}

/// One event that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventChange {
    /// Its UID.
    pub uid: String,
    /// Which instance, where it is about one of a series.
    pub recurrence_id: Option<InstanceId>,
    /// Its title, the later one where there are two.
    pub title: String,
    /// When it started in the earlier snapshot.
    pub before: Option<InstanceId>,
    /// When it starts in the later one.
    pub after: Option<InstanceId>,
}

/// UID and recurrence id.
type Key = (String, Option<InstanceId>);

struct Version {
    digest: i64,
    start: InstanceId,
    title: String,
    cancelled: bool,
}

impl Reader {
    /// What is different in snapshot `later`, by UID and recurrence id.
    ///
    /// An instance that got or lost a version of its own is compared with its series: an override at another time has
    /// moved, it was not added.
    pub fn compare(&self, earlier: SnapshotKey, later: SnapshotKey) -> Result<SnapshotComparison> {
        let before = self.only_in(earlier, later)?;
        let after = self.only_in(later, earlier)?;
        let series_before = self.series_of(earlier, &after)?;
        let series_after = self.series_of(later, &before)?;
        let keys: BTreeSet<&Key> = before.keys().chain(after.keys()).collect();
        let mut comparison = SnapshotComparison::default();
        for key in keys {
            let (old, new) = (before.get(key), after.get(key));
            // What the series says about this instance stands in for a version it does not have itself.
            let instance = |series: &BTreeSet<String>| key.1.filter(|_| series.contains(&key.0));
            let was = old.map(|v| (v.start, v.cancelled));
            let was = was.or(instance(&series_before).map(|start| (start, false)));
            let is = new.map(|v| (v.start, v.cancelled));
            let is = is.or(instance(&series_after).map(|start| (start, false)));
            let same = matches!((old, new), (Some(a), Some(b)) if a.digest == b.digest);
            let list = match (was, is) {
                _ if same => continue,
                (None | Some((_, false)), Some((_, true))) => &mut comparison.cancelled,
                (None | Some((_, true)), Some((_, false))) => &mut comparison.added,
                (Some((a, _)), Some((b, _))) if a != b => &mut comparison.moved,
                (Some(_), Some(_)) => &mut comparison.changed,
                (Some((_, false)), None) => &mut comparison.removed,
                // Nobody misses what was called off.
                (Some((_, true)) | None, None) => continue,
            };
            list.push(EventChange {
                uid: key.0.clone(),
                recurrence_id: key.1,
                title: new.or(old).map(|v| v.title.clone()).unwrap_or_default(),
                before: was.map(|(start, _)| start),
                after: is.map(|(start, _)| start),
            });
        }
        Ok(comparison)
    }

    /// The events of one snapshot that another does not have just so. Snapshots of one calendar share the rows of events
    /// that stayed the same, so these are few.
    fn only_in(&self, this: SnapshotKey, other: SnapshotKey) -> Result<BTreeMap<Key, Version>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT uid, recurrence_id, digest, start, title, cancelled
             FROM snapshot_event here JOIN event ON event.id = here.event
             WHERE here.snapshot = ?1 AND NOT EXISTS (
                 SELECT 1 FROM snapshot_event there
                 WHERE there.snapshot = ?2 AND there.event = here.event)",
        )?;
        let version = |row: &Row<'_>| -> Result<(Key, Version)> {
            let version = Version {
                digest: row.get(2)?,
                start: event::start(row, 3)?,
                title: row.get(4)?,
                cancelled: row.get(5)?,
            };
            Ok(((row.get(0)?, event::recurrence(row, 1)?), version))
        };
        let mut rows = statement.query([this.0, other.0])?;
        let mut found = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (key, version) = version(row)?;
            found.insert(key, version);
        }
        Ok(found)
    }

    /// The UIDs of `instances` that `snapshot` has a series for.
    fn series_of(
        &self,
        snapshot: SnapshotKey,
        instances: &BTreeMap<Key, Version>,
    ) -> Result<BTreeSet<String>> {
        let wanted: BTreeSet<&str> = instances
            .keys()
            .filter(|(_, recurrence_id)| recurrence_id.is_some())
            .map(|(uid, _)| uid.as_str())
            .collect();
        let mut found = BTreeSet::new();
        if wanted.is_empty() {
            return Ok(found);
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT uid FROM snapshot_event JOIN event ON event.id = event
             WHERE snapshot = ? AND recurrence_id = '' AND cancelled = 0",
        )?;
        let mut rows = statement.query([snapshot.0])?;
        while let Some(row) = rows.next()? {
            let uid = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if wanted.contains(uid) {
                found.insert(uid.to_owned());
            }
        }
        Ok(found)
    }
}
