//! Text as people read it.

use std::borrow::Cow;

/// Text without HTML: exporters put whole pages into DESCRIPTION. Links keep their target, because that is what
/// tells a design document from a chat.
pub(super) fn without_html(text: &str) -> Cow<'_, str> {
    if !looks_like_html(text) {
        return match decoded(text) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
    }
    let mut out = String::with_capacity(text.len());
    let (mut rest, tail) = text.split_at(text.rfind('>').map_or(0, |at| at + 1));
    let mut target: Option<(String, usize)> = None;
    while let Some(at) = rest.find('<') {
        out.push_str(&decoded(&rest[..at]));
        let tag = &rest[at + 1..];
        let starts_tag =
            tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let end = if starts_tag { tag.find('>') } else { None };
        let Some(end) = end else {
            out.push('<');
            rest = tag;
            continue;
        };
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .flat_map(char::to_lowercase)
            .collect();
        match name.as_str() {
            "style" | "script" | "head" | "title" => {
                rest = from_closing_tag(rest, &name);
            }
            "a" => target = attribute(tag, "href").map(|link| (link, out.len())),
            "/a" => {
                if let Some((link, from)) = target.take()
                    && !out
                        .get(from..)
                        .is_some_and(|shown| shown.contains(link.trim_start_matches("mailto:")))
                {
                    out.push_str(" (");
                    out.push_str(&link);
                    out.push(')');
                }
            }
            "br" | "br/" | "p" | "/p" | "div" | "/div" | "tr" | "li" | "ul" | "/ul" | "ol"
            | "h1" | "h2" | "h3" | "hr" => {
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
                if name == "li" {
                    out.push_str("- ");
                }
            }
            "td" | "th" => out.push(' '),
            _ => {}
        }
    }
    out.push_str(&decoded(rest));
    out.push_str(&decoded(tail));
    Cow::Owned(out.trim().to_owned())
}

/// The text from `</name` on; nothing where that never comes.
fn from_closing_tag<'a>(text: &'a str, name: &str) -> &'a str {
    text.match_indices("</")
        .find(|(at, _)| {
            let tag = text.get(at + 2..at + 2 + name.len());
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
        })
        .map_or("", |(at, _)| &text[at..])
}

fn looks_like_html(text: &str) -> bool {
    const TAGS: [&str; 15] = [
        "br", "p", "a", "div", "span", "html", "b", "i", "u", "ul", "ol", "table", "font",
        "strong", "h",
    ];
    // What comes after the last tag is none.
    let mut rest = &text[..text.rfind('>').map_or(0, |at| at + 1)];
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let tag = rest.trim_start_matches(['/', '!']);
        let name = tag
            .find(|c: char| !c.is_ascii_alphabetic())
            .map_or(tag, |end| &tag[..end]);
        let ends = tag[name.len()..].starts_with(['>', ' ', '/', '1', '2', '3']);
        if ends && TAGS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            return true;
        }
    }
    false
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find(&format!("{name}="))? + name.len() + 1;
    let value = &tag[at..];
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    Some(decoded(value).into_owned())
}

/// Character references become characters.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|b| b == b';');
        let character = end.and_then(|end| {
            let name = &rest[1..end];
            match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some(' '),
                _ => {
                    let number = name.strip_prefix('#')?;
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code).map(|c| if c == '\u{a0}' { ' ' } else { c })
                }
            }
        });
        if let (Some(c), Some(end)) = (character, end) {
            out.push(c);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The first items of a text list such as CATEGORIES, at most `most`. It stays escaped until it is cut at its commas.
pub(super) fn text_list(raw: &str, most: usize) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        // Empty ones count here, so that a list of nothing else ends too.
        if items.len() > most.saturating_mul(4) {
            break;
        }
        let Some(item) = items.last_mut() else { break };
        match c {
            ',' => items.push(String::new()),
            '\\' => match chars.next() {
                Some('n' | 'N') => item.push(' '),
                Some(escaped) => item.push(escaped),
                None => {}
            },
            c => item.push(c),
        }
    }
    items
        .iter()
        .map(|item| item.trim())
        .filter(|item| !item.is_empty())
        .take(most)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text_and_links_keep_their_target() {
        let html = "<html><head><style>p{}</style></head><p>Read&nbsp;the <a href=\"https://docs.example.org/rfc\">RFC</a><br>first &amp; last</p>";
        assert_eq!(
            without_html(html),
            "Read the RFC (https://docs.example.org/rfc)\nfirst & last"
        );
        assert_eq!(
            without_html("a < b, <3 and <https://example.org>"),
            "a < b, <3 and <https://example.org>"
        );
    }

    #[test]
    fn lists_are_cut_at_bare_commas() {
        assert_eq!(
            text_list("Work,Room A\\, 2nd floor, ,x", 9),
            ["Work", "Room A, 2nd floor", "x"]
        );
    }
}
