//! An event and what was read from it, and what that says about the day.

use weekwise_model::{BusyStatus, Category, Classification, DayEffect, Kind, Transparency};

use super::countries::countries_in;
use super::naming::Naming;
use super::nature::Nature;
use super::sums::Sums;
use super::weights as weight;
use super::words::{DayPhrase, Role, read, said, said_elsewhere};
use crate::scene::Scene;
use crate::words::Word;

/// How much of a description is read: what it is about stands at its beginning.
const ABOUT: usize = 160;

/// How the time is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Free,
    Elsewhere,
    OutOfOffice,
    Tentative,
    Busy,
}

/// An event and what was read from it, for the rules below.
pub(super) struct Case<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) classification: &'s Classification,
    pub(super) title: &'s str,
    pub(super) words: Vec<Word>,
    pub(super) said: Vec<DayPhrase>,
    pub(super) naming: Naming,
    pub(super) shown: Shown,
    pub(super) nature: &'s Nature,
    /// Somebody else organizes it.
    pub(super) sent_by_others: bool,
    /// I organize it, and others are invited.
    pub(super) sent_by_me: bool,
}

/// What notes are about, and how that is said.
const NOTES: &[(Role, &str)] = &[
    (Role::School, "is about school holidays"),
    (Role::Observance, "is observed and worked"),
    (Role::Birthday, "is a birthday"),
    (Role::Place, "says where you work"),
    (Role::Duty, "is a duty on a working day"),
    (Role::Freeze, "says what must not change"),
    (Role::Strike, "is about a strike"),
    (Role::Remind, "is a reminder"),
    (Role::Others, "is about somebody else's absence"),
    (Role::ShortDay, "says how long the day is"),
];

impl Case<'_> {
    /// The first phrase of these roles, those named first first.
    pub(super) fn first_of(&self, roles: &[Role]) -> Option<&DayPhrase> {
        let mut wanted = roles.iter();
        wanted.find_map(|role| self.said.iter().find(|said| said.role == *role))
    }

    pub(super) fn says(&self, role: Role) -> bool {
        self.first_of(&[role]).is_some()
    }

    /// A phrase as it is written in the title.
    pub(super) fn written(&self, said: &DayPhrase) -> &str {
        let (Some(first), Some(last)) = (
            self.words.get(said.from),
            self.words.get(said.to.saturating_sub(1)),
        ) else {
            return "";
        };
        self.title.get(first.start..last.end).unwrap_or_default()
    }

    /// Two to four capitals that no phrase explains, among words that are not all in capitals: “festivo BCN”.
    pub(super) fn abbreviation(&self) -> Option<&str> {
        if !self.title.chars().any(char::is_lowercase) {
            return None;
        }
        let taken = |at: usize| self.said.iter().any(|said| said.from <= at && at < said.to);
        let written = |word: &Word| self.title.get(word.start..word.end).unwrap_or_default();
        let mut all = self.words.iter().enumerate();
        all.find_map(|(at, word)| {
            let text = written(word);
            let capitals =
                (2..=4).contains(&text.chars().count()) && text.chars().all(char::is_uppercase);
            (capitals && !taken(at)).then_some(text)
        })
    }

    /// The countries the title names, as codes.
    pub(super) fn countries(&self) -> Vec<&'static str> {
        // In a title that is all in capitals two letters are as often a word as a country.
        if !self.title.chars().any(char::is_lowercase) {
            return Vec::new();
        }
        countries_in(self.title, &self.words)
    }

    /// A description can say that one is away: “no phone, back on Thursday”. Whether it does.
    pub(super) fn say_description(&self, sums: &mut Sums) -> bool {
        let about = &self.scene.event.description;
        if about.is_empty() || !self.scene.others.is_empty() || self.says(Role::Gathering) {
            return false;
        }
        let start: String = about.chars().take(ABOUT).collect();
        let away = said(&read(&start)).into_iter().any(|said| {
            matches!(said.role, Role::Leave | Role::PartTime | Role::Half) && !said.short
        });
        if away {
            sums.say(
                DayEffect::Off,
                weight::DESCRIBED,
                "its description reads as time off",
            );
        }
        away
    }

    pub(super) fn say_how_shown(&self, sums: &mut Sums) {
        match self.shown {
            Shown::OutOfOffice => sums.say(
                DayEffect::Off,
                weight::OUT_OF_OFFICE,
                "it is shown as out of office",
            ),
            Shown::Elsewhere => sums.say(
                DayEffect::Note,
                weight::ELSEWHERE,
                "it is shown as working elsewhere",
            ),
            Shown::Free => sums.say(DayEffect::Note, weight::FREE, "it is shown as free"),
            Shown::Busy | Shown::Tentative => {
                sums.say(DayEffect::Work, weight::BUSY, "it is shown as busy");
                sums.say(DayEffect::Off, weight::BUSY_OFF, "it is shown as busy");
            }
        }
        let calendar = match self.nature {
            Nature::WhoIsOut if self.naming != Naming::Mine => {
                "it stands in a calendar that tells who is away"
            }
            Nature::Colleague => "it stands in somebody else's calendar",
            Nature::School => "it stands in a calendar of school holidays",
            Nature::Birthdays => "it stands in a calendar of birthdays",
            _ => return,
        };
        sums.say(DayEffect::Note, weight::FEED, calendar);
    }

    /// School holidays, observances, birthdays, places, duties, freezes.
    pub(super) fn say_words_of_notes(&self, sums: &mut Sums) {
        let sure = if self.shown == Shown::OutOfOffice {
            weight::NOTE_WORD_OUT_OF_OFFICE
        } else {
            weight::NOTE_WORD
        };
        let absence = self.says(Role::Leave) || self.says(Role::PartTime) || self.says(Role::Half);
        let mut told = NOTES
            .iter()
            .filter_map(|(role, text)| Some((self.first_of(&[*role])?, text)));
        if let Some((said, text)) = told.next() {
            // “Day off for my birthday” is a day off.
            let aside = said.from > 0
                && (absence && matches!(said.role, Role::Birthday | Role::Place)
                    // “Closed (in place of 15 August)”: a day stands in, and nobody does.
                    || said.role == Role::Others && self.says(Role::Closed));
            let sure = if aside || absence && said.role == Role::Birthday {
                sure / 3.0
            } else {
                sure
            };
            sums.say(
                DayEffect::Note,
                sure,
                format!("“{}” {text}", self.written(said)),
            );
        }
        if let Some(said) = self
            .first_of(&[Role::SchoolWord])
            .filter(|_| !self.says(Role::School))
        {
            let text = format!("“{}” is about a school", self.written(said));
            sums.say(DayEffect::Note, weight::SCHOOL_WORD, text);
        }
        let about = &self.scene.event.description;
        let holiday = self.says(Role::Named)
            || self.says(Role::Holiday)
            || matches!(self.nature, Nature::Holidays(_));
        if holiday && !about.is_empty() {
            let start: String = about.chars().take(ABOUT).collect();
            if said_elsewhere(&read(&start))
                .iter()
                .any(|said| said.role == Role::AboutObservance)
            {
                sums.say(
                    DayEffect::Note,
                    weight::OBSERVANCE,
                    "its description says observance",
                );
            }
        }
    }

    /// Whole days that are worked: an offsite, a conference, a journey.
    pub(super) fn say_work(&self, sums: &mut Sums, away: bool) {
        let free = matches!(self.shown, Shown::Free | Shown::Elsewhere);
        if let Some(said) = self.first_of(&[Role::Gathering, Role::Travel]) {
            let text = format!("“{}” reads as work away from the desk", self.written(said));
            let takes = if free {
                DayEffect::Note
            } else {
                DayEffect::Work
            };
            sums.say(takes, weight::GATHERING, text);
        } else if is_a_leg(self.title) && !free {
            sums.say(
                DayEffect::Work,
                weight::GATHERING,
                "it reads as a leg of a journey",
            );
        }
        if self.sent_by_others && !away && !self.scene.others.is_empty() {
            let takes = if free {
                DayEffect::Note
            } else {
                DayEffect::Work
            };
            sums.say(takes, weight::INVITED, "others are invited too");
        }
    }

    /// Whose absence it is: by the name in the title, else by who sent it.
    pub(super) fn say_whose(&self, sums: &mut Sums) {
        match &self.naming {
            Naming::Mine => sums.say(DayEffect::Off, weight::MINE, "it names you"),
            Naming::Known(_) => {
                sums.say(
                    DayEffect::Note,
                    weight::KNOWN_NAME,
                    "it names somebody else of this calendar",
                );
            }
            Naming::Likely(_) => sums.say(
                DayEffect::Note,
                weight::LIKELY_NAME,
                "it names somebody else",
            ),
            Naming::Perhaps(_) => sums.say(
                DayEffect::Note,
                weight::PERHAPS_NAME,
                "it may name somebody else",
            ),
            Naming::Nobody => {}
        }
        if self.sent_by_others && self.naming != Naming::Mine {
            sums.say(
                DayEffect::Note,
                weight::SENT_BY_OTHERS,
                "somebody else sent it",
            );
        } else if self.sent_by_me {
            sums.say(DayEffect::Off, weight::SENT_BY_ME, "you sent it to others");
        }
    }

    pub(super) fn say_category(&self, sums: &mut Sums, away: bool) {
        let classification = self.classification;
        let told = if classification.decided_by.is_some() {
            weight::TOLD
        } else {
            1.0
        };
        let sure = classification.confidence.clamp(0.0, 1.0) * weight::CATEGORY * told;
        let free = matches!(self.shown, Shown::Free | Shown::Elsewhere);
        match (classification.category, classification.kind) {
            (Category::Personal, Kind::TimeOff | Kind::PublicHoliday)
                if classification.decided_by.is_some() || !away && self.said.is_empty() =>
            {
                sums.say(DayEffect::Off, sure, "its kind is time off");
            }
            (Category::Personal, _) if !away && free => {
                sums.say(DayEffect::Note, sure, "its category is personal");
            }
            // Who shows a private day as busy, or away, may be away or may want to be reminded of something.
            (Category::Personal, _) if !away => {
                sums.say(DayEffect::Off, sure / 2.0, "its category is personal");
                sums.say(DayEffect::Note, sure / 2.0, "its category is personal");
            }
            (Category::Personal, _) => {}
            (category, _) if !free && !away => {
                sums.say(
                    DayEffect::Work,
                    sure,
                    format!("its category is {}", category.label()),
                );
            }
            _ => {}
        }
    }
}

pub(super) fn shown(scene: &Scene<'_>) -> Shown {
    let event = scene.event;
    match event.busy_status {
        Some(BusyStatus::OutOfOffice) => Shown::OutOfOffice,
        Some(BusyStatus::WorkingElsewhere) => Shown::Elsewhere,
        Some(BusyStatus::Free) => Shown::Free,
        _ if event.transparency == Transparency::Transparent => Shown::Free,
        Some(BusyStatus::Tentative) => Shown::Tentative,
        _ => Shown::Busy,
    }
}

/// “MAD-BCN”, “YUL–YYZ”, “ARN > HEL”: two codes of airports or stations, joined.
pub(super) fn is_a_leg(title: &str) -> bool {
    let code = |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    title.split_whitespace().any(|part| {
        let mut codes = part.split(['-', '–', '—', '>', '→', '/']);
        matches!((codes.next(), codes.next()), (Some(a), Some(b)) if code(a) && code(b))
    })
}
