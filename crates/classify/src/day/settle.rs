//! What speaks against a day off can stand in other events: meetings of that day that I accepted and that took place.

use std::sync::Arc;

use weekwise_model::{
    BusyStatus, Classified, DayEffect, Response, Shape, Span, Status, Transparency,
};

use super::sums::Sums;
use super::weights as weight;
use crate::Classifier;

/// Of so many days of leave one has a meeting before it is doubted.
const DAYS_A_MEETING: usize = 3;

impl Classifier {
    /// Judges days off anew beside the meetings that were held on them. `all` is in the order of its starts; `places` are
    /// those of it that were judged now, and not settled yet.
    pub fn settle(&self, all: &mut [Classified], places: impl IntoIterator<Item = usize>) {
        let zone = self.zone();
        for at in places {
            let Some(off) = all.get(at).filter(|classified| is_doubtable(classified)) else {
                continue;
            };
            let (from, to) = off.occurrence.span.instants(zone);
            let start = |c: &Classified| c.occurrence.span.instants(zone).0;
            let first = all.partition_point(|c| start(c) < from);
            let inside = all.iter().skip(first).take_while(|c| start(c) < to);
            let held = inside.filter(|c| is_held(c)).count();
            let days = usize::try_from((to - from).num_days()).unwrap_or(1).max(1);
            if held == 0 || held * DAYS_A_MEETING < days {
                continue;
            }
            let mut sums = Sums::again(&off.day);
            let text = if held == 1 {
                "a meeting you accepted is on it".to_owned()
            } else {
                format!("{held} meetings you accepted are on it")
            };
            let counted = held.min(weight::MEETINGS_MOST) as f64;
            sums.say(DayEffect::Note, weight::MEETING_HELD * counted, text);
            let settled = Arc::new(sums.judgement());
            if let Some(off) = all.get_mut(at) {
                off.day = settled;
            }
        }
    }
}

/// Whole days off that evidence alone decided.
fn is_doubtable(classified: &Classified) -> bool {
    let day = &classified.day;
    day.effect == DayEffect::Off
        && day.decided_by.is_none()
        && classified.occurrence.span.is_all_day()
}

/// Accepted: as the file says, or, where answers are not in it, by what only an accepted invitation is shown as.
fn is_promised(classified: &Classified) -> bool {
    match classified.response {
        Response::Accepted => true,
        Response::Unknown => classified.occurrence.event.busy_status == Some(BusyStatus::Busy),
        _ => false,
    }
}

/// A meeting of its own day: an instance of a series stays in the calendar while one is away.
fn is_held(classified: &Classified) -> bool {
    let event = &classified.occurrence.event;
    let own_day = event.recurrence.is_none() && classified.gathered.is_none();
    own_day
        && matches!(classified.occurrence.span, Span::Timed { .. })
        && classified.shape == Shape::Meeting
        && classified.people_known
        && is_promised(classified)
        && event.status == Status::Confirmed
        && event.transparency == Transparency::Opaque
        && classified.day.effect == DayEffect::Work
}
