//! How far the guesses of reviews were off.

use weekwise_model::{Category, GuessOff, LookBackGuesses, words};

use super::weeks::Weeks;
use crate::review::Reviews;

/// Guesses off by fewer points are right enough to go unnamed.
const NAMED: f64 = 3.0;

/// Each week's guess beside what the week was, category by category; `None` where nothing was guessed of weeks that are told.
pub(super) fn guesses(weeks: &Weeks, reviews: &Reviews) -> Option<LookBackGuesses> {
    let guessed: Vec<_> = weeks
        .whole()
        .filter_map(|(week, period)| {
            let review = reviews.get(&week)?;
            (!review.guess.is_empty()).then_some((review, &period.mix))
        })
        .collect();
    let off: Vec<GuessOff> = Category::WORK
        .into_iter()
        .filter_map(|category| {
            let both: Vec<(f64, f64)> = guessed
                .iter()
                .filter_map(|(review, mix)| {
                    Some((review.guess_of(category)?, mix.of(category)?.share))
                })
                .collect();
            if both.is_empty() {
                return None;
            }
            let mean = |part: fn(&(f64, f64)) -> f64| {
                both.iter().map(part).sum::<f64>() / both.len() as f64
            };
            let (guessed, was) = (mean(|both| both.0), mean(|both| both.1));
            Some(GuessOff {
                category,
                guessed,
                was,
                points: (guessed - was) * 100.0,
                times: u32::try_from(both.len()).unwrap_or(u32::MAX),
            })
        })
        .collect();
    (!off.is_empty()).then(|| LookBackGuesses {
        weeks: u32::try_from(guessed.len()).unwrap_or(u32::MAX),
        text: text(&off, guessed.len()),
        off,
    })
}

/// `Review was guessed 12 points too low, deep work 9 points too high: the mean of 3 guesses.`
fn text(off: &[GuessOff], weeks: usize) -> String {
    let of = match weeks {
        1 => "one guess, so it may be chance".to_owned(),
        n => format!("the mean of {n} guesses"),
    };
    let mut far: Vec<&GuessOff> = off.iter().filter(|one| one.points.abs() >= NAMED).collect();
    far.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    let said: Vec<String> = far
        .iter()
        .take(2)
        .enumerate()
        .map(|(at, one)| {
            let side = if one.points > 0.0 { "high" } else { "low" };
            let name = words::category(one.category);
            let verb = if at == 0 { " was guessed" } else { "" };
            format!("{name}{verb} {:.0} points too {side}", one.points.abs())
        })
        .collect();
    if said.is_empty() {
        return format!("Every guess was within {NAMED:.0} points: {of}.");
    }
    format!("{}: {of}.", words::capital(&said.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(category: Category, points: f64) -> GuessOff {
        GuessOff {
            category,
            guessed: 0.2 + points / 100.0,
            was: 0.2,
            points,
            times: 3,
        }
    }

    #[test]
    fn the_two_furthest_are_named_with_their_side_and_one_guess_is_called_one() {
        let all = [
            off(Category::DeepWork, 9.2),
            off(Category::Review, -12.4),
            off(Category::Strategy, 1.0),
            off(Category::CrossTeam, 4.0),
        ];
        assert_eq!(
            text(&all, 3),
            "Review was guessed 12 points too low, deep work 9 points too high: the mean of 3 guesses."
        );
        assert_eq!(
            text(&all[..1], 1),
            "Deep work was guessed 9 points too high: one guess, so it may be chance."
        );
        assert_eq!(
            text(&[off(Category::Strategy, 1.0)], 2),
            "Every guess was within 3 points: the mean of 2 guesses."
        );
    }
}
