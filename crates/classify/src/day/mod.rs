//! The second judgement: what an event does to the day (product.md section 5).
//!
//! A category says what an hour is for; it does not say whether the hour is worked. “OOO (Mara)” is somebody else's
//! affair, “Herbstferien” are the children's, “Urlaub” is mine, “Strategy offsite” takes the whole day. Evidence is
//! collected as for the category: how the time is shown (and that whole days are free by themselves in Google's
//! calendar), words in many languages, whose name stands in the title, who sent it, what the calendar is, the country
//! of the clock. It is added up in logits; time off must be rather sure, because a day lost silently spoils every number.

mod called_off;
mod case;
mod corrections;
mod countries;
mod judge;
mod naming;
mod nature;
mod part;
mod phrase_tree;
mod settle;
mod sums;
mod timed;
mod weights;
mod words;
mod would_change;

pub(crate) use corrections::DayCorrections;
pub(crate) use nature::Surroundings;
pub(crate) use words::{Role, is_only_lunch, roles};
