use chrono::NaiveDate;
use weekwise_model::Category;

/// How a UID begins, by what the block is for.
const HEADS: [(Category, &str); 4] = [
    (Category::DeepWork, "deep-work-"),
    (Category::Strategy, "strategy-"),
    (Category::Review, "review-"),
    (Category::OneOnOne, "one-on-one-"),
];
const TAIL: &str = "@weekwise";

/// The UID of a planned block: what it is for, the day it is on and its number among that day's blocks of the kind, from 1.
/// It stays the same when the block moves within its day, so that a second export updates the first.
pub fn uid_of(category: Category, day: NaiveDate, number: usize) -> String {
    let head = HEADS.iter().find(|(of, _)| *of == category);
    let head = head.map_or("deep-work-", |(_, head)| head);
    format!("{head}{day}-{number}{TAIL}")
}

/// What a planned block is for; `None` where the UID is not one of a planned block.
pub fn purpose_of(uid: &str) -> Option<Category> {
    let rest = uid.strip_suffix(TAIL)?;
    HEADS.iter().find_map(|(category, head)| {
        let (day, number) = rest.strip_prefix(head)?.rsplit_once('-')?;
        let is_planned = day.parse::<NaiveDate>().is_ok() && number.parse::<usize>().is_ok();
        is_planned.then_some(*category)
    })
}

/// Whether a UID is one of a planned block.
pub fn is_planned(uid: &str) -> bool {
    purpose_of(uid).is_some()
}

/// The names that follow one on its day.
pub(crate) fn further_names(uid: &str) -> impl Iterator<Item = String> + use<> {
    let parts = uid.strip_suffix(TAIL).and_then(|rest| {
        let (day, number) = rest.rsplit_once('-')?;
        Some((day.to_owned(), number.parse::<usize>().ok()?))
    });
    let (day, number) = parts.unwrap_or_else(|| (uid.to_owned(), 0));
    (number + 1..).map(move |number| format!("{day}-{number}{TAIL}"))
}
