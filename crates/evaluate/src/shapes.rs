//! How often a title alone tells whether somebody else is there: every calendar as if its people were hidden, against the
//! people its writer put there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;
use weekwise_model::{DayEffect, Shape, Span};

use crate::judged::{Read, folder, read};
use crate::person::{Exporter, Line, Person};

/// Minutes, and titles, by who is there and what is said about that.
type Table = BTreeMap<(&'static str, &'static str), (usize, i64)>;

/// The table of a folder, and of the folders in it; `show` lists the titles that are read wrongly.
pub fn report(folders: &[&Path], show: bool) -> Result<String> {
    let mut table = Table::new();
    let mut text = String::new();
    for path in folders {
        for known in folder(path)? {
            let hidden = read(Person {
                exporter: Exporter::Private,
                ..known.person
            })?;
            add(&hidden, show, &mut table, &mut text);
        }
    }
    let _ = writeln!(text, "who is there, what is said, titles, minutes");
    for ((there, said), (titles, minutes)) in table {
        let _ = writeln!(text, "  {there:<8} {said:<8} {titles:>6} {minutes:>9}");
    }
    Ok(text)
}

fn add(hidden: &Read, show: bool, table: &mut Table, text: &mut String) {
    for (read, line) in hidden.lines.iter().zip(&hidden.person.lines) {
        let Some(first) = read.occurrences.first() else {
            continue;
        };
        let classified = hidden.classifier.judge(first).on(first.clone());
        if matches!(first.span, Span::AllDay { .. }) || classified.day.effect != DayEffect::Work {
            continue;
        }
        let there = there(line, &hidden.person.address);
        let said = match classified.shape {
            Shape::Meeting => "meeting",
            Shape::Block => "block",
            Shape::Unknown => "unknown",
        };
        let entry = table.entry((there, said)).or_default();
        entry.0 += 1;
        entry.1 += read.total();
        if show && (there == "nobody") == (said == "meeting") {
            let _ = writeln!(text, "{there} {said}: {}", line.title);
        }
    }
}

fn there(line: &Line, me: &str) -> &'static str {
    let others = line
        .invited
        .iter()
        .filter(|i| i.address != me && i.kind != "ROOM");
    match others.count() {
        0 => "nobody",
        1 => "one",
        _ => "several",
    }
}
