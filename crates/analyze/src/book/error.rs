use super::frame::FrameError;

/// What can go wrong while counting.
#[derive(Debug, thiserror::Error)]
pub enum AnalyzeError {
    /// The data frame engine refused a query.
    #[error("the time could not be added up: {0}")]
    Frame(#[from] FrameError),
}
