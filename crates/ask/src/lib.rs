//! What there is to ask about events, in the order that sets most time right per answer.
//!
//! **The problem.** Every hour of an answer rests on guesses: what “CAB” is, whether “Kim” is a 1:1, whether a note takes my
//! Friday. Asked event by event, a year of a stranger's calendar is two hundred questions.
//!
//! **The idea.** Events that share something (a word, the people, being named by one first name) are mostly of one sort, so
//! one answer can settle all of them. Every such group is a possible question, beside one for every sort of event by itself.
//! Each is worth the minutes it is expected to set right for every answer it takes: minutes times how unsure they are, over one
//! answer and those that exceptions from it are expected to take. The most worthy is asked first; what it settles is taken from
//! all others before the next one is chosen.
//!
//! **The words.** A *unit* is what one correction of everything alike is about: a series, or singles of one title. A *group* is
//! some units that share something. A unit is *settled* where a correction, a rule or a tag decided.
//!
//! **Where things are.** `unit` puts occurrences together, `group` the units, `worth` says what asking is worth, `order`
//! chooses, `words` makes sentences. `team` asks which group of people is mine, `same` what
//! may be one. Nothing here counts: minutes are handed in by who counts, and the exact effect of an answer is found
//! there by trying. There is no clock, and the same calendars give the same questions.

mod group;
mod order;
mod same;
mod team;
mod unit;
mod words;
mod worth;

pub use group::{Asked, Choice, DIFFER, named};
pub use order::{Open, open};
pub use same::{SameAsked, pair_named, successors, twins};
pub use team::{TeamAsked, TeamOption, events_at, in_common, team};
pub use unit::{Scene, Unit, rests};
pub use words::{effect_text, events, reasons};
pub use worth::{MOST_EXCEPTIONS, Worth};
