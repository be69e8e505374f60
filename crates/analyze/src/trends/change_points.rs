//! Where a level changed for good, and what broke it.
//!
//! A measure's weeks are cut where two levels explain them much better than one (binary segmentation on the sum of
//! squares, each part cut again). A cut stands only where it explains clearly more than the measure's own
//! week-to-week noise, the parts are long enough to be levels, and the levels differ by enough to be felt. The levels told are
//! medians, so that one odd week does not move them.

use std::collections::BTreeMap;

use chrono::Datelike;
use polars::prelude::*;
use weekwise_model::{Category, ChangePoint, Grain, Measure, SeriesDifference};

use super::{MEASURES, category_of, median, weekly};
use crate::AnalyzeError;
use crate::book::Book;
use crate::buckets::{Bucket, bucket_of_day, shares_by};
use crate::frame::{places, whole};
use crate::minutes::hours;
use crate::words;

/// With fewer periods no level can be told from another.
pub(super) const FEWEST: usize = 6;
/// More are a list, not a story.
const MOST: usize = 8;
/// Levels that differ by less than this many hours a week are not felt.
const FELT: f64 = 1.0;
/// Nor those that differ by less than this part of the greater one.
const PART: f64 = 0.15;
/// How many times the noise a cut has to explain, for each doubling of the number of weeks.
const CLEARLY: f64 = 2.0;
/// Series told behind a change.
const NAMED: usize = 5;
/// Points of the week by which a band's gap has to grow or shrink to be for the worse or the better.
const POINT: f64 = 0.01;

/// How many periods make a level.
fn shortest(grain: Grain) -> usize {
    match grain {
        Grain::Week => 4,
        Grain::Month => 3,
        Grain::Quarter => 2,
    }
}

/// `usable`: places of the buckets that can be compared, in order.
pub(super) fn change_points(
    book: &Book<'_>,
    grain: Grain,
    buckets: &[Bucket],
    usable: &[usize],
) -> Result<Vec<ChangePoint>, AnalyzeError> {
    if usable.len() < FEWEST.max(2 * shortest(grain)) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for measure in MEASURES {
        let values: Vec<f64> = usable
            .iter()
            .map(|&at| weekly(&buckets[at], measure))
            .collect();
        let mut cuts = Vec::new();
        cut(&values, 0, shortest(grain), noise(&values), &mut cuts);
        cuts.sort_unstable();
        let mut ends: Vec<usize> = vec![0];
        ends.extend(&cuts);
        ends.push(values.len());
        for window in ends.windows(3) {
            let &[start, at, end] = window else { continue };
            let change = Change {
                measure,
                before: usable.get(start..at).unwrap_or_default(),
                after: usable.get(at..end).unwrap_or_default(),
                levels: (
                    median(values.get(start..at).unwrap_or_default().to_vec()),
                    median(values.get(at..end).unwrap_or_default().to_vec()),
                ),
            };
            if change.is_felt() {
                found.push(change);
            }
        }
    }
    found.sort_by(|a, b| b.size().total_cmp(&a.size()));
    found.truncate(MOST);
    found
        .iter()
        .map(|change| change.told(book, buckets))
        .collect()
}

/// The week-to-week noise: how much neighbours differ, without the few that differ because a level changed.
fn noise(values: &[f64]) -> f64 {
    let steps = values.windows(2).map(|pair| match pair {
        [a, b] => (b - a).abs(),
        _ => 0.0,
    });
    // 1.4826 makes the median of a normal distribution its standard deviation; a difference has √2 of it.
    (1.4826 * median(steps.collect()) / std::f64::consts::SQRT_2).max(0.25)
}

fn squares(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    values.iter().map(|value| (value - mean).powi(2)).sum()
}

fn cut(values: &[f64], offset: usize, shortest: usize, noise: f64, cuts: &mut Vec<usize>) {
    if values.len() < 2 * shortest {
        return;
    }
    let all = squares(values);
    let best = (shortest..=values.len() - shortest)
        .map(|at| {
            let (before, after) = values.split_at(at);
            (all - squares(before) - squares(after), at)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((gain, at)) = best else { return };
    let doublings = (values.len() as f64).log2();
    if gain <= CLEARLY * doublings * noise * noise {
        return;
    }
    cuts.push(offset + at);
    let (before, after) = values.split_at(at);
    cut(before, offset, shortest, noise, cuts);
    cut(after, offset + at, shortest, noise, cuts);
}

/// Two levels of a measure, one after the other.
struct Change<'u> {
    measure: Measure,
    /// Places of the buckets at the level before, and since.
    before: &'u [usize],
    after: &'u [usize],
    levels: (f64, f64),
}

impl Change<'_> {
    fn size(&self) -> f64 {
        (self.levels.1 - self.levels.0).abs()
    }

    fn is_felt(&self) -> bool {
        self.size() >= FELT && self.size() >= PART * self.levels.0.max(self.levels.1)
    }

    fn told(&self, book: &Book<'_>, buckets: &[Bucket]) -> Result<ChangePoint, AnalyzeError> {
        let first = self.after.first().and_then(|&at| buckets.get(at));
        let (at, day) = first.map_or_else(Default::default, |b| (b.id.clone(), b.from));
        let series = self.series(book, buckets)?;
        let change = self.levels.1 - self.levels.0;
        let for_the_worse = self.for_the_worse(book, buckets);
        Ok(ChangePoint {
            measure: self.measure,
            text: self.text(buckets, &series, for_the_worse),
            at,
            day,
            before_hours: self.levels.0,
            after_hours: self.levels.1,
            change_hours: change,
            before_periods: crate::frame::place(self.before.len()),
            after_periods: crate::frame::place(self.after.len()),
            for_the_worse,
            series,
        })
    }

    /// Hours a week by series before and after, those that changed most in the same direction first.
    fn series(
        &self,
        book: &Book<'_>,
        buckets: &[Bucket],
    ) -> Result<Vec<SeriesDifference>, AnalyzeError> {
        let side = |places: &[usize]| -> Result<BTreeMap<(usize, usize), f64>, AnalyzeError> {
            let ranges: Vec<_> = places.iter().map(|&at| buckets[at].days.clone()).collect();
            let weeks: f64 = places.iter().map(|&at| buckets[at].weeks()).sum();
            let of_day = bucket_of_day(book.ledger.days.len(), ranges.iter());
            let frame = shares_by(book, &of_day)?
                .group_by([col("series"), col("category")])
                .agg([col("minutes").sum()])
                .collect()?;
            let rows = places_of(&frame)?
                .into_iter()
                .zip(whole(&frame, "minutes")?);
            Ok(rows
                .map(|(key, minutes)| (key, hours(minutes) / weeks.max(1.0)))
                .collect())
        };
        let wanted = category_of(self.measure).and_then(Category::work_index);
        let (before, after) = (side(self.before)?, side(self.after)?);
        let change = self.levels.1 - self.levels.0;
        // More meetings are what takes focus time away.
        let direction = match self.measure {
            Measure::FocusTime => -change,
            _ => change,
        };
        let mut differences: Vec<SeriesDifference> = before
            .keys()
            .chain(after.keys())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .filter_map(|key @ &(series, category)| {
                let series = book.ledger.series.get(series)?;
                let meets = book.claims_of(series).any(|claim| claim.meeting);
                let fits = wanted.map_or(meets, |wanted| wanted == category);
                let from = before.get(key).copied().unwrap_or(0.0);
                let to = after.get(key).copied().unwrap_or(0.0);
                (fits && (to - from) * direction > 0.0).then(|| SeriesDifference {
                    uid: Some(series.uid.clone()),
                    summary: series.summary.clone(),
                    category: Category::WORK
                        .get(category)
                        .copied()
                        .unwrap_or(Category::OtherWork),
                    before_hours: from,
                    after_hours: to,
                    change_hours: to - from,
                })
            })
            .collect();
        differences.sort_by(|a, b| b.change_hours.abs().total_cmp(&a.change_hours.abs()));
        differences.truncate(NAMED);
        // A tenth of an hour is nothing anybody would name.
        differences.retain(|difference| difference.change_hours.abs() >= 0.1);
        Ok(differences)
    }

    /// Seen from the bands, or from what the measure means where it has none.
    fn for_the_worse(&self, book: &Book<'_>, buckets: &[Bucket]) -> Option<bool> {
        let change = self.levels.1 - self.levels.0;
        let Some(category) = category_of(self.measure) else {
            return Some(match self.measure {
                Measure::FocusTime => change < 0.0,
                _ => change > 0.0,
            });
        };
        let (before, after) = (
            gap(book, buckets, self.before, self.levels.0, category)?,
            gap(book, buckets, self.after, self.levels.1, category)?,
        );
        if after > before + POINT {
            Some(true)
        } else if after < before - POINT {
            Some(false)
        } else {
            None
        }
    }

    /// `Cross-team broke in week 9: +4.5 h a week, 3 h of it from “Platform sync”.`
    fn text(
        &self,
        buckets: &[Bucket],
        series: &[SeriesDifference],
        for_the_worse: Option<bool>,
    ) -> String {
        let change = self.levels.1 - self.levels.0;
        let verb = match (for_the_worse, category_of(self.measure), change > 0.0) {
            (Some(true), Some(_), _) => "broke",
            (_, _, true) => "rose",
            (_, _, false) => "fell",
        };
        let because = series.first().map(|first| {
            let title = words::title(&first.summary);
            let by = words::decimal_hours(first.change_hours.abs().min(change.abs()));
            match self.measure {
                Measure::FocusTime | Measure::FragmentedTime => {
                    let verb = if first.change_hours > 0.0 {
                        "took"
                    } else {
                        "gave back"
                    };
                    format!(
                        "; {title} {verb} {}",
                        words::decimal_hours(first.change_hours.abs())
                    )
                }
                _ if first.before_hours < 0.05 && change > 0.0 => {
                    format!(", {by} of it from {title}, which is new")
                }
                _ => format!(", {by} of it from {title}"),
            }
        });
        let towards = match (for_the_worse, category_of(self.measure)) {
            (Some(false), Some(_)) => ", towards its band",
            _ => "",
        };
        format!(
            "{} {verb} in {}: {} a week{towards}{}.",
            label(self.measure),
            self.when(buckets),
            words::signed_hours(change),
            because.unwrap_or_default()
        )
    }

    /// `week 9`, with its year where the buckets are of several.
    fn when(&self, buckets: &[Bucket]) -> String {
        let Some(bucket) = self.after.first().and_then(|&at| buckets.get(at)) else {
            return String::new();
        };
        let years = |bucket: &Bucket| bucket.to.year();
        let one_year = buckets.first().map(years) == buckets.last().map(years);
        match bucket.label.strip_prefix("Week ") {
            Some(number) if one_year => format!("week {number}"),
            Some(number) => format!("week {number} of {}", bucket.to.iso_week().year()),
            None => bucket.label.clone(),
        }
    }
}

/// How far a level lies outside the band, as a share of the week.
fn gap(
    book: &Book<'_>,
    buckets: &[Bucket],
    places: &[usize],
    level: f64,
    category: Category,
) -> Option<f64> {
    let band = book.ledger.settings.profile.band(category)?;
    let week = |at: &usize| {
        let bucket = &buckets[*at];
        hours(bucket.sums.parts.denominator) / bucket.weeks().max(1.0 / 7.0)
    };
    let week = median(places.iter().map(week).collect());
    let share = if week > 0.0 { level / week } else { 0.0 };
    Some((band.low - share).max(share - band.high).max(0.0))
}

fn places_of(frame: &DataFrame) -> Result<Vec<(usize, usize)>, AnalyzeError> {
    let series = places(frame, "series")?;
    Ok(series.into_iter().zip(places(frame, "category")?).collect())
}

/// The name people read.
pub(crate) fn label(measure: Measure) -> &'static str {
    match measure {
        Measure::MeetingHours => "Meeting time",
        Measure::FocusTime => "Focus time",
        Measure::FragmentedTime => "Fragmented time",
        Measure::AfterHours => "Time after hours",
        category => category_of(category).map_or("", Category::label),
    }
}
