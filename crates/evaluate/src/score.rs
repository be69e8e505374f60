//! Figures: how often it is right, how well it knows that, and how far off a week's mix is.

use std::collections::{BTreeMap, BTreeSet};

use weekwise_classify::CATEGORY_COUNT;
use weekwise_model::Category;

use crate::judged::{Read, Verdict};

/// Five of the categories have a target.
const TARGETED: usize = 5;

/// Six are work.
const WORK: usize = 6;

/// What came out of a set of calendars.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Labelled events.
    pub events: usize,
    /// Share of work events in the right one of six categories.
    pub accuracy: f64,
    /// The mean over the six of the harmonic mean of precision and recall.
    pub macro_f1: f64,
    /// Share of all events that are right, with personal as a seventh category.
    pub with_personal: f64,
    /// Expected calibration error over ten bins.
    pub calibration: f64,
    /// Mean over people and weeks of the summed differences of the five targeted shares, in points.
    pub week_mix: f64,
    /// Label by answer.
    pub confusion: [[usize; CATEGORY_COUNT]; CATEGORY_COUNT],
}

/// Scores verdicts; `people` and `verdicts` go together.
pub fn score(people: &[Read], verdicts: &[Vec<Verdict>]) -> Score {
    let all: Vec<&Verdict> = verdicts.iter().flatten().collect();
    let mut confusion = [[0_usize; CATEGORY_COUNT]; CATEGORY_COUNT];
    for verdict in &all {
        confusion[verdict.label][verdict.said] += 1;
    }
    let work: usize = confusion[..WORK].iter().flatten().sum();
    let right = |range: std::ops::Range<usize>| range.map(|c| confusion[c][c]).sum::<usize>();
    Score {
        events: all.len(),
        accuracy: ratio(right(0..WORK), work),
        macro_f1: (0..WORK).map(|c| f1(&confusion, c)).sum::<f64>() / WORK as f64,
        with_personal: ratio(right(0..CATEGORY_COUNT), all.len()),
        calibration: calibration(&all),
        week_mix: week_mix(people, verdicts),
        confusion,
    }
}

fn ratio(part: usize, of: usize) -> f64 {
    part as f64 / (of.max(1)) as f64
}

fn f1(confusion: &[[usize; CATEGORY_COUNT]; CATEGORY_COUNT], category: usize) -> f64 {
    let right = confusion[category][category];
    let labelled: usize = confusion[category].iter().sum();
    let said: usize = confusion.iter().map(|row| row[category]).sum();
    ratio(2 * right, labelled + said)
}

fn calibration(all: &[&Verdict]) -> f64 {
    let mut bins = [(0_usize, 0_usize, 0.0_f64); 10];
    for verdict in all {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a confidence lies between 0 and 1"
        )]
        let bin = ((verdict.confidence * 10.0) as usize).min(9);
        bins[bin].0 += 1;
        bins[bin].1 += usize::from(verdict.label == verdict.said);
        bins[bin].2 += verdict.confidence;
    }
    let off: f64 = bins
        .iter()
        .map(|(_, right, said)| (*right as f64 - said).abs())
        .sum();
    off / all.len().max(1) as f64
}

fn week_mix(people: &[Read], verdicts: &[Vec<Verdict>]) -> f64 {
    let mut sum = 0.0;
    let mut weeks_seen = 0;
    for (read, verdicts) in people.iter().zip(verdicts) {
        let weeks: BTreeSet<(i32, u32)> = read
            .lines
            .iter()
            .flat_map(|line| line.minutes.keys().copied())
            .collect();
        for week in weeks {
            let mut labelled = [0_i64; CATEGORY_COUNT];
            let mut said = [0_i64; CATEGORY_COUNT];
            for (line, verdict) in read.lines.iter().zip(verdicts) {
                let minutes = line.minutes.get(&week).copied().unwrap_or(0);
                labelled[verdict.label] += minutes;
                said[verdict.said] += minutes;
            }
            let shares = |minutes: &[i64; CATEGORY_COUNT]| {
                let work: i64 = minutes[..WORK].iter().sum();
                minutes.map(|m| 100.0 * m as f64 / work.max(1) as f64)
            };
            let (labelled, said) = (shares(&labelled), shares(&said));
            sum += (0..TARGETED)
                .map(|c| (labelled[c] - said[c]).abs())
                .sum::<f64>();
            weeks_seen += 1;
        }
    }
    sum / f64::from(weeks_seen.max(1))
}

impl Score {
    /// As a page for the terminal.
    pub fn text(&self, name: &str) -> String {
        let mut text = format!(
            "{name}: {} events\n  accuracy, six categories    {:.3}\n  macro-F1                    {:.3}\n  \
             accuracy with personal      {:.3}\n  calibration error           {:.3}\n  week mix error              {:.1} points\n",
            self.events,
            self.accuracy,
            self.macro_f1,
            self.with_personal,
            self.calibration,
            self.week_mix
        );
        text.push_str("  label \\ answer  deep  1:1 cross   rev strat other  pers\n");
        for (row, category) in self.confusion.iter().zip(Category::ALL) {
            text.push_str(&format!("  {:<14}", category.id()));
            for cell in row {
                text.push_str(&format!(" {cell:>5}"));
            }
            text.push('\n');
        }
        text
    }
}

/// The most frequent kinds of mistake: label, answer, setting, how many, and examples.
pub fn mistakes(people: &[Read], verdicts: &[Vec<Verdict>], most: usize) -> String {
    let mut kinds: BTreeMap<(usize, usize, &str), Vec<String>> = BTreeMap::new();
    for (read, verdicts) in people.iter().zip(verdicts) {
        for (number, verdict) in verdicts.iter().enumerate() {
            let (Some(line), Some(labelled)) =
                (read.lines.get(number), read.person.lines.get(number))
            else {
                continue;
            };
            if verdict.label == verdict.said {
                continue;
            }
            let names = weekwise_classify::feature_names();
            let setting = line
                .traits
                .features
                .iter()
                .find_map(|(number, _)| names.get(*number)?.strip_prefix("setting @"))
                .unwrap_or("");
            kinds
                .entry((verdict.label, verdict.said, setting))
                .or_default()
                .push(format!("“{}” {:.2}", labelled.title, verdict.confidence));
        }
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, examples)| std::cmp::Reverse(examples.len()));
    let mut text = String::new();
    for ((label, said, setting), examples) in kinds.into_iter().take(most) {
        text.push_str(&format!(
            "{:>4}  {} taken for {}, {setting}: {}\n",
            examples.len(),
            Category::ALL[label].id(),
            Category::ALL[said].id(),
            examples.join(" · ")
        ));
    }
    text
}
