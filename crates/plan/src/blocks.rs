//! Every block of a plan: those that stand and those that are new.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use weekwise_model::{BlockOrigin, Category, PlanBlock};

use crate::cells::Run;
use crate::export::rfc3339;
use crate::further::Further;
use crate::grid::Grid;
use crate::input::{PlanInput, Span};
use crate::morning::{Minutes, held, minutes_since};
use crate::solve::{Kitchen, Solved};
use crate::standing::Standing;
use crate::uid::{is_planned, uid_of};
use crate::words::quoted;

/// What a block is called in the calendar.
pub fn title_of(category: Category) -> &'static str {
    match category {
        Category::Strategy => "Strategy",
        Category::Review => "Review preparation",
        Category::OneOnOne => "Open for 1:1s and mentoring",
        _ => "Deep work",
    }
}

/// The blocks of one day, with names no other block has: a series in the calendar has one name on all its days.
struct Names<'a> {
    grid: &'a Grid,
    taken: &'a BTreeSet<&'a str>,
    given: Vec<String>,
}

impl Names<'_> {
    fn next(&mut self, category: Category) -> String {
        let mut all = (1..).map(|number| uid_of(category, self.grid.date, number));
        let uid = all.find(|uid| !self.given.contains(uid) && !self.taken.contains(uid.as_str()));
        let uid = uid.unwrap_or_default();
        self.given.push(uid.clone());
        uid
    }
}

/// The blocks by start, and from when to when those are that are not in the calendar yet.
pub(crate) fn blocks(
    input: &PlanInput,
    kitchen: &Kitchen,
    solved: &Solved,
) -> (Vec<PlanBlock>, Vec<(Span, Category)>) {
    let mut blocks = Vec::new();
    let mut spans = Vec::new();
    let standing = kitchen.grids.iter().flat_map(|grid| &grid.standing);
    let known: BTreeSet<&str> = standing.filter_map(|block| block.uid.as_deref()).collect();
    for (day, grid) in kitchen.grids.iter().enumerate() {
        let mut names = Names {
            grid,
            taken: &known,
            given: Vec::new(),
        };
        let dish = kitchen.dish(day, solved);
        let further = solved.further.iter().filter(|block| block.day == day);
        let landed = solved.landings.iter().filter(|landing| landing.day == day);
        let runs = further.map(|block| block.run);
        let taken: Vec<Minutes> = runs
            .chain(landed.map(|landing| landing.run))
            .map(Run::minutes)
            .collect();
        let stretch = dish.map_or_else(
            || grid.held_morning(&[], &[], &taken),
            |dish| grid.held_morning(&dish.changes, &dish.blocks, &taken),
        );
        // A block that holds some of the stretch.
        let holds = |minutes: Minutes| stretch.is_some_and(|stretch| held(stretch, [minutes]) > 0);
        for block in &grid.standing {
            let morning =
                block.is_focus() && holds(minutes_since(grid.origin, (block.start, block.end)));
            blocks.push(standing_block(input, block, morning, &mut names));
            if block.locked {
                spans.push(((block.start, block.end), block.category));
            }
        }
        let mut add = |span: Span, category: Category, words: (String, String), morning: bool| {
            blocks.push(PlanBlock {
                uid: names.next(category),
                start: rfc3339(span.0, input.zone),
                end: rfc3339(span.1, input.zone),
                minutes: (span.1 - span.0).num_minutes(),
                category,
                title: words.0,
                morning,
                origin: BlockOrigin::New,
                because: words.1,
            });
            spans.push((span, category));
        };
        let span = |run: Run| (grid.instant(run.start), grid.instant(run.start + run.len));
        for run in dish.iter().flat_map(|dish| &dish.blocks) {
            let morning = holds(run.minutes());
            let changes = dish.iter().flat_map(|dish| &dish.changes);
            let needs = changes.filter(|c| c.cells & run.cells() != 0).count();
            let words = (
                title_of(Category::DeepWork).to_owned(),
                because(morning, needs),
            );
            add(span(*run), Category::DeepWork, words, morning);
        }
        for block in solved.further.iter().filter(|block| block.day == day) {
            add(
                span(block.run),
                block.category,
                words_of(block, input),
                false,
            );
        }
    }
    blocks.sort_by(|a, b| (&a.start, &a.uid).cmp(&(&b.start, &b.uid)));
    blocks.sort_by_key(|block| instant_of(&block.start));
    (blocks, spans)
}

fn instant_of(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

fn standing_block(
    input: &PlanInput,
    block: &Standing,
    morning: bool,
    names: &mut Names<'_>,
) -> PlanBlock {
    let (origin, because) = match &block.uid {
        Some(uid) if is_planned(uid) => {
            (BlockOrigin::Kept, "Planned before, and in your calendar.")
        }
        Some(_) => (
            BlockOrigin::Kept,
            "Your own block, in the calendar already.",
        ),
        None => (BlockOrigin::Locked, "You placed it here."),
    };
    PlanBlock {
        uid: block
            .uid
            .clone()
            .unwrap_or_else(|| names.next(block.category)),
        start: rfc3339(block.start, input.zone),
        end: rfc3339(block.end, input.zone),
        minutes: block.minutes,
        category: block.category,
        title: title_of(block.category).to_owned(),
        morning,
        origin,
        because: because.to_owned(),
    }
}

fn because(morning: bool, needs: usize) -> String {
    let what = if morning {
        "Protects the morning"
    } else {
        "Adds focus time towards the band"
    };
    match needs {
        0 => format!("{what}; the time is free."),
        1 => format!("{what}; one meeting makes room."),
        n => format!("{what}; {n} meetings make room."),
    }
}

/// What a further block is called, and why it is there.
fn words_of(block: &Further, input: &PlanInput) -> (String, String) {
    let review = block.review.and_then(|review| input.unprepared.get(review));
    let because = match (block.category, review) {
        (_, Some(_)) => "Nothing is prepared for it yet; the time is free.",
        (Category::OneOnOne, _) => "1:1s and mentoring are below their band; the time is free.",
        _ => "Strategy is below its band; the time is free.",
    };
    let title = review.map_or_else(
        || title_of(block.category).to_owned(),
        |review| format!("Prepare {}", quoted(&review.title)),
    );
    (title, because.to_owned())
}
