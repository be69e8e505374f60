//! What the calendars hold of what asks are about.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use weekwise_model::{
    Ask, AskOnce, AskSpan, Category, Classified, Counting, Event, NotCounted, Shape, series_uid,
    words,
};

use super::follow::at_in_week;
use crate::{Clock, Opened};

/// How far from where it was an event that moved is looked for.
const NEAR: TimeDelta = TimeDelta::weeks(5);

impl Opened {
    /// The events of a series, by its UID or by what names its parts.
    pub(super) fn events_named<'a>(&'a self, uid: &'a str) -> impl Iterator<Item = &'a Arc<Event>> {
        let events = self.imported.events();
        events.filter(move |event| event.uid == uid || series_uid(&event.uid) == series_uid(uid))
    }

    /// Whether the calendars can tell what became of an ask: they hold its series, or are those it was in. Of a calendar that is
    /// not here any more nobody knows whether it holds it.
    pub(crate) fn can_tell_of(&self, ask: &Ask) -> bool {
        let Some(uid) = ask.uid.as_deref() else {
            return true;
        };
        let mut calendars = self.imported.calendars().iter();
        let name = ask.calendar.as_deref();
        self.events_named(uid).next().is_some()
            || calendars.any(|calendar| Some(calendar.name.as_str()) == name)
    }

    /// The category an ask is about: as it was kept, else as its series counts around now.
    pub(super) fn category_about(&self, ask: &Ask, clock: &Clock) -> Option<Category> {
        ask.category.or_else(|| {
            let uid = ask.uid.as_deref()?;
            let (classified, _) = self.classified(clock.now() - NEAR, clock.now() + NEAR);
            let mut all = classified.iter();
            let found = all.find(|classified| classified.series_uid() == uid)?;
            Some(found.category())
        })
    }

    /// What an event counts as that begins then.
    pub(super) fn category_of(&self, uid: &str, at: DateTime<Utc>) -> Option<Category> {
        let (classified, _) = self.classified(at, at + TimeDelta::minutes(1));
        let mut all = classified.iter();
        let found = all.find(|classified| classified.occurrence.event.uid == uid)?;
        Some(found.category())
    }

    /// What is different about something that was to change once; `None` where it is as it was, or where nothing tells.
    pub(super) fn changed_once(&self, ask: &Ask, once: &AskOnce, clock: &Clock) -> Option<String> {
        match (once.from, once.to) {
            (Some(from), _) => self.moved_once(ask, from, clock),
            (None, Some(to)) => self.stands_in(ask, to),
            (None, None) => None,
        }
    }

    fn moved_once(&self, ask: &Ask, from: AskSpan, clock: &Clock) -> Option<String> {
        let (classified, _) = self.classified(from.start - NEAR, from.end + NEAR);
        let uid = ask.uid.as_deref()?;
        let zone = self.settings.zone;
        let of_it = |c: &&Classified| {
            let (start, _) = c.occurrence.span.instants(zone);
            (c.series_uid() == uid || c.occurrence.event.uid == uid)
                && ask.is_about(c.occurrence.recurrence_id, start)
        };
        let Some(found) = classified.iter().find(of_it) else {
            // An export of what is to come holds nothing of what is over.
            let is_gone = clock.now() < from.start;
            return is_gone.then(|| "it is gone from the calendar".to_owned());
        };
        match weekwise_analyze::counting(found, &self.settings) {
            Counting::NotCounted(NotCounted::Declined) => {
                return Some("you are not in it".to_owned());
            }
            Counting::NotCounted(NotCounted::Cancelled | NotCounted::NotHeld) => {
                return Some("it is called off".to_owned());
            }
            Counting::NotCounted(_) | Counting::Counted { .. } => {}
        }
        let (start, end) = found.occurrence.span.instants(zone);
        if start != from.start {
            let (is, was) = (at_in_week(start, zone), at_in_week(from.start, zone));
            return Some(format!("{is} instead of {was}"));
        }
        let (is, was) = (end - start, from.end - from.start);
        (is < was).then(|| {
            let (is, was) = (
                words::length(is.num_minutes()),
                words::length(was.num_minutes()),
            );
            format!("{is} instead of {was}")
        })
    }

    /// Whether a block of its category lies on most of where it was to be.
    fn stands_in(&self, ask: &Ask, to: AskSpan) -> Option<String> {
        // Of a week that was over it was a habit, which no single block is.
        if ask.steps.first().is_some_and(|step| to.start < step.at) {
            return None;
        }
        let (classified, _) = self.classified(to.start, to.end);
        let zone = self.settings.zone;
        let minutes = |c: &&Classified| {
            let (start, end) = c.occurrence.span.instants(zone);
            (end.min(to.end) - start.max(to.start)).num_minutes()
        };
        let own = classified.iter().filter(|c| {
            c.shape == Shape::Block && ask.category.is_none_or(|category| c.category() == category)
        });
        let most = own.map(|c| minutes(&c)).max().unwrap_or(0);
        let stands = most * 2 >= (to.end - to.start).num_minutes();
        stands.then(|| "it stands in the calendar".to_owned())
    }
}
