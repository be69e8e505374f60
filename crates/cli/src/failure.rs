use std::error::Error;
use std::io::ErrorKind;

use weekwise_engine::EngineError;
use weekwise_report::{PaperError, TableError};

use crate::Exit;
use crate::sources::SourcesError;

/// Why a command ended early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error(transparent)]
    Sources(#[from] SourcesError),
    #[error(transparent)]
    Rows(#[from] TableError),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error("a PDF is not for a terminal: say where it goes with --output FILE")]
    PdfOnTerminal,
    #[error(
        "the review of a week is its note, as md or json: other forms, --titles and --names are of --month, --quarter or --year"
    )]
    OnlyOfLonger,
    #[error(transparent)]
    Elsewhere(#[from] weekwise_engine::NotHere),
    #[error(transparent)]
    Assistant(#[from] weekwise_assist::ServeError),
    #[error("there is no backup of a library in this data folder")]
    NoBackup,
    #[error("the answer could not be written: {0}")]
    Write(#[from] std::io::Error),
}

/// Whether one of the reasons is a pipe that nobody reads from any more.
fn is_closed(error: &(dyn Error + 'static)) -> bool {
    let mut reason = Some(error);
    while let Some(error) = reason {
        let io = error.downcast_ref::<std::io::Error>();
        if io.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) {
            return true;
        }
        reason = error.source();
    }
    false
}

impl Failure {
    /// Whoever read the output has seen enough (`weekwise events … | head`).
    pub(crate) fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Self::Write(error)
            | Self::Rows(TableError::Write(error))
            | Self::Engine(EngineError::Write(error)) => error.kind(),
            Self::Rows(TableError::Parquet(error)) => return is_closed(error),
            _ => return false,
        };
        kind == ErrorKind::BrokenPipe
    }

    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Engine(EngineError::NothingRead { .. } | EngineError::NothingOpen)
            | Self::Sources(SourcesError::Stdin(_) | SourcesError::NoFile(_)) => Exit::NothingRead,
            _ => Exit::BadArguments,
        }
    }
}
