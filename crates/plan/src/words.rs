//! Minutes and shares as people say them.

/// `90 min`, `3 h`, `2.5 h`.
pub(crate) fn length(minutes: i64) -> String {
    if minutes < 120 && minutes % 60 != 0 {
        return format!("{minutes} min");
    }
    let hours = minutes as f64 / 60.0;
    if minutes % 60 == 0 {
        format!("{hours:.0} h")
    } else if minutes % 15 == 0 && minutes % 30 != 0 {
        format!("{hours:.2} h")
    } else {
        format!("{hours:.1} h")
    }
}

/// `22 %`.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// `1 block`, `2 blocks`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// With a capital letter.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// The nearest whole number, of minutes or other small counts.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from a float stays within bounds, and minutes of weeks are far below them"
)]
pub(crate) fn whole(number: f64) -> i64 {
    number.round() as i64
}
