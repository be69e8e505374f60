use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_engine::Moment;
use weekwise_model::{Explanation, PeriodJson};

use super::profile_of;
use crate::answer::{Answer, hours, share};
use crate::arguments::{self, ExplainArguments};
use crate::trouble::Trouble;
use crate::veiled::Book;

const UNITS: &str = "confidence is 0–1 and calibrated: of those said 0.8 about 80 % are right; weights are the classifier's \
                     own points, more is stronger";

/// How many reasons are told.
const REASONS: usize = 12;

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let asked: ExplainArguments = arguments::read(given)?;
    let id = asked.event.trim();
    let is_id = id.len() == 12 && id.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_id {
        return Err(Trouble::Arguments(
            "`event` is an id as the other tools tell it: twelve hexadecimal digits".to_owned(),
        ));
    }
    let id = id.to_ascii_lowercase();
    let at = asked.at.as_deref().map(str::parse::<Moment>).transpose()?;
    let uid = book.opened.uid_of_mark(&id)?;
    let explained = book
        .opened
        .explain(&uid, at, &book.clock)
        .map_err(|error| without_uid(error.into(), &id))?;
    let explanation = book.veiled(explained);
    let event = &explanation.event;
    let period = PeriodJson {
        from: event.start.clone(),
        to: event.end.clone(),
        tz: book.opened.settings().zone.name().to_owned(),
    };
    let profile = profile_of(book, None);
    let mut answer = Answer::about(book, calendars, (&period, &profile), UNITS);
    answer.quoting(&explanation);
    answer.put("event", told_event(&explanation));
    answer.put("counting", &explanation.counting);
    answer.put("category_would_change", &explanation.would_change);
    answer.put("effect_would_change", &explanation.day_would_change);
    let classification = &explanation.classification;
    if let Some(next) = &classification.runner_up {
        answer.put(
            "runner_up",
            json!({ "category": next.category.id(), "kind": next.kind.id(), "confidence": share(next.confidence) }),
        );
    }
    answer.put("decided_by", &classification.decided_by);
    let reasons = classification.because.iter().take(REASONS);
    answer.list(
        "evidence",
        reasons
            .map(|one| json!({ "text": one.text, "for": one.category.id(), "weight": hours(one.weight) }))
            .collect(),
    );
    let reasons = explanation.day.because.iter().take(REASONS);
    answer.list(
        "evidence_of_its_effect",
        reasons
            .map(|one| json!({ "text": one.text, "for": one.effect, "weight": hours(one.weight) }))
            .collect(),
    );
    answer.put(
        "trust",
        json!({ "confidence": share(classification.confidence), "effect_confidence": share(explanation.day.confidence) }),
    );
    answer.finished(book)
}

fn told_event(explanation: &Explanation) -> Value {
    let event = &explanation.event;
    json!({
        "id": event.uid,
        "called": event.summary,
        "start": event.start,
        "end": event.end,
        "all_day": event.all_day,
        "status": event.status,
        "my_response": event.response,
        "counted": event.counted,
        "not_counted_because": event.not_counted_because,
        "effect_on_the_day": event.effect,
        "people": event.people,
        "category": event.category.map(weekwise_model::Category::id),
        "kind": event.kind.id(),
        "calendar": event.calendar,
    })
}

/// An error that names the event by the id it was asked with.
fn without_uid(trouble: Trouble, id: &str) -> Trouble {
    match trouble {
        Trouble::NoSuchEvent(_) => Trouble::NoSuchEvent(id.to_owned()),
        Trouble::NoSuchInstance { at, .. } => Trouble::NoSuchInstance {
            id: id.to_owned(),
            at,
        },
        other => other,
    }
}
