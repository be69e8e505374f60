use crate::expand::{Found, Window};
use crate::instance_name::{instance_named, number};
use crate::limits;
use crate::recur::{self, Bounds, Rule, Until};
use crate::schedule::{Length, Moment, Repeat, Schedule, whole_day_of_instant};
use crate::series::Entry;
use crate::time::{self, DAY, Day, Wall};
use crate::zone::Zone;

/// The instances of one master in a window.
///
/// Within a series an instance is named by one number: the instant it would start at, or its day where the series
/// is of whole days. RECURRENCE-ID, EXDATE and RDATE are brought to that number, whatever zone or type they have.
pub(crate) struct Instances<'a> {
    master: &'a Entry,
    /// The zone whole-day values in UTC are at home in.
    home: &'a Zone,
    window: Window,
    all_day: bool,
    /// Instances that are not the master's to give: EXDATEs and overridden ones, sorted.
    without: Vec<i64>,
    /// Days on which a timed series has no instances (EXDATE or RECURRENCE-ID as a date), sorted.
    without_days: Vec<Day>,
    /// `RANGE=THISANDFUTURE`, by original start.
    futures: Vec<Future<'a>>,
}

/// An override that holds for later instances as well.
struct Future<'a> {
    id: i64,
    entry: &'a Entry,
    /// How much later on the wall clock it is than the original, in seconds.
    shift: i64,
}

impl<'a> Instances<'a> {
    pub(crate) fn of(
        master: &'a Entry,
        overrides: &[&'a Entry],
        home: &'a Zone,
        window: Window,
    ) -> Self {
        let mut instances = Self {
            master,
            home,
            window,
            all_day: matches!(master.schedule.start, Moment::Day(_)),
            without: Vec::new(),
            without_days: Vec::new(),
            futures: Vec::new(),
        };
        if let Some(repeat) = &master.schedule.repeat {
            repeat
                .exceptions
                .iter()
                .for_each(|moment| instances.exclude(moment));
        }
        for changed in overrides {
            let Some(instance) = &changed.schedule.instance else {
                continue;
            };
            instances.exclude(&instance.at);
            if instance.and_future {
                let shift = instances.shift(&instance.at, &changed.schedule.start);
                let id = instances.id(&instance.at);
                instances.futures.push(Future {
                    id,
                    entry: changed,
                    shift,
                });
            }
        }
        instances.without.sort_unstable();
        instances.without_days.sort_unstable();
        instances.futures.sort_by_key(|future| future.id);
        instances
    }

    fn schedule(&self) -> &'a Schedule {
        &self.master.schedule
    }

    /// The number that names an instance.
    fn id(&self, moment: &Moment) -> i64 {
        number(moment, &self.schedule().start, self.home, self.window.zone)
    }

    fn exclude(&mut self, moment: &Moment) {
        match moment {
            Moment::Day(day) if !self.all_day => self.without_days.push(*day),
            _ => {
                let id = self.id(moment);
                self.without.push(id);
            }
        }
    }

    fn shift(&self, original: &Moment, moved: &Moment) -> i64 {
        match (original, moved) {
            (Moment::At { .. }, Moment::At { wall, zone }) => {
                // Compared on the clock of the new start.
                let original = zone.wall(original.instant(self.window.zone), self.window.zone);
                wall - original
            }
            (original, moved) => (i64::from(moved.day()) - i64::from(original.day())) * DAY,
        }
    }

    /// Adds the instances that overlap the window.
    pub(crate) fn collect(&self, found: &mut Found) {
        let Some(repeat) = self.schedule().repeat.as_deref() else {
            self.give(&self.schedule().start, None, None, found);
            return;
        };
        let before = found.occurrences.len();
        let is_series =
            repeat.makes_a_series() || !self.without.is_empty() || !self.without_days.is_empty();
        let reach = self.reach(repeat);
        let dropped = self.dropped(repeat, reach, found);
        let mut starts = self.starts(repeat, reach, found);
        // The same instant may come from a rule, from RDATE and, in a DST gap, from two wall times.
        starts.sort_by_key(|(id, _, length)| (*id, length.is_none()));
        starts.dedup_by_key(|(id, _, _)| *id);
        for (id, moment, length) in starts {
            if dropped.binary_search(&id).is_err() {
                self.give(&moment, is_series.then_some(id), length, found);
            }
        }
        if found.occurrences.len() - before > limits::SERIES_OCCURRENCES {
            found
                .occurrences
                .truncate(before + limits::SERIES_OCCURRENCES);
            found.cut(&self.master.event);
        }
    }

    /// Gives one instance, unless it is excluded, as the override for the rest of the series has it.
    fn give(&self, moment: &Moment, id: Option<i64>, length: Option<Length>, found: &mut Found) {
        let named = id.unwrap_or_else(|| self.id(moment));
        let day = moment.day();
        let excluded = self.without.binary_search(&named).is_ok()
            || (!self.without_days.is_empty() && self.without_days.binary_search(&day).is_ok());
        if excluded {
            return;
        }
        let recurrence_id = id.map(|id| instance_named(id, self.all_day));
        let earlier = self.futures.partition_point(|future| future.id < named);
        let Some(future) = earlier.checked_sub(1).map(|last| &self.futures[last]) else {
            let length = length.unwrap_or(self.schedule().length);
            found.add(
                &self.master.event,
                recurrence_id,
                moment,
                length,
                self.window,
            );
            return;
        };
        let changed = &future.entry.schedule;
        let moved = match (moment, &changed.start) {
            (Moment::At { .. }, Moment::At { zone, .. }) => {
                let wall = zone.wall(moment.instant(self.window.zone), self.window.zone);
                Moment::At {
                    wall: wall + future.shift,
                    zone: zone.clone(),
                }
            }
            (moment, Moment::Day(_)) => {
                Moment::Day(moment.day().saturating_add(days(future.shift)))
            }
            (Moment::Day(day), Moment::At { wall, zone }) => Moment::At {
                wall: time::midnight(day.saturating_add(days(future.shift)))
                    + time::second_of_day(*wall),
                zone: zone.clone(),
            },
        };
        found.add(
            &future.entry.event,
            recurrence_id,
            &moved,
            changed.length,
            self.window,
        );
    }

    /// How far before and after the window an original start may lie whose instance is inside, in seconds.
    fn reach(&self, repeat: &Repeat) -> (i64, i64) {
        let lengths = repeat.dates.iter().filter_map(|(_, length)| *length);
        let longest = lengths
            .chain(self.futures.iter().map(|f| f.entry.schedule.length))
            .chain([self.schedule().length])
            .map(|length| length.at_most(self.all_day))
            .max()
            .unwrap_or(0);
        let later = self
            .futures
            .iter()
            .map(|f| f.shift)
            .max()
            .unwrap_or(0)
            .max(0);
        let earlier = self
            .futures
            .iter()
            .map(|f| f.shift)
            .min()
            .unwrap_or(0)
            .min(0);
        // Two days cover every zone and clock change.
        (
            longest.saturating_add(later).saturating_add(2 * DAY),
            2 * DAY - earlier,
        )
    }

    /// Where a rule is walked, on the clock of DTSTART.
    fn bounds(&self, (before, after): (i64, i64)) -> Bounds {
        let start = match &self.schedule().start {
            Moment::Day(day) => time::midnight(*day),
            Moment::At { wall, .. } => *wall,
        };
        Bounds {
            start,
            from: self
                .window
                .from
                .saturating_sub(before)
                .max(time::midnight(time::DAY_MIN)),
            to: self
                .window
                .to
                .saturating_add(after)
                .min(time::midnight(time::DAY_MAX)),
            steps: limits::SERIES_STEPS,
        }
    }

    /// The starts of the window: DTSTART, RRULEs, RDATEs.
    fn starts(
        &self,
        repeat: &Repeat,
        reach: (i64, i64),
        found: &mut Found,
    ) -> Vec<(i64, Moment, Option<Length>)> {
        let bounds = self.bounds(reach);
        let mut starts = Vec::new();
        let start = &self.schedule().start;
        // An UNTIL before DTSTART leaves no instance: that is how Google cuts a series off at its first.
        let is_void = !repeat.rules.is_empty()
            && repeat.rules.iter().all(|rule| self.ends_before_start(rule));
        if !is_void && (bounds.from..bounds.to).contains(&bounds.start) {
            starts.push((self.id(start), start.clone(), None));
        }
        for rule in &repeat.rules {
            self.walk(rule, &bounds, found, &mut |id, moment| {
                starts.push((id, moment, None));
            });
        }
        for (moment, length) in &repeat.dates {
            starts.push((self.id(moment), self.as_start(moment), *length));
        }
        starts
    }

    /// Instances an EXRULE takes away, sorted.
    fn dropped(&self, repeat: &Repeat, reach: (i64, i64), found: &mut Found) -> Vec<i64> {
        let mut dropped = Vec::new();
        for rule in &repeat.exception_rules {
            self.walk(rule, &self.bounds(reach), found, &mut |id, _| {
                dropped.push(id);
            });
        }
        dropped.sort_unstable();
        dropped
    }

    fn walk(
        &self,
        rule: &Rule,
        bounds: &Bounds,
        found: &mut Found,
        emit: &mut dyn FnMut(i64, Moment),
    ) {
        let zone_of_reader = self.window.zone;
        let mut left = limits::SERIES_OCCURRENCES + self.without.len() + self.without_days.len();
        let walked = match &self.schedule().start {
            Moment::Day(_) => {
                let rule = self.rule_of_days(rule);
                let instant = |wall: Wall| wall;
                recur::each(&rule, true, bounds, &instant, &mut |wall| {
                    let day = time::day_of(wall);
                    emit(i64::from(day), Moment::Day(day));
                    left -= 1;
                    left > 0
                })
            }
            Moment::At { zone, .. } => {
                let instant = |wall: Wall| zone.instant(wall, zone_of_reader);
                recur::each(rule, false, bounds, &instant, &mut |wall| {
                    emit(
                        zone.instant(wall, zone_of_reader),
                        Moment::At {
                            wall,
                            zone: zone.clone(),
                        },
                    );
                    left -= 1;
                    left > 0
                })
            }
        };
        found.steps += walked.steps;
        if walked.cut || left == 0 {
            found.cut(&self.master.event);
        }
    }

    /// A rule of whole days whose UNTIL is an instant means the local date.
    fn rule_of_days(&self, rule: &Rule) -> Rule {
        let mut rule = rule.clone();
        if let Some(Until::Instant(at)) = rule.until {
            rule.until = Some(Until::Day(whole_day_of_instant(
                at,
                self.home,
                self.window.zone,
            )));
        }
        rule
    }

    fn ends_before_start(&self, rule: &Rule) -> bool {
        let start = &self.schedule().start;
        match (self.all_day, rule.until) {
            (_, None) => false,
            (_, Some(Until::Day(last))) => last < start.day(),
            (true, Some(Until::Instant(at))) => {
                whole_day_of_instant(at, self.home, self.window.zone) < start.day()
            }
            (false, Some(Until::Instant(at))) => at < start.instant(self.window.zone),
            (_, Some(Until::Wall(last))) => match start {
                Moment::Day(day) => time::day_of(last) < *day,
                Moment::At { wall, .. } => last < *wall,
            },
        }
    }

    /// An RDATE as a start of this series: a date in a timed series takes the series' time, a time in a series of
    /// whole days its day.
    fn as_start(&self, moment: &Moment) -> Moment {
        match (moment, &self.schedule().start) {
            (Moment::Day(day), Moment::At { wall, zone }) => Moment::At {
                wall: time::midnight(*day) + time::second_of_day(*wall),
                zone: zone.clone(),
            },
            (moment @ Moment::At { .. }, Moment::Day(_)) => {
                Moment::Day(moment.whole_day(self.home, self.window.zone))
            }
            (moment, _) => moment.clone(),
        }
    }
}

fn days(seconds: i64) -> i32 {
    i32::try_from(seconds.div_euclid(DAY)).unwrap_or(0)
}
