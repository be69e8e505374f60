//! The tools: a table of questions.

mod compare;
mod explain;
mod people;
mod plan;
mod questions;
mod report;
mod series;

use rmcp::model::{JsonObject, Tool, ToolAnnotations};
use serde_json::Value;
use weekwise_engine::EngineError;
use weekwise_model::{PeriodJson, Selection, Texts};

use crate::answer::Answer;
use crate::arguments::{
    self, AnswersGiven, CompareArguments, ExplainArguments, PeriodArguments, PlanArguments,
    QuestionsArguments, ReportArguments, schema,
};
use crate::calendars::Shelf;
use crate::days::Days;
use crate::trouble::Trouble;
use crate::veiled::{Book, Veiled};

/// One question an assistant can ask.
struct Question {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    schema: fn() -> JsonObject,
    /// The answer; the text says whose calendars they are.
    answer: fn(&Book, &str, JsonObject) -> Result<Value, Trouble>,
}

/// All of them, in the order an assistant reads them.
const QUESTIONS: &[Question] = &[
    Question {
        name: "report",
        title: "Report of a period",
        description: "What the user's working time went to in a week or any other period, counted exactly: the mix of six \
                      categories against the target bands of the user's role, hours to move until every band holds, meeting \
                      load, focus time, signals of trouble, and advice in the order of its worth with its exact effect. Ask \
                      this first, and quote its numbers instead of counting events.",
        schema: schema::<ReportArguments>,
        answer: report::answer,
    },
    Question {
        name: "compare",
        title: "Compare two periods",
        description: "What changed between two periods: each category, free time and load before and after, and the series \
                      behind each difference.",
        schema: schema::<CompareArguments>,
        answer: compare::answer,
    },
    Question {
        name: "series",
        title: "Meetings and what they cost",
        description: "Every series of meetings with the user's hours a week, everybody's hours a month, what it costs in \
                      focus time, what is odd about it (nobody comes, a duplicate, no end), and the cheapest changes. Without \
                      a period: the last 13 weeks. For “what should I decline?”.",
        schema: schema::<PeriodArguments>,
        answer: series::answer,
    },
    Question {
        name: "people",
        title: "1:1s, mentoring, teams",
        description: "Who is met how: 1:1s intended and held, mentoring and how evenly it is spread, teams, meetings that are \
                      the only bridge to a team, companies, time zones. People have neutral names. Without a period: the last \
                      26 weeks.",
        schema: schema::<PeriodArguments>,
        answer: people::answer,
    },
    Question {
        name: "plan",
        title: "Plan deep-work blocks",
        description: "The best blocks of deep work for the coming weeks, found exactly, which meetings would have to change \
                      for them and what each change buys, what keeps the target out of reach. A proposal: nothing is booked \
                      and nobody is told.",
        schema: schema::<PlanArguments>,
        answer: plan::answer,
    },
    Question {
        name: "explain",
        title: "Explain one event",
        description: "Why an event has its category and how its minutes count: the evidence with weights, the runner-up, \
                      what would change the answer. Takes an id another tool told.",
        schema: schema::<ExplainArguments>,
        answer: explain::answer,
    },
    Question {
        name: "questions",
        title: "What is still doubtful",
        description: "What the figures rest on that nobody has confirmed, as questions with options, the guess first: the one \
                      that sets most hours right first. Ask the user; guess only what the events make plain.",
        schema: schema::<QuestionsArguments>,
        answer: questions::answer,
    },
];

/// The one tool that changes something: what the user's library is told. Only where the server was started so.
const ANSWER: &str = "answer";

/// What the client is told there is.
pub(crate) fn listed(takes_answers: bool) -> Vec<Tool> {
    let mut all = asking();
    if takes_answers {
        let title = "Answer questions";
        let description = "Answers what `questions` lists, by the ids of questions and options. The answers are kept in the \
                           user's library under this assistant's name, all of one call as one step the user can take back. \
                           Answer only what the user said or the events make plain.";
        all.push(
            Tool::new(ANSWER, description, schema::<AnswersGiven>())
                .with_title(title)
                .with_annotations(
                    ToolAnnotations::with_title(title)
                        .read_only(false)
                        .destructive(false)
                        .idempotent(true)
                        .open_world(false),
                ),
        );
    }
    all
}

/// The tools that only read.
fn asking() -> Vec<Tool> {
    QUESTIONS
        .iter()
        .map(|question| {
            Tool::new(question.name, question.description, (question.schema)())
                .with_title(question.title)
                .with_annotations(
                    ToolAnnotations::with_title(question.title)
                        .read_only(true)
                        .destructive(false)
                        .idempotent(true)
                        .open_world(false),
                )
        })
        .collect()
}

/// The names of all tools.
pub(crate) fn names(takes_answers: bool) -> Vec<&'static str> {
    let answer = takes_answers.then_some(ANSWER);
    let questions = QUESTIONS.iter().map(|question| question.name);
    questions.chain(answer).collect()
}

/// The answer of a tool.
///
/// # Errors
/// [`Trouble::Arguments`] where the arguments make no sense, and whatever the engine says.
pub(crate) fn answer(
    name: &str,
    given: JsonObject,
    shelf: &Shelf,
    assistant: &str,
) -> Result<Value, Trouble> {
    if name == ANSWER {
        return questions::given(shelf, assistant, given);
    }
    let question = QUESTIONS.iter().find(|question| question.name == name);
    let question = question.ok_or(Trouble::Internal)?;
    let book = shelf.book()?;
    (question.answer)(&book, shelf.calendars(), given)
}

impl Book {
    /// What a text of a period means today.
    fn days(&self, text: Option<&str>) -> Result<Option<Days>, Trouble> {
        let settings = self.opened.settings();
        let today = self.clock.today(settings.zone);
        text.map(|text| Days::read(text, today, settings.display.first_day))
            .transpose()
    }
}

/// How the tools about some days begin: the arguments, the view that `ask` gives of these days, veiled, and an answer about
/// its period. The last says whether more is wanted.
fn begun<T: Texts>(
    (book, calendars): (&Book, &str),
    given: JsonObject,
    units: &str,
    ask: impl FnOnce(&Selection) -> Result<T, EngineError>,
    period: impl FnOnce(&T) -> &PeriodJson,
) -> Result<(Veiled<T>, Answer, bool), Trouble> {
    let asked: PeriodArguments = arguments::read(given)?;
    let days = book.days(asked.period.as_deref())?;
    let profile = profile_of(book, asked.profile.as_deref());
    let selection = Days::selection(days, asked.profile);
    let view = book.veiled(ask(&selection)?);
    let about = (period(&view), profile.as_str());
    let mut answer = Answer::about(book, calendars, about, units).of_length(asked.more);
    answer.quoting(&view);
    Ok((view, answer, asked.more))
}

/// The id of the profile an answer compares with.
fn profile_of(book: &Book, asked: Option<&str>) -> String {
    asked.map_or_else(|| book.opened.settings().profile.id.clone(), str::to_owned)
}

/// A plain type of ours as JSON, which never fails.
fn json_of(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// The days a period is about, for a sentence.
fn days_of(period: &PeriodJson) -> String {
    let day = |at: &str| at.get(..10).unwrap_or(at).to_owned();
    format!(
        "{} to {} (not included)",
        day(&period.from),
        day(&period.to)
    )
}
