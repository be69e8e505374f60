//! Questions as the tests ask for them.

use weekwise_engine::Desk;
use weekwise_model::{Question, QuestionKind, QuestionList};

/// Everything that is asked.
pub fn asked(desk: &Desk) -> QuestionList {
    desk.ask(|opened, clock| opened.questions(100, clock))
        .unwrap()
}

/// The first question of a kind, where there is one.
pub fn of_kind(list: &QuestionList, kind: QuestionKind) -> Option<&Question> {
    list.questions.iter().find(|question| question.kind == kind)
}
