//! The report on paper.

use weekwise_model::Report;

use super::ink::{ACCENT, ALARM, Area, BAND, HAIRLINE, INK, TINT, tone};
use super::line::{Span, Style, wrapped};
use super::parts::{
    Cell, Column, Fact, QUIET, SMALL, STRONG, TEXT, facts, head, headline, list, paragraph,
    section, table,
};
use super::sheet::{MARGIN, Sheet, WIDTH, leading};
use super::{PdfError, document};
use crate::page::{BAR, CategoryRow, Page, SeriesRow, SignalRow, Step, page};

/// How high a row of the mix is.
const ROW: f32 = 23.0;

/// The report as PDF. It says what [`crate::report_html`] says.
///
/// # Errors
/// [`PdfError`] where the document cannot be written; no report can cause it.
pub fn report_pdf(report: &Report, profile_name: &str) -> Result<Vec<u8>, PdfError> {
    let words = page(report, profile_name);
    document(&words.title, &words.notes, |sheet| {
        head(sheet, &words.title, &words.subtitle);
        headline(sheet, &words.headline, &words.headline_note);
        if let Some(step) = &words.next_step {
            next_step(sheet, step);
        }
        mix(sheet, &words);
        section(sheet, "Figures", 80.0);
        let figures: Vec<Fact<'_>> = words
            .figures
            .iter()
            .map(|figure| Fact {
                label: figure.label,
                value: &figure.value,
                note: &figure.note,
            })
            .collect();
        facts(sheet, &figures);
        if !words.signals.is_empty() {
            section(sheet, "Signals", 40.0);
            let entries: Vec<Vec<Span>> = words.signals.iter().map(signal).collect();
            list(sheet, &entries);
        }
        if !words.series.is_empty() {
            section(sheet, "Series by my time", 60.0);
            series(sheet, &words.series);
        }
    })
}

/// In a panel of its own: the one change to make.
fn next_step(sheet: &mut Sheet<'_>, step: &Step) {
    const INSET: f32 = 14.0;
    let spans = [
        Span::new(step.text.as_str(), Style::strong(10.5, INK)),
        Span::new(format!(" {}", step.gain), Style::regular(10.5, INK)),
    ];
    let width = WIDTH - 2.0 * INSET;
    let lines = wrapped(sheet.faces, &spans, width);
    let label = Style::strong(8.5, ACCENT);
    let text: f32 = lines.iter().map(leading).sum();
    let height = text + label.leading() + 20.0;
    sheet.skip(16.0);
    sheet.room(height);
    let panel = Area {
        x: MARGIN,
        y: sheet.y,
        width: WIDTH,
        height,
    };
    sheet.fill(panel, TINT);
    sheet.fill(
        Area {
            width: 2.5,
            ..panel
        },
        ACCENT,
    );
    sheet.y += 10.0;
    sheet.part(krilla::tagging::Tag::P, |sheet| {
        sheet.flow(&[Span::new("Next step", label)], MARGIN + INSET, width);
    });
    sheet.part(krilla::tagging::Tag::P, |sheet| {
        sheet.flow(&spans, MARGIN + INSET, width);
    });
    sheet.y = panel.y + height;
}

fn mix(sheet: &mut Sheet<'_>, words: &Page) {
    mix_table(
        sheet,
        &words.categories,
        &words.scale_percent,
        words.gap_title,
    );
    sheet.skip(6.0);
    for note in [&words.mix_note, &words.booked_note] {
        if !note.is_empty() {
            paragraph(sheet, &[Span::new(note.as_str(), SMALL)]);
        }
    }
}

/// The bars of a mix with their figures, under a heading.
pub(super) fn mix_table(
    sheet: &mut Sheet<'_>,
    categories: &[CategoryRow],
    scale_percent: &str,
    gap_title: &str,
) {
    section(sheet, "Week mix against its targets", 7.0 * ROW + 40.0);
    let columns = [
        Column::text("Category", Some(92.0)),
        Column::text(&format!("Share and target band, 0–{scale_percent} %"), None),
        Column::figure("Share", 34.0),
        Column::figure("Target", 48.0),
        Column::figure(gap_title, 50.0),
    ];
    let draws: Vec<_> = categories
        .iter()
        .map(|row| move |sheet: &mut Sheet<'_>, area: Area| bar(sheet, row, area))
        .collect();
    let rows: Vec<Vec<Cell<'_>>> = categories
        .iter()
        .zip(&draws)
        .map(|(row, draw)| {
            vec![
                Cell::text(row.label),
                Cell::Figure {
                    height: ROW,
                    spoken: &row.spoken,
                    draw,
                },
                Cell::styled(&row.share, Style::strong(9.0, INK)),
                Cell::quiet(&row.band),
                if row.outside {
                    Cell::styled(&row.gap, Style::strong(9.0, ALARM))
                } else {
                    Cell::quiet(&row.gap)
                },
            ]
        })
        .collect();
    table(sheet, &columns, &rows);
}

/// The band, on it what is booked, behind that open focus.
fn bar(sheet: &mut Sheet<'_>, row: &CategoryRow, area: Area) {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page")]
    let long = |units: f64| (units / BAR) as f32 * area.width;
    let middle = area.y + area.height / 2.0;
    let stripe = |x: f32, width: f32, height: f32| Area {
        x: area.x + x,
        y: middle - height / 2.0,
        width,
        height,
    };
    sheet.bar(stripe(0.0, area.width, 0.6), HAIRLINE);
    if row.band_width > 0.0 {
        sheet.bar(stripe(long(row.band_x), long(row.band_width), 15.0), BAND);
    }
    let tone = tone(row.category);
    if row.booked > 0.0 {
        sheet.bar(stripe(0.0, long(row.booked), 7.0), tone);
    }
    if row.open > 0.0 {
        sheet.hatch(stripe(long(row.booked), long(row.open), 7.0), tone);
    }
}

fn signal(signal: &SignalRow) -> Vec<Span> {
    let (mark, style) = if signal.alarm {
        ("▲ ", Style::strong(TEXT.size, ALARM))
    } else {
        ("", STRONG)
    };
    let mut spans = vec![
        Span::new(format!("{mark}{}", signal.subject), style),
        Span::new(format!(": {}", signal.text), TEXT),
    ];
    if !signal.next_step.is_empty() {
        spans.push(Span::new(format!(" → {}.", signal.next_step), QUIET));
    }
    spans
}

fn series(sheet: &mut Sheet<'_>, all: &[SeriesRow]) {
    let columns = [
        Column::text("Series", None),
        Column::text("Category", Some(84.0)),
        Column::figure("Hours a week", 46.0),
        Column::figure("Focus cost", 40.0),
        Column::figure("People", 36.0),
        Column::figure("People-hours a month", 62.0),
    ];
    let rows: Vec<Vec<Cell<'_>>> = all
        .iter()
        .map(|row| {
            vec![
                Cell::text(&row.summary),
                Cell::quiet(row.category),
                Cell::text(&row.hours),
                Cell::text(&row.focus_cost),
                Cell::text(&row.people),
                Cell::text(&row.people_hours),
            ]
        })
        .collect();
    table(sheet, &columns, &rows);
}
