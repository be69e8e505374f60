//! What is drawn on a page, before it is written.

use weekwise_model::Category;

use super::line::Line;

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Color(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const INK: Color = Color(0x1d, 0x1b, 0x18);
pub(super) const MUTED: Color = Color(0x62, 0x5e, 0x58);
pub(super) const HAIRLINE: Color = Color(0xe0, 0xdc, 0xd4);
pub(super) const BAND: Color = Color(0xdd, 0xe3, 0xea);
pub(super) const ALARM: Color = Color(0xb3, 0x26, 0x1e);
pub(super) const ACCENT: Color = Color(0x0b, 0x5c, 0xad);
pub(super) const TINT: Color = Color(0xf4, 0xf7, 0xfb);

/// The category's own tone (Okabe–Ito), as everywhere.
pub(super) fn tone(category: Category) -> Color {
    match category {
        Category::DeepWork => Color(0x00, 0x72, 0xb2),
        Category::OneOnOne => Color(0xe6, 0x9f, 0x00),
        Category::CrossTeam => Color(0xd5, 0x5e, 0x00),
        Category::Review => Color(0x00, 0x9e, 0x73),
        Category::Strategy => Color(0xcc, 0x79, 0xa7),
        Category::OtherWork | Category::Personal => Color(0x8c, 0x88, 0x80),
    }
}

/// A rectangle on the page, in points from its upper left corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(super) enum Ink {
    /// A line of text; where its baseline begins.
    Text { line: Line, x: f32, baseline: f32 },
    /// A filled rectangle.
    Fill { area: Area, color: Color },
    /// A rectangle of slanted strokes: open focus.
    Hatch { area: Area, color: Color },
}

/// Something drawn, and the part of the document's structure it belongs to; none for what only decorates.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    pub(super) node: Option<usize>,
    pub(super) ink: Ink,
}
