//! Settings in words, and as options name them.

use chrono::NaiveTime;
use weekwise_model::{Category, FocusHabit, TimeRange, words};

use super::rounded;

/// Nothing is different from what the file says.
const AS_IS: &str = "as_is";

/// `09:00-17:00`.
pub(super) fn named(range: TimeRange) -> String {
    format!(
        "{}-{}",
        range.start.format("%H:%M"),
        range.end.format("%H:%M")
    )
}

/// `9:00–17:00`.
pub(super) fn in_words(range: TimeRange) -> String {
    format!(
        "{}–{}",
        range.start.format("%-H:%M"),
        range.end.format("%-H:%M")
    )
}

pub(super) fn range(text: &str) -> Option<TimeRange> {
    let (start, end) = text.split_once('-')?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let range = TimeRange {
        start: time(start)?,
        end: time(end)?,
    };
    (range.start < range.end).then_some(range)
}

const DAYS: [(&str, &str); 7] = [
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];

/// `mon,tue,thu`.
pub(super) fn days_named(days: &[u8]) -> String {
    let names = (1_u8..)
        .zip(DAYS)
        .filter(|(number, _)| days.contains(number));
    names
        .map(|(_, (name, _))| name)
        .collect::<Vec<_>>()
        .join(",")
}

/// `Monday to Thursday`, `Monday, Tuesday and Thursday`.
pub(super) fn days_in_words(days: &[u8]) -> String {
    let names = (1_u8..)
        .zip(DAYS)
        .filter(|(number, _)| days.contains(number));
    let (numbers, names): (Vec<u8>, Vec<&str>) =
        names.map(|(number, (_, name))| (number, name)).unzip();
    let run = numbers
        .windows(2)
        .all(|pair| matches!(pair, [one, next] if one + 1 == *next));
    match names.as_slice() {
        [] => "on no day".to_owned(),
        [only] => (*only).to_owned(),
        [first, .., last] if run && names.len() > 2 => format!("{first} to {last}"),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

pub(super) fn days_of(text: &str) -> Option<Vec<u8>> {
    let number = |name: &str| {
        let place = DAYS
            .iter()
            .position(|(short, _)| *short == name.trim().to_lowercase())?;
        u8::try_from(place + 1).ok()
    };
    let mut days: Vec<u8> = text.split(',').map(number).collect::<Option<_>>()?;
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// `review:2,other_work:1.5`: categories with hours a week.
pub(super) fn habits_named(habits: &[FocusHabit]) -> String {
    if habits.is_empty() {
        return AS_IS.to_owned();
    }
    let named = habits.iter().map(|habit| {
        format!(
            "{}:{}",
            habit.category.id(),
            f64::from(habit.minutes_a_week) / 60.0
        )
    });
    named.collect::<Vec<_>>().join(",")
}

pub(super) fn habits_in_words(habits: &[FocusHabit]) -> String {
    if habits.is_empty() {
        return "what the calendar says: deep work".to_owned();
    }
    let told = habits.iter().map(|habit| {
        let minutes = words::amount(i64::from(habit.minutes_a_week));
        format!("{minutes} of {} a week", words::category(habit.category))
    });
    told.collect::<Vec<_>>().join(", ")
}

pub(super) fn habits_of(text: &str) -> Option<Vec<FocusHabit>> {
    if text == AS_IS {
        return Some(Vec::new());
    }
    let habit = |part: &str| {
        let (category, hours) = part.split_once(':')?;
        let mut work = Category::WORK.into_iter();
        let category =
            work.find(|one| one.id() == category.trim() && *one != Category::DeepWork)?;
        let hours: f64 = hours.trim().parse().ok()?;
        (0.0..=60.0).contains(&hours).then(|| FocusHabit {
            category,
            minutes_a_week: u32::try_from(rounded(hours * 60.0)).unwrap_or(0),
        })
    };
    text.split(',').map(habit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_and_read_alike() {
        assert_eq!(days_of("thu,Mon , tue"), Some(vec![1, 2, 4]));
        assert_eq!(days_named(&[1, 2, 4]), "mon,tue,thu");
        assert_eq!(days_in_words(&[1, 2, 3, 4]), "Monday to Thursday");
        assert_eq!(days_in_words(&[1, 2, 4]), "Monday, Tuesday and Thursday");
        assert_eq!(days_of("mon,someday"), None);
    }

    #[test]
    fn habits_are_named_and_read_alike() {
        let habits = habits_of("review:2,other_work:1.5").unwrap();
        assert_eq!(habits_named(&habits), "review:2,other_work:1.5");
        assert_eq!(habits_of("deep_work:2"), None);
        assert_eq!(habits_of("review:-1"), None);
        assert_eq!(habits_of(AS_IS), Some(Vec::new()));
    }

    #[test]
    fn a_range_that_ends_before_it_starts_is_none() {
        assert_eq!(range("17:00-09:00"), None);
        assert_eq!(
            range("9:00-17:30").map(in_words),
            Some("9:00–17:30".to_owned())
        );
    }
}
