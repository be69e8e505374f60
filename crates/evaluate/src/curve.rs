//! What is wrong after some answers, as figures.

use std::collections::BTreeMap;

/// After how many answers a calendar is looked at.
pub const ANSWERS: [usize; 7] = [0, 3, 5, 10, 15, 20, 30];

/// What is wrong after some answers, of everybody together.
#[derive(Debug, Clone, Default)]
pub struct Curve {
    /// Where what events are is all that is asked; by place in [`ANSWERS`].
    pub events: Vec<Point>,
    /// Where everything is asked in the order of the list: what events are, and what they do to the day.
    pub everything: Vec<Point>,
    /// Questions asked, by whether the group was of one sort.
    pub groups: BTreeMap<&'static str, Sharing>,
}

/// What is wrong after so many answers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Point {
    /// Sum over people of the error of a week's mix, in points.
    pub mix: f64,
    /// How many they are.
    pub people: usize,
    /// Minutes in the wrong category, and all.
    pub wrong: i64,
    /// All counted minutes.
    pub minutes: i64,
    /// Events in the right category.
    pub right: usize,
    /// All events.
    pub events: usize,
    /// Events that were right before anything was answered and are no more.
    pub spoilt: usize,
    /// Minutes in the right category that count for nothing, because the event is taken for no work.
    pub lost: i64,
    /// Minutes of working days by which their hours are off.
    pub off: i64,
    /// Minutes of working days a careful reader gives them.
    pub days: i64,
}

/// How much sharing something makes units alike.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sharing {
    /// Groups of units.
    pub groups: usize,
    /// Groups of one sort.
    pub same: usize,
    /// Units in them.
    pub units: usize,
    /// Units of the sort most of their group is.
    pub most: usize,
}

impl Point {
    fn error(&self) -> f64 {
        self.mix / self.people.max(1) as f64
    }

    /// Per cent of the counted minutes that are in the right category.
    fn hours_right(&self) -> f64 {
        100.0 - 100.0 * self.wrong as f64 / self.minutes.max(1) as f64
    }

    /// The same of counted minutes and working days together: a minute is right where it is in the right category and counts,
    /// and where it is worked as a careful reader says.
    fn all_right(&self) -> f64 {
        let wrong = self.wrong + self.lost + self.off;
        100.0 - 100.0 * wrong as f64 / (self.minutes + self.days).max(1) as f64
    }
}

impl Curve {
    /// As a page for the terminal.
    pub fn text(&self) -> String {
        let mut text = String::from(
            "answers about events               mix error   of the first   hours right   events right   spoilt\n",
        );
        let first = self.events.first().copied().unwrap_or_default();
        for (point, answers) in self.events.iter().zip(ANSWERS) {
            text.push_str(&format!(
                "  {answers:>2}                               {:>7.1}     {:>8.2}      {:>8.1} %     {:>8.3}   {:>6}\n",
                point.error(),
                point.error() / first.error().max(f64::EPSILON),
                point.hours_right(),
                point.right as f64 / point.events.max(1) as f64,
                point.spoilt,
            ));
        }
        text.push_str(
            "answers in the order of the list   mix error   hours right   with the days   days' hours off   no work\n",
        );
        for (point, answers) in self.everything.iter().zip(ANSWERS) {
            text.push_str(&format!(
                "  {answers:>2}                               {:>7.1}    {:>8.1} %      {:>8.1} %        {:>8.2} %  {:>6.1} h\n",
                point.error(),
                point.hours_right(),
                point.all_right(),
                100.0 * point.off as f64 / point.days.max(1) as f64,
                point.lost as f64 / 60.0,
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
