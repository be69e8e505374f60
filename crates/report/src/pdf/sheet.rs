//! Pages that fill from top to bottom, and the structure a screen reader follows.

use krilla::tagging::TagKind;

use super::face::Faces;
use super::ink::{Area, Color, Drawn, Ink};
use super::line::{Line, Span, wrapped};

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right.
pub(super) const MARGIN: f32 = 54.0;
/// Where text begins on a page.
const TOP: f32 = 58.0;
/// Where text ends on a page; the foot stands below.
const BOTTOM: f32 = PAGE.1 - 64.0;
/// How wide text is.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;

/// A part of the document: a heading, a row, a cell.
pub(super) struct Node {
    pub(super) tag: TagKind,
    pub(super) parts: Vec<usize>,
}

/// A heading, where it stands.
pub(super) struct Mark {
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) y: f32,
}

/// A document being laid out.
pub(super) struct Sheet<'f> {
    pub(super) faces: &'f Faces,
    pub(super) pages: Vec<Vec<Drawn>>,
    pub(super) nodes: Vec<Node>,
    /// Nodes that are in no other.
    pub(super) roots: Vec<usize>,
    pub(super) marks: Vec<Mark>,
    /// Where the next thing stands.
    pub(super) y: f32,
    open: Vec<usize>,
}

impl<'f> Sheet<'f> {
    pub(super) fn new(faces: &'f Faces) -> Self {
        Self {
            faces,
            pages: vec![Vec::new()],
            nodes: Vec::new(),
            roots: Vec::new(),
            marks: Vec::new(),
            y: TOP,
            open: Vec::new(),
        }
    }

    /// Draws a part of the document.
    pub(super) fn part<T>(
        &mut self,
        tag: impl Into<TagKind>,
        draw: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let node = self.nodes.len();
        self.nodes.push(Node {
            tag: tag.into(),
            parts: Vec::new(),
        });
        match self
            .open
            .last()
            .and_then(|parent| self.nodes.get_mut(*parent))
        {
            Some(parent) => parent.parts.push(node),
            None => self.roots.push(node),
        }
        self.open.push(node);
        let drawn = draw(self);
        self.open.pop();
        drawn
    }

    /// Begins a new page unless this much room is left; says whether it did.
    pub(super) fn room(&mut self, height: f32) -> bool {
        let turns = self.y + height > BOTTOM && self.y > TOP;
        if turns {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
        turns
    }

    /// Goes down, but never begins a page with emptiness.
    pub(super) fn skip(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Remembers a heading that stands here.
    pub(super) fn mark(&mut self, text: &str) {
        self.marks.push(Mark {
            text: text.to_owned(),
            page: self.pages.len() - 1,
            y: self.y,
        });
    }

    fn draw(&mut self, node: Option<usize>, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Drawn { node, ink });
        }
    }

    /// A line of text that belongs to the open part. `middle`: the height half-way up its capitals.
    pub(super) fn line(&mut self, line: Line, x: f32, middle: f32) {
        let node = self.open.last().copied();
        self.text(node, line, x, middle);
    }

    /// A line of text that only decorates, or repeats what was said.
    pub(super) fn unsaid(&mut self, line: Line, x: f32, middle: f32) {
        self.text(None, line, x, middle);
    }

    fn text(&mut self, node: Option<usize>, line: Line, x: f32, middle: f32) {
        let size = line
            .pieces
            .iter()
            .map(|piece| piece.style.size)
            .fold(0.0, f32::max);
        // Capitals of Inter are 0.727 em high.
        let baseline = middle + size * 0.3635;
        self.draw(node, Ink::Text { line, x, baseline });
    }

    /// A rectangle that only decorates.
    pub(super) fn fill(&mut self, area: Area, color: Color) {
        self.draw(None, Ink::Fill { area, color });
    }

    /// A rectangle that is a part of the open figure.
    pub(super) fn bar(&mut self, area: Area, color: Color) {
        let node = self.open.last().copied();
        self.draw(node, Ink::Fill { area, color });
    }

    /// The same, hatched.
    pub(super) fn hatch(&mut self, area: Area, color: Color) {
        let node = self.open.last().copied();
        self.draw(node, Ink::Hatch { area, color });
    }

    /// A hairline across the text.
    pub(super) fn rule(&mut self, y: f32, color: Color) {
        let area = Area {
            x: MARGIN,
            y: y - 0.25,
            width: WIDTH,
            height: 0.5,
        };
        self.fill(area, color);
    }

    /// Spans below each other in lines, over pages where they must; they belong to the open part.
    pub(super) fn flow(&mut self, spans: &[Span], x: f32, width: f32) {
        for line in wrapped(self.faces, spans, width) {
            let leading = leading(&line);
            self.room(leading);
            let middle = self.y + leading / 2.0;
            self.line(line, x, middle);
            self.y += leading;
        }
    }
}

/// From this line to the next.
pub(super) fn leading(line: &Line) -> f32 {
    line.pieces
        .iter()
        .map(|piece| piece.style.leading())
        .fold(0.0, f32::max)
}
