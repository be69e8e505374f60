use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_model::{
    AnswerRequest, AnswerView, Answerer, PeriodJson, Question, QuestionKind, QuestionList,
    RefusedAnswer, visible,
};

use super::profile_of;
use crate::answer::{Answer, hours, hours_of, share};
use crate::arguments::{self, AnswersGiven, QuestionsArguments};
use crate::calendars::Shelf;
use crate::trouble::Trouble;
use crate::veiled::{Book, Veiled};

const UNITS: &str = "hours are decimal hours of the time looked at, hours_a_week of an average week of it; doubt, likely and \
                     shares are 0–1; points: how much the mix could change";

/// Questions that are told where nobody asked for more, and at most.
const QUESTIONS: usize = 8;
const MOST: usize = 40;
const EVENTS: usize = 4;
const REASONS: usize = 4;

/// Characters of what was sent that are repeated.
const SHOWN: usize = 200;

/// The most answers of one call.
const ANSWERS: usize = 100;

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let asked: QuestionsArguments = arguments::read(given)?;
    let most = asked
        .most
        .unwrap_or(if asked.more { MOST } else { QUESTIONS });
    if !(1..=MOST).contains(&most) {
        return Err(Trouble::Arguments(format!(
            "`most` is 1 to {MOST}, not {most}"
        )));
    }
    // One more, in case one of them is not for assistants.
    let list = book.veiled(book.opened.questions(most + 1, &book.clock)?);
    let period = period_of(&list, book);
    let profile = profile_of(book, None);
    let mut answer =
        Answer::about(book, calendars, (&period, &profile), UNITS).of_length(asked.more);
    answer.quoting(&list);
    answer.put("open_questions", list.open);
    answer.put("note", &list.note);
    answer.put(
        "trust",
        json!({
            "hours": hours_of(list.minutes),
            "hours_expected_right": hours_of(list.sure_minutes),
            "hours_expected_right_once_answered": hours_of(list.sure_after_minutes),
        }),
    );
    let for_assistants = list.questions.iter().filter(|question| is_told(question));
    let for_assistants = for_assistants.take(most);
    answer.list("questions", for_assistants.map(question).collect());
    answer.finished(book)
}

/// Keeps answers in the library, all of them as one step, under the assistant's name.
pub(super) fn given(shelf: &Shelf, assistant: &str, given: JsonObject) -> Result<Value, Trouble> {
    let asked: AnswersGiven = arguments::read(given)?;
    if asked.answers.is_empty() || asked.answers.len() > ANSWERS {
        return Err(Trouble::Arguments(format!(
            "`answers` holds 1 to {ANSWERS} answers"
        )));
    }
    let book = shelf.book()?;
    let mut requests = Vec::with_capacity(asked.answers.len());
    for one in asked.answers {
        let uids = one
            .except
            .iter()
            .map(|id| book.opened.uid_of_mark(id.trim()));
        requests.push(AnswerRequest {
            id: one.question,
            option: one.option,
            except: uids.collect::<Result<_, _>>()?,
        });
    }
    let who = Answerer::Assistant {
        name: assistant.to_owned(),
    };
    let (taken, refused) = shelf.keep(&requests, &who)?;
    let book = shelf.book()?;
    let (taken, refused) = (book.veiled(taken), book.veiled(refused));
    let period = book
        .opened
        .period(&weekwise_engine::PeriodChoice::Default, &book.clock)?;
    let profile = profile_of(&book, None);
    let about = (&PeriodJson::from(&period), profile.as_str());
    let mut answer = Answer::about(&book, shelf.calendars(), about, UNITS);
    answer.quoting(&taken);
    answer.put("taken", taken.iter().map(taken_as).collect::<Vec<_>>());
    answer.put(
        "refused",
        refused.iter().map(refused_as).collect::<Vec<_>>(),
    );
    answer.put(
        "way_back",
        "the user takes all of these back as one step: Ctrl+Z in the window, or `weekwise undo`",
    );
    answer.put("trust", json!({ "kept_as_answered_by": assistant }));
    answer.finished(&book)
}

/// Who the user is, and who is what to the user, has people for an answer, and is the user's to say.
fn is_told(question: &Question) -> bool {
    !matches!(
        question.kind,
        QuestionKind::Me | QuestionKind::Team | QuestionKind::Manager | QuestionKind::Mentored
    )
}

fn period_of(list: &Veiled<QuestionList>, book: &Book) -> PeriodJson {
    let next = list.to.succ_opt().unwrap_or(list.to);
    let zone = book.opened.settings().zone;
    PeriodJson::from(&weekwise_model::Period::of_days(list.from, next, zone))
}

fn question(question: &Question) -> Value {
    json!({
        "id": question.id,
        "about": question.kind,
        "text": question.text,
        "of": question.about,
        "options": question.options.iter().map(|option| json!({
            "id": option.id,
            "text": option.text,
            "guess": option.guess,
            "likely": option.likely.map(share),
        })).collect::<Vec<_>>(),
        "doubt": share(question.doubt),
        "hours_a_week": hours(question.hours_a_week),
        "hours_set_right": hours_of(question.expected_minutes),
        "points": hours(question.points),
        "because": question.because.iter().take(REASONS).map(|one| one.text.as_str()).collect::<Vec<_>>(),
        "events": question.events.iter().take(EVENTS).map(|event| json!({
            "event": event.uid,
            "called": event.summary,
            "cadence": event.cadence,
            "hours": hours_of(event.minutes),
        })).collect::<Vec<_>>(),
    })
}

fn taken_as(view: &AnswerView) -> Value {
    json!({
        "question": view.id,
        "option": view.option,
        "text": view.text,
        "hours_changed": hours_of(view.minutes),
        "but": view.but,
    })
}

/// What was sent comes back as text that can be seen, and short.
fn refused_as(refused: &RefusedAnswer) -> Value {
    let shown = |text: &str| visible(text).chars().take(SHOWN).collect::<String>();
    json!({ "question": shown(&refused.id), "option": shown(&refused.option), "why": shown(&refused.why) })
}
