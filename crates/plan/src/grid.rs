//! One day and what can be planned on it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use weekwise_model::{Category, ChangeAction, PlanSlot, PlanWishes};

use crate::asked::Asked;
use crate::cells::{CELL, Cells, Run, cell_down, cell_up, mask_i, midnight, widen};
use crate::input::{Entry, Hold, PlanInput, Span, WorkDay};
use crate::menu::Dish;
use crate::morning::{HELD, Minutes, Morning, held, minutes_since, union};
use crate::repair::Applied;
use crate::standing::{Standing, instants, minutes_of};
use crate::uid::is_planned;
use crate::words::{category, lower_first, quoted};

/// What moving an own errand costs: next to nothing, so that it goes before any meeting.
const ERRAND: f64 = 0.1;

/// Asking so shortly before a meeting takes more persuading.
const SHORT_NOTICE: TimeDelta = TimeDelta::hours(24);

/// What short notice adds to a social cost.
const SHORT_NOTICE_COST: f64 = 1.0;

/// Whether little time is left to ask.
pub(crate) fn is_soon(start: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    start < now + SHORT_NOTICE
}

/// What lies there and stays, and why, in words; `None` where everything can give way.
fn stays_there(input: &PlanInput, asked: &Asked, (from, to): Span) -> Option<String> {
    let mut there = input
        .entries
        .iter()
        .filter(|e| e.start < to && from < e.end);
    there.find_map(|entry| {
        let title = quoted(&entry.title);
        let why = match &entry.claim {
            Hold::Focus => "it is a block of deep work already".to_owned(),
            Hold::Busy => "it is your own block and has its time".to_owned(),
            Hold::Errand | Hold::Meeting { .. } if input.wishes.no_changes => {
                "you left every meeting as it is".to_owned()
            }
            Hold::Errand => return None,
            Hold::Meeting { may, because, .. } if may.is_empty() => {
                lower_first(because.trim_end_matches('.'))
            }
            Hold::Meeting { may, .. } => {
                let moves = may.iter().any(|(how, _)| *how == ChangeAction::Move);
                if moves || asked.may_take(entry.category) {
                    return None;
                }
                format!("{} may not get less", category(entry.category))
            }
        };
        Some(format!("{title} stays there: {why}"))
    })
}

/// Whether it is a block a plan counts: own focus time, and what was planned before.
fn is_block(entry: &Entry) -> bool {
    match entry.claim {
        Hold::Focus => true,
        Hold::Busy => is_planned(&entry.uid) && entry.category != Category::DeepWork,
        Hold::Meeting { .. } | Hold::Errand => false,
    }
}

/// A meeting something may be done about.
#[derive(Debug, Clone)]
pub(crate) struct Touchable {
    /// Its place in the input.
    pub(crate) entry: usize,
    pub(crate) minutes: Minutes,
    pub(crate) cells: Cells,
    /// With breathing room.
    pub(crate) room: Cells,
    pub(crate) len: u32,
    pub(crate) first: u32,
    pub(crate) may: Vec<(ChangeAction, f64)>,
    /// Cells in which people of it are elsewhere.
    pub(crate) elsewhere: Cells,
    /// Whether another day of its week has a place for it.
    pub(crate) may_leave: bool,
    pub(crate) category: Category,
    /// When shortened: the cells it takes with breathing room and without, and when it ends.
    pub(crate) shortened: Option<(Cells, Cells, DateTime<Utc>)>,
}

/// What can be planned on a day.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) date: NaiveDate,
    pub(crate) origin: DateTime<Utc>,
    /// Working minutes of the whole day, past ones too.
    pub(crate) work_minutes: i64,
    /// When the working time of its working day begins.
    begins: Option<DateTime<Utc>>,
    /// Working time from now on without lunch: where meetings may be moved to.
    pub(crate) open: Cells,
    /// Where blocks may lie, if touchable meetings give way.
    pub(crate) room: Cells,
    /// What cannot give way: meetings, own blocks.
    pub(crate) fixed: Cells,
    pub(crate) touchable: Vec<Touchable>,
    pub(crate) standing: Vec<Standing>,
    /// Cells of locked blocks.
    pub(crate) locked: Cells,
    /// Where no block is wanted.
    dismissed: Cells,
    pub(crate) morning: Option<Morning>,
    /// What cannot give way and is no focus block, as far as it touches the morning.
    in_morning: Vec<Minutes>,
    /// When standing blocks are, in order, not overlapping.
    pub(crate) own: Vec<Minutes>,
    /// Working time.
    pub(crate) work: Vec<Minutes>,
    /// What cannot give way and is no focus block.
    pub(crate) others: Vec<Minutes>,
    /// The shortest stretch that counts as open focus.
    pub(crate) focus_minutes: i64,
    /// Minutes of deep work, booked and open, as the calendar has the day.
    pub(crate) deep_before: i64,
    /// Cells of breathing room.
    pub(crate) pad: u32,
    /// Locked blocks that cannot be, and why.
    pub(crate) refused: Vec<(PlanSlot, String)>,
}

impl Grid {
    /// `asked`: what the bands of its week let meetings give up.
    pub(crate) fn new(input: &PlanInput, day: &WorkDay, asked: &Asked) -> Self {
        let wishes = &input.wishes;
        let origin = midnight(day.date, input.zone);
        let next = midnight(day.date.succ_opt().unwrap_or(day.date), input.zone);
        let size = cell_up(origin, next).clamp(0, 127);
        let at = |instant: DateTime<Utc>| instant.clamp(origin, next);
        let inside = |from, to| mask_i(cell_up(origin, at(from)), cell_down(origin, at(to)));
        let touching = |from, to| mask_i(cell_down(origin, at(from)), cell_up(origin, at(to)));
        let whole = mask_i(0, size);
        let breathing = TimeDelta::minutes(i64::from(wishes.breathing_minutes));
        let pad = wishes.breathing_minutes.div_ceil(15);

        let work = day
            .work
            .iter()
            .fold(0, |sum, &(from, to)| sum | inside(from, to));
        let past = mask_i(0, cell_up(origin, at(input.now)));
        let mut open = work & !past & whole;
        let wished = wishes.lunch.filter(|_| !day.has_lunch);
        let noon = wished.as_slice();
        for (from, to) in input.whereabouts.on(day.date, |_| noon) {
            open &= !touching(from, to);
        }
        let mut grid = Self {
            date: day.date,
            origin,
            begins: day.begins.and_then(|begins| {
                let (from, _) = day.work.iter().find(|(_, to)| *to > begins)?;
                Some(begins.max(*from))
            }),
            work_minutes: day
                .work
                .iter()
                .map(|(from, to)| (*to - *from).num_minutes())
                .sum(),
            open,
            room: open,
            fixed: 0,
            touchable: Vec::new(),
            standing: Vec::new(),
            locked: 0,
            dismissed: 0,
            morning: Morning::of(day, origin),
            in_morning: Vec::new(),
            own: Vec::new(),
            work: day
                .work
                .iter()
                .map(|&work| minutes_since(origin, work))
                .collect(),
            others: Vec::new(),
            focus_minutes: input.focus_minutes.max(1),
            deep_before: 0,
            pad,
            refused: Vec::new(),
        };
        let here =
            |start: DateTime<Utc>, end: DateTime<Utc>| start < next && origin < end && start < end;
        let mut meetings: Vec<Span> = Vec::new();
        for (index, entry) in input.entries.iter().enumerate() {
            if !here(entry.start, entry.end) {
                continue;
            }
            let cells = touching(entry.start, entry.end);
            let minutes = minutes_since(origin, (entry.start, entry.end));
            match &entry.claim {
                Hold::Meeting { may, elsewhere, .. } => {
                    meetings.push((entry.start, entry.end));
                    let moves = |(how, _): &&(ChangeAction, f64)| {
                        *how == ChangeAction::Move || asked.may_take(entry.category)
                    };
                    let may = may.iter().filter(moves).copied().collect();
                    let gone = elsewhere.iter();
                    let gone = gone.fold(0, |all, &(from, to)| all | touching(from, to));
                    grid.ask(input, index, next, (may, gone), breathing);
                }
                Hold::Errand => {
                    let may = vec![(ChangeAction::Move, ERRAND)];
                    grid.ask(input, index, next, (may, 0), TimeDelta::zero());
                }
                Hold::Focus | Hold::Busy => {
                    grid.fixed |= cells;
                    grid.room &= !cells;
                    if entry.claim == Hold::Busy {
                        grid.in_morning.push(minutes);
                        grid.others.push(minutes);
                    }
                }
            }
        }
        for entry in input
            .entries
            .iter()
            .filter(|e| is_block(e) && here(e.start, e.end))
        {
            let (start, end) = (at(entry.start), at(entry.end));
            let held: Vec<_> = grid
                .standing
                .iter()
                .map(|s| (s.start, s.end))
                .chain(meetings.iter().copied())
                .collect();
            let minutes = minutes_of(&day.work, start, end, &held);
            if minutes > 0 {
                let category = match entry.claim {
                    Hold::Focus => Category::DeepWork,
                    _ => entry.category,
                };
                grid.standing.push(Standing {
                    uid: Some(entry.uid.clone()),
                    start,
                    end,
                    minutes,
                    locked: false,
                    category,
                });
            }
        }
        grid.own = grid.own_blocks();
        grid.deep_before = grid.deep(&[], &[], &[]);
        for slot in &wishes.dismissed {
            if let Some((from, to)) = instants(slot).filter(|(a, b)| here(*a, *b)) {
                grid.room &= !touching(from, to);
                grid.dismissed |= touching(from, to);
            }
        }
        for slot in wishes.locked.iter().chain(&wishes.added) {
            let Some((from, to)) = instants(slot).filter(|(a, _)| *a >= origin && *a < next) else {
                continue;
            };
            let stays = stays_there(input, asked, (from, to));
            let cells = touching(from, to);
            grid.lock(slot, (from, to), (next, input.now), &day.work, cells, stays);
        }
        grid.own = grid.own_blocks();
        grid
    }

    /// Open cells nothing wants with this dish: no meeting where it is then, no block, and no place without blocks.
    pub(crate) fn free_beside(&self, dish: &Dish) -> Cells {
        let meetings = self.touchable.iter().fold(self.fixed, |all, meeting| {
            let change = dish.changes.iter().find(|c| c.entry == meeting.entry);
            all | change.map_or(meeting.cells, |change| change.after)
        });
        let blocks = dish.blocks.iter();
        let blocks = blocks.fold(self.locked, |all, run| all | run.cells());
        self.open & !meetings & !blocks & !self.dismissed
    }

    /// Where one more block may lie with this dish: as a block of deep work, with breathing room from every meeting where it is
    /// then. `landed`: cells of meetings that come from other days.
    pub(crate) fn room_beside(&self, dish: &Dish, landed: Cells) -> Cells {
        let meetings = self.touchable.iter().fold(0, |all, meeting| {
            let change = dish.changes.iter().find(|c| c.entry == meeting.entry);
            all | change.map_or(meeting.room, |change| change.room(meeting, self.pad))
        });
        self.room & self.free_beside(dish) & !meetings & !widen(landed, self.pad)
    }

    /// Cells that a span touches.
    pub(crate) fn touching(&self, (from, to): Span) -> Cells {
        mask_i(cell_down(self.origin, from), cell_up(self.origin, to))
    }

    /// Whether the morning is held with this dish.
    pub(crate) fn is_held_with(&self, dish: &Dish) -> bool {
        self.held_morning(&dish.changes, &dish.blocks, &[])
            .is_some()
    }

    /// Takes a stretch of the morning for other work.
    pub(crate) fn hold_in_morning(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) {
        self.in_morning.push(minutes_since(self.origin, (from, to)));
    }

    fn own_blocks(&self) -> Vec<Minutes> {
        let own = self.standing.iter().filter(|block| block.is_focus());
        union(own.map(|block| minutes_since(self.origin, (block.start, block.end))))
    }

    /// Notes a meeting or an errand: whether it stays, or what may be done about it.
    fn ask(
        &mut self,
        input: &PlanInput,
        index: usize,
        next: DateTime<Utc>,
        (may, elsewhere): (Vec<(ChangeAction, f64)>, Cells),
        breathing: TimeDelta,
    ) {
        let (entry, origin) = (&input.entries[index], self.origin);
        let at = |instant: DateTime<Utc>| instant.clamp(origin, next);
        let touching = |from, to| mask_i(cell_down(origin, at(from)), cell_up(origin, at(to)));
        let cells = touching(entry.start, entry.end);
        let minutes = minutes_since(origin, (entry.start, entry.end));
        let room = touching(entry.start - breathing, entry.end + breathing);
        let within = entry.start >= origin && entry.end <= next && entry.start > input.now;
        let stays = may.is_empty() || input.wishes.no_changes || input.cautious;
        if stays || !within || cells & self.open == 0 {
            self.fixed |= cells;
            self.room &= !room;
            self.in_morning.push(minutes);
            self.others.push(minutes);
            return;
        }
        let length = (entry.end - entry.start).num_minutes();
        // Half, in steps of five minutes.
        let half = (length / 2 / 5 * 5).max(15);
        let shortened = (half < length).then(|| {
            let end = entry.start + TimeDelta::minutes(half);
            let room = touching(entry.start - breathing, end + breathing);
            (room, touching(entry.start, end), end)
        });
        let asks = !matches!(entry.claim, Hold::Errand);
        let more = if asks && is_soon(entry.start, input.now) {
            SHORT_NOTICE_COST
        } else {
            0.0
        };
        self.touchable.push(Touchable {
            entry: index,
            minutes,
            cells,
            room,
            len: u32::try_from((length + CELL - 1) / CELL)
                .unwrap_or(1)
                .max(1),
            first: cells.trailing_zeros(),
            may: may.iter().map(|&(how, cost)| (how, cost + more)).collect(),
            elsewhere,
            may_leave: false,
            category: entry.category,
            shortened,
        });
    }

    /// The stretch of the morning that blocks hold after these changes: blocks that stand and new ones. `None` where they hold
    /// none. `further`: stretches that something else takes.
    pub(crate) fn held_morning(
        &self,
        changes: &[Applied],
        blocks: &[Run],
        further: &[Minutes],
    ) -> Option<Minutes> {
        let morning = self.morning?;
        let new = || blocks.iter().map(|run| run.minutes());
        let standing = || self.standing_minutes(morning.whole());
        // Most sets of blocks are not even near it.
        if held(morning.whole(), new()) + standing() < HELD {
            return None;
        }
        let asked = self.touchable.iter().filter_map(|meeting| {
            match changes.iter().find(|change| change.entry == meeting.entry) {
                None => Some(meeting.minutes),
                Some(change) => change.minutes(meeting, self.origin),
            }
        });
        let taken = self.in_morning.iter().chain(further).copied();
        let stretch = morning.stretch(taken.chain(asked))?;
        let holds = held(stretch, new()) + self.standing_minutes(stretch);
        (holds >= HELD).then_some(stretch)
    }

    /// Minutes of a stretch that standing blocks hold.
    fn standing_minutes(&self, stretch: Minutes) -> i64 {
        held(stretch, self.own.iter().copied())
    }

    /// Whether a meeting over these cells leaves the whole morning alone.
    pub(crate) fn is_apart_from_morning(&self, cells: Cells) -> bool {
        self.morning.is_none_or(|morning| {
            let (from, to) = morning.whole();
            cells & mask_i(from.div_euclid(CELL), (to + CELL - 1).div_euclid(CELL)) == 0
        })
    }

    /// Whether the morning has not begun.
    pub(crate) fn is_morning_ahead(&self) -> bool {
        self.morning.is_some_and(|morning| {
            let first = u32::try_from(morning.whole().0.div_euclid(CELL)).unwrap_or(127);
            self.open >> first & 1 == 1
        })
    }

    /// Whether a block of the lengths wanted could hold the morning if no meeting were there.
    pub(crate) fn has_morning_for(&self, wishes: &PlanWishes) -> bool {
        let Some(morning) = self.morning else {
            return false;
        };
        let lengths = wishes.shortest_minutes.div_ceil(15).max(1)..=wishes.longest_minutes / 15;
        let needed = HELD.min(i64::from(wishes.longest_minutes));
        (0..100_u32).any(|start| {
            lengths
                .clone()
                .map(|len| Run { start, len })
                .take_while(|run| run.cells() & !self.open == 0)
                .any(|run| held(morning.whole(), [run.minutes()]) >= needed)
        })
    }

    pub(crate) fn instant(&self, cell: u32) -> DateTime<Utc> {
        self.origin + TimeDelta::minutes(i64::from(cell) * CELL)
    }

    /// Whether a working day begins on it that something can still happen on. On a journey a day may have nothing but the
    /// last hours of the day before.
    pub(crate) fn is_workday(&self) -> bool {
        self.begins.is_some() && self.is_open()
    }

    /// Whether some of its working time is over.
    pub(crate) fn has_begun(&self, now: DateTime<Utc>) -> bool {
        self.begins.is_some_and(|begins| begins < now)
    }

    /// Whether anything can still happen on it.
    pub(crate) fn is_open(&self) -> bool {
        self.open != 0
    }
}
