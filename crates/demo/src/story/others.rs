//! What other teams want, again and again. From week 9 on it piles up.

use chrono::Weekday::{Fri, Thu, Tue, Wed};

use crate::entry::What::{Cancelled, Declined, Moved, Renamed};
use crate::entry::{Answer, Booked, Entry, ONE, Repeat, change, fortnightly, minutes, weekly};
use crate::people::{
    AISHA, ANA, BEA, CLARA, DANA, ELIF, FELIX, GLORIA, GRETA, HANA, HUGO, IDRIS, INES, JO, KOFI,
    LENA, MARCUS, MARTA, MIHAI, NINA, NOOR, OMAR, PAULO, PETER, PIER, PRIYA, RAJ, RELIABILITY,
    RUTH, SVEN, TOMASZ, YUKI,
};
use crate::zone::Zone;

pub(super) const ENTRIES: &[Entry] = &[
    // Other teams. The first four were there before the migration.
    Entry {
        id: "payments-risk",
        title: "Payments × Risk × Ledger",
        at: (14, 0),
        repeat: fortnightly(25),
        by: Some(INES),
        with: &[KOFI, YUKI, OMAR, GRETA, PAULO, PRIYA],
        ..ONE
    },
    Entry {
        id: "guild",
        title: "Guild: reliability",
        day: Thu,
        at: (9, 30),
        repeat: fortnightly(25),
        by: Some(AISHA),
        with: &[
            RELIABILITY,
            SVEN,
            MIHAI,
            KOFI,
            YUKI,
            OMAR,
            PAULO,
            CLARA,
            IDRIS,
            LENA,
            RAJ,
            HANA,
            FELIX,
            TOMASZ,
        ],
        room: Some(PIER),
        changes: &[
            change(9, Renamed("Guild: reliability (error budgets)")),
            change(13, Cancelled),
        ],
        ..ONE
    },
    Entry {
        id: "staff-circle",
        title: "Staff engineers' weekly",
        week: 2,
        day: Wed,
        at: (13, 15),
        length: minutes(45),
        repeat: fortnightly(26),
        by: Some(HUGO),
        with: &[AISHA, YUKI, RAJ, GRETA],
        ..ONE
    },
    // Nobody remembers why it is still there.
    Entry {
        id: "monolith-exit",
        title: "Monolith exit weekly",
        week: -160,
        day: Thu,
        at: (16, 30),
        length: minutes(30),
        repeat: Repeat::Weekly {
            every: 1,
            last: None,
        },
        by: Some(HUGO),
        with: &[INES, OMAR, BEA, CLARA, LENA],
        booked: Booked::DaysBefore(6),
        changes: &[
            change(3, Cancelled),
            change(6, Cancelled),
            change(11, Cancelled),
            change(14, Cancelled),
            change(16, Cancelled),
            change(17, Cancelled),
            change(19, Cancelled),
            change(21, Cancelled),
            change(23, Cancelled),
        ],
        ..ONE
    },
    // From here on they pile up.
    Entry {
        id: "platform-sync",
        title: "Platform sync",
        week: 9,
        at: (13, 0),
        repeat: weekly(26),
        by: Some(BEA),
        with: &[SVEN, AISHA, MIHAI, INES, OMAR, CLARA, LENA, PRIYA, ELIF],
        booked: Booked::DaysBefore(6),
        text: "Status of the platform migration, team by team.\nAgenda: https://docs.harborline.example/platform-sync",
        changes: &[change(15, Moved(Tue, 16, 0))],
        ..ONE
    },
    Entry {
        id: "migration-steering",
        title: "Migration steering",
        week: 10,
        day: Tue,
        at: (13, 45),
        length: minutes(75),
        repeat: weekly(26),
        by: Some(HUGO),
        with: &[DANA, RUTH, BEA, SVEN, INES, OMAR, CLARA, LENA, ELIF, MARCUS],
        room: Some(PIER),
        booked: Booked::DaysBefore(9),
        changes: &[change(16, Cancelled)],
        ..ONE
    },
    // The same people on the same topic, two days later.
    Entry {
        id: "migration-catch-up",
        title: "Platform migration catch-up",
        week: 14,
        day: Thu,
        at: (13, 15),
        length: minutes(45),
        repeat: fortnightly(26),
        by: Some(BEA),
        with: &[SVEN, AISHA, INES, OMAR, CLARA, LENA, PRIYA],
        booked: Booked::DaysBefore(4),
        ..ONE
    },
    Entry {
        id: "billing-handover",
        title: "Ledger / Billing hand-over",
        week: 12,
        at: (14, 0),
        repeat: fortnightly(26),
        by: Some(CLARA),
        with: &[NOOR, IDRIS, MARTA, ELIF],
        ..ONE
    },
    Entry {
        id: "launch",
        title: "Launch coordination",
        week: 13,
        day: Tue,
        at: (9, 15),
        length: minutes(75),
        repeat: weekly(26),
        by: Some(ELIF),
        with: &[
            INES, KOFI, OMAR, GRETA, BEA, MIHAI, CLARA, NOOR, LENA, RAJ, HUGO, JO,
        ],
        booked: Booked::DaysBefore(5),
        ..ONE
    },
    Entry {
        id: "data-contracts",
        title: "Data contracts with Data & Billing",
        week: 15,
        day: Tue,
        at: (11, 30),
        length: minutes(30),
        repeat: weekly(26),
        by: Some(RAJ),
        with: &[LENA, HANA, IDRIS, ANA],
        ..ONE
    },
    Entry {
        id: "release-train",
        title: "Payments & Platform delivery sync",
        week: 16,
        day: Fri,
        at: (16, 0),
        repeat: weekly(26),
        by: Some(MIHAI),
        with: &[KOFI, PAULO, IDRIS, HANA, FELIX, SVEN],
        changes: &[change(21, Cancelled)],
        ..ONE
    },
    Entry {
        id: "interlock",
        title: "Interlock: Payments, Platform, Ledger",
        week: 17,
        day: Tue,
        at: (15, 0),
        length: minutes(90),
        repeat: fortnightly(25),
        by: Some(HUGO),
        with: &[INES, YUKI, BEA, SVEN, MIHAI, ELIF, RUTH, PRIYA],
        answer: Answer::Tentative,
        ..ONE
    },
    Entry {
        id: "cross-org-planning",
        title: "Cross-team planning: migration waves",
        week: 17,
        day: Thu,
        at: (13, 15),
        length: minutes(90),
        repeat: fortnightly(25),
        by: Some(DANA),
        with: &[
            RUTH, ELIF, HUGO, INES, KOFI, OMAR, GRETA, BEA, SVEN, AISHA, CLARA, IDRIS, LENA, RAJ,
            HANA, MARCUS,
        ],
        answer: Answer::Tentative,
        room: Some(PIER),
        ..ONE
    },
    Entry {
        id: "new-york",
        title: "Settlements weekly with New York",
        week: 11,
        day: Wed,
        at: (11, 30),
        repeat: fortnightly(25),
        by: Some(MARCUS),
        with: &[GLORIA, PRIYA],
        zone: Zone::NewYork,
        changes: &[change(15, Declined)],
        ..ONE
    },
    Entry {
        id: "vendor-escalation",
        title: "Vendor escalation: Corvid Cloud",
        week: 21,
        day: Tue,
        at: (10, 30),
        repeat: weekly(24),
        by: Some(NINA),
        with: &[PETER, BEA, SVEN, MIHAI, AISHA, HUGO, FELIX],
        booked: Booked::DaysBefore(2),
        ..ONE
    },
    Entry {
        id: "brand-sync",
        title: "Brand & website sync",
        week: 5,
        day: Wed,
        at: (16, 15),
        length: minutes(30),
        repeat: weekly(26),
        by: Some(ELIF),
        with: &[GLORIA, KOFI, CLARA],
        answer: Answer::Declined,
        ..ONE
    },
];
