//! What open focus holds as a habit: the shares with it, beside those the file gives.

use weekwise_model::{Category, CategoryShare, FocusHabit, HabitShare, Mix, Period};

use crate::book::ratio;

/// The shares that are different with what the user says open focus holds; nothing where nothing was said or no focus is
/// open. Of less open focus than the habits take together each gets its part.
pub fn habit_shares(mix: &Mix, habits: &[FocusHabit], period: Period) -> Vec<HabitShare> {
    let open = mix
        .of(Category::DeepWork)
        .map_or(0, |share| share.open_focus_minutes);
    let asked: i64 = habits
        .iter()
        .map(|habit| i64::from(habit.minutes_a_week))
        .sum();
    if open <= 0 || asked <= 0 {
        return Vec::new();
    }
    let weeks = period.days().count() as f64 / 7.0;
    let part = (open as f64 / (asked as f64 * weeks)).min(1.0);
    let minutes_of = |category: Category| {
        let of_it = habits.iter().filter(|habit| habit.category == category);
        let minutes: i64 = of_it.map(|habit| i64::from(habit.minutes_a_week)).sum();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "minutes of a period are far below 2^53"
        )]
        let minutes = (minutes as f64 * weeks * part).round() as i64;
        minutes
    };
    let taken: i64 = Category::WORK
        .into_iter()
        .filter(|category| *category != Category::DeepWork)
        .map(minutes_of)
        .sum();
    let share = |share: &CategoryShare| {
        let minutes = match share.category {
            Category::DeepWork => -taken,
            category => minutes_of(category),
        };
        (minutes != 0).then(|| HabitShare {
            category: share.category,
            minutes,
            without: share.share,
            with: share.share + ratio(minutes, mix.denominator_minutes),
        })
    };
    mix.categories.iter().filter_map(share).collect()
}
