use chrono::NaiveDate;
use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_model::{Plan, PlanBlock, PlanChange, PlanWishes, Report};

use super::report;
use crate::answer::{Answer, hours, share};
use crate::arguments::{self, PlanArguments};
use crate::trouble::Trouble;
use crate::veiled::Book;

const UNITS: &str = "times are RFC 3339 in the user's zone; minutes and hours of the whole horizon; shares are 0–1 of working \
                     time and counted work time together; cost: how much persuading a change takes, 1 is a word to oneself";

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let asked: PlanArguments = arguments::read(given)?;
    let wishes = wishes(&asked)?;
    let plan = book.opened.plan(&wishes, true, &book.clock)?;
    let exact = plan.clone();
    let plan = book.veiled(plan);
    let text = asked.calendar.then(|| calendar_of(exact, &plan, book));
    let about = (&plan.period, plan.before.profile.as_str());
    let mut answer =
        Answer::about(book, calendars, about, UNITS).of_length(asked.more || asked.calendar);
    answer.quoting(&plan);
    answer.put("in_words", &plan.arithmetic.sentences);
    answer.put("missing", &plan.missing);
    answer.put("wish_to_relax_first", &plan.arithmetic.relax);
    answer.put("no_better_plan_exists", plan.optimal);
    if !plan.optimal {
        answer.put("could_be_better_by_share", share(plan.gap));
    }
    answer.put("before", figures(&plan.before));
    answer.put("after", figures(&plan.after));
    answer.put("alternatives", alternatives(&plan));
    let mut notes = plan.notes.clone();
    notes.extend(plan.before.trust.notes.iter().cloned());
    notes.sort();
    notes.dedup();
    answer.put("trust", json!({ "notes": notes }));
    answer.list("blocks", plan.blocks.iter().map(block).collect());
    answer.list("changes", plan.changes.iter().map(change).collect());
    if let Some(text) = text {
        answer.put("icalendar", text);
    }
    answer.finished(book)
}

/// The blocks as iCalendar: with the UIDs of every export, so that a later one updates them, and with reasons that name
/// nothing. What is in the calendar already is not written again.
fn calendar_of(mut exact: Plan, told: &Plan, book: &Book) -> String {
    for (block, told) in exact.blocks.iter_mut().zip(&told.blocks) {
        block.because.clone_from(&told.because);
    }
    book.opened.export_plan(&exact, &[], &book.clock)
}

fn wishes(asked: &PlanArguments) -> Result<PlanWishes, Trouble> {
    let from = asked.from.as_deref().map(|text| {
        text.trim()
            .parse::<NaiveDate>()
            .map_err(|_| Trouble::Arguments("`from` is a day, written 2026-11-16".to_owned()))
    });
    let within = |name: &str, value: u32, least: u32, most: u32| {
        if (least..=most).contains(&value) {
            return Ok(value);
        }
        Err(Trouble::Arguments(format!(
            "`{name}` is {least} to {most}, not {value}"
        )))
    };
    let shortest = within("shortest_minutes", asked.shortest_minutes, 30, 480)?;
    let longest = within("longest_minutes", asked.longest_minutes, 30, 720)?;
    if shortest > longest {
        return Err(Trouble::Arguments(format!(
            "the shortest block ({shortest} min) is longer than the longest ({longest} min)"
        )));
    }
    Ok(PlanWishes {
        from: from.transpose()?,
        weeks: within("weeks", asked.weeks, 1, 8)?,
        mornings: within("mornings", asked.mornings, 0, 7)?,
        shortest_minutes: shortest,
        longest_minutes: longest,
        no_changes: asked.no_changes,
        ..PlanWishes::default()
    })
}

fn figures(report: &Report) -> Value {
    json!({
        "hours_to_move": hours(report.hours_to_move),
        "meeting_load": share(report.metrics.meeting_load),
        "focus_hours": hours(report.metrics.focus_time),
        "protected_mornings": report.metrics.protected_mornings.len(),
        "held_mornings": report.metrics.held_mornings.len(),
        "mix": report::mix(&report.week_mix).into_iter().map(|part| json!({
            "category": part["category"], "share": part["share"], "status": part["status"],
        })).collect::<Vec<_>>(),
    })
}

fn alternatives(plan: &Plan) -> Vec<Value> {
    let all = plan.alternatives.iter();
    all.map(|other| json!({ "choice": other.choice, "text": other.text }))
        .collect()
}

fn block(block: &PlanBlock) -> Value {
    json!({
        "id": block.uid,
        "start": block.start,
        "end": block.end,
        "minutes": block.minutes,
        "protects_a_morning": block.morning,
        "origin": block.origin,
        "because": block.because,
    })
}

fn change(change: &PlanChange) -> Value {
    json!({
        "event": change.uid,
        "called": change.title,
        "do": change.action,
        "from": change.from,
        "to": change.to,
        "cost": hours(change.cost),
        "gain_minutes": change.gain_minutes,
        "because": change.because,
    })
}
