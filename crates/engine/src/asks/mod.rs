//! Asks: what became of an advice (product.md section 6, *Asks*).
//!
//! An ask is made of a change ([`made`]: one that is advised, needed by a plan or tried out in Meetings), stands somewhere between
//! *to ask* and *dropped*, and is looked at after every import: what the calendar shows of it moves it by itself ([`follow`]). What weeks before and after it look like is read from
//! the same weeks the trends show ([`helped`]).

mod follow;
mod held;
mod helped;
mod made;
mod pending;
mod relapse;
mod shape;
mod tried;

use chrono::NaiveDate;
use weekwise_model::{Ask, AskState, AskStep, AskView, AsksView, Stretch, words};

pub(crate) use shape::is_without_me;

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// Everything that was asked for, where it stands, and what came of it.
    ///
    /// # Errors
    /// [`EngineError::Analyze`] where counting fails; no calendar can cause it.
    pub fn asks(&self, clock: &Clock) -> Result<AsksView, EngineError> {
        self.asks_of(self.settings.marks.asks.iter(), clock)
    }

    /// Those of them that were made, answered or seen to change in some days, and where they stand now.
    ///
    /// # Errors
    /// As [`Opened::asks`].
    pub(crate) fn asks_within(
        &self,
        days: Stretch,
        clock: &Clock,
    ) -> Result<AsksView, EngineError> {
        let inside = |step: &AskStep| {
            let day = step.at.with_timezone(&self.settings.zone).date_naive();
            days.from <= day && day <= days.to
        };
        let all = self.settings.marks.asks.iter();
        self.asks_of(all.filter(|ask| ask.steps.iter().any(inside)), clock)
    }

    fn asks_of<'a>(
        &self,
        all: impl Iterator<Item = &'a Ask>,
        clock: &Clock,
    ) -> Result<AsksView, EngineError> {
        // What only was put aside is nothing to follow up.
        let known: Vec<&Ask> = all.filter(|ask| !ask.text.is_empty()).collect();
        let weeks = self.weeks_around(&known, clock)?;
        let today = clock.today(self.settings.zone);
        let mut view = AsksView::default();
        for ask in known {
            let agreed = ask.state == AskState::Agreed;
            let came_back = ask.has_come_back();
            let told = self.can_tell_of(ask);
            if was_asked(ask) {
                view.asked += 1;
                view.agreed += u32::from(agreed && !came_back);
                view.came_back += u32::from(came_back);
            }
            if agreed && !came_back && told {
                view.hours_back += self.hours_back(ask, clock);
            }
            view.asks.push(AskView {
                ask: ask.clone(),
                stands: if told || is_over(ask.state) {
                    stands(ask, came_back, self.day_of(ask), today)
                } else {
                    "no calendar holds it any more".to_owned()
                },
                came_back,
                helped: agreed
                    .then(|| self.agreed_on(ask))
                    .flatten()
                    .map(|since| helped::helped(since, self.category_about(ask, clock), &weeks)),
            });
        }
        view.asks
            .sort_by_key(|one| (order(one), std::cmp::Reverse(one.ask.since())));
        view.text = summed_up(&view);
        let planned = self.planned_since();
        view.mornings = planned.map(|since| helped::mornings(since, &weeks));
        Ok(view)
    }

    /// The day the last step was made, on the home clock.
    fn day_of(&self, ask: &Ask) -> Option<NaiveDate> {
        let at = ask.since()?;
        Some(at.with_timezone(&self.settings.zone).date_naive())
    }

    /// The day it became agreed.
    fn agreed_on(&self, ask: &Ask) -> Option<NaiveDate> {
        let first = |step: &&AskStep| step.state == AskState::Agreed;
        let step = ask.steps.iter().find(first)?;
        Some(step.at.with_timezone(&self.settings.zone).date_naive())
    }

    /// Hours a week an agreed ask gives back, as the calendar shows it.
    fn hours_back(&self, ask: &Ask, clock: &Clock) -> f64 {
        let (Some(was), Some(is)) = (ask.series, self.shape_of(ask, clock)) else {
            return 0.0;
        };
        shape::hours_a_week(was) - shape::hours_a_week(is)
    }
}

/// Whether nothing more is to come of it.
fn is_over(state: AskState) -> bool {
    matches!(state, AskState::Refused | AskState::Dropped)
}

/// Whether somebody was asked, or the change was made.
fn was_asked(ask: &Ask) -> bool {
    let asked = |state: AskState| !matches!(state, AskState::ToAsk | AskState::Dropped);
    ask.steps.iter().any(|step| asked(step.state))
}

/// What is open first, then what holds, then the rest.
fn order(one: &AskView) -> u8 {
    match one.ask.state {
        _ if one.came_back => 0,
        AskState::OnTrial => 1,
        AskState::Asked => 2,
        AskState::ToAsk => 3,
        AskState::Agreed => 4,
        AskState::Refused => 5,
        AskState::Dropped => 6,
    }
}

/// Where it stands, in a few words.
fn stands(ask: &Ask, came_back: bool, since: Option<NaiveDate>, today: NaiveDate) -> String {
    let day = |day: NaiveDate| day.format("%-d %b").to_string();
    let since = since.map_or_else(String::new, |since| format!(" {}", day(since)));
    let seen = ask.steps.iter().rev().find_map(|step| step.saw.as_deref());
    match ask.state {
        AskState::ToAsk => "not asked yet".to_owned(),
        AskState::Asked => format!("asked{since}, no answer yet"),
        AskState::OnTrial => match ask.until {
            Some(until) if until < today => format!("its trial ended {}", day(until)),
            Some(until) => format!("on trial until {}", day(until)),
            None => format!("on trial since{since}"),
        },
        AskState::Agreed if came_back => format!("back since{since}"),
        AskState::Agreed => match seen {
            Some(seen) => format!("agreed · {seen}"),
            None => format!("agreed{since}, not in the calendar yet"),
        },
        AskState::Refused => format!("refused{since}"),
        AskState::Dropped => format!("dropped{since}"),
    }
}

/// All of it in a sentence.
fn summed_up(view: &AsksView) -> Option<String> {
    if view.asked == 0 {
        return None;
    }
    let mut parts = vec![
        format!("Asked {}", view.asked),
        format!("agreed {}", view.agreed),
    ];
    if view.hours_back >= 0.05 {
        parts.push(format!("{} a week back", words::hours(view.hours_back)));
    }
    if view.came_back > 0 {
        let number = words::count(view.came_back as usize, "came back", "came back");
        parts.push(number);
    }
    Some(parts.join(", "))
}
