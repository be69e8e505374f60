//! How phrases are followed through a text, whatever they mean: the vocabulary and the words about days read alike.

use std::borrow::Cow;

use crate::words::{Word, class_of, is_little, is_number};

/// How many little words and numbers may stand inside of one phrase: what is looked at from each word on is bounded.
const MOST_BETWEEN: usize = 6;

/// Looks a word up as it is, by its class, or without the s of the plural.
pub(crate) fn look_up<Id>(word: &str, find: impl Fn(&str) -> Option<Id>) -> Option<Id> {
    let by_class = || match class_of(word) {
        Cow::Borrowed(same) if same == word => None,
        class => find(&class),
    };
    find(word).or_else(by_class).or_else(|| {
        let singular = word.strip_suffix('s')?;
        (singular.len() > 3).then(|| find(singular)).flatten()
    })
}

/// Follows phrases from a beginning on, word by word: `next` leads from what has been read to what has been read with one
/// word more, where a phrase goes on like that. `reached` is told each of these, of how many words of the phrase it
/// consists, and the place after its last. Little words and numbers may stand within a phrase: “review of the design”,
/// “sprint 42 planning”.
pub(crate) fn follow<'w, Id: Copy + 'w, Node: Copy>(
    words: impl Iterator<Item = (usize, (&'w Word, &'w Option<Id>))>,
    beginning: Node,
    next: impl Fn(Node, Id) -> Option<Node>,
    mut reached: impl FnMut(Node, usize, usize),
) {
    let (mut node, mut length, mut between) = (beginning, 0, 0);
    for (at, (word, id)) in words {
        let Some(further) = id.and_then(|id| next(node, id)) else {
            if length > 0
                && between < MOST_BETWEEN
                && (is_little(&word.text) || is_number(&word.text))
            {
                between += 1;
                continue;
            }
            return;
        };
        node = further;
        length += 1;
        reached(node, length, at + 1);
    }
}
