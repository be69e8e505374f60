//! The laid out pages as a file.

use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::PdfError;
use super::face::{Faces, Glyph, Weight};
use super::ink::{Area, Color, Drawn, HAIRLINE, Ink, MUTED};
use super::line::{Line, Style, single};
use super::sheet::{MARGIN, PAGE, Sheet, WIDTH};

/// What the file says about itself.
pub(super) struct About {
    pub(super) title: String,
    /// At the foot of each page, beside its number.
    pub(super) foot: String,
}

/// The file: tagged, and checked against PDF/UA-1, the standard of accessible documents. Should a title hold what the check
/// refuses, the same file without the promise is better than none.
pub(super) fn written(sheet: &Sheet<'_>, about: &About) -> Result<Vec<u8>, PdfError> {
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Write)?;
    file(sheet, about, accessible).or_else(|_| file(sheet, about, Configuration::default()))
}

fn file(
    sheet: &Sheet<'_>,
    about: &About,
    configuration: Configuration,
) -> Result<Vec<u8>, PdfError> {
    let settings = SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    let fonts = Fonts::new()?;
    let mut said: Vec<Vec<Identifier>> = sheet.nodes.iter().map(|_| Vec::new()).collect();
    let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PdfError::Write)?;
    for (number, drawn) in (1..).zip(&sheet.pages) {
        let mut page = document.start_page_with(size.clone());
        let mut surface = page.surface();
        contents(&mut surface, drawn, &fonts, &mut said);
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
            ArtifactType::Footer,
        )));
        foot(&mut surface, sheet, about, number, &fonts);
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .language("en-GB".to_owned())
            .creator(concat!("Weekwise ", env!("CARGO_PKG_VERSION")).to_owned()),
    );
    let mut outline = Outline::new();
    for mark in &sheet.marks {
        let there = XyzDestination::new(mark.page, Point::from_xy(MARGIN, mark.y - 12.0));
        outline.push_child(OutlineNode::new(mark.text.clone(), there));
    }
    document.set_outline(outline);
    let mut tree = TagTree::new().with_lang(Some("en-GB".to_owned()));
    for root in &sheet.roots {
        tree.push(group(sheet, *root, &mut said));
    }
    document.set_tag_tree(tree);
    document.finish().map_err(|_| PdfError::Write)
}

/// Draws a page; what belongs together is tagged together.
fn contents(
    surface: &mut Surface<'_>,
    drawn: &[Drawn],
    fonts: &Fonts,
    said: &mut [Vec<Identifier>],
) {
    for together in drawn.chunk_by(|a, b| a.node == b.node) {
        let node = together.first().and_then(|first| first.node);
        let all_text = together
            .iter()
            .all(|one| matches!(one.ink, Ink::Text { .. }));
        let tag = match node {
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            Some(_) if all_text => ContentTag::Span(SpanTag::empty()),
            Some(_) => ContentTag::Other,
        };
        let identifier = surface.start_tagged(tag);
        for one in together {
            ink(surface, &one.ink, fonts);
        }
        surface.end_tagged();
        if let Some(node) = node.and_then(|node| said.get_mut(node)) {
            node.push(identifier);
        }
    }
}

fn group(sheet: &Sheet<'_>, node: usize, said: &mut [Vec<Identifier>]) -> TagGroup {
    let Some(found) = sheet.nodes.get(node) else {
        return TagGroup::new(krilla::tagging::Tag::NonStruct);
    };
    let mut group = TagGroup::new(found.tag.clone());
    for identifier in said.get_mut(node).map(std::mem::take).unwrap_or_default() {
        group.push(identifier);
    }
    for part in &found.parts {
        group.push(self::group(sheet, *part, said));
    }
    group
}

fn foot(surface: &mut Surface<'_>, sheet: &Sheet<'_>, about: &About, number: usize, fonts: &Fonts) {
    let style = Style::regular(8.0, MUTED);
    let baseline = PAGE.1 - 34.0;
    let left = single(sheet.faces, &about.foot, style);
    let of = format!("Page {number} of {}", sheet.pages.len());
    let right = single(sheet.faces, &of, style);
    let rule = Area {
        x: MARGIN,
        y: baseline - 16.0,
        width: WIDTH,
        height: 0.5,
    };
    fill(surface, rule, HAIRLINE);
    let x = MARGIN + WIDTH - right.width;
    text(surface, &left, MARGIN, baseline, fonts);
    text(surface, &right, x, baseline, fonts);
}

fn ink(surface: &mut Surface<'_>, ink: &Ink, fonts: &Fonts) {
    match ink {
        Ink::Text { line, x, baseline } => text(surface, line, *x, *baseline, fonts),
        Ink::Fill { area, color } => fill(surface, *area, *color),
        Ink::Hatch { area, color } => hatch(surface, *area, *color),
    }
}

fn paint(Color(red, green, blue): Color) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn filled(color: Color) -> Fill {
    Fill {
        paint: paint(color).into(),
        ..Fill::default()
    }
}

fn text(surface: &mut Surface<'_>, line: &Line, x: f32, baseline: f32, fonts: &Fonts) {
    for piece in &line.pieces {
        let font = match piece.style.weight {
            Weight::Regular => &fonts.regular,
            Weight::Strong => &fonts.strong,
        };
        let glyphs: Vec<KrillaGlyph> = piece.shaped.glyphs.iter().map(glyph).collect();
        surface.set_stroke(None);
        surface.set_fill(Some(filled(piece.style.color)));
        surface.draw_glyphs(
            Point::from_xy(x + piece.x, baseline),
            &glyphs,
            font.clone(),
            &piece.shaped.text,
            piece.style.size,
            false,
        );
    }
}

fn glyph(glyph: &Glyph) -> KrillaGlyph {
    KrillaGlyph::new(
        GlyphId::new(glyph.id),
        glyph.advance,
        glyph.x_offset,
        glyph.y_offset,
        0.0,
        glyph.text.clone(),
        None,
    )
}

fn fill(surface: &mut Surface<'_>, area: Area, color: Color) {
    let Some(rect) = Rect::from_xywh(area.x, area.y, area.width, area.height) else {
        return;
    };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(filled(color)));
        surface.draw_path(&path);
    }
}

/// Slanted strokes, cut at the edges.
fn hatch(surface: &mut Surface<'_>, area: Area, color: Color) {
    const STEP: f32 = 3.2;
    let Some(rect) = Rect::from_xywh(area.x, area.y, area.width, area.height) else {
        return;
    };
    let mut edge = PathBuilder::new();
    edge.push_rect(rect);
    let mut strokes = PathBuilder::new();
    let mut x = area.x - area.height;
    while x < area.x + area.width {
        strokes.move_to(x, area.y + area.height);
        strokes.line_to(x + area.height, area.y);
        x += STEP;
    }
    if let (Some(edge), Some(strokes)) = (edge.finish(), strokes.finish()) {
        surface.push_clip_path(&edge, &krilla::paint::FillRule::NonZero);
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: paint(color).into(),
            width: 1.1,
            ..Stroke::default()
        }));
        surface.draw_path(&strokes);
        surface.pop();
    }
}

/// What of the fonts is used is embedded.
struct Fonts {
    regular: Font,
    strong: Font,
}

impl Fonts {
    fn new() -> Result<Self, PdfError> {
        let font = |weight| Font::new(Faces::file(weight).into(), 0).ok_or(PdfError::Font);
        Ok(Self {
            regular: font(Weight::Regular)?,
            strong: font(Weight::Strong)?,
        })
    }
}
