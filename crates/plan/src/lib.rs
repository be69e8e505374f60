//! The deep-work blocks worth defending, and what must change for them (section 7 of docs/product.md).
//!
//! **The problem.** A week has a few good mornings, and meetings lie across them. Which blocks to keep free, and which
//! meetings to ask about, is a choice among millions; a good-looking guess is not good enough when somebody has to ask
//! six people to move.
//!
//! **The idea.** Two steps, each exact. A meeting moves within its day, or to a gap of another day that is of
//! no use to anybody, so days touch each other through a few sums alone: minutes, blocks, mornings, hours left for others. So first each day writes its *menu*: every
//! set of blocks worth having, each with the least costly changes that make room for it, dominated ones left out. Then
//! one small integer programme a week picks a *dish* from each menu, so that the sums keep the wishes and the worth is
//! greatest. The same weekdays every week are found by trying every pattern of weekdays.
//!
//! ```text
//! occurrences ─ negotiability ─→ entries ─ day by day ─→ menus ─ week by week ─→ dishes ─→ blocks, changes, words
//! ```
//!
//! **The words.** A *cell* is a quarter of an hour of a local day, counted in elapsed time, so that a day on which the
//! clocks change has 92 or 100. A *dish* is one way to plan a day. The *target* of a week is the low end of deep work's
//! band, in minutes of its working time; own focus blocks already in the calendar count towards it.
//!
//! **What always holds.** No block lies over a meeting that stays, outside working time, over lunch or before now, or
//! is shorter than the shortest wanted; no meeting is moved onto another one of mine, outside working time or before
//! now. Equal questions have equal answers: the search is bounded by steps, not by time.
//!
//! There is no clock here and no zone of a machine: both are arguments.

mod alternative;
mod answer;
mod arithmetic;
mod asked;
mod blocks;
mod cells;
mod changes;
mod deep;
mod drafts;
mod export;
mod further;
mod grid;
mod input;
mod landing;
mod master;
mod menu;
mod morning;
mod recognise;
mod repair;
mod same_weekdays;
mod solve;
mod standing;
mod stop;
mod strategy;
mod uid;
mod wishes;
mod words;
mod zone;

pub use answer::{Alternatives, Draft, Outcome, plan};
pub use blocks::title_of as block_title;
pub use export::{Former, export, former};
pub use input::{Entry, Hold, PlanInput, Unprepared, WorkDay};
pub use recognise::{Fate, Recognised, kept_weeks, recognise};
pub use uid::{is_planned, purpose_of, uid_of};
