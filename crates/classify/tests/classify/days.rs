//! What events do to the day: kinds of notes and absences, each said the way people say them.

use std::sync::Arc;

use chrono::{NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_classify::Classifier;
use weekwise_model::{
    BusyStatus, Calendar, CalendarId, Classified, DayCorrection, DayEffect, Event, Occurrence,
    Person, Response, Scope, Span, Status, Transparency, WallSpan,
};

use crate::calendar::{BARE, TEAM, ZONE, calendars, day, event, everything, me, span, with};

fn free(mut event: Event) -> Event {
    event.transparency = Transparency::Transparent;
    event
}

fn shown(mut event: Event, busy: BusyStatus) -> Event {
    event.busy_status = Some(busy);
    event
}

fn judged_by(classifier: &Classifier, event: Event, span: Span) -> Classified {
    let occurrence = Occurrence {
        event: Arc::new(event),
        recurrence_id: None,
        span,
    };
    classifier.judge(&occurrence).on(occurrence)
}

fn classifier_in(zone: Tz, calendars: &[Calendar], more: &[Event]) -> Classifier {
    let mut events = everything();
    events.extend(more.iter().cloned().map(Arc::new));
    Classifier::learn(&events, &me(), calendars, zone)
}

fn effect_in(zone: Tz, event: Event) -> DayEffect {
    judged_by(&classifier_in(zone, &calendars(), &[]), event, day())
        .day
        .effect
}

/// A Tuesday in winter, at an hour of the clock in Berlin.
fn at(hour: u32, minutes: i64) -> Span {
    let start = Utc.with_ymd_and_hms(2026, 11, 10, hour - 1, 0, 0).unwrap();
    Span::Timed {
        start,
        end: start + chrono::TimeDelta::minutes(minutes),
    }
}

fn all_day(event: Event) -> DayEffect {
    effect_in(ZONE, event)
}

#[test]
fn what_is_called_off_in_its_title_is_not_held() {
    let hour = |title: &str| {
        let classifier = classifier_in(ZONE, &calendars(), &[]);
        let event = with(event(title), &TEAM);
        judged_by(&classifier, event, span(60)).day
    };
    for title in [
        "Canceled: Design sync",
        "Abgesagt: Jour fixe",
        "Annulé : Point d'équipe",
        "Cancelado: Revisión",
        "Отменено: Встреча",
        "已取消：周会",
    ] {
        let judged = hour(title);
        assert_eq!(judged.effect, DayEffect::NotHeld, "{title}");
        assert!(judged.because[0].text.contains("call it off"), "{title}");
    }
    for title in [
        "Cancellation flow review",
        "Cancelled orders: weekly numbers",
        "Stornierungen: Prozess",
    ] {
        assert_eq!(hour(title).effect, DayEffect::Work, "{title}");
    }
    let classifier = classifier_in(ZONE, &calendars(), &[]);
    let mut later = free(with(event("Canceled: Design sync"), &TEAM));
    later.sequence = 2;
    let sure = judged_by(&classifier, later, span(60)).day;
    assert!(sure.confidence > hour("Canceled: Design sync").confidence);
}

#[test]
fn my_own_leave_is_off_however_it_is_shown() {
    for title in [
        "Urlaub",
        "Vacation",
        "Congés",
        "Ferie",
        "Férias",
        "Vakantie",
        "Dovolená",
        "Urlop",
        "Semester",
        "Loma",
        "OOO",
        "A/L",
        "sick",
        "krank",
        "Resturlaub",
        "Sommerurlaub",
    ] {
        assert_eq!(all_day(free(event(title))), DayEffect::Off, "free: {title}");
        assert_eq!(all_day(event(title)), DayEffect::Off, "busy: {title}");
        let away = shown(event(title), BusyStatus::OutOfOffice);
        assert_eq!(all_day(away), DayEffect::Off, "out of office: {title}");
    }
}

#[test]
fn somebody_elses_absence_takes_nothing() {
    // Ana, Priya, Tom and Mei are of these calendars; Owain, Kretzschmar and MB nobody has heard of.
    for title in [
        "Ana Urlaub",
        "Priya PTO",
        "OOO (Tom)",
        "Mei on leave",
        "Urlaub Ana",
        "Owain A/L",
        "OOO (Mara)",
        "Brückentag (Jens)",
        "Urlaub Kretzschmar",
        "ferie MB",
        "Toni vacas",
        "L4 Wojtek",
        "ola urlop",
        "Devon semester",
        "Petteri lomalla",
        "CP Inès",
        "Dario's day off",
    ] {
        assert_eq!(all_day(free(event(title))), DayEffect::Note, "{title}");
    }
    // Whoever sends it to me is away, whatever it is called.
    let mut sent = with(free(event("Out of office")), &[TEAM[0]]);
    sent.organizer = Some(Person::new(TEAM[0], None));
    assert_eq!(all_day(sent), DayEffect::Note);
}

#[test]
fn notes_do_nothing() {
    for title in [
        "Herbstferien Sachsen",
        "Fall break",
        "Half term",
        "Vacances scolaires (zone C)",
        "höstlov",
        "Homeoffice",
        "WFH",
        "TT",
        "Teletrabajo",
        "etäpäivä",
        "Anna's birthday",
        "🎂 Ben",
        "Geburtstag Minh",
        "On call",
        "Rufbereitschaft",
        "guardia",
        "Code freeze",
        "Change freeze 26.3",
        "Bahnstreik",
        "Halloween",
        "Muttertag",
        "Bin day",
    ] {
        assert_eq!(all_day(free(event(title))), DayEffect::Note, "{title}");
    }
}

#[test]
fn a_holiday_counts_where_it_is_one() {
    let holidays = [
        (
            "Tag der Deutschen Einheit",
            Tz::Europe__Berlin,
            Tz::America__New_York,
        ),
        ("Labor Day", Tz::America__Chicago, Tz::Europe__Warsaw),
        ("Gandhi Jayanti", Tz::Asia__Kolkata, Tz::Europe__Stockholm),
        ("Fiesta Nacional", Tz::Europe__Madrid, Tz::Europe__London),
        ("Thanksgiving", Tz::America__New_York, Tz::Europe__Paris),
    ];
    for (title, here, elsewhere) in holidays {
        assert_eq!(
            effect_in(here, free(event(title))),
            DayEffect::Off,
            "{title}"
        );
        assert_eq!(
            effect_in(elsewhere, free(event(title))),
            DayEffect::Note,
            "{title} elsewhere"
        );
    }
    let only_there = free(event("festivo BCN (Diada)"));
    assert_eq!(effect_in(Tz::Europe__Madrid, only_there), DayEffect::Note);
    let mut observed = free(event("Columbus Day"));
    observed.description = "Observance\nTo hide observances, go to Settings".to_owned();
    assert_eq!(effect_in(Tz::America__New_York, observed), DayEffect::Note);
}

#[test]
fn a_feed_says_whose_days_these_are() {
    let of = |name: &str, title: &str| {
        let mut calendars = calendars();
        calendars[1].name = name.to_owned();
        let mut note = free(event(title));
        note.calendar = BARE;
        let classifier = classifier_in(ZONE, &calendars, &[]);
        judged_by(&classifier, note, day()).day.effect
    };
    assert_eq!(
        of("Feiertage in Deutschland", "Reformationstag"),
        DayEffect::Off
    );
    assert_eq!(of("Feiertage Sachsen", "Buß- und Bettag"), DayEffect::Off);
    assert_eq!(
        of("Holidays in Sweden", "Alla helgons dag"),
        DayEffect::Note
    );
    assert_eq!(of("Who's out", "Vacation"), DayEffect::Note);
    assert_eq!(of("tom.berg@acme.example", "Vacation"), DayEffect::Note);
}

#[test]
fn ten_countries_in_one_feed_leave_only_our_own() {
    let holidays = [
        "Labor Day (US)",
        "Canada Day",
        "Fiesta Nacional",
        "Gandhi Jayanti",
        "Midsommarafton",
        "Koningsdag",
        "Ferragosto",
        "Independência do Brasil",
        "Anzac Day",
        "Tag der Deutschen Einheit",
    ];
    let feed: Vec<Event> = holidays
        .into_iter()
        .map(|title| {
            let mut holiday = free(event(title));
            holiday.calendar = BARE;
            let at = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
            holiday.first = WallSpan::AllDay {
                start: at,
                end: at.succ_opt().unwrap(),
            };
            holiday
        })
        .collect();
    let classifier = classifier_in(ZONE, &calendars(), &feed);
    for holiday in feed {
        let title = holiday.summary.clone();
        let wanted = if title == "Tag der Deutschen Einheit" {
            DayEffect::Off
        } else {
            DayEffect::Note
        };
        assert_eq!(
            judged_by(&classifier, holiday, day()).day.effect,
            wanted,
            "{title}"
        );
    }
}

#[test]
fn whole_days_of_work_are_work_where_they_are_shown_as_busy() {
    for title in [
        "Strategy offsite",
        "KubeCon",
        "Klausur Abteilung 3",
        "Dienstreise Budapest",
        "Workshop vor Ort",
    ] {
        assert_eq!(
            all_day(with(event(title), &TEAM)),
            DayEffect::Work,
            "{title}"
        );
        assert_ne!(all_day(free(event(title))), DayEffect::Off, "{title}");
    }
    let train = shown(event("Train to Belfast"), BusyStatus::OutOfOffice);
    assert_ne!(all_day(train), DayEffect::Off);
}

#[test]
fn breaks_take_their_minutes_and_reminders_do_not() {
    let classifier = classifier_in(ZONE, &calendars(), &[]);
    let effect = |event: Event, span: Span| judged_by(&classifier, event, span).day.effect;
    for title in ["Lunch", "Mittag", "Pause déj", "COMIDA", "oběd", "lounas"] {
        assert_eq!(
            effect(free(event(title)), at(12, 60)),
            DayEffect::Break,
            "{title}, free"
        );
        assert_eq!(
            effect(event(title), at(12, 60)),
            DayEffect::Break,
            "{title}, busy"
        );
    }
    for title in ["Dentist", "Zahnarzt", "School run", "Kita", "zubař", "MOT"] {
        assert_eq!(effect(event(title), at(9, 60)), DayEffect::Break, "{title}");
    }
    assert_eq!(
        effect(event("Half day, leaving at 13:00"), at(13, 240)),
        DayEffect::Off
    );
    assert_eq!(
        effect(free(event("AC guy between 8 and noon")), at(9, 180)),
        DayEffect::Note
    );
    assert_eq!(
        effect(event("Mails nach Urlaub"), at(9, 30)),
        DayEffect::Work
    );
    assert_eq!(
        effect(with(event("Team lunch"), &TEAM), at(12, 60)),
        DayEffect::Work
    );
}

#[test]
fn a_meal_at_noon_is_a_break_where_nobody_is_named_and_nothing_else_is_said() {
    let classifier = classifier_in(ZONE, &calendars(), &[]);
    let effect = |event: Event, span: Span| judged_by(&classifier, event, span).day.effect;
    let hidden = |title: &str, hour: u32| {
        let mut meal = event(title);
        meal.calendar = BARE;
        effect(meal, at(hour, 45))
    };
    for title in ["dîner", "Lunch", "comida"] {
        assert_eq!(hidden(title, 12), DayEffect::Break, "{title}");
    }
    assert_eq!(hidden("dîner équipe", 12), DayEffect::Work);
    let mut with_link = event("dîner");
    with_link.calendar = BARE;
    with_link.conference = Some("https://meet.example/1".to_owned());
    assert_eq!(effect(with_link, at(12, 45)), DayEffect::Work);
}

#[test]
fn what_is_called_off_or_declined_is_not_held() {
    let mut cancelled = event("Urlaub");
    cancelled.status = Status::Cancelled;
    assert_eq!(all_day(cancelled), DayEffect::NotHeld);
    let mut declined = with(event("Offsite"), &TEAM);
    declined.attendees[0].response = Response::Declined;
    assert_eq!(all_day(declined), DayEffect::NotHeld);
}

#[test]
fn meetings_held_speak_against_a_day_off() {
    let classifier = classifier_in(ZONE, &calendars(), &[]);
    let leave = judged_by(&classifier, free(event("Urlaub")), day());
    assert_eq!(leave.day.effect, DayEffect::Off);
    let meeting = |number: i64| {
        let mut held = with(event(&format!("Vendor call {number}")), &TEAM);
        held.uid = format!("held {number}");
        judged_by(&classifier, held, span(30))
    };
    let mut all = vec![leave, meeting(1), meeting(2), meeting(3)];
    all.sort_by_key(|c| c.occurrence.span.instants(ZONE).0);
    let places = 0..all.len();
    classifier.settle(&mut all, places);
    let doubted = all.iter().find(|c| c.occurrence.span.is_all_day()).unwrap();
    assert_eq!(doubted.day.effect, DayEffect::Note, "the day is not lost");
    let second = doubted.day.runner_up.as_ref().unwrap();
    assert_eq!(
        second.effect,
        DayEffect::Off,
        "and there is something to ask"
    );
}

#[test]
fn a_correction_decides_and_says_what_it_would_be() {
    let plain = classifier_in(ZONE, &calendars(), &[]);
    let note = free(event("OOO (Mara)"));
    let occurrence = Occurrence {
        event: Arc::new(note.clone()),
        recurrence_id: None,
        span: day(),
    };
    for scope in [Scope::Occurrence, Scope::Series, Scope::Alike] {
        let correction = DayCorrection {
            scope,
            key: plain.correction_key(scope, &occurrence),
            effect: DayEffect::Off,
            made_at: Utc.with_ymd_and_hms(2026, 11, 1, 0, 0, 0).unwrap(),
        };
        let corrected = plain.clone().with_days(&[correction]);
        let day_of = judged_by(&corrected, note.clone(), day()).day;
        assert_eq!(day_of.effect, DayEffect::Off, "{scope:?}");
        assert!(day_of.decided_by.is_some());
        assert_eq!(day_of.runner_up.as_ref().unwrap().effect, DayEffect::Note);
        // Taken back, it is what the evidence says.
        let back = corrected.with_days(&[]);
        assert_eq!(
            judged_by(&back, note.clone(), day()).day.effect,
            DayEffect::Note
        );
    }
}

#[test]
fn what_would_change_it_is_tried_out() {
    let classifier = classifier_in(ZONE, &calendars(), &[]);
    let leave = judged_by(&classifier, free(event("Urlaub")), day());
    let told = classifier.day_would_change(&leave.occurrence, &leave.day);
    assert!(
        told.iter().any(|t| t.contains("colleague's name")),
        "{told:?}"
    );
    let work = judged_by(&classifier, with(event("Design review"), &TEAM), span(60));
    assert!(
        classifier
            .day_would_change(&work.occurrence, &work.day)
            .is_empty()
    );
    assert_eq!(work.occurrence.event.calendar, CalendarId(0));
}
