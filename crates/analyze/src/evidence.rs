//! A quarter's or year's record for a talk about performance or promotion (section 6 of docs/product.md).
//!
//! It counts what was done; titles are shown only where they are ticked, because the record is for other eyes.

use std::collections::BTreeSet;

use weekwise_model::{Category, EvidenceItem, EvidenceReport, EvidenceSection, Kind, PeriodJson};

use crate::book::{AnalyzeError, Book, Claim, CountedPeriod, Guests, days_of, hours, place};
use crate::metrics::{booked_focus, invasions};
use crate::people::{is_mentoring, mentoring, teams};
use crate::words;

/// The record of a period. `ticked`: UIDs whose titles are shown.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn evidence(
    counted: &CountedPeriod,
    ticked: &BTreeSet<String>,
) -> Result<EvidenceReport, AnalyzeError> {
    let period = counted.period();
    let book = counted.book();
    let guests = Guests::of(&book.ledger);
    let record = Record {
        book: &book,
        ticked,
    };
    let (from, to) = days_of(&period);
    let mut notes = Vec::new();
    if book.ledger.claims.is_empty() {
        notes.push("Nothing is booked in this period.".to_owned());
    }
    let uncertain: i64 = book.totals.uncertain.iter().sum();
    if uncertain > 0 {
        notes.push(format!(
            "The category of {} is a guess.",
            words::amount(uncertain)
        ));
    }
    let mentoring = mentoring(&book, &guests);
    Ok(EvidenceReport {
        period: PeriodJson::from(&period),
        // Who opened the calendars knows.
        demo: false,
        from,
        to,
        sections: vec![
            record.reviews(),
            record.section(
                "mentoring",
                "Mentoring",
                &mentoring.text,
                mentoring.reach,
                |_, claim| is_mentoring(&book.ledger, claim),
            ),
            record.bridged(&guests),
            record.strategy(),
            record.focus(),
        ],
        mentored: mentoring.people,
        // No calendar tells them.
        lines: Vec::new(),
        notes,
    })
}

struct Record<'r> {
    book: &'r Book<'r>,
    ticked: &'r BTreeSet<String>,
}

impl Record<'_> {
    fn kind(&self, claim: &Claim) -> Kind {
        self.book.ledger.classified(claim).classification.kind
    }

    fn category(&self, claim: &Claim) -> Category {
        self.book.ledger.classified(claim).category()
    }

    /// The minutes of the claims that are wanted, and how many they are.
    fn sum(&self, wanted: impl Fn(&Claim) -> bool) -> (i64, usize) {
        let claims = self
            .book
            .ledger
            .claims
            .iter()
            .zip(&self.book.totals.of_claim);
        let found: Vec<i64> = claims
            .filter(|(claim, _)| wanted(claim))
            .map(|(_, minutes)| *minutes)
            .collect();
        (found.iter().sum(), found.len())
    }

    fn section(
        &self,
        id: &str,
        title: &str,
        text: &str,
        count: u32,
        wanted: impl Fn(usize, &Claim) -> bool,
    ) -> EvidenceSection {
        let ledger = &self.book.ledger;
        let mut minutes = 0;
        let mut items = Vec::new();
        for (place, claim) in ledger
            .claims
            .iter()
            .enumerate()
            .filter(|(at, c)| wanted(*at, c))
        {
            let got = self.book.totals.of_claim.get(place).copied().unwrap_or(0);
            let event = &ledger.classified(claim).occurrence.event;
            let ticked = self.ticked.contains(&event.uid);
            minutes += got;
            items.push(EvidenceItem {
                uid: event.uid.clone(),
                day: self.book.date_of(claim.span),
                title: if ticked {
                    event.summary.clone()
                } else {
                    self.kind(claim).label().to_owned()
                },
                ticked,
                hours: hours(got),
            });
        }
        EvidenceSection {
            id: id.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            hours: hours(minutes),
            count,
            items,
        }
    }

    fn reviews(&self) -> EvidenceSection {
        let held = |claim: &Claim| claim.meeting && self.category(claim) == Category::Review;
        let (minutes, all) = self.sum(held);
        let (_, led) = self.sum(|claim| held(claim) && claim.mine);
        let (alone, _) = self.sum(|c| !c.meeting && self.category(c) == Category::Review);
        let mut text = match all {
            0 => "No reviews held".to_owned(),
            n => format!(
                "{} in {}, {led} of them led",
                words::count(n, "review", "reviews"),
                words::amount(minutes)
            ),
        };
        if alone > 0 {
            text.push_str(&format!(
                "; {} of reading and preparing",
                words::amount(alone)
            ));
        }
        text.push('.');
        let count = place(all);
        self.section("reviews", "Reviews", &text, count, |_, claim| {
            self.category(claim) == Category::Review
        })
    }

    fn bridged(&self, guests: &Guests<'_>) -> EvidenceSection {
        let all = teams(self.book, guests);
        let others: Vec<_> = all.iter().filter(|team| !team.own).collect();
        let series: BTreeSet<usize> = others
            .iter()
            .flat_map(|team| team.series.iter().copied())
            .collect();
        let (minutes, _) = self.sum(|claim| series.contains(&claim.series));
        let text = match others.len() {
            0 => "No other team was met regularly.".to_owned(),
            n => format!(
                "{} met regularly, in {}.",
                words::count(n, "other team", "other teams"),
                words::amount(minutes)
            ),
        };
        let count = place(others.len());
        self.section("teams", "Teams bridged", &text, count, |_, claim| {
            series.contains(&claim.series)
        })
    }

    fn strategy(&self) -> EvidenceSection {
        let wanted = |claim: &Claim| self.category(claim) == Category::Strategy;
        let (minutes, times) = self.sum(wanted);
        let (alone, _) = self.sum(|claim| wanted(claim) && !claim.meeting);
        let text = match times {
            0 => "No time for strategy.".to_owned(),
            _ => format!(
                "{} of strategy in {}, {} of it alone.",
                words::amount(minutes),
                words::count(times, "session", "sessions"),
                words::amount(alone)
            ),
        };
        let count = place(times);
        self.section("strategy", "Strategy", &text, count, |_, claim| {
            wanted(claim)
        })
    }

    fn focus(&self) -> EvidenceSection {
        let ledger = &self.book.ledger;
        let invasions = invasions(ledger);
        let invaded: BTreeSet<usize> = invasions.iter().map(|invasion| invasion.block).collect();
        let days = booked_focus(ledger, &invasions);
        let booked: i64 = days.iter().map(|day| day.booked).sum();
        let taken: i64 = days.iter().map(|day| day.taken).sum();
        let blocks = ledger.claims.iter().filter(|claim| claim.focus).count();
        let kept = blocks - invaded.len();
        let text = match blocks {
            0 => "No focus blocks were booked.".to_owned(),
            n => format!(
                "{kept} of {} kept whole: {} of {} booked.",
                words::count(n, "focus block", "focus blocks"),
                words::amount(booked - taken),
                words::amount(booked)
            ),
        };
        let count = place(kept);
        self.section(
            "focus",
            "Focus blocks kept",
            &text,
            count,
            |place, claim| claim.focus && !invaded.contains(&place),
        )
    }
}
