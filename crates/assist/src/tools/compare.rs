use chrono::Days as Count;
use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_engine::PeriodChoice;
use weekwise_model::{Grain, Report, Signal, WaterfallStep};

use super::{days_of, json_of, report};
use crate::answer::{Answer, hours, hours_of, share};
use crate::arguments::{self, CompareArguments};
use crate::days::Days;
use crate::trouble::Trouble;
use crate::veiled::Book;

const UNITS: &str = "hours are decimal hours of the whole period before or after, not of a week: mind it where they differ in \
                     length; shares are 0–1 of working time and counted work time together; change is after − before";

/// Series behind a difference that are told where nobody asked for more.
const SERIES: usize = 4;

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let asked: CompareArguments = arguments::read(given)?;
    let (opened, clock) = (&book.opened, &book.clock);
    let after = match book.days(asked.after.as_deref())? {
        Some(days) => days,
        None => usual(book)?,
    };
    let before = match book.days(asked.before.as_deref())? {
        Some(days) => days,
        None => week_before(after)?,
    };
    let whole = Days {
        first: before.first.min(after.first),
        last: before.last.max(after.last),
    };
    let selection = Days::selection(Some(whole), None);
    let stretches = Some([before.stretch(), after.stretch()]);
    let trends = book.veiled(opened.trends(&selection, Grain::Week, stretches, clock)?);
    let earlier = book.veiled(opened.report(&before.choice(), clock)?);
    let later = book.veiled(opened.report(&after.choice(), clock)?);
    let about = (&later.period, later.profile.as_str());
    let mut answer = Answer::about(book, calendars, about, UNITS).of_length(asked.more);
    answer.quoting(&trends);
    answer.quoting(&earlier);
    answer.quoting(&later);
    answer.put("before", days_of(&earlier.period));
    answer.put("after", days_of(&later.period));
    if let Some(waterfall) = &trends.waterfall {
        answer.put("greatest_change", &waterfall.text);
    }
    answer.put(
        "hours_to_move",
        json!({ "before": hours(earlier.hours_to_move), "after": hours(later.hours_to_move) }),
    );
    answer.put("mix", mix(&earlier, &later));
    answer.put(
        "load",
        json!({ "before": report::load(&earlier.metrics), "after": report::load(&later.metrics) }),
    );
    answer.put("signals_gone", only_in(&earlier.signals, &later.signals));
    answer.put("signals_new", only_in(&later.signals, &earlier.signals));
    answer.put(
        "trust",
        json!({
            "before": earlier.trust.notes,
            "after": later.trust.notes,
            "hours_with_uncertain_category":
                [hours(earlier.trust.uncertain_hours), hours(later.trust.uncertain_hours)],
            "notes": trends.notes,
        }),
    );
    let most = if asked.more { usize::MAX } else { SERIES };
    let steps = trends
        .waterfall
        .iter()
        .flat_map(|waterfall| &waterfall.steps);
    answer.list("steps", steps.map(|of| step(of, most)).collect());
    answer.finished(book)
}

/// The week that is meant where none is named.
fn usual(book: &Book) -> Result<Days, Trouble> {
    let period = book.opened.period(&PeriodChoice::Default, &book.clock)?;
    let day = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&period.zone).date_naive();
    let next = day(period.to);
    Ok(Days {
        first: day(period.from),
        last: next.pred_opt().unwrap_or(next),
    })
}

fn week_before(after: Days) -> Result<Days, Trouble> {
    let back = |days| after.first.checked_sub_days(Count::new(days));
    let too_far = || Trouble::Arguments("this is too far away".to_owned());
    Ok(Days {
        first: back(7).ok_or_else(too_far)?,
        last: back(1).ok_or_else(too_far)?,
    })
}

fn mix(earlier: &Report, later: &Report) -> Vec<Value> {
    let both = earlier
        .week_mix
        .categories
        .iter()
        .zip(&later.week_mix.categories);
    both.map(|(before, after)| {
        let all = |part: &weekwise_model::CategoryShare| part.minutes + part.open_focus_minutes;
        json!({
            "category": after.category.id(),
            "hours": [hours_of(all(before)), hours_of(all(after))],
            "change_hours": hours_of(all(after) - all(before)),
            "share": [share(before.share), share(after.share)],
            "status": [json_of(before.status), json_of(after.status)],
        })
    })
    .collect()
}

fn step(step: &WaterfallStep, most: usize) -> Value {
    let series = step
        .series
        .iter()
        .filter(|series| series.change_minutes != 0);
    json!({
        "what": step.label,
        "before_hours": hours_of(step.before_minutes),
        "after_hours": hours_of(step.after_minutes),
        "change_hours": hours_of(step.change_minutes),
        "from": series.take(most).map(|series| json!({
            "event": series.uid,
            "called": series.uid.as_ref().map(|_| series.summary.as_str()),
            "change_hours": hours_of(series.change_minutes),
        })).collect::<Vec<_>>(),
    })
}

/// What was seen in one period and not in the other. Signals about a day are told apart by the day, so of them only what
/// they are is compared.
fn only_in(here: &[Signal], there: &[Signal]) -> Vec<String> {
    let kind = |signal: &Signal| signal.id.split(':').next().unwrap_or_default().to_owned();
    let named = |signal: &Signal| {
        if signal.id.starts_with("band:") {
            signal.id.clone()
        } else {
            kind(signal)
        }
    };
    let mut found: Vec<String> = here
        .iter()
        .map(named)
        .filter(|name| !there.iter().any(|other| named(other) == *name))
        .collect();
    found.sort();
    found.dedup();
    found
}
