use chrono::{DateTime, FixedOffset};
use weekwise_model::{BlockTrial, ChangeAction, PlanChange, PlanSlot, PlanWishes, words};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// What would happen if a block were placed somewhere: what has to change for it, or why it cannot be.
    ///
    /// # Errors
    /// As [`Opened::plan`].
    pub fn try_block(
        &self,
        wishes: &PlanWishes,
        slot: &PlanSlot,
        clock: &Clock,
    ) -> Result<BlockTrial, EngineError> {
        let mut wishes = wishes.clone();
        wishes.added.push(slot.clone());
        let plan = self.plan(&wishes, false, clock)?;
        let refused = plan
            .refused
            .into_iter()
            .find(|refused| refused.slot == *slot);
        let (Some(from), Some(to)) = (instant(&slot.start), instant(&slot.end)) else {
            return Err(EngineError::Period(
                "a block lies between two instants".to_owned(),
            ));
        };
        let under = |change: &PlanChange| {
            let (start, end) = (instant(&change.from), instant(&change.from_end));
            start.is_some_and(|start| start < to) && end.is_some_and(|end| from < end)
        };
        let changes: Vec<PlanChange> = if refused.is_some() {
            Vec::new()
        } else {
            plan.changes.into_iter().filter(under).collect()
        };
        let refused = refused.map(|refused| words::capital(&refused.because));
        let text = match &refused {
            Some(because) => format!("{because}."),
            None if changes.is_empty() => "The time is free.".to_owned(),
            None => {
                let each: Vec<String> = changes.iter().map(told).collect();
                format!("{}.", each.join("; "))
            }
        };
        Ok(BlockTrial {
            refused,
            changes,
            text,
        })
    }
}

/// `“Platform sync” moves to Tuesday, 14:00–14:30`.
fn told(change: &PlanChange) -> String {
    let title = words::title(&change.title);
    let (to, end) = (change.to.as_deref(), change.to_end.as_deref());
    let clock = |at: Option<DateTime<FixedOffset>>| {
        at.map_or_else(String::new, |at| at.format("%H:%M").to_string())
    };
    let (to, end) = (to.and_then(instant), end.and_then(instant));
    match change.action {
        ChangeAction::Move => {
            let day = to.filter(|to| {
                instant(&change.from).map(|at| at.date_naive()) != Some(to.date_naive())
            });
            let day = day.map_or_else(String::new, |day| {
                format!("{}, ", words::weekday(day.date_naive()))
            });
            format!("{title} moves to {day}{}–{}", clock(to), clock(end))
        }
        ChangeAction::Shorten => format!("{title} ends at {}", clock(end)),
        ChangeAction::Async => format!("{title} is done in writing"),
        ChangeAction::Decline => format!("{title} goes on without you"),
    }
}

fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}
