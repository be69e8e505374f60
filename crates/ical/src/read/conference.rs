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
    if !text.contains("https://") {
        return None;
    }
    let mut rest = text;
    while let Some(at) = rest.find("https://") {
        let end = rest[at..]
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']'))
            .map_or(rest.len(), |end| at + end);
        let link = &rest[at..end];
        let host = link.trim_start_matches("https://");
        if HOSTS.iter().any(|known| {
            host.find(known).is_some_and(|at| {
                !host[..at].contains('/') && (at == 0 || host[..at].ends_with('.'))
            })
        }) {
            return Some(link.trim_end_matches(['.', ',', ';']).to_owned());
        }
        rest = &rest[end.max(at + 8)..];
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
