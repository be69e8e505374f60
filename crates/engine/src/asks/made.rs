//! Making an ask, and moving it: of what is advised, of what a plan needs, of what was tried out in Meetings. One change has one
//! id wherever it is told, so it is asked for once.

use chrono::{DateTime, NaiveDateTime, Utc};
use weekwise_model::{
    Advice, AdviceAction, Ask, AskOnce, AskRequest, AskSpan, AskState, AskStep, Ghost, instant_at,
};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// The asks after a step of the user's, and what an undo would call it.
    ///
    /// # Errors
    /// [`EngineError::NoSuchAdvice`] where neither an ask nor any answer the request names has this id.
    pub(crate) fn ask_after(
        &self,
        request: &AskRequest,
        clock: &Clock,
    ) -> Result<(Vec<Ask>, String), EngineError> {
        let mut asks = self.settings.marks.asks.clone();
        let place = if let Some(place) = place_of(&asks, &request.id) {
            place
        } else {
            asks.push(self.new_ask(request, clock)?);
            asks.len() - 1
        };
        let ask = asks.get_mut(place).ok_or(EngineError::NoSuchAdvice)?;
        let is_step = ask.steps.is_empty() || ask.state != request.state;
        ask.state = request.state;
        ask.until = request.until.filter(|_| request.state == AskState::OnTrial);
        if let Some(note) = &request.note {
            ask.note.clone_from(note);
        }
        if is_step {
            ask.steps.push(AskStep {
                at: clock.now(),
                state: request.state,
                saw: None,
                back: false,
            });
        }
        let label = format!("“{}” is {}", ask.text, request.state.label());
        Ok((asks, label))
    }

    fn new_ask(&self, request: &AskRequest, clock: &Clock) -> Result<Ask, EngineError> {
        let view = self.week(request.week, clock)?;
        let mut advised = view.report.advice.advice.into_iter();
        let ask = match advised.find(|advice| advice.id == request.id) {
            Some(advice) => Some(self.of_advice(advice)),
            None if is_of_plan(&request.id) => self.of_plan(request, clock)?,
            None => self.of_what_if(request, clock)?,
        };
        let ask = ask.ok_or(EngineError::NoSuchAdvice)?;
        let uid = ask.uid.as_deref();
        // What is done once shows nothing in the weeks ahead.
        let of_series = uid.filter(|_| ask.once.is_none());
        let series = of_series.map(|uid| self.shape_ahead(uid, clock));
        Ok(Ask {
            series: series.filter(|shape| shape.times > 0),
            calendar: uid.and_then(|uid| self.calendar_of(uid)),
            ..ask
        })
    }

    fn of_advice(&self, advice: Advice) -> Ask {
        let once = self.once(&advice);
        Ask {
            action: Some(advice.action),
            uid: advice.uid,
            text: advice.text,
            once,
            category: Some(advice.category),
            drafts: advice.drafts,
            ..Ask::put_aside(advice.id)
        }
    }

    /// Where an advice is about one time alone: that time, and where it would be.
    fn once(&self, advice: &Advice) -> Option<AskOnce> {
        let series = match advice.action {
            AdviceAction::Shorten
            | AdviceAction::Halve
            | AdviceAction::Document
            | AdviceAction::Merge
            | AdviceAction::Leave
            | AdviceAction::Delegate => true,
            AdviceAction::Block
            | AdviceAction::Repurpose
            | AdviceAction::OfferSlot
            | AdviceAction::Move
            | AdviceAction::Decline
            | AdviceAction::Drop => false,
        };
        let is_new = |ghost: &&Ghost| ghost.start.is_none();
        let ghosts = &advice.effect.ghosts;
        // A part of a block that is given away is what matters of it.
        let ghost = ghosts.iter().find(is_new).or(ghosts.first());
        let ghost = ghost.filter(|_| !series)?;
        let instance = match advice.action {
            AdviceAction::Move | AdviceAction::Decline => advice.id.splitn(3, ':').nth(2),
            _ => None,
        };
        let span = |start: Option<&String>, end: Option<&String>| {
            Some(AskSpan {
                start: self.instant_of(start?)?,
                end: self.instant_of(end?)?,
            })
        };
        Some(AskOnce {
            instance: instance
                .filter(|instance| !instance.is_empty())
                .map(str::to_owned),
            from: span(ghost.start.as_ref(), ghost.end.as_ref()),
            to: span(ghost.to_start.as_ref(), ghost.to_end.as_ref()),
        })
    }

    /// A time on the wall clock at home.
    fn instant_of(&self, wall: &str) -> Option<DateTime<Utc>> {
        let wall: NaiveDateTime = wall.parse().ok()?;
        Some(instant_at(wall.date(), wall.time(), self.settings.zone))
    }

    /// What the calendar of a series is called; `None` where none holds it.
    fn calendar_of(&self, uid: &str) -> Option<String> {
        let event = self.events_named(uid).next()?;
        Some(self.calendar_name(event).to_owned())
    }
}

/// The ask that is meant: the one with this id, or the same change with a use of its time.
fn place_of(asks: &[Ask], id: &str) -> Option<usize> {
    let exact = asks.iter().position(|ask| ask.id == id);
    exact.or_else(|| asks.iter().position(|ask| ask.is_of(id)))
}

/// Whether an id names a change that is made once.
fn is_of_plan(id: &str) -> bool {
    ["move:", "decline:", "shorten-once:", "write-once:"]
        .iter()
        .any(|name| id.starts_with(name))
}
