//! The parts documents are made of: headings, paragraphs, lists, tables.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};

use super::ink::{Area, HAIRLINE, INK, MUTED};
use super::line::{Line, Span, Style, single, wrapped};
use super::sheet::{MARGIN, Sheet, WIDTH, leading};

pub(super) const TEXT: Style = Style::regular(9.5, INK);
pub(super) const QUIET: Style = Style::regular(9.5, MUTED);
pub(super) const SMALL: Style = Style::regular(8.5, MUTED);
pub(super) const STRONG: Style = Style::strong(9.5, INK);
const HEAD: Style = Style::strong(18.0, INK);
const HEADLINE: Style = Style::strong(26.0, INK);
const SECTION: Style = Style::strong(12.0, INK);
const CELL: Style = Style::regular(9.0, INK);
const PADDING: f32 = 4.6;
/// Between columns.
const GUTTER: f32 = 12.0;

/// The document's title and what stands below it.
pub(super) fn head(sheet: &mut Sheet<'_>, title: &str, below: &str) {
    sheet.part(heading(1, title), |sheet| {
        sheet.flow(&[Span::new(title, HEAD)], MARGIN, WIDTH);
    });
    paragraph(sheet, &[Span::new(below, QUIET)]);
}

/// The one thing to read.
pub(super) fn headline(sheet: &mut Sheet<'_>, text: &str, note: &str) {
    sheet.skip(16.0);
    sheet.part(Tag::P, |sheet| {
        sheet.flow(&[Span::new(text, HEADLINE)], MARGIN, WIDTH);
    });
    if !note.is_empty() {
        sheet.skip(1.0);
        paragraph(sheet, &[Span::new(note, QUIET)]);
    }
}

/// A heading that stays with what follows it.
pub(super) fn section(sheet: &mut Sheet<'_>, title: &str, follows: f32) {
    sheet.skip(20.0);
    sheet.room(SECTION.leading() + follows);
    sheet.mark(title);
    sheet.part(heading(2, title), |sheet| {
        sheet.flow(&[Span::new(title, SECTION)], MARGIN, WIDTH);
    });
    sheet.skip(3.0);
}

fn heading(level: u16, title: &str) -> Tag<krilla::tagging::kind::Hn> {
    Tag::Hn(
        NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN),
        Some(title.to_owned()),
    )
}

pub(super) fn paragraph(sheet: &mut Sheet<'_>, spans: &[Span]) {
    sheet.part(Tag::P, |sheet| sheet.flow(spans, MARGIN, WIDTH));
}

/// Points below each other, a hairline between them. An entry is not broken over pages unless it is longer than one.
pub(super) fn list(sheet: &mut Sheet<'_>, entries: &[Vec<Span>]) {
    sheet.part(Tag::L(ListNumbering::None), |sheet| {
        for (at, spans) in entries.iter().enumerate() {
            let lines = wrapped(sheet.faces, spans, WIDTH);
            let height: f32 = lines.iter().map(leading).sum();
            let turned = sheet.room(height + 2.0 * PADDING);
            if at > 0 && !turned {
                sheet.rule(sheet.y, HAIRLINE);
            }
            sheet.y += PADDING;
            sheet.part(Tag::LI, |sheet| {
                sheet.part(Tag::LBody, |sheet| sheet.flow(spans, MARGIN, WIDTH));
            });
            sheet.y += PADDING;
        }
    });
}

/// A figure with its name above and a note behind it.
pub(super) struct Fact<'t> {
    pub(super) label: &'t str,
    pub(super) value: &'t str,
    pub(super) note: &'t str,
}

/// Figures side by side.
pub(super) fn facts(sheet: &mut Sheet<'_>, all: &[Fact<'_>]) {
    const COLUMNS: usize = 3;
    const LABEL: f32 = 15.0;
    const VALUE: f32 = 18.0;
    let step = WIDTH / COLUMNS as f32;
    sheet.part(Tag::L(ListNumbering::None), |sheet| {
        for row in all.chunks(COLUMNS) {
            let notes: Vec<Vec<Line>> = row
                .iter()
                .map(|fact| wrapped(sheet.faces, &[Span::new(fact.note, SMALL)], step - GUTTER))
                .collect();
            let tallest = notes.iter().map(Vec::len).max().unwrap_or(0);
            let height = LABEL + VALUE + SMALL.leading() * tallest as f32;
            sheet.room(height);
            let top = sheet.y;
            for (column, (fact, notes)) in row.iter().zip(notes).enumerate() {
                let x = MARGIN + step * column as f32;
                sheet.part(Tag::LI, |sheet| {
                    sheet.part(Tag::Lbl, |sheet| {
                        let label = single(sheet.faces, fact.label, SMALL);
                        sheet.line(label, x, top + LABEL / 2.0);
                    });
                    sheet.part(Tag::LBody, |sheet| {
                        let value = single(sheet.faces, fact.value, Style::strong(14.0, INK));
                        sheet.line(value, x, top + LABEL + VALUE / 2.0);
                        let mut middle = top + LABEL + VALUE + SMALL.leading() / 2.0;
                        for line in notes {
                            sheet.line(line, x, middle);
                            middle += SMALL.leading();
                        }
                    });
                });
            }
            sheet.y = top + height + 8.0;
        }
    });
}

/// A column of a table.
pub(super) struct Column {
    pub(super) title: String,
    /// In points; none for the one that takes what is left.
    pub(super) width: Option<f32>,
    /// Figures stand at the right edge.
    pub(super) right: bool,
}

impl Column {
    pub(super) fn text(title: &str, width: Option<f32>) -> Self {
        Self {
            title: title.to_owned(),
            width,
            right: false,
        }
    }

    pub(super) fn figure(title: &str, width: f32) -> Self {
        Self {
            title: title.to_owned(),
            width: Some(width),
            right: true,
        }
    }
}

/// What stands in a cell.
pub(super) enum Cell<'t> {
    Text(Vec<Span>),
    /// Drawn by itself into the area it is given, which is this high.
    Figure {
        height: f32,
        spoken: &'t str,
        draw: &'t dyn Fn(&mut Sheet<'_>, Area),
    },
}

impl Cell<'_> {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(vec![Span::new(text, CELL)])
    }

    pub(super) fn quiet(text: &str) -> Self {
        Self::Text(vec![Span::new(text, Style::regular(CELL.size, MUTED))])
    }

    pub(super) fn styled(text: &str, style: Style) -> Self {
        Self::Text(vec![Span::new(text, style)])
    }
}

/// A table. On each page its head is drawn again.
pub(super) fn table(sheet: &mut Sheet<'_>, columns: &[Column], rows: &[Vec<Cell<'_>>]) {
    let places = places(columns);
    sheet.part(Tag::Table, |sheet| {
        let head = head_lines(sheet, columns, &places);
        let first = rows.first().map_or(0.0, |row| height(sheet, row, &places));
        sheet.room(head_height(&head) + first);
        sheet.part(Tag::THead, |sheet| {
            sheet.part(Tag::TR, |sheet| {
                draw_head(sheet, columns, &places, &head, true);
            });
        });
        sheet.part(Tag::TBody, |sheet| {
            for row in rows {
                let height = height(sheet, row, &places);
                if sheet.room(height) {
                    draw_head(sheet, columns, &places, &head, false);
                }
                let top = sheet.y;
                sheet.part(Tag::TR, |sheet| {
                    for ((at, cell), (place, column)) in
                        row.iter().enumerate().zip(places.iter().zip(columns))
                    {
                        let draw = |sheet: &mut Sheet<'_>| {
                            draw_cell(sheet, cell, *place, column.right, top, height);
                        };
                        if at == 0 {
                            sheet.part(Tag::TH(TableHeaderScope::Row), draw);
                        } else {
                            sheet.part(Tag::TD, draw);
                        }
                    }
                });
                sheet.y = top + height;
                sheet.rule(sheet.y, HAIRLINE);
            }
        });
    });
}

/// Where a column lies.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    width: f32,
}

fn places(columns: &[Column]) -> Vec<Place> {
    let gutters = GUTTER * columns.len().saturating_sub(1) as f32;
    let taken: f32 = columns.iter().filter_map(|column| column.width).sum();
    let free = columns
        .iter()
        .filter(|column| column.width.is_none())
        .count();
    let rest = (WIDTH - gutters - taken) / free.max(1) as f32;
    let mut x = MARGIN;
    columns
        .iter()
        .map(|column| {
            let place = Place {
                x,
                width: column.width.unwrap_or(rest),
            };
            x += place.width + GUTTER;
            place
        })
        .collect()
}

fn head_lines(sheet: &Sheet<'_>, columns: &[Column], places: &[Place]) -> Vec<Vec<Line>> {
    let titles = columns.iter().zip(places);
    titles
        .map(|(column, place)| {
            wrapped(
                sheet.faces,
                &[Span::new(&*column.title, SMALL)],
                place.width,
            )
        })
        .collect()
}

fn head_height(head: &[Vec<Line>]) -> f32 {
    let lines = head.iter().map(Vec::len).max().unwrap_or(0);
    lines as f32 * SMALL.leading() + PADDING
}

fn draw_head(
    sheet: &mut Sheet<'_>,
    columns: &[Column],
    places: &[Place],
    head: &[Vec<Line>],
    said: bool,
) {
    let bottom = sheet.y + head_height(head);
    for ((column, place), lines) in columns.iter().zip(places).zip(head) {
        // Titles stand on the line below them, however long their neighbours are.
        let mut middle = bottom - PADDING * 0.7 - SMALL.leading() * (lines.len() as f32 - 0.5);
        let mut draw = |sheet: &mut Sheet<'_>| {
            for line in lines {
                let x = at(*place, line.width, column.right);
                if said {
                    sheet.line(line.clone(), x, middle);
                } else {
                    sheet.unsaid(line.clone(), x, middle);
                }
                middle += SMALL.leading();
            }
        };
        if said {
            sheet.part(Tag::TH(TableHeaderScope::Column), draw);
        } else {
            draw(sheet);
        }
    }
    sheet.y = bottom;
    sheet.rule(bottom, MUTED);
}

fn height(sheet: &Sheet<'_>, row: &[Cell<'_>], places: &[Place]) -> f32 {
    let heights = row.iter().zip(places).map(|(cell, place)| match cell {
        Cell::Figure { height, .. } => *height,
        Cell::Text(spans) => {
            let lines = wrapped(sheet.faces, spans, place.width);
            lines.iter().map(leading).sum::<f32>() + 2.0 * PADDING
        }
    });
    heights.fold(0.0, f32::max)
}

fn draw_cell(
    sheet: &mut Sheet<'_>,
    cell: &Cell<'_>,
    place: Place,
    right: bool,
    top: f32,
    height: f32,
) {
    match cell {
        Cell::Figure { spoken, draw, .. } => {
            let area = Area {
                x: place.x,
                y: top,
                width: place.width,
                height,
            };
            sheet.part(Tag::Figure(Some((*spoken).to_owned())), |sheet| {
                draw(sheet, area);
            });
        }
        Cell::Text(spans) => {
            let lines = wrapped(sheet.faces, spans, place.width);
            let tall: f32 = lines.iter().map(leading).sum();
            let mut y = top + (height - tall) / 2.0;
            for line in lines {
                let leading = leading(&line);
                let x = at(place, line.width, right);
                sheet.line(line, x, y + leading / 2.0);
                y += leading;
            }
        }
    }
}

fn at(place: Place, width: f32, right: bool) -> f32 {
    if right {
        place.x + place.width - width
    } else {
        place.x
    }
}
