//! The two mixes.

use weekwise_analyze::Analysis;
use weekwise_model::{BandStatus, Category, Classified, Mix, Settings};

use crate::support::{analysis, block, focus, meeting, settings, week};

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

fn open_focus(mix: &Mix) -> i64 {
    mix.of(Category::DeepWork).unwrap().open_focus_minutes
}

/// Meetings that fill the week but for the given hours of one day.
fn full_but(day: u32, hours: &[u32]) -> Vec<Classified> {
    let slots = (9..14).flat_map(|d| (9..17).map(move |h| (d, h)));
    slots
        .filter(|(d, h)| *d != day || !hours.contains(h))
        .map(|(d, h)| {
            let start = format!("2026-11-{d:02} {h:02}:00");
            meeting(&format!("m{d}-{h}"), Category::CrossTeam, &start).build()
        })
        .collect()
}

#[test]
fn free_time_of_the_focus_length_is_open_focus_and_less_is_fragments() {
    let two_hours = analysis(&full_but(10, &[10, 11]));
    assert_eq!(
        (
            open_focus(two_hours.week_mix()),
            two_hours.week_mix().fragment_minutes
        ),
        (120, 0)
    );
    let one_hour = analysis(&full_but(10, &[10]));
    assert_eq!(
        (
            open_focus(one_hour.week_mix()),
            one_hour.week_mix().fragment_minutes
        ),
        (0, 60)
    );
}

#[test]
fn an_own_focus_block_and_the_gap_beside_it_join() {
    let mut events = full_but(10, &[10, 11]);
    events.push(focus("focus", "2026-11-10 10:00").build());
    let analysis = analysis(&events);
    let deep = analysis.week_mix().of(Category::DeepWork).unwrap();
    assert_eq!((deep.minutes, deep.open_focus_minutes), (60, 60));
    close(analysis.metrics().focus_time, 2.0);
}

#[test]
fn a_block_of_other_work_does_not_join() {
    let mut events = full_but(10, &[10, 11]);
    events.push(block("mail", Category::OtherWork, "2026-11-10 10:00").build());
    assert_eq!(open_focus(analysis(&events).week_mix()), 0);
}

#[test]
fn the_focus_length_is_a_setting() {
    let settings = Settings {
        focus_minutes: 60,
        ..settings()
    };
    let analysis = Analysis::of(&full_but(10, &[10]), week(), &settings).unwrap();
    assert_eq!(open_focus(analysis.week_mix()), 60);
}

#[test]
fn counted_work_after_hours_makes_the_week_longer() {
    let late = meeting("late", Category::Strategy, "2026-11-13 16:00").minutes(120);
    let analysis = analysis(&[late.build()]);
    assert_eq!(analysis.week_mix().denominator_minutes, 41 * 60);
    close(analysis.metrics().after_hours, 1.0);
    close(
        analysis.week_mix().of(Category::Strategy).unwrap().share,
        2.0 / 41.0,
    );
}

#[test]
fn the_booked_mix_has_no_gaps() {
    let events = [
        focus("focus", "2026-11-10 09:00").build(),
        meeting("sync", Category::CrossTeam, "2026-11-10 10:00")
            .minutes(180)
            .build(),
    ];
    let analysis = analysis(&events);
    let mix = analysis.booked_mix();
    assert_eq!(
        (
            mix.denominator_minutes,
            mix.fragment_minutes,
            open_focus(mix)
        ),
        (240, 0, 0)
    );
    close(mix.of(Category::CrossTeam).unwrap().share, 0.75);
}

#[test]
fn lunch_is_no_working_time_and_ends_a_stretch() {
    let mut settings = settings();
    settings.hours = "09:00-10:30,11:30-17:00".parse().unwrap();
    let analysis = Analysis::of(&[], week(), &settings).unwrap();
    assert_eq!(analysis.week_mix().denominator_minutes, 5 * 7 * 60);
    assert_eq!(analysis.week_mix().fragment_minutes, 5 * 90);
}

#[test]
fn an_occurrence_is_clipped_to_the_period_and_its_days() {
    let night = meeting("night", Category::OtherWork, "2026-11-15 22:00").minutes(6 * 60);
    let analysis = analysis(&[night.build()]);
    assert_eq!(analysis.share_of(0).minutes, 120);
}

#[test]
fn guesses_widen_the_range() {
    let events = [
        meeting("sure", Category::CrossTeam, "2026-11-10 10:00").build(),
        meeting("guess", Category::CrossTeam, "2026-11-10 13:00")
            .guess(Category::Review)
            .build(),
    ];
    let analysis = analysis(&events);
    let (cross, review) = (Category::CrossTeam, Category::Review);
    let mix = analysis.week_mix();
    let of = |category| mix.of(category).unwrap();
    close(of(cross).share, 2.0 / 40.0);
    close(of(cross).range_low, 1.0 / 40.0);
    close(of(cross).range_high, 2.0 / 40.0);
    close(of(review).share, 0.0);
    close(of(review).range_high, 1.0 / 40.0);
    close(analysis.trust().uncertain_hours, 1.0);
}

#[test]
fn gaps_are_told_in_points_and_hours_of_the_period() {
    // 12 h of 40 h cross-team: 30 %, 10 points above its band.
    let events: Vec<Classified> = (9..13)
        .map(|d| {
            meeting(
                &format!("m{d}"),
                Category::CrossTeam,
                &format!("2026-11-{d:02} 09:00"),
            )
            .minutes(180)
            .build()
        })
        .collect();
    let analysis = analysis(&events);
    let cross = analysis.week_mix().of(Category::CrossTeam).unwrap();
    assert_eq!(cross.status, BandStatus::Over);
    close(cross.gap_points, 10.0);
    close(cross.gap_hours, 4.0);
    // Deep work is 12 h above too (70 %), the other three lack 6 + 4 + 4 h.
    close(analysis.hours_to_move(), 16.0);
}

#[test]
fn the_day_the_clocks_go_back_has_an_hour_more() {
    let mut settings = settings();
    settings.hours = "00:00-24:00".parse().unwrap();
    settings.hours.days[6] = settings.hours.days[0].clone();
    let week = weekwise_model::Period::of_week("2026-W43".parse().unwrap(), crate::support::ZONE);
    let analysis = Analysis::of(&[], week, &settings).unwrap();
    assert_eq!(analysis.week_mix().denominator_minutes, (6 * 24 + 1) * 60);
    let sunday = analysis.days().pop().unwrap();
    assert_eq!(sunday.gaps[0].start, "2026-10-25T00:00:00");
    assert_eq!(sunday.gaps[0].end, "2026-10-26T00:00:00");
    assert_eq!(sunday.gaps[0].minutes, 25 * 60);
}
