//! What stands between quotation marks in a sentence: a title, or what somebody wrote. Who hides titles reads it here.

use std::collections::HashMap;

/// A text whose quotations are exchanged. `instead` says what stands for one: it is given the alias of the title that is
/// quoted, where it is a known one, and what was quoted. A quotation without end goes to the end of the text, and what it
/// held is not given.
pub(crate) fn exchanged<'t>(
    text: &'t str,
    titles: &'t HashMap<String, String>,
    mut instead: impl FnMut(Option<&'t str>, &'t str) -> &'t str,
) -> String {
    let mut told = String::with_capacity(text.len());
    let mut left = text;
    while let Some(start) = left.find('“') {
        let (before, rest) = left.split_at(start);
        told.push_str(before);
        let inside = rest.trim_start_matches('“');
        // The longest known title that begins here: a title may hold quotation marks itself.
        let known = inside
            .match_indices('”')
            .filter_map(|(end, _)| Some((end, titles.get(inside.get(..end)?.trim())?)))
            .next_back();
        let end = known.map_or_else(|| inside.find('”'), |(end, _)| Some(end));
        let within = end.and_then(|end| inside.get(..end)).unwrap_or_default();
        told.push('“');
        told.push_str(instead(known.map(|(_, alias)| alias.as_str()), within));
        told.push('”');
        left = end
            .and_then(|end| inside.get(end + '”'.len_utf8()..))
            .unwrap_or_default();
    }
    told.push_str(left);
    told
}
