//! The TypeScript twins of the answers: written from the types here, so that the window cannot drift from them.

use std::path::Path;

use ts_rs::{Config, TS};

use crate::*;

macro_rules! declarations {
    ($config:expr, $($name:ident),+ $(,)?) => {
        vec![$((
            <$name as TS>::docs().unwrap_or_default(),
            <$name as TS>::decl($config),
        )),+]
    };
}

/// A generic type declares itself, whatever it is a guess of.
type AnyGuess = Guess<String>;

fn types() -> String {
    let config = Config::new().with_large_int("number");
    let all = declarations!(
        &config,
        Action,
        AnyGuess,
        BackToBackChain,
        Backup,
        Band,
        BandBreak,
        BandStatus,
        Behind,
        BlockOrigin,
        Bridge,
        CalendarCheck,
        CalendarId,
        CalendarName,
        CalendarSettings,
        Category,
        CategoryChange,
        CategoryShare,
        ChangeAction,
        ChangePoint,
        CheckReport,
        Classification,
        Company,
        Condition,
        ConflictMetrics,
        Correction,
        CorrectionPreview,
        CorrectionRequest,
        DayCorrection,
        DayCorrectionRequest,
        DayEffect,
        DayEvidence,
        DayJudgement,
        DayMetrics,
        DayRunnerUp,
        DayView,
        DaysOff,
        Decision,
        Diagnostic,
        Display,
        Drafts,
        EventDifference,
        EventRow,
        EventView,
        EventsBehind,
        Evidence,
        EvidenceItem,
        EvidenceReport,
        EvidenceRequest,
        EvidenceSection,
        Explanation,
        FiguresView,
        FileCheck,
        FirstDay,
        FocusCost,
        ForwardBook,
        ForwardWeek,
        FragmentedTime,
        FreeStretches,
        GapKind,
        GapToBand,
        GapView,
        Grain,
        GuessSource,
        HeatCell,
        HeatMap,
        HiddenWord,
        Impact,
        ImportSummary,
        ImportedCalendar,
        Introduction,
        IntroductionAnswer,
        IsoWeek,
        KeptWeek,
        Kind,
        KindMapping,
        KindView,
        LeadTime,
        LensPart,
        LensesView,
        Library,
        LibraryTrouble,
        LoadLevel,
        Marks,
        Me,
        Measure,
        MeetingsView,
        Mentoring,
        Merge,
        Metric,
        Metrics,
        Mix,
        Negotiability,
        NextStep,
        NotCounted,
        Oddity,
        OneOnOne,
        Outcome,
        PaperFormat,
        PaperPreview,
        PeopleView,
        PeriodJson,
        Person,
        PersonHours,
        Place,
        Plan,
        PlanAlternative,
        PlanArithmetic,
        PlanBlock,
        PlanChange,
        PlanChoice,
        PlanSlot,
        PlanWishes,
        Priority,
        PriorityView,
        Profile,
        ProfileId,
        QuadrantEntry,
        QueueItem,
        Recurs,
        Report,
        ReportRequest,
        Response,
        ReviewQueue,
        Rule,
        RuleExample,
        RuleMatches,
        RuleOutcome,
        RuleView,
        RulesView,
        RunnerUp,
        Scope,
        SearchHit,
        Selection,
        SeriesAction,
        SeriesChange,
        SeriesCost,
        SeriesDifference,
        SeriesHours,
        SeriesImpact,
        SeriesMark,
        SeriesRow,
        SeriesStep,
        SeriesTotals,
        Settings,
        Severity,
        Shape,
        Signal,
        Snapshot,
        SnapshotChanges,
        SourceCalendar,
        SourcesView,
        Status,
        Stay,
        StepKind,
        Stop,
        Stretch,
        StretchClass,
        StretchLength,
        Subscription,
        TeamMember,
        TeamName,
        TeamView,
        Test,
        TimeRange,
        TitleTag,
        Touch,
        TrendPeriod,
        TrendsView,
        TroubleKind,
        Trust,
        UnusualWeek,
        Volatility,
        Waterfall,
        WaterfallEnd,
        WaterfallStep,
        WeekView,
        WorkingHours,
        ZoneFairness,
    );
    let mut text = String::from(
        "// Written from crates/model by `WEEKWISE_WRITE_TYPES=1 cargo test -p weekwise-model`. Do not edit.\n",
    );
    for (docs, declaration) in all {
        text.push('\n');
        text.push_str(docs.trim_start());
        if !docs.is_empty() && !docs.ends_with('\n') {
            text.push('\n');
        }
        text.push_str("export ");
        text.push_str(&declaration);
        text.push('\n');
    }
    text
}

#[test]
fn the_windows_types_are_fresh() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/host/types.ts");
    let wanted = types();
    if std::env::var_os("WEEKWISE_WRITE_TYPES").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found.replace('\r', "") == wanted,
        "ui/src/host/types.ts is out of date: run `WEEKWISE_WRITE_TYPES=1 cargo test -p weekwise-model`"
    );
}
