//! What a server said about the state of a calendar, to ask only for something newer.

use ureq::http::{HeaderMap, HeaderName, HeaderValue, header};

/// Longer ones are not worth keeping.
const LONGEST_BYTES: usize = 1024;

/// `ETag` and `Last-Modified` of the bytes that are kept, verbatim. Not secret; they belong beside the bytes, and go
/// when the bytes or the address change. Without any, the whole calendar is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validators {
    /// The entity tag, with its quotes, weak ones with `W/`.
    pub etag: Option<String>,
    /// When the server says the calendar last changed, as it wrote it.
    pub last_modified: Option<String>,
}

impl Validators {
    /// Whether nothing is known, so the answer cannot be "unchanged".
    pub fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }

    pub(crate) fn of_headers(headers: &HeaderMap) -> Self {
        let text = |name: HeaderName| {
            let value = headers.get(name)?.to_str().ok()?.trim();
            (!value.is_empty() && value.len() <= LONGEST_BYTES).then(|| value.to_owned())
        };
        Self {
            etag: text(header::ETAG),
            last_modified: text(header::LAST_MODIFIED),
        }
    }

    /// The headers of a conditional request. What cannot stand in a header is left out.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
        let of = |name: HeaderName, value: &Option<String>| {
            let value = HeaderValue::from_str(value.as_deref()?).ok()?;
            Some((name, value))
        };
        [
            of(header::IF_NONE_MATCH, &self.etag),
            of(header::IF_MODIFIED_SINCE, &self.last_modified),
        ]
        .into_iter()
        .flatten()
    }
}
