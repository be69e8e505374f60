//! What is expected of an answer, and whether it holds.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::Value;

/// What the program said.
pub struct Answer {
    /// Standard output as JSON; null where it is none.
    pub json: Value,
    /// Standard output, then standard error.
    pub text: String,
    pub code: i32,
}

/// The blocks of plans, by the names they were saved under.
pub type Saved = HashMap<String, Vec<Block>>;

/// A block of a plan: start, end, UID.
pub type Block = (DateTime<Utc>, DateTime<Utc>, String);

/// A row of `events`: start, end (`null` where it does not matter), title.
type Row = (String, Option<String>, String);

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Expect {
    /// The rows of `events` that are not cancelled are exactly these.
    Events {
        rows: Vec<Row>,
        /// Only those that count.
        #[serde(default)]
        counted: bool,
    },
    /// What stands at a path (`a.0.b`, `a.[key=value].b`).
    Json {
        path: String,
        equals: Option<Value>,
        approx: Option<f64>,
        contains: Option<Value>,
        lacks: Option<Value>,
        min: Option<f64>,
        max: Option<f64>,
        #[serde(default)]
        absent: bool,
    },
    /// What the program says in words.
    Text {
        #[serde(default)]
        contains: Vec<String>,
        #[serde(default)]
        lacks: Vec<String>,
    },
    /// The exit code; without it 0 and 1 are fine.
    Exit { code: i32 },
    /// The blocks of a plan.
    Blocks {
        #[serde(default)]
        min_count: usize,
        max_count: Option<usize>,
        #[serde(default)]
        avoid: Vec<(DateTime<Utc>, DateTime<Utc>)>,
        /// From, to (`09:00`), and the zone they are meant in.
        hours: Option<(String, String, Tz)>,
        #[serde(default)]
        has: Vec<(DateTime<Utc>, DateTime<Utc>)>,
        #[serde(default)]
        disjoint: bool,
        save: Option<String>,
        equals_saved: Option<String>,
    },
    /// The rows of `events` are the blocks that were saved.
    RowsAreBlocks { saved: String },
}

impl Expect {
    /// What does not hold.
    pub fn problem(&self, answer: &Answer, saved: &mut Saved) -> Option<String> {
        if !matches!(self, Self::Exit { .. }) && !matches!(answer.code, 0 | 1) {
            return Some(format!("ended with {}: {}", answer.code, answer.text));
        }
        match self {
            Self::Exit { code } => (answer.code != *code)
                .then(|| format!("exit code {code} expected, got {}", answer.code)),
            Self::Text { contains, lacks } => {
                let lost = contains.iter().find(|text| !answer.text.contains(*text));
                let there = lacks.iter().find(|text| answer.text.contains(*text));
                let wrong = lost.is_some() || there.is_some();
                wrong.then(|| format!("without {lost:?}, with {there:?}: {}", answer.text))
            }
            Self::Events { rows, counted } => events(rows, *counted, &answer.json),
            Self::Json { path, absent, .. } => match (at(&answer.json, path), absent) {
                (None, true) => None,
                (None, false) => Some(format!("there is no {path}")),
                (Some(got), true) => Some(format!("{path} is there: {got}")),
                (Some(got), false) => (!self.holds_of(got)).then(|| format!("{path} is {got}")),
            },
            Self::Blocks { .. } => self.blocks(&blocks_of(&answer.json), saved),
            Self::RowsAreBlocks { saved: name } => {
                let rows = rows_of(&answer.json, false);
                let mut got: Vec<_> = rows.into_iter().map(|(from, to, _)| (from, to)).collect();
                let mut wanted: Vec<_> = saved[name]
                    .iter()
                    .map(|(from, to, _)| (said(*from), said(*to)))
                    .collect();
                got.sort_unstable();
                wanted.sort_unstable();
                (got != wanted).then(|| format!("{wanted:?} expected, got {got:?}"))
            }
        }
    }

    fn holds_of(&self, got: &Value) -> bool {
        let Self::Json {
            equals,
            approx,
            contains,
            lacks,
            min,
            max,
            ..
        } = self
        else {
            return false;
        };
        let has = |what: &Value| match (got, what) {
            (Value::String(text), Value::String(part)) => text.contains(part),
            (Value::Array(list), one) => list.contains(one),
            _ => false,
        };
        let number = got.as_f64();
        let compared = |with: Option<f64>, is: fn(f64, f64) -> bool| {
            with.is_none_or(|with| number.is_some_and(|number| is(number, with)))
        };
        // JSON writes 2 h as 2.0.
        let same = |what: &Value| got == what || what.is_number() && what.as_f64() == number;
        equals.as_ref().is_none_or(same)
            && contains.as_ref().is_none_or(has)
            && lacks.as_ref().is_none_or(|what| !has(what))
            && compared(*approx, |a, b| (a - b).abs() <= 0.01)
            && compared(*min, |a, b| a >= b)
            && compared(*max, |a, b| a <= b)
    }

    fn blocks(&self, blocks: &[Block], remembered: &mut Saved) -> Option<String> {
        let Self::Blocks {
            min_count,
            max_count,
            avoid,
            hours,
            has,
            disjoint,
            save,
            equals_saved,
        } = self
        else {
            return None;
        };
        let over = |span: &&(DateTime<Utc>, DateTime<Utc>)| {
            blocks
                .iter()
                .any(|(from, to, _)| *from < span.1 && span.0 < *to)
        };
        let missing = |span: &&(DateTime<Utc>, DateTime<Utc>)| {
            !blocks.iter().any(|(from, to, _)| (*from, *to) == **span)
        };
        let outside = |block: &&Block| {
            let Some((begin, finish, zone)) = hours else {
                return false;
            };
            let (from, to) = (block.0.with_timezone(zone), block.1.with_timezone(zone));
            let clock = |at: DateTime<Tz>| at.format("%H:%M").to_string();
            clock(from) < *begin || clock(to) > *finish || from.date_naive() != to.date_naive()
        };
        let mut ordered = blocks.to_vec();
        ordered.sort_unstable();
        let overlap = ordered.windows(2).any(|pair| pair[1].0 < pair[0].1);
        let problem = if blocks.len() < *min_count {
            Some(format!("at least {min_count} blocks expected"))
        } else if max_count.is_some_and(|most| blocks.len() > most) {
            Some(format!("at most {max_count:?} blocks expected"))
        } else if let Some(span) = avoid.iter().find(over) {
            Some(format!("nothing over {span:?} expected"))
        } else if let Some(block) = blocks.iter().find(outside) {
            Some(format!("{block:?} lies outside of {hours:?}"))
        } else if let Some(span) = has.iter().find(missing) {
            Some(format!("the block {span:?} expected"))
        } else if *disjoint && overlap {
            Some("blocks that do not overlap expected".to_owned())
        } else if let Some(name) = equals_saved
            && remembered.get(name) != Some(&ordered)
        {
            Some(format!(
                "the blocks of before expected: {:?}",
                remembered.get(name)
            ))
        } else {
            None
        };
        if let Some(name) = save {
            remembered.insert(name.clone(), ordered);
        }
        problem.map(|problem| format!("{problem}, got {blocks:?}"))
    }
}

fn events(wanted: &[Row], counted: bool, json: &Value) -> Option<String> {
    let mut unexpected = rows_of(json, counted);
    let mut missing = Vec::new();
    for (start, end, title) in wanted {
        let (start, end) = (moment(start), end.as_deref().map(moment));
        let found = unexpected.iter().position(|(from, to, summary)| {
            *from == start && summary == title && end.as_ref().is_none_or(|end| end == to)
        });
        match found {
            Some(at) => {
                unexpected.remove(at);
            }
            None => missing.push(format!("{start} {title}")),
        }
    }
    let wrong = !missing.is_empty() || !unexpected.is_empty() || !json.is_array();
    wrong.then(|| format!("missing: {missing:?}; not expected: {unexpected:?}"))
}

/// Start, end and title of the rows that are not cancelled.
fn rows_of(json: &Value, counted: bool) -> Vec<(String, String, String)> {
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let rows = json.as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter()
        .filter(|row| !text(row, "status").eq_ignore_ascii_case("cancelled"))
        .filter(|row| !counted || row["counted"] == true)
        .map(|row| {
            let (start, end) = (text(row, "start"), text(row, "end"));
            (moment(&start), moment(&end), text(row, "summary"))
        })
        .collect()
}

fn blocks_of(json: &Value) -> Vec<Block> {
    let blocks = json["blocks"].as_array().map(Vec::as_slice);
    let instant = |block: &Value, field: &str| -> DateTime<Utc> {
        block[field].as_str().unwrap_or_default().parse().unwrap()
    };
    let blocks = blocks.unwrap_or_default().iter();
    blocks
        .map(|block| {
            let uid = block["uid"].as_str().unwrap_or_default().to_owned();
            (instant(block, "start"), instant(block, "end"), uid)
        })
        .collect()
}

/// A date as it is, an instant in UTC: so that both can be compared.
fn moment(text: &str) -> String {
    let instant: Result<DateTime<Utc>, _> = text.parse();
    instant.map_or_else(|_| text.to_owned(), said)
}

fn said(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// What stands at a path.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let mut here = value;
    for part in path.split('.') {
        here = match part
            .strip_prefix('[')
            .and_then(|part| part.strip_suffix(']'))
        {
            Some(test) => {
                let (key, wanted) = test.split_once('=')?;
                let is_it = |item: &&Value| match &item[key] {
                    Value::String(text) => text == wanted,
                    // Numbers and the like as they are written.
                    other => wanted == format!("{other}"),
                };
                here.as_array()?.iter().find(is_it)?
            }
            None => match part.parse::<usize>() {
                Ok(place) => here.get(place)?,
                Err(_) => here.get(part)?,
            },
        };
    }
    Some(here)
}
