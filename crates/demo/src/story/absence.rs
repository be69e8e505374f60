//! Days away, private life, and what was booked over focus blocks.

use chrono::Weekday::{Fri, Mon, Thu, Wed};

use crate::entry::{Booked, Entry, Length, ONE, Shows, minutes};
use crate::people::{
    AISHA, BEA, CHIARA, CLARA, ELIF, FELIX, GRETA, HANA, INES, KOFI, LENA, MARTA, MIHAI, OMAR,
    PAULO, PETER, RAJ, SVEN,
};

pub(super) const ENTRIES: &[Entry] = &[
    // Away.
    Entry {
        id: "public-holiday",
        title: "Public holiday (office closed)",
        week: 7,
        day: Thu,
        length: Length::Days(1),
        shows: Shows::OutOfOffice,
        booked: Booked::DaysBefore(120),
        ..ONE
    },
    Entry {
        id: "vacation",
        title: "OOO: vacation",
        week: 18,
        day: Mon,
        length: Length::Days(5),
        shows: Shows::OutOfOffice,
        booked: Booked::DaysBefore(60),
        ..ONE
    },
    Entry {
        id: "flight-out",
        title: "Flight BER – LIS",
        week: 20,
        day: Wed,
        at: (17, 10),
        length: minutes(230),
        booked: Booked::DaysBefore(33),
        ..ONE
    },
    Entry {
        id: "conference-1",
        title: "Conference: StaffCon Lisbon, day 1",
        week: 20,
        day: Thu,
        at: (9, 0),
        length: minutes(480),
        booked: Booked::DaysBefore(70),
        ..ONE
    },
    Entry {
        id: "conference-2",
        title: "Conference: StaffCon Lisbon, day 2 (talk 14:00)",
        week: 20,
        day: Fri,
        at: (9, 0),
        length: minutes(450),
        booked: Booked::DaysBefore(70),
        ..ONE
    },
    Entry {
        id: "talk-preparation",
        title: "Prepare conference talk",
        week: 19,
        day: Thu,
        at: (14, 0),
        length: minutes(120),
        ..ONE
    },
    // Private life.
    Entry {
        id: "dentist",
        title: "Dentist",
        week: 6,
        day: Wed,
        at: (10, 0),
        length: minutes(75),
        shows: Shows::Private,
        booked: Booked::DaysBefore(45),
        ..ONE
    },
    Entry {
        id: "dentist-again",
        title: "Dentist",
        week: 21,
        day: Thu,
        at: (15, 0),
        shows: Shows::Private,
        booked: Booked::DaysBefore(45),
        ..ONE
    },
    Entry {
        id: "lunch-alex",
        title: "Lunch with Alex",
        week: 5,
        day: Fri,
        at: (12, 0),
        shows: Shows::Private,
        ..ONE
    },
    Entry {
        id: "lunch-alex-2",
        title: "Lunch with Alex",
        week: 16,
        day: Wed,
        at: (12, 0),
        shows: Shows::Private,
        ..ONE
    },
    Entry {
        id: "lunch-alex-3",
        title: "Lunch with Alex",
        week: 24,
        day: Fri,
        at: (12, 0),
        shows: Shows::Private,
        ..ONE
    },
    Entry {
        id: "parents-evening",
        title: "Parents' evening",
        week: 13,
        day: Thu,
        at: (16, 0),
        shows: Shows::Private,
        ..ONE
    },
    // Booked over focus blocks.
    Entry {
        id: "pricing-call",
        title: "Quick pricing call",
        week: 23,
        day: Wed,
        at: (10, 30),
        length: minutes(30),
        by: Some(INES),
        with: &[KOFI, ELIF],
        booked: Booked::MinutesBefore(17 * 60 + 40),
        ..ONE
    },
    Entry {
        id: "contract-question",
        title: "Contract events: who owns the retries?",
        week: 10,
        day: Wed,
        at: (10, 0),
        length: minutes(45),
        by: Some(SVEN),
        with: &[AISHA, KOFI],
        booked: Booked::MinutesBefore(19 * 60),
        ..ONE
    },
    Entry {
        id: "cut-over-order",
        title: "Cut-over order: Risk or Billing first?",
        week: 13,
        day: Wed,
        at: (9, 30),
        by: Some(OMAR),
        with: &[CLARA, BEA, PAULO],
        booked: Booked::DaysBefore(2),
        ..ONE
    },
    Entry {
        id: "load-test",
        title: "Load test results (Platform)",
        week: 16,
        day: Wed,
        at: (11, 0),
        by: Some(MIHAI),
        with: &[SVEN, FELIX, RAJ],
        booked: Booked::DaysBefore(1),
        ..ONE
    },
    Entry {
        id: "customer-call",
        title: "Customer call: Brightmarket reconciliation",
        week: 17,
        day: Fri,
        at: (10, 0),
        by: Some(ELIF),
        with: &[CHIARA, MARTA],
        booked: Booked::MinutesBefore(22 * 60),
        ..ONE
    },
    Entry {
        id: "auditor",
        title: "Auditor questions on posting rules",
        week: 19,
        day: Wed,
        at: (10, 30),
        length: minutes(60),
        by: Some(GRETA),
        with: &[PAULO, ELIF],
        booked: Booked::DaysBefore(3),
        ..ONE
    },
    Entry {
        id: "schema-freeze",
        title: "Schema freeze: go or no-go with Data",
        week: 21,
        day: Wed,
        at: (9, 30),
        length: minutes(45),
        by: Some(LENA),
        with: &[RAJ, HANA, BEA],
        booked: Booked::MinutesBefore(16 * 60),
        ..ONE
    },
    Entry {
        id: "capacity-question",
        title: "Capacity numbers for Corvid",
        week: 22,
        day: Mon,
        at: (10, 0),
        length: minutes(30),
        by: Some(BEA),
        with: &[PETER, MIHAI],
        booked: Booked::MinutesBefore(65 * 60),
        ..ONE
    },
];
