//! What the window's tests are fed is what the engine says: one JSON, three readers.
//!
//! `WEEKWISE_WRITE_FIXTURES=1 cargo test --test weekwise fixtures` writes the files anew.

use std::fs;
use std::path::Path;

use serde::Serialize;
use weekwise_engine::{Clock, Opened, PeriodChoice, Reviews, SettingsChange, Source};
use weekwise_model::{
    Ask, AskState, AskStep, Category, Grain, GuessedShare, IsoWeek, LookBack, NamedPeriod,
    PaperPreview, PlanChoice, PlanWishes, ReportRequest, Review, Season, Selection,
};
use weekwise_report::{Style, look_back_markdown, report_html, report_markdown, report_text};

use crate::program::{NOW, root, weekwise};

/// The weeks the window's tests walk through.
const WEEKS: [&str; 5] = ["2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W48"];

fn demo() -> (Opened, Clock) {
    let clock = Clock::fixed(NOW.parse().unwrap());
    let change = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    (Opened::read(Source::Demo, &change, &clock).unwrap(), clock)
}

/// What the dialog that saves a report is fed.
#[derive(Serialize)]
struct Papers {
    plain: PaperPreview,
    redacted: PaperPreview,
}

fn expect_fresh(name: &str, value: &impl Serialize) {
    let file = root().join("ui/fixtures").join(name);
    let wanted = serde_json::to_string_pretty(value).unwrap() + "\n";
    if std::env::var_os("WEEKWISE_WRITE_FIXTURES").is_some() {
        fs::create_dir_all(file.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(&file, &wanted).unwrap();
    }
    let found = fs::read_to_string(&file)
        .unwrap_or_default()
        .replace('\r', "");
    assert!(
        found == wanted,
        "ui/fixtures/{name} is out of date: run `WEEKWISE_WRITE_FIXTURES=1 cargo test --test weekwise fixtures`"
    );
}

#[test]
fn the_windows_fixtures_are_fresh() {
    let (opened, clock) = demo();
    expect_fresh("library.json", &opened.library(&clock));
    for week in WEEKS {
        let week: IsoWeek = week.parse().unwrap();
        expect_fresh(
            &format!("weeks/{week}.json"),
            &opened.week(Some(week), &clock).unwrap(),
        );
    }
    let zone = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    expect_fresh("questions.json", &opened.questions(30, &clock).unwrap());
    let shown = opened.week(None, &clock).unwrap().week;
    let review = opened
        .review(Some(shown), &Reviews::new(), &[], &clock)
        .unwrap();
    expect_fresh("review.json", &review);
    let looked_back = looked_back(&clock);
    expect_fresh("look-back.json", &looked_back);
    insta::assert_snapshot!(look_back_markdown(&looked_back));
    expect_fresh("empty.json", &Opened::nothing(&zone, &[]));
}

/// A quarter of the demo with a season, and with what a library keeps of reviews.
fn looked_back(clock: &Clock) -> LookBack {
    let (mut opened, _) = demo();
    let mut said = opened.said().clone();
    said.marks.seasons = vec![Season {
        name: "Launch".to_owned(),
        from: "2026-08-03".parse().unwrap(),
        to: "2026-08-30".parse().unwrap(),
    }];
    let ask = |uid: &str, text: &str, state, saw: Option<&str>| {
        let step = |at: &str, state, saw: Option<&str>| AskStep {
            at: format!("{at}T08:00:00Z").parse().unwrap(),
            state,
            saw: saw.map(str::to_owned),
            back: false,
        };
        Ask {
            uid: Some(uid.to_owned()),
            text: text.to_owned(),
            state,
            steps: vec![
                step("2026-08-12", AskState::Asked, None),
                step("2026-08-20", state, saw),
            ],
            ..Ask::put_aside(format!("halve:{uid}"))
        }
    };
    said.marks.asks = vec![
        ask(
            "platform-sync@demo.weekwise.example",
            "Make “Platform sync” fortnightly",
            AskState::Agreed,
            Some("held 4 times in 8 weeks instead of 8"),
        ),
        ask(
            "migration-steering@demo.weekwise.example",
            "Read the notes of “Migration steering” instead of attending",
            AskState::Refused,
            None,
        ),
    ];
    opened.hear(said);
    let review = |deep, line: &str, quoted| Review {
        guess: vec![
            GuessedShare {
                category: Category::DeepWork,
                share: deep,
            },
            GuessedShare {
                category: Category::Review,
                share: 0.15,
            },
        ],
        line: line.to_owned(),
        quoted,
        ..Review::default()
    };
    let reviews = Reviews::from([
        (
            "2026-W32".parse().unwrap(),
            review(0.3, "The platform review is decided.", true),
        ),
        (
            "2026-W36".parse().unwrap(),
            review(0.4, "Two weeks of planning are over.", false),
        ),
    ]);
    let quarter: NamedPeriod = "2026-Q3".parse().unwrap();
    opened.look_back(quarter.days(), &reviews, clock).unwrap()
}

/// The ways to plan the window's tests look at: what it asks for first, and the two that ask for most.
const CHOICES: [PlanChoice; 3] = [
    PlanChoice::NoChanges,
    PlanChoice::Balanced,
    PlanChoice::MostFocus,
];

#[test]
fn the_windows_plans_are_fresh() {
    let (opened, clock) = demo();
    for choice in CHOICES {
        let wishes = PlanWishes {
            weeks: 2,
            choice,
            ..PlanWishes::default()
        };
        let name = serde_json::to_value(choice).unwrap();
        let plan = opened.plan(&wishes, true, &clock).unwrap();
        expect_fresh(&format!("plan/{}.json", name.as_str().unwrap()), &plan);
    }
}

#[test]
fn the_fixtures_of_the_screens_over_many_weeks_are_fresh() {
    let (opened, clock) = demo();
    let all = Selection::default();
    for (grain, name) in [
        (Grain::Week, "week"),
        (Grain::Month, "month"),
        (Grain::Quarter, "quarter"),
    ] {
        let trends = opened.trends(&all, grain, None, &clock).unwrap();
        expect_fresh(&format!("trends/{name}.json"), &trends);
    }
    expect_fresh("meetings.json", &opened.meetings(&all, &clock).unwrap());
    expect_fresh("people.json", &opened.people(&all, &clock).unwrap());
    // The days the window shows the trends of.
    let shown = Selection {
        from: "2026-06-08".parse().ok(),
        to: "2026-11-15".parse().ok(),
        ..Selection::default()
    };
    expect_fresh("figures.json", &opened.figures(&shown, &clock).unwrap());
    expect_fresh("lenses.json", &opened.lenses(&all, &clock).unwrap());
    let evidence = opened.own_evidence(&all, &clock).unwrap();
    expect_fresh("evidence.json", &evidence);
    let preview = |redacted| {
        let request = ReportRequest {
            from: "2026-11-09".parse().unwrap(),
            to: "2026-11-15".parse().unwrap(),
            redacted,
        };
        let (report, hidden) = opened.report_to_share(&request, &clock).unwrap();
        PaperPreview {
            text: report_text(&report, "Staff+", Style::PLAIN),
            markdown: report_markdown(&report, "Staff+"),
            html: report_html(&report, "Staff+").unwrap(),
            hidden,
        }
    };
    let papers = Papers {
        plain: preview(false),
        redacted: preview(true),
    };
    expect_fresh("papers.json", &papers);
}

#[test]
fn the_command_line_and_the_window_say_the_same() {
    let (opened, clock) = demo();
    let week: IsoWeek = "2026-W46".parse().unwrap();
    let view = opened.week(Some(week), &clock).unwrap();
    let report = opened.report(&PeriodChoice::Week(week), &clock).unwrap();
    assert_eq!(view.report, report);
    let output = weekwise()
        .args([
            "report",
            "--demo",
            "--week",
            "2026-W46",
            "--tz",
            "Europe/Berlin",
            "--format",
            "json",
        ])
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        printed,
        serde_json::to_string_pretty(&report).unwrap() + "\n"
    );
}
