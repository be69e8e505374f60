//! What answers change: somebody answers the list of questions in its order, from the labels.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::DateTime;
use weekwise_ask::{Asked, Choice, MOST_EXCEPTIONS, Scene, Unit, open};
use weekwise_classify::{CATEGORY_COUNT, Classifier, Common, Judgement};
use weekwise_model::{Category, Classified, Correction, Occurrence};

use crate::judged::{Read, Verdict};
use crate::score::score;

/// After how many answers a calendar is looked at.
pub const ANSWERS: [usize; 7] = [0, 3, 5, 10, 15, 20, 30];

/// What is wrong after some answers, of everybody together.
#[derive(Debug, Clone, Default)]
pub struct Curve {
    /// By place in [`ANSWERS`].
    points: Vec<Point>,
    /// Questions asked, by whether the group was of one sort.
    groups: BTreeMap<&'static str, Sharing>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Point {
    /// Sum over people of the error of a week's mix, in points.
    mix: f64,
    people: usize,
    /// Minutes in the wrong category, and all.
    wrong: i64,
    minutes: i64,
    /// Events in the right category, all, and those that were right before anything was answered and are no more.
    right: usize,
    events: usize,
    spoilt: usize,
}

/// How much sharing something makes units alike.
#[derive(Debug, Clone, Copy, Default)]
struct Sharing {
    groups: usize,
    /// Groups of one sort.
    same: usize,
    units: usize,
    /// Units of the sort most of their group is.
    most: usize,
}

/// Somebody's calendar, its occurrences in one list.
struct Sitting<'a> {
    read: &'a Read,
    classifier: &'a Classifier,
    /// By occurrence: its line, and its counted minutes.
    lines: Vec<usize>,
    minutes: Vec<i64>,
    corrections: Vec<Correction>,
    silenced: HashSet<String>,
    now: Classifier,
    /// What was said before anything was answered.
    before: Vec<Verdict>,
}

/// Everybody answers; `classifiers` go with `people`.
pub fn asked(people: &[Read], classifiers: &[Classifier]) -> Curve {
    let mut all = Curve {
        points: vec![Point::default(); ANSWERS.len()],
        groups: BTreeMap::new(),
    };
    for (read, classifier) in people.iter().zip(classifiers) {
        let mut sitting = Sitting::new(read, classifier);
        sitting.note_sharing(&mut all.groups);
        let mut answers = 0;
        for (point, after) in all.points.iter_mut().zip(ANSWERS) {
            while answers < after {
                let Some(cost) = sitting.answer() else { break };
                answers += cost;
            }
            sitting.measure(point);
        }
    }
    all
}

impl<'a> Sitting<'a> {
    fn new(read: &'a Read, classifier: &'a Classifier) -> Self {
        let mut lines = Vec::new();
        let mut minutes = Vec::new();
        for (number, line) in read.lines.iter().enumerate() {
            for occurrence in &line.occurrences {
                lines.push(number);
                minutes.push(read.counted_minutes(occurrence));
            }
        }
        Self {
            read,
            classifier,
            lines,
            minutes,
            corrections: Vec::new(),
            silenced: HashSet::new(),
            now: classifier.clone(),
            before: read.verdicts(classifier),
        }
    }

    fn classified(&self) -> Vec<Classified> {
        let mut all = Vec::with_capacity(self.lines.len());
        for line in &self.read.lines {
            // Of a series most instances are of one event, and have one judgement.
            let mut known: Option<(&Occurrence, Judgement)> = None;
            for occurrence in &line.occurrences {
                let judged = known
                    .take()
                    .filter(|(other, _)| Arc::ptr_eq(&other.event, &occurrence.event))
                    .map_or_else(|| self.now.judge(occurrence), |(_, judged)| judged);
                all.push(judged.on(occurrence.clone()));
                known = Some((occurrence, judged));
            }
        }
        all
    }

    /// Answers the first question; returns how many answers that takes, its exceptions counted. `None` where nothing is asked.
    fn answer(&mut self) -> Option<usize> {
        let classified = self.classified();
        let nothing = vec![0; classified.len()];
        let scene = Scene {
            occurrences: &classified,
            minutes: &self.minutes,
            day_minutes: &nothing,
            classifier: &self.now,
        };
        let open = open(&scene);
        let (asked, _) = *open
            .in_order(1, |asked| self.silenced.contains(&asked.id))
            .first()?;
        let labels: Vec<Category> = asked.units.iter().map(|unit| self.label(unit)).collect();
        let most = most_of(&labels);
        let exceptions = labels.iter().filter(|label| **label != most).count();
        self.silenced.insert(asked.id.clone());
        if asked.units.len() > 1 && exceptions * MOST_EXCEPTIONS > asked.units.len() {
            return Some(1);
        }
        let choice = Choice::Category(most);
        let fits = |unit: &Unit| self.label(unit) == most;
        let said = asked.corrections(choice, DateTime::UNIX_EPOCH, fits);
        self.corrections.extend(said);
        let events = self.read.imported.events();
        self.now = self.classifier.clone().with(events, &self.corrections, &[]);
        Some(1 + exceptions)
    }

    /// What a careful reader calls a unit: what most of its minutes are.
    fn label(&self, unit: &Unit) -> Category {
        let mut sums = [0_i64; CATEGORY_COUNT];
        for &place in &unit.places {
            let label = self.read.lines[self.lines[place]].label;
            sums[label] += self.minutes[place];
        }
        let most = (0..CATEGORY_COUNT).rev().max_by_key(|at| sums[*at]);
        Category::ALL[most.unwrap_or(0)]
    }

    fn measure(&self, point: &mut Point) {
        let verdicts = self.read.verdicts(&self.now);
        let lines = self.read.lines.iter().zip(&verdicts);
        let is_wrong = |verdict: &Verdict| verdict.label != verdict.said;
        for ((line, verdict), before) in lines.zip(&self.before) {
            let minutes = line.total();
            point.minutes += minutes;
            point.wrong += if is_wrong(verdict) { minutes } else { 0 };
            point.events += 1;
            point.right += usize::from(!is_wrong(verdict));
            point.spoilt += usize::from(is_wrong(verdict) && !is_wrong(before));
        }
        let one = std::slice::from_ref(self.read);
        point.mix += score(one, &[verdicts]).week_mix;
        point.people += 1;
    }

    /// Of everything that could be asked at first about several titles, how many of them are of one sort.
    fn note_sharing(&self, groups: &mut BTreeMap<&'static str, Sharing>) {
        let classified = self.classified();
        let nothing = vec![0; classified.len()];
        let scene = Scene {
            occurrences: &classified,
            minutes: &self.minutes,
            day_minutes: &nothing,
            classifier: &self.now,
        };
        let open = open(&scene);
        for asked in open.all().iter().filter(|asked| asked.units.len() > 1) {
            let labels: Vec<Category> = asked.units.iter().map(|unit| self.label(unit)).collect();
            let most = most_of(&labels);
            let sharing = groups.entry(sort_of(asked)).or_default();
            let fitting = labels.iter().filter(|label| **label == most).count();
            sharing.groups += 1;
            sharing.same += usize::from(fitting == labels.len());
            sharing.units += labels.len();
            sharing.most += fitting;
        }
    }
}

fn most_of(labels: &[Category]) -> Category {
    let count = |category: &Category| labels.iter().filter(|label| *label == category).count();
    let most = Category::ALL
        .iter()
        .rev()
        .max_by_key(|category| count(category));
    most.copied().unwrap_or(Category::OtherWork)
}

fn sort_of(asked: &Asked) -> &'static str {
    match asked.common {
        None => "one title",
        Some(Common::Word(_)) => "a word",
        Some(Common::OneName) => "one name",
        Some(Common::TwoNames) => "two names",
        Some(Common::TwoTeams) => "two teams",
        Some(Common::Silent) => "no words",
        Some(Common::People(_)) => "the people",
        Some(Common::Organizer(_)) => "the organizer",
        Some(Common::Tag(_)) => "a tag",
        Some(Common::Read(..)) => "the reading",
    }
}

impl Curve {
    /// As a page for the terminal.
    pub fn text(&self) -> String {
        let mut text = String::from(
            "answers in the order of the list   mix error   of the first   hours right   events right   spoilt\n",
        );
        let first = self.points.first().copied().unwrap_or_default();
        let error = |point: &Point| point.mix / point.people.max(1) as f64;
        for (point, answers) in self.points.iter().zip(ANSWERS) {
            text.push_str(&format!(
                "  {answers:>2}                               {:>7.1}     {:>8.2}      {:>8.1} %     {:>8.3}   {:>6}\n",
                error(point),
                error(point) / error(&first).max(f64::EPSILON),
                100.0 - 100.0 * point.wrong as f64 / point.minutes.max(1) as f64,
                point.right as f64 / point.events.max(1) as f64,
                point.spoilt,
            ));
        }
        text.push_str("what titles share               groups  of one sort  titles like most\n");
        for (name, sharing) in &self.groups {
            let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
            text.push_str(&format!(
                "  {name:<28}{:>8}        {:>5.2}             {:>5.2}\n",
                sharing.groups,
                share(sharing.same, sharing.groups),
                share(sharing.most, sharing.units)
            ));
        }
        text
    }
}
