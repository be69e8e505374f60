//! Who was met: as People and the record of evidence count it.

use weekwise_analyze::{CountedPeriod, PeopleQuestion};
use weekwise_model::{LookBackPeople, PersonHours, Selection, words};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// How many people were met, with whom there are recurring 1:1s, and who was mentored.
    pub(super) fn people_met(
        &self,
        counted: &CountedPeriod,
        mentored: Vec<PersonHours>,
        clock: &Clock,
    ) -> Result<LookBackPeople, EngineError> {
        let ahead = self.ahead(&Selection::default(), clock);
        let question = PeopleQuestion {
            now: clock.now(),
            ahead: &ahead,
        };
        let view = weekwise_analyze::people(counted, &question)?;
        let hours: f64 = view.one_on_ones.iter().map(|one| one.hours).sum();
        let held: u32 = view.one_on_ones.iter().map(|one| one.held).sum();
        let mut parts = Vec::new();
        if view.met > 0 {
            let people = words::count(view.met as usize, "person", "people");
            parts.push(format!("{people} in meetings of fewer than nine"));
        }
        if held > 0 {
            let series = words::count(view.one_on_ones.len(), "recurring 1:1", "recurring 1:1s");
            let times = words::count(held as usize, "time", "times");
            let hours = words::hours(hours);
            parts.push(format!("{series}, held {times} in {hours}"));
        }
        let hidden = view.one_on_ones.iter().filter(|one| one.with.is_none());
        match hidden.count() {
            0 => {}
            n if n == view.one_on_ones.len() => parts.push("with whom is hidden".to_owned()),
            n => parts.push(format!("of {n} of them with whom is hidden")),
        }
        let text = if parts.is_empty() {
            "No meeting of these days names its people.".to_owned()
        } else {
            format!("{}.", parts.join("; "))
        };
        let known = view.one_on_ones.into_iter().filter(|one| one.held > 0);
        let mut one_on_ones: Vec<PersonHours> = known
            .filter_map(|one| {
                Some(PersonHours {
                    name: one.with?,
                    address: one.address.unwrap_or_default(),
                    hours: one.hours,
                    times: one.held,
                    evidence: vec![one.uid],
                })
            })
            .collect();
        one_on_ones.sort_by(|a, b| {
            let order = b.hours.total_cmp(&a.hours);
            order.then_with(|| a.address.cmp(&b.address))
        });
        Ok(LookBackPeople {
            met: view.met,
            one_on_ones,
            mentored,
            text,
        })
    }
}
