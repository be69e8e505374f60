//! The plan that is being made, and the ones that were exported.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use weekwise_model::{Plan, PlanSlot, PlanWishes};
use weekwise_plan::Former;

use crate::stored::StoredLibrary;
use crate::{Clock, EngineError, Opened};

/// The wishes, locks and dismissed blocks, among the library's plans.
const WISHES: &str = "wishes";

/// The blocks that were exported, among the library's plans.
const EXPORTED: &str = "exported";

/// How long exported blocks are remembered.
const REMEMBERED: TimeDelta = TimeDelta::weeks(104);

/// An exported block as the library keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ExportedBlock {
    uid: String,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    sequence: u32,
    cancelled: bool,
}

impl StoredLibrary {
    /// The wishes the user planned with last, less slots that are over; `None` where nothing was planned yet.
    pub fn plan_wishes(&self, clock: &Clock) -> Result<Option<PlanWishes>, EngineError> {
        let Some(mut wishes) = self.kept::<PlanWishes>(WISHES)? else {
            return Ok(None);
        };
        let is_ahead = |slot: &PlanSlot| {
            DateTime::parse_from_rfc3339(&slot.end).is_ok_and(|end| end > clock.now())
        };
        for slots in [&mut wishes.locked, &mut wishes.added, &mut wishes.dismissed] {
            slots.retain(is_ahead);
        }
        Ok(Some(wishes))
    }

    /// Remembers the wishes, locks and dismissed blocks of the plan. `label` says in words what was changed.
    pub fn save_plan_wishes(
        &mut self,
        wishes: &PlanWishes,
        label: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let label = format!("Plan: {label}");
        Ok(self
            .store
            .act(&label, clock.now(), |act| act.save_plan(WISHES, wishes))?)
    }

    /// Every block exported so far.
    pub fn exported_blocks(&self) -> Result<Vec<Former>, EngineError> {
        let kept: Vec<ExportedBlock> = self.kept(EXPORTED)?.unwrap_or_default();
        Ok(kept.into_iter().map(Former::from).collect())
    }

    /// The exported blocks whose fate can be told: a calendar was imported when they were over.
    pub fn blocks_to_judge(&self) -> Result<Vec<Former>, EngineError> {
        let mut last = DateTime::<Utc>::MIN_UTC;
        for calendar in self.store.calendars()? {
            let snapshots = self.store.snapshots(calendar.key)?;
            let at = snapshots
                .iter()
                .find(|snapshot| snapshot.key == calendar.snapshot);
            last = last.max(at.map_or(last, |snapshot| snapshot.imported_at));
        }
        let mut blocks = self.exported_blocks()?;
        blocks.retain(|block| block.end <= last && !block.cancelled);
        Ok(blocks)
    }

    /// Writes a plan as an iCalendar file that updates both what the file at its place holds (`former`) and what was
    /// exported before. It is remembered with [`note_export`](Self::note_export), once it is written.
    pub fn export_plan(
        &self,
        opened: &Opened,
        plan: &Plan,
        former: Vec<Former>,
        clock: &Clock,
    ) -> Result<String, EngineError> {
        let mut known = former;
        for block in self.exported_blocks()? {
            // The file may be newer than what is remembered, or older.
            match known.iter_mut().find(|one| one.uid == block.uid) {
                Some(one) if one.sequence >= block.sequence => {}
                _ => {
                    known.retain(|one| one.uid != block.uid || one.sequence == block.sequence);
                    known.push(block);
                }
            }
        }
        Ok(opened.export_plan(plan, &known, clock))
    }

    /// Remembers what an exported file holds: from now on it is what was planned. What was planned for the time before
    /// stays.
    pub fn note_export(
        &mut self,
        opened: &Opened,
        text: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let now = clock.now();
        let mut blocks = self.exported_blocks()?;
        let exported = opened.former_blocks(text.as_bytes(), clock);
        blocks.retain(|block| {
            let replaced = exported
                .iter()
                .any(|new| (&new.uid, new.start) == (&block.uid, block.start));
            block.start < now && block.end > now - REMEMBERED && !replaced
        });
        blocks.extend(exported);
        blocks.sort_by(|a, b| (a.start, &a.uid).cmp(&(b.start, &b.uid)));
        let blocks: Vec<ExportedBlock> = blocks.into_iter().map(ExportedBlock::from).collect();
        Ok(self
            .store
            .act("Plan: Export", now, |act| act.save_plan(EXPORTED, &blocks))?)
    }

    /// One of the library's plans.
    fn kept<T: serde::de::DeserializeOwned>(&self, id: &str) -> Result<Option<T>, EngineError> {
        let mut plans = self.store.plans::<serde_json::Value>()?;
        // What a later version wrote otherwise is as if it were not there.
        Ok(plans
            .remove(id)
            .and_then(|plan| serde_json::from_value(plan).ok()))
    }
}

impl From<ExportedBlock> for Former {
    fn from(block: ExportedBlock) -> Self {
        Self {
            uid: block.uid,
            start: block.start,
            end: block.end,
            sequence: block.sequence,
            cancelled: block.cancelled,
        }
    }
}

impl From<Former> for ExportedBlock {
    fn from(block: Former) -> Self {
        Self {
            uid: block.uid,
            start: block.start,
            end: block.end,
            sequence: block.sequence,
            cancelled: block.cancelled,
        }
    }
}
