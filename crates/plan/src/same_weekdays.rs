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
    // The weekdays most weeks would take of themselves first: what comes after is soon seen to be worse.
    let liking = |pattern: &Vec<usize>| {
        let taken = weeks
            .iter()
            .zip(&free)
            .flat_map(|(week, choice)| on(week, choice));
        taken.filter(|day| pattern.contains(day)).count()
    };
    let mut patterns = patterns(&possible, mornings);
    patterns.sort_by_key(|pattern| std::cmp::Reverse(liking(pattern)));
    let mut best: Option<(f64, Vec<Choice>)> = None;
    let mut proven = true;
    for pattern in patterns {
        let mut choices: Vec<Choice> = Vec::with_capacity(weeks.len());
        for (index, week) in weeks.iter().enumerate() {
            // No week is worth more under a pattern than without one.
            let bound: f64 = choices.iter().chain(&free[index..]).map(|c| c.bound).sum();
            if best.as_ref().is_some_and(|(most, _)| bound <= most + 1e-6) {
                break;
            }
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
        if choices.len() < weeks.len() {
            continue;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::master::Item;

    /// Every choice of one item a day.
    fn all_picks(week: &Week) -> Vec<Vec<usize>> {
        let mut all = vec![Vec::new()];
        for menu in &week.menus {
            all = all
                .into_iter()
                .flat_map(|picks: Vec<usize>| {
                    (0..menu.len()).map(move |pick| [picks.clone(), vec![pick]].concat())
                })
                .collect();
        }
        all
    }

    /// What the best plan is worth, over every set of weekdays and every choice.
    fn by_trying(weeks: &[Week], mornings: usize) -> f64 {
        let days = weeks[0].menus.len();
        let sets = (0..1_usize << days).filter(|set| set.count_ones() as usize <= mornings);
        let worth = |week: &Week, set: usize| {
            let off = |picks: &[usize]| {
                let held = picks.iter().zip(&week.menus).enumerate();
                held.filter(|(day, (pick, menu))| menu[**pick].morning && set >> day & 1 == 0)
                    .count() as f64
            };
            all_picks(week)
                .iter()
                .filter_map(|picks| Some(week.value(picks)? - OFF_PATTERN * off(picks)))
                .fold(f64::NEG_INFINITY, f64::max)
        };
        sets.map(|set| weeks.iter().map(|week| worth(week, set)).sum::<f64>())
            .fold(f64::NEG_INFINITY, f64::max)
    }

    fn weeks() -> impl Strategy<Value = (Vec<Week>, usize)> {
        let item = (2_u32..14, 0_u32..8, any::<bool>(), 0_u32..12).prop_map(
            |(minutes, bookable, morning, net)| Item {
                dish: 1,
                net: -f64::from(net) * 10.0,
                minutes: f64::from(minutes) * 15.0,
                blocks: 1.0,
                bookable: f64::from(bookable) * 60.0,
                deep: 0.0,
                morning,
            },
        );
        // A morning that stands is held whatever is chosen.
        let menu = (proptest::collection::vec(item, 0..3), any::<bool>()).prop_map(
            |(mut menu, stands)| {
                let idle = Item {
                    dish: 0,
                    net: 0.0,
                    minutes: 0.0,
                    blocks: 0.0,
                    bookable: 480.0,
                    deep: 0.0,
                    morning: stands && menu.is_empty(),
                };
                menu.insert(0, idle);
                menu
            },
        );
        let week = (proptest::collection::vec(menu, 4), 0_u32..40, 0_u32..24).prop_map(
            |(menus, target, bookable)| Week {
                menus,
                target: f64::from(target) * 15.0,
                beyond: 0.0,
                top: f64::INFINITY,
                room: None,
                mornings: 0.0,
                morning: 120.0,
                most: 4.0,
                bookable: f64::from(bookable) * 60.0,
            },
        );
        (proptest::collection::vec(week, 2..4), 1_usize..4).prop_map(|(mut weeks, mornings)| {
            for week in &mut weeks {
                week.mornings = mornings as f64;
            }
            (weeks, mornings)
        })
    }

    proptest! {
        #[test]
        fn no_set_of_weekdays_and_no_choice_is_better((weeks, mornings) in weeks()) {
            let free = weeks.iter().map(Week::solve).collect();
            let choices = same_weekdays(&weeks, free, mornings);
            let value: f64 = choices.iter().map(|choice| choice.value).sum();
            let best = by_trying(&weeks, mornings);
            prop_assert!((value - best).abs() < 1e-6, "{value} is not {best}");
        }
    }
}
