//! `weekwise answer --ask-model`: a model on this computer answers, and the user sees what that changes before it is kept.

use std::io::{BufRead as _, IsTerminal as _, Write};
use std::ops::ControlFlow;

use weekwise_engine::{
    Loopback, LoopbackAddress, MODEL_QUESTIONS, Patience, SettingsChange, ask_model, model_name,
};
use weekwise_model::{Answerer, ModelProposal, visible, words};

use crate::Exit;
use crate::failure::Failure;
use crate::run::Surroundings;
use crate::sources::library_in;

/// What is asked of a model.
pub(crate) struct ModelWanted<'a> {
    /// Where it listens.
    pub(crate) address: &'a str,
    /// What it is called there.
    pub(crate) model: &'a str,
    /// Keeps its answers without asking.
    pub(crate) yes: bool,
}

/// Lets a model on this computer answer what the library is asked.
pub(crate) fn answer_by_model(
    wanted: &ModelWanted<'_>,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    // An address that is refused is refused before anything is read.
    let address: LoopbackAddress = wanted.address.parse()?;
    let model = model_name(wanted.model);
    let opened = library_in(around.data, around.clock)?.read(&SettingsChange::default())?;
    let list = opened.questions(MODEL_QUESTIONS, around.clock)?;
    let loopback = Loopback::new(address, Patience::default());
    let progress = |err: &mut dyn Write, through: usize, of: usize| {
        // Where nobody listens the answers still count.
        let _ = writeln!(err, "{model}: {through} of {of} questions");
        ControlFlow::Continue(())
    };
    let told = ask_model(
        &list,
        &model,
        &mut |question| loopback.ask(question),
        &mut |through, of| progress(err, through, of),
    );
    let told = told.proposal(&list, &model);
    for trouble in &told.troubles {
        writeln!(err, "{trouble}")?;
    }
    write!(out, "{}", preview(&told))?;
    out.flush()?;
    if told.answers.is_empty() {
        return Ok(exit(&told));
    }
    if !wanted.yes && !is_wanted(err)? {
        writeln!(
            out,
            "Nothing was kept. With --yes the answers are kept without asking."
        )?;
        return Ok(exit(&told));
    }
    let who = Answerer::Assistant { name: model };
    // Asking took a while: the library is opened as it is now, and an answer to what is gone is refused.
    let mut library = library_in(around.data, around.clock)?;
    let (taken, refused) = library.answer(&told.answers, &who, around.clock)?;
    crate::questions::tell_refused(&refused, err)?;
    let many = words::count(taken.len(), "answer was", "answers were");
    writeln!(out, "{many} kept. `weekwise undo` takes them back.")?;
    Ok(exit(&told))
}

/// Trouble on the way is no success, whatever was kept.
fn exit(told: &ModelProposal) -> Exit {
    if told.troubles.is_empty() {
        Exit::Done
    } else {
        Exit::LeftOut
    }
}

/// What would change, before anything does.
fn preview(told: &ModelProposal) -> String {
    if told.asked == 0 {
        return "There is nothing to ask a model: every event is sure, or was said.\n".to_owned();
    }
    let mut text = format!(
        "{} answered {} of {}.\n",
        told.model,
        told.answers.len(),
        words::count(told.asked, "question", "questions")
    );
    if !told.changes.is_empty() {
        text.push_str("This would change:\n");
    }
    for change in &told.changes {
        let instead = change.instead_of.as_ref();
        let instead = instead.map_or(String::new(), |guess| {
            format!(", not {}", words::lower_first(guess))
        });
        let line = format!(
            "  {}: {}{instead} · {} a week",
            change.short,
            change.option,
            words::hours(change.hours_a_week)
        );
        text.push_str(&visible(&line));
        text.push('\n');
    }
    if told.same > 0 {
        let many = words::count(told.same, "answer says", "answers say");
        text.push_str(&format!("{many} what is taken to be true already.\n"));
    }
    text
}

/// Asks on the terminal; without one nothing is kept.
fn is_wanted(err: &mut impl Write) -> std::io::Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    write!(err, "Keep these answers? [y/N] ")?;
    err.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}
