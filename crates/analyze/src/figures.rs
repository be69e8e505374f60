//! Every figure of a period, when in the week it happens, and how the free time is cut (sections 5 and 8 of
//! docs/product.md).

mod heat;

use weekwise_model::{
    FiguresView, GapKind, GapView, Merge, PeriodJson, StretchClass, StretchLength,
};

use crate::book::{AnalyzeError, Book, CountedPeriod, Interval, days_of, instant_of};
use crate::metrics::{mergeable, metrics};
use crate::trends::recent_volatility;

/// Stretches and merges listed at most.
const LISTED: usize = 100;

/// Every figure of a period.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn figures(counted: &CountedPeriod) -> Result<FiguresView, AnalyzeError> {
    let (period, settings) = (counted.period(), counted.settings());
    let book = counted.book();
    let totals = &book.totals;
    let mix = book
        .parts()
        .mix(&settings.profile, &totals.uncertain, &totals.runner_up);
    let (from, to) = days_of(&period);
    let volatility = recent_volatility(&book.ledger)?;
    Ok(FiguresView {
        period: PeriodJson::from(&period),
        from,
        to,
        metrics: metrics(&book.ledger, totals, &book.cuts, &mix, volatility)?,
        heat: heat::heat(&book)?,
        free: free(&book),
        merges: merges(&book),
        notes: crate::trust::trust(&book.ledger, totals, mix.denominator_minutes).notes,
        mix,
    })
}

/// Every class of free stretches, the longest first.
pub(crate) const CLASSES: [(StretchLength, i64); 6] = [
    (StretchLength::From4Hours, 240),
    (StretchLength::From3Hours, 180),
    (StretchLength::From2Hours, 120),
    (StretchLength::From90Minutes, 90),
    (StretchLength::From1Hour, 60),
    (StretchLength::Shorter, 0),
];

fn free(book: &Book<'_>) -> Vec<StretchClass> {
    let ledger = &book.ledger;
    let mut classes: Vec<StretchClass> = CLASSES
        .into_iter()
        .map(|(length, _)| StretchClass {
            length,
            count: 0,
            minutes: 0,
            stretches: Vec::new(),
        })
        .collect();
    // The latest first: of a long period they are the ones that can still be remembered.
    for cut in book.cuts.iter().rev() {
        for &gap in cut.free.iter().rev() {
            let at = CLASSES.iter().position(|(_, from)| gap.minutes() >= *from);
            let Some(class) = at.and_then(|at| classes.get_mut(at)) else {
                continue;
            };
            class.count += 1;
            class.minutes += gap.minutes();
            if class.stretches.len() < LISTED {
                class.stretches.push(GapView {
                    start: wall(book, gap.start),
                    end: wall(book, gap.end),
                    minutes: gap.minutes(),
                    kind: if cut.is_open_focus(gap, ledger.focus_minutes()) {
                        GapKind::OpenFocus
                    } else {
                        GapKind::Fragment
                    },
                });
            }
        }
    }
    classes
}

/// The meetings that keep two gaps apart, the longest result first; the later of equals.
fn merges(book: &Book<'_>) -> Vec<Merge> {
    let ledger = &book.ledger;
    let mut merges: Vec<Merge> = Vec::new();
    for (day, cut) in ledger.days.iter().zip(book.cuts.iter()) {
        for found in mergeable(ledger, day, cut) {
            let Some(claim) = ledger.claims.get(found.claim) else {
                continue;
            };
            let classified = ledger.classified(claim);
            let gap = |wanted: &dyn Fn(&Interval) -> bool| {
                cut.free
                    .iter()
                    .find(|gap| wanted(gap))
                    .map_or(0, |gap| gap.minutes())
            };
            merges.push(Merge {
                uid: classified.series_uid().to_owned(),
                summary: classified.occurrence.event.summary.clone(),
                category: classified.category(),
                start: wall(book, claim.whole.start),
                end: wall(book, claim.whole.end),
                shift_minutes: found.shift,
                before_minutes: gap(&|gap| gap.end == claim.whole.start),
                after_minutes: gap(&|gap| gap.start == claim.whole.end),
            });
        }
    }
    let joined = |merge: &Merge| merge.before_minutes + merge.after_minutes;
    merges.sort_by(|a, b| {
        let longest = joined(b).cmp(&joined(a));
        longest.then_with(|| b.start.cmp(&a.start))
    });
    merges.truncate(LISTED);
    merges
}

/// The wall clock at a minute.
fn wall(book: &Book<'_>, minute: i64) -> String {
    weekwise_model::wall(instant_of(minute), book.ledger.period.zone)
}
