//! What the user says decides, in its order, and teaches.

use std::sync::Arc;

use chrono::DateTime;
use weekwise_classify::{Classifier, RuleMatcher};
use weekwise_model::{
    Category, Classified, Condition, Correction, Decision, Event, Kind, Occurrence, Recurs, Rule,
    RuleOutcome, Scope, Test,
};

use crate::calendar::{OTHERS, STRANGERS, TEAM, event, learnt, recurring, span, with};

fn occurrence(event: &Event) -> Occurrence {
    Occurrence {
        event: Arc::new(event.clone()),
        recurrence_id: None,
        span: span(60),
    }
}

fn correction(scope: Scope, about: &Event, category: Category) -> Correction {
    Correction {
        scope,
        key: learnt().correction_key(scope, &occurrence(about)),
        category,
        kind: None,
        made_at: DateTime::UNIX_EPOCH,
    }
}

fn rule(test: Test, outcome: RuleOutcome) -> Rule {
    Rule {
        name: "mine".to_owned(),
        enabled: true,
        conditions: vec![Condition {
            negated: false,
            test,
        }],
        outcome,
    }
}

fn words(words: &str) -> Test {
    Test::TitleWords {
        words: words.to_owned(),
    }
}

fn told(events: &[Event], corrections: &[Correction], rules: &[Rule]) -> Classifier {
    let events: Vec<Arc<Event>> = events.iter().cloned().map(Arc::new).collect();
    learnt().with(&events, corrections, rules)
}

fn category(classifier: &Classifier, event: &Event) -> Category {
    let judgement = classifier.judge(&occurrence(event));
    judgement.classification.category
}

#[test]
fn the_narrowest_word_of_the_user_counts_then_rules_then_a_tag() {
    let event = with(event("Falcon #deep"), &OTHERS);
    let all = std::slice::from_ref(&event);
    let occurrence = correction(Scope::Occurrence, &event, Category::Review);
    let series = correction(Scope::Series, &event, Category::Strategy);
    let alike = correction(Scope::Alike, &event, Category::CrossTeam);
    let to = RuleOutcome::Category {
        category: Category::OtherWork,
    };
    let rules = [rule(words("falcon"), to)];
    let says = |corrections: &[Correction], rules: &[Rule]| {
        category(&told(all, corrections, rules), &event)
    };
    let everything = [alike.clone(), series.clone(), occurrence];
    assert_eq!(says(&everything, &rules), Category::Review);
    assert_eq!(says(&[alike.clone(), series], &rules), Category::Strategy);
    assert_eq!(says(&[alike], &rules), Category::CrossTeam);
    assert_eq!(says(&[], &rules), Category::OtherWork);
    assert_eq!(says(&[], &[]), Category::DeepWork);
}

#[test]
fn a_correction_teaches_and_taking_it_back_forgets() {
    let falcon = with(event("Falcon checkpoint"), &OTHERS[..3]);
    let next = with(event("Falcon numbers"), &OTHERS[..3]);
    let events = [falcon.clone(), next.clone()];
    let without = told(&events, &[], &[]);
    let said = [correction(Scope::Alike, &falcon, Category::Strategy)];
    let taught = without
        .clone()
        .with(&events.clone().map(Arc::new), &said, &[]);
    assert_ne!(category(&without, &next), Category::Strategy);
    assert_eq!(category(&taught, &falcon), Category::Strategy);
    let share = |classifier: &Classifier| {
        let answer = classifier.judge(&occurrence(&next)).classification;
        match (&answer.runner_up, answer.category) {
            (_, Category::Strategy) => answer.confidence,
            (Some(second), _) if second.category == Category::Strategy => second.confidence,
            _ => 0.0,
        }
    };
    assert!(share(&taught) > share(&without) + 0.1, "{}", share(&taught));
    let undone = taught.with(&events.map(Arc::new), &[], &[]);
    assert_eq!(
        undone.judge(&occurrence(&next)),
        without.judge(&occurrence(&next))
    );
}

#[test]
fn alike_means_the_same_title_but_for_numbers_and_where_it_says_nothing_the_same_people() {
    let key = |event: &Event| learnt().correction_key(Scope::Alike, &occurrence(event));
    let sprint = |n: &str| event(&format!("Sprint {n} planning"));
    assert_eq!(key(&sprint("41")), key(&sprint("42")));
    assert_ne!(
        key(&with(event("Sync"), &TEAM)),
        key(&with(event("Sync"), &OTHERS))
    );
}

#[test]
fn a_rule_may_leave_out_and_says_so() {
    let vendor = with(event("Standing call"), &STRANGERS);
    let domain = Test::Addresses {
        any_of: vec!["vendor.example".to_owned()],
    };
    let rules = [rule(domain, RuleOutcome::LeaveOut)];
    let classifier = told(std::slice::from_ref(&vendor), &[], &rules);
    let answer = classifier.judge(&occurrence(&vendor)).classification;
    assert!(answer.is_left_out());
    let expected = Decision::Rule {
        number: 1,
        name: "mine".to_owned(),
        leaves_out: true,
    };
    assert_eq!(answer.decided_by, Some(expected));
}

fn judged(classifier: &Classifier, event: &Event) -> Classified {
    let one = occurrence(event);
    classifier.judge(&one).on(one)
}

#[test]
fn every_test_of_a_rule_looks_at_what_it_says() {
    let weekly = recurring(
        with(event("Kafka weekly"), &OTHERS),
        "FREQ=WEEKLY",
        span(60),
    );
    let classifier = learnt();
    let one = judged(&classifier, &weekly);
    let holds = |test: Test| {
        let outcome = RuleOutcome::Kind { kind: Kind::Guild };
        classifier.matches(&RuleMatcher::new(&rule(test, outcome)), &one)
    };
    let time = |text: &str| Some(text.parse().unwrap());
    assert!(holds(words("weekly kafka")));
    assert!(!holds(words("week")), "words are whole");
    assert!(holds(Test::TitlePattern {
        pattern: "^kafka\\b".to_owned()
    }));
    assert!(holds(Test::People {
        least: Some(6),
        most: Some(6)
    }));
    assert!(!holds(Test::People {
        least: Some(7),
        most: None
    }));
    assert!(holds(Test::Length {
        least_minutes: Some(60),
        most_minutes: Some(60)
    }));
    // A Tuesday at ten in Berlin.
    assert!(holds(Test::Starts {
        weekdays: vec![2],
        from: time("10:00:00"),
        before: time("10:01:00")
    }));
    assert!(!holds(Test::Starts {
        weekdays: vec![1],
        from: None,
        before: None
    }));
    assert!(holds(Test::Recurrence {
        any_of: vec![Recurs::Weekly]
    }));
    assert!(holds(Test::Calendar {
        any_of: vec!["work".to_owned()]
    }));
    assert!(holds(Test::Organizer {
        any_of: vec![OTHERS[0].to_owned()]
    }));
    assert!(!holds(Test::Organizer {
        any_of: vec!["me".to_owned()]
    }));
}

#[test]
fn a_rule_that_cannot_be_read_matches_nothing_and_says_why() {
    let broken = rule(
        Test::TitlePattern {
            pattern: "(".to_owned(),
        },
        RuleOutcome::LeaveOut,
    );
    assert!(RuleMatcher::new(&broken).problem().is_some());
    let huge = rule(
        Test::TitlePattern {
            pattern: "(a{1000}){1000}".to_owned(),
        },
        RuleOutcome::LeaveOut,
    );
    assert!(RuleMatcher::new(&huge).problem().is_some());
    let empty = Rule {
        conditions: Vec::new(),
        ..broken
    };
    assert!(RuleMatcher::new(&empty).problem().is_some());
    let classifier = learnt();
    let one = judged(&classifier, &event("x"));
    assert!(!classifier.matches(&RuleMatcher::new(&empty), &one));
}
