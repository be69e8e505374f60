//! What counts (product.md section 5).

use weekwise_analyze::{Analysis, counting, counting_of_all};
use weekwise_model::{
    BusyStatus, Category, Classified, Counting, DayEffect, Kind, NotCounted, Response, Settings,
    Status,
};

use crate::support::{Build, all_day, analysis, block, focus, meeting, settings, week};

fn sync() -> Build {
    meeting("sync", Category::CrossTeam, "2026-11-10 10:00")
}

fn reason(build: Build) -> Option<NotCounted> {
    match counting(&build.build(), &settings()) {
        Counting::Counted { .. } => None,
        Counting::NotCounted(reason) => Some(reason),
    }
}

fn is_tentative(build: Build) -> bool {
    counting(&build.build(), &settings()) == Counting::Counted { tentative: true }
}

#[test]
fn cancelled_declined_and_free_do_not_count() {
    assert_eq!(reason(sync()), None);
    assert_eq!(
        reason(sync().status(Status::Cancelled)),
        Some(NotCounted::Cancelled)
    );
    assert_eq!(
        reason(sync().response(Response::Declined)),
        Some(NotCounted::Declined)
    );
    assert_eq!(reason(sync().transparent()), Some(NotCounted::Free));
    assert_eq!(
        reason(sync().busy(BusyStatus::Free)),
        Some(NotCounted::Free)
    );
    assert_eq!(
        reason(sync().busy(BusyStatus::WorkingElsewhere)),
        Some(NotCounted::Free)
    );
}

#[test]
fn a_meeting_others_declined_counts() {
    let alone = sync().attendees(&[Response::Declined, Response::Declined]);
    assert_eq!(reason(alone), None);
}

#[test]
fn twelve_hours_are_a_state_and_less_are_not() {
    assert_eq!(reason(sync().minutes(12 * 60 - 1)), None);
    assert_eq!(
        reason(sync().minutes(12 * 60)),
        Some(NotCounted::TwelveHoursOrLonger)
    );
    assert_eq!(reason(sync().minutes(0)), Some(NotCounted::NoLength));
    let offsite = all_day("offsite", Kind::Training, "2026-11-10", "2026-11-11");
    assert_eq!(reason(offsite), Some(NotCounted::AllDay));
}

#[test]
fn personal_time_shrinks_the_capacity_instead() {
    let dentist = block("dentist", Category::Personal, "2026-11-10 10:00");
    assert_eq!(reason(dentist.clone()), Some(NotCounted::Personal));
    let analysis = analysis(&[dentist.build()]);
    assert_eq!(analysis.week_mix().denominator_minutes, 39 * 60);
    assert!((analysis.metrics().capacity_hours - 39.0).abs() < 1e-9);
}

#[test]
fn a_short_errand_that_comes_back_is_made_up_for() {
    let weekly = |minutes: i64, kind: Kind| {
        let errand = block("school run", Category::Personal, "2026-11-10 15:00");
        let errand = errand.kind(kind).minutes(minutes);
        let errand = errand.repeats("FREQ=WEEKLY", "2026-11-03 15:00");
        let analysis = analysis(&[errand.build()]);
        let metrics = analysis.metrics();
        (metrics.capacity_hours, metrics.focus_time)
    };
    assert_eq!(weekly(45, Kind::Private), (40.0, 40.0 - 0.75 - 1.25));
    // Longer, or lunch, it makes the day shorter.
    assert_eq!(weekly(60, Kind::Private), (39.0, 40.0 - 1.0 - 1.0));
    assert_eq!(weekly(30, Kind::LunchBreak), (39.5, 40.0 - 0.5 - 1.5));
}

#[test]
fn personal_time_shown_as_free_shrinks_nothing() {
    let gym = block("gym", Category::Personal, "2026-11-10 10:00").transparent();
    assert_eq!(
        analysis(&[gym.build()]).week_mix().denominator_minutes,
        40 * 60
    );
}

#[test]
fn time_off_takes_its_hours_away() {
    let capacity = |build: Build| analysis(&[build.build()]).metrics().capacity_hours;
    let leave = all_day("leave", Kind::TimeOff, "2026-11-10", "2026-11-12");
    assert!((capacity(leave) - 24.0).abs() < 1e-9);
    // Holiday calendars show their days as free.
    let holiday = all_day("holiday", Kind::PublicHoliday, "2026-11-11", "2026-11-12").transparent();
    assert!((capacity(holiday) - 32.0).abs() < 1e-9);
    let away = meeting("away", Category::OtherWork, "2026-11-10 00:00")
        .minutes(24 * 60)
        .busy(BusyStatus::OutOfOffice);
    assert!((capacity(away) - 32.0).abs() < 1e-9);
    let birthday = all_day("birthday", Kind::Private, "2026-11-11", "2026-11-12");
    assert!((capacity(birthday) - 40.0).abs() < 1e-9);
    let withdrawn = all_day("leave", Kind::TimeOff, "2026-11-10", "2026-11-12");
    assert!((capacity(withdrawn.status(Status::Cancelled)) - 40.0).abs() < 1e-9);
}

#[test]
fn tentative_and_unanswered_count_and_are_marked() {
    assert!(!is_tentative(sync()));
    assert!(is_tentative(sync().response(Response::NeedsAction)));
    assert!(is_tentative(sync().response(Response::Tentative)));
    assert!(is_tentative(sync().status(Status::Tentative)));
    assert!(is_tentative(sync().busy(BusyStatus::Tentative)));
}

#[test]
fn an_answer_that_is_not_in_the_file_is_a_promise_unless_it_is_shown_as_tentative() {
    let unknown = || sync().response(Response::Unknown);
    assert!(!is_tentative(unknown()));
    assert!(!is_tentative(unknown().busy(BusyStatus::Busy)));
    assert!(is_tentative(unknown().busy(BusyStatus::Tentative)));
    assert!(is_tentative(unknown().status(Status::Tentative)));
}

#[test]
fn tentative_and_unanswered_can_be_switched_off() {
    let settings = Settings {
        count_tentative: false,
        ..settings()
    };
    let unanswered = sync().response(Response::NeedsAction).build();
    assert_eq!(
        counting(&unanswered, &settings),
        Counting::NotCounted(NotCounted::Tentative)
    );
    assert_eq!(
        counting(&sync().build(), &settings),
        Counting::Counted { tentative: false }
    );
}

fn duplicates(all: &[Classified]) -> Vec<bool> {
    counting_of_all(all, &settings())
        .into_iter()
        .map(|counting| counting == Counting::NotCounted(NotCounted::Duplicate))
        .collect()
}

#[test]
fn the_same_meeting_in_two_calendars_counts_once() {
    let copy = sync().calendar(1).title("Sync (copy)");
    assert_eq!(duplicates(&[sync().build(), copy.build()]), [false, true]);
}

#[test]
fn the_copy_with_the_stronger_claim_counts() {
    let unanswered = sync().calendar(1).response(Response::NeedsAction);
    assert_eq!(
        duplicates(&[unanswered.build(), sync().build()]),
        [true, false]
    );
}

#[test]
fn the_same_title_at_the_same_time_in_two_calendars_counts_once() {
    let other = meeting("other uid", Category::CrossTeam, "2026-11-10 10:00").calendar(1);
    let (one, other) = (sync().title("Platform  sync"), other.title("platform sync"));
    assert_eq!(
        duplicates(&[one.clone().build(), other.clone().build()]),
        [false, true]
    );
    let later = other.minutes(30);
    assert_eq!(duplicates(&[one.build(), later.build()]), [false, false]);
}

#[test]
fn within_one_calendar_nothing_is_a_duplicate() {
    assert_eq!(
        duplicates(&[sync().build(), sync().build()]),
        [false, false]
    );
}

#[test]
fn instances_written_one_by_one_are_told_apart_by_time() {
    let instances = |calendar| {
        let first = sync().calendar(calendar);
        [first.clone().build(), first.days_later(1).build()]
    };
    let all = [instances(0), instances(1)].concat();
    assert_eq!(duplicates(&all), [false, false, true, true]);
}

#[test]
fn a_meeting_eats_the_focus_block_under_it() {
    let analysis = analysis(&[
        focus("focus", "2026-11-10 10:00").minutes(120).build(),
        sync().build(),
    ]);
    assert_eq!(analysis.share_of(0).minutes, 60);
    assert_eq!(analysis.share_of(1).minutes, 60);
    assert!(analysis.share_of(0).conflict && analysis.share_of(1).conflict);
}

#[test]
fn an_accepted_meeting_takes_the_minute_from_an_unanswered_one() {
    let unanswered =
        meeting("maybe", Category::Review, "2026-11-10 10:30").response(Response::NeedsAction);
    let analysis = analysis(&[sync().build(), unanswered.build()]);
    assert_eq!(
        (analysis.share_of(0).minutes, analysis.share_of(1).minutes),
        (60, 30)
    );
    assert!(
        (analysis.metrics().conflicts.hours - 0.5).abs() < 1e-9,
        "the overlapping part only"
    );
}

#[test]
fn equals_share_and_no_minute_is_lost() {
    let at = |uid: &str| meeting(uid, Category::Review, "2026-11-10 10:00").minutes(31);
    let analysis = analysis(&[at("a").build(), at("b").build(), at("c").build()]);
    let given: Vec<i64> = (0..3).map(|i| analysis.share_of(i).minutes).collect();
    assert_eq!(given, [11, 10, 10]);
}

#[test]
fn the_remainder_goes_to_whoever_got_less_before() {
    // Two pieces of 15 min that a shares with b: each gets 8 once.
    let a = meeting("a", Category::Review, "2026-11-10 10:00");
    let b = meeting("b", Category::Strategy, "2026-11-10 10:00").minutes(15);
    let c = meeting("c", Category::Strategy, "2026-11-10 10:30").minutes(15);
    let analysis = analysis(&[a.build(), b.build(), c.build()]);
    let given: Vec<i64> = (0..3).map(|i| analysis.share_of(i).minutes).collect();
    assert_eq!(given.iter().sum::<i64>(), 60);
    assert_eq!(given[0], 45, "half of 30 min and the other 30");
}

#[test]
fn whole_days_of_work_take_what_nothing_else_claims() {
    let offsite =
        all_day("offsite", Kind::Strategy, "2026-11-10", "2026-11-12").effect(DayEffect::Work);
    let call = meeting("call", Category::CrossTeam, "2026-11-10 10:00");
    let dinner = meeting("dinner", Category::OtherWork, "2026-11-10 19:00");
    let events = [offsite.build(), call.build(), dinner.build()];
    let both = analysis(&events);
    let minutes = |analysis: &Analysis, category| analysis.week_mix().of(category).unwrap().minutes;
    assert_eq!(
        minutes(&both, Category::Strategy),
        2 * 8 * 60 - 60,
        "the hours of two days, less the call"
    );
    assert_eq!(minutes(&both, Category::CrossTeam), 60);
    assert_eq!(both.share_of(0).minutes, 15 * 60);
    assert!(
        !both.share_of(1).conflict,
        "a call at an offsite is no conflict"
    );
    let is = |hours: f64, wanted: f64| (hours - wanted).abs() < 1e-9;
    assert!(is(both.metrics().conflicts.hours, 0.0));
    assert!(
        is(both.metrics().meeting_hours, 1.0),
        "nor is the offsite a meeting of two days"
    );
    assert!(is(both.metrics().after_hours, 1.0), "only the dinner");
    assert!(is(both.metrics().capacity_hours, 40.0));
    // The other three days are free, these two are not.
    assert!(is(both.metrics().focus_time, 24.0));
    let off = Settings {
        count_all_day_work: false,
        ..settings()
    };
    let without = Analysis::of(&events, week(), &off).unwrap();
    assert_eq!(minutes(&without, Category::Strategy), 0);
    assert_eq!(
        without.share_of(0).counting,
        Counting::NotCounted(NotCounted::AllDay)
    );
}

#[test]
fn an_own_lunch_takes_its_time_although_it_is_shown_as_free() {
    let lunch = block("lunch", Category::Personal, "2026-11-10 12:00")
        .transparent()
        .effect(DayEffect::Break);
    let notes =
        all_day("their leave", Kind::TimeOff, "2026-11-09", "2026-11-14").effect(DayEffect::Note);
    let with = analysis(&[lunch.build(), notes.build()]);
    assert!(
        (with.metrics().capacity_hours - 39.0).abs() < 1e-9,
        "one lunch, and nobody else's leave"
    );
    let tuesday = &with.days()[1];
    assert!(
        tuesday
            .gaps
            .iter()
            .all(|gap| gap.end.as_str() <= "2026-11-10T12:00:00"
                || gap.start.as_str() >= "2026-11-10T13:00:00")
    );
}
