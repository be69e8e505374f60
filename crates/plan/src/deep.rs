//! The deep work of a day, booked and open, as the week mix counts it.

use crate::cells::Run;
use crate::grid::Grid;
use crate::morning::{Minutes, held, minutes_since};
use crate::repair::Applied;

impl Grid {
    /// By how many minutes the deep work changes by what the user placed alone.
    pub(crate) fn idle_change(&self) -> i64 {
        self.deep_change(&[], &[], &[])
    }

    /// By how many minutes the deep work of the day, booked and open, changes with these blocks and `further` ones of other
    /// work.
    pub(crate) fn deep_change(
        &self,
        changes: &[Applied],
        blocks: &[Run],
        further: &[Minutes],
    ) -> i64 {
        self.deep(changes, blocks, further) - self.deep_before
    }

    /// Minutes of deep work, booked and open: all of each stretch that is free or held by own focus blocks and long enough,
    /// and of shorter ones what the blocks hold.
    pub(crate) fn deep(&self, changes: &[Applied], blocks: &[Run], further: &[Minutes]) -> i64 {
        let asked = self.touchable.iter().filter_map(|meeting| {
            match changes.iter().find(|change| change.entry == meeting.entry) {
                None => Some(meeting.minutes),
                Some(change) => change.minutes(meeting, self.origin),
            }
        });
        let placed = self.standing.iter().filter(|block| !block.is_focus());
        let placed = placed.map(|block| minutes_since(self.origin, (block.start, block.end)));
        let taken = self.others.iter().copied().chain(asked).chain(placed);
        let mut taken: Vec<Minutes> = taken.chain(further.iter().copied()).collect();
        taken.sort_unstable();
        let mut all = 0;
        let mut count = |from: i64, to: i64| {
            if to - from >= self.focus_minutes {
                all += to - from;
            } else if to > from {
                let new = blocks.iter().map(|run| run.minutes());
                all += held((from, to), self.own.iter().copied().chain(new));
            }
        };
        for &(start, end) in &self.work {
            let mut at = start;
            for &(from, to) in taken.iter().filter(|(from, to)| *from < end && start < *to) {
                count(at, from);
                at = at.max(to);
            }
            count(at, end);
        }
        all
    }
}
