//! What the domain of an address tells about where somebody works.

/// Mail services anybody may use: sharing one does not make a company.
const PUBLIC_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "proton.me",
    "protonmail.com",
    "fastmail.com",
    "posteo.de",
    "t-online.de",
    "mail.com",
    "orange.fr",
    "free.fr",
    "libero.it",
    "ziggo.nl",
];

/// The domain of an address.
pub fn domain_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// Whether anybody may have an address of this domain, so that sharing it says nothing.
pub fn is_public_mail(domain: &str) -> bool {
    PUBLIC_MAIL.contains(&domain)
}

/// The domain of an address that belongs to a company.
pub fn company_domain_of(address: &str) -> Option<&str> {
    domain_of(address).filter(|domain| domain.contains('.') && !is_public_mail(domain))
}
