//! What changed between two periods, to the minute.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use weekwise_model::{
    Category, Period, SeriesStep, StepKind, Stretch, TrendPeriod, Waterfall, WaterfallEnd,
    WaterfallStep,
};

use super::question::TrendsQuestion;
use crate::book::{AnalyzeError, Book, Fold, Ledger, Parts};
use crate::words;

/// Series told by name in each category; the others are told together.
const NAMED: usize = 6;

/// One of the two periods, counted.
struct End {
    label: String,
    from: NaiveDate,
    to: NaiveDate,
    parts: Parts,
    /// By category and UID: title and minutes.
    series: BTreeMap<(usize, String), (String, i64)>,
}

pub(super) fn waterfall(
    ledger: &Ledger<'_>,
    question: &TrendsQuestion,
    periods: &[TrendPeriod],
) -> Result<Option<Waterfall>, AnalyzeError> {
    let label = |from: NaiveDate, to: NaiveDate| {
        let known = periods.iter().find(|p| p.from == from && p.to == to);
        known.map_or_else(|| words::days(from, to), |period| period.label.clone())
    };
    let mut whole = periods
        .iter()
        .rev()
        .filter(|period| !period.partial && period.unusual.is_none())
        .map(|period| Stretch {
            from: period.from,
            to: period.to,
        });
    let asked = question.compare.or_else(|| {
        whole
            .next()
            .zip(whole.next())
            .map(|(after, before)| [before, after])
    });
    let Some([before, after]) = asked else {
        return Ok(None);
    };
    let end = |Stretch { from, to }: Stretch| end(ledger, from, to, label(from, to));
    let (before, after) = (end(before)?, end(after)?);
    let steps = steps(&before, &after);
    Ok(Some(Waterfall {
        text: text(&before, &after, &steps),
        before: before.told(),
        after: after.told(),
        steps,
    }))
}

fn end(
    ledger: &Ledger<'_>,
    from: NaiveDate,
    to: NaiveDate,
    label: String,
) -> Result<End, AnalyzeError> {
    let next = to.succ_opt().unwrap_or(to);
    let period = Period::of_days(from, next, ledger.period.zone);
    let book = Book::within(ledger, period)?;
    let minutes = ("minutes", Fold::Sum("minutes"));
    let by_series = book
        .totals
        .shares
        .grouped(&["category", "series"], &[minutes])?;
    let mut series = BTreeMap::new();
    let cells = by_series
        .places("category")?
        .into_iter()
        .zip(by_series.places("series")?);
    for ((category, place), minutes) in cells.zip(by_series.whole("minutes")?) {
        if let Some(found) = book.ledger.series.get(place) {
            series.insert(
                (category, found.uid.clone()),
                (found.summary.clone(), minutes),
            );
        }
    }
    Ok(End {
        label,
        from,
        to,
        parts: book.parts(),
        series,
    })
}

impl End {
    fn told(self) -> WaterfallEnd {
        WaterfallEnd {
            label: self.label,
            from: self.from,
            to: self.to,
            denominator_minutes: self.parts.denominator,
        }
    }
}

fn steps(before: &End, after: &End) -> Vec<WaterfallStep> {
    let step =
        |kind, category: Option<Category>, label: &str, from: i64, to: i64, series| WaterfallStep {
            kind,
            category,
            label: label.to_owned(),
            before_minutes: from,
            after_minutes: to,
            change_minutes: to - from,
            series,
        };
    let at = |end: &End, index: usize| end.parts.minutes.get(index).copied().unwrap_or(0);
    let mut steps: Vec<WaterfallStep> = Category::WORK
        .into_iter()
        .enumerate()
        .map(|(index, category)| {
            let (from, to) = (at(before, index), at(after, index));
            let series = by_series(before, after, index);
            step(
                StepKind::Category,
                Some(category),
                category.label(),
                from,
                to,
                series,
            )
        })
        .collect();
    let (open, fragments) = (StepKind::OpenFocus, StepKind::Fragments);
    let (a, b) = (&before.parts, &after.parts);
    steps.push(step(
        open,
        None,
        "Open focus",
        a.open_focus,
        b.open_focus,
        Vec::new(),
    ));
    steps.push(step(
        fragments,
        None,
        "Fragments",
        a.fragments,
        b.fragments,
        Vec::new(),
    ));
    steps
}

/// The series of one category, the greatest change first; the smaller ones together.
fn by_series(before: &End, after: &End, category: usize) -> Vec<SeriesStep> {
    let mut both: BTreeMap<&str, (&str, i64, i64)> = BTreeMap::new();
    let of = |end: &'_ End| {
        let rows = end.series.iter().filter(|((at, _), _)| *at == category);
        rows.map(|((_, uid), (title, minutes))| (uid.clone(), title.clone(), *minutes))
            .collect::<Vec<_>>()
    };
    let (first, second) = (of(before), of(after));
    for (uid, title, minutes) in &first {
        both.entry(uid).or_insert((title, 0, 0)).1 += minutes;
    }
    for (uid, title, minutes) in &second {
        let entry = both.entry(uid).or_insert((title, 0, 0));
        entry.0 = title;
        entry.2 += minutes;
    }
    let mut steps: Vec<SeriesStep> = both
        .into_iter()
        .map(|(uid, (title, from, to))| SeriesStep {
            uid: Some(uid.to_owned()),
            summary: title.to_owned(),
            before_minutes: from,
            after_minutes: to,
            change_minutes: to - from,
        })
        .collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.change_minutes.abs()));
    if steps.len() > NAMED + 1 {
        let rest = steps.split_off(NAMED);
        let sum = |of: fn(&SeriesStep) -> i64| rest.iter().map(of).sum::<i64>();
        steps.push(SeriesStep {
            uid: None,
            summary: words::count(rest.len(), "other", "others"),
            before_minutes: sum(|step| step.before_minutes),
            after_minutes: sum(|step| step.after_minutes),
            change_minutes: sum(|step| step.change_minutes),
        });
    }
    steps
}

/// `Cross-team +4.5 h from Week 8 to Week 9, 3 h of it from “Platform sync”.`
fn text(before: &End, after: &End, steps: &[WaterfallStep]) -> String {
    let greatest = steps
        .iter()
        .filter(|step| step.kind == StepKind::Category)
        .max_by_key(|step| step.change_minutes.abs())
        .filter(|step| step.change_minutes != 0);
    let Some(step) = greatest else {
        return format!("{} and {} are alike.", before.label, after.label);
    };
    let because = step
        .series
        .iter()
        .find(|series| {
            series.uid.is_some() && series.change_minutes.signum() == step.change_minutes.signum()
        })
        .map(|series| {
            format!(
                ", {} of it from {}",
                words::amount(series.change_minutes.abs().min(step.change_minutes.abs())),
                words::title(&series.summary)
            )
        });
    format!(
        "{} {} from {} to {}{}.",
        step.label,
        words::signed_hours(step.change_minutes as f64 / 60.0),
        before.label,
        after.label,
        because.unwrap_or_default()
    )
}
