//! The letters of the document: two weights of Inter, shaped.

use std::cell::Cell;
use std::ops::Range;

use harfrust::{
    Direction, Feature, FontRef, GlyphInfo, GlyphPosition, ShapeOptions, Shaper, ShaperData, Tag,
    UnicodeBuffer,
};

use super::PdfError;

const REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../../fonts/Inter-SemiBold.ttf");

/// Drawn where the font has no letterform.
pub(crate) const BOX: &str = "□";

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Text.
    Regular,
    /// Headings and what matters.
    Strong,
}

/// One letterform and the text it stands for. Lengths are in em.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) x_offset: f32,
    pub(super) y_offset: f32,
    /// The bytes of the text it stands for; several letterforms may stand for the same ones.
    pub(super) text: Range<usize>,
}

/// Text with its letterforms.
#[derive(Debug, Clone)]
pub(super) struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// In em.
    pub(super) width: f32,
}

struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    units: f32,
    /// The box for what is missing.
    fallback: Glyph,
}

/// Both weights, and whether a letterform was missed so far.
pub(super) struct Faces {
    regular: Face,
    strong: Face,
    missed: Cell<bool>,
}

impl Faces {
    pub(super) fn new() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Face::new(REGULAR)?,
            strong: Face::new(STRONG)?,
            missed: Cell::new(false),
        })
    }

    /// The file of a weight, to embed what is used of it.
    pub(super) fn file(weight: Weight) -> &'static [u8] {
        match weight {
            Weight::Regular => REGULAR,
            Weight::Strong => STRONG,
        }
    }

    /// Whether some text had characters the font does not have.
    pub(super) fn missed(&self) -> bool {
        self.missed.get()
    }

    pub(super) fn shape(&self, text: &str, weight: Weight) -> Shaped {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        };
        // PDF has no way to say these; people have no way to see them.
        let text = text.replace(['\0', '\u{feff}', '\u{fffe}', '\u{ffff}'], "");
        let mut glyphs = Vec::new();
        for cluster in clusters(face.glyphs(&text)) {
            let missing = cluster.iter().any(|glyph| glyph.id == 0);
            match cluster.first() {
                Some(first) if missing => {
                    self.missed.set(true);
                    let text = first.text.clone();
                    glyphs.push(Glyph {
                        text,
                        ..face.fallback.clone()
                    });
                }
                _ => glyphs.extend(cluster),
            }
        }
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Shaped {
            text,
            glyphs,
            width,
        }
    }

    /// The width of text, in em.
    pub(super) fn width(&self, text: &str, weight: Weight) -> f32 {
        self.shape(text, weight).width
    }
}

impl Face {
    fn new(file: &'static [u8]) -> Result<Self, PdfError> {
        let font = FontRef::new(file).map_err(|_| PdfError::Font)?;
        let data = ShaperData::new(&font);
        let mut face = Self {
            font,
            data,
            units: 1.0,
            fallback: Glyph {
                id: 0,
                advance: 0.0,
                x_offset: 0.0,
                y_offset: 0.0,
                text: 0..0,
            },
        };
        face.units = face.shaper().units_per_em() as f32;
        let found = face.glyphs(BOX).into_iter().next();
        face.fallback = found.filter(|glyph| glyph.id != 0).ok_or(PdfError::Font)?;
        Ok(face)
    }

    fn shaper(&self) -> Shaper<'_> {
        self.data.shaper(&self.font).build()
    }

    /// From left to right: the font has no script that runs the other way.
    fn glyphs(&self, text: &str) -> Vec<Glyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        // Figures of one width stand below each other in columns. Figures only: hyphens would be as wide.
        let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let features: Vec<Feature> = digits
            .map(|(at, _)| Feature {
                tag: Tag::new(b"tnum"),
                value: 1,
                start: place(at),
                end: place(at + 1),
            })
            .collect();
        let shaped = self
            .shaper()
            .shape(buffer, ShapeOptions::new().features(&features));
        let em = |units: i32| units as f32 / self.units;
        let glyph = |(info, position): (&GlyphInfo, &GlyphPosition)| Glyph {
            id: info.glyph_id,
            advance: em(position.x_advance),
            x_offset: em(position.x_offset),
            y_offset: em(position.y_offset),
            text: usize::try_from(info.cluster).unwrap_or(0)..text.len(),
        };
        let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let mut glyphs: Vec<Glyph> = placed.map(glyph).collect();
        // Each ends where the next begins; those of one cluster end together.
        let (mut end, mut start) = (text.len(), text.len());
        for glyph in glyphs.iter_mut().rev() {
            if glyph.text.start < start {
                (end, start) = (start, glyph.text.start);
            }
            glyph.text.end = end;
        }
        glyphs
    }
}

/// Letterforms that stand for the same text, together.
fn clusters(glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut found: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match found.last_mut() {
            Some(last) if last.first().is_some_and(|first| first.text == glyph.text) => {
                last.push(glyph);
            }
            _ => found.push(vec![glyph]),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_equally_wide_and_strong_letters_are_wider() {
        let faces = Faces::new().unwrap();
        let wide = |text, weight| faces.width(text, weight);
        assert!((wide("111", Weight::Regular) - wide("888", Weight::Regular)).abs() < 1e-4);
        assert!(wide("Review", Weight::Strong) > wide("Review", Weight::Regular));
        assert!(!faces.missed());
    }

    #[test]
    fn a_hyphen_is_as_wide_beside_figures_as_elsewhere() {
        let faces = Faces::new().unwrap();
        let wide = |text| faces.width(text, Weight::Regular);
        let between = wide("cross-team 4") - wide("cross") - wide("team 4");
        assert!(between < 0.5, "{between}");
    }

    #[test]
    fn what_the_font_lacks_is_one_box_a_character_and_remembered() {
        let faces = Faces::new().unwrap();
        for (text, letterforms) in [("設計", 2), ("👩‍💻", 1), ("🇩🇪", 1), ("שלום", 4)]
        {
            let shaped = faces.shape(text, Weight::Regular);
            assert_eq!(shaped.glyphs.len(), letterforms, "{text}");
            assert_eq!(shaped.text, text, "what is copied is the title itself");
            assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0));
        }
        assert!(faces.missed());
    }

    #[test]
    fn greek_cyrillic_and_accents_are_in_the_font() {
        let faces = Faces::new().unwrap();
        faces.shape("Łódź Ελλάδα Москва ĳ → − “…” ▲", Weight::Strong);
        faces.shape("e\u{301} a\u{308}", Weight::Regular);
        assert!(!faces.missed());
    }
}
