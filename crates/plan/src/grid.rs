//! One day in cells of a quarter of an hour, as bits of a number.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_model::{ChangeAction, PlanSlot};

use crate::input::{Claim, PlanInput, WorkDay};

/// Minutes of a cell.
pub(crate) const CELL: i64 = 15;

/// Working cells of a morning: three hours.
const MORNING: u32 = 12;

/// Cells of a morning in one piece that protect it: 150 minutes.
const PROTECTED: u32 = 10;

/// A set of cells. The longest day has 100.
pub(crate) type Cells = u128;

/// A stretch of whole cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Run {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

/// A block that is there whatever is planned: in the calendar, or locked.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) uid: Option<String>,
    pub(crate) start: DateTime<Utc>,
    pub(crate) end: DateTime<Utc>,
    /// Minutes of working time no meeting takes.
    pub(crate) minutes: i64,
    pub(crate) morning: bool,
    pub(crate) locked: bool,
}

/// A meeting something may be done about.
#[derive(Debug, Clone)]
pub(crate) struct Touchable {
    /// Its place in the input.
    pub(crate) entry: usize,
    pub(crate) cells: Cells,
    /// With breathing room.
    pub(crate) room: Cells,
    pub(crate) len: u32,
    pub(crate) first: u32,
    pub(crate) may: Vec<(ChangeAction, f64)>,
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
    morning: Cells,
    protected: u32,
    /// Cells of breathing room.
    pub(crate) pad: u32,
    /// Locked blocks that cannot be, and why.
    pub(crate) refused: Vec<(PlanSlot, &'static str)>,
}

impl Run {
    pub(crate) fn cells(self) -> Cells {
        mask(self.start, self.start + self.len)
    }
}

impl Grid {
    pub(crate) fn new(input: &PlanInput, day: &WorkDay) -> Self {
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
        if let Some(lunch) = wishes.lunch {
            let wall = |time: NaiveTime| instant_at(day.date, time, input.zone);
            open &= !touching(wall(lunch.start), wall(lunch.end));
        }
        let mut grid = Self {
            date: day.date,
            origin,
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
            morning: first_bits(work, MORNING),
            protected: PROTECTED
                .min(wishes.longest_minutes / 15)
                .min(work.count_ones().min(MORNING))
                .max(1),
            pad,
            refused: Vec::new(),
        };
        let here =
            |start: DateTime<Utc>, end: DateTime<Utc>| start < next && origin < end && start < end;
        let mut meetings: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
        for (index, entry) in input.entries.iter().enumerate() {
            if !here(entry.start, entry.end) {
                continue;
            }
            let cells = touching(entry.start, entry.end);
            match &entry.claim {
                Claim::Meeting { may, .. } => {
                    meetings.push((entry.start, entry.end));
                    let room = touching(entry.start - breathing, entry.end + breathing);
                    let within =
                        entry.start >= origin && entry.end <= next && entry.start > input.now;
                    if may.is_empty() || wishes.no_changes || !within || cells & open == 0 {
                        grid.fixed |= cells;
                        grid.room &= !room;
                    } else {
                        let length = (entry.end - entry.start).num_minutes();
                        // Half, in steps of five minutes.
                        let half = (length / 2 / 5 * 5).max(15);
                        let shortened = (half < length).then(|| {
                            let end = entry.start + TimeDelta::minutes(half);
                            let room = touching(entry.start - breathing, end + breathing);
                            (room, touching(entry.start, end), end)
                        });
                        grid.touchable.push(Touchable {
                            entry: index,
                            cells,
                            room,
                            len: u32::try_from((length + CELL - 1) / CELL)
                                .unwrap_or(1)
                                .max(1),
                            first: cells.trailing_zeros(),
                            may: may.clone(),
                            shortened,
                        });
                    }
                }
                Claim::Focus | Claim::Busy => {
                    grid.fixed |= cells;
                    grid.room &= !cells;
                }
            }
        }
        for entry in input
            .entries
            .iter()
            .filter(|e| e.claim == Claim::Focus && here(e.start, e.end))
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
                let morning = grid.protects(
                    inside(start, end) & !held.iter().fold(0, |m, &(a, b)| m | touching(a, b)),
                );
                grid.standing.push(Standing {
                    uid: Some(entry.uid.clone()),
                    start,
                    end,
                    minutes,
                    morning,
                    locked: false,
                });
            }
        }
        for slot in &wishes.dismissed {
            if let Some((from, to)) = instants(slot).filter(|(a, b)| here(*a, *b)) {
                grid.room &= !touching(from, to);
            }
        }
        for slot in wishes.locked.iter().chain(&wishes.added) {
            let Some((from, to)) = instants(slot).filter(|(a, _)| *a >= origin && *a < next) else {
                continue;
            };
            grid.lock(
                slot,
                from,
                to,
                next,
                &day.work,
                input.now,
                touching(from, to),
            );
        }
        grid
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one slot, taken apart once"
    )]
    fn lock(
        &mut self,
        slot: &PlanSlot,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        next: DateTime<Utc>,
        work: &[(DateTime<Utc>, DateTime<Utc>)],
        now: DateTime<Utc>,
        cells: Cells,
    ) {
        if self.standing.iter().any(|s| s.start <= from && to <= s.end) {
            return;
        }
        let meetings_and_blocks = self.fixed | self.locked;
        let reason = if from < now {
            Some("it is over or has begun")
        } else if to <= from || to > next || !work.iter().any(|&(a, b)| a <= from && to <= b) {
            Some("it does not lie within working time")
        } else if cells & meetings_and_blocks != 0 {
            Some("something that stays is there already")
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
        if crate::repair::repair(self, self.locked).is_none() {
            self.locked = before;
            self.refused
                .push((slot.clone(), "the meetings there cannot give way"));
            return;
        }
        self.room &= !cells;
        let morning = self.protects(cells);
        self.standing.push(Standing {
            uid: None,
            start: from,
            end: to,
            minutes: (to - from).num_minutes(),
            morning,
            locked: true,
        });
    }

    /// Whether a block over these cells, in one piece, protects the morning.
    pub(crate) fn protects(&self, cells: Cells) -> bool {
        self.morning != 0 && longest_run(cells & self.morning) >= self.protected
    }

    pub(crate) fn instant(&self, cell: u32) -> DateTime<Utc> {
        self.origin + TimeDelta::minutes(i64::from(cell) * CELL)
    }

    /// Whether anything can still happen on it.
    pub(crate) fn is_open(&self) -> bool {
        self.open != 0
    }
}

/// Minutes of working time in a stretch that others do not hold.
fn minutes_of(
    work: &[(DateTime<Utc>, DateTime<Utc>)],
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    held: &[(DateTime<Utc>, DateTime<Utc>)],
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

pub(crate) fn instants(slot: &PlanSlot) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let read = |text: &str| {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| at.with_timezone(&Utc))
    };
    Some((read(&slot.start)?, read(&slot.end)?)).filter(|(from, to)| from < to)
}

fn cell_down(origin: DateTime<Utc>, at: DateTime<Utc>) -> i64 {
    (at - origin).num_seconds().div_euclid(CELL * 60)
}

fn cell_up(origin: DateTime<Utc>, at: DateTime<Utc>) -> i64 {
    -(-(at - origin).num_seconds()).div_euclid(CELL * 60)
}

fn mask_i(from: i64, to: i64) -> Cells {
    let bound = |cell: i64| u32::try_from(cell.clamp(0, 127)).unwrap_or(0);
    mask(bound(from), bound(to))
}

/// Cells from `from` to before `to`.
pub(crate) fn mask(from: u32, to: u32) -> Cells {
    let below = |cell: u32| {
        if cell >= 128 {
            Cells::MAX
        } else {
            (1 << cell) - 1
        }
    };
    if from >= to {
        0
    } else {
        below(to) & !below(from)
    }
}

/// The same cells and those within `pad` of them.
pub(crate) fn widen(cells: Cells, pad: u32) -> Cells {
    (0..pad).fold(cells, |wide, _| wide | wide << 1 | wide >> 1)
}

fn first_bits(mut cells: Cells, count: u32) -> Cells {
    let all = cells;
    for _ in 0..count {
        cells &= cells.wrapping_sub(1);
    }
    all & !cells
}

fn longest_run(mut cells: Cells) -> u32 {
    let mut length = 0;
    while cells != 0 {
        cells &= cells << 1;
        length += 1;
    }
    length
}

/// The first instant of a local day; after the gap where a change of clocks swallows midnight.
fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant_at(day, NaiveTime::MIN, zone)
}

/// When a wall clock shows this; after the gap where it never does.
fn instant_at(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let mut wall = day.and_time(time);
    // No zone has ever skipped more than a day.
    for _ in 0..=96 {
        if let Some(at) = zone.from_local_datetime(&wall).earliest() {
            return at.with_timezone(&Utc);
        }
        wall += TimeDelta::minutes(15);
    }
    Utc.from_utc_datetime(&wall)
}
