//! The words that say what an event does to the day, in every language there is a table for.
//!
//! `days/words.tsv` has three columns: a role, the countries it is meant for (`*` everywhere), and phrases with `|`
//! between them. Phrases are compared as titles are read: whole words without case and accents.

use std::sync::OnceLock;

use super::phrase_tree::PhraseTree;
use crate::first_names::is_first_name;
use crate::words::{Word, words};

/// What a phrase says about the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    /// Leave, illness, time in lieu.
    Leave,
    /// The same in a word or an abbreviation that means something else inside of a title.
    LeaveShort,
    /// A day on which somebody never works.
    PartTime,
    /// Part of a day: leaving early, coming late, an afternoon off.
    Half,
    /// A public holiday, whichever.
    Holiday,
    /// A public holiday by its name.
    Named,
    /// The house is closed.
    Closed,
    /// The house is open although one might think it is not.
    Open,
    /// Only some are meant: a team, an office.
    Only,
    /// School holidays.
    School,
    /// A school, a nursery.
    SchoolWord,
    /// A day that is observed and worked.
    Observance,
    /// A description that says so.
    AboutObservance,
    /// A birthday.
    Birthday,
    /// Where somebody works.
    Place,
    /// The same in a short word.
    PlaceShort,
    /// On call.
    Duty,
    /// The same in a short word.
    DutyShort,
    /// Nothing may be changed or released.
    Freeze,
    /// A strike somewhere.
    Strike,
    /// Something to remember.
    Remind,
    /// Somebody is away and somebody stands in, or is back.
    Others,
    /// People come together for a day: an offsite, a conference, a course.
    Gathering,
    /// A journey for work.
    Travel,
    /// The same in a short word.
    TravelShort,
    /// The break at noon.
    Lunch,
    /// Something of one's own for an hour: a doctor, the school run, the car.
    Errand,
    /// A day with fewer hours.
    ShortDay,
    /// The name of a calendar that tells who is away.
    FeedOut,
    /// The name of a calendar of public holidays.
    FeedHolidays,
    /// The name of a calendar of school holidays.
    FeedSchool,
    /// The name of a calendar of birthdays.
    FeedBirthdays,
}

impl Role {
    /// Every role with the name it has in the table, in the order of their numbers.
    pub(crate) const ALL: [(Self, &'static str); 32] = [
        (Self::Leave, "leave"),
        (Self::LeaveShort, "leave_short"),
        (Self::PartTime, "part_time"),
        (Self::Half, "half"),
        (Self::Holiday, "holiday"),
        (Self::Named, "named"),
        (Self::Closed, "closed"),
        (Self::Open, "open"),
        (Self::Only, "only"),
        (Self::School, "school"),
        (Self::SchoolWord, "school_word"),
        (Self::Observance, "observance"),
        (Self::AboutObservance, "about_observance"),
        (Self::Birthday, "birthday"),
        (Self::Place, "place"),
        (Self::PlaceShort, "place_short"),
        (Self::Duty, "duty"),
        (Self::DutyShort, "duty_short"),
        (Self::Freeze, "freeze"),
        (Self::Strike, "strike"),
        (Self::Remind, "remind"),
        (Self::Others, "others"),
        (Self::Gathering, "gathering"),
        (Self::Travel, "travel"),
        (Self::TravelShort, "travel_short"),
        (Self::Lunch, "lunch"),
        (Self::Errand, "errand"),
        (Self::ShortDay, "short_day"),
        (Self::FeedOut, "feed_out"),
        (Self::FeedHolidays, "feed_holidays"),
        (Self::FeedSchool, "feed_school"),
        (Self::FeedBirthdays, "feed_birthdays"),
    ];

    /// What its words are for, in a sentence.
    pub(crate) fn told(self) -> &'static str {
        match self {
            Self::Leave | Self::LeaveShort => "leave",
            Self::PartTime => "a day without work",
            Self::Half => "part of a day off",
            Self::Holiday | Self::Named | Self::FeedHolidays => "public holidays",
            Self::Closed => "a closed house",
            Self::Open => "an open house",
            Self::Only => "some and not all",
            Self::School | Self::FeedSchool => "school holidays",
            Self::SchoolWord => "a school",
            Self::Observance | Self::AboutObservance => "a day that is observed and worked",
            Self::Birthday | Self::FeedBirthdays => "a birthday",
            Self::Place | Self::PlaceShort => "where somebody works",
            Self::Duty | Self::DutyShort => "on-call duty",
            Self::Freeze => "a freeze",
            Self::Strike => "a strike",
            Self::Remind => "a reminder",
            Self::Others | Self::FeedOut => "somebody else’s absence",
            Self::Gathering => "an offsite or a conference",
            Self::Travel | Self::TravelShort => "a journey",
            Self::Lunch => "the break at noon",
            Self::Errand => "an errand of your own",
            Self::ShortDay => "a short day",
        }
    }

    fn named(text: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, name)| *name == text);
        found.map(|(role, _)| *role)
    }

    /// Whether a phrase of this role is meant only where hardly anything else is said: “U”, “ZA Sepp”, “off”.
    fn is_short(self) -> bool {
        matches!(
            self,
            Self::LeaveShort | Self::PlaceShort | Self::DutyShort | Self::TravelShort
        )
    }

    /// Whether it is about the names of calendars, or about descriptions, and not about titles.
    fn is_elsewhere(self) -> bool {
        matches!(
            self,
            Self::AboutObservance
                | Self::FeedOut
                | Self::FeedHolidays
                | Self::FeedSchool
                | Self::FeedBirthdays
        )
    }

    /// What a short word says as a long one would.
    fn in_full(self) -> Self {
        match self {
            Self::LeaveShort => Self::Leave,
            Self::PlaceShort => Self::Place,
            Self::DutyShort => Self::Duty,
            Self::TravelShort => Self::Travel,
            other => other,
        }
    }
}

/// What a phrase means.
#[derive(Debug, Clone, Copy)]
struct Means {
    role: Role,
    /// Codes with commas between them, or `*`.
    countries: &'static str,
}

/// A phrase found in a text.
#[derive(Debug, Clone)]
pub(crate) struct DayPhrase {
    /// What it says.
    pub(crate) role: Role,
    /// The countries it is meant for, as codes with commas between them; `*` for all.
    pub(crate) countries: Vec<&'static str>,
    /// The first of its words.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
    /// Whether the word or abbreviation means something else inside of a title.
    pub(crate) short: bool,
}

const TABLE: &str = include_str!("../../days/words.tsv");

/// Second halves of compounds, as Germanic and Finnic languages build them.
const TAILS: &[(&str, Role)] = &[
    ("urlaub", Role::Leave),
    ("verlof", Role::Leave),
    ("vakantie", Role::Leave),
    ("vapaa", Role::Leave),
    ("vapaalla", Role::Leave),
    ("lomalla", Role::Leave),
    ("szabadsag", Role::Leave),
    ("ledighet", Role::Leave),
    ("permisjon", Role::Leave),
    ("orlov", Role::Leave),
    ("abbau", Role::Leave),
    ("ausgleich", Role::Leave),
    ("ferien", Role::School),
    ("geburtstag", Role::Birthday),
    ("feiertag", Role::Holiday),
    ("freeze", Role::Freeze),
    ("bereitschaft", Role::Duty),
    ("klausur", Role::Gathering),
    ("messe", Role::Gathering),
    ("tagung", Role::Gathering),
    ("konferenz", Role::Gathering),
    ("workshop", Role::Gathering),
    ("schulung", Role::Gathering),
    ("conference", Role::Gathering),
];

/// The shortest first half of a compound, in letters.
const SHORTEST_HALF: usize = 3;

fn tree() -> &'static PhraseTree<Means> {
    static TREE: OnceLock<PhraseTree<Means>> = OnceLock::new();
    TREE.get_or_init(|| {
        PhraseTree::of(TABLE.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            let role = Role::named(columns.next()?)?;
            let countries = columns.next()?;
            Some((Means { role, countries }, columns.next()?))
        }))
    })
}

/// A title's words; “A/L” and “o.o.o.” are one each.
pub(crate) fn read(title: &str) -> Vec<Word> {
    let found = words(title);
    let mut joined: Vec<Word> = Vec::with_capacity(found.len());
    let single = |word: &Word| {
        let mut letters = word.text.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    for word in found {
        if let Some(last) = joined.last_mut()
            && single(&word)
            && last.text.chars().count() <= 2
            && last.text.chars().all(char::is_alphabetic)
            && matches!(title.get(last.end..word.start), Some("/" | "."))
        {
            last.text.push_str(&word.text);
            last.end = word.end;
            continue;
        }
        joined.push(word);
    }
    joined
}

/// Every phrase about the day in a title; none overlaps another, but one may say two things.
pub(crate) fn said(words: &[Word]) -> Vec<DayPhrase> {
    found(words, |role| !role.is_elsewhere())
}

/// What a title says about the day, each role once.
pub(crate) fn roles(title: &str) -> Vec<Role> {
    let mut all: Vec<Role> = said(&read(title)).iter().map(|said| said.role).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a title is nothing but a word for the break at noon.
pub(crate) fn is_only_lunch(title: &str) -> bool {
    let words = read(title);
    let whole = |said: &DayPhrase| said.from == 0 && said.to == words.len();
    let mut said = said(&words).into_iter();
    said.any(|said| said.role == Role::Lunch && whole(&said))
}

/// Without the abbreviations for leave that stand beside a word for it: in “nv congé” the first are somebody's initials;
/// “SL - fever” says the same twice.
pub(crate) fn without_echoes(
    title: &str,
    words: &[Word],
    mut said: Vec<DayPhrase>,
) -> Vec<DayPhrase> {
    let in_full: Vec<usize> = said
        .iter()
        .filter(|said| said.role == Role::Leave && !said.short)
        .map(|said| said.from)
        .collect();
    said.retain(|said| {
        let next = words.get(said.to.saturating_sub(1)).zip(words.get(said.to));
        let gap = next.and_then(|(last, next)| title.get(last.end..next.start));
        let beside = in_full.contains(&said.to) && gap.is_some_and(|gap| gap.trim().is_empty());
        said.role != Role::Leave || !said.short || !beside
    });
    said
}

/// What the name of a calendar, or a description, says.
pub(crate) fn said_elsewhere(words: &[Word]) -> Vec<DayPhrase> {
    found(words, |_| true)
}

fn found(words: &[Word], wanted: impl Fn(Role) -> bool) -> Vec<DayPhrase> {
    let tree = tree();
    let ids = tree.ids(words);
    let mut all: Vec<DayPhrase> = Vec::new();
    let mut from = 0;
    while let Some(word) = words.get(from) {
        let Some(longest) = tree.longest(words, &ids, from) else {
            all.extend(compound(word, from));
            from += 1;
            continue;
        };
        let first = all.len();
        for means in longest.speaks_for {
            // “Des out until Tuesday”: behind a name alone it is at the edge too.
            let edge = from == 0
                || longest.to == words.len()
                || from == 1 && words[0].capital && is_first_name(&words[0].text);
            if !wanted(means.role) || means.role.is_short() && !edge {
                continue;
            }
            let role = means.role.in_full();
            match all[first..].iter_mut().find(|said| said.role == role) {
                Some(said) => said.countries.push(means.countries),
                None => all.push(DayPhrase {
                    role,
                    countries: vec![means.countries],
                    from,
                    to: longest.to,
                    short: means.role.is_short(),
                }),
            }
        }
        from = if all.len() > first {
            longest.to
        } else {
            from + 1
        };
    }
    all
}

/// “Sommerurlaub”, “kesälomalla”.
fn compound(word: &Word, at: usize) -> Option<DayPhrase> {
    let tails = TAILS.iter().filter(|(tail, _)| {
        let half = word.text.strip_suffix(tail);
        half.is_some_and(|half| half.chars().count() >= SHORTEST_HALF)
    });
    let (_, role) = tails.max_by_key(|(tail, _)| tail.len())?;
    Some(DayPhrase {
        role: *role,
        countries: vec!["*"],
        from: at,
        to: at + 1,
        short: false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Role, TABLE, read, said};

    fn roles(title: &str) -> Vec<Role> {
        said(&read(title))
            .into_iter()
            .map(|said| said.role)
            .collect()
    }

    #[test]
    fn every_row_has_a_role_countries_and_phrases() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "{line}");
            assert!(Role::named(columns[0]).is_some(), "{line}");
            let coded = columns[1]
                .split(',')
                .all(|code| code.len() == 2 && code.is_ascii());
            assert!(coded || columns[1] == "*", "{line}");
            assert!(
                columns[2].split('|').all(|p| !p.trim().is_empty()),
                "{line}"
            );
        }
    }

    #[test]
    fn phrases_are_found_whole_and_in_compounds() {
        assert_eq!(roles("Sommerurlaub Nordsee"), [Role::Leave]);
        assert_eq!(roles("Herbstferien Sachsen"), [Role::School]);
        assert_eq!(roles("Rolled out to everybody"), []);
        assert_eq!(roles("A/L Owain"), [Role::Leave]);
        assert!(roles("Gandhi Jayanti").contains(&Role::Named));
    }
}
