//! Asks made of what nobody advised: a change that a plan needs, and one that was tried out in Meetings.

use chrono::{DateTime, FixedOffset, Utc};
use weekwise_advise::message_about;
use weekwise_model::{
    AdviceAction, Ask, AskOnce, AskRequest, AskSpan, ChangeAction, PlanChange, SeriesChange,
    SeriesRow, words,
};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// The ask a change of a plan makes; `None` where the plan does not need it.
    pub(super) fn of_plan(
        &self,
        request: &AskRequest,
        clock: &Clock,
    ) -> Result<Option<Ask>, EngineError> {
        let wishes = request.wishes.clone().unwrap_or_default();
        let plan = self.plan(&wishes, false, clock)?;
        let mut changes = plan.changes.into_iter();
        let change = changes.find(|change| change.id == request.id);
        Ok(change.map(|change| self.of_change(change)))
    }

    fn of_change(&self, change: PlanChange) -> Ask {
        let span = |start: &str, end: &str| {
            Some(AskSpan {
                start: utc(start)?,
                end: utc(end)?,
            })
        };
        let to = (change.to.as_deref()).zip(change.to_end.as_deref());
        let category = utc(&change.from).and_then(|at| self.category_of(&change.uid, at));
        Ask {
            action: Some(match change.action {
                ChangeAction::Move => AdviceAction::Move,
                ChangeAction::Shorten => AdviceAction::Shorten,
                ChangeAction::Async => AdviceAction::Document,
                ChangeAction::Decline => AdviceAction::Decline,
            }),
            text: self.words_of(&change),
            once: Some(AskOnce {
                instance: change.recurrence_id,
                from: span(&change.from, &change.from_end),
                to: to.and_then(|(start, end)| span(start, end)),
            }),
            category,
            drafts: Some(change.drafts).filter(|drafts| !drafts.plain.is_empty()),
            uid: Some(change.uid),
            ..Ask::put_aside(change.id)
        }
    }

    /// What to do, as advice says it: `Move Tuesday’s “Platform sync” to Thursday, 14:00–14:30`.
    fn words_of(&self, change: &PlanChange) -> String {
        let title = words::title(&change.title);
        let at = |text: &str| -> Option<DateTime<FixedOffset>> {
            DateTime::parse_from_rfc3339(text).ok()
        };
        let clock = |text: &str| {
            let time = at(text).map(|at| at.time());
            time.map_or_else(String::new, |time| self.settings.display.clock(time))
        };
        let day = |text: &str| at(text).map_or("", |at| words::weekday(at.date_naive()));
        let date = |text: &str| at(text).map(|at| at.date_naive());
        let from = day(&change.from);
        let (to, end) = (change.to.as_deref(), change.to_end.as_deref());
        match (change.action, to, end) {
            (ChangeAction::Move, Some(to), Some(end)) => {
                let there = if date(to) == date(&change.from) {
                    String::new()
                } else {
                    format!("{}, ", day(to))
                };
                format!(
                    "Move {from}’s {title} to {there}{}–{}",
                    clock(to),
                    clock(end)
                )
            }
            (ChangeAction::Shorten, _, Some(end)) => {
                format!("End {from}’s {title} at {}", clock(end))
            }
            (ChangeAction::Async, ..) => format!("Take part in {from}’s {title} in writing"),
            _ => format!("Stay away from {from}’s {title}"),
        }
    }

    /// The ask a change that was tried out in Meetings makes; `None` where its series has no such change.
    pub(super) fn of_what_if(
        &self,
        request: &AskRequest,
        clock: &Clock,
    ) -> Result<Option<Ask>, EngineError> {
        let selection = request.selection.clone().unwrap_or_default();
        let view = self.meetings(&selection, clock)?;
        let found = view.series.iter().find_map(|row| {
            let mut changes = row.changes.iter();
            Some((row, changes.find(|change| change.id == request.id)?))
        });
        Ok(found.map(|(row, change)| of_series(row, change)))
    }
}

fn of_series(row: &SeriesRow, change: &SeriesChange) -> Ask {
    let action = action_of(&change.id);
    Ask {
        action: Some(action),
        uid: Some(change.uid.clone()),
        text: change.text.trim_end_matches('.').to_owned(),
        category: Some(row.category),
        drafts: Some(message_about(action, &row.summary, row.mine)),
        ..Ask::put_aside(change.id.clone())
    }
}

/// What is done, by the name its id begins with.
fn action_of(id: &str) -> AdviceAction {
    match id.split_once(':').map_or(id, |(name, _)| name) {
        "halve" => AdviceAction::Halve,
        "shorten" => AdviceAction::Shorten,
        "document" => AdviceAction::Document,
        "merge" => AdviceAction::Merge,
        "delegate" => AdviceAction::Delegate,
        "shift" => AdviceAction::Move,
        _ => AdviceAction::Leave,
    }
}

fn utc(text: &str) -> Option<DateTime<Utc>> {
    let at = DateTime::parse_from_rfc3339(text).ok()?;
    Some(at.with_timezone(&Utc))
}
