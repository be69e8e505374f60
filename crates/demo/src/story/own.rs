//! What Sam means to do: reviews, strategy, focus.

use chrono::Weekday::{Fri, Thu, Tue, Wed};

use crate::entry::What::{Cancelled, Moved, Removed};
use crate::entry::{
    Booked, Entry, ONE, Repeat, Shows, change, fortnightly, four_weekly, minutes, weekly,
};
use crate::people::{DANA, GRETA, IDRIS, RAJ, RUTH, SAM, SVEN, YUKI};

pub(super) const ENTRIES: &[Entry] = &[
    // Reviews.
    Entry {
        id: "api-review",
        title: "API review board",
        at: (16, 0),
        repeat: fortnightly(25),
        by: Some(YUKI),
        with: &[SVEN, GRETA, RAJ, IDRIS],
        ..ONE
    },
    Entry {
        id: "pr-reviews",
        title: "PR reviews",
        day: Tue,
        at: (15, 30),
        length: minutes(60),
        repeat: weekly(14),
        booked: Booked::DaysBefore(3),
        changes: &[change(10, Removed), change(12, Removed)],
        ..ONE
    },
    Entry {
        id: "code-review-hour",
        title: "Code review hour",
        day: Fri,
        at: (13, 0),
        length: minutes(75),
        repeat: weekly(9),
        ..ONE
    },
    // Strategy: too little of it.
    Entry {
        id: "tech-strategy",
        title: "Technical strategy",
        week: 3,
        day: Thu,
        at: (11, 0),
        length: minutes(75),
        repeat: four_weekly(23),
        by: Some(SAM),
        with: &[RUTH, DANA],
        booked: Booked::DaysBefore(25),
        changes: &[
            change(11, Removed),
            change(15, Cancelled),
            change(19, Removed),
        ],
        ..ONE
    },
    Entry {
        id: "vision-writing",
        title: "Write: two-year ledger vision",
        day: Thu,
        at: (13, 30),
        length: minutes(120),
        repeat: weekly(6),
        ..ONE
    },
    // Focus.
    Entry {
        id: "focus-monday",
        title: "Focus",
        at: (9, 15),
        length: minutes(120),
        repeat: weekly(11),
        booked: Booked::DaysBefore(14),
        ..ONE
    },
    Entry {
        id: "migration-design",
        title: "Ledger migration design",
        week: 12,
        at: (9, 15),
        length: minutes(120),
        repeat: weekly(26),
        ..ONE
    },
    Entry {
        id: "focus-tuesday",
        title: "Focus time",
        day: Tue,
        at: (9, 15),
        length: minutes(165),
        repeat: weekly(12),
        booked: Booked::DaysBefore(14),
        ..ONE
    },
    Entry {
        id: "focus-wednesday",
        title: "Focus",
        day: Wed,
        at: (9, 15),
        length: minutes(165),
        repeat: weekly(26),
        booked: Booked::DaysBefore(14),
        changes: &[change(12, Moved(Thu, 9, 15))],
        ..ONE
    },
    Entry {
        id: "focus-friday",
        title: "🎯 Deep work, no meetings please",
        day: Fri,
        at: (9, 30),
        length: minutes(150),
        repeat: weekly(16),
        booked: Booked::DaysBefore(14),
        ..ONE
    },
    Entry {
        id: "prototype-outbox",
        title: "Prototype: outbox",
        week: 17,
        day: Fri,
        at: (9, 30),
        length: minutes(150),
        repeat: weekly(26),
        ..ONE
    },
    // Shown as free: a reminder, not time.
    Entry {
        id: "expenses",
        title: "Expenses are due",
        day: Thu,
        at: (12, 0),
        length: minutes(15),
        repeat: Repeat::LastThursdays,
        shows: Shows::Free,
        ..ONE
    },
];
