/// What can go wrong while counting.
#[derive(Debug, thiserror::Error)]
pub enum AnalyzeError {
    /// The data frame engine refused a query. It names columns, never the content of a calendar.
    #[error("the time could not be added up: {0}")]
    Frame(#[from] polars::error::PolarsError),
}
