use memchr::memmem;

use super::props::Props;

/// Properties that name the link of a call, the plainest first.
const PROPERTIES: [&str; 6] = [
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-ZOOM-MEETING-URL",
];

/// How links begin.
const SECURE: &str = "https://";

/// Where calls are held.
const HOSTS: [&str; 12] = [
    "zoom.us/",
    "meet.google.com/",
    "teams.microsoft.com/",
    "teams.live.com/",
    "webex.com/",
    "whereby.com/",
    "meet.jit.si/",
    "chime.aws/",
    "gotomeeting.com/",
    "gotomeet.me/",
    "bluejeans.com/",
    "around.co/",
];

/// The link of an event's call: from its own property, else from where people paste it.
pub(super) fn link(props: &Props<'_>, texts: [&str; 3]) -> Option<String> {
    PROPERTIES
        .into_iter()
        .find_map(|name| props.text(name))
        .filter(|value| value.contains(':'))
        .map(str::to_owned)
        .or_else(|| texts.into_iter().find_map(pasted))
}

fn pasted(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(at) = memmem::find(rest.as_bytes(), SECURE.as_bytes()) {
        let end = rest[at..]
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']'))
            .map_or(rest.len(), |end| at + end);
        let link = &rest[at..end];
        let place = link.trim_start_matches(SECURE);
        let host = place.find('/').map_or("", |slash| &place[..=slash]);
        let is_known = |known: &&str| {
            let under = host.strip_suffix(known);
            under.is_some_and(|under| under.is_empty() || under.ends_with('.'))
        };
        if HOSTS.iter().any(is_known) {
            return Some(link.trim_end_matches(['.', ',', ';']).to_owned());
        }
        rest = &rest[end.max(at + SECURE.len())..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::pasted;

    #[test]
    fn links_of_calls_only() {
        let text = "Agenda https://example.org/zoom.us/ then https://acme.zoom.us/j/12345, or call";
        assert_eq!(
            pasted(text).as_deref(),
            Some("https://acme.zoom.us/j/12345")
        );
        assert_eq!(pasted("https://notzoom.us/j/1"), None);
    }
}
