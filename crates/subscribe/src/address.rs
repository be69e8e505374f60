//! The address of a subscription: a link that is a password.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use url::Url;

/// The longest address taken. The keyring of Windows holds 2560 bytes.
pub const LONGEST_ADDRESS_BYTES: usize = 2048;

/// Where a subscribed calendar is fetched from. Always `https`.
///
/// Path and query are a secret, so [`Debug`](fmt::Debug) and [`Display`](fmt::Display) show the host and nothing else,
/// and there is no way to serialise one. Made by [`parse`](str::parse) from what somebody pasted.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

/// Why a text is no address of a subscription. Never repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Nothing was given.
    #[error(
        "there is no address: paste the link of the calendar, it begins with https:// or webcal://"
    )]
    Empty,
    /// Longer than [`LONGEST_ADDRESS_BYTES`].
    #[error("the address is too long: no more than {LONGEST_ADDRESS_BYTES} bytes can be kept")]
    TooLong,
    /// Blanks or control characters inside, or not an address at all.
    #[error(
        "this is no address: copy the whole link, without blanks, from https:// or webcal:// to its end"
    )]
    Malformed,
    /// `calendar.example/basic.ics`, without a scheme.
    #[error("the address lacks its beginning: put https:// before it")]
    NoScheme,
    /// `http://…`: everybody on the way could read the secret link.
    #[error(
        "http is not encrypted, and the link is a secret: use the address that begins with https://"
    )]
    Insecure,
    /// A file on this computer.
    #[error("this is a file, not a subscription: open it instead")]
    File,
    /// Any other scheme.
    #[error("only addresses that begin with https:// or webcal:// can be subscribed to")]
    OtherScheme,
    /// `https://name:password@host/`.
    #[error(
        "addresses with a name or password before the host are not taken: use the calendar's private or published link"
    )]
    UserInfo,
    /// There is no host.
    #[error("the address names no host")]
    NoHost,
}

impl Address {
    /// The host, in ASCII (`xn--…` for others), without port. May be shown.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The whole address. A secret: for the request and the keyring, never for a database, a log or an error.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }

    /// Whether the host has a name this computer can resolve. Blocks.
    pub(crate) fn is_resolved(&self) -> bool {
        self.0.socket_addrs(|| None).is_ok()
    }

    /// Where a `Location` header leads from here.
    pub(crate) fn join(&self, location: &str) -> Result<Self, AddressError> {
        if is_webcal(location) {
            return location.parse();
        }
        Self::from_url(self.0.join(location).map_err(|_| AddressError::Malformed)?)
    }

    fn from_url(mut url: Url) -> Result<Self, AddressError> {
        match url.scheme() {
            "https" => {}
            "http" => return Err(AddressError::Insecure),
            "file" => return Err(AddressError::File),
            _ => return Err(AddressError::OtherScheme),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::UserInfo);
        }
        if url.host_str().is_none_or(str::is_empty) {
            return Err(AddressError::NoHost);
        }
        url.set_fragment(None);
        if url.as_str().len() > LONGEST_ADDRESS_BYTES {
            return Err(AddressError::TooLong);
        }
        Ok(Self(url))
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        if text.len() > LONGEST_ADDRESS_BYTES {
            return Err(AddressError::TooLong);
        }
        if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(AddressError::Malformed);
        }
        let Some((scheme, rest)) = text.split_once(':') else {
            return Err(AddressError::NoScheme);
        };
        let scheme = scheme.to_ascii_lowercase();
        match scheme.as_str() {
            "https" | "webcal" | "webcals" => {}
            "http" => return Err(AddressError::Insecure),
            "file" => return Err(AddressError::File),
            // `calendar.example:8443/basic.ics` reads as a scheme too, but no scheme has a dot and a port.
            _ if scheme.contains(['.', '/']) || scheme == "localhost" => {
                return Err(AddressError::NoScheme);
            }
            _ => return Err(AddressError::OtherScheme),
        }
        // The parser would forgive `https:/host` and `https:\\host`; what it made of them is not what was written.
        let Some(rest) = rest.strip_prefix("//") else {
            return Err(AddressError::Malformed);
        };
        if rest.is_empty() || rest.starts_with(['/', '\\', '?', '#']) {
            return Err(AddressError::NoHost);
        }
        let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(AddressError::UserInfo);
        }
        Self::from_url(Url::parse(&format!("https://{rest}")).map_err(|_| AddressError::Malformed)?)
    }
}

fn is_webcal(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.eq_ignore_ascii_case("webcal") || scheme.eq_ignore_ascii_case("webcals")
    })
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/…", self.host())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::https("https://calendar.example/s3cret/basic.ics")]
    #[case::webcal("webcal://calendar.example/s3cret/basic.ics")]
    #[case::webcals("WebCals://calendar.example/s3cret/basic.ics")]
    #[case::blanks_around("  https://CALENDAR.example/s3cret/basic.ics\n")]
    #[case::fragment("https://calendar.example/s3cret/basic.ics#today")]
    fn addresses_become_https(#[case] text: &str) {
        let address: Address = text.parse().unwrap();
        assert_eq!(
            address.reveal(),
            "https://calendar.example/s3cret/basic.ics"
        );
        assert_eq!(address.host(), "calendar.example");
    }

    #[rstest]
    #[case::empty(" ", AddressError::Empty)]
    #[case::http("HTTP://calendar.example/a.ics", AddressError::Insecure)]
    #[case::file("file:///a.ics", AddressError::File)]
    #[case::other("ftp://calendar.example/a.ics", AddressError::OtherScheme)]
    #[case::script("javascript:alert(1)", AddressError::OtherScheme)]
    #[case::mail("mailto:ann@calendar.example", AddressError::OtherScheme)]
    #[case::no_scheme("calendar.example/a.ics", AddressError::NoScheme)]
    #[case::no_scheme_but_port("calendar.example:8443/a.ics", AddressError::NoScheme)]
    #[case::name("https://ann@calendar.example/a.ics", AddressError::UserInfo)]
    #[case::password("https://ann:pw@calendar.example/a.ics", AddressError::UserInfo)]
    #[case::empty_name("https://@calendar.example/a.ics", AddressError::UserInfo)]
    #[case::hidden_host("https://good.example\\@bad.example/a.ics", AddressError::Malformed)]
    #[case::blank_inside("https://calendar.example/a b.ics", AddressError::Malformed)]
    #[case::line_end("https://calendar.example/a\r\nHost: x", AddressError::Malformed)]
    #[case::one_slash("https:/calendar.example/a.ics", AddressError::Malformed)]
    #[case::no_host("https:///a.ics", AddressError::NoHost)]
    #[case::bad_port("https://calendar.example:99999/a.ics", AddressError::Malformed)]
    fn others_are_refused_in_words(#[case] text: &str, #[case] expected: AddressError) {
        let refused = text.parse::<Address>();
        if text.contains('\\') {
            // The standard reads a backslash as a slash, so the host is the part before it and nothing is hidden.
            assert_eq!(refused.unwrap().host(), "good.example");
            return;
        }
        assert_eq!(refused.unwrap_err(), expected);
        assert!(!expected.to_string().is_empty());
    }

    #[test]
    fn an_address_no_keyring_can_hold_is_refused() {
        let text = format!(
            "https://calendar.example/{}",
            "a".repeat(LONGEST_ADDRESS_BYTES)
        );
        assert_eq!(text.parse::<Address>(), Err(AddressError::TooLong));
        // Percent-encoding makes it three times as long.
        let text = format!(
            "https://calendar.example/{}",
            "ä".repeat(LONGEST_ADDRESS_BYTES / 3)
        );
        assert_eq!(text.parse::<Address>(), Err(AddressError::TooLong));
    }

    #[test]
    fn a_redirect_leads_to_https_only() {
        let here: Address = "https://calendar.example/a/b.ics".parse().unwrap();
        assert_eq!(
            here.join("c.ics").unwrap().reveal(),
            "https://calendar.example/a/c.ics"
        );
        assert_eq!(
            here.join("//other.example/c").unwrap().host(),
            "other.example"
        );
        assert_eq!(
            here.join("webcal://other.example/c").unwrap().reveal(),
            "https://other.example/c"
        );
        assert_eq!(
            here.join("http://calendar.example/"),
            Err(AddressError::Insecure)
        );
        assert_eq!(here.join("file:///a"), Err(AddressError::File));
    }

    proptest! {
        #[test]
        fn the_secret_is_never_shown(path in "[a-z0-9]{8,40}", key in "[a-z0-9]{8,40}", name in "[a-z0-9]{8,12}") {
            let address: Address = format!("webcal://h.example/{path}/basic.ics?key={key}").parse().unwrap();
            let shown = format!("{address} {address:?} {address:#?}");
            prop_assert!(!shown.contains(&path) && !shown.contains(&key) && shown.contains("h.example"));
            let refused = [
                format!("http://h.example/{path}?{key}"), format!("https://{name}:{key}@h.example/{path}"),
                format!("https://h.example/{path} {key}"), format!("{key}/{path}"), format!("https:{path}{key}"),
            ];
            for text in refused {
                let error = text.parse::<Address>().unwrap_err();
                let shown = format!("{error} {error:?}");
                prop_assert!(!shown.contains(&path) && !shown.contains(&key) && !shown.contains(&name));
            }
        }

        #[test]
        fn whatever_is_pasted_is_https_or_refused(text in "\\PC{0,60}") {
            if let Ok(address) = text.parse::<Address>() {
                prop_assert!(address.reveal().starts_with("https://"));
                prop_assert_eq!(address.reveal().parse::<Address>().unwrap(), address);
            }
        }
    }
}
