use std::sync::Arc;

use rayon::prelude::*;
use weekwise_model::Outcome;

use super::event::{event, is_event_property};
use super::file::ReadEvent;
use super::header::Header;
use super::notes::{Notes, Teller};
use super::props::Props;
use super::timing::{NoTime, Timing};
use crate::progress::Share;
use crate::text::{Block, Decoder, Outline, slice};
use crate::zone::{Zone, Zones};

/// How many bytes of events are read before the bounds of the whole are looked at.
const BATCH: usize = 4 << 20;

/// Reads the VEVENTs of a file.
pub(super) struct Reader<'a> {
    pub bytes: &'a [u8],
    pub outline: &'a Outline,
    pub decoder: &'a Decoder<'a>,
    pub zones: &'a Zones,
    pub headers: &'a [Header],
    pub share: Share<'a>,
}

struct EventRead {
    /// The event, or the UID of one that could not be read.
    event: Result<ReadEvent, Option<String>>,
    notes: Notes,
}

impl Reader<'_> {
    /// All of them, told what was wrong with them.
    pub(super) fn events(&self, told: &mut Teller<'_>, items_left: &mut usize) -> Vec<ReadEvent> {
        let mut events = Vec::with_capacity(self.outline.events.len());
        let mut left = self.outline.events.as_slice();
        while !left.is_empty() && !self.share.is_cancelled() {
            let mut bytes = 0;
            let fits = left.iter().position(|block| {
                bytes += block.span.len();
                bytes > BATCH
            });
            let (batch, later) = left.split_at(fits.unwrap_or(left.len()).max(1));
            left = later;
            // One after the other where threads would cost more than they bring.
            let results: Vec<EventRead> = if batch.len() < 64 {
                batch.iter().map(|block| self.event(block)).collect()
            } else {
                let blocks = batch.par_iter().with_min_len(32);
                blocks.map(|block| self.event(block)).collect()
            };
            for mut result in results {
                match result.event {
                    Ok(mut event) => {
                        limit_items(&mut event, &mut result.notes, items_left);
                        told.notes(result.notes, Some(&event.event.uid));
                        events.push(event);
                    }
                    Err(uid) => told.notes(result.notes, uid.as_deref()),
                }
            }
        }
        events
    }

    fn event(&self, block: &Block) -> EventRead {
        let mut notes = Notes::default();
        if self.share.is_cancelled() {
            // Nobody will look at it.
            return EventRead {
                event: Err(None),
                notes,
            };
        }
        self.share.advance(block.span.len());
        let lines = slice(
            self.bytes,
            std::slice::from_ref(block),
            self.outline.indented,
            self.decoder,
            is_event_property,
        );
        for repair in &lines.repairs {
            notes.add(
                repair.line,
                repair.code,
                repair.problem,
                repair.remedy,
                Outcome::Repaired,
            );
        }
        let (props, refused) = Props::of(&lines);
        for line in refused {
            notes.add(
                line,
                "bad-line",
                "a line cannot be taken apart",
                "the line was passed over",
                Outcome::Repaired,
            );
        }
        let header = self.headers.get(block.calendar);
        let timing = Timing {
            zones: self.zones,
            calendar: block.calendar,
            floating: header
                .and_then(|h| h.zone.clone())
                .unwrap_or(Zone::Floating),
        };
        let event = match timing.schedule(&props, &mut notes) {
            Ok(schedule) => Ok(ReadEvent {
                event: Arc::new(event(&props, &schedule, &lines, block.line, &mut notes)),
                schedule,
                header: block.calendar,
                file: 0,
            }),
            Err(why) => {
                let problem = match why {
                    NoTime::Missing => "the event has no DTSTART",
                    NoTime::Unreadable => "the event's DTSTART is not a date",
                    NoTime::UnknownInstance => "the event's RECURRENCE-ID is not a date",
                };
                notes.add(
                    block.line,
                    "no-start",
                    problem,
                    "the event was left out",
                    Outcome::LeftOut,
                );
                Err(props.text("UID").map(str::to_owned))
            }
        };
        EventRead { event, notes }
    }
}

/// Takes what an event lists from what is left for all.
fn limit_items(event: &mut ReadEvent, notes: &mut Notes, left: &mut usize) {
    let dates = event.schedule.repeat.as_deref();
    let dates = dates.map_or(0, |repeat| repeat.dates.len() + repeat.exceptions.len());
    let listed = &event.event;
    let items = dates + listed.attendees.len() + listed.categories.len() + listed.related_to.len();
    if let Some(rest) = left.checked_sub(items) {
        *left = rest;
        return;
    }
    if let Some(repeat) = event.schedule.repeat.as_deref_mut() {
        repeat.dates = Vec::new();
        repeat.exceptions = Vec::new();
    }
    // Nobody else has it yet, so nothing is copied.
    let listed = Arc::make_mut(&mut event.event);
    listed.attendees = Vec::new();
    listed.categories = Vec::new();
    listed.related_to = Vec::new();
    notes.add(
        listed.line,
        "too-many-items",
        "the events list too many people, dates and categories together",
        "this one was read without its lists",
        Outcome::Repaired,
    );
}
