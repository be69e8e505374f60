//! The weekdays by the hours of the day: when meetings are, and where they take focus time.

use chrono::{Datelike, Timelike};
use chrono_tz::Tz;
use weekwise_model::{HeatCell, HeatMap};

use crate::book::{
    AnalyzeError, Book, Claim, Cut, Fold, Interval, Table, instant_of, place, ratio, subtract,
};

const HOURS: usize = 24;
const WEEKDAYS: usize = 7;
/// The days that are always there.
const FRIDAY: usize = 4;

/// What a piece of an hour is.
#[derive(Clone, Copy)]
enum Piece {
    Working,
    Meeting,
    Lost,
    /// One meeting that reaches into the hour; without minutes, because several share them.
    There,
}

/// Pieces of hours, ready to be added up.
#[derive(Default)]
struct Pieces {
    cell: Vec<u32>,
    piece: Vec<u32>,
    minutes: Vec<i64>,
}

impl Pieces {
    fn add(&mut self, span: Interval, piece: Piece, zone: Tz) {
        by_hour(span, zone, |weekday, hour, minutes| {
            self.cell.push(place(weekday * HOURS + hour));
            self.piece.push(piece as u32);
            self.minutes.push(minutes);
        });
    }

    /// The sums of every cell, by piece; of [`Piece::There`] how many there are.
    fn sums(self) -> Result<Vec<[i64; 4]>, AnalyzeError> {
        let pieces = Table::of([
            ("cell", self.cell.into_iter().collect()),
            ("piece", self.piece.into_iter().collect()),
            ("minutes", self.minutes.into_iter().collect()),
        ])?;
        let sums = [("minutes", Fold::Sum("minutes")), ("pieces", Fold::Rows)];
        let grouped = pieces.grouped(&["cell", "piece"], &sums)?;
        let mut sums = vec![[0; 4]; WEEKDAYS * HOURS];
        let cells = grouped
            .places("cell")?
            .into_iter()
            .zip(grouped.places("piece")?);
        let counted = grouped
            .whole("minutes")?
            .into_iter()
            .zip(grouped.whole("pieces")?);
        for ((cell, piece), (minutes, pieces)) in cells.zip(counted) {
            let there = piece == Piece::There as usize;
            if let Some(sum) = sums.get_mut(cell).and_then(|sums| sums.get_mut(piece)) {
                *sum = if there { pieces } else { minutes };
            }
        }
        Ok(sums)
    }
}

/// Cuts a span at the full hours of the wall clock: weekday (0 is Monday), hour, minutes.
fn by_hour(span: Interval, zone: Tz, mut told: impl FnMut(usize, usize, i64)) {
    let mut at = span.start;
    while at < span.end {
        let local = instant_of(at).with_timezone(&zone);
        let next = (at + 60 - i64::from(local.minute())).min(span.end);
        let weekday = local.weekday().num_days_from_monday() as usize;
        told(weekday, local.hour() as usize, next - at);
        at = next;
    }
}

pub(super) fn heat(book: &Book<'_>) -> Result<HeatMap, AnalyzeError> {
    let ledger = &book.ledger;
    let zone = ledger.period.zone;
    let focus_minutes = ledger.focus_minutes();
    let mut pieces = Pieces::default();
    let mut days = [0_u32; WEEKDAYS];
    for (day, cut) in ledger.days.iter().zip(book.cuts.iter()) {
        if let Some(days) = days.get_mut(day.date.weekday().num_days_from_monday() as usize) {
            *days += 1;
        }
        for &work in &day.work {
            pieces.add(work, Piece::Working, zone);
        }
        let meeting = |_, claim: &Claim| claim.meeting;
        for span in day.covered(&ledger.claims, meeting) {
            pieces.add(span, Piece::Meeting, zone);
        }
        for &at in &day.claims {
            if let Some(claim) = ledger.claims.get(at).filter(|claim| claim.meeting) {
                pieces.add(day.part_of(claim), Piece::There, zone);
            }
        }
        let without = day.cut(&ledger.claims, |_, claim| {
            (!claim.meeting).then_some(claim.span)
        });
        let focus = |cut: &Cut| cut.focus(focus_minutes).collect::<Vec<Interval>>();
        for span in subtract(&focus(&without), &focus(cut)) {
            pieces.add(span, Piece::Lost, zone);
        }
    }
    Ok(map(&pieces.sums()?, days))
}

/// The rectangle of cells that anything is in.
fn map(sums: &[[i64; 4]], days: [u32; WEEKDAYS]) -> HeatMap {
    let used = |cell: usize| {
        sums.get(cell)
            .is_some_and(|sums| sums.iter().any(|sum| *sum > 0))
    };
    let hour_used = |hour: &usize| (0..WEEKDAYS).any(|weekday| used(weekday * HOURS + hour));
    let day_used = |weekday: &usize| (0..HOURS).any(|hour| used(weekday * HOURS + hour));
    let (Some(first), Some(last)) = ((0..HOURS).find(hour_used), (0..HOURS).rev().find(hour_used))
    else {
        return HeatMap::default();
    };
    let last_weekday = (0..WEEKDAYS).rev().find(day_used).unwrap_or(0).max(FRIDAY);
    let mut cells = Vec::new();
    for (weekday, &days) in days.iter().enumerate().take(last_weekday + 1) {
        for hour in first..=last {
            let sum = |piece: Piece| {
                let of_cell = sums.get(weekday * HOURS + hour);
                of_cell.map_or(0, |sums| sums.get(piece as usize).copied().unwrap_or(0))
            };
            let all = i64::from(days) * 60;
            cells.push(HeatCell {
                weekday: place(weekday),
                hour: place(hour),
                days,
                working_minutes: sum(Piece::Working),
                meeting_minutes: sum(Piece::Meeting),
                meeting_share: ratio(sum(Piece::Meeting), all),
                focus_lost_minutes: sum(Piece::Lost),
                focus_lost_share: ratio(sum(Piece::Lost), all),
                meetings: u32::try_from(sum(Piece::There)).unwrap_or(u32::MAX),
            });
        }
    }
    HeatMap {
        cells,
        first_hour: place(first),
        last_hour: place(last),
        last_weekday: place(last_weekday),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use chrono_tz::Europe::Berlin;

    #[test]
    fn a_span_is_cut_at_the_full_hours_of_the_wall_clock() {
        let at = |hour, minute| {
            let local = Berlin.with_ymd_and_hms(2026, 11, 9, hour, minute, 0);
            crate::book::minute_of(local.unwrap().with_timezone(&Utc))
        };
        let span = Interval {
            start: at(9, 30),
            end: at(11, 15),
        };
        let mut pieces = Vec::new();
        by_hour(span, Berlin, |weekday, hour, minutes| {
            pieces.push((weekday, hour, minutes));
        });
        assert_eq!(pieces, [(0, 9, 30), (0, 10, 60), (0, 11, 15)]);
    }
}
