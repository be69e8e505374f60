//! Answers as PDF: A4, text that can be selected and searched, letters embedded, bars as vectors, and a structure screen
//! readers follow (PDF/UA-1).
//!
//! Words and lengths are those of the HTML page ([`crate::page`], [`crate::leaf`]). Here they are laid out from top to
//! bottom ([`sheet`]) in lines ([`line`]) of shaped letters ([`face`]), and written when it is known how many pages there
//! are ([`write`]).
//!
//! The font has Latin, Greek and Cyrillic letters. What it lacks is drawn as a box, the document says so, and copied text
//! has the real characters all the same.

mod face;
mod ink;
mod leaf;
mod line;
mod parts;
mod report;
mod sheet;
mod write;

pub use leaf::{evidence_pdf, look_back_pdf};
pub use report::report_pdf;

use self::face::Faces;
use self::line::Span;
use self::sheet::Sheet;
use self::write::About;

/// An answer that could not be put into a PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The embedded font is not what it should be.
    #[error("the font of the document could not be read")]
    Font,
    /// The document did not pass its own check.
    #[error("the document could not be written")]
    Write,
}

/// A document from its parts; what limits it comes last.
fn document(
    title: &str,
    notes: &[String],
    draw: impl FnOnce(&mut Sheet<'_>),
) -> Result<Vec<u8>, PdfError> {
    let faces = Faces::new()?;
    let mut sheet = Sheet::new(&faces);
    draw(&mut sheet);
    let mut notes = notes.to_vec();
    if faces.missed() {
        notes.push(format!(
            "Some characters are not in this document's font; {} stands for each. Copied text has them.",
            face::BOX
        ));
    }
    if !notes.is_empty() {
        parts::section(&mut sheet, "How far to trust this", 24.0);
        let entries: Vec<Vec<Span>> = notes
            .iter()
            .map(|note| vec![Span::new(note.as_str(), parts::QUIET)])
            .collect();
        parts::list(&mut sheet, &entries);
    }
    let about = About {
        title: format!("Weekwise · {title}"),
        foot: format!("Weekwise · {title}"),
    };
    write::written(&sheet, &about)
}
