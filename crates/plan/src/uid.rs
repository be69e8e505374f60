use chrono::NaiveDate;

const HEAD: &str = "deep-work-";
const TAIL: &str = "@weekwise";

/// The UID of a planned block: the day it is on and its number among that day's blocks, from 1. It stays the same when
/// the block moves within its day, so that a second export updates the first.
pub fn uid_of(day: NaiveDate, number: usize) -> String {
    format!("{HEAD}{day}-{number}{TAIL}")
}

/// Whether a UID is one of a planned block.
pub fn is_planned(uid: &str) -> bool {
    uid.strip_prefix(HEAD)
        .and_then(|rest| rest.strip_suffix(TAIL))
        .and_then(|rest| rest.rsplit_once('-'))
        .is_some_and(|(day, number)| {
            day.parse::<NaiveDate>().is_ok() && number.parse::<usize>().is_ok()
        })
}
