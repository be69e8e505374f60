//! Events made to harm: what is looked at is bounded, so one invitation does not keep a library from answering.

use std::sync::Arc;

use weekwise_classify::Classifier;
use weekwise_model::{Classification, Event, Me};

use crate::calendar::{ZONE, event};

/// What is looked at of a title, in characters.
const LOOKED_AT: usize = 1_000;

fn judged(event: Event) -> Classification {
    let events = [Arc::new(event)];
    let classifier = Classifier::learn(&events, &Me::default(), &[], ZONE);
    let found = classifier.classify(&events[0]);
    classifier.would_change(&events[0], &found);
    found
}

fn tagged(tags: Vec<String>) -> Event {
    let mut event = event("Review");
    event.categories = tags;
    event
}

/// That nothing is looked at behind the bound is what keeps these fast. How fast is for the bench of the same name.
#[test]
fn a_title_or_a_tag_of_a_megabyte_is_judged_like_its_first_line() {
    for (what, title) in [
        ("a word", "a".repeat(1_000_000)),
        ("numbers", "1 ".repeat(300_000)),
        ("brackets", "[".repeat(300_000)),
        (
            "little words",
            format!("review {}", "of the ".repeat(100_000)),
        ),
    ] {
        let line: String = title.chars().take(LOOKED_AT).collect();
        let (long, short) = (judged(event(&title)), judged(event(&line)));
        assert_eq!(long.category, short.category, "{what} as title");
        assert_eq!(long.kind, short.kind, "{what} as title");
        let (long, short) = (judged(tagged(vec![title])), judged(tagged(vec![line])));
        assert_eq!(long.category, short.category, "{what} as tag");
    }
    let many = judged(tagged(vec!["review".to_owned(); 100_000]));
    let one = judged(tagged(vec!["review".to_owned()]));
    assert_eq!(many.category, one.category, "a hundred thousand tags");
}

#[test]
fn what_follows_a_thousand_characters_says_nothing() {
    let title = format!("{} retro", "x".repeat(2_000));
    let classifier = Classifier::learn(&[], &Me::default(), &[], ZONE);
    let found = classifier.classify(&event(&title));
    assert!(found.because.iter().all(|e| !e.text.contains("retro")));
}
