//! Who serves the calendar, so that advice can name the right page of settings.

/// The program a calendar comes from, guessed from its host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// Google Calendar.
    Google,
    /// Outlook on the web, of a company or a person.
    Outlook,
    /// Apple's iCloud.
    Apple,
    /// Anybody else.
    Other,
}

const HOSTS: [(&str, Provider); 7] = [
    ("google.com", Provider::Google),
    ("googleusercontent.com", Provider::Google),
    ("office365.com", Provider::Outlook),
    ("office.com", Provider::Outlook),
    ("live.com", Provider::Outlook),
    ("outlook.com", Provider::Outlook),
    ("icloud.com", Provider::Apple),
];

impl Provider {
    /// Who is behind a host, given in lower case as [`Address::host`](crate::Address::host) does.
    pub fn of_host(host: &str) -> Self {
        HOSTS
            .iter()
            .find(|(domain, _)| {
                host.strip_suffix(domain)
                    .is_some_and(|before| before.is_empty() || before.ends_with('.'))
            })
            .map_or(Self::Other, |(_, provider)| *provider)
    }

    /// Where to get a link that works, as half a sentence in English.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Google => {
                "copy the “Secret address in iCal format” anew from Google Calendar › Settings › this calendar › \
                 Integrate calendar"
            }
            Self::Outlook => {
                "publish the calendar anew in Outlook on the web › Settings › Calendar › Shared calendars, and copy \
                 its ICS link"
            }
            Self::Apple => {
                "share the calendar anew as a public calendar in Calendar on iCloud.com, and copy its link"
            }
            Self::Other => "copy the link anew from where the calendar is shared",
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("calendar.google.com", Provider::Google)]
    #[case("outlook.office365.com", Provider::Outlook)]
    #[case("outlook.live.com", Provider::Outlook)]
    #[case("p52-caldav.icloud.com", Provider::Apple)]
    #[case("notgoogle.com", Provider::Other)]
    #[case("google.com.example", Provider::Other)]
    fn a_host_belongs_to_somebody(#[case] host: &str, #[case] provider: Provider) {
        assert_eq!(Provider::of_host(host), provider);
    }
}
