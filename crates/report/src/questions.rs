use weekwise_model::{
    AnswerView, Answerer, Question, QuestionList, RefusedAnswer, ShareChange, readable, words,
};

use crate::Style;
use crate::words::{percent, tame};

/// So many changes of shares are told of an option.
const MOST_SHARES: usize = 2;

/// So many events of a question are listed.
const MOST_EVENTS: usize = 4;

/// The questions with what hangs on each, for a terminal.
pub fn questions_text(list: &QuestionList, style: Style) -> String {
    let list = &readable(list.clone());
    let mut text = String::new();
    if let Some(note) = &list.note {
        text.push_str(&format!("{note}\n"));
    } else {
        text.push_str(&format!("{}\n", style.strong(&headline(list))));
    }
    for question in &list.questions {
        text.push_str(&format!("\n{}", question_text(question, style)));
    }
    if !list.answers.is_empty() {
        text.push_str(&format!("\n{}\n", style.strong("Answered")));
        for answer in &list.answers {
            text.push_str(&format!("{}\n", answer_line(answer, style)));
        }
    }
    text
}

/// `9 questions settle 14.2 h; 63 % of the hours are sure, and 96 % once they are answered.`
fn headline(list: &QuestionList) -> String {
    let share = |minutes: i64| percent(minutes as f64 / list.minutes.max(1) as f64);
    let settled = list.sure_after_minutes - list.sure_minutes;
    let settle = if list.questions.len() == 1 {
        "settles"
    } else {
        "settle"
    };
    format!(
        "{} {settle} {}: {} of the hours from {} to {} are sure, {} once answered",
        words::count(list.questions.len(), "question", "questions"),
        words::amount(settled),
        share(list.sure_minutes),
        list.from,
        list.to,
        share(list.sure_after_minutes),
    )
}

fn question_text(question: &Question, style: Style) -> String {
    let mut text = format!(
        "{}\n  {}\n",
        style.strong(&tame(&question.text)),
        style.muted(&format!(
            "{} · {} a week · {}",
            question.id,
            words::hours(question.hours_a_week),
            tame(&question.about)
        )),
    );
    for option in &question.options {
        let likely = match (option.guess, option.likely) {
            (true, Some(likely)) => format!(" (the guess, {})", percent(likely)),
            (true, None) => " (the guess)".to_owned(),
            _ => String::new(),
        };
        let effect = match &option.then {
            Some(then) => then.clone(),
            None => shares(&option.shares),
        };
        text.push_str(&format!(
            "    {}={}  {}{likely}{}\n",
            question.id,
            tame(&option.id),
            tame(&option.text),
            if effect.is_empty() {
                String::new()
            } else {
                style.muted(&format!("  {effect}"))
            }
        ));
    }
    for event in question.events.iter().take(MOST_EVENTS) {
        let cadence = event
            .cadence
            .as_deref()
            .map(|cadence| format!(", {cadence}"));
        text.push_str(&style.muted(&format!(
            "      {}{}, {}\n",
            tame(&words::title(&event.summary)),
            cadence.unwrap_or_default(),
            words::count(usize::try_from(event.times).unwrap_or(0), "time", "times"),
        )));
    }
    let more = question.events.len().saturating_sub(MOST_EVENTS);
    if more > 0 {
        text.push_str(&style.muted(&format!("      and {more} more\n")));
    }
    if let Some(holds) = &question.holds {
        text.push_str(&style.muted(&format!("    {}\n", tame(holds))));
    }
    text
}

/// `1:1s 6 % → 13 %`.
fn shares(changes: &[ShareChange]) -> String {
    let told = changes.iter().take(MOST_SHARES).map(|change| {
        format!(
            "{} {} → {}",
            words::category(change.category),
            percent(change.before),
            percent(change.after)
        )
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Answers that were taken, and what they changed.
pub fn answers_text(answers: &[AnswerView], style: Style) -> String {
    let answers = readable(answers.to_vec());
    let lines = answers
        .iter()
        .map(|answer| format!("{}\n", answer_line(answer, style)));
    lines.collect()
}

fn answer_line(answer: &AnswerView, style: Style) -> String {
    let changed = match answer.minutes {
        0 => "changed nothing".to_owned(),
        minutes => format!("{} changed", words::amount(minutes)),
    };
    let but = answer.but.as_deref().map(|but| format!(" {but}"));
    format!(
        "{}  {}{}{}",
        answer.at.replace('T', " "),
        tame(&answer.text),
        style.muted(&format!(" · {changed}{}", by(&answer.who))),
        but.unwrap_or_default()
    )
}

fn by(who: &Answerer) -> String {
    match who {
        Answerer::Me => String::new(),
        Answerer::Rule { name } => format!(" · by the rule “{}”", tame(name)),
        Answerer::Script => " · by a script".to_owned(),
        Answerer::Assistant { name } => format!(" · by “{}”", tame(name)),
    }
}

/// Answers that were not taken, each with why.
pub fn refused_text(refused: &[RefusedAnswer]) -> String {
    let line =
        |one: &RefusedAnswer| format!("{}={}: {}\n", tame(&one.id), tame(&one.option), one.why);
    refused.iter().map(line).collect()
}
