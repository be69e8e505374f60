//! The review of a week: one path through what the other answers say of it (product.md section 8, *Review*).
//!
//! Nothing is counted here: the mix, the questions, the asks, the advice and the blocks are those of every other screen. What
//! is the review's own is what moved since the week before ([`moved`]) and how far off the guess was.

mod look_back;
mod moved;
mod note;

pub(crate) use note::note_in;
pub use note::write_note;

use std::collections::BTreeMap;

use weekwise_model::{
    Category, Grain, IsoWeek, Mix, PlanWishes, Review, ReviewShare, ReviewView, ReviewWeek,
    Selection, words,
};
use weekwise_plan::Former;

use crate::{Clock, EngineError, Opened};

/// So many questions are asked in a review.
const MOST_QUESTIONS: usize = 5;
/// So many pieces of advice are there to decide about.
const MOST_ADVICE: usize = 3;
/// So many weeks are shown side by side.
const WEEKS: u64 = 5;
/// A guess is asked for once in so many weeks.
const GUESS_EVERY: usize = 4;

/// What was kept of reviews, by week.
pub type Reviews = BTreeMap<IsoWeek, Review>;

impl Opened {
    /// A week as its review shows it; without a week, the latest that can be looked back on. `former`: blocks of exported plans whose fate can be
    /// told.
    ///
    /// # Errors
    /// Those of the answers it is made of.
    pub fn review(
        &self,
        week: Option<IsoWeek>,
        reviews: &Reviews,
        former: &[Former],
        clock: &Clock,
    ) -> Result<ReviewView, EngineError> {
        let week = week.unwrap_or_else(|| self.week_to_review(clock));
        let view = self.week(Some(week), clock)?;
        let review = reviews.get(&week).cloned().unwrap_or_default();
        let report = &view.report;
        let wishes = PlanWishes {
            from: Some(self.settings.display.first_day.of(view.next)),
            ..PlanWishes::default()
        };
        let plan = self.plan_after(&wishes, false, former, clock)?;
        let advice = report.advice.advice.iter().take(MOST_ADVICE).cloned();
        Ok(ReviewView {
            week,
            from: view.from,
            to: view.to,
            asks_guess: asks_guess(week, reviews),
            headline: headline(&report.week_mix, &review),
            off: off(&report.week_mix, &review)
                .map(|points| told_off(points, self.off_before(week, reviews, clock))),
            shares: shares(&report.week_mix, &review),
            hours_to_move: report.hours_to_move,
            pending: report.pending.clone(),
            load: report.metrics.meeting_load,
            focus_hours: report.metrics.focus_time,
            mornings: u32::try_from(report.metrics.protected_mornings.len()).unwrap_or(0),
            moved: self.moved_since(week)?,
            questions: self.questions(MOST_QUESTIONS, clock)?.questions,
            kept: plan.kept.iter().find(|kept| kept.week == week).cloned(),
            asks: self.asks(clock)?,
            advice: advice.collect(),
            next: view.next,
            blocks: plan.blocks,
            weeks: self.weeks_until(week, clock)?,
            note: None,
            review,
        })
    }

    /// The default week, but for a week that has only begun: until its last working day the one before is looked back on,
    /// where anything lies in that.
    fn week_to_review(&self, clock: &Clock) -> IsoWeek {
        let week = self.default_week(clock);
        let first_day = self.settings.display.first_day;
        let today = clock.today(self.settings.zone);
        let whereabouts = self.settings.whereabouts();
        let is_worked = |day| !whereabouts.working_on(day, &self.settings).hours.is_empty();
        let last = first_day.last_of(week);
        let mut ahead = today.iter_days().skip(1).take_while(|day| *day <= last);
        let is_ahead = ahead.any(is_worked);
        let before = week.previous();
        let only_begun = first_day.week_of(today) == week && is_ahead;
        if only_begun && self.has_timed(before) {
            before
        } else {
            week
        }
    }

    /// The hours to move of the weeks up to this one.
    fn weeks_until(&self, week: IsoWeek, clock: &Clock) -> Result<Vec<ReviewWeek>, EngineError> {
        let first_day = self.settings.display.first_day;
        let first = (1..WEEKS).fold(week, |week, _| week.previous());
        let selection = Selection {
            from: Some(first_day.of(first)),
            to: Some(first_day.last_of(week)),
            ..Selection::default()
        };
        let trends = self.trends(&selection, Grain::Week, None, clock)?;
        let told = trends.periods.iter().filter(|period| !period.series_only);
        Ok(told
            .map(|period| ReviewWeek {
                week: first_day.week_of(period.from),
                hours_to_move: period.hours_to_move,
            })
            .collect())
    }

    /// By how many points the last guess before this week was off, and how many weeks ago that was.
    fn off_before(&self, week: IsoWeek, reviews: &Reviews, clock: &Clock) -> Option<(i64, f64)> {
        let (at, review) = reviews
            .range(..week)
            .rev()
            .find(|(_, review)| !review.guess.is_empty())?;
        let mix = self.week(Some(*at), clock).ok()?.report.week_mix;
        let weeks = (week.monday() - at.monday()).num_weeks();
        Some((weeks, off(&mix, review)?))
    }
}

/// Whether a guess is asked for: none was made in this week's review or those of the three weeks before.
fn asks_guess(week: IsoWeek, reviews: &Reviews) -> bool {
    let mut weeks = std::iter::successors(Some(week.previous()), |week| Some(week.previous()));
    let lately = weeks.by_ref().take(GUESS_EVERY - 1);
    let guessed = |week: IsoWeek| {
        reviews
            .get(&week)
            .is_some_and(|review| !review.guess.is_empty())
    };
    !lately.into_iter().any(guessed)
}

fn shares(mix: &Mix, review: &Review) -> Vec<ReviewShare> {
    let share = |share: &weekwise_model::CategoryShare| ReviewShare {
        category: share.category,
        share: share.share,
        guess: review.guess_of(share.category),
        low: share.low,
        high: share.high,
        status: share.status,
        gap_hours: share.gap_hours,
    };
    mix.categories.iter().map(share).collect()
}

/// The sum of what each guessed share is off by, in percentage points; `None` where nothing was guessed.
fn off(mix: &Mix, review: &Review) -> Option<f64> {
    let mut points = mix.categories.iter().filter_map(|share| {
        let guess = review.guess_of(share.category)?;
        Some((share.share - guess).abs() * 100.0)
    });
    let first = points.next()?;
    Some(first + points.sum::<f64>())
}

fn told_off(points: f64, before: Option<(i64, f64)>) -> String {
    let now = format!("Off by {points:.0} points in all");
    match before {
        Some((weeks, before)) => {
            let weeks = words::count(usize::try_from(weeks).unwrap_or(0), "week", "weeks");
            format!("{now}; {weeks} before, by {before:.0}.")
        }
        None => format!("{now}."),
    }
}

/// What it was: beside the guess that was furthest off, where there is one, else deep work.
fn headline(mix: &Mix, review: &Review) -> String {
    let guessed = mix.categories.iter().filter_map(|share| {
        let guess = review.guess_of(share.category)?;
        Some((share, guess))
    });
    let far = |(share, guess): &(&weekwise_model::CategoryShare, f64)| (share.share - guess).abs();
    let furthest = guessed.max_by(|a, b| far(a).total_cmp(&far(b)));
    if let Some((share, guess)) = furthest {
        return format!(
            "You guessed {} {}. It was {}.",
            words::percent(guess),
            words::category(share.category),
            words::percent(share.share)
        );
    }
    let deep = mix.of(Category::DeepWork).map_or(0.0, |share| share.share);
    format!(
        "{} of the week was {}.",
        words::percent(deep),
        words::category(Category::DeepWork)
    )
}
