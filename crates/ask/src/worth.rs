//! What asking is worth: minutes that are expected to be set right, for every answer it takes.

use weekwise_classify::Common;
use weekwise_model::Category;

use crate::unit::{Likely, Unit};

/// A group of which more than one in so many is an exception is no group: whoever is asked says that they differ.
pub const MOST_EXCEPTIONS: usize = 3;

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

    fn of_one(minutes: i64, sure: f64) -> Self {
        Self {
            minutes: minutes as f64 * (1.0 - sure),
            answers: 1.0,
            same: 1.0,
        }
    }
}

/// Of a unit by itself, when its guess is so sure.
pub(crate) fn of_unit(unit: &Unit, sure: f64) -> Worth {
    Worth::of_one(unit.minutes, sure)
}

/// Of what a unit does to the day.
pub(crate) fn of_day(unit: &Unit, sure: f64) -> Worth {
    Worth::of_one(unit.day_minutes, sure)
}

/// Of a group whose units are likely of these categories; with it, the part each unit has in it.
pub(crate) fn of_group(
    common: &Common,
    units: &[&Unit],
    each: &[Likely<Category>],
    guess: Category,
) -> (Worth, Vec<f64>) {
    let holds = holds(common);
    let mut same = 1.0;
    // How likely so many of the units looked at so far are exceptions.
    let mut exceptions = vec![1.0];
    let mut gains = Vec::with_capacity(units.len());
    for (at, (unit, likely)) in units.iter().zip(each).enumerate() {
        let of = |category: Category| {
            let one = likely.0.iter().find(|(one, _)| *one == category);
            one.map_or(0.0, |(_, likely)| *likely)
        };
        let sure = likely.best().map_or(1.0, |(_, sure)| sure);
        // What units share makes them alike beyond what each says by itself.
        let fits = holds + (1.0 - holds) * of(guess);
        gains.push(unit.minutes as f64 * (1.0 - sure) * fits);
        if at > 0 {
            exceptions = with_one_more(&exceptions, 1.0 - fits);
            same *= fits;
        }
    }
    let few = exceptions.iter().take(units.len() / MOST_EXCEPTIONS + 1);
    let is_group: f64 = few.clone().sum();
    let extra: f64 = (0..)
        .zip(few)
        .map(|(count, likely)| f64::from(count) * likely)
        .sum();
    // Where they differ, the answer sets nothing right.
    for gain in &mut gains {
        *gain *= is_group;
    }
    let worth = Worth {
        minutes: gains.iter().sum(),
        answers: 1.0 + extra,
        same,
    };
    (worth, gains)
}

/// How likely so many are exceptions once one more is looked at, which is one so likely.
fn with_one_more(before: &[f64], likely: f64) -> Vec<f64> {
    let mut after = vec![0.0; before.len() + 1];
    for (count, one) in before.iter().enumerate() {
        for (at, part) in [(count, 1.0 - likely), (count + 1, likely)] {
            if let Some(sum) = after.get_mut(at) {
                *sum += one * part;
            }
        }
    }
    after
}

/// How much sharing something makes units of one sort: how much oftener than by chance two of them are, on labelled calendars.
/// `cargo xtask evaluate` prints what that rests on.
fn holds(common: &Common) -> f64 {
    match common {
        Common::TwoNames => 0.85,
        Common::OneName | Common::People(_) | Common::Tag(_) => 0.45,
        Common::TwoTeams | Common::Silent | Common::Read(..) => 0.3,
        Common::Organizer(_) => 0.2,
        Common::Word(_) => 0.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likelihoods_of_so_many_exceptions_add_up_to_one() {
        let two = with_one_more(&with_one_more(&[1.0], 0.25), 0.5);
        assert_eq!(two, [0.375, 0.5, 0.125]);
        assert!((two.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
