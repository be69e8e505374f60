//! What asking is worth: minutes that are expected to be set right, for every answer it takes.

use weekwise_classify::Common;
use weekwise_model::Category;

use crate::unit::{Likely, Unit};

/// What a question is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Minutes that are expected to be set right.
    pub minutes: f64,
    /// How many answers it is expected to take: one, and those about its exceptions.
    pub answers: f64,
    /// How likely all of it is of one sort.
    pub same: f64,
}

impl Worth {
    /// Minutes set right per answer.
    pub fn per_answer(self) -> f64 {
        self.minutes / self.answers.max(1.0)
    }
}

/// Of a unit by itself, when its guess is so sure.
pub(crate) fn of_unit(unit: &Unit, sure: f64) -> Worth {
    Worth {
        minutes: unit.minutes as f64 * (1.0 - sure),
        answers: 1.0,
        same: 1.0,
    }
}

/// Of what a unit does to the day.
pub(crate) fn of_day(unit: &Unit, sure: f64) -> Worth {
    Worth {
        minutes: unit.day_minutes as f64 * (1.0 - sure),
        answers: 1.0,
        same: 1.0,
    }
}

/// Of a group whose units are likely of these categories; with it, the part each unit has in it.
pub(crate) fn of_group(
    common: &Common,
    units: &[&Unit],
    each: &[Likely<Category>],
    guess: Category,
) -> (Worth, Vec<f64>) {
    let holds = holds(common);
    let mut worth = Worth {
        minutes: 0.0,
        answers: 1.0,
        same: 1.0,
    };
    let mut gains = Vec::with_capacity(units.len());
    for (at, (unit, likely)) in units.iter().zip(each).enumerate() {
        let of = |category: Category| {
            let one = likely.0.iter().find(|(one, _)| *one == category);
            one.map_or(0.0, |(_, likely)| *likely)
        };
        let sure = likely.best().map_or(1.0, |(_, sure)| sure);
        // What units share makes them alike beyond what each says by itself.
        let fits = holds + (1.0 - holds) * of(guess);
        let gain = unit.minutes as f64 * (1.0 - sure) * fits;
        worth.minutes += gain;
        gains.push(gain);
        if at > 0 {
            worth.answers += 1.0 - fits;
            worth.same *= fits;
        }
    }
    (worth, gains)
}

/// How much sharing something makes units of one sort: the share of units of the sort most of their group is, beyond chance,
/// as measured on labelled calendars (`cargo xtask evaluate`).
fn holds(common: &Common) -> f64 {
    match common {
        Common::OneName | Common::TwoNames => 0.8,
        Common::People(_) => 0.5,
        Common::Word(_) => 0.5,
        Common::Tag(_) => 0.6,
        Common::TwoTeams => 0.6,
        Common::Silent | Common::Read(..) => 0.4,
        Common::Organizer(_) => 0.3,
    }
}
