//! Events made to harm: what is looked at is bounded, so one invitation does not keep a library from answering.

use std::sync::Arc;
use std::time::{Duration, Instant};

use weekwise_classify::Classifier;
use weekwise_model::{Event, Me};

use crate::calendar::{ZONE, event};

/// Far more than any of these needs, far less than any of them took while what was looked at had no bound.
const PATIENCE: Duration = Duration::from_secs(2);

fn judged(event: Event) -> Duration {
    let events = [Arc::new(event)];
    let start = Instant::now();
    let classifier = Classifier::learn(&events, &Me::default(), &[], ZONE);
    let found = classifier.classify(&events[0]);
    classifier.would_change(&events[0], &found);
    start.elapsed()
}

#[test]
fn a_title_or_a_tag_of_a_megabyte_costs_no_more_than_one_of_a_line() {
    // Tables are made at the first question: not what is measured here.
    judged(event("Review"));
    for (what, title) in [
        ("a word", "a".repeat(1_000_000)),
        ("numbers", "1 ".repeat(300_000)),
        ("brackets", "[".repeat(300_000)),
        (
            "little words",
            format!("review {}", "of the ".repeat(100_000)),
        ),
    ] {
        let took = judged(event(&title));
        assert!(took < PATIENCE, "{what} as title: {took:?}");
        let mut tagged = event("Review");
        tagged.categories = vec![title];
        let took = judged(tagged);
        assert!(took < PATIENCE, "{what} as tag: {took:?}");
    }
    let mut tagged = event("Review");
    tagged.categories = vec!["review".to_owned(); 100_000];
    let took = judged(tagged);
    assert!(took < PATIENCE, "tags: {took:?}");
}

#[test]
fn what_follows_a_thousand_characters_says_nothing() {
    let title = format!("{} retro", "x".repeat(2_000));
    let classifier = Classifier::learn(&[], &Me::default(), &[], ZONE);
    let found = classifier.classify(&event(&title));
    assert!(found.because.iter().all(|e| !e.text.contains("retro")));
}
