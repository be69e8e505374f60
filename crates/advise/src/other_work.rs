//! Other work that nothing on the list is about. It has no band, so no figure asks for less of it; where it is the largest part
//! of a week, passing it over in silence would be wrong all the same.

use std::cmp::Reverse;

use weekwise_analyze::Series;
use weekwise_model::{Advice, Category, words};

use crate::scene::Scene;

/// From this part of capacity on it is spoken of: more than the top of every band but deep work's.
const MUCH: f64 = 0.25;
/// How many of its series are named.
const NAMED: usize = 2;

/// What takes most of it; `None` where there is little, or where the list says what to do about it.
pub(crate) fn passed_over(scene: &Scene<'_>, advice: &[Advice]) -> Option<String> {
    let other = Category::OtherWork;
    let share = scene.trial.mix().of(other)?;
    if share.share < MUCH || advice.iter().any(|one| one.category == other) {
        return None;
    }
    let minutes = |series: &Series| -> i64 {
        let claims = scene.trial.claims_of(series);
        claims
            .filter(|(_, claim)| Some(claim.category) == other.work_index())
            .map(|(place, _)| scene.trial.minutes_of(place))
            .sum()
    };
    let all = scene.trial.series().iter();
    let mut largest: Vec<(i64, &Series)> = all.map(|series| (minutes(series), series)).collect();
    largest.retain(|(minutes, _)| *minutes > 0);
    largest.sort_by_key(|(minutes, _)| Reverse(*minutes));
    let named = largest.into_iter().map(|(minutes, series)| {
        let title = words::title(&series.summary);
        format!("{title} ({})", words::amount(minutes))
    });
    let named: Vec<String> = named.take(NAMED).collect();
    let most = match named.as_slice() {
        [] => return None,
        [only] => format!("most of it {only}"),
        _ => format!("above all {}", words::listed(&named)),
    };
    Some(format!(
        "{} takes {}, {most}: which of it could go, or is something else, only you can tell.",
        other.label(),
        words::percent(share.share),
    ))
}
