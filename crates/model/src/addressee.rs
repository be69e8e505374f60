//! Who is no person, by the look of an address: shared calendars, programs, lists.

use crate::{CalendarUserType, Person};

/// Words that stand for many in the address of a list.
const MANY: &[&str] = &[
    "all",
    "dl",
    "dlist",
    "distlist",
    "verteiler",
    "alle",
    "everyone",
    "everybody",
    "team",
    "teams",
    "staff",
    "group",
    "groups",
    "company",
    "office",
    "people",
    "hr",
    "tous",
    "toutes",
    "todos",
    "tutti",
    "iedereen",
    "wszyscy",
    "dept",
    "department",
    "division",
    "eng",
    "engineering",
    "engineers",
    "dev",
    "devs",
    "developers",
    "board",
    "council",
    "guild",
    "wg",
    "committee",
    "announce",
    "events",
    "list",
    "lists",
    "crew",
    "leads",
    "leadership",
    "managers",
    "architects",
    "community",
    "members",
    "students",
    "faculty",
    "equipe",
    "equipo",
    "squad",
    "chapter",
    "tribe",
    "betriebsrat",
    "belegschaft",
    "abteilung",
    "bereich",
    "gruppe",
    "comms",
    "direction",
    "communication",
    "info",
    "org",
    "studio",
];

/// Domains, or beginnings of domains, of servers that only have lists.
const OF_LISTS: &[&str] = &["lists.", "list.", "groups.", "googlegroups.com"];

/// Local parts that no person answers from.
const PROGRAMS: &[&str] = &[
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "mailer-daemon",
    "notification",
    "notifications",
    "calendar-notification",
    "unknownorganizer",
];

/// Words in the local part of a program's address, or in its name.
const PROGRAM_WORDS: &[&str] = &[
    "bot",
    "bots",
    "robot",
    "notetaker",
    "automation",
    "autoresponder",
];

impl Person {
    /// What an address is by its look, where it is no person's: a shared calendar, a program, a list.
    pub fn kind_by_look(&self) -> Option<CalendarUserType> {
        let list = || self.is_list().then_some(CalendarUserType::Group);
        self.thing_by_look().or_else(list)
    }

    /// The same without lists, behind which there are people.
    pub(crate) fn thing_by_look(&self) -> Option<CalendarUserType> {
        let (local, domain) = self.address.split_once('@')?;
        if domain.ends_with(".calendar.google.com") {
            return Some(if domain.starts_with("resource.") {
                CalendarUserType::Resource
            } else {
                CalendarUserType::Calendar
            });
        }
        let mut words = local.split(['-', '.', '_', '+']);
        let is_program =
            PROGRAMS.contains(&local) || words.any(|word| PROGRAM_WORDS.contains(&word));
        is_program.then_some(CalendarUserType::Program)
    }

    /// Whether an address is a list's by its look: a word that names many, and no name of a person.
    pub fn is_list(&self) -> bool {
        let Some((local, domain)) = self.address.split_once('@') else {
            return false;
        };
        let many = |word: &str| MANY.contains(&word);
        let by_domain = OF_LISTS.iter().any(|of| domain.starts_with(of));
        if !by_domain && !local.split(['-', '.', '_', '+']).any(many) {
            return false;
        }
        let called = self.name.as_deref().unwrap_or_default().trim();
        let is_named = called.contains(' ') && !called.contains('@') && {
            let lower = called.to_lowercase();
            !lower.split(|c: char| !c.is_alphanumeric()).any(many)
        };
        !is_named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_no_person() {
        let kind = |address: &str, name: Option<&str>| Person::new(address, name).kind_by_look();
        for (address, name, expected) in [
            (
                "c_1a2b@group.calendar.google.com",
                Some("Platform"),
                CalendarUserType::Calendar,
            ),
            (
                "x@import.calendar.google.com",
                None,
                CalendarUserType::Calendar,
            ),
            (
                "c_9@resource.calendar.google.com",
                None,
                CalendarUserType::Resource,
            ),
            (
                "standup-bot@example.org",
                Some("Standup"),
                CalendarUserType::Program,
            ),
            ("no-reply@example.org", None, CalendarUserType::Program),
            ("notetaker@example.org", None, CalendarUserType::Program),
            ("platform-all@example.org", None, CalendarUserType::Group),
            (
                "team-payments@example.org",
                Some("Payments Team"),
                CalendarUserType::Group,
            ),
            ("users@lists.example.org", None, CalendarUserType::Group),
            ("dl-cab-dublin@example.org", None, CalendarUserType::Group),
        ] {
            assert_eq!(kind(address, name), Some(expected), "{address}");
        }
        for (address, name) in [
            ("ruth.okafor@example.org", None),
            ("abbott@example.org", None),
            ("info@example.org", Some("Ruth Okafor")),
            ("ruth okafor", Some("Ruth Okafor")),
        ] {
            assert_eq!(kind(address, name), None, "{address}");
        }
    }
}
