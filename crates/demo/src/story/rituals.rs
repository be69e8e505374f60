//! What team Ledger does together, again and again: rituals, 1:1s, mentoring.

use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};

use crate::entry::What::{Cancelled, Moved, Removed, Renamed};
use crate::entry::{
    Booked, Entry, ONE, Repeat, change, change_on, fortnightly, four_weekly, minutes, weekly,
};
use crate::people::{
    ANA, DANA, DINGHY, ELIF, EVERYBODY, FELIX, JO, LEDGER, LEE, LIGHTHOUSE, MARTA, NOOR, PIER,
    PRIYA, RUTH, SAM, STANDUP, TOMASZ,
};

pub(super) const ENTRIES: &[Entry] = &[
    // The team's own rituals.
    Entry {
        id: "standup",
        title: "Stand-up",
        length: minutes(15),
        repeat: Repeat::Workdays { last: 26 },
        by: Some(RUTH),
        with: STANDUP,
        booked: Booked::DaysBefore(12),
        changes: &[
            change_on(3, Wed, Cancelled),
            change_on(11, Mon, Renamed("Stand-up (+ sprint goals)")),
            change_on(14, Fri, Moved(Fri, 11, 0)),
            change_on(20, Mon, Removed),
        ],
        ..ONE
    },
    Entry {
        id: "sprint-planning",
        title: "Sprint planning",
        week: 2,
        day: Thu,
        at: (9, 30),
        repeat: fortnightly(26),
        by: Some(RUTH),
        with: LEDGER,
        room: Some(LIGHTHOUSE),
        changes: &[change(12, Moved(Thu, 14, 0))],
        ..ONE
    },
    Entry {
        id: "refinement",
        title: "Backlog refinement",
        week: 2,
        day: Wed,
        at: (15, 30),
        repeat: fortnightly(26),
        by: Some(ELIF),
        with: LEDGER,
        ..ONE
    },
    Entry {
        id: "demo-retro",
        title: "Demo & retro",
        day: Fri,
        at: (15, 0),
        repeat: fortnightly(25),
        by: Some(ELIF),
        with: &[ANA, FELIX, JO, LEE, MARTA, PRIYA],
        room: Some(LIGHTHOUSE),
        changes: &[change(15, Renamed("Retro: the double posting"))],
        ..ONE
    },
    Entry {
        id: "all-hands",
        title: "Engineering all-hands",
        week: 4,
        day: Wed,
        at: (16, 30),
        length: minutes(45),
        repeat: four_weekly(24),
        by: Some(DANA),
        with: &[EVERYBODY],
        room: Some(PIER),
        booked: Booked::DaysBefore(40),
        ..ONE
    },
    // 1:1s, mentoring, teaching.
    Entry {
        id: "manager",
        title: "Ruth / Sam 1:1",
        day: Thu,
        at: (10, 30),
        length: minutes(30),
        repeat: weekly(26),
        by: Some(RUTH),
        booked: Booked::DaysBefore(20),
        changes: &[
            change(5, Moved(Wed, 13, 30)),
            change(13, Cancelled),
            change(21, Moved(Fri, 14, 0)),
        ],
        ..ONE
    },
    Entry {
        id: "skip-level",
        title: "Skip-level: Dana",
        week: 3,
        day: Wed,
        at: (14, 0),
        length: minutes(30),
        repeat: four_weekly(23),
        by: Some(DANA),
        room: Some(DINGHY),
        booked: Booked::DaysBefore(30),
        changes: &[change(11, Cancelled)],
        ..ONE
    },
    Entry {
        id: "priya",
        title: "Priya / Sam",
        at: (15, 0),
        length: minutes(30),
        repeat: weekly(26),
        by: Some(SAM),
        with: &[PRIYA],
        changes: &[change(9, Removed), change(16, Moved(Wed, 13, 30))],
        ..ONE
    },
    Entry {
        id: "ana",
        title: "Ana / Sam",
        at: (11, 30),
        length: minutes(30),
        repeat: fortnightly(25),
        by: Some(SAM),
        with: &[ANA],
        ..ONE
    },
    Entry {
        id: "felix",
        title: "Felix <> Sam",
        at: (15, 30),
        length: minutes(30),
        repeat: fortnightly(25),
        by: Some(FELIX),
        changes: &[change(17, Cancelled)],
        ..ONE
    },
    Entry {
        id: "lee",
        title: "Lee / Sam",
        week: 2,
        at: (15, 30),
        length: minutes(30),
        repeat: fortnightly(26),
        by: Some(SAM),
        with: &[LEE],
        ..ONE
    },
    // Drifts: meant weekly, held every third week.
    Entry {
        id: "jo",
        title: "Jo / Sam",
        day: Wed,
        at: (14, 30),
        length: minutes(30),
        repeat: weekly(26),
        by: Some(SAM),
        with: &[JO],
        changes: &[
            change(6, Removed),
            change(10, Removed),
            change(11, Cancelled),
            change(13, Removed),
            change(14, Removed),
            change(16, Cancelled),
            change(17, Removed),
            change(19, Moved(Fri, 14, 0)),
            change(21, Removed),
            change(22, Cancelled),
        ],
        ..ONE
    },
    Entry {
        id: "marta",
        title: "Marta / Sam",
        day: Fri,
        at: (14, 30),
        length: minutes(30),
        repeat: fortnightly(25),
        by: Some(SAM),
        with: &[MARTA],
        ..ONE
    },
    Entry {
        id: "mentoring-noor",
        title: "Mentoring: Noor",
        week: 2,
        day: Tue,
        at: (13, 0),
        length: minutes(45),
        repeat: weekly(26),
        by: Some(SAM),
        with: &[NOOR],
        text: "Running notes are in the shared doc. Bring one thing that felt hard this week.",
        changes: &[change(8, Moved(Thu, 13, 0)), change(12, Removed)],
        ..ONE
    },
    Entry {
        id: "coaching-tomasz",
        title: "Coaching: Tomasz",
        week: 9,
        day: Wed,
        at: (13, 15),
        length: minutes(45),
        repeat: fortnightly(25),
        by: Some(SAM),
        with: &[TOMASZ],
        ..ONE
    },
    Entry {
        id: "pairing-lee",
        title: "Pairing to teach: Lee",
        week: 11,
        day: Fri,
        at: (13, 0),
        repeat: fortnightly(25),
        by: Some(LEE),
        changes: &[change(19, Cancelled)],
        ..ONE
    },
];
