//! The two mixes and what it takes to mend them (product.md section 5).

use weekwise_model::{BandStatus, Category, CategoryShare, Mix, Profile};

use super::minutes::{hours, ratio};
use super::totals::WORK;

/// How far a share may lie outside its band and still be called within: rounding, not a target.
const ROUNDING: f64 = 1e-9;

/// What a mix is made of, in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) denominator: i64,
    /// In the order of [`Category::WORK`].
    pub(crate) minutes: Vec<i64>,
    pub(crate) open_focus: i64,
    pub(crate) fragments: i64,
    /// The part of other work of which nothing is known.
    pub(crate) unknown: i64,
}

impl Parts {
    /// The mix beside the bands of a profile. `uncertain` and `runner_up` are what each category would lose and
    /// gain if the guesses were wrong.
    pub(crate) fn mix(&self, profile: &Profile, uncertain: &[i64], runner_up: &[i64]) -> Mix {
        let at = |list: &[i64], index: usize| list.get(index).copied().unwrap_or(0);
        let categories = Category::WORK
            .into_iter()
            .enumerate()
            .map(|(index, category)| {
                let minutes = at(&self.minutes, index);
                let open = if category == Category::DeepWork {
                    self.open_focus
                } else {
                    0
                };
                let unknown = if category == Category::OtherWork {
                    0
                } else {
                    self.unknown
                };
                let share_of = |minutes: i64| ratio(minutes, self.denominator);
                let share = share_of(minutes + open);
                let band = profile.band(category);
                let gap = band.map_or(0.0, |band| gap(share, band.low, band.high));
                // Of no time at all, nothing is missing.
                let gap = if self.denominator > 0 { gap } else { 0.0 };
                CategoryShare {
                    category,
                    minutes,
                    open_focus_minutes: open,
                    share,
                    low: band.map(|band| band.low),
                    high: band.map(|band| band.high),
                    range_low: share_of(minutes + open - at(uncertain, index)),
                    range_high: share_of(minutes + open + at(runner_up, index) + unknown),
                    gap_points: gap * 100.0,
                    gap_hours: gap * hours(self.denominator),
                    status: match band {
                        None => BandStatus::Untargeted,
                        Some(band) if share < band.low - ROUNDING => BandStatus::Under,
                        Some(band) if share > band.high + ROUNDING => BandStatus::Over,
                        Some(_) => BandStatus::Within,
                    },
                }
            })
            .collect();
        Mix {
            denominator_minutes: self.denominator,
            categories,
            fragment_minutes: self.fragments,
            unknown_minutes: self.unknown,
        }
    }

    /// Adds another part, or with −1 takes it away.
    pub(crate) fn add(&mut self, part: &Self, sign: i64) {
        self.denominator += sign * part.denominator;
        self.open_focus += sign * part.open_focus;
        self.fragments += sign * part.fragments;
        self.unknown += sign * part.unknown;
        for (sum, minutes) in self.minutes.iter_mut().zip(&part.minutes) {
            *sum += sign * minutes;
        }
    }

    /// The booked mix of the same minutes: no gaps.
    pub(crate) fn booked(&self) -> Self {
        let minutes: Vec<i64> = self.minutes.iter().copied().take(WORK).collect();
        Self {
            denominator: minutes.iter().sum(),
            minutes,
            open_focus: 0,
            fragments: 0,
            unknown: self.unknown,
        }
    }
}

/// Negative below the band, positive above, 0 within.
fn gap(share: f64, low: f64, high: f64) -> f64 {
    if share < low - ROUNDING {
        share - low
    } else if share > high + ROUNDING {
        share - high
    } else {
        0.0
    }
}

/// The least hours that must change category so that every band holds: the greater of what all categories together
/// have too much, and what they together lack.
///
/// **Never less.** An hour that moves leaves one category and enters one. So it takes at most one hour from the
/// surplus and puts at most one into the deficit: at least max(surplus, deficit) hours must move.
///
/// **Never more.** First move hours from categories above their band straight into those below, until one side
/// is mended; these hours count once for both. If surplus is left, it moves to other work, which has no band. If a
/// deficit is left, no category is above its band any more, and the missing hours come from other work and fragments, then from
/// categories above their *low* end. There is enough of that: the lows sum to at most 100 %
/// ([`Profile::validate`]), so what lies above the lows, other work and fragments together are at least what is
/// missing below them. No band breaks on the way, so max(surplus, deficit) hours suffice.
///
/// Hours of which nothing is known may be what is missing: as many of them as there are need not move.
pub fn hours_to_move(mix: &Mix) -> f64 {
    let gaps = || mix.categories.iter().map(|share| share.gap_hours);
    let surplus = gaps().fold(0.0, |sum, gap| sum + gap.max(0.0));
    let deficit = gaps().fold(0.0, |sum, gap| sum + (-gap).max(0.0));
    f64::max(surplus, (deficit - hours(mix.unknown_minutes)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mix(minutes: [i64; WORK], fragments: i64) -> Mix {
        let parts = Parts {
            denominator: minutes.iter().sum::<i64>() + fragments,
            minutes: minutes.to_vec(),
            open_focus: 0,
            fragments,
            unknown: 0,
        };
        parts.mix(&Profile::default(), &[], &[])
    }

    fn status(mix: &Mix, category: Category) -> BandStatus {
        mix.of(category).unwrap().status
    }

    #[test]
    fn the_ends_of_a_band_are_within() {
        // 40 h: 30 %, 15 %, 20 %, 10 %, 15 %.
        let mix = mix([720, 360, 480, 240, 360, 240], 0);
        for category in Category::TARGETED {
            assert_eq!(status(&mix, category), BandStatus::Within, "{category}");
        }
        assert_eq!(status(&mix, Category::OtherWork), BandStatus::Untargeted);
        assert!(hours_to_move(&mix).abs() < 1e-9);
    }

    #[test]
    fn a_moved_hour_mends_a_surplus_and_a_deficit_at_once() {
        // Cross-team 4 h above 20 %, deep work 3 h below 30 %: the fourth hour goes to other work.
        let mix = mix([540, 360, 720, 240, 240, 300], 0);
        assert!((mix.of(Category::CrossTeam).unwrap().gap_hours - 4.0).abs() < 1e-9);
        assert!((mix.of(Category::DeepWork).unwrap().gap_hours + 3.0).abs() < 1e-9);
        assert!((hours_to_move(&mix) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_not_known_may_be_what_is_missing() {
        let parts = Parts {
            denominator: 2400,
            minutes: vec![720, 0, 0, 0, 0, 1680],
            open_focus: 0,
            fragments: 0,
            unknown: 1680,
        };
        let mix = parts.mix(&Profile::default(), &[0, 0, 0, 0, 0, 1680], &[]);
        assert!(hours_to_move(&mix).abs() < 1e-9, "28 h may be anything");
        let range = |category| {
            let share = mix.of(category).unwrap();
            (share.range_low, share.range_high)
        };
        assert_eq!(range(Category::OtherWork), (0.0, 0.7));
        assert_eq!(range(Category::OneOnOne), (0.0, 0.7));
        assert_eq!(range(Category::DeepWork), (0.3, 1.0));
    }

    #[test]
    fn of_no_time_nothing_is_missing() {
        let mix = mix([0; WORK], 0);
        assert!(hours_to_move(&mix).abs() < f64::EPSILON);
        assert!(
            mix.categories
                .iter()
                .all(|share| share.share == 0.0 && share.gap_hours == 0.0)
        );
    }

    /// The least moves of one unit between categories until every band holds, found by trying all of them in rounds.
    fn moves_by_search(start: [i64; WORK], bands: &[(i64, i64); 5]) -> usize {
        let holds = |state: &[i64; WORK]| {
            state
                .iter()
                .zip(bands)
                .all(|(units, (low, high))| low <= units && units <= high)
        };
        let (mut seen, mut round) = (std::collections::HashSet::from([start]), vec![start]);
        for moves in 0.. {
            if round.iter().any(holds) {
                return moves;
            }
            let mut next = Vec::new();
            for state in round {
                for (from, to) in (0..WORK).flat_map(|from| (0..WORK).map(move |to| (from, to))) {
                    let mut moved = state;
                    moved[from] -= 1;
                    moved[to] += 1;
                    if moved[from] >= 0 && seen.insert(moved) {
                        next.push(moved);
                    }
                }
            }
            round = next;
        }
        0
    }

    proptest! {
        #[test]
        fn hours_to_move_are_the_fewest_moves_a_search_finds(
            units in proptest::collection::vec(0_i64..4, WORK),
            lows in proptest::collection::vec(0_i64..3, 5),
            widths in proptest::collection::vec(0_i64..3, 5),
        ) {
            let total: i64 = units.iter().sum();
            prop_assume!(total > 0 && lows.iter().sum::<i64>() <= total);
            let bands: Vec<(i64, i64)> =
                lows.iter().zip(&widths).map(|(low, width)| (*low, low + width)).collect();
            let mut profile = Profile::default();
            for (band, (low, high)) in profile.bands.iter_mut().zip(&bands) {
                (band.low, band.high) = (*low as f64 / total as f64, *high as f64 / total as f64);
            }
            // A unit is an hour.
            let parts = Parts {
                denominator: total * 60,
                minutes: units.iter().map(|units| units * 60).collect(),
                open_focus: 0,
                fragments: 0,
                unknown: 0,
            };
            let hours = hours_to_move(&parts.mix(&profile, &[], &[]));
            let moves = moves_by_search(units.try_into().unwrap(), &bands.try_into().unwrap());
            prop_assert!((hours - moves as f64).abs() < 1e-6, "{hours} h, {moves} moves");
        }
    }
}
