//! Asks made of a plan's change and of a what-if, what the weeks would be with what is pending, and what does not last.

use std::fmt::Write as _;

use tempfile::TempDir;
use weekwise_engine::{
    Clock, Desk, Fetcher, Former, InMemory, Opened, Said, SaidLine, SettingsChange, Source,
    StoredLibrary, Subscriptions,
};
use weekwise_model::{
    Ask, AskOnce, AskRequest, AskSpan, AskState, EvidenceRequest, IsoWeek, Marks, PlanChange,
    PlanChoice, PlanWishes, Reminder, Review, ReviewProgress, ReviewRequest, ReviewStep,
    ReviewStepTaken, Selection, SeriesChange,
};

use crate::asks::{asked, calendar, clock, import, only, read};

/// The demo on a desk that keeps nothing.
fn demo() -> (TempDir, Desk) {
    let folder = TempDir::new().unwrap();
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let now = Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap());
    let desk = Desk::new(now, Some(folder.path().to_owned()), subscriptions);
    desk.open_library(|_| {});
    desk.open(Source::Demo).unwrap();
    (folder, desk)
}

fn wishes() -> PlanWishes {
    PlanWishes {
        choice: PlanChoice::Balanced,
        weeks: 2,
        ..PlanWishes::default()
    }
}

fn change(desk: &Desk) -> Option<PlanChange> {
    let mut changes = desk.plan(&wishes()).unwrap().changes.into_iter();
    changes.find(|change| !change.draft.is_empty())
}

fn asks(desk: &Desk) -> Vec<Ask> {
    let view = desk.asks().unwrap();
    view.asks.into_iter().map(|one| one.ask).collect()
}

/// The first what-if of the demo that nobody advises.
fn what_if(desk: &Desk) -> SeriesChange {
    let view = desk.ask(|opened, clock| opened.meetings(&Selection::default(), clock));
    let mut changes = view.unwrap().series.into_iter().flat_map(|row| row.changes);
    let found = changes.find(|change| change.social_cost_because.starts_with("not advised"));
    found.unwrap()
}

#[test]
fn a_change_a_plan_needs_is_asked_for_once_under_the_id_advice_gives_it() {
    let (_folder, desk) = demo();
    let wanted = change(&desk).unwrap();
    let advised = desk.week(None, &[]).unwrap().report.advice.advice;
    let same = advised.iter().find(|advice| advice.id == wanted.id);
    let request = AskRequest {
        wishes: Some(wishes()),
        ..AskRequest::of(&wanted.id, AskState::ToAsk)
    };
    desk.set_ask(&request).unwrap();
    let [ask] = asks(&desk).try_into().unwrap();
    assert_eq!(ask.id, wanted.id);
    if let Some(same) = same {
        assert_eq!(ask.text, same.text, "the same change has the same words");
    }
    let once = ask.once.unwrap();
    assert_eq!(once.instance, wanted.recurrence_id);
    assert_eq!(once.to.is_some(), wanted.to.is_some());
    assert!(ask.series.is_none(), "one time tells nothing of a series");
    assert!(!ask.drafts.unwrap().plain.is_empty());
    assert!(ask.category.is_some() && ask.calendar.is_some());

    let again = |desk: &Desk| {
        let plan = desk.plan(&wishes()).unwrap();
        let advice = desk.week(None, &[]).unwrap().report.advice.advice;
        plan.changes.iter().any(|change| change.id == wanted.id)
            || advice.iter().any(|advice| advice.id == wanted.id)
    };
    assert!(!again(&desk), "what is pending is left alone");
    for state in [AskState::Refused, AskState::Dropped] {
        desk.set_ask(&AskRequest::of(&wanted.id, state)).unwrap();
        assert_eq!(asks(&desk).len(), 1, "it is moved, not made again");
        assert!(!again(&desk), "{state:?} is not asked for again");
    }
}

#[test]
fn a_what_if_of_meetings_becomes_an_ask_and_says_where_it_stands() {
    let (_folder, desk) = demo();
    let tried = what_if(&desk);
    desk.set_ask(&AskRequest::of(&tried.id, AskState::ToAsk))
        .unwrap();
    let [ask] = asks(&desk).try_into().unwrap();
    assert_eq!((&ask.id, ask.uid.as_ref()), (&tried.id, Some(&tried.uid)));
    assert_eq!(format!("{}.", ask.text), tried.text);
    assert!(!ask.drafts.unwrap().brief.is_empty());
    let view = desk.ask(|opened, clock| opened.meetings(&Selection::default(), clock));
    let rows = view.unwrap().series;
    let told = rows
        .iter()
        .flat_map(|row| &row.changes)
        .find(|one| one.id == tried.id);
    assert_eq!(told.unwrap().asked, Some(AskState::ToAsk));
    let none = desk.set_ask(&AskRequest::of("halve:0000", AskState::ToAsk));
    assert_eq!(none.unwrap_err().code(), "no_such_advice");
}

#[test]
fn what_is_pending_is_shown_as_if_it_had_come_true_as_advice_counted_it() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let mut library = StoredLibrary::open(folder.path(), &now).unwrap();
    let opened = import(&mut library, calendar(1), &now);
    let before = opened.week(None, &now).unwrap().report;
    assert_eq!(before.pending, None);
    let mut advice = before.advice.advice.iter();
    let advice = advice
        .find(|one| one.uid.as_deref() == Some("sync"))
        .unwrap();
    let to_ask = AskRequest::of(&advice.id, AskState::ToAsk);
    library.set_ask(&opened, &to_ask, &now).unwrap();
    let pending = |library: &StoredLibrary| {
        let report = read(library).week(None, &now).unwrap().report;
        report.pending
    };
    assert_eq!(pending(&library), None, "nobody was asked yet");

    let asked = AskRequest::of(&advice.id, AskState::Asked);
    library.set_ask(&read(&library), &asked, &now).unwrap();
    let told = pending(&library).unwrap();
    assert!((told.hours_to_move - advice.effect.hours_to_move_after).abs() < 1e-9);
    assert!((told.load - advice.effect.load_after).abs() < 1e-9);
    assert_eq!(told.bands, advice.effect.bands);
    assert_eq!((told.asks, told.unknown), (1, 0));
    assert!(
        told.text.ends_with(" if the pending ask comes true"),
        "{}",
        told.text
    );

    // Once the calendar shows it, it is counted as it is.
    import(&mut library, calendar(2), &now);
    assert_eq!(only(&library).state, AskState::Agreed);
    assert_eq!(pending(&library), None);
}

/// One meeting on a day of November.
fn meeting(at: &str) -> Source {
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Mine\r\nBEGIN:VEVENT\r\nUID:once\r\nDTSTART:202611{at}\r\nDURATION:PT1H\r\nSUMMARY:Budget\r\nORGANIZER:mailto:a@b.example\r\nATTENDEE:mailto:a@b.example\r\nATTENDEE:mailto:c@d.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    Source::Bytes {
        name: "mine.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

#[test]
fn what_was_asked_for_once_is_agreed_when_that_one_time_is_elsewhere() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-11-12");
    let mut library = StoredLibrary::open(folder.path(), &now).unwrap();
    import(&mut library, meeting("17T100000Z"), &now);
    let from = AskSpan {
        start: "2026-11-17T10:00:00Z".parse().unwrap(),
        end: "2026-11-17T11:00:00Z".parse().unwrap(),
    };
    let ask = Ask {
        uid: Some("once".to_owned()),
        state: AskState::Asked,
        once: Some(AskOnce {
            instance: None,
            from: Some(from),
            to: None,
        }),
        ..Ask::put_aside("move:x:".to_owned())
    };
    let marks = Marks {
        asks: vec![ask],
        ..Marks::default()
    };
    library.set_marks(&marks, &now).unwrap();
    assert!(
        !library.follow_asks_of_all(&now).unwrap(),
        "it is where it was"
    );
    import(&mut library, meeting("19T140000Z"), &now);
    let ask = only(&library);
    assert_eq!(ask.state, AskState::Agreed);
    let saw = ask.steps.last().unwrap().saw.clone().unwrap();
    assert!(saw.contains(" instead of Tuesday "), "{saw}");
}

#[test]
fn what_no_calendar_holds_any_more_is_said_and_kept() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let (mut library, id) = asked(folder.path(), &now);
    let other = Source::Bytes {
        name: "other.ics".to_owned(),
        bytes: b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Other\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20261005T090000Z\r\nDURATION:PT8H\r\nSUMMARY:Architecture review\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".to_vec(),
    };
    import(&mut library, other, &now);
    let key = library.sources().unwrap().calendars[0].key;
    library.remove_calendar(key, &now).unwrap();
    library.follow_asks_of_all(&now).unwrap();
    let ask = only(&library);
    assert_eq!(
        (ask.id, ask.state),
        (id, AskState::Asked),
        "nothing tells that it is gone"
    );
    let opened = read(&library);
    let view = opened.asks(&now).unwrap();
    assert_eq!(view.asks[0].stands, "no calendar holds it any more");
    let pending = opened.week(None, &now).unwrap().report.pending.unwrap();
    assert_eq!((pending.asks, pending.unknown), (0, 1));
    assert_eq!(
        pending.text,
        "Of what was asked for, one is about what no calendar holds any more"
    );
}

#[test]
fn what_comes_back_is_a_signal_whose_step_is_the_ask() {
    let folder = TempDir::new().unwrap();
    let now = clock("2026-10-01");
    let (mut library, id) = asked(folder.path(), &now);
    import(&mut library, calendar(2), &clock("2026-10-08"));
    let back = clock("2026-11-16");
    import(&mut library, calendar(1), &back);
    let opened = read(&library);
    let signals = opened.week(None, &back).unwrap().report.signals;
    let relapse = signals
        .iter()
        .find(|signal| signal.id.starts_with("relapse:"));
    let relapse = relapse.unwrap();
    assert_eq!(relapse.step.as_deref(), Some(id.as_str()));
    assert_eq!(relapse.evidence, ["sync"]);
    assert!(
        relapse.next_step.starts_with("Ask again: "),
        "{}",
        relapse.next_step
    );
    assert!(
        relapse
            .text
            .starts_with("Agreed on 8 Oct, and as it was before since 16 Nov: ")
    );
    // The weeks in which it held have no such signal.
    let earlier: IsoWeek = "2026-W44".parse().unwrap();
    let signals = opened.week(Some(earlier), &back).unwrap().report.signals;
    assert!(
        signals
            .iter()
            .all(|signal| !signal.id.starts_with("relapse"))
    );
}

/// Blocks on Tuesdays of November, and a meeting over the first `taken` of them.
fn blocks(taken: u32) -> (Opened, Clock) {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:UTC\r\n".to_owned();
    let mut planned = Vec::new();
    for week in 0..4 {
        let day = 3 + 7 * week;
        let uid = format!("deep-work-2026-11-{day:02}-1@weekwise");
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:202611{day:02}T090000Z\r\nDURATION:PT2H\r\nSUMMARY:Deep work\r\nEND:VEVENT\r\n"
        );
        if week < taken {
            let _ = write!(
                text,
                "BEGIN:VEVENT\r\nUID:over{week}\r\nDTSTART:202611{day:02}T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Sync\r\nORGANIZER:mailto:a@b.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@own.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\nEND:VEVENT\r\n"
            );
        }
        planned.push(Former {
            uid,
            start: format!("2026-11-{day:02}T09:00:00Z").parse().unwrap(),
            end: format!("2026-11-{day:02}T11:00:00Z").parse().unwrap(),
            sequence: 0,
            cancelled: false,
        });
    }
    text.push_str("END:VCALENDAR\r\n");
    let now = clock("2026-11-27");
    let change = SettingsChange {
        zone: Some("UTC".to_owned()),
        me: Some(vec!["me@own.example".to_owned()]),
        ..SettingsChange::default()
    };
    let source = Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: text.into_bytes(),
    };
    let mut opened = Opened::read(source, &change, &now).unwrap();
    opened.hear(Said {
        planned,
        ..opened.said().clone()
    });
    (opened, now)
}

#[test]
fn planned_blocks_that_meetings_take_three_weeks_in_a_row_are_a_signal() {
    let signal = |taken, week: &str| {
        let (opened, now) = blocks(taken);
        let view = opened.week(Some(week.parse().unwrap()), &now).unwrap();
        let mut signals = view.report.signals.into_iter();
        signals.find(|signal| signal.id == "relapse-blocks")
    };
    let found = signal(3, "2026-W47").unwrap();
    assert_eq!(
        found.text,
        "The block planned for Tuesday had a meeting over it in 3 weeks in a row"
    );
    assert_eq!(found.next_step, "Plan Tuesday’s block at another time");
    assert!(
        found.evidence.contains(&"over2".to_owned()),
        "{:?}",
        found.evidence
    );
    assert_eq!(signal(3, "2026-W46"), None, "two weeks make no pattern");
    assert_eq!(signal(3, "2026-W48"), None, "that week it was kept");
    assert_eq!(signal(2, "2026-W46"), None);
}

#[test]
fn lines_of_reviews_are_found_and_quoted_only_where_they_are_ticked() {
    let (mut opened, now) = blocks(0);
    let line = |week: &str, line: &str, quoted| SaidLine {
        week: week.parse().unwrap(),
        line: line.to_owned(),
        quoted,
    };
    opened.hear(Said {
        lines: vec![
            line("2026-W45", "Café migration is decided", false),
            line("2026-W47", "The migration of Payments went live", true),
        ],
        ..opened.said().clone()
    });
    let (from, to) = ("2026-11-01".parse().unwrap(), "2026-11-30".parse().unwrap());
    let request = EvidenceRequest {
        from,
        to,
        ticked: std::collections::BTreeSet::new(),
        names: false,
    };
    let shared = opened.evidence_to_share(&request, &now).unwrap();
    let lines: Vec<&str> = shared.lines.iter().map(|one| one.line.as_str()).collect();
    assert_eq!(lines, ["The migration of Payments went live"]);
    let selection = Selection {
        from: Some(from),
        to: Some(to),
        ..Selection::default()
    };
    let own = opened.own_evidence(&selection, &now).unwrap();
    let ticked: Vec<bool> = own.lines.iter().map(|one| one.ticked).collect();
    assert_eq!(ticked, [false, true]);
}

#[test]
fn mornings_since_the_first_plan_get_the_same_before_and_after() {
    let (opened, now) = blocks(4);
    let mornings = opened.asks(&now).unwrap().mornings.unwrap();
    assert_eq!(mornings.since, "2026-11-03".parse().unwrap());
    assert_eq!(mornings.text, "no ordinary week before it to compare with");
    let (mut none, now) = blocks(0);
    none.hear(Said {
        planned: Vec::new(),
        ..none.said().clone()
    });
    assert_eq!(none.asks(&now).unwrap().mornings, None);
}

#[test]
fn a_week_is_said_to_be_ready_once_and_not_once_it_is_reviewed() {
    let folder = TempDir::new().unwrap();
    let at = |now: &str| {
        let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
        let now = Clock::fixed(now.parse().unwrap());
        let desk = Desk::new(now, Some(folder.path().to_owned()), subscriptions);
        desk.open_library(|_| {});
        desk
    };
    let desk = at("2026-10-01T08:00:00Z");
    desk.open(calendar(1)).unwrap();
    assert_eq!(desk.remind().unwrap(), None, "off until it is switched on");
    let reminder = Some(Reminder {
        on: true,
        weekday: 1,
        hour: 9,
    });
    let change = SettingsChange {
        reminder,
        ..SettingsChange::default()
    };
    let library = desk.change_settings(&change).unwrap();
    let label = library.undo.unwrap().label;
    assert_eq!(label, "Say when a week is ready to be reviewed");
    drop(desk);

    // Monday, before and after nine o’clock in Berlin; then the program is started again.
    assert_eq!(at("2026-10-05T06:59:00Z").remind().unwrap(), None);
    let desk = at("2026-10-05T07:00:00Z");
    let said = desk.remind().unwrap().unwrap();
    assert_eq!(said.title, "Last week is ready");
    assert!(said.text.contains(" h to move"), "{}", said.text);
    assert_eq!(desk.remind().unwrap(), None, "it is said once");
    drop(desk);
    let desk = at("2026-10-06T07:00:00Z");
    assert_eq!(desk.remind().unwrap(), None, "also after a restart");
    assert!(
        desk.library()
            .unwrap()
            .undo
            .is_some_and(|undo| undo.label == label)
    );
    drop(desk);

    let desk = at("2026-10-12T07:30:00Z");
    let request = ReviewRequest {
        week: "2026-W41".parse().unwrap(),
        review: Review {
            steps: vec![ReviewStepTaken {
                step: ReviewStep::Guess,
                progress: ReviewProgress::Skipped,
            }],
            ..Review::default()
        },
        step: ReviewStep::Guess,
    };
    desk.save_review(&request).unwrap();
    assert_eq!(desk.remind().unwrap(), None, "its review was begun");
}
