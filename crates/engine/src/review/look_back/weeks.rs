//! The weeks of a period, and which of them say what a usual one was like.

use chrono::Days;
use weekwise_analyze::says_too_little;
use weekwise_model::{
    Category, Display, FirstDay, Grain, IsoWeek, LookBackWeek, OrdinaryWeeks, Selection, Stretch,
    TrendPeriod, WeekStanding, words,
};

use crate::ordinary::{is_away, middle, usual_capacity};
use crate::{Clock, EngineError, Opened};

/// Fewer ordinary weeks have no middle one worth the name.
const FEWEST: usize = 3;

/// The weeks that are told of a period, as the trends have them.
pub(super) struct Weeks {
    all: Vec<(IsoWeek, TrendPeriod, WeekStanding)>,
    first_day: FirstDay,
}

impl Opened {
    /// The weeks that belong to some days, as far as they lie among those that are told.
    pub(super) fn weeks_within(
        &self,
        days: Stretch,
        told: Stretch,
        clock: &Clock,
    ) -> Result<Weeks, EngineError> {
        let first_day = self.settings.display.first_day;
        let mut weeks = Weeks {
            all: Vec::new(),
            first_day,
        };
        let mut first = first_day.week_of(told.from);
        let mut last = first_day.week_of(told.to);
        if !belongs(first, days, first_day) {
            first = first.next();
        }
        if !belongs(last, days, first_day) {
            last = last.previous();
        }
        if last < first {
            return Ok(weeks);
        }
        let selection = Selection {
            from: Some(first_day.of(first)),
            to: Some(first_day.last_of(last)),
            ..Selection::default()
        };
        let periods = self.trends(&selection, Grain::Week, None, clock)?.periods;
        let usual = usual_capacity(&periods);
        let standing = |week: TrendPeriod| {
            let standing = standing(&week, usual);
            (first_day.week_of(week.from), week, standing)
        };
        weeks.all = periods.into_iter().map(standing).collect();
        Ok(weeks)
    }
}

impl Weeks {
    /// As the answer has them.
    pub(super) fn told(&self) -> Vec<LookBackWeek> {
        let told = |(week, period, standing): &(IsoWeek, TrendPeriod, WeekStanding)| {
            let deep = period.mix.of(Category::DeepWork);
            let why = period.unusual.clone().unwrap_or_default();
            LookBackWeek {
                week: *week,
                from: period.from,
                to: period.to,
                standing: *standing,
                // What the trends call a mark without a reason is none.
                why: if why == "Unusual" { String::new() } else { why },
                deep_work: deep.map_or(0.0, |share| share.share),
                load: period.meeting_load,
                hours_to_move: period.hours_to_move,
            }
        };
        self.all.iter().map(told).collect()
    }

    /// The figures of a middle one of the ordinary weeks; `None` where they are too few.
    pub(super) fn middle(&self) -> Option<OrdinaryWeeks> {
        self.middle_of(|_| true)
    }

    /// The same of those that belong to some days.
    pub(super) fn middle_within(&self, days: Stretch) -> Option<OrdinaryWeeks> {
        self.middle_of(|week| belongs(week, days, self.first_day))
    }

    fn middle_of(&self, wanted: impl Fn(IsoWeek) -> bool) -> Option<OrdinaryWeeks> {
        let of_them = self.ordinary().filter(|(week, _)| wanted(*week));
        let found: Vec<&TrendPeriod> = of_them.map(|(_, period)| period).collect();
        (found.len() >= FEWEST).then(|| middle(&found, None))
    }

    fn ordinary(&self) -> impl Iterator<Item = (IsoWeek, &TrendPeriod)> {
        let all = self.all.iter();
        let ordinary = all.filter(|(.., standing)| *standing == WeekStanding::Ordinary);
        ordinary.map(|(week, period, _)| (*week, period))
    }

    /// Those that are over and told whole, whatever they were like.
    pub(super) fn whole(&self) -> impl Iterator<Item = (IsoWeek, &TrendPeriod)> {
        let whole = self.all.iter().filter(|(_, period, standing)| {
            *standing != WeekStanding::Partly && !says_too_little(&period.mix)
        });
        whole.map(|(week, period, _)| (*week, period))
    }

    /// Why there is no middle one.
    pub(super) fn too_few(&self) -> String {
        let found = match self.ordinary().count() {
            0 => "No ordinary week is told".to_owned(),
            n => format!(
                "Only {} told",
                words::count(n, "ordinary week is", "ordinary weeks are")
            ),
        };
        format!("{found}: too few to say what a middle one was like. It takes {FEWEST}.")
    }
}

/// Whether a week belongs to some days: its middle day is one of them. So each week belongs to one month, one quarter, one year.
pub(super) fn belongs(week: IsoWeek, days: Stretch, first_day: FirstDay) -> bool {
    let middle = first_day.of(week).checked_add_days(Days::new(3));
    middle.is_some_and(|middle| days.from <= middle && middle <= days.to)
}

fn standing(week: &TrendPeriod, usual: f64) -> WeekStanding {
    if week.unusual.is_some() {
        WeekStanding::Unusual
    } else if week.partial || week.series_only || week.promised {
        WeekStanding::Partly
    } else if is_away(week, usual) {
        WeekStanding::Away
    } else if says_too_little(&week.mix) {
        WeekStanding::Sparse
    } else {
        WeekStanding::Ordinary
    }
}

/// `11 of 13 weeks are ordinary. Away: weeks 33–34. Unusual: week 44 (“offsite”).`
pub(super) fn text(weeks: &[LookBackWeek], display: Display) -> String {
    let of = |standing| -> Vec<&LookBackWeek> {
        let all = weeks.iter();
        all.filter(|week| week.standing == standing).collect()
    };
    let ordinary = of(WeekStanding::Ordinary).len();
    if weeks.is_empty() {
        return String::new();
    }
    let mut parts = vec![if ordinary == weeks.len() {
        match ordinary {
            1 => "Its one week is ordinary".to_owned(),
            n => format!("All {n} weeks are ordinary"),
        }
    } else {
        let verb = if ordinary == 1 { "is" } else { "are" };
        let all = words::count(weeks.len(), "week", "weeks");
        format!("{ordinary} of {all} {verb} ordinary")
    }];
    for (standing, name) in [
        (WeekStanding::Away, "Away"),
        (WeekStanding::Unusual, "Marked as unusual"),
        (WeekStanding::Sparse, "Next to nothing booked"),
        (WeekStanding::Partly, "Not whole"),
    ] {
        let found = of(standing);
        if !found.is_empty() {
            parts.push(format!("{name}: {}", list(&found, display)));
        }
    }
    format!("{}.", parts.join(". "))
}

/// `weeks 31–34 and 44 (“offsite”)`; where weeks have no numbers, by their first days.
fn list(weeks: &[&LookBackWeek], display: Display) -> String {
    let name = |week: &LookBackWeek| {
        if display.week_numbers {
            week.week.number().to_string()
        } else {
            week.from.format("%-d %b").to_string()
        }
    };
    // Those that follow each other and have no reason of their own stand as one.
    let mut runs: Vec<(&LookBackWeek, &LookBackWeek)> = Vec::new();
    for &week in weeks {
        match runs.last_mut() {
            Some((_, last)) if last.week.next() == week.week && last.why == week.why => {
                *last = week;
            }
            _ => runs.push((week, week)),
        }
    }
    let said: Vec<String> = runs
        .iter()
        .map(|(first, last)| {
            let why = match first.why.trim() {
                "" => String::new(),
                why => format!(" (“{why}”)"),
            };
            if first.week == last.week {
                format!("{}{why}", name(first))
            } else {
                format!("{}–{}{why}", name(first), name(last))
            }
        })
        .collect();
    let noun = match (weeks.len(), display.week_numbers) {
        (1, true) => "week",
        (_, true) => "weeks",
        (1, false) => "week of",
        (_, false) => "weeks of",
    };
    format!("{noun} {}", words::listed(&said))
}
