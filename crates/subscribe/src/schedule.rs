//! When a subscription is asked for again: a pure function of what happened before.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::problem::{Cause, Problem, RetryAfter};

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// How often to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// How long after a success, where the calendar does not say. Bounded like the calendar's own wish.
    pub interval: Duration,
}

/// What happened to one subscription so far. To be kept with it; nothing in here is secret.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct History {
    /// When it last was asked for, with or without success.
    pub last_try: Option<DateTime<Utc>>,
    /// How often the calendar wants to be asked for (`REFRESH-INTERVAL`, `X-PUBLISHED-TTL`).
    pub wanted_interval: Option<Duration>,
    /// The failures since the last success.
    pub failures: Option<Failures>,
}

/// Failures in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// How many, at least one.
    pub count: u32,
    /// Where the trouble of the last one sits.
    pub cause: Cause,
    /// When the server wants to be asked again, if it said so.
    pub retry_after: Option<RetryAfter>,
}

impl Default for Schedule {
    fn default() -> Self {
        Self { interval: HOUR }
    }
}

impl Schedule {
    /// No calendar is asked for more often than every 15 minutes.
    pub const SHORTEST: Duration = Duration::from_mins(15);
    /// None less often than once a week.
    pub const LONGEST: Duration = Duration::from_hours(7 * 24);
    /// After the first failure; each further one doubles it.
    pub const FIRST_BACK_OFF: Duration = Duration::from_mins(5);
    /// While the host cannot be reached: a laptop that comes back online should not wait for half a day.
    pub const LONGEST_UNREACHED: Duration = HOUR;
    /// While the host has trouble.
    pub const LONGEST_REFUSED: Duration = Duration::from_hours(6);
    /// While the link waits for somebody to do something; also the longest wait a host can ask for.
    pub const LONGEST_DEAD: Duration = DAY;

    /// How often a calendar is asked for that wants to be asked this often.
    pub fn bounded(wanted: Duration) -> Duration {
        wanted.clamp(Self::SHORTEST, Self::LONGEST)
    }

    /// When the subscription is due. Nothing: at once, it was never asked for.
    ///
    /// `jitter` from 0 to 1 lengthens the wait after a failure by up to half, so that many computers do not come back at
    /// the same moment. Draw it once for each failure, not for each look at the schedule.
    pub fn due_at(&self, history: &History, jitter: f64) -> Option<DateTime<Utc>> {
        let last_try = history.last_try?;
        let Some(failures) = history.failures else {
            let interval = history.wanted_interval.unwrap_or(self.interval);
            return Some(after(last_try, Self::bounded(interval)));
        };
        let doublings = failures.count.saturating_sub(1).min(16);
        let doubled = Self::FIRST_BACK_OFF * 2_u32.pow(doublings);
        let back_off = match failures.cause {
            Cause::Connection => doubled.min(Self::LONGEST_UNREACHED),
            Cause::Host => doubled.min(Self::LONGEST_REFUSED),
            Cause::Link => Self::LONGEST_DEAD,
        };
        let jitter = if jitter.is_finite() {
            jitter.clamp(0.0, 1.0)
        } else {
            0.0
        };
        let due = after(last_try, back_off.mul_f64(1.0 + jitter / 2.0));
        let asked_for = match failures.retry_after {
            Some(RetryAfter::For(wait)) => after(last_try, wait.min(Self::LONGEST_DEAD)),
            Some(RetryAfter::Until(moment)) => moment.min(after(last_try, Self::LONGEST_DEAD)),
            None => due,
        };
        Some(due.max(asked_for))
    }

    /// Whether the subscription is due. A last try in the future means that the clock was set back; then it is.
    pub fn is_due(&self, history: &History, jitter: f64, now: DateTime<Utc>) -> bool {
        let is_ahead = history
            .last_try
            .is_some_and(|last| last > after(now, MINUTE));
        is_ahead || self.due_at(history, jitter).is_none_or(|due| due <= now)
    }

    /// Which of several subscriptions are due, longest overdue first, those never asked for before all.
    pub fn due<'a, Id>(
        &self,
        subscriptions: impl IntoIterator<Item = (Id, &'a History)>,
        jitter: f64,
        now: DateTime<Utc>,
    ) -> Vec<Id> {
        let mut due: Vec<_> = subscriptions
            .into_iter()
            .filter(|(_, history)| self.is_due(history, jitter, now))
            .map(|(id, history)| (self.due_at(history, jitter), id))
            .collect();
        due.sort_by_key(|(due_at, _)| *due_at);
        due.into_iter().map(|(_, id)| id).collect()
    }
}

impl History {
    /// Notes a success, changed or not. `wanted_interval` is what the calendar asks for; nothing leaves it as it was.
    pub fn succeed(&mut self, wanted_interval: Option<Duration>, now: DateTime<Utc>) {
        self.last_try = Some(now);
        self.wanted_interval = wanted_interval.or(self.wanted_interval);
        self.failures = None;
    }

    /// Notes a failure. Cancelling is none: the subscription stays as due as it was.
    pub fn fail(&mut self, problem: &Problem, now: DateTime<Utc>) {
        if *problem == Problem::Cancelled {
            return;
        }
        self.last_try = Some(now);
        self.failures = Some(Failures {
            count: self
                .failures
                .map_or(0, |failures| failures.count)
                .saturating_add(1),
            cause: problem.cause(),
            retry_after: problem.retry_after(),
        });
    }
}

fn after(moment: DateTime<Utc>, wait: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(wait)
        .ok()
        .and_then(|wait| moment.checked_add_signed(wait))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::provider::Provider;

    fn nine() -> DateTime<Utc> {
        "2026-11-16T09:00:00Z".parse().unwrap()
    }

    fn wait(history: &History, jitter: f64) -> Duration {
        (Schedule::default().due_at(history, jitter).unwrap() - nine())
            .to_std()
            .unwrap()
    }

    fn failed(problems: &[Problem]) -> History {
        let mut history = History::default();
        for problem in problems {
            history.fail(problem, nine());
        }
        history
    }

    #[test]
    fn a_new_subscription_is_due_at_once() {
        assert!(Schedule::default().is_due(&History::default(), 0.0, nine()));
    }

    #[rstest]
    #[case::not_said(None, HOUR)]
    #[case::said(Some(HOUR * 4), HOUR * 4)]
    #[case::too_often(Some(MINUTE), MINUTE * 15)]
    #[case::never(Some(Duration::ZERO), MINUTE * 15)]
    #[case::too_seldom(Some(DAY * 365), DAY * 7)]
    #[case::absurd(Some(Duration::MAX), DAY * 7)]
    fn the_calendar_is_asked_how_often(
        #[case] wanted: Option<Duration>,
        #[case] expected: Duration,
    ) {
        let mut history = History::default();
        history.succeed(wanted, nine());
        assert_eq!(wait(&history, 1.0), expected);
        assert!(!Schedule::default().is_due(
            &history,
            1.0,
            nine() + expected - Duration::from_secs(1)
        ));
        assert!(Schedule::default().is_due(&history, 1.0, nine() + expected));
    }

    #[test]
    fn an_unchanged_calendar_keeps_its_interval() {
        let mut history = History::default();
        history.succeed(Some(HOUR * 4), nine());
        history.succeed(None, nine());
        assert_eq!(wait(&history, 0.0), HOUR * 4);
    }

    #[rstest]
    #[case(Problem::Garbled, 1, MINUTE * 5)]
    #[case(Problem::Garbled, 2, MINUTE * 10)]
    #[case(Problem::Garbled, 4, MINUTE * 40)]
    #[case(Problem::Garbled, 8, HOUR * 6)]
    #[case(Problem::Garbled, 500, HOUR * 6)]
    #[case(Problem::NameNotFound, 4, MINUTE * 40)]
    #[case(Problem::NameNotFound, 500, HOUR)]
    fn each_failure_doubles_the_wait(
        #[case] problem: Problem,
        #[case] count: usize,
        #[case] expected: Duration,
    ) {
        let history = failed(&vec![problem; count]);
        assert_eq!(wait(&history, 0.0), expected);
        assert_eq!(wait(&history, 1.0), expected.mul_f64(1.5));
        assert_eq!(wait(&history, f64::NAN), expected);
    }

    #[test]
    fn a_dead_link_is_tried_once_a_day() {
        let history = failed(&[Problem::Expired {
            status: 404,
            provider: Provider::Google,
        }]);
        assert_eq!(wait(&history, 0.0), DAY);
    }

    #[rstest]
    #[case::seconds(RetryAfter::For(HOUR * 2), HOUR * 2)]
    #[case::date(RetryAfter::Until(nine() + HOUR * 3), HOUR * 3)]
    #[case::at_once(RetryAfter::For(Duration::ZERO), MINUTE * 5)]
    #[case::past(RetryAfter::Until(nine() - HOUR), MINUTE * 5)]
    #[case::in_years(RetryAfter::For(Duration::MAX), DAY)]
    #[case::on_a_far_date(RetryAfter::Until(nine() + DAY * 900), DAY)]
    fn a_busy_server_is_left_alone(#[case] asked: RetryAfter, #[case] expected: Duration) {
        let history = failed(&[Problem::Busy {
            status: 429,
            retry_after: Some(asked),
        }]);
        assert_eq!(wait(&history, 0.0), expected);
    }

    #[test]
    fn success_ends_the_failures_and_cancelling_is_none() {
        let mut history = failed(&[Problem::TimedOut, Problem::TimedOut]);
        let before = history;
        history.fail(&Problem::Cancelled, nine() + HOUR);
        assert_eq!(history, before);
        history.succeed(None, nine());
        assert_eq!(wait(&history, 0.0), HOUR);
    }

    #[test]
    fn a_clock_set_back_does_not_stop_a_subscription() {
        let mut history = History::default();
        history.succeed(None, nine() + DAY * 300);
        assert!(Schedule::default().is_due(&history, 0.0, nine()));
    }

    #[test]
    fn the_longest_overdue_comes_first() {
        let mut early = History::default();
        early.succeed(None, nine() - DAY);
        let mut late = History::default();
        late.succeed(None, nine() - HOUR * 2);
        let mut fresh = History::default();
        fresh.succeed(None, nine());
        let new = History::default();
        let all = [
            ("late", &late),
            ("fresh", &fresh),
            ("early", &early),
            ("new", &new),
        ];
        assert_eq!(
            Schedule::default().due(all, 0.0, nine()),
            ["new", "early", "late"]
        );
    }

    proptest! {
        #[test]
        fn a_wait_is_never_shorter_than_5_minutes_nor_longer_than_a_week(
            seconds in proptest::option::of(any::<u64>()), count in 0_u32.., cause in prop_oneof![Just(Cause::Connection), Just(Cause::Host), Just(Cause::Link)], jitter: f64,
        ) {
            let failures = Failures {
                count, cause, retry_after: seconds.map(|s| RetryAfter::For(Duration::from_secs(s))),
            };
            let history = History {
                last_try: Some(nine()),
                wanted_interval: seconds.map(Duration::from_secs),
                failures: (count > 0).then_some(failures),
            };
            let wait = wait(&history, jitter);
            prop_assert!((MINUTE * 5..=DAY * 7).contains(&wait));
        }
    }
}
