use std::sync::Arc;

use rayon::prelude::*;
use weekwise_model::{Event, Outcome};

use super::event::{event, is_event_property, is_single_property};
use super::file::ReadEvent;
use super::header::Header;
use super::notes::{Notes, Teller};
use super::props::Props;
use super::timing::{NoTime, Timing};
use crate::progress::Share;
use crate::schedule::Schedule;
use crate::text::{Block, Decoder, Outline, slice};
use crate::zone::{Zone, Zones};

/// How many bytes of events are read before the bounds of the whole are looked at.
const BATCH: usize = 4 << 20;

/// Fewer bytes of events than this are read by one thread.
const ALONE: usize = 64 << 10;

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
    /// How many things it lists.
    items: usize,
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
            let lists = *items_left > 0;
            // One after the other where threads would cost more than they bring.
            let results: Vec<EventRead> = if bytes < ALONE {
                batch.iter().map(|block| self.event(block, lists)).collect()
            } else {
                let together = (batch.len() / 16).clamp(1, 32);
                let blocks = batch.par_iter().with_min_len(together);
                blocks.map(|block| self.event(block, lists)).collect()
            };
            for mut result in results {
                match result.event {
                    Ok(mut event) => {
                        // Once there is not enough, later ones are read without their lists from the start.
                        let rest = items_left.checked_sub(result.items).filter(|_| lists);
                        *items_left = rest.unwrap_or(0);
                        if rest.is_none() {
                            forget_lists(&mut event, &mut result.notes);
                        }
                        // Looking into each event here would be most of what is left to do for one core.
                        if !result.notes.is_empty() {
                            told.notes(result.notes, Some(&event.event.uid));
                        }
                        events.push(event);
                    }
                    Err(uid) => told.notes(result.notes, uid.as_deref()),
                }
            }
        }
        events
    }

    /// One of them, `lists` saying whether with what it lists.
    fn event(&self, block: &Block, lists: bool) -> EventRead {
        let mut notes = Notes::default();
        if self.share.is_cancelled() {
            // Nobody will look at it.
            return EventRead {
                event: Err(None),
                items: 0,
                notes,
            };
        }
        self.share.advance(block.span.len());
        let lines = slice(
            self.bytes,
            std::slice::from_ref(block),
            self.decoder,
            if lists {
                is_event_property
            } else {
                is_single_property
            },
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
        let items = event
            .as_ref()
            .map_or(0, |read| items(&read.event, &read.schedule));
        EventRead {
            event,
            items,
            notes,
        }
    }
}

/// How many things an event lists.
fn items(event: &Event, schedule: &Schedule) -> usize {
    let dates = schedule.repeat.as_deref();
    let dates = dates.map_or(0, |repeat| repeat.dates.len() + repeat.exceptions.len());
    dates + event.attendees.len() + event.categories.len() + event.related_to.len()
}

/// Lists are too long together: this event is read without its own.
fn forget_lists(event: &mut ReadEvent, notes: &mut Notes) {
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

#[cfg(test)]
mod tests {
    use crate::Progress;
    use crate::read::read;

    #[test]
    fn lists_end_where_their_bound_is() {
        let event = |n: usize| {
            let guests = "ATTENDEE:mailto:a@example.org\nCATEGORIES:x,y\n";
            format!("BEGIN:VEVENT\nUID:{n}\nDTSTART:20240101\n{guests}END:VEVENT\n")
        };
        let text: String = (0..5).map(event).collect();
        let progress = Progress::default();
        let share = crate::progress::Share::new(&progress, 0, text.len());
        let mut left = 8;
        let read = read("a.ics", text.as_bytes(), None, &mut left, share);
        let listed: Vec<usize> = read
            .events
            .iter()
            .map(|read| read.event.attendees.len() + read.event.categories.len())
            .collect();
        assert_eq!((listed, left), (vec![3, 3, 0, 0, 0], 0));
        let told = read
            .diagnostics
            .iter()
            .filter(|d| d.code == "too-many-items");
        assert_eq!(told.count(), 3);
    }
}
