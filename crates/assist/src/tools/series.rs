use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_model::{SeriesChange, SeriesRow};

use super::begun;
use crate::answer::hours;
use crate::trouble::Trouble;
use crate::veiled::Book;

const UNITS: &str = "hours_per_week: the user's own decimal hours, an average week of the period; people_hours_per_month: \
                     length × people × times in a month of 30.44 days; focus_cost: focus hours a week that would be there \
                     without it; social cost: 1 is a word to oneself, 5 close to no";

const SERIES: usize = 25;
const SERIES_MORE: usize = 200;
const CHANGES: usize = 6;

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let (view, mut answer, more) = begun(
        (book, calendars),
        given,
        UNITS,
        |selection| book.opened.meetings(selection, &book.clock),
        |view| &view.period,
    )?;
    let totals = &view.totals;
    answer.put(
        "totals",
        json!({
            "recurring_meetings": totals.recurring,
            "recurring_hours_per_week": hours(totals.recurring_hours_per_week),
            "single_hours_per_week": hours(totals.single_hours_per_week),
            "people_hours_per_month": hours(totals.people_hours_per_month),
            "focus_cost_hours_per_week": hours(totals.focus_cost),
        }),
    );
    answer.put(
        "trust",
        json!({ "notes": view.notes, "single_events_not_listed": view.unlisted }),
    );
    answer.list(
        "cheapest_changes",
        view.changes.iter().take(CHANGES).map(change).collect(),
    );
    let most = if more { SERIES_MORE } else { SERIES };
    let repeating = view
        .series
        .iter()
        .filter(|row| row.recurring && row.meeting);
    answer.list("series", repeating.take(most).map(row).collect());
    if more {
        let others = view
            .series
            .iter()
            .filter(|row| !(row.recurring && row.meeting));
        answer.list(
            "single_events_and_blocks",
            others.take(most).map(row).collect(),
        );
    }
    if let Some(found) = &view.forward.first_break {
        answer.put("first_coming_week_a_band_breaks", &found.text);
    }
    answer.finished(book)
}

fn row(row: &SeriesRow) -> Value {
    json!({
        "event": row.uid,
        "called": row.summary,
        "category": row.category.id(),
        "kind": row.kind.id(),
        "cadence": row.cadence,
        "times": row.times,
        "hours_per_week": hours(row.hours_per_week),
        "people": row.people_known.then_some(row.people),
        "people_hours_per_month": row.people_known.then(|| hours(row.people_hours_per_month)),
        "i_organize_it": row.mine,
        "focus_cost": hours(row.focus_cost),
        "odd": row.marks.iter().map(|mark| mark.text.as_str()).collect::<Vec<_>>(),
        "next": row.next,
    })
}

fn change(change: &SeriesChange) -> Value {
    json!({
        "event": change.uid,
        "do": change.text,
        "gain": change.gain,
        "focus_hours_per_week": hours(change.focus_hours_per_week),
        "hours_to_move_saved": hours(change.hours_to_move_saved),
        "social_cost": hours(change.social_cost),
        "because": change.social_cost_because,
    })
}
