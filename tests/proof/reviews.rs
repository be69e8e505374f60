//! Programs that are killed between the steps of a review: what was confirmed is there, and its note is whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use weekwise_engine::{Reviews, write_note};
use weekwise_model::{
    Category, GuessedShare, IsoWeek, Review, ReviewDecision, ReviewProgress, ReviewRequest,
    ReviewStep, ReviewStepTaken,
};

use crate::proof::damage::Unordered;
use crate::proof::kills::{lines, say};
use crate::proof::scene::{calendar, clock, given, import, open, program};

/// So many weeks are reviewed in turn, again and again: every time with other words.
const WEEKS: usize = 4;

/// What is done in the step with this number, whatever was done before.
fn request(number: usize, reviews: &Reviews) -> ReviewRequest {
    let steps = ReviewStep::ALL.len();
    let first: IsoWeek = "2026-W46".parse().unwrap();
    let week = (0..(number / steps) % WEEKS).fold(first, |week, _| week.next());
    let step = ReviewStep::ALL[number % steps];
    let mut review = match step {
        // A review that is done again begins anew.
        ReviewStep::Guess => Review::default(),
        _ => reviews.get(&week).cloned().unwrap_or_default(),
    };
    match step {
        ReviewStep::Guess => {
            review.guess = vec![GuessedShare {
                category: Category::DeepWork,
                share: (number % 100) as f64 / 100.0,
            }];
        }
        ReviewStep::Decision => {
            review.decision = Some(ReviewDecision {
                id: format!("halve:{number}"),
                text: "Make “Work” fortnightly".to_owned(),
                state: None,
            });
        }
        ReviewStep::Line => review.line = format!("What mattered at {number}"),
        _ => {}
    }
    let progress = ReviewProgress::Done;
    review.steps.push(ReviewStepTaken { step, progress });
    ReviewRequest { week, review, step }
}

/// What is kept after so many steps. Only the last rounds of the weeks are left of them.
fn kept_after(number: usize) -> Reviews {
    let round = WEEKS * ReviewStep::ALL.len();
    let mut reviews = Reviews::new();
    for done in (number / round).saturating_sub(1) * round..number {
        let ReviewRequest {
            week, mut review, ..
        } = request(done, &reviews);
        review.at = Some(clock().now());
        reviews.insert(week, review);
    }
    reviews
}

/// Kills a program `kills` times; what is told.
pub fn run(seed: u64, kills: u64) -> String {
    let mut unordered = Unordered::new(seed);
    let place = TempDir::new().unwrap();
    let folder = place.path().join("library");
    let notes = place.path().join("notes");
    fs::create_dir(&notes).unwrap();
    import(&mut open(&folder), "work.ics", calendar("Work", 9, 20, 1));
    let mut next = 0;
    let mut hit: BTreeMap<&str, usize> = BTreeMap::new();
    for round in 0..kills {
        let test = "proof::reviews::reviews_until_killed";
        let mut child = program(test, &folder, &next.to_string()).spawn().unwrap();
        let heard = lines(child.stdout.take().unwrap());
        assert_eq!(heard.recv().unwrap(), "ready", "round {round}");
        thread::sleep(Duration::from_micros(unordered.below(100_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        let done = next + heard.iter().filter(|line| line == "done").count();
        let step = ReviewStep::ALL[done % ReviewStep::ALL.len()];
        *hit.entry(step.label()).or_default() += 1;
        let found = open(&folder).reviews().unwrap();
        next = [done, done + 1]
            .into_iter()
            .find(|steps| kept_after(*steps) == found)
            .unwrap_or_else(|| {
                panic!(
                    "round {round}: killed in “{}”, a step is lost",
                    step.label()
                )
            });
        for note in fs::read_dir(&notes).unwrap() {
            let note = note.unwrap().path();
            if note.extension().is_some_and(|ending| ending == "md") {
                let text = fs::read_to_string(&note).unwrap();
                assert!(text.ends_with("-->\n"), "round {round}: a torn note");
            }
        }
    }
    let left = fs::read_dir(&notes).unwrap().count();
    assert!(
        left <= WEEKS + 1,
        "what killed notes left is swept: {left} files"
    );
    let hit: Vec<String> = hit
        .iter()
        .map(|(step, count)| format!("{step} {count}"))
        .collect();
    format!(
        "{kills} kills in reviews ({}): 0 of {next} steps lost, 0 torn notes",
        hit.join(", ")
    )
}

fn review(number: usize, folder: &Path) {
    let mut library = open(folder);
    let request = request(number, &library.reviews().unwrap());
    library.save_review(&request, &clock()).unwrap();
    if request.step == ReviewStep::Line {
        let note = format!("# {}\n\n> {}\n\n", request.week, request.review.line).repeat(200);
        write_note(&note, request.week, &folder.with_file_name("notes")).unwrap();
    }
}

#[test]
#[ignore = "the program that is killed"]
fn reviews_until_killed() {
    let Some((folder, first)) = given() else {
        return;
    };
    say("ready");
    for number in first.parse::<usize>().unwrap().. {
        review(number, &folder);
        say("done");
    }
}
