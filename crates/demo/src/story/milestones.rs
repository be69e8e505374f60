//! What happens once: reviews, planning, an incident, interviews.

use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};

use crate::entry::{Answer, Booked, Entry, Length, ONE, Shows, minutes};
use crate::people::{
    AISHA, ANA, BEA, CLARA, DANA, ELIF, EVERYBODY, FELIX, GRETA, HANA, HUGO, INES, KOFI, LEDGER,
    LENA, MARTA, MIHAI, NOOR, OMAR, PAULO, PIER, PRIYA, RAJ, RUTH, SAM, SOFIA, SVEN, TOMASZ, YUKI,
};

pub(super) const ENTRIES: &[Entry] = &[
    // Reviews.
    Entry {
        id: "design-settlement",
        title: "Design review: settlement ledger",
        week: 2,
        day: Tue,
        at: (14, 0),
        length: minutes(90),
        by: Some(PRIYA),
        with: &[FELIX, ANA, KOFI, AISHA],
        text: "Please read before: https://docs.harborline.example/design/settlement-ledger",
        ..ONE
    },
    Entry {
        id: "design-settlement-reading",
        title: "Read: settlement ledger design doc",
        week: 1,
        day: Fri,
        at: (14, 15),
        length: minutes(30),
        ..ONE
    },
    Entry {
        id: "rfc-idempotency",
        title: "RFC 0142: idempotency keys",
        week: 4,
        day: Thu,
        at: (14, 30),
        by: Some(YUKI),
        with: &[KOFI, SVEN, PRIYA, GRETA],
        ..ONE
    },
    Entry {
        id: "architecture-cells",
        title: "Architecture forum: cell routing",
        week: 5,
        day: Tue,
        at: (14, 0),
        length: minutes(90),
        by: Some(AISHA),
        with: &[SVEN, YUKI, RAJ, HUGO, GRETA, TOMASZ],
        room: Some(PIER),
        ..ONE
    },
    Entry {
        id: "security-review",
        title: "Security review: posting API",
        week: 8,
        day: Tue,
        at: (14, 0),
        by: Some(GRETA),
        with: &[PAULO, MARTA],
        ..ONE
    },
    Entry {
        id: "architecture-outbox",
        title: "Architecture forum: outbox or change capture?",
        week: 12,
        day: Wed,
        at: (10, 0),
        length: minutes(90),
        by: Some(AISHA),
        with: &[SVEN, YUKI, RAJ, HUGO, MIHAI],
        room: Some(PIER),
        ..ONE
    },
    Entry {
        id: "design-backfill",
        title: "Design review: balance backfill",
        week: 17,
        day: Wed,
        at: (15, 0),
        by: Some(TOMASZ),
        with: &[PRIYA, FELIX, RAJ],
        ..ONE
    },
    Entry {
        id: "rfc-event-sourcing",
        title: "RFC: event sourcing",
        week: 23,
        day: Thu,
        at: (15, 0),
        length: minutes(90),
        by: Some(PRIYA),
        with: &[FELIX, YUKI, RAJ],
        text: "https://docs.harborline.example/rfc/0161-event-sourcing\nComments until Wednesday evening, please.",
        booked: Booked::DaysBefore(6),
        ..ONE
    },
    Entry {
        id: "design-outbox",
        title: "Design review: outbox relay",
        week: 24,
        day: Wed,
        at: (14, 0),
        by: Some(SAM),
        with: &[PRIYA, FELIX, SVEN, YUKI],
        booked: Booked::DaysBefore(13),
        ..ONE
    },
    Entry {
        id: "readiness",
        title: "Production readiness review: ledger v2",
        week: 25,
        day: Wed,
        at: (15, 0),
        length: minutes(90),
        by: Some(AISHA),
        with: &[MIHAI, FELIX, MARTA, OMAR],
        answer: Answer::Unanswered,
        booked: Booked::DaysBefore(17),
        ..ONE
    },
    // Strategy.
    Entry {
        id: "roadmap-draft",
        title: "Ledger roadmap {quarter}: draft",
        week: 4,
        day: Tue,
        at: (14, 0),
        length: minutes(90),
        by: Some(ELIF),
        with: &[RUTH],
        ..ONE
    },
    Entry {
        id: "engineering-strategy",
        title: "Engineering strategy workshop",
        week: 6,
        day: Tue,
        at: (14, 0),
        length: minutes(120),
        by: Some(DANA),
        with: &[HUGO, AISHA, YUKI, RAJ, GRETA, RUTH],
        room: Some(PIER),
        ..ONE
    },
    Entry {
        id: "quarter-planning",
        title: "Quarter planning {quarter}",
        week: 12,
        day: Fri,
        at: (13, 0),
        length: minutes(120),
        by: Some(RUTH),
        with: &[ELIF, PRIYA, DANA],
        ..ONE
    },
    Entry {
        id: "quarter-planning-again",
        title: "Quarter planning {quarter}",
        week: 25,
        day: Fri,
        at: (9, 30),
        length: minutes(120),
        by: Some(RUTH),
        with: &[ELIF, PRIYA, DANA],
        booked: Booked::DaysBefore(21),
        ..ONE
    },
    // On call, and what came of it.
    Entry {
        id: "on-call",
        title: "On-call (primary)",
        week: 14,
        length: Length::Days(7),
        shows: Shows::Free,
        booked: Booked::DaysBefore(50),
        ..ONE
    },
    Entry {
        id: "on-call-handover",
        title: "On-call handover",
        week: 14,
        at: (11, 30),
        length: minutes(15),
        by: Some(FELIX),
        ..ONE
    },
    Entry {
        id: "incident",
        title: "INC-2107: double posting of refunds",
        week: 14,
        day: Thu,
        at: (14, 20),
        length: minutes(205),
        by: Some(MIHAI),
        with: &[FELIX, PRIYA, KOFI, SVEN, CLARA],
        booked: Booked::MinutesBefore(5),
        ..ONE
    },
    Entry {
        id: "incident-follow-up",
        title: "INC-2107: customer balances",
        week: 14,
        day: Fri,
        at: (9, 30),
        length: minutes(90),
        by: Some(CLARA),
        with: &[NOOR, FELIX, PRIYA],
        booked: Booked::MinutesBefore(14 * 60),
        ..ONE
    },
    Entry {
        id: "post-mortem",
        title: "Post-mortem: double posting of refunds",
        week: 15,
        day: Thu,
        at: (15, 0),
        length: minutes(75),
        by: Some(SAM),
        with: &[MIHAI, FELIX, PRIYA, KOFI, SVEN, CLARA, RUTH],
        booked: Booked::DaysBefore(4),
        ..ONE
    },
    Entry {
        id: "post-mortem-writing",
        title: "Write post-mortem",
        week: 15,
        day: Wed,
        at: (14, 0),
        length: minutes(90),
        booked: Booked::DaysBefore(2),
        ..ONE
    },
    // Hiring.
    Entry {
        id: "interview-briefing",
        title: "Interview briefing: Staff candidate",
        week: 13,
        day: Fri,
        at: (13, 0),
        length: minutes(30),
        by: Some(SOFIA),
        with: &[RUTH, AISHA],
        ..ONE
    },
    Entry {
        id: "interview-design",
        title: "Interview: system design",
        week: 15,
        day: Mon,
        at: (10, 0),
        by: Some(SOFIA),
        with: &[AISHA],
        ..ONE
    },
    Entry {
        id: "interview-debrief",
        title: "Interview debrief",
        week: 15,
        day: Wed,
        at: (16, 30),
        length: minutes(30),
        by: Some(SOFIA),
        with: &[RUTH, AISHA, YUKI],
        ..ONE
    },
    Entry {
        id: "interview-coding",
        title: "Interview: coding (backend)",
        week: 22,
        day: Thu,
        at: (14, 30),
        by: Some(SOFIA),
        with: &[FELIX],
        booked: Booked::DaysBefore(5),
        ..ONE
    },
    Entry {
        id: "interview-debrief-2",
        title: "Interview debrief",
        week: 23,
        day: Tue,
        at: (16, 30),
        length: minutes(30),
        by: Some(SOFIA),
        with: &[RUTH, FELIX, ANA],
        booked: Booked::DaysBefore(5),
        ..ONE
    },
    // The rest of a company's life.
    Entry {
        id: "coffee-ines",
        title: "Coffee with Inès",
        week: 23,
        day: Fri,
        at: (14, 0),
        length: minutes(30),
        by: Some(SAM),
        with: &[INES],
        booked: Booked::DaysBefore(6),
        ..ONE
    },
    Entry {
        id: "coffee-yuki",
        title: "Coffee with Yuki",
        week: 8,
        day: Thu,
        at: (15, 30),
        length: minutes(30),
        by: Some(YUKI),
        ..ONE
    },
    Entry {
        id: "security-training",
        title: "Security training (mandatory)",
        week: 10,
        day: Thu,
        at: (14, 0),
        by: Some(HUGO),
        with: &[EVERYBODY],
        booked: Booked::DaysBefore(30),
        ..ONE
    },
    Entry {
        id: "team-lunch",
        title: "Ledger team lunch",
        week: 13,
        day: Wed,
        at: (12, 0),
        length: minutes(75),
        by: Some(RUTH),
        with: LEDGER,
        ..ONE
    },
    Entry {
        id: "calibration",
        title: "Calibration: Staff promotions",
        week: 21,
        day: Mon,
        at: (16, 0),
        length: minutes(90),
        by: Some(DANA),
        with: &[RUTH, HUGO, AISHA],
        ..ONE
    },
    Entry {
        id: "self-assessment",
        title: "Self-assessment",
        week: 22,
        day: Fri,
        at: (13, 0),
        length: minutes(60),
        ..ONE
    },
    Entry {
        id: "hold",
        title: "Hold",
        week: 11,
        day: Thu,
        at: (15, 0),
        shows: Shows::Tentative,
        ..ONE
    },
    Entry {
        id: "hold-launch",
        title: "HOLD: launch rehearsal?",
        week: 24,
        day: Thu,
        at: (14, 30),
        length: minutes(120),
        by: Some(ELIF),
        with: &[BEA, MIHAI, INES, FELIX],
        answer: Answer::Unanswered,
        shows: Shows::Tentative,
        booked: Booked::DaysBefore(11),
        ..ONE
    },
    Entry {
        id: "brown-bag",
        title: "Brown bag: contract testing",
        week: 22,
        day: Wed,
        at: (12, 0),
        length: minutes(45),
        by: Some(HANA),
        with: &[EVERYBODY],
        answer: Answer::Unanswered,
        ..ONE
    },
    Entry {
        id: "workshop-boundaries",
        title: "Team boundaries workshop",
        week: 11,
        day: Tue,
        at: (15, 30),
        length: minutes(90),
        by: Some(HUGO),
        with: &[BEA, INES, OMAR, CLARA, LENA],
        answer: Answer::Declined,
        ..ONE
    },
    Entry {
        id: "busy",
        title: "Busy",
        week: 19,
        day: Mon,
        at: (10, 0),
        length: minutes(45),
        shows: Shows::Private,
        ..ONE
    },
    Entry {
        id: "kestrel",
        title: "Kestrel",
        week: 22,
        day: Tue,
        at: (15, 0),
        length: minutes(60),
        by: Some(DANA),
        with: &[HUGO, BEA],
        booked: Booked::DaysBefore(3),
        ..ONE
    },
];
