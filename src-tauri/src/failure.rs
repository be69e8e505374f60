use serde::Serialize;
use weekwise_engine::EngineError;
use weekwise_model::Diagnostic;

/// An error as the window gets it: it switches on the code and shows the message.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Failure {
    /// A stable name: `nothing_read`, `nothing_open`, `bad_settings`, `no_such_event`, `library`, `cancelled`, `internal`.
    pub(crate) code: String,
    /// What happened, in words.
    pub(crate) message: String,
    /// What was wrong with the files, where that is the reason.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Self {
        Self {
            code: error.code().to_owned(),
            message: error.to_string(),
            diagnostics: error.diagnostics().to_vec(),
        }
    }
}

impl Failure {
    /// The same without the names of files.
    pub(crate) fn without_names(mut self) -> Self {
        for diagnostic in &mut self.diagnostics {
            self.message = self.message.replace(&diagnostic.file, "a file");
            "a file".clone_into(&mut diagnostic.file);
            diagnostic.uid = None;
        }
        self
    }

    /// Something that should not happen, in words.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self {
            code: "internal".to_owned(),
            message: message.into(),
            diagnostics: Vec::new(),
        }
    }
}
