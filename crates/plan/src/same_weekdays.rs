//! The same weekdays in every week of a horizon.

use crate::master::{Choice, Week};

/// A morning on a weekday that is not one of the pattern's.
const OFF_PATTERN: f64 = 45.0;

/// The best choices where mornings off a common pattern of weekdays are worth less, over all patterns.
pub(crate) fn same_weekdays(weeks: &[Week], free: Vec<Choice>, mornings: usize) -> Vec<Choice> {
    let on = |week: &Week, choice: &Choice| -> Vec<usize> {
        let picked = week.menus.iter().zip(&choice.picks).enumerate();
        picked
            .filter(|(_, (menu, pick))| menu.get(**pick).is_some_and(|item| item.morning))
            .map(|(day, _)| day)
            .collect()
    };
    let mut used: Vec<usize> = weeks
        .iter()
        .zip(&free)
        .flat_map(|(w, c)| on(w, c))
        .collect();
    used.sort_unstable();
    used.dedup();
    if used.len() <= mornings {
        // They agree already, and no pattern can be worth more than none.
        return free;
    }
    let possible: Vec<usize> = (0..7)
        .filter(|&day| {
            let menus = weeks.iter().filter_map(|week| week.menus.get(day));
            menus.flatten().any(|item| item.morning)
        })
        .collect();
    let mut best: Option<(f64, Vec<Choice>)> = None;
    let mut proven = true;
    for pattern in patterns(&possible, mornings) {
        let mut choices: Vec<Choice> = Vec::with_capacity(weeks.len());
        for (index, week) in weeks.iter().enumerate() {
            // Without a morning off the pattern the free choice is worth as much as before, and it is the best.
            if on(week, &free[index])
                .iter()
                .all(|day| pattern.contains(day))
            {
                choices.push(free[index].clone());
                continue;
            }
            // The same week again, as calendars have it.
            if let Some(same) = weeks[..index].iter().position(|w| w == week) {
                choices.push(choices[same].clone());
                continue;
            }
            choices.push(off_pattern(week, &pattern).solve());
        }
        let value: f64 = choices.iter().map(|choice| choice.value).sum();
        proven &= choices
            .iter()
            .all(|choice| choice.bound - choice.value < 1e-6);
        if best.as_ref().is_none_or(|(most, _)| value > most + 1e-6) {
            best = Some((value, choices));
        }
    }
    let Some((_, mut choices)) = best else {
        return free;
    };
    if !proven {
        // Another pattern might have been better: only what holds without any pattern is known to hold.
        for (choice, free) in choices.iter_mut().zip(&free) {
            choice.bound = free.bound.max(choice.value);
        }
    }
    choices
}

fn off_pattern(week: &Week, pattern: &[usize]) -> Week {
    let mut week = week.clone();
    for (day, menu) in week.menus.iter_mut().enumerate() {
        if !pattern.contains(&day) {
            for item in menu.iter_mut().filter(|item| item.morning) {
                item.net -= OFF_PATTERN;
            }
        }
    }
    week
}

/// Every choice of `size` of these days, in order.
fn patterns(days: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 || days.len() < size {
        return vec![if size == 0 { Vec::new() } else { days.to_vec() }];
    }
    let mut all = Vec::new();
    for (place, &first) in days.iter().enumerate() {
        for mut rest in patterns(&days[place + 1..], size - 1) {
            if rest.len() == size - 1 {
                rest.insert(0, first);
                all.push(rest);
            }
        }
    }
    all
}
