//! Whole answers, as the app shows them.

use weekwise_model::{Class, Classification, Event};

use crate::calendar::{BARE, OTHERS, STRANGERS, TEAM, event, learnt, recurring, span, with};

fn told(event: &Event) -> String {
    let classifier = learnt();
    let Classification {
        category,
        kind,
        confidence,
        because,
        runner_up,
        decided_by: _,
    } = classifier.classify(event);
    let mut text = format!("{category} · {kind} · {confidence:.2}\n");
    for evidence in because {
        text.push_str(&format!("  {:>4.1}  {}\n", evidence.weight, evidence.text));
    }
    if let Some(next) = runner_up {
        text.push_str(&format!(
            "  else {} · {} · {:.2}\n",
            next.category, next.kind, next.confidence
        ));
    }
    let answer = classifier.classify(event);
    for sentence in classifier.would_change(event, &answer) {
        text.push_str(&format!("  {sentence}\n"));
    }
    text
}

#[test]
fn whole_answers() {
    let weekly = |event: Event| recurring(event, "FREQ=WEEKLY", span(60));
    let private = Event {
        class: Class::Private,
        ..weekly(with(event("Busy"), &OTHERS[..1]))
    };
    let tagged = event("Falcon #strategy");
    let documented = Event {
        description: "Please read https://git.example/acme/rfcs/12 before".to_owned(),
        ..with(event("Falcon"), &OTHERS)
    };
    let personal = Event {
        categories: vec!["Vacation".to_owned()],
        ..event("Lisbon")
    };
    let answers = [
        (
            "a design review across teams",
            with(event("Design review: event bus"), &OTHERS),
        ),
        (
            "the team's stand-up",
            recurring(with(event("Stand-up"), &TEAM), "FREQ=DAILY", span(15)),
        ),
        ("a private title, two people, weekly", private),
        (
            "a bare code name, other teams",
            with(event("Falcon"), &OTHERS),
        ),
        ("a document behind it", documented),
        ("a vendor", with(event("Demo"), &STRANGERS)),
        ("a weekly block", weekly(event("Ledger"))),
        ("a tag", tagged),
        ("a category tag", personal),
        (
            "no attendees in the export",
            Event {
                calendar: BARE,
                ..event("Roadmap review")
            },
        ),
    ];
    let text: Vec<String> = answers
        .iter()
        .map(|(name, event)| format!("{name}\n{}", told(event)))
        .collect();
    insta::assert_snapshot!(text.join("\n"));
}
