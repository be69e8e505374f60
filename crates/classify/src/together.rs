//! Who is met together, again and again: groups of which one may be my team.

use rustc_hash::FxHashMap as HashMap;

/// From this part of the smaller group in common on, two meetings are of one group.
const JOINS: f64 = 0.6;

/// Who is at less than this part of a group's meetings is a guest.
const BELONGS: f64 = 0.34;

/// A ritual says so much more than another meeting of the same people.
const RITUAL: f64 = 3.0;

/// Groups that are met less (a small meeting every second week is 5) are none.
const LEAST: f64 = 4.0;

/// So many meetings, those met most, tell who belongs together.
const MOST_MEETINGS: usize = 300;

/// So many groups are told.
const MOST: usize = 5;

/// How often the same people are met together: their addresses in order.
#[derive(Debug, Default)]
pub(crate) struct Together<'a>(HashMap<Vec<&'a str>, f64>);

impl<'a> Together<'a> {
    /// Learns from one meeting with a few. `often`: ten times how often a week.
    pub(crate) fn add(&mut self, people: impl Iterator<Item = &'a str>, often: f64, ritual: bool) {
        let mut people: Vec<&str> = people.collect();
        people.sort_unstable();
        people.dedup();
        *self.0.entry(people).or_default() += often * if ritual { RITUAL } else { 1.0 };
    }

    /// With what others have learnt.
    pub(crate) fn and(mut self, other: Self) -> Self {
        for (people, often) in other.0 {
            *self.0.entry(people).or_default() += often;
        }
        self
    }
}

/// Meetings that grow into a group.
struct Core<'a> {
    /// How much each is met.
    people: HashMap<&'a str, f64>,
    often: f64,
}

/// The groups, the one met most first; addresses in order. `is_elsewhere`: whether an address is of another company, whose
/// groups are not mine.
pub(crate) fn groups(
    together: &Together<'_>,
    is_elsewhere: impl Fn(&str) -> bool,
) -> Vec<Vec<String>> {
    let mut meetings: Vec<(&Vec<&str>, f64)> = together
        .0
        .iter()
        .map(|(people, often)| (people, *often))
        .collect();
    meetings.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    meetings.truncate(MOST_MEETINGS);
    let mut cores: Vec<Core<'_>> = Vec::new();
    for (people, often) in meetings {
        let outside = people
            .iter()
            .filter(|address| is_elsewhere(address))
            .count();
        if outside * 2 > people.len() {
            continue;
        }
        let share = |core: &Core<'_>| {
            let both = people
                .iter()
                .filter(|one| core.people.contains_key(*one))
                .count();
            both as f64 / people.len().min(core.people.len()).max(1) as f64
        };
        let best = cores
            .iter()
            .enumerate()
            .map(|(at, core)| (share(core), at))
            .filter(|(share, _)| *share >= JOINS)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let at = best.map_or_else(
            || {
                cores.push(Core {
                    people: HashMap::default(),
                    often: 0.0,
                });
                cores.len() - 1
            },
            |(_, at)| at,
        );
        if let Some(core) = cores.get_mut(at) {
            core.often += often;
            for &person in people {
                *core.people.entry(person).or_default() += often;
            }
        }
    }
    cores.sort_by(|a, b| b.often.total_cmp(&a.often));
    cores
        .into_iter()
        .filter(|core| core.often >= LEAST)
        .map(|core| {
            let belongs = |often: f64| often >= BELONGS * core.often;
            let people = core.people.iter().filter(|(_, often)| belongs(**often));
            let mut people: Vec<String> = people.map(|(one, _)| (*one).to_owned()).collect();
            people.sort_unstable();
            people
        })
        .filter(|people| people.len() > 1)
        .take(MOST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_met_together_is_a_group_and_a_guest_is_not() {
        let mut together = Together::default();
        together.add(["a", "b", "c"].into_iter(), 25.0, true);
        together.add(["a", "b", "c", "guest"].into_iter(), 5.0, false);
        together.add(["x", "y"].into_iter(), 10.0, false);
        together.add(["p", "q"].into_iter(), 1.0, false);
        together.add(["o1", "o2"].into_iter(), 30.0, false);
        let found = groups(&together, |address| address.starts_with('o'));
        assert_eq!(found, [vec!["a", "b", "c"], vec!["x", "y"]]);
    }
}
