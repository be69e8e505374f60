//! What open focus holds, as a question.

use weekwise_analyze::habit_shares;
use weekwise_model::{Category, FocusHabit, HabitShare, Mix, QuestionKind, ShareChange, words};

use super::{SettingOption, SettingQuestion};
use crate::Opened;
use crate::questions::setting_words::{habits_in_words, habits_named, habits_of};
use crate::questions::{Ground, rounded};

/// Open focus below so many minutes a week is not asked about.
const LEAST_FOCUS: u32 = 120;

/// Its minutes stand beside the mix and not in it, so they count a twentieth in the order.
const COUNTS: f64 = 0.05;

impl Opened {
    pub(super) fn about_open_focus(&self, ground: &Ground, mix: &Mix) -> Option<SettingQuestion> {
        if self.is_answered("focus") || !self.settings.marks.focus_habits.is_empty() {
            return None;
        }
        let period = ground.counted.period();
        let weeks = period.days().count() as f64 / 7.0;
        let open = mix.of(Category::DeepWork)?.open_focus_minutes;
        let a_week = u32::try_from(rounded(open as f64 / weeks.max(1.0))).unwrap_or(0);
        if a_week < LEAST_FOCUS {
            return None;
        }
        // A sixth of it, to half hours: where nothing tells, any figure is only a place to begin.
        let part = (a_week / 6).div_ceil(30) * 30;
        let habit = |category| FocusHabit {
            category,
            minutes_a_week: part,
        };
        let (review, other) = (habit(Category::Review), habit(Category::OtherWork));
        let mix = mix.clone();
        let option = move |habits: Vec<FocusHabit>| {
            let text = habits_in_words(&habits);
            let moved: u32 = habits.iter().map(|habit| habit.minutes_a_week).sum();
            SettingOption {
                moved: f64::from(moved) * weeks,
                shares: habit_shares(&mix, &habits, period)
                    .into_iter()
                    .map(changed)
                    .collect(),
                habits: Some(habits.clone()),
                ..SettingOption::new(
                    habits_named(&habits),
                    words::capital(&text),
                    format!("Open focus holds {text}"),
                )
            }
        };
        Some(SettingQuestion {
            text: format!(
                "You have {} of open focus a week: what does it hold?",
                words::amount(i64::from(a_week))
            ),
            short: "What open focus holds".to_owned(),
            about: "free in long stretches".to_owned(),
            because: "no calendar shows what is done between two meetings".to_owned(),
            options: vec![
                option(Vec::new()),
                option(vec![review]),
                option(vec![other]),
                option(vec![review, other]),
            ],
            other: Some(Box::new(move |text| habits_of(text).map(&option))),
            doubt: 0.4,
            minutes: open,
            minutes_a_week: Some(a_week),
            beside: Some(COUNTS),
            ..SettingQuestion::of("focus", QuestionKind::OpenFocus)
        })
    }
}

fn changed(share: HabitShare) -> ShareChange {
    ShareChange {
        category: share.category,
        before: share.without,
        after: share.with,
    }
}
