//! The sums everything else is made of, added up by polars.

use weekwise_model::Category;

use super::claim::Claim;
use super::day::{Day, as_is};
use super::frame::{Fold, FrameError, Table};
use super::ledger::Ledger;
use super::numbers::place;
use super::sweep::sweep;

/// Categories of work.
pub(crate) const WORK: usize = Category::WORK.len();

/// Minutes of a period by claim, category and day; each minute counted once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Totals {
    /// What each claim got after conflicts; in the order of [`Ledger::claims`].
    pub(crate) of_claim: Vec<i64>,
    /// What each category got; in the order of [`Category::WORK`].
    pub(crate) of_category: Vec<i64>,
    /// The part of it whose category is a guess.
    pub(crate) uncertain: Vec<i64>,
    /// What each category would get if every guess were its runner-up.
    pub(crate) runner_up: Vec<i64>,
    /// In the order of [`Ledger::days`].
    pub(crate) days: Vec<DayTotals>,
    /// Counted work time.
    pub(crate) counted: i64,
    /// The part of it that I organize or placed alone.
    pub(crate) mine: i64,
    /// The part of it of which it is known who organizes it.
    pub(crate) organizer_known: i64,
    /// The part of it of which nothing is known: neither what it is nor who was there.
    pub(crate) unknown: i64,
    /// The part of it that is tentative or unanswered.
    pub(crate) tentative: i64,
    /// Who got which minutes of which day, for other groupings: one row per claim and piece of a day that it gets minutes
    /// of. Columns `day` (place in [`Ledger::days`]), `category` and `runner_up` (places in [`Category::WORK`]), `claim` (place in
    /// [`Ledger::claims`]), `series` (place in [`Ledger::series`]), `uncertain`, `mine`, `organizer_known`, `unknown`, `tentative`, `minutes`.
    pub(crate) shares: Table,
}

/// Minutes of one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct DayTotals {
    /// Working time and counted work time together.
    pub(crate) all: i64,
    /// Working time, and what is made up for.
    pub(crate) capacity: i64,
    /// Counted work time.
    pub(crate) booked: i64,
    /// Union of meetings inside working time.
    pub(crate) meetings: i64,
    /// Union of meetings outside working time.
    pub(crate) after_hours: i64,
    /// Time with two or more claims.
    pub(crate) conflict: i64,
}

/// Less than this part of the time booked says nothing about how it is spent: one in so many minutes.
const SPARSE: i64 = 10;

/// Whether so little is counted that it says nothing about how the time is spent. Nothing of nothing is sparse too.
pub(crate) fn is_sparse(counted: i64, denominator: i64) -> bool {
    counted == 0 || counted * SPARSE < denominator
}

impl Totals {
    /// Whether so little is booked that the mix would judge an empty calendar, not a week.
    pub(crate) fn is_sparse(&self, denominator: i64) -> bool {
        is_sparse(self.counted, denominator)
    }

    pub(crate) fn of(ledger: &Ledger<'_>) -> Result<Self, FrameError> {
        let Pieces { shares, days } = Pieces::of(ledger)?;
        let minutes = ("minutes", Fold::Sum("minutes"));
        let by_claim = shares.grouped(&["claim"], &[minutes])?;
        let by_category = shares.grouped(
            &["category"],
            &[
                minutes,
                ("uncertain", Fold::SumWhere("minutes", "uncertain")),
                ("mine", Fold::SumWhere("minutes", "mine")),
                (
                    "organizer_known",
                    Fold::SumWhere("minutes", "organizer_known"),
                ),
                ("unknown", Fold::SumWhere("minutes", "unknown")),
                ("tentative", Fold::SumWhere("minutes", "tentative")),
            ],
        )?;
        let by_runner_up = shares.grouped(&["runner_up"], &[minutes])?;
        let sum = |name| Ok::<_, FrameError>(by_category.whole(name)?.into_iter().sum());
        Ok(Self {
            of_claim: by_claim.spread("claim", "minutes", ledger.claims.len())?,
            of_category: by_category.spread("category", "minutes", WORK)?,
            uncertain: by_category.spread("category", "uncertain", WORK)?,
            runner_up: by_runner_up.spread("runner_up", "minutes", WORK)?,
            counted: sum("minutes")?,
            mine: sum("mine")?,
            organizer_known: sum("organizer_known")?,
            unknown: sum("unknown")?,
            tentative: sum("tentative")?,
            days,
            shares,
        })
    }

    /// A sum over the days.
    pub(crate) fn sum(&self, field: impl Fn(&DayTotals) -> i64) -> i64 {
        self.days.iter().map(field).sum()
    }
}

/// The pieces of every day: who takes them, and what they add up to.
struct Pieces {
    /// See [`Totals::shares`].
    shares: Table,
    days: Vec<DayTotals>,
}

impl Pieces {
    fn of(ledger: &Ledger<'_>) -> Result<Self, FrameError> {
        let (mut share_day, mut share_claim, mut share_minutes) = (vec![], vec![], vec![]);
        let mut days: Vec<DayTotals> = ledger.days.iter().map(DayTotals::before).collect();
        for ((day, number), totals) in ledger.days.iter().zip(0_u32..).zip(&mut days) {
            sweep(day, &ledger.claims, as_is, |piece| {
                let meeting = piece.covering.iter().any(|&c| ledger.claims[c].meeting);
                totals.add(
                    piece.span.minutes(),
                    piece.inside,
                    piece.covering.len(),
                    meeting,
                );
                for &(claim, minutes) in piece.takers {
                    share_day.push(number);
                    share_claim.push(claim);
                    share_minutes.push(minutes);
                }
            });
        }
        let claims: Vec<&Claim> = share_claim.iter().map(|&at| &ledger.claims[at]).collect();
        let of = |field: fn(&Claim) -> u32| claims.iter().map(|claim| field(claim)).collect();
        let flags = |field: fn(&Claim) -> bool| claims.iter().map(|claim| field(claim)).collect();
        let runner_up = claims.iter().map(|claim| claim.runner_up.map(place));
        let shares = Table::of([
            ("day", share_day.into_iter().collect()),
            (
                "claim",
                share_claim.iter().map(|&claim| place(claim)).collect(),
            ),
            ("category", of(|claim| place(claim.category))),
            ("runner_up", runner_up.collect()),
            ("series", of(|claim| place(claim.series))),
            ("uncertain", flags(|claim| claim.uncertain)),
            ("mine", flags(|claim| claim.mine)),
            ("organizer_known", flags(|claim| claim.organizer_known)),
            ("unknown", flags(|claim| claim.unknown)),
            ("tentative", flags(|claim| claim.tentative)),
            ("minutes", share_minutes.into_iter().collect()),
        ])?;
        Ok(Self { shares, days })
    }
}

impl DayTotals {
    /// Before any piece of the day is added.
    pub(crate) fn before(day: &Day) -> Self {
        Self {
            capacity: day.made_up,
            ..Self::default()
        }
    }

    /// Adds a piece of the day: its minutes, whether it is working time, by how many claims it is wanted, and whether a
    /// meeting is among them.
    pub(crate) fn add(&mut self, minutes: i64, inside: bool, claims: usize, meeting: bool) {
        let when = |condition: bool| if condition { minutes } else { 0 };
        self.all += minutes;
        self.capacity += when(inside);
        self.booked += when(claims > 0);
        self.meetings += when(meeting && inside);
        self.after_hours += when(meeting && !inside);
        self.conflict += when(claims > 1);
    }
}
