//! Which days an export tells all of, as a question.

use weekwise_model::{QuestionKind, words};

use super::{SettingOption, SettingQuestion};
use crate::Opened;
use crate::questions::Ground;
use crate::questions::noted::Noted;

/// How likely the stretch that is read from single events is wrong.
const DOUBT: f64 = 0.15;

/// No share of the mix hangs on it, but what is compared and claimed: its minutes count a fiftieth in the order.
const COUNTS: f64 = 0.02;

/// Less than this part of all minutes outside is not asked about.
const LEAST_SHARE: f64 = 0.1;

impl Opened {
    /// Whether days outside the stretch an export seems to tell of count as told, where no file states it.
    pub(super) fn about_covers(&self, ground: &Ground) -> Option<SettingQuestion> {
        if self.settings.marks.tells_all.is_some() {
            return None;
        }
        let told = self.told_as_read(false)?;
        // What a file states is no guess.
        if self.told_as_read(true) == Some(told) {
            return None;
        }
        let zone = self.settings.zone;
        let scene = ground.scene(self);
        let day = |place: usize| {
            let one = scene.occurrences.get(place)?;
            let (start, _) = one.occurrence.span.instants(zone);
            Some(start.with_timezone(&zone).date_naive())
        };
        let outside: Vec<usize> = (0..scene.occurrences.len())
            .filter(|place| {
                scene
                    .minutes
                    .get(*place)
                    .is_some_and(|minutes| *minutes > 0)
            })
            .filter(|place| day(*place).is_some_and(|day| day < told.from || told.to < day))
            .collect();
        let minutes: i64 = outside
            .iter()
            .filter_map(|place| scene.minutes.get(*place))
            .sum();
        let all: i64 = scene.minutes.iter().sum();
        if minutes == 0 || (minutes as f64) < LEAST_SHARE * all as f64 {
            return None;
        }
        let (from, to) = (told.from.format("%-d %B %Y"), told.to.format("%-d %B %Y"));
        let only = SettingOption {
            likely: 1.0 - DOUBT,
            ..SettingOption::new(
                "only",
                "No, only series are known there",
                format!("The export tells of {from} to {to} only"),
            )
            .noting(Noted::TellsAll(Some(false)))
        };
        let all = SettingOption {
            likely: DOUBT,
            moved: minutes as f64,
            then: Some(format!("{} compared and claimed", words::amount(minutes))),
            ..SettingOption::new(
                "all",
                "Yes, it tells all of those days too",
                "The export tells all of its days",
            )
            .noting(Noted::TellsAll(Some(true)))
        };
        Some(SettingQuestion {
            text: format!(
                "The export seems to tell of {from} to {to} only: count what lies outside?"
            ),
            short: "Which days the export tells".to_owned(),
            about: "it decides which weeks are compared, and what Evidence claims".to_owned(),
            because: "outside of these days there are series, and nothing single".to_owned(),
            options: vec![only, all],
            expected: DOUBT * minutes as f64,
            minutes,
            beside: Some(COUNTS),
            events: self.events_of(&scene, outside),
            weighed: true,
            ..SettingQuestion::of("covers".to_owned(), QuestionKind::Covers)
        })
    }
}
