//! What the user chooses is remembered, can be undone, and is applied.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{
    Clock, EngineError, Opened, PeriodChoice, Progress, SettingsChange, Source, StoredLibrary,
};
use weekwise_model::{
    Category, CorrectionRequest, DaysOff, Display, FirstDay, Kind, KindMapping, Profile, Scope,
    Stay,
};

/// A Thursday.
fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// A library with a bug triage on Tuesday, a design review on Wednesday, and something on Sunday.
fn library(folder: &Path) -> StoredLibrary {
    let mut library = StoredLibrary::open(folder, &clock()).unwrap();
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n".to_owned();
    for (uid, start, title) in [
        ("triage", "20261110T090000Z", "Bug triage"),
        ("design", "20261111T090000Z", "Design review: storage"),
        ("sunday", "20261108T090000Z", "Design review: on a Sunday"),
    ] {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:{start}\r\nDURATION:PT2H\r\nSUMMARY:{title}\r\nORGANIZER:mailto:me@example.org\r\nATTENDEE:mailto:me@example.org\r\nATTENDEE:mailto:a@example.org\r\nATTENDEE:mailto:b@example.org\r\nATTENDEE:mailto:c@example.org\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    let source = Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: text.into_bytes(),
    };
    library
        .import(source, &clock(), &Progress::default())
        .unwrap();
    let mine = SettingsChange {
        me: Some(vec!["me@example.org".to_owned()]),
        zone: Some("UTC".to_owned()),
        ..SettingsChange::default()
    };
    library.choose(&mine, &clock()).unwrap();
    library
}

fn read(library: &StoredLibrary) -> Opened {
    library.read(&SettingsChange::default()).unwrap()
}

fn minutes(opened: &Opened, category: Category) -> i64 {
    let report = opened.report(&PeriodChoice::Default, &clock()).unwrap();
    let mut shares = report.week_mix.categories.iter();
    shares.find(|s| s.category == category).unwrap().minutes
}

fn triage_is_other_work() -> SettingsChange {
    let mut kinds = KindMapping::default();
    kinds.set(Kind::Triage, Category::OtherWork);
    SettingsChange {
        kinds: Some(kinds),
        ..SettingsChange::default()
    }
}

#[test]
fn a_kind_put_elsewhere_takes_its_time_along_and_undo_brings_it_back() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let opened = read(&library);
    assert_eq!(
        [Category::Review, Category::OtherWork].map(|c| minutes(&opened, c)),
        [240, 0]
    );
    library.choose(&triage_is_other_work(), &clock()).unwrap();
    let opened = read(&library);
    assert_eq!(
        [Category::Review, Category::OtherWork].map(|c| minutes(&opened, c)),
        [120, 120]
    );
    let view = opened.week(None, &clock()).unwrap();
    let triage = view.events.iter().find(|e| e.row.uid == "triage").unwrap();
    assert_eq!(triage.row.kind, Kind::Triage);
    assert_eq!(
        triage.classification.because[0].text,
        "you count “Triage” as Other work"
    );
    assert!(
        triage
            .classification
            .runner_up
            .as_ref()
            .is_none_or(|next| next.category != Category::OtherWork)
    );
    assert_eq!(
        library.undo().unwrap().as_deref(),
        Some("Count Triage as Other work")
    );
    assert_eq!(minutes(&read(&library), Category::Review), 240);
}

#[test]
fn what_is_open_hears_of_it_without_being_read_again() {
    let folder = TempDir::new().unwrap();
    let mut opened = read(&library(folder.path()));
    opened.change_settings(&triage_is_other_work()).unwrap();
    assert_eq!(minutes(&opened, Category::OtherWork), 120);
    let usual = SettingsChange {
        kinds: Some(KindMapping::default()),
        ..SettingsChange::default()
    };
    opened.change_settings(&usual).unwrap();
    assert_eq!(minutes(&opened, Category::OtherWork), 0);
}

#[test]
fn a_correction_to_a_kind_goes_along_with_the_kind_and_one_to_a_category_stays() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    library.choose(&triage_is_other_work(), &clock()).unwrap();
    let opened = read(&library);
    let request = |uid: &str, kind| CorrectionRequest {
        uid: uid.to_owned(),
        recurrence_id: None,
        scope: Scope::Series,
        category: Some(Category::OtherWork),
        kind,
    };
    let (_, correction) = opened
        .correction(&request("design", Some(Kind::Triage)), &clock())
        .unwrap();
    library
        .correct(&correction.unwrap(), "Design review: storage", &clock())
        .unwrap();
    assert_eq!(
        minutes(&read(&library), Category::OtherWork),
        240,
        "both are triage, which is other work"
    );
    let usual = SettingsChange {
        kinds: Some(KindMapping::default()),
        ..SettingsChange::default()
    };
    library.choose(&usual, &clock()).unwrap();
    assert_eq!(minutes(&read(&library), Category::Review), 240);
    let (_, correction) = read(&library)
        .correction(&request("design", None), &clock())
        .unwrap();
    library
        .correct(&correction.unwrap(), "Design review: storage", &clock())
        .unwrap();
    assert_eq!(minutes(&read(&library), Category::OtherWork), 120);
}

#[test]
fn a_profile_of_ones_own_is_chosen_edited_and_removed() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let mut mine = Profile {
        id: String::new(),
        name: "Half time".to_owned(),
        about: "Three days a week.".to_owned(),
        ..Profile::default()
    };
    library.save_profile(mine.clone(), &clock()).unwrap();
    let choice = SettingsChange {
        profile: Some("half time".to_owned()),
        ..SettingsChange::default()
    };
    library.choose(&choice, &clock()).unwrap();
    let opened = read(&library);
    assert_eq!(opened.settings().profile.id, "half-time");
    assert_eq!(
        opened.library(&clock()).profiles.last().unwrap().name,
        "Half time"
    );

    "half-time".clone_into(&mut mine.id);
    "Part time".clone_into(&mut mine.name);
    mine.bands[0].low = 0.1;
    library.save_profile(mine.clone(), &clock()).unwrap();
    let mut opened = read(&library);
    let profile = &opened.settings().profile;
    assert_eq!(
        (profile.name.as_str(), profile.bands[0].low),
        ("Part time", 0.1)
    );

    mine.bands[0].low = 0.9;
    assert!(matches!(
        library.save_profile(mine, &clock()),
        Err(EngineError::Profile(_))
    ));

    library.remove_profile("half-time", &clock()).unwrap();
    opened.hear(library.said().unwrap());
    assert_eq!(opened.settings().profile.id, "staff-plus");
    assert_eq!(read(&library).settings().profile.id, "staff-plus");
    library.undo().unwrap();
    assert_eq!(read(&library).settings().profile.name, "Part time");
    assert!(library.remove_profile("staff-plus", &clock()).is_err());
}

#[test]
fn days_off_have_no_capacity_and_are_one_step_back() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let hours = |library: &StoredLibrary| {
        let report = read(library).report(&PeriodChoice::Default, &clock());
        report.unwrap().metrics.capacity_hours
    };
    assert!((hours(&library) - 40.0).abs() < 1e-9);
    let change = DaysOff {
        days: ["2026-11-12", "2026-11-13"]
            .map(|day| day.parse().unwrap())
            .to_vec(),
        off: true,
    };
    library.set_days_off(&change, &clock()).unwrap();
    assert!((hours(&library) - 24.0).abs() < 1e-9);
    let view = read(&library).week(None, &clock()).unwrap();
    let off: Vec<bool> = view.days.iter().map(|day| day.day_off).collect();
    assert_eq!(off, [false, false, false, true, true, false, false]);
    let thursday = DaysOff {
        days: change.days[..1].to_vec(),
        off: false,
    };
    library.set_days_off(&thursday, &clock()).unwrap();
    assert!((hours(&library) - 32.0).abs() < 1e-9);
    assert_eq!(
        library.undo().unwrap().as_deref(),
        Some("12 Nov 2026 is a working day")
    );
    assert_eq!(library.undo().unwrap().as_deref(), Some("2 days off"));
    assert!((hours(&library) - 40.0).abs() < 1e-9);
}

#[test]
fn a_stay_moves_the_working_hours_and_is_one_step_back() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let after_hours = |library: &StoredLibrary| {
        let report = read(library).report(&PeriodChoice::Default, &clock());
        report.unwrap().metrics.after_hours
    };
    assert!(after_hours(&library).abs() < 1e-9);
    // Nine to five in Los Angeles is 17:00 to 01:00 in UTC: two meetings of two hours in the morning lie outside.
    let west: Stay = "2026-11-09..2026-11-13=America/Los_Angeles"
        .parse()
        .unwrap();
    library.add_stay(&west, &clock()).unwrap();
    assert!((after_hours(&library) - 4.0).abs() < 1e-9);
    let view = read(&library).week(None, &clock()).unwrap();
    assert_eq!(view.days[4].stay.as_ref(), Some(&west));
    assert_eq!(view.days[5].stay, None);
    let tokyo = |days: &str| format!("{days}=Asia/Tokyo").parse::<Stay>().unwrap();
    let refused = library.add_stay(&tokyo("2026-11-13..2026-11-16"), &clock());
    let refused = refused.unwrap_err();
    assert_eq!(refused.code(), "bad_settings");
    assert!(
        refused
            .to_string()
            .starts_with("you are in America/Los_Angeles")
    );
    let later = tokyo("2026-11-30..2026-12-02");
    library.add_stay(&later, &clock()).unwrap();
    assert_eq!(library.said().unwrap().marks.stays, [west.clone(), later]);
    library.remove_stay(west.first, &clock()).unwrap();
    assert!(after_hours(&library).abs() < 1e-9);
    for label in [
        "Not working from America/Los_Angeles, 9–13 November 2026",
        "Working from Asia/Tokyo, 30 November – 2 December 2026",
        "Working from America/Los_Angeles, 9–13 November 2026",
    ] {
        assert_eq!(library.undo().unwrap().as_deref(), Some(label));
    }
    assert!(library.said().unwrap().marks.stays.is_empty());
    // Stays of one question take the place of those kept, and are not kept themselves.
    let here = SettingsChange {
        stays: Some(vec![west]),
        ..SettingsChange::default()
    };
    let once = library.read(&here).unwrap();
    assert_eq!(once.settings().marks.stays.len(), 1);
    assert!(read(&library).settings().marks.stays.is_empty());
}

#[test]
fn a_week_begins_with_the_day_the_user_says_everywhere() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    assert_eq!(minutes(&read(&library), Category::Review), 240);
    let sundays = SettingsChange {
        display: Some(Display {
            first_day: FirstDay::Sunday,
            ..Display::default()
        }),
        ..SettingsChange::default()
    };
    library.choose(&sundays, &clock()).unwrap();
    let opened = read(&library);
    let view = opened.week(None, &clock()).unwrap();
    assert_eq!(view.week.to_string(), "2026-W46");
    assert_eq!(view.from.to_string(), "2026-11-08");
    assert_eq!(view.days[0].day.to_string(), "2026-11-08");
    assert_eq!(
        minutes(&opened, Category::Review),
        360,
        "with the Sunday before"
    );
    let trends = opened
        .trends(
            &weekwise_model::Selection::default(),
            weekwise_model::Grain::Week,
            None,
            &clock(),
        )
        .unwrap();
    let last = trends.periods.last().unwrap();
    assert_eq!((last.id.as_str(), last.from), ("2026-W46", view.from));
    assert_eq!(
        last.mix, view.report.week_mix,
        "both screens show the same seven days"
    );
}

#[test]
fn days_may_have_their_own_hours_and_the_focus_length_its_bounds() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let change = SettingsChange {
        hours: Some("Mon-Wed 09:00-12:00,13:00-17:00; Thu 08:00-12:00; Fri off".to_owned()),
        focus_minutes: Some(240),
        ..SettingsChange::default()
    };
    library.choose(&change, &clock()).unwrap();
    let report = read(&library)
        .report(&PeriodChoice::Default, &clock())
        .unwrap();
    assert!((report.metrics.capacity_hours - 25.0).abs() < 1e-9);
    // Monday and Wednesday have four free hours at a stretch in the afternoon and Thursday in the morning; Tuesday too.
    assert!((report.metrics.focus_time - 16.0).abs() < 1e-9);
    let short = SettingsChange {
        focus_minutes: Some(30),
        ..SettingsChange::default()
    };
    assert!(matches!(
        library.choose(&short, &clock()),
        Err(EngineError::FocusLength(30))
    ));
}

#[test]
fn hiding_titles_outlives_the_window_and_undo_does_not_show_them() {
    let folder = TempDir::new().unwrap();
    {
        let mut library = library(folder.path());
        library.hide_titles(true).unwrap();
        library.undo().unwrap();
        library.undo().unwrap();
    }
    let library = StoredLibrary::open(folder.path(), &clock()).unwrap();
    assert!(library.hides_titles().unwrap());
}
