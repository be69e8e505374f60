//! Looking at the series itself: whether what was asked for happened, or came back.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use weekwise_model::{Ask, AskState, AskStep, SeriesShape, words};

use super::shape::{AHEAD_WEEKS, DAY};
use crate::{Clock, Opened};

/// Held in less than this part of the weeks it was held in: rarer, and not only left out once for a holiday.
const RARER: f64 = 0.6;

impl Opened {
    /// The asks as the calendar moves them; `None` where it moves none.
    pub(crate) fn followed(&self, clock: &Clock) -> Option<Vec<Ask>> {
        let mut asks = self.settings.marks.asks.clone();
        let mut moved = false;
        for ask in &mut asks {
            if !ask.is_followed() || !self.can_tell_of(ask) {
                continue;
            }
            let changed = self.seen_of(ask, clock);
            let Some((state, saw, back)) = step(ask, changed) else {
                continue;
            };
            ask.state = state;
            ask.until = None;
            ask.steps.push(AskStep {
                at: clock.now(),
                state,
                saw: Some(saw),
                back,
            });
            moved = true;
        }
        moved.then_some(asks)
    }

    /// What the calendars show to be different about an ask; `None` where it is as it was.
    fn seen_of(&self, ask: &Ask, clock: &Clock) -> Option<String> {
        if let Some(once) = &ask.once {
            return self.changed_once(ask, once, clock);
        }
        change(ask.series?, self.shape_of(ask, clock)?)
    }
}

/// Where the calendar moves an ask, with what it shows, and whether that is that it came back.
fn step(ask: &Ask, changed: Option<String>) -> Option<(AskState, String, bool)> {
    let last = ask.steps.last();
    let seen = last.is_some_and(|step| step.saw.is_some());
    let back = last.is_some_and(|step| step.back);
    match (ask.state, changed) {
        (AskState::Agreed, Some(saw)) if !seen || back => Some((AskState::Agreed, saw, false)),
        // What was done once is done; only a series comes back.
        (AskState::Agreed, None) if seen && !back && ask.once.is_none() => {
            let saw = "it is as it was before".to_owned();
            Some((AskState::Agreed, saw, true))
        }
        // Nothing to see of what nobody wants any more, and nothing new of what was seen.
        (AskState::Agreed | AskState::Dropped, _) | (_, None) => None,
        (_, Some(saw)) => Some((AskState::Agreed, saw, false)),
    }
}

/// What is different about a series, the strongest first; `None` where it is as it was.
fn change(was: SeriesShape, is: SeriesShape) -> Option<String> {
    // What had no instance ahead shows no change.
    if was.times == 0 {
        return None;
    }
    if is.times == 0 {
        let text = if is.without_me > 0 {
            "it goes on without you"
        } else {
            "it is gone from the calendar"
        };
        return Some(text.to_owned());
    }
    if f64::from(is.times) <= f64::from(was.times) * RARER {
        let (is, was) = (is.times, was.times);
        return Some(format!(
            "held {is} times in {AHEAD_WEEKS} weeks instead of {was}"
        ));
    }
    if is.minutes < was.minutes {
        let (is, was) = (words::length(is.minutes), words::length(was.minutes));
        return Some(format!("{is} instead of {was}"));
    }
    if is.optional && !was.optional {
        return Some("you are optional now".to_owned());
    }
    match (was.begins, is.begins) {
        (Some(was), Some(is)) if was != is => Some(format!("{} instead of {}", at(is), at(was))),
        _ => None,
    }
}

/// `Tuesday 10:00`.
fn at(minute_of_week: i64) -> String {
    let day = NaiveDate::from_isoywd_opt(2026, 1, Weekday::Mon)
        .and_then(|monday| monday.checked_add_signed(TimeDelta::days(minute_of_week / DAY)));
    let day = day.map_or("", words::weekday);
    let minute = minute_of_week % DAY;
    format!("{day} {}:{:02}", minute / 60, minute % 60)
}

/// The same of an instant.
pub(super) fn at_in_week(instant: DateTime<Utc>, zone: Tz) -> String {
    let local = instant.with_timezone(&zone);
    let day = i64::from(local.weekday().num_days_from_monday());
    at(day * DAY + i64::from(local.hour() * 60 + local.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEKLY: SeriesShape = SeriesShape {
        times: 8,
        minutes: 45,
        begins: Some(540),
        optional: false,
        without_me: 0,
    };

    fn ask(state: AskState, steps: &[(AskState, Option<&str>, bool)]) -> Ask {
        let step = |&(state, saw, back): &(AskState, Option<&str>, bool)| AskStep {
            at: "2026-11-02T09:00:00Z".parse().unwrap(),
            state,
            saw: saw.map(str::to_owned),
            back,
        };
        Ask {
            state,
            steps: steps.iter().map(step).collect(),
            ..Ask::put_aside("halve:a".to_owned())
        }
    }

    #[test]
    fn each_change_is_seen_and_a_holiday_is_none() {
        let of = |shape| change(WEEKLY, shape);
        let said = |shape| of(shape).unwrap();
        assert_eq!(of(WEEKLY), None);
        let shape = WEEKLY;
        assert_eq!(of(SeriesShape { times: 6, ..shape }), None, "two holidays");
        assert_eq!(
            said(SeriesShape { times: 4, ..shape }),
            "held 4 times in 8 weeks instead of 8"
        );
        assert_eq!(
            said(SeriesShape {
                minutes: 30,
                ..shape
            }),
            "30 min instead of 45 min"
        );
        let moved = SeriesShape {
            begins: Some(DAY + 600),
            ..shape
        };
        assert_eq!(said(moved), "Tuesday 10:00 instead of Monday 9:00");
        let optional = SeriesShape {
            optional: true,
            ..shape
        };
        assert_eq!(said(optional), "you are optional now");
        let gone = SeriesShape { times: 0, ..shape };
        assert_eq!(said(gone), "it is gone from the calendar");
        let left = SeriesShape {
            without_me: 8,
            ..gone
        };
        assert_eq!(said(left), "it goes on without you");
        assert_eq!(change(gone, left), None, "it was not held before either");
    }

    #[test]
    fn what_happens_moves_an_ask_once_and_what_comes_back_is_said_once() {
        let halved = SeriesShape { times: 4, ..WEEKLY };
        let asked = ask(AskState::Asked, &[(AskState::Asked, None, false)]);
        assert_eq!(step(&asked, change(WEEKLY, WEEKLY)), None);
        let (state, saw, back) = step(&asked, change(WEEKLY, halved)).unwrap();
        assert_eq!((state, back), (AskState::Agreed, false));

        let seen = ask(AskState::Agreed, &[(state, Some(&saw), false)]);
        assert_eq!(step(&seen, change(WEEKLY, halved)), None);
        let (state, saw, back) = step(&seen, change(WEEKLY, WEEKLY)).unwrap();
        assert_eq!((state, back), (AskState::Agreed, true));

        let relapsed = ask(AskState::Agreed, &[(state, Some(&saw), true)]);
        assert_eq!(step(&relapsed, change(WEEKLY, WEEKLY)), None);
        assert!(step(&relapsed, change(WEEKLY, halved)).is_some_and(|(_, _, back)| !back));
    }

    #[test]
    fn what_the_user_says_is_agreed_waits_for_the_calendar() {
        let said = ask(AskState::Agreed, &[(AskState::Agreed, None, false)]);
        assert_eq!(
            step(&said, change(WEEKLY, WEEKLY)),
            None,
            "no relapse before it began"
        );
        let dropped = ask(AskState::Dropped, &[]);
        let gone = SeriesShape { times: 0, ..WEEKLY };
        assert_eq!(step(&dropped, change(WEEKLY, gone)), None);
        let refused = ask(AskState::Refused, &[(AskState::Refused, None, false)]);
        assert!(
            step(&refused, change(WEEKLY, gone)).is_some(),
            "they came round"
        );
    }
}
