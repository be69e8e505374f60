//! Answers for other eyes: no titles, no names, no places (sections 8 and 10 of docs/product.md).
//!
//! Every text of an answer says what it is ([`Text`]), so there is one place that hides and nothing it can forget: what the
//! window is told while titles are hidden, a report that is handed on, a list of events. The same title, person or calendar
//! has the same neutral word everywhere and at all times, so that what is shown can still be talked about, and two reports
//! compared. What the program itself calls something is no secret: a block called “Deep work” stays one.

use std::collections::{BTreeSet, HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};

use weekwise_model::{Category, EventRow, HiddenWord, Kind, Occurrence, Span, Text, Texts, mark};

use crate::remembered::Judgements;
use crate::{Opened, quotations};

/// What stands for a text that has no word of its own.
const HIDDEN: &str = "Hidden";

/// Names shorter than this would be found in the middle of everything.
const SHORTEST_NAME: usize = 3;

/// Titles shorter than this are hidden where they stand alone or between quotation marks, but not searched for in sentences.
const SHORTEST_TITLE: usize = 8;

/// How many digits of a mark stand for a UID: among a hundred thousand events two share them once in fifty thousand
/// calendars.
const MARK_DIGITS: usize = 12;

/// What the history says before a name that stands without quotation marks, and what it says then.
const DEEDS: [(&str, &str); 3] = [
    ("Import ", "Import a calendar"),
    ("Subscribe to ", "Subscribe to a calendar"),
    (
        "End the subscription to ",
        "End the subscription to a calendar",
    ),
];

/// What stands for each of something: by what it is called.
type Aliases = HashMap<String, String>;

/// What becomes of UIDs: programs write titles and addresses into some.
#[derive(Debug, Default)]
enum Uids {
    /// They stay, because nothing shows them.
    #[default]
    Kept,
    /// A number stands for each.
    Numbered(Aliases),
    /// A mark stands for each ([`Veil::mark_of`]).
    Marked,
}

/// What stands for each title, person, calendar, file, team and priority.
#[derive(Debug, Default)]
pub struct Veil {
    titles: Aliases,
    people: Aliases,
    calendars: Aliases,
    teams: Aliases,
    priorities: Aliases,
    /// What becomes of UIDs.
    uids: Uids,
    /// Whose mail addresses are known; a name is none of them.
    addresses: HashSet<String>,
    /// The titles and people that are searched for in sentences.
    sought: Option<AhoCorasick>,
    /// Each of them, and what stands for it.
    found: Vec<HiddenWord>,
}

impl Veil {
    /// What is to be hidden of everything that is open.
    pub fn over(opened: &Opened) -> Self {
        let mut veil = Self {
            titles: titles_of(opened),
            ..Self::default()
        };
        for person in opened.imported.events().flat_map(|event| event.people()) {
            let next = format!("Person {}", veil.people.len() + 1);
            let alias = veil.people.entry(person.address.clone()).or_insert(next);
            let alias = alias.clone();
            veil.addresses.insert(person.address.clone());
            if let Some(name) = person.name.as_deref().map(str::trim)
                && !name.is_empty()
            {
                veil.people.entry(name.to_owned()).or_insert(alias);
            }
        }
        // Who is no person has a name all the same: a shared calendar, a program.
        for event in opened.imported.events() {
            let attendees = event.attendees.iter().filter(|a| !a.kind.is_person());
            let things = attendees.map(|a| &a.person).chain(&event.organizer);
            for thing in things {
                let next = format!("Person {}", veil.people.len() + 1);
                let alias = veil.people.entry(thing.address.clone()).or_insert(next);
                let alias = alias.clone();
                if let Some(name) = thing.name.as_deref().map(str::trim)
                    && !name.is_empty()
                {
                    veil.people.entry(name.to_owned()).or_insert(alias);
                }
            }
        }
        for address in &opened.settings.me.addresses {
            veil.people.insert(address.clone(), "Me".to_owned());
            veil.addresses.insert(address.clone());
        }
        for (number, calendar) in (1..).zip(opened.imported.calendars()) {
            let alias = format!("Calendar {number}");
            veil.calendars.insert(calendar.file.clone(), alias.clone());
            veil.calendars.insert(calendar.name.clone(), alias);
        }
        for (number, file) in (1..).zip(&opened.files) {
            let alias = format!("File {number}");
            veil.calendars.entry(file.clone()).or_insert(alias);
        }
        let marks = &opened.said.marks;
        for (number, team) in (1..).zip(&marks.team_names) {
            veil.teams
                .insert(team.name.clone(), format!("Team {number}"));
        }
        for (number, priority) in (1..).zip(&marks.priorities) {
            let alias = format!("Priority {number}");
            veil.priorities.insert(priority.name.clone(), alias);
        }
        veil.seek();
        veil
    }

    /// The same for what leaves the computer: UIDs go as well, because some programs write addresses into them.
    pub fn over_papers(opened: &Opened) -> Self {
        let mut uids = Aliases::new();
        for event in opened.imported.events() {
            let next = format!("event-{}", uids.len() + 1);
            uids.entry(event.uid.clone()).or_insert(next);
        }
        Self {
            uids: Uids::Numbered(uids),
            ..Self::over(opened)
        }
    }

    /// The same for an assistant: what stands for a UID is the same everywhere and always, so that it can be asked about
    /// later, after an import too.
    pub fn over_assistants(opened: &Opened) -> Self {
        Self {
            uids: Uids::Marked,
            ..Self::over(opened)
        }
    }

    /// What an assistant calls the event with this UID: twelve hexadecimal digits, which tell nothing of it.
    pub fn mark_of(uid: &str) -> String {
        let mut mark = mark(uid);
        mark.truncate(MARK_DIGITS);
        mark
    }

    /// Whether a word that was exchanged is somebody's address, not a name or a title.
    pub fn is_address(&self, word: &str) -> bool {
        word.contains('@') || self.addresses.contains(word)
    }

    fn seek(&mut self) {
        let words = |text: &str| text.split_whitespace().count();
        let titles = self
            .titles
            .iter()
            .filter(|(title, _)| title.chars().count() >= SHORTEST_TITLE && words(title) > 1);
        let people = self
            .people
            .iter()
            .filter(|(name, _)| name.chars().count() >= SHORTEST_NAME);
        self.found = titles
            .chain(people)
            .filter(|(text, alias)| text != alias && !is_own_word(text))
            .map(|(text, alias)| hidden_word(text, alias))
            .collect();
        self.sought = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(self.found.iter().map(|found| &found.word))
            .ok();
    }

    /// Hides what an answer holds; says what was exchanged for what.
    pub fn hide(&self, answer: &mut impl Texts) -> BTreeSet<HiddenWord> {
        let mut hiding = Hiding {
            veil: self,
            named_here: Vec::new(),
            exchanged: BTreeSet::new(),
        };
        answer.each_text(&mut |sort, text| hiding.learn(sort, text));
        // One name may be part of another.
        hiding
            .named_here
            .sort_by_key(|named| std::cmp::Reverse(named.word.len()));
        answer.each_text(&mut |sort, text| {
            if let Some(other) = hiding.instead_of(sort, text) {
                *text = other;
            }
        });
        hiding.exchanged
    }

    /// An occurrence as it is handed on: the words that decided its category are gone as well.
    pub fn row(&self, mut row: EventRow) -> EventRow {
        self.hide(&mut row);
        row.because.clear();
        row
    }

    /// The neutral word for a text of a sort that calls something by name; `None` for the other sorts.
    pub(crate) fn alias(&self, sort: Text, text: &str) -> Option<String> {
        let (known, what) = match sort {
            Text::Title => (&self.titles, "Event"),
            Text::Name | Text::Address => (&self.people, "Person"),
            Text::Calendar => (&self.calendars, "Calendar"),
            Text::File => (&self.calendars, "File"),
            Text::Team => (&self.teams, "Team"),
            Text::Priority => (&self.priorities, "Priority"),
            _ => return None,
        };
        let text = text.trim();
        Some(match known.get(text) {
            _ if text.is_empty() || is_own_word(text) => text.to_owned(),
            Some(alias) => alias.clone(),
            None => format!("{what} {}", number_of(text)),
        })
    }

    fn knows(&self, text: &str) -> bool {
        [&self.people, &self.teams, &self.priorities]
            .iter()
            .any(|known| known.contains_key(text))
    }
}

/// One answer being hidden.
struct Hiding<'v> {
    veil: &'v Veil,
    /// What this answer calls by a name that no calendar does, such as a team that was found; the longest first. Its
    /// sentences say the names too.
    named_here: Vec<HiddenWord>,
    exchanged: BTreeSet<HiddenWord>,
}

impl Hiding<'_> {
    /// Takes note of what an answer calls by name.
    fn learn(&mut self, sort: Text, text: &str) {
        if !matches!(
            sort,
            Text::Name | Text::Address | Text::Team | Text::Priority
        ) {
            return;
        }
        let name = text.trim();
        if name.chars().count() < SHORTEST_NAME || is_own_word(name) || self.veil.knows(name) {
            return;
        }
        if let Some(alias) = self.veil.alias(sort, name) {
            self.named_here.push(hidden_word(name, &alias));
        }
    }

    /// What is shown in a text's place; `None` where it stays.
    fn instead_of(&mut self, sort: Text, text: &str) -> Option<String> {
        match sort {
            Text::Own | Text::Key => None,
            Text::Uid => match &self.veil.uids {
                Uids::Kept => None,
                Uids::Numbered(uids) => {
                    Some(uids.get(text).map_or("event", String::as_str).to_owned())
                }
                Uids::Marked => Some(Veil::mark_of(text)),
            },
            Text::Place | Text::Writing => Some(concealed(text)),
            Text::Domain => Some(format!("company {}", number_of(text))),
            Text::Title
            | Text::Name
            | Text::Address
            | Text::Calendar
            | Text::File
            | Text::Team
            | Text::Priority => {
                let alias = self.veil.alias(sort, text)?;
                self.note(text.trim(), &alias);
                Some(alias)
            }
            Text::Deed => {
                let known = DEEDS.iter().find(|(begin, _)| text.starts_with(begin));
                Some(known.map_or_else(|| self.sentence(text), |(_, said)| (*said).to_owned()))
            }
            Text::Quotation => Some(match self.veil.titles.get(text.trim()) {
                Some(alias) if !is_own_word(text.trim()) => {
                    self.note(text.trim(), alias);
                    alias.clone()
                }
                _ => self.sentence(text),
            }),
        }
    }

    fn note(&mut self, word: &str, alias: &str) {
        if word != alias && !word.is_empty() {
            self.exchanged.insert(hidden_word(word, alias));
        }
    }

    fn sentence(&mut self, text: &str) -> String {
        let quoted = self.quoted(text);
        let mut told = self.named(&quoted);
        for named in std::mem::take(&mut self.named_here) {
            if let Some(exchanged) = exchanged_words(&told, &named) {
                told = exchanged;
                self.note(&named.word, &named.shown);
            }
            self.named_here.push(named);
        }
        told
    }

    /// What stands between quotation marks is a title, a name, or what somebody wrote.
    fn quoted(&mut self, text: &str) -> String {
        let veil = self.veil;
        quotations::exchanged(text, &veil.titles, |title, within| {
            let named = || {
                [&veil.calendars, &veil.teams, &veil.priorities, &veil.people]
                    .into_iter()
                    .find_map(|known| known.get(within.trim()))
            };
            if is_own_word(within) {
                return within;
            }
            let Some(alias) = title.or_else(|| named().map(String::as_str)) else {
                return "…";
            };
            self.note(within.trim(), alias);
            alias
        })
    }

    /// Names, and titles that stand in a sentence without quotation marks.
    fn named(&mut self, text: &str) -> String {
        let veil = self.veil;
        let Some(sought) = &veil.sought else {
            return text.to_owned();
        };
        let mut told = String::with_capacity(text.len());
        let mut after = 0;
        for found in sought.find_iter(text) {
            let known = veil.found.get(found.pattern().as_usize());
            if let Some(known) = known
                && stands_alone(text, found.start(), found.end())
            {
                told.push_str(text.get(after..found.start()).unwrap_or_default());
                told.push_str(&known.shown);
                self.note(&known.word, &known.shown);
                after = found.end();
            }
        }
        told.push_str(text.get(after..).unwrap_or_default());
        told
    }
}

/// What stands for each title: its kind, and the how manieth of that kind it is.
fn titles_of(opened: &Opened) -> Aliases {
    let zone = opened.settings.zone;
    let mut seen = BTreeSet::new();
    let firsts: Vec<Occurrence> = opened
        .imported
        .events()
        .filter(|event| seen.insert(event.summary.trim()))
        .map(|event| Occurrence {
            event: event.clone(),
            recurrence_id: None,
            span: Span::of_wall(event.first, zone),
        })
        .collect();
    let judged = opened.judged_by(&opened.classifier, &firsts, &mut Judgements::new());
    let mut counts: HashMap<Kind, usize> = HashMap::new();
    judged
        .into_iter()
        .map(|judged| {
            let kind = judged.classification.kind;
            let count = counts.entry(kind).or_default();
            *count += 1;
            let title = judged.occurrence.event.summary.trim().to_owned();
            (title, format!("{} {count}", kind.label()))
        })
        .collect()
}

/// A text in which every word of its own that is `named` is exchanged; `None` where there is none.
fn exchanged_words(text: &str, named: &HiddenWord) -> Option<String> {
    let mut told = String::new();
    let mut after = 0;
    for (start, word) in text.match_indices(&named.word) {
        if stands_alone(text, start, start + word.len()) {
            told.push_str(text.get(after..start)?);
            told.push_str(&named.shown);
            after = start + word.len();
        }
    }
    told.push_str(text.get(after..)?);
    (after > 0).then_some(told)
}

/// Whether what lies between two places of a text is no part of a longer word.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    !joins(before) && !joins(after)
}

fn hidden_word(word: &str, shown: &str) -> HiddenWord {
    HiddenWord {
        word: word.to_owned(),
        shown: shown.to_owned(),
    }
}

/// Something that is empty tells nothing and stays empty.
fn concealed(text: &str) -> String {
    if text.trim().is_empty() {
        String::new()
    } else {
        HIDDEN.to_owned()
    }
}

/// Whether a text says no more than the program itself does: the name of a kind or a category.
pub(crate) fn is_own_word(text: &str) -> bool {
    let is = |label: &str| label.eq_ignore_ascii_case(text.trim());
    Kind::ALL.iter().any(|kind| is(kind.label()))
        || Category::WORK.iter().any(|category| is(category.label()))
        || is("Me")
}

/// A number that is the same for the same text, where none was given in order.
fn number_of(text: &str) -> u32 {
    let all = text.bytes().fold(0_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    1_000 + all % 9_000
}
