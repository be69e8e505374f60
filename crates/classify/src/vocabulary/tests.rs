//! The tables themselves, and how they are read.

use std::collections::HashSet;

use weekwise_model::{Category, Kind};

use super::{
    Hit, Languages, Means, Place, every_phrase, files, found_in, hits, lines, read, topics,
};
use crate::words::words;

fn kinds(title: &str, spoken: Languages) -> HashSet<Kind> {
    hits(&read(title), spoken)
        .iter()
        .flat_map(Hit::entries)
        .filter_map(|entry| match entry.means {
            Means::Kind(kind) => Some(kind),
            _ => None,
        })
        .collect()
}

fn says(title: &str, kind: Kind) -> bool {
    kinds(title, Languages::ALL).contains(&kind)
}

#[test]
fn every_line_of_every_language_can_be_read() {
    let written = |text: &str| text.lines().filter(|line| !line.starts_with('#')).count();
    let all: usize = files::FILES.iter().map(|(_, text)| written(text)).sum();
    assert_eq!(lines().count(), all, "a line that is none ends its file");
    for line in lines() {
        let said = format!("{} {} {}", line.means, line.place, line.sure);
        assert!(line.entry().is_some(), "{said}: {}", line.phrases);
    }
    for (phrase, _) in every_phrase() {
        assert!(!words(phrase).is_empty(), "“{phrase}” has no word");
        assert!(words(phrase).len() < 20, "“{phrase}” is a sentence");
    }
}

#[test]
fn every_file_of_words_is_listed() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("words");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut listed: Vec<String> = files::FILES
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
    assert!(listed.len() < 64, "a set of languages has 64 places");
}

#[test]
fn nothing_is_said_twice_in_one_file() {
    let mut seen = HashSet::new();
    for (phrase, entry) in every_phrase() {
        let key = (
            phrase,
            format!("{:?}", (entry.means, entry.place, entry.languages)),
        );
        assert!(
            seen.insert(key),
            "“{phrase}” stands twice as {:?}",
            entry.means
        );
    }
}

#[test]
fn the_longest_phrase_wins() {
    assert!(says("Sprint 42 review", Kind::Demo));
    assert!(!says("Sprint 42 review", Kind::DesignReview));
    assert!(says("Review of the design", Kind::DesignReview));
    assert!(says("Performance review", Kind::PeopleAdmin));
}

#[test]
fn parts_of_words_say_nothing() {
    for title in [
        "Unreviewed",
        "Codecademy",
        "Retrofit",
        "Preview",
        "Interviewee",
        "Reportage",
    ] {
        let found = kinds(title, Languages::ALL);
        let said = found
            .iter()
            .any(|kind| matches!(kind.category(), Category::Review | Category::Strategy));
        assert!(!said, "{title}: {found:?}");
    }
}

#[test]
fn compounds_are_taken_apart_and_endings_taken_off() {
    assert!(says("Designreviews", Kind::DesignReview));
    assert!(says("Roadmapabstimmung", Kind::Roadmap));
    let polish = Languages::of(["retrospektywa zespołu, planowanie sprintu"; 20].into_iter());
    assert!(kinds("Po retrospektywie", polish).contains(&Kind::Retro));
}

#[test]
fn a_calendar_speaks_what_its_titles_speak() {
    let german = [
        "Teambesprechung",
        "Urlaub",
        "Planungsrunde",
        "Wochenrückblick",
        "Mittagspause",
    ];
    let spoken = Languages::of(german.iter().copied().cycle().take(40));
    // “Fri” is free in Norwegian and a weekday in English.
    assert!(spoken.meet(Languages::named(&["de"])) && !spoken.meet(Languages::named(&["no"])));
    assert_eq!(
        Languages::of(["Hej"].into_iter()),
        Languages::ALL,
        "too little to tell"
    );
}

#[test]
fn topics_overlap() {
    let names = |title: &str| -> HashSet<&str> {
        found_in(&read(title))
            .iter()
            .map(|found| topics()[usize::from(found.topic)])
            .collect()
    };
    assert!(names("Review the budget").is_superset(&HashSet::from(["judging", "money"])));
    assert!(names("Brisket").is_empty());
}

#[test]
fn places_have_one_name_each() {
    let names: HashSet<&str> = Place::ALL.iter().map(|(_, name)| *name).collect();
    assert_eq!(names.len(), Place::ALL.len());
}
