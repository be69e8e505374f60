//! Quarters of an hour of a local day, as bits of a number.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use weekwise_model::instant_at;

/// Minutes of a cell.
pub(crate) const CELL: i64 = 15;

/// A set of cells. The longest day has 100.
pub(crate) type Cells = u128;

/// A stretch of whole cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Run {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

impl Run {
    pub(crate) fn cells(self) -> Cells {
        mask(self.start, self.start + self.len)
    }

    /// From when to when, in minutes of the day.
    pub(crate) fn minutes(self) -> (i64, i64) {
        let minute = |cell: u32| i64::from(cell) * CELL;
        (minute(self.start), minute(self.start + self.len))
    }
}

pub(crate) fn cell_down(origin: DateTime<Utc>, at: DateTime<Utc>) -> i64 {
    (at - origin).num_seconds().div_euclid(CELL * 60)
}

pub(crate) fn cell_up(origin: DateTime<Utc>, at: DateTime<Utc>) -> i64 {
    -(-(at - origin).num_seconds()).div_euclid(CELL * 60)
}

pub(crate) fn mask_i(from: i64, to: i64) -> Cells {
    let bound = |cell: i64| u32::try_from(cell.clamp(0, 127)).unwrap_or(0);
    mask(bound(from), bound(to))
}

/// Cells from `from` to before `to`.
pub(crate) fn mask(from: u32, to: u32) -> Cells {
    let below = |cell: u32| {
        if cell >= 128 {
            Cells::MAX
        } else {
            (1 << cell) - 1
        }
    };
    if from >= to {
        0
    } else {
        below(to) & !below(from)
    }
}

/// The same cells and those within `pad` of them.
pub(crate) fn widen(cells: Cells, pad: u32) -> Cells {
    (0..pad).fold(cells, |wide, _| wide | wide << 1 | wide >> 1)
}

/// The first instant of a local day; after the gap where a change of clocks swallows midnight.
pub(crate) fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant_at(day, NaiveTime::MIN, zone)
}
