//! The fitted weights: how much each feature speaks for each category.
//!
//! `weights.tsv` is written by `cargo xtask evaluate --fit` from the labelled calendars, and read into the program
//! when it is built. Its lines:
//!
//! ```text
//! # a comment
//! temperature  1.10                 how much stated confidence is flattened
//! sure         told 0.43 0.41       in that situation: where the softmax says 0.43, 41 % are right; in rising order
//! weight       says guild   0.52 …  a feature and its weight for each category, in the order of `Category`
//! ```
//!
//! Fields are set apart by tabs. A feature without a line weighs nothing.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap as HashMap;

use crate::features::names;

/// How many categories there are, personal among them.
pub const CATEGORY_COUNT: usize = 7;

/// How much there is to go by. Evidence that adds up to the same is not right equally often in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// A phrase of the title is known, and so are the people.
    Told,
    /// The people are known, the title's words are not.
    Untold,
    /// A phrase of the title is known; who is there the export does not say.
    HiddenTold,
    /// Nothing but the time, and words nobody knows.
    HiddenUntold,
}

impl Situation {
    /// Every situation with its name in the file of weights, in the order of their numbers.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Told, "told"),
        (Self::Untold, "untold"),
        (Self::HiddenTold, "hidden-told"),
        (Self::HiddenUntold, "hidden-untold"),
    ];
}

/// Pairs of what the softmax says and how often that is right, rising.
pub type Sureness = Vec<(f64, f64)>;

/// How much each feature speaks for each category.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// How much stated confidence is flattened.
    pub temperature: f64,
    /// How often it is right in each situation.
    pub sure: [Sureness; Situation::ALL.len()],
    /// By the features' numbers.
    pub rows: Vec<[f32; CATEGORY_COUNT]>,
}

impl Default for Weights {
    /// Nothing weighs anything.
    fn default() -> Self {
        Self {
            temperature: 1.0,
            sure: Default::default(),
            rows: vec![[0.0; CATEGORY_COUNT]; names().len()],
        }
    }
}

impl Weights {
    /// Those that are built in.
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Weights>> = OnceLock::new();
        Arc::clone(BUILT_IN.get_or_init(|| Arc::new(Self::read(include_str!("weights.tsv")).0)))
    }

    /// Reads the form described above; with the weights, the lines that say nothing: features nobody knows.
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let numbers: HashMap<&str, usize> = names()
            .iter()
            .enumerate()
            .map(|(number, name)| (name.as_str(), number))
            .collect();
        let mut weights = Self::default();
        let mut unknown = Vec::new();
        for line in text
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            let mut fields = line.split('\t');
            let what = fields.next().unwrap_or_default();
            let mut name = "";
            if matches!(what, "weight" | "sure") {
                name = fields.next().unwrap_or_default();
            }
            let values: Vec<f64> = fields.filter_map(|f| f.trim().parse().ok()).collect();
            let situation = Situation::ALL.iter().position(|(_, known)| *known == name);
            let sure = situation.and_then(|situation| weights.sure.get_mut(situation));
            if let ("sure", [said, right], Some(sure)) = (what, values.as_slice(), sure) {
                sure.push((*said, *right));
                continue;
            }
            match (what, values.as_slice(), numbers.get(name)) {
                ("temperature", [value], _) => weights.temperature = *value,
                ("weight", values, Some(number)) if values.len() == CATEGORY_COUNT => {
                    if let Some(row) = weights.rows.get_mut(*number) {
                        for (cell, value) in row.iter_mut().zip(values) {
                            #[expect(clippy::cast_possible_truncation, reason = "two decimals")]
                            {
                                *cell = *value as f32;
                            }
                        }
                    }
                }
                _ => unknown.push(line.to_owned()),
            }
        }
        (weights, unknown)
    }

    /// Writes the form described above.
    pub fn text(&self) -> String {
        let mut text = String::from(
            "# Written by `cargo xtask evaluate --fit` from the writers of tests/labelled. Do not edit.\n\
             # The form is described in weights.rs beside this file; the columns are deep_work one_on_one cross_team\n\
             # review strategy other_work personal.\n",
        );
        text.push_str(&format!("temperature\t{:.3}\n", self.temperature));
        for ((_, name), sure) in Situation::ALL.iter().zip(&self.sure) {
            for (said, right) in sure {
                text.push_str(&format!("sure\t{name}\t{said:.3}\t{right:.3}\n"));
            }
        }
        for (row, name) in self.rows.iter().zip(names()) {
            if row.iter().all(|w| w.abs() < 0.025) {
                continue;
            }
            let cells: Vec<String> = row.iter().map(|w| short(*w)).collect();
            text.push_str(&format!("weight\t{name}\t{}\n", cells.join("\t")));
        }
        text
    }

    /// How often what the softmax says is right in a situation.
    pub fn sureness(&self, situation: Situation, said: f64) -> f64 {
        let mut before: Option<(f64, f64)> = None;
        for (at, right) in self.sure.get(situation as usize).into_iter().flatten() {
            if said <= *at {
                return match before {
                    Some((from, low)) if *at > from => {
                        low + (right - low) * (said - from) / (at - from)
                    }
                    _ => *right,
                };
            }
            before = Some((*at, *right));
        }
        before.map_or(said, |(_, right)| right)
    }
}

/// A weight with two decimals, without what says nothing.
fn short(weight: f32) -> String {
    let text = format!("{weight:.2}");
    match text.as_str() {
        "0.00" | "-0.00" => "0".to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Situation, Weights};

    #[test]
    fn the_built_in_weights_are_of_features_there_are() {
        let (weights, unknown) = Weights::read(include_str!("weights.tsv"));
        assert!(
            unknown.is_empty(),
            "run `cargo xtask evaluate --fit`: nobody knows {unknown:#?}"
        );
        assert_eq!(Weights::read(&weights.text()).0, weights);
    }

    #[test]
    fn sureness_lies_between_what_was_measured() {
        let mut weights = Weights::default();
        weights.sure[Situation::Untold as usize] = vec![(0.2, 0.1), (0.6, 0.5), (1.0, 0.9)];
        let right = |said| weights.sureness(Situation::Untold, said);
        assert!((right(0.4) - 0.3).abs() < 1e-9);
        assert!((right(0.1) - 0.1).abs() < 1e-9);
        assert!((right(1.0) - 0.9).abs() < 1e-9);
        assert!((weights.sureness(Situation::Told, 0.4) - 0.4).abs() < 1e-9);
    }
}
