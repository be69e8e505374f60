//! The use cases of Weekwise.
//!
//! The command line and the window ask the same questions: what is in this calendar, what was this week spent on,
//! why is this event a review? Each question is one method of [`Opened`], which holds calendars read together and
//! what was learnt from them. Every stage of the data flow is called here, in order, and nowhere else:
//!
//! ```text
//! ical::import → ical::expand → classify → analyze → the answer (a type of weekwise-model)
//! ```
//!
//! What is remembered from one start to the next is a [`StoredLibrary`]: reading it gives an [`Opened`] as well. What lies
//! open in a window, and all that can be done there, is a [`Desk`].
//!
//! This is also the only room with a clock and the machine's time zone ([`Clock`]): everything below is given
//! `now` and a zone.
//!
//! ```
//! use weekwise_engine::{Clock, Opened, PeriodChoice, SettingsChange, Source};
//!
//! let clock = Clock::fixed("2026-11-12T10:00:00Z".parse().unwrap());
//! let opened = Opened::read(Source::Demo, &SettingsChange::default(), &clock).unwrap();
//! let report = opened.report(&PeriodChoice::Default, &clock).unwrap();
//! assert!(report.demo);
//! assert_eq!(report.week_mix.categories.len(), 6);
//! ```

mod absences;
mod asks;
mod block_trial;
mod check;
mod clock;
mod corrections;
mod day_corrections;
mod default_week;
mod desk;
mod error;
mod events;
mod evidence;
mod explain;
mod figures;
mod found;
mod introduction;
mod lately;
mod lenses;
mod library;
mod meetings;
mod opened;
mod ordinary;
mod people;
mod period;
mod plan;
mod planned;
mod questions;
mod quotations;
mod redact;
mod remembered;
mod report;
mod review;
mod rules;
mod said;
mod selection;
mod settings;
mod source;
mod stored;
mod told;
mod trends;
mod veil;
mod week;

pub use clock::Clock;
pub use desk::{Desk, Shown, Told};
pub use error::EngineError;
pub use events::EventRows;
pub use opened::Opened;
pub use period::{Moment, PeriodChoice};
pub use questions::{Answers, MODEL_QUESTIONS, ModelAnswers, ask_model, model_name, read_answers};
pub use review::{Reviews, write_note};
pub use said::{Said, SaidLine};
pub use settings::SettingsChange;
pub use source::Source;
pub use stored::{
    Answered, Asking, Destination, StoredLibrary, Subscriptions, data_folder, subscribed_host,
};
pub use veil::Veil;
pub use weekwise_ical::{LARGEST_FILE, Progress};
pub use weekwise_plan::Former;
pub use weekwise_store::{Outgoing, Stamp, write_whole};
pub use weekwise_subscribe::{
    Fetcher, InMemory, Loopback, LoopbackAddress, NotHere, Patience, Secrets, SystemKeyring,
};
