//! Builders of classified occurrences, so that a test shows only what it is about.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_analyze::{Analysis, CountedPeriod};
use weekwise_model::{
    Attendee, BusyStatus, CalendarId, CalendarUserType, Category, Classification, Classified,
    DayEffect, DayJudgement, Event, Gathered, InstanceId, IsoWeek, Kind, Me, Occurrence, Period,
    Person, Recurrence, Response, Role, RunnerUp, Settings, Shape, Span, Status, Transparency,
};

/// The zone of every test that does not say otherwise.
pub const ZONE: Tz = chrono_tz::Europe::Berlin;
/// Me.
pub const ME: &str = "sam@example.org";

/// A wall-clock time in a zone as an instant: `2026-11-09 10:00`.
pub fn at(text: &str, zone: Tz) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    zone.from_local_datetime(&wall)
        .earliest()
        .unwrap()
        .with_timezone(&Utc)
}

/// A day: `2026-11-09`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The settings of every test that does not say otherwise: Monday to Friday 9–17, Staff+.
pub fn settings() -> Settings {
    Settings {
        me: Me::confirmed([ME]),
        zone: ZONE,
        ..Settings::default()
    }
}

/// Monday 9 to Sunday 15 November 2026.
pub fn week() -> Period {
    Period::of_week("2026-W46".parse::<IsoWeek>().unwrap(), ZONE)
}

/// The analysis of that week.
pub fn analysis(occurrences: &[Classified]) -> Analysis {
    Analysis::of(occurrences, week(), &settings()).unwrap()
}

/// An occurrence in the making.
#[derive(Clone)]
pub struct Build {
    event: Event,
    span: Span,
    recurrence_id: Option<InstanceId>,
    shape: Shape,
    people: u32,
    people_known: bool,
    response: Response,
    mine: bool,
    category: Category,
    kind: Kind,
    confidence: f64,
    runner_up: Option<Category>,
    effect: Option<DayEffect>,
    gathered: Option<Arc<Gathered>>,
}

/// A meeting of four that somebody else organizes and I accepted, of an hour.
pub fn meeting(uid: &str, category: Category, start: &str) -> Build {
    let start = at(start, ZONE);
    Build {
        event: event(uid),
        span: Span::Timed {
            start,
            end: start + TimeDelta::hours(1),
        },
        recurrence_id: None,
        shape: Shape::Meeting,
        people: 4,
        people_known: true,
        response: Response::Accepted,
        mine: false,
        category,
        kind: Kind::Other,
        confidence: 1.0,
        runner_up: None,
        effect: None,
        gathered: None,
    }
}

/// An own block of an hour.
pub fn block(uid: &str, category: Category, start: &str) -> Build {
    Build {
        shape: Shape::Block,
        people: 1,
        mine: true,
        ..meeting(uid, category, start)
    }
}

/// An own focus block.
pub fn focus(uid: &str, start: &str) -> Build {
    block(uid, Category::DeepWork, start)
}

/// Something of whole days that is not work, from a day to the day before another.
pub fn all_day(uid: &str, kind: Kind, from: &str, to: &str) -> Build {
    let mut build = block(uid, kind.category(), "2026-11-09 00:00").kind(kind);
    build.span = Span::AllDay {
        start: day(from),
        end: day(to),
    };
    build
}

fn event(uid: &str) -> Event {
    Event {
        uid: uid.to_owned(),
        summary: uid.to_owned(),
        ..Event::empty()
    }
}

#[allow(dead_code, reason = "the benchmark uses fewer of them than the tests")]
impl Build {
    pub fn minutes(mut self, minutes: i64) -> Self {
        if let Span::Timed { start, end } = &mut self.span {
            *end = *start + TimeDelta::minutes(minutes);
        }
        self
    }

    pub fn span(mut self, start: DateTime<Utc>, end: DateTime<Utc>) -> Self {
        self.span = Span::Timed { start, end };
        self
    }

    pub fn title(mut self, title: &str) -> Self {
        title.clone_into(&mut self.event.summary);
        self
    }

    pub fn uid(mut self, uid: &str) -> Self {
        uid.clone_into(&mut self.event.uid);
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub fn category(mut self, category: Category) -> Self {
        self.category = category;
        self
    }

    /// A guess, with what it might be instead.
    pub fn guess(mut self, instead: Category) -> Self {
        self.confidence = 0.4;
        self.runner_up = Some(instead);
        self
    }

    pub fn people(mut self, people: u32) -> Self {
        self.people = people;
        self
    }

    pub fn hidden_people(mut self) -> Self {
        self.people_known = false;
        self
    }

    pub fn mine(mut self) -> Self {
        self.mine = true;
        self
    }

    pub fn response(mut self, response: Response) -> Self {
        self.response = response;
        self
    }

    pub fn status(mut self, status: Status) -> Self {
        self.event.status = status;
        self
    }

    pub fn transparent(mut self) -> Self {
        self.event.transparency = Transparency::Transparent;
        self
    }

    pub fn busy(mut self, busy: BusyStatus) -> Self {
        self.event.busy_status = Some(busy);
        self
    }

    pub fn calendar(mut self, calendar: u32) -> Self {
        self.event.calendar = CalendarId(calendar);
        self
    }

    pub fn created(mut self, created: &str) -> Self {
        self.event.created = Some(at(created, ZONE));
        self
    }

    /// Other people and their answers.
    pub fn attendees(mut self, answers: &[Response]) -> Self {
        self.event.attendees = (0..)
            .zip(answers)
            .map(|(number, answer)| Attendee {
                person: Person::new(&format!("colleague{number}@example.org"), None),
                response: *answer,
                role: Role::Required,
                kind: CalendarUserType::Individual,
            })
            .collect();
        self.people = u32::try_from(answers.len()).unwrap() + 1;
        self
    }

    /// Me and these people, who all come.
    pub fn with(mut self, addresses: &[&str]) -> Self {
        self.event.attendees = std::iter::once(&ME)
            .chain(addresses)
            .map(|address| Attendee {
                person: Person::new(address, None),
                response: Response::Accepted,
                role: Role::Required,
                kind: CalendarUserType::Individual,
            })
            .collect();
        self.people = u32::try_from(addresses.len()).unwrap() + 1;
        self
    }

    /// An instance of an endless series that began at a time.
    pub fn repeats(mut self, rule: &str, first: &str) -> Self {
        let start = at(first, ZONE);
        let length = self.span.minutes(ZONE);
        self.event.recurrence = Some(Arc::new(Recurrence {
            rules: vec![rule.to_owned()],
            first: Span::Timed {
                start,
                end: start + TimeDelta::minutes(length),
            },
            endless: !rule.contains("UNTIL") && !rule.contains("COUNT"),
        }));
        self.recurrence_id = Some(InstanceId::Instant(self.span.instants(ZONE).0));
        self
    }

    /// The same, so many days later.
    pub fn days_later(&self, days: i64) -> Self {
        let mut later = self.clone();
        let (start, end) = self.span.instants(ZONE);
        let wall = start.with_timezone(&ZONE).naive_local() + TimeDelta::days(days);
        let moved = ZONE
            .from_local_datetime(&wall)
            .earliest()
            .unwrap()
            .with_timezone(&Utc);
        later.span = Span::Timed {
            start: moved,
            end: moved + (end - start),
        };
        later.recurrence_id = self.recurrence_id.map(|_| InstanceId::Instant(moved));
        later
    }

    /// What it does to the day, where that is not what its kind and how it is shown say.
    pub fn effect(mut self, effect: DayEffect) -> Self {
        self.effect = Some(effect);
        self
    }

    /// What it does to the day by its kind and how it is shown.
    fn usual_effect(&self) -> DayEffect {
        let leave = matches!(self.kind, Kind::TimeOff | Kind::PublicHoliday);
        let out_of_office = self.event.busy_status == Some(BusyStatus::OutOfOffice);
        let free = self.event.transparency == Transparency::Transparent
            || matches!(
                self.event.busy_status,
                Some(BusyStatus::Free | BusyStatus::WorkingElsewhere)
            );
        let whole_days = self.span.is_all_day();
        let long = whole_days || self.span.minutes(ZONE) >= 12 * 60;
        if self.event.status == Status::Cancelled || self.response == Response::Declined {
            DayEffect::NotHeld
        } else if leave && (whole_days || !free) || long && out_of_office {
            DayEffect::Off
        } else if long || free {
            DayEffect::Note
        } else if self.category == Category::Personal {
            DayEffect::Break
        } else {
            DayEffect::Work
        }
    }

    pub fn build(self) -> Classified {
        let day = self.effect.unwrap_or_else(|| self.usual_effect());
        let runner_up = self.runner_up.map(|category| RunnerUp {
            category,
            kind: Kind::Other,
            confidence: 1.0 - self.confidence,
        });
        Classified {
            occurrence: Occurrence {
                event: Arc::new(self.event),
                recurrence_id: self.recurrence_id,
                span: self.span,
            },
            shape: self.shape,
            people: self.people,
            people_known: self.people_known,
            response: self.response,
            mine: self.mine,
            organizer_known: true,
            classification: Arc::new(Classification {
                category: self.category,
                kind: self.kind,
                confidence: self.confidence,
                because: Vec::new(),
                runner_up,
                decided_by: None,
            }),
            day: Arc::new(DayJudgement::certain(day)),
            gathered: self.gathered,
        }
    }
}

/// A period counted, to be asked.
pub fn counted(events: &[Classified], period: Period, settings: &Settings) -> CountedPeriod {
    CountedPeriod::of(&Arc::new(events.to_vec()), period, settings).unwrap()
}
