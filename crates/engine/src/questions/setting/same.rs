//! What may be one and the same, as questions: meetings at the same times, series that follow one another.

use chrono::{DateTime, Utc};
use rayon::prelude::*;
use weekwise_analyze::{Trial, mix_under};
use weekwise_ask::{SameAsked, Scene};
use weekwise_model::{QuestionKind, words};

use super::{SettingOption, SettingQuestion};
use crate::Opened;
use crate::questions::noted::Noted;
use crate::questions::{Ground, effect};

/// They are one.
const SAME: &str = "same";

/// They are two.
const APART: &str = "apart";

/// What becomes of conflicts and of the age of a series stands beside the mix: those minutes count a twentieth.
const COUNTS: f64 = 0.05;

/// What is worth less than so many minutes is not asked.
const LEAST: f64 = 5.0;

impl Opened {
    /// Everything open about what may be one.
    pub(super) fn about_sameness(
        &self,
        ground: &Ground,
        trial: &Trial<'_>,
        wanted: &(dyn Fn(&str) -> bool + Sync),
    ) -> Vec<SettingQuestion> {
        let scene = ground.scene(self);
        let said = &self.settings.marks.sameness;
        let twins = weekwise_ask::twins(&scene, said);
        let twins: Vec<SettingQuestion> = twins
            .par_iter()
            .filter(|asked| wanted(&asked.key()))
            .map(|asked| self.about_twins(asked, &scene, trial))
            .collect();
        let series = weekwise_ask::successors(&scene, said);
        let series = self.about_series(&series, &scene);
        twins
            .into_iter()
            .chain(series)
            .filter(|question| question.expected * question.beside.unwrap_or(1.0) >= LEAST)
            .collect()
    }

    fn about_twins(
        &self,
        asked: &SameAsked,
        scene: &Scene<'_>,
        trial: &Trial<'_>,
    ) -> SettingQuestion {
        let mut settings = self.settings.clone();
        noted(asked, true).note(&mut settings.marks);
        let mix = mix_under(trial, &settings);
        let moved = effect::minutes_moved(trial.mix(), &mix);
        let [one, other] = &asked.titles;
        let named = if one == other {
            words::title(one)
        } else {
            format!("{} and {}", words::title(one), words::title(other))
        };
        let twice = asked.minutes / 2;
        let same = SettingOption {
            likely: asked.likely,
            moved,
            shares: effect::changes(trial.mix(), &mix),
            then: Some(format!("{} of conflicts less", words::amount(twice))),
            ..option(
                asked,
                true,
                "The same, count it once",
                format!("{named}: one meeting"),
            )
        };
        let apart = SettingOption {
            likely: 1.0 - asked.likely,
            ..option(
                asked,
                false,
                "Two meetings at once",
                format!("{named}: two meetings"),
            )
        };
        SettingQuestion {
            text: if one == other {
                format!("{named} stands in the calendar twice: is it the same meeting?")
            } else {
                format!("{named} are at the same times: are they the same meeting?")
            },
            short: named,
            about: format!(
                "{} at once, which counts as a conflict",
                words::count(asked.times, "time", "times")
            ),
            because: asked.because.clone(),
            options: vec![same, apart],
            expected: asked.likely * (moved + COUNTS * twice as f64),
            minutes: asked.minutes,
            events: self.events_of(scene, asked.places.iter().copied()),
            weighed: true,
            ..SettingQuestion::of(asked.key(), QuestionKind::Same)
        }
    }

    /// All of them at once: who begins series anew every January does so with many.
    fn about_series(&self, asked: &[SameAsked], scene: &Scene<'_>) -> Option<SettingQuestion> {
        let first = asked.first()?;
        let named = words::title(&first.titles[0]);
        let others = asked.len() - 1;
        let minutes: i64 = asked.iter().map(|asked| asked.minutes).sum();
        let likely = asked.iter().map(|asked| asked.likely).fold(1.0, f64::min);
        let (text, short, subject) = if others == 0 {
            let day = self.day_in_words(first.begins);
            let text =
                format!("{named} began anew on {day}: is it one series with the one before?");
            (text, named.clone(), format!("{named} is"))
        } else {
            let all = format!("{named} and {}", words::count(others, "other", "others"));
            let text = format!("{all} began anew: is each one series with the one before?");
            (text, all.clone(), format!("{all} are each"))
        };
        let all = |same| Noted::Several(asked.iter().map(|asked| noted(asked, same)).collect());
        let one = SettingOption {
            likely,
            moved: minutes as f64,
            then: Some("one age, one rhythm, one cost".to_owned()),
            ..SettingOption::new(SAME, "Yes, one series", format!("{subject} one series"))
                .noting(all(true))
        };
        let two = SettingOption {
            likely: 1.0 - likely,
            ..SettingOption::new(APART, "No, two", format!("{subject} two series"))
                .noting(all(false))
        };
        let events = asked.iter().flat_map(|asked| {
            let events = self.events_of(scene, asked.after.iter().copied());
            let key = asked.key();
            events
                .into_iter()
                .map(move |(event, _)| (event, Some(key.clone())))
        });
        Some(SettingQuestion {
            text,
            short,
            about: "it decides how old a series is, how it repeats and what it costs".to_owned(),
            because: first.because.clone(),
            options: vec![one, two],
            expected: likely * minutes as f64,
            minutes,
            beside: Some(COUNTS / 2.0),
            events: events.collect(),
            weighed: true,
            ..SettingQuestion::of("series", QuestionKind::Series)
        })
    }

    fn day_in_words(&self, at: DateTime<Utc>) -> String {
        let day = at.with_timezone(&self.settings.zone).date_naive();
        day.format("%-d %B %Y").to_string()
    }
}

fn option(asked: &SameAsked, same: bool, text: &str, said: String) -> SettingOption {
    let id = if same { SAME } else { APART };
    SettingOption::new(id, text, said).noting(noted(asked, same))
}

fn noted(asked: &SameAsked, same: bool) -> Noted {
    Noted::Same {
        what: asked.what,
        uids: asked.uids.to_vec(),
        same: Some(same),
    }
}
