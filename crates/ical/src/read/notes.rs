//! What was wrong, first of one component, then of the file.

use weekwise_model::{Diagnostic, Outcome};

use super::file::FileRead;
use crate::limits;

/// Problems of one component.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(super) list: Vec<Note>,
}

#[derive(Debug)]
pub(super) struct Note {
    line: u32,
    code: &'static str,
    problem: String,
    remedy: &'static str,
    outcome: Outcome,
}

impl Notes {
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn add(
        &mut self,
        line: u32,
        code: &'static str,
        problem: &str,
        remedy: &'static str,
        outcome: Outcome,
    ) {
        // A list of a thousand odd dates is one problem.
        let told = self
            .list
            .last()
            .is_some_and(|note| note.line == line && note.code == code);
        if !told && self.list.len() < limits::DIAGNOSTICS {
            self.list.push(Note {
                line,
                code,
                problem: problem.to_owned(),
                remedy,
                outcome,
            });
        }
    }
}

/// Writes diagnostics of a file.
pub(super) struct Teller<'a> {
    file: &'a str,
    read: &'a mut FileRead,
    budget: usize,
}

impl<'a> Teller<'a> {
    pub(super) fn new(file: &'a str, read: &'a mut FileRead) -> Self {
        Self {
            file,
            read,
            budget: limits::DIAGNOSTICS,
        }
    }

    pub(super) fn tell(
        &mut self,
        line: u32,
        uid: Option<&str>,
        code: &str,
        problem: String,
        remedy: &str,
        outcome: Outcome,
    ) {
        // What is left out is always told; of the rest, a bounded number.
        if outcome != Outcome::LeftOut {
            if self.budget == 0 {
                self.read.untold += 1;
                return;
            }
            self.budget -= 1;
        }
        self.read.diagnostics.push(Diagnostic {
            file: self.file.to_owned(),
            line,
            uid: uid.map(str::to_owned),
            code: code.to_owned(),
            problem,
            remedy: remedy.to_owned(),
            outcome,
        });
    }

    pub(super) fn left_out(&mut self, line: u32, uid: Option<&str>, code: &str, problem: String) {
        self.tell(
            line,
            uid,
            code,
            problem,
            "what is beyond was left out",
            Outcome::LeftOut,
        );
    }

    /// Tells the problems of a component.
    pub(super) fn notes(&mut self, notes: Notes, uid: Option<&str>) {
        for note in notes.list {
            self.tell(
                note.line,
                uid,
                note.code,
                note.problem,
                note.remedy,
                note.outcome,
            );
        }
    }
}

/// A problem of a whole file, which is left out.
pub(crate) fn whole_file(file: &str, code: &str, problem: &str, remedy: &str) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        line: 0,
        uid: None,
        code: code.to_owned(),
        problem: problem.to_owned(),
        remedy: remedy.to_owned(),
        outcome: Outcome::LeftOut,
    }
}
