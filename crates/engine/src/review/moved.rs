//! What is different from the week before: series and single events, by the minutes they got.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use weekwise_model::{
    Category, Classified, Counting, IsoWeek, NotCounted, ReviewMove, ReviewMoveKind, Shape, words,
};

use crate::{EngineError, Opened};

/// So many differences are told.
const MOST: usize = 8;
/// Less than so many minutes are no difference.
const LEAST: i64 = 10;

/// What one series, or one single event, was in a week.
#[derive(Default)]
struct Part {
    title: String,
    category: Option<Category>,
    /// Minutes its category got.
    minutes: i64,
    /// How long it is, all its occurrences together.
    length: i64,
    /// Minutes a meeting took of own time.
    invaded: i64,
    counted: u32,
    cancelled: u32,
    away: u32,
    first: Option<DateTime<Utc>>,
    /// Whether it is of a series that began before the week.
    of_old: bool,
}

impl Opened {
    /// What is different from the week before, the most time first.
    pub(super) fn moved_since(&self, week: IsoWeek) -> Result<Vec<ReviewMove>, EngineError> {
        let before = self.parts_of(week.previous())?;
        let now = self.parts_of(week)?;
        let nothing = Part::default();
        let mut uids: Vec<&String> = before.keys().chain(now.keys()).collect();
        uids.sort();
        uids.dedup();
        let mut moves: Vec<ReviewMove> = uids
            .into_iter()
            .filter_map(|uid| {
                let (was, is) = (before.get(uid), now.get(uid));
                self.difference(uid, was.unwrap_or(&nothing), is.unwrap_or(&nothing))
            })
            .collect();
        moves.sort_by(|a, b| {
            let order = b.minutes.abs().cmp(&a.minutes.abs());
            order.then_with(|| a.title.cmp(&b.title))
        });
        moves.truncate(MOST);
        Ok(moves)
    }

    fn difference(&self, uid: &str, was: &Part, is: &Part) -> Option<ReviewMove> {
        let change = is.minutes - was.minutes;
        let (what, more) = if is.invaded > was.invaded + LEAST {
            let taken = words::length(is.invaded);
            (
                ReviewMoveKind::Invaded,
                format!("{taken} taken by a meeting"),
            )
        } else if is.counted > 0 && was.counted == 0 && was.cancelled + was.away == 0 {
            // A fortnightly series is nothing new in its week.
            if is.of_old {
                return None;
            }
            (ReviewMoveKind::New, self.when(is))
        } else if is.counted == 0 && is.cancelled > 0 && was.counted > 0 {
            (ReviewMoveKind::Cancelled, self.when(is))
        } else if is.counted == 0 && is.away > 0 && was.counted > 0 {
            (ReviewMoveKind::Away, "you were not there".to_owned())
        } else if is.counted > 0 && was.counted > 0 && is.length > was.length {
            let now = words::length(is.length / i64::from(is.counted));
            let text = if is.counted > was.counted {
                format!("{} times", is.counted)
            } else {
                format!("now {now}")
            };
            (ReviewMoveKind::Longer, text)
        } else if is.counted > 0 && was.counted > 0 && is.length < was.length {
            let now = words::length(is.length / i64::from(is.counted));
            (ReviewMoveKind::Shorter, format!("now {now}"))
        } else {
            return None;
        };
        if change.abs() < LEAST && is.invaded < LEAST {
            return None;
        }
        let told = if is.title.is_empty() { was } else { is };
        Some(ReviewMove {
            what,
            uid: uid.to_owned(),
            title: told.title.clone(),
            more,
            category: told.category.unwrap_or(Category::OtherWork),
            minutes: change,
        })
    }

    /// `Tuesday 10:30`.
    fn when(&self, part: &Part) -> String {
        let Some(at) = part.first else {
            return String::new();
        };
        let local = at.with_timezone(&self.settings.zone);
        format!(
            "{} {}",
            words::weekday(local.date_naive()),
            local.format("%-H:%M")
        )
    }

    /// What each series and single event was in a week, by UID.
    fn parts_of(&self, week: IsoWeek) -> Result<BTreeMap<String, Part>, EngineError> {
        let zone = self.settings.zone;
        let period = self.settings.display.first_day.period(week, zone);
        let counted = self.counted(period)?;
        let mut parts: BTreeMap<String, Part> = BTreeMap::new();
        for (place, classified) in counted.classified.iter().enumerate() {
            let span = classified.occurrence.span;
            if span.is_all_day() || !span.overlaps(period.from, period.to, zone) {
                continue;
            }
            let share = counted.analysis.share_of(place);
            let (start, end) = span.instants(zone);
            let part = parts.entry(classified.series_uid().to_owned()).or_default();
            let length = (end - start).num_minutes();
            match share.counting {
                Counting::Counted { .. } => {
                    part.counted += 1;
                    part.minutes += share.minutes;
                    part.length += length;
                    if share.conflict && is_own(classified) {
                        part.invaded += length - share.minutes;
                    }
                }
                Counting::NotCounted(NotCounted::Cancelled | NotCounted::NotHeld) => {
                    part.cancelled += 1;
                }
                Counting::NotCounted(NotCounted::Declined) => part.away += 1,
                Counting::NotCounted(_) => continue,
            }
            part.title.clone_from(&classified.occurrence.event.summary);
            part.category = Some(classified.category());
            part.first = Some(part.first.map_or(start, |first| first.min(start)));
            let first = classified.recurrence().map(|series| series.first);
            part.of_old = first.is_some_and(|first| first.instants(zone).0 < period.from);
        }
        Ok(parts)
    }
}

fn is_own(classified: &Classified) -> bool {
    classified.shape == Shape::Block
}
