//! The note a review leaves, as a file among somebody's own notes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use weekwise_model::IsoWeek;
use weekwise_store::write_whole;

use crate::EngineError;

/// What stands between our words in a note and somebody's own.
const MARKER: &str =
    "<!-- What is above is written anew with each review of this week; what is below is yours. -->";

/// Writes the note of a week's review into a folder; says where. Of a note that is there, what stands below its marker stays, and
/// where somebody took the marker away, all of it stays, below the new one.
///
/// # Errors
/// [`EngineError::Write`] where the folder is not there, or takes no file.
pub fn write_note(note: &str, week: IsoWeek, folder: &Path) -> Result<PathBuf, EngineError> {
    let file = note_in(folder, week);
    let failed = |error: &io::Error| {
        let folder = folder.display();
        let text = format!("the note cannot be written into {folder}: {error}");
        EngineError::Write(io::Error::new(error.kind(), text))
    };
    if !folder.is_dir() {
        return Err(failed(&io::Error::from(io::ErrorKind::NotFound)));
    }
    let before = match fs::read_to_string(&file) {
        Ok(before) => before,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(&error)),
    };
    let note = with_own(note, &before);
    // Written again it is the same file: nothing there is to be touched.
    if note != before {
        write_whole::<_, io::Error>(&file, |out| out.write_all(note.as_bytes()))
            .map_err(|error| failed(&error))?;
    }
    Ok(file)
}

/// The file a week's note is written to.
pub(crate) fn note_in(folder: &Path, week: IsoWeek) -> PathBuf {
    folder.join(format!("{week}.md"))
}

/// The note with what somebody wrote below the marker of the one before.
fn with_own(note: &str, before: &str) -> String {
    let own = match before.split_once(MARKER) {
        Some((_, own)) => own.trim_start_matches('\n'),
        None => before,
    };
    if own.is_empty() {
        return format!("{note}{MARKER}\n");
    }
    format!("{note}{MARKER}\n\n{own}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_by_hand_stays() {
        let first = with_own("# Week 47\n", "");
        assert_eq!(first, format!("# Week 47\n{MARKER}\n"));
        let added = format!("{first}\n- ask Ruth\n");
        let second = with_own("# Week 47, again\n", &added);
        assert_eq!(
            second,
            format!("# Week 47, again\n{MARKER}\n\n- ask Ruth\n")
        );
        assert_eq!(with_own("# Week 47, again\n", &second), second);
        let bare = with_own("# Week 47\n", "mine, without a marker\n");
        assert!(bare.ends_with("mine, without a marker\n"));
        assert_eq!(with_own("# Week 47\n", &bare), bare);
    }
}
