//! A month, a quarter or a year looked back on: how it was spent (product.md section 8, *Looking back*).
//!
//! Nothing is counted here. The mix and its figures are those of Trends, series those of Meetings, people those of People, what was
//! done is what Evidence counts, and asks stand where they stand everywhere. What is its own is which days and weeks may be spoken
//! of ([`told`], [`weeks`]), which series began and ended in them ([`series`]), and how far guesses were off ([`guesses`]).

mod guesses;
mod headline;
mod people;
mod seasons;
mod series;
mod share;
mod told;
mod weeks;

use std::collections::BTreeSet;

use weekwise_analyze::{CountedPeriod, says_too_little};
use weekwise_model::{
    LookBack, LookBackDays, LookBackLine, LookBackPeople, Metrics, NamedPeriod, Selection, Stretch,
    words,
};

use crate::review::Reviews;
use crate::{Clock, EngineError, Opened};

impl Opened {
    /// Days looked back on, for my own eyes: with every title and name, and every line of the reviews.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round.
    pub fn look_back(
        &self,
        days: Stretch,
        reviews: &Reviews,
        clock: &Clock,
    ) -> Result<LookBack, EngineError> {
        let events = self.imported.events();
        let all = events.map(|event| event.uid.clone()).collect();
        self.looked_back(days, &all, reviews, clock)
    }

    /// The same with the titles of those UIDs that are ticked.
    fn looked_back(
        &self,
        days: Stretch,
        ticked: &BTreeSet<String>,
        reviews: &Reviews,
        clock: &Clock,
    ) -> Result<LookBack, EngineError> {
        let selection = Selection {
            from: Some(days.from),
            to: Some(days.to),
            ..Selection::default()
        };
        // Says what is wrong with days, as it does for every screen.
        self.period_of(&selection, 1, clock)?;
        let mut answer = self.blank(days, reviews, clock)?;
        let Some(told) = answer.told else {
            answer.headline = self.nothing_told(days, clock);
            return Ok(answer);
        };
        answer.notes = self.limits(days, told, clock);
        let weeks = self.weeks_within(days, told, clock)?;
        answer.weeks = weeks.told();
        answer.weeks_text = weeks::text(&answer.weeks, self.settings.display);
        let period = self.until_now(told, clock);
        answer.weeks_long = period.weeks();
        let counted = self.counted_period(&Selection::default(), period)?;
        let figures = weekwise_analyze::figures(&counted)?;
        if says_too_little(&figures.mix) {
            answer.headline = headline::too_little(&figures.mix, days);
            return Ok(answer);
        }
        answer.middle = weeks.middle();
        answer.days = Some(days_of(&figures.metrics));
        let part = told::part_told(days, told, clock.today(self.settings.zone));
        (answer.headline, answer.lead) = headline::headline(
            &figures.mix,
            answer.middle,
            part.as_deref(),
            answer.weeks_long,
        );
        answer.seasons = self.seasons(days, told, &weeks, &counted, clock)?;
        self.tell_series(&mut answer, &counted, ticked, clock)?;
        self.tell_record(&mut answer, &counted, clock)?;
        answer.guesses = guesses::guesses(&weeks, reviews);
        if answer.middle.is_none() {
            answer.notes.push(weeks.too_few());
        }
        answer.mix = Some(figures.mix);
        Ok(answer)
    }

    /// What can be said without counting anything.
    fn blank(
        &self,
        days: Stretch,
        reviews: &Reviews,
        clock: &Clock,
    ) -> Result<LookBack, EngineError> {
        Ok(LookBack {
            title: format!("How I spent {}", named(days)),
            from: days.from,
            to: days.to,
            tz: self.settings.zone.name().to_owned(),
            demo: self.demo,
            told: self.told_of(days, clock),
            headline: String::new(),
            lead: String::new(),
            mix: None,
            weeks_long: 0.0,
            days: None,
            middle: None,
            weeks: Vec::new(),
            weeks_text: String::new(),
            seasons: Vec::new(),
            began: Vec::new(),
            ended: Vec::new(),
            left: Vec::new(),
            series_text: String::new(),
            record: Vec::new(),
            people: LookBackPeople::default(),
            asks: self.asks_within(days, clock)?,
            guesses: None,
            lines: self.lines(days, reviews),
            notes: Vec::new(),
        })
    }

    /// The lines of the reviews of its weeks.
    fn lines(&self, days: Stretch, reviews: &Reviews) -> Vec<LookBackLine> {
        let first_day = self.settings.display.first_day;
        let inside = reviews.iter().filter(|(week, review)| {
            weeks::belongs(**week, days, first_day) && !review.line.trim().is_empty()
        });
        inside
            .map(|(week, review)| LookBackLine {
                week: *week,
                line: review.line.trim().to_owned(),
                quoted: review.quoted,
            })
            .collect()
    }

    /// What the record of evidence counts, and whom People counts.
    fn tell_record(
        &self,
        answer: &mut LookBack,
        counted: &CountedPeriod,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let record = weekwise_analyze::evidence(counted, &BTreeSet::new())?;
        answer.record = record.sections;
        for section in &mut answer.record {
            section.items.clear();
        }
        answer.notes.extend(record.notes);
        answer.people = self.people_met(counted, record.mentored, clock)?;
        Ok(())
    }
}

/// How days stand in a sentence: by their name where they have one.
fn named(days: Stretch) -> String {
    let named = NamedPeriod::of(days).map(NamedPeriod::words);
    named.unwrap_or_else(|| words::days(days.from, days.to))
}

fn days_of(metrics: &Metrics) -> LookBackDays {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let worked = metrics.days.iter().filter(|day| day.capacity_hours > 0.0);
    LookBackDays {
        capacity_hours: metrics.capacity_hours,
        meeting_hours: metrics.meeting_hours,
        load: metrics.meeting_load,
        focus_hours: metrics.focus_time,
        after_hours: metrics.after_hours,
        mornings: number(metrics.protected_mornings.len()),
        working_days: number(worked.count()),
    }
}
