use std::io::Read;
use std::path::Path;

use weekwise_engine::Source;

use crate::arguments::Sources;

/// More than this from standard input is refused, as for a file: nobody's calendar is a gigabyte.
const STDIN_LIMIT: u64 = 1 << 30;

/// Why there is nothing to read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SourcesError {
    #[error(
        "give a calendar file, a folder or a zip (or `-` for standard input), or --demo for the demo calendar"
    )]
    None,
    #[error("standard input could not be read: {0}")]
    Stdin(#[from] std::io::Error),
    #[error("standard input is larger than 1 GiB")]
    TooLarge,
}

impl Sources {
    /// Where to read from; standard input is read here and now.
    pub(crate) fn source(&self) -> Result<Source, SourcesError> {
        if self.demo {
            return Ok(Source::Demo);
        }
        if self.files.is_empty() {
            return Err(SourcesError::None);
        }
        let mut sources = Vec::new();
        for file in &self.files {
            sources.push(if file == Path::new("-") {
                stdin()?
            } else {
                Source::Paths(vec![file.clone()])
            });
        }
        Ok(Source::Several(sources))
    }
}

fn stdin() -> Result<Source, SourcesError> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(STDIN_LIMIT + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > STDIN_LIMIT {
        return Err(SourcesError::TooLarge);
    }
    Ok(Source::Bytes {
        name: "standard input".to_owned(),
        bytes,
    })
}
