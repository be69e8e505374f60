//! A record as Markdown, to paste into a document.

use super::text::mix;
use super::{Leaf, Table};
use crate::markdown::escaped;

pub(crate) fn markdown(leaf: &Leaf) -> String {
    let mut text = format!("# {}\n\n{}\n", leaf.title, leaf.subtitle);
    if !leaf.headline.is_empty() {
        text.push_str(&format!("\n**{}**\n", escaped(&leaf.headline)));
    }
    if !leaf.headline_note.is_empty() {
        text.push_str(&format!("\n{}\n", escaped(&leaf.headline_note)));
    }
    if !leaf.categories.is_empty() {
        table(&mut text, &mix(&leaf.categories, leaf.gap_title));
    }
    if !leaf.figures.is_empty() {
        text.push('\n');
    }
    for figure in &leaf.figures {
        let note = match figure.note.as_str() {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        text.push_str(&format!("- {}: {}{note}\n", figure.label, figure.value));
    }
    for section in &leaf.sections {
        text.push_str(&format!("\n## {}\n", section.title));
        if !section.text.is_empty() {
            text.push_str(&format!("\n{}\n", escaped(&section.text)));
        }
        for one in &section.tables {
            table(&mut text, one);
        }
        if !section.lines.is_empty() {
            text.push('\n');
        }
        for line in &section.lines {
            text.push_str(&format!("- {}\n", escaped(line)));
        }
    }
    if !leaf.notes.is_empty() {
        text.push_str("\n## How far to trust this\n\n");
    }
    for note in &leaf.notes {
        text.push_str(&format!("- {}\n", escaped(note)));
    }
    text
}

fn table(text: &mut String, table: &Table) {
    let titles: Vec<&str> = table.columns.iter().map(|column| column.title).collect();
    let mut rule = vec!["---"];
    rule.resize(table.columns.len(), "---:");
    text.push_str(&format!(
        "\n| {} |\n|{}|\n",
        titles.join(" | "),
        rule.join("|")
    ));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
}
