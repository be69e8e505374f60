//! Figures as people say them.

pub(crate) use weekwise_model::words::{
    amount, capital, category, length, lower_first, percent, title as quoted,
};

/// `1 block`, `2 blocks`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    weekwise_model::words::count(number, noun, &format!("{noun}s"))
}

/// The nearest whole number, of minutes or other small counts.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from a float stays within bounds, and minutes of weeks are far below them"
)]
pub(crate) fn whole(number: f64) -> i64 {
    number.round() as i64
}
