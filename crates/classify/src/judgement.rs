use std::sync::Arc;

use weekwise_model::{
    Category, Classification, Classified, DayEffect, DayJudgement, Event, Occurrence, Response,
    RunnerUp, Shape, Span, WallSpan,
};

use crate::Classifier;
use crate::scene::Scene;

/// Everything sections 2 and 4 of product.md say about the occurrences of one VEVENT that last equally long.
///
/// Most series have hundreds of occurrences and one judgement, so it is made once and shared.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Category, kind, confidence, evidence and runner-up.
    pub classification: Arc<Classification>,
    /// What it does to the day.
    pub day: Arc<DayJudgement>,
    /// Meeting or block.
    pub shape: Shape,
    /// How many people, me included.
    pub people: u32,
    /// False where the calendar hides who.
    pub people_known: bool,
    /// My own answer.
    pub response: Response,
    /// Whether I organize it or placed it alone; false where nobody knows.
    pub mine: bool,
    /// Whether the calendar tells who organizes it.
    pub organizer_known: bool,
}

impl Classifier {
    /// Judges an occurrence; the judgement holds for every occurrence of the same VEVENT and length that
    /// [`Classifier::apart`] does not tell apart.
    pub fn judge(&self, occurrence: &Occurrence) -> Judgement {
        let event = &occurrence.event;
        let span = typical(occurrence);
        let scene = self.scene(event, Some(span));
        let shape = scene.company.shape;
        let response = self.response(event);
        let classification = self.answer(&scene, Some(occurrence));
        let day = self.day(&scene, (occurrence, span), &classification, response);
        let classification = self.as_worked(&scene, classification, &day);
        // A calendar that hides people hides who called them together; what reads as done alone is my own.
        let organizer_known = !scene.hides || event.organizer.is_some() || shape == Shape::Block;
        let unasked = event.organizer.is_none() && event.attendees.is_empty();
        Judgement {
            day: Arc::new(day),
            shape,
            people: scene.people(),
            people_known: scene.company.known,
            response,
            mine: shape == Shape::Block
                || event.organized_by(&self.me)
                || unasked && organizer_known,
            organizer_known,
            classification: Arc::new(classification),
        }
    }
}

impl Classifier {
    /// My own answer. Where a calendar hides people it hides what they answered too: me included.
    pub(crate) fn response(&self, event: &Event) -> Response {
        let hidden = event.organizer.is_none()
            && event.attendees.is_empty()
            && !self.names_people(event.calendar);
        match event.my_response(&self.me) {
            Response::Accepted if hidden => Response::Unknown,
            told => told,
        }
    }

    /// What is worked is not personal: where the day says so and the category was a guess, the next likely one is taken,
    /// and personal is what it may be instead.
    fn as_worked(
        &self,
        scene: &Scene<'_>,
        guess: Classification,
        day: &DayJudgement,
    ) -> Classification {
        let worked = day.effect == DayEffect::Work && !scene.all_day;
        let guessed = guess.category == Category::Personal && guess.decided_by.is_none();
        let next = guess.runner_up.as_ref();
        let next = next.filter(|next| worked && guessed && next.category != Category::Personal);
        let Some(next) = next.cloned() else {
            return guess;
        };
        Classification {
            because: self.findings(scene).evidence(next.category, scene),
            category: next.category,
            kind: next.kind,
            confidence: next.confidence,
            runner_up: Some(RunnerUp {
                category: guess.category,
                kind: guess.kind,
                confidence: next.confidence.min(guess.confidence),
            }),
            decided_by: None,
        }
    }
}

/// When an occurrence is as far as its judgement is concerned: in a series at the series' own time, so that it does not
/// matter which of its occurrences is looked at.
fn typical(occurrence: &Occurrence) -> Span {
    let first = occurrence.event.recurrence.as_deref().map(|r| r.first);
    match (first, occurrence.span) {
        (Some(Span::Timed { start: first, .. }), Span::Timed { start, end })
            if has_own_time(&occurrence.event) =>
        {
            Span::Timed {
                start: first,
                end: first + (end - start),
            }
        }
        (Some(Span::AllDay { start: first, .. }), Span::AllDay { start, end }) => Span::AllDay {
            start: first,
            end: first + (end - start),
        },
        (_, span) => span,
    }
}

/// Whether an event is a series whose first instance is at a time that is known without its reader's zone.
pub(crate) fn has_own_time(event: &Event) -> bool {
    let known = match event.first {
        WallSpan::Timed { zone, .. } => zone.is_some(),
        WallSpan::AllDay { .. } => true,
    };
    known && event.recurrence.is_some()
}

impl Judgement {
    /// An occurrence this judgement holds for, with everything said about it.
    pub fn on(&self, occurrence: Occurrence) -> Classified {
        Classified {
            occurrence,
            shape: self.shape,
            people: self.people,
            people_known: self.people_known,
            response: self.response,
            mine: self.mine,
            organizer_known: self.organizer_known,
            classification: Arc::clone(&self.classification),
            day: Arc::clone(&self.day),
            gathered: None,
        }
    }
}
