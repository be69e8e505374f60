//! Occurrence to category, and the reason.

use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{
    Calendar, Category, Classification, Classified, Event, Evidence, Kind, Me, Occurrence, Shape,
};

/// Says what events are, after having learnt from all of them.
#[derive(Debug, Clone)]
pub struct Classifier {
    me: Me,
    zone: Tz,
}

impl Classifier {
    /// Learns from all events of the calendars who works with whom.
    pub fn learn<'a>(
        events: impl IntoIterator<Item = &'a Arc<Event>>,
        me: &Me,
        calendars: &[Calendar],
        zone: Tz,
    ) -> Self {
        let _ = (events.into_iter().count(), calendars.len());
        Self {
            me: me.clone(),
            zone,
        }
    }

    /// Category, kind, confidence, evidence and runner-up of one event.
    pub fn classify(&self, event: &Event) -> Classification {
        let kind = if event.people().len() == 2 {
            Kind::OneOnOne
        } else {
            Kind::Other
        };
        Classification {
            category: kind.category(),
            kind,
            confidence: 0.3,
            because: vec![Evidence {
                text: "how many people there are".to_owned(),
                category: kind.category(),
                weight: 1.0,
            }],
            runner_up: None,
        }
    }

    /// Everything said about one occurrence, its classification given.
    pub fn classified(
        &self,
        occurrence: Occurrence,
        classification: Arc<Classification>,
    ) -> Classified {
        let event = &occurrence.event;
        let others = event.people().iter().filter(|p| !self.me.is(p)).count();
        Classified {
            shape: if others > 0 {
                Shape::Meeting
            } else {
                Shape::Block
            },
            people: u32::try_from(others + 1).unwrap_or(u32::MAX),
            people_known: true,
            response: event.my_response(&self.me),
            mine: others == 0 || event.organized_by(&self.me),
            classification,
            occurrence,
        }
    }

    /// What would change the answer, in words.
    pub fn would_change(&self, event: &Event, classification: &Classification) -> Vec<String> {
        let _ = (self.zone, event);
        if classification.category == Category::DeepWork {
            Vec::new()
        } else {
            vec!["A tag such as #deep in the title".to_owned()]
        }
    }
}

/// Guesses who “me” is: addresses, likeliest first.
pub fn guess_me<'a>(
    events: impl IntoIterator<Item = &'a Arc<Event>>,
    calendars: &[Calendar],
) -> Vec<String> {
    let _ = calendars;
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for event in events {
        for person in event.people() {
            *counts.entry(person.address.clone()).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counts.into_iter().take(8).map(|(a, _)| a).collect()
}
