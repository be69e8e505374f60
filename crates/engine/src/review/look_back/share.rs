//! What of a look back others may read (section 10 of docs/product.md): titles that are ticked, names where they are asked for,
//! lines of reviews that may be quoted.

use std::collections::{BTreeSet, HashMap};

use weekwise_model::{
    AskView, EvidenceRequest, LookBack, PersonHours, Stretch, Text, WeekStanding, words,
};

use super::weeks;
use crate::evidence::without_uids;
use crate::review::Reviews;
use crate::{Clock, EngineError, Opened, Veil};

impl Opened {
    /// Days looked back on as they are handed on. Addresses never are; nor is why a week was unusual, or a note to an ask.
    ///
    /// # Errors
    /// As [`Opened::look_back`].
    pub fn look_back_to_share(
        &self,
        request: &EvidenceRequest,
        reviews: &Reviews,
        clock: &Clock,
    ) -> Result<LookBack, EngineError> {
        let EvidenceRequest {
            from,
            to,
            ticked,
            names,
        } = request;
        let days = Stretch {
            from: *from,
            to: *to,
        };
        let mut answer = self.looked_back(days, ticked, reviews, clock)?;
        let mut numbers = HashMap::new();
        let people = &mut answer.people;
        for person in people.one_on_ones.iter_mut().chain(&mut people.mentored) {
            unnamed(person, *names, &mut numbers);
        }
        if !answer.asks.asks.is_empty() {
            let veil = Veil::over_papers(self);
            for ask in &mut answer.asks.asks {
                self.hide_ask(ask, ticked, &veil);
            }
        }
        let lines = answer.lines.len();
        answer.lines.retain(|line| line.quoted);
        let kept_back = lines - answer.lines.len();
        if kept_back > 0 {
            answer.notes.push(format!(
                "{} of its reviews may not be quoted.",
                words::count(kept_back, "line", "lines")
            ));
        }
        for week in &mut answer.weeks {
            if week.standing == WeekStanding::Unusual {
                week.why.clear();
            }
        }
        answer.weeks_text = weeks::text(&answer.weeks, self.settings.display);
        without_uids(&mut answer, ticked);
        Ok(answer)
    }

    /// Without the titles in its words but the one that is ticked.
    fn hide_ask(&self, view: &mut AskView, ticked: &BTreeSet<String>, veil: &Veil) {
        let uid = view.ask.uid.clone();
        let shown = uid.filter(|uid| ticked.contains(uid));
        veil.hide(view);
        view.ask.note.clear();
        let Some(uid) = shown else {
            return;
        };
        let title = self.title_of(&uid);
        if let Some(alias) = veil.alias(Text::Title, &title) {
            let (hidden, own) = (format!("“{alias}”"), words::title(&title));
            view.ask.text = view.ask.text.replace(&hidden, &own);
        }
        view.ask.uid = Some(uid);
    }
}

/// Who is the same stays the same: `Person 3` in every list.
fn unnamed(person: &mut PersonHours, names: bool, numbers: &mut HashMap<String, usize>) {
    let next = numbers.len() + 1;
    let address = std::mem::take(&mut person.address);
    let number = *numbers.entry(address).or_insert(next);
    // Where the calendar knows no name, the address stands for it.
    if !names || person.name.contains('@') {
        person.name = format!("Person {number}");
    }
}
