//! Which occurrences count (product.md section 5, *Counted unless*).

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use hashbrown::HashMap;
use rayon::prelude::*;
use weekwise_model::{
    BusyStatus, CalendarId, Category, Classified, Counting, DayEffect, InstanceId, NotCounted,
    Response, SameWhat, Sameness, Settings, Shape, Span, Status, Transparency,
};

use super::claim::OWN_BLOCK;
use super::minutes::interval_of;

/// From this length on an occurrence is no appointment but a state, such as “on call” or “in Lisbon”.
const TWELVE_HOURS: i64 = 12 * 60;

/// Work of whole days lasts a week at most; what is longer is a state again.
const LONGEST_WORK: i64 = 7 * 24 * 60 + 60;

/// Whether an occurrence counts, looked at alone.
///
/// The reasons are tried in the order of product.md section 5, so an occurrence that is both cancelled and all-day
/// is *cancelled*. Only [`counting_of_all`] can tell a [`NotCounted::Duplicate`].
pub fn counting(classified: &Classified, settings: &Settings) -> Counting {
    let event = &classified.occurrence.event;
    let span = classified.occurrence.span;
    let minutes = interval_of(span.instants(settings.zone)).minutes();
    let tentative = is_tentative(classified);
    let effect = classified.day.effect;
    let whole_days = is_whole_days(span, settings.zone);
    let works_whole_days = whole_days
        && minutes <= LONGEST_WORK
        && effect == DayEffect::Work
        && settings.count_all_day_work;
    let long = minutes >= TWELVE_HOURS;
    let takes_minutes = matches!(effect, DayEffect::Break | DayEffect::Off);
    let reason = if classified.classification.is_left_out() {
        NotCounted::LeftOut
    } else if event.status == Status::Cancelled {
        NotCounted::Cancelled
    } else if classified.response == Response::Declined {
        NotCounted::Declined
    } else if effect == DayEffect::NotHeld {
        NotCounted::NotHeld
    } else if takes_minutes && !long && minutes > 0 && (!tentative || settings.count_tentative) {
        NotCounted::Personal
    } else if is_free(classified) {
        NotCounted::Free
    } else if span.is_all_day() && !works_whole_days {
        NotCounted::AllDay
    } else if long && !works_whole_days {
        NotCounted::TwelveHoursOrLonger
    } else if minutes == 0 {
        NotCounted::NoLength
    } else if tentative && !settings.count_tentative {
        NotCounted::Tentative
    } else if classified.category() == Category::Personal {
        NotCounted::Personal
    } else if effect == DayEffect::Note {
        NotCounted::Note
    } else {
        return Counting::Counted { tentative };
    };
    Counting::NotCounted(reason)
}

/// Whether a span is of whole local days: as dates, or from midnight to midnight as some programs write them.
pub fn is_whole_days(span: Span, zone: Tz) -> bool {
    let Span::Timed { start, end } = span else {
        return true;
    };
    let at_midnight = |at: DateTime<Utc>| at.with_timezone(&zone).time() == NaiveTime::MIN;
    end - start >= TimeDelta::hours(23) && at_midnight(start) && at_midnight(end)
}

/// Whether each occurrence counts; of the same meeting in several calendars only one does.
///
/// Two occurrences of different calendars are the same meeting where UID and RECURRENCE-ID agree, or else title
/// and time. The one with the strongest claim counts, then the one that says most about its people, then the
/// newest, then the first.
pub fn counting_of_all(all: &[Classified], settings: &Settings) -> Vec<Counting> {
    let mut answers: Vec<Counting> = all.par_iter().map(|c| counting(c, settings)).collect();
    let mut calendars = all.iter().map(|c| &c.occurrence.event.calendar);
    let first = calendars.next();
    let zone = settings.zone;
    // Most libraries are one calendar: nothing can be there twice, as far as nobody says so.
    if calendars.all(|calendar| Some(calendar) == first) {
        mark_said(all, &mut answers, zone, &settings.marks.sameness);
        return answers;
    }
    let (same_uid, same_time) = rayon::join(
        || in_several_calendars(all, |c| c.occurrence.event.uid.as_str()),
        || in_several_calendars(all, |c| c.occurrence.span),
    );
    let identity = by_uid(all, &same_uid);
    mark_duplicates(all, &mut answers, zone, &same_uid, identity);
    mark_duplicates(all, &mut answers, zone, &same_time, by_title);
    mark_said(all, &mut answers, zone, &settings.marks.sameness);
    answers
}

/// Of meetings that the user says are one, only one counts at each time.
fn mark_said(all: &[Classified], answers: &mut [Counting], zone: Tz, said: &[Sameness]) {
    let meetings = said
        .iter()
        .filter(|said| said.same && said.what == SameWhat::Meeting);
    for said in meetings {
        let mut kept: HashMap<Span, usize> = HashMap::new();
        for (index, classified) in all.iter().enumerate() {
            let Counting::Counted { tentative } = answers[index] else {
                continue;
            };
            if !said.uids.iter().any(|uid| uid == classified.series_uid()) {
                continue;
            }
            let Some(&other) = kept.get(&classified.occurrence.span) else {
                kept.insert(classified.occurrence.span, index);
                continue;
            };
            let rival = &all[other];
            if rival.series_uid() == classified.series_uid() {
                continue;
            }
            let rival_tentative = answers[other] == Counting::Counted { tentative: true };
            let loser = if merit(classified, tentative, zone) < merit(rival, rival_tentative, zone)
            {
                kept.insert(classified.occurrence.span, index);
                other
            } else {
                index
            };
            answers[loser] = Counting::NotCounted(NotCounted::Duplicate);
        }
    }
}

/// Of each occurrence, whether something of its name is in another calendar too. Most is not, and needs no closer look.
fn in_several_calendars<'a, Name: std::hash::Hash + Eq>(
    all: &'a [Classified],
    name: impl Fn(&'a Classified) -> Name,
) -> Vec<bool> {
    let mut found: HashMap<Name, (CalendarId, bool)> = HashMap::with_capacity(all.len());
    for classified in all {
        let calendar = classified.occurrence.event.calendar;
        let entry = found.entry(name(classified)).or_insert((calendar, false));
        entry.1 |= entry.0 != calendar;
    }
    let of_several = |classified| found.get(&name(classified)).is_some_and(|found| found.1);
    all.iter().map(of_several).collect()
}

/// The claim of work that lasts whole days: it takes what nothing else wants.
pub(crate) const WHOLE_DAYS: u8 = 4;

/// How strongly an occurrence claims its minutes, 1 strongest (product.md section 5, *Each minute counts once*).
pub(crate) fn rank(classified: &Classified, tentative: bool, zone: Tz) -> u8 {
    match classified.shape {
        _ if is_whole_days(classified.occurrence.span, zone) => WHOLE_DAYS,
        Shape::Meeting if tentative => 2,
        Shape::Meeting => 1,
        // Perhaps a meeting, and then one that was accepted as far as anybody can know.
        Shape::Unknown if !tentative => 1,
        Shape::Block | Shape::Unknown => OWN_BLOCK,
    }
}

/// Whether an occurrence takes hours away from the capacity although it is not counted: my leave, a public holiday
/// that applies to me, of whole days or twelve hours and longer.
///
/// Holiday calendars show their days as free, so being free does not matter here; being cancelled or declined does.
pub(crate) fn is_time_off(classified: &Classified, counting: Counting) -> bool {
    let dates = classified.occurrence.span.is_all_day();
    classified.day.effect == DayEffect::Off
        && match counting {
            Counting::NotCounted(NotCounted::AllDay | NotCounted::TwelveHoursOrLonger) => true,
            Counting::NotCounted(NotCounted::Free) => dates,
            _ => false,
        }
}

/// Whether somebody still has to say yes: the event, its busy status, or me.
fn is_tentative(classified: &Classified) -> bool {
    let event = &classified.occurrence.event;
    // An answer that is not in the file is no doubt.
    event.is_shown_as_tentative()
        || matches!(
            classified.response,
            Response::Tentative | Response::NeedsAction | Response::Delegated
        )
}

fn is_free(classified: &Classified) -> bool {
    let event = &classified.occurrence.event;
    event.transparency == Transparency::Transparent
        || matches!(
            event.busy_status,
            Some(BusyStatus::Free | BusyStatus::WorkingElsewhere)
        )
}

/// What makes two occurrences the same meeting.
#[derive(PartialEq, Eq, Hash)]
struct Identity<'a> {
    uid: &'a str,
    title: String,
    instance: Option<InstanceId>,
    span: Option<Span>,
}

/// UID and RECURRENCE-ID. Exports that write every instance as an event of its own repeat the UID within one
/// calendar; then only the time tells the instances apart.
fn by_uid<'a>(
    all: &'a [Classified],
    of_several: &[bool],
) -> impl Fn(&'a Classified) -> Identity<'a> + use<'a> {
    let mut seen: HashMap<(&CalendarId, &str, Option<InstanceId>), u32> = HashMap::new();
    let asked = all.iter().zip(of_several);
    for classified in asked.filter(|(_, several)| **several).map(|(one, _)| one) {
        *seen.entry(instance(classified)).or_default() += 1;
    }
    move |classified| {
        let (_, uid, id) = instance(classified);
        let repeated = seen.get(&instance(classified)) > Some(&1);
        Identity {
            uid,
            title: String::new(),
            instance: id,
            span: repeated.then_some(classified.occurrence.span),
        }
    }
}

fn instance(classified: &Classified) -> (&CalendarId, &str, Option<InstanceId>) {
    let occurrence = &classified.occurrence;
    let event = &occurrence.event;
    (
        &event.calendar,
        event.uid.as_str(),
        occurrence.recurrence_id,
    )
}

/// Title and time.
fn by_title(classified: &Classified) -> Identity<'_> {
    let title = &classified.occurrence.event.summary;
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    Identity {
        uid: "",
        title: words.join(" "),
        instance: None,
        span: Some(classified.occurrence.span),
    }
}

fn mark_duplicates<'a>(
    all: &'a [Classified],
    answers: &mut [Counting],
    zone: Tz,
    of_several: &[bool],
    identity: impl Fn(&'a Classified) -> Identity<'a>,
) {
    // Of each meeting: the occurrence that counts so far.
    let mut kept: HashMap<Identity<'a>, usize> = HashMap::new();
    for (index, classified) in all.iter().enumerate() {
        let Counting::Counted { tentative } = answers[index] else {
            continue;
        };
        if !of_several[index] {
            continue;
        }
        let Some(other) = kept.insert(identity(classified), index) else {
            continue;
        };
        let rival = &all[other];
        if rival.occurrence.event.calendar == classified.occurrence.event.calendar {
            continue;
        }
        let rival_tentative = answers[other] == Counting::Counted { tentative: true };
        let loser = if merit(classified, tentative, zone) < merit(rival, rival_tentative, zone) {
            kept.insert(identity(classified), index);
            other
        } else {
            kept.insert(identity(classified), other);
            index
        };
        answers[loser] = Counting::NotCounted(NotCounted::Duplicate);
    }
}

/// Smaller is better; equal leaves the first one standing.
fn merit(classified: &Classified, tentative: bool, zone: Tz) -> impl Ord + use<> {
    use std::cmp::Reverse;
    let event = &classified.occurrence.event;
    (
        rank(classified, tentative, zone),
        Reverse(classified.people_known),
        Reverse(event.sequence),
        Reverse(event.last_modified),
    )
}
