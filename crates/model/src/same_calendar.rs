//! Whether two imports brought the same calendar (product.md section 3, *the same calendar*).
//!
//! Names decide nothing: Outlook calls every calendar “Calendar”, and every browser calls the second download
//! `calendar (1).ics`. What tells is whether the later import has the events the earlier one should have shared with
//! it. Where that cannot be told, the user is asked; until then they are two, because two calendars that are one lose
//! nothing (what is in both counts once), while one that is two loses the first one's events.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use crate::{InstanceId, Stretch};

/// Where a calendar came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarOrigin<'a> {
    /// A file, an entry of an archive or a folder: its name. Standard input too.
    File(&'a str),
    /// A subscribed address, by what names the subscription.
    Subscription(&'a str),
}

/// A calendar as one import brought it: what [`same_calendar`] looks at.
#[derive(Debug, Clone)]
pub struct CalendarContent<'a> {
    /// Where it came from.
    pub origin: CalendarOrigin<'a>,
    /// What it calls itself (`NAME`, `X-WR-CALNAME`).
    pub own_name: Option<&'a str>,
    /// The stretch of days it tells of, where that is known (`KeptCalendar::covers` of the import).
    pub covers: Option<Stretch>,
    /// The UID of each of its VEVENTs, and when that starts.
    pub events: Vec<(&'a str, InstanceId)>,
}

/// Whether two are the same calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameCalendar {
    /// The later import updates the earlier one.
    Yes,
    /// They are two.
    No,
    /// Nothing in them tells. They are two until the user says otherwise.
    Ask,
}

/// From this share of the events that both should have, two files are the same calendar.
const MOST: f64 = 0.5;

/// From this share on there is something to ask.
const SOME: f64 = 0.25;

/// Fewer shared events than this tell little, unless there are hardly more.
const FEW: usize = 3;

/// From this share, and this many events, even another name does not make another calendar: it was renamed.
const NEARLY_ALL: (f64, usize) = (0.9, 10);

/// Names that programs give every calendar, so that they name none.
const NAMELESS: [&str; 22] = [
    "agenda",
    "basic",
    "cal",
    "calendar",
    "calendario",
    "calendário",
    "calendrier",
    "default",
    "events",
    "export",
    "home",
    "ical",
    "invite",
    "kalendar",
    "kalendarz",
    "kalender",
    "kalenteri",
    "my calendar",
    "naptár",
    "personal",
    "unbenannt",
    "untitled",
];

/// Whether a calendar that comes is one that is known.
///
/// A subscription is its own calendar and no file's. Files are compared by the UIDs that both should have: what starts
/// before the earlier of their ends, and what they share. Of those the same calendar shares most; two people who sit in
/// the same meetings share some, and their calendars have different names.
///
/// # Example
/// Whoever keeps calendars asks this of each one known, takes the first [`SameCalendar::Yes`], and where there is none
/// offers those that say [`SameCalendar::Ask`] to the user with both names. What of the earlier import then stays is
/// told by [`is_told_of`].
pub fn same_calendar(known: &CalendarContent<'_>, coming: &CalendarContent<'_>) -> SameCalendar {
    match (known.origin, coming.origin) {
        (CalendarOrigin::Subscription(known), CalendarOrigin::Subscription(coming)) => {
            return if known == coming {
                SameCalendar::Yes
            } else {
                SameCalendar::No
            };
        }
        (CalendarOrigin::File(_), CalendarOrigin::File(_)) => {}
        _ => return SameCalendar::No,
    }
    let names = Names::of(known, coming);
    // Nothing can be lost of a calendar that has nothing.
    if names == Names::Agree && known.events.is_empty() {
        return SameCalendar::Yes;
    }
    let Shared {
        count,
        share,
        is_little,
    } = shared(known, coming);
    match names {
        _ if is_little && share >= SOME && !is_called_alike(known, coming) => SameCalendar::Ask,
        Names::Differ if share >= NEARLY_ALL.0 && count >= NEARLY_ALL.1 => SameCalendar::Yes,
        Names::Differ if share >= MOST => SameCalendar::Ask,
        Names::Agree | Names::Silent if share >= MOST => SameCalendar::Yes,
        Names::Agree => SameCalendar::Ask,
        Names::Silent if share >= SOME => SameCalendar::Ask,
        Names::Differ | Names::Silent => SameCalendar::No,
    }
}

/// Whether a calendar that covers `covers` would have an event of those days if there still were one: what it does not
/// have is then gone. Outside, and where the stretch is not known, an earlier import is still right.
///
/// `first` and `last` are the event's first and last day; of a series, those of its first and last instance.
pub fn is_told_of(covers: Option<Stretch>, first: NaiveDate, last: NaiveDate) -> bool {
    covers.is_some_and(|covers| covers.from <= first && last <= covers.to)
}

impl Stretch {
    /// The stretch that single events of these days tell of, where no file states it: from the first to the last of
    /// them, but for a few that lie far from all others (a birthday years ago, a flight next summer).
    pub fn of_days(days: impl IntoIterator<Item = NaiveDate>) -> Option<Self> {
        /// Further apart than this, the outer ones are stray.
        const FAR: u64 = 92;
        /// Of this many, one may be stray.
        const OF: usize = 20;
        let mut days: Vec<NaiveDate> = days.into_iter().collect();
        days.sort_unstable();
        let stray = days.len() / OF;
        let is_far = |pair: &[NaiveDate]| {
            let reach = pair[0].checked_add_days(Days::new(FAR));
            reach.is_some_and(|reach| reach < pair[1])
        };
        let gaps: Vec<usize> = (1..days.len())
            .filter(|at| is_far(&days[at - 1..=*at]))
            .collect();
        let begin = gaps.iter().rfind(|at| **at <= stray).copied().unwrap_or(0);
        let rest = days.len() - begin;
        let end = gaps
            .iter()
            .find(|at| **at > begin && days.len() - **at <= stray.min(rest))
            .copied()
            .unwrap_or(days.len());
        let inside = days.get(begin..end)?;
        Some(Self {
            from: *inside.first()?,
            to: *inside.last()?,
        })
    }
}

/// What two calendars' names say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Agree,
    Differ,
    Silent,
}

impl Names {
    fn of(known: &CalendarContent<'_>, coming: &CalendarContent<'_>) -> Self {
        match (name_of(known.own_name), name_of(coming.own_name)) {
            (Some(a), Some(b)) if a == b => Self::Agree,
            (Some(_), Some(_)) => Self::Differ,
            _ if file_name(known).is_some() && file_name(known) == file_name(coming) => Self::Agree,
            _ => Self::Silent,
        }
    }
}

/// Whether both call themselves the same, by a name that names something.
fn is_called_alike(known: &CalendarContent<'_>, coming: &CalendarContent<'_>) -> bool {
    let own_name = name_of(known.own_name);
    own_name.is_some() && own_name == name_of(coming.own_name)
}

/// A name that names something, in lower case.
fn name_of(name: Option<&str>) -> Option<String> {
    let name = name?.trim().to_lowercase();
    (!name.is_empty() && !NAMELESS.contains(&name.as_str())).then_some(name)
}

/// What the file is called, without folders, ending and what a browser appends to a second download.
fn file_name(content: &CalendarContent<'_>) -> Option<String> {
    let CalendarOrigin::File(file) = content.origin else {
        return None;
    };
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Some(without_copy_number(stem.trim()).to_lowercase()).filter(|name| !name.is_empty())
}

fn without_copy_number(stem: &str) -> &str {
    let number = stem
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    match number {
        Some((name, digits))
            if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) =>
        {
            name.trim_end()
        }
        _ => stem,
    }
}

/// What two calendars share.
struct Shared {
    /// How many series and events.
    count: usize,
    /// How much that is of those that both should have, 0–1.
    share: f64,
    /// Too little to tell anything: two people who meet once a week share that much.
    is_little: bool,
}

/// What two calendars share of what both should have.
fn shared(known: &CalendarContent<'_>, coming: &CalendarContent<'_>) -> Shared {
    let uids = |content: &CalendarContent<'_>| -> HashSet<String> {
        let uids = content.events.iter().map(|(uid, _)| series_uid(uid));
        uids.map(str::to_owned).collect()
    };
    let (known_uids, coming_uids) = (uids(known), uids(coming));
    let both: HashSet<&str> = known_uids
        .intersection(&coming_uids)
        .map(String::as_str)
        .collect();
    let end = match (known.covers, coming.covers) {
        (Some(known), Some(coming)) => Some(known.to.min(coming.to)),
        (one, None) | (None, one) => one.map(|covers| covers.to),
    };
    // What only begins after the earlier of their ends is in the later one alone.
    let expected = |content: &CalendarContent<'_>| -> usize {
        let events = content.events.iter().filter(|(uid, start)| {
            end.is_none_or(|end| day_of(*start) <= end) || both.contains(series_uid(uid))
        });
        let uids: HashSet<&str> = events.map(|(uid, _)| series_uid(uid)).collect();
        uids.len()
    };
    let fewest = expected(known).min(expected(coming)).max(1);
    let smaller = known_uids.len().min(coming_uids.len());
    Shared {
        count: both.len(),
        share: both.len() as f64 / fewest as f64,
        is_little: both.len() < FEW && both.len() * 2 < smaller,
    }
}

fn day_of(start: InstanceId) -> NaiveDate {
    match start {
        InstanceId::Instant(at) => at.date_naive(),
        InstanceId::Date(day) => day,
    }
}

/// What names the series an event belongs to: its UID, of Google's without the host. Google cuts a series in two when “this and following” is changed, and
/// names the later part after the day it begins: `abc_R20260105T090000@google.com` goes on with what `abc@google.com` began.
pub fn series_uid(uid: &str) -> &str {
    let Some(local) = uid.strip_suffix("@google.com") else {
        return uid;
    };
    let Some((base, cut)) = local.rsplit_once("_R") else {
        return local;
    };
    let digits = cut.strip_suffix('Z').unwrap_or(cut);
    let is_stamp = match digits.split_once('T') {
        Some((day, time)) => is_digits(day, 8) && is_digits(time, 6),
        None => is_digits(digits, 8),
    };
    if is_stamp && !base.is_empty() {
        base
    } else {
        local
    }
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(from: &str) -> Stretch {
        let from = day(from);
        Stretch {
            from,
            to: from.checked_add_days(Days::new(6)).unwrap(),
        }
    }

    /// A file of these UIDs, each starting on the day given.
    fn file<'a>(
        name: &'a str,
        own_name: Option<&'a str>,
        events: &[(&'a str, &str)],
    ) -> CalendarContent<'a> {
        CalendarContent {
            origin: CalendarOrigin::File(name),
            own_name,
            covers: None,
            events: events
                .iter()
                .map(|(uid, start)| (*uid, InstanceId::Date(day(start))))
                .collect(),
        }
    }

    const WEEK_1: [(&str, &str); 5] = [
        ("standup", "2025-03-03"),
        ("planning", "2025-03-04"),
        ("one-on-one", "2025-03-05"),
        ("dentist", "2026-11-03"),
        ("offsite", "2026-11-05"),
    ];
    const WEEK_2: [(&str, &str); 5] = [
        ("standup", "2025-03-03"),
        ("planning", "2025-03-04"),
        ("one-on-one", "2025-03-05"),
        ("interview", "2026-11-10"),
        ("review", "2026-11-12"),
    ];

    #[test]
    fn a_subscription_is_its_own_calendar() {
        let mut one = file("x", Some("Calendar"), &WEEK_1);
        let mut other = one.clone();
        one.origin = CalendarOrigin::Subscription("1");
        other.origin = CalendarOrigin::Subscription("2");
        assert_eq!(same_calendar(&one, &other), SameCalendar::No);
        assert_eq!(same_calendar(&one, &one), SameCalendar::Yes);
        let downloaded = file("x", Some("Calendar"), &WEEK_1);
        assert_eq!(same_calendar(&one, &downloaded), SameCalendar::No);
        assert_eq!(same_calendar(&downloaded, &one), SameCalendar::No);
    }

    #[test]
    fn the_next_week_of_a_calendar_shares_its_series() {
        let mut first = file("calendar.ics", None, &WEEK_1);
        let mut second = file("calendar (1).ics", None, &WEEK_2);
        first.covers = Some(week("2026-11-02"));
        second.covers = Some(week("2026-11-09"));
        assert_eq!(same_calendar(&first, &second), SameCalendar::Yes);
        assert_eq!(
            same_calendar(&second, &first),
            SameCalendar::Yes,
            "the earlier week later"
        );
        // What the first week had alone stays.
        let dentist = day("2026-11-03");
        assert!(!is_told_of(second.covers, dentist, dentist));
        assert!(is_told_of(first.covers, dentist, dentist));
        assert!(!is_told_of(None, dentist, dentist));
    }

    #[test]
    fn what_calls_itself_the_same_and_shares_its_one_series_is_the_same() {
        let weeks = |name| {
            let mut first = file("a.ics", name, &[WEEK_1[0], WEEK_1[3], WEEK_1[4]]);
            let mut second = file("b.ics", name, &[WEEK_2[0], WEEK_2[3], WEEK_2[4]]);
            first.covers = Some(week("2026-11-02"));
            second.covers = Some(week("2026-11-09"));
            same_calendar(&first, &second)
        };
        assert_eq!(weeks(Some("Sam, work")), SameCalendar::Yes);
        assert_eq!(weeks(Some("Calendar")), SameCalendar::Ask, "who is not?");
    }

    #[test]
    fn files_of_one_name_that_share_nothing_are_two_until_the_user_says_so() {
        let mine = file("a/calendar.ics", Some("Calendar"), &WEEK_1);
        let theirs = file(
            "b/calendar.ics",
            Some("Calendar"),
            &[("x", "2026-11-03"), ("y", "2026-11-04")],
        );
        assert_eq!(same_calendar(&mine, &theirs), SameCalendar::Ask);
        let named = file("b/sam.ics", Some("Sam"), &[("x", "2026-11-03")]);
        assert_eq!(same_calendar(&mine, &named), SameCalendar::No);
        let filled = file("calendar.ics", None, &[]);
        assert_eq!(
            same_calendar(&filled, &mine),
            SameCalendar::Yes,
            "it was empty"
        );
    }

    #[test]
    fn people_who_sit_in_the_same_meetings_have_two_calendars() {
        let ada = file("ada.ics", Some("ada@example.org"), &WEEK_1);
        let sam = file("sam.ics", Some("sam@example.org"), &WEEK_2);
        assert_eq!(
            same_calendar(&ada, &sam),
            SameCalendar::Ask,
            "most of it is the same"
        );
        let one_meeting = [
            ("standup", "2025-03-03"),
            ("a", "2026-11-02"),
            ("b", "2026-11-03"),
            ("c", "2026-11-04"),
        ];
        let tom = file("tom.ics", Some("tom@example.org"), &one_meeting);
        assert_eq!(same_calendar(&ada, &tom), SameCalendar::Ask);
        let mut many = one_meeting.to_vec();
        many.extend([("d", "2026-11-02"), ("e", "2026-11-02")]);
        let kim = file("kim.ics", Some("kim@example.org"), &many);
        assert_eq!(same_calendar(&ada, &kim), SameCalendar::No);
    }

    #[test]
    fn a_renamed_calendar_is_the_same() {
        let uids: Vec<String> = (0..20).map(|n| format!("uid-{n}")).collect();
        let events: Vec<(&str, &str)> = uids
            .iter()
            .map(|uid| (uid.as_str(), "2026-11-03"))
            .collect();
        let before = file("work.ics", Some("Work"), &events);
        let after = file("acme.ics", Some("Acme"), &events[1..]);
        assert_eq!(same_calendar(&before, &after), SameCalendar::Yes);
    }

    #[test]
    fn ten_years_and_then_one_week_of_them() {
        let uids: Vec<String> = (0..500).map(|n| format!("old-{n}")).collect();
        let mut events: Vec<(&str, &str)> = uids
            .iter()
            .map(|uid| (uid.as_str(), "2019-05-06"))
            .collect();
        events.extend(WEEK_1);
        let whole = file("whole.ics", None, &events);
        let mut part = file("week.ics", None, &WEEK_2);
        part.covers = Some(week("2026-11-09"));
        assert_eq!(same_calendar(&whole, &part), SameCalendar::Yes);
    }

    #[test]
    fn a_stretch_leaves_strays_out() {
        let mut days: Vec<NaiveDate> = day("2026-11-02").iter_days().take(40).collect();
        assert_eq!(Stretch::of_days(days.clone()).unwrap().to, days[39]);
        days.extend([day("2019-01-01"), day("2027-08-01")]);
        let found = Stretch::of_days(days.clone()).unwrap();
        assert_eq!(
            (found.from, found.to),
            (day("2026-11-02"), day("2026-12-11"))
        );
        let two = Stretch::of_days([day("2019-01-01"), day("2027-08-01")]).unwrap();
        assert_eq!(two.from, day("2019-01-01"), "of two neither is stray");
        assert_eq!(Stretch::of_days([]), None);
    }

    #[test]
    fn google_splits_a_series_but_not_its_name() {
        assert_eq!(series_uid("abc_R20260105T090000@google.com"), "abc");
        assert_eq!(series_uid("abc_R20260105@google.com"), "abc");
        assert_eq!(series_uid("abc@google.com"), "abc");
        assert_eq!(series_uid("abc_Rx@google.com"), "abc_Rx");
        assert_eq!(
            series_uid("abc_R20260105T090000@example.org"),
            "abc_R20260105T090000@example.org"
        );
    }
}
