//! How often it is right where: by writer, by what the export says, by what the title says, by how often it is.

use std::collections::BTreeMap;

use weekwise_classify::feature_names;
use weekwise_model::Category;

use crate::judged::{Read, ReadLine, Verdict};
use crate::person::{Exporter, Person};

/// What is counted of some events.
#[derive(Debug, Default, Clone, Copy)]
struct Counted {
    events: usize,
    right: usize,
    /// Right at the second guess.
    second: usize,
    minutes: i64,
    wrong_minutes: i64,
    confidence: f64,
}

/// One line for each slice, its accuracy over all seven categories.
pub fn slices(people: &[Read], verdicts: &[Vec<Verdict>]) -> String {
    let mut all: BTreeMap<String, Counted> = BTreeMap::new();
    for (read, verdicts) in people.iter().zip(verdicts) {
        for (number, (line, verdict)) in read.lines.iter().zip(verdicts).enumerate() {
            for slice in slices_of(read, line, verdict) {
                all.entry(slice).or_default().add(line, verdict);
            }
            let or = read.person.lines.get(number).and_then(|line| line.or);
            let defensible = or.map(Category::place) == Some(verdict.said);
            let kindly = Verdict {
                label: if defensible {
                    verdict.said
                } else {
                    verdict.label
                },
                ..verdict.clone()
            };
            let all = all.entry("all, what is defensible right".to_owned());
            all.or_default().add(line, &kindly);
        }
    }
    let mut text = format!(
        "  {:<34} {:>6} {:>6} {:>6} {:>6} {:>9}\n",
        "slice", "events", "right", "of two", "sure", "h wrong"
    );
    for (slice, counted) in all {
        text.push_str(&counted.text(&slice));
    }
    text
}

fn slices_of(read: &Read, line: &ReadLine, verdict: &Verdict) -> Vec<String> {
    let names = feature_names();
    let has = |test: &dyn Fn(&str) -> bool| {
        let mut features = line.traits.features.iter();
        features.any(|(number, _)| names.get(*number).is_some_and(|name| test(name)))
    };
    let said = has(&|name| name.starts_with("says ") && !name.contains('@'));
    let hides = hides_people(&read.person);
    let recurs = !has(&|name| name == "once");
    vec![
        format!("writer {}", read.writer),
        format!("people {}", if hides { "hidden" } else { "known" }),
        format!(
            "title {}",
            if said {
                "with a phrase"
            } else {
                "without a phrase"
            }
        ),
        format!(
            "description {}",
            if has(&|name| name == "described") {
                "yes"
            } else {
                "no"
            }
        ),
        format!("{}", if recurs { "recurring" } else { "one-off" }),
        format!("label {}", Category::ALL[verdict.label].id()),
        format!(
            "setting {}",
            names
                .iter()
                .enumerate()
                .find_map(|(number, name)| {
                    let setting = name.strip_prefix("setting @")?;
                    let here = line.traits.features.iter().any(|(n, _)| *n == number);
                    here.then_some(setting)
                })
                .unwrap_or_default()
        ),
        "all".to_owned(),
    ]
}

/// Whether a person's exporter says nothing about people.
pub fn hides_people(person: &Person) -> bool {
    matches!(
        person.exporter,
        Exporter::Published | Exporter::Busy | Exporter::Private
    )
}

impl Counted {
    fn add(&mut self, line: &ReadLine, verdict: &Verdict) {
        let right = verdict.label == verdict.said;
        self.events += 1;
        self.right += usize::from(right);
        self.second += usize::from(right || verdict.next == Some(verdict.label));
        self.minutes += line.total();
        self.wrong_minutes += if right { 0 } else { line.total() };
        self.confidence += verdict.confidence;
    }

    fn text(&self, slice: &str) -> String {
        let of = self.events.max(1) as f64;
        format!(
            "  {slice:<34} {:>6} {:>6.3} {:>6.3} {:>6.3} {:>9.0}\n",
            self.events,
            self.right as f64 / of,
            self.second as f64 / of,
            self.confidence / of,
            self.wrong_minutes as f64 / 60.0
        )
    }
}
