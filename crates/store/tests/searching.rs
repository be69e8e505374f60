use rstest::rstest;
use weekwise_store::Store;

use crate::helper::{event, folder, hours_later, import, now, open};

fn text(text: &str) -> String {
    text.to_owned()
}

fn filled(folder: &std::path::Path) -> Store {
    let mut store = open(folder);
    let mut storage = event("storage", "Design review: storage engine", hours_later(1));
    storage.description = text("https://docs.example.org/d/4711 100% \"quoted\"");
    let mut coffee = event("coffee", "Café mit Jörg MÜLLER", hours_later(2));
    coffee.people = text("Jörg Müller <joerg@example.org>");
    let mut chinese = event("chinese", "设计评审会议", hours_later(3));
    chinese.people = String::new();
    let mut described = event("described", "Sync", hours_later(4));
    described.description = text("about the storage engine");
    import(&mut store, 1, &[storage, coffee, chinese, described]);
    store
}

#[rstest]
#[case::inside_a_word("view", &["storage"])]
#[case::in_any_case("DESIGN", &["storage"])]
#[case::every_word("engine storage review", &["storage"])]
#[case::title_before_description("storage", &["storage", "described"])]
#[case::people("moreau", &["described", "storage"])]
#[case::address("joerg@example", &["coffee"])]
#[case::case_beyond_ascii("müller", &["coffee"])]
#[case::without_accents("cafe", &["coffee"])]
#[case::other_scripts("评审会", &["chinese"])]
#[case::two_letters("mü", &["coffee"])]
#[case::two_letters_of_other_scripts("设计", &["chinese"])]
#[case::short_and_long("gn storage", &["storage"])]
#[case::description("4711", &["storage"])]
#[case::no_wildcards("100%", &["storage"])]
#[case::no_wildcards("10_%", &[])]
#[case::no_wildcards_when_short("%", &["storage"])]
#[case::quotes("\"quoted\"", &["storage"])]
#[case::no_search_language("design OR sync*", &[])]
#[case::nothing("  \u{0} ", &[])]
#[case::not_there("kubernetes", &[])]
fn finds(#[case] text: &str, #[case] expected: &[&str]) {
    let folder = folder();
    let store = filled(folder.path());
    let hits = store.search(text, 10).unwrap();
    let mut found: Vec<&str> = hits.iter().map(|hit| hit.uid.as_str()).collect();
    if text == "moreau" {
        // Equally good: only which ones matters.
        found.sort_unstable();
    }
    assert_eq!(found, expected);
}

#[test]
fn finds_what_holds_now() {
    let folder = folder();
    let mut store = filled(folder.path());
    assert_eq!(
        store.search("e", 2).unwrap().len(),
        2,
        "no more than asked for"
    );
    let outcome = import(
        &mut store,
        2,
        &[event("storage", "Schema review", hours_later(1))],
    );
    assert!(store.search("engine", 10).unwrap().is_empty());
    assert_eq!(store.search("schema", 10).unwrap().len(), 1);
    store.undo().unwrap();
    assert_eq!(store.search("engine", 10).unwrap().len(), 2);
    store
        .act("Remove", now(), |act| act.remove_calendar(outcome.calendar))
        .unwrap();
    assert!(store.search("engine", 10).unwrap().is_empty());
}
