//! Where a level changed for good, and what broke it.
//!
//! A measure's weeks are cut where two levels explain them much better than one (binary segmentation on the sum of
//! squares, each part cut again). A cut stands only where it explains clearly more than the measure's own
//! week-to-week noise, the parts are long enough to be levels, and the levels differ by enough to be felt. The levels told are
//! medians, so that one odd week does not move them.

use chrono::Datelike;
use weekwise_model::{Category, ChangePoint, Grain, Measure, SeriesDifference};

use super::buckets::{Bucket, bucket_of_day, shares_by};
use super::measures::{MEASURES, category_of, weekly};
use crate::book::{AnalyzeError, Book, Fold, WORK, hours, median, place};
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
        cut(
            &Prefix::of(&values),
            0..values.len(),
            shortest(grain),
            noise(&values),
            &mut cuts,
        );
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
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let by_series = BySeries::of(book, buckets)?;
    let told = |change: &Change<'_>| change.told(book, buckets, &by_series);
    Ok(found.iter().map(told).collect())
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

/// Sums of the first values and of their squares, so that the spread of any part is one subtraction.
struct Prefix {
    sums: Vec<(f64, f64)>,
}

impl Prefix {
    fn of(values: &[f64]) -> Self {
        let mut sums = vec![(0.0, 0.0)];
        let (mut sum, mut square) = (0.0, 0.0);
        for value in values {
            sum += value;
            square += value * value;
            sums.push((sum, square));
        }
        Self { sums }
    }

    /// The sum of the squared distances from the mean of the values `start..end`.
    fn spread(&self, start: usize, end: usize) -> f64 {
        let at = |place: usize| self.sums.get(place).copied().unwrap_or_default();
        let ((a, aa), (b, bb)) = (at(start), at(end));
        let count = end.saturating_sub(start).max(1) as f64;
        (bb - aa) - (b - a).powi(2) / count
    }
}

fn cut(
    prefix: &Prefix,
    part: std::ops::Range<usize>,
    shortest: usize,
    noise: f64,
    cuts: &mut Vec<usize>,
) {
    let (start, end) = (part.start, part.end);
    if part.len() < 2 * shortest {
        return;
    }
    let all = prefix.spread(start, end);
    let best = (start + shortest..=end - shortest)
        .map(|at| (all - prefix.spread(start, at) - prefix.spread(at, end), at))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((gain, at)) = best else { return };
    let doublings = (part.len() as f64).log2();
    if gain <= CLEARLY * doublings * noise * noise {
        return;
    }
    cuts.push(at);
    cut(prefix, start..at, shortest, noise, cuts);
    cut(prefix, at..end, shortest, noise, cuts);
}

/// What each series got of each bucket in each category: one grouping for all the changes.
struct BySeries {
    /// Bucket, place of series and category together, minutes.
    rows: Vec<(usize, usize, i64)>,
    series: usize,
}

impl BySeries {
    fn of(book: &Book<'_>, buckets: &[Bucket]) -> Result<Self, AnalyzeError> {
        let days = buckets.iter().map(|bucket| &bucket.days);
        let of_day = bucket_of_day(book.ledger.days.len(), days);
        let minutes = ("minutes", Fold::Sum("minutes"));
        let grouped =
            shares_by(book, &of_day)?.grouped(&["bucket", "series", "category"], &[minutes])?;
        let (series, category) = (grouped.places("series")?, grouped.places("category")?);
        let cells = series
            .into_iter()
            .zip(category)
            .map(|(series, category)| series * WORK + category);
        let buckets = grouped.places("bucket")?.into_iter().zip(cells);
        let rows = buckets.zip(grouped.whole("minutes")?);
        Ok(Self {
            rows: rows
                .map(|((bucket, cell), minutes)| (bucket, cell, minutes))
                .collect(),
            series: book.ledger.series.len(),
        })
    }

    /// The minutes of every series and category in some buckets.
    fn minutes(&self, buckets: &[usize]) -> Vec<i64> {
        let mut minutes = vec![0; self.series * WORK];
        for (bucket, cell, got) in &self.rows {
            if buckets.binary_search(bucket).is_ok()
                && let Some(sum) = minutes.get_mut(*cell)
            {
                *sum += got;
            }
        }
        minutes
    }
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

    fn told(&self, book: &Book<'_>, buckets: &[Bucket], by_series: &BySeries) -> ChangePoint {
        let first = self.after.first().and_then(|&at| buckets.get(at));
        let (at, day) = first.map_or_else(Default::default, |b| (b.id.clone(), b.from));
        let series = self.series(book, buckets, by_series);
        let change = self.levels.1 - self.levels.0;
        let for_the_worse = self.for_the_worse(book, buckets);
        ChangePoint {
            measure: self.measure,
            text: self.text(buckets, &series, for_the_worse),
            at,
            day,
            before_hours: self.levels.0,
            after_hours: self.levels.1,
            change_hours: change,
            before_periods: place(self.before.len()),
            after_periods: place(self.after.len()),
            for_the_worse,
            series,
        }
    }

    /// Hours a week by series before and after, those that changed most in the same direction first.
    fn series(
        &self,
        book: &Book<'_>,
        buckets: &[Bucket],
        by_series: &BySeries,
    ) -> Vec<SeriesDifference> {
        let weeks = |places: &[usize]| -> f64 {
            let weeks = places
                .iter()
                .filter_map(|&at| buckets.get(at))
                .map(Bucket::weeks);
            weeks.sum::<f64>().max(1.0)
        };
        let wanted = category_of(self.measure).and_then(Category::work_index);
        let (before, after) = (
            by_series.minutes(self.before),
            by_series.minutes(self.after),
        );
        let (weeks_before, weeks_after) = (weeks(self.before), weeks(self.after));
        let change = self.levels.1 - self.levels.0;
        // More meetings are what takes focus time away.
        let direction = match self.measure {
            Measure::FocusTime => -change,
            _ => change,
        };
        let mut differences: Vec<SeriesDifference> = before
            .iter()
            .zip(&after)
            .enumerate()
            .filter(|(_, (before, after))| **before > 0 || **after > 0)
            .filter_map(|(cell, (before, after))| {
                let (place, category) = (cell / WORK, cell % WORK);
                let series = book.ledger.series.get(place)?;
                let meets = || book.claims_of(series).any(|claim| claim.meeting);
                let fits = wanted.map_or_else(meets, |wanted| wanted == category);
                let (from, to) = (hours(*before) / weeks_before, hours(*after) / weeks_after);
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
        differences
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
            let by = words::hours(first.change_hours.abs().min(change.abs()));
            match self.measure {
                Measure::FocusTime | Measure::FragmentedTime => {
                    let verb = if first.change_hours > 0.0 {
                        "took"
                    } else {
                        "gave back"
                    };
                    format!(
                        "; {title} {verb} {}",
                        words::hours(first.change_hours.abs())
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
