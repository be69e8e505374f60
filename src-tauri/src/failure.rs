use serde::Serialize;
use weekwise_engine::EngineError;
use weekwise_model::Diagnostic;

/// An error as the window gets it: it switches on the code and shows the message.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Failure {
    /// A stable name: [`EngineError::code`].
    code: String,
    /// What happened, in words.
    message: String,
    /// What was wrong with the files, where that is the reason.
    diagnostics: Vec<Diagnostic>,
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
