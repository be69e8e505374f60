//! Whatever a calendar says: an answer, never a panic.

use proptest::prelude::*;
use weekwise_classify::Classifier;
use weekwise_model::{CalendarId, Event, Me};

use crate::calendar::{OTHERS, ZONE, calendars, event, recurring, span, with};

proptest! {
    #[test]
    fn any_title_gets_an_answer(
        title in any::<String>(), description in "\\PC{0,300}", category in any::<String>(), others in 0_usize..6,
        rule in any::<String>(), minutes in -10_i64..20_000,
    ) {
        let mut event = with(event(&title), &OTHERS[..others.min(OTHERS.len())]);
        event.description = description;
        event.categories = vec![category];
        event.calendar = CalendarId(u32::try_from(others).unwrap());
        let event = recurring(event, &rule, span(minutes));
        let shared = [std::sync::Arc::new(event.clone())];
        for me in [Me::default(), crate::calendar::me()] {
            let classifier = Classifier::learn(&shared, &me, &calendars(), ZONE);
            let found = classifier.classify(&event);
            prop_assert!(found.confidence > 0.0 && found.confidence <= 1.0);
            prop_assert!(!found.because.is_empty());
            prop_assert!(found.because.iter().all(|e| e.weight > 0.0 && !e.text.is_empty()));
            prop_assert_eq!(found.kind.category(), found.category);
            prop_assert!(classifier.would_change(&event, &found).len() <= 3);
        }
    }

    #[test]
    fn words_of_the_lexicon_in_any_order_get_an_answer(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("review"), Just("1:1"), Just("/"), Just("prep"), Just("ä"), Just("#deep"), Just("["), Just("]"),
                Just("team"), Just("☕️"), Just("x"), Just(":"), Just("2027"), Just("’s"), Just("Architekturreview"),
            ],
            0..8,
        ),
    ) {
        let event: Event = event(&parts.join(" "));
        let classifier = Classifier::learn(&[], &Me::default(), &[], ZONE);
        let found = classifier.classify(&event);
        prop_assert_eq!(found.kind.category(), found.category);
    }
}
