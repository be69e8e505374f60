//! What answers change: somebody answers the list of questions in its order, from the labels and the truth about the days.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::DateTime;
use weekwise_ask::{
    Asked, Choice, MOST_EXCEPTIONS, Scene, TeamAsked, TeamOption, Unit, in_common, open, rests,
    team,
};
use weekwise_classify::{CATEGORY_COUNT, Classifier, Common, Judgement};
use weekwise_model::{
    Category, Classified, Correction, DayCorrection, DayEffect, DayJudgement, Decision, Occurrence,
    QuestionKind, Scope, WorkingHours,
};

use crate::curve::{ANSWERS, Curve, Point, Sharing};
use crate::days::{days_of, minutes_within, told};
use crate::judged::{Read, Verdict};
use crate::score::score;
use crate::truth::Truth;

/// A group that has less than this part of its people in common with the own team is another one.
const LIKE: f64 = 0.4;

/// Somebody's calendar, its occurrences in one list.
struct Sitting<'a> {
    read: &'a Read,
    classifier: &'a Classifier,
    /// With the place of the line of each.
    occurrences: Vec<(usize, &'a Occurrence)>,
    /// Counted minutes of each.
    minutes: Vec<i64>,
    /// Minutes of working time each lies in; 0 where days are not asked about.
    day_minutes: Vec<i64>,
    /// What the days really are, where they are asked about.
    truth: Option<(&'a Truth, WorkingHours)>,
    /// Whether it is still to be asked which team is mine: where a reader tells.
    team_open: bool,
    /// What was said about that.
    team: Option<Vec<String>>,
    corrections: Vec<Correction>,
    day_corrections: Vec<DayCorrection>,
    silenced: HashSet<String>,
    now: Classifier,
    /// What was said before anything was answered.
    before: Vec<Verdict>,
}

/// Minutes that are wrong.
#[derive(Debug, Clone, Copy, Default)]
struct Wrong {
    category: i64,
    lost: i64,
    off: i64,
}

/// Everybody answers; `classifiers` go with `people`.
pub fn asked(people: &[Read], classifiers: &[Classifier]) -> Curve {
    let nothing = vec![Point::default(); ANSWERS.len()];
    let mut all = Curve {
        events: nothing.clone(),
        everything: nothing,
        groups: BTreeMap::new(),
    };
    for (read, classifier) in people.iter().zip(classifiers) {
        let about_events = Sitting::about_events(read, classifier);
        about_events.note_sharing(&mut all.groups);
        about_events.answer_all(&mut all.events);
        Sitting::about_everything(read, classifier).answer_all(&mut all.everything);
    }
    all
}

impl<'a> Sitting<'a> {
    /// Where what events are is all that is asked.
    fn about_events(read: &'a Read, classifier: &'a Classifier) -> Self {
        let lines = read.lines.iter().enumerate();
        let occurrences: Vec<(usize, &Occurrence)> = lines
            .flat_map(|(number, line)| line.occurrences.iter().map(move |one| (number, one)))
            .collect();
        let counted = |(_, one): &(usize, &Occurrence)| read.counted_minutes(one);
        Self {
            read,
            classifier,
            minutes: occurrences.iter().map(counted).collect(),
            day_minutes: vec![0; occurrences.len()],
            occurrences,
            truth: None,
            team_open: false,
            team: None,
            corrections: Vec::new(),
            day_corrections: Vec::new(),
            silenced: HashSet::new(),
            now: classifier.clone(),
            before: read.verdicts(classifier),
        }
    }

    /// Where it is asked too what they do to the day, as far as the truth about that is told.
    fn about_everything(read: &'a Read, classifier: &'a Classifier) -> Self {
        let mut all = Self::about_events(read, classifier);
        all.team_open = !read.person.team.is_empty();
        let truth = read.person.truth.as_ref();
        let truth = truth.and_then(|truth| Some((truth, told(truth).ok()?)));
        let Some((truth, hours)) = truth else {
            return all;
        };
        let zone = read.person.zone;
        // Days off are judged beside the meetings on them, which are looked for by their start.
        all.occurrences
            .sort_by_key(|(_, one)| one.span.instants(zone).0);
        let each = || all.occurrences.iter().map(|(_, one)| *one);
        let minutes = each().map(|one| read.counted_minutes(one)).collect();
        let within = |one: &Occurrence| minutes_within(&hours, zone, one.span);
        all.day_minutes = each().map(within).collect();
        all.minutes = minutes;
        all.truth = Some((truth, hours));
        all
    }

    /// Answers as long as anything is asked, and notes what is wrong on the way.
    fn answer_all(mut self, points: &mut [Point]) {
        let mut answers = 0;
        for (point, after) in points.iter_mut().zip(ANSWERS) {
            while answers < after {
                let Some(cost) = self.answer() else { break };
                answers += cost;
            }
            self.measure(point);
        }
    }

    fn classified(&self) -> Vec<Classified> {
        // Most instances of a series are of one event, and have one judgement.
        let mut known: HashMap<(usize, i64), Judgement> = HashMap::new();
        let zone = self.read.person.zone;
        let mut all: Vec<Classified> = self
            .occurrences
            .iter()
            .map(|(_, one)| {
                let key = (Arc::as_ptr(&one.event).addr(), one.span.minutes(zone));
                let judged = known.entry(key).or_insert_with(|| self.now.judge(one));
                judged.on((*one).clone())
            })
            .collect();
        if self.truth.is_some() {
            let places = 0..all.len();
            self.now.settle(&mut all, places);
        }
        all
    }

    /// Answers the first question; returns how many answers that takes, its exceptions counted. `None` where nothing is asked.
    fn answer(&mut self) -> Option<usize> {
        let classified = self.classified();
        let days = classified.iter().zip(&self.day_minutes);
        let day_minutes: Vec<i64> = days
            .map(|(one, minutes)| if rests(&one.day) { *minutes } else { 0 })
            .collect();
        let scene = Scene {
            occurrences: &classified,
            minutes: &self.minutes,
            day_minutes: &day_minutes,
            classifier: &self.now,
        };
        let open = open(&scene);
        let first = open.in_order(1, |asked| self.silenced.contains(&asked.id));
        let worth = first.first().map_or(0.0, |(asked, minutes)| {
            minutes / asked.worth.answers.max(1.0)
        });
        if let Some(asked) = self
            .team_asked(&scene)
            .filter(|asked| asked.expected > worth)
        {
            self.answer_team(&asked);
            return Some(1);
        }
        let (asked, _) = *first.first()?;
        self.silenced.insert(asked.id.clone());
        if asked.kind == QuestionKind::Day {
            self.answer_day(asked, classified.clone());
            return Some(1);
        }
        Some(self.answer_category(asked))
    }

    /// The question which team is mine, where it is open.
    fn team_asked(&self, scene: &Scene<'_>) -> Option<TeamAsked> {
        let learnt = |people: &[String]| self.learnt(Some(people));
        self.team_open.then(|| team(scene, learnt)).flatten()
    }

    /// Names the group that is most like the team a reader tells; none where no group is.
    fn answer_team(&mut self, asked: &TeamAsked) {
        self.team_open = false;
        let like = |option: &&TeamOption| in_common(&option.people, &self.read.person.team);
        let best = asked
            .options
            .iter()
            .max_by(|a, b| like(a).total_cmp(&like(b)));
        if let Some(best) = best.filter(|best| like(best) >= LIKE) {
            self.team = Some(best.people.clone());
            self.learn();
        }
    }

    /// Says what most of a group are; returns how many answers that takes.
    fn answer_category(&mut self, asked: &Asked) -> usize {
        let labels: Vec<Category> = asked.units.iter().map(|unit| self.label(unit)).collect();
        let most = most_of(&labels);
        let exceptions = labels.iter().filter(|label| **label != most).count();
        if asked.units.len() > 1 && exceptions * MOST_EXCEPTIONS > asked.units.len() {
            return 1;
        }
        let choice = Choice::Category(most);
        let fits = |unit: &Unit| self.label(unit) == most;
        let said = asked.corrections(choice, DateTime::UNIX_EPOCH, fits);
        self.corrections.extend(said);
        self.learn();
        1 + exceptions
    }

    /// Says what makes the days what they really are; the guess where that is as good as anything.
    fn answer_day(&mut self, asked: &Asked, mut classified: Vec<Classified>) {
        let places: Vec<usize> = asked
            .units
            .iter()
            .flat_map(|unit| unit.places.iter().copied())
            .collect();
        let mut best: Option<(i64, Choice)> = None;
        for (choice, _) in &asked.choices {
            let Choice::Effect(effect) = *choice else {
                continue;
            };
            let scope = Scope::Alike;
            let day = Arc::new(DayJudgement {
                decided_by: Some(Decision::Correction { scope }),
                ..DayJudgement::certain(effect)
            });
            for &place in &places {
                if let Some(one) = classified.get_mut(place) {
                    one.day = Arc::clone(&day);
                }
            }
            let wrong = self.wrong(&classified);
            let wrong = wrong.lost + wrong.off;
            if best.is_none_or(|(least, _)| wrong < least) {
                best = Some((wrong, *choice));
            }
        }
        let Some((_, choice)) = best else { return };
        let said = asked.day_corrections(choice, DateTime::UNIX_EPOCH, |_| true);
        self.day_corrections.extend(said);
        self.learn();
    }

    fn learn(&mut self) {
        self.now = self.learnt(self.team.as_deref());
    }

    /// The classifier with everything that was said, and a team where there is one.
    fn learnt(&self, team: Option<&[String]>) -> Classifier {
        let events = || self.read.imported.events();
        let learnt = self.classifier.clone().with_days(&self.day_corrections);
        let learnt = match team {
            Some(team) => learnt.with_team(team),
            None => learnt,
        };
        learnt.with(events(), &self.corrections, &[])
    }

    /// What a careful reader calls a unit: what most of its minutes are.
    fn label(&self, unit: &Unit) -> Category {
        let mut sums = [0_i64; CATEGORY_COUNT];
        for &place in &unit.places {
            sums[self.label_of(place)] += self.minutes[place];
        }
        let most = (0..CATEGORY_COUNT).rev().max_by_key(|at| sums[*at]);
        Category::ALL[most.unwrap_or(0)]
    }

    /// What a careful reader calls an occurrence.
    fn label_of(&self, place: usize) -> usize {
        let (line, _) = self.occurrences[place];
        self.read.lines[line].label
    }

    /// What of some judgements is wrong.
    fn wrong(&self, classified: &[Classified]) -> Wrong {
        let mut wrong = Wrong::default();
        for (place, (one, minutes)) in classified.iter().zip(&self.minutes).enumerate() {
            let label = Category::ALL[self.label_of(place)];
            if label != one.category() {
                wrong.category += minutes;
            } else if label != Category::Personal && one.day.effect != DayEffect::Work {
                wrong.lost += minutes;
            }
        }
        if let Some((truth, hours)) = &self.truth {
            wrong.off = days_of(classified, self.read.person.zone, truth, hours)
                .sums()
                .1;
        }
        wrong
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
        if let Some((truth, hours)) = &self.truth {
            let classified = self.classified();
            let wrong = self.wrong(&classified);
            point.lost += wrong.lost;
            point.off += wrong.off;
            let zone = self.read.person.zone;
            point.days += days_of(&classified, zone, truth, hours).sums().0;
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
