//! Everything an answer rests on, as one list of questions; and what becomes of answers (product.md section 5, *Questions*).
//!
//! What there is to ask about events comes from `ask`, what about settings from here; both are tried in the real counting.
//! Answers become the corrections, marks and settings there are anyway: nothing is true twice. What is kept beside them is who
//! answered what, and what it replaced, so that it can be taken back.

mod answers;
mod effect;
mod follow;
mod model;
mod noted;
mod setting;
mod setting_words;
mod sheet;
mod take;

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;
use weekwise_analyze::{CountedPeriod, Trial};
use weekwise_ask::{Asked, Scene};
use weekwise_model::{
    Classified, Counting, DayEffect, DoubtBehind, NotCounted, Period, Question, QuestionKind,
    QuestionList, QuestionOption, Selection, Settings, wall,
};

pub use answers::Answers;
pub use model::{MODEL_QUESTIONS, ModelAnswers, ask_model, model_name};
pub use sheet::read_answers;
pub(crate) use take::Taken;

use crate::opened::Counted;
use crate::{Clock, EngineError, Opened};
use setting::SettingQuestion;

/// Where there is nothing to ask.
const NOTHING: &str = "There is nothing to ask: everything that counts was said, or is sure.";

/// The time asked about, counted.
pub(crate) struct Ground {
    counted: CountedPeriod,
    minutes: Vec<i64>,
    day_minutes: Vec<i64>,
}

impl Ground {
    pub(crate) fn scene<'a>(&'a self, opened: &'a Opened) -> Scene<'a> {
        Scene {
            occurrences: self.counted.occurrences(),
            minutes: &self.minutes,
            day_minutes: &self.day_minutes,
            classifier: &opened.classifier,
        }
    }
}

/// What could be asked: about events or about a setting.
enum Askable<'a> {
    Events(&'a Asked, f64),
    Setting(Box<SettingQuestion>),
}

impl Askable<'_> {
    fn id(&self) -> &str {
        match self {
            Self::Events(asked, _) => &asked.id,
            Self::Setting(setting) => &setting.id,
        }
    }

    fn expected(&self) -> f64 {
        match self {
            Self::Events(_, minutes) => *minutes,
            // No counted minute rests on what stands beside the mix.
            Self::Setting(setting) if setting.beside.is_some() => 0.0,
            Self::Setting(setting) => setting.expected,
        }
    }

    fn per_answer(&self) -> f64 {
        match self {
            Self::Events(asked, minutes) => minutes / asked.worth.answers.max(1.0),
            Self::Setting(setting) => setting.expected * setting.beside.unwrap_or(1.0),
        }
    }
}

impl Opened {
    /// The questions about the year up to the default week, at most `most`, the one that sets most right per answer first.
    ///
    /// # Errors
    /// [`EngineError::Analyze`] where counting fails; no calendar can cause it.
    pub fn questions(&self, most: usize, clock: &Clock) -> Result<QuestionList, EngineError> {
        let period = self.period(&self.lately(clock), clock)?;
        let ground = self.ground(period)?;
        let scene = ground.scene(self);
        let trial = ground.counted.whole_trial();
        let open = weekwise_ask::open(&scene);
        let silenced = self.silenced();
        let about_events = open.in_order(usize::MAX, |asked| silenced.contains(asked.id.as_str()));
        let mut all: Vec<Askable<'_>> = self
            .setting_questions(&ground, &trial)
            .into_iter()
            .map(|setting| Askable::Setting(Box::new(setting)))
            .filter(|setting| !silenced.contains(setting.id()))
            .collect();
        all.extend(
            about_events
                .into_iter()
                .map(|(asked, minutes)| Askable::Events(asked, minutes)),
        );
        let later = &self.said.answers.later;
        let is_later = |askable: &Askable<'_>| later.iter().any(|id| id == askable.id());
        all.sort_by(|a, b| {
            let put_off = is_later(a).cmp(&is_later(b));
            put_off.then_with(|| b.per_answer().total_cmp(&a.per_answer()))
        });
        let open_questions = all.len();
        all.truncate(most);
        let expected: f64 = all.iter().map(Askable::expected).sum();
        let weeks = weeks_of(&ground, period);
        let questions: Vec<Question> = all
            .par_iter()
            .map(|askable| match askable {
                Askable::Events(asked, minutes) => {
                    self.event_question(asked, *minutes, &ground, &trial, weeks)
                }
                Askable::Setting(setting) => setting.question(weeks),
            })
            .map(|question| Question {
                put_off: later.contains(&question.id),
                ..question
            })
            .collect();
        let zone = self.settings.zone;
        let day = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).date_naive();
        Ok(QuestionList {
            from: day(period.from),
            to: day(period.to - chrono::TimeDelta::seconds(1)),
            weeks,
            minutes: open.minutes,
            sure_minutes: rounded(open.sure_minutes),
            sure_after_minutes: rounded(open.sure_minutes + expected).min(open.minutes),
            open: u32::try_from(open_questions).unwrap_or(u32::MAX),
            note: questions.is_empty().then(|| NOTHING.to_owned()),
            questions,
            answers: self.answers_given(),
            silenced: self.said.answers.never.clone(),
        })
    }

    /// One question by its id, listed or not: what an answer names as behind its doubt.
    ///
    /// # Errors
    /// [`EngineError::NoSuchQuestion`] where there is none any more.
    pub fn question(&self, id: &str, clock: &Clock) -> Result<Question, EngineError> {
        let period = self.period(&self.lately(clock), clock)?;
        let ground = self.ground(period)?;
        let trial = ground.counted.whole_trial();
        let weeks = weeks_of(&ground, period);
        let open = weekwise_ask::open(&ground.scene(self));
        if let Some(asked) = open.named(id) {
            let expected = asked.worth.minutes;
            return Ok(self.event_question(asked, expected, &ground, &trial, weeks));
        }
        let settings = self.setting_questions_named(&ground, &trial, &|name| name == id);
        settings
            .first()
            .map(|setting| setting.question(weeks))
            .ok_or_else(|| {
                EngineError::NoSuchQuestion("there is no such question any more".to_owned())
            })
    }

    /// The time asked about, counted.
    pub(crate) fn ground(&self, period: Period) -> Result<Ground, EngineError> {
        let counted = self.counted_period(&Selection::default(), period)?;
        let shares = counted.shares();
        let all = counted.occurrences();
        let zone = self.settings.zone;
        let inside = |one: &Classified| {
            let span = one.occurrence.span;
            span.overlaps(period.from, period.to, zone)
        };
        let minutes = all
            .iter()
            .zip(&shares)
            .map(|(one, share)| match share.counting {
                Counting::Counted { .. } => share.minutes,
                // What is taken for private life may be work; a break is a break whatever it is called.
                Counting::NotCounted(NotCounted::Personal)
                    if inside(one) && one.day.effect == DayEffect::Work =>
                {
                    one.occurrence.span.minutes(zone)
                }
                Counting::NotCounted(_) => 0,
            });
        let minutes = minutes.collect();
        let day_minutes = all
            .iter()
            .map(|one| {
                if weekwise_ask::rests(&one.day) && inside(one) {
                    working_minutes(one, &self.settings, period)
                } else {
                    0
                }
            })
            .collect();
        Ok(Ground {
            counted,
            minutes,
            day_minutes,
        })
    }

    /// Questions that are not asked: nobody wants to hear them again, or their events were said to differ.
    fn silenced(&self) -> HashSet<&str> {
        let answers = &self.said.answers;
        let differ = answers.given.iter();
        let differ = differ.filter(|given| given.option == weekwise_ask::DIFFER);
        let never = answers.never.iter().map(String::as_str);
        never.chain(differ.map(|given| given.id.as_str())).collect()
    }

    fn event_question(
        &self,
        asked: &Asked,
        expected: f64,
        ground: &Ground,
        trial: &Trial<'_>,
        weeks: u32,
    ) -> Question {
        let scene = ground.scene(self);
        let minutes = asked.minutes();
        let guess = asked.choices.first().map(|(choice, _)| *choice);
        let options: Vec<QuestionOption> = asked
            .choices
            .iter()
            .map(|(choice, likely)| QuestionOption {
                id: choice.id().to_owned(),
                text: asked.option(*choice),
                guess: Some(*choice) == guess,
                likely: Some(*likely),
                shares: effect::of_choice(asked, *choice, &scene, trial),
                then: (*choice == weekwise_ask::Choice::Differ).then(|| {
                    weekwise_model::words::count(asked.units.len(), "question", "questions")
                }),
            })
            .collect();
        let zone = self.settings.zone;
        Question {
            id: asked.id.clone(),
            kind: asked.kind,
            text: asked.text(&scene),
            short: asked.short(&scene),
            about: asked.about(&scene),
            doubt: asked.doubt(),
            minutes,
            expected_minutes: rounded(expected),
            hours_a_week: hours_a_week(minutes, weeks),
            points: effect::points(&options),
            options,
            because: weekwise_ask::reasons(asked, &scene),
            events: weekwise_ask::events(asked, &scene, weekwise_analyze::cadence, |one| {
                one.occurrence.recurrence_id.map(|id| id.text(zone))
            }),
            excepts: asked.units.len() > 1,
            put_off: false,
            holds: self.holds(asked),
        }
    }

    /// What was said before about a part of what is asked: it is narrower, so it goes on holding.
    fn holds(&self, asked: &Asked) -> Option<String> {
        if asked.kind == QuestionKind::Day {
            return None;
        }
        let said = self.said.corrections.iter();
        let about = |uid: &str| {
            let is_narrow = |scope| scope != weekwise_model::Scope::Alike;
            let mut said = said.clone().filter(|one| is_narrow(one.scope));
            said.any(|one| one.key.starts_with(uid))
        };
        let uids = asked.units.iter().flat_map(|unit| &unit.uids);
        let held = uids.filter(|uid| about(uid)).count();
        (held > 0).then(|| {
            format!(
                "What you said about {} goes on holding.",
                weekwise_model::words::count(
                    held,
                    "series or event of it",
                    "series or events of it"
                )
            )
        })
    }
}

/// So many questions behind a doubt are named.
const MOST_BEHIND: usize = 3;

/// Less than so many minutes of a period need no question named.
const LEAST_BEHIND: f64 = 15.0;

impl Opened {
    /// The questions behind the doubt of a counted period, the one that sets most of it right first.
    pub(crate) fn questions_behind(&self, counted: &Counted) -> Vec<DoubtBehind> {
        let all = &counted.classified;
        let minutes: Vec<i64> = (0..all.len())
            .map(|place| counted.analysis.share_of(place).minutes)
            .collect();
        let nothing = vec![0; all.len()];
        let scene = Scene {
            occurrences: all,
            minutes: &minutes,
            day_minutes: &nothing,
            classifier: &self.classifier,
        };
        let open = weekwise_ask::open(&scene);
        let silenced = self.silenced();
        let asked = open.in_order(MOST_BEHIND, |asked| silenced.contains(asked.id.as_str()));
        let asked = asked
            .into_iter()
            .filter(|(_, expected)| *expected >= LEAST_BEHIND);
        asked
            .map(|(asked, _)| DoubtBehind {
                id: asked.id.clone(),
                short: asked.short(&scene),
                hours: asked.minutes() as f64 / 60.0,
            })
            .collect()
    }
}

/// Minutes of working time that an occurrence lies in.
fn working_minutes(one: &Classified, settings: &Settings, period: Period) -> i64 {
    let whereabouts = settings.whereabouts();
    let (start, end) = whereabouts.instants_of(one.occurrence.span);
    let (start, end) = (start.max(period.from), end.min(period.to));
    if start >= end {
        return 0;
    }
    let day = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&settings.zone).date_naive();
    let days = day(start).iter_days().take_while(|date| *date <= day(end));
    let on = |date| {
        let working = whereabouts.working_on(date, settings);
        let hours = working.hours.into_iter();
        hours
            .map(|(from, to)| (to.min(end) - from.max(start)).num_minutes().max(0))
            .sum::<i64>()
    };
    days.map(on).sum()
}

/// Weeks with counted time: those that hold a fifth of a busy one. A year of which a weekly block alone is told is not one of
/// fifty-two weeks.
fn weeks_of(ground: &Ground, period: Period) -> u32 {
    let mut weeks: BTreeMap<i64, i64> = BTreeMap::new();
    let each = ground.counted.occurrences().iter().zip(&ground.minutes);
    for (one, minutes) in each.filter(|(_, minutes)| **minutes > 0) {
        let (start, _) = one.occurrence.span.instants(period.zone);
        *weeks.entry((start - period.from).num_weeks()).or_default() += minutes;
    }
    let mut sums: Vec<i64> = weeks.into_values().collect();
    sums.sort_unstable();
    let busy = sums.get(sums.len() * 3 / 4).copied().unwrap_or(0);
    let told = sums.iter().filter(|minutes| **minutes * 5 >= busy).count();
    u32::try_from(told.max(1)).unwrap_or(u32::MAX)
}

/// Whole minutes of some.
fn rounded(minutes: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "minutes of a period are far below 2^53"
    )]
    let whole = minutes.round() as i64;
    whole
}

fn hours_a_week(minutes: i64, weeks: u32) -> f64 {
    minutes as f64 / 60.0 / f64::from(weeks.max(1))
}

impl Opened {
    /// What was answered, latest first.
    fn answers_given(&self) -> Vec<weekwise_model::AnswerView> {
        let zone = self.settings.zone;
        let given = self.said.answers.given.iter().rev();
        given
            .map(|given| given.view(wall(given.made_at, zone), &self.said))
            .collect()
    }
}
