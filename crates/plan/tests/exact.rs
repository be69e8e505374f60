//! The plan is compared with what trying everything finds: no bits, no menus, no programme.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use weekwise_model::{BandStatus, BlockOrigin, Category, ChangeAction, PlanWishes, Profile};
use weekwise_plan::{Alternatives, Entry, Hold, PlanInput, plan};

use crate::world::{at, balanced, instant, meeting, mixes, monday, weeks};

type Span = (DateTime<Utc>, DateTime<Utc>);

fn apart(one: Span, other: Span, minutes: i64) -> bool {
    let gap = TimeDelta::minutes(minutes);
    one.1 + gap <= other.0 || other.1 + gap <= one.0
}

/// What minutes are worth: those beyond the target a little less than nothing.
fn towards(minutes: f64, target: f64) -> f64 {
    minutes.min(target) - 0.1 * (minutes - target).max(0.0)
}

/// What every way to plan the only working day is worth, at best.
fn by_trying(input: &PlanInput) -> f64 {
    let work = input.days[0].work[0];
    let wishes = &input.wishes;
    let quarter = TimeDelta::minutes(15);
    let cells = (work.1 - work.0).num_minutes() / 15;
    let mut runs: Vec<Span> = Vec::new();
    for start in 0..cells {
        for len in 1..=cells - start {
            let minutes = u32::try_from(len * 15).unwrap();
            if minutes >= wishes.shortest_minutes && minutes <= wishes.longest_minutes {
                let from = work.0 + quarter * i32::try_from(start).unwrap();
                runs.push((from, from + TimeDelta::minutes(len * 15)));
            }
        }
    }
    let mut sets: Vec<Vec<Span>> = vec![Vec::new()];
    sets.extend(runs.iter().map(|run| vec![*run]));
    for one in &runs {
        sets.extend(
            runs.iter()
                .filter(|other| one.1 + quarter <= other.0)
                .map(|other| vec![*one, *other]),
        );
    }
    sets.retain(|set| set.len() <= wishes.most_per_day as usize);
    let ways: Vec<Vec<(f64, Option<Span>)>> = input
        .entries
        .iter()
        .map(|entry| ways(entry, work))
        .collect();
    let target = target(input);
    let bands = Bands::of(input);
    let open = |taken: &[Span]| -> i64 {
        let quarters = (0..cells)
            .map(|cell| work.0 + quarter * i32::try_from(cell).unwrap())
            .filter(|from| taken.iter().all(|t| apart(*t, (*from, *from + quarter), 0)))
            .count();
        i64::try_from(quarters).unwrap() * 15
    };
    let now: Vec<Span> = input.entries.iter().map(|e| (e.start, e.end)).collect();
    let bookable = (wishes.bookable_hours * 60.0).min(open(&now) as f64);
    let mut best = f64::NEG_INFINITY;
    for set in &sets {
        try_all(input, set, &ways, &mut Vec::new(), &mut |cost, after| {
            let taken: Vec<Span> = after.iter().flatten().chain(set).copied().collect();
            if (open(&taken) as f64) < bookable {
                return;
            }
            let minutes: f64 = set.iter().map(|s| (s.1 - s.0).num_minutes() as f64).sum();
            let morning = match morning(work, set, after) {
                Some(held) if wishes.mornings > 0 => 120.0 + 0.05 * held,
                _ => 0.0,
            };
            let worth = towards(minutes, target) + morning - 15.0 * set.len() as f64 - 30.0 * cost;
            // Counting is slow: only what can still be the best is counted.
            let most = bands.as_ref().map_or(0.0, Bands::most);
            if worth + most <= best {
                return;
            }
            let nearer = bands
                .as_ref()
                .map_or(Some(0.0), |b| b.nearer(input, set, after));
            best = best.max(nearer.map_or(f64::NEG_INFINITY, |nearer| worth + nearer));
        });
    }
    best
}

/// Minutes wanted of new blocks.
fn target(input: &PlanInput) -> f64 {
    let work = input.days[0].work[0];
    input.low * (work.1 - work.0).num_minutes() as f64
}

/// A profile with nothing but a band of deep work: a fifth of the week wide.
fn profile(low: f64) -> Profile {
    let mut profile = Profile::default();
    profile
        .bands
        .retain(|band| band.category == Category::DeepWork);
    for band in &mut profile.bands {
        (band.low, band.high) = (low, (low + 0.2).min(1.0));
    }
    profile
}

/// What deep work, booked and open, is worth, and how far it may change.
struct Bands {
    now: f64,
    minute: f64,
    room: (f64, f64),
    is_full: bool,
}

impl Bands {
    fn of(input: &PlanInput) -> Option<Self> {
        let share = input.mixes.first()?.of(Category::DeepWork)?.clone();
        let whole = input.mixes[0].denominator_minutes as f64;
        let now = (share.minutes + share.open_focus_minutes) as f64;
        let (low, high) = (share.low? * whole - now, share.high? * whole - now);
        let middle = f64::midpoint(share.low?, share.high?);
        let weight = 1.0 + (share.gap_points.abs() / 100.0 / middle.max(0.05)).min(1.0);
        let (minute, room) = match share.status {
            BandStatus::Under => (f64::midpoint(1.0, weight), (0.0, high)),
            BandStatus::Over => (-f64::midpoint(1.0, weight), (low, 0.0)),
            _ => (0.25, (low.min(0.0), high.max(0.0))),
        };
        Some(Self {
            now,
            minute,
            room,
            is_full: high <= 0.0,
        })
    }

    /// No change is worth more.
    fn most(&self) -> f64 {
        (self.minute * self.room.0).max(self.minute * self.room.1)
    }

    /// `None` where it is not allowed.
    fn nearer(&self, input: &PlanInput, blocks: &[Span], entries: &[Option<Span>]) -> Option<f64> {
        let blocks: Vec<_> = blocks
            .iter()
            .map(|span| (*span, Category::DeepWork))
            .collect();
        let mix = &mixes(input, &profile(input.low), |at| entries[at], &blocks)[0];
        let share = mix.of(Category::DeepWork).unwrap();
        let change = (share.minutes + share.open_focus_minutes) as f64 - self.now;
        let asks = input
            .entries
            .iter()
            .zip(entries)
            .any(|(e, to)| *to != Some((e.start, e.end)));
        let fits = change > self.room.0 - 1e-6 && change < self.room.1 + 1e-6;
        (fits && !(self.is_full && (asks || change != 0.0))).then_some(self.minute * change)
    }
}

/// Minutes of the morning that blocks hold, minute by minute; `None` where they hold none.
fn morning(work: Span, blocks: &[Span], meetings: &[Option<Span>]) -> Option<f64> {
    let minute = |n: i64| work.0 + TimeDelta::minutes(n);
    let has = |spans: &[Span], n: i64| spans.iter().any(|s| s.0 <= minute(n) && minute(n) < s.1);
    let meetings: Vec<Span> = meetings.iter().flatten().copied().collect();
    let last = (work.1 - work.0).num_minutes().min(180);
    let (mut free, mut held) = (0, 0);
    for n in 0..=last {
        if n < last && !has(&meetings, n) {
            free += 1;
            held += i32::from(has(blocks, n));
        } else if free >= 150 && held >= 90 {
            return Some(f64::from(held));
        } else {
            (free, held) = (0, 0);
        }
    }
    None
}

/// Everything a meeting can become, with its cost.
fn ways(entry: &Entry, work: Span) -> Vec<(f64, Option<Span>)> {
    let mut all = vec![(0.0, Some((entry.start, entry.end)))];
    let Hold::Meeting { may, .. } = &entry.claim else {
        return all;
    };
    for &(action, cost) in may {
        match action {
            ChangeAction::Decline | ChangeAction::Async => all.push((cost, None)),
            ChangeAction::Shorten => {
                let half = ((entry.end - entry.start).num_minutes() / 10 * 5).max(15);
                all.push((
                    cost,
                    Some((entry.start, entry.start + TimeDelta::minutes(half))),
                ));
            }
            ChangeAction::Move => {
                let mut start = work.0;
                while start + (entry.end - entry.start) <= work.1 {
                    if start != entry.start {
                        all.push((cost, Some((start, start + (entry.end - entry.start)))));
                    }
                    start += TimeDelta::minutes(15);
                }
            }
        }
    }
    all
}

fn try_all(
    input: &PlanInput,
    blocks: &[Span],
    ways: &[Vec<(f64, Option<Span>)>],
    made: &mut Vec<(f64, Option<Span>)>,
    found: &mut dyn FnMut(f64, &[Option<Span>]),
) {
    let index = made.len();
    if index == ways.len() {
        let now: Vec<Span> = input.entries.iter().map(|e| (e.start, e.end)).collect();
        let changed = |i: usize| made[i].1 != Some(now[i]);
        // Only what is in the way of a block is asked to change.
        let breathing = i64::from(input.wishes.breathing_minutes);
        let in_the_way = |i: usize| blocks.iter().any(|block| !apart(*block, now[i], breathing));
        let fits = (0..made.len()).all(|i| {
            made[i].1.is_none_or(|mine| {
                !changed(i)
                    || mine.0 == now[i].0
                    || (0..made.len()).filter(|&j| j != i).all(|j| {
                        apart(mine, now[j], 0)
                            && made[j].1.is_none_or(|theirs| apart(mine, theirs, 0))
                    })
            })
        });
        let asked = (0..made.len()).all(|i| !changed(i) || in_the_way(i));
        if fits && asked && (0..made.len()).filter(|&i| changed(i)).count() <= 2 {
            let after: Vec<Option<Span>> = made.iter().map(|(_, span)| *span).collect();
            found(made.iter().map(|(cost, _)| cost).sum(), &after);
        }
        return;
    }
    for way in &ways[index] {
        let breathing = i64::from(input.wishes.breathing_minutes);
        if way
            .1
            .is_none_or(|span| blocks.iter().all(|block| apart(*block, span, breathing)))
        {
            made.push(*way);
            try_all(input, blocks, ways, made, found);
            made.pop();
        }
    }
}

fn day() -> impl Strategy<Value = PlanInput> {
    let action = prop_oneof![
        Just(vec![]),
        Just(vec![(ChangeAction::Move, 1.0)]),
        Just(vec![(ChangeAction::Decline, 1.5)]),
        Just(vec![
            (ChangeAction::Move, 1.5),
            (ChangeAction::Shorten, 0.5)
        ]),
        Just(vec![
            (ChangeAction::Async, 3.0),
            (ChangeAction::Decline, 0.5)
        ]),
    ];
    let entries = proptest::collection::vec((0_u32..20, 1_i64..6, action), 0..4);
    let wishes = (0_u32..3, 1_u32..3, 0_u32..5, 0_u32..4);
    (entries, wishes, 1_u32..10, any::<bool>()).prop_map(
        |(entries, (mornings, most, bookable, breathing), low, has_bands)| {
            let mut input = weeks(monday(), 1, Tz::Europe__Berlin, balanced());
            let noon = at(Tz::Europe__Berlin, monday(), 14, 0);
            for day in &mut input.days[1..] {
                day.work.clear();
            }
            input.days[0].work[0].1 = noon;
            input.low = f64::from(low) / 10.0;
            input.wishes = PlanWishes {
                mornings,
                shortest_minutes: 60,
                longest_minutes: 150,
                most_per_day: most,
                breathing_minutes: breathing * 15,
                bookable_hours: f64::from(bookable) / 2.0,
                lunch: None,
                ..input.wishes
            };
            let start = at(Tz::Europe__Berlin, monday(), 9, 0);
            for (index, (cell, cells, may)) in entries.into_iter().enumerate() {
                let from = start + TimeDelta::minutes(i64::from(cell) * 15);
                // Meetings of one day that overlap each other are another matter.
                let taken = input
                    .entries
                    .iter()
                    .any(|e| e.start < from + TimeDelta::minutes(cells * 15) && from < e.end);
                if !taken && from + TimeDelta::minutes(cells * 15) <= noon {
                    input
                        .entries
                        .push(meeting(&index.to_string(), from, cells * 15, &may));
                }
            }
            if has_bands {
                // Where a meeting goes says how much stays open; of all places the plan takes the nearest.
                for entry in &mut input.entries {
                    if let Hold::Meeting { may, .. } = &mut entry.claim {
                        may.retain(|(action, _)| *action != ChangeAction::Move);
                    }
                }
                let spans: Vec<Span> = input.entries.iter().map(|e| (e.start, e.end)).collect();
                input.mixes = mixes(&input, &profile(input.low), |at| Some(spans[at]), &[]);
            }
            input
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_way_to_plan_a_day_beats_the_plan(input in day()) {
        let draft = plan(&input, Alternatives::None);
        let bands = Bands::of(&input);
        let target = target(&input);
        let new = || draft.blocks.iter().filter(|b| b.origin == BlockOrigin::New);
        let minutes: f64 = new().map(|b| b.minutes as f64).sum();
        let held: f64 = new()
            .filter(|b| b.morning)
            .map(|b| (instant(&b.end).min(input.days[0].work[0].0 + TimeDelta::hours(3)) - instant(&b.start)).num_minutes() as f64)
            .sum();
        let morning = if input.wishes.mornings > 0 && held > 0.0 { 120.0 + 0.05 * held } else { 0.0 };
        let cost: f64 = draft.changes.iter().map(|c| c.cost).sum();
        let blocks: Vec<Span> = draft.outcome.blocks.iter().map(|(span, _)| *span).collect();
        let entries: Vec<Option<Span>> = input.entries.iter().enumerate().map(|(place, e)| {
            let moved = draft.outcome.moved.iter().find(|(entry, _)| *entry == place);
            moved.map_or(Some((e.start, e.end)), |(_, to)| *to)
        }).collect();
        let nearer = bands.as_ref().map_or(Some(0.0), |b| b.nearer(&input, &blocks, &entries));
        prop_assert!(nearer.is_some(), "a band is left: {:?}", draft.blocks);
        let worth = towards(minutes, target) + morning + nearer.unwrap_or(0.0)
            - 15.0 * new().count() as f64 - 30.0 * cost;
        let best = by_trying(&input);
        // What the top of the band forbids may leave the best unproven; then the plan says so.
        prop_assert!(draft.optimal || bands.is_some_and(|b| b.room.1.is_finite()));
        let is_best = (worth - best).abs() < 1e-6;
        prop_assert!(is_best || (!draft.optimal && worth < best), "{worth} is not {best}: {:?}", draft.blocks);
    }
}
