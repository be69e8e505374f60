//! What comes back.

use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};

use crate::entry::What::{Cancelled, Declined, Moved, Removed, Renamed};
use crate::entry::{
    Answer, Booked, Entry, ONE, Repeat, Shows, change, change_on, fortnightly, four_weekly,
    minutes, weekly,
};
use crate::people::{
    AISHA, ANA, BEA, CLARA, DANA, DINGHY, ELIF, EVERYBODY, FELIX, GLORIA, GRETA, HANA, HUGO, IDRIS,
    INES, JO, KOFI, LEDGER, LEE, LENA, LIGHTHOUSE, MARCUS, MARTA, MIHAI, NINA, NOOR, OMAR, PAULO,
    PETER, PIER, PRIYA, RAJ, RELIABILITY, RUTH, SAM, STANDUP, SVEN, TOMASZ, YUKI,
};
use crate::zone::Zone;

pub(super) const SERIES: &[Entry] = &[
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
        title: "Release train sync",
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
        title: "Settlement cut-over with New York",
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
        at: (16, 0),
        length: minutes(30),
        repeat: weekly(26),
        by: Some(ELIF),
        with: &[GLORIA, KOFI, CLARA],
        answer: Answer::Declined,
        ..ONE
    },
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
