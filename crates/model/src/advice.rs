use serde::{Deserialize, Serialize};

use crate::{BandStatus, Category, Drafts, Texts};

/// What there is to change in a period: one list in one order, quoted by everything that advises (product.md section 6,
/// *Advice*).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AdviceList {
    /// The changes worth making, the best first.
    pub advice: Vec<Advice>,
    /// Why there is none, or why it is modest, and what it is silent about; `None` where there is nothing to explain.
    #[text(quotation)]
    pub note: Option<String>,
}

/// One change worth considering, with what it does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Advice {
    /// Names the change, the same wherever it is quoted: `halve:UID`, `block:strategy:2026-11-11T14:00`.
    #[text(uid)]
    pub id: String,
    /// What is done.
    pub action: AdviceAction,
    /// The series or event it is about; `None` for a new block.
    #[text(uid)]
    pub uid: Option<String>,
    /// What to do, in the imperative: `Make “Platform sync” fortnightly`.
    #[text(quotation)]
    pub text: String,
    /// What it takes away, in sentences with numbers.
    #[text(own)]
    pub gain: String,
    /// The category the change is about.
    pub category: Category,
    /// Who decides.
    pub decides: Decides,
    /// Who decides and what speaks for it, in a few words: `you organize it · 11 people`.
    #[text(own)]
    pub because: String,
    /// How many people it touches, me included; 1 where it touches nobody else.
    pub people: u32,
    /// How much persuading it takes, from 0 (nobody is asked) to 5 (close to no).
    pub trouble: f64,
    /// A message to copy; `None` where nobody has to be told. Never sent.
    pub drafts: Option<Drafts>,
    /// What it does, found by counting the period with the change in it.
    pub effect: AdviceEffect,
    /// UIDs of the events it is about.
    #[text(uid)]
    pub evidence: Vec<String>,
    /// Ids of the signals whose own figure it lessens.
    #[text(key)]
    pub helps: Vec<String>,
}

/// What is done.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AdviceAction {
    /// A new block of one category.
    Block,
    /// An own block gets another purpose.
    Repurpose,
    /// An open hour for 1:1s or mentoring.
    OfferSlot,
    /// An own block or a meeting at another time.
    Move,
    /// A series ends earlier each time.
    Shorten,
    /// A series is held half as often.
    Halve,
    /// A meeting I organize becomes a document.
    Document,
    /// Two meetings about the same become one.
    Merge,
    /// A series goes on without me.
    Leave,
    /// One instance goes on without me.
    Decline,
    /// Somebody goes in my place.
    Delegate,
    /// An own block goes.
    Drop,
}

/// Who decides about a change.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Decides {
    /// I alone, and nobody else is touched.
    Me,
    /// I, as the organizer of others' time.
    AsOrganizer,
    /// Somebody else.
    Others,
}

/// What a change does to its period; exact, because the period is counted again with the change in it.
///
/// A series that is in one week out of two or more changes its week only then: the figures are those of a week it changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AdviceEffect {
    /// The least hours that must change category so that every band holds, without the change.
    pub hours_to_move_before: f64,
    /// The same with it.
    pub hours_to_move_after: f64,
    /// What it takes away, as everybody quotes it: `−2.1 of 12.4 h`.
    #[text(own)]
    pub figure: String,
    /// Focus time regained, in hours of the period; negative where some is lost.
    pub focus_hours: f64,
    /// The longest stretch of the focus length that comes back, in minutes.
    pub stretch_minutes: i64,
    /// Meetings inside working time ÷ capacity, without it.
    pub load_before: f64,
    /// The same with it.
    pub load_after: f64,
    /// Protected mornings without it.
    pub mornings_before: u32,
    /// The same with it.
    pub mornings_after: u32,
    /// Other people's hours it gives back, of the period.
    pub others_hours: f64,
    /// Minutes of meetings outside working time, without the change and with it. Signals quote these three; nobody tells them.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub after_hours: [i64; 2],
    /// Minutes claimed twice, without it and with it.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub conflict: [i64; 2],
    /// Free minutes in gaps too short to focus in, without it and with it.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub fragments: [i64; 2],
    /// Days that signals say less of with it, by date; over a long period the names of such signals.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    #[text(key)]
    pub lighter: Vec<String>,
    /// Every category, before and after.
    pub bands: Vec<BandEffect>,
    /// What moves, goes or comes, as the week grid draws it.
    pub ghosts: Vec<Ghost>,
}

/// What a change does to one category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BandEffect {
    /// The category.
    pub category: Category,
    /// Its share of the week mix without the change, 0–1.
    pub share_before: f64,
    /// The same with it.
    pub share_after: f64,
    /// Where it stands without it.
    pub status_before: BandStatus,
    /// Where it stands with it.
    pub status_after: BandStatus,
    /// Hours outside the band without it: negative below, positive above, 0 within.
    pub gap_hours_before: f64,
    /// The same with it.
    pub gap_hours_after: f64,
}

/// Something in the week grid that a change moves, removes or adds. Wall-clock times (`YYYY-MM-DDTHH:MM:SS`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ghost {
    /// Of an event: its UID; `None` for what is new.
    #[text(uid)]
    pub uid: Option<String>,
    /// Its title, or what a new block is for.
    #[text(title)]
    pub title: String,
    /// Its category with the change.
    pub category: Category,
    /// When it is without the change; `None` for what is new.
    #[text(own)]
    pub start: Option<String>,
    /// When it ends without it.
    #[text(own)]
    pub end: Option<String>,
    /// When it is with the change; `None` for what goes.
    #[text(own)]
    pub to_start: Option<String>,
    /// When it ends with it.
    #[text(own)]
    pub to_end: Option<String>,
}
