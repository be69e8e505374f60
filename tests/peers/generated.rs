//! Calendars made at random but always the same for a seed: valid rules of every kind, with exceptions.

use std::fmt::Write as _;

/// Series in each calendar.
pub const SERIES: u64 = 40;

/// A generated calendar.
pub struct Generated {
    /// The file's text.
    pub text: String,
    /// UID and what it is made of, for messages.
    pub series: Vec<(String, String)>,
}

/// A small random generator (SplitMix64): the same numbers on every machine and in every year.
pub struct Dice(u64);

impl Dice {
    /// The numbers of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.next() % u64::try_from(high - low + 1).unwrap()).unwrap()
    }

    fn one_in(&mut self, n: i64) -> bool {
        self.between(1, n) == 1
    }

    /// One of them.
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.next() % from.len() as u64).unwrap()]
    }

    /// A few different ones, in the order given.
    fn some<'a>(&mut self, from: &[&'a str]) -> Vec<&'a str> {
        let mut chosen: Vec<&str> = from.iter().copied().filter(|_| self.one_in(3)).collect();
        if chosen.is_empty() {
            chosen.push(self.pick(from));
        }
        chosen
    }

    fn numbers(&mut self, low: i64, high: i64) -> String {
        let numbers: Vec<String> = (0..self.between(1, 3))
            .map(|_| self.number(low, high).to_string())
            .collect();
        numbers.join(",")
    }

    /// Counted from the beginning, or (once in four) from the end.
    fn number(&mut self, low: i64, high: i64) -> i64 {
        let number = self.between(low, high);
        if self.one_in(4) { -number } else { number }
    }
}

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const ZONES: [&str; 5] = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Sydney",
    "UTC",
];

/// The calendar of this seed.
pub fn calendar(seed: u64) -> Generated {
    let mut dice = Dice(seed);
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//generated//EN\r\n");
    let mut series = Vec::new();
    for number in 0..SERIES {
        let uid = format!("{seed}-{number}@generated");
        let lines = event(&mut dice);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n{}\r\nSUMMARY:{number}\r\nEND:VEVENT\r\n",
            lines.join("\r\n")
        );
        series.push((uid, lines.join(" ")));
    }
    text.push_str("END:VCALENDAR\r\n");
    Generated { text, series }
}

fn event(dice: &mut Dice) -> Vec<String> {
    let zone = dice.pick(&ZONES);
    let all_day = dice.one_in(5);
    let date = format!("2025{:02}{:02}", dice.between(1, 12), dice.between(1, 28));
    let time = format!("{:02}{:02}00", dice.between(0, 23), 15 * dice.between(0, 3));
    let stamp = |name: &str, date: &str| match (all_day, zone) {
        (true, _) => format!("{name};VALUE=DATE:{date}"),
        (false, "UTC") => format!("{name}:{date}T{time}Z"),
        (false, zone) => format!("{name};TZID={zone}:{date}T{time}"),
    };
    let mut lines = vec![
        stamp("DTSTART", &date),
        if all_day {
            "DURATION:P1D".to_owned()
        } else {
            format!("DURATION:PT{}M", 15 * dice.between(1, 12))
        },
        format!("RRULE:{}", rule(dice, all_day)),
    ];
    // An exception on some day of the first year; most hit nothing, which is a case too.
    for _ in 0..dice.between(0, 3) {
        lines.push(stamp(
            "EXDATE",
            &format!("2026{:02}{:02}", dice.between(1, 12), dice.between(1, 28)),
        ));
    }
    if dice.one_in(4) {
        lines.push(stamp(
            "RDATE",
            &format!("2026{:02}{:02}", dice.between(1, 12), dice.between(1, 28)),
        ));
    }
    lines
}

fn rule(dice: &mut Dice, all_day: bool) -> String {
    let frequency = dice.pick(&[
        "DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY",
    ]);
    let mut parts = vec![format!("FREQ={frequency}")];
    if dice.one_in(2) {
        parts.push(format!("INTERVAL={}", dice.between(1, 4)));
    }
    let before = parts.len();
    match frequency {
        "DAILY" => {
            if dice.one_in(3) {
                parts.push(format!("BYDAY={}", dice.some(&DAYS).join(",")));
            }
        }
        "WEEKLY" => {
            if !dice.one_in(3) {
                parts.push(format!("BYDAY={}", dice.some(&DAYS).join(",")));
            }
            if dice.one_in(4) {
                parts.push(format!("WKST={}", dice.pick(&["SU", "MO"])));
            }
        }
        "MONTHLY" => match dice.between(1, 4) {
            1 => parts.push(format!("BYMONTHDAY={}", dice.numbers(1, 31))),
            2 => parts.push(format!("BYDAY={}{}", dice.number(1, 4), dice.pick(&DAYS))),
            3 => parts.push(format!("BYDAY={}", dice.some(&DAYS).join(","))),
            _ => {}
        },
        _ => match dice.between(1, 4) {
            1 => parts.push(format!(
                "BYMONTH={};BYDAY={}{}",
                dice.between(1, 12),
                dice.number(1, 4),
                dice.pick(&DAYS)
            )),
            2 => parts.push(format!("BYYEARDAY={}", dice.numbers(1, 366))),
            3 => parts.push(format!(
                "BYWEEKNO={};BYDAY={}",
                dice.between(1, 52),
                dice.pick(&DAYS)
            )),
            _ => {}
        },
    }
    if parts.len() > before && frequency != "WEEKLY" && dice.one_in(4) {
        parts.push(format!("BYSETPOS={}", dice.number(1, 2)));
    }
    match dice.between(1, 4) {
        1 => parts.push(format!("COUNT={}", dice.between(1, 60))),
        2 if all_day => parts.push(format!("UNTIL=2027{:02}15", dice.between(1, 12))),
        2 => parts.push(format!("UNTIL=2027{:02}15T120000Z", dice.between(1, 12))),
        _ => {}
    }
    parts.join(";")
}
