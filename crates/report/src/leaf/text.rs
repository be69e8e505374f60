//! A record for a terminal.

use unicode_width::UnicodeWidthStr as _;

use super::{Column, Leaf, Table};
use crate::Style;
use crate::page::CategoryRow;
use crate::words::{padded, right};

/// The widest first column.
const WIDEST: usize = 56;

pub(crate) fn text(leaf: &Leaf, style: Style) -> String {
    let mut text = format!(
        "{}\n{}\n",
        style.strong(&leaf.title),
        style.muted(&leaf.subtitle)
    );
    if !leaf.headline.is_empty() {
        text.push_str(&format!("\n{}\n", style.strong(&leaf.headline)));
    }
    if !leaf.headline_note.is_empty() {
        text.push_str(&format!("{}\n", leaf.headline_note));
    }
    if !leaf.categories.is_empty() {
        text.push('\n');
        table(&mut text, &mix(&leaf.categories, leaf.gap_title), style);
    }
    if !leaf.figures.is_empty() {
        text.push('\n');
    }
    for figure in &leaf.figures {
        let note = style.muted(&figure.note);
        let value = right(&figure.value, 12);
        let line = format!("  {}{value}  {note}", padded(figure.label, 20));
        text.push_str(&format!("{}\n", line.trim_end()));
    }
    for section in &leaf.sections {
        let line = format!("{}  {}", style.strong(&section.title), section.text);
        text.push_str(&format!("\n{}\n", line.trim_end()));
        for one in &section.tables {
            table(&mut text, one, style);
        }
        for line in &section.lines {
            text.push_str(&format!("  {line}\n"));
        }
    }
    if !leaf.notes.is_empty() {
        text.push('\n');
    }
    for note in &leaf.notes {
        text.push_str(&format!("{}\n", style.muted(note)));
    }
    text
}

/// The mix as a table, for forms that draw no bars.
pub(super) fn mix(rows: &[CategoryRow], gap: &'static str) -> Table {
    let row = |row: &CategoryRow| {
        vec![
            row.label.to_owned(),
            row.share.clone(),
            row.band.clone(),
            row.gap.clone(),
        ]
    };
    Table {
        columns: vec![
            Column::first("Category"),
            Column::figure("Share", 0),
            Column::beside("Target", 0),
            Column::figure(gap, 0),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn table(text: &mut String, table: &Table, style: Style) {
    let width = |at: usize, title: &str| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
        let most = if at == 0 { WIDEST } else { usize::MAX };
        widest.max(title.width()).min(most)
    };
    let titles = table.columns.iter().map(|column| column.title);
    let widths: Vec<usize> = titles
        .clone()
        .enumerate()
        .map(|(at, title)| width(at, title))
        .collect();
    let line = |cells: &[&str]| {
        let all = cells.iter().zip(&widths).enumerate();
        let set = all.map(|(at, (cell, width))| match at {
            0 => padded(cell, *width),
            _ => right(cell, *width),
        });
        set.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let head: Vec<&str> = titles.collect();
    text.push_str(&format!("  {}\n", style.muted(&line(&head))));
    for row in &table.rows {
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        text.push_str(&format!("  {}\n", line(&cells)));
    }
}
