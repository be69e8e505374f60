//! A period as signals and advice look at it.

use std::collections::{BTreeMap, HashSet};

use weekwise_model::{BandStatus, Category, CategoryShare, Metrics, Mix};

use crate::book::{Claim, Cut, Interval, Ledger, Parts, Totals, intersect, ratio, total};
use crate::words;

/// Up to this many days a period is told day by day.
const DAY_BY_DAY: usize = 8;

/// Everything signals look at.
pub(crate) struct Seen<'a> {
    pub(crate) ledger: &'a Ledger<'a>,
    pub(crate) totals: &'a Totals,
    pub(crate) cuts: &'a [Cut],
    pub(crate) parts: &'a Parts,
    pub(crate) mix: &'a Mix,
    pub(crate) metrics: &'a Metrics,
}

impl<'a> Seen<'a> {
    pub(crate) fn share(&self, category: Category) -> Option<&'a CategoryShare> {
        self.mix.of(category)
    }

    /// Where a category's share lies. What hours of unknown purpose may fill is not below its band, and what may be
    /// meetings is no time of one's own: a calendar that hides them tells no story of their absence.
    pub(crate) fn status(&self, category: Category) -> BandStatus {
        self.share(category)
            .map_or(BandStatus::Untargeted, |share| self.status_of(share))
    }

    /// The same of a share.
    pub(crate) fn status_of(&self, share: &CategoryShare) -> BandStatus {
        match share.status {
            BandStatus::Under if self.may_be_filled(share) => BandStatus::Within,
            status => status,
        }
    }

    fn may_be_filled(&self, share: &CategoryShare) -> bool {
        let unknown = ratio(self.mix.unknown_minutes, self.mix.denominator_minutes);
        unknown > 0.0 && share.low.is_some_and(|low| share.share + unknown >= low)
    }

    /// Whether the period is told day by day.
    pub(crate) fn is_short(&self) -> bool {
        self.ledger.days.len() <= DAY_BY_DAY
    }

    pub(crate) fn title(&self, claim: &Claim) -> String {
        words::title(&self.ledger.classified(claim).occurrence.event.summary)
    }

    /// Claims with the minutes they got, most first; ties by start.
    pub(crate) fn by_minutes(&self, wanted: impl Fn(&Claim) -> bool) -> Vec<(&'a Claim, i64)> {
        let claims = self
            .ledger
            .claims
            .iter()
            .zip(self.totals.of_claim.iter().copied());
        let mut found: Vec<_> = claims.filter(|(claim, _)| wanted(claim)).collect();
        found.sort_by_key(|(_, minutes)| -minutes);
        found
    }

    /// The UIDs behind some claims, each once.
    pub(crate) fn uids<'c>(&self, claims: impl IntoIterator<Item = &'c Claim>) -> Vec<String> {
        let mut uids: Vec<String> = Vec::new();
        let mut known = HashSet::new();
        for claim in claims {
            let uid = self.ledger.uid(claim);
            if known.insert(uid) {
                uids.push(uid.to_owned());
            }
        }
        uids
    }

    /// The series with the most minutes among some claims: its title and its minutes. One that repeats comes before
    /// single events: it is there again next week.
    pub(crate) fn heaviest(&self, claims: &[(&Claim, i64)]) -> Option<(String, i64)> {
        let mut sums = BTreeMap::new();
        for (claim, minutes) in claims {
            *sums.entry(claim.series).or_insert(0) += minutes;
        }
        let series = |at: usize| self.ledger.series.get(at);
        let (heaviest, minutes) = sums.into_iter().max_by_key(|&(at, minutes)| {
            let repeats = series(at).is_some_and(|series| series.recurring);
            (repeats, minutes, std::cmp::Reverse(at))
        })?;
        let title = words::title(&series(heaviest)?.summary);
        Some((title, minutes))
    }

    /// The part of a claim that lies outside working time, in minutes.
    pub(crate) fn outside(&self, claim: &Claim) -> i64 {
        if claim.is_of_whole_days() {
            return 0;
        }
        let days = self
            .ledger
            .days
            .get(self.ledger.days_of(claim.span))
            .unwrap_or_default();
        let inside: i64 = days
            .iter()
            .map(|day| total(&intersect(&day.work, &[day.part_of(claim)])))
            .sum();
        Interval::minutes(claim.span) - inside
    }
}
