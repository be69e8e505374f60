use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rayon::prelude::*;
use weekwise_analyze::{Analysis, CountedPeriod, GatheredSeries};
use weekwise_classify::{Classifier, guess_me};
use weekwise_ical::{Expansion, Imported};
use weekwise_model::{
    Calendar, CalendarId, Classified, Diagnostic, Event, Marks, Me, Occurrence, Period, Profile,
    RefusedAnswer, SameWhat, Sameness, Settings, Span,
};

use crate::introduction::Sources;
use crate::remembered::{Alike, Judgements, Remembered, Window, place_of};
use crate::{Clock, EngineError, Said, SettingsChange, Source};

/// How far back answers look for the story of a series (cancelled instances, age): 26 weeks (product.md section 5,
/// *zombie*).
pub(crate) const HISTORY: TimeDelta = TimeDelta::weeks(26);

/// Calendars read together, and what was learnt from them: ready to be asked.
pub struct Opened {
    pub(crate) imported: Imported,
    pub(crate) files: Vec<String>,
    pub(crate) demo: bool,
    pub(crate) settings: Settings,
    /// Likeliest “me” first.
    pub(crate) candidates: Vec<String>,
    pub(crate) classifier: Classifier,
    /// Series the files write one by one.
    pub(crate) gathered: GatheredSeries,
    pub(crate) said: Said,
    /// Where the settings come from.
    pub(crate) sources: Sources,
    pub(crate) remembered: Remembered,
    /// Answers for this time that were not taken.
    pub(crate) refused: Vec<RefusedAnswer>,
}

/// A period's occurrences, counted.
pub(crate) struct Counted {
    /// By start.
    pub(crate) classified: Arc<Vec<Classified>>,
    /// Counted once, for everybody who asks.
    pub(crate) period: CountedPeriod,
    /// What counting says about them.
    pub(crate) analysis: Analysis,
    /// What a bound of the expansion left out.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Counted {
    pub(crate) fn of(
        classified: Arc<Vec<Classified>>,
        period: Period,
        settings: &Settings,
        diagnostics: Vec<Diagnostic>,
    ) -> Result<Self, EngineError> {
        let period = CountedPeriod::of(&classified, period, settings)?;
        Ok(Self {
            analysis: Analysis::of_counted(&period)?,
            period,
            classified,
            diagnostics,
        })
    }
}

impl Opened {
    /// Reads everything a source holds.
    ///
    /// # Errors
    /// [`EngineError::NothingRead`] where not one calendar could be read; what is merely damaged is read as far as
    /// it goes and told in [`Opened::diagnostics`]. The errors of settings that make no sense.
    pub fn read(
        source: Source,
        change: &SettingsChange,
        clock: &Clock,
    ) -> Result<Self, EngineError> {
        let demo = matches!(source, Source::Demo);
        let settings = change.applied_to(&defaults(demo), &[])?;
        let read = source.inputs(clock, settings.zone);
        let imported = weekwise_ical::import(read.inputs);
        let said = change.with_stays(Said::default())?;
        Self::of(imported, (read.files, demo), settings, said, change)
    }

    /// What was imported, learnt from. `chosen`: what of the settings the user said; the rest is read from the calendars
    /// as far as they tell.
    ///
    /// # Errors
    /// [`EngineError::NothingRead`] where that is not one calendar.
    pub(crate) fn of(
        imported: Imported,
        (files, demo): (Vec<String>, bool),
        mut settings: Settings,
        said: Said,
        chosen: &SettingsChange,
    ) -> Result<Self, EngineError> {
        if imported.is_empty() {
            return Err(EngineError::NothingRead {
                diagnostics: imported.diagnostics().to_vec(),
            });
        }
        settings.marks.clone_from(&said.marks);
        let sources = if demo {
            Sources::default()
        } else {
            Sources::of_zone(chosen, &imported, &mut settings)
        };
        let candidates = guess_me(imported.events(), imported.calendars());
        if settings.me.is_unknown() {
            settings.me = guessed(&candidates);
        }
        let (classifier, gathered) = rayon::join(
            || learnt(&imported, &settings, &said),
            || gathered(&imported, &settings),
        );
        let mut opened = Self {
            imported,
            files,
            demo,
            settings,
            candidates,
            classifier,
            gathered,
            said,
            sources,
            remembered: Remembered::default(),
            refused: Vec::new(),
        };
        opened.read_habits();
        Ok(opened)
    }

    /// Changes the settings and learns anew where they matter to the classifier.
    ///
    /// # Errors
    /// The errors of settings that make no sense; then nothing is changed.
    pub fn change_settings(&mut self, change: &SettingsChange) -> Result<(), EngineError> {
        let mut settings = change.applied_to(&self.settings, &self.said.profiles)?;
        if settings.me.is_unknown() {
            settings.me = guessed(&self.candidates);
        }
        let first_day = |settings: &Settings| settings.display.first_day;
        let moved = settings.kinds != self.settings.kinds;
        if settings.zone != self.settings.zone || first_day(&settings) != first_day(&self.settings)
        {
            self.remembered.forget_all();
        } else if settings.me != self.settings.me || moved {
            self.remembered.forget_judgements();
        } else if settings != self.settings {
            self.remembered.forget_counted();
        }
        let relearn = settings.me != self.settings.me || settings.zone != self.settings.zone;
        self.settings = settings;
        self.sources.hear(change);
        if relearn {
            self.classifier = learnt(&self.imported, &self.settings, &self.said);
            self.gathered = gathered(&self.imported, &self.settings);
            self.read_habits();
        } else if moved {
            self.classifier = self.classifier.clone().with_kinds(&self.settings.kinds);
        }
        Ok(())
    }

    /// What the user has said so far.
    pub fn said(&self) -> &Said {
        &self.said
    }

    /// Takes what the user says now in the place of what was said before.
    pub fn hear(&mut self, said: Said) {
        let other_team = said.marks.colleagues.team != self.settings.marks.colleagues.team;
        if said.marks != self.settings.marks {
            let days = &said.marks.day_corrections;
            if *days != self.settings.marks.day_corrections {
                self.classifier = self.classifier.clone().with_days(days);
                self.remembered.forget_judgements();
            }
            let joined = |marks: &Marks| {
                let joined = |one: &&Sameness| one.same && one.what == SameWhat::Series;
                let all = marks.sameness.iter().filter(joined);
                all.cloned().collect::<Vec<_>>()
            };
            let otherwise_joined = joined(&said.marks) != joined(&self.settings.marks);
            self.settings.marks.clone_from(&said.marks);
            self.remembered.forget_counted();
            if otherwise_joined {
                self.gathered = gathered(&self.imported, &self.settings);
                self.remembered.forget_judgements();
            }
        }
        if said.profiles != self.said.profiles {
            // The one in use may be another now, or gone.
            let id = &self.settings.profile.id;
            self.settings.profile = Profile::named(id, &said.profiles).unwrap_or_default();
            self.remembered.forget_counted();
        }
        let (corrections, rules) = (&said.corrections, &said.rules);
        if other_team {
            self.classifier = learnt(&self.imported, &self.settings, &said);
            self.remembered.forget_judgements();
        } else if *corrections != self.said.corrections || *rules != self.said.rules {
            let events = self.imported.events();
            self.classifier = self.classifier.clone().with(events, corrections, rules);
            self.remembered.forget_judgements();
        }
        self.said = said;
    }

    /// The settings in force.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The answers given to [`Opened::answer`] that were not taken.
    pub fn refused_answers(&self) -> &[RefusedAnswer] {
        &self.refused
    }

    /// Problems found while reading.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.imported.diagnostics()
    }

    /// Whether this is the demo calendar.
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// The occurrences that overlap `[from, to)`.
    pub(crate) fn expansion(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Expansion {
        let Some(known) = self.remembered.expanded(from, to) else {
            return self.imported.expand(from, to, self.settings.zone);
        };
        let occurrences = &known.expansion.occurrences;
        let inside = known.places(from, to);
        Expansion {
            occurrences: inside
                .filter_map(|place| occurrences.get(place).cloned())
                .collect(),
            diagnostics: Vec::new(),
        }
    }

    /// The occurrences that overlap `[from, to)`, classified. A VEVENT is judged once for each length it has,
    /// however often it occurs.
    /// With them, what a bound of the expansion left out.
    pub(crate) fn classified(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> (Arc<Vec<Classified>>, Vec<Diagnostic>) {
        let window = self
            .remembered
            .window(from, to)
            .unwrap_or_else(|| self.window(from, to));
        (window.classified, window.diagnostics)
    }

    fn window(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Window {
        let zone = self.settings.zone;
        let expand = |from, to| self.imported.expand(from, to, zone);
        let expanded = self.remembered.expand((from, to), zone, expand);
        let occurrences = &expanded.expansion.occurrences;
        let all = self.remembered.judged(&expanded, |judgements| {
            settled(
                &self.classifier,
                self.judged_by(&self.classifier, occurrences, judgements),
            )
        });
        let places: Vec<usize> = expanded.places(from, to).collect();
        let classified = if places.len() == all.len() {
            all
        } else {
            let inside = places.into_iter();
            Arc::new(inside.filter_map(|place| all.get(place).cloned()).collect())
        };
        let window = Window {
            from,
            to,
            classified,
            diagnostics: expanded.expansion.diagnostics.clone(),
        };
        self.remembered.keep_window(window.clone());
        window
    }

    /// The same by another classifier, to see what it would say.
    pub(crate) fn classified_by(
        &self,
        classifier: &Classifier,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Vec<Classified> {
        let occurrences = self.expansion(from, to).occurrences;
        settled(
            classifier,
            self.judged_by(classifier, &occurrences, &mut Judgements::new()),
        )
    }

    /// Occurrences with what a classifier says about them. What it said already is in `judgements`; what it says now is
    /// added.
    pub(crate) fn judged_by(
        &self,
        classifier: &Classifier,
        occurrences: &[Occurrence],
        judgements: &mut Judgements,
    ) -> Vec<Classified> {
        let alike = |occurrence: &Occurrence| -> Alike {
            let length = match occurrence.span {
                Span::Timed { start, end } => Some(end - start),
                Span::AllDay { .. } => None,
            };
            let event = place_of(&occurrence.event);
            (event, length, classifier.apart(occurrence))
        };
        let keys: Vec<Alike> = occurrences.par_iter().map(alike).collect();
        let mut new: HashMap<Alike, &Occurrence> = HashMap::new();
        for (key, occurrence) in keys.iter().zip(occurrences) {
            if !judgements.contains_key(key) {
                new.entry(*key).or_insert(occurrence);
            }
        }
        let new: Vec<(Alike, &Occurrence)> = new.into_iter().collect();
        let judge = |(key, occurrence): &(Alike, &Occurrence)| (*key, classifier.judge(occurrence));
        judgements.par_extend(new.par_iter().map(judge));
        let judgements = &*judgements;
        occurrences
            .par_iter()
            .zip(keys)
            .filter_map(|(occurrence, key)| {
                let judgement = judgements.get(&key)?;
                Some(self.with_series(judgement.on(occurrence.clone())))
            })
            .collect()
    }

    /// With the series it belongs to although its file does not say so.
    fn with_series(&self, mut classified: Classified) -> Classified {
        let event = &classified.occurrence.event;
        let series = self.gathered.get(&event.calendar);
        classified.gathered = series.and_then(|series| series.get(&event.uid)).cloned();
        classified
    }

    /// A period's occurrences, those of the half year before it too, and what counting says about them.
    pub(crate) fn counted(&self, period: Period) -> Result<Arc<Counted>, EngineError> {
        self.counted_of(period, &[])
    }

    /// The same of some calendars only; of all where none is named.
    pub(crate) fn counted_of(
        &self,
        period: Period,
        calendars: &[CalendarId],
    ) -> Result<Arc<Counted>, EngineError> {
        if let Some(counted) = self.remembered.counted(period, calendars) {
            return Ok(counted);
        }
        let (mut classified, diagnostics) = self.classified(period.from - HISTORY, period.to);
        if !calendars.is_empty() {
            let of_them = |c: &&Classified| calendars.contains(&c.occurrence.event.calendar);
            classified = Arc::new(classified.iter().filter(of_them).cloned().collect());
        }
        let counted = Arc::new(Counted::of(
            classified,
            period,
            &self.settings,
            diagnostics,
        )?);
        self.remembered.keep_counted(period, calendars, &counted);
        Ok(counted)
    }

    /// The first and the last day with an event.
    pub(crate) fn known_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.remembered.days(|| self.imported.dates())
    }

    /// The title of a series; its UID where it has none.
    pub fn title_of(&self, uid: &str) -> String {
        self.imported
            .events()
            .find(|event| event.uid == uid && !event.summary.trim().is_empty())
            .map_or_else(|| uid.to_owned(), |event| event.summary.clone())
    }

    /// The name of an event's calendar.
    pub(crate) fn calendar_name(&self, event: &Event) -> &str {
        self.calendar(event).map_or("", |calendar| &calendar.name)
    }

    fn calendar(&self, event: &Event) -> Option<&Calendar> {
        self.imported
            .calendars()
            .iter()
            .find(|calendar| calendar.id == event.calendar)
    }
}

/// With days off judged beside the meetings that were held on them.
pub(crate) fn settled(classifier: &Classifier, mut all: Vec<Classified>) -> Vec<Classified> {
    let places = 0..all.len();
    classifier.settle(&mut all, places);
    all
}

/// What is learnt from calendars, and from what the user said.
pub(crate) fn learnt(imported: &Imported, settings: &Settings, said: &Said) -> Classifier {
    let learnt = Classifier::learn(
        imported.events(),
        &settings.me,
        imported.calendars(),
        settings.zone,
    );
    let learnt = match &said.marks.colleagues.team {
        Some(team) => learnt.with_team(team),
        None => learnt,
    };
    learnt
        .with(imported.events(), &said.corrections, &said.rules)
        .with_kinds(&settings.kinds)
        .with_days(&said.marks.day_corrections)
}

/// The series that files write one by one.
fn gathered(imported: &Imported, settings: &Settings) -> GatheredSeries {
    let said = &settings.marks.sameness;
    weekwise_analyze::gathered(imported.events(), &settings.me, settings.zone, said)
}

/// Me, as far as the calendar tells: the likeliest candidate.
fn guessed(candidates: &[String]) -> Me {
    let mut me = Me::confirmed(candidates.iter().take(1));
    me.guessed = true;
    me
}

/// The settings of somebody who has chosen nothing yet.
pub(crate) fn defaults(demo: bool) -> Settings {
    Settings {
        // Sam's hours make sense where Sam lives.
        zone: if demo {
            weekwise_demo::ZONE
        } else {
            Clock::machine_zone()
        },
        ..Settings::default()
    }
}
