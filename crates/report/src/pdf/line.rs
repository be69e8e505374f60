//! Text broken into lines.

use super::face::{Faces, Shaped, Weight};
use super::ink::Color;

/// How text looks; the size is in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) color: Color,
}

impl Style {
    pub(super) const fn regular(size: f32, color: Color) -> Self {
        Self {
            weight: Weight::Regular,
            size,
            color,
        }
    }

    pub(super) const fn strong(size: f32, color: Color) -> Self {
        Self {
            weight: Weight::Strong,
            size,
            color,
        }
    }

    /// From one line to the next.
    pub(super) fn leading(self) -> f32 {
        self.size * 1.42
    }
}

/// Text of one look.
#[derive(Debug, Clone)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
}

impl Span {
    pub(super) fn new(text: impl Into<String>, style: Style) -> Self {
        Self {
            text: text.into(),
            style,
        }
    }
}

/// A part of a line that has one look.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) shaped: Shaped,
    pub(super) style: Style,
    /// From the beginning of the line, in points.
    pub(super) x: f32,
}

/// One line; widths are in points.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// Without the space at its end.
    pub(super) width: f32,
}

/// What must not be broken: parts of spans that follow each other without a space.
#[derive(Default)]
struct Word {
    parts: Vec<(usize, String)>,
    width: f32,
}

/// Spans in lines of at most `width`. Words that are longer are broken anywhere.
pub(super) fn wrapped(faces: &Faces, spans: &[Span], width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line: Vec<Word> = Vec::new();
    let mut used = 0.0;
    for word in words(faces, spans, width) {
        let space = line
            .last()
            .map_or(0.0, |last| space_after(faces, spans, last));
        if !line.is_empty() && used + space + word.width > width {
            lines.push(set(faces, spans, &line, false));
            line.clear();
            used = word.width;
        } else {
            used += space + word.width;
        }
        line.push(word);
    }
    if !line.is_empty() {
        lines.push(set(faces, spans, &line, true));
    }
    lines
}

/// A line that is not broken.
pub(super) fn single(faces: &Faces, text: &str, style: Style) -> Line {
    let mut lines = wrapped(faces, &[Span::new(text, style)], f32::INFINITY);
    lines.pop().unwrap_or_default()
}

fn space_after(faces: &Faces, spans: &[Span], word: &Word) -> f32 {
    let style = word.parts.last().and_then(|(span, _)| spans.get(*span));
    style.map_or(0.0, |span| {
        faces.width(" ", span.style.weight) * span.style.size
    })
}

fn words(faces: &Faces, spans: &[Span], width: f32) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // Whether the next part belongs to the word before it.
    let mut glued = false;
    for (index, span) in spans.iter().enumerate() {
        let text = &span.text;
        let mut glue = glued && !text.starts_with(char::is_whitespace);
        for part in text.split_whitespace() {
            let measured = faces.width(part, span.style.weight) * span.style.size;
            match words.last_mut() {
                // A figure and its unit stay together.
                Some(last) if !glue && is_unit(part) && ends_with_digit(last, index) => {
                    if let Some((_, text)) = last.parts.last_mut() {
                        text.push(' ');
                        text.push_str(part);
                    }
                    last.width += measured + faces.width(" ", span.style.weight) * span.style.size;
                }
                Some(last) if glue => {
                    last.parts.push((index, part.to_owned()));
                    last.width += measured;
                }
                _ if measured > width => words.extend(broken(faces, index, span, part, width)),
                _ => words.push(Word {
                    parts: vec![(index, part.to_owned())],
                    width: measured,
                }),
            }
            glue = false;
        }
        if !text.trim().is_empty() {
            glued = !text.ends_with(char::is_whitespace);
        } else if !text.is_empty() {
            glued = false;
        }
    }
    words
}

fn is_unit(part: &str) -> bool {
    let bare = part.trim_end_matches(['.', ',', ';', ':', ')']);
    matches!(bare, "h" | "%" | "min")
}

fn ends_with_digit(word: &Word, span: usize) -> bool {
    let last = word.parts.last();
    last.is_some_and(|(of, text)| *of == span && text.ends_with(|c: char| c.is_ascii_digit()))
}

/// A word longer than a line, in pieces that fit.
fn broken(faces: &Faces, index: usize, span: &Span, text: &str, width: f32) -> Vec<Word> {
    let shaped = faces.shape(text, span.style.weight);
    let mut words = Vec::new();
    let mut word = Word::default();
    let mut from = 0;
    for glyph in &shaped.glyphs {
        let advance = glyph.advance * span.style.size;
        if word.width + advance > width && glyph.text.start > from {
            let part = text.get(from..glyph.text.start).unwrap_or_default();
            word.parts.push((index, part.to_owned()));
            words.push(std::mem::take(&mut word));
            from = glyph.text.start;
        }
        word.width += advance;
    }
    word.parts
        .push((index, text.get(from..).unwrap_or_default().to_owned()));
    words.push(word);
    words
}

/// Puts words into a line. Between words, and at the end of a line that goes on, is a real space: who listens to the
/// document hears words.
fn set(faces: &Faces, spans: &[Span], words: &[Word], last: bool) -> Line {
    let mut runs: Vec<(usize, String)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for (span, text) in &word.parts {
            match runs.last_mut() {
                Some((of, run)) if of == span => run.push_str(text),
                _ => runs.push((*span, text.clone())),
            }
        }
        let ends = at + 1 == words.len();
        if let Some((_, run)) = runs.last_mut().filter(|_| !ends || !last) {
            run.push(' ');
        }
    }
    let mut line = Line::default();
    for (span, text) in runs {
        let Some(Span { style, .. }) = spans.get(span) else {
            continue;
        };
        let shaped = faces.shape(&text, style.weight);
        let (x, wide) = (line.width, shaped.width * style.size);
        line.pieces.push(Piece {
            shaped,
            style: *style,
            x,
        });
        line.width = x + wide;
    }
    if !last {
        line.width -= words
            .last()
            .map_or(0.0, |word| space_after(faces, spans, word));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::regular(10.0, Color(0, 0, 0));

    fn texts(lines: &[Line]) -> Vec<String> {
        lines
            .iter()
            .map(|line| line.pieces.iter().map(|p| p.shaped.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_no_letter_is_lost() {
        let faces = Faces::new().unwrap();
        let said =
            "Tuesday has 5 h back to back Donaudampfschifffahrtsgesellschaftskapitän and 12 min";
        for width in [36.0, 61.0, 200.0] {
            let lines = wrapped(&faces, &[Span::new(said, STYLE)], width);
            for line in &lines {
                assert!(line.width <= width + 0.01, "{width}: {}", line.width);
            }
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(plain(&texts(&lines).concat()), plain(said));
        }
    }

    #[test]
    fn a_figure_keeps_its_unit_and_a_colon_its_word() {
        let faces = Faces::new().unwrap();
        let strong = Style::strong(10.0, Color(0, 0, 0));
        let spans = [
            Span::new("Tuesday", strong),
            Span::new(": 5.5 h free", STYLE),
        ];
        let lines = texts(&wrapped(&faces, &spans, 52.0));
        assert_eq!(lines, ["Tuesday: ", "5.5 h free"]);
    }
}
