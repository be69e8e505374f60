//! Answers from outside: a file, a pipe, the arguments of a command.

use serde::Deserialize;
use serde_json::{Map, Value};
use weekwise_model::{AnswerRequest, AnswerSheet, Answerer};

use crate::{Clock, EngineError, Opened};

/// A list of questions in which somebody wrote an answer beside some.
#[derive(Deserialize)]
struct Filled {
    questions: Vec<FilledQuestion>,
    #[serde(default)]
    who: Option<Answerer>,
}

#[derive(Deserialize)]
struct FilledQuestion {
    id: String,
    #[serde(default)]
    answer: Option<String>,
    #[serde(default)]
    except: Vec<String>,
}

/// Reads answers as JSON: `{"who": …, "answers": [{"id": …, "option": …}]}`, the array alone, an object of options by their
/// questions, or the list of questions with an `answer` beside some of them.
///
/// # Errors
/// [`EngineError::NoAnswers`] where it is none of these.
pub fn read_answers(text: &str) -> Result<AnswerSheet, EngineError> {
    let wrong = |error: serde_json::Error| EngineError::NoAnswers(error.to_string());
    let value: Value = serde_json::from_str(text).map_err(wrong)?;
    let has = |key: &str| value.get(key).is_some();
    if value.is_array() {
        let answers = serde_json::from_value(value).map_err(wrong)?;
        return Ok(AnswerSheet { who: None, answers });
    }
    if has("answers") && !has("questions") {
        return serde_json::from_value(value).map_err(wrong);
    }
    if has("questions") {
        let filled: Filled = serde_json::from_value(value).map_err(wrong)?;
        let answer = |question: FilledQuestion| {
            Some(AnswerRequest {
                option: question.answer?,
                id: question.id,
                except: question.except,
            })
        };
        return Ok(AnswerSheet {
            who: filled.who,
            answers: filled.questions.into_iter().filter_map(answer).collect(),
        });
    }
    let by_id: Map<String, Value> = serde_json::from_value(value).map_err(wrong)?;
    let answer = |(id, option): (String, Value)| match option {
        Value::String(option) => Ok(AnswerRequest {
            id,
            option,
            except: Vec::new(),
        }),
        _ => Err(EngineError::NoAnswers(format!(
            "the option of {id} is no text"
        ))),
    };
    Ok(AnswerSheet {
        who: None,
        answers: by_id.into_iter().map(answer).collect::<Result<_, _>>()?,
    })
}

impl Opened {
    /// Takes answers about what was only read: they hold as long as it is open. Those that make no sense are told by
    /// [`Opened::refused_answers`]; the others hold.
    ///
    /// # Errors
    /// Those of settings that make no sense; then nothing is changed.
    pub fn answer(&mut self, sheet: &AnswerSheet, clock: &Clock) -> Result<(), EngineError> {
        let who = sheet.who.clone().unwrap_or(Answerer::Script);
        let taken = self.take(&sheet.answers, &who, clock)?;
        if !taken.given.is_empty() {
            self.change_settings(&taken.settings)?;
            self.hear(taken.said);
        }
        self.refused = taken.refused;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(text: &str) -> Vec<(String, String)> {
        let sheet = read_answers(text).unwrap();
        let answers = sheet.answers.into_iter();
        answers.map(|answer| (answer.id, answer.option)).collect()
    }

    #[test]
    fn answers_are_read_in_all_their_forms() {
        let wanted = vec![("a".to_owned(), "review".to_owned())];
        for text in [
            r#"{"answers": [{"id": "a", "option": "review"}]}"#,
            r#"{"who": {"by": "assistant", "name": "Ada"}, "answers": [{"id": "a", "option": "review", "except": ["u"]}]}"#,
            r#"[{"id": "a", "option": "review"}]"#,
            r#"{"a": "review"}"#,
            r#"{"questions": [{"id": "a", "answer": "review", "text": "?"}, {"id": "b"}], "minutes": 4}"#,
        ] {
            assert_eq!(options(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_list_of_answers_is_an_error() {
        for text in [
            "",
            "42",
            r#"{"a": 1}"#,
            r#"{"answers": [{"id": "a"}]}"#,
            "[1]",
        ] {
            let code = read_answers(text).err().map(|error| error.code());
            assert_eq!(code, Some("no_answers"), "{text}");
        }
    }
}
