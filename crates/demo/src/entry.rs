//! What a line of the story's tables says.

use chrono::Weekday;

use crate::people::Person;
use crate::zone::Zone;

/// One event or series.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// The first part of its UID.
    pub(crate) id: &'static str,
    /// Its title. `{quarter}` becomes the quarter after the one it lies in.
    pub(crate) title: &'static str,
    /// The week of the story it first lies in, from 1; below 1 for what began before.
    pub(crate) week: i64,
    /// Its first day.
    pub(crate) day: Weekday,
    /// When it begins, hour and minute on the wall clock of `zone`.
    pub(crate) at: (u32, u32),
    /// How long it takes.
    pub(crate) length: Length,
    /// Whether it comes back.
    pub(crate) repeat: Repeat,
    /// Who invited; `None` for a block.
    pub(crate) by: Option<Person>,
    /// Who else is there, besides Sam and who invited.
    pub(crate) with: &'static [Person],
    /// What Sam answered.
    pub(crate) answer: Answer,
    /// The room.
    pub(crate) room: Option<Person>,
    /// When it was put into the calendar.
    pub(crate) booked: Booked,
    /// The zone of its clock.
    pub(crate) zone: Zone,
    /// `DESCRIPTION`.
    pub(crate) text: &'static str,
    /// How it shows to others.
    pub(crate) shows: Shows,
    /// Instances that are not like the others.
    pub(crate) changes: &'static [Change],
}

/// How long something takes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Length {
    /// Elapsed minutes.
    Minutes(i64),
    /// Whole days.
    Days(u64),
}

/// How something comes back.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Repeat {
    /// It does not.
    Once,
    /// Every so many weeks, up to a week of the story.
    Weekly {
        /// 1: every week, 2: every other.
        every: u32,
        /// The last week of the story it lies in; `None`: without end.
        last: Option<i64>,
    },
    /// Monday to Friday, up to a week of the story.
    Workdays {
        /// The last week of the story it lies in.
        last: i64,
    },
    /// On the last Thursday of every month, without end.
    LastThursdays,
}

/// What Sam answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Accepted,
    Tentative,
    Declined,
    Unanswered,
}

/// When something was put into the calendar.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Booked {
    /// So many days before, at an hour that differs from entry to entry.
    DaysBefore(u64),
    /// So many minutes before: short notice, to the minute.
    MinutesBefore(i64),
}

/// How an entry shows to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    Busy,
    Free,
    Tentative,
    OutOfOffice,
    Private,
}

/// One instance that is not like the others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change {
    /// The week of the story.
    pub(crate) week: i64,
    /// The day, where the series has several in a week.
    pub(crate) day: Option<Weekday>,
    /// What happened to it.
    pub(crate) what: What,
}

/// What happened to an instance.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    /// Removed (`EXDATE`).
    Removed,
    /// Cancelled, but still in the file.
    Cancelled,
    /// Sam declined this one.
    Declined,
    /// Takes place at another time of the same week.
    Moved(Weekday, u32, u32),
    /// Has another subject.
    Renamed(&'static str),
}

/// A single hour with nothing special, to fill the tables' lines from.
pub(crate) const ONE: Entry = Entry {
    id: "",
    title: "",
    week: 1,
    day: Weekday::Mon,
    at: (9, 0),
    length: Length::Minutes(60),
    repeat: Repeat::Once,
    by: None,
    with: &[],
    answer: Answer::Accepted,
    room: None,
    booked: Booked::DaysBefore(8),
    zone: Zone::Berlin,
    text: "",
    shows: Shows::Busy,
    changes: &[],
};

/// Every week up to and including `last`.
pub(crate) const fn weekly(last: i64) -> Repeat {
    Repeat::Weekly {
        every: 1,
        last: Some(last),
    }
}

/// Every other week up to and including `last`.
pub(crate) const fn fortnightly(last: i64) -> Repeat {
    Repeat::Weekly {
        every: 2,
        last: Some(last),
    }
}

/// Every fourth week up to and including `last`.
pub(crate) const fn four_weekly(last: i64) -> Repeat {
    Repeat::Weekly {
        every: 4,
        last: Some(last),
    }
}

/// A length in minutes.
pub(crate) const fn minutes(minutes: i64) -> Length {
    Length::Minutes(minutes)
}

/// What happened in one week.
pub(crate) const fn change(week: i64, what: What) -> Change {
    Change {
        week,
        day: None,
        what,
    }
}

/// What happened on one day.
pub(crate) const fn change_on(week: i64, day: Weekday, what: What) -> Change {
    Change {
        week,
        day: Some(day),
        what,
    }
}
