//! Answers while somebody else looks at the screen: no titles, no names, no places (section 8 of docs/product.md).
//!
//! What the window is told goes through here as a whole, whatever it answers, so that no screen can forget it. Texts are told
//! apart by the names of their fields; what is in an unknown field is searched for everything the calendars call by name. The
//! same title, person or calendar has the same neutral word everywhere, so that what is shown can still be talked about.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Serialize;
use serde_json::{Map, Value};
use weekwise_model::{Category, Kind};

use crate::{Opened, quotations};

/// What stands for a text that has no word of its own.
const HIDDEN: &str = "Hidden";

/// Names shorter than this would be found in the middle of everything.
const SHORTEST_NAME: usize = 3;

/// Titles shorter than this are hidden where they stand alone or between quotation marks, but not searched for in sentences.
const SHORTEST_TITLE: usize = 8;

/// What stands for each title, person, calendar and file.
#[derive(Debug)]
pub struct Veil {
    titles: HashMap<String, String>,
    people: HashMap<String, String>,
    calendars: HashMap<String, String>,
    /// Everything that is searched for in sentences.
    sought: Option<AhoCorasick>,
    /// What stands for each of them.
    instead: Vec<String>,
}

impl Veil {
    /// What is to be hidden of everything that is open.
    pub fn over(opened: &Opened) -> Self {
        let mut veil = Self::empty();
        for event in opened.imported.events() {
            let number = veil.titles.len() + 1;
            veil.titles
                .entry(event.summary.trim().to_owned())
                .or_insert_with(|| format!("Event {number}"));
            for person in event.people() {
                let number = veil.people.len() + 1;
                let alias = veil
                    .people
                    .entry(person.address.clone())
                    .or_insert_with(|| format!("Person {number}"))
                    .clone();
                if let Some(name) = person.name.as_deref().map(str::trim)
                    && !name.is_empty()
                {
                    veil.people.entry(name.to_owned()).or_insert(alias);
                }
            }
        }
        for address in &opened.settings.me.addresses {
            veil.people.insert(address.clone(), "Me".to_owned());
        }
        for (number, calendar) in (1..).zip(opened.imported.calendars()) {
            let alias = format!("Calendar {number}");
            veil.calendars.insert(calendar.file.clone(), alias.clone());
            veil.calendars.insert(calendar.name.clone(), alias);
        }
        for (number, file) in (1..).zip(&opened.files) {
            veil.calendars
                .entry(file.clone())
                .or_insert_with(|| format!("File {number}"));
        }
        let marks = &opened.said.marks;
        let own = marks.team_names.iter().map(|team| &team.name);
        for (number, name) in (1..).zip(own) {
            veil.calendars
                .insert(name.clone(), format!("Team {number}"));
        }
        for (number, priority) in (1..).zip(&marks.priorities) {
            let alias = format!("Priority {number}");
            veil.calendars.insert(priority.name.clone(), alias);
        }
        veil.seek();
        veil
    }

    /// Where nothing is open.
    pub fn empty() -> Self {
        Self {
            titles: HashMap::new(),
            people: HashMap::new(),
            calendars: HashMap::new(),
            sought: None,
            instead: Vec::new(),
        }
    }

    fn seek(&mut self) {
        let words = |text: &str| text.split_whitespace().count();
        let titles = self.titles.iter().filter(|(title, _)| {
            title.chars().count() >= SHORTEST_TITLE && words(title) > 1 && !is_own_word(title)
        });
        let named = self.people.iter().chain(&self.calendars);
        let named = named.filter(|(name, _)| name.chars().count() >= SHORTEST_NAME);
        let (sought, instead): (Vec<&String>, Vec<String>) = titles
            .chain(named)
            .map(|(text, alias)| (text, alias.clone()))
            .unzip();
        self.sought = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(sought)
            .ok();
        self.instead = instead;
    }

    /// An answer as others may see it.
    ///
    /// # Errors
    /// Where it cannot be written as JSON at all.
    pub fn hide<T: Serialize + ?Sized>(&self, answer: &T) -> serde_json::Result<Value> {
        let mut value = serde_json::to_value(answer)?;
        self.value(&mut value, "", "");
        Ok(value)
    }

    /// A sentence as others may see it.
    pub fn sentence(&self, text: &str) -> String {
        self.named(&self.quoted(text))
    }

    /// `key`: the field it stands in, `within`: the field its object stands in.
    fn value(&self, value: &mut Value, key: &str, within: &str) {
        match value {
            Value::Object(fields) => self.object(fields, key),
            Value::Array(values) => {
                for value in values {
                    self.value(value, key, within);
                }
            }
            Value::String(text) => *text = self.text(text, key, within),
            _ => {}
        }
    }

    fn object(&self, fields: &mut Map<String, Value>, within: &str) {
        // A condition of a rule: what it looks for is as private as what it finds.
        let looks = fields.get("on").and_then(Value::as_str);
        if let Some(
            "title_words" | "title_pattern" | "addresses" | "organizer" | "tag" | "calendar",
        ) = looks
        {
            for key in ["words", "pattern", "any_of"] {
                fields.entry(key).and_modify(conceal);
            }
            return;
        }
        // A report that is looked at before it is saved holds titles in every line.
        if fields.contains_key("markdown") {
            for key in ["text", "markdown"] {
                fields.entry(key).and_modify(conceal);
            }
        }
        let is_diagnostic = fields.contains_key("remedy");
        let is_team = fields.contains_key("suggested_name");
        let is_person = fields.contains_key("address");
        let has_uid = fields.contains_key("uid");
        for (key, value) in fields.iter_mut() {
            match (key.as_str(), &mut *value) {
                ("uid", value) if is_diagnostic => *value = Value::Null,
                ("name" | "suggested_name", Value::String(name)) if is_team => {
                    *name = one_of(&self.calendars, name, "Team");
                }
                ("name" | "with", Value::String(name)) if is_person => {
                    *name = one_of(&self.people, name, "Person");
                }
                ("summary" | "title", Value::String(title)) if has_uid => {
                    *title = self.title(title);
                }
                (key, value) => {
                    let key = key.to_owned();
                    self.value(value, &key, within);
                }
            }
        }
    }

    fn text(&self, text: &str, key: &str, within: &str) -> String {
        match (key, within) {
            // What the window asks again with; none of it is shown.
            (
                "uid" | "uids" | "series" | "recurrence_id" | "key" | "id" | "evidence" | "of"
                | "zombies" | "abandoned" | "overrides",
                _,
            ) => text.to_owned(),
            ("description" | "location" | "url" | "folder" | "host" | "unusual" | "why", _) => {
                conceal_text(text)
            }
            (
                "word" | "words" | "draft" | "plain" | "warm" | "brief" | "written" | "summary",
                _,
            )
            | ("name", "rule" | "decided_by") => conceal_text(text),
            ("address" | "addresses" | "candidates" | "who" | "people" | "me", _) => {
                one_of(&self.people, text, "Person")
            }
            ("domain", _) => format!("company {}", number_of(text)),
            ("calendar" | "calendars" | "own_name" | "file" | "files", _)
            | ("name", "settings" | "calendars") => one_of(&self.calendars, text, "Calendar"),
            ("name", "priorities" | "quadrant") => one_of(&self.calendars, text, "Priority"),
            ("team", _) => one_of(&self.calendars, text, "Team"),
            ("label", "undo" | "redo" | "history") if text.starts_with("Import ") => {
                "Import a calendar".to_owned()
            }
            _ => match self.titles.get(text.trim()) {
                Some(alias) if !is_own_word(text.trim()) => alias.clone(),
                _ => self.sentence(text),
            },
        }
    }

    fn title(&self, title: &str) -> String {
        let alias = self.titles.get(title.trim()).cloned();
        alias.unwrap_or_else(|| conceal_text(title))
    }

    /// What stands between quotation marks is a title, or what somebody wrote.
    fn quoted(&self, text: &str) -> String {
        quotations::exchanged(text, &self.titles, |alias, within| {
            let own = is_own_word(within).then_some(within);
            own.or(alias).unwrap_or("…")
        })
    }

    /// Names, and titles that stand in a sentence without quotation marks.
    fn named(&self, text: &str) -> String {
        let Some(sought) = &self.sought else {
            return text.to_owned();
        };
        let mut told = String::with_capacity(text.len());
        let mut after = 0;
        for found in sought.find_iter(text) {
            let (before, rest) = (text.get(..found.start()), text.get(found.end()..));
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let alone = !joins(before.and_then(|text| text.chars().next_back()))
                && !joins(rest.and_then(|text| text.chars().next()));
            let alias = self.instead.get(found.pattern().as_usize());
            if let (true, Some(alias)) = (alone, alias) {
                told.push_str(text.get(after..found.start()).unwrap_or_default());
                told.push_str(alias);
                after = found.end();
            }
        }
        told.push_str(text.get(after..).unwrap_or_default());
        told
    }
}

/// The neutral word for a text, `what` with a number of its own where none was given.
fn one_of(known: &HashMap<String, String>, text: &str, what: &str) -> String {
    match known.get(text.trim()) {
        Some(alias) => alias.clone(),
        None if text.is_empty() => String::new(),
        None => format!("{what} {}", number_of(text)),
    }
}

fn conceal(value: &mut Value) {
    match value {
        Value::String(text) => *text = conceal_text(text),
        Value::Array(values) => values.iter_mut().for_each(conceal),
        _ => {}
    }
}

/// Something that is empty tells nothing and stays empty.
fn conceal_text(text: &str) -> String {
    if text.trim().is_empty() {
        String::new()
    } else {
        HIDDEN.to_owned()
    }
}

/// Whether a title says no more than the program itself does: the name of a kind or a category.
fn is_own_word(title: &str) -> bool {
    let is = |label: &str| label.eq_ignore_ascii_case(title);
    Kind::ALL.iter().any(|kind| is(kind.label()))
        || Category::WORK.iter().any(|category| is(category.label()))
        || is("Me")
}

/// A number that is the same for the same text, where none was given in order.
fn number_of(text: &str) -> u32 {
    let all = text.bytes().fold(0_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    1_000 + all % 9_000
}
