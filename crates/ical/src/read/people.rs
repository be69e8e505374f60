use std::borrow::Cow;

use icalendar::parser::Property;
use weekwise_model::{Attendee, CalendarUserType, Person, Response, Role};

use super::props::param;

/// An ATTENDEE.
pub(super) fn attendee(property: &Property<'_>) -> Option<Attendee> {
    let person = person(property)?;
    let kind = match param(property, "CUTYPE")
        .map(str::to_ascii_uppercase)
        .as_deref()
    {
        Some("ROOM") => CalendarUserType::Room,
        Some("RESOURCE") => CalendarUserType::Resource,
        Some("GROUP") => CalendarUserType::Group,
        Some("UNKNOWN") => CalendarUserType::Unknown,
        _ => CalendarUserType::Individual,
    };
    let kind = if !kind.is_person() || kind == CalendarUserType::Group {
        kind
    } else if reads_like_a_room(&person.address) {
        CalendarUserType::Room
    } else {
        person.kind_by_look().unwrap_or(kind)
    };
    let response = match param(property, "PARTSTAT")
        .map(str::to_ascii_uppercase)
        .as_deref()
    {
        Some("ACCEPTED") => Response::Accepted,
        Some("DECLINED") => Response::Declined,
        Some("TENTATIVE") => Response::Tentative,
        Some("DELEGATED") => Response::Delegated,
        _ => Response::NeedsAction,
    };
    let role = match param(property, "ROLE")
        .map(str::to_ascii_uppercase)
        .as_deref()
    {
        Some("CHAIR") => Role::Chair,
        Some("OPT-PARTICIPANT") => Role::Optional,
        Some("NON-PARTICIPANT") => Role::NonParticipant,
        _ => Role::Required,
    };
    Some(Attendee {
        person,
        response,
        role,
        kind,
    })
}

/// An ORGANIZER or ATTENDEE as a person.
pub(super) fn person(property: &Property<'_>) -> Option<Person> {
    let name = param(property, "CN").map(parameter_text);
    let value = property.val.as_str().trim();
    let address = match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => value[7..].trim(),
        _ => value,
    };
    let address = address.trim_matches(|c| matches!(c, '<' | '>' | '"'));
    // Apple's and CalDAV servers' principals are paths; the address then is a parameter.
    let address = match param(property, "EMAIL") {
        Some(mail) if !address.contains('@') => mail,
        _ => address,
    };
    let is_placeholder = address.is_empty()
        || address.eq_ignore_ascii_case("invalid:nomail")
        || address.eq_ignore_ascii_case("unknownorganizer@calendar.google.com");
    match (is_placeholder, name) {
        (true, None) => None,
        (true, Some(name)) => Some(Person::new(&name, Some(&name))),
        // Many exports repeat the address as the name.
        (false, name) => {
            let name = name.filter(|name| !name.eq_ignore_ascii_case(address));
            Some(Person::new(address, name.as_deref()))
        }
    }
}

/// A parameter's text: RFC 6868 writes line breaks and quotes with a caret.
fn parameter_text(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|c| matches!(c, '\'' | '"')).trim();
    if text.contains('^') {
        Cow::Owned(
            text.replace("^n", " ")
                .replace("^'", "\"")
                .replace("^^", "^"),
        )
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether an address is a room's or a thing's although CUTYPE does not say so.
fn reads_like_a_room(address: &str) -> bool {
    const WORDS: [&str; 9] = [
        "room",
        "rooms",
        "conf",
        "conference",
        "meetingroom",
        "boardroom",
        "raum",
        "salle",
        "sala",
    ];
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    if domain.starts_with("resource.") {
        return true;
    }
    let mut words = local.split(|c: char| !c.is_ascii_alphabetic());
    words.next().is_some_and(|first| WORDS.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Attendee {
        attendee(&Property::try_from(line).unwrap()).unwrap()
    }

    #[test]
    fn addresses_are_found_wherever_they_are() {
        assert_eq!(
            parsed("ATTENDEE;CN=\"Ada\":MAILTO:Ada@Example.org").person,
            Person::new("ada@example.org", Some("Ada"))
        );
        assert_eq!(
            parsed("ATTENDEE;EMAIL=ada@example.org:/12/principal/")
                .person
                .address,
            "ada@example.org"
        );
        assert_eq!(
            parsed("ATTENDEE;CN=Ada Lovelace:invalid:nomail")
                .person
                .address,
            "ada lovelace"
        );
        assert_eq!(
            parsed("ATTENDEE;CN=ada@example.org:mailto:ada@example.org")
                .person
                .name,
            None
        );
    }

    #[test]
    fn rooms_are_no_people() {
        assert!(
            !parsed("ATTENDEE:mailto:c_123@resource.calendar.google.com")
                .kind
                .is_person()
        );
        assert!(
            !parsed("ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@example.org")
                .kind
                .is_person()
        );
        assert!(
            !parsed("ATTENDEE:mailto:room-4.12@example.org")
                .kind
                .is_person()
        );
        assert!(
            parsed("ATTENDEE:mailto:roomer@example.org")
                .kind
                .is_person()
        );
    }
}
