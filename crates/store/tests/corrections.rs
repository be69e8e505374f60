use serde::{Deserialize, Serialize};
use weekwise_model::{Category, Kind, Profile, ProfileId};
use weekwise_store::{Correction, Scope, StoreError};

use crate::helper::{folder, now, open};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Rule {
    title: String,
}

fn rule(title: &str) -> Rule {
    Rule {
        title: title.to_owned(),
    }
}

#[test]
fn a_correction_holds_until_it_is_removed() {
    let folder = folder();
    let mut store = open(folder.path());
    let correction = Correction {
        scope: Scope::Series,
        key: "uid-1".to_owned(),
        category: Category::Review,
        kind: Some(Kind::DesignReview),
        made_at: now(),
    };
    let other = Correction {
        category: Category::Strategy,
        kind: None,
        ..correction.clone()
    };
    let of_one = Correction {
        scope: Scope::Occurrence,
        ..correction.clone()
    };
    store
        .act("Correct", now(), |act| {
            act.correct(&correction)?;
            act.correct(&of_one)?;
            act.correct(&other)
        })
        .unwrap();
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(
        store.corrections().unwrap(),
        [of_one.clone(), other],
        "the later one of two holds"
    );
    store
        .act("", now(), |act| {
            act.remove_correction(Scope::Series, "uid-1")
        })
        .unwrap();
    assert_eq!(store.corrections().unwrap(), [of_one]);
}

#[test]
fn rules_keep_their_order() {
    let folder = folder();
    let mut store = open(folder.path());
    let mut set = |rules: &[Rule]| {
        store
            .act("Edit rules", now(), |act| act.replace_rules(rules))
            .unwrap();
        store.rules::<Rule>().unwrap()
    };
    for rules in [
        vec![rule("b"), rule("a"), rule("c")],
        vec![rule("c"), rule("b")],
        vec![],
        vec![rule("a")],
    ] {
        assert_eq!(set(&rules), rules);
    }
}

#[test]
fn settings_profiles_and_plans_come_back() {
    let folder = folder();
    let mut store = open(folder.path());
    let profile: Profile = ProfileId::StaffPlus.profile();
    store
        .act("Settings", now(), |act| {
            act.set_setting("zone", "Europe/Berlin")?;
            act.set_setting("me", &["sam@example.org"])?;
            act.save_profile("mine", &profile)?;
            act.save_plan("2026-W47", &serde_json::json!({ "blocks": [] }))
        })
        .unwrap();
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(
        store.setting::<String>("zone").unwrap().unwrap(),
        "Europe/Berlin"
    );
    assert_eq!(store.setting::<String>("hours").unwrap(), None);
    assert_eq!(store.profiles::<Profile>().unwrap()["mine"], profile);
    assert!(
        store
            .plans::<serde_json::Value>()
            .unwrap()
            .contains_key("2026-W47")
    );
    assert!(matches!(
        store.setting::<u32>("zone"),
        Err(StoreError::Unreadable(_))
    ));
    store
        .act("", now(), |act| {
            act.remove_setting("zone")?;
            act.remove_profile("mine")?;
            act.remove_plan("2026-W47")
        })
        .unwrap();
    assert_eq!(store.setting::<String>("zone").unwrap(), None);
    assert!(store.profiles::<Profile>().unwrap().is_empty());
    assert!(store.plans::<serde_json::Value>().unwrap().is_empty());
}
