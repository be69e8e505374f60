//! What is measured of every period.

use weekwise_model::{Category, Measure};

use super::buckets::Bucket;
use crate::book::hours;

/// Every measure, in the order answers list them.
pub(crate) const MEASURES: [Measure; 10] = [
    Measure::DeepWork,
    Measure::OneOnOne,
    Measure::CrossTeam,
    Measure::Review,
    Measure::Strategy,
    Measure::OtherWork,
    Measure::MeetingHours,
    Measure::FocusTime,
    Measure::FragmentedTime,
    Measure::AfterHours,
];

/// The category a measure is about.
pub(crate) fn category_of(measure: Measure) -> Option<Category> {
    Some(match measure {
        Measure::DeepWork => Category::DeepWork,
        Measure::OneOnOne => Category::OneOnOne,
        Measure::CrossTeam => Category::CrossTeam,
        Measure::Review => Category::Review,
        Measure::Strategy => Category::Strategy,
        Measure::OtherWork => Category::OtherWork,
        Measure::MeetingHours
        | Measure::FocusTime
        | Measure::FragmentedTime
        | Measure::AfterHours => return None,
    })
}

/// A measure of one bucket, in hours a week.
pub(crate) fn weekly(bucket: &Bucket, measure: Measure) -> f64 {
    let sums = &bucket.sums;
    let minutes = match measure {
        Measure::MeetingHours => sums.meeting_minutes,
        Measure::FocusTime => sums.focus,
        Measure::FragmentedTime => sums.parts.fragments,
        Measure::AfterHours => sums.after_hours,
        category => {
            let index = category_of(category).and_then(Category::work_index);
            let booked = index.and_then(|index| sums.parts.minutes.get(index));
            let open = if category == Measure::DeepWork {
                sums.parts.open_focus
            } else {
                0
            };
            booked.copied().unwrap_or(0) + open
        }
    };
    hours(minutes) / bucket.weeks().max(1.0 / 7.0)
}
