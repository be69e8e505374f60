//! What an answer rests on: asking, and answering from a script, a pipe or by hand.

use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use weekwise_engine::{EngineError, read_answers};
use weekwise_model::{AnswerRequest, AnswerSheet, Answerer, RefusedAnswer};
use weekwise_report::{answers_text, questions_text, refused_text};

use crate::arguments::{Reading, Sources, TextFormat};
use crate::failure::Failure;
use crate::model::{ModelWanted, answer_by_model};
use crate::run::{Surroundings, exit_of, open};
use crate::sources::library_in;
use crate::{Exit, output};

/// What `questions` is asked.
#[derive(Debug, Args)]
pub struct QuestionsArguments {
    /// Which calendars
    #[command(flatten)]
    sources: Sources,
    /// How time is read
    #[command(flatten)]
    reading: Reading,
    /// How many questions at most
    #[arg(long, value_name = "N", default_value_t = 15)]
    most: usize,
    /// How to print them
    #[arg(long, value_enum, default_value_t)]
    format: TextFormat,
}

/// What `answer` is given.
#[derive(Debug, Args)]
pub struct AnswerArguments {
    /// Answers: a question's id, `=`, and the id of an option, as `questions` lists them
    #[arg(value_name = "ID=OPTION", value_parser = answer_given, required_unless_present_any = ["from", "take_back", "ask_model"])]
    answers: Vec<AnswerRequest>,
    /// Answers as JSON; `-` reads standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    from: Option<PathBuf>,
    /// Who answers: me, script, rule:NAME or assistant:NAME [default: me; of a file, what it says, else script]
    #[arg(long, value_name = "WHO", value_parser = answerer)]
    by: Option<Answerer>,
    /// Takes back the answers that were given together with this one, by the question's id
    #[arg(long, value_name = "ID", conflicts_with_all = ["answers", "from"])]
    take_back: Option<String>,
    /// Lets a model on this computer answer what is asked about events: where it listens (`http://localhost:11434`) and its name.
    /// What would change is shown before anything is kept
    #[arg(long, num_args = 2, value_names = ["URL", "MODEL"], conflicts_with_all = ["answers", "from", "take_back", "by"])]
    ask_model: Option<Vec<String>>,
    /// Keeps a model's answers without asking
    #[arg(long, requires = "ask_model")]
    yes: bool,
    /// How to print what became of them
    #[arg(long, value_enum, default_value_t)]
    format: TextFormat,
}

/// Lists what there is to ask.
pub(crate) fn questions(
    arguments: &QuestionsArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let opened = open(&arguments.sources, &arguments.reading.change(), around, err)?;
    let list = opened.questions(arguments.most, around.clock)?;
    match arguments.format {
        TextFormat::Text => output::text(out, &questions_text(&list, output::style()))?,
        TextFormat::Json => output::json(out, &list)?,
    }
    Ok(exit_of(&opened))
}

/// Answers what the library is asked.
pub(crate) fn answer(
    arguments: &AnswerArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    if let Some([address, model]) = arguments.ask_model.as_deref() {
        let wanted = ModelWanted {
            address,
            model,
            yes: arguments.yes,
        };
        return answer_by_model(&wanted, around, out, err);
    }
    let mut library = library_in(around.data, around.clock)?;
    if let Some(id) = &arguments.take_back {
        let label = library.take_back_answer_to(id, around.clock)?;
        writeln!(out, "{label}")?;
        return Ok(Exit::Done);
    }
    let mut who = Answerer::Me;
    let mut answers = Vec::new();
    if let Some(file) = &arguments.from {
        let sheet = sheet(file)?;
        who = sheet.who.unwrap_or(Answerer::Script);
        answers = sheet.answers;
    }
    answers.extend(arguments.answers.iter().cloned());
    let who = arguments.by.clone().unwrap_or(who);
    let (taken, refused) = library.answer(&answers, &who, around.clock)?;
    match arguments.format {
        TextFormat::Text => output::text(out, &answers_text(&taken, output::style()))?,
        TextFormat::Json => {
            let told = serde_json::json!({ "taken": taken, "refused": refused });
            output::json(out, &told)?;
        }
    }
    tell_refused(&refused, err)?;
    Ok(exit_after_answers(&refused))
}

/// Says which answers were not taken, and why.
pub(crate) fn tell_refused(refused: &[RefusedAnswer], err: &mut impl Write) -> std::io::Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    writeln!(err, "These answers were not taken; the others hold:")?;
    err.write_all(refused_text(refused).as_bytes())
}

/// What is not taken is no success.
pub(crate) fn exit_after_answers(refused: &[RefusedAnswer]) -> Exit {
    if refused.is_empty() {
        Exit::Done
    } else {
        Exit::LeftOut
    }
}

/// The answers in a file, or on standard input.
pub(crate) fn sheet(file: &Path) -> Result<AnswerSheet, Failure> {
    let mut text = String::new();
    if file == Path::new("-") {
        std::io::stdin().lock().read_to_string(&mut text)?;
    } else {
        let unread = |error: std::io::Error| {
            EngineError::NoAnswers(format!("{} could not be read: {error}", file.display()))
        };
        text = std::fs::read_to_string(file).map_err(unread)?;
    }
    Ok(read_answers(&text)?)
}

fn answer_given(text: &str) -> Result<AnswerRequest, String> {
    let (id, option) = text
        .split_once('=')
        .ok_or("an answer is written ID=OPTION, as `weekwise questions` lists them")?;
    Ok(AnswerRequest {
        id: id.trim().to_owned(),
        option: option.trim().to_owned(),
        except: Vec::new(),
    })
}

fn answerer(text: &str) -> Result<Answerer, String> {
    match text.split_once(':') {
        None if text == "me" => Ok(Answerer::Me),
        None if text == "script" => Ok(Answerer::Script),
        Some(("rule", name)) if !name.trim().is_empty() => Ok(Answerer::Rule {
            name: name.trim().to_owned(),
        }),
        Some(("assistant", name)) if !name.trim().is_empty() => Ok(Answerer::Assistant {
            name: name.trim().to_owned(),
        }),
        _ => Err("who answers is me, script, rule:NAME or assistant:NAME".to_owned()),
    }
}
