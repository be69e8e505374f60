//! The words of Weekwise.
//!
//! A week passes through the house as one line of stages: bytes → events → occurrences → classified →
//! counted → compared → planned → reported. Each stage is a crate of its own, and the crates know each
//! other only through the words defined here. There are two kinds:
//!
//! * *facts*, read from a calendar and never changed afterwards: [`Calendar`], [`Event`], [`Occurrence`],
//!   [`Person`], [`Diagnostic`];
//! * *answers*, made of facts: [`Classification`], [`Mix`], [`Metrics`], [`Signal`], [`Report`], [`WeekView`].
//!
//! Answers are what the command line prints as JSON and what the window draws, so they are `serde` types and
//! have TypeScript twins in `ui/src/host/types.ts` (a test keeps them the same).
//!
//! Two rules hold everywhere. Instants are UTC; a zone is an argument, never the machine's. Quantities say
//! their unit in their name (`minutes`, `hours`, `share` as 0–1).

mod addressee;
mod advice;
mod ask;
mod behind;
mod calendar;
mod category;
mod classification;
mod correction;
mod day_effect;
mod diagnostic;
mod display;
mod domain;
mod event;
mod evidence;
mod explanation;
mod figures;
mod gathered;
mod hours;
mod indexed_event;
mod introduction;
mod kind_mapping;
mod lenses;
mod look_back;
mod mark;
mod marks;
mod meetings;
mod metrics;
mod mix;
mod named_period;
mod occurrence;
mod paper;
mod people;
mod people_view;
mod period;
mod plan;
mod profile;
mod question;
mod reminder;
mod report;
mod reported;
mod review;
mod row;
mod rule;
mod same_calendar;
mod selection;
mod settings;
mod signal;
mod sources;
mod spoken_name;
mod stay;
mod texts;
mod trends;
#[cfg(test)]
mod typescript;
mod visible;
mod wall_span;
mod week;
pub mod words;
mod working_time;

pub use advice::{Advice, AdviceAction, AdviceEffect, AdviceList, BandEffect, Decides, Ghost};
pub use ask::{
    Ask, AskOnce, AskRequest, AskSpan, AskState, AskStep, AskView, AsksView, BeforeAfter,
    OrdinaryWeeks, PendingAsks, SeriesShape,
};
pub use behind::{Behind, EventsBehind, Metric};
pub use calendar::{Calendar, CalendarId, CalendarName, Stated};
pub use category::{Category, Kind};
pub use classification::{
    Classification, Classified, Counting, Decision, Evidence, NotCounted, RunnerUp, Shape,
};
pub use correction::{CategoryChange, Correction, CorrectionPreview, CorrectionRequest, Scope};
pub use day_effect::{
    BREAK_AT_NOON, DayCorrection, DayCorrectionRequest, DayEffect, DayEvidence, DayJudgement,
    DayPart, DayRunnerUp,
};
pub use diagnostic::{CalendarCheck, CheckReport, Diagnostic, FileCheck, Outcome};
pub use display::{Display, FirstDay};
pub use domain::{company_domain_of, domain_of, is_public_mail};
pub use event::{BusyStatus, Class, Event, Recurrence, Status, Transparency};
pub use evidence::{EvidenceItem, EvidenceLine, EvidenceReport, EvidenceSection};
pub use explanation::Explanation;
pub use figures::{FiguresView, HeatCell, HeatMap, Merge, StretchClass, StretchLength};
pub use gathered::Gathered;
pub use hours::{TimeRange, WorkingHours, WorkingHoursError};
pub use indexed_event::IndexedEvent;
pub use introduction::{Guess, GuessSource, Introduction, IntroductionAnswer};
pub use kind_mapping::{KindMapping, KindView, TitleTag};
pub use lenses::{LensPart, LensesView, PriorityView, QuadrantEntry, SeriesHours};
pub use look_back::{
    GuessOff, LookBack, LookBackDays, LookBackGuesses, LookBackLine, LookBackPeople,
    LookBackSeason, LookBackSeries, LookBackWeek, WeekStanding,
};
pub use mark::{mark, once_id};
pub use marks::{
    Colleagues, DaysOff, Impact, Marks, Place, Priority, SameWhat, Sameness, Season, SeriesImpact,
    TeamName, UnusualWeek,
};
pub use meetings::{
    BandBreak, ForwardBook, ForwardWeek, MeetingsView, Oddity, SeriesAction, SeriesChange,
    SeriesMark, SeriesRow, SeriesTotals,
};
pub use metrics::{
    BackToBackChain, ConflictMetrics, DayMetrics, FocusCost, FragmentedTime, FreeStretches,
    GapToBand, LeadTime, LoadLevel, Metrics, SeriesCost,
};
pub use mix::{BandStatus, CategoryShare, Mix};
pub use named_period::{NamedPeriod, NamedPeriodError};
pub use occurrence::{InstanceId, Occurrence, Span};
pub use paper::{EvidenceRequest, FileName, HiddenWord, PaperFormat, PaperPreview, ReportRequest};
pub use people::{Attendee, CalendarUserType, Me, Person, Response, Role};
pub use people_view::{
    Bridge, Company, Mentoring, OneOnOne, PeopleView, PersonHours, TeamMember, TeamView,
    ZoneFairness,
};
pub use period::{IsoWeek, IsoWeekError, Period};
pub use plan::{
    BlockOrigin, BlockTrial, ChangeAction, Drafts, KeptWeek, Negotiability, Plan, PlanAlternative,
    PlanArithmetic, PlanBlock, PlanChange, PlanChoice, PlanSlot, PlanWeek, PlanWishes,
    RefusedBlock, Stop, Touch,
};
pub use profile::{Band, Profile, ProfileError, ProfileId};
pub use question::{
    AnswerOutcome, AnswerPreview, AnswerRequest, AnswerSheet, AnswerView, Answerer, DoubtBehind,
    FocusHabit, HabitShare, ModelChange, ModelProposal, Question, QuestionEvent, QuestionKind,
    QuestionList, QuestionOption, QuestionReason, RefusedAnswer, ShareChange,
};
pub use reminder::{Reminder, Reminding};
pub use report::{PeriodJson, Report, Trust};
pub use reported::{Reported, ReportedFigure};
pub use review::{
    GuessedShare, Review, ReviewDecision, ReviewMove, ReviewMoveKind, ReviewProgress,
    ReviewRequest, ReviewShare, ReviewStep, ReviewStepTaken, ReviewView, ReviewWeek,
};
pub use row::EventRow;
pub use rule::{
    Condition, Recurs, Rule, RuleExample, RuleMatches, RuleOutcome, RuleView, RulesView, Test,
};
pub use same_calendar::{
    CalendarContent, CalendarOrigin, SameCalendar, is_told_of, same_calendar, series_uid,
};
pub use selection::{Selection, Stretch};
pub use settings::{LocalModel, Settings};
pub use signal::{Basis, NextStep, Severity, Signal};
pub use sources::{
    Action, Backup, CalendarSettings, EventDifference, ImportSummary, ImportedCalendar,
    LibraryTrouble, LineHit, MayBe, SearchHit, SearchHits, Snapshot, SnapshotChanges,
    SourceCalendar, SourcesView, Subscription, TroubleKind,
};
pub use stay::{Stay, StayError};
pub use texts::{Text, Texts};
pub use trends::{
    ChangePoint, Grain, Measure, SeriesDifference, SeriesStep, StepKind, TrendPeriod, TrendsView,
    Volatility, Waterfall, WaterfallEnd, WaterfallStep,
};
pub use visible::{is_visible, readable, visible};
pub use wall_span::{WallSpan, instant_at, wall};
pub use week::{DayView, EventView, GapKind, GapView, Library, WeekView};
pub use weekwise_texts::Texts;
pub use working_time::{Whereabouts, WorkingDay};
