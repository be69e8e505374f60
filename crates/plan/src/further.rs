//! Blocks for what else a week lacks, in the time deep work leaves.
//!
//! Strategy, the preparation of reviews, and hours open for 1:1s and mentoring never ask anybody for time: they lie at the
//! beginning or at the end of a gap that is free with the deep-work blocks in place, keep the breathing room those keep, and
//! leave every morning held that is. Within that every way is compared: each day writes down what it could hold, and the best
//! of all sums of a week is chosen.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use weekwise_model::Category;

use crate::asked::Asked;
use crate::cells::{CELL, Run};
use crate::input::Unprepared;
use crate::master::fits;
use crate::menu::Dish;
use crate::morning::Minutes;
use crate::solve::{Kitchen, Solved};

/// Lengths worth having of a block for strategy, the longest first; thinking ahead takes 90 minutes at least.
pub(crate) const STRATEGY: [u32; 2] = [120, 90];
/// Lengths of the hour of a week that is open for 1:1s and mentoring: who fills it up finds a second one next week.
const SLOT: [u32; 3] = [60, 45, 30];
/// Minutes to prepare a review, and how long before it at most.
const PREPARATION: (u32, i64) = (30, 48);
/// Reviews of a week that are prepared at most.
const REVIEWS: usize = 6;
/// What a prepared review is worth beside its minutes.
const PREPARED: f64 = 30.0;
/// What one more block costs: as for deep work, one long block beats two short ones.
const BLOCK: f64 = 15.0;
/// What an open hour costs more: it is only a help where somebody takes it.
const OPEN: f64 = 15.0;
/// Sums looked at at most.
const SUMS: usize = 40_000;

/// A block of something else than deep work.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Further {
    pub(crate) day: usize,
    pub(crate) category: Category,
    /// The review it prepares.
    pub(crate) review: Option<usize>,
    pub(crate) run: Run,
}

/// What one day could hold beside its deep work.
#[derive(Debug, Clone, Default)]
struct Course {
    strategy: i64,
    slot: i64,
    /// Which reviews are prepared, as bits.
    prepared: u32,
    /// Minutes others could have booked before.
    taken: i64,
    /// By how much deep work, booked and open, changes.
    deep: i64,
    blocks: Vec<Further>,
}

/// Sums of a week: strategy, open hours, prepared reviews, minutes taken, deep work.
type Sums = (i64, i64, u32, i64, i64);

/// What can be placed in a week.
struct Wanted<'a> {
    strategy: bool,
    slot: bool,
    reviews: Vec<(usize, &'a Unprepared)>,
}

impl Wanted<'_> {
    fn is_nothing(&self) -> bool {
        !self.strategy && !self.slot && self.reviews.is_empty()
    }
}

impl Kitchen {
    /// Open minutes of a week that deep work leaves for strategy and for preparing reviews.
    pub(crate) fn kept_for_others(&self, week: usize) -> f64 {
        let wanted = self.wanted(week);
        let strategy = if wanted.strategy { STRATEGY[1] } else { 0 };
        let reviews = u32::try_from(wanted.reviews.len()).unwrap_or(0) * PREPARATION.0;
        f64::from(strategy + reviews)
    }

    /// The best further blocks of every week beside the dishes chosen.
    pub(crate) fn further(&self, solved: &Solved, bookable_hours: f64) -> Vec<Further> {
        let weeks = 0..self.asked.len();
        weeks
            .flat_map(|week| self.further_of(week, solved, bookable_hours))
            .collect()
    }

    /// Whether a week lacks strategy, and has hours for it.
    pub(crate) fn wants_strategy(&self, week: usize) -> bool {
        self.wanted(week).strategy
    }

    fn wanted(&self, week: usize) -> Wanted<'_> {
        let lacks = |category: Category, least: u32| {
            let asked = self.asked.get(week).filter(|_| !self.cautious);
            asked.is_some_and(|asked| {
                asked.minute(category) > 0.0 && asked.room(category).1 >= f64::from(least)
            })
        };
        let days = self.days(week);
        let first = self.grids.get(days.start).map(|grid| grid.origin);
        let last = first.map(|first| first + TimeDelta::days(7));
        let reviews = self.unprepared.iter().enumerate().filter(|(_, review)| {
            let inside = first.is_some_and(|first| review.start >= first);
            inside && last.is_some_and(|last| review.start < last)
        });
        let room = self.asked.get(week).map_or(0.0, |asked| {
            if asked.is_known() && !self.cautious {
                asked.room(Category::Review).1
            } else {
                0.0
            }
        });
        let reviews = reviews.take(REVIEWS).enumerate();
        let fitting = reviews.filter(|(n, _)| {
            f64::from(u32::try_from(*n).unwrap_or(0) + 1) * f64::from(PREPARATION.0) <= room
        });
        Wanted {
            strategy: lacks(Category::Strategy, STRATEGY[1]),
            slot: lacks(Category::OneOnOne, SLOT[2]),
            reviews: fitting.map(|(_, review)| review).collect(),
        }
    }

    fn further_of(&self, week: usize, solved: &Solved, bookable_hours: f64) -> Vec<Further> {
        let wanted = self.wanted(week);
        let Some(asked) = self.asked.get(week).filter(|_| !wanted.is_nothing()) else {
            return Vec::new();
        };
        let dishes = self
            .days(week)
            .filter_map(|day| Some((day, self.dish(day, solved)?)));
        let dishes: Vec<(usize, &Dish)> = dishes.collect();
        let courses = dishes
            .iter()
            .map(|&(day, dish)| self.courses(day, dish, &wanted, solved));
        let deep = self.deep_change(week, solved);
        let (least, most) = asked.room(Category::DeepWork);
        let left: i64 = dishes.iter().map(|(_, dish)| dish.bookable).sum();
        let table = Table {
            asked,
            courses: courses.collect(),
            deep,
            room: (least.min(deep as f64), most.max(deep as f64)),
            spare: (left as f64 - bookable_hours * 60.0).max(0.0),
        };
        // Sums that differ in deep work alone are only told apart where the best would leave its band.
        table
            .best(false)
            .or_else(|| table.best(true))
            .unwrap_or_default()
    }

    /// Everything a day could hold beside this dish, of ways that look the same the one that leaves deep work most.
    fn courses(
        &self,
        day: usize,
        dish: &Dish,
        wanted: &Wanted<'_>,
        solved: &Solved,
    ) -> Vec<Course> {
        let Some(grid) = self.grids.get(day) else {
            return Vec::new();
        };
        let landed = solved.landings.iter().filter(|landing| landing.day == day);
        let landed: Vec<Run> = landed.map(|landing| landing.run).collect();
        let taken = landed.iter().fold(0, |all, run| all | run.cells());
        let free = grid.room_beside(dish, taken);
        let places = |lengths: &[u32]| -> Vec<Run> {
            let lengths = lengths.iter().map(|minutes| minutes / 15);
            lengths.flat_map(|len| ends(free, len)).collect()
        };
        let mut all: Vec<Vec<Further>> = vec![Vec::new()];
        let mut offer = |category: Category, review: Option<usize>, runs: Vec<Run>| {
            let before = all.clone();
            for run in runs {
                let further = Further {
                    day,
                    category,
                    review,
                    run,
                };
                let fit = before.iter().filter(|known| {
                    let mut known = known.iter();
                    !known.any(|one| one.run.cells() & run.cells() != 0)
                });
                all.extend(
                    fit.map(|known| [known.as_slice(), std::slice::from_ref(&further)].concat()),
                );
            }
        };
        if wanted.strategy {
            offer(Category::Strategy, None, places(&STRATEGY));
        }
        for &(review, unprepared) in &wanted.reviews {
            let earliest = unprepared.start - TimeDelta::hours(PREPARATION.1);
            let mut runs = places(&[PREPARATION.0]);
            runs.retain(|run| {
                let (from, to) = (grid.instant(run.start), grid.instant(run.start + run.len));
                earliest <= from && to <= unprepared.start
            });
            offer(Category::Review, Some(review), runs);
        }
        if wanted.slot {
            offer(Category::OneOnOne, None, places(&SLOT));
        }
        let is_held = grid.is_held_with(dish);
        let mut best: BTreeMap<(i64, i64, u32), Course> = BTreeMap::new();
        for blocks in all {
            let runs = blocks.iter().map(|block| block.run);
            let spans: Vec<Minutes> = runs
                .chain(landed.iter().copied())
                .map(Run::minutes)
                .collect();
            // A morning that is held stays so.
            let holds = || grid.held_morning(&dish.changes, &dish.blocks, &spans);
            if is_held && holds().is_none() {
                continue;
            }
            let deep = grid.deep_change(&dish.changes, &dish.blocks, &spans) - dish.deep;
            let course = Course::of(blocks, deep);
            let looks = (course.strategy, course.slot, course.prepared);
            let known = best.entry(looks).or_insert_with(|| course.clone());
            if course.deep > known.deep {
                *known = course;
            }
        }
        best.into_values().collect()
    }
}

/// What the days of a week could hold, and what bounds their sums.
struct Table<'a> {
    asked: &'a Asked,
    /// Of each day.
    courses: Vec<Vec<Course>>,
    /// By how much deep work changes already, and by how much it may.
    deep: i64,
    room: (f64, f64),
    /// Minutes that others could book and need not stay so.
    spare: f64,
}

/// The best way to some sums: its worth, its deep work and its blocks.
type Way = (f64, i64, Vec<Further>);

impl Table<'_> {
    /// The blocks of the best way; `None` where it would take deep work out of its room. `apart`: every sum of deep work is
    /// kept apart, so that this cannot be.
    fn best(&self, apart: bool) -> Option<Vec<Further>> {
        let mut sums: BTreeMap<Sums, Way> =
            BTreeMap::from([(Sums::default(), (0.0, self.deep, Vec::new()))]);
        for courses in &self.courses {
            let mut next: BTreeMap<Sums, Way> = BTreeMap::new();
            for (sum, way) in &sums {
                for course in courses {
                    let Some((sum, way)) = self.with(sum, way, course, apart) else {
                        continue;
                    };
                    let known = next.get(&sum);
                    if known.is_none_or(|known| way.0 > known.0 + 1e-9) {
                        next.insert(sum, way);
                    }
                }
            }
            if next.len() > SUMS {
                break;
            }
            sums = next;
        }
        let nearer = |category: Category, minutes: i64| {
            self.asked.minute(category) * (minutes as f64).min(self.asked.gap(category))
        };
        let reviews = |prepared: u32| i64::from(prepared.count_ones() * PREPARATION.0);
        let worth = |sum: &Sums, way: &Way| {
            way.0
                + nearer(Category::Strategy, sum.0)
                + nearer(Category::OneOnOne, sum.1)
                + nearer(Category::Review, reviews(sum.2))
        };
        let fitting = sums
            .iter()
            .filter(|(_, way)| !apart || fits(way.1 as f64, self.room));
        let (_, way) = fitting.max_by(|a, b| {
            let order = worth(a.0, a.1).total_cmp(&worth(b.0, b.1));
            // Of equal ones the first.
            order.then_with(|| b.0.cmp(a.0))
        })?;
        fits(way.1 as f64, self.room).then(|| way.2.clone())
    }

    /// A way with one more day; `None` where it is not allowed.
    fn with(&self, sum: &Sums, way: &Way, course: &Course, apart: bool) -> Option<(Sums, Way)> {
        let deep = way.1 + course.deep;
        let new = (
            sum.0 + course.strategy,
            sum.1 + course.slot,
            sum.2 | course.prepared,
            sum.3 + course.taken,
            if apart { deep } else { 0 },
        );
        let room = |category: Category| self.asked.room(category).1;
        let slot = room(Category::OneOnOne).max(0.0).min(f64::from(SLOT[0]));
        let too_much = new.0 as f64 > room(Category::Strategy).max(0.0) || new.1 as f64 > slot;
        if sum.2 & course.prepared != 0 || too_much || new.3 as f64 > self.spare {
            return None;
        }
        // Open time above the top of deep work's band is no harm: what it gives way to is worth what it brings.
        let value = way.0 + course.value(self.asked.deep_minute().max(0.0));
        let blocks = [way.2.as_slice(), &course.blocks].concat();
        Some((new, (value, deep, blocks)))
    }
}

impl Course {
    fn of(blocks: Vec<Further>, deep: i64) -> Self {
        let mut course = Self {
            deep,
            ..Self::default()
        };
        for block in &blocks {
            let minutes = i64::from(block.run.len) * CELL;
            match block.category {
                Category::Strategy => course.strategy += minutes,
                Category::OneOnOne => course.slot += minutes,
                _ => {}
            }
            // An open hour is there to be booked.
            if block.category != Category::OneOnOne {
                course.taken += minutes;
            }
            if let Some(review) = block.review {
                course.prepared |= 1 << (review % 32);
            }
        }
        course.blocks = blocks;
        course
    }

    /// Its worth apart from what the bands lack.
    fn value(&self, deep_minute: f64) -> f64 {
        let open = if self.slot > 0 { OPEN } else { 0.0 };
        deep_minute * self.deep as f64 + PREPARED * f64::from(self.prepared.count_ones())
            - BLOCK * self.blocks.len() as f64
            - open
    }
}

/// Where something of a length lies at the beginning or at the end of a run of free cells.
pub(crate) fn ends(free: u128, len: u32) -> Vec<Run> {
    let mut all = Vec::new();
    let mut at = 0_u32;
    while at < 127 {
        if free >> at & 1 == 0 {
            at += 1;
            continue;
        }
        let gap = (free >> at).trailing_ones();
        if len > 0 && gap >= len {
            all.push(Run { start: at, len });
            if gap > len {
                let start = at + gap - len;
                all.push(Run { start, len });
            }
        }
        at += gap;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_every_gap_are_looked_at() {
        let free = 0b0011_1100_0110_u128;
        let run = |start, len| Run { start, len };
        assert_eq!(ends(free, 2), [run(1, 2), run(6, 2), run(8, 2)]);
        assert_eq!(ends(free, 4), [run(6, 4)]);
        assert_eq!(ends(free, 5), []);
    }
}
