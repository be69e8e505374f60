use weekwise_model::Diagnostic;

use crate::collected::Collected;
use crate::sources::{self, Source};
use crate::{Cancelled, Imported, Input, Progress};

/// How to import.
#[derive(Debug, Clone, Copy)]
pub struct ImportOptions<'p> {
    /// Where to tell how far it is, and where to hear that it shall stop.
    pub progress: &'p Progress,
    /// Keeps the bytes, for [`Imported::take_kept`]. They stay in memory until then.
    pub keep_bytes: bool,
}

/// Reads inputs. Never fails: what cannot be read is told in [`Imported::diagnostics`].
pub fn import(inputs: Vec<Input>) -> Imported {
    let options = ImportOptions {
        progress: &Progress::default(),
        keep_bytes: false,
    };
    // Nobody else has this progress, so nobody cancels.
    import_with(inputs, options).unwrap_or_default()
}

/// Reads inputs, and tells how far it is.
///
/// # Errors
/// [`Cancelled`] where that was asked for before the end. Nothing else: what cannot be read is told in
/// [`Imported::diagnostics`].
pub fn import_with(inputs: Vec<Input>, options: ImportOptions<'_>) -> Result<Imported, Cancelled> {
    let progress = options.progress;
    let mut collected = Collected::new(options);
    let mut read = |source: Source| collected.add(source);
    let unread: Vec<Diagnostic> = sources::each(inputs, progress, &mut read);
    if progress.is_cancelled() {
        return Err(Cancelled);
    }
    let imported = collected.finish(unread);
    progress.reached(progress.total_bytes());
    if progress.is_cancelled() {
        return Err(Cancelled);
    }
    Ok(imported)
}
