use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value, json};
use weekwise_model::{HiddenWord, PeriodJson, Texts, Trust};

use crate::names;
use crate::trouble::Trouble;
use crate::veiled::{Book, Veiled};

/// The most bytes of an answer nobody asked more of.
pub(crate) const SHORT: usize = 8_000;

/// The most bytes of any answer.
pub(crate) const LONG: usize = 80_000;

/// What an assistant is told: an object whose lists can be shortened.
pub(crate) struct Answer {
    told: Map<String, Value>,
    /// The lists that may lose their last entries, by name.
    lists: Vec<&'static str>,
    words: BTreeSet<HiddenWord>,
    most: usize,
}

impl Answer {
    /// An answer about a period, with what its figures are measured in.
    pub(crate) fn about(
        book: &Book,
        calendars: &str,
        (period, profile): (&PeriodJson, &str),
        units: &str,
    ) -> Self {
        let zone = book.opened.settings().zone;
        let now = book.clock.now().with_timezone(&zone);
        let mut answer = Self {
            told: Map::new(),
            lists: Vec::new(),
            words: BTreeSet::new(),
            most: SHORT,
        };
        answer.put(
            "about",
            json!({
                "calendars": calendars,
                "from": period.from,
                "to": period.to,
                "zone": period.tz,
                "profile": profile,
                "now": now.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            }),
        );
        answer.put("units", units);
        answer
    }

    /// An answer that may be as long as any.
    pub(crate) fn of_length(mut self, more: bool) -> Self {
        self.most = if more { LONG } else { SHORT };
        self
    }

    /// Notes which neutral words a veiled answer holds; whatever of it is told.
    pub(crate) fn quoting<T: Texts>(&mut self, veiled: &Veiled<T>) {
        self.words.extend(veiled.words.iter().cloned());
    }

    /// Tells one thing.
    pub(crate) fn put(&mut self, name: &'static str, value: impl Serialize) {
        // Plain types of ours are always JSON.
        let value = serde_json::to_value(value).unwrap_or(Value::Null);
        self.told.insert(name.to_owned(), value);
    }

    /// Tells a list, the most important entry first. It may be shortened.
    pub(crate) fn list(&mut self, name: &'static str, entries: Vec<Value>) {
        if !entries.is_empty() {
            self.lists.push(name);
        }
        self.put(name, entries);
    }

    /// What limits the answer.
    pub(crate) fn trust(&mut self, trust: &Trust) {
        self.put(
            "trust",
            json!({
                "events_counted": trust.counted,
                "events_not_counted": trust.not_counted,
                "hours_with_uncertain_category": hours(trust.uncertain_hours),
                "tentative_hours": hours(trust.tentative_hours),
                "share_of_meetings_without_people": share(trust.without_people),
                "events_left_out_of_the_import": trust.left_out,
                "too_little_to_judge": trust.too_little,
                "who_the_user_is_was_guessed": trust.me_guessed,
                "notes": trust.notes,
            }),
        );
    }

    /// The whole answer, shortened where it is too long, with what its words stand for where that is wanted.
    pub(crate) fn finished(mut self, book: &Book) -> Result<Value, Trouble> {
        loop {
            let told = serde_json::to_string(&self.told).map_err(|_| Trouble::Internal)?;
            let names = book
                .titles
                .then(|| names::field(&self.words, &told))
                .flatten();
            let length = told.len() + names.as_ref().map_or(0, |names| names.to_string().len());
            if length <= self.most || !self.shorten(length - self.most) {
                if let Some(names) = names {
                    self.told.insert(names::FIELD.to_owned(), names);
                }
                return Ok(Value::Object(self.told));
            }
        }
    }

    /// Takes the last entries of the longest list, as many as make about so many bytes; false where there is none.
    fn shorten(&mut self, bytes: usize) -> bool {
        let length = |entries: &[Value]| {
            entries
                .iter()
                .map(|e| e.to_string().len() + 1)
                .sum::<usize>()
        };
        let list = |name: &str| match self.told.get(name) {
            Some(Value::Array(entries)) => entries.as_slice(),
            _ => &[],
        };
        let longest = self
            .lists
            .iter()
            .map(|name| (length(list(name)), *name))
            .filter(|(bytes, _): &(usize, _)| *bytes > 0)
            .max();
        let Some((_, name)) = longest else {
            return false;
        };
        let Some(Value::Array(entries)) = self.told.get_mut(name) else {
            return false;
        };
        let (mut taken, mut freed) = (0, 0);
        while freed < bytes.min(1_000)
            && let Some(entry) = entries.pop()
        {
            freed += entry.to_string().len() + 1;
            taken += 1;
        }
        let left_out = self
            .told
            .entry("left_out")
            .or_insert_with(|| json!({ "note": "entries left out to keep this short; ask with `more: true` for them" }));
        let before = left_out.get(name).and_then(Value::as_u64).unwrap_or(0);
        if let Value::Object(left_out) = left_out {
            left_out.insert(name.to_owned(), json!(before + taken));
        }
        true
    }
}

/// Hours to the hundredth: half a minute is nobody's business.
pub(crate) fn hours(hours: f64) -> f64 {
    rounded(hours, 100.0)
}

/// Minutes as hours.
pub(crate) fn hours_of(minutes: i64) -> f64 {
    hours(minutes as f64 / 60.0)
}

/// A share of 0–1 to the thousandth.
pub(crate) fn share(share: f64) -> f64 {
    rounded(share, 1_000.0)
}

fn rounded(figure: f64, steps: f64) -> f64 {
    let rounded = (figure * steps).round() / steps;
    // No minus before nothing.
    if rounded == 0.0 { 0.0 } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_nothing_has_no_sign() {
        assert!((hours(7.333_333) - 7.33).abs() < 1e-9);
        assert!(hours(-0.001).is_sign_positive());
        assert!((share(0.123_456) - 0.123).abs() < 1e-9);
    }
}
