use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_engine::PeriodChoice;
use weekwise_model::{Advice, Metrics, Mix, Report, Signal};

use super::json_of;
use crate::answer::{Answer, hours, hours_of, share};
use crate::arguments::{self, ReportArguments};
use crate::days::Days;
use crate::trouble::Trouble;
use crate::veiled::Book;

/// What the figures of a report are measured in.
pub(super) const UNITS: &str = "hours are decimal hours of the whole period, each minute counted once; shares are 0–1 of \
                                working time and counted work time together; gap_hours: below the band negative, above it \
                                positive; ids are the same in every answer";

/// Signals and pieces of advice that are told where nobody asked for more.
const SIGNALS: usize = 8;
const ADVICE: usize = 5;
/// Events behind a signal that are named.
const BEHIND: usize = 4;

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let asked: ReportArguments = arguments::read(given)?;
    let choice = book
        .days(asked.period.as_deref())?
        .map_or(PeriodChoice::Default, Days::choice);
    let report = book.veiled(book.opened.report(&choice, &book.clock)?);
    let about = (&report.period, report.profile.as_str());
    let mut answer = Answer::about(book, calendars, about, UNITS).of_length(asked.more);
    answer.quoting(&report);
    answer.put("hours_to_move", hours(report.hours_to_move));
    answer.put("mix", mix(&report.week_mix));
    answer.put(
        "free_in_fragments_hours",
        hours_of(report.week_mix.fragment_minutes),
    );
    answer.put("all_hours", hours_of(report.week_mix.denominator_minutes));
    answer.put("load", load(&report.metrics));
    answer.trust(&report.trust);
    let most = |all: usize, few: usize| if asked.more { all } else { few };
    let advice = &report.advice;
    if let Some(note) = &advice.note {
        answer.put("advice_note", note);
    }
    let told = advice.advice.iter().take(most(advice.advice.len(), ADVICE));
    answer.list("advice", told.map(advised).collect());
    let signals = &report.signals;
    let told = signals.iter().take(most(signals.len(), SIGNALS));
    answer.list(
        "signals",
        told.map(|signal| signalled(signal, &report)).collect(),
    );
    if asked.more {
        let days = report.metrics.days.iter().map(json_of);
        answer.list("days", days.collect());
    }
    answer.finished(book)
}

/// The six categories against their bands.
pub(super) fn mix(mix: &Mix) -> Vec<Value> {
    let of = |part: &weekwise_model::CategoryShare| {
        json!({
            "category": part.category.id(),
            "booked_hours": hours_of(part.minutes),
            "open_focus_hours": hours_of(part.open_focus_minutes),
            "share": share(part.share),
            "share_could_be": [share(part.range_low), share(part.range_high)],
            "band": part.low.zip(part.high).map(|(low, high)| [share(low), share(high)]),
            "status": part.status,
            "gap_hours": hours(part.gap_hours),
        })
    };
    mix.categories.iter().map(of).collect()
}

/// How full the period is.
pub(super) fn load(metrics: &Metrics) -> Value {
    json!({
        "capacity_hours": hours(metrics.capacity_hours),
        "meeting_hours": hours(metrics.meeting_hours),
        "meeting_load": share(metrics.meeting_load),
        "level": metrics.load_level,
        "meetings": metrics.meetings,
        "focus_hours": hours(metrics.focus_time),
        "fragmented_hours": hours(metrics.fragmented_time.total),
        "conflict_hours": hours(metrics.conflict_hours),
        "after_hours": hours(metrics.after_hours),
        "protected_mornings": metrics.protected_mornings,
        "overloaded_days": metrics.overloaded_days,
        "back_to_back_chains": metrics.back_to_back.len(),
        "share_i_placed_or_organize": metrics.control.map(share),
        "booked_focus_kept": metrics.survival.map(share),
        "short_notice_meetings": metrics.short_notice,
    })
}

fn advised(advice: &Advice) -> Value {
    let effect = &advice.effect;
    json!({
        "id": advice.id,
        "do": advice.text,
        "gain": advice.gain,
        "decides": advice.decides,
        "because": advice.because,
        "trouble_0_to_5": hours(advice.trouble),
        "takes_off_hours_to_move": effect.figure,
        "focus_hours": hours(effect.focus_hours),
        "others_hours_given_back": hours(effect.others_hours),
        "event": advice.uid,
    })
}

fn signalled(signal: &Signal, report: &Report) -> Value {
    let known = |id: &&String| report.advice.advice.iter().any(|advice| advice.id == **id);
    json!({
        "id": signal.id,
        "severity": signal.severity,
        "text": signal.text,
        "threshold": signal.threshold,
        "next_step": signal.next_step,
        "advice": signal.step.as_ref().filter(known),
        "events": signal.evidence.iter().take(BEHIND).collect::<Vec<_>>(),
        "events_in_all": signal.evidence.len(),
    })
}
