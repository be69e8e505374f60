//! Blocks that are there whatever is planned.

use chrono::{DateTime, Utc};
use weekwise_model::{Category, PlanSlot};

use crate::cells::Cells;
use crate::grid::Grid;
use crate::input::Span;

/// A block that is there whatever is planned: in the calendar, or locked.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) uid: Option<String>,
    pub(crate) start: DateTime<Utc>,
    pub(crate) end: DateTime<Utc>,
    /// Minutes of working time no meeting takes.
    pub(crate) minutes: i64,
    pub(crate) locked: bool,
    /// What it is for.
    pub(crate) category: Category,
}

impl Standing {
    /// Whether it is a block of deep work.
    pub(crate) fn is_focus(&self) -> bool {
        self.category == Category::DeepWork
    }
}

impl Grid {
    /// Places a block of the user's, or notes why it cannot be. `stays`: what lies there and does not give way, in words.
    pub(crate) fn lock(
        &mut self,
        slot: &PlanSlot,
        (from, to): Span,
        (next, now): Span,
        work: &[Span],
        cells: Cells,
        stays: Option<String>,
    ) {
        if self.standing.iter().any(|s| s.start <= from && to <= s.end) {
            return;
        }
        let meetings_and_blocks = self.fixed | self.locked;
        let reason = if from < now {
            Some("it is over or has begun".to_owned())
        } else if to <= from || to > next || !work.iter().any(|&(a, b)| a <= from && to <= b) {
            Some("it does not lie within working time".to_owned())
        } else if cells & meetings_and_blocks != 0 {
            Some(stays.unwrap_or_else(|| "something that stays is there already".to_owned()))
        } else {
            None
        };
        if let Some(reason) = reason {
            self.refused.push((slot.clone(), reason));
            return;
        }
        let before = self.locked;
        self.locked |= cells;
        // A meeting that must give way for it may not be able to.
        if crate::repair::repairs(self, &[]).is_empty() {
            self.locked = before;
            self.refused.push((
                slot.clone(),
                "the meetings there find no other place on their day".to_owned(),
            ));
            return;
        }
        self.room &= !cells;
        if slot
            .category
            .is_some_and(|category| category != Category::DeepWork)
        {
            self.hold_in_morning(from, to);
        }
        self.standing.push(Standing {
            uid: None,
            start: from,
            end: to,
            minutes: (to - from).num_minutes(),
            locked: true,
            category: slot.category.unwrap_or(Category::DeepWork),
        });
    }
}

/// Minutes of working time in a stretch that others do not hold.
pub(crate) fn minutes_of(
    work: &[Span],
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    held: &[Span],
) -> i64 {
    let mut minutes = 0;
    for &(from, to) in work {
        let (mut at, to) = (from.max(start), to.min(end));
        let mut cuts: Vec<_> = held
            .iter()
            .filter(|(a, b)| *a < to && at < *b)
            .copied()
            .collect();
        cuts.sort_unstable();
        for (a, b) in cuts {
            minutes += (a - at).num_minutes().max(0);
            at = at.max(b);
        }
        minutes += (to - at).num_minutes().max(0);
    }
    minutes
}

pub(crate) fn instants(slot: &PlanSlot) -> Option<Span> {
    let read = |text: &str| {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| at.with_timezone(&Utc))
    };
    Some((read(&slot.start)?, read(&slot.end)?)).filter(|(from, to)| from < to)
}
