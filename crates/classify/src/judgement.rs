use std::sync::Arc;

use weekwise_model::{Classification, Classified, Occurrence, Response, Shape};

use crate::Classifier;

/// Everything sections 2 and 4 of product.md say about the occurrences of one VEVENT that last equally long.
///
/// Most series have hundreds of occurrences and one judgement, so it is made once and shared.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Category, kind, confidence, evidence and runner-up.
    pub classification: Arc<Classification>,
    /// Meeting or block.
    pub shape: Shape,
    /// How many people, me included.
    pub people: u32,
    /// False where the export hides who.
    pub people_known: bool,
    /// My own answer.
    pub response: Response,
    /// Whether I organize it or placed it alone.
    pub mine: bool,
}

impl Classifier {
    /// Judges an occurrence; the judgement holds for every occurrence of the same VEVENT and length that
    /// [`Classifier::apart`] does not tell apart.
    pub fn judge(&self, occurrence: &Occurrence) -> Judgement {
        let event = &occurrence.event;
        let scene = self.scene(event, Some(occurrence.span));
        let shape = scene.company.shape;
        Judgement {
            shape,
            people: scene.company.people,
            people_known: scene.company.known,
            response: event.my_response(&self.me),
            mine: shape == Shape::Block
                || event.organized_by(&self.me)
                || event.organizer.is_none() && event.attendees.is_empty(),
            classification: Arc::new(self.answer(&scene, Some(occurrence))),
        }
    }
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
            classification: Arc::clone(&self.classification),
            gathered: None,
        }
    }
}
