//! A record in words, as every form of it shows it: the evidence of a period, or a look back on one. What it says is made once;
//! text, Markdown, HTML and PDF lay it out.

mod markdown;
mod text;

use serde::Serialize;

use crate::page::{CategoryRow, Figure};

pub(crate) use markdown::markdown;
pub(crate) use text::text;

/// What a record says. What is empty is not shown.
#[derive(Default, Serialize)]
pub(crate) struct Leaf {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    /// What is to be read first, and what follows it.
    pub(crate) headline: String,
    pub(crate) headline_note: String,
    /// The mix, and where its bars end.
    pub(crate) categories: Vec<CategoryRow>,
    pub(crate) scale_percent: String,
    /// What the last column of the mix is called.
    pub(crate) gap_title: &'static str,
    pub(crate) figures: Vec<Figure>,
    pub(crate) sections: Vec<Section>,
    pub(crate) notes: Vec<String>,
}

/// One part of it.
#[derive(Default, Serialize)]
pub(crate) struct Section {
    pub(crate) title: String,
    /// It in one sentence.
    pub(crate) text: String,
    pub(crate) tables: Vec<Table>,
    pub(crate) lines: Vec<String>,
}

/// Rows below each other; the first cell of each names it.
#[derive(Default, Serialize)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Copy, Serialize)]
pub(crate) struct Column {
    pub(crate) title: &'static str,
    /// How wide it is on paper, in points; 0 for the first, which takes what is left.
    pub(crate) width: u8,
    /// Whether it says less than the others.
    pub(crate) quiet: bool,
}

impl Column {
    /// What a row is about.
    pub(crate) const fn first(title: &'static str) -> Self {
        Self {
            title,
            width: 0,
            quiet: false,
        }
    }

    /// A figure.
    pub(crate) const fn figure(title: &'static str, width: u8) -> Self {
        Self {
            title,
            width,
            quiet: false,
        }
    }

    /// Something beside the figures: the days they are of.
    pub(crate) const fn beside(title: &'static str, width: u8) -> Self {
        Self {
            title,
            width,
            quiet: true,
        }
    }
}

impl Section {
    /// One that is a sentence so far.
    pub(crate) fn of(title: &str, text: &str) -> Self {
        Self {
            title: title.to_owned(),
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// With a table, where it has rows.
    pub(crate) fn with(mut self, columns: &[Column], rows: Vec<Vec<String>>) -> Self {
        if !rows.is_empty() {
            self.tables.push(Table {
                columns: columns.to_vec(),
                rows,
            });
        }
        self
    }

    /// Whether there is anything to read.
    pub(crate) fn is_told(&self) -> bool {
        !self.text.is_empty() || !self.tables.is_empty() || !self.lines.is_empty()
    }
}
